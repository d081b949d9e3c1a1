//! The percentages of a text: what each says, and the words it stands in.

use std::ops::Range;

use crate::text::{Number, Reading, has_any};
use crate::value::Decimal;

/// A percentage in a text, or a per cent sign before which the number is missing.
pub struct Percentage {
    /// The number; nothing when it is missing.
    pub number: Option<Number>,
    /// The bytes from the number to the sign; the sign alone when the number is missing.
    pub span: Range<usize>,
    /// The bytes of the sentence.
    pub sentence: Range<usize>,
    /// What it is a percentage of.
    pub kind: PercentageKind,
}

/// What a percentage is of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum PercentageKind {
    /// 增长, 增幅, 增加.
    Growth,
    /// 下降, 减少, 降幅.
    Fall,
    /// 办结率.
    Closing,
    /// Any other: a share, a rate.
    Other,
}

const UP: [&str; 6] = ["增幅", "增长", "增加", "上升", "提高", "增速"];
const DOWN: [&str; 7] = ["下降", "减少", "降低", "减幅", "降幅", "回落", "下滑"];

/// The percentages of a text from left to right.
pub fn percentages(reading: &Reading) -> Vec<Percentage> {
    let signs = reading.text.char_indices().filter(|(_, c)| matches!(c, '%' | '％'));
    let blank = signs.filter_map(|(at, sign)| {
        let end = at + sign.len_utf8();
        let written = reading.numbers.binary_search_by_key(&end, |n| n.span.end).is_ok();
        (!written && !reading.in_title(at)).then(|| percentage(reading, at..end, None))
    });
    let written = reading.numbers.iter().filter(|n| n.is_percent());
    let written = written.map(|n| percentage(reading, n.span.clone(), Some(n.clone())));
    let mut all: Vec<Percentage> = written.chain(blank).collect();
    all.sort_by_key(|p| p.span.start);
    all
}

fn percentage(reading: &Reading, span: Range<usize>, number: Option<Number>) -> Percentage {
    let kind = kind(reading.clause_before(span.start));
    Percentage { number, sentence: reading.sentence(span.start), span, kind }
}

fn kind(clause: &str) -> PercentageKind {
    if has_any(clause, &DOWN) {
        PercentageKind::Fall
    } else if has_any(clause, &UP) {
        PercentageKind::Growth
    } else if clause.contains("办结率") {
        PercentageKind::Closing
    } else {
        PercentageKind::Other
    }
}

/// So many counts before a percentage can be what it is of.
const NEAR: usize = 12;

/// The nearest counts in a range of the text up to a position, the nearest last.
pub fn counts_before(reading: &Reading, range: &Range<usize>, position: usize) -> Vec<Number> {
    let inside = range.start..range.end.min(position);
    let counts = reading.numbers_in(&inside).iter().rev().filter(|n| n.is_count() && !n.unit.is_empty());
    let mut near: Vec<Number> = counts.take(NEAR).cloned().collect();
    near.reverse();
    near
}

/// Whether a count says by how much something grew or fell: 增加43条.
pub fn is_difference(reading: &Reading, number: &Number) -> bool {
    let clause = reading.clause_before(number.span.start);
    let tail: String = clause.chars().rev().take(4).collect::<Vec<_>>().into_iter().rev().collect();
    let by = tail.trim_end_matches(['了', '出']);
    (has_any(&tail, &UP) || has_any(&tail, &DOWN) || by.ends_with(['多', '少'])) && !is_level(&tail)
}

/// Whether the words before a count make it what something grew or fell to: 由34件增加到41件.
fn is_level(lead: &str) -> bool {
    lead.trim_end().ends_with(['到', '至', '为'])
}

/// Whether a count is last year's: 上年45条, 2016年的45条, 比上年（45条）.
pub fn is_of_year_before(reading: &Reading, number: &Number, year: u16) -> bool {
    let mut clause = reading.clause_before(number.span.start);
    let bracket = number.span.start - clause.len();
    if clause.trim().is_empty() && reading.words(0..bracket).ends_with(['（', '(']) {
        clause = reading.words(reading.clause(bracket.saturating_sub(1)));
    }
    if is_level(reading.lead(number)) && clause.contains(['由', '从']) {
        return false;
    }
    // Each of the words that are looked for has this letter.
    if !clause.contains('年') {
        return false;
    }
    let before = format!("{}年", year.saturating_sub(1));
    let last = ["上年", "去年", "上一年", &before].iter().filter_map(|words| clause.rfind(words)).max();
    // In 由2016年的34件增加到2017年的41件 the nearer year counts.
    last.is_some_and(|at| clause.rfind(&format!("{year}年")).is_none_or(|this| this < at))
}

/// The count from which another has grown or fallen: the 34件 of 由34件增加到41件.
pub fn risen_from(reading: &Reading, counts: &[Number], now: &Number) -> Option<Decimal> {
    let index = counts.iter().position(|n| n == now)?;
    let before = counts.get(index.checked_sub(1)?)?;
    let from = reading.clause_before(before.span.start).contains(['由', '从']);
    let to = is_level(reading.words(before.span.end..now.span.start));
    (from && to && before.unit == now.unit).then_some(before.value)
}
