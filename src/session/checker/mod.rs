//! The checker: the findings of the open draft, of its figures on every edit, of its text when typing pauses.
//!
//! It reads no storage: last year's report is handed to it.

mod accounts;
mod figures;
mod found;
mod marks;
mod settle;
mod suggest;
mod text_check;

use std::rc::Rc;

use super::Session;
use super::cells::{Debounce, PageCell, PageSignal};
use crate::browser;
use crate::draft::Draft;
use crate::facts::Case;
use crate::roll::left_by_part;
use crate::rules::{Account, Finding, Reviewed, Severity, When};
use crate::storage::{CODEC, Record};
use crate::value::{Date, Year};
pub use found::Found;
use found::FoundLast;
pub use marks::Mark;
use marks::PlaceMarks;
pub use settle::Mending;

/// What the rules of one kind find in a case: `rules::check`.
pub type Check = fn(&Case, When) -> Vec<Finding>;

/// The rules, and what is called with them. By pointers, so that nothing of them stands in what is fetched before the first screen.
#[derive(Clone, Copy)]
pub(in crate::session) struct Rules {
    pub check: Check,
    run: fn(Session, Check, When),
    pub pause: fn(Session, Check),
    pub in_steps: fn(Session),
    pub clear: fn(Session),
    list: fn(Session),
    take_over: fn(Session),
    pub restore: fn(Session, Record),
    /// Deletes a draft.
    pub delete: fn(Session, &str),
}

/// Whether the rules are there: they are loaded late, and until then nothing is said of findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Checks {
    /// They are on their way.
    Coming,
    /// They could not be fetched; that can be tried again.
    Failed,
    /// They run.
    Here,
}

/// The rules, what they found, and the marks of it.
pub(in crate::session) struct Checker {
    rules: PageCell<Option<Rules>>,
    /// Whether the rules have come.
    checks: PageSignal<Checks>,
    pub(in crate::session) marks: PageCell<PlaceMarks>,
    /// What the two kinds of rules found last.
    pub(in crate::session) found: PageCell<FoundLast>,
    pub(in crate::session) findings: PageCell<Vec<Found>>,
    /// Counts the changes of the findings.
    pub(in crate::session) changes: PageCell<u64>,
    /// How many of these changes those know who show them.
    told: PageSignal<u64>,
    /// The finding that was gone to last.
    current: PageSignal<Option<u64>>,
    /// Whether the text is long, and its check still to come.
    pub(in crate::session) long_text: PageSignal<bool>,
    /// Whether what was written last is still to be checked.
    pub(in crate::session) pending: PageSignal<bool>,
    /// Counts the checks of the text.
    checked: PageSignal<u64>,
    /// The accounts of the text's numbers, and after how many checks they were drawn up.
    accounted: PageCell<(u64, Rc<[Account]>)>,
    /// Whether the rules over figures have not run since something was typed.
    due: PageCell<bool>,
    /// Runs the rules over text once typing rests.
    pub(in crate::session) debounce: Debounce,
    /// Last year's report, as the library handed it in.
    pub(in crate::session) last_year: PageCell<Option<Draft>>,
    /// How many sentences are still last year's: of the opening, then of each part.
    pub(in crate::session) sentences: PageSignal<Vec<usize>>,
    /// The year of the report beside which the draft is checked.
    pub(in crate::session) beside: PageSignal<Option<Year>>,
}

impl Checker {
    /// A checker that has no rules yet.
    pub fn new() -> Self {
        Self {
            rules: PageCell::new(None),
            checks: PageSignal::new(Checks::Coming),
            marks: PageCell::new(PlaceMarks::default()),
            found: PageCell::new(FoundLast::default()),
            findings: PageCell::new(Vec::new()),
            changes: PageCell::new(0),
            told: PageSignal::new(0),
            current: PageSignal::new(None),
            long_text: PageSignal::new(false),
            pending: PageSignal::new(true),
            checked: PageSignal::new(0),
            accounted: PageCell::new((0, Rc::default())),
            due: PageCell::new(false),
            debounce: Debounce::new(),
            last_year: PageCell::new(None),
            sentences: PageSignal::new(Vec::new()),
            beside: PageSignal::new(None),
        }
    }

    /// Forgets what was found in another draft.
    pub fn forget_found(&self) {
        self.found.update(FoundLast::clear);
        self.sentences.set(Vec::new());
    }

    /// Takes last year's report of the office, or that there is none.
    pub fn set_last_year(&self, draft: Option<Draft>) {
        self.beside.set(draft.as_ref().map(Draft::year));
        self.last_year.set(draft);
    }
}

impl Session {
    /// Whether the rules are there.
    pub fn checks(self) -> Checks {
        self.0.checker.checks.get()
    }

    /// The number of the finding that was gone to last.
    pub fn current(self) -> Option<u64> {
        self.0.checker.current.get()
    }

    /// Notes the finding that is gone to.
    pub fn set_current(self, number: Option<u64>) {
        self.0.checker.current.set(number);
    }

    /// Looks at the draft as a case of today, beside last year's where it is known, without watching it.
    pub fn look_at_case<T>(self, look: impl FnOnce(&Case) -> T) -> Option<T> {
        let last_year = &self.0.checker.last_year;
        self.look(|draft| last_year.with(|last| Some(look(&Case { last: last.as_ref(), ..case_of(draft)? })))).flatten()
    }

