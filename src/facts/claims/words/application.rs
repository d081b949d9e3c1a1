//! The words by which a report counts its applications and their results.

use std::sync::OnceLock;

use super::{FILLERS, ending, stripped};
use crate::facts::claims::{Results, Subject};
use crate::form::{DENIED, Form, GRANTED, OTHER, PARTIAL, REFUSED, ResultRow, UNABLE, forms, result_rows};

/// What an application is called.
const APPLICATION: [&str; 28] = [
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
    "公民",
    "公开",
    "事项",
    "件",
    "件数",
];

static RESULTS: [(&str, Results); 51] = [
    ("予以公开", Results::Group(&GRANTED)),
    ("同意公开", Results::Group(&GRANTED)),
    ("全部公开", Results::Group(&GRANTED)),
    ("部分公开", Results::Group(&PARTIAL)),
    ("区分处理", Results::Group(&PARTIAL)),
    ("予以公开及部分公开", Results::GrantedOrPartial),
    ("予以公开和部分公开", Results::GrantedOrPartial),
    ("予以公开、部分公开", Results::GrantedOrPartial),
    ("予以公开或部分公开", Results::GrantedOrPartial),
    ("予以公开或者部分公开", Results::GrantedOrPartial),
    ("公开或部分公开", Results::GrantedOrPartial),
    ("公开和部分公开", Results::GrantedOrPartial),
    ("公开及部分公开", Results::GrantedOrPartial),
    ("不予公开", Results::Group(&DENIED)),
    ("不同意公开", Results::Group(&DENIED)),
    ("无法提供", Results::Group(&UNABLE)),
    ("不掌握无法提供", Results::Row("unable.not_held")),
    ("不掌握相关政府信息无法提供", Results::Row("unable.not_held")),
    ("不掌握相关信息无法提供", Results::Row("unable.not_held")),
    ("信息不存在无法提供", Results::Row("unable.not_held")),
    ("不存在无法提供", Results::Row("unable.not_held")),
    ("不予处理", Results::Group(&REFUSED)),
    ("其他处理", Results::Group(&OTHER)),
    ("国家秘密", Results::Row("denied.secret")),
    ("法规禁止公开", Results::Row("denied.law")),
    ("三安全一稳定", Results::Row("denied.safety")),
    ("第三方合法权益", Results::Row("denied.third_party")),
    ("内部事务", Results::Row("denied.internal")),
    ("内部事务信息", Results::Row("denied.internal")),
    ("过程性", Results::Row("denied.process")),
    ("过程性信息", Results::Row("denied.process")),
    ("行政执法案卷", Results::Row("denied.casefile")),
    ("行政查询", Results::Row("denied.query")),
    ("不掌握", Results::Row("unable.not_held")),
    ("不掌握相关", Results::Row("unable.not_held")),
    ("不掌握相关政府信息", Results::Row("unable.not_held")),
    ("没有现成信息", Results::Row("unable.needs_creation")),
    ("没有现成信息需要另行制作", Results::Row("unable.needs_creation")),
    ("需要另行制作", Results::Row("unable.needs_creation")),
    ("需另行制作", Results::Row("unable.needs_creation")),
    ("内容仍不明确", Results::Row("unable.unclear")),
    ("信访举报投诉", Results::Row("refused.petition")),
    ("重复", Results::Row("refused.repeat")),
    ("公开出版物", Results::Row("refused.publication")),
    ("大量反复", Results::Row("refused.excessive")),
    ("重新出具已获取", Results::Row("refused.confirm")),
    ("重新出具已获取信息", Results::Row("refused.confirm")),
    ("逾期不补正", Results::Row("other.no_correction")),
    ("逾期未补正", Results::Row("other.no_correction")),
    ("逾期未缴费", Results::Row("other.no_payment")),
    ("缴纳费用", Results::Row("other.no_payment")),
];

/// The result of applications with which words end: 因本机关不掌握等原因无法提供.
pub(in crate::facts::claims) fn result(lead: &str) -> Option<Results> {
    let quiet: &[&[&str]] = &[&FILLERS, &["信息", "政府信息", "申请", "事项", "件", "答复"]];
    // The longest word may itself end with words that say nothing, so it is tried before and after they are cut off.
    let rest = stripped(lead, quiet);
    let known = ending(lead, &RESULTS).or_else(|| ending(rest, &RESULTS));
    known.or_else(|| ending(lead, own_rows()).or_else(|| ending(rest, own_rows()))).map(|(_, results)| results)
}

/// The rows that are known by nothing but the form's own words for them, where these are long enough to mean the row.
fn own_rows() -> &'static [(&'static str, Results)] {
    const SHORTEST: usize = 4;
    static OWN: OnceLock<Vec<(&'static str, Results)>> = OnceLock::new();
    OWN.get_or_init(|| {
        let is_known = |row: &ResultRow| RESULTS.iter().any(|(_, known)| *known == Results::Row(row.id));
        let rows = result_rows().filter(|row| !row.is_alone && row.words().chars().count() >= SHORTEST);
        rows.filter(|row| !is_known(row)).map(|row| (row.words(), Results::Row(row.id))).collect()
    })
}

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

const VERBS: [(&str, Subject); 18] = [
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
    if carried(&CARRIED_OUT) || (lead.contains("结转") && carried(&[&next[0], &next[1]])) {
        return named(Subject::CarriedOut);
    }
    if let Some(subject) = applicants(stripped(lead, &[&FILLERS, &["申请"]])) {
        return Some(Application { subject, named: false, firm: true });
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
            "传真", "邮件",
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
    let moved = ["结转", "顺延", "转入", "延至", "转至"].iter().any(|word| after.contains(word));
    moved && (after.contains("下年") || after.contains("下一年") || after.contains(&next))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A row that is named here is a row of some edition.
    #[test]
    fn every_row_is_a_row_of_the_forms() {
        for (words, results) in RESULTS {
            if let Results::Row(id) = results {
                assert!(result_rows().any(|row| row.id == id), "{words}: {id}");
            }
        }
    }

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
