//! A file on the other side: its pieces, which of them are of no report, and its check code.

use super::stream::Stream;
use crate::block::{Block, unstyled};
use crate::read::Document;
use crate::read::understand::furniture;
use crate::report::code_in;

/// A file.
#[derive(Default)]
pub(super) struct Theirs {
    /// Its words and figures.
    pub stream: Stream,
    /// Whether each piece may be what a page or a site has around a report.
    pub is_furniture: Vec<bool>,
    /// The block and the row of each piece that is a cell.
    pub rows: Vec<Option<(usize, usize)>>,
    /// The check code that stands in it.
    pub code: Option<String>,
}

impl Theirs {
    /// What a reader gave.
    pub fn read(document: &Document) -> Self {
        let mut theirs = Self::of(&document.blocks);
        let left = document.left.iter().find_map(|left| code_in(&left.text));
        theirs.code = left.map(|(_, code)| code).or(theirs.code);
        theirs
    }

    /// The pieces of blocks.
    pub fn of(blocks: &[Block]) -> Self {
        let mut theirs = Self::default();
        for (block, own) in blocks.iter().enumerate() {
            match own {
                Block::Title(lines) => lines.iter().for_each(|line| theirs.add(line, None)),
                Block::Heading(text) => theirs.add(text, None),
                Block::Paragraph(runs) => theirs.add(&unstyled(runs), None),
                Block::Table(table) => {
                    theirs.add(&table.caption, None);
                    for (row, cells) in table.rows.iter().enumerate() {
                        for cell in cells {
                            theirs.add(&cell.content.to_string(), Some((block, row)));
                        }
                    }
                }
                Block::Picture(picture) => theirs.add(&picture.caption, None),
                Block::Signature { name, date } => {
                    theirs.add(name, None);
                    theirs.add(date, None);
                }
            }
        }
        theirs
    }

    fn add(&mut self, text: &str, row: Option<(usize, usize)>) {
        self.stream.piece(text);
        self.is_furniture.push(furniture(text).is_some());
        self.rows.push(row);
        if let Some((_, code)) = code_in(text) {
            self.code = Some(code);
        }
    }
}
