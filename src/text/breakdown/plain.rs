//! Lists without a word that begins them: after a colon, in brackets, before their sum.

use std::ops::Range;

use super::super::has_any;
use super::super::number::Number;
use super::super::reading::Reading;
use super::other::{are_ordinals, is_change, leaves_much};
use super::{BESIDE, Breakdown, CHANNELS, CLOSED, NEAR, Names, listed};

/// Words before a number that adds up those before it: 甲146条、乙58条，合计204条.
const SUM: [&str; 6] = ["合计", "共计", "总计", "两项合计", "三项合计", "共"];

/// The longest words before a number that adds up, in characters.
const LONGEST: usize = 14;

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
    is_list.then(|| listed(whole, parts, if list.contains('等') { Names::Some } else { Names::All }))
}

/// Two kinds that make a whole between them.
const COMPLEMENTS: [(&str, &[&str]); 4] =
    [("主办", &["协办", "会办", "分办"]), ("专职", &["兼职"]), ("线上", &["线下"]), ("建议", &["提案"])];

/// Whether two parts are the two kinds that make a whole between them: 主办12件，协办5件.
pub(super) fn are_both(reading: &Reading, parts: &[Number]) -> bool {
    let [first, second] = parts else { return false };
    let (first, second) = (reading.lead(first), reading.lead(second));
    COMPLEMENTS.iter().any(|(one, other)| first.contains(one) && has_any(second, other))
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
    // Where little is left over, all of them are named: 29条（人事3条，财政20条，规划4条）.
    let wholes = [whole.clone()];
    let open = list.contains('等')
        || list.starts_with('含')
        || (parts.len() < 3 && !are_both(reading, &parts))
        || leaves_much(&parts, &wholes);
    (parts.len() > 1)
        .then(|| Breakdown { overlapping, ..listed(whole, parts, if open { Names::Some } else { Names::All }) })
}

/// The parts before a number that says it adds them up.
pub(super) fn added_up(reading: &Reading, whole: &Number) -> Option<Breakdown> {
    let lead = reading.lead(whole).trim_matches(|c: char| !c.is_alphanumeric());
    // 合计公开民生领域信息214条, 三类合计143件.
    let of_all = ["类合计", "项合计", "者合计", "部分合计"].iter().any(|sum| lead.ends_with(sum));
    let tells_sum = (lead.starts_with("合计") || of_all) && !has_any(lead, &["办结", "答复", "办理"]);
    let is_sum = SUM.contains(&lead) || tells_sum;
    if !is_sum || lead.chars().count() > LONGEST {
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
    is_list.then(|| Breakdown { span, ..listed(whole, parts, Names::All) })
}
