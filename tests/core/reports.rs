//! Published reports, with what must and what must not be found in them.
//!
//! The texts are the offices' own: their faults are the point, and nothing in them is mended. A rule that does not exist
//! yet is not missed, so that the test tightens by itself as rules are added.

use std::collections::BTreeSet;
use std::fs;
use std::ops::Range;

use nianbao::draft::{Draft, Place};
use nianbao::facts::{Case, Prose};
use nianbao::form::Key;
use nianbao::rules::{Finding, Severity, check_all, rules};
use nianbao::value::Date;
use serde::Deserialize;

use crate::drafts::open;

/// What is expected of the published reports: `reports/cases.json`.
#[derive(Deserialize)]
struct Published {
    cases: Vec<Expected>,
    pairs: Vec<Pair>,
}

/// What is expected of one report.
#[derive(Deserialize)]
struct Expected {
    name: String,
    /// The day on which it is looked at: that of its posting, where it is known.
    today: String,
    /// The stored text breaks off.
    excerpt: bool,
    /// Its numbers agree: no rule about numbers finds a fault that is 强制性.
    clean: bool,
    findings: Vec<CellValue>,
    may: Vec<CellValue>,
    must_not: Vec<CellValue>,
}

/// A finding, expected or forbidden.
#[derive(Deserialize)]
struct CellValue {
    rule: String,
    severity: Option<String>,
    /// A place of the draft, a key or a range of a table, or words of the text; empty for anywhere.
    place: String,
}

/// A report beside the one of the year before.
#[derive(Deserialize)]
struct Pair {
    last: String,
    this: String,
    must_not: Vec<String>,
}

/// Where in a draft an entry means.
enum Spot {
    Anywhere,
    /// The figures whose keys this pattern covers.
    Figures(String),
    Place(Place),
    /// Words, wherever they stand in the text.
    Words(Vec<(Place, Range<usize>)>),
}

