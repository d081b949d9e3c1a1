//! A table as it is printed: heads on many levels, and the cells that take a value.
//!
//! One grid serves the editor, the report, and what is pasted or read from a file.

use std::borrow::Cow;

use super::{Formula, Key, Place};
use crate::block::{Role, each_cell};

/// A table as it is printed. A cell that spans rows stands in its first row only.
#[derive(Clone, Debug)]
pub struct Grid {
    /// The relative widths of the columns.
    pub widths: Vec<u16>,
    /// The rows from top to bottom.
    pub rows: Vec<Vec<Cell>>,
    /// How many of the first rows head the table.
    pub head_rows: usize,
    /// The rows above which a line parts two groups, counted from 0.
    pub group_lines: Vec<usize>,
}

/// A cell of a grid.
#[derive(Clone, Debug)]
pub struct Cell {
    /// Where what it shows comes from.
    pub source: Source,
    /// How many rows it covers.
    pub row_span: u16,
    /// How many columns it covers.
    pub column_span: u16,
    /// What it is to the others.
    pub role: Role,
}

/// Where what a cell shows comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// The form's own words.
    Words(Cow<'static, str>),
    /// What is typed: a value, or the sum of its parts where nobody did; the name of a category of proposals.
    Place(Place),
    /// A value that follows from others and is never typed.
    Formula(Formula),
}

impl Cell {
    /// A head of columns.
    pub fn column_head(text: impl Into<Cow<'static, str>>) -> Self {
        Self { source: Source::Words(text.into()), row_span: 1, column_span: 1, role: Role::ColumnHead }
    }

    /// A head of rows.
    pub fn row_head(text: impl Into<Cow<'static, str>>) -> Self {
        Self { role: Role::RowHead, ..Self::column_head(text) }
    }

    /// The cell in which a value is typed.
    pub fn typed(place: Place) -> Self {
        Self { source: Source::Place(place), row_span: 1, column_span: 1, role: Role::Value }
    }

    /// The cell of a figure.
    pub fn figure(key: Key) -> Self {
        Self::typed(Place::Cell(key))
    }

    /// A value that follows from others and is never typed (比上年, 百分比).
    pub fn formula(formula: Formula) -> Self {
        Self { source: Source::Formula(formula), row_span: 1, column_span: 1, role: Role::Value }
    }

    /// A cell in which nothing can stand.
    pub fn empty() -> Self {
        Self { role: Role::Value, ..Self::column_head("") }
    }

    /// The same cell over so many columns.
    #[must_use]
    pub fn across(self, columns: usize) -> Self {
        Self { column_span: u16::try_from(columns).unwrap_or(1).max(1), ..self }
    }

    /// The same cell over so many rows.
    #[must_use]
    pub fn down(self, rows: usize) -> Self {
        Self { row_span: u16::try_from(rows).unwrap_or(1).max(1), ..self }
    }
}

impl Grid {
    /// The places where something is typed, from left to right and top to bottom, with the row and the first column.
    pub fn places(&self) -> Vec<(Place, usize, usize)> {
        let mut found = Vec::new();
        self.each_cell(|cell, row, column| {
            if let Source::Place(place) = cell.source {
                found.push((place, row, column));
            }
        });
        found
    }

    /// Visits every cell with the row and the column where it begins, spans above and beside taken into account.
    pub fn each_cell<'a>(&'a self, visit: impl FnMut(&'a Cell, usize, usize)) {
        each_cell(&self.rows, self.widths.len(), |cell| (cell.row_span, cell.column_span), visit);
    }

    /// Whether every row fills the width exactly, spans counted: what the editor and the writers rely on.
    pub fn is_rectangular(&self) -> bool {
        let mut filled = vec![vec![0_u8; self.widths.len()]; self.rows.len()];
        let mut inside = true;
        self.each_cell(|cell, row, column| {
            for down in row..row + usize::from(cell.row_span) {
                for across in column..column + usize::from(cell.column_span) {
                    match filled.get_mut(down).and_then(|r| r.get_mut(across)) {
                        Some(count) => *count += 1,
                        None => inside = false,
                    }
                }
            }
        });
        inside && filled.iter().flatten().all(|count| *count == 1)
    }
}
