//! The text of a document beside its tables, paragraph by paragraph, each with where it came from.

use std::ops::Range;
use std::rc::Rc;

use super::tape::{BLANK_CELL, Gap, Source, Tape};

/// Where words came from, with the text in which they stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whence {
    source: Source,
    raw: Rc<str>,
}

impl Whence {
    /// Whether both are of the same text.
    fn is_beside(&self, other: &Self) -> bool {
        (self.source.block, self.source.cell) == (other.source.block, other.source.cell)
    }

    /// The letters, each with its bytes in the text.
    fn letters(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        let start = self.source.range.start;
        let letters = self.raw.get(self.source.range.clone()).unwrap_or_default().char_indices();
        letters.filter(|(_, c)| is_letter(*c)).map(move |(at, c)| start + at..start + at + c.len_utf8())
    }
}

/// Whether a letter is kept when blanks are made one.
fn is_letter(c: char) -> bool {
    !c.is_whitespace() && c != BLANK_CELL
}

/// A paragraph as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Para {
    /// Its words, outer blanks left out, inner ones made one.
    pub text: String,
    /// Where they came from.
    pub sources: Vec<Whence>,
    /// Its first letter on the tape, by which it keeps its place among tables.
    pub at: usize,
}

impl Para {
    /// The parts of the paragraph between these bytes, which are in order, each with where it came from; without those that have no
    /// words.
    pub fn parts(&self, cuts: impl IntoIterator<Item = usize>) -> Vec<Self> {
        let mut letters =
            self.sources.iter().flat_map(|whence| whence.letters().map(move |bytes| (whence, bytes))).peekable();
        let mut from = 0;
        let mut parts = Vec::new();
        for to in cuts.into_iter().chain([self.text.len()]) {
            let words = self.text.get(from..to).unwrap_or_default();
            let count = words.chars().filter(|c| is_letter(*c)).count();
            let mut sources: Vec<Whence> = Vec::new();
            for (whence, bytes) in letters.by_ref().take(count) {
                match sources.last_mut().filter(|last| last.is_beside(whence)) {
                    Some(last) => last.source.range.end = bytes.end,
                    None => sources.push(Whence {
                        source: Source { range: bytes, ..whence.source.clone() },
                        raw: Rc::clone(&whence.raw),
                    }),
                }
            }
            let text = words.trim();
            if !text.is_empty() {
                parts.push(Self { text: text.to_owned(), sources, at: self.at });
            }
            from = to;
        }
        parts
    }

    /// Where its words stand.
    pub fn sources(&self) -> Vec<Source> {
        self.sources.iter().map(|whence| whence.source.clone()).collect()
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
            let raw = tape.text(number);
            let whence = |source| Whence { source, raw: Rc::clone(&raw) };
            found.push(Para { text, sources: tape.sources(at..end).into_iter().map(whence).collect(), at });
        }
        at = end.max(at + 1);
    }
    found
}

/// The words of letters of one text, with the blanks between them made one.
fn raw(tape: &Tape, letters: Range<usize>) -> String {
    let sources = tape.sources(letters.clone());
    let (Some(source), Some((number, _))) = (sources.first(), tape.unit(letters.start)) else { return String::new() };
    let raw = tape.text(number);
    let text = raw.get(source.range.clone()).unwrap_or_default();
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::Document;

    #[test]
    fn each_part_of_a_paragraph_knows_where_it_stands() {
        let mut document = Document::default();
        document.paragraph("首页　 来源：某局  一、总体情况 2021年，收到3件。");
        let tape = Tape::of(&document.blocks);
        let found = paragraphs(&tape, &[], |_| false);
        let [para] = found.as_slice() else { panic!("{found:?}") };
        let cuts = ["来源", "一、", "2021"].map(|words| para.text.find(words).expect("words"));
        let parts = para.parts(cuts);
        let whole_text = tape.text(0);
        let shown: Vec<&str> = parts.iter().flat_map(Para::sources).map(|source| &whole_text[source.range]).collect();
        assert_eq!(shown, ["首页", "来源：某局", "一、总体情况", "2021年，收到3件。"]);
        assert_eq!(parts[2].text, "一、总体情况");
        let mut whole = parts[0].clone();
        whole.join(parts[3].clone());
        assert_eq!(whole.sources().len(), 2);
        assert_eq!(whole.parts([whole.text.find("收到").expect("words")]).len(), 2);
    }
}
