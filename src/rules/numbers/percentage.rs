//! The percentages of a text: what each says, and the words it stands in.

use std::ops::Range;

use crate::text::{Number, clause_before, has_any, numbers, sentences};

/// A percentage in a text, or a per cent sign before which the number is missing.
pub(super) struct Percentage {
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
pub(super) enum PercentageKind {
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
pub(super) fn percentages(text: &str) -> Vec<Percentage> {
    let (numbers, sentences) = (numbers(text), sentences(text));
    let signs = text.char_indices().filter(|(_, c)| matches!(c, '%' | '％'));
    signs
        .filter_map(|(at, sign)| {
            let end = at + sign.len_utf8();
            let number = numbers.iter().find(|n| n.percent && n.span.end == end).cloned();
            let span = number.as_ref().map_or(at..end, |n| n.span.clone());
            let sentence = sentences.iter().find(|s| s.contains(&at))?.clone();
            let kind = kind(clause_before(text, span.start));
            Some(Percentage { number, span, sentence, kind })
        })
        .collect()
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

/// The counts before a position in a range of the text, percentages, years and dates left out, nearest last.
pub(super) fn counts_before(text: &str, range: &Range<usize>, position: usize) -> Vec<Number> {
    let counted = |n: &Number| !n.percent && !matches!(n.unit, "" | "年" | "月" | "日" | "号" | "倍");
    let inside = |n: &Number| n.span.start >= range.start && n.span.end <= position;
    numbers(text).into_iter().filter(|n| counted(n) && inside(n)).collect()
}

/// Whether a count says by how much something grew or fell: 增加43条.
pub(super) fn is_difference(text: &str, number: &Number) -> bool {
    let clause = clause_before(text, number.span.start);
    let tail: String = clause.chars().rev().take(4).collect::<Vec<_>>().into_iter().rev().collect();
    has_any(&tail, &UP) || has_any(&tail, &DOWN)
}

/// Whether a count is last year's: 上年45条, 2016年的45条.
pub(super) fn is_of_year_before(text: &str, number: &Number, year: u16) -> bool {
    let clause = clause_before(text, number.span.start);
    has_any(clause, &["上年", "去年", "上一年", "上年度", &format!("{}年", year.saturating_sub(1))])
}
