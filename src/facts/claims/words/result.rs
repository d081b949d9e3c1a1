//! The words by which a report counts the results of applications.

use std::sync::OnceLock;

use super::{FILLERS, ending, stripped};
use crate::facts::claims::Results;
use crate::form::{DENIED, GRANTED, OTHER, PARTIAL, REFUSED, ResultRow, UNABLE, result_rows};

static RESULTS: [(&str, Results); 64] = [
    ("不掌握而无法提供", Results::Row("unable.not_held")),
    ("不掌握相关信息而无法提供", Results::Row("unable.not_held")),
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
    ("全部或部分公开", Results::GrantedOrPartial),
    ("全部或者部分公开", Results::GrantedOrPartial),
    ("全部公开或部分公开", Results::GrantedOrPartial),
    ("全部公开和部分公开", Results::GrantedOrPartial),
    ("全部公开及部分公开", Results::GrantedOrPartial),
    ("全部公开、部分公开", Results::GrantedOrPartial),
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
    ("重复申请", Results::Row("refused.repeat")),
    ("不重复处理", Results::Row("refused.repeat")),
    ("不予重复处理", Results::Row("refused.repeat")),
    ("重复申请不予处理", Results::Row("refused.repeat")),
    ("重复申请不予重复处理", Results::Row("refused.repeat")),
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
}
