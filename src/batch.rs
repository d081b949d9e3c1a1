//! Many reports checked together, without a page: each beside last year's of the same office and those of the others.
//!
//! It reads no files and does not guard against a check that breaks down: the program that calls it does both.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::draft::{Draft, OfficeYear};
use crate::facts::Case;
use crate::rules::{Finding, Reviewed, Severity, Status, check_all};
use crate::value::Date;

/// A report with the name of its file.
pub struct Report {
    /// The file's name, as it was given.
    pub file: String,
    /// The report.
    pub draft: Draft,
}

/// What was found in a report.
pub struct Findings {
    /// A JSON object for each finding.
    pub lines: Vec<String>,
    /// Whether one of them is 强制性.
    pub has_errors: bool,
}

/// Reports that know of each other.
pub struct Batch {
    /// The names of the files in the order given.
    files: Vec<String>,
    /// Their drafts, in the same order.
    drafts: Vec<Draft>,
    /// Where the first report of an office for a year stands among them.
    first: BTreeMap<OfficeYear, usize>,
    /// The day of the check.
    today: Date,
}

/// A finding as scripts read it.
#[derive(Serialize)]
struct FindingLine<'a> {
    file: &'a str,
    rule: &'a str,
    severity: &'a str,
    place: String,
    quote: Option<&'a str>,
    words: String,
    arithmetic: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    accepted: Option<String>,
}

impl Batch {
    /// These reports, checked as on this day.
    ///
    /// The report of the same office for the year before is last year's; of several with the same name and year the first
    /// one is. The reports of other offices, for whatever year, are the others. Two files are two reports, whatever their ids.
    pub fn new(reports: Vec<Report>, today: Date) -> Self {
        let mut batch = Self { files: Vec::new(), drafts: Vec::new(), first: BTreeMap::new(), today };
        for (at, Report { file, draft }) in reports.into_iter().enumerate() {
            if let Some(office) = OfficeYear::of(&draft) {
                batch.first.entry(office).or_insert(at);
            }
            batch.drafts.push(draft);
            batch.files.push(file);
        }
        batch
    }

    /// The names of the files, in the order given.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        self.files.iter().map(String::as_str)
    }

    /// What is found in the n-th report, counted from 0. None where there is no such report.
    pub fn check(&self, n: usize) -> Option<Findings> {
        let (file, draft) = (self.files.get(n)?, self.drafts.get(n)?);
        let last = OfficeYear::of(draft).and_then(|office| self.report_of(&office.last()?));
        Some(findings(&Case { draft, last, others: &self.drafts, today: self.today }, file))
    }

    fn report_of(&self, office: &OfficeYear) -> Option<&Draft> {
        self.drafts.get(*self.first.get(office)?)
    }
}

fn findings(case: &Case, file: &str) -> Findings {
    let found = check_all(case);
    let reviewed = Reviewed::of(case.draft, &found);
    Findings {
        has_errors: found.iter().any(|finding| finding.severity == Severity::Error),
        lines: found.iter().enumerate().filter_map(|(at, finding)| line(reviewed.status(at), file, finding)).collect(),
    }
}

fn line(status: Status, file: &str, finding: &Finding) -> Option<String> {
    let arithmetic = finding.arithmetic.iter().flat_map(|arithmetic| {
        let difference = arithmetic.difference.as_ref().map(|difference| format!("相差 {difference}"));
        arithmetic.lines.iter().map(ToString::to_string).chain(difference)
    });
    let line = FindingLine {
        file,
        rule: finding.rule,
        severity: match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint => "hint",
        },
        place: finding.place.to_string(),
        quote: finding.quote.as_ref().map(|quote| quote.words.as_str()),
        words: match finding.words.as_str() {
            "" => finding.title.clone(),
            words => format!("{}。{words}", finding.title),
        },
        arithmetic: arithmetic.collect(),
        accepted: match status {
            Status::Accepted { note, .. } => Some(note),
            Status::Open | Status::Lapsed { .. } => None,
        },
    };
    serde_json::to_string(&line).ok()
}
