//! Lines of text, out of pieces on the same base line.

use super::piece::{Piece, halves};

/// A line of text: its pieces from left to right, at least one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextLine {
    /// Where it begins.
    pub left: i64,
    /// Where it ends.
    pub right: i64,
    /// Its base line.
    pub base: i64,
    /// The size of its largest letters.
    pub size: i64,
    /// Its pieces.
    pub pieces: Vec<Piece>,
}

/// A part of a line, with a gap to the next that is wider than a blank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fragment {
    /// Where it begins.
    pub left: i64,
    /// Where it ends.
    pub right: i64,
    /// Its words.
    pub text: String,
}

/// Puts pieces together that stand on one base line, from top to bottom.
pub fn lines(mut pieces: Vec<Piece>) -> Vec<TextLine> {
    pieces.sort_by_key(|piece| (piece.base, piece.left));
    let mut lines: Vec<TextLine> = Vec::new();
    for piece in pieces {
        match lines.last_mut() {
            Some(line) if (piece.base - line.base).abs() * 20 <= piece.size.max(line.size) * 9 => line.take(piece),
            _ => lines.push(TextLine {
                left: piece.left,
                right: piece.right,
                base: piece.base,
                size: piece.size,
                pieces: vec![piece],
            }),
        }
    }
    for line in &mut lines {
        line.pieces.sort_by_key(|piece| piece.left);
    }
    lines
}

impl TextLine {
    fn take(&mut self, piece: Piece) {
        self.left = self.left.min(piece.left);
        self.right = self.right.max(piece.right);
        // Small letters, as of a note, stand higher or lower; the large ones say where the line is.
        if piece.size > self.size {
            (self.size, self.base) = (piece.size, piece.base);
        }
        self.pieces.push(piece);
    }

    /// The parts of the line between gaps of one and a half letters and more.
    pub fn fragments(&self) -> Vec<Fragment> {
        let mut fragments: Vec<Fragment> = Vec::new();
        for piece in &self.pieces {
            match fragments.last_mut() {
                Some(last) if piece.left - last.right < self.size * 3 / 2 => {
                    append(&mut last.text, piece, piece.left - last.right);
                    last.right = last.right.max(piece.right);
                }
                _ => fragments.push(Fragment { left: piece.left, right: piece.right, text: piece.text.clone() }),
            }
        }
        fragments
    }

    /// All its words, with a blank for a gap.
    pub fn text(&self) -> String {
        let mut text = String::new();
        let mut end = None;
        for piece in &self.pieces {
            append(&mut text, piece, end.map_or(0, |end| piece.left - end));
            end = Some(end.unwrap_or(piece.right).max(piece.right));
        }
        text
    }
}

/// Adds a piece after a gap. Letters of Chinese stand apart where a line is stretched, and figures have a little room beside them:
/// neither is a blank.
fn append(text: &mut String, piece: &Piece, gap: i64) {
    let is_narrow = text.chars().next_back().is_none_or(|last| halves(last) == 1)
        && piece.text.chars().next().is_none_or(|first| halves(first) == 1);
    let blank = if is_narrow { piece.size / 5 } else { piece.size * 4 / 5 };
    if !text.is_empty() && gap >= blank {
        text.push(' ');
    }
    text.push_str(&piece.text);
}

/// Marks that may not begin a line.
const NOT_FIRST: &str = "、。，．：；！？”’）》〉】〕｝」』…—%％,.:;!?)]}";

/// Marks that may not end a line.
const NOT_LAST: &str = "“‘（《〈【〔｛「『([{";
/// Marks that hold figures together: 2021－2025.
const BETWEEN: &str = "-－—–～~";
/// So many letters of a word are looked at.
const WORD: usize = 40;

