//! A table whose cells hold more than words: its rows in the order in which they show, and whether it is one or only places the text.

use super::limits::MOST_COLUMNS;
use super::piece::{Piece, give_counted, joined};
use super::{Document, Refusal, TableBuilder};
use crate::block::{Block, Content, Table};

/// A nested table with so many rows is read for itself; what holds it only places it.
const TALL: usize = 3;
/// A cell with so many characters is prose.
const LONG: usize = 200;
/// A cell over more columns than this covers as many as there are.
const WIDE: usize = 50;

/// A table as it is read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// The line above it.
    pub caption: String,
    /// Its groups of rows.
    pub groups: Vec<Group>,
    /// How many rows it has, or what is in it where it only places that.
    height: usize,
    places: bool,
}

/// A group of rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Where its rows show.
    pub kind: GroupKind,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
}

/// Where the rows of a group show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroupKind {
    /// Above all others (`thead`).
    Head,
    /// As they come.
    Body,
    /// Below all others (`tfoot`).
    Foot,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// What stands in it.
    pub pieces: Vec<Piece>,
    /// How many rows it covers; 0 for all that follow in its group.
    pub rows: usize,
    /// How many columns it covers.
    pub columns: usize,
    /// Whether its text only runs over the blank cells at its right.
    pub overflows: bool,
}

impl Cell {
    /// A cell of its own with nothing in it.
    pub fn blank() -> Self {
        Self { rows: 1, columns: 1, ..Self::default() }
    }
}

impl Grid {
    /// A table of these rows.
    pub fn of(rows: Vec<Vec<Cell>>) -> Self {
        let mut grid = Self { groups: vec![Group { kind: GroupKind::Body, rows }], ..Self::default() };
        grid.finish();
        grid
    }

    /// Puts the rows in order once all are read, and finds out what the table is.
    pub fn finish(&mut self) {
        let first = |kind| self.groups.iter().position(|group: &Group| group.kind == kind);
        // Only the first head and the first foot leave their places.
        if let Some(foot) = first(GroupKind::Foot) {
            let group = self.groups.remove(foot);
            self.groups.push(group);
        }
        if let Some(head) = self.groups.iter().position(|group| group.kind == GroupKind::Head) {
            let group = self.groups.remove(head);
            self.groups.insert(0, group);
        }
        let cells = || self.groups.iter().flat_map(|group| &group.rows).flatten();
        let rows = self.groups.iter().map(|group| group.rows.len()).sum::<usize>();
        let is_column = self.groups.iter().flat_map(|group| &group.rows).all(|row| row.len() <= 1);
        let inner = || cells().flat_map(|cell| &cell.pieces).filter_map(Piece::table);
        let tallest = inner().map(|grid| grid.height).max().unwrap_or(0);
        let (mut filled, mut long, mut numbers) = (0_usize, 0_usize, 0_usize);
        for cell in cells() {
            let characters: usize =
                cell.pieces.iter().filter_map(Piece::words).map(|words| words.chars().count()).sum();
            filled += usize::from(!cell.pieces.is_empty());
            long += usize::from(characters >= LONG);
            numbers += usize::from(matches!(cell.pieces.as_slice(), [Piece::Paragraph(words)] if is_number(words)));
        }
        let is_prose = long > 0 && long * 2 >= filled;
        // A column of figures out of a sheet is a table.
        let is_figures = rows > 1 && numbers == filled && filled > 0;
        self.places = (is_column && !is_figures) || tallest >= TALL || is_prose;
        self.height = if rows <= 1 || is_column { tallest.max(rows) } else { rows };
    }

    /// The table as text, a line a row.
    pub fn text(&self) -> String {
        let rows = self.groups.iter().flat_map(|group| &group.rows);
        let row = |row: &Vec<Cell>| row.iter().map(|cell| joined(&cell.pieces)).collect::<Vec<_>>().join("\t");
        let lines = rows.map(|cells| row(cells).trim().to_owned());
        lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
    }

    /// Adds the table to a document, or what is in it where it only places that.
    ///
    /// # Errors
    /// Where there is more than is read.
    pub(super) fn give(self, document: &mut Document, cells: &mut usize) -> Result<(), Refusal> {
        if self.places {
            document.paragraph(&self.caption);
            let mut inner = self.groups.into_iter().flat_map(|group| group.rows).flatten();
            return inner.try_for_each(|cell| give_counted(cell.pieces, document, cells));
        }
        let widest = self.groups.iter().flat_map(|group| &group.rows).map(|row| width(row)).max().unwrap_or(1);
        let mut table = TableBuilder::new();
        table.caption = self.caption;
        for group in self.groups {
            let count = group.rows.len();
            for (index, row) in group.rows.into_iter().enumerate() {
                let others = width(&row);
                table.row();
                for cell in row {
                    let below = count - index;
                    let rows = if cell.rows == 0 { below } else { cell.rows.min(below) };
                    let columns =
                        if cell.columns > WIDE { widest.saturating_sub(others).max(1) } else { cell.columns.max(1) };
                    let text = joined(&cell.pieces);
                    if cell.overflows {
                        table.cell(&text, rows, 1)?;
                        for _ in 1..columns.min(MOST_COLUMNS) {
                            table.cell("", rows, 1)?;
                        }
                    } else {
                        table.cell(&text, rows, columns)?;
                    }
                }
            }
        }
        let is_blank = |table: &Table| table.rows.iter().flatten().all(|cell| cell.content == Content::Blank);
        if let Some(table) = table.finish()?.filter(|table| !is_blank(table)) {
            *cells += table.rows.len().saturating_mul(table.widths.len());
            document.blocks.push(Block::Table(table));
        }
        Ok(())
    }
}

/// How many columns a row has, without cells that are as wide as the table.
fn width(row: &[Cell]) -> usize {
    row.iter().map(|cell| if cell.columns > WIDE { 0 } else { cell.columns.max(1) }).sum()
}

fn is_number(words: &str) -> bool {
    words.chars().any(|c| c.is_ascii_digit()) && words.chars().all(|c| c.is_ascii_digit() || ".,-+%−".contains(c))
}
