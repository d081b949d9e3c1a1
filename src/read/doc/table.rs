//! Rows with columns of their own, made one table: all edges of all rows are the columns of its grid.
//!
//! Source: [MS-DOC] 2.9.325 (`TDefTableOperand`), 2.9.317 (TCGRF), 2.6.3 (changes to rows).

use super::super::bytes::{i16_at, u8_at, u16_at};
use super::super::limits::{LARGEST_SPAN, MOST_COLUMNS, too_large};
use super::super::{Refusal, TableBuilder};
use super::sprm::{Change, T_DEFINE, T_DELETE, T_INSERT, T_MERGE, T_SPLIT, T_VERTICAL, T_WIDTH, changes};
use crate::block::Table;

/// Edges nearer than this are one: rows that look alike may differ by the rounding of a program. In twentieths of a point.
const NEAR: i32 = 30;

/// The most columns of a row that changes make; Word knows 63.
const WIDEST: usize = 100;

/// How a cell is merged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Merge {
    /// 0 for a cell of its own. Of a run of others the first tells how the first of a set is marked: programs do not agree.
    across: u8,
    /// Whether the cell goes on from the one above.
    goes_on: bool,
    /// Whether cells below go on from it.
    begins: bool,
}

/// The columns of a row.
#[derive(Debug, Default)]
pub struct Columns {
    /// Where they begin and end, in twentieths of a point, one more than there are columns.
    edges: Vec<i32>,
    merges: Vec<Merge>,
}

/// A row: what is in its cells, and their columns.
#[derive(Debug)]
pub struct Row {
    /// The texts of its cells, also of those merged into others.
    pub cells: Vec<String>,
    /// The columns.
    pub columns: Columns,
}

impl Columns {
    /// What the changes to the mark of a row say of its columns; none where they say nothing.
    pub fn read(list: &[u8]) -> Self {
        let mut columns = Self::default();
        for change in changes(list) {
            // A change that does not fit its row changes nothing.
            let _ = columns.apply(change);
        }
        columns
    }

    fn apply(&mut self, change: Change) -> Option<()> {
        let operand = change.operand;
        match change.what {
            T_DEFINE => *self = Self::define(operand)?,
            T_INSERT => {
                let (first, count) = (usize::from(u8_at(operand, 0)?), usize::from(u8_at(operand, 1)?));
                let width = i32::from(i16_at(operand, 2)?);
                let at = first.min(self.merges.len());
                if self.merges.len() + count > WIDEST || self.edges.is_empty() {
                    return None;
                }
                for _ in 0..count {
                    let edge = self.edges.get(at).copied()?.saturating_add(width);
                    self.edges.iter_mut().skip(at + 1).for_each(|later| *later = later.saturating_add(width));
                    self.edges.insert(at + 1, edge);
                    self.merges.insert(at, Merge::default());
                }
            }
            T_DELETE => {
                let (first, end) = self.some(operand)?;
                let gone = self.edges.get(end)?.saturating_sub(*self.edges.get(first)?);
                self.edges.drain(first + 1..=end);
                self.edges.iter_mut().skip(first + 1).for_each(|later| *later = later.saturating_sub(gone));
                self.merges.drain(first..end);
            }
            T_MERGE | T_SPLIT => {
                let (first, end) = self.some(operand)?;
                let is_merge = change.what == T_MERGE;
                for (index, merge) in self.merges.iter_mut().enumerate().take(end).skip(first) {
                    merge.across = if is_merge { 1 + u8::from(index > first) } else { 0 };
                }
            }
            T_WIDTH => {
                let (first, end) = self.some(operand)?;
                let width = i32::from(i16_at(operand, 2)?);
                for index in first..end {
                    let (left, right) = (*self.edges.get(index)?, *self.edges.get(index + 1)?);
                    let by = width.saturating_sub(right.saturating_sub(left));
                    self.edges.iter_mut().skip(index + 1).for_each(|later| *later = later.saturating_add(by));
                }
            }
            T_VERTICAL => {
                let flags = u8_at(operand, 1)?;
                let merge = self.merges.get_mut(usize::from(u8_at(operand, 0)?))?;
                (merge.goes_on, merge.begins) = (flags == 1, flags == 3);
            }
            _ => {}
        }
        Some(())
    }

    /// The columns that a change names: the first, and the one after the last.
    fn some(&self, operand: &[u8]) -> Option<(usize, usize)> {
        let (first, end) = (usize::from(u8_at(operand, 0)?), usize::from(u8_at(operand, 1)?));
        let end = end.min(self.merges.len());
        (first < end).then_some((first, end))
    }

    fn define(operand: &[u8]) -> Option<Self> {
        let count = usize::from(u8_at(operand, 0)?);
        let mut edges: Vec<i32> = Vec::new();
        for index in 0..=count {
            let edge = i32::from(i16_at(operand, 1 + index * 2)?);
            // Edges never go back.
            edges.push(edges.last().map_or(edge, |last| edge.max(*last)));
        }
        let cells_at = 1 + (count + 1) * 2;
        let merges = (0..count).map(|index| {
            let flags = u16_at(operand, cells_at + index * 20).unwrap_or(0);
            let (goes_on, begins) = (flags & 0x60 == 0x20, flags & 0x40 != 0);
            Merge { across: u8::try_from(flags & 3).unwrap_or(0), goes_on, begins }
        });
        Some(Self { merges: merges.collect(), edges })
    }

