//! What the rules over claims of the text share: which differ from the cells, how they are told, and the one mend that
//! brings every sentence about a figure into line.

use std::collections::HashMap;
use std::sync::Arc;

use crate::calc::shown;
use crate::draft::Place;
use crate::facts::{Case, Claim, Count, Facts, Said, Standing, Subject};
use crate::rules::{Change, Finding, Line, Mend, Replacement};
use crate::value::Figure;

/// The claims that state none of the sums of cells that they may mean, with these sums: those that are firm, and those whose number
/// is a slip for that of a cell.
pub(super) fn differing(claims: &[Claim]) -> impl Iterator<Item = (&Claim, &[Count])> {
    let differing = claims.iter().filter_map(|claim| match &claim.standing {
        Standing::Differs(counts) => Some((claim, counts.as_slice())),
        Standing::Agrees(_) | Standing::Unknown => None,
    });
    differing.filter(|(claim, counts)| claim.firm || claim.is_slip_of(counts))
}

/// A finding with the sums of cells beside what the text says.
pub(super) fn reported(facts: &Facts, finding: Finding, claim: &Claim, counts: &[Count]) -> Finding {
    let (case, passage) = (&facts.case, facts.prose().paragraph(claim.place));
    let lines = counts.iter().map(|count| line(case, count)).collect();
    let difference = counts.first().map(|count| (count.value - claim.value).abs());
    let keys = counts.iter().flat_map(|count| &count.keys);
    let mut places: Vec<Place> = keys.map(|key| Place::Cell(*key)).collect();
    places.sort_unstable();
    places.dedup();
    let finding = passage.into_iter().fold(finding, |finding, passage| finding.quoting(passage, claim.words.clone()));
    finding.computing(lines, difference).resting_on(case.draft, places)
}

/// A sum of cells as a line of arithmetic; of many cells only those above 0.
fn line(case: &Case, count: &Count) -> Line {
    let many = count.keys.len() > 4;
    let cells = count.keys.iter().filter_map(|key| Some((*key, shown(case.draft, *key).figure.map(Figure::exact)?)));
    let listed = cells.filter(|(_, value)| !many || !value.is_zero());
    let one = count.keys.len() == 1;
    let label = |key: crate::form::Key| if one { count.label.to_owned() } else { short(&key.label()) };
    Line::of("＋", listed.map(|(key, value)| (label(key), value))).makes(count.value.to_string())
}

/// A cell's label without the column of the totals.
fn short(label: &str) -> String {
    label.strip_suffix("，总计").unwrap_or(label).to_owned()
}

/// The mend of each subject, made once however many sentences state it.
#[derive(Default)]
pub(super) struct Syncs(HashMap<Subject, Option<Mend>>);

impl Syncs {
    /// The mend that writes the likeliest of these sums into every sentence about a subject.
    pub fn of(&mut self, facts: &Facts, subject: Subject, counts: &[Count]) -> Option<Mend> {
        self.0.entry(subject).or_insert_with(|| sync(facts, subject, counts)).clone()
    }
}

/// The mend that writes a sum of cells into every sentence that states something else for its subject.
fn sync(facts: &Facts, subject: Subject, counts: &[Count]) -> Option<Mend> {
    let value = counts.first()?.value.normalize().to_string();
    let exact = |claim: &&Claim| !matches!(claim.said, Said::Number { vague: true, .. });
    let stale = differing(facts.claims()).map(|(claim, _)| claim).filter(|claim| claim.subject == subject);
    let mut stale: Vec<&Claim> = stale.filter(exact).collect();
    stale.sort_by_key(|claim| (claim.place, claim.digits.start));
    let replacement = |claim: &&Claim| {
        let passage = facts.prose().paragraph(claim.place)?;
        let words = match &claim.said {
            Said::Number { .. } => value.clone(),
            Said::Zero { positive } => format!("{positive}{value}件"),
        };
        Some(Replacement::new(passage, claim.digits.clone(), words))
    };
    let replacements: Arc<[Replacement]> = stale.iter().filter_map(replacement).collect();
    let unit = stale.iter().find_map(|claim| match claim.said {
        Said::Number { unit, .. } => Some(unit),
        Said::Zero { .. } => None,
    });
    let places = if stale.len() > 1 { format!("（{} 处）", stale.len()) } else { String::new() };
    let label = format!("同步为 {value} {}{places}", unit.unwrap_or("件"));
    (!replacements.is_empty()).then_some(Mend { label, change: Change::Words(replacements) })
}