/// How much room the first word of a line takes: a letter of Chinese, or a word of Latin or figures up to its end, with the marks
/// that hold on to it on either side.
pub fn first_word(text: &str, size: i64) -> i64 {
    let mut letters = text.chars().take(WORD).peekable();
    let mut halves_taken = 0;
    let mut take = |letter: char| halves_taken += halves(letter);
    while let Some(mark) = letters.next_if(|letter| NOT_LAST.contains(*letter)) {
        take(mark);
    }
    let is_narrow = |letter: char| halves(letter) == 1 && !letter.is_whitespace();
    if let Some(first) = letters.next() {
        take(first);
        let goes_on = |letter: char| is_narrow(first) && (is_narrow(letter) || BETWEEN.contains(letter));
        while let Some(letter) = letters.next_if(|letter| goes_on(*letter)) {
            take(letter);
        }
    }
    for _ in 0..3 {
        letters.next_if(|letter| NOT_FIRST.contains(*letter)).map(&mut take);
    }
    halves_taken * size / 2
}

/// Joins a line to what stands before it: letters of Chinese and cut figures without a blank, words of Latin with one.
pub fn join(text: &mut String, line: &str) {
    let last = text.chars().next_back();
    let first = line.chars().next();
    if let (Some(last), Some(first)) = (last, first) {
        let is_figure = last.is_ascii_digit() && first.is_ascii_digit();
        if halves(last) == 1 && halves(first) == 1 && !is_figure && last != '-' && !NOT_FIRST.contains(first) {
            text.push(' ');
        }
    }
    text.push_str(line);
}

#[cfg(test)]
mod tests {
    use super::super::piece::width_of;
    use super::*;

    fn piece(left: i64, base: i64, words: &str) -> Piece {
        let right = left + width_of(words) * 5000;
        Piece { left, right, base, size: 10_000, text: words.to_owned(), is_turned: false }
    }

    fn texts(pieces: Vec<Piece>) -> Vec<String> {
        lines(pieces).iter().map(TextLine::text).collect()
    }

    #[test]
    fn pieces_on_one_base_line_are_a_line() {
        assert_eq!(
            texts(vec![piece(50_000, 20_300, "乙"), piece(40_000, 20_000, "甲"), piece(40_000, 35_000, "丙")]),
            ["甲乙", "丙"]
        );
    }

    #[test]
    fn gaps_are_blanks_where_they_are_wide_enough() {
        assert_eq!(texts(vec![piece(0, 0, "2024"), piece(22_600, 0, "年")]), ["2024年"]);
        assert_eq!(texts(vec![piece(0, 0, "12"), piece(12_100, 0, "34")]), ["12 34"]);
        assert_eq!(texts(vec![piece(0, 0, "姓名"), piece(30_000, 0, "单位")]), ["姓名 单位"]);
    }

    #[test]
    fn a_line_falls_into_parts_at_wide_gaps() {
        let line = &lines(vec![piece(0, 0, "行政"), piece(21_000, 0, "许可"), piece(60_000, 0, "3")])[0];
        let parts: Vec<String> = line.fragments().into_iter().map(|fragment| fragment.text).collect();
        assert_eq!(parts, ["行政许可", "3"]);
    }

    #[test]
    fn lines_are_joined_as_their_language_does() {
        for (before, after, joined) in [
            ("政府", "信息", "政府信息"),
            ("open", "data", "open data"),
            ("113988", "89", "11398889"),
            ("在", "GB", "在GB"),
        ] {
            let mut text = before.to_owned();
            join(&mut text, after);
            assert_eq!(text, joined);
        }
    }

    #[test]
    fn the_first_word_takes_its_marks_along() {
        assert_eq!(first_word("年，本", 10_000), 20_000);
        assert_eq!(first_word("2024年", 10_000), 20_000);
        assert_eq!(first_word("（2021－2025年）》", 10_000), 60_000);
        assert_eq!(first_word("《（某）》，、又", 10_000), 60_000);
        assert_eq!(first_word("", 10_000), 0);
    }
}
