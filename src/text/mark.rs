//! The numbering at the start of headings and paragraphs: 一、 （一） 1. （1）, and 一是…二是….

use std::ops::Range;

use super::{chinese_number, chinese_ordinal};
use crate::value::half_width;

/// A style of numbering.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MarkStyle {
    /// 一、
    Chinese,
    /// （一）
    ChineseInBrackets,
    /// 1. or 1、
    Digits,
    /// （1）
    DigitsInBrackets,
}

impl MarkStyle {
    /// The style that belongs one level below (GB/T 9704: 一、 （一） 1. （1）).
    #[must_use]
    pub fn below(self) -> Self {
        match self {
            Self::Chinese => Self::ChineseInBrackets,
            Self::ChineseInBrackets => Self::Digits,
            Self::Digits | Self::DigitsInBrackets => Self::DigitsInBrackets,
        }
    }

    /// The mark of this style for an ordinal; nothing above 99.
    pub fn write(self, ordinal: u64) -> Option<String> {
        match self {
            Self::Chinese => chinese_ordinal(ordinal).map(|n| format!("{n}、")),
            Self::ChineseInBrackets => chinese_ordinal(ordinal).map(|n| format!("（{n}）")),
            Self::Digits => Some(format!("{ordinal}.")),
            Self::DigitsInBrackets => Some(format!("（{ordinal}）")),
        }
    }
}

/// The numbering at the start of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Its style.
    pub style: MarkStyle,
    /// Its number.
    pub ordinal: u64,
    /// Its bytes: the mark itself, without white space around it.
    pub span: Range<usize>,
}

/// More letters than a mark has with what stands after it: （九十九）.
const LONGEST: usize = 16;

/// The numbering with which a text begins, white space before it left out.
pub fn mark(text: &str) -> Option<Mark> {
    let start = text.len() - text.trim_start().len();
    let rest = text.get(start..)?;
    // A mark is short, so the rest of a long paragraph is not looked at.
    let opening = rest.char_indices().nth(LONGEST).map_or(rest, |(at, _)| rest.get(..at).unwrap_or(rest));
    let plain = half_width(opening);
    let bracketed = plain.starts_with('(');
    let body = plain.strip_prefix('(').unwrap_or(&plain);
    let digits: String = body.chars().take_while(char::is_ascii_digit).collect();
    let chinese: String = body.chars().take_while(|c| "一二三四五六七八九十".contains(*c)).collect();
    let (number, ordinal) = if digits.is_empty() {
        let ordinal = chinese_number(&chinese)?;
        (chinese, ordinal)
    } else {
        let ordinal = digits.parse().ok()?;
        (digits.clone(), ordinal)
    };
    let mut next = body.chars().skip(number.chars().count());
    let (closing, after) = (next.next()?, next.next());
    let style = match (bracketed, digits.is_empty(), closing) {
        (true, true, ')') => MarkStyle::ChineseInBrackets,
        (true, false, ')') => MarkStyle::DigitsInBrackets,
        (false, true, '、') => MarkStyle::Chinese,
        // 1.5万元 begins with a decimal, not with a mark.
        (false, false, '.') if after.is_some_and(|c| c.is_ascii_digit()) => return None,
        (false, false, '、' | '.') => MarkStyle::Digits,
        _ => return None,
    };
    // Half-width reading keeps one character for one, so the mark ends after as many characters of the text.
    let length = number.chars().count() + 1 + usize::from(bracketed);
    let end = rest.char_indices().nth(length).map_or(rest.len(), |(at, _)| at);
    (ordinal > 0).then_some(Mark { style, ordinal, span: start..start + end })
}

/// The ordinals 一是, 二是 … at the starts of clauses, with their bytes.
pub fn ordinals(text: &str) -> Vec<(u64, Range<usize>)> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices('是') {
        let before = text.get(..at).unwrap_or_default();
        let numeral: Vec<(usize, char)> =
            before.char_indices().rev().take_while(|(_, c)| "一二三四五六七八九十".contains(*c)).collect();
        let Some((start, _)) = numeral.last() else { continue };
        let at_clause = text.get(..*start).unwrap_or_default().trim_end();
        let begins = at_clause.is_empty() || at_clause.ends_with(['。', '；', '：', '，', '、', ';', ':', ',']);
        let ordinal = text.get(*start..at).and_then(chinese_number);
        if let Some(ordinal) = ordinal.filter(|_| begins) {
            found.push((ordinal, *start..at + '是'.len_utf8()));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn is(text: &str, expected: Option<(MarkStyle, u64, &str)>) {
        let found = mark(text).map(|m| (m.style, m.ordinal, text[m.span].to_owned()));
        assert_eq!(found, expected.map(|(style, ordinal, words)| (style, ordinal, words.to_owned())), "{text}");
    }

    #[test]
    fn marks_of_every_style() {
        is("一、总体情况", Some((MarkStyle::Chinese, 1, "一、")));
        is("十二、其他", Some((MarkStyle::Chinese, 12, "十二、")));
        is("1、 基本工作情况", Some((MarkStyle::Digits, 1, "1、")));
        is("1．基本", Some((MarkStyle::Digits, 1, "1．")));
        is("　　（二） 加大", Some((MarkStyle::ChineseInBrackets, 2, "（二）")));
        is("(1)强化", Some((MarkStyle::DigitsInBrackets, 1, "(1)")));
    }

    #[test]
    fn what_is_no_mark() {
        for text in ["", "2017年，我街", "1.5万元", "一是加强", "（注）", "统一、规范", "三十二件", "（一"]
        {
            is(text, None);
        }
    }

    #[test]
    fn ordinals_stand_at_clauses() {
        let found = |text: &str| ordinals(text).into_iter().map(|(n, _)| n).collect::<Vec<_>>();
        assert_eq!(found("一是提高；二是拓展； 三是发布。"), [1, 2, 3]);
        assert!(found("统一是必要的，第十二是如此").is_empty());
    }

    #[test]
    fn marks_are_written_as_they_are_read() {
        for style in [MarkStyle::Chinese, MarkStyle::ChineseInBrackets, MarkStyle::Digits, MarkStyle::DigitsInBrackets]
        {
            for ordinal in 1..=99 {
                let written = style.write(ordinal).expect("up to 99") + "标题";
                assert_eq!(mark(&written).map(|m| (m.style, m.ordinal)), Some((style, ordinal)));
            }
        }
        assert_eq!(MarkStyle::Chinese.write(100), None);
    }
}
