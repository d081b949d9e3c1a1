//! The tables of an edition in a document: where each stands, and its rows.

use std::ops::Range;

use super::cut::Shape;
use super::label::{Means, Sighting, chain, sightings};
use super::number::{Token, Value, groups, is_measure};
use super::only_row::only_row;
use super::row::{RowRead, Side, read_row, sides};
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
pub const TAIL: usize = 200;
/// A table has at least so many of its labels.
const FEWEST_LABELS: usize = 4;
/// From so many labels on a table without any figure is the form, printed empty.
const EMPTY_FORM: usize = 8;

/// A table of indicators has at least so many with a figure.
const FEWEST_INDICATORS: usize = 6;

/// Finds a table of an edition among the letters that no other has taken; nothing where it is not there.
pub fn find(tape: &Tape, spec: &Spec, taken: &[Range<usize>]) -> Option<Found> {
    let is_free = |sighting: &Sighting| {
        // A label of a table does not follow a comma.
        !taken.iter().any(|range| range.contains(&sighting.start)) && tape.plain(sighting.start) != Some(',')
    };
    let seen: Vec<Sighting> = sightings(tape, &spec.labels).into_iter().filter(is_free).collect();
    let weight = |sighting: &Sighting| match means(spec, sighting) {
        Means::Head => 2,
        Means::Row(_) if has_figure_behind(tape, sighting.end) => 9,
        Means::Row(_) => 4,
    };
    let mut found = chain(tape, &seen, REACH, weight);
    if !spec.is_ordered {
        add_out_of_order(tape, &mut found, &seen, spec);
    }
    let end = taken.iter().map(|range| range.start).filter(|start| *start >= found.last().map_or(0, |last| last.end));
    let end = end.min().unwrap_or(tape.letters.len());
    let rows = if spec.rows.len() == 1 { only_row(tape, spec, &found, end) } else { rows(tape, spec, &found, end) };
    let read = rows.iter().filter(|row| row.read != RowRead::Nothing).count();
    // Words of the form may stand in any text: a table has many of them, with little else between.
    let enough = if spec.is_ordered { read > 0 || found.len() >= EMPTY_FORM } else { read >= FEWEST_INDICATORS };
    if !enough || is_prose(tape, &rows) || found.len() < FEWEST_LABELS || !is_mostly_own(tape, spec, &found) {
        return None;
    }
    let letters = extent(tape, spec, &found, &rows);
    Some(Found { table: spec.table, rows, letters, labels: found.len() })
}

fn means(spec: &Spec, sighting: &Sighting) -> Means {
    spec.labels.get(sighting.label).map_or(Means::Head, |label| label.means)
}

/// What stands behind the label of a row.
struct Behind<'a> {
    row: usize,
    label: &'a Sighting,
    groups: Vec<Vec<Token>>,
    shape: Shape,
    /// The block of the table, where it is in one.
    block: Option<usize>,
}

impl Behind<'_> {
    fn first(&self) -> &[Token] {
        self.groups.first().map_or(&[], Vec::as_slice)
    }

    fn wanted(&self) -> usize {
        self.shape.width * self.shape.blocks
    }
}

