//! Where a rule puts what it finds.

use super::finding::tell_apart;
use super::{Basis, Finding, Severity};
use crate::draft::Place;

/// So many findings of one rule are listed. Of more than these a clerk mends the first and checks again; and a text
/// that is wrong from end to end takes no more memory than one that is not.
pub const LISTED: usize = 1_000;

/// What one rule finds, in the order in which it was found.
#[derive(Default)]
pub struct Sink {
    findings: Vec<Finding>,
    rest: Option<Rest>,
}

/// The findings that are not listed.
struct Rest {
    rule: &'static str,
    first: Place,
    weightiest: Severity,
    count: usize,
}

impl Sink {
    /// Takes a finding.
    pub fn push(&mut self, finding: Finding) {
        if self.findings.len() < LISTED {
            self.findings.push(finding);
            return;
        }
        let Finding { rule, place, severity, .. } = finding;
        let rest = self.rest.get_or_insert(Rest { rule, first: place, weightiest: severity, count: 0 });
        rest.weightiest = rest.weightiest.min(severity);
        rest.count += 1;
    }

    /// What was found so far.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// All findings, those told apart that have the same words in one place; after them how many more there are.
    pub fn into_findings(self) -> Vec<Finding> {
        let mut findings = self.findings;
        tell_apart(&mut findings);
        findings.extend(self.rest.map(|Rest { rule, first, weightiest, count }| {
            let mut finding = Finding::new(rule, weightiest, first, format!("还有 {count} 处同样的问题没有列出"))
                .saying("列出的改好以后，再看其余的。");
            // An acceptance holds for so many.
            finding.rests_on.push(Basis { place: first, value: count.to_string() });
            finding
        }));
        findings
    }
}

impl Extend<Finding> for Sink {
    fn extend<I: IntoIterator<Item = Finding>>(&mut self, findings: I) {
        for finding in findings {
            self.push(finding);
        }
    }
}
