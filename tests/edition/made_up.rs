//! What is particular to the made-up edition.

use nianbao::chart::chart;
use nianbao::draft::{ChartId, Draft};
use nianbao::facts::Case;
use nianbao::form::{Form, FormId, Key, TableId};
use nianbao::rules::{Finding, check_all};
use nianbao::value::Date;

use crate::editions::clean;

/// What its report without fault says of 信息处理费.
const FEE: &str = "按照《国务院办公厅关于印发〈政府信息公开信息处理费管理办法〉的通知》（国办函〔2020〕109号），本年度没有向申请人收取信息处理费。";

fn made_up() -> &'static Form {
    crate::forms().first().expect("the newest edition")
}

fn findings(json: &str) -> Vec<Finding> {
    let draft = Draft::from_json(json).expect("a draft").draft;
    check_all(&Case::new(&draft, Date::new(2027, 1, 20).expect("a day")))
}

#[test]
fn it_is_the_form_of_its_years_and_ends_those_of_the_one_before() {
    let form = made_up();
    assert_eq!(form.draft_name, "national-2026");
    assert_eq!(FormId::of_year(2026), form.id);
    let before = FormId::of_year(2025).form();
    assert_eq!(before.draft_name, "national-2021");
    assert_eq!((before.years, form.years.0), ((2021, 2025), 2026));
    let draft = Draft::new("d".to_owned(), 2026, "某局", "department");
    assert!(draft.to_json().contains("\"form\": \"national-2026\""));
}

#[test]
fn its_tables_have_a_row_and_a_column_more() {
    let table = made_up().table(TableId::Applications).expect("table three");
    // Of the results of the edition before, three rows of 其他处理 are one here.
    assert_eq!(table.keys.len(), 24 * 8);
    let label = |name: &str| Key::parse(name).map(Key::label);
    assert_eq!(
        label("applications.unable.destroyed.private").as_deref(),
        Some("无法提供：相关政府信息已经依法销毁，民营企业")
    );
    assert_eq!(label("applications.new.business").as_deref(), Some("本年新收政府信息公开申请数量，商业企业"));
}

/// A draft of another edition has the bytes that it had before.
#[test]
fn the_drafts_of_other_editions_keep_their_bytes() {
    crate::forms();
    for path in ["tests/core/drafts/v1/city-2023.nianbao.json", "tests/core/drafts/v1/full-2020.nianbao.json"] {
        let text = std::fs::read_to_string(path).expect("a draft");
        assert!(Draft::from_json(&text).expect("a draft").draft.to_json() == text, "{path}");
    }
}

#[test]
fn the_rules_speak_of_its_columns_its_row_and_its_notice() {
    let form = made_up();
    let text = clean(form).to_json();
    let spoiled = |from: &str, to: &str| {
        assert!(text.contains(from), "{from}");
        let found = findings(&text.replacen(from, to, 1));
        found.iter().map(Finding::identity).collect::<Vec<_>>()
    };
    let found = spoiled("\"applications.new.private\": 6", "\"applications.new.private\": 60");
    assert!(found.iter().any(|id| id == "N01:applications.*.private"), "{found:?}");
    assert!(found.iter().any(|id| id == "N03:applications.new.*"), "{found:?}");
    let found = spoiled("\"applications.unable.destroyed.total\": 0", "\"applications.unable.destroyed.total\": 3");
    assert!(found.iter().any(|id| id == "N03:applications.unable.destroyed.*"), "{found:?}");
    let found = spoiled("国办公开办函〔2026〕12号", "国办公开办函〔2021〕30号");
    assert!(found.iter().any(|id| id.starts_with("F02:opening.0#")), "{found:?}");
    let found = spoiled(FEE, "另行说明。");
    assert!(found.iter().any(|id| id == "F10:narrative.2"), "{found:?}");
    let found = spoiled("法人或其他组织申请九件", "民营企业申请9件");
    assert!(found.iter().any(|id| id.starts_with("N13:narrative.0.body.5#")), "{found:?}");
    let found = spoiled("无法提供9件", "无法提供9件（其中相关政府信息已经依法销毁2件）");
    assert!(found.iter().any(|id| id.contains("销毁2件")), "{found:?}");
}

#[test]
fn its_charts_have_its_columns() {
    let draft = clean(made_up());
    let case = Case::new(&draft, Date::new(2027, 1, 20).expect("a day"));
    let drawn = chart(&case, ChartId::Applicants).expect("applicants");
    let rows = drawn.table.rows.iter().skip(drawn.table.head_rows);
    let rows: Vec<String> = rows.map(|row| row[0].content.to_string()).collect();
    assert_eq!(rows, ["自然人", "国有企业", "民营企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]);
    assert_eq!(drawn.sentence, "收到申请 41 件，自然人占 78.0%");
}
