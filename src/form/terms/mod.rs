//! What the terms of the official tables mean, and where that is written: the regulation, the laws, the notices, the form itself.
//!
//! Only what a source says in so many words stands here. A term that explains itself has no explanation.

mod national;
mod statistics;

use super::{Form, Key, Place, TableId};

/// What a term of a table means.
#[derive(Debug, PartialEq, Eq)]
pub struct Explanation {
    /// What it speaks of: a figure (`requests.extended`), a row (`disputes.direct.*`) or a column (`disputes.*.upheld`).
    of: &'static str,
    /// What is meant, in a sentence or two.
    pub words: &'static str,
    /// Where that is written.
    pub source: &'static str,
}

/// An explanation.
const fn means(of: &'static str, words: &'static str, source: &'static str) -> Explanation {
    Explanation { of, words, source }
}

/// All of them, in the order of the tables.
fn all() -> impl Iterator<Item = &'static Explanation> {
    national::TERMS.iter().chain(statistics::TERMS)
}

impl Explanation {
    /// Whether it speaks of a figure, or of the row or the column in which that stands.
    fn speaks_of(&self, key: Key) -> bool {
        match self.of.split_once('*') {
            Some((before, after)) => {
                let middle = key.name().strip_prefix(before).and_then(|rest| rest.strip_suffix(after));
                // A row has one name after its own, a column one before.
                middle.is_some_and(|middle| !middle.is_empty() && (!after.is_empty() || !middle.contains('.')))
            }
            None => key.name() == self.of,
        }
    }

    /// The term itself in an edition's words, by a figure of which it speaks: the words of the row, of the column or of the figure.
    fn term(&self, form: &Form, key: Key) -> String {
        let label = form.label(key).unwrap_or_default();
        let sides = label.rsplit_once('，');
        match (self.of.split_once('*'), sides) {
            (Some((_, "")), Some((row, _))) => row.to_owned(),
            (Some(_), Some((_, column))) => column.to_owned(),
            (Some(_), None) | (None, _) => label,
        }
    }
}

impl Form {
    /// What the terms of a cell mean: of its row, of its column, or of the figure itself. Empty where they explain themselves, and
    /// where the place is no figure of this edition.
    pub fn explain(&self, place: Place) -> Vec<(String, &'static Explanation)> {
        let Some(key) = place.figure().filter(|key| self.table_of(*key).is_some()) else { return Vec::new() };
        let of_key = all().filter(|explanation| explanation.speaks_of(key));
        of_key.map(|explanation| (explanation.term(self, key), explanation)).collect()
    }

    /// What the terms of a table mean, each once, with the term in the words of this edition.
    pub fn explanations(&self, table: TableId) -> Vec<(String, &'static Explanation)> {
        let keys = self.table(table).map(|table| table.keys.as_slice()).unwrap_or_default();
        let with_term = |explanation: &'static Explanation| {
            let key = keys.iter().find(|key| explanation.speaks_of(**key))?;
            Some((explanation.term(self, *key), explanation))
        };
        all().filter_map(with_term).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{FormId, forms};

    fn told(year: u16, name: &str) -> Vec<(String, &'static str)> {
        let place = Place::Cell(Key::parse(name).expect("a figure"));
        FormId::of_year(year).form().explain(place).into_iter().map(|(term, e)| (term, e.source)).collect()
    }

    #[test]
    fn every_explanation_speaks_of_a_figure() {
        for explanation in all() {
            assert!(Key::all().any(|key| explanation.speaks_of(key)), "{}", explanation.of);
            assert!(explanation.words.ends_with('。') && !explanation.source.is_empty(), "{}", explanation.of);
            assert_eq!(all().filter(|other| other.of == explanation.of).count(), 1, "{} twice", explanation.of);
        }
    }

    #[test]
    fn every_official_table_has_its_terms_in_its_own_words() {
        for form in forms() {
            for table in &form.tables {
                let terms = form.explanations(table.id);
                assert!(!terms.is_empty(), "{} {}", form.name, table.id);
                for (term, explanation) in terms {
                    assert!(!term.is_empty(), "{}", explanation.of);
                }
            }
        }
    }

    #[test]
    fn a_cell_has_the_terms_of_its_row_and_its_column() {
        let row = told(2023, "applications.denied.secret.natural");
        assert_eq!(row.iter().map(|(term, _)| term.as_str()).collect::<Vec<_>>(), ["不予公开：属于国家秘密"]);
        let both = told(2023, "disputes.after_review.corrected");
        assert_eq!(both.iter().map(|(term, _)| term.as_str()).collect::<Vec<_>>(), ["复议后起诉", "结果纠正"]);
        assert!(both[0].1.contains("〔2016〕201号"), "{both:?}");
        let figure = told(2017, "requests.extended");
        assert_eq!(figure.len(), 1, "{figure:?}");
    }

    #[test]
    fn an_edition_explains_only_its_own_figures() {
        assert_eq!(told(2017, "applications.new.natural"), []);
        assert_eq!(told(2023, "requests.extended"), []);
        // Of the same row each edition has its own words.
        assert_eq!(told(2020, "proactive.normative.made")[0].0, "规范性文件");
        assert_eq!(told(2023, "proactive.normative.issued")[0].0, "行政规范性文件");
        let form = FormId::of_year(2023).form();
        for place in [Place::Title, Place::Table(TableId::Disputes), Place::Body(0, 0)] {
            assert_eq!(form.explain(place), [], "{place}");
        }
        assert_eq!(form.explanations(TableId::History), []);
    }
}
