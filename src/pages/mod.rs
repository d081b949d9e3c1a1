//! How a report falls into pages.
//!
//! The page measures every line and row of the report once, laid out in one long column; here is decided where a page ends, and the blocks
//! are cut there. So the screen shows the very pages that are printed, in every browser, with their numbers.

mod atoms;
mod cut;
mod fill;
mod proof;

use crate::block::Block;

use atoms::atoms;
pub use cut::{Part, split_runs};
use fill::fill;
pub use proof::{Remark, proof};

/// How high the text of a page is, in hundredths of a pixel of CSS: 225 mm (GB/T 9704-2012, 5.1: 22 lines).
pub const TEXT_HEIGHT: u32 = 85_039;

/// How high a block is in the long column, in hundredths of a pixel of CSS.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Measured {
    /// The blank between it and what stands above it.
    pub above: u32,
    /// Of a table: its caption and its head. Nothing for other blocks.
    pub head: u32,
    /// Of a table: its head alone, as it stands again on a further page.
    pub again: u32,
    /// Its lines, or its rows below the head; one for what is never cut.
    pub pieces: Vec<u32>,
}

/// A page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// What stands on it, from top to bottom.
    pub parts: Vec<Part>,
    /// How much of it is blank below, in hundredths of a pixel.
    pub blank: u32,
}

/// The pages of a report. `line_start` is asked where in a paragraph a line begins, in characters from its start: only for lines with
/// which a page begins.
pub fn sheets(
    blocks: &[Block],
    measured: &[Measured],
    mut line_start: impl FnMut(usize, usize) -> usize,
) -> Vec<Sheet> {
    let atoms = atoms(blocks, measured);
    let mut sheets = Vec::new();
    for page in fill(&atoms, TEXT_HEIGHT) {
        let on_page = atoms.get(page.atoms).unwrap_or_default();
        let parts = cut::parts(blocks, measured, on_page, &mut line_start);
        sheets.push(Sheet { parts, blank: TEXT_HEIGHT.saturating_sub(page.used) });
    }
    sheets
}

#[cfg(test)]
mod tests;
