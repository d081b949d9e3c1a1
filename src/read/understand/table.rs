//! The tables of an edition in a document: where each stands, and its rows.

use std::ops::Range;

use super::label::{Means, Sighting, chain, sightings};
use super::number::groups;
use super::row::{RowRead, read_row};
use super::spec::Spec;
use super::tape::{BLANK_CELL, Gap, Tape};
use crate::form::TableId;

/// A table where it stands.
#[derive(Debug)]
pub struct Found {
    /// Which table.
    pub table: TableId,
    /// Its rows as far as they are there, in the order of the document.
    pub rows: Vec<FoundRow>,
    /// Its letters: from its first head to its last figure.
    pub letters: Range<usize>,
    /// How many of its labels were seen.
    pub labels: usize,
}

/// A row where it stands.
#[derive(Debug)]
pub struct FoundRow {
    /// Its number among the rows of the table.
    pub row: usize,
    /// The letters of its label.
    pub label: Range<usize>,
    /// What stands behind it.
    pub read: RowRead,
}

/// So many letters may stand between two labels of one table: a row of long figures, a row that the form does not have, the
/// heads that are repeated on a new page.
const REACH: usize = 220;
/// So many letters behind the last label may be looked at for its figures.
const TAIL: usize = 200;
/// From so many labels on a table without any figure is the form, printed empty.
const EMPTY_FORM: usize = 8;

/// A table of indicators has at least so many with a figure.
const FEWEST_INDICATORS: usize = 7;

/// Finds a table of an edition; nothing where it is not there.
pub fn find(tape: &Tape, spec: &Spec) -> Option<Found> {
    let seen = sightings(tape, &spec.labels);
    let means = |sighting: &Sighting| spec.labels.get(sighting.label).map_or(Means::Head, |label| label.means);
    let weight = |sighting: &Sighting| match means(sighting) {
        Means::Head => 2,
        Means::Row(_) if has_figure_behind(tape, sighting.end) => 9,
        Means::Row(_) => 4,
    };
    let mut found = chain(&seen, REACH, weight);
    if !spec.is_ordered {
        add_out_of_order(&mut found, &seen, spec);
    }
    let end = end_of(tape, found.last()?.end);
    let mut rows = Vec::new();
    for (index, sighting) in found.iter().enumerate() {
        let next = found.get(index + 1);
        let row = match means(sighting) {
            Means::Row(row) => row,
            // The last heads may have been torn apart: what follows them is the only row that there is.
            Means::Head if next.is_none() && spec.rows.len() == 1 && found.len() >= 4 => 0,
            Means::Head => continue,
        };
        if rows.iter().any(|read: &FoundRow| read.row == row && read.read != RowRead::Nothing) {
            continue;
        }
        let Some(shape) = spec.rows.get(row).map(|row| row.shape) else { continue };
        let stretch = sighting.end..next.map_or(end, |next| next.start.max(sighting.end));
        let read = if next.is_none() && !follows_heads(tape, spec, stretch.clone()) {
            RowRead::Nothing
        } else {
            read_row(&groups(tape, stretch), shape)
        };
        rows.push(FoundRow { row, label: sighting.start..sighting.end, read });
    }
    let has_figures = rows.iter().any(|row| row.read != RowRead::Nothing);
    // Indicators are words that any text may have: a table has many of them, each with its figure behind.
    let behind = found.iter().filter(|sighting| has_figure_behind(tape, sighting.end)).count();
    if (!has_figures || !spec.is_ordered && behind < EMPTY_FORM) && found.len() < EMPTY_FORM
        || !spec.is_ordered && behind < FEWEST_INDICATORS
    {
        return None;
    }
    let letters = extent(tape, spec, &found, &rows);
    Some(Found { table: spec.table, rows, letters, labels: found.len() })
}

