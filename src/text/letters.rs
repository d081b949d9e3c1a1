//! A text letter by letter, digits and marks of both widths alike, each with its place in bytes.

use std::ops::Range;

use crate::value::half_width;

/// The letters of a text. Positions count letters; what lies outside the text is no letter.
pub(super) struct Letters<'a> {
    text: &'a str,
    plain: Vec<char>,
    starts: Vec<usize>,
}

impl<'a> Letters<'a> {
    /// The letters of a text.
    pub fn of(text: &'a str) -> Self {
        let starts = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        Self { text, plain: half_width(text).chars().collect(), starts }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.plain.len()
    }

    /// The letter at a position, half-width; NUL outside the text.
    pub fn at(&self, index: usize) -> char {
        self.plain.get(index).copied().unwrap_or('\0')
    }

    /// Where the run of letters like this that begins here ends.
    pub fn run(&self, start: usize, like: impl Fn(char) -> bool) -> usize {
        start + self.plain.iter().skip(start).take_while(|c| like(**c)).count()
    }

    /// Where the run of letters like this that begins here ends, no more than so many letters on.
    pub fn run_within(&self, start: usize, most: usize, like: impl Fn(char) -> bool) -> usize {
        start + self.plain.iter().skip(start).take(most).take_while(|c| like(**c)).count()
    }

    /// Where the run of letters like this that ends here begins, no more than so many letters before.
    pub fn run_before_within(&self, end: usize, most: usize, like: impl Fn(char) -> bool) -> usize {
        let before = self.plain.get(..end.min(self.len())).unwrap_or_default();
        end - before.iter().rev().take(most).take_while(|c| like(**c)).count()
    }

    /// Where the run of letters like this that ends here begins.
    pub fn run_before(&self, end: usize, like: impl Fn(char) -> bool) -> usize {
        let before = self.plain.get(..end.min(self.len())).unwrap_or_default();
        end - before.iter().rev().take_while(|c| like(**c)).count()
    }

    /// The first position from here that is not blank.
    pub fn skip_blanks(&self, start: usize) -> usize {
        self.run(start, |c| c == ' ')
    }

    /// Whether these words stand at a position.
    pub fn starts_with(&self, at: usize, words: &str) -> bool {
        words.chars().enumerate().all(|(k, c)| self.at(at + k) == c)
    }

    /// Whether these words stand right before a position.
    pub fn ends_with(&self, at: usize, words: &str) -> bool {
        let length = words.chars().count();
        at >= length && self.starts_with(at - length, words)
    }

    /// The half-width words of a range of positions.
    pub fn words(&self, range: Range<usize>) -> String {
        self.plain.get(range).map(|letters| letters.iter().collect()).unwrap_or_default()
    }

    /// The bytes of a range of positions.
    pub fn bytes(&self, range: Range<usize>) -> Range<usize> {
        let byte = |index: usize| self.starts.get(index).copied().unwrap_or(self.text.len());
        byte(range.start)..byte(range.end)
    }
}
