//! A table of one row that stands below its heads: table four.

use super::cut::Shape;
use super::label::Sighting;
use super::number::{Token, Value, groups};
use super::row::{RowRead, Side, read_row};
use super::spec::Spec;
use super::table::{FoundRow, TAIL, is_cell_end};
use super::tape::Tape;

/// So many letters the heads of a table may have.
const HEADS: usize = 160;

/// Reads the only row of a table, which stands below its heads; each half may have heads of its own.
pub fn only_row(tape: &Tape, spec: &Spec, found: &[Sighting], end: usize) -> Vec<FoundRow> {
    let Some(shape) = spec.rows.first().map(|row| row.shape) else { return Vec::new() };
    let wanted = shape.width * shape.blocks;
    for sighting in found {
        let stretch = sighting.end..end.min(sighting.end + HEADS + TAIL);
        let groups = groups(tape, stretch, &spec.words);
        let groups = groups.into_iter().flat_map(|group| by_rows(tape, group));
        // Blank cells among the heads are no figures.
        let is_blank = |group: &[Token]| group.iter().all(|token| token.value == Value::Blank);
        let kept = groups.filter(|group| !is_blank(group) || group.len() >= wanted);
        let mut kept: Vec<Vec<Token>> = kept.map(|group| without_edge(group, shape.width)).collect();
        without_padding(&mut kept, shape);
        let is_cells = kept.first().and_then(|group| group.first()).is_some_and(|token| {
            tape.unit(token.letters.start).is_some_and(|(_, unit)| unit.cell.is_some())
                && is_cell_end(tape, token.letters.end)
        });
        let read = read_row(&kept, shape, Side::Unknown, is_cells);
        if read != RowRead::Nothing {
            return vec![FoundRow { row: 0, label: sighting.start..sighting.end, read }];
        }
    }
    Vec::new()
}

/// The tokens of a group by the rows of their table.
fn by_rows(tape: &Tape, group: Vec<Token>) -> Vec<Vec<Token>> {
    let row = |token: &Token| tape.unit(token.letters.start).and_then(|(_, unit)| Some((unit.block, unit.cell?.0)));
    let mut rows: Vec<Vec<Token>> = Vec::new();
    for token in group {
        match rows.last_mut() {
            Some(last) if last.last().map(row) == Some(row(&token)) => last.push(token),
            _ => rows.push(vec![token]),
        }
    }
    rows
}

/// A group without the blank cells at one of its edges, where the others are whole blocks of figures.
fn without_edge(group: Vec<Token>, width: usize) -> Vec<Token> {
    let spare = group.len() % width;
    let is_blank = |tokens: Option<&[Token]>| tokens.is_some_and(|t| t.iter().all(|token| token.value == Value::Blank));
    let (first, last) = (is_blank(group.get(..spare)), is_blank(group.get(group.len() - spare..)));
    match (first, last) {
        (true, false) => group.get(spare..).unwrap_or_default().to_vec(),
        (false, true) => group.get(..group.len() - spare).unwrap_or_default().to_vec(),
        _ => group,
    }
}

/// Takes the blank blocks off the ends of rows, where a half of the table was padded to the width of the other.
fn without_padding(rows: &mut [Vec<Token>], shape: Shape) {
    let mut all: usize = rows.iter().map(Vec::len).sum();
    for row in rows {
        let blank = row.iter().rev().take_while(|token| token.value == Value::Blank).count();
        let spare = all.saturating_sub(shape.width * shape.blocks) / shape.width;
        let less = spare.min(blank / shape.width) * shape.width;
        row.truncate(row.len() - less);
        all -= less;
    }
}
