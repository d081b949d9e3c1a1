//! How many findings are open on each screen, and how many sentences there are still last year's.

use super::super::body::Homes;
use super::super::page::{FillPart, Page};
use super::super::parts::SEVERITIES;

/// How many findings of each weight are open: by part, and on each of the few other screens.
#[derive(Clone, Default, PartialEq)]
pub struct Counts {
    parts: Vec<[usize; 3]>,
    others: Vec<(FillPart, [usize; 3])>,
}

impl Counts {
    /// Counts in one pass over the findings.
    pub fn of(page: Page, homes: &Homes, parts: usize) -> Self {
        let mut all = Self { parts: vec![[0; 3]; parts], others: Vec::new() };
        let left = page.session.sentences_left();
        page.session.with_findings(|found| {
            for found in found.iter().filter(|found| found.is_open()) {
                let screen = homes.home(FillPart::of(found.finding.place));
                // Sentences of last year's are counted by themselves; of what was not begun the state of the row tells.
                let is_told = found.finding.rule == "Q10" && left_in(&left, screen) > 0;
                if is_told || page.session.look(|draft| found.finding.waits(draft)) == Some(true) {
                    continue;
                }
                let weight = SEVERITIES.iter().position(|(severity, ..)| *severity == found.finding.severity);
                let count = weight.and_then(|weight| all.slot(screen)?.get_mut(weight));
                if let Some(count) = count {
                    *count += 1;
                }
            }
        });
        all
    }

    fn slot(&mut self, screen: FillPart) -> Option<&mut [usize; 3]> {
        if let FillPart::Part(n) = screen {
            return self.parts.get_mut(n);
        }
        let known = self.others.iter().position(|(of, _)| *of == screen);
        let at = known.unwrap_or(self.others.len());
        if known.is_none() {
            self.others.push((screen, [0; 3]));
        }
        self.others.get_mut(at).map(|(_, counts)| counts)
    }

    /// How many are open on a screen.
    pub fn on(&self, screen: FillPart) -> [usize; 3] {
        if let FillPart::Part(n) = screen {
            return self.parts.get(n).copied().unwrap_or_default();
        }
        let found = self.others.iter().find(|(of, _)| *of == screen);
        found.map(|(_, counts)| *counts).unwrap_or_default()
    }
}

/// How many sentences of a screen are still last year's.
pub fn left_in(left: &[usize], screen: FillPart) -> usize {
    let at = match screen {
        FillPart::Opening => 0,
        FillPart::Part(n) => n + 1,
        FillPart::Office | FillPart::Table(_) | FillPart::Signature => return 0,
    };
    left.get(at).copied().unwrap_or_default()
}
