//! Tables of text documents: a cell that covers others is followed by those that it covers. Source: ODF 1.3 part 3, 9.

use super::body::Walk;
use crate::read::Refusal;
use crate::read::grid::{Cell, Grid};
use crate::read::limits::{LARGEST_SPAN, MOST_CELLS, MOST_COLUMNS, too_large};
use crate::read::piece::{Piece, joined};
use crate::read::xml::Element;

/// So many bytes may be written again for cells and rows that repeat.
const MOST_REPEATED: usize = 8 << 20;

/// The rows of a table while they are read.
#[derive(Default)]
struct Rows {
    rows: Vec<Vec<Cell>>,
    /// How many rows from this one on each column is covered for by a cell that began above, or in this row.
    covered: Vec<usize>,
}

impl Walk {
    /// Reads a table.
    pub(super) fn table(&mut self, table: Element<'_>, pieces: &mut Vec<Piece>) -> Result<(), Refusal> {
        let mut rows = Rows::default();
        self.rows(table, &mut rows)?;
        pieces.push(Piece::Table(Grid::of(rows.rows)));
        Ok(())
    }

    fn rows(&mut self, container: Element<'_>, rows: &mut Rows) -> Result<(), Refusal> {
        for element in container.elements() {
            match element.name() {
                ("table", "table-row") => {
                    let row = self.row(element, rows)?;
                    let times = element.number("number-rows-repeated").unwrap_or(1).clamp(1, LARGEST_SPAN);
                    self.count(&row, times)?;
                    rows.rows.extend(std::iter::repeat_n(row, times));
                    for covered in &mut rows.covered {
                        *covered = covered.saturating_sub(times);
                    }
                }
                ("table", "table-header-rows" | "table-rows" | "table-row-group") => self.rows(element, rows)?,
                _ => {}
            }
        }
        Ok(())
    }

    fn row(&mut self, element: Element<'_>, rows: &mut Rows) -> Result<Vec<Cell>, Refusal> {
        let mut row: Vec<Cell> = Vec::new();
        let mut column = 0_usize;
        for cell in element.elements() {
            let ("table", name @ ("table-cell" | "covered-table-cell")) = cell.name() else { continue };
            let span = |name: &str| cell.number(name).unwrap_or(1).clamp(1, LARGEST_SPAN);
            let times = span("number-columns-repeated");
            if column + times > MOST_COLUMNS {
                return Err(too_large());
            }
            if rows.covered.len() < column + times {
                rows.covered.resize(column + times, 0);
            }
            if name == "covered-table-cell" {
                // One that nothing covers keeps its place all the same.
                let free = rows.covered.iter().skip(column).take(times).filter(|covered| **covered == 0).count();
                row.extend((0..free).map(|_| Cell::blank()));
                column += times;
                continue;
            }
            let pieces = self.contents(cell)?;
            let (row_span, column_span) = (span("number-rows-spanned"), span("number-columns-spanned"));
            let cell = Cell { pieces, rows: row_span, columns: column_span, overflows: false };
            self.count(std::slice::from_ref(&cell), times)?;
            // What it covers in this row and below comes as covered cells.
            let end = (column + times - 1 + column_span).min(MOST_COLUMNS);
            if rows.covered.len() < end {
                rows.covered.resize(end, 0);
            }
            for covered in rows.covered.iter_mut().take(end).skip(column) {
                *covered = (*covered).max(row_span);
            }
            row.extend(std::iter::repeat_n(cell, times));
            column += times;
        }
        Ok(row)
    }

    /// Counts cells that are there so many times.
    fn count(&mut self, cells: &[Cell], times: usize) -> Result<(), Refusal> {
        self.cells += cells.len().saturating_mul(times);
        if times > 1 {
            let bytes: usize = cells.iter().map(|cell| joined(&cell.pieces).len()).sum();
            self.repeated += bytes.saturating_mul(times);
        }
        // Each cell is counted twice, alone and in its row.
        if self.cells > 2 * MOST_CELLS || self.repeated > MOST_REPEATED { Err(too_large()) } else { Ok(()) }
    }
}
