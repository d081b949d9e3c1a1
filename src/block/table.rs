//! A table of a report, with its grid: spans, roles, widths, heads, lines between groups.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Number;

/// A table as it is printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// The table's name (`applications`, `history` …); empty for one that nobody has named, as when it was read from a file.
    pub id: String,
    /// The line above it; empty for a table that its heading names.
    pub caption: String,
    /// The relative widths of the columns, for those who draw on paper.
    pub widths: Vec<u16>,
    /// How many of the first rows are repeated on a further page.
    pub head_rows: usize,
    /// The rows above which a line parts two groups, counted from 0.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub group_lines: Vec<usize>,
    /// The rows; a cell that spans rows stands in its first.
    pub rows: Vec<Vec<TableCell>>,
}

impl Table {
    /// Visits every cell with the row and the column where it begins, from left to right and top to bottom.
    pub fn each_cell<'a>(&'a self, visit: impl FnMut(&'a TableCell, usize, usize)) {
        each_cell(&self.rows, self.widths.len(), |cell| (cell.row_span, cell.column_span), visit);
    }

    /// Its rows below the head in words, for those who cannot see it or what is drawn of it.
    pub fn in_words(&self) -> String {
        let rows = self.rows.iter().skip(self.head_rows);
        let words =
            |row: &Vec<TableCell>| row.iter().map(|cell| cell.content.to_string()).collect::<Vec<_>>().join(" ");
        rows.map(words).collect::<Vec<_>>().join("；")
    }
}

/// Visits every cell of a table with the row and the column where it begins, spans above and beside taken into account. `spans` is how
/// many rows and columns a cell covers.
pub fn each_cell<'a, T>(
    rows: &'a [Vec<T>],
    columns: usize,
    spans: impl Fn(&T) -> (u16, u16),
    mut visit: impl FnMut(&'a T, usize, usize),
) {
    let mut covered = vec![0_u16; columns];
    for (row, cells) in rows.iter().enumerate() {
        let mut cells = cells.iter();
        let mut column = 0;
        while let Some(below) = covered.get_mut(column) {
            if *below > 0 {
                *below -= 1;
                column += 1;
                continue;
            }
            let Some(cell) = cells.next() else { break };
            visit(cell, row, column);
            let (down, across) = spans(cell);
            for span in covered.iter_mut().skip(column).take(usize::from(across)) {
                *span = down.saturating_sub(1);
            }
            column += usize::from(across.max(1));
        }
        // What is left of the row is covered from above, or missing.
        for below in covered.iter_mut().skip(column) {
            *below = below.saturating_sub(1);
        }
    }
}

/// A cell of a printed table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableCell {
    /// What it shows.
    pub content: Content,
    /// Whether it heads a column or a row, or holds a value.
    pub role: Role,
    /// How many rows it covers, at least 1.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub row_span: u16,
    /// How many columns it covers, at least 1.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub column_span: u16,
    /// The cells of this table of which its number is the sum, by row and column counted from 0; none for any other cell, nor for
    /// a total that somebody stated otherwise.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<(u16, u16)>,
    /// Whether it is written from top to bottom though it covers few rows: what is left of such a label where its table goes on overleaf.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub upright: bool,
}

impl TableCell {
    /// A cell that covers no others.
    pub fn single(content: Content, role: Role) -> Self {
        Self { content, role, row_span: 1, column_span: 1, parts: Vec::new(), upright: false }
    }

    /// Whether a head over so many rows is written from top to bottom.
    pub fn is_upright(row_span: u16) -> bool {
        row_span > 10
    }
}

fn one() -> u16 {
    1
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
fn is_one(span: &u16) -> bool {
    *span == 1
}

/// What a cell shows.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Content {
    /// Nothing, which is not 0.
    #[default]
    Blank,
    /// Words; also what was typed where a number belongs and is none.
    Text(String),
    /// A number.
    Number(Number),
}

impl Content {
    /// Words, or a blank where there are none.
    pub fn text(words: impl Into<String>) -> Self {
        let words = words.into();
        if words.is_empty() { Self::Blank } else { Self::Text(words) }
    }
}

/// What stands on paper.
impl fmt::Display for Content {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Blank => Ok(()),
            Self::Text(words) => f.write_str(words),
            Self::Number(number) => number.fmt(f),
        }
    }
}

/// What a cell of a table is to the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The head of one or more columns.
    ColumnHead,
    /// The head of one or more rows.
    RowHead,
    /// A value.
    Value,
}
