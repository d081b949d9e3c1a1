//! How places are marked because of findings: in cells, and in the rail beside them.

use leptos::prelude::*;

use super::super::Session;
use super::Found;
use crate::draft::Place;
use crate::rules::{Severity, Status};
use crate::value::Ordered;

/// How a place is marked because of findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// In the arithmetic of a 强制性 finding.
    Concerned,
    /// An accepted finding.
    Accepted,
    /// 核实性.
    Warning,
    /// 强制性.
    Error,
}

impl Mark {
    /// The mark's name in the page (`data-mark`).
    pub fn name(self) -> &'static str {
        match self {
            Self::Concerned => "concerned",
            Self::Accepted => "accepted",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// The marks by place, each with its trigger.
#[derive(Default)]
pub(in crate::session) struct PlaceMarks {
    by_place: Ordered<Place, (Mark, u64)>,
    triggers: Ordered<Place, ArcTrigger>,
}

impl Session {
    /// How a place is marked, with the number of the finding.
    pub fn mark(self, place: Place) -> Option<(Mark, u64)> {
        let known = self.0.checker.marks.with(|marks| marks.triggers.get(&place).cloned());
        let trigger = known.unwrap_or_else(|| {
            let trigger = ArcTrigger::new();
            self.0.checker.marks.update(|marks| marks.triggers.insert(place, trigger.clone()));
            trigger
        });
        trigger.track();
        self.0.checker.marks.with(|marks| marks.by_place.get(&place).copied())
    }

    /// Marks the places of findings, and notifies those whose mark has changed.
    pub(in crate::session) fn remark(self, found: &[Found]) {
        let mut marks: Ordered<Place, (Mark, u64)> = Ordered::new();
        for Found { number, finding, status } in found {
            let mark = match (status, finding.severity) {
                (Status::Accepted { .. }, _) => Some(Mark::Accepted),
                (_, Severity::Error) => Some(Mark::Error),
                (_, Severity::Warning) => Some(Mark::Warning),
                (_, Severity::Hint) => None,
            };
            let Some(mark) = mark else { continue };
            let concerned =
                finding.concerns.iter().filter(|_| mark == Mark::Error).map(|place| (*place, Mark::Concerned));
            for (place, mark) in [(finding.place, mark)].into_iter().chain(concerned) {
                if marks.get(&place).is_none_or(|(before, _)| *before < mark) {
                    marks.insert(place, (mark, *number));
                }
            }
        }
        let changed: Vec<ArcTrigger> = self.0.checker.marks.update(|before| {
            let differs = |place: &Place| before.by_place.get(place) != marks.get(place);
            let triggers = before.triggers.iter().filter(|(place, _)| differs(place));
            let triggers = triggers.map(|(_, trigger)| trigger.clone()).collect();
            before.by_place = marks;
            triggers
        });
        for trigger in changed {
            trigger.notify();
        }
    }
}
