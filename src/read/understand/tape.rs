//! All text of a document on one tape, white space left out, so that labels and figures are found however a file parts them.

use std::ops::Range;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::bars::{Bars, is_bar};
use super::simplify::simplified;
use crate::block::{Block, Table, TableCell, unstyled};
use crate::value::half_width;

/// Where words of a document stand: the block, the cell where it is a table, and the bytes of its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The index of the block.
    pub block: usize,
    /// The row and the index among the cells of that row.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cell: Option<(usize, usize)>,
    /// The bytes of the text of the paragraph or the cell.
    pub range: Range<usize>,
}

/// What parts two letters: the widest of what stands between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// Nothing.
    None,
    /// White space.
    Blank,
    /// The end of a line within a cell.
    Line,
    /// The end of a cell, or a bar between two.
    Cell,
    /// The end of a row.
    Row,
    /// The end of a block.
    Block,
}

/// A letter on the tape.
#[derive(Clone, Copy, Debug)]
pub struct Letter {
    /// The letter as labels have it: half-width, simplified. [`BLANK_CELL`] stands for a cell with nothing in it.
    pub plain: char,
    /// What parts it from the letter before.
    pub gap: Gap,
    /// The text it stands in.
    unit: u32,
    /// Its first byte there.
    byte: u32,
    /// How many bytes it has.
    length: u8,
}

/// From so many tabs on a line is a row of cells.
const FEWEST_TABS: usize = 3;

/// What stands on the tape for a cell that is blank.
pub const BLANK_CELL: char = '\u{0}';

/// A text of the document: a paragraph or a cell.
#[derive(Clone, Copy, Debug)]
pub struct Unit {
    /// The index of its block.
    pub block: usize,
    /// The row and the index in the row, where it is a cell.
    pub cell: Option<(usize, usize)>,
    /// The column in which a cell begins.
    pub column: usize,
}

impl Unit {
    fn paragraph(block: usize) -> Self {
        Self { block, cell: None, column: 0 }
    }
}

/// The text of a document, letter by letter.
#[derive(Debug, Default)]
pub struct Tape {
    /// The letters.
    pub letters: Vec<Letter>,
    /// The texts they stand in.
    pub units: Vec<Unit>,
    /// The text of each unit.
    texts: Vec<Rc<str>>,
    /// Whether a bar in a paragraph was the last that was written: it closes a cell.
    is_closed: bool,
    bars: Bars,
}

impl Tape {
    /// Writes all text of these blocks on a tape.
    pub fn of(blocks: &[Block]) -> Self {
        let mut tape = Self { bars: Bars::of(blocks), ..Self::default() };
        for (block, content) in blocks.iter().enumerate() {
            match content {
                Block::Title(lines) => tape.add(Unit::paragraph(block), lines.join("\n"), Gap::Block),
                Block::Heading(text) => tape.add(Unit::paragraph(block), text.clone(), Gap::Block),
                Block::Paragraph(runs) => {
                    let text = unstyled(runs);
                    tape.add(Unit::paragraph(block), text, Gap::Block);
                }
                Block::Table(table) => tape.add_table(block, table),
                Block::Picture(_) => {}
                Block::Signature { name, date } => {
                    tape.add(Unit::paragraph(block), format!("{name}\n{date}"), Gap::Block);
                }
            }
        }
        tape
    }

    fn add_table(&mut self, block: usize, table: &Table) {
        // How many more rows each column is covered from above.
        let mut covered: Vec<u16> = vec![0; table.widths.len()];
        for (row, cells) in table.rows.iter().enumerate() {
            let mut column = 0;
            for (index, cell) in cells.iter().enumerate() {
                let gap = match (row, index) {
                    (0, 0) => Gap::Block,
                    (_, 0) => Gap::Row,
                    _ => Gap::Cell,
                };
                while covered.get(column).is_some_and(|rows| *rows > 0) {
                    column += 1;
                }
                self.add(Unit { block, cell: Some((row, index)), column }, text_of(cell), gap);
                let span = usize::from(cell.column_span.max(1));
                for rows in covered.iter_mut().skip(column).take(span) {
                    *rows = cell.row_span.max(1);
                }
                column += span;
            }
            for rows in &mut covered {
                *rows = rows.saturating_sub(1);
            }
        }
    }

