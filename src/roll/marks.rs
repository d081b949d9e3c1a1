//! Which sentences of a draft are still last year's.

use std::collections::HashSet;
use std::ops::Range;

use super::paragraphs;
use super::sentences::trimmed;
use crate::draft::{Draft, Edit, Splice};
use crate::text::{pieces, words_alone};

/// The words of the sentences that came over from last year, by what became of them.
///
/// A sentence is last year's while its words stand: a year, a figure or its number in a list may be another.
pub struct Marks {
    open: HashSet<String>,
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

impl Marks {
    /// What came over into a draft.
    pub fn of(draft: &Draft) -> Self {
        let words = |sentences: &[String]| sentences.iter().map(|sentence| words_alone(sentence)).collect();
        let came = draft.last_year_text();
        let (mut open, confirmed): (HashSet<String>, HashSet<String>) =
            (words(&came.sentences), words(&came.confirmed));
        open.retain(|words| !words.is_empty() && !confirmed.contains(words));
        Self { open, confirmed }
    }

    /// Whether nothing is marked.
    pub fn is_empty(&self) -> bool {
        self.open.is_empty()
    }

    /// The sentences of a paragraph that are still last year's: their bytes, without white space around them.
    pub fn of_text(&self, text: &str) -> Vec<Range<usize>> {
        if self.open.is_empty() {
            return Vec::new();
        }
        let spans = pieces(text).into_iter().map(|span| trimmed(text, &span));
        spans.filter(|span| self.open.contains(&words_of(text, span))).collect()
    }

    /// Whether somebody said of a sentence that it holds for this year too.
    pub fn is_confirmed(&self, sentence: &str) -> bool {
        !self.confirmed.is_empty() && self.confirmed.contains(&words_alone(sentence))
    }
}

fn words_of(text: &str, span: &Range<usize>) -> String {
    words_alone(text.get(span.clone()).unwrap_or_default())
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