/// Indicators that a report lists in another order than the form.
fn add_out_of_order(found: &mut Vec<Sighting>, seen: &[Sighting], spec: &Spec) {
    let (Some(first), Some(last)) = (found.first().copied(), found.last().copied()) else { return };
    let near = first.start.saturating_sub(REACH)..last.end + REACH;
    let row = |sighting: &Sighting| spec.labels.get(sighting.label).map(|label| label.means);
    for sighting in seen.iter().filter(|sighting| near.contains(&sighting.start)) {
        let is_free = found.iter().all(|other| other.end <= sighting.start || sighting.end <= other.start);
        let is_new = found.iter().all(|other| row(other) != row(sighting));
        if is_free && is_new && matches!(row(sighting), Some(Means::Row(_))) {
            found.push(*sighting);
        }
    }
    found.sort_by_key(|sighting| sighting.start);
}

/// Whether a figure stands behind a label, nothing but the rest of it between.
fn has_figure_behind(tape: &Tape, end: usize) -> bool {
    (end..end + 12).any(|at| tape.plain(at).is_some_and(|c| c.is_ascii_digit() || c == BLANK_CELL))
}

/// Where the figures behind the last label can end: at a heading, or some way on.
fn end_of(tape: &Tape, from: usize) -> usize {
    (from + TAIL).min(tape.letters.len())
}

/// Whether what stands between the last label and the first figure are words of the table's own heads.
fn follows_heads(tape: &Tape, spec: &Spec, stretch: Range<usize>) -> bool {
    let mut words = 0;
    for at in stretch {
        let Some(c) = tape.plain(at) else { return false };
        if c.is_ascii_digit() || matches!(c, BLANK_CELL | '-' | '—' | '/' | '〇') {
            return true;
        }
        if c.is_alphanumeric() {
            words += 1;
            if !spec.head_letters.contains(&c) || words > 80 {
                return false;
            }
        }
    }
    false
}

/// The letters of the whole table: its rows, and the heads that stand right before them.
fn extent(tape: &Tape, spec: &Spec, found: &[Sighting], rows: &[FoundRow]) -> Range<usize> {
    let first_row = rows.first().map_or(0, |row| row.label.start);
    let mut start = found.iter().map(|sighting| sighting.start).filter(|start| *start <= first_row).max().unwrap_or(0);
    for head in found.iter().rev() {
        if head.end > start {
            continue;
        }
        let between = (head.end..start).filter(|at| tape.plain(*at).is_some_and(char::is_alphanumeric));
        let foreign = between.filter(|at| !tape.plain(*at).is_some_and(|c| spec.head_letters.contains(&c))).count();
        if foreign > 12 || start - head.end > 120 {
            break;
        }
        start = head.start;
    }
    start = before_heads(tape, spec, start);
    let last = rows.iter().filter_map(|row| match &row.read {
        RowRead::Certain(tokens) => tokens.last().map(|token| token.letters.end),
        RowRead::Open { letters, .. } => Some(letters.end),
        RowRead::Nothing => None,
    });
    let last_label = found.last().map_or(start, |sighting| sighting.end);
    start..last.max().unwrap_or(last_label).max(last_label)
}

/// Heads torn apart by the way they were printed stand in lines of their own before the table: each letter is one of a head.
fn before_heads(tape: &Tape, spec: &Spec, start: usize) -> usize {
    let mut from = start;
    loop {
        let Some((number, unit)) = from.checked_sub(1).and_then(|at| tape.unit(at)) else { return from };
        let first = (0..from).rev().take_while(|at| tape.unit(*at).is_some_and(|(n, _)| n == number)).last();
        let Some(first) = first else { return from };
        let is_head = (first..from).all(|at| {
            tape.plain(at).is_some_and(|c| c == BLANK_CELL || !c.is_alphanumeric() || spec.head_letters.contains(&c))
        });
        let is_whole = tape.letters.get(from).is_none_or(|letter| letter.gap >= Gap::Cell);
        if !is_head || !is_whole || from - first > 40 || unit.cell.is_some() {
            return from;
        }
        from = first;
    }
}
