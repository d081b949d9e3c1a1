//! What a column of a ledger holds, by the words of its head.

use super::applicant::{Who, who};
use super::terms::{Sense, plain, terms};
use crate::text::{compact, has_any};

/// What a column holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// The number of the line.
    Serial,
    /// The kind of the applicant.
    Kind,
    /// The name of the applicant, of which only the kind is kept.
    Name,
    /// When the request came in; of several such columns that with the smallest rank counts.
    Received(u8),
    /// When it was answered, ranked likewise.
    Answered(u8),
    /// How it was answered; columns of one rank are read together, a further rank only where they do not say it.
    Result(u8),
    /// A remark.
    Remark,
    /// Whether the request is of the year before.
    Intake,
    /// A tick for the applicant's kind that the head names.
    TickApplicant(String),
    /// A tick for the result that the head names.
    TickResult(String),
    /// What is not kept, by a general name.
    Dropped(&'static str),
}

/// What is dropped is told by these names, never by the words of the file.
pub(super) const NAME: &str = "姓名";
/// Numbers of identity cards and the like.
pub(super) const IDENTITY: &str = "证件号";
/// Phones.
pub(super) const PHONE: &str = "电话";
/// What was asked for.
pub(super) const CONTENTS: &str = "申请内容";
/// Columns that are not known.
pub(super) const OTHERS: &str = "其他";

/// Columns that are not kept, with words of their heads, parted by `|`.
const DROPPED: &[(&str, &str)] = &[
    ("复议诉讼", "复议|诉讼"),
    (IDENTITY, "证件|身份证|信用代码|护照|机构代码|证号"),
    (PHONE, "电话|手机|联系方式|联系号码|传真"),
    ("邮箱", "邮箱|邮件|电邮|E-mail|email|Email"),
    ("地址", "地址|住址|邮编|邮政编码|住所|户籍"),
    ("其他个人情况", "出生|性别|年龄|民族|籍贯|学历|职业|工作单位"),
    ("文号", "文号|案号"),
    ("经办人", "经办|承办|办理人|负责人|签收人|登记人|审核人|责任|科室|处室|办理单位|部门|答复人"),
    ("其他日期", "期限|应答复|应办结|到期|截止|限期|延期|延长|补正|征求|时限|转办|交办|分办"),
    ("收费", "收费|费用|金额"),
    (
        "方式",
        "获取方式|获取信息|申请方式|申请渠道|申请途径|收件方式|来件方式|送达方式|提供方式|受理方式|载体|介质|\
         渠道|途径|接收方式|收到方式",
    ),
    (
        CONTENTS,
        "申请内容|内容描述|信息描述|所需|申请事项|申请公开内容|申请公开的|申请公开信息|申请公开政府信息|\
         信息名称|文件名称|标题|事由|申请信息|用途|信息内容|公开内容|内容摘要|主要内容|诉求|具体内容",
    ),
    ("联系人", "联系人|代表人|代理人|法人姓名|委托人"),
    ("编号", "编号|登记号|受理号|收件号|流水号|申请号|回执"),
];

/// The longest head that is read, in letters.
const LONGEST: usize = 40;

/// Puts the words of a head and of those above it together: 答复、日期 → 答复日期.
fn whole(path: &[&str]) -> String {
    path.iter().map(|piece| compact(piece)).collect()
}

/// What a column holds whose heads from top to bottom are these; nothing where they do not say.
pub(super) fn meaning(path: &[&str]) -> Option<Meaning> {
    let own = compact(path.last()?);
    let whole = whole(path);
    if own.is_empty() || own.chars().count() > LONGEST {
        return None;
    }
    let own = own.as_str();
    if matches!(own, "序号" | "序" | "行号" | "No" | "No." | "NO" | "NO." | "№" | "编次") {
        return Some(Meaning::Serial);
    }
    // A label of table three as a column: in it stands a tick.
    if let Some(tick) = tick(own, path) {
        return Some(tick);
    }
    if has_any(own, &["结转下", "转下年"]) {
        return Some(Meaning::TickResult(own.to_owned()));
    }
    if has_any(own, &["结转", "来源年度"]) {
        return Some(Meaning::Intake);
    }
    let is_date = has_any(own, &["日期", "时间", "时限", "期限"]) || own.ends_with(['日', '期']);
    let dropped = DROPPED.iter().find(|(_, words)| words.split('|').any(|word| own.contains(word)));
    if let Some((name, _)) = dropped.filter(|(name, _)| is_date || *name != "其他日期") {
        return Some(Meaning::Dropped(name));
    }
    if is_date {
        return date(&whole);
    }
    applicant(own, &whole).or_else(|| result(own, &whole))
}

