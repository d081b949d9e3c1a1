//! Measure words before which the number is missing.

use super::RULE;
use crate::facts::{Case, Passage, Subject};
use crate::rules::{Change, Finding, Severity, Sink};
use crate::text::has_any;

/// Adds a finding for each measure word before which the number is missing: 收到政府信息公开申请件.
pub(super) fn missing(case: &Case, passage: &Passage, found: &mut Sink) {
    const VERBS: [&str; 18] = [
        "收到", "受理", "办结", "答复", "公开", "制发", "发生", "结转", "发布", "推送", "作出", "召开", "举办", "办理",
        "承办", "编发", "自办", "开展",
    ];
    const COUNTED: [(&str, &str); 26] = [
        ("申请事项", "件"),
        ("推进会", "次"),
        ("专题会", "次"),
        ("依申请公开", "件"),
        ("推文", "篇"),
        ("稿件", "篇"),
        ("解读材料", "篇"),
        ("宣传册", "份"),
        ("主动公开", "条"),
        ("建议", "件"),
        ("提案", "件"),
        ("培训", "次"),
        ("培训", "期"),
        ("政府公报", "期"),
        ("申请", "件"),
        ("行政复议", "件"),
        ("行政诉讼", "件"),
        ("规范性文件", "件"),
        ("政府信息", "条"),
        ("政府信息", "件"),
        ("政务信息", "条"),
        ("公开信息", "条"),
        ("案件", "件"),
        ("信息", "条"),
        ("会议", "次"),
        ("培训班", "期"),
    ];
    for (start_of_piece, text) in pieces(passage) {
        let bare = text.trim_end_matches(|c: char| !c.is_alphanumeric());
        let Some((noun, unit)) = COUNTED
            .into_iter()
            .find(|(noun, unit)| bare.strip_suffix(*unit).is_some_and(|rest| rest.trim_end().ends_with(noun)))
        else {
            continue;
        };
        let Some(rest) = bare.strip_suffix(unit) else { continue };
        // 案件 and 依申请件 are words; a blank before the measure word, or a verb with its object, shows a gap.
        // 依申请件 is a word, and so is 依申请公开件 behind a number: 收到4件依申请公开件.
        let has_number =
            rest.split_once(unit).is_some_and(|(number, _)| number.ends_with(|c: char| c.is_ascii_digit()));
        let is_none = has_any(rest, &["未", "没有", "无"]);
        if is_none || (noun == "申请" && rest.trim_end().ends_with("依申请")) || has_number {
            continue;
        }
        let gap = rest.ends_with(char::is_whitespace);
        // 办理人大代表建议件、政协提案4件: what is done stands before the first of them.
        let said = passage.reading.clause_before(start_of_piece + rest.len());
        // 公告22条、概况信息条、规划1条: the pieces beside it have their numbers.
        let beside = passage.reading.words(0..start_of_piece);
        let is_listed = beside
            .strip_suffix('、')
            .and_then(|before| before.strip_suffix(unit))
            .is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit()));
        let counted = (is_listed || has_any(said, &VERBS))
            && noun != "案件"
            && !has_any(rest, &["每", "对", "各", "该", "的申请"]);
        if !gap && !counted {
            continue;
        }
        let end = start_of_piece + bare.len();
        let start = start_of_piece + rest.trim_end().len() - noun.len();
        let finding = Finding::new(RULE.id, Severity::Warning, passage.place, format!("“{unit}”前面缺一个数"))
            .saying("量词前面没有数，请填上。")
            .quoting(passage, start..end)
            .lacking_at(start_of_piece + rest.trim_end().len());
        let count = if noun == "申请" && has_any(rest, &["收到", "受理"]) {
            Subject::Received.counts(case.draft).into_iter().next().filter(|count| count.settled)
        } else {
            None
        };
        found.push(match count {
            Some(count) => {
                let words = count.value.normalize().to_string();
                let gap = start_of_piece + rest.trim_end().len()..start_of_piece + rest.len();
                finding.mended_by(format!("填入 {words}"), Change::words(passage, gap, words))
            }
            None => finding,
        });
    }
}

/// The clauses of a passage, and the pieces into which 、 parts them, each with where it begins.
fn pieces<'p>(passage: &'p Passage) -> impl Iterator<Item = (usize, &'p str)> {
    passage.reading.clauses().iter().flat_map(|clause| {
        let mut at = clause.start;
        passage.reading.words(clause.clone()).split_inclusive('、').map(move |piece| {
            let from = at;
            at += piece.len();
            (from, piece)
        })
    })
}
