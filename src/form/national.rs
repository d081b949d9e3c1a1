//! What both national editions share: table three (申请) and table four (复议、诉讼), and the headings.

use super::key::Declared;
use super::{Cell, Grid, Key, Kind, Law, Range, Relation, Severity, Table, TableId, Term};
use crate::value::Ordered;

/// The headings of the six parts.
pub(super) const HEADINGS: &[&str] = &[
    "一、总体情况",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "六、其他需要报告的事项",
];

/// The five topics of part one.
pub(super) const TOPICS: &[&str] =
    &["（一）主动公开", "（二）依申请公开", "（三）政府信息管理", "（四）政府信息公开平台建设", "（五）监督保障"];

/// A row of table three: its id and its words, and the group (（三）不予公开) in which it stands.
pub(super) struct ResultRow {
    pub id: &'static str,
    pub label: &'static str,
    pub group: &'static str,
}

/// A row that stands in no group.
pub(super) const fn row(id: &'static str, label: &'static str) -> ResultRow {
    ResultRow { id, label, group: "" }
}

/// A row of a group.
pub(super) const fn of(group: &'static str, id: &'static str, label: &'static str) -> ResultRow {
    ResultRow { id, label, group }
}

const DENIED: &str = "（三）不予公开";
const UNABLE: &str = "（四）无法提供";
const REFUSED: &str = "（五）不予处理";

/// The results that both editions have, before 其他处理.
pub(super) const RESULTS: [ResultRow; 18] = [
    row("granted", "（一）予以公开"),
    row("partial", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"),
    of(DENIED, "denied.secret", "1.属于国家秘密"),
    of(DENIED, "denied.law", "2.其他法律行政法规禁止公开"),
    of(DENIED, "denied.safety", "3.危及“三安全一稳定”"),
    of(DENIED, "denied.third_party", "4.保护第三方合法权益"),
    of(DENIED, "denied.internal", "5.属于三类内部事务信息"),
    of(DENIED, "denied.process", "6.属于四类过程性信息"),
    of(DENIED, "denied.casefile", "7.属于行政执法案卷"),
    of(DENIED, "denied.query", "8.属于行政查询事项"),
    of(UNABLE, "unable.not_held", "1.本机关不掌握相关政府信息"),
    of(UNABLE, "unable.needs_creation", "2.没有现成信息需要另行制作"),
    of(UNABLE, "unable.unclear", "3.补正后申请内容仍不明确"),
    of(REFUSED, "refused.petition", "1.信访举报投诉类申请"),
    of(REFUSED, "refused.repeat", "2.重复申请"),
    of(REFUSED, "refused.publication", "3.要求提供公开出版物"),
    of(REFUSED, "refused.excessive", "4.无正当理由大量反复申请"),
    of(REFUSED, "refused.confirm", "5.要求行政机关确认或重新出具已获取信息"),
];

/// The kinds of applicant, and their total.
const APPLICANTS: [(&str, &str); 7] = [
    ("natural", "自然人"),
    ("business", "商业企业"),
    ("research", "科研机构"),
    ("welfare", "社会公益组织"),
    ("legal", "法律服务机构"),
    ("other", "其他"),
    ("total", "总计"),
];

const NEW: ResultRow = row("new", "一、本年新收政府信息公开申请数量");
const CARRIED_IN: ResultRow = row("carried_in", "二、上年结转政府信息公开申请数量");
const TOTAL: ResultRow = row("total", "（七）总计");
const CARRIED_OUT: ResultRow = row("carried_out", "四、结转下年度继续办理");
const RESULTS_HEAD: &str = "三、本年度办理结果";
const CORNER: &str = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";

fn application(row: &str, column: &str) -> Option<Key> {
    Key::joined(&["applications", row, column])
}

fn rows(results: &'static [&'static [ResultRow]]) -> impl Iterator<Item = &'static ResultRow> + Clone {
    const FIRST: &[ResultRow] = &[NEW, CARRIED_IN];
    const LAST: &[ResultRow] = &[TOTAL, CARRIED_OUT];
    FIRST.iter().chain(results.iter().copied().flatten()).chain(LAST)
}

/// The figures of tables three and four.
pub(super) fn figures(results: &'static [&'static [ResultRow]]) -> Vec<Declared> {
    let count = |name| Declared { name, kind: Kind::Count, unit: "件" };
    let applications = rows(results)
        .flat_map(move |row| APPLICANTS.map(|(column, _)| count(format!("applications.{}.{column}", row.id))));
    let disputes = BLOCKS.iter().flat_map(|(block, _)| OUTCOMES.map(|(id, _)| count(format!("disputes.{block}.{id}"))));
    applications.chain(disputes).collect()
}

