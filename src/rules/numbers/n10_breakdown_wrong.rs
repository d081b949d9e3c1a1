//! N10: the parts that a sentence lists do not make the whole that it states.

use std::ops::Range;

use super::n21_closing_rate_wrong::is_of_proposals;
use crate::facts::{Facts, Passage};
use crate::rules::{Finding, Line, Rule, Severity, Sink, When};
use crate::text::{Breakdown, Names, Number, Of, Reading};
use crate::value::{Decimal, is_turned};

pub(super) static RULE: Rule = Rule {
    id: "N10",
    title: "分项与总数不符",
    why: "“其中”“包括”“按类别分”之后的分项，相加不应多于前面的总数；逐项列全的，也不应少于总数。只列一项、以“等”结尾、\
          写明“主要包括”的，不要求列全；“其中”之后列了三项以上、仍少得多的，提示写明只列了一部分。\
          同一信息经几个渠道公开的，只看各渠道是否多于总数。",
    example: "主动公开471条，其中公告109条、动态389条。（相加498条，多27条）",
    when: When::Pause,
    check,
};

fn check(facts: &Facts, found: &mut Sink) {
    for passage in facts.prose().paragraphs() {
        // Of proposals their own rule speaks.
        let lists = facts.breakdowns(passage.place).iter().filter(|list| !is_of_proposals(passage, list));
        lists.filter_map(|list| reported(RULE.id, passage, list)).for_each(|finding| found.push(finding));
    }
}

/// The finding of a list that fails.
pub(super) fn reported(rule: &'static str, passage: &Passage, list: &Breakdown) -> Option<Finding> {
    let (severity, whole, sum) = fault(list)?;
    let unit = whole.unit;
    let how = if sum > whole.value { "多于" } else { "少于" };
    let parts = list.parts.iter().map(|part| (label(&passage.reading, part), part.value));
    let line = Line::of("＋", parts).makes(sum.to_string());
    let total = Line::of("", [("总数".to_owned(), whole.value)]);
    Some(
        Finding::new(rule, severity, passage.place, format!("分项相加{how}总数"))
            .saying(format!("各项相加为 {sum} {unit}，总数写的是 {} {unit}。", whole.value))
            .quoting(passage, list.span.clone())
            .computing(vec![line, total], Some((sum - whole.value).abs())),
    )
}

/// The words of the lists of a passage that fail.
pub(super) fn disputed(facts: &Facts, passage: &Passage) -> impl Iterator<Item = Range<usize>> {
    let lists = facts.breakdowns(passage.place).iter();
    lists.filter(|list| fault(list).is_some()).map(|list| list.span.clone())
}

/// How a list fails: with which weight, against which whole, by which sum.
fn fault(list: &Breakdown) -> Option<(Severity, &Number, Decimal)> {
    let nearest = list.wholes.last()?;
    let values = list.wholes.iter().map(|whole| whole.value);
    let largest = match list.of {
        Of::Together => values.fold(Decimal::ZERO, Decimal::saturating_add),
        Of::Nearest => nearest.value,
        Of::Any => values.max()?,
    };
    if nearest.vague || list.adds_up() {
        return None;
    }
    let part = list.parts.iter().take(list.certain).map(|part| part.value).max()?;
    if part > largest {
        return Some((Severity::Error, nearest, part));
    }
    let (certain, all) = list.sums();
    // 1143条，分别为51条、996条、87条: their sum with two digits turned is what was meant.
    if list.parts.len() > 1 && is_turned(all, nearest.value) {
        return Some((Severity::Warning, nearest, all));
    }
    if list.overlapping {
        return None;
    }
    if certain > largest {
        return Some((Severity::Error, nearest, certain));
    }
    let smallest = list.wholes.iter().map(|whole| whole.value).min()?;
    let severity = match list.names {
        Names::All => Severity::Warning,
        // 其中 three kinds of more: they may be some of them, which is then to be said.
        Names::Several => Severity::Hint,
        Names::Some => return None,
    };
    (all < smallest).then_some((severity, nearest, all))
}

/// What a part is called: the words before its number.
fn label(reading: &Reading, part: &Number) -> String {
    let lead = reading.lead(part).trim_matches(|c: char| !c.is_alphanumeric());
    let words = ["其中", "包括", "主要有"].iter().find_map(|word| lead.strip_prefix(word)).unwrap_or(lead);
    words.trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
}

#[cfg(test)]
mod tests {
    use crate::rules::Severity;
    use crate::rules::tests::{found, prose};

    #[track_caller]
    fn weighs(text: &str, expected: &[Severity]) {
        let found: Vec<Severity> = found("N10", &prose(text)).iter().map(|f| f.severity).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn parts_above_the_whole() {
        weighs("主动公开471条，其中公告109条，文章45条，价格详情栏388条。", &[Severity::Error]);
        weighs("收到申请3件，其中网络申请5件。", &[Severity::Error]);
        weighs("公开88条，其中网站90条、微信22条。", &[Severity::Error]);
    }

    #[test]
    fn parts_below_the_whole_of_a_list_that_names_all() {
        weighs("收到17件，按类别分：社会事业6件，城建8件。", &[Severity::Warning]);
    }

    #[test]
    fn lists_through_semicolons_in_mixed_measures_and_of_kinds() {
        for text in [
            "公开213条，其中动态184条；公告35条；年报1条；指南1条。",
            "公开79306条，其中会议信息220条，政策文件3302件，其他信息79000条。",
            "公开449条，包括机构78条、公示360条、其他31条。",
            "诉讼202件，结果维持26件，结果纠正110件，其他结果71件。",
            "发布信息39条，涉及项目14条、监测7条、其他信息22条。",
        ] {
            weighs(text, &[Severity::Error]);
        }
        weighs("公开92条。从信息内容分类看，机构3条，人事2条，其他80条。", &[Severity::Warning]);
        weighs("公开1143条，分别为网站51条，微信996条，公报87条。", &[Severity::Warning]);
        weighs("公开100条，其中动态20条，公告10条，人事5条。", &[Severity::Hint]);
        for text in [
            "办结164件，其中公开80件，不予公开84件，结转下一年度继续办理79件。",
            "公开241条，发布23条，包括媒体解读、专家解读在内的解读156条。",
            "公开139条，涉及动态，法规等，在公众号发布956条。",
            "公开12条，其中指南1条；其他公文5条；预算6条。",
            "抽检3120批次，其中不合格52批次，涉及甲21批次、乙31批次。",
        ] {
            weighs(text, &[]);
        }
    }

    #[test]
    fn what_is_no_fault() {
        for text in [
            "办理三十二件，其中建议17件。",
            "公开20件，主要包括甲3件、乙4件等。",
            "公开88条，其中网站88条、微信22条。",
            "本年度共收到70件申请，办结69件，1件结转下年度继续办理。",
            "受理申请3119件，答复3050件（含上年度结转34件，另有103件顺延到下年度答复）。",
            "收到17件，其中建议9件、提案8件，比上年增加40件。",
            "举办访谈5次，其中主要负责同志参加3次；发布稿件42篇；回应事件31次。",
            "甲10件，其中子3件、丑7件；乙5件，其中寅2件、卯3件。",
            "共公开148条，其中：财税3条；财政4条；管理141条。",
        ] {
            weighs(text, &[]);
        }
    }
}
