//! What the rules say of whole reports.

use nianbao::draft::{Draft, Edit};
use nianbao::facts::Case;
use nianbao::rules::{Finding, Reviewed, Severity, Status, check_all, rules};
use nianbao::value::Date;
use serde_json::Value;

use crate::drafts::{CITY, FULL, SEED, open};

const EXPECTED: &str = include_str!("reports/seed-2017.expected.json");

fn findings(draft: &Draft, today: &str) -> Vec<Finding> {
    check_all(&Case::new(draft, today.parse::<Date>().expect("a day")))
}

fn status(draft: &Draft, finding: &Finding) -> Status {
    Reviewed::of(draft, std::slice::from_ref(finding)).status(0)
}

fn expected() -> Value {
    serde_json::from_str(EXPECTED).expect("JSON")
}

#[test]
fn the_seed_draws_its_findings_and_no_others() {
    let expected = expected();
    let found = findings(&open(SEED), "2018-03-06");
    let list = |name: &str| expected[name].as_array().cloned().unwrap_or_default();
    let word = |value: &Value, name: &str| value[name].as_str().unwrap_or_default().to_owned();
    let mut left: Vec<&Finding> = found.iter().collect();
    for must in list("must") {
        let (rule, place, mend) = (word(&must, "rule"), word(&must, "place"), word(&must, "mend"));
        let at = left.iter().position(|f| f.rule == rule && f.place.to_string().starts_with(&place));
        let finding = left.remove(at.unwrap_or_else(|| panic!("{rule} at {place} is missing")));
        let label = finding.mend.as_ref().map(|m| m.label.clone()).unwrap_or_default();
        assert!(label.contains(&mend), "{rule} at {place}: {label}");
    }
    let may: Vec<String> = list("may").iter().filter_map(|v| v.as_str().map(str::to_owned)).collect();
    left.retain(|finding| !may.contains(&finding.rule.to_owned()));
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn the_citys_tables_are_without_fault_in_the_numbers() {
    let found = findings(&open(CITY), "2024-01-20");
    let faults: Vec<_> = found.iter().filter(|f| f.severity == Severity::Error).map(Finding::identity).collect();
    assert!(faults.is_empty(), "{faults:?}");
}

#[test]
fn an_acceptance_holds_until_what_it_rests_on_changes() {
    let mut draft = open(SEED);
    let finding = |draft: &Draft| findings(draft, "2018-03-06").into_iter().find(|f| f.rule == "N20").expect("N20");
    let first = [finding(&draft)];
    assert_eq!(status(&draft, &first[0]), Status::Open);
    let before = draft.to_json();
    let accepted = Reviewed::of(&draft, &first).accept(0, "2014年按旧口径只计规范性文件", "2018-02-11T09:30:00Z");
    let inverse = draft.apply(accepted);
    assert!(matches!(status(&draft, &finding(&draft)), Status::Accepted { .. }));
    // It travels in the file.
    let colleague = open(&draft.to_json());
    assert!(matches!(status(&colleague, &finding(&colleague)), Status::Accepted { .. }));
    // Any year of the history is part of its basis.
    let place: nianbao::draft::Place = "history.disclosed.total.2015".parse().expect("a place");
    assert!(place.is_cell());
    draft.apply(Edit::SetCell(place, nianbao::draft::CellValue::typed(place, "65")));
    assert!(matches!(status(&draft, &finding(&draft)), Status::Lapsed { .. }));
    let withdrawn = Reviewed::of(&draft, &[finding(&draft)]).withdraw(0);
    draft.apply(withdrawn);
    assert_eq!(status(&draft, &finding(&draft)), Status::Open);
    let mut again = colleague.clone();
    again.apply(inverse);
    assert_eq!(again.to_json(), before);
}

#[test]
fn a_hollow_note_accepts_nothing() {
    let mut draft = open(SEED);
    let finding = findings(&draft, "2018-03-06").into_iter().find(|f| f.rule == "N20").expect("N20");
    let accepted = Reviewed::of(&draft, std::slice::from_ref(&finding)).accept(0, "核实无误", "2018-02-11T09:30:00Z");
    draft.apply(accepted);
    assert_eq!(status(&draft, &finding), Status::Open);
}

#[test]
fn an_acceptance_of_words_lapses_with_their_sentence() {
    let mut draft = open(SEED);
    let q04 = |draft: &Draft| {
        findings(draft, "2018-03-06")
            .into_iter()
            .find(|f| f.rule == "Q04" && f.place.to_string() == "narrative.6.body.1")
            .expect("Q04")
    };
    let finding = q04(&draft);
    let accepted =
        Reviewed::of(&draft, std::slice::from_ref(&finding)).accept(0, "沿用历年写法", "2018-02-11T09:30:00Z");
    draft.apply(accepted);
    assert!(matches!(status(&draft, &q04(&draft)), Status::Accepted { .. }));
    let text = draft.text(finding.place).expect("a paragraph");
    draft.apply(Edit::SetText(finding.place, text.replacen("强化管理", "加强管理", 1)));
    assert!(matches!(status(&draft, &q04(&draft)), Status::Lapsed { .. }));
}

#[test]
fn same_in_same_out() {
    for json in [SEED, CITY, FULL] {
        let draft = open(json);
        assert_eq!(findings(&draft, "2024-01-20"), findings(&draft, "2024-01-20"));
    }
}

/// Set `BLESS=1` to write the page anew after a change of a rule's words.
#[test]
fn the_page_of_rules_is_made_from_the_rules() {
    let mut page = String::from("# 检查规则\n\n每条规则的编号、查什么、为什么、什么样算错。本页由程序中的规则生成。\n");
    for rule in rules() {
        page += &format!("\n## {} {}\n\n{}\n\n例：{}\n", rule.id, rule.title, rule.why, rule.example);
    }
    if std::env::var_os("BLESS").is_some() {
        std::fs::write("docs/rules.md", &page).expect("written");
    }
    let published = std::fs::read_to_string("docs/rules.md").unwrap_or_default();
    assert!(page == published, "docs/rules.md is stale: run BLESS=1 cargo test --test core rules");
}
