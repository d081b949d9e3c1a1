//! Checking a text that is far longer than any report's: after a longer rest, and rule by rule, so that no key waits for it.

use std::time::Duration;

use super::{Session, case_of};
use crate::browser;
use crate::draft::{Draft, Item};
use crate::facts::Case;
use crate::rules::{Steps, When};

/// From how many bytes on a text is long; a report has some ten to thirty thousand.
const LONG: usize = 150_000;
/// How long typing rests before a long text is checked.
pub(super) const REST: Duration = Duration::from_millis(1500);

impl Session {
    /// Whether the text is so long that it is checked later than usual, and that has not been done yet.
    pub fn checks_long_text(self) -> bool {
        self.long_text.get()
    }

    /// Whether the text of the open draft is long.
    pub(super) fn is_text_long(self) -> bool {
        self.look(is_long).unwrap_or_default()
    }

    /// Runs the rules over a long text. A change ends it: after the next rest it begins anew.
    pub(super) fn check_in_steps(self) {
        browser::spawn(async move {
            let changes = self.changes.now();
            let opened = self.opened.now();
            if self.seek_last() {
                self.check_figures();
            }
            let (draft, last) = (self.look(Draft::clone), self.last.with(|last| last.draft.clone()));
            let Some((draft, case)) = draft.as_ref().and_then(|draft| Some((draft, case_of(draft)?))) else { return };
            let mut steps = Steps::new(Case { draft, last: last.as_ref(), ..case }, When::Pause);
            while steps.step() {
                browser::wait(0).await;
                if self.changes.now() != changes || self.opened.now() != opened {
                    return;
                }
            }
            self.take_text_findings(steps.into_findings());
            self.long_text.set(false);
        });
    }
}

/// Whether a text is long.
pub(super) fn is_long(draft: &Draft) -> bool {
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
        let json = include_str!("../ui/sample.nianbao.json");
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
