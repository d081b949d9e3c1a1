//! Numbers of a sentence that follow from others of it: sums (上半年3场、下半年4场，共计7场), differences (由12期增加到15期，增加3期), shares and
//! rates (问卷800份，满意736份，占92%), growths (由80人增加到100人，增长25%), names that are counted (3个社区（东湖、西苑、南桥）).

use std::ops::Range;

use super::{Number, Reading, has_any};
use crate::value::{Decimal, percent};

/// So many numbers around one are looked at: no sentence that somebody wrote adds more.
const REACH: usize = 16;

/// Words right before a difference.
const DIFFERENCES: [&str; 9] = ["增加", "减少", "增长", "多", "少", "净增", "相差", "下降", "新增"];

/// The numbers that follow from others of their sentence, and those from which they do, by their places in the reading.
pub fn derived(reading: &Reading) -> Vec<usize> {
    let mut found = Vec::new();
    for (index, number) in reading.numbers.iter().enumerate() {
        let sentence = reading.sentence(number.span.start);
        if number.is_percent() {
            if let Some([one, other]) = rated(reading, &sentence, index, number) {
                found.extend([one, other, index]);
            }
        } else if let Some(parts) = sum(reading, &sentence, index, number) {
            found.extend(parts);
            found.push(index);
        } else if let Some([one, other]) = difference(reading, &sentence, index, number) {
            found.extend([one, other, index]);
        } else if counts_names(reading, &sentence, number) {
            found.push(index);
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// The exact counts of a sentence before a number, the nearest first, each with its place.
fn before<'r>(
    reading: &'r Reading,
    sentence: &Range<usize>,
    index: usize,
) -> impl Iterator<Item = (usize, &'r Number)> {
    let start = sentence.start;
    let all = reading.numbers.iter().enumerate().take(index).rev().take(REACH);
    all.take_while(move |(_, n)| n.span.start >= start).filter(|(_, n)| n.is_count() && !n.vague)
}

/// Whether two numbers count the same: by one measure word, or where one has none; people are counted in two.
fn is_alike(one: &Number, other: &Number) -> bool {
    let unit = |number: &Number| if number.unit == "名" { "人" } else { number.unit };
    unit(one) == unit(other) || one.unit.is_empty() || other.unit.is_empty()
}

/// The parts of which a number is the sum: all those right before it, or right after it in its sentence.
fn sum(reading: &Reading, sentence: &Range<usize>, index: usize, whole: &Number) -> Option<Vec<usize>> {
    let is_equation = reading.lead(whole).trim_end().ends_with(['=', '＝']);
    if is_equation {
        let parts = reading.numbers.iter().enumerate().take(index).rev().take(REACH);
        return adds_up(parts.take_while(|(_, n)| n.span.start >= sentence.start), whole);
    }
    if !whole.is_count() || whole.vague {
        return None;
    }
    // What stands between in Chinese numerals counts something else: 一期12万元、二期8万元，两期合计20万元.
    let plain = |(_, part): &(usize, &Number)| !part.chinese || whole.chinese;
    let same = |(_, part): &(usize, &Number)| part.is_count() && !part.vague && is_alike(part, whole);
    let earlier = before(reading, sentence, index).filter(plain).take_while(same);
    let later = reading.numbers.iter().enumerate().skip(index + 1).take(REACH);
    let later = later.take_while(|(_, n)| n.span.end <= sentence.end).filter(plain).take_while(same);
    adds_up(earlier, whole).or_else(|| adds_up(later, whole))
}

/// The first of the numbers that add up to a whole, two of them at least.
fn adds_up<'r>(parts: impl Iterator<Item = (usize, &'r Number)>, whole: &Number) -> Option<Vec<usize>> {
    let (mut left, mut found) = (whole.value, Vec::new());
    for (index, part) in parts {
        left = left.saturating_sub(part.value);
        found.push(index);
        if left.is_zero() {
            return (found.len() > 1 && !whole.value.is_zero()).then_some(found);
        }
        if left < Decimal::ZERO {
            return None;
        }
    }
    None
}

