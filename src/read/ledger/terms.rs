//! The words by which ledgers name results, and what each of them means.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::form::{DENIED, Group, OTHER, REFUSED, ResultRow, UNABLE, result_rows};

/// What words of a result mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sense {
    /// A row of table three, by its id.
    Row(&'static str),
    /// A group of rows, of which another word has to name one.
    Group(&'static Group),
    /// What is like a row, but may be another.
    Like(&'static str),
    /// What table three has no row for.
    Missing,
    /// An answer of which nothing is said.
    Vague,
    /// No answer yet.
    Pending,
    /// Nothing of a result.
    Quiet,
}

/// Words with their sense.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Term {
    /// The words, without marks.
    pub words: &'static str,
    /// What they mean.
    pub sense: Sense,
}

/// The words of each sense, parted by `|`.
const TERMS: &[(Sense, &str)] = &[
    (
        Sense::Row("granted"),
        "予以公开|同意公开|全部公开|全文公开|完全公开|准予公开|给予公开|依法公开|公开|全部予以公开|\
         予以全部公开|予以提供|同意提供|全部提供|依法提供|提供信息|已提供|予以答复并公开",
    ),
    (
        Sense::Row("partial"),
        "部分公开|部分予以公开|予以部分公开|部分提供|部分同意公开|同意部分公开|区分处理|作区分处理|隐去|\
         隐去他人信息|遮挡|遮盖|部分不予公开",
    ),
    (Sense::Row("denied.secret"), "国家秘密|涉密|属于国家秘密|涉及国家秘密|国家机密"),
    (
        Sense::Row("denied.law"),
        "法律行政法规禁止公开|法律法规禁止公开|法律禁止公开|行政法规禁止公开|法规禁止公开|禁止公开|法律禁止|\
         法定禁止|其他法律行政法规禁止公开|其他法律法规禁止公开",
    ),
    (
        Sense::Row("denied.safety"),
        "三安全一稳定|危及三安全一稳定|国家安全|公共安全|经济安全|社会稳定|危及国家安全|三安一稳",
    ),
    (
        Sense::Row("denied.third_party"),
        "第三方合法权益|保护第三方合法权益|第三人合法权益|损害第三方|第三方|第三方不同意|第三方不同意公开|\
         第三方权益|商业秘密|个人隐私|隐私|第三人|第三方信息",
    ),
    (
        Sense::Row("denied.internal"),
        "内部事务|内部事务信息|三类内部事务信息|三类内部事务|三类内部信息|内部信息|内部管理信息|人事管理|\
         后勤管理|内部工作流程",
    ),
    (
        Sense::Row("denied.process"),
        "过程性|过程性信息|四类过程性信息|四类过程性|过程信息|过程稿|讨论记录|磋商信函|请示报告",
    ),
    (Sense::Row("denied.casefile"), "执法案卷|行政执法案卷|执法案卷信息|行政执法案卷信息|案卷信息|案卷"),
    (Sense::Row("denied.query"), "行政查询|行政查询事项|查询事项"),
    (
        Sense::Row("unable.not_held"),
        "不掌握|本机关不掌握|不掌握相关政府信息|不掌握相关信息|本机关不掌握相关政府信息|信息不存在|\
         政府信息不存在|不存在|未制作|未获取|未制作未获取|未制作或未获取|未制作或者获取|未保存|没有制作|\
         没有获取|未检索到|检索不到|经检索没有|经检索无",
    ),
    (
        Sense::Row("unable.needs_creation"),
        "没有现成信息|没有现成信息需另行制作|没有现成信息需要另行制作|无现成信息|无现成信息需另行制作|\
         需另行制作|需要另行制作|另行制作|需加工|需要加工|加工分析|需要加工分析|需要汇总加工|需汇总加工",
    ),
    (
        Sense::Row("unable.unclear"),
        "补正后仍不明确|补正后不明确|补正后内容仍不明确|补正后申请内容仍不明确|补正后申请内容不明确|\
         补正后内容不明确|仍不明确|内容仍不明确|申请内容仍不明确|经补正仍不明确|补正后仍然不明确",
    ),
    (
        Sense::Row("refused.petition"),
        "信访|举报|投诉|信访举报投诉|信访投诉举报|信访举报投诉类申请|信访事项|投诉举报|信访类",
    ),
    (Sense::Row("refused.repeat"), "重复|重复申请|属于重复申请|重复提出申请|重复提交"),
    (Sense::Row("refused.publication"), "公开出版物|要求提供公开出版物|出版物|公开出版"),
    (
        Sense::Row("refused.excessive"),
        "大量反复|大量反复申请|无正当理由大量反复申请|反复申请|频繁申请|明显超过合理范围|频次超过合理范围",
    ),
    (
        Sense::Row("refused.confirm"),
        "确认或重新出具|确认或者重新出具|重新出具|重新出具已获取信息|要求确认|已获取信息|确认已获取信息|\
         要求确认或重新出具已获取信息|要求行政机关确认或重新出具已获取信息|确认或重新出具已获取信息",
    ),
    (
        Sense::Row("other.no_correction"),
        "逾期不补正|逾期未补正|逾期没有补正|未补正|不补正|超期未补正|超期不补正|未按期补正|未按时补正|\
         无正当理由逾期不补正|申请人无正当理由逾期不补正",
    ),
    (
        Sense::Row("other.no_payment"),
        "逾期不缴费|逾期未缴费|未缴费|不缴费|逾期不缴纳费用|逾期未缴纳费用|未缴纳费用|不缴纳费用|\
         逾期未按收费通知要求缴纳费用|未按收费通知要求缴纳费用|超期未缴费",
    ),
    (Sense::Row("other.misc"), "其他|其它"),
    (Sense::Group(&DENIED), "不予公开|不公开|不同意公开|不宜公开|不予提供|不予以公开|免予公开"),
    (Sense::Group(&UNABLE), "无法提供|不能提供|无法公开"),
    (Sense::Group(&REFUSED), "不予处理|不予办理|不予受理"),
    (Sense::Group(&OTHER), "其他处理|其它处理|其他情形|其他情况"),
    (
        Sense::Like("granted"),
        "已主动公开|主动公开|已公开|告知获取方式|告知获取途径|告知查询途径|告知查阅方式|获取方式和途径|\
         依申请公开|可以公开",
    ),
    (
        Sense::Like("unable.not_held"),
        "查无此件|查无|查无此信息|未查到|查不到|没有查到|未查询到|没有此信息|无此信息|无相关信息|\
         没有相关信息|另找部门|告知另找部门|不属于本机关|不属于本机关公开|不属于本机关负责公开|\
         不属于本行政机关|非本机关|不属于本单位|不属于我单位|不属于我局|不属本机关|非我局|不属于本部门|\
         非本单位|不归本机关|向其他机关申请|向有关机关申请|建议向",
    ),
    (Sense::Like("unable.unclear"), "内容不明确|申请内容不明确|不明确|指向不明"),
    (Sense::Like("refused.repeat"), "此前已答复|之前已答复|已答复过|曾答复"),
    (Sense::Like("refused.petition"), "转信访|咨询|属于咨询|咨询事项"),
    (Sense::Like("denied.query"), "档案查询|按查询办理|另行查询|登记资料查询"),
    (
        Sense::Missing,
        "撤回|撤回申请|申请人撤回|撤销|撤销申请|放弃申请|取消申请|终止|终止办理|转办|转交|转送|移交|移送|转|\
         工作秘密|不再处理|行政机关不再处理|非政府信息|不属于政府信息",
    ),
    (
        Sense::Vague,
        "已答复|已回复|答复|回复|已办结|办结|已办|已办理|已处理|已完成|完成|已结|结案|书面答复|当面答复|\
         电话答复|邮件答复|邮寄|邮寄送达|告知|已告知|一次性告知|已出具答复书|按时答复|按期答复",
    ),
    (
        Sense::Pending,
        "办理中|正在办理|在办|未办结|未答复|待答复|尚未答复|尚未办结|处理中|正在处理|待办|待处理|结转|\
         结转下年|结转下年度|结转下一年|结转下一年度|结转下年度继续办理|补正中|待补正|等待补正|征求意见中|\
         征求第三方意见中|未到期|未办理|没有答复|未回复|延期中|办理之中",
    ),
    (
        Sense::Quiet,
        "信息公开|政府信息公开|公开申请|申请公开|公开指南|公开平台|公开办|公开科|答复书|告知书|延期答复|\
         延长答复期限|征求第三方意见|征求第三方意见后|通知补正|告知补正|补正|上年结转|上年度结转|上年转结|\
         办理结果|答复方式|处理方式|属于|涉及|危及|保护|类申请|申请人|行政机关|信息|政府信息|申请|事项|内容|\
         理由|是否公开|公开属性|答复情况|的|并|及|或|和|因|为|经|无正当理由|其政府信息公开申请|\
         行政机关不再处理其政府信息公开申请|不再处理其政府信息公开申请|只计这一情形不计其他情形",
    ),
];

/// Short words for the rows, as they are spoken.
const SPOKEN: &[(&str, &str)] = &[
    ("denied.secret", "国家秘密"),
    ("denied.law", "法律法规禁止公开"),
    ("denied.safety", "三安全一稳定"),
    ("denied.third_party", "第三方合法权益"),
    ("denied.internal", "内部事务信息"),
    ("denied.process", "过程性信息"),
    ("denied.casefile", "行政执法案卷"),
    ("denied.query", "行政查询事项"),
    ("unable.not_held", "不掌握"),
    ("unable.needs_creation", "需要另行制作"),
    ("unable.unclear", "补正后仍不明确"),
    ("refused.petition", "信访举报投诉"),
    ("refused.repeat", "重复申请"),
    ("refused.publication", "公开出版物"),
    ("refused.excessive", "大量反复申请"),
    ("refused.confirm", "确认或重新出具"),
    ("other.no_correction", "逾期不补正"),
    ("other.no_payment", "逾期不缴费"),
];

/// A row in few words: 不掌握.
pub(super) fn spoken(row: &'static ResultRow) -> &'static str {
    SPOKEN.iter().find(|(id, _)| *id == row.id).map_or(row.words(), |(_, words)| words)
}

/// The terms by their first letter, the longest of each first. The forms' own words for their rows are among them.
fn by_letter() -> &'static HashMap<char, Vec<Term>> {
    static TABLE: OnceLock<HashMap<char, Vec<Term>>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table: HashMap<char, Vec<Term>> = HashMap::new();
        let mut add = |term: Term| {
            if let Some(first) = term.words.chars().next() {
                table.entry(first).or_default().push(term);
            }
        };
        for (sense, words) in TERMS {
            words.split('|').for_each(|words| add(Term { words, sense: *sense }));
        }
        for row in result_rows().filter(|row| !row.is_alone && row.id != "other.misc") {
            add(Term { words: plain(row.words()).leak(), sense: Sense::Row(row.id) });
        }
        for terms in table.values_mut() {
            terms.sort_by_key(|term| std::cmp::Reverse(term.words.len()));
        }
        table
    })
}

