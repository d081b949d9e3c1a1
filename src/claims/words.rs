//! The words by which a report states its figures, as data, and how they are found at the end of other words.

use super::subject::{Court, Outcome, Results, Subject};

/// Words between what is counted and its number that say nothing themselves.
const FILLERS: [&str; 32] = [
    "数量", "总数", "总量", "数", "共计", "总计", "合计", "累计", "总共", "共", "计", "为", "有", "了", "的", "是",
    "达", "达到", "：", ":", "均", "已", "各", "分别", "全部", "约", "近", "情形", "情况", "超过", "逾", "类",
];

/// What an application is called.
const APPLICATION: [&str; 21] = [
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

/// What a dispute is called, beside its court.
const DISPUTE: [&str; 19] = [
    "政府信息公开",
    "信息公开",
    "案件",
    "案",
    "申请",
    "新增",
    "新发生",
    "发生",
    "收到",
    "受理",
    "被提起",
    "提起",
    "引发",
    "引起",
    "涉及",
    "办理",
    "被申请",
    "件",
    "新收",
];

/// Cuts these words off the end as long as one stands there. Of several the longest goes first.
fn stripped<'a>(mut text: &'a str, words: &[&[&str]]) -> &'a str {
    loop {
        text = text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '、' | '“' | '”' | '"'));
        let ends = words.iter().copied().flatten().filter(|word| text.ends_with(**word));
        let Some(word) = ends.max_by_key(|word| word.len()) else { return text };
        text = text.get(..text.len() - word.len()).unwrap_or_default();
    }
}

/// The value of the longest of these words with which a text ends.
fn ending<T: Copy>(text: &str, table: &[(&str, T)]) -> Option<(usize, T)> {
    let ends = table.iter().filter(|(word, _)| text.ends_with(word));
    ends.max_by_key(|(word, _)| word.len()).map(|(word, value)| (word.len(), *value))
}

