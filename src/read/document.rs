//! What a reader gives: the blocks of a file, and what it has to say of them; or why it gives nothing.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::block::{Block, Content, Run, Style};

/// So many words outside the running text are kept.
const MOST_LEFT: usize = 1000;

/// What was read of a file.
///
/// The blocks are paragraphs and tables only, in the order of the file: what is a title, a heading, or the furniture of a page
/// is for `understand` to say. A paragraph is one run of plain text; a cell's text may have line breaks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// The text and the tables.
    pub blocks: Vec<Block>,
    /// What stands in the file but not in its running text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left: Vec<Left>,
    /// What the clerk has to know of the reading, a sentence each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
}

/// Words of a file that are not of its running text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Left {
    /// What they are.
    pub kind: LeftKind,
    /// The words.
    pub text: String,
}

/// What words outside the running text are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LeftKind {
    /// A head repeated on every page.
    Header,
    /// A foot repeated on every page.
    Footer,
    /// The number of a page.
    PageNumber,
    /// What somebody remarked in the margin.
    Comment,
    /// What a web page has around its text.
    Web,
    /// The name of an attachment, or where to fetch it.
    Attachment,
    /// A table that the form has no place for.
    Table,
    /// What goes with an official letter: to whom copies go, who printed it.
    Imprint,
}

/// Why nothing could be read, in a sentence for the clerk: what the file is, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal(pub String);

impl Refusal {
    /// A refusal in these words.
    pub fn new(words: impl Into<String>) -> Self {
        Self(words.into())
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Document {
    /// Adds a paragraph, unless there is nothing in it.
    pub fn paragraph(&mut self, text: &str) {
        let text = text.trim();
        if !text.is_empty() {
            self.blocks.push(Block::Paragraph(vec![Run { text: text.to_owned(), style: Style::Plain }]));
        }
    }

    /// Adds words that are not of the running text, unless they are there already. Beyond so many they are dropped: a file is
    /// not refused for what is none of its report.
    pub fn leave(&mut self, kind: LeftKind, text: &str) {
        if self.left.len() >= MOST_LEFT {
            return;
        }
        let left = Left { kind, text: text.trim().to_owned() };
        if !left.text.is_empty() && !self.left.contains(&left) {
            self.left.push(left);
        }
    }

    /// Adds a sentence for the clerk, once.
    pub fn note(&mut self, sentence: impl Into<String>) {
        let sentence = sentence.into();
        if !self.notes.contains(&sentence) {
            self.notes.push(sentence);
        }
    }

    /// How many bytes its text has, that of its tables counted.
    pub fn length(&self) -> usize {
        let cell = |content: &Content| match content {
            Content::Blank => 0,
            Content::Text(words) => words.len(),
            Content::Number(number) => number.to_string().len(),
        };
        let block = |block: &Block| match block {
            Block::Title(lines) => lines.iter().map(String::len).sum(),
            Block::Heading(text) => text.len(),
            Block::Paragraph(runs) => runs.iter().map(|run| run.text.len()).sum(),
            Block::Table(table) => table.rows.iter().flatten().map(|own| cell(&own.content)).sum::<usize>(),
            Block::Picture(_) | Block::Signature { .. } => 0,
        };
        self.blocks.iter().map(block).sum()
    }

    /// Whether there is any text.
    pub fn is_empty(&self) -> bool {
        self.blocks.iter().all(|block| match block {
            Block::Title(_) | Block::Heading(_) | Block::Paragraph(_) => false,
            Block::Table(table) => table.rows.iter().flatten().all(|cell| cell.content == Content::Blank),
            Block::Picture(_) | Block::Signature { .. } => true,
        })
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    #[test]
    fn words_beside_the_text_are_kept_up_to_a_number() {
        let mut document = Document::default();
        for number in 0..MOST_LEFT + 5 {
            document.leave(LeftKind::Comment, &number.to_string());
        }
        assert_eq!(document.left.len(), MOST_LEFT);
    }

    /// The blocks, a line a paragraph or a row: `[cell|cell<rows x columns>]`, `⏎` where a line ends in a cell, `# ` before a caption.
    pub(in crate::read) fn lines(document: &Document) -> Vec<String> {
        let mut lines = Vec::new();
        for block in &document.blocks {
            match block {
                Block::Paragraph(runs) => lines.push(runs[0].text.clone()),
                Block::Table(table) => {
                    let cell = |cell: &crate::block::TableCell| {
                        let (rows, columns) = (cell.row_span, cell.column_span);
                        let span = if rows * columns > 1 { format!("<{rows}x{columns}>") } else { String::new() };
                        format!("{}{span}", cell.content.to_string().replace('\n', "⏎"))
                    };
                    let row = |row: &Vec<_>| format!("[{}]", row.iter().map(cell).collect::<Vec<_>>().join("|"));
                    lines.extend(Some(format!("# {}", table.caption)).filter(|_| !table.caption.is_empty()));
                    lines.extend(table.rows.iter().map(row));
                }
                Block::Title(_) | Block::Heading(_) | Block::Picture(_) | Block::Signature { .. } => {
                    panic!("{block:?}")
                }
            }
        }
        lines
    }

    /// The blocks, a text each; a table as `[cell|cell]` a row, a cell that spans rows and columns with `↓rows` and `→columns`.
    pub(in crate::read) fn plain(document: &Document) -> Vec<String> {
        let span = |sign: &str, span: u16| if span > 1 { format!("{sign}{span}") } else { String::new() };
        let text = |block: &Block| match block {
            Block::Paragraph(runs) => crate::block::unstyled(runs),
            Block::Table(table) => {
                let cell = |cell: &crate::block::TableCell| {
                    format!("{}{}{}", cell.content, span("↓", cell.row_span), span("→", cell.column_span))
                };
                let row = |row: &Vec<_>| format!("[{}]", row.iter().map(cell).collect::<Vec<_>>().join("|"));
                table.rows.iter().map(row).collect()
            }
            Block::Title(_) | Block::Heading(_) | Block::Picture(_) | Block::Signature { .. } => "?".to_owned(),
        };
        document.blocks.iter().map(text).collect()
    }
}
