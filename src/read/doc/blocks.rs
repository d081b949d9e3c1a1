//! Paragraphs of a story put together: numbers before their texts, rows gathered into tables.

use super::super::limits::{MOST_CELLS, MOST_PARAGRAPHS, MOST_PARTS, too_large};
use super::super::piece::numbered;
use super::super::{Document, Refusal};
use super::fib::Fib;
use super::lists::{Counters, Lists};
use super::table::{Columns, Row, build};
use super::text::{Paragraph, Seen, Words};
use crate::block::Block;

/// Makes blocks of the stories of a document, one after the other; automatic numbers go on from one to the next.
#[derive(Debug)]
pub struct Builder<'a, 'w> {
    words: &'w Words<'a>,
    lists: Lists,
    counters: Counters,
    seen: Seen,
    /// How many paragraphs and cells there were so far.
    paragraphs: usize,
    cells: usize,
}

/// A table while its rows come in.
#[derive(Debug, Default)]
struct Open {
    rows: Vec<Row>,
    /// The cells of the row so far, whether all of its marks are deleted, and the lines of the cell so far.
    row: Vec<String>,
    cell: String,
    has_lines: bool,
}

impl<'a, 'w> Builder<'a, 'w> {
    /// Begins with the lists of the document.
    pub fn new(words: &'w Words<'a>, table: &[u8], fib: &Fib) -> Self {
        let lists = Lists::read(table, fib);
        Self { words, lists, counters: Counters::default(), seen: Seen::default(), paragraphs: 0, cells: 0 }
    }

    /// What was seen so far that the clerk has to know of.
    pub fn seen(&self) -> Seen {
        self.seen
    }

    /// Adds the paragraphs and tables between two places.
    ///
    /// # Errors
    /// Where there are more than are read.
    pub fn blocks(&mut self, start: u32, end: u32, document: &mut Document) -> Result<(), Refusal> {
        let paragraphs = self.words.paragraphs(start, end, &mut self.seen)?;
        let mut open = Open::default();
        for paragraph in paragraphs {
            self.paragraphs += 1;
            if self.paragraphs > MOST_PARAGRAPHS + MOST_CELLS {
                return Err(too_large());
            }
            let text = self.numbered(&paragraph);
            if paragraph.depth == 0 {
                close(&mut open, document)?;
                for part in text.split(['\u{c}', '\n']) {
                    document.paragraph(part);
                }
            } else {
                self.in_table(&paragraph, &text, &mut open)?;
            }
        }
        close(&mut open, document)
    }

    /// The lines between two places, without tables.
    ///
    /// # Errors
    /// Where there are more than are read.
    pub fn lines(&mut self, start: u32, end: u32) -> Result<Vec<String>, Refusal> {
        let paragraphs = self.words.paragraphs(start, end, &mut self.seen)?;
        let lines = paragraphs.iter().flat_map(|paragraph| paragraph.text.split(['\u{c}', '\n']));
        Ok(lines.map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).take(MOST_PARTS).collect())
    }

    /// The text of a paragraph, with its automatic number before it unless somebody typed it there.
    fn numbered(&mut self, paragraph: &Paragraph) -> String {
        let text = &paragraph.text;
        // An empty line of running text shows no number; a cell may be nothing but one.
        let is_blank = text.trim().is_empty();
        if paragraph.ends_row || (is_blank && (paragraph.depth == 0 || paragraph.is_deleted)) {
            return text.clone();
        }
        match self.counters.next(&self.lists, paragraph.in_list, paragraph.style) {
            Some(number) => numbered(&number, text),
            None => text.clone(),
        }
    }

    /// Adds a paragraph of a table. Cells and rows of inner tables become blanks and lines of the cell around them.
    fn in_table(&mut self, paragraph: &Paragraph, text: &str, open: &mut Open) -> Result<(), Refusal> {
        if !paragraph.ends_row {
            if open.has_lines {
                open.cell.push('\n');
            }
            open.cell.push_str(text.replace('\u{c}', "\n").as_str());
            open.has_lines = true;
        }
        if paragraph.depth > 1 {
            if paragraph.ends_cell {
                open.cell.push('\t');
                open.has_lines = false;
            } else if paragraph.ends_row {
                let kept = open.cell.trim_end_matches('\t').len();
                open.cell.truncate(kept);
                open.has_lines = true;
            }
            return Ok(());
        }
        if paragraph.ends_cell {
            self.cells += 1;
            if self.cells > MOST_CELLS {
                return Err(too_large());
            }
            open.row.push(std::mem::take(&mut open.cell));
            open.has_lines = false;
        } else if paragraph.ends_row {
            open.cell.clear();
            open.has_lines = false;
            let cells = std::mem::take(&mut open.row);
            // A row is deleted with all that is in it: some programs mark the end of another.
            let is_gone = paragraph.is_deleted && cells.iter().all(|cell| cell.trim().is_empty());
            if !is_gone && !cells.is_empty() {
                open.rows.push(Row { cells, columns: Columns::read(paragraph.list) });
            }
        }
        Ok(())
    }
}

/// Ends the table that is open. Cells whose row does not end are a row still.
fn close(open: &mut Open, document: &mut Document) -> Result<(), Refusal> {
    let mut open = std::mem::take(open);
    if open.has_lines {
        open.row.push(open.cell);
    }
    if !open.row.is_empty() {
        open.rows.push(Row { cells: open.row, columns: Columns::default() });
    }
    if let Some(table) = build(&open.rows)? {
        document.blocks.push(Block::Table(table));
    }
    Ok(())
}