const RESULTS: [(&str, Results); 46] = [
    ("予以公开", Results::Granted),
    ("同意公开", Results::Granted),
    ("全部公开", Results::Granted),
    ("部分公开", Results::Partial),
    ("区分处理", Results::Partial),
    ("予以公开及部分公开", Results::GrantedOrPartial),
    ("予以公开和部分公开", Results::GrantedOrPartial),
    ("予以公开、部分公开", Results::GrantedOrPartial),
    ("予以公开或部分公开", Results::GrantedOrPartial),
    ("予以公开或者部分公开", Results::GrantedOrPartial),
    ("公开或部分公开", Results::GrantedOrPartial),
    ("公开和部分公开", Results::GrantedOrPartial),
    ("公开及部分公开", Results::GrantedOrPartial),
    ("不予公开", Results::Denied),
    ("不同意公开", Results::Denied),
    ("无法提供", Results::Unable),
    ("不予处理", Results::Refused),
    ("其他处理", Results::Other),
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
pub(super) fn result(lead: &str) -> Option<Results> {
    let quiet: &[&[&str]] = &[&FILLERS, &["信息", "政府信息", "申请", "事项", "件", "答复"]];
    // The longest word may itself end with words that say nothing, so it is tried before and after they are cut off.
    ending(lead, &RESULTS).or_else(|| ending(stripped(lead, quiet), &RESULTS)).map(|(_, results)| results)
}

const APPLICANTS: [(&str, Subject); 10] = [
    ("自然人", Subject::Applicant("natural")),
    ("商业企业", Subject::Applicant("business")),
    ("科研机构", Subject::Applicant("research")),
    ("社会公益组织", Subject::Applicant("welfare")),
    ("法律服务机构", Subject::Applicant("legal")),
    ("法人或其他组织", Subject::Organisations),
    ("法人或者其他组织", Subject::Organisations),
    ("法人和其他组织", Subject::Organisations),
    ("法人及其他组织", Subject::Organisations),
    ("法人、其他组织", Subject::Organisations),
];

const VERBS: [(&str, Subject); 17] = [
    ("新收到", Subject::New),
    ("新收", Subject::New),
    ("新受理", Subject::New),
    ("新接收", Subject::New),
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

/// What of applications is counted by a number behind these words.
pub(super) struct Application {
    /// What is counted.
    pub subject: Subject,
    /// Whether the words name applications themselves; otherwise the sentences around have to.
    pub named: bool,
    /// Whether all of them are meant for certain.
    pub firm: bool,
}

/// What of applications the words before a number count.
pub(super) fn application(lead: &str, year: u16) -> Option<Application> {
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
    if carried(&CARRIED_OUT) || (rest.ends_with(&format!("{}年", year + 1)) && rest.contains("结转")) {
        return named(Subject::CarriedOut);
    }
    if let Some((_, subject)) = ending(stripped(lead, &[&FILLERS, &["申请"]]), &APPLICANTS) {
        return Some(Application { subject, named: false, firm: true });
    }
    if let Some(results) = result(lead) {
        return Some(Application { subject: Subject::Results(results), named: false, firm: true });
    }
    let counted = lead.get(rest.len()..).unwrap_or_default();
    let names = counted.contains("申请") && counted.contains("公开");
    if let Some((length, subject)) = ending(rest, &VERBS) {
        let before = rest.get(..rest.len() - length).unwrap_or_default();
        let ends = |words: &[&str]| words.iter().any(|word| before.ends_with(word));
        let some = ends(&[
            "延期", "逾期", "超期", "当场", "提前", "口头", "电话", "书面", "正在", "尚未", "未", "不予", "予以",
        ]);
        let firm = !ends(&["按时", "按期", "如期"]);
        return (!some).then_some(Application { subject, named: names, firm });
    }
    let begins = rest.is_empty() || rest.ends_with(['年', '度', '，']) || rest.ends_with("我局");
    (begins && counted.contains("公开申请")).then_some(Application {
        subject: Subject::Received,
        named: true,
        firm: true,
    })
}

/// Whether the words behind a number carry it into the next year: 1件结转下年度继续办理.
pub(super) fn carries_out(behind: &str, year: u16) -> bool {
    let next = format!("{}年", year + 1);
    let moved = ["结转", "顺延", "转入", "延至", "转至"].iter().any(|word| behind.contains(word));
    moved && (behind.contains("下年") || behind.contains("下一年") || behind.contains(&next))
}

const COURTS: [(&str, Court); 13] = [
    ("行政复议", Court::Review),
    ("复议", Court::Review),
    ("行政诉讼", Court::Suit),
    ("诉讼", Court::Suit),
    ("行政应诉", Court::Suit),
    ("应诉", Court::Suit),
    ("直接起诉", Court::Direct),
    ("复议后起诉", Court::AfterReview),
    ("复议、诉讼", Court::Both),
    ("复议和诉讼", Court::Both),
    ("复议诉讼", Court::Both),
    ("复议及诉讼", Court::Both),
    ("复议与诉讼", Court::Both),
];

/// The court whose disputes the words before a number count.
pub(super) fn court(lead: &str) -> Option<Court> {
    let rest = stripped(lead, &[&FILLERS, &DISPUTE]);
    let plain = lead.replace("行政", "").replace("提起", "").replace("被", "");
    let rest_plain = stripped(&plain, &[&FILLERS, &DISPUTE]).to_owned();
    let (_, court) = ending(rest, &COURTS)?;
    if let Some((_, Court::Both)) = ending(&rest_plain, &COURTS) {
        return Some(Court::Both);
    }
    Some(court)
}

/// The court that the words between two numbers speak of last.
pub(super) fn court_named(words: &str) -> Option<Court> {
    let both = words.contains("复议") && (words.contains("诉讼") || words.contains("应诉"));
    let last = |needles: &[&str]| needles.iter().filter_map(|needle| words.rfind(needle)).max();
    let (review, suit) = (last(&["复议"]), last(&["诉讼", "应诉", "起诉"]));
    let together = review.zip(suit).is_some_and(|(review, suit)| suit.abs_diff(review) <= "复议案件、被提起行政".len());
    match (review, suit) {
        _ if words.contains("复议后起诉") => Some(Court::AfterReview),
        _ if words.contains("直接起诉") => Some(Court::Direct),
        (Some(_), Some(_)) if both && together => Some(Court::Both),
        (Some(review), Some(suit)) => Some(if review > suit { Court::Review } else { Court::Suit }),
        (Some(_), None) => Some(Court::Review),
        (None, Some(_)) => Some(Court::Suit),
        (None, None) => None,
    }
}

const OUTCOMES: [(&str, Outcome); 10] = [
    ("维持", Outcome::Upheld),
    ("结果维持", Outcome::Upheld),
    ("纠正", Outcome::Corrected),
    ("结果纠正", Outcome::Corrected),
    ("纠错", Outcome::Corrected),
    ("其他结果", Outcome::Other),
    ("尚未审结", Outcome::Pending),
    ("未审结", Outcome::Pending),
    ("正在审理", Outcome::Pending),
    ("尚未结案", Outcome::Pending),
];

/// The result of disputes with which words end.
pub(super) fn outcome(lead: &str) -> Option<Outcome> {
    ending(stripped(lead, &[&FILLERS, &["案件", "件", "案"]]), &OUTCOMES).map(|(_, outcome)| outcome)
}

const DOCUMENTS: [(&str, &str); 4] =
    [("规范性文件", "normative"), ("行政规范性文件", "normative"), ("规章", "rules"), ("政府规章", "rules")];

/// The row of table two whose documents the words before a number count.
pub(super) fn document(lead: &str) -> Option<&'static str> {
    let rest = stripped(lead, &[&FILLERS]);
    let (length, row) = ending(rest, &DOCUMENTS)?;
    let before = rest.get(..rest.len() - length)?;
    let other = ["部门", "党内", "内部", "政府办", "镇级", "其他", "类", "党委"];
    (!other.iter().any(|word| before.ends_with(word))).then_some(row)
}

/// Whether the words before a number count information made public: 主动公开各类政府信息.
pub(super) fn disclosed(lead: &str) -> bool {
    let rest = stripped(lead, &[&FILLERS, &["各类", "政府信息", "政务信息", "信息", "政府", "我局"]]);
    let counted = lead.get(rest.len()..).unwrap_or_default();
    rest.ends_with("主动公开") && counted.contains("信息")
}

const CHANNELS: [(&str, &str); 11] = [
    ("政府公报", "channel.gazette"),
    ("政府网站", "channel.website"),
    ("门户网站", "channel.website"),
    ("政务微博", "channel.weibo"),
    ("微博", "channel.weibo"),
    ("政务微信", "channel.wechat"),
    ("微信", "channel.wechat"),
    ("微信公众号", "channel.wechat"),
    ("其他方式", "channel.other"),
    ("其他渠道", "channel.other"),
    ("其它方式", "channel.other"),
];

const REQUESTS: [(&str, &str); 6] = [
    ("当面", "requests.in_person"),
    ("传真", "requests.fax"),
    ("网络", "requests.online"),
    ("网上", "requests.online"),
    ("信函", "requests.letter"),
    ("电子邮件", "requests.online"),
];

/// The figure of the statistic form that the words before a number count, by its channel or its way of applying.
pub(super) fn statistic(lead: &str) -> Option<&'static str> {
    let rest = stripped(lead, &[&FILLERS, &["主动公开", "公开", "政府信息", "信息", "发布"]]);
    let request = ending(stripped(lead, &[&FILLERS, &["申请", "提出", "方式", "件"]]), &REQUESTS);
    let request = request.filter(|_| lead.contains("申请"));
    ending(rest, &CHANNELS).or(request).map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn applications() {
        for (lead, subject, named) in [
            ("市政府办公厅代表市政府共受理政府信息公开申请", Subject::Received, true),
            ("本年新收到政府信息公开申请", Subject::New, true),
            ("上年结转", Subject::CarriedIn, true),
            ("含上年度结转申请", Subject::CarriedIn, true),
            ("2021年结转", Subject::CarriedIn, true),
            ("结转下年度继续办理", Subject::CarriedOut, true),
            ("答复", Subject::Closed, false),
            ("答复政府信息公开申请", Subject::Closed, true),
            ("共办理", Subject::Handled, false),
            ("因本机关不掌握等原因无法提供", Subject::Results(Results::Unable), false),
            ("予以公开及部分公开", Subject::Results(Results::GrantedOrPartial), false),
            ("涉及自然人", Subject::Applicant("natural"), false),
            ("全年政府信息公开申请", Subject::Received, true),
        ] {
            let found = application(lead, 2022).map(|a| (a.subject, a.named));
            assert_eq!(found, Some((subject, named)), "{lead}");
        }
        for lead in ["依申请公开信息数", "向行政复议机关报送材料", "受理群众来信", "主动公开政府信息", "其中建议", ""]
        {
            assert!(application(lead, 2022).is_none(), "{lead}");
        }
    }

    #[test]
    fn disputes_and_documents() {
        assert_eq!(court("政府信息公开行政复议"), Some(Court::Review));
        assert_eq!(court("信息公开类行政复议"), Some(Court::Review));
        assert_eq!(court("被提起行政诉讼"), Some(Court::Suit));
        assert_eq!(court("发生行政复议、行政诉讼案件"), Some(Court::Both));
        assert_eq!(court("向行政复议机关报送材料"), None);
        assert_eq!(outcome("其中结果维持"), Some(Outcome::Upheld));
        assert_eq!(document("动态更新本年度制发的规范性文件"), Some("normative"));
        assert_eq!(document("部门规范性文件"), None);
        assert_eq!(document("刊登政府规章、规范性文件等"), None);
        assert!(disclosed("累计主动公开各类政府信息"));
        assert!(!disclosed("主动公开规章"));
        assert_eq!(statistic("政务微信公开政府信息数"), Some("channel.wechat"));
    }
}
