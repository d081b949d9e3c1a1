//! Half-width marks in Chinese text, and the marks that belong there.

use std::ops::Range;

/// A mark that is half-width where a full-width one belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HalfWidth {
    /// Its bytes.
    pub span: Range<usize>,
    /// The mark that belongs there.
    pub full: char,
}

/// The half-width marks of a text that stand in Chinese. Numbers (1,234), times (8:30), addresses of the web and of
/// mail, numbering such as (1) and 1. are no Chinese; nor is a colon before digits or Latin letters.
pub fn half_width_marks(text: &str) -> Vec<HalfWidth> {
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let mut found = brackets(&letters);
    for (index, (at, c)) in letters.iter().enumerate() {
        let Some(full) = full_width(*c) else { continue };
        if stands_in_chinese(&letters, index, *c) {
            found.push(HalfWidth { span: *at..at + 1, full });
        }
    }
    found.sort_by_key(|mark| mark.span.start);
    found
}

/// A text with full-width marks for its half-width ones.
pub fn with_full_width_marks(text: &str) -> String {
    let (mut plain, mut from) = (String::with_capacity(text.len()), 0);
    for HalfWidth { span, full } in half_width_marks(text) {
        plain.push_str(text.get(from..span.start).unwrap_or_default());
        plain.push(full);
        from = span.end;
    }
    plain.push_str(text.get(from..).unwrap_or_default());
    plain
}

/// The full-width mark for one that parts or ends.
fn full_width(c: char) -> Option<char> {
    Some(match c {
        ',' => '，',
        ';' => '；',
        ':' => '：',
        '?' => '？',
        '!' => '！',
        '.' => '。',
        _ => return None,
    })
}

/// Whether a letter is Chinese or a mark of Chinese text.
fn is_chinese(c: char) -> bool {
    is_han(c) || "，。；：、？！（）《》〈〉“”‘’【】〔〕％…—".contains(c)
}

/// Whether a letter is a Chinese character.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '〇')
}

fn stands_in_chinese(letters: &[(usize, char)], index: usize, c: char) -> bool {
    let at = |index: Option<usize>| index.and_then(|index| letters.get(index)).map_or('\0', |(_, c)| *c);
    let before = at(index.checked_sub(1));
    let after = at(Some(index + 1));
    let ends = after == '\0' || after == '\n';
    match c {
        // A point in a foreign name (买买提.艾力) is none of ours: only one that ends a paragraph is a full stop.
        '.' => is_han(before) && ends,
        ':' => is_chinese(before) && (is_chinese(after) || ends),
        _ => {
            let counted = matches!(before, '%' | ')');
            (is_chinese(before) && !after.is_ascii_alphabetic())
                || (counted && is_chinese(after))
                || (is_chinese(before) && after.is_ascii_alphabetic() && c != '?')
        }
    }
}

/// The brackets around Chinese words, each by itself: one of a pair may be full-width already.
fn brackets(letters: &[(usize, char)]) -> Vec<HalfWidth> {
    let (mut found, mut open): (Vec<HalfWidth>, Vec<(usize, usize, char)>) = (Vec::new(), Vec::new());
    // How many Chinese characters stand before each position, so that a bracket's content is asked in one step.
    let mut chinese = 0;
    for (at, c) in letters {
        match c {
            '(' | '（' => open.push((*at, chinese, *c)),
            ')' | '）' => {
                let Some((from, before, opening)) = open.pop() else { continue };
                let mixed = (opening == '(') != (*c == ')');
                if chinese > before || mixed {
                    found.extend((opening == '(').then_some(HalfWidth { span: from..from + 1, full: '（' }));
                    found.extend((*c == ')').then_some(HalfWidth { span: *at..at + 1, full: '）' }));
                }
            }
            c if is_han(*c) => chinese += 1,
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_in_chinese() {
        for (text, full) in [
            ("2023年,本局公开63条,其中:甲1条;乙2条.", "2023年，本局公开63条，其中：甲1条；乙2条。"),
            ("(一)主动公开(试行)", "（一）主动公开（试行）"),
            ("占8%;其他(均在专栏中公开),好吗?", "占8%；其他（均在专栏中公开），好吗？"),
            ("（一)主要问题:", "（一）主要问题："),
            ("举办培训班4期,12次,APP一个", "举办培训班4期，12次，APP一个"),
        ] {
            assert_eq!(with_full_width_marks(text), full);
            assert!(half_width_marks(full).is_empty());
        }
    }

    #[test]
    fn numbers_times_and_addresses_are_left_alone() {
        for text in [
            "网址：http://www.example.gov.cn，办公时间8:30—17:00，收费59,237.24元。",
            "主动公开政府信息1,234件，邮箱hazw@163.com，电话:0591-23165385，网址:www.gov.cn",
            "（1）甲(2)乙1.丙2.5万，规划(2021-2035)，阿卜杜.买买提，A:B，IoT, 5G (www.a.cn)",
            "",
            ",",
            "(",
            "）(",
        ] {
            assert!(half_width_marks(text).is_empty(), "{text}: {:?}", half_width_marks(text));
        }
    }
}
