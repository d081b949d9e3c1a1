//! Lists without a word that begins them: after a colon, in brackets, before their sum.

use std::ops::Range;

use super::super::has_any;
use super::super::number::Number;
use super::super::reading::Reading;
use super::other::{are_ordinals, is_change};
use super::{BESIDE, Breakdown, CHANNELS, CLOSED, NEAR, listed};

/// Words before a number that adds up those before it: 甲146条、乙58条，合计204条.
const SUM: [&str; 6] = ["合计", "共计", "总计", "两项合计", "三项合计", "共"];

/// What follows a number in its sentence, as far as a list of its parts can reach.
fn rest_of_sentence(reading: &Reading, whole: &Number) -> Range<usize> {
    const REACH: usize = 1500;
    let rest = whole.span.end..reading.sentence(whole.span.start).end.max(whole.span.end);
    super::super::near(reading.text, &rest, whole.span.end, REACH)
}

/// The numbers of a range that have a measure word, at the brackets' depth of its beginning, up to the first with another one.
fn same(reading: &Reading, range: Range<usize>, unit: &str) -> Vec<Number> {
    let depth = super::depth(reading, range.start);
    let own =
        reading.numbers_in(&range).iter().filter(|n| n.is_count() && super::depth(reading, n.span.start) <= depth);
    own.take_while(|n| n.unit == unit).cloned().collect()
}

/// The parts after a number and a colon: 信息171条：甲124条，乙34条.
pub(super) fn after_colon(reading: &Reading, whole: &Number) -> Option<Breakdown> {
    let sentence = rest_of_sentence(reading, whole);
    let rest = reading.words(sentence.clone());
    let list = rest.strip_prefix(['：', ':'])?;
    // Words that begin a list say so by themselves.
    if has_any(reading.recent(sentence.end - list.len(), sentence.end), &CLOSED) {
        return None;
    }
    let parts = same(reading, sentence.end - list.len()..sentence.end, whole.unit);
    let is_list = parts.len() > 1 && !has_any(list, &BESIDE) && !are_ordinals(&parts);
    is_list.then(|| listed(whole, parts, has_any(list, &["等"])))
}

/// The parts in brackets right after a number: 警务动态180条（反诈宣传105条、交通安全90条）.
pub(super) fn in_brackets(reading: &Reading, whole: &Number) -> Option<Breakdown> {
    let rest = reading.words(rest_of_sentence(reading, whole));
    let list = rest.strip_prefix(['（', '('])?.split(['）', ')']).next()?;
    if has_any(list, &CLOSED) || has_any(list, &["上年", "结转", "另", "顺延"]) {
        return None;
    }
    let from = whole.span.end + rest.chars().next().map_or(0, char::len_utf8);
    let parts = same(reading, from..from + list.len(), whole.unit);
    let overlapping = has_any(list, &CHANNELS);
    (parts.len() > 1).then(|| Breakdown { overlapping, ..listed(whole, parts, true) })
}

/// The parts before a number that says it adds them up.
pub(super) fn added_up(reading: &Reading, whole: &Number) -> Option<Breakdown> {
    let lead = reading.lead(whole).trim_matches(|c: char| !c.is_alphanumeric());
    if !SUM.contains(&lead) {
        return None;
    }
    let sentence = reading.sentence(whole.span.start);
    let before = reading.numbers_in(&(sentence.start..whole.span.start));
    // 11件，同比减少3件；14件，合计25件: what was more or less is no part.
    let changed = |n: &&Number| !is_change(reading.lead(n));
    let own = before.iter().rev().filter(changed);
    let own = own.take_while(|n| n.is_count() && n.unit == whole.unit && !n.vague);
    let mut parts: Vec<Number> = own.take(NEAR).cloned().collect();
    parts.reverse();
    let words = reading.words(parts.first()?.span.start..whole.span.start);
    let is_list = parts.len() > 1
        && !has_any(words, &CLOSED)
        && !has_any(reading.recent(sentence.start, whole.span.start), &["其中", "包括"]);
    let span = parts.first()?.span.start..whole.span.end;
    is_list.then(|| Breakdown { span, ..listed(whole, parts, false) })
}
