//! Tables of Word documents: cells stand on the columns of a grid, and a merged cell is written once for each row it covers.
//! Source: ISO/IEC 29500-1, 17.4.

use std::collections::HashMap;

use super::body::{Flow, Walk, branch};
use super::is_set;
use crate::read::Refusal;
use crate::read::grid::{Cell, Grid};
use crate::read::limits::{LARGEST_SPAN, MOST_COLUMNS, too_large};
use crate::read::piece::Piece;
use crate::read::told::{HIDDEN, REVISED};
use crate::read::xml::Element;

/// A row as it is written.
#[derive(Default)]
struct Row {
    cells: Vec<Placed>,
    /// How many columns are left out before the first cell.
    before: usize,
    /// The column after the last cell so far.
    end: usize,
}

/// A cell as it is written.
struct Placed {
    column: usize,
    columns: usize,
    rows: usize,
    merge: Merge,
    pieces: Vec<Piece>,
}

/// What a cell is to the one above.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Merge {
    /// A cell of its own.
    Apart,
    /// The first of those that are one.
    Start,
    /// One with the cell above.
    Continue,
}

impl Walk {
    /// Reads a table.
    pub(super) fn table(&mut self, table: Element<'_>, flow: &mut Flow) -> Result<(), Refusal> {
        let mut rows = Vec::new();
        self.rows(table, &mut rows)?;
        join_rows(&mut rows);
        flow.pieces.push(Piece::Table(Grid::of(narrowed(rows))));
        Ok(())
    }

    fn rows(&mut self, container: Element<'_>, rows: &mut Vec<Row>) -> Result<(), Refusal> {
        for element in container.elements() {
            match element.name() {
                ("w", "tr") => {
                    let mut row = Row::default();
                    if self.takes_row(element, &mut row)? {
                        self.cells(element, &mut row)?;
                        if !row.cells.is_empty() {
                            rows.push(row);
                        }
                    }
                }
                ("mc", "AlternateContent") => {
                    if let Some(branch) = branch(element) {
                        self.rows(branch, rows)?;
                    }
                }
                ("w", "sdt" | "sdtContent" | "customXml" | "ins" | "moveTo") | ("aml", "content") => {
                    self.rows(element, rows)?;
                }
                ("aml", "annotation") => {
                    if let Some(content) = self.annotation(element) {
                        self.rows(content, rows)?;
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Whether a row is still there, and where it begins.
    fn takes_row(&mut self, element: Element<'_>, row: &mut Row) -> Result<bool, Refusal> {
        let Some(properties) = element.child("w", "trPr") else { return Ok(true) };
        if properties.child("w", "hidden").is_some_and(is_set) {
            self.document.note(HIDDEN);
            return Ok(false);
        }
        let is_deleted = properties.child("w", "del").is_some();
        if is_deleted || properties.child("w", "ins").is_some() {
            self.document.note(REVISED);
        }
        row.before = properties.child("w", "gridBefore").and_then(|before| before.number("val")).unwrap_or(0);
        row.end = row.before;
        if row.end > MOST_COLUMNS {
            return Err(too_large());
        }
        Ok(!is_deleted)
    }

    fn cells(&mut self, container: Element<'_>, row: &mut Row) -> Result<(), Refusal> {
        for element in container.elements() {
            match element.name() {
                ("w", "tc") => self.cell(element, row)?,
                ("mc", "AlternateContent") => {
                    if let Some(branch) = branch(element) {
                        self.cells(branch, row)?;
                    }
                }
                ("w", "sdt" | "sdtContent" | "customXml" | "ins" | "moveTo") => self.cells(element, row)?,
                _ => {}
            }
        }
        Ok(())
    }

    fn cell(&mut self, element: Element<'_>, row: &mut Row) -> Result<(), Refusal> {
        self.count_cell()?;
        let pieces = self.contents(element)?;
        let properties = element.child("w", "tcPr");
        let property = |name: &str| properties.and_then(|properties| properties.child("w", name));
        if ["cellDel", "cellIns", "cellMerge"].iter().any(|change| property(change).is_some()) {
            self.document.note(REVISED);
        }
        if property("cellDel").is_some() {
            return Ok(());
        }
        let columns = property("gridSpan").and_then(|span| span.number("val")).unwrap_or(1).clamp(1, LARGEST_SPAN);
        // One with the cell before: Word writes this no more, others do.
        if merge(property("hMerge").or_else(|| property("hmerge")), "val") == Merge::Continue
            && let Some(before) = row.cells.last_mut()
        {
            before.columns += columns;
            row.end += columns;
        } else {
            let down = merge(property("vMerge").or_else(|| property("vmerge")), "val");
            let down = if down == Merge::Apart { merge(property("cellMerge"), "vMerge") } else { down };
            row.cells.push(Placed { column: row.end, columns, rows: 1, merge: down, pieces });
            row.end += columns;
        }
        if row.end > MOST_COLUMNS { Err(too_large()) } else { Ok(()) }
    }
}

/// What the property says; without a value a cell goes on (17.4.84).
fn merge(property: Option<Element<'_>>, attribute: &str) -> Merge {
    match property.map(|property| property.attribute(attribute)) {
        None => Merge::Apart,
        Some(Some(value)) if matches!(&*value, "restart" | "rest") => Merge::Start,
        Some(_) => Merge::Continue,
    }
}

/// Makes one cell of those that are merged downwards. What goes on from nothing, or is of another width, is a cell of its own.
fn join_rows(rows: &mut [Row]) {
    // By column: the row and the place of the cell that begins, its width, and the last row that it covers.
    let mut open: HashMap<usize, (usize, usize, usize, usize)> = HashMap::new();
    for at in 0..rows.len() {
        let cells = rows.get_mut(at).map(|row| std::mem::take(&mut row.cells)).unwrap_or_default();
        let mut kept: Vec<Placed> = Vec::with_capacity(cells.len());
        for cell in cells {
            if cell.merge == Merge::Continue
                && let Some((first, place, columns, last)) = open.get_mut(&cell.column)
                && *columns == cell.columns
                && *last + 1 == at
                && let Some(start) = rows.get_mut(*first).and_then(|row| row.cells.get_mut(*place))
            {
                start.rows += 1;
                *last = at;
                continue;
            }
            if cell.merge != Merge::Apart {
                open.insert(cell.column, (at, kept.len(), cell.columns, at));
            }
            kept.push(cell);
        }
        if let Some(row) = rows.get_mut(at) {
            row.cells = kept;
        }
    }
}

/// The cells, on the columns at which any cell begins: others are left over in the grid and nobody sees them.
fn narrowed(rows: Vec<Row>) -> Vec<Vec<Cell>> {
    let width = rows.iter().map(|row| row.end).max().unwrap_or(0);
    let mut begins = vec![false; width];
    for cell in rows.iter().flat_map(|row| &row.cells) {
        if let Some(begins) = begins.get_mut(cell.column) {
            *begins = true;
        }
    }
    let count = |from: usize, columns: usize| begins.iter().skip(from).take(columns).filter(|begins| **begins).count();
    let row = |row: Row| {
        let blanks = (0..count(0, row.before)).map(|_| Cell::blank());
        let cells = row.cells.into_iter().map(|cell| Cell {
            columns: count(cell.column, cell.columns).max(1),
            rows: cell.rows.max(1),
            pieces: cell.pieces,
            overflows: false,
        });
        blanks.chain(cells).collect()
    };
    rows.into_iter().map(row).collect()
}