fn read(file: &str) -> String {
    let path = format!("tests/core/reports/{file}");
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn report(name: &str) -> Draft {
    open(&read(&format!("{name}.nianbao.json")))
}

fn published() -> Published {
    serde_json::from_str(&read("cases.json")).expect("the cases")
}

fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

#[track_caller]
fn none(failures: &[String]) {
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

/// Whether a pattern names a figure: its key, the beginning of it, or a range with a `*` for what varies.
fn covers(pattern: &str, key: &str) -> bool {
    match pattern.split_once('*') {
        Some((before, after)) => {
            key.len() >= before.len() + after.len() && key.starts_with(before) && key.ends_with(after)
        }
        None => key.strip_prefix(pattern).is_some_and(|rest| rest.is_empty() || rest.starts_with('.')),
    }
}

/// Where words stand in a text, white space left out on both sides.
fn occurrences(text: &str, words: &str) -> Vec<Range<usize>> {
    let wanted: Vec<char> = words.chars().filter(|c| !c.is_whitespace()).collect();
    let there: Vec<(usize, char)> = text.char_indices().filter(|(_, c)| !c.is_whitespace()).collect();
    let windows = there.windows(wanted.len().max(1));
    let found = windows.filter(|window| window.iter().map(|(_, c)| c).eq(&wanted));
    found.filter_map(|window| Some(window.first()?.0..window.last().map(|(at, c)| at + c.len_utf8())?)).collect()
}

impl Spot {
    /// Where a place of `cases.json` is in this draft; nothing when it is nowhere.
    fn of(draft: &Draft, name: &str) -> Option<Self> {
        if name.is_empty() {
            return Some(Self::Anywhere);
        }
        if Key::all().any(|key| covers(name, key.name())) {
            return Some(Self::Figures(name.to_owned()));
        }
        if let Ok(place) = name.parse() {
            return Some(Self::Place(place));
        }
        let prose = Prose::of_draft(draft);
        let words = prose.passages().flat_map(|passage| {
            let spans = occurrences(passage.text(), name).into_iter();
            spans.map(move |span| (passage.place, span))
        });
        let words: Vec<_> = words.collect();
        (!words.is_empty()).then_some(Self::Words(words))
    }

    /// Whether a finding is there: in these cells, in this part, or about some of these words.
    fn holds(&self, finding: &Finding) -> bool {
        match self {
            Self::Anywhere => true,
            Self::Figures(pattern) => {
                let place = finding.place.to_string();
                Key::all().any(|key| covers(pattern, key.name()) && covers(&place, key.name()))
            }
            Self::Place(Place::Part(n)) => finding.place.part() == Some(*n),
            Self::Place(place) => finding.place == *place,
            Self::Words(words) => words.iter().any(|(place, span)| is_about(finding, *place, span)),
        }
    }
}

/// Whether a finding is about these words: one without a quotation is about the whole paragraph, one at a part also
/// about its heading.
fn is_about(finding: &Finding, place: Place, words: &Range<usize>) -> bool {
    let of_heading = matches!((finding.place, place), (Place::Part(n), Place::Heading(m)) if n == m);
    let overlaps = |span: &Range<usize>| span.start < words.end && words.start < span.end.max(span.start + 1);
    of_heading || finding.place == place && finding.quote.as_ref().is_none_or(|quote| overlaps(&quote.span))
}

/// The letter by which the catalogue names a severity.
fn letter(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "E",
        Severity::Warning => "W",
        Severity::Hint => "I",
    }
}

/// A finding in a few words.
fn shown(finding: &Finding) -> String {
    let words = finding.quote.as_ref().map(|quote| format!("“{}”", quote.words)).unwrap_or_default();
    format!("{} {} at {}{words}: {}", finding.rule, letter(finding.severity), finding.place, finding.title)
}

impl Expected {
    /// The name, and whether the text breaks off.
    fn label(&self) -> String {
        if self.excerpt { format!("{} (excerpt)", self.name) } else { self.name.clone() }
    }

    fn spot(&self, draft: &Draft, entry: &CellValue) -> Spot {
        Spot::of(draft, &entry.place).unwrap_or_else(|| panic!("{}: {} is nowhere", self.name, entry.place))
    }

    /// What must be found and is not.
    fn missing(&self, draft: &Draft, found: &[Finding]) -> Vec<String> {
        let existing: BTreeSet<&str> = rules().map(|rule| rule.id).collect();
        let mut failures = Vec::new();
        for entry in self.findings.iter().filter(|entry| existing.contains(entry.rule.as_str())) {
            let spot = self.spot(draft, entry);
            let severity = entry.severity.as_deref().unwrap_or_default();
            let there: Vec<&Finding> = found.iter().filter(|f| f.rule == entry.rule && spot.holds(f)).collect();
            if !there.iter().any(|finding| letter(finding.severity) == severity) {
                let instead: Vec<&str> = there.iter().map(|finding| letter(finding.severity)).collect();
                let instead = if instead.is_empty() { String::new() } else { format!(" (is {})", instead.join(", ")) };
                failures.push(format!(
                    "{} missing {} {severity}{instead} at {}",
                    self.label(),
                    entry.rule,
                    entry.place
                ));
            }
        }
        failures
    }

    /// What must not be found and is.
    fn extra(&self, draft: &Draft, found: &[Finding]) -> Vec<String> {
        let mut failures = Vec::new();
        for entry in &self.must_not {
            let spot = self.spot(draft, entry);
            let there = found.iter().filter(|f| f.rule == entry.rule && spot.holds(f));
            failures.extend(there.map(|finding| format!("{} extra {}", self.label(), shown(finding))));
        }
        let is_of_numbers = |f: &&Finding| f.severity == Severity::Error && f.rule.starts_with('N');
        let unclean = found.iter().filter(is_of_numbers).filter(|_| self.clean);
        failures.extend(unclean.map(|finding| format!("{} clean, but {}", self.label(), shown(finding))));
        failures
    }
}

#[test]
fn published_reports_are_their_own_canonical_bytes() {
    let cases = published().cases;
    for name in cases.iter().map(|case| case.name.as_str()) {
        let json = read(&format!("{name}.nianbao.json"));
        assert!(Draft::from_json(&json).is_ok_and(|opened| opened.notices.is_empty()), "{name} draws notices");
        assert!(open(&json).to_json() == json, "{name} is not canonical");
    }
}

/// So that an expectation is not met because its words are nowhere.
#[test]
fn every_expectation_stands_somewhere_in_its_report() {
    let mut failures = Vec::new();
    for case in published().cases {
        let draft = report(&case.name);
        let entries = case.findings.iter().chain(&case.may).chain(&case.must_not);
        let lost = entries.filter(|entry| Spot::of(&draft, &entry.place).is_none());
        failures.extend(lost.map(|entry| format!("{} {} at {}", case.name, entry.rule, entry.place)));
        let graded = case.findings.iter().all(|e| matches!(e.severity.as_deref(), Some("E" | "W" | "I")));
        assert!(graded, "{}: each finding has a severity", case.name);
    }
    none(&failures);
}

#[test]
fn published_reports_draw_what_they_must_and_nothing_that_they_must_not() {
    let mut failures = Vec::new();
    for case in published().cases {
        let draft = report(&case.name);
        let found = check_all(&Case::new(&draft, day(&case.today)));
        failures.extend(case.missing(&draft, &found));
        failures.extend(case.extra(&draft, &found));
    }
    none(&failures);
}

#[test]
fn a_report_beside_last_years_draws_nothing_that_it_must_not() {
    let Published { cases, pairs } = published();
    let mut failures = Vec::new();
    for pair in pairs {
        let (last, this) = (report(&pair.last), report(&pair.this));
        let today = cases.iter().find(|case| case.name == pair.this).map(|case| day(&case.today)).expect("its case");
        let found = check_all(&Case { last: Some(&last), ..Case::new(&this, today) });
        let forbidden = found.iter().filter(|finding| pair.must_not.iter().any(|rule| rule == finding.rule));
        failures.extend(forbidden.map(|f| format!("{} beside {} extra {}", pair.this, pair.last, shown(f))));
    }
    none(&failures);
}
