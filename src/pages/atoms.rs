//! What a page is filled with: lines and rows, and between which of them no page may end.

use super::Measured;
use crate::block::{Block, Table, TableCell};

/// How many rows of a table stand together at least, above a break and below it.
const ROWS: usize = 3;
/// How many rows a label beside them needs for its words where it is cut; one that runs from top to bottom needs more.
const LABEL: usize = 2;
const UPRIGHT_LABEL: usize = 8;
/// How many lines of the text stand with the signature at least.
const LINES: usize = 2;

/// A line, a row, or what is never cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Atom {
    /// The block.
    pub block: usize,
    /// Which of its pieces.
    pub piece: usize,
    /// The blank above it, unless it begins a page.
    pub above: u32,
    /// Its height; the first row of a table has the caption and the head with it.
    pub height: u32,
    /// What stands above it again where it begins a page: the head of its table.
    pub again: u32,
    /// Whether the next one stands on the same page.
    pub keep: bool,
    /// Whether the next one begins a page: what stands behind the signature.
    pub ends_page: bool,
    /// Whether a table would be broken above it, and if so, whether within a group of rows.
    pub inside: Inside,
}

/// Where in a table a break above an atom would be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Inside {
    /// In none.
    No,
    /// Between two groups of rows.
    BetweenGroups,
    /// Within a group, whose label then stands again.
    Group,
}

/// The atoms of a report.
pub(super) fn atoms(blocks: &[Block], measured: &[Measured]) -> Vec<Atom> {
    let mut atoms: Vec<Atom> = Vec::new();
    for (block, (content, measure)) in blocks.iter().zip(measured).enumerate() {
        let first = atoms.len();
        let atom = |piece, above, height| Atom {
            block,
            piece,
            above,
            height,
            again: 0,
            keep: false,
            ends_page: false,
            inside: Inside::No,
        };
        for (piece, height) in measure.pieces.iter().enumerate() {
            let (above, head) = if piece == 0 { (measure.above, measure.head) } else { (0, 0) };
            atoms.push(atom(piece, above, height + head));
        }
        // A table of nothing but its head.
        if measure.pieces.is_empty() && measure.head > 0 {
            atoms.push(atom(0, measure.above, measure.head));
        }
        let own = atoms.get_mut(first..).unwrap_or_default();
        match content {
            Block::Title(_) | Block::Heading(_) => own.iter_mut().for_each(|atom| atom.keep = true),
            Block::Table(table) => keep_rows(own, table, measure.again),
            Block::Paragraph(_) | Block::Picture(_) => {}
            Block::Signature { .. } => keep_signature(&mut atoms, first),
        }
    }
    let signature = blocks.iter().position(|block| matches!(block, Block::Signature { .. }));
    if let Some(signed) = atoms.iter_mut().rev().find(|atom| Some(atom.block) == signature) {
        signed.ends_page = true;
    }
    // Nothing follows the last.
    if let Some(last) = atoms.last_mut() {
        last.keep = false;
    }
    atoms
}

/// Some rows of a table stay together at its start and at its end; where it is broken its head stands again.
fn keep_rows(rows: &mut [Atom], table: &Table, again: u32) {
    let count = rows.len();
    let groups = within_groups(table);
    for (n, row) in rows.iter_mut().enumerate().skip(1) {
        let is_within = groups.get(table.head_rows + n).copied().unwrap_or_default();
        row.inside = if is_within { Inside::Group } else { Inside::BetweenGroups };
        row.again = again;
    }
    let by_labels = kept_by_labels(table);
    for (n, row) in rows.iter_mut().enumerate() {
        let left = count - n - 1;
        let has_label = by_labels.get(table.head_rows + n + 1).copied().unwrap_or_default();
        row.keep = left > 0 && (n + 1 < ROWS || left < ROWS || has_label);
    }
}

/// For each row of a table whether it must stand with the one above, so that a label beside them has room on both pages.
fn kept_by_labels(table: &Table) -> Vec<bool> {
    let mut kept = vec![false; table.rows.len()];
    table.each_cell(|cell, start, _| {
        let rows = usize::from(cell.row_span);
        let needed = if TableCell::is_upright(cell.row_span) { UPRIGHT_LABEL } else { LABEL };
        for (n, kept) in kept.iter_mut().skip(start).take(rows).enumerate().skip(1) {
            *kept |= n < needed || rows - n < needed;
        }
    });
    kept
}

/// For each row of a table whether a label beside it began above; one that runs down the whole table is no group.
fn within_groups(table: &Table) -> Vec<bool> {
    let mut within = vec![false; table.rows.len()];
    table.each_cell(|cell, row, _| {
        if !TableCell::is_upright(cell.row_span) {
            within.iter_mut().skip(row + 1).take(usize::from(cell.row_span) - 1).for_each(|is| *is = true);
        }
    });
    within
}

/// The signature is never alone on a page: the last lines above it stand with it.
fn keep_signature(atoms: &mut [Atom], signature: usize) {
    let above = signature.checked_sub(1).and_then(|last| atoms.get(last)).map(|atom| atom.block);
    for atom in atoms.iter_mut().take(signature).rev().take(LINES).filter(|atom| Some(atom.block) == above) {
        atom.keep = true;
    }
}
