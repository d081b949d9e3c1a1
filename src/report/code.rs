//! 校验码: eight characters by which a printed or published report is known again.

use std::fmt::Write;
use std::ops::Range;

use sha2::{Digest, Sha256};

use crate::block::{Block, pieces};

/// How many bytes of the digest are shown, two characters each.
const SHOWN: usize = 4;

/// The check code of a report: the beginning of the SHA-256 (FIPS 180-4) of its words and figures in their order, as 3F7A-91C2. Whatever
/// stands on paper changes it; how the paper looks, and what of the draft is not printed, does not. It tells that two reports are not the
/// same; it does not protect against somebody who means to deceive.
pub fn check_code(blocks: &[Block]) -> String {
    // A character that no text holds parts two pieces, so that no word can move from one to the next unseen.
    let digest = Sha256::digest(pieces(blocks).join("\u{1f}").as_bytes());
    let mut code = String::new();
    for (n, byte) in digest.iter().take(SHOWN).enumerate() {
        if n == SHOWN / 2 {
            code.push('-');
        }
        // Writing into a string does not fail.
        let _ = write!(code, "{byte:02X}");
    }
    code
}

/// What stands before the code wherever it is printed.
const LABEL: &str = "校验码";

/// The check code that is printed in words (校验码 3F7A-91C2), and where it stands with its label; nothing where there is none.
pub fn code_in(words: &str) -> Option<(Range<usize>, String)> {
    for (from, _) in words.match_indices(LABEL) {
        let rest = words.get(from + LABEL.len()..).unwrap_or_default();
        let code = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '：' | ':'));
        let shown = code.get(..SHOWN * 2 + 1).filter(|shown| is_code(shown));
        let goes_on =
            code.get(SHOWN * 2 + 1..).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphanumeric()));
        if let Some(shown) = shown.filter(|_| !goes_on) {
            let to = words.len() - code.len() + shown.len();
            return Some((from..to, shown.to_owned()));
        }
    }
    None
}

fn is_code(text: &str) -> bool {
    let is_of_a_code = |c: char| c.is_ascii_digit() || ('A'..='F').contains(&c);
    text.chars().enumerate().all(|(n, c)| if n == SHOWN { c == '-' } else { is_of_a_code(c) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::{Run, Style};

    fn paragraphs(texts: &[&str]) -> Vec<Block> {
        let run = |text: &&str| Run { text: (*text).to_owned(), style: Style::Plain };
        texts.iter().map(|text| Block::Paragraph(vec![run(text)])).collect()
    }

    #[test]
    fn the_code_of_known_words() {
        // printf 'abc' | sha256sum
        assert_eq!(check_code(&paragraphs(&["abc"])), "BA78-16BF");
        assert_eq!(check_code(&[]), "E3B0-C442");
    }

    #[test]
    fn a_moved_word_is_another_report() {
        let codes = [&["2017年", "88条"][..], &["2017年8", "8条"], &["88条", "2017年"], &["2017年88条"]];
        let codes: Vec<String> = codes.iter().map(|texts| check_code(&paragraphs(texts))).collect();
        for (n, code) in codes.iter().enumerate() {
            assert!(!codes[n + 1..].contains(code), "{codes:?}");
        }
    }

    #[test]
    fn a_printed_code_is_found() {
        for (words, code, left) in [
            ("校验码 3F7A-91C2", "3F7A-91C2", ""),
            ("校验码 3F7A-91C2\t— 1 —", "3F7A-91C2", "\t— 1 —"),
            ("— 12 —  校验码：BA78-16BF", "BA78-16BF", "— 12 —  "),
            ("校验码见下，校验码3F7A-91C2。", "3F7A-91C2", "校验码见下，。"),
        ] {
            let (at, found) = code_in(words).expect(words);
            let mut rest = words.to_owned();
            rest.replace_range(at, "");
            assert_eq!((found.as_str(), rest.as_str()), (code, left));
        }
        for words in [
            "",
            "3F7A-91C2",
            "校验码",
            "校验码 3F7A91C2",
            "校验码 3F7A-91C",
            "校验码 3F7A-91C25",
            "校验码 3G7A-91C2",
            "校验码是一二三四五六",
        ] {
            assert_eq!(code_in(words), None, "{words}");
        }
        let printed = format!("校验码 {}", check_code(&[]));
        assert_eq!(code_in(&printed), Some((0..printed.len(), check_code(&[]))));
    }
}
