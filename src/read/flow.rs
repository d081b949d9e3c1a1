//! Text and tables nested in one another, as text documents have them, and how they become blocks, which are not nested.

use super::limits::{MOST_CELLS, MOST_PARAGRAPHS, too_large};
use super::{Document, LeftKind, Refusal, TableBuilder};
use crate::block::Block;

/// What is said of a file with changes that nobody has accepted yet.
pub const REVISED: &str = "文件有未接受的修订，按修订后的内容读取。";
/// What is said of text that does not show.
pub const HIDDEN: &str = "文件有隐藏的文字，没有读入。";
/// What is said of notes to the text.
pub const NOTES: &str = "文件有脚注或尾注，没有并入正文。";
/// What is said of a document inside the document.
pub const INNER_FILE: &str = "文件里嵌有另一个文件，没有读入。请核对内容是否齐全。";

/// So many words outside the running text are kept.
const MOST_LEFT: usize = 1000;
/// A nested table of so many rows is what its page is about, and the table around it only places it.
const LAYOUT_ROWS: usize = 3;

/// A piece of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// A paragraph; a line break in it is `\n`.
    Paragraph(String),
    /// A table, its cells row by row.
    Table(Vec<Vec<Cell>>),
}

/// A cell of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// What stands in it.
    pub pieces: Vec<Piece>,
    /// How many rows it covers, as the file says.
    pub row_span: usize,
    /// How many columns it covers, as the file says.
    pub column_span: usize,
}

/// Adds words that are not of the running text, as long as there is room.
pub fn leave(document: &mut Document, kind: LeftKind, text: &str) {
    if document.left.len() < MOST_LEFT {
        document.leave(kind, text);
    }
}

/// Adds the pieces to a document: a table that only places others gives what stands in it; any other nested table becomes
/// text of its cell.
///
/// # Errors
/// Where there are more paragraphs or cells than are read.
pub fn pour(pieces: Vec<Piece>, document: &mut Document) -> Result<(), Refusal> {
    let mut cells = 0;
    pour_counted(pieces, document, &mut cells)
}

fn pour_counted(pieces: Vec<Piece>, document: &mut Document, cells: &mut usize) -> Result<(), Refusal> {
    for piece in pieces {
        match piece {
            Piece::Paragraph(text) => {
                for line in text.split('\n') {
                    document.paragraph(line);
                }
            }
            Piece::Table(rows) if is_layout(&rows) => {
                for cell in rows.into_iter().flatten() {
                    pour_counted(cell.pieces, document, cells)?;
                }
            }
            Piece::Table(rows) => {
                let mut table = TableBuilder::new();
                for row in rows {
                    table.row();
                    for cell in row {
                        table.cell(&text_of(&cell.pieces), cell.row_span, cell.column_span)?;
                    }
                }
                if let Some(table) = table.finish()? {
                    *cells += table.rows.len().saturating_mul(table.widths.len());
                    if *cells > MOST_CELLS {
                        return Err(too_large());
                    }
                    document.blocks.push(Block::Table(table));
                }
            }
        }
        if document.blocks.len() > MOST_PARAGRAPHS {
            return Err(too_large());
        }
    }
    Ok(())
}

/// Whether a table only places what stands in it: it has one cell, or a cell that holds a table worth the name.
fn is_layout(rows: &[Vec<Cell>]) -> bool {
    rows.iter().map(Vec::len).sum::<usize>() == 1 || holds_large(rows)
}

fn holds_large(rows: &[Vec<Cell>]) -> bool {
    rows.iter().flatten().flat_map(|cell| &cell.pieces).any(|piece| match piece {
        Piece::Paragraph(_) => false,
        Piece::Table(rows) => rows.len() >= LAYOUT_ROWS || holds_large(rows),
    })
}

/// The text of a cell: paragraphs and rows of a nested table a line each, its cells parted by tabs.
pub fn text_of(pieces: &[Piece]) -> String {
    let mut lines: Vec<String> = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Paragraph(text) => lines.push(text.trim().to_owned()),
            Piece::Table(rows) => lines.extend(rows.iter().map(|row| {
                let cells: Vec<String> = row.iter().map(|cell| text_of(&cell.pieces)).collect();
                cells.join("\t").trim().to_owned()
            })),
        }
    }
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::document::tests::plain;

    fn paragraph(text: &str) -> Piece {
        Piece::Paragraph(text.to_owned())
    }

    fn cell(pieces: &[Piece]) -> Cell {
        Cell { pieces: pieces.to_vec(), row_span: 1, column_span: 1 }
    }

    fn table(rows: &[&[&str]]) -> Piece {
        Piece::Table(rows.iter().map(|row| row.iter().map(|text| cell(&[paragraph(text)])).collect()).collect())
    }

    fn poured(pieces: &[Piece]) -> Vec<String> {
        let mut document = Document::default();
        pour(pieces.to_vec(), &mut document).expect("room");
        plain(&document)
    }

    #[test]
    fn a_line_break_parts_paragraphs_and_stays_in_a_cell() {
        assert_eq!(poured(&[paragraph("甲\n乙"), table(&[&["丙\n丁", "戊"]])]), ["甲", "乙", "[丙\n丁|戊]"]);
    }

    #[test]
    fn a_small_table_in_a_cell_becomes_its_text() {
        let outer = Piece::Table(vec![vec![cell(&[paragraph("甲"), table(&[&["乙", "丙"], &["丁", ""]])]), cell(&[])]]);
        assert_eq!(poured(&[outer]), ["[甲\n乙\t丙\n丁|]"]);
    }

    #[test]
    fn a_table_that_only_places_others_is_not_one() {
        let inner = table(&[&["乙", "1"], &["丙", "2"], &["丁", "3"]]);
        let outer = Piece::Table(vec![vec![cell(&[paragraph("甲"), inner]), cell(&[paragraph("戊")])]]);
        assert_eq!(poured(&[outer]), ["甲", "[乙|1][丙|2][丁|3]", "戊"]);
        let framed = Piece::Table(vec![vec![cell(&[paragraph("甲"), table(&[&["乙", "丙"]])])]]);
        assert_eq!(poured(&[framed]), ["甲", "[乙|丙]"]);
    }

    #[test]
    fn the_cells_of_all_tables_are_counted() {
        let wide = Piece::Table(vec![vec![Cell { pieces: Vec::new(), row_span: 1, column_span: 1_000_000 }]]);
        let wide =
            [wide, Piece::Table(vec![vec![cell(&[]), Cell { pieces: Vec::new(), row_span: 1, column_span: 999 }]])];
        let many: Vec<Piece> = wide.iter().cycle().take(2 * MOST_CELLS / 1000 + 2).cloned().collect();
        assert_eq!(pour(many, &mut Document::default()), Err(too_large()));
    }
}
