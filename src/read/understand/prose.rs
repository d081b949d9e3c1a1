//! The text of a document beside its tables, paragraph by paragraph, each with where it came from.

use std::ops::Range;

use super::tape::{BLANK_CELL, Gap, Source, Tape};

/// A paragraph as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Para {
    /// Its words, outer blanks left out, inner ones made one.
    pub text: String,
    /// Where they came from.
    pub sources: Vec<Source>,
    /// Its first letter on the tape, by which it keeps its place among tables.
    pub at: usize,
}

impl Para {
    /// The part of the paragraph in these bytes, as a paragraph; nothing where there are no words.
    pub fn part(&self, bytes: Range<usize>) -> Option<Self> {
        let text = self.text.get(bytes)?.trim();
        let part = || Self { text: text.to_owned(), sources: self.sources.clone(), at: self.at };
        (!text.is_empty()).then(part)
    }

    /// This paragraph with another that goes on in it.
    pub fn join(&mut self, other: Self) {
        let is_latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        if is_latin(self.text.chars().next_back()) && is_latin(other.text.chars().next()) {
            self.text.push(' ');
        }
        self.text.push_str(&other.text);
        self.sources.extend(other.sources);
    }
}

/// The paragraphs that no table has taken.
pub fn paragraphs(tape: &Tape, taken: &[Range<usize>], is_taken: impl Fn(usize) -> bool) -> Vec<Para> {
    let mut found: Vec<Para> = Vec::new();
    let mut at = 0;
    while at < tape.letters.len() {
        if let Some(range) = taken.iter().find(|range| range.contains(&at)) {
            at = range.end;
            continue;
        }
        let Some((number, unit)) = tape.unit(at) else { break };
        let is_free = |at: usize| !taken.iter().any(|range| range.contains(&at));
        let end = (at..tape.letters.len())
            .find(|next| {
                *next > at
                    && (tape.unit(*next).is_none_or(|(n, _)| n != number)
                        || !is_free(*next)
                        || tape.letters.get(*next).is_some_and(|letter| letter.gap == Gap::Line))
            })
            .unwrap_or(tape.letters.len());
        let text = raw(tape, at..end);
        if unit.cell.is_none() && !is_taken(unit.block) && text.chars().any(char::is_alphanumeric) {
            found.push(Para { text, sources: tape.sources(at..end), at });
        }
        at = end.max(at + 1);
    }
    found
}

/// The words of letters of one text, with the blanks between them made one.
fn raw(tape: &Tape, letters: Range<usize>) -> String {
    let sources = tape.sources(letters.clone());
    let (Some(source), Some((number, _))) = (sources.first(), tape.unit(letters.start)) else { return String::new() };
    let text = tape.text(number).get(source.range.clone()).unwrap_or_default();
    one_blank(text.trim().trim_matches(BLANK_CELL))
}

/// A text in which every run of blanks is one.
pub fn one_blank(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = false;
    for c in text.chars() {
        let is_blank = c.is_whitespace();
        if !is_blank {
            out.push(c);
        } else if !before {
            out.push(if c == '\u{3000}' { c } else { ' ' });
        }
        before = is_blank;
    }
    out
}