    fn add(&mut self, unit: Unit, text: String, gap: Gap) {
        let number = u32::try_from(self.units.len()).unwrap_or(u32::MAX);
        let plain = half_width(&text);
        let mut next = gap;
        let first = self.letters.len();
        // A bar closes a cell: where two have nothing between them, a cell is blank. One that begins a line opens a cell, where the
        // rows of this document are drawn so.
        let is_cell_a_line = text.chars().all(|c| is_bar(c) || c.is_whitespace());
        let mut is_closed = if is_cell_a_line { self.is_closed } else { self.bars.none_before };
        let has_tabs = text.trim().matches('\t').count() >= FEWEST_TABS;
        for ((byte, raw), wide) in text.char_indices().zip(plain.chars()) {
            let byte = u32::try_from(byte).unwrap_or(u32::MAX);
            if is_bar(raw) || raw == '\t' && has_tabs {
                if is_closed && unit.cell.is_none() {
                    let gap = next.max(Gap::Cell);
                    self.letters.push(Letter { plain: BLANK_CELL, gap, unit: number, byte, length: 0 });
                }
                is_closed = true;
                next = next.max(Gap::Cell);
            } else if raw == '\n' {
                next = next.max(Gap::Line);
            } else if raw.is_whitespace() {
                next = next.max(Gap::Blank);
            } else {
                let length = u8::try_from(raw.len_utf8()).unwrap_or(1);
                self.letters.push(Letter { plain: simplified(wide), gap: next, unit: number, byte, length });
                next = Gap::None;
                is_closed = false;
            }
        }
        if is_closed && self.bars.none_after && unit.cell.is_none() && !is_cell_a_line {
            let byte = u32::try_from(text.len()).unwrap_or(u32::MAX);
            self.letters.push(Letter { plain: BLANK_CELL, gap: Gap::Cell, unit: number, byte, length: 0 });
        }
        if unit.cell.is_some() {
            if self.letters.len() == first {
                self.letters.push(Letter { plain: BLANK_CELL, gap, unit: number, byte: 0, length: 0 });
            }
            is_closed = false;
        }
        if !text.is_empty() {
            self.is_closed = is_closed;
        }
        self.units.push(unit);
        self.texts.push(text.into());
    }

    /// The letter at a position; beyond the end, nothing.
    pub fn plain(&self, at: usize) -> Option<char> {
        self.letters.get(at).map(|letter| letter.plain)
    }

    /// The text in which a letter stands: its number, and what it is.
    pub fn unit(&self, at: usize) -> Option<(usize, Unit)> {
        let number = usize::try_from(self.letters.get(at)?.unit).ok()?;
        Some((number, *self.units.get(number)?))
    }

    /// The whole text of a unit.
    pub fn text(&self, number: usize) -> Rc<str> {
        self.texts.get(number).cloned().unwrap_or_default()
    }

    /// The first letter of a block.
    pub fn first_of(&self, block: usize) -> usize {
        let unit = |letter: &Letter| usize::try_from(letter.unit).ok().and_then(|unit| self.units.get(unit));
        self.letters.partition_point(|letter| unit(letter).is_some_and(|unit| unit.block < block))
    }

    /// Where letters stand, one source for each text they run through.
    pub fn sources(&self, letters: Range<usize>) -> Vec<Source> {
        let mut found: Vec<(u32, Source)> = Vec::new();
        for letter in self.letters.get(letters).unwrap_or_default() {
            let Some(unit) = usize::try_from(letter.unit).ok().and_then(|unit| self.units.get(unit)) else { continue };
            let start = usize::try_from(letter.byte).unwrap_or_default();
            let end = start + usize::from(letter.length);
            match found.last_mut() {
                Some((number, source)) if *number == letter.unit => source.range.end = end,
                _ => found.push((letter.unit, Source { block: unit.block, cell: unit.cell, range: start..end })),
            }
        }
        found.into_iter().map(|(_, source)| source).collect()
    }

    /// Letters as they stand in the document, texts parted by a blank.
    pub fn words(&self, letters: Range<usize>) -> String {
        let mut words = String::new();
        for (index, letter) in self.letters.get(letters).unwrap_or_default().iter().enumerate() {
            let raw = usize::try_from(letter.unit).ok().and_then(|unit| {
                let start = usize::try_from(letter.byte).ok()?;
                self.texts.get(unit)?.get(start..start + usize::from(letter.length))
            });
            if index > 0 && letter.gap > Gap::None {
                words.push(' ');
            }
            words.push_str(raw.unwrap_or_default());
        }
        words
    }
}

/// The words of a cell.
pub fn text_of(cell: &TableCell) -> String {
    cell.content.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{Document, TableBuilder};

    #[test]
    fn letters_remember_where_they_stand_and_what_parts_them() {
        let mut document = Document::default();
        document.paragraph("总 計１２|3");
        let mut table = TableBuilder::new();
        table.row();
        for text in ["甲\n乙", "", "4"] {
            table.cell(text, 1, 1).expect("room");
        }
        document.blocks.push(Block::Table(table.finish().ok().flatten().expect("a table")));
        let tape = Tape::of(&document.blocks);
        let seen: Vec<(char, Gap)> = tape.letters.iter().map(|letter| (letter.plain, letter.gap)).collect();
        assert_eq!(
            seen,
            [
                ('总', Gap::Block),
                ('计', Gap::Blank),
                ('1', Gap::None),
                ('2', Gap::None),
                ('3', Gap::Cell),
                ('甲', Gap::Block),
                ('乙', Gap::Line),
                (BLANK_CELL, Gap::Cell),
                ('4', Gap::Cell)
            ]
        );
        assert_eq!(tape.words(0..4), "总 計１２");
        let sources = tape.sources(3..9);
        assert_eq!(sources.len(), 4);
        assert_eq!(sources[0], Source { block: 0, cell: None, range: 10..15 });
        assert_eq!(sources[1], Source { block: 1, cell: Some((0, 0)), range: 0..7 });
    }
}
