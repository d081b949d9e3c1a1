//! The checks: one file a rule, with what it finds, why it matters, an example, its mend and its tests.
//!
//! A finding is a pure function of the case. Nothing here changes a draft: a mend is an edit that is offered.

mod account;
mod finding;
mod form;
mod numbers;
mod review;
mod text;

#[cfg(test)]
pub(crate) mod tests;

use crate::case::{Case, Prose};
use crate::claims::{Claim, claims};
pub use crate::form::Severity;
pub use account::{Account, Tie};
pub use finding::{Arithmetic, Basis, Finding, Line, Mend, Quote, Term};
pub use review::{Status, accept, is_note, status, withdraw};

/// A check.
pub struct Rule {
    /// The printed id, with which its file's name begins.
    pub id: &'static str,
    /// The fault, in a few words.
    pub title: &'static str,
    /// What it looks at and why it matters.
    pub why: &'static str,
    /// How the fault looks in a report.
    pub example: &'static str,
    /// Finds it.
    pub check: Check,
}

/// What a rule looks at, and with it when.
pub enum Check {
    /// Figures, on every edit.
    Figures(fn(&Case, &mut Vec<Finding>)),
    /// The text beside the figures, when typing pauses. The text is read once for all rules.
    Text(fn(&Case, &Prose, &mut Vec<Finding>)),
    /// What the text states of the figures, when typing pauses. It is found once for all rules.
    Claims(fn(&Case, &Prose, &[Claim], &mut Vec<Finding>)),
}

/// When a rule is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum When {
    /// On every edit: rules over figures.
    EveryEdit,
    /// When typing pauses: rules over text.
    Pause,
}

/// Every rule, in the order of the catalogue.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    form::RULES.iter().chain(numbers::RULES).chain(text::RULES).copied()
}

/// What the rules of one kind find.
pub fn check(case: &Case, when: When) -> Vec<Finding> {
    let mut found = Vec::new();
    // A form from elsewhere is shown and not checked: its figures are not known here.
    if case.draft.form().is_none() {
        return found;
    }
    match when {
        When::EveryEdit => {
            for rule in rules() {
                if let Check::Figures(check) = rule.check {
                    check(case, &mut found);
                }
            }
        }
        When::Pause => {
            let prose = Prose::of(case);
            let claims = claims(case.draft, &prose);
            for rule in rules() {
                match rule.check {
                    Check::Figures(_) => {}
                    Check::Text(check) => check(case, &prose, &mut found),
                    Check::Claims(check) => check(case, &prose, &claims, &mut found),
                }
            }
        }
    }
    finding::tell_apart(&mut found);
    found
}

/// What all rules find.
pub fn check_all(case: &Case) -> Vec<Finding> {
    let mut found = check(case, When::EveryEdit);
    found.extend(check(case, When::Pause));
    found
}

/// Every number of the text with what it was held against, in the order of the text, what the rules found being known.
pub fn accounts(case: &Case, found: &[Finding]) -> Vec<Account> {
    if case.draft.form().is_none() {
        return Vec::new();
    }
    let prose = Prose::of(case);
    let claims = claims(case.draft, &prose);
    account::accounts(case, &prose, &claims, found)
}
