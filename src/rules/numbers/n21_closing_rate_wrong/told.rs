//! What a sentence tells of proposals by itself: how many there were, how many were closed, at what rate.

use super::RULE;
use crate::facts::{Passage, Percentage, PercentageKind, counts_before, percentages};
use crate::rules::{Change, Finding, Line, Severity};
use crate::text::{Number, Reading, has_any};
use crate::value::{Decimal, percent};

/// A finding where a sentence closes more proposals than it says there were: 承办人大代表建议9件，办结11件.
pub(super) fn more_closed(passage: &Passage) -> Option<Finding> {
    const CLOSED: [&str; 6] = ["办结", "已办结", "办复", "均已办结", "共办结", "全部办结"];
    let reading = &passage.reading;
    for sentence in reading.sentences() {
        // Those told of since the last ones that were closed: 建议9件、提案2件，办结11件 closes both.
        let (mut told, mut first) = (Decimal::ZERO, None);
        for number in reading.numbers_in(sentence).iter().filter(|number| number.counts("件")) {
            let lead = reading.lead(number).trim_matches(|c: char| !c.is_alphanumeric());
            if !CLOSED.contains(&lead) {
                let is_whole = !has_any(lead, &["其中", "主办", "会办", "协办", "含", "重点", "上年", "结转"]);
                let is_advice = has_any(lead, &["建议", "提案", "议案"]);
                if is_whole && is_advice {
                    (told, first) = (told.saturating_add(number.value), first.or(Some(number)));
                } else if is_whole {
                    // 来信126件，办结124件 is another matter.
                    (told, first) = (Decimal::ZERO, None);
                }
                continue;
            }
            let Some(count) = first.take() else { continue };
            let all = std::mem::take(&mut told);
            if number.value > all {
                return Some(
                    Finding::new(RULE.id, Severity::Error, passage.place, "办结多于承办")
                        .saying(format!("承办 {all} 件，办结 {} 件。", number.value))
                        .quoting(passage, count.span.start..number.span.end),
                );
            }
        }
    }
    None
}

/// A closing rate with the two counts that its sentence gives: 承办建议12件，已办结11件，办结率91.7%.
pub(super) struct ToldRate {
    pub number: Number,
    count: Decimal,
    closed: Decimal,
}

/// The closing rates of proposals that a sentence tells in full, or it and the one before: how many there were, and so many closed.
pub(super) fn told_rates(passage: &Passage) -> Vec<ToldRate> {
    let rates = percentages(&passage.reading).into_iter().filter(|rate| rate.kind == PercentageKind::Closing);
    rates.filter_map(|rate| told_rate(&passage.reading, rate)).collect()
}

fn told_rate(reading: &Reading, rate: Percentage) -> Option<ToldRate> {
    let mut counts = counts_before(reading, &rate.sentence, rate.span.start);
    let mut before = reading.recent(rate.sentence.start, rate.span.start).to_owned();
    // 建议6件，提案5件。截至目前，已办结10件，办结率100%: the sentence before counts them.
    if counts.len() == 1 {
        let earlier = reading.sentence_before(rate.span.start);
        let mut all = counts_before(reading, &earlier, earlier.end);
        all.append(&mut counts);
        counts = all;
        before.insert_str(0, reading.recent(earlier.start, earlier.end));
    }
    // 36件，办结35件，另1件列入计划: what is left over is no part of the rate.
    let counts = match counts.as_slice() {
        [kept @ .., last] if kept.len() > 1 && has_any(reading.lead(last), &["另", "其余"]) => kept,
        all => all,
    };
    let (closed, told) = counts.split_last()?;
    let count = all_told(reading, told)?;
    let is_closed = ["办结", "办复", "办理完毕"].iter().any(|word| reading.lead(closed).trim_end().ends_with(word));
    let is_counted = told.iter().chain([closed]).all(|n| n.counts("件") && !n.vague);
    // Of what stands since the last full stop or semicolon.
    let before = before.rsplit(['；', ';']).next().unwrap_or_default();
    let about = has_any(before, &["建议", "提案"]) && !has_any(before, &["热线", "信访", "信箱"]);
    (is_closed && is_counted && about).then_some(ToldRate { number: rate.number?, count, closed: closed.value })
}

/// How many proposals are told of in all.
fn all_told(reading: &Reading, told: &[Number]) -> Option<Decimal> {
    let lead = |n: &Number| reading.lead(n).trim_matches(|c: char| !c.is_alphanumeric());
    let is_kind = |n: &Number| has_any(lead(n), &["建议", "提案", "议案"]) && !lead(n).contains("其中");
    match told {
        [count] => Some(count.value),
        // 共40件，其中建议17件、提案21件: what stands before its kinds is the whole.
        [all, kind, ..] if lead(kind).contains("其中") => Some(all.value),
        // 建议14件、提案6件，共20件: their sum right before what was closed.
        [.., sum] if ["共", "共计", "合计", "总计"].contains(&lead(sum)) => Some(sum.value),
        // 建议12件、提案9件: the two together.
        [one, other] if is_kind(one) && is_kind(other) => Some(one.value.saturating_add(other.value)),
        _ => None,
    }
}

impl ToldRate {
    /// The rate that follows from its counts, where it is another.
    pub fn other(&self) -> Option<Decimal> {
        percent(self.closed, self.count, self.number.decimals).filter(|right| *right != self.number.value)
    }

    /// A finding when the rate does not follow from its counts.
    pub fn wrong(self, passage: &Passage) -> Option<Finding> {
        let right = self.other()?;
        let line = Line::of("÷", [("办结".to_owned(), self.closed), ("收到".to_owned(), self.count)]);
        let change = Change::words(passage, self.number.digits.clone(), right.to_string());
        Some(
            Finding::new(RULE.id, Severity::Error, passage.place, format!("办结率应为 {right}%"))
                .quoting(passage, self.number.span.clone())
                .computing(vec![line.makes(format!("{right}%"))], None)
                .mended_by(format!("改为 {right}%"), change),
        )
    }
}