fn date(whole: &str) -> Option<Meaning> {
    const ANSWERED: [(u8, &[&str]); 4] = [
        (0, &["答复", "回复", "答覆", "回函"]),
        (1, &["办结", "办毕", "完成", "结案", "办理完"]),
        (2, &["送达", "寄出", "发出", "发文", "反馈", "送出"]),
        (3, &["办理", "处理"]),
    ];
    const RECEIVED: [(u8, &[&str]); 4] = [
        (0, &["收到", "收件", "来件", "接收", "收文"]),
        (1, &["登记"]),
        (2, &["受理"]),
        (3, &["申请", "提交", "提出", "递交", "来信"]),
    ];
    let rank = |ranks: &[(u8, &[&str])]| ranks.iter().find(|(_, words)| has_any(whole, words)).map(|(rank, _)| *rank);
    if let Some(rank) = rank(&ANSWERED) {
        return Some(Meaning::Answered(rank));
    }
    if let Some(rank) = rank(&RECEIVED) {
        return Some(Meaning::Received(rank));
    }
    matches!(whole, "日期" | "时间").then_some(Meaning::Received(4))
}

fn applicant(own: &str, whole: &str) -> Option<Meaning> {
    let is_kind = has_any(own, &["类型", "类别", "性质", "种类", "身份", "属性", "分类"]);
    let is_applicant = has_any(whole, &["申请人", "申请者", "申请主体", "主体", "单位", "法人", "申请对象", "人员"]);
    if is_kind && is_applicant {
        return Some(Meaning::Kind);
    }
    let is_name = has_any(
        own,
        &["姓名", "名称", "申请人", "申请者", "申请单位", "申请主体", "申请机构", "单位", "企业", "公司", "申请对象"],
    );
    (is_name && !has_any(own, &["信息", "文件", "结果"])).then_some(Meaning::Name)
}

/// Words of the heads of results.
const RESULTS: [&str; 13] = [
    "结果",
    "理由",
    "原因",
    "情形",
    "公开类型",
    "公开情况",
    "是否公开",
    "公开与否",
    "结论",
    "处理决定",
    "办理情况",
    "处理情况",
    "答复情况",
];

fn result(own: &str, whole: &str) -> Option<Meaning> {
    if has_any(own, &["备注", "附注", "说明"]) {
        return Some(Meaning::Remark);
    }
    if has_any(own, &["答复内容", "回复内容", "办理内容", "处理内容", "答复意见", "答复情况说明"])
    {
        return Some(Meaning::Result(1));
    }
    if has_any(own, &["属性"]) {
        return Some(Meaning::Result(2));
    }
    if has_any(own, &["状态", "进度", "是否答复", "是否办结"]) {
        return Some(Meaning::Result(3));
    }
    let is_answer = has_any(whole, &["答复", "回复", "办理", "处理", "公开"]);
    let is_way =
        has_any(own, &["类型", "类别", "方式", "情况", "意见", "种类", "答复", "回复", "办理", "处理", "分类"]);
    (has_any(own, &RESULTS) || (is_answer && is_way)).then_some(Meaning::Result(0))
}

