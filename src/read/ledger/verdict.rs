//! What the words of a result come to: a row of table three, no answer yet, or a doubt in words.

use super::Standing;
use super::terms::{Sense, plain, spoken, terms};
use crate::form::{Form, Group, OTHER, ResultRow};

/// What words of a result come to.
#[derive(Clone, Debug, Default)]
pub(super) struct Verdict {
    /// How the request stands, where the words say it.
    pub standing: Option<Standing>,
    /// Why they do not; nothing where there are no words.
    pub doubt: Option<String>,
    /// What they are like.
    pub suggested: Option<&'static ResultRow>,
    /// What of them is known, in the program's own words.
    pub known: Vec<&'static str>,
    /// Whether the words say nothing but that there is an answer, or nothing at all that is known.
    pub is_vague: bool,
}

impl Verdict {
    /// Whether nothing is said.
    pub fn is_blank(&self) -> bool {
        self.standing.is_none() && self.doubt.is_none()
    }

    fn doubt(mut self, why: impl Into<String>, suggested: Option<&'static ResultRow>) -> Self {
        (self.doubt, self.suggested) = (Some(why.into()), suggested);
        self
    }
}

/// The row of this id, or the row that an edition has for all of its group.
fn row(form: &Form, id: &str) -> Option<&'static ResultRow> {
    let group = id.split('.').next().unwrap_or_default();
    form.results().find(|row| row.id == id).or_else(|| form.results().find(|row| row.id == group))
}

/// Adds what is not there yet.
fn once<T: PartialEq>(list: &mut Vec<T>, thing: T) {
    if !list.contains(&thing) {
        list.push(thing);
    }
}

/// What the texts of a result come to in an edition, whatever their order.
pub(super) fn verdict(texts: &[&str], form: &Form) -> Verdict {
    let mut verdict = Verdict::default();
    let texts: Vec<String> = texts.iter().map(|text| plain(text)).collect();
    if texts.iter().all(|text| matches!(text.as_str(), "" | "无" | "否" | "空")) {
        return verdict;
    }
    let mut rows: Vec<&'static ResultRow> = Vec::new();
    let mut likes: Vec<&'static ResultRow> = Vec::new();
    let mut groups: Vec<(&'static Group, &'static str)> = Vec::new();
    let (mut missing, mut vague, mut pending) = (None, None, None);
    for term in texts.iter().flat_map(|text| terms(text).0) {
        match term.sense {
            Sense::Row(id) => row(form, id).into_iter().for_each(|row| once(&mut rows, row)),
            Sense::Like(id) => row(form, id).into_iter().for_each(|row| once(&mut likes, row)),
            Sense::Group(group) => once(&mut groups, (group, term.words)),
            Sense::Missing => missing = missing.or(Some(term.words)),
            Sense::Vague => vague = vague.or(Some(term.words)),
            Sense::Pending => pending = pending.or(Some(term.words)),
            Sense::Quiet => continue,
        }
        once(&mut verdict.known, term.words);
    }
    // An edition that has one row for a group needs no other word.
    for (group, _) in &groups {
        let alone = form.results().find(|row| row.is_alone && row.group == *group);
        if let Some(row) = alone {
            once(&mut rows, row);
        }
    }
    // 区分处理的，只计这一情形.
    if let Some(partial) = rows.iter().find(|row| row.is_alone && row.id == "partial") {
        verdict.standing = Some(Standing::Result(partial));
        return verdict;
    }
    let is_other = |row: &ResultRow| row.group == &OTHER && (row.is_alone || row.id == "other.misc");
    if let Some(words) = missing
        && !rows.iter().any(|row| !is_missing_said_by(row))
        && likes.is_empty()
    {
        if rows.iter().any(|row| is_other(row)) {
            verdict.standing = rows.into_iter().find(|row| is_other(row)).map(Standing::Result);
            return verdict;
        }
        if rows.is_empty() {
            return verdict.doubt(format!("没有“{}”这一项", missing_name(words)), None);
        }
    }
    // 其他 beside words of a row says nothing more.
    if rows.len() > 1 {
        rows.retain(|row| !is_other(row));
    }
    match (rows.as_slice(), likes.as_slice()) {
        ([only], _) => of_one_row(verdict, only, &groups, pending),
        ([], [like]) => verdict.doubt(format!("像“{}”，请定", spoken(like)), Some(like)),
        ([], [_, ..]) => verdict.doubt("可能是几种结果中的一种，请定", None),
        ([], []) => of_no_row(verdict, &groups, pending, vague),
        (several, _) => {
            let names: Vec<&str> = several.iter().map(|row| spoken(row)).collect();
            let is_mixed = several.iter().any(|row| row.group.is_open);
            let suggested = if is_mixed { row(form, "partial") } else { None };
            verdict.doubt(format!("写了几种结果：{}，请定一种", names.join("、")), suggested)
        }
    }
}