/// Reads what stands behind each label of a row.
fn rows(tape: &Tape, spec: &Spec, found: &[Sighting], end: usize) -> Vec<FoundRow> {
    let mut all: Vec<Behind> = Vec::new();
    for (index, label) in found.iter().enumerate() {
        let next = found.get(index + 1).map_or(end.min(label.end + TAIL), |next| next.start.max(label.end));
        let Means::Row(row) = means(spec, label) else { continue };
        let Some(shape) = spec.rows.get(row).map(|row| row.shape) else { continue };
        let stretch = label.end..row_end(tape, label.end).map_or(next, |end| end.min(next));
        let has_cells = row_end(tape, label.end).is_some_and(|end| (label.end..end).any(|at| is_cell_end(tape, at)));
        let block = tape.unit(label.start).filter(|_| has_cells).map(|(_, unit)| unit.block);
        all.push(Behind { row, label, groups: groups(tape, stretch, &spec.words), shape, block });
    }
    let side = side(all.iter().map(|behind| (behind.first(), behind.shape)));
    let columns: Vec<Option<Vec<usize>>> = all.iter().map(|behind| columns(tape, &all, behind)).collect();
    let mut rows: Vec<FoundRow> = Vec::new();
    for (behind, columns) in all.iter().zip(columns) {
        let by_columns = columns.and_then(|columns| in_columns(tape, behind.first(), &columns));
        let read = by_columns
            .map_or_else(|| read_row(&behind.groups, behind.shape, side, behind.block.is_some()), RowRead::Certain);
        let found = FoundRow { row: behind.row, label: behind.label.start..behind.label.end, read };
        match rows.iter_mut().find(|read| read.row == found.row) {
            // A label that is repeated on a new page has its figures at one of its places.
            Some(before) if before.read == RowRead::Nothing => *before = found,
            Some(_) => {}
            None => rows.push(found),
        }
    }
    rows
}

/// The columns of a row's figures, where it has more cells than figures: those that hold one in it or in another row of as many
/// figures, if there are just as many.
fn columns(tape: &Tape, all: &[Behind], row: &Behind) -> Option<Vec<usize>> {
    row.block.filter(|_| row.first().len() > row.wanted())?;
    let alike = all.iter().filter(|other| other.block == row.block && other.wanted() == row.wanted());
    let tokens = alike.flat_map(Behind::first).filter(|token| token.value != Value::Blank);
    let mut columns: Vec<usize> = tokens.filter_map(|token| column(tape, token)).collect();
    columns.sort_unstable();
    columns.dedup();
    (columns.len() == row.wanted()).then_some(columns)
}

/// The tokens of a row in these columns; nothing where one of them has none.
fn in_columns(tape: &Tape, list: &[Token], columns: &[usize]) -> Option<Vec<Token>> {
    let at = |wanted: &usize| list.iter().find(|token| column(tape, token) == Some(*wanted)).cloned();
    columns.iter().map(at).collect()
}

fn column(tape: &Tape, token: &Token) -> Option<usize> {
    tape.unit(token.letters.start).map(|(_, unit)| unit.column)
}

/// Where the row of a table ends in which a letter stands; nothing where it is no cell, or the last of its row.
fn row_end(tape: &Tape, at: usize) -> Option<usize> {
    let (_, unit) = tape.unit(at.checked_sub(1)?)?;
    let (row, _) = unit.cell?;
    let is_same = |at: &usize| {
        tape.unit(*at).is_some_and(|(_, other)| other.block == unit.block && other.cell.is_some_and(|(r, _)| r == row))
    };
    // What is farther off is no figure of this label.
    let far = (at + REACH + TAIL).min(tape.letters.len());
    let end = (at..far).find(|at| !is_same(at)).unwrap_or(far);
    (end > at).then_some(end)
}

/// Whether a cell ends before a letter.
pub fn is_cell_end(tape: &Tape, at: usize) -> bool {
    tape.letters.get(at).is_some_and(|letter| letter.gap == Gap::Cell)
}

/// On which side of the blank cells the figures of a table stand: where all its rows agree.
fn side<'a>(rows: impl Iterator<Item = (&'a [Token], Shape)>) -> Side {
    let (mut left, mut right) = (true, true);
    let mut any = false;
    for (is_left, is_right) in rows.filter_map(|(list, shape)| sides(list, shape)) {
        any = true;
        left &= is_left;
        right &= is_right;
    }
    match (any, left, right) {
        (true, true, false) => Side::Left,
        (true, false, true) => Side::Right,
        _ => Side::Unknown,
    }
}

/// Whether most figures end a clause: then they are those of a text.
fn is_prose(tape: &Tape, rows: &[FoundRow]) -> bool {
    let ends = rows.iter().filter_map(|row| row.read.end());
    let of_text =
        ends.clone().filter(|end| tape.plain(*end).is_some_and(|c| matches!(c, ',' | '。' | ';' | '，' | '；')));
    of_text.count() * 3 > ends.count()
}