/// A head that is a label of table three, and nothing else.
fn tick(own: &str, path: &[&str]) -> Option<Meaning> {
    let above = whole(path.get(..path.len().saturating_sub(1)).unwrap_or_default());
    let is_of_applicants = has_any(&above, &["申请人", "申请主体", "法人", "申请者"]);
    let is_of_results = has_any(&above, &["结果", "答复", "办理", "处理", "公开", "提供"]);
    let own_plain = plain(own);
    let is_other = matches!(own_plain.as_str(), "其他" | "其它");
    let kind = match who(own) {
        Who::Kind(_, word) if plain(word) == own_plain || is_other => true,
        Who::Kind(..) | Who::Organisation(_) | Who::Person | Who::Unknown => false,
    };
    if kind && (is_of_applicants || !is_other) && !is_of_results {
        return Some(Meaning::TickApplicant(own.to_owned()));
    }
    let (found, others) = terms(&own_plain);
    let says = found.iter().any(|term| match term.sense {
        Sense::Row(_) | Sense::Group(_) => true,
        Sense::Like(_) | Sense::Missing | Sense::Vague | Sense::Pending | Sense::Quiet => false,
    });
    let is_label = matches!(found.as_slice(), [term] if term.words == own_plain);
    let asks = !is_label && has_any(own, &["是否", "理由", "属性", "情况", "内容", "结果", "方式"]);
    let is_numbered = others <= own.chars().take_while(|c| "（(一二三四五六七八九".contains(*c)).count();
    if !says || asks || !is_numbered || (is_other && !is_of_results) {
        return None;
    }
    let words = if is_other { format!("{above}{own}") } else { own.to_owned() };
    Some(Meaning::TickResult(words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::forms;

    #[test]
    fn heads_in_any_words() {
        for (expected, heads) in [
            (Meaning::Serial, "序号|序 号|No."),
            (Meaning::Kind, "申请人类型|申请人类别|单位性质|申请主体类型|申请人性质|申请人身份|申请人/类别"),
            (Meaning::Name, "申请人|申请人姓名|姓名|申请人姓名或名称|申请单位|单位名称|申请主体|申请人/名称"),
            (Meaning::Received(0), "收到日期|收件时间|收到申请时间|来件日期|收 到\n日 期"),
            (Meaning::Received(1), "登记日期|登记时间"),
            (Meaning::Received(2), "受理时间|受理日期"),
            (Meaning::Received(3), "申请日期|申请时间|提交时间|申请情况/日期"),
            (Meaning::Received(4), "日期|时间"),
            (Meaning::Answered(0), "答复日期|答复时间|申请答复日期|回复时间|答复/日期|答复期"),
            (Meaning::Answered(1), "办结时间|办结日期|完成时间"),
            (Meaning::Answered(2), "寄出日期|送达时间"),
            (
                Meaning::Result(0),
                "办理结果|答复情况|答复类型|处理方式|答复方式|不予公开理由|理由|答复|办理情况|是否公开|答复结果",
            ),
            (Meaning::Result(1), "答复内容"),
            (Meaning::Result(2), "公开属性"),
            (Meaning::Result(3), "办理状态"),
            (Meaning::Remark, "备注|说明"),
            (Meaning::Intake, "是否上年结转"),
            (Meaning::Dropped("证件号"), "证件号码|身份证号|申请人证件号|统一社会信用代码|证件名称"),
            (Meaning::Dropped("电话"), "联系电话|手机号|联系方式|申请人电话"),
            (Meaning::Dropped("地址"), "通信地址|申请人住址|邮编"),
            (Meaning::Dropped("申请内容"), "申请内容|申请事项|所需信息内容描述|申请公开的信息|信息名称|申请公开内容"),
            (Meaning::Dropped("其他日期"), "答复期限|应答复日期|延期时间|补正日期|答复截止日期"),
            (Meaning::Dropped("文号"), "答复文号"),
            (Meaning::Dropped("经办人"), "经办人|承办科室|责任单位"),
            (Meaning::Dropped("方式"), "申请方式|获取信息方式|申请渠道"),
            (Meaning::Dropped("编号"), "申请编号|登记号"),
        ] {
            for head in heads.split('|') {
                let path: Vec<&str> = head.split('/').collect();
                assert_eq!(meaning(&path).as_ref(), Some(&expected), "{head}");
            }
        }
    }

    #[test]
    fn labels_of_table_three_are_ticks() {
        for form in forms() {
            for row in form.results().filter(|row| !matches!(row.words(), "其他")) {
                let found = meaning(&[row.words()]);
                assert!(matches!(found, Some(Meaning::TickResult(_))), "{}: {found:?}", row.words());
            }
            for applicant in form.applicants() {
                let found = meaning(&["申请人情况", "法人或其他组织", applicant.label]);
                assert!(matches!(found, Some(Meaning::TickApplicant(_))), "{}: {found:?}", applicant.label);
            }
        }
        for (path, words) in [
            (&["办理结果", "予以公开"][..], "予以公开"),
            (&["（三）不予公开", "1.国家秘密"], "1.国家秘密"),
            (&["办理结果", "其他处理", "其他"], "办理结果其他处理其他"),
        ] {
            assert_eq!(meaning(path), Some(Meaning::TickResult(words.to_owned())));
        }
    }

    #[test]
    fn other_heads_say_nothing() {
        for head in ["", "其他", "月份", "张三", "2023年依申请公开台账"] {
            assert_eq!(meaning(&[head]), None, "{head}");
        }
    }
}
