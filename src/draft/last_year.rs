//! The text that came over from last year's report, sentence by sentence, until each is rewritten or confirmed.
//!
//! The sentences are kept by their words and not by their places: one that was moved, or whose paragraph was joined to
//! another, is still last year's, and so it is after a program moved it that does not know of this. Which of them stand in
//! the text is read from the text itself, so that a sentence that was rewritten and put back is last year's again.

use super::Draft;
use super::model::Unknown;

/// What came over from last year's text.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct LastYearText {
    /// The sentences as they came over, their years moved on, in the order of the report.
    pub sentences: Vec<String>,
    /// Those of which somebody said that they hold for this year too.
    pub confirmed: Vec<String>,
    pub(in crate::draft) unknown: Unknown,
}

impl LastYearText {
    /// Whether nothing came over.
    pub fn is_empty(&self) -> bool {
        self.sentences.is_empty()
    }
}

impl Draft {
    /// What came over from last year's text.
    pub fn last_year_text(&self) -> &LastYearText {
        &self.last_year_text
    }

    /// The same draft, with sentences that came over from last year's report and are neither rewritten nor confirmed.
    #[must_use]
    pub fn with_last_year_text(self, sentences: Vec<String>) -> Self {
        Self { last_year_text: LastYearText { sentences, ..LastYearText::default() }, ..self }
    }
}

#[cfg(test)]
mod tests {
    use crate::draft::{Draft, Edit, Splice};

    fn draft(members: &str) -> Result<Draft, String> {
        let json = format!(r#"{{"nianbao": 1, "form": "national-2021", "year": 2023, "last_year_text": {members}}}"#);
        Draft::from_json(&json).map(|opened| opened.draft).map_err(|refused| refused.to_string())
    }

    #[test]
    fn what_came_over_is_written_and_read_back() {
        let fresh = Draft::new("d".to_owned(), 2023, "某局", "department");
        let mut draft = fresh.with_last_year_text(vec!["甲。".to_owned(), "乙。".to_owned()]);
        let before = draft.to_json();
        let inverse = draft.apply(Edit::SpliceConfirmed(Splice::insert(0, vec!["乙。".to_owned()])));
        let written = draft.to_json();
        assert!(written.contains(r#""confirmed""#));
        let opened = Draft::from_json(&written).unwrap();
        assert!(opened.notices.is_empty(), "{:?}", opened.notices);
        assert_eq!(opened.draft, draft);
        draft.apply(inverse);
        assert_eq!(draft.to_json(), before);
    }

    #[test]
    fn a_wrong_type_is_refused_by_its_place() {
        for (members, place) in [
            ("[]", "“last_year_text”应为"),
            (r#"{"sentences": "甲。"}"#, "“last_year_text.sentences”应为"),
            (r#"{"sentences": ["甲。", 2]}"#, "“last_year_text.sentences.1”应为"),
            (r#"{"confirmed": [null]}"#, "“last_year_text.confirmed.0”应为"),
        ] {
            let why = draft(members).unwrap_err();
            assert!(why.starts_with(place), "{members}: {why}");
        }
    }

    #[test]
    fn what_is_unknown_in_it_is_kept() {
        let draft = draft(r#"{"sentences": ["甲。"], "by": "某人"}"#).unwrap();
        assert!(draft.to_json().contains(r#""by": "某人""#));
    }
}
