//! What was found, numbered: a finding keeps its number while it is itself, so that its card, the focus in it and the way to
//! it stay with its words.

use super::super::Session;
use crate::rules::{Finding, Reviewed, Severity, Status, follow};
use crate::value::stable_sort_by;

/// A finding with how it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Its number, by which the page knows it.
    pub number: u64,
    /// The finding.
    pub finding: Finding,
    /// Open, accepted or lapsed.
    pub status: Status,
}

impl Found {
    /// The lower, the earlier it stands in the list.
    fn weight(&self) -> (bool, Severity) {
        (!self.is_open(), self.finding.severity)
    }

    /// Whether somebody still has to settle it.
    pub fn is_open(&self) -> bool {
        self.status.is_open()
    }
}

/// What the two kinds of rules found last.
#[derive(Default)]
pub(in crate::session) struct FoundLast {
    figures: Numbered,
    text: Numbered,
    /// How many findings were numbered so far.
    count: u64,
}

/// Findings with the number of each.
#[derive(Default)]
struct Numbered {
    findings: Vec<Finding>,
    numbers: Vec<u64>,
}

impl Numbered {
    /// Takes other findings in their place, and says whether they are others; those that were there keep their numbers.
    fn take(&mut self, findings: Vec<Finding>, count: &mut u64) -> bool {
        if findings == self.findings {
            return false;
        }
        let of = follow(&self.findings.iter().collect::<Vec<_>>(), &findings.iter().collect::<Vec<_>>());
        let number = |of: Option<usize>| {
            of.and_then(|of| self.numbers.get(of).copied()).unwrap_or_else(|| {
                *count += 1;
                *count
            })
        };
        self.numbers = of.into_iter().map(number).collect();
        self.findings = findings;
        true
    }
}

impl FoundLast {
    /// Takes what the rules over figures found; says whether that is something else.
    pub fn take_figures(&mut self, findings: Vec<Finding>) -> bool {
        self.figures.take(findings, &mut self.count)
    }

    /// Takes what the rules over text found.
    pub fn take_text(&mut self, findings: Vec<Finding>) {
        self.text.take(findings, &mut self.count);
    }

    /// Forgets the findings: another draft's are others.
    pub fn clear(&mut self) {
        *self = Self { count: self.count, ..Self::default() };
    }
}

impl Session {
    /// Marks the places of the findings, and hands the findings to those who show them, once no key follows; what has not changed is
    /// not drawn again.
    pub(in crate::session) fn publish(self) {
        let (all, numbers) = self.0.checker.found.with(|FoundLast { figures, text, .. }| {
            let all = [figures.findings.as_slice(), text.findings.as_slice()].concat();
            (all, [figures.numbers.as_slice(), text.numbers.as_slice()].concat())
        });
        let statuses = self.look(|draft| {
            let reviewed = Reviewed::of(draft, &all);
            (0..all.len()).map(|at| reviewed.status(at)).collect::<Vec<_>>()
        });
        let stands = all.into_iter().zip(numbers).zip(statuses.unwrap_or_default());
        let mut found: Vec<Found> =
            stands.map(|((finding, number), status)| Found { number, finding, status }).collect();
        stable_sort_by(&mut found, |a, b| a.weight().cmp(&b.weight()));
        if self.0.checker.findings.with(|before| *before != found) {
            self.remark(&found);
            self.0.checker.findings.set(found);
            self.0.checker.changes.update(|changes| *changes += 1);
        }
        if !self.is_typing() {
            self.tell_findings();
        }
    }
}
