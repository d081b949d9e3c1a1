//! The rows of RTF tables: each says where its cells end, and the columns follow from all of them.

use crate::read::Refusal;
use crate::read::grid::{Cell, Grid};
use crate::read::limits::{MOST_COLUMNS, too_large};
use crate::read::piece::Piece;

/// Edges that are no farther apart are one, in twentieths of a point.
const NEAR: i32 = 40;
/// A row that begins no farther to the right than this lacks no cell at its left.
const INDENT: i32 = 400;

/// What a row says of its cells.
#[derive(Clone, Debug, Default)]
pub struct Shape {
    /// Where the row begins (`\trleft`), in twentieths of a point.
    pub left: i32,
    /// Its cells.
    pub cells: Vec<CellShape>,
    /// What was said of the cell whose edge comes next.
    pub next: CellShape,
}

/// What a row says of a cell.
#[derive(Clone, Copy, Debug, Default)]
pub struct CellShape {
    /// Where it ends (`\cellx`).
    pub right: i32,
    /// Part of the cell at its left (`\clmrg`).
    pub joins_left: bool,
    /// Part of the cell above it (`\clvmrg`).
    pub joins_above: bool,
}

impl Shape {
    /// Ends the description of a cell.
    ///
    /// # Errors
    /// Where there are more cells than a row may have.
    pub fn end_cell(&mut self, right: i32) -> Result<(), Refusal> {
        if self.cells.len() >= MOST_COLUMNS {
            return Err(too_large());
        }
        self.cells.push(CellShape { right, ..std::mem::take(&mut self.next) });
        Ok(())
    }
}

/// A row as it was read.
#[derive(Debug)]
pub struct Row {
    /// What it says of its cells.
    pub shape: Shape,
    /// What stands in them.
    pub cells: Vec<Vec<Piece>>,
}

/// The table of these rows.
///
/// # Errors
/// Where it has more columns than are read.
pub fn table(mut rows: Vec<Row>) -> Result<Grid, Refusal> {
    let least = rows.iter().map(|row| row.shape.left).min().unwrap_or(0);
    for shape in rows.iter_mut().map(|row| &mut row.shape).filter(|shape| shape.left.saturating_sub(least) <= INDENT) {
        shape.left = least;
    }
    let columns = Columns::of(&rows)?;
    let mut built: Vec<Vec<Cell>> = Vec::new();
    // For each column the cell that begins there and may go on below: its row and place.
    let mut above: Vec<Option<(usize, usize)>> = vec![None; columns.edges.len()];
    for row in rows {
        let mut cells: Vec<Cell> = Vec::new();
        let mut column = columns.at(row.shape.left);
        cells.extend((0..column).map(|_| Cell { rows: 1, columns: 1, ..Cell::default() }));
        let mut texts = row.cells.into_iter();
        for shape in &row.shape.cells {
            let pieces = texts.next().unwrap_or_default();
            let end = columns.at(shape.right).max(column);
            let width = end - column;
            if let Some(last) = cells.last_mut().filter(|_| shape.joins_left || width == 0) {
                last.columns += width;
                last.pieces.extend(pieces);
            } else {
                let owner = above.get(column).copied().flatten().filter(|_| shape.joins_above);
                if let Some(owner) = owner.and_then(|(row, cell)| built.get_mut(row)?.get_mut(cell)) {
                    owner.rows += 1;
                    owner.pieces.extend(pieces);
                } else {
                    if let Some(place) = above.get_mut(column) {
                        *place = Some((built.len(), cells.len()));
                    }
                    cells.push(Cell { pieces, rows: 1, columns: width.max(1), overflows: false });
                }
                // Cells that begin in the middle of this one above do not go on below it.
                above.iter_mut().take(end).skip(column + 1).for_each(|place| *place = None);
            }
            column = end;
        }
        // Writers may end one cell more than the row has.
        let is_cell = |pieces: &Vec<Piece>| row.shape.cells.is_empty() || !pieces.is_empty();
        cells.extend(texts.filter(is_cell).map(|pieces| Cell { pieces, rows: 1, columns: 1, overflows: false }));
        built.push(cells);
    }
    Ok(Grid::of(built))
}

/// The edges of a table's columns, from left to right.
struct Columns {
    edges: Vec<i32>,
}

impl Columns {
    fn of(rows: &[Row]) -> Result<Self, Refusal> {
        let mut all: Vec<i32> = Vec::new();
        for row in rows {
            all.push(row.shape.left);
            all.extend(row.shape.cells.iter().map(|cell| cell.right));
        }
        all.sort_unstable();
        let mut edges: Vec<i32> = Vec::new();
        for edge in all {
            if edges.last().is_none_or(|last| edge.saturating_sub(*last) > NEAR) {
                edges.push(edge);
            }
        }
        if edges.len() > MOST_COLUMNS + 1 { Err(too_large()) } else { Ok(Self { edges }) }
    }

    /// How many columns lie left of an edge.
    fn at(&self, edge: i32) -> usize {
        self.edges.partition_point(|known| *known <= edge).saturating_sub(1)
    }
}
