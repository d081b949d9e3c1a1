//! Each rule's fault, put by program into the report without fault of every edition, in many wordings: how many of them are found, and
//! whether the same words with the right number, year or name are silent. `docs/rules-measured.md` has the figures.

mod report;
mod sentences;
mod tables;

use std::collections::{BTreeMap, BTreeSet};

use nianbao::draft::Draft;
use nianbao::facts::Case;
use nianbao::rules::{Finding, Severity, check_all};

use crate::editions::clean;
use sentences::{FAULTS, Fault, filled, with, wordings};

/// How often a rule's fault was put in and found, and how often the right words drew it nevertheless.
#[derive(Default)]
pub struct Damaged {
    pub put_in: usize,
    pub found: usize,
    pub sound: usize,
    pub wrong: usize,
}

/// A report with a fault that a sentence alone cannot bring about.
#[derive(Clone)]
pub struct Variant {
    /// The rules of which one finds it; under the first it is counted.
    rules: Vec<&'static str>,
    what: String,
    report: Draft,
    last: Option<Draft>,
    others: Vec<Draft>,
}

impl Variant {
    fn of(rule: &'static str, what: &str, report: Draft) -> Self {
        Self::any(&[rule], what, report)
    }

    fn any(rules: &[&'static str], what: &str, report: Draft) -> Self {
        Self { rules: rules.to_vec(), what: what.to_owned(), report, last: None, others: Vec::new() }
    }

    fn beside(rule: &'static str, what: &str, report: Draft, last: Option<Draft>) -> Self {
        Self { last, ..Self::of(rule, what, report) }
    }

    /// Whether one of its rules speaks, as it did not before.
    fn is_found(&self, before: &BTreeSet<String>) -> bool {
        let today = format!("{}-01-20", self.report.year() + 1).parse().expect("a day");
        let case = Case { last: self.last.as_ref(), others: &self.others, ..Case::new(&self.report, today) };
        let found = check_all(&case);
        found.iter().any(|finding| self.rules.contains(&finding.rule) && !before.contains(&known_by(finding)))
    }
}

/// What is known of a finding, and what it says.
fn known_by(finding: &Finding) -> String {
    format!("{} {}", finding.identity(), finding.title)
}

/// The same report a year earlier, as last year's.
fn last_year(report: &Draft) -> Draft {
    let mut json: serde_json::Value = serde_json::from_str(&report.to_json()).expect("JSON");
    json["year"] = (report.year() - 1).into();
    json["id"] = "last".into();
    Draft::from_json(&json.to_string()).unwrap_or_else(|refused| panic!("{refused}")).draft
}

/// Puts every fault into the report of every edition. What was missed, and what was found without fault, is told.
pub fn measure() -> (BTreeMap<&'static str, Damaged>, String) {
    let (mut all, mut told) = (BTreeMap::<&'static str, Damaged>::new(), String::new());
    for form in crate::forms() {
        let report = clean(form);
        let before = drawn(&report);
        for Fault { rule, wordings: patterns, .. } in FAULTS.iter().filter(|fault| report.year() >= fault.since) {
            let damaged = all.entry(rule).or_default();
            for wording in patterns.iter().flat_map(|pattern| wordings(pattern)) {
                let Some(wrong) = filled(&report, &wording, true) else { continue };
                let is_drawn = |text: &str| drawn(&with(&report, text)).difference(&before).any(|(of, _)| of == rule);
                damaged.put_in += 1;
                if is_drawn(&wrong) {
                    damaged.found += 1;
                } else {
                    told += &format!("{} missed {rule}: {wrong}\n", report.year());
                }
                let right = filled(&report, &wording, false).filter(|right| *right != wrong);
                if let Some(right) = right {
                    damaged.sound += 1;
                    if is_drawn(&right) {
                        damaged.wrong += 1;
                        told += &format!("{} drew {rule} without fault: {right}\n", report.year());
                    }
                }
            }
        }
        let before: BTreeSet<String> = {
            let today = format!("{}-01-20", report.year() + 1).parse().expect("a day");
            check_all(&Case::new(&report, today)).iter().map(known_by).collect()
        };
        for variant in [report::variants(&report), tables::variants(&report)].concat() {
            let damaged = all.entry(variant.rules[0]).or_default();
            damaged.put_in += 1;
            if variant.is_found(&before) {
                damaged.found += 1;
            } else {
                told += &format!("{} missed {}: {}\n", report.year(), variant.rules[0], variant.what);
            }
        }
    }
    (all, told)
}

/// What a report draws, hints apart: the rule of each finding with what it is known by.
fn drawn(report: &Draft) -> BTreeSet<(String, String)> {
    let today = format!("{}-01-20", report.year() + 1).parse().expect("a day");
    let found = check_all(&Case::new(report, today));
    let hints = ["Q13"];
    let told = found.iter().filter(|finding| finding.severity != Severity::Hint || hints.contains(&finding.rule));
    told.map(|finding| (finding.rule.to_owned(), finding.identity())).collect()
}

#[test]
fn what_is_put_in_is_found_and_what_is_right_is_silent() {
    let (measured, told) = measure();
    println!("{told}");
    let (put_in, found) = measured.values().fold((0, 0), |(all, own), d| (all + d.put_in, own + d.found));
    let wrong: usize = measured.values().map(|damaged| damaged.wrong).sum();
    assert!(found * 100 >= put_in * FOUND, "{found} of {put_in} faults are found\n{told}");
    assert_eq!(wrong, 0, "{told}");
}

/// How many of the faults are found at least, in hundredths: what has been reached.
const FOUND: usize = 95;
