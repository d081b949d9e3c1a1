//! When the text is checked: once typing rests. One that is far longer than any report's after a longer rest, and rule by
//! rule, so that no key waits for it.

use std::time::Duration;

use super::super::Session;
use super::case_of;
use crate::browser;
use crate::draft::{Draft, Item};
use crate::facts::Case;
use crate::rules::{Steps, When};

/// From how many bytes on a text is long; a report has some ten to thirty thousand.
const LONG: usize = 150_000;
/// How long typing rests before the rules over text run.
const PAUSE: Duration = Duration::from_millis(250);
/// How long typing rests before a long text is checked.
const REST: Duration = Duration::from_millis(1500);

impl Session {
    /// Runs the rules over text once typing rests.
    pub(in crate::session) fn check_text_later(self) {
        let long = self.is_text_long();
        self.0.checker.long_text.set(long);
        self.0.checker.pending.set(true);
        self.0.checker.debounce.after(if long { REST } else { PAUSE }, move || self.check_at_rest());
    }

    fn check_at_rest(self) {
        if let Some(rules) = self.rules() {
            if self.is_text_long() { (rules.in_steps)(self) } else { (rules.pause)(self, rules.check) }
        }
    }

    /// Runs every rule over a draft that was just opened, now; those over a long text a little later.
    pub(in crate::session) fn check_all(self) {
        if let Some(rules) = self.rules().filter(|_| self.is_text_long()) {
            // What was found in another text is not shown meanwhile.
            (rules.clear)(self);
        }
        self.check_figures();
        self.check_text();
    }

    /// Runs the rules over text, now; over a long text a little later.
    pub(in crate::session) fn check_text(self) {
        if self.is_text_long() {
            self.check_text_later();
        } else if let Some(rules) = self.rules() {
            self.0.checker.long_text.set(false);
            (rules.pause)(self, rules.check);
        }
    }

    pub(in crate::session) fn clear_text_findings(self) {
        self.0.checker.found.update(|last| last.take_text(Vec::new()));
    }

    /// Whether the text is so long that it is checked later than usual, and that has not been done yet.
    pub fn checks_long_text(self) -> bool {
        self.0.checker.long_text.get()
    }

    /// Whether the text of the open draft is long.
    pub(in crate::session) fn is_text_long(self) -> bool {
        self.look(is_long).unwrap_or_default()
    }

    /// Runs the rules over a long text. A change ends it: after the next rest it begins anew.
    pub(in crate::session) fn check_in_steps(self) {
        browser::spawn(async move {
            let changes = self.0.editor.changes();
            let opened = self.0.editor.id();
            if self.seek_last_year() {
                self.check_figures();
            }
            let (draft, last) = (self.look(Draft::clone), self.0.checker.last_year.with(Option::clone));
            let Some((draft, case)) = draft.as_ref().and_then(|draft| Some((draft, case_of(draft)?))) else { return };
            let mut steps = Steps::new(Case { draft, last: last.as_ref(), ..case }, When::Pause);
            while steps.step() {
                browser::wait(0).await;
                if self.0.editor.changes() != changes || self.0.editor.id() != opened {
                    return;
                }
            }
            self.take_text_findings(steps.into_findings());
            self.0.checker.long_text.set(false);
        });
    }
}

/// Whether a text is long.
fn is_long(draft: &Draft) -> bool {
    let parts = draft.narrative().iter().flat_map(|part| &part.body).filter_map(Item::paragraph);
    parts.chain(draft.opening().iter().map(String::as_str)).map(str::len).sum::<usize>() > LONG
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::check;
    use crate::value::Date;

    #[test]
    fn the_rules_one_by_one_find_what_they_find_together() {
        let json = include_str!("../../ui/sample.nianbao.json");
        let draft = Draft::from_json(json).expect("a draft").draft;
        let case = Case::new(&draft, Date::new(2018, 1, 20).expect("a date"));
        for when in [When::EveryEdit, When::Pause] {
            let mut steps = Steps::new(case, when);
            let mut count = 0;
            while steps.step() {
                count += 1;
            }
            let found = steps.into_findings();
            assert!(count > 10 && !found.is_empty(), "{count}");
            assert_eq!(found, check(&case, when));
        }
    }

    #[test]
    fn a_long_text_is_told_from_a_report() {
        let draft = |characters: usize| {
            let text = "政".repeat(characters);
            let json = format!(r#"{{"nianbao": 1, "form": "national-2021", "year": 2023, "opening": ["{text}"]}}"#);
            Draft::from_json(&json).expect("a draft").draft
        };
        assert!(!is_long(&draft(30_000)));
        assert!(is_long(&draft(60_000)));
    }
}