/// So many letters of a cell are looked at.
const LONGEST: usize = 300;

/// A text without blanks, marks and digits, for finding terms in it.
pub(super) fn plain(text: &str) -> String {
    text.chars().filter(|c| c.is_alphabetic()).take(LONGEST).collect()
}

/// The terms of a plain text from left to right, the longest at each place, and how many letters are of none.
pub(super) fn terms(plain: &str) -> (Vec<Term>, usize) {
    let table = by_letter();
    let (mut found, mut others, mut rest) = (Vec::new(), 0, plain);
    while let Some(first) = rest.chars().next() {
        let term = table.get(&first).and_then(|terms| terms.iter().find(|term| rest.starts_with(term.words)));
        let length = if let Some(term) = term {
            found.push(*term);
            term.words.len()
        } else {
            others += 1;
            first.len_utf8()
        };
        rest = rest.get(length..).unwrap_or_default();
    }
    (found, others)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_that_is_named_is_one() {
        let ids = TERMS.iter().filter_map(|(sense, _)| match sense {
            Sense::Row(id) | Sense::Like(id) => Some(*id),
            Sense::Group(_) | Sense::Missing | Sense::Vague | Sense::Pending | Sense::Quiet => None,
        });
        for id in ids.chain(SPOKEN.iter().map(|(id, _)| *id)) {
            assert!(result_rows().any(|row| row.id == id), "{id}");
        }
    }

    #[test]
    fn no_words_have_two_senses() {
        let mut known: HashMap<&str, Sense> = HashMap::new();
        for (sense, words) in TERMS {
            for words in words.split('|') {
                assert_eq!(known.insert(words, *sense), None, "{words}");
                assert_eq!(plain(words), words);
            }
        }
    }

    #[test]
    fn the_longest_words_are_found() {
        let found = |text: &str| terms(&plain(text)).0.iter().map(|term| term.words).collect::<Vec<_>>();
        assert_eq!(found("不予公开，属于国家秘密"), ["不予公开", "属于国家秘密"]);
        assert_eq!(found("政府信息公开"), ["政府信息公开"]);
        assert_eq!(terms("甲乙公开").1, 2);
    }
}
