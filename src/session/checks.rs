//! The findings of the open draft: figures on every edit, text when typing pauses.

use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;

use super::long_text::REST;
use super::marks::Mark;
use super::{Session, case_of};
use crate::browser;
use crate::draft::{Draft, Edit, Place};
use crate::facts::Case;
use crate::rules::{Account, Finding, Severity, Status, When, accept, is_note, mend_now, status, withdraw};
use crate::storage::READING;
use crate::value::{Ordered, sort_by};

/// How long typing rests before the rules over text run.
const PAUSE: Duration = Duration::from_millis(250);

/// A finding with how it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The finding.
    pub finding: Finding,
    /// Open, accepted or lapsed.
    pub status: Status,
    /// Its identity, by which a list keeps its rows.
    pub identity: String,
}

/// What the rules of one kind find in a case: `rules::check`.
pub type Check = fn(&Case, When) -> Vec<Finding>;

/// The rules, and what is called with them. By pointers, so that nothing of them stands in what is fetched before the first screen.
#[derive(Clone, Copy)]
struct Rules {
    check: Check,
    run: fn(Session, Check, When),
    run_all: fn(Session, Check),
    in_steps: fn(Session),
    list: fn(Session),
}

/// Whether the rules are there: they come behind the first screen, and until then nothing is said of findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Checks {
    /// They are on their way.
    Coming,
    /// They could not be fetched; that can be tried again.
    Failed,
    /// They run.
    Here,
}

/// The rules, the marks by place, each with its trigger, and what the two kinds of rules found last.
#[derive(Default)]
pub(super) struct Marks {
    rules: Option<Rules>,
    pub by_place: Ordered<Place, (Mark, String)>,
    pub triggers: Ordered<Place, ArcTrigger>,
    figures: Vec<Finding>,
    text: Vec<Finding>,
    waiting: Option<TimeoutHandle>,
}

impl Session {
    /// Whether the rules are there.
    pub fn checks(self) -> Checks {
        self.checks.get()
    }

    /// Notes that the rules are on their way, or could not be fetched.
    pub fn expect_checks(self, checks: Checks) {
        self.checks.set(checks);
    }

    /// Takes the rules, which have come, with what reads the drafts that they check, and runs them.
    pub fn take_checks(self, check: Check) {
        self.take_reading(&READING);
        let rules = Rules {
            check,
            run: Self::run_rules,
            run_all: Self::run_all,
            in_steps: Self::check_in_steps,
            list: Self::list_all,
        };
        self.marks.update(|marks| marks.rules = Some(rules));
        self.check_all();
        self.list();
        self.checks.set(Checks::Here);
    }

    /// Lists the shelf anew: every draft on it is checked for that, so that it waits for the rules.
    pub fn list(self) {
        if let Some(rules) = self.marks.with(|marks| marks.rules) {
            (rules.list)(self);
        }
    }

    /// How many findings of each weight are open in a draft.
    pub(super) fn count_in(self, draft: &Draft) -> Option<[usize; 3]> {
        count(draft, self.marks.with(|marks| marks.rules)?.check)
    }

    /// The findings, without watching them.
    pub fn findings_now(self) -> Vec<Found> {
        self.findings.now()
    }

    /// Looks at the findings, the weightiest first, and watches them.
    pub fn with_findings<T>(self, look: impl FnOnce(&[Found]) -> T) -> T {
        self.findings.track();
        self.findings.look(|found| look(found))
    }

    /// How many findings of a weight are not settled.
    pub fn count(self, severity: Severity) -> usize {
        self.with_findings(|found| found.iter().filter(|f| f.finding.severity == severity && f.is_open()).count())
    }

    /// Runs the rules over figures, now.
    pub(super) fn check_figures(self) {
        self.run(When::EveryEdit);
    }

    /// Runs the rules over text once typing rests.
    pub(super) fn check_text_later(self) {
        let long = self.is_text_long();
        self.long_text.set(long);
        let check = move || if long { self.run_in_steps() } else { self.run(When::Pause) };
        let waiting = set_timeout_with_handle(check, if long { REST } else { PAUSE }).ok();
        if let Some(before) = self.marks.update(|marks| std::mem::replace(&mut marks.waiting, waiting)) {
            before.clear();
        }
    }

    /// Runs every rule over a draft that was just opened, now; those over a long text a little later.
    pub(super) fn check_all(self) {
        if let Some(rules) = self.marks.with(|marks| marks.rules) {
            (rules.run_all)(self, rules.check);
        }
    }

    fn run_all(self, check: Check) {
        let long = self.is_text_long();
        if long {
            // What was found in another text is not shown meanwhile.
            self.marks.update(|marks| marks.text = Vec::new());
        }
        self.run_rules(check, When::EveryEdit);
        if long {
            self.check_text_later();
        } else {
            self.long_text.set(false);
            self.run_rules(check, When::Pause);
        }
    }

    fn run_in_steps(self) {
        if let Some(rules) = self.marks.with(|marks| marks.rules) {
            (rules.in_steps)(self);
        }
    }

