//! A text read once for all rules: its sentences, clauses, names and numbers.

use std::ops::Range;

use super::number::{Number, numbers};
use super::sentence::{Ranges, clauses, is_clause_mark, sentences};

/// A text with what was read in it. Every position is a byte of the text, and every look-up takes logarithmic time.
pub struct Reading<'a> {
    /// The text.
    pub text: &'a str,
    /// Its numbers from left to right.
    pub numbers: Box<[Number]>,
    sentences: Ranges,
    clauses: Ranges,
    titles: Box<[Range<usize>]>,
}

impl<'a> Reading<'a> {
    /// Reads a text; this never fails.
    pub fn of(text: &'a str) -> Self {
        Self {
            text,
            numbers: numbers(text).into(),
            sentences: sentences(text),
            clauses: clauses(text),
            titles: titles(text).into(),
        }
    }

    /// The sentences, each with the mark that ends it.
    pub fn sentences(&self) -> &[Range<usize>] {
        &self.sentences
    }

    /// The clauses, each with the mark that ends it.
    pub fn clauses(&self) -> &[Range<usize>] {
        &self.clauses
    }

    /// The names in 《》, with these marks.
    pub fn titles(&self) -> &[Range<usize>] {
        &self.titles
    }

    /// The words of a range; empty when it is none of this text.
    pub fn words(&self, range: Range<usize>) -> &'a str {
        self.text.get(range).unwrap_or_default()
    }

    /// The words from a position to another, or their end where they are many: what a number there can refer to.
    pub fn recent(&self, from: usize, to: usize) -> &'a str {
        const REACH: usize = 600;
        let start = self.text.ceil_char_boundary(from.max(to.saturating_sub(REACH)));
        self.words(start..to)
    }

    /// The sentence in which a position stands.
    pub fn sentence(&self, position: usize) -> Range<usize> {
        at(&self.sentences, position)
    }

    /// The sentence before the one in which a position stands; empty at the start.
    pub fn sentence_before(&self, position: usize) -> Range<usize> {
        let start = self.sentence(position).start;
        if start == 0 { 0..0 } else { self.sentence(start - 1) }
    }

    /// The clause in which a position stands.
    pub fn clause(&self, position: usize) -> Range<usize> {
        at(&self.clauses, position)
    }

    /// The words of a clause up to a position in it; of a clause without end what stands near.
    pub fn clause_before(&self, position: usize) -> &'a str {
        self.recent(self.clause(position).start, position)
    }

    /// Whether a position stands inside 《》.
    pub fn in_title(&self, position: usize) -> bool {
        self.title_at(position).is_some()
    }

    /// The name in 《》 in which a position stands, with these marks.
    pub fn title_at(&self, position: usize) -> Option<Range<usize>> {
        Some(at(&self.titles, position)).filter(|title| title.contains(&position))
    }

    /// The numbers that stand wholly in a range.
    pub fn numbers_in(&self, range: &Range<usize>) -> &[Number] {
        let from = self.numbers.partition_point(|n| n.span.start < range.start);
        let to = self.numbers.partition_point(|n| n.span.end <= range.end);
        self.numbers.get(from..to.max(from)).unwrap_or_default()
    }

    /// The index of a number of this reading.
    pub fn index(&self, number: &Number) -> usize {
        self.numbers.partition_point(|n| n.span.start < number.span.start)
    }

    /// The words right before a number: from the number before it, or from the start of its clause.
    pub fn lead(&self, number: &Number) -> &'a str {
        let before = self.index(number).checked_sub(1).and_then(|index| self.numbers.get(index));
        let start = self.clause(number.span.start).start.max(before.map_or(0, |n| n.span.end));
        self.words(start..number.span.start)
    }

    /// The words right after a number: to the number after it, or to the end of its clause, without its mark.
    pub fn trail(&self, number: &Number) -> &'a str {
        let after = self.numbers.get(self.index(number) + 1);
        let clause = self.clause(number.span.end.saturating_sub(1)).end;
        let end = clause.min(after.map_or(clause, |n| n.span.start)).max(number.span.end);
        self.words(number.span.end..end).trim_end_matches(is_clause_mark)
    }
}

/// The range of a sorted list in which a position stands; the last one after them all, and nothing in an empty list.
fn at(ranges: &[Range<usize>], position: usize) -> Range<usize> {
    let index = ranges.partition_point(|range| range.end <= position);
    ranges.get(index).or(ranges.last()).cloned().unwrap_or(0..0)
}

fn titles(text: &str) -> Vec<Range<usize>> {
    let (mut found, mut opened) = (Vec::new(), None);
    for (at, c) in text.char_indices() {
        match c {
            '《' => opened = opened.or(Some(at)),
            '》' => found.extend(opened.take().map(|from| from..at + c.len_utf8())),
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_around_a_number() {
        let text = "共受理3119件，答复3050件（含上年度结转申请34件，另有103件顺延到下年度答复）。";
        let reading = Reading::of(text);
        let around: Vec<(&str, &str)> = reading.numbers.iter().map(|n| (reading.lead(n), reading.trail(n))).collect();
        assert_eq!(around, [("共受理", ""), ("答复", ""), ("含上年度结转申请", ""), ("另有", "顺延到下年度答复")]);
    }

    #[test]
    fn look_ups_outside_the_text_are_harmless() {
        for text in ["", "。", "《未完", "2017"] {
            let reading = Reading::of(text);
            for position in 0..text.len() + 3 {
                let _ = (reading.sentence(position), reading.clause_before(position), reading.in_title(position));
                assert!(reading.sentence_before(position).end <= text.len());
                assert_eq!(reading.recent(position.max(text.len()), position), "");
            }
        }
    }
}
