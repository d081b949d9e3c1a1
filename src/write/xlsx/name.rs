//! Words as Excel takes them: the names of sheets, and texts without what XML cannot hold.

use std::collections::BTreeSet;

use crate::text::heading_words;

/// The longest name of a sheet, in UTF-16 units.
const LONGEST: usize = 31;
/// The longest text of a cell, in UTF-16 units.
const LONGEST_TEXT: usize = 32_767;

/// A text for a cell: without the control characters that XML forbids (Extensible Markup Language 1.0, 2.2), its lines parted as Excel
/// parts them. What is longer than a cell may hold ends in an ellipsis.
pub fn clean(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let is_sound = |c: &char| matches!(c, '\n' | '\t') || !(c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}'));
    let text: String = text.chars().filter(is_sound).collect();
    if length(&text) <= LONGEST_TEXT { text } else { format!("{}…", cut(&text, LONGEST_TEXT - 1)) }
}

/// A text without line breaks and tabs.
pub fn one_line(text: &str) -> String {
    clean(text).replace(['\n', '\t'], " ").trim().to_owned()
}

/// How long Excel takes a text to be.
fn length(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

/// The beginning of a text, at most so long.
fn cut(text: &str, most: usize) -> &str {
    let mut so_far = 0;
    let end = text.char_indices().find(|(_, c)| {
        so_far += c.len_utf16();
        so_far > most
    });
    end.and_then(|(at, _)| text.get(..at)).unwrap_or(text)
}

/// The names of the sheets of a workbook, no two alike.
#[derive(Default)]
pub struct Names {
    given: BTreeSet<String>,
}

impl Names {
    /// A name for the sheet of a table with this title: without its numbering and its unit, without what Excel forbids in a name, and with
    /// a number where another sheet has the name. History is a name that Excel keeps for itself.
    pub fn name(&mut self, title: &str) -> String {
        let words = heading_words(without_unit(without_number(title.trim())));
        let allowed = |c: &char| !"[]:*?/\\".contains(*c);
        let words: String = one_line(&words).chars().filter(allowed).collect();
        let base = cut(trimmed(&words), LONGEST);
        let base = if base.is_empty() { "表" } else { base };
        let mut name = trimmed(base).to_owned();
        let mut number = 2;
        while name.eq_ignore_ascii_case("history") || !self.given.insert(name.to_lowercase()) {
            let number_words = number.to_string();
            name = format!("{}{number_words}", trimmed(cut(base, LONGEST - number_words.len())));
            number += 1;
        }
        name
    }
}

/// Without blanks and apostrophes at its ends.
fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || c == '\'')
}

/// A caption without 表1.
fn without_number(caption: &str) -> &str {
    let number = |c: char| c.is_numeric() || "一二三四五六七八九十-—.".contains(c);
    let rest = caption.strip_prefix('表').map(|rest| (rest, rest.trim_start_matches(number)));
    let rest = rest.filter(|(all, rest)| all.len() > rest.len() && !rest.is_empty());
    rest.map_or(caption, |(_, rest)| rest.trim_start_matches(|c: char| c.is_whitespace() || "：:、.．".contains(c)))
}

/// A caption without （单位：条） at its end.
fn without_unit(caption: &str) -> &str {
    let inside = caption.strip_suffix(['）', ')']).and_then(|rest| rest.rsplit_once(['（', '(']));
    inside.filter(|(words, unit)| unit.starts_with("单位") && !words.is_empty()).map_or(caption, |(words, _)| words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_is_named_by_the_words_of_its_table() {
        for (title, name) in [
            ("三、收到和处理政府信息公开申请情况", "收到和处理政府信息公开申请情况"),
            ("表1　2014—2017年主动公开政府信息数（单位：条）", "2014—2017年主动公开政府信息数"),
            ("表十二：渠道", "渠道"),
            ("表", "表"),
            ("表3", "表3"),
            ("表彰情况", "表彰情况"),
            ("（单位：条）", "（单位：条）"),
            ("", "表"),
            ("[:*?/\\]", "表"),
            ("'引号'", "引号"),
            ("收入/支出：合计", "收入支出：合计"),
            ("甲\u{1}乙\u{ffff}", "甲乙"),
            ("History", "History2"),
        ] {
            assert_eq!(Names::default().name(title), name, "{title}");
        }
    }

    #[test]
    fn no_two_sheets_have_one_name() {
        let mut names = Names::default();
        let given: Vec<String> =
            ["甲abc", "甲ABC", "一、甲Abc", "", "", "甲abc2"].map(|title| names.name(title)).into();
        assert_eq!(given, ["甲abc", "甲ABC2", "甲Abc3", "表", "表2", "甲abc22"]);
    }

    #[test]
    fn a_long_name_is_cut_between_characters() {
        let mut names = Names::default();
        let long = "很".repeat(40);
        assert_eq!(names.name(&long), "很".repeat(31));
        assert_eq!(names.name(&long), format!("{}2", "很".repeat(30)));
        // Two units each: 15 of them are 30.
        assert_eq!(names.name(&"𠮷".repeat(20)), "𠮷".repeat(15));
        // What is left after the cut does not end in an apostrophe either.
        assert_eq!(names.name(&format!("{}'{}", "好".repeat(30), "好")), "好".repeat(30));
    }

    #[test]
    fn a_text_holds_only_what_xml_can() {
        assert_eq!(clean("甲\0\u{b}\u{1f}\u{fffe}乙\r\n丙\r丁\t戊\u{85}"), "甲乙\n丙\n丁\t戊");
        let long = clean(&"长".repeat(40_000));
        assert_eq!((long.chars().count(), long.ends_with('…')), (32_767, true));
        assert_eq!(clean(&"长".repeat(32_767)).chars().last(), Some('长'));
        assert_eq!(one_line(" 甲\n乙 "), "甲 乙");
    }
}