    fn run(self, when: When) {
        if let Some(rules) = self.marks.with(|marks| marks.rules) {
            (rules.run)(self, rules.check, when);
        }
    }

    fn run_rules(self, check: Check, when: When) {
        // Another report of last year speaks of figures too.
        if when == When::Pause && self.seek_last() {
            self.run_rules(check, When::EveryEdit);
        }
        let found = self.look_at_case(|case| check(case, when)).unwrap_or_default();
        match when {
            When::EveryEdit => {
                self.marks.update(|marks| marks.figures = found);
                self.publish();
            }
            When::Pause => self.take_text_findings(found),
        }
    }

    /// Takes what the rules over text have found.
    pub(super) fn take_text_findings(self, found: Vec<Finding>) {
        self.marks.update(|marks| marks.text = found);
        self.publish();
        self.checked.set(self.checked.now() + 1);
    }

    /// How often the text has been checked; watches its checks.
    pub fn checked(self) -> u64 {
        self.checked.get()
    }

    /// Every number of the text with what it was held against, drawn up once a check however many ask; watches the
    /// checks of the text.
    pub fn accounts(self, of: fn(&Case, &[Finding]) -> Vec<Account>) -> Rc<[Account]> {
        let checked = self.checked.get();
        if self.accounted.with(|(at, _)| *at != checked) {
            let found = self.marks.with(|marks| marks.text.clone());
            // Of a long text they are not drawn up: no page shows so many numbers.
            let is_long = self.is_text_long();
            let accounts = if is_long { None } else { self.look_at_case(|case| of(case, &found)) }.unwrap_or_default();
            self.accounted.update(|accounted| *accounted = (checked, accounts.into()));
        }
        self.accounted.with(|(_, accounts)| Rc::clone(accounts))
    }

    /// Hands the findings to those who show them; what has not changed is not drawn again.
    pub(super) fn publish(self) {
        let all = self.marks.with(|marks| [marks.figures.as_slice(), marks.text.as_slice()].concat());
        let mut found: Vec<Found> = self
            .look(|draft| {
                let stand =
                    |finding: Finding| Found { status: status(draft, &finding), identity: finding.identity(), finding };
                all.into_iter().map(stand).collect()
            })
            .unwrap_or_default();
        sort_by(&mut found, |a, b| a.weight().cmp(&b.weight()));
        if self.findings.look(|before| *before != found) {
            self.remark(&found);
            self.findings.set(found);
        }
    }

    /// Applies a mend of a finding to the draft as it is now: number 0 is the one thought right, the alternatives follow.
    /// The finding may be older than what was typed since: what no longer stands as it was shown is left alone.
    pub fn mend(self, identity: &str, nth: usize) {
        let edit = self.findings.look(|found| {
            let shown: Vec<&Finding> = found.iter().map(|f| &f.finding).collect();
            let of = &found.iter().find(|f| f.identity == identity)?.finding;
            self.look_at_case(|case| mend_now(case, &shown, of, nth).ok()).flatten()
        });
        if let Some(edit) = edit {
            self.seal();
            self.edit(edit);
            // The edit has run the rules over figures; those over text do not wait, unless the text is long.
            if !self.is_text_long() {
                self.run(When::Pause);
            }
            self.seal();
        } else {
            self.check_all();
            self.say("这处文字或数字已经变了，没有修改，请看新的检查结果");
        }
    }

    /// Accepts a finding with a note; false when the note says nothing.
    pub fn accept(self, identity: &str, note: &str) -> bool {
        if !is_note(note) {
            return false;
        }
        self.review(identity, |draft, finding| accept(draft, finding, note, &browser::now()));
        true
    }

    /// Takes an acceptance back.
    pub fn withdraw(self, identity: &str) {
        self.review(identity, withdraw);
    }

    fn review(self, identity: &str, edit: impl FnOnce(&Draft, &Finding) -> Edit) {
        let finding =
            self.findings.look(|found| found.iter().find(|f| f.identity == identity).map(|f| f.finding.clone()));
        if let Some(edit) = finding.and_then(|finding| self.look(|draft| edit(draft, &finding))) {
            self.edit(edit);
            self.publish();
        }
    }
}

/// How many findings of each weight are open in a draft.
fn count(draft: &Draft, check: Check) -> Option<[usize; 3]> {
    let case = case_of(draft)?;
    let found = [check(&case, When::EveryEdit), check(&case, When::Pause)].concat();
    let open = |severity: Severity| {
        let open = |finding: &&Finding| {
            finding.severity == severity && !matches!(status(draft, finding), Status::Accepted { .. })
        };
        found.iter().filter(open).count()
    };
    Some([Severity::Error, Severity::Warning, Severity::Hint].map(open))
}

impl Found {
    /// The lower, the earlier it stands in the list.
    fn weight(&self) -> (bool, Severity) {
        (!self.is_open(), self.finding.severity)
    }

    /// Whether somebody still has to settle it.
    pub fn is_open(&self) -> bool {
        !matches!(self.status, Status::Accepted { .. })
    }
}
