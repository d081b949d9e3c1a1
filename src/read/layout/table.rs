//! A ruled table with all its parts, also on further pages, as a table of the document.

use super::cell::text;
use super::grid::{Cell, Grid, grid};
use super::line::join;
use super::paragraph::is_numbered;
use super::piece::Piece;
use super::rules::{Frame, LOW, NEAR};
use crate::block::Table;
use crate::read::{Refusal, TableBuilder};

/// What a page has of a table.
#[derive(Clone, Debug)]
pub struct Part {
    /// Its rules.
    pub frame: Frame,
    /// Its text.
    pub pieces: Vec<Piece>,
}

/// A table with its parts below each other.
#[derive(Clone, Debug)]
pub struct Ruled {
    part: Part,
    /// Where a page ends within it.
    breaks: Vec<i64>,
}

impl Ruled {
    /// A table on one page.
    pub fn new(part: Part) -> Self {
        Self { part, breaks: Vec::new() }
    }

    /// Its first part.
    pub fn part(&self) -> &Part {
        &self.part
    }

    /// The part itself, to be added to the table that it goes on.
    pub fn into_part(self) -> Part {
        self.part
    }

    /// Whether a part on the next page has the same columns; some may not show, where all its cells are merged.
    pub fn goes_on(&self, next: &Part) -> bool {
        let near = |one: i64, other: i64| (one - other).abs() <= NEAR;
        let (mine, theirs) = (self.part.frame.columns(), next.frame.columns());
        let (few, many) = if mine.len() < theirs.len() { (&mine, &theirs) } else { (&theirs, &mine) };
        near(self.part.frame.left, next.frame.left)
            && near(self.part.frame.right, next.frame.right)
            && few.iter().all(|place| {
                let at = many.partition_point(|other| *other < *place - NEAR);
                many.get(at).is_some_and(|other| near(*other, *place))
            })
    }

    /// Adds the part on the next page.
    pub fn add(&mut self, mut next: Part) {
        let seam = self.part.frame.bottom;
        let by = seam - next.frame.top;
        next.frame.shift(by);
        next.pieces.iter_mut().for_each(|piece| piece.base += by);
        self.breaks.push(seam);
        self.part.frame.bottom = next.frame.bottom;
        self.part.frame.level.append(&mut next.frame.level);
        self.part.frame.upright.append(&mut next.frame.upright);
        self.part.pieces.append(&mut next.pieces);
    }

    /// The table, with how many places it has.
    ///
    /// # Errors
    /// Where it is larger than is read.
    pub fn table(self) -> Result<Option<(Table, usize)>, Refusal> {
        let Some(mut grid) = grid(&self.part.frame) else { return Err(crate::read::limits::too_large()) };
        self.part.pieces.into_iter().for_each(|piece| grid.put(piece));
        let rows = grid.ys.len().saturating_sub(1);
        let texts: Vec<String> = grid.cells.iter().map(|cell| text(&grid, cell)).collect();
        let mut table = Sewn { is_dropped: vec![false; rows], is_merged: vec![false; texts.len()], texts, grid };
        for seam in self.breaks {
            table.sew(seam);
        }
        let places = rows.saturating_mul(table.grid.xs.len());
        Ok(table.built()?.map(|table| (table, places)))
    }
}

/// Whether the words in a frame make it a table: those of a drawing or of a box around a page stand in one cell or beside it.
pub fn is_table(part: &Part) -> bool {
    let Some(mut grid) = grid(&part.frame) else { return false };
    part.pieces.iter().cloned().for_each(|piece| grid.put(piece));
    grid.cells.iter().filter(|cell| !cell.pieces.is_empty()).take(2).count() == 2
}

/// A table while it is put together where pages end.
#[derive(Debug)]
struct Sewn {
    grid: Grid,
    texts: Vec<String>,
    /// The rows that repeat the head of the table.
    is_dropped: Vec<bool>,
    /// The cells that are of one above.
    is_merged: Vec<bool>,
}

impl Sewn {
    fn text(&self, index: usize) -> &str {
        self.texts.get(index).map_or("", String::as_str)
    }

    /// The cells that begin in a row.
    fn row(&self, row: usize) -> std::ops::Range<usize> {
        let cells = &self.grid.cells;
        cells.partition_point(|cell| cell.row < row)..cells.partition_point(|cell| cell.row <= row)
    }

    fn cell(&self, index: usize) -> Option<&Cell> {
        self.grid.cells.get(index)
    }

    /// Puts together what a page's end parts: a head that is repeated, a cell over several rows, a row.
    fn sew(&mut self, seam: i64) {
        let at = self.grid.ys.partition_point(|y| *y < seam - LOW);
        let head = self.repeated(at);
        self.is_dropped.iter_mut().skip(at).take(head).for_each(|is_dropped| *is_dropped = true);
        let first = at + head;
        for row in [at.saturating_sub(1), first, first + 1] {
            let is_stub = self.is_stub(row);
            if let Some(is_dropped) = self.is_dropped.get_mut(row).filter(|_| is_stub) {
                *is_dropped = true;
            }
        }
        let above: Vec<usize> = (0..self.grid.cells.len())
            .filter(|index| self.cell(*index).is_some_and(|cell| cell.row_end == at))
            .collect();
        let pairs: Vec<(usize, usize)> = self
            .row(first)
            .filter_map(|below| {
                let cell = self.cell(below)?;
                let same = |upper: &&usize| {
                    self.cell(**upper)
                        .is_some_and(|upper| (upper.column, upper.column_end) == (cell.column, cell.column_end))
                };
                above.iter().find(same).map(|upper| (*upper, below))
            })
            .collect();
        let cells = self.row(first);
        let is_whole = self.is_row(&pairs, cells.len()) || self.is_head(at, cells, &pairs);
        for (upper, below) in pairs {
            if is_whole || self.is_one(upper, below) {
                self.merge(upper, below);
            }
        }
    }

