//! Findings that were accepted with a note, and when an acceptance lapses.

use std::collections::HashMap;

use super::{Finding, Severity};
use crate::draft::{Draft, Edit, Review};
use crate::text::compact;
use crate::value::Ordered;

const ACCEPTED: &str = "accepted";

/// How a finding stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// Nobody has said anything of it.
    Open,
    /// It was accepted, and what it rests on still stands so.
    Accepted {
        /// Why.
        note: String,
        /// When, as ISO time.
        at: String,
    },
    /// It was accepted, and what it rested on has changed since.
    Lapsed {
        /// Why it was accepted then.
        note: String,
    },
}

/// What was accepted in a draft, by the identities of the findings: for asking how many findings stand.
pub struct Reviewed<'a>(HashMap<&'a str, &'a Review>);

impl<'a> Reviewed<'a> {
    /// What was accepted in a draft.
    pub fn of(draft: &'a Draft) -> Self {
        let mut reviews = HashMap::new();
        for review in draft.reviewed().iter().filter(|review| review.verdict == ACCEPTED) {
            reviews.entry(review.finding.as_str()).or_insert(review);
        }
        Self(reviews)
    }

    /// How a finding stands. Only 核实性 findings can be accepted.
    pub fn status(&self, finding: &Finding) -> Status {
        // Most drafts accept nothing, and an identity can be long.
        if self.0.is_empty() {
            return Status::Open;
        }
        self.0.get(finding.identity().as_str()).map_or(Status::Open, |review| status_by(review, finding))
    }
}

/// How a finding stands in a draft. Only 核实性 findings can be accepted.
pub fn status(draft: &Draft, finding: &Finding) -> Status {
    Reviewed::of(draft).status(finding)
}

fn status_by(review: &Review, finding: &Finding) -> Status {
    if finding.severity != Severity::Warning || !is_note(&review.note) {
        return Status::Open;
    }
    let stands = finding.rests_on.iter().all(|basis| review.basis.get(&basis.place.to_string()) == Some(&basis.value));
    if stands && review.basis.len() == basis_of(finding).len() {
        Status::Accepted { note: review.note.clone(), at: review.at.clone() }
    } else {
        Status::Lapsed { note: review.note.clone() }
    }
}

fn basis_of(finding: &Finding) -> Ordered<String, String> {
    finding.rests_on.iter().map(|basis| (basis.place.to_string(), basis.value.clone())).collect()
}

/// Words that a note may be made of without saying anything.
const HOLLOW: [&str; 62] = [
    "核实", "核对", "核查", "核验", "审核", "复核", "查实", "查对", "检查", "校对", "确认", "确定", "确实", "真实",
    "属实", "如此", "实际", "实有", "无误", "正确", "准确", "没有", "没错", "错误", "有误", "差错", "问题", "情况",
    "数据", "数字", "内容", "信息", "本条", "此处", "该项", "以上", "上述", "同意", "认可", "通过", "已阅", "知悉",
    "知道", "收到", "可以", "是的", "对的", "好的", "不用", "修改", "改动", "忽略", "暂无", "完毕", "说明", "备注",
    "略", "不改", "阅", "ok", "yes", "no",
];

/// Particles that join them.
const PARTICLES: &str = "已经均都为是的了过之并且和与皆系无不没未我对可好行";

/// Whether a note says anything: nothing, 核实无误, 属实, 无误 and their like do not, nor does a bare number.
pub fn is_note(note: &str) -> bool {
    let bare: String = compact(note).to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
    let mut rest = bare.as_str();
    while let Some(first) = rest.chars().next() {
        let word = HOLLOW.iter().find_map(|word| rest.strip_prefix(word));
        let empty = PARTICLES.contains(first) || first.is_ascii_digit();
        match word.or_else(|| rest.strip_prefix(first).filter(|_| empty)) {
            Some(shorter) => rest = shorter,
            None => return true,
        }
    }
    false
}

/// The edit that accepts a finding with a note, at a time.
pub fn accept(draft: &Draft, finding: &Finding, note: &str, at: &str) -> Edit {
    let mut reviewed = others(draft, finding);
    let mut review = Review::default();
    review.finding = finding.identity();
    ACCEPTED.clone_into(&mut review.verdict);
    note.trim().clone_into(&mut review.note);
    review.basis = basis_of(finding);
    at.clone_into(&mut review.at);
    reviewed.push(review);
    Edit::SetReviewed(reviewed)
}

/// The edit that takes an acceptance back.
pub fn withdraw(draft: &Draft, finding: &Finding) -> Edit {
    Edit::SetReviewed(others(draft, finding))
}

fn others(draft: &Draft, finding: &Finding) -> Vec<Review> {
    let identity = finding.identity();
    draft.reviewed().iter().filter(|review| review.finding != identity).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hollow_note_is_none() {
        for note in [
            "",
            "  ",
            "！",
            "。",
            "核实无误",
            "属实",
            "无误。",
            "无误",
            "已核实，数据准确",
            "经核对无误",
            "没有问题",
            "没问题",
            "已核对",
            "情况属实",
            "数据无误",
            "经核实数据准确无误",
            "确认无误",
            "ok",
            "OK",
            "无",
            "同意",
            "1",
            "已阅",
            "核实过",
            "经核实，情况属实",
            "数据真实准确",
            "以上数据均无误",
            "不用修改",
            "此处无误",
            "好的",
            "可以",
            "暂无说明",
            "已核实过了",
            "123",
            "……",
            "是",
            "对",
        ] {
            assert!(!is_note(note), "{note}");
        }
        for note in ["2014年按旧口径只计规范性文件", "已核对，确为6件", "机构改革后职能划出"]
        {
            assert!(is_note(note), "{note}");
        }
    }
}
