//! Measure words before which the number is missing.

use super::RULE;
use crate::facts::{Case, Passage, Subject};
use crate::rules::{Change, Finding, Severity, Sink};
use crate::text::has_any;

/// Adds a finding for each measure word before which the number is missing: 收到政府信息公开申请件.
pub(super) fn missing(case: &Case, passage: &Passage, found: &mut Sink) {
    const VERBS: [&str; 13] =
        ["收到", "受理", "办结", "答复", "公开", "制发", "发生", "结转", "发布", "推送", "作出", "召开", "举办"];
    const COUNTED: [(&str, &str); 12] = [
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
    for clause in passage.reading.clauses() {
        let text = passage.reading.words(clause.clone());
        let bare = text.trim_end_matches(|c: char| !c.is_alphanumeric());
        let Some((noun, unit)) = COUNTED
            .into_iter()
            .find(|(noun, unit)| bare.strip_suffix(*unit).is_some_and(|rest| rest.trim_end().ends_with(noun)))
        else {
            continue;
        };
        let Some(rest) = bare.strip_suffix(unit) else { continue };
        // 案件 and 依申请件 are words; a blank before the measure word, or a verb with its object, shows a gap.
        let gap = rest.ends_with(char::is_whitespace);
        let counted = has_any(rest, &VERBS) && noun != "案件" && !has_any(rest, &["每", "对", "各", "该", "的申请"]);
        if !gap && !counted {
            continue;
        }
        let end = clause.start + bare.len();
        let start = clause.start + rest.trim_end().len() - noun.len();
        let finding = Finding::new(RULE.id, Severity::Warning, passage.place, format!("“{unit}”前面缺一个数"))
            .saying("量词前面没有数，请填上。")
            .quoting(passage, start..end)
            .lacking_at(clause.start + rest.trim_end().len());
        let count = if noun == "申请" && has_any(rest, &["收到", "受理"]) {
            Subject::Received.counts(case.draft).into_iter().next().filter(|count| count.settled)
        } else {
            None
        };
        found.push(match count {
            Some(count) => {
                let words = count.value.normalize().to_string();
                let gap = clause.start + rest.trim_end().len()..clause.start + rest.len();
                finding.mended_by(format!("填入 {words}"), Change::words(passage, gap, words))
            }
            None => finding,
        });
    }
}