/// Table three: 收到和处理政府信息公开申请情况.
pub(super) fn applications(results: &'static [&'static [ResultRow]]) -> Table {
    let figures =
        |row: &ResultRow| APPLICANTS.iter().filter_map(|(c, _)| application(row.id, c)).map(Cell::figure).collect();
    let mut body: Vec<Vec<Cell>> = Vec::new();
    let results: Vec<&ResultRow> =
        rows(results).filter(|r| r.id != NEW.id && r.id != CARRIED_IN.id && r.id != CARRIED_OUT.id).collect();
    let with_heads = |heads: Vec<Cell>, row: &ResultRow| {
        let values: Vec<Cell> = figures(row);
        heads.into_iter().chain(values).collect::<Vec<_>>()
    };
    for row in [&NEW, &CARRIED_IN] {
        body.push(with_heads(vec![Cell::row_head(row.label).across(3)], row));
    }
    for (index, row) in results.iter().enumerate() {
        let mut heads = Vec::new();
        if index == 0 {
            heads.push(Cell::row_head(RESULTS_HEAD).down(results.len()));
        }
        let before = index.checked_sub(1).and_then(|i| results.get(i)).map_or("", |r| r.group);
        if row.group.is_empty() {
            heads.push(Cell::row_head(row.label).across(2));
        } else {
            if row.group != before {
                let size = results.iter().filter(|r| r.group == row.group).count();
                heads.push(Cell::row_head(row.group).down(size));
            }
            heads.push(Cell::row_head(row.label));
        }
        body.push(with_heads(heads, row));
    }
    body.push(with_heads(vec![Cell::row_head(CARRIED_OUT.label).across(3)], &CARRIED_OUT));

    let organisations = APPLICANTS.iter().skip(1).take(5);
    let mut rows_of_grid = vec![
        vec![Cell::column_head(CORNER).across(3).down(3), Cell::column_head("申请人情况").across(7)],
        vec![
            Cell::column_head("自然人").down(2),
            Cell::column_head("法人或其他组织").across(5),
            Cell::column_head("总计").down(2),
        ],
        organisations.map(|(_, label)| Cell::column_head(*label)).collect(),
    ];
    rows_of_grid.extend(body);

    // The results, their total, and what is carried out are groups of their own.
    let after = rows_of_grid.len();
    let group_lines = vec![3 + 2, after - 2, after - 1];

    let mut labels = Ordered::new();
    let mut keys = Vec::new();
    for row in [&NEW, &CARRIED_IN].into_iter().chain(results).chain([&CARRIED_OUT]) {
        for (column, applicant) in APPLICANTS {
            if let Some(key) = application(row.id, column) {
                keys.push(key);
                labels.insert(key, format!("{}，{applicant}", words(row)));
            }
        }
    }
    Table {
        id: TableId::Applications,
        part: Some(2),
        unit: "件",
        grid: Grid {
            widths: vec![26, 62, 210, 56, 56, 56, 56, 56, 56, 56],
            rows: rows_of_grid,
            head_rows: 3,
            group_lines,
        },
        keys,
        labels,
    }
}

/// The words of a row without its numbering and its remark, with its group: 不予公开：属于国家秘密.
fn words(row: &ResultRow) -> String {
    let bare = |text: &'static str| {
        let text = text.trim_start_matches(|c: char| "（一二三四五六七）、.".contains(c) || c.is_ascii_digit());
        text.split('（').next().unwrap_or(text)
    };
    if row.group.is_empty() { bare(row.label).to_owned() } else { format!("{}：{}", bare(row.group), bare(row.label)) }
}

const BLOCKS: [(&str, &str); 3] =
    [("review", "行政复议"), ("direct", "未经复议直接起诉"), ("after_review", "复议后起诉")];

const OUTCOMES: [(&str, &str); 5] = [
    ("upheld", "结果维持"),
    ("corrected", "结果纠正"),
    ("other", "其他结果"),
    ("pending", "尚未审结"),
    ("total", "总计"),
];

fn dispute(block: &str, outcome: &str) -> Option<Key> {
    Key::joined(&["disputes", block, outcome])
}

