//! The words by which a report counts its applications and their results.

use super::result::result;
use super::{FILLERS, ending, stripped};
use crate::facts::claims::{Results, Subject};
use crate::form::{Form, forms};

/// What an application is called.
const APPLICATION: [&str; 40] = [
    "政府",
    "公民",
    "来自",
    "提出的",
    "提交的",
    "居民",
    "村民",
    "市民",
    "关于",
    "对",
    "公民、法人或其他组织",
    "公民、法人或者其他组织",
    "公民、法人和其他组织",
    "公民、法人及其他组织",
    "社会公众",
    "申请人",
    "量",
    "政府信息公开申请",
    "政府信息依申请公开",
    "依申请公开政府信息",
    "信息公开申请",
    "公开申请",
    "公开政府信息的申请",
    "公开信息的申请",
    "政府信息的申请",
    "依申请公开",
    "依申请",
    "政府信息公开",
    "政府信息",
    "信息公开",
    "信息",
    "申请",
    "书面",
    "有效",
    "公众",
    "群众",
    "公开",
    "事项",
    "件",
    "件数",
];

/// The applicants by the words of the forms, where these are long enough to mean them (其他 is not), and together.
fn applicants(lead: &str) -> Option<Subject> {
    const SHORTEST: usize = 3;
    const TOGETHER: [&str; 5] =
        ["法人或其他组织", "法人或者其他组织", "法人和其他组织", "法人及其他组织", "法人、其他组织"];
    let kinds = forms().iter().flat_map(Form::applicants);
    let mut kinds = kinds.filter(|kind| kind.label.chars().count() >= SHORTEST);
    if let Some(kind) = kinds.find(|kind| lead.ends_with(kind.label)) {
        return Some(Subject::Applicant(kind.id));
    }
    TOGETHER.iter().any(|words| lead.ends_with(words)).then_some(Subject::Organisations)
}

const VERBS: [(&str, Subject); 19] = [
    ("新收到", Subject::New),
    ("新收", Subject::New),
    ("新受理", Subject::New),
    ("新接收", Subject::New),
    ("新增", Subject::New),
    ("收到", Subject::Received),
    ("受理", Subject::Received),
    ("接到", Subject::Received),
    ("接收", Subject::Received),
    ("登记", Subject::Received),
    ("办结", Subject::Closed),
    ("答复", Subject::Closed),
    ("回复", Subject::Closed),
    ("办理完成", Subject::Closed),
    ("办毕", Subject::Closed),
    ("办理完毕", Subject::Closed),
    ("办理", Subject::Handled),
    ("处理", Subject::Handled),
    ("办理答复", Subject::Closed),
];

/// Words that carry applications over from the year before, and into the next.
const CARRIED_IN: [&str; 9] = [
    "上年结转",
    "上年度结转",
    "结转上年",
    "结转上年度",
    "上一年结转",
    "上一年度结转",
    "去年结转",
    "上年度转入",
    "上年转入",
];
const CARRIED_OUT: [&str; 12] = [
    "结转下年",
    "结转下年度",
    "结转至下年",
    "结转至下年度",
    "结转到下年",
    "结转到下年度",
    "结转下一年",
    "结转下一年度",
    "结转至下一年",
    "结转至下一年度",
    "转入下年度",
    "继续办理",
];

/// What of applications is counted by a number after these words.
pub(in crate::facts::claims) struct Application {
    /// What is counted.
    pub subject: Subject,
    /// Whether the words name applications themselves; otherwise the sentences around have to.
    pub named: bool,
    /// Whether all of them are meant for certain.
    pub firm: bool,
}

