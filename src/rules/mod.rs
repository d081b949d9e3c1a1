//! The checks: one file a rule, with what it finds, why it matters, an example, its mend and its tests.
//!
//! A finding is a pure function of the case. Nothing here changes a draft: a mend is an edit that is offered.

mod account;
mod arithmetic;
mod finding;
mod follow;
mod form;
mod mend;
mod note;
mod numbers;
mod passed;
mod refind;
mod review;
mod sink;
mod steps;
mod text;
mod waiting;

#[cfg(test)]
pub(crate) mod tests;

use crate::facts::{Case, Facts};
pub use crate::form::Severity;
pub use account::{Account, Tie};
pub use arithmetic::{Arithmetic, Line, Term};
pub use finding::{Basis, Finding, Quote};
pub use follow::follow;
pub use mend::{CellChange, Change, Mend, Replacement, Rewriting};
pub use note::is_note;
pub use passed::{is_of_tables, passed};
pub use refind::{Gone, Mended, look_ahead, mend_now};
pub use review::{Reviewed, Status};
pub use sink::{LISTED, Sink};
pub use steps::Steps;

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
    /// When it is looked at.
    pub when: When,
    /// Finds it.
    pub check: fn(&Facts, &mut Sink),
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
    check_into(&Facts::new(*case), when, &mut found);
    found
}

/// What all rules find.
pub fn check_all(case: &Case) -> Vec<Finding> {
    let facts = Facts::new(*case);
    let mut found = Vec::new();
    check_into(&facts, When::EveryEdit, &mut found);
    check_into(&facts, When::Pause, &mut found);
    found
}

fn check_into(facts: &Facts, when: When, found: &mut Vec<Finding>) {
    for rule in rules().filter(|rule| rule.when == when) {
        found.extend(rule.find(facts));
    }
}

impl Rule {
    /// What it finds.
    fn find(&self, facts: &Facts) -> Vec<Finding> {
        let mut sink = Sink::default();
        // A form from elsewhere is shown and not checked: its figures are not known here.
        if facts.case.draft.form().is_some() {
            (self.check)(facts, &mut sink);
        }
        sink.into_findings()
    }
}

/// Every number of the text with what it was held against, in the order of the text.
pub fn accounts(case: &Case) -> Vec<Account> {
    if case.draft.form().is_none() {
        return Vec::new();
    }
    let facts = Facts::new(*case);
    let mut accounts = Vec::new();
    account::each_account(&facts, numbers::disputed_anywhere(&facts), &mut |_, account| accounts.push(account));
    accounts
}
