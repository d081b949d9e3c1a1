//! The rows and columns of a ruled table: a cell is what has rules around it and none within.

use super::piece::{Piece, halves, width_of};
use super::rules::{Frame, LOW, NEAR, Rule};
use crate::read::limits::{MOST_CELLS, MOST_COLUMNS};

/// A cell, from row and column up to others that are no longer of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// The first row.
    pub row: usize,
    /// The row after the last.
    pub row_end: usize,
    /// The first column.
    pub column: usize,
    /// The column after the last.
    pub column_end: usize,
    /// What stands in it.
    pub pieces: Vec<Piece>,
}

/// The cells of a table, row by row. They fill it, and none is over another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// Where the columns begin, and where the last ends.
    pub xs: Vec<i64>,
    /// Where the rows begin, and where the last ends.
    pub ys: Vec<i64>,
    /// The cells.
    pub cells: Vec<Cell>,
    /// Which cell covers each place, row by row.
    pub(super) owners: Vec<usize>,
}

/// The cells that the rules of a frame part; nothing where there are more than are read.
pub fn grid(frame: &Frame) -> Option<Grid> {
    let (xs, ys) = (frame.columns(), frame.rows());
    let (columns, rows) = (xs.len().checked_sub(1)?, ys.len().checked_sub(1)?);
    if columns > MOST_COLUMNS || columns.checked_mul(rows)? > MOST_CELLS {
        return None;
    }
    let below = drawn(&frame.level, LOW, &ys, &xs, NEAR);
    let beside = drawn(&frame.upright, NEAR, &xs, &ys, LOW);
    // Whether there is a rule above a row in a column, or before a column in a row.
    let above = |row: usize, column: usize| row == rows || below.get(row * columns + column).copied().unwrap_or(true);
    let before =
        |row: usize, column: usize| column == columns || beside.get(column * rows + row).copied().unwrap_or(true);
    let free = usize::MAX;
    let mut owners = vec![free; rows * columns];
    let mut cells = Vec::new();
    for row in 0..rows {
        for column in 0..columns {
            if owners.get(row * columns + column) != Some(&free) {
                continue;
            }
            let is_free = |row: usize, column: usize| owners.get(row * columns + column) == Some(&free);
            let mut column_end = column + 1;
            while column_end < columns && !before(row, column_end) && is_free(row, column_end) {
                column_end += 1;
            }
            let mut row_end = row + 1;
            let is_open = |row: usize| {
                (column..column_end).all(|at| !above(row, at) && is_free(row, at))
                    && (column + 1..column_end).all(|at| !before(row, at))
            };
            while row_end < rows && is_open(row_end) {
                row_end += 1;
            }
            for covered in row..row_end {
                for at in column..column_end {
                    if let Some(owner) = owners.get_mut(covered * columns + at) {
                        *owner = cells.len();
                    }
                }
            }
            cells.push(Cell { row, row_end, column, column_end, pieces: Vec::new() });
        }
    }
    Some(Grid { xs, ys, cells, owners })
}

/// Which stretches between neighbouring `ends` are drawn at each of the `lies`; how near is the same is given for both.
fn drawn(rules: &[Rule], near: i64, lies: &[i64], ends: &[i64], near_end: i64) -> Vec<bool> {
    let stretches = ends.len().saturating_sub(1);
    let mut drawn = vec![false; lies.len() * stretches];
    for rule in rules {
        let at = lies.partition_point(|place| *place + near < rule.at);
        let first = ends.partition_point(|end| *end + near_end * 2 < rule.from);
        for (stretch, pair) in ends.windows(2).enumerate().skip(first) {
            let [from, to] = *pair else { break };
            if from > rule.to {
                break;
            }
            // A rule may end a little short of the corner, but a line under some words is no rule.
            let aside = near_end.max((to - from) / 10);
            if rule.from <= from + aside
                && rule.to >= to - aside
                && let Some(is_drawn) = drawn.get_mut(at * stretches + stretch)
            {
                *is_drawn = true;
            }
        }
    }
    drawn
}

impl Grid {
    fn columns(&self) -> usize {
        self.xs.len().saturating_sub(1)
    }

    /// The cell at a point; of one outside, the nearest.
    fn at(&self, (x, y): (i64, i64)) -> Option<usize> {
        let place = |all: &[i64], at: i64| {
            all.partition_point(|place| *place <= at).saturating_sub(1).min(all.len().saturating_sub(2))
        };
        self.owners.get(place(&self.ys, y) * self.columns() + place(&self.xs, x)).copied()
    }

    /// Where the cell begins and ends, across.
    pub fn sides(&self, cell: &Cell) -> (i64, i64) {
        let side = |column: usize| self.xs.get(column).copied().unwrap_or_default();
        (side(cell.column), side(cell.column_end))
    }

