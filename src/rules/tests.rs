//! What the tests of the rules share: a draft as JSON in, identities of findings out. Every test is data.

use std::collections::BTreeSet;

use super::{Finding, Severity, check_all, follow, mend_now, rules};
use crate::draft::{Draft, Edit, Place};
use crate::facts::Case;
use crate::value::Date;

fn today() -> Date {
    Date::new(2018, 3, 6).expect("a day")
}

#[track_caller]
fn open(json: &str) -> Draft {
    Draft::from_json(json).unwrap_or_else(|refused| panic!("{refused}\n{json}")).draft
}

/// What a rule finds in a draft.
#[track_caller]
pub fn found(rule: &str, json: &str) -> Vec<Finding> {
    let draft = open(json);
    let mut found = check_all(&Case::new(&draft, today()));
    found.retain(|finding| finding.rule == rule);
    found
}

/// What a rule finds in a draft beside last year's.
#[track_caller]
pub fn found_beside(rule: &str, json: &str, last: &str) -> Vec<Finding> {
    let (draft, last) = (open(json), open(last));
    let mut found = check_all(&Case { last: Some(&last), ..Case::new(&draft, today()) });
    found.retain(|finding| finding.rule == rule);
    found
}

/// What a rule finds in a draft among other offices' drafts.
#[track_caller]
pub fn found_among(rule: &str, json: &str, others: &[String]) -> Vec<Finding> {
    let (draft, others) = (open(json), others.iter().map(|other| open(other)).collect::<Vec<_>>());
    let mut found = check_all(&Case { others: &others, ..Case::new(&draft, today()) });
    found.retain(|finding| finding.rule == rule);
    found
}

/// Holds a rule to the identities of what it finds in a draft.
#[track_caller]
pub fn finds(rule: &str, json: &str, expected: &[&str]) {
    let found: Vec<String> = found(rule, json).iter().map(Finding::identity).collect();
    assert_eq!(found, expected, "{json}");
}

/// Applies the mend of a finding: it goes, nothing new that is 强制性 comes, and the way back restores the bytes.
#[track_caller]
pub fn mends(identity: &str, json: &str) -> Draft {
    mends_beside(identity, json, None)
}

/// The same for a draft beside last year's.
#[track_caller]
pub fn mends_after(identity: &str, json: &str, last: &str) -> Draft {
    mends_beside(identity, json, Some(&open(last)))
}

#[track_caller]
fn mends_beside(identity: &str, json: &str, last: Option<&Draft>) -> Draft {
    let mut draft = open(json);
    let before = draft.to_json();
    let findings = check_all(&Case { last, ..Case::new(&draft, today()) });
    let finding = findings.iter().find(|f| f.identity() == identity).expect("the finding");
    let mend = finding.mend.clone().expect("a mend");
    let inverse = draft.apply(mend.edit(&draft).expect("what it changes still stands"));
    let mended = draft.clone();
    let after = check_all(&Case { last, ..Case::new(&draft, today()) });
    assert!(after.iter().all(|f| f.identity() != identity), "{identity} is still there");
    let errors = |findings: &[Finding]| -> BTreeSet<String> {
        findings.iter().filter(|f| f.severity == Severity::Error).map(Finding::identity).collect()
    };
    let new: Vec<_> = errors(&after).difference(&errors(&findings)).cloned().collect();
    assert!(new.is_empty(), "the mend of {identity} brings {new:?}");
    draft.apply(inverse);
    assert_eq!(draft.to_json(), before);
    mends_one_of_two(finding, draft, last);
    mended
}

