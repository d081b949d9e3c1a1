//! Which cell of the table each pasted square belongs to: by the labels that came along, or else by position.

use super::squares::Squares;
use crate::block::Role;
use crate::form::{Cell, Grid, Place, Source, other_words};
use crate::sheet::{Layout, Placed, Region};
use crate::text::{ordinary, unnumbered};
use crate::value::half_width;

/// A pasted square and the cell it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target {
    /// The cell.
    pub place: Place,
    /// The row of the square.
    pub row: usize,
    /// The column of the square.
    pub column: usize,
}

/// Where what was pasted belongs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Aligned {
    /// The squares that belong to a cell.
    pub targets: Vec<Target>,
    /// The squares with a value that belong to none: beside the table, or under a label that it does not have.
    pub outside: Vec<(usize, usize)>,
    /// How many squares are labels, which only say where the others belong.
    pub labels: usize,
    /// Whether labels said where the rows belong.
    pub by_labels: bool,
}

/// Aligns squares with a table in which a region is selected.
pub fn align(grid: &Grid, layout: &Layout, squares: &Squares, selected: Region) -> Aligned {
    let (rows, columns) = squares.size();
    let first = squares.label_columns();
    let has_values = |row: usize| (first..columns).any(|column| squares.has_value(row, column));
    let is_heads = |row: usize| !has_values(row) && (first..columns).any(|column| squares.label(row, column).is_some());
    let labels = (0..rows)
        .flat_map(|row| (0..columns).map(move |column| (row, column)))
        .filter(|(row, column)| (*column < first || is_heads(*row)) && squares.label(*row, *column).is_some())
        .count();
    let mut aligned = Aligned { labels, ..Aligned::default() };
    let data: Vec<usize> = (0..rows).filter(|row| has_values(*row)).collect();
    let heads = Heads { grid, layout };
    let matched = heads.rows_of(squares, &data, first);
    aligned.by_labels = matched.iter().flatten().count() * 2 > data.len().saturating_sub(1);
    if aligned.by_labels {
        for (row, to) in data.iter().copied().zip(matched) {
            let Some(to) = to else {
                aligned.outside.extend((first..columns).filter(|c| squares.has_value(row, *c)).map(|c| (row, c)));
                continue;
            };
            let above =
                |column: usize| (0..row).rev().filter(|row| is_heads(*row)).find_map(|row| squares.label(row, column));
            heads.place_row(squares, (row, first), to, selected.left, &above, &mut aligned);
        }
        return aligned;
    }
    let top = (0..rows).find(|row| !is_heads(*row)).unwrap_or(rows);
    by_position(layout, squares, (top, first), selected, &mut aligned);
    aligned
}

/// Puts squares where they lie, from the first cell of what is selected. Where the selection is a multiple of them, it is filled.
fn by_position(layout: &Layout, squares: &Squares, from: (usize, usize), selected: Region, aligned: &mut Aligned) {
    let (rows, columns) = squares.size();
    let size = (rows.saturating_sub(from.0), columns.saturating_sub(from.1));
    let room = (selected.bottom.saturating_sub(selected.top), selected.right.saturating_sub(selected.left));
    let fits = |size: usize, room: usize| size > 0 && room > size && room.is_multiple_of(size);
    let is_filled = (fits(size.0, room.0) || size.0 == room.0) && (fits(size.1, room.1) || size.1 == room.1);
    let (down, across) = if is_filled { room } else { size };
    for (r, c) in (0..down).flat_map(|r| (0..across).map(move |c| (r, c))) {
        let (row, column) = (from.0 + r % size.0, from.1 + c % size.1);
        let Some(words) = squares.at(row, column) else { continue };
        let (top, left) = (selected.top + r, selected.left + c);
        let cell = layout.at(top, left).filter(|cell| (cell.area.top, cell.area.left) == (top, left));
        match cell.and_then(|cell| cell.place) {
            Some(place) => aligned.targets.push(Target { place, row, column }),
            // A sum of other cells that nobody types.
            None if cell.is_some_and(|cell| cell.is_value) => {}
            None if !words.trim().is_empty() => aligned.outside.push((row, column)),
            None => {}
        }
    }
}

/// The labels of a grid.
struct Heads<'a> {
    grid: &'a Grid,
    layout: &'a Layout,
}