/// Two counts of its sentence whose difference a number is.
fn difference(reading: &Reading, sentence: &Range<usize>, index: usize, rest: &Number) -> Option<[usize; 2]> {
    let lead = reading.lead(rest).trim_end().trim_end_matches(['了', '出']);
    if !rest.is_count() || rest.vague || rest.value.is_zero() {
        return None;
    }
    // 新增30个，由120个增至150个: the two may stand after it.
    let is_told = DIFFERENCES.iter().any(|word| lead.ends_with(word)) || has_any(lead, &["新增", "净增"]);
    let around = reading.numbers.iter().enumerate().skip(index.saturating_sub(REACH)).take(2 * REACH);
    let counts: Vec<(usize, &Number)> = around
        .filter(|(at, n)| *at != index && n.span.start >= sentence.start && n.span.end <= sentence.end)
        .filter(|(_, n)| n.is_count() && !n.vague && is_alike(n, rest))
        .collect();
    let mut pairs = counts.windows(2);
    let [(one, _), (other, _)] = pairs.find(
        |pair| matches!(pair, [(_, one), (_, other)] if one.value.saturating_sub(other.value).abs() == rest.value),
    )?
    else {
        return None;
    };
    is_told.then_some([*one, *other])
}

/// Two counts of its sentence of which a percentage is the share, or the growth from one to the other.
fn rated(reading: &Reading, sentence: &Range<usize>, index: usize, rate: &Number) -> Option<[usize; 2]> {
    let counts: Vec<(usize, &Number)> = before(reading, sentence, index).collect();
    let is_rate = |part: Decimal, whole: Decimal| percent(part, whole, rate.decimals) == Some(rate.value.abs());
    let pairs =
        counts.iter().enumerate().flat_map(|(k, later)| counts.iter().skip(k + 1).map(move |earlier| (later, earlier)));
    pairs
        .filter(|((_, later), (_, earlier))| is_alike(later, earlier))
        .find(|((_, later), (_, earlier))| {
            let (more, less) = (later.value.max(earlier.value), later.value.min(earlier.value));
            is_rate(less, more) || is_rate(later.value.saturating_sub(earlier.value).abs(), earlier.value)
        })
        .map(|((later, _), (earlier, _))| [*earlier, *later])
}

/// Whether a number counts the names that follow it in brackets or after a colon.
fn counts_names(reading: &Reading, sentence: &Range<usize>, number: &Number) -> bool {
    const FAR: usize = 16;
    if !number.is_count() || number.vague {
        return false;
    }
    let rest = reading.recent(number.span.end, sentence.end);
    let Some(at) =
        rest.find(['（', '(', '：', ':']).filter(|at| rest.get(..*at).is_some_and(|w| w.chars().count() <= FAR))
    else {
        return false;
    };
    let list = rest.get(at..).and_then(|list| list.get(list.chars().next()?.len_utf8()..)).unwrap_or_default();
    let list = list.split(['）', ')', '。', '；', '，']).next().unwrap_or_default();
    let names = list.split('、').count();
    names > 1 && Decimal::from(names) == number.value && !list.contains(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn follow(text: &str, expected: &[&str]) {
        let reading = Reading::of(text);
        let found: Vec<&str> =
            derived(&reading).into_iter().map(|at| reading.words(reading.numbers[at].span.clone())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn sums_of_what_stands_beside_them() {
        follow("上半年培训3场、下半年4场，共计7场。", &["3场", "4场", "7场"]);
        follow("网站公开30条，微信公开12条，报刊公开3条，合计为45条。", &["30条", "12条", "3条", "45条"]);
        follow("公开栏共58处，合格51处，不合格7处。", &["58处", "51处", "7处"]);
        follow("由5名干部、4名律师、3名志愿者共12人组成。", &["5名", "4名", "3名", "12人"]);
        follow("一期投入12.5万元，二期投入7.5万元，两期合计20万元。", &["12.5万元", "7.5万元", "20万元"]);
        follow("接待来访3＋4＝7人次。", &["3", "4", "7人次"]);
    }

    #[test]
    fn differences_shares_and_growths() {
        follow("由12期增加到15期，增加3期。", &["12期", "15期", "3期"]);
        follow("新增数据集30个，由120个增至150个，增幅为25%。", &["30个", "120个", "150个", "25%"]);
        follow("回收问卷800份，其中满意736份，占92%。", &["800份", "736份", "92%"]);
        follow("报名人数由80人增加到100人，增长25%。", &["80人", "100人", "25%"]);
    }

    #[test]
    fn names_that_are_counted() {
        follow("下辖3个社区（东湖社区、西苑社区、南桥社区）均已更新。", &["3个"]);
        follow("下辖4个社区（东湖社区、西苑社区、南桥社区）均已更新。", &[]);
    }

    #[test]
    fn what_follows_from_nothing() {
        follow("上半年培训3场、下半年4场，共计8场。", &[]);
        follow("培训3场。下半年4场，共计7场。", &[]);
        follow("共培训7场。", &[]);
        follow("约3场、4场，共计7场。", &[]);
        follow("增加3期，满意率98%。", &[]);
        follow("召开会议4次，培训5期，9人参加。", &[]);
    }
}