    /// How many rows from a row on are those with which the table begins.
    fn repeated(&self, from: usize) -> usize {
        let rows = self.grid.ys.len().saturating_sub(1);
        let mut whole = 0;
        let mut end = from;
        for step in 0..from.min(rows.saturating_sub(from)) {
            let (one, other) = (self.row(step), self.row(from + step));
            let is_same = one.len() == other.len()
                && one.clone().zip(other.clone()).all(|(one, other)| {
                    self.text(one) == self.text(other)
                        && self.cell(one).zip(self.cell(other)).is_some_and(|(one, other)| {
                            (one.column, one.column_end) == (other.column, other.column_end)
                                && one.row_end - one.row == other.row_end - other.row
                        })
                });
            let ends = other.filter_map(|index| self.cell(index)).map(|cell| cell.row_end).max();
            end = end.max(ends.unwrap_or(end));
            if !is_same {
                break;
            }
            if end <= from + step + 1 {
                whole = step + 1;
            }
        }
        let has_words = (0..whole).flat_map(|row| self.row(row)).any(|index| !self.text(index).is_empty());
        if has_words { whole } else { 0 }
    }

    /// Whether a cell below a page's end is of the one above: a label over several rows goes on without words, or with its own.
    fn is_one(&self, upper: usize, below: usize) -> bool {
        let span = |index: usize| self.cell(index).map_or(1, |cell| cell.row_end - cell.row);
        if span(upper) == 1 && span(below) == 1 {
            return false;
        }
        let (above, text) = (self.text(upper), self.text(below));
        let is_label = |text: &str| text.chars().any(char::is_alphabetic);
        if text.is_empty() || text == above {
            return is_label(above);
        }
        is_label(text) && !is_numbered(text) && (above.is_empty() || is_label(above))
    }

    /// Whether a row is the rest of the one above: its label goes on, and it has no figures though the other has.
    fn is_row(&self, pairs: &[(usize, usize)], cells: usize) -> bool {
        let count = |is_upper: bool| {
            pairs.iter().filter(|(upper, below)| !self.text(if is_upper { *upper } else { *below }).is_empty()).count()
        };
        let words = pairs.iter().map(|(_, below)| self.text(*below)).find(|text| !text.is_empty());
        pairs.len() == cells
            && cells > 2
            && count(true) > 2
            && count(false) == 1
            && words.is_some_and(|words| words.chars().any(char::is_alphabetic) && !is_numbered(words))
            && pairs.iter().all(|(upper, below)| self.text(*below).is_empty() || !self.text(*upper).is_empty())
    }

    /// Whether a page ends within the head: no figures so far, and some of its cells are parted further down and others are not.
    fn is_head(&self, seam: usize, mut cells: std::ops::Range<usize>, pairs: &[(usize, usize)]) -> bool {
        let end = cells.end;
        let has_words = |index: usize| !self.text(index).chars().any(char::is_numeric);
        seam < 4
            && pairs.len() < cells.len()
            && (0..end).all(has_words)
            && cells.all(|index| !is_numbered(self.text(index)))
    }

    /// Whether nothing stands in what begins in a row, and the rest of it is of cells above: rules that end a little lower than
    /// others where a page ends.
    fn is_stub(&self, row: usize) -> bool {
        let cells = self.row(row);
        let columns = self.grid.xs.len().saturating_sub(1);
        let wide: usize =
            cells.clone().filter_map(|index| self.cell(index)).map(|cell| cell.column_end - cell.column).sum();
        wide < columns
            && cells.into_iter().all(|index| {
                self.text(index).is_empty() && self.cell(index).is_some_and(|cell| cell.row_end == row + 1)
            })
    }

    fn merge(&mut self, upper: usize, below: usize) {
        let Some(end) = self.cell(below).map(|cell| cell.row_end) else { return };
        let words = self.text(below).to_owned();
        if let Some(text) = self.texts.get_mut(upper).filter(|text| **text != words) {
            join(text, &words);
        }
        if let Some(cell) = self.grid.cells.get_mut(upper) {
            cell.row_end = end;
        }
        if let Some(is_merged) = self.is_merged.get_mut(below) {
            *is_merged = true;
        }
    }

    fn built(&self) -> Result<Option<Table>, Refusal> {
        let mut table = TableBuilder::new();
        let is_kept = |row: &usize| !self.is_dropped.get(*row).copied().unwrap_or(true);
        for row in (0..self.is_dropped.len()).filter(is_kept) {
            // A row of which all is merged into the one above is none.
            let cells = self.row(row);
            if !cells.is_empty()
                && cells.clone().all(|index| self.is_merged.get(index) == Some(&true))
                && self.is_single(cells)
            {
                continue;
            }
            table.row();
            for index in self.row(row).filter(|index| self.is_merged.get(*index) == Some(&false)) {
                let Some(cell) = self.cell(index) else { continue };
                let down = (cell.row..cell.row_end).filter(is_kept).count();
                table.cell(self.text(index), down, cell.column_end - cell.column)?;
            }
        }
        table.finish()
    }

    /// Whether cells fill their row by themselves and no other.
    fn is_single(&self, mut cells: std::ops::Range<usize>) -> bool {
        let columns = self.grid.xs.len().saturating_sub(1);
        let wide: usize =
            cells.clone().filter_map(|index| self.cell(index)).map(|cell| cell.column_end - cell.column).sum();
        wide == columns && cells.all(|index| self.cell(index).is_some_and(|cell| cell.row_end == cell.row + 1))
    }
}
