//! What looks like a list of parts and is another thing: averages, extremes, changes, things counted several times.

use std::ops::Range;

use super::super::has_any;
use super::super::number::Number;
use super::super::reading::Reading;
use super::{REACH, total};
use crate::value::Decimal;

/// Words by which one thing is counted in several parts.
const SEVERAL_TIMES: [&str; 9] =
    ["分别计数", "分别统计", "分别计算", "重复计", "去除重复", "去重", "交叉", "多个渠道", "同时涉及"];

/// Whether the words around the parts make them no list of this whole.
pub(super) fn is_no_list(reading: &Reading, words: Range<usize>, parts: &[Number], whole: &Number) -> bool {
    let sentence = reading.sentence(words.start);
    let all = reading.recent(sentence.start, sentence.end);
    // 养老、托育、教育各1期: each of them has as many.
    let each = parts.iter().any(|part| reading.lead(part).trim_end().ends_with('各'));
    let extreme = parts.iter().any(|part| has_any(reading.lead(part), &["最多", "最少", "最高", "最低"]));
    let average = has_any(reading.lead(whole), &["月均", "年均", "日均", "平均", "人均"]);
    each || extreme || average || has_any(all, &SEVERAL_TIMES) || are_ordinals(parts)
}

/// Whether the numbers are those of the kinds themselves: 一类价格，二类质量.
pub(super) fn are_ordinals(parts: &[Number]) -> bool {
    parts.len() > 1 && parts.iter().zip(1_u32..).all(|(part, nth)| part.chinese && part.value == Decimal::from(nth))
}

/// Whether a number is no part of a list in which it stands: one of last year, the two ends of a change, what was done with a part
/// (主办45件中已办结45件), a part of a part by its name (初次件中办结98件).
pub(super) fn is_no_part(reading: &Reading, number: &Number) -> bool {
    let (lead, trail) = (reading.lead(number), reading.trail(number));
    let label = lead.trim_start_matches(|c: char| !c.is_alphanumeric());
    let clause = reading.clause_before(number.span.start).rsplit('、').next().unwrap_or_default();
    // 办结1641件，其中……，结转下一年度79件: what goes over was not closed.
    let goes_over = has_any(clause, &["结转下", "结转至下", "顺延", "转下"]);
    goes_over
        || has_any(lead, &["上年", "去年", "上一年", "上年度"])
        || label.starts_with('中')
        || ["件中", "人中", "个中", "条中"].iter().any(|of| label.contains(of))
        || lead.trim_end().ends_with(['由', '从'])
        || lead.trim_end().ends_with("增至")
        || ["扩大到", "增加到", "提高到", "减少到", "降到", "降至", "增至", "扩至", "压缩到"]
            .iter()
            .any(|to| trail.trim_start().starts_with(to) || lead.trim_end().ends_with(to))
}

/// Whether the words before a number make it what there was more or less: 同比减少3件.
pub(super) fn is_change(lead: &str) -> bool {
    ["增加", "减少", "上升", "下降", "增长", "多", "少"].iter().any(|word| lead.trim_end_matches('了').ends_with(word))
}

/// How many of the parts make a whole by themselves, where others follow behind a comma that the first do not have between them:
/// 专职3名、兼职11名，女性8名 of 14.
pub(super) fn up_to_the_whole(reading: &Reading, parts: &[Number], wholes: &[Number]) -> Option<usize> {
    let whole = wholes.last()?.value;
    let parted = |one: &Number, next: &Number| reading.words(one.span.end..next.span.start).contains(['，', ',']);
    let mut sum = Decimal::ZERO;
    for (count, part) in parts.iter().enumerate() {
        sum = sum.saturating_add(part.value);
        if sum == whole && count > 0 {
            let joined = parts.get(..=count)?.windows(2).all(|pair| matches!(pair, [one, next] if !parted(one, next)));
            return (joined && parts.get(count + 1).is_some_and(|next| parted(part, next))).then_some(count + 1);
        }
    }
    None
}

/// A whole and what is counted by another measure word side by side with it, together: 22家部门、11个街道，其中……: the parts of both.
pub(super) fn beside(reading: &Reading, whole: &Number, unit: &str) -> Option<Decimal> {
    let clause = super::super::near(reading.text, &reading.clause(whole.span.start), whole.span.start, REACH);
    let counted = |n: &&Number| n.is_count() && !n.chinese && n.unit != unit;
    let other = reading.numbers_in(&clause).iter().find(counted)?;
    let (one, next) = if other.span.start < whole.span.start { (other, whole) } else { (whole, other) };
    reading.words(one.span.end..next.span.start).contains(['、', '和']).then(|| whole.value.saturating_add(other.value))
}

/// Whether the parts leave more than a fifth of the nearest whole.
pub(super) fn leaves_much(parts: &[Number], wholes: &[Number]) -> bool {
    let left = wholes.last().map_or(Decimal::ZERO, |whole| whole.value.saturating_sub(total(parts)));
    left.saturating_mul(Decimal::from(5)) > wholes.last().map_or(Decimal::ZERO, |whole| whole.value)
}

#[cfg(test)]
mod tests {
    use super::super::super::Reading;
    use super::super::{Names, Of, breakdowns};

    #[track_caller]
    fn adds_up_or_is_none(text: &str) {
        for list in breakdowns(&Reading::of(text)) {
            assert!(list.adds_up() || list.names != Names::All || list.of == Of::Together, "{text}: {list:?}");
        }
    }

    #[test]
    fn what_is_no_list_or_ends_before() {
        for text in [
            "在线访谈7期，包括医疗保障2期，就业创业2期，住房公积金、养老服务、义务教育各1期。",
            "工作人员共14名，其中专职3名、兼职11名，女性8名。",
            "指导22家区直部门、11家街道改版，其中区直部门应用新模板19家，街道应用新模板11家。",
            "接受网上咨询2,075件，其中涉及社保的920件、涉及医保的870件、涉及公积金的640件，同一咨询涉及多个事项的分别计数。",
            "月均受理180件，其中7月最多，为265件，2月最少，为97件。",
            "受理137件，其中初次件101件，重复件36件，初次件中办结98件。",
            "事项由312项扩大到365项，其中零跑动事项由98项扩大到140项，全程网办225项。",
            "内容分为五类：一类价格，二类质量，三类停供，四类流程，五类投诉。",
            "部门户网站浏览2,300次，其中政策库390次，办事服务220次。",
            "更新设备12台，包括查询机3台、自助终端5台、打印机等。",
        ] {
            adds_up_or_is_none(text);
        }
    }

    #[test]
    fn what_is_still_a_list() {
        for text in [
            "举办活动12场，其中进社区5场、进企业6场、进校园2场。",
            "举办活动12场，其中进社区5场、进企业7场、进校园2场。",
        ] {
            let lists = breakdowns(&Reading::of(text));
            assert!(lists.iter().any(|list| !list.adds_up() && list.names == Names::All), "{lists:?}");
        }
    }
}