/// Whether what stands between the labels is the table's own: few letters are of other words.
fn is_mostly_own(tape: &Tape, spec: &Spec, found: &[Sighting]) -> bool {
    let (Some(first), Some(last)) = (found.first(), found.last()) else { return false };
    let words = || {
        (first.start..last.end)
            .filter_map(|at| tape.plain(at))
            .filter(|c| *c >= '\u{4e00}' && c.is_alphanumeric() && !is_measure(*c))
    };
    let foreign = words().filter(|c| !spec.words.has(*c)).count();
    foreign * 5 <= words().count()
}

/// Indicators that a report lists in another order than the form.
fn add_out_of_order(tape: &Tape, found: &mut Vec<Sighting>, seen: &[Sighting], spec: &Spec) {
    let (Some(first), Some(last)) = (found.first().copied(), found.last().copied()) else { return };
    // No sentence ends within a table.
    let goes_on = |at: &usize| tape.plain(*at).is_some_and(|c| c != '。');
    let before = (first.start.saturating_sub(REACH)..first.start).rev().take_while(goes_on).count();
    let behind = (last.end..last.end + REACH).take_while(goes_on).count();
    let near = first.start - before..last.end + behind;
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
    (end..end + 12).any(|at| tape.plain(at).is_some_and(|c| c.is_ascii_digit() || matches!(c, BLANK_CELL | '〇' | '—')))
}

/// The letters of the whole table: its rows, and the heads that stand right before them.
fn extent(tape: &Tape, spec: &Spec, found: &[Sighting], rows: &[FoundRow]) -> Range<usize> {
    let last_head = found.last().map_or(0, |sighting| sighting.start);
    let first_row = rows.first().map_or(last_head, |row| row.label.start);
    let heads = found.iter().map(|sighting| sighting.start).filter(|start| *start <= first_row);
    let mut start = heads.max().unwrap_or(first_row);
    for head in found.iter().rev() {
        if head.end > start {
            continue;
        }
        if foreign(tape, spec, head.end..start) > 1 || start - head.end > 120 {
            break;
        }
        start = head.start;
    }
    start = before_heads(tape, spec, start);
    let last = rows.iter().filter_map(|row| row.read.end());
    let last_label = found.last().map_or(start, |sighting| sighting.end);
    start..last.max().unwrap_or(last_label).max(last_label)
}

/// How many letters are of words that the table does not have, remarks in brackets aside: 现行有效件数（历史累计）.
fn foreign(tape: &Tape, spec: &Spec, letters: Range<usize>) -> usize {
    let mut is_remark = false;
    let mut count = 0;
    for letter in letters.filter_map(|at| tape.plain(at)) {
        is_remark = (is_remark || letter == '(') && letter != ')';
        count += usize::from(!is_remark && is_word(letter) && !spec.words.has(letter));
    }
    count
}

/// Whether a letter is one of a word: no digit and no mark.
fn is_word(c: char) -> bool {
    c.is_alphanumeric() && !c.is_ascii_digit()
}

/// Heads torn apart by the way they were printed stand in lines of their own before the table: each letter is one of a head.
fn before_heads(tape: &Tape, spec: &Spec, start: usize) -> usize {
    let mut from = start;
    loop {
        let Some((number, unit)) = from.checked_sub(1).and_then(|at| tape.unit(at)) else { return from };
        let first = (0..from).rev().take_while(|at| tape.unit(*at).is_some_and(|(n, _)| n == number)).last();
        let Some(first) = first else { return from };
        let is_head = (first..from)
            .all(|at| tape.plain(at).is_some_and(|c| c == BLANK_CELL || !is_word(c) || spec.heads.has(c)))
            && (first..from).any(|at| tape.plain(at).is_some_and(is_word));
        let is_whole = tape.letters.get(from).is_none_or(|letter| letter.gap >= Gap::Cell);
        if !is_head || !is_whole || from - first > 40 || unit.cell.is_some() {
            return from;
        }
        from = first;
    }
}