    /// Notes that the rules are on their way, or could not be fetched.
    pub fn expect_checks(self, checks: Checks) {
        self.0.checker.checks.set(checks);
    }

    /// Takes the rules, which have come, with what reads the drafts that they check, and runs them.
    pub fn take_checks(self, check: Check) {
        self.0.library.shelf.take_codec(&CODEC);
        let rules = Rules {
            check,
            run: Self::run_rules,
            pause: Self::check_at_pause,
            in_steps: Self::check_in_steps,
            clear: Self::clear_text_findings,
            list: Self::list_all,
            take_over: Self::take_over_now,
            restore: Self::restore,
            delete: Self::delete,
        };
        self.0.checker.rules.set(Some(rules));
        self.check_all();
        self.list();
        self.0.checker.checks.set(Checks::Here);
    }

    /// Lists the shelf anew: every draft on it is checked for that, so that it waits for the rules.
    pub fn list(self) {
        if let Some(rules) = self.rules() {
            (rules.list)(self);
        }
    }

    /// How many findings of each weight are open in a draft beside last year's.
    pub(in crate::session) fn count_in(self, draft: &Draft, last: Option<&Draft>) -> Option<[usize; 3]> {
        count(&Case { last, ..case_of(draft)? }, self.rules()?.check)
    }

    /// The findings, without watching them.
    pub fn findings_now(self) -> Vec<Found> {
        self.0.checker.findings.with(Vec::clone)
    }

    /// Looks at the findings, the weightiest first, and watches them: while keys follow one another, when they rest.
    pub fn with_findings<T>(self, look: impl FnOnce(&[Found]) -> T) -> T {
        self.0.checker.told.track();
        self.0.checker.findings.with(|found| look(found))
    }

    /// Notifies those who show the findings, if these have changed.
    pub(in crate::session) fn tell_findings(self) {
        self.0.checker.told.set(self.0.checker.changes.with(|changes| *changes));
    }

    /// How many findings of a weight are not settled.
    pub fn count(self, severity: Severity) -> usize {
        self.with_findings(|found| found.iter().filter(|f| f.finding.severity == severity && f.is_open()).count())
    }

    /// When typing rests, office and year are looked at too: another report may be last year's, and that speaks of figures.
    fn check_at_pause(self, check: Check) {
        if self.seek_last_year() {
            self.run_rules(check, When::EveryEdit);
        }
        self.run_rules(check, When::Pause);
    }

    /// What takes over a draft from another window, once it is loaded.
    pub(in crate::session) fn take_over(self) -> Option<fn(Self)> {
        Some(self.rules()?.take_over)
    }

    pub(in crate::session) fn rules(self) -> Option<Rules> {
        self.0.checker.rules.with(|rules| *rules)
    }

    fn run_rules(self, check: Check, when: When) {
        let found = self.look_at_case(|case| check(case, when)).unwrap_or_default();
        match when {
            When::EveryEdit => {
                let is_other = self.0.checker.found.update(|last| last.take_figures(found));
                // What was accepted may lapse with a figure.
                if is_other || !self.is_typing() || self.look(|draft| !draft.reviewed().is_empty()) == Some(true) {
                    self.publish();
                }
            }
            When::Pause => self.take_text_findings(found),
        }
    }

    /// Takes what the rules over text have found.
    pub(in crate::session) fn take_text_findings(self, found: Vec<Finding>) {
        self.0.checker.found.update(|last| last.take_text(found));
        self.0.checker.sentences.set(self.look(left_by_part).unwrap_or_default());
        self.publish();
        self.0.checker.checked.set(self.0.checker.checked.now() + 1);
        self.0.checker.pending.set(false);
    }

    /// How many sentences are still last year's: of the opening, then of each part; nothing where none came over. It watches
    /// the checks of the text.
    pub fn sentences_left(self) -> Vec<usize> {
        self.0.checker.sentences.get()
    }

    /// Whether the findings are those of the open draft as it is now.
    pub fn is_checked(self) -> bool {
        !self.0.checker.pending.get()
    }

    /// How often the text has been checked; watches its checks.
    pub fn checked(self) -> u64 {
        self.0.checker.checked.get()
    }
}

/// A draft as a case of today; a clock beyond the calendar is taken for the end of the report year.
pub(in crate::session) fn case_of(draft: &Draft) -> Option<Case<'_>> {
    let today = browser::today().or(Date::new(draft.year().into(), 12, 31))?;
    Some(Case::new(draft, today))
}

/// How many findings of each weight are open in a case.
fn count(case: &Case, check: Check) -> Option<[usize; 3]> {
    let found = [check(case, When::EveryEdit), check(case, When::Pause)].concat();
    let reviewed = Reviewed::of(case.draft, &found);
    let mut counts = [0; 3];
    for (at, finding) in found.iter().enumerate() {
        if reviewed.status(at).is_open() {
            let weight =
                [Severity::Error, Severity::Warning, Severity::Hint].iter().position(|s| *s == finding.severity);
            *counts.get_mut(weight?)? += 1;
        }
    }
    Some(counts)
}
