//! The notices of the forms where a text names them by words: by their title, by what the form is called, by its year.

use std::ops::Range;

use crate::facts::Passage;
use crate::form::{Notice, forms};
use crate::text::{DocumentNumber, near};

/// What each national form is called.
const GENERIC: &str = "年度报告格式";

/// The issuer of the notices, as it is written before their names.
const ISSUER: [&str; 2] = ["国办", "国务院办公厅"];

/// What stands behind the year in which a form was given: 2019年印发的……年度报告格式.
const GIVEN: [&str; 7] = ["印发", "发布", "制定", "下发", "公布", "出台", "版"];

/// How far before a number the name of its notice may begin, in bytes.
pub(super) const NAME: usize = 240;

/// So far before 格式 its year may stand, in bytes.
const YEAR: usize = 90;

/// The notices that give the forms, the newest first.
pub(super) fn notices() -> impl DoubleEndedIterator<Item = &'static Notice> {
    forms().iter().filter_map(|form| form.notice)
}

/// The notices that a passage names by words, with the bytes of these.
pub(super) fn named(passage: &Passage) -> Vec<(&'static Notice, Range<usize>)> {
    let text = passage.text();
    let mut found: Vec<(&'static Notice, Range<usize>)> = Vec::new();
    for notice in notices() {
        for (at, _) in text.match_indices(notice.known_by) {
            found.extend(by_title(text, notice, at).map(|span| (notice, span)));
        }
    }
    for (at, _) in text.match_indices(GENERIC) {
        let end = at + GENERIC.len();
        let rest = text.get(end..).unwrap_or_default().trim_start_matches(['》', '〉']);
        let trial = ["（试行）", "(试行)"].into_iter().find(|trial| rest.starts_with(trial));
        // Only the first of the national forms was one on trial.
        if let (Some(trial), Some(first)) = (trial, notices().next_back()) {
            let until = text.len() - rest.len() + trial.len();
            let own = text.get(..at).and_then(|before| before.rfind("政府信息公开工作")).filter(|from| at - from <= 24);
            found.push((first, own.unwrap_or(at)..until));
            continue;
        }
        let sentence = passage.reading.sentence(at);
        for notice in notices() {
            let year = format!("{}年", notice.year);
            let window = near(text, &(sentence.start..at), at, YEAR);
            let Some(from) = text.get(window.clone()).and_then(|before| before.rfind(&year)) else { continue };
            let between = text.get(window.start + from + year.len()..at).unwrap_or_default();
            if GIVEN.iter().any(|given| between.starts_with(given)) {
                found.push((notice, window.start + from..end));
            }
        }
    }
    found
}

/// The bytes of a notice's title around the words by which it is known; nothing where these are another document's.
fn by_title(text: &str, notice: &Notice, at: usize) -> Option<Range<usize>> {
    let end = at + notice.known_by.len();
    // Marks within marks are written with either kind, which are as long as each other.
    let marks = |words: &str| words.replace('《', "〈").replace('》', "〉");
    let full = notice.name.find(notice.known_by).and_then(|from| {
        let start = at.checked_sub(from)?;
        let span = start..start + notice.name.len();
        (marks(text.get(span.clone())?) == notice.name).then_some(span)
    });
    let span = full.clone().unwrap_or(at..end);
    // Another office's notice may have the same words in its name: whose it is stands before, or nothing does but a mark.
    let before = text.get(near(text, &(0..span.start), span.start, NAME))?;
    let own = before.rsplit(['。', '；', '，', '、', '和', '及']).next().unwrap_or_default();
    let opened = own.trim_end_matches(['《', '〈', '“']);
    let is_led = ["根据", "按照", "依据", "依照", "按"].iter().any(|led| opened.ends_with(led));
    let is_bare = opened.len() < own.len() && (opened.trim().is_empty() || is_led);
    (full.is_some() && (is_bare || ISSUER.iter().any(|issuer| own.contains(issuer)))).then_some(span)
}

/// The notice whose name stands right before a number, and the bytes of the name's words.
pub(super) fn name_beside(
    text: &str,
    number: &DocumentNumber,
    is_of_office: bool,
) -> Option<(&'static Notice, Range<usize>)> {
    let window = near(text, &(0..number.span.start), number.span.start, NAME);
    let before = text.get(window.clone())?;
    let last = notices().filter_map(|notice| Some((notice, before.rfind(notice.known_by)?)));
    let (notice, at) = last.max_by_key(|(_, at)| *at)?;
    let after = before.get(at + notice.known_by.len()..)?;
    // Only the end of the name and marks stand between: other words would name another document.
    let between = after.replace("的通知", "");
    let marks = |c: char| c.is_whitespace() || "》〉>＞”’（(〔[，,、".contains(c);
    // The form itself may be cited without its notice: 《……年度报告格式》（国办公开办函〔2021〕30号）.
    let spoken = between.chars().all(marks) && (is_of_office || after.contains("通知"));
    // Another office's notice of like name has a number of its own.
    let own = before.get(..at)?.rsplit(['《', '。', '；']).find(|words| words.contains('关')).unwrap_or(before);
    let is_known = own.contains("国办") || own.contains("国务院办公厅") || own.trim_start().starts_with("关于");
    (spoken && (is_of_office || is_known)).then(|| (notice, window.start + at..number.span.start))
}

/// The bytes from the words 年度报告格式 to a number, where only marks stand between: whose form it is, the number alone says.
pub(super) fn form_beside(text: &str, number: &DocumentNumber) -> Option<Range<usize>> {
    let before = text.get(..number.span.start)?;
    let at = before.rfind(GENERIC)?;
    let between = before.get(at + GENERIC.len()..)?.replace("的通知", "");
    let marks = |c: char| c.is_whitespace() || "》〉>＞”’（(〔[，,、试行）)".contains(c);
    between.chars().all(marks).then_some(at..number.span.start)
}
