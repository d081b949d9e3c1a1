//! Who a sentence says that tells: what the office calls itself, and whose work the sentence tells of.

use std::ops::Range;

use super::f05_name_of_another_office::{RULE, is_han};
use super::office_name::is_foreign;
use crate::facts::Passage;
use crate::rules::{Change, Finding, Severity};
use crate::text::mark;

/// What offices call themselves, with the letters one of which their names must have.
const SELVES: [(&str, &[&str]); 13] = [
    ("我街道", &["街道"]),
    ("本街道", &["街道"]),
    ("我镇", &["镇"]),
    ("本镇", &["镇"]),
    ("我乡", &["乡"]),
    ("本乡", &["乡"]),
    ("我局", &["局"]),
    ("本局", &["局"]),
    ("我委", &["委", "党工委"]),
    ("本委", &["委", "党工委"]),
    ("我厅", &["厅"]),
    ("本厅", &["厅"]),
    ("我院", &["院"]),
];

/// So many times a word is looked at in a paragraph.
const MANY: usize = 20;

/// Where a paragraph calls the office what it is not: 我局 in the report of a town. Once a paragraph.
pub(super) fn other_self(passage: &Passage, own: &str) -> Option<Finding> {
    let text = passage.text();
    let places = SELVES.iter().filter(|(_, letters)| !letters.iter().any(|letter| own.contains(letter)));
    let places = places.filter_map(|(word, _)| {
        let mut found = text.match_indices(word).take(MANY);
        found.find(|(at, word)| {
            let after = text.get(at + word.len()..).unwrap_or_default();
            // 我委托, 本局部 and what is quoted are none; nor 我局 of who is named before it.
            let quoted =
                text.get(..*at).is_some_and(|before| before.matches('“').count() > before.matches('”').count());
            !after.starts_with(['托', '部', '派', '域', '面', '限', '土']) && !quoted
        })
    });
    let (at, word) = places.min()?;
    let right = ["街道", "镇", "乡", "局", "委", "厅", "院"].iter().find(|kind| own.contains(**kind));
    let right = right.map_or_else(|| "本单位".to_owned(), |kind| ["我", kind].concat());
    let span = at..at + word.len();
    Some(
        Finding::new(RULE.id, Severity::Error, passage.place, "自称与单位名称不同")
            .saying(format!("这里写的是“{word}”，单位全称是“{own}”。"))
            .quoting(passage, span.clone())
            .mended_by(format!("改为“{right}”"), Change::words(passage, span, right)),
    )
}

/// The name with which a sentence begins that tells of the office's own work, where it is another office of the same kind.
pub(super) fn teller(passage: &Passage, own: &str) -> Vec<Range<usize>> {
    const TELLS: [&str; 14] = [
        "将政务公开",
        "将政府信息公开",
        "2",
        "全年",
        "共",
        "主动公开",
        "未收到",
        "收到",
        "重视政府信息公开",
        "高度重视政府信息公开",
        "高度重视政务公开",
        "坚持以公开",
        "本年",
        "未发生",
    ];
    const ENDS: [&str; 6] = ["街道办事处", "人民政府", "管理委员会", "委员会", "局", "厅"];
    let mut found = Vec::new();
    for sentence in passage.reading.sentences() {
        let text = passage.reading.words(sentence.clone());
        let bare = mark(text).and_then(|mark| text.get(mark.span.end..)).unwrap_or(text);
        let bare = bare.trim_start_matches(|c: char| !is_han(c));
        let bare = ["年，", "年度，", "年", "年度"].iter().find_map(|year| bare.strip_prefix(year)).unwrap_or(bare);
        let run = bare.find(|c| !is_han(c)).unwrap_or(bare.len());
        let words = bare.get(..run).unwrap_or_default();
        let Some(length) = ENDS.iter().filter_map(|end| Some(words.find(end)? + end.len())).min() else { continue };
        let (name, rest) = (words.get(..length).unwrap_or_default(), bare.get(length..).unwrap_or_default());
        let presents = ["现将", "由", "本报告"].iter().any(|word| name.starts_with(word));
        if !presents && TELLS.iter().any(|tell| rest.starts_with(tell)) && is_foreign(own, name) {
            let start = sentence.end - (sentence.end - sentence.start - text.len()) - bare.len();
            found.push(start..start + length);
        }
    }
    found
}