/// What of applications the words before a number count.
pub(in crate::facts::claims) fn application(lead: &str, year: u16) -> Option<Application> {
    let named = |subject| Some(Application { subject, named: true, firm: true });
    let rest = stripped(lead, &[&FILLERS, &APPLICATION]);
    let carried = |years: &[&str]| {
        let bare = stripped(lead, &[&FILLERS, &["申请", "政府信息公开申请", "政府信息公开", "办理", "答复"]]);
        years.iter().any(|words| bare.ends_with(words) || rest.ends_with(words))
    };
    let last = [format!("{}年结转", year - 1), format!("{}年度结转", year - 1)];
    if carried(&CARRIED_IN) || carried(&[&last[0], &last[1]]) {
        return named(Subject::CarriedIn);
    }
    let next = [format!("{}年", year + 1), format!("{}年度", year + 1)];
    // 从上一年度转来继续办理 came in, whatever else is said of it.
    let came = ["上年", "上一年", "去年"].iter().any(|last| lead.contains(last)) && !lead.contains('下');
    let moved = ["转来", "转入", "遗留", "延续", "结转"].iter().filter_map(|word| Some(lead.rsplit_once(word)?.1));
    // 加上上年结转共办结 counts these and others.
    let others = [
        "收到", "新收", "受理", "办结", "答复", "本年", "共", "案", "工单", "问题", "项目", "资金", "线索", "建议",
        "提案",
    ];
    // 与新收和上年结转之和29件 is a sum.
    let is_alone = |rest: &str| !rest.contains("之和") && !others.iter().any(|word| rest.contains(word));
    if came && moved.min_by_key(|rest| rest.len()).is_some_and(is_alone) {
        return named(Subject::CarriedIn);
    }
    if carried(&CARRIED_OUT) || (lead.contains("结转") && carried(&[&next[0], &next[1]])) {
        return named(Subject::CarriedOut);
    }
    if let Some(subject) = applicants(stripped(lead, &[&FILLERS, &["申请"]])) {
        return Some(Application { subject, named: false, firm: true });
    }
    // 顺延至下一年答复2件, 转下年办理5件: carried over, whatever is to be done with them then.
    if carries_out(lead, year) {
        return named(Subject::CarriedOut);
    }
    if let Some(results) = result(lead) {
        // 因第三方不同意不予公开 names one of several reasons, whichever row that is.
        let one_reason = !matches!(results, Results::Row(_)) && lead.contains(['因', '由']) && !lead.contains('等');
        return Some(Application { subject: Subject::Results(results), named: false, firm: !one_reason });
    }
    let counted = lead.get(rest.len()..).unwrap_or_default();
    let says_so = counted.contains("申请") && counted.contains("公开");
    if let Some((length, subject)) = ending(rest, &VERBS) {
        let before = rest.get(..rest.len() - length).unwrap_or_default();
        let ends = |words: &[&str]| words.iter().any(|word| before.ends_with(word));
        let some = ends(&[
            "延期", "逾期", "超期", "当场", "提前", "口头", "电话", "书面", "正在", "尚未", "未", "不予", "予以",
            "便民", "当面", "现场", "网上", "线上", "邮寄", "直接", "主动", "集中", "信函", "网络", "平台", "窗口",
            "传真", "邮件", "后", "方式", "形式", "途径", "重复", "另行",
        ]);
        let firm = !ends(&["按时", "按期", "如期"]);
        return (!some).then_some(Application { subject, named: says_so, firm });
    }
    let begins = rest.is_empty() || rest.ends_with(['年', '度', '，']) || rest.ends_with("我局");
    (begins && counted.contains("公开申请")).then_some(Application {
        subject: Subject::Received,
        named: true,
        firm: true,
    })
}

/// Whether the words after a number carry it into the next year: 1件结转下年度继续办理.
pub(in crate::facts::claims) fn carries_out(after: &str, year: u16) -> bool {
    let next = format!("{}年", year + 1);
    let moved = ["结转", "顺延", "转入", "延至", "转至", "转下", "跨年"].iter().any(|word| after.contains(word));
    moved && (after.contains("下年") || after.contains("下一年") || after.contains(&next))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::UNABLE;

    #[test]
    fn applications() {
        for (lead, subject, named) in [
            ("市政府办公厅代表市政府共受理政府信息公开申请", Subject::Received, true),
            ("本年新收到政府信息公开申请", Subject::New, true),
            ("上年结转", Subject::CarriedIn, true),
            ("含上年度结转申请", Subject::CarriedIn, true),
            ("2021年结转", Subject::CarriedIn, true),
            ("结转下年度继续办理", Subject::CarriedOut, true),
            ("结转2023年度办理", Subject::CarriedOut, true),
            ("答复", Subject::Closed, false),
            ("答复政府信息公开申请", Subject::Closed, true),
            ("共办理", Subject::Handled, false),
            ("因本机关不掌握等原因无法提供", Subject::Results(Results::Group(&UNABLE)), false),
            ("因信息不存在无法提供", Subject::Results(Results::Row("unable.not_held")), false),
            ("予以公开及部分公开", Subject::Results(Results::GrantedOrPartial), false),
            ("涉及自然人", Subject::Applicant("natural"), false),
            ("全年政府信息公开申请", Subject::Received, true),
        ] {
            let found = application(lead, 2022).map(|a| (a.subject, a.named));
            assert_eq!(found, Some((subject, named)), "{lead}");
        }
        for lead in [
            "依申请公开信息数",
            "向行政复议机关报送材料",
            "受理群众来信",
            "提供便民答复",
            "主动公开政府信息",
            "其中建议",
            "",
        ] {
            assert!(application(lead, 2022).is_none(), "{lead}");
        }
    }
}
