//! Document numbers in prose: 国办公开办函〔2021〕30号.

use std::ops::Range;

use crate::value::half_width;

/// A document number as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentNumber {
    /// The bytes of the issuer's word: 国办公开办函. Empty where none stands before the bracket.
    pub issuer: Range<usize>,
    /// The brackets around the year.
    pub brackets: (char, char),
    /// The year.
    pub year: u64,
    /// The number.
    pub number: u64,
    /// The bytes of the whole, 号 included.
    pub span: Range<usize>,
}

/// The longest word of an issuer, in characters.
const LONGEST_ISSUER: usize = 12;

/// Words that stand before a document number and are no part of it.
const BEFORE: [&str; 16] = [
    "根据", "按照", "依照", "依据", "遵照", "参照", "执行", "落实", "印发", "通知", "文件", "要求", "以及", "和", "的",
    "及",
];

/// The document numbers of a text from left to right. Brackets of any kind are read, and two that do not match.
pub fn document_numbers(text: &str) -> Vec<DocumentNumber> {
    let mut found: Vec<DocumentNumber> = Vec::new();
    for (at, c) in text.char_indices() {
        if matches!(c, '〔' | '﹝' | '[' | '［' | '(' | '（' | '【') {
            let from = found.last().map_or(0, |before| before.span.end);
            found.extend(number_at(text, from, at, c));
        }
    }
    found
}

/// The document number whose year's bracket opens at `at`.
fn number_at(text: &str, from: usize, at: usize, opening: char) -> Option<DocumentNumber> {
    let mut rest = Letters { text, at: at + opening.len_utf8() };
    let year = rest.digits()?;
    let closing = rest.next().filter(|c| matches!(c, '〕' | '﹞' | ']' | '］' | ')' | '）' | '】'))?;
    rest.blanks();
    if rest.peek() == Some('第') {
        rest.next();
    }
    let number = rest.digits()?;
    rest.blanks();
    rest.next().filter(|c| *c == '号')?;
    let issuer = issuer(text.get(from..at)?, from);
    let start = if issuer.is_empty() { at } else { issuer.start };
    let is_year = (1949..=2100).contains(&year);
    is_year.then_some(DocumentNumber { issuer, brackets: (opening, closing), year, number, span: start..rest.at })
}

/// The issuer's word at the end of this text, which starts at the byte `from`.
fn issuer(before: &str, from: usize) -> Range<usize> {
    let trimmed = before.trim_end();
    let han = |c: &char| ('\u{4e00}'..='\u{9fff}').contains(c);
    let length = trimmed.chars().rev().take_while(han).take(LONGEST_ISSUER).map(char::len_utf8).sum::<usize>();
    let start = trimmed.len() - length;
    let word = trimmed.get(start..).unwrap_or_default();
    let named = word.rfind("国办");
    let cut = named
        .or_else(|| BEFORE.iter().filter_map(|stop| word.rfind(stop).map(|at| at + stop.len())).max())
        .unwrap_or(0);
    from + start + cut..from + trimmed.len()
}

/// What is left of a text.
struct Letters<'a> {
    text: &'a str,
    at: usize,
}

impl Letters<'_> {
    fn peek(&self) -> Option<char> {
        self.text.get(self.at..)?.chars().next()
    }

    fn next(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.at += c.len_utf8();
        Some(c)
    }

    fn blanks(&mut self) {
        while self.peek().is_some_and(char::is_whitespace) {
            self.next();
        }
    }

    /// A number of up to six digits of either width, blanks before and after it left out.
    fn digits(&mut self) -> Option<u64> {
        self.blanks();
        let start = self.at;
        while self.at - start < 18 && self.peek().is_some_and(|c| c.is_ascii_digit() || ('０'..='９').contains(&c)) {
            self.next();
        }
        let value = half_width(self.text.get(start..self.at)?).parse().ok();
        self.blanks();
        value
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(text: &str, expected: &[(&str, u64, u64, &str)]) {
        let found = document_numbers(text);
        let found: Vec<_> =
            found.iter().map(|d| (&text[d.issuer.clone()], d.year, d.number, &text[d.span.clone()])).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn numbers_with_brackets_of_every_kind() {
        for written in [
            "国办公开办函〔2021〕30号",
            "国办公开办函[2021]30号",
            "国办公开办函（2021）第30号",
            "国办公开办函 〔 2021］ 30 号",
        ] {
            reads(&format!("根据{written}要求"), &[("国办公开办函", 2021, 30, written)]);
        }
        reads("依据国务院办公厅国办函〔2020〕1号", &[("国办函", 2020, 1, "国办函〔2020〕1号")]);
        reads("《通知》（岚综管办便函〔2021〕39号）", &[("岚综管办便函", 2021, 39, "岚综管办便函〔2021〕39号")]);
    }

    #[test]
    fn several_and_one_without_its_issuer() {
        reads(
            "闽财非税函〔2021〕1号和国办函〔2020〕109号，〔2019〕60号",
            &[
                ("闽财非税函", 2021, 1, "闽财非税函〔2021〕1号"),
                ("国办函", 2020, 109, "国办函〔2020〕109号"),
                ("", 2019, 60, "〔2019〕60号"),
            ],
        );
    }

    #[test]
    fn what_is_no_document_number() {
        for text in
            ["国务院令第711号", "文化发展规划（2021-2035）", "（2021）", "〔20211〕30号", "〔2021〕30", "", "〔"]
        {
            reads(text, &[]);
        }
    }
}