/// The same fault a second time in its paragraph: the mend takes one away, and the other stays what it is. False where
/// that is one fault, or where the fault stands in no paragraph.
#[track_caller]
fn mends_one_of_two(finding: &Finding, mut draft: Draft, last: Option<&Draft>) -> bool {
    let is_paragraph = matches!(finding.place, Place::Opening(_) | Place::Body(..));
    let Some(text) = draft.text(finding.place).filter(|_| is_paragraph && finding.quote.is_some()) else {
        return false;
    };
    draft.apply(Edit::SetText(finding.place, text.repeat(2)));
    let before = check_all(&Case { last, ..Case::new(&draft, today()) });
    let before: Vec<&Finding> = before.iter().collect();
    let alike: Vec<usize> = (0..before.len()).filter(|at| before[*at].stem() == finding.stem()).collect();
    let [first, second] = alike[..] else { return false };
    let edit = mend_now(&Case { last, ..Case::new(&draft, today()) }, &before, before[first], 0);
    // A mend that would do something else for the doubled text is another mend.
    let Ok(edit) = edit else { return false };
    draft.apply(edit);
    let after = check_all(&Case { last, ..Case::new(&draft, today()) });
    let of = follow(&before, &after.iter().collect::<Vec<_>>());
    assert!(!of.contains(&Some(first)), "{} is still there", finding.identity());
    let left: Vec<Option<usize>> =
        after.iter().zip(of).filter(|(found, _)| found.stem() == finding.stem()).map(|(_, of)| of).collect();
    // The same mend may have put both right.
    assert!(left.is_empty() || left == [Some(second)], "{}: {left:?}", finding.identity());
    !left.is_empty()
}

#[test]
fn of_the_same_fault_twice_one_is_mended_and_the_other_stays() {
    for (identity, json) in [
        ("F02:opening.0#国办公开办涵〔2021〕30号", opening(2022, "按照国办公开办涵〔2021〕30号编写。")),
        ("F04:opening.0#2021年", opening(2022, "2021年，我局共主动公开政府信息6条。")),
        ("Q07:narrative.0.body.0#张三", prose("申请人张三提出申请。")),
        ("Q09:opening.0#国务院令第492号", opening(2022, "依据国务院令第492号公开。")),
    ] {
        let draft = open(&json);
        let found = check_all(&Case::new(&draft, today()));
        let finding = found.iter().find(|f| f.identity() == identity);
        let finding = finding.unwrap_or_else(|| panic!("{identity} is none of {:?}", identities(&found)));
        assert!(mends_one_of_two(finding, draft.clone(), None), "{identity} is not found twice");
    }
}

fn identities(found: &[Finding]) -> Vec<String> {
    found.iter().map(Finding::identity).collect()
}

/// A draft of the newest form with these figures.
pub fn figures(members: &str) -> String {
    format!(r#"{{"nianbao": 1, "form": "national-2021", "year": 2023, "figures": {{{members}}}}}"#)
}

/// A draft of the form that a year asks for, with this opening.
pub fn opening(year: u16, text: &str) -> String {
    let form = crate::form::FormId::of_year(year).draft_name();
    format!(r#"{{"nianbao": 1, "form": "{form}", "year": {year}, "opening": ["{text}"]}}"#)
}

/// A draft with one paragraph.
pub fn prose(text: &str) -> String {
    format!(r#"{{"nianbao": 1, "form": "narrative-2008", "year": 2017, "narrative": [{{"body": ["{text}"]}}]}}"#)
}

/// The results of a column of table three, all 0 but for 3 granted, with a stated total.
pub fn filled_column(column: &str, total: u32) -> String {
    let form = crate::form::FormId::of_year(2023).form();
    let key = crate::form::Key::parse(&format!("applications.total.{column}")).expect("a key of the form");
    let parts = form.parts(key).expect("a total of the form").iter().map(|part| {
        let value = if part.key.name().starts_with("applications.granted.") { 3 } else { 0 };
        format!("\"{}\": {value}", part.key)
    });
    let mut members: Vec<String> = parts.collect();
    members.push(format!("\"{key}\": {total}"));
    members.join(", ")
}

#[test]
fn ids_are_unique_and_in_the_order_of_the_catalogue() {
    let ids: Vec<&str> = rules().map(|rule| rule.id).collect();
    let key = |id: &str| ("FNQ".find(&id[..1]).expect("a group"), id[1..].parse::<u32>().expect("a number"));
    assert!(ids.windows(2).all(|pair| key(pair[0]) < key(pair[1])), "{ids:?}");
}

#[test]
fn every_rule_explains_itself() {
    for rule in rules() {
        for words in [rule.title, rule.why, rule.example] {
            assert!(!words.is_empty() && !words.contains('！') && !words.contains('您'), "{}", rule.id);
        }
    }
}
