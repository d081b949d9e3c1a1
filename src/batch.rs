//! Many reports checked together, without a page: each beside last year's of the same office and the others of its year.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::draft::{Draft, OfficeField};
use crate::facts::Case;
use crate::rules::{Finding, Severity, Status, check_all, status};
use crate::text::compact;
use crate::value::{Date, Year};

/// A report with the name of its file.
pub struct Report {
    /// The file's name, as it was given.
    pub file: String,
    /// The report.
    pub draft: Draft,
}

/// What was found in a report.
pub struct Findings {
    /// The file's name.
    pub file: String,
    /// A JSON object for each finding.
    pub lines: Vec<String>,
    /// Whether one of them is 强制性.
    pub has_errors: bool,
}

/// A finding as a line for scripts.
#[derive(Serialize)]
struct Line<'a> {
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

/// What is found in these reports, in their order.
///
/// The report of the same office for the year before is last year's; of several with the same name and year the first
/// one is. The reports of other offices for the same year are the others.
pub fn check_together(reports: Vec<Report>, today: Date) -> Vec<Findings> {
    let mut by_year: BTreeMap<Year, Vec<Numbered>> = BTreeMap::new();
    for (number, Report { file, draft }) in reports.into_iter().enumerate() {
        let office = compact(draft.office(OfficeField::Name));
        by_year.entry(draft.year()).or_default().push(Numbered { number, file, office, draft });
    }
    let years: BTreeMap<Year, Group> = by_year.into_iter().map(|(year, reports)| (year, Group::of(reports))).collect();
    let mut years = years;
    let mut found: Vec<(usize, Findings)> = Vec::new();
    for year in years.keys().copied().collect::<Vec<_>>() {
        let Some(mut group) = years.remove(&year) else { continue };
        let last = year.checked_sub(1).and_then(|year| years.get(&year));
        for index in 0..group.offices.len() {
            let Some(office) = group.offices.get(index).cloned() else { continue };
            // The drafts of one office stand side by side: taken out, what is left are the others.
            let own: Vec<Draft> = group.drafts.drain(office.first..office.end).collect();
            let last = last.and_then(|last| last.draft_of(&office.name));
            for (draft, (number, file)) in own.iter().zip(&office.files) {
                let case = Case { draft, last, others: &group.drafts, today };
                found.push((*number, findings(&case, file)));
            }
            let _ = group.drafts.splice(office.first..office.first, own);
        }
        years.insert(year, group);
    }
    found.sort_by_key(|(number, _)| *number);
    found.into_iter().map(|(_, findings)| findings).collect()
}

struct Numbered {
    number: usize,
    file: String,
    office: String,
    draft: Draft,
}

/// The reports of a year, those of one office side by side.
struct Group {
    drafts: Vec<Draft>,
    offices: Vec<Office>,
}

/// Where the reports of an office stand in their group, and what their files are.
#[derive(Clone)]
struct Office {
    name: String,
    first: usize,
    end: usize,
    files: Vec<(usize, String)>,
}

impl Group {
    fn of(mut reports: Vec<Numbered>) -> Self {
        reports.sort_by(|a, b| (&a.office, a.number).cmp(&(&b.office, b.number)));
        let mut group = Self { drafts: Vec::new(), offices: Vec::new() };
        for (index, Numbered { number, file, office, draft }) in reports.into_iter().enumerate() {
            match group.offices.last_mut() {
                // Reports that name no office are reports of so many offices.
                Some(last) if last.name == office && !office.is_empty() => {
                    last.end = index + 1;
                    last.files.push((number, file));
                }
                _ => group.offices.push(Office {
                    name: office,
                    first: index,
                    end: index + 1,
                    files: vec![(number, file)],
                }),
            }
            group.drafts.push(draft);
        }
        group
    }

    fn draft_of(&self, name: &str) -> Option<&Draft> {
        let at = self.offices.binary_search_by(|office| office.name.as_str().cmp(name)).ok()?;
        self.drafts.get(self.offices.get(at)?.first).filter(|_| !name.is_empty())
    }
}

fn findings(case: &Case, file: &str) -> Findings {
    let found = check_all(case);
    Findings {
        file: file.to_owned(),
        has_errors: found.iter().any(|finding| finding.severity == Severity::Error),
        lines: found.iter().filter_map(|finding| line(case.draft, file, finding)).collect(),
    }
}

fn line(draft: &Draft, file: &str, finding: &Finding) -> Option<String> {
    let arithmetic = finding.arithmetic.iter().flat_map(|arithmetic| {
        let difference = arithmetic.difference.as_ref().map(|difference| format!("相差 {difference}"));
        arithmetic.lines.iter().map(ToString::to_string).chain(difference)
    });
    let line = Line {
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
        accepted: match status(draft, finding) {
            Status::Accepted { note, .. } => Some(note),
            Status::Open | Status::Lapsed { .. } => None,
        },
    };
    serde_json::to_string(&line).ok()
}
