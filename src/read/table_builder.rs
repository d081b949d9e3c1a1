//! Builds a table cell by cell, whatever a file says of spans: what comes out is rectangular and bounded.

use super::Refusal;
use super::limits::{LARGEST_SPAN, MOST_CELLS, MOST_COLUMNS, too_large};
use crate::block::{Content, Role, Table, TableCell};

/// A table while it is read, row by row.
///
/// A cell takes the next column that no cell above covers. A row that is too short is filled with blanks, a span that runs out of
/// the table is cut.
#[derive(Debug, Default)]
pub struct TableBuilder {
    /// The line above the table, such as the name of the sheet.
    pub caption: String,
    /// All cells with the row and column where they begin.
    cells: Vec<Placed>,
    /// How many more rows each column is covered for, counted from the row that is being read.
    covered: Vec<usize>,
    row: usize,
    column: usize,
    is_open: bool,
}

#[derive(Debug)]
struct Placed {
    row: usize,
    column: usize,
    text: String,
    row_span: usize,
    column_span: usize,
}

impl TableBuilder {
    /// A table without cells.
    pub fn new() -> Self {
        Self::default()
    }

    /// Begins the next row.
    pub fn row(&mut self) {
        if self.is_open {
            for below in &mut self.covered {
                *below = below.saturating_sub(1);
            }
            self.row += 1;
        }
        self.is_open = true;
        self.column = 0;
    }

    /// Adds a cell to the row. Spans of 0 count as 1, larger ones than are read as the largest that is.
    ///
    /// # Errors
    /// Where the table becomes larger than is read.
    pub fn cell(&mut self, text: &str, row_span: usize, column_span: usize) -> Result<(), Refusal> {
        while self.covered.get(self.column).is_some_and(|below| *below > 0) {
            self.column += 1;
        }
        let (row_span, column_span) = (row_span.clamp(1, LARGEST_SPAN), column_span.clamp(1, LARGEST_SPAN));
        // A cell that is wider than the gap between two that come from above ends where the second begins.
        let gap = self.covered.iter().skip(self.column).take_while(|below| **below == 0).count();
        let is_bounded = self.column + gap < self.covered.len();
        let column_span = if is_bounded { column_span.min(gap.max(1)) } else { column_span };
        let end = self.column + column_span;
        if end > MOST_COLUMNS || self.cells.len() >= MOST_CELLS {
            return Err(too_large());
        }
        if self.covered.len() < end {
            self.covered.resize(end, 0);
        }
        for below in self.covered.iter_mut().take(end).skip(self.column) {
            *below = row_span;
        }
        let text = text.trim().to_owned();
        self.cells.push(Placed { row: self.row, column: self.column, text, row_span, column_span });
        self.column = end;
        Ok(())
    }

    /// Leaves so many columns of the row blank, each a cell of its own.
    ///
    /// # Errors
    /// Where the table becomes larger than is read.
    pub fn skip(&mut self, columns: usize) -> Result<(), Refusal> {
        for _ in 0..columns.min(MOST_COLUMNS + 1) {
            self.cell("", 1, 1)?;
        }
        Ok(())
    }

    /// How many rows were begun.
    pub fn rows(&self) -> usize {
        self.row + usize::from(self.is_open)
    }

    /// The table; nothing where no cell was read.
    ///
    /// # Errors
    /// Where the table is larger than is read.
    pub fn finish(self) -> Result<Option<Table>, Refusal> {
        let (rows, columns) = (self.rows(), self.covered.len());
        if self.cells.is_empty() {
            return Ok(None);
        }
        if rows.saturating_mul(columns) > MOST_CELLS {
            return Err(too_large());
        }
        let mut taken = vec![vec![false; columns]; rows];
        let mut built: Vec<Vec<(usize, TableCell)>> = (0..rows).map(|_| Vec::new()).collect();
        for placed in self.cells {
            let row_span = placed.row_span.min(rows - placed.row);
            for row in taken.iter_mut().skip(placed.row).take(row_span) {
                row.iter_mut().skip(placed.column).take(placed.column_span).for_each(|taken| *taken = true);
            }
            let cell = TableCell {
                row_span: u16::try_from(row_span).unwrap_or(1),
                column_span: u16::try_from(placed.column_span).unwrap_or(1),
                ..TableCell::single(Content::text(placed.text), Role::Value)
            };
            if let Some(row) = built.get_mut(placed.row) {
                row.push((placed.column, cell));
            }
        }
        for (row, taken) in built.iter_mut().zip(&taken) {
            let gaps = taken.iter().enumerate().filter(|(_, taken)| !**taken);
            row.extend(gaps.map(|(column, _)| (column, TableCell::single(Content::Blank, Role::Value))));
            row.sort_by_key(|(column, _)| *column);
        }
        let rows = built.into_iter().map(|row| row.into_iter().map(|(_, cell)| cell).collect()).collect();
        let (caption, id) = (self.caption, String::new());
        Ok(Some(Table { id, caption, widths: vec![1; columns], head_rows: 0, group_lines: Vec::new(), rows }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(table: &Table) -> Vec<Vec<String>> {
        let cell = |cell: &TableCell| format!("{}:{}x{}", cell.content, cell.row_span, cell.column_span);
        table.rows.iter().map(|row| row.iter().map(cell).collect()).collect()
    }

    fn built(rows: &[&[(&str, usize, usize)]]) -> Vec<Vec<String>> {
        let mut table = TableBuilder::new();
        for row in rows {
            table.row();
            for (text, down, across) in *row {
                table.cell(text, *down, *across).expect("room");
            }
        }
        shape(&table.finish().expect("not too large").expect("cells"))
    }

    #[test]
    fn cells_go_around_those_that_come_from_above() {
        assert_eq!(
            built(&[&[("甲", 2, 1), ("乙", 1, 2)], &[("丙", 1, 1), ("丁", 1, 1)]]),
            [["甲:2x1", "乙:1x2"], ["丙:1x1", "丁:1x1"]]
        );
    }

    #[test]
    fn what_is_missing_is_blank_and_what_runs_out_is_cut() {
        assert_eq!(
            built(&[&[("甲", 9, 1), ("乙", 1, 1), ("丙", 1, 1)], &[("丁", 0, 0)]]),
            [vec!["甲:2x1", "乙:1x1", "丙:1x1"], vec!["丁:1x1", ":1x1"]]
        );
    }

    #[test]
    fn a_cell_does_not_run_over_one_that_comes_from_above() {
        assert_eq!(
            built(&[&[("甲", 1, 1), ("乙", 2, 1)], &[("丙", 1, 2)]]),
            [vec!["甲:1x1", "乙:2x1"], vec!["丙:1x1"]]
        );
    }

    #[test]
    fn a_table_that_is_too_large_is_refused() {
        let mut table = TableBuilder::new();
        table.row();
        assert!(table.skip(MOST_COLUMNS + 5).is_err());
        let mut table = TableBuilder::new();
        for _ in 0..=MOST_CELLS / MOST_COLUMNS {
            table.row();
            table.cell("", 1, MOST_COLUMNS).expect("one cell a row");
        }
        assert!(table.finish().is_err());
        assert_eq!(TableBuilder::new().finish(), Ok(None));
    }
}
