//! The words of a table: what may stand between its figures and what ends them.

use std::collections::HashSet;

use super::label::{is_mark, same};
use super::tape::{Gap, Letter};
use crate::value::half_width;

/// The letters of the labels of a table, and which of them follow one another.
#[derive(Clone, Debug, Default)]
pub struct Words {
    letters: HashSet<char>,
    pairs: HashSet<(char, char)>,
}

/// A run of words on the tape, as far as it was walked.
#[derive(Clone, Copy, Debug, Default)]
pub struct Run {
    /// How many letters it has.
    pub length: usize,
    breaks: usize,
    last: Option<char>,
}

impl Words {
    /// Adds the words of a label.
    pub fn add(&mut self, words: &str) {
        let plain = half_width(words);
        let letters: Vec<char> = plain.chars().filter(|c| !is_mark(*c) && !c.is_whitespace()).map(same).collect();
        self.letters.extend(&letters);
        self.pairs.extend(letters.iter().copied().zip(letters.iter().copied().skip(1)));
    }

    /// Whether it is a letter of one of the labels.
    pub fn has(&self, letter: char) -> bool {
        self.letters.contains(&same(letter))
    }

    /// Walks a run on by a letter; false where the run is of other words than the labels. Labels that run together, and pieces
    /// of labels that the print tore apart, are still the table's own.
    pub fn walk(&self, run: &mut Run, letter: &Letter) -> bool {
        let this = same(letter.plain);
        let is_torn = run.last.is_some_and(|last| letter.gap == Gap::None && !self.pairs.contains(&(last, this)));
        run.breaks += usize::from(is_torn);
        run.length += 1;
        run.last = Some(this);
        self.letters.contains(&this) && run.breaks <= 1 + run.length / 3
    }
}

#[cfg(test)]
mod tests {
    use super::super::tape::Tape;
    use super::*;
    use crate::read::Document;

    #[test]
    fn labels_and_their_pieces_are_own_words() {
        let mut words = Words::default();
        for label in ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计", "未经复议直接起诉"]
        {
            words.add(label);
        }
        let is_own = |text: &str| {
            let mut document = Document::default();
            document.paragraph(text);
            let tape = Tape::of(&document.blocks);
            let mut run = Run::default();
            tape.letters.iter().all(|letter| words.walk(&mut run, letter))
        };
        assert!(is_own("结果维持结果纠正其他结果尚未审结总计"));
        assert!(is_own("结果 结 尚未 维持 果 审结"));
        assert!(!is_own("本年度没有复议"));
        assert!(!is_own("果结他其持维"), "the letters of a label in another order are other words");
    }
}
