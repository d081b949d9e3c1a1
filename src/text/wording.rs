//! The wording of a text, for comparing it with another: what changes from year to year by itself is left out.

use std::ops::Range;

use super::width::is_han;
use super::{mark, ordinals};

/// What stands for a year of the calendar: 2022年 and 2023年 are worded alike.
const YEAR: char = '\u{1}';

/// The letters and digits of a text, half-width: no white space, no marks, every year the same sign.
pub fn wording(text: &str) -> Vec<char> {
    let mut plain: Vec<char> = Vec::with_capacity(text.len() / 3);
    let mut digits = 0;
    for c in text.chars() {
        let c = match c {
            '０'..='９' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
            _ => c,
        };
        if c.is_ascii_digit() {
            digits += 1;
        } else {
            close_year(&mut plain, digits);
            digits = 0;
        }
        if is_han(c) || c.is_alphanumeric() {
            plain.push(c);
        }
    }
    close_year(&mut plain, digits);
    plain
}

/// Puts one sign for the last four digits when they are a year.
fn close_year(plain: &mut Vec<char>, digits: usize) {
    let start = plain.len().saturating_sub(4);
    if digits == 4 && matches!(plain.get(start..), Some(['1', '9', ..] | ['2', '0', ..])) {
        plain.truncate(start);
        plain.push(YEAR);
    }
}

/// Numerals of Chinese, which count as figures and not as words.
const NUMERALS: &str = "〇○零一二三四五六七八九十百千万亿两";

/// The words of a text alone: no white space, no marks, no figure in whatever script. Of a sentence whose years and figures
/// were changed, or taken out, it stays the same; so does its numbering not count.
pub fn words_alone(text: &str) -> String {
    let is_word = |c: &char| c.is_alphanumeric() && !c.is_ascii_digit() && !('０'..='９').contains(c);
    text.chars().filter(is_word).filter(|c| !NUMERALS.contains(*c)).collect()
}

/// The pieces of a text that say one thing: sentences, and what stands between semicolons; each with its mark.
pub fn pieces(text: &str) -> Vec<Range<usize>> {
    let (mut found, mut start) = (Vec::new(), 0);
    for (at, c) in text.char_indices().filter(|(_, c)| matches!(c, '。' | '！' | '？' | '；' | ';' | '\n')) {
        found.push(start..at + c.len_utf8());
        start = at + c.len_utf8();
    }
    if start < text.len() {
        found.push(start..text.len());
    }
    found
}

/// A piece without the numbering before it: （一）, 1., 一是.
pub fn unnumbered(piece: &str) -> &str {
    let words = mark(piece).and_then(|mark| piece.get(mark.span.end..)).unwrap_or(piece).trim_start();
    let ordinal = ordinals(words).into_iter().next().filter(|(_, span)| span.start == 0);
    ordinal.and_then(|(_, span)| words.get(span.end..)).unwrap_or(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_marks_and_blanks_make_no_difference() {
        for (one, other) in
            [("2022年，公开 3件。", "２０２３年公开3件"), ("（2021-2035）", "2019，2020"), ("“三审三校”", "三审三校")]
        {
            assert_eq!(wording(one), wording(other));
        }
        assert_ne!(wording("公开2022条件"), wording("公开20223条件"));
        assert_ne!(wording("公开3件"), wording("公开4件"));
        assert!(wording("。，").is_empty());
    }

    #[test]
    fn years_and_figures_are_no_words() {
        for other in ["2023年，公开 41 件，占５.5％。", "二〇二三年公开三十二件占%", "（一）年公开件，占。"]
        {
            assert_eq!(words_alone("2022年，公开3件，占4％。"), words_alone(other));
        }
        assert_ne!(words_alone("公开3件。"), words_alone("公开3条。"));
        assert!(words_alone("一、2，３。").is_empty());
    }

    #[test]
    fn pieces_and_their_numbering() {
        let text = "一是公开；二是解读。（三）回应";
        let cut: Vec<&str> = pieces(text).into_iter().map(|r| unnumbered(&text[r])).collect();
        assert_eq!(cut, ["公开；", "解读。", "回应"]);
        assert_eq!(unnumbered("统一是好的"), "统一是好的");
        assert!(pieces("").is_empty());
    }
}