impl<'a> Heads<'a> {
    fn cell(&self, placed: &Placed) -> Option<&'a Cell> {
        self.grid.rows.get(placed.index.0)?.get(placed.index.1)
    }

    fn words(&self, placed: &Placed, role: Role) -> Option<&'a str> {
        match self.cell(placed)? {
            Cell { source: Source::Words(words), role: is, .. } if *is == role && !words.is_empty() => Some(words),
            _ => None,
        }
    }

    /// The values of a row from left to right.
    fn values(&self, row: usize) -> Vec<Placed> {
        self.layout.cells().iter().filter(|cell| cell.area.top == row && cell.is_value).copied().collect()
    }

    /// The words by which a row is known: the last head in it, and what other years call it.
    fn names(&self, row: usize) -> Vec<String> {
        let mut own = self.layout.cells().iter().rev().filter(|cell| cell.area.top == row);
        let own = own.find_map(|cell| self.words(cell, Role::RowHead).filter(|words| !self.is_unit(words)));
        let figure = self.values(row).first().and_then(|cell| cell.place).map(|place| place.to_string());
        let others = figure.iter().flat_map(|name| other_words(name));
        own.map(plain).into_iter().chain(others.map(plain)).collect()
    }

    /// Whether words are a unit of the table's figures, which stands beside the label and is none.
    fn is_unit(&self, words: &str) -> bool {
        self.grid.places().iter().any(|(place, ..)| place.unit() == words.trim())
    }

    /// The words over a cell: of the nearest head above it.
    fn over(&self, cell: &Placed) -> Option<String> {
        let mut above = (0..cell.area.top).rev().filter_map(|row| self.layout.at(row, cell.area.left));
        above.find_map(|head| self.words(head, Role::ColumnHead)).map(plain)
    }

    /// The row of the table to which each pasted row belongs. Rows come in the table's order, so that of two rows with the same
    /// label the next one below is meant.
    fn rows_of(&self, squares: &Squares, data: &[usize], first: usize) -> Vec<Option<usize>> {
        let known: Vec<(usize, Vec<String>)> = (0..self.grid.rows.len())
            .filter(|row| !self.values(*row).is_empty())
            .map(|row| (row, self.names(row)))
            .collect();
        let mut last = None;
        let find = |row: &usize| {
            let label = (0..first)
                .rev()
                .find_map(|column| squares.label(*row, column).filter(|words| !self.is_unit(words)))
                .map(plain)?;
            // The same words before those that are only alike, and the rows below the last one before the others.
            let named = |is: fn(&str, &str) -> bool, from: usize| {
                let is_named = |names: &Vec<String>| names.iter().any(|name| is(name, &label));
                known.iter().find(|(row, names)| *row >= from && is_named(names)).map(|(row, _)| *row)
            };
            let below = last.map_or(0, |last: usize| last + 1);
            let in_order = || named(same, below).or_else(|| named(alike, below));
            let to = in_order().or_else(|| named(same, 0)).or_else(|| named(alike, 0))?;
            last = Some(to);
            Some(to)
        };
        data.iter().map(find).collect()
    }

    /// Gives the squares of a row to the cells of a row of the table: by the heads above both, or one after the other.
    fn place_row<'s>(
        &self,
        squares: &'s Squares,
        (row, first): (usize, usize),
        to: usize,
        left: usize,
        above: &dyn Fn(usize) -> Option<&'s str>,
        aligned: &mut Aligned,
    ) {
        let cells = self.values(to);
        let own: Vec<usize> = (first..squares.size().1).filter(|column| squares.at(row, *column).is_some()).collect();
        // A name that stands over several columns, as 结果维持 does, is the next one's that is not taken yet.
        let over: Vec<Option<String>> = cells.iter().map(|cell| self.over(cell)).collect();
        let mut taken = vec![false; cells.len()];
        let mut find = |column: &usize| {
            let label = above(*column).map(plain)?;
            let free = |is: fn(&str, &str) -> bool| {
                let mut all = over.iter().zip(&taken);
                all.position(|(name, taken)| !taken && name.as_ref().is_some_and(|name| is(name, &label)))
            };
            let at = free(same).or_else(|| free(alike))?;
            *taken.get_mut(at)? = true;
            cells.get(at)
        };
        let named: Vec<Option<&Placed>> = own.iter().map(&mut find).collect();
        let has_names = named.iter().any(Option::is_some);
        let used = own.iter().rposition(|column| squares.has_value(row, *column)).map_or(0, |last| last + 1);
        // All columns of the table, all but the totals, or so many from the selected one on.
        let is_whole = own.len() == cells.len() || used == cells.len() || used + 1 == cells.len();
        let start = if is_whole { 0 } else { cells.iter().position(|cell| cell.area.left >= left).unwrap_or(0) };
        for (nth, (column, named)) in own.iter().copied().zip(named).enumerate() {
            let cell = if has_names { named } else { cells.get(start + nth) };
            match cell.map(|cell| cell.place) {
                Some(Some(place)) => aligned.targets.push(Target { place, row, column }),
                None if squares.has_value(row, column) => aligned.outside.push((row, column)),
                // A sum of other cells that nobody types, or nothing at all.
                Some(None) | None => {}
            }
        }
    }
}

/// The letters and digits of a label: without its numbering, what is put in brackets behind it, marks and blanks.
fn plain(words: &str) -> String {
    let (ordinary, _) = ordinary(words);
    let half = half_width(&ordinary);
    let bare = unnumbered(half.trim());
    let bare = bare.find(['(', '（']).filter(|at| *at > 0).and_then(|at| bare.get(..at)).unwrap_or(bare);
    bare.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Whether two labels are the same.
fn same(own: &str, other: &str) -> bool {
    !own.is_empty() && own == other
}

/// Whether two labels are the same, or one is the beginning or the end of the other and long enough to be meant.
fn alike(own: &str, other: &str) -> bool {
    let is_part =
        |short: &str, long: &str| short.chars().count() >= 4 && (long.starts_with(short) || long.ends_with(short));
    !own.is_empty() && (own == other || is_part(own, other) || is_part(other, own))
}

#[cfg(test)]
mod tests;
