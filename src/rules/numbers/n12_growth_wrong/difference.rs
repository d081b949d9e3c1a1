//! A difference from the year before that is not that of the two counts beside it.

use super::RULE;
use crate::facts::{Passage, is_difference, is_of_year_before};
use crate::rules::{Change, Finding, Line, Severity};
use crate::text::Number;
use crate::value::Decimal;

/// A text that gives this year's count, last year's and the difference one after the other, and the last is not that of
/// the other two: 1,234条，比上年的631条增加613条.
pub(super) struct MissedDifference<'a> {
    now: &'a Number,
    before: &'a Number,
    pub stated: &'a Number,
    /// How it grew or fell, in the text's own word.
    word: &'a str,
    risen: Decimal,
    right: Decimal,
}

pub(super) fn missed_difference<'a>(
    year: u16,
    passage: &Passage<'a>,
    three: &'a [Number],
) -> Option<MissedDifference<'a>> {
    let reading = &passage.reading;
    let [now, before, stated] = three else { return None };
    let count = |n: &Number| n.is_count() && !n.vague && !n.unit.is_empty() && n.unit == now.unit;
    let compares = reading.lead(before).trim_start().starts_with(['比', '较']);
    let word = reading.lead(stated).trim_matches(|c: char| !c.is_alphanumeric());
    let grows = ["增加", "增长", "上升"].contains(&word);
    let close = grows || ["减少", "下降"].contains(&word);
    let apart = reading.words(now.span.end..before.span.start).trim_start();
    if !three.iter().all(count)
        || !compares
        || !close
        || !apart.starts_with(['，', ','])
        || !is_of_year_before(reading, before, year)
        || is_of_year_before(reading, now, year)
        || is_difference(reading, now)
    {
        return None;
    }
    let risen = now.value.saturating_sub(before.value);
    let right = if grows { risen } else { -risen };
    (right != stated.value).then_some(MissedDifference { now, before, stated, word, risen, right })
}

pub(super) fn wrong_difference(year: u16, passage: &Passage, three: &[Number]) -> Option<Finding> {
    let MissedDifference { now, before, stated, word, risen, right } = missed_difference(year, passage, three)?;
    let line = Line::of("−", [("本年".to_owned(), now.value), ("上年".to_owned(), before.value)]);
    let difference = risen.abs();
    let title = format!("{word}的数应为 {difference} {}", now.unit);
    let finding = Finding::new(RULE.id, Severity::Error, passage.place, title)
        .saying(format!("写的是{word} {} {}。", stated.value, now.unit))
        .quoting(passage, stated.span.clone())
        .computing(vec![line.makes(risen.to_string())], None);
    if right.is_sign_negative() {
        return Some(finding);
    }
    let change = Change::words(passage, stated.digits.clone(), right.to_string());
    Some(finding.mended_by(format!("改为 {right} {}", now.unit), change))
}
