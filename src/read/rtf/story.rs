//! A text of an RTF document with its paragraphs and tables: the body, a head of the pages, a note, a text box.

use super::row::{Row, Shape, table};
use crate::read::limits::{DEEPEST, MOST_CELLS, MOST_PARAGRAPHS, too_large};
use crate::read::piece::{Piece, numbered};
use crate::read::{LeftKind, Refusal};

/// A text while it is read.
#[derive(Debug)]
pub struct Story {
    /// What it is.
    pub kind: StoryKind,
    /// The paragraph that is being read.
    pub line: String,
    /// Its number in a list.
    pub number: String,
    /// What the next row says of its cells.
    pub shape: Shape,
    /// The same for a row of a table within a table, which says it at its end.
    pub inner: Shape,
    /// Whether such a row has begun and not ended.
    pub in_row: bool,
    pieces: Vec<Piece>,
    /// The tables that are open, each in a cell of the one before.
    levels: Vec<Level>,
    cells: usize,
}

/// What a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoryKind {
    /// The text itself.
    Body,
    /// What stands in a box in the text.
    Box,
    /// A note at the foot of a page or the end of the document.
    Note,
    /// What is no part of the text.
    Apart(LeftKind),
}

#[derive(Debug, Default)]
struct Level {
    rows: Vec<Row>,
    cells: Vec<Vec<Piece>>,
    cell: Vec<Piece>,
}

impl Story {
    /// A text of this kind.
    pub fn new(kind: StoryKind) -> Self {
        Self {
            kind,
            line: String::new(),
            number: String::new(),
            shape: Shape::default(),
            inner: Shape::default(),
            in_row: false,
            pieces: Vec::new(),
            levels: Vec::new(),
            cells: 0,
        }
    }

    /// Ends a paragraph that stands in so many tables.
    ///
    /// # Errors
    /// Where there is more than is read.
    pub fn end_line(&mut self, depth: usize) -> Result<(), Refusal> {
        // Without `\intbl` a paragraph between the beginning and the end of a row is in it.
        let depth = if depth == 0 && self.in_row && !self.shape.cells.is_empty() { 1 } else { depth };
        let line = std::mem::take(&mut self.line);
        let number = std::mem::take(&mut self.number);
        let text = line.trim();
        let pieces = self.pieces_at(depth)?;
        if !text.is_empty() {
            pieces.push(Piece::Paragraph(numbered(number.trim(), text)));
        }
        if pieces.len() > MOST_PARAGRAPHS { Err(too_large()) } else { Ok(()) }
    }

    /// Ends a cell of the table at this depth, from 1.
    ///
    /// # Errors
    /// Where there is more than is read.
    pub fn end_cell(&mut self, depth: usize) -> Result<(), Refusal> {
        self.end_line(depth.max(1))?;
        self.cells += 1;
        if self.cells > MOST_CELLS {
            return Err(too_large());
        }
        if let Some(level) = self.levels.last_mut() {
            let cell = std::mem::take(&mut level.cell);
            level.cells.push(cell);
        }
        Ok(())
    }

    /// Ends a row of the table at this depth, from 1.
    ///
    /// # Errors
    /// Where there is more than is read.
    pub fn end_row(&mut self, depth: usize) -> Result<(), Refusal> {
        self.in_row = false;
        if !self.line.trim().is_empty() {
            self.end_cell(depth)?;
        }
        self.pieces_at(depth.max(1))?;
        let shape = if depth > 1 { &self.inner } else { &self.shape };
        if let Some(level) = self.levels.last_mut() {
            let mut cells = std::mem::take(&mut level.cells);
            let rest = std::mem::take(&mut level.cell);
            if !rest.is_empty() {
                cells.push(rest);
            }
            if !cells.is_empty() {
                // A row may say of more cells than it has.
                self.cells += shape.cells.len().saturating_sub(cells.len());
                level.rows.push(Row { shape: shape.clone(), cells });
            }
        }
        if self.cells > MOST_CELLS {
            return Err(too_large());
        }
        Ok(())
    }

    /// Adds pieces that stand beside the paragraph that is being read.
    ///
    /// # Errors
    /// Where there is more than is read.
    pub fn add(&mut self, depth: usize, pieces: Vec<Piece>) -> Result<(), Refusal> {
        self.pieces_at(depth)?.extend(pieces);
        Ok(())
    }

    /// All that was read.
    ///
    /// # Errors
    /// Where there is more than is read.
    pub fn finish(mut self) -> Result<Vec<Piece>, Refusal> {
        self.in_row = false;
        self.end_line(self.levels.len().min(usize::from(self.has_open_row())))?;
        self.close_levels(0)?;
        Ok(self.pieces)
    }

    /// Whether the file breaks off in a row.
    fn has_open_row(&self) -> bool {
        self.levels.first().is_some_and(|level| !level.cells.is_empty())
    }

    /// Where the pieces of a paragraph in so many tables go. Deeper tables end.
    fn pieces_at(&mut self, depth: usize) -> Result<&mut Vec<Piece>, Refusal> {
        let depth = depth.min(DEEPEST);
        self.close_levels(depth)?;
        while self.levels.len() < depth {
            self.levels.push(Level::default());
        }
        Ok(self.levels.last_mut().map_or(&mut self.pieces, |level| &mut level.cell))
    }

    fn close_levels(&mut self, depth: usize) -> Result<(), Refusal> {
        while self.levels.len() > depth {
            let Some(mut level) = self.levels.pop() else { break };
            if !level.cells.is_empty() {
                level.rows.push(Row { shape: self.shape.clone(), cells: level.cells });
            }
            let mut pieces = Vec::new();
            if !level.rows.is_empty() {
                pieces.push(Piece::Table(table(level.rows)?));
            }
            pieces.append(&mut level.cell);
            self.levels.last_mut().map_or(&mut self.pieces, |outer| &mut outer.cell).append(&mut pieces);
        }
        Ok(())
    }
}