/// Table four: 政府信息公开行政复议、行政诉讼情况.
pub(super) fn disputes() -> Table {
    let outcomes = || OUTCOMES.iter().map(|(_, label)| Cell::column_head(*label));
    let cells = BLOCKS.iter().flat_map(|(block, _)| OUTCOMES.iter().filter_map(|(o, _)| dispute(block, o)));
    let keys: Vec<Key> = cells.collect();
    let labels = BLOCKS
        .iter()
        .flat_map(|(block, name)| {
            OUTCOMES.iter().map(move |(o, label)| (dispute(block, o), format!("{name}，{label}")))
        })
        .filter_map(|(key, label)| Some((key?, label)))
        .collect();
    let rows = vec![
        vec![Cell::column_head("行政复议").across(5), Cell::column_head("行政诉讼").across(10)],
        outcomes()
            .map(|c| c.down(2))
            .chain([Cell::column_head("未经复议直接起诉").across(5), Cell::column_head("复议后起诉").across(5)])
            .collect(),
        outcomes().chain(outcomes()).collect(),
        keys.iter().copied().map(Cell::figure).collect(),
    ];
    Table {
        id: TableId::Disputes,
        part: Some(3),
        unit: "件",
        grid: Grid { widths: vec![1; 15], rows, head_rows: 3, group_lines: Vec::new() },
        keys,
        labels,
    }
}

fn term(key: Option<Key>, label: &'static str) -> Option<Term> {
    key.map(|key| Term { key, label })
}

/// The relations of tables three and four: N01, N02, N03, N05, N06, N07.
pub(super) fn relations(results: &'static [&'static [ResultRow]]) -> Vec<Relation> {
    let mut relations = Vec::new();
    let mut add = |rule, range, title, law: Option<Law>| {
        relations.extend(law.map(|law| Relation { rule, severity: Severity::Error, range, title, law }));
    };
    let summed = || results.iter().copied().flatten();
    for (column, applicant) in APPLICANTS {
        let at = |row, label| term(application(row, column), label);
        let (new, carried_in) = (at("new", "本年新收"), at("carried_in", "上年结转"));
        let (total, carried_out) = (at("total", "办理结果总计"), at("carried_out", "结转下年度"));
        let range = Range::Column(TableId::Applications, column);
        let balance = || {
            let (left, right) = (vec![new?, carried_in?], vec![total?, carried_out?]);
            Some(Law::Balance { left, right })
        };
        add("N01", range, applicant, balance());
        let parts = summed().filter_map(|r| term(application(r.id, column), r.label)).collect();
        add("N02", range, applicant, total.map(|total| Law::Sum { total, parts }));
        let bound = |part: Option<Term>| Some(Law::AtMost { part: part?, whole: vec![new?, carried_in?] });
        add("N06", range, applicant, bound(carried_out));
        add("N06", range, applicant, bound(total));
        add("N05", range, applicant, carried_in.zip(carried_out).map(|(into, out)| Law::Carried { into, out }));
    }
    for row in rows(results) {
        let parts = APPLICANTS.iter().take(6).filter_map(|(c, label)| term(application(row.id, c), label)).collect();
        let law = term(application(row.id, "total"), "总计").map(|total| Law::Sum { total, parts });
        add("N03", Range::Row(TableId::Applications, row.id), row.label, law);
    }
    for (block, name) in BLOCKS {
        let parts = OUTCOMES.iter().take(4).filter_map(|(o, label)| term(dispute(block, o), label)).collect();
        let law = term(dispute(block, "total"), "总计").map(|total| Law::Sum { total, parts });
        add("N07", Range::Row(TableId::Disputes, block), name, law);
    }
    relations
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::FormId;

    #[test]
    fn a_label_names_the_group_and_leaves_the_numbering_out() {
        let label = |name: &str| Key::parse(name).map(Key::label);
        assert_eq!(label("applications.denied.secret.natural").as_deref(), Some("不予公开：属于国家秘密，自然人"));
        assert_eq!(label("applications.partial.total").as_deref(), Some("部分公开，总计"));
        assert_eq!(label("disputes.direct.pending").as_deref(), Some("未经复议直接起诉，尚未审结"));
        assert_eq!(label("proactive.fees.amount").as_deref(), Some("行政事业性收费，本年收费金额（单位：万元）"));
    }

    #[test]
    fn an_edition_words_its_own_rows() {
        let key = Key::parse("proactive.normative.issued");
        let label = key.and_then(|k| FormId::National2021.form().label(k));
        assert_eq!(label.as_deref(), Some("行政规范性文件，本年制发件数"));
    }
}