/// Whether 不再处理 belongs to the row: it ends its words in the form.
fn is_missing_said_by(row: &ResultRow) -> bool {
    row.group == &OTHER
}

/// What table three has no row for, in one word.
fn missing_name(words: &'static str) -> &'static str {
    const NAMES: [&str; 4] = ["撤回", "撤销", "终止", "工作秘密"];
    if words.starts_with('转') || words.starts_with('移') {
        return "转办";
    }
    NAMES.into_iter().find(|name| words.contains(name)).unwrap_or(words)
}

fn of_one_row(
    mut verdict: Verdict,
    row: &'static ResultRow,
    groups: &[(&'static Group, &'static str)],
    pending: Option<&'static str>,
) -> Verdict {
    if let Some((_, words)) = groups.iter().find(|(group, _)| *group != row.group) {
        return verdict.doubt(format!("写着“{words}”，又像“{}”，请定", spoken(row)), Some(row));
    }
    if let Some(words) = pending {
        return verdict.doubt(format!("写着“{words}”，又像“{}”，请定", spoken(row)), Some(row));
    }
    verdict.standing = Some(Standing::Result(row));
    verdict
}

fn of_no_row(
    mut verdict: Verdict,
    groups: &[(&'static Group, &'static str)],
    pending: Option<&'static str>,
    vague: Option<&'static str>,
) -> Verdict {
    if let Some((group, words)) = groups.first() {
        let why = if group == &&OTHER { "没有说是哪一种" } else { "没有说理由" };
        return verdict.doubt(format!("“{words}”{why}"), None);
    }
    if pending.is_some() {
        verdict.standing = Some(Standing::Pending);
        return verdict;
    }
    verdict.is_vague = true;
    match vague {
        Some(words) => verdict.doubt(format!("“{words}”没有说怎样答复的"), None),
        None => verdict.doubt("没有看懂办理结果", None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{FormId, forms};

    #[track_caller]
    fn reads(year: u16, text: &str, expected: &str) {
        let verdict = verdict(&[text], FormId::of_year(year).form());
        let shown = match (verdict.standing, verdict.doubt) {
            (Some(Standing::Result(row)), None) => row.id.to_owned(),
            (Some(Standing::Pending), None) => "pending".to_owned(),
            (Some(Standing::NotCounted), _) | (Some(_), Some(_)) => "both".to_owned(),
            (None, Some(why)) => {
                format!("{why}{}", verdict.suggested.map_or(String::new(), |row| format!(" {}", row.id)))
            }
            (None, None) => String::new(),
        };
        assert_eq!(shown, expected, "{text}");
    }

    #[test]
    fn the_rows_by_the_words_of_the_form() {
        for form in forms() {
            for row in form.results() {
                for text in [row.label.to_owned(), row.words().to_owned(), format!("{} {}", row.group.label, row.label)]
                {
                    reads(form.years.0, &text, row.id);
                }
            }
        }
    }

    #[test]
    fn the_rows_by_other_words() {
        for (id, texts) in [
            ("granted", "同意公开|全部公开|公开|全文公开|予以公开（邮寄）|已答复，予以公开|答复书：同意公开|提供信息"),
            ("partial", "部分公开|区分处理|公开，隐去他人信息|部分公开（商业秘密部分不予公开）|区分处理，部分公开"),
            ("denied.secret", "不予公开 涉密|涉密|不予公开：国家秘密|属于国家秘密，不予公开"),
            ("denied.law", "法律禁止公开|法律、行政法规禁止公开|不予公开（其他法律法规禁止公开）"),
            ("denied.safety", "危及“三安全一稳定”|不予公开：危及国家安全、公共安全、经济安全、社会稳定"),
            ("denied.third_party", "商业秘密|个人隐私|商业秘密、个人隐私|不予公开/第三方不同意公开|涉及第三方合法权益"),
            ("denied.internal", "内部事务|内部事务信息|不予公开（人事管理）|三类内部事务信息"),
            ("denied.process", "过程性信息|不予公开-过程性信息|讨论记录、过程稿"),
            ("denied.casefile", "执法案卷|行政执法案卷信息"),
            ("denied.query", "行政查询事项|行政查询"),
            (
                "unable.not_held",
                "信息不存在|不掌握|未制作未获取|未制作或获取|无法提供：不存在|经检索没有该信息|本机关未制作、未获取",
            ),
            ("unable.needs_creation", "没有现成信息需另行制作|需要加工、分析|无现成信息"),
            ("unable.unclear", "补正后仍不明确|补正后申请内容仍不明确|经补正仍不明确"),
            ("refused.petition", "信访举报投诉|不予处理：信访|信访事项，不予处理|举报"),
            ("refused.repeat", "重复申请|不予处理（重复申请）|重复"),
            ("refused.publication", "公开出版物|要求提供公开出版物"),
            ("refused.excessive", "大量反复申请|无正当理由大量反复申请"),
            ("refused.confirm", "要求确认或重新出具已获取信息|重新出具"),
            ("other.no_correction", "逾期不补正|申请人逾期未补正，不再处理|其他处理：逾期未补正"),
            ("other.no_payment", "逾期不缴费|未缴费|其他处理（未缴纳费用）"),
            ("other.misc", "其他|3.其他|其它|撤回，其他处理，其他"),
            ("pending", "办理中|正在办理|结转下年度|未答复|延期答复，办理中|征求第三方意见中"),
        ] {
            texts.split('|').for_each(|text| reads(2023, text, id));
        }
        reads(2020, "逾期不补正", "other");
        reads(2020, "其他处理", "other");
    }

    #[test]
    fn what_the_form_has_no_row_for_is_a_doubt() {
        for (text, why) in [
            ("已答复", "“已答复”没有说怎样答复的"),
            ("转农业农村局", "没有“转办”这一项"),
            ("移交公安局办理", "没有“转办”这一项"),
            ("申请人撤回", "没有“撤回”这一项"),
            ("告知另找部门", "像“不掌握”，请定 unable.not_held"),
            ("查无此件", "像“不掌握”，请定 unable.not_held"),
            ("不属于本机关负责公开", "像“不掌握”，请定 unable.not_held"),
            ("已主动公开", "像“予以公开”，请定 granted"),
            ("不予公开", "“不予公开”没有说理由"),
            ("其他处理", "“其他处理”没有说是哪一种"),
            ("不予公开，信息不存在", "写着“不予公开”，又像“不掌握”，请定 unable.not_held"),
            ("予以公开；信息不存在", "写了几种结果：予以公开、不掌握，请定一种 partial"),
            ("国家秘密、过程性信息", "写了几种结果：国家秘密、过程性信息，请定一种"),
            ("春暖花开", "没有看懂办理结果"),
            ("", ""),
            ("—", ""),
            ("无", ""),
        ] {
            reads(2023, text, why);
        }
    }
}