    /// The cells as they are shown: which text each has, and from which edge to which it goes.
    fn cells(&self) -> Vec<(usize, i32, i32, Merge)> {
        let mut shown: Vec<(usize, i32, i32, Merge)> = Vec::new();
        let mut first_mark = 0;
        for (index, (merge, bounds)) in self.merges.iter().zip(self.edges.windows(2)).enumerate() {
            let &[left, right] = bounds else { continue };
            let is_first = merge.across == 0 || first_mark == 0 || merge.across == first_mark;
            first_mark = if merge.across == 0 {
                0
            } else if first_mark == 0 {
                merge.across
            } else {
                first_mark
            };
            match shown.last_mut() {
                Some((_, _, end, _)) if !is_first => *end = right,
                _ => shown.push((index, left, right, *merge)),
            }
        }
        shown
    }
}

/// A cell in the grid.
#[derive(Debug)]
struct Placed<'a> {
    text: &'a str,
    column: usize,
    across: usize,
    down: usize,
    goes_on: bool,
    begins: bool,
}

/// The table that the rows are; nothing for no rows.
///
/// # Errors
/// Where it is larger than is read.
pub fn build(rows: &[Row]) -> Result<Option<Table>, Refusal> {
    let shown: Vec<_> = rows.iter().map(|row| row.columns.cells()).collect();
    let grid = grid(shown.iter().flatten().flat_map(|(_, left, right, _)| [*left, *right]).collect());
    if grid.len() > MOST_COLUMNS {
        return Err(too_large());
    }
    let mut placed: Vec<Vec<Placed>> = rows.iter().zip(&shown).map(|(row, shown)| place(row, shown, &grid)).collect();
    stack(&mut placed);
    let mut table = TableBuilder::new();
    for row in placed {
        table.row();
        let mut column = 0;
        for cell in row {
            // What goes on from above has its columns covered; a gap before the first cell is blank.
            if cell.goes_on {
                column = cell.column + cell.across;
                continue;
            }
            table.skip(cell.column.saturating_sub(column))?;
            table.cell(cell.text, cell.down, cell.across)?;
            column = cell.column + cell.across;
        }
    }
    table.finish()
}

/// The edges of the grid: those of all rows, each once.
fn grid(mut edges: Vec<i32>) -> Vec<i32> {
    edges.sort_unstable();
    let mut grid: Vec<i32> = Vec::new();
    for edge in edges {
        if grid.last().is_none_or(|last| edge.saturating_sub(*last) > NEAR) {
            grid.push(edge);
        }
    }
    grid
}

/// The cells of a row in the grid. Those for which it states no columns follow one by one.
fn place<'a>(row: &'a Row, shown: &[(usize, i32, i32, Merge)], grid: &[i32]) -> Vec<Placed<'a>> {
    let column_of = |edge: i32| grid.partition_point(|known| *known <= edge).saturating_sub(1);
    let mut placed = Vec::new();
    let mut next = 0;
    for (index, left, right, merge) in shown {
        let Some(text) = row.cells.get(*index) else { break };
        let column = column_of(*left).max(next);
        let across = column_of(*right).saturating_sub(column).max(1);
        next = column + across;
        placed.push(Placed { text, column, across, down: 1, goes_on: merge.goes_on, begins: merge.begins });
    }
    for text in row.cells.iter().skip(row.columns.merges.len()) {
        placed.push(Placed { text, column: next, across: 1, down: 1, goes_on: false, begins: false });
        next += 1;
    }
    placed
}

/// Finds how far down cells go. One that goes on from nothing is a cell of its own.
fn stack(rows: &mut [Vec<Placed>]) {
    // By column, where the cell that goes down there began, and how wide it is.
    let mut open: Vec<Option<(usize, usize, usize)>> = Vec::new();
    let mut spans: Vec<(usize, usize)> = Vec::new();
    for row in 0..rows.len() {
        let mut next: Vec<Option<(usize, usize, usize)>> = Vec::new();
        spans.clear();
        for (index, cell) in rows.get_mut(row).into_iter().flatten().enumerate() {
            let above = open.get(cell.column).copied().flatten().filter(|(_, _, across)| *across == cell.across);
            let start = match above {
                Some((first, at, _)) if cell.goes_on && row - first < LARGEST_SPAN => {
                    spans.push((first, at));
                    Some((first, at))
                }
                _ => {
                    let was_asked = cell.begins || cell.goes_on;
                    cell.goes_on = false;
                    was_asked.then_some((row, index))
                }
            };
            if let Some((first, at)) = start {
                next.resize((cell.column + 1).max(next.len()), None);
                if let Some(slot) = next.get_mut(cell.column) {
                    *slot = Some((first, at, cell.across));
                }
            }
        }
        for (first, at) in &spans {
            if let Some(cell) = rows.get_mut(*first).and_then(|cells| cells.get_mut(*at)) {
                cell.down += 1;
            }
        }
        open = next;
    }
}
