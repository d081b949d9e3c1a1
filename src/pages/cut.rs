//! Cutting blocks where a page ends.

use super::Measured;
use super::atoms::Atom;
use crate::block::{Block, Run, Table, TableCell};

/// A block on a page, or the part of it that stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Which block of the report it is of.
    pub of: usize,
    /// What stands on the page.
    pub block: Block,
    /// How much of it stands on the pages before: characters of a paragraph, rows of a table below its head.
    pub before: usize,
    /// Whether it begins here: a paragraph that does not has no indent, a table no caption.
    pub begins: bool,
    /// Whether it ends here: the last line of a paragraph that does not fills the width.
    pub ends: bool,
}

/// The parts of blocks that these atoms are.
pub(super) fn parts(
    blocks: &[Block],
    measured: &[Measured],
    atoms: &[Atom],
    line_start: &mut impl FnMut(usize, usize) -> usize,
) -> Vec<Part> {
    let mut parts = Vec::new();
    for atoms in atoms.chunk_by(|one, next| one.block == next.block) {
        let (Some(first), Some(last)) = (atoms.first(), atoms.last()) else { continue };
        let of = first.block;
        let (Some(block), Some(measure)) = (blocks.get(of), measured.get(of)) else { continue };
        let (from, to) = (first.piece, last.piece + 1);
        let (begins, ends) = (from == 0, to >= measure.pieces.len());
        let mut before = 0;
        let block = match block {
            Block::Paragraph(runs) if !(begins && ends) => {
                before = if begins { 0 } else { line_start(of, from) };
                let end = if ends { usize::MAX } else { line_start(of, to) };
                Block::Paragraph(split_runs(runs, before, end))
            }
            Block::Table(table) if !(begins && ends) => {
                before = from;
                Block::Table(rows(table, from, to))
            }
            Block::Title(_)
            | Block::Heading(_)
            | Block::Paragraph(_)
            | Block::Table(_)
            | Block::Picture(_)
            | Block::Signature { .. } => block.clone(),
        };
        parts.push(Part { of, block, before, begins, ends });
    }
    parts
}

/// The characters of a paragraph from one to another, counted from 0; its runs keep their looks.
pub fn split_runs(runs: &[Run], from: usize, to: usize) -> Vec<Run> {
    let mut at = 0;
    let mut split = Vec::new();
    for run in runs {
        let length = run.text.chars().count();
        let text: String = run.text.chars().take(to.saturating_sub(at)).skip(from.saturating_sub(at)).collect();
        if !text.is_empty() {
            split.push(Run { text, style: run.style });
        }
        at += length;
    }
    split
}

/// The rows of a table below its head from one to another, under the head. A label that began above, or goes on below, covers what is here
/// of its rows: so it stands again.
fn rows(table: &Table, from: usize, to: usize) -> Table {
    let heads = table.head_rows.min(table.rows.len());
    let (top, bottom) = (heads + from, (heads + to).min(table.rows.len()));
    let mut rows: Vec<Vec<(usize, TableCell)>> = vec![Vec::new(); bottom.saturating_sub(top)];
    table.each_cell(|cell, row, column| {
        let end = row + usize::from(cell.row_span);
        let (start, stop) = (row.max(top), end.min(bottom));
        if row < heads || start >= stop {
            return;
        }
        let row_span = u16::try_from(stop - start).unwrap_or(1);
        if let Some(row) = rows.get_mut(start - top) {
            let upright = TableCell::is_upright(cell.row_span);
            row.push((column, TableCell { row_span, parts: Vec::new(), upright, ..cell.clone() }));
        }
    });
    let body = rows.into_iter().map(|mut row| {
        row.sort_by_key(|(column, _)| *column);
        row.into_iter().map(|(_, cell)| cell).collect()
    });
    Table {
        caption: if from == 0 { table.caption.clone() } else { String::new() },
        group_lines: Vec::new(),
        rows: table.rows.iter().take(heads).cloned().chain(body).collect(),
        ..table.clone()
    }
}
