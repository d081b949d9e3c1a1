//! 校验码: eight characters by which a printed or published report is known again.

use std::fmt::Write;

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
}
