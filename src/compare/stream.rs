//! Words and figures without all that readers see differently: a stream of tokens, parted into pieces.

use std::iter::once;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

/// Pieces of text, one after the other, as tokens: a number is one, any other character is one. White space is none, and characters that
/// typefaces and programs change into each other are one.
#[derive(Debug, Default)]
pub(super) struct Stream {
    /// The characters as they stand.
    raw: String,
    /// The characters by which tokens are compared.
    folded: String,
    /// Where each token begins in either.
    starts: Vec<(usize, usize)>,
    /// The first token of each piece.
    pieces: Vec<usize>,
}

impl Stream {
    /// Adds a piece. One without a character that is seen has no token.
    pub fn piece(&mut self, text: &str) {
        self.pieces.push(self.starts.len());
        let mut was_digit = false;
        for c in text.chars() {
            if is_unseen(c) {
                was_digit = false;
                continue;
            }
            let from = self.raw.len();
            self.raw.push(c);
            let before = self.starts.len();
            for c in once(c).nfkc().map(same).filter(|c| !is_unseen(*c)) {
                let is_digit = c.is_ascii_digit();
                if !(is_digit && was_digit) {
                    // Of a character that stands for several only the first has it.
                    let raw = if self.starts.len() == before { from } else { self.raw.len() };
                    self.starts.push((raw, self.folded.len()));
                }
                was_digit = is_digit;
                self.folded.push(c);
            }
        }
    }

    /// How many tokens there are.
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// How many pieces there are.
    pub fn count(&self) -> usize {
        self.pieces.len()
    }

    /// The tokens of a piece.
    pub fn tokens(&self, piece: usize) -> Range<usize> {
        self.begin(piece)..self.begin(piece + 1)
    }

    /// The first token of a piece; behind the last piece the end.
    pub fn begin(&self, piece: usize) -> usize {
        self.pieces.get(piece).copied().unwrap_or(self.starts.len())
    }

    /// The piece of a token, or the last one.
    pub fn piece_of(&self, token: usize) -> usize {
        self.pieces.partition_point(|start| *start <= token).saturating_sub(1)
    }

    /// Whether a piece has no token.
    pub fn is_blank(&self, piece: usize) -> bool {
        self.tokens(piece).is_empty()
    }

    /// Tokens by which they are compared.
    pub fn folded(&self, tokens: Range<usize>) -> &str {
        let at = |token: usize| self.starts.get(token).map_or(self.folded.len(), |start| start.1);
        self.folded.get(at(tokens.start)..at(tokens.end)).unwrap_or_default()
    }

    /// Each of some tokens.
    pub fn each(&self, tokens: Range<usize>) -> Vec<&str> {
        tokens.map(|token| self.folded(token..token + 1)).collect()
    }

    /// Tokens as they stand, with a blank between pieces.
    pub fn raw(&self, tokens: Range<usize>) -> String {
        let at = |token: usize| self.starts.get(token).map_or(self.raw.len(), |start| start.0);
        let mut words = String::new();
        let mut from = tokens.start;
        while from < tokens.end {
            let end = self.tokens(self.piece_of(from)).end.clamp(from + 1, tokens.end);
            if !words.is_empty() {
                words.push(' ');
            }
            words.push_str(self.raw.get(at(from)..at(end)).unwrap_or_default());
            from = end;
        }
        words
    }

    /// Where words stand whole among tokens: the first place, or the last.
    pub fn find(&self, words: &str, among: Range<usize>, is_last: bool) -> Option<Range<usize>> {
        let text = self.folded(among.clone());
        let at = if is_last { text.rfind(words) } else { text.find(words) }?;
        let from = self.starts.get(among.start)?.1 + at;
        let token = |byte: usize| match self.starts.binary_search_by_key(&byte, |start| start.1) {
            Ok(token) => Some(token),
            Err(_) => (byte == self.folded.len()).then_some(self.starts.len()),
        };
        Some(token(from)?..token(from + words.len())?)
    }
}

/// White space, controls, and characters that show nothing.
fn is_unseen(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// One character for those that look alike and stand for each other: dashes, minus signs, dots, quotation marks.
fn same(c: char) -> char {
    match c {
        '\u{2013}'..='\u{2015}' | '\u{2500}' => '—',
        '\u{2010}'..='\u{2012}' | '\u{2212}' => '-',
        '•' | '‧' | '・' | '⋅' => '·',
        '“' | '”' | '„' => '"',
        '‘' | '’' => '\'',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stream(pieces: &[&str]) -> Stream {
        let mut stream = Stream::default();
        for piece in pieces {
            stream.piece(piece);
        }
        stream
    }

    #[test]
    fn a_number_is_a_token_and_so_is_any_other_character() {
        let stream = stream(&["2023年 收到\n12 3件", "", "3"]);
        let tokens: Vec<&str> = (0..stream.len()).map(|token| stream.folded(token..token + 1)).collect();
        assert_eq!(tokens, ["2023", "年", "收", "到", "12", "3", "件", "3"]);
        assert_eq!((stream.count(), stream.is_blank(1), stream.tokens(2)), (3, true, 7..8));
        assert_eq!((stream.piece_of(0), stream.piece_of(6), stream.piece_of(7)), (0, 0, 2));
        assert_eq!(stream.raw(4..8), "123件 3");
        assert_eq!(stream.raw(3..3), "");
    }

    #[test]
    fn what_looks_the_same_is_the_same() {
        for (one, other) in [
            ("（一）公开：５件", "(一)公开:5件"),
            ("甲——乙", "甲――乙"),
            ("−3", "-3"),
            ("……", "......"),
            ("⼀、总体\u{200b}情况", "一、总体情况"),
            ("“甲”", "\"甲\""),
        ] {
            let (one, other) = (stream(&[one]), stream(&[other]));
            assert_eq!(one.folded(0..one.len()), other.folded(0..other.len()));
            assert_eq!(one.len(), other.len());
        }
        let shown = stream(&["１２％，……后"]);
        assert_eq!(shown.raw(0..shown.len()), "１２％，……后");
    }

    #[test]
    fn words_are_found_whole() {
        let stream = stream(&["甲123", "乙3", "乙"]);
        assert_eq!(stream.find("乙", 0..stream.len(), false), Some(2..3));
        assert_eq!(stream.find("乙", 0..stream.len(), true), Some(4..5));
        assert_eq!(stream.find("23", 0..stream.len(), false), None, "it is a part of a number");
        assert_eq!(stream.find("丙", 0..stream.len(), false), None);
        assert_eq!(stream.find("甲", 5..5, false), None);
    }
}