    /// Puts a piece where it stands. One that runs on into the next cell is cut there, where it has a blank.
    pub fn put(&mut self, mut piece: Piece) {
        // A piece is cut at most once for each column, and becomes shorter each time.
        for _ in 0..self.xs.len() {
            let (_, y) = piece.middle();
            let Some(index) = self.at((piece.left + piece.size / 4, y)) else { return };
            let end = self.cells.get(index).map_or(i64::MAX, |cell| self.sides(cell).1);
            let rest = if piece.right > end + piece.size / 2 { cut(&mut piece, end) } else { None };
            let Some(rest) = rest else { break };
            if let Some(cell) = self.cells.get_mut(index) {
                cell.pieces.push(piece);
            }
            piece = rest;
        }
        if let Some(cell) = self.at(piece.middle()).and_then(|index| self.cells.get_mut(index)) {
            cell.pieces.push(piece);
        }
    }
}

/// Cuts a piece at the blank that is next to a place, not farther than two letters; what follows is given back.
fn cut(piece: &mut Piece, place: i64) -> Option<Piece> {
    let (length, all) = (piece.right - piece.left, width_of(&piece.text).max(1));
    let mut passed = 0;
    let mut best: Option<(i64, usize, i64)> = None;
    for (index, letter) in piece.text.char_indices() {
        if letter.is_whitespace() {
            let at = piece.left + length * passed / all;
            let distance = (at - place).abs();
            if best.is_none_or(|(nearest, _, _)| distance < nearest) {
                best = Some((distance, index, at));
            }
        }
        passed += halves(letter);
    }
    let (_, index, at) = best.filter(|(distance, _, _)| *distance <= piece.size * 2)?;
    let rest = piece.text.split_off(index);
    let words = rest.trim_start().to_owned();
    if words.is_empty() || piece.text.is_empty() {
        piece.text.push_str(&rest);
        return None;
    }
    let left = (piece.right - length * width_of(&words) / all).max(place);
    let cut = Piece { left, text: words, ..piece.clone() };
    piece.right = at.min(place);
    Some(cut)
}

#[cfg(test)]
mod tests {
    use super::super::rules::frames;
    use super::*;

    fn piece(left: i64, base: i64, text: &str) -> Piece {
        let right = left + width_of(text) * 5000;
        Piece { left, right, base, size: 10_000, text: text.to_owned(), is_turned: false }
    }

    fn spans(grid: &Grid) -> Vec<[usize; 4]> {
        grid.cells.iter().map(|cell| [cell.row, cell.row_end, cell.column, cell.column_end]).collect()
    }

    /// Two rows and three columns; the first cell is merged down, the two beside it across.
    fn merged() -> Grid {
        let rules = [
            [0, 0, 90_000, 0],
            [30_000, 20_000, 90_000, 20_000],
            [0, 40_000, 90_000, 40_000],
            [0, 0, 0, 40_000],
            [30_000, 0, 30_000, 40_000],
            [60_000, 20_000, 60_000, 40_000],
            [90_000, 0, 90_000, 40_000],
        ];
        grid(&frames(&rules)[0]).expect("a table")
    }

    #[test]
    fn a_rule_that_is_missing_merges_cells() {
        assert_eq!(spans(&merged()), [[0, 2, 0, 1], [0, 1, 1, 3], [1, 2, 1, 2], [1, 2, 2, 3]]);
    }

    #[test]
    fn a_line_under_words_parts_no_cell() {
        let mut frame = frames(&[
            [0, 0, 90_000, 0],
            [0, 40_000, 90_000, 40_000],
            [0, 0, 0, 40_000],
            [50_000, 0, 50_000, 40_000],
            [90_000, 0, 90_000, 40_000],
            [0, 20_000, 30_000, 20_000],
        ])
        .remove(0);
        frame.level.sort_unstable();
        assert_eq!(grid(&frame).expect("a table").cells.iter().filter(|cell| cell.column == 0).count(), 1);
    }

    #[test]
    fn pieces_go_where_their_middle_is() {
        let mut grid = merged();
        grid.put(piece(31_000, 35_000, "5"));
        grid.put(piece(61_000, 17_000, "合计"));
        let texts: Vec<usize> = grid.cells.iter().map(|cell| cell.pieces.len()).collect();
        assert_eq!(texts, [0, 1, 1, 0]);
    }

    #[test]
    fn a_piece_over_several_cells_is_cut_at_its_blanks() {
        let mut grid = merged();
        grid.put(Piece { right: 80_000, ..piece(40_000, 35_000, "12 34") });
        let texts: Vec<String> =
            grid.cells.iter().flat_map(|cell| &cell.pieces).map(|piece| piece.text.clone()).collect();
        assert_eq!(texts, ["12", "34"]);
        assert_eq!(grid.cells[3].pieces.len(), 1);
    }
}
