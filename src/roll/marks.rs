//! Which sentences of a draft are still last year's.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::paragraphs;
use super::sentences::trimmed;
use crate::draft::{Draft, Edit, Item, Place, Splice};
use crate::text::{Number, Reading, Sense, pieces, words_alone};
use crate::value::Decimal;

/// The sentences that came over from last year, by their words, and those of them that somebody confirmed.
///
/// A sentence is last year's while its words stand: a year, a figure or its number in a list may be another.
pub struct Marks {
    open: HashMap<String, String>,
    confirmed: HashSet<String>,
}

/// How far the text that came over is settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Progress {
    /// How many sentences came over; the same words again are one.
    pub all: usize,
    /// How many sentences of the text are still last year's.
    pub left: usize,
    /// How many of those that came over somebody confirmed.
    pub confirmed: usize,
    /// How many of them were rewritten or taken out.
    pub rewritten: usize,
}

/// A sentence of the text that is still last year's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its paragraph.
    pub place: Place,
    /// Its bytes there, without white space around it.
    pub span: Range<usize>,
    /// The sentence.
    pub words: String,
    /// How many figures it has.
    pub figures: usize,
    /// How many of them are last year's.
    pub stale: usize,
}

impl Marks {
    /// What came over into a draft.
    pub fn of(draft: &Draft) -> Self {
        let came = draft.last_year_text();
        let confirmed: HashSet<String> = came.confirmed.iter().map(|sentence| words_alone(sentence)).collect();
        let by_words = came.sentences.iter().map(|sentence| (words_alone(sentence), sentence.clone()));
        let open = by_words.filter(|(words, _)| !words.is_empty() && !confirmed.contains(words)).collect();
        Self { open, confirmed }
    }

    /// Whether nothing can be last year's.
    pub fn is_empty(&self) -> bool {
        self.open.is_empty()
    }

    /// The sentences of a paragraph that are still last year's: their bytes, without white space around them.
    pub fn of_text(&self, text: &str) -> Vec<Range<usize>> {
        if self.open.is_empty() {
            return Vec::new();
        }
        let spans = pieces(text).into_iter().map(|span| trimmed(text, &span));
        spans.filter(|span| self.open.contains_key(&words_of(text, span))).collect()
    }

    /// Whether somebody said of a sentence that it holds for this year too.
    pub fn is_confirmed(&self, sentence: &str) -> bool {
        !self.confirmed.is_empty() && self.confirmed.contains(&words_alone(sentence))
    }

    /// The figures of a sentence that stand as they came over, years and days left out: their bytes in it.
    pub fn stale_figures(&self, sentence: &str) -> Vec<Range<usize>> {
        let Some(came) = self.open.get(&words_alone(sentence)) else { return Vec::new() };
        let (now, before) = (Reading::of(sentence), Reading::of(came));
        let before: Vec<&Number> = before.numbers.iter().filter(|number| is_figure(number)).collect();
        let figures = now.numbers.iter().filter(|number| is_figure(number)).enumerate();
        let stale = figures.filter(|(at, number)| before.get(*at).is_some_and(|came| came.value == number.value));
        stale.map(|(_, number)| number.digits.clone()).collect()
    }
}

/// Whether a number is one that the year has to count anew; 六个部分 and 一批 are words.
fn is_figure(number: &Number) -> bool {
    let is_word = number.chinese && number.value <= Decimal::TEN;
    !is_word && matches!(number.sense, Sense::Count | Sense::Percent | Sense::Times)
}

fn words_of(text: &str, span: &Range<usize>) -> String {
    words_alone(text.get(span.clone()).unwrap_or_default())
}

/// The sentences of a draft that are still last year's, in the order of the text, so many at most.
pub fn standing(draft: &Draft, most: usize) -> Vec<Sentence> {
    let marks = Marks::of(draft);
    let opening = draft.opening().iter().enumerate().map(|(m, text)| (Place::Opening(m), text.as_str()));
    let bodies = draft.narrative().iter().enumerate().flat_map(|(n, part)| {
        let texts = part.body.iter().enumerate();
        texts.filter_map(move |(m, item)| Some((Place::Body(n, m), Item::paragraph(item)?)))
    });
    let found = opening.chain(bodies).flat_map(|(place, text)| {
        let spans = marks.of_text(text).into_iter();
        spans.filter_map(move |span| Some((place, span.clone(), text.get(span)?)))
    });
    let sentence = |(place, span, words): (Place, Range<usize>, &str)| {
        let figures = Reading::of(words).numbers.iter().filter(|number| is_figure(number)).count();
        Sentence { place, span, words: words.to_owned(), figures, stale: marks.stale_figures(words).len() }
    };
    found.take(most).map(sentence).collect()
}

/// How many sentences are last year's: of the opening, then of each part.
pub fn left_by_part(draft: &Draft) -> Vec<usize> {
    if draft.last_year_text().is_empty() {
        return Vec::new();
    }
    let marks = Marks::of(draft);
    let opening = draft.opening().iter().map(|text| marks.of_text(text).len()).sum();
    let parts = draft.narrative().iter().map(|part| {
        let texts = part.body.iter().filter_map(Item::paragraph);
        texts.map(|text| marks.of_text(text).len()).sum()
    });
    std::iter::once(opening).chain(parts).collect()
}

impl Progress {
    /// How far a draft is.
    pub fn of(draft: &Draft) -> Self {
        let (came, marks) = (&draft.last_year_text().sentences, Marks::of(draft));
        let (mut left, mut standing) = (0, HashSet::new());
        for text in paragraphs(draft) {
            let spans = marks.of_text(text);
            left += spans.len();
            standing.extend(spans.iter().map(|span| words_of(text, span)));
        }
        let confirmed = came.iter().filter(|sentence| marks.is_confirmed(sentence)).count();
        let open = came.iter().filter(|sentence| standing.contains(&words_alone(sentence))).count();
        Self { all: came.len(), left, confirmed, rewritten: came.len().saturating_sub(confirmed + open) }
    }
}

/// The change that says of a sentence that it holds for this year too.
pub fn confirming(draft: &Draft, sentence: &str) -> Edit {
    let at = draft.last_year_text().confirmed.len();
    Edit::SpliceConfirmed(Splice::insert(at, vec![sentence.trim().to_owned()]))
}
