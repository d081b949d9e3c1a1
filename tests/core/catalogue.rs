//! The catalogue as a whole: every rule draws a finding in a sample, and every mend that is offered anywhere mends.

use std::collections::BTreeSet;

use nianbao::draft::Draft;
use nianbao::facts::Case;
use nianbao::rules::{Finding, Severity, check_all, rules};
use nianbao::value::Date;
use serde_json::Value;

use crate::drafts::open;

/// A draft that draws a rule, with what stands around it.
struct Sample {
    name: String,
    rule: Option<String>,
    draft: Draft,
    last: Option<Draft>,
    others: Vec<Draft>,
    today: Date,
}

impl Sample {
    fn of(value: &Value) -> Self {
        let draft = open(&value["draft"].to_string());
        let others = value["others"].as_array().into_iter().flatten();
        Self {
            name: value["rule"].as_str().unwrap_or_default().to_owned(),
            rule: value["rule"].as_str().map(str::to_owned),
            last: value.get("last").map(|last| open(&last.to_string())),
            others: others.map(|other| open(&other.to_string())).collect(),
            today: value["today"].as_str().unwrap_or_default().parse().unwrap_or(after(&draft)),
            draft,
        }
    }

    fn findings(&self, draft: &Draft) -> Vec<Finding> {
        let case = Case { last: self.last.as_ref(), others: &self.others, ..Case::new(draft, self.today) };
        check_all(&case)
    }
}

/// A day in the January after a draft's year.
fn after(draft: &Draft) -> Date {
    Date::new(i32::from(draft.year()) + 1, 1, 20).expect("a day")
}

fn samples() -> Vec<Sample> {
    let text = std::fs::read_to_string("tests/core/catalogue.json").expect("the samples");
    let values: Value = serde_json::from_str(&text).expect("JSON");
    values.as_array().into_iter().flatten().map(Sample::of).collect()
}

/// The published reports and the whole drafts, which draw what they draw.
fn reports() -> Vec<Sample> {
    let mut found = Vec::new();
    for folder in ["tests/core/reports", "tests/core/drafts/v1"] {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.to_string_lossy().ends_with(".nianbao.json") {
                let draft = open(&std::fs::read_to_string(&path).expect("a draft"));
                let (name, today) = (path.display().to_string(), after(&draft));
                found.push(Sample { name, rule: None, last: None, others: Vec::new(), today, draft });
            }
        }
    }
    found
}

#[test]
fn every_rule_draws_a_finding_in_its_sample() {
    let samples = samples();
    let mut missing: Vec<String> = Vec::new();
    for sample in &samples {
        let rule = sample.rule.clone().unwrap_or_default();
        if sample.findings(&sample.draft).iter().all(|finding| finding.rule != rule) {
            missing.push(format!("{rule}: its sample draws nothing"));
        }
    }
    for rule in rules() {
        if samples.iter().all(|sample| sample.rule.as_deref() != Some(rule.id)) {
            missing.push(format!("{}: no sample", rule.id));
        }
    }
    assert!(missing.is_empty(), "\n{}", missing.join("\n"));
}

/// Every mend offered on samples and whole reports: its finding goes, nothing new that is 强制性 comes, and the way back
/// gives the bytes back.
#[test]
fn every_mend_mends() {
    let errors = |found: &[Finding]| -> BTreeSet<String> {
        found.iter().filter(|f| f.severity == Severity::Error).map(Finding::identity).collect()
    };
    let (mut faults, mut tried) = (Vec::new(), 0);
    for sample in samples().iter().chain(&reports()) {
        let before = sample.draft.to_json();
        let found = sample.findings(&sample.draft);
        for finding in &found {
            for mend in finding.mends() {
                let mut mended = sample.draft.clone();
                let back = mended.apply(mend.edit(&mended).expect("what it changes stands there"));
                let after = sample.findings(&mended);
                let identity = finding.identity();
                if after.iter().any(|f| f.identity() == identity) {
                    faults.push(format!("{} {identity}: still there", sample.name));
                }
                for new in errors(&after).difference(&errors(&found)) {
                    faults.push(format!("{} {identity}: brings {new}", sample.name));
                }
                mended.apply(back);
                if mended.to_json() != before {
                    faults.push(format!("{} {identity}: the way back is another", sample.name));
                }
                tried += 1;
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
    assert!(tried >= 30, "{tried} mends");
}
