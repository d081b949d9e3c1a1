//! The page finds in a draft what the rules find in it natively: the same code, compiled for another machine.

use nianbao::draft::{Draft, OfficeYear};
use nianbao::facts::Case;
use nianbao::rules::{Reviewed, Severity, Status, check_all};
use nianbao::value::Date;
use serde_json::{Value, json};

use crate::page::Page;

/// The findings that the page shows, each as its rule, place, weight, state and title.
const SHOWN: &str =
    "[...document.querySelectorAll('[data-rule]')].map(f => [f.dataset.rule, f.dataset.place, f.dataset.severity,
    f.dataset.status, f.querySelector('[data-action=goto]').textContent].join(' ')).sort()";

/// The same, natively.
fn found(case: &Case) -> Vec<String> {
    let all = check_all(case);
    let reviewed = Reviewed::of(case.draft, &all);
    let line = |(at, finding): (usize, &nianbao::rules::Finding)| {
        let severity = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint => "hint",
        };
        let status = match reviewed.status(at) {
            Status::Open => "open",
            Status::Accepted { .. } => "accepted",
            Status::Lapsed { .. } => "lapsed",
        };
        [finding.rule, &finding.place.to_string(), severity, status, &finding.title].join(" ")
    };
    let mut found: Vec<String> = all.iter().enumerate().map(line).collect();
    // JavaScript sorts by UTF-16.
    found.sort_by_cached_key(|line| line.encode_utf16().collect::<Vec<u16>>());
    found
}

fn open(json: &str) -> Draft {
    Draft::from_json(json).unwrap_or_else(|refused| panic!("{refused}\n{json}")).draft
}

/// Opens drafts in the page one after the other, each with its name, and compares what is found in them.
async fn compare(drafts: &[(String, String)]) {
    let page = Page::open().await;
    let today = page.run("return new Date().toLocaleDateString('sv')", Vec::new()).await;
    let today: Date = today.as_str().and_then(|day| day.parse().ok()).expect("a day");
    let mut opened: Vec<Draft> = Vec::new();
    for (name, json) in drafts {
        let draft = open(json);
        let file = page.file("draft.nianbao.json", json);
        let before = page.run("return location.hash", Vec::new()).await;
        page.choose(&[file]).await;
        page.gives(name, &format!("location.hash !== {before}"), &Value::Bool(true)).await;
        // The page knows last year's report among the drafts that it has, the one kept last.
        let last = OfficeYear::of(&draft).and_then(|office| office.last());
        let last = opened.iter().rev().find(|draft| last.is_some() && OfficeYear::of(draft) == last);
        let expected = found(&Case { last, ..Case::new(&draft, today) });
        page.gives(name, SHOWN, &json!(expected)).await;
        opened.push(draft);
    }
    page.close().await;
}

#[tokio::test]
async fn whole_reports_draw_the_same_findings_as_natively() {
    let mut drafts = Vec::new();
    for folder in ["tests/core/reports", "tests/core/drafts/v1"] {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path().display().to_string();
            if path.ends_with(".nianbao.json") {
                drafts.push((path.clone(), std::fs::read_to_string(path).expect("a draft")));
            }
        }
    }
    drafts.sort();
    assert!(drafts.len() > 15, "{} reports", drafts.len());
    compare(&drafts).await;
}

#[tokio::test]
async fn a_fault_of_every_rule_draws_the_same_findings_as_natively() {
    let samples = std::fs::read_to_string("tests/core/catalogue.json").expect("the samples");
    let samples: Vec<Value> = serde_json::from_str(&samples).expect("JSON");
    let mut drafts = Vec::new();
    for sample in &samples {
        for draft in ["last", "draft"].iter().filter_map(|member| sample.get(member)) {
            // Two samples may be the same; each is a draft of its own.
            let mut draft = draft.clone();
            draft["id"] = json!(drafts.len().to_string());
            drafts.push((sample["rule"].to_string(), draft.to_string()));
        }
    }
    assert!(drafts.len() > 45, "{} samples", drafts.len());
    compare(&drafts).await;
}
