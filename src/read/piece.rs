//! What text with tables in it is made of, while it is read.

use super::grid::Grid;
use super::limits::{MOST_CELLS, MOST_PARAGRAPHS, too_large};
use super::{Document, Refusal};
use crate::text::mark;

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// A paragraph, or a line of a cell. A line break in it is `\n`.
    Paragraph(String),
    /// A table.
    Table(Grid),
}

impl Piece {
    /// The table, where it is one.
    pub fn table(&self) -> Option<&Grid> {
        match self {
            Self::Table(grid) => Some(grid),
            Self::Paragraph(_) => None,
        }
    }

    /// The words, where it is a paragraph.
    pub fn words(&self) -> Option<&str> {
        match self {
            Self::Paragraph(words) => Some(words),
            Self::Table(_) => None,
        }
    }
}

/// Adds pieces to a document, in their order.
///
/// # Errors
/// Where there are more paragraphs or cells than are read.
pub fn give(pieces: Vec<Piece>, document: &mut Document) -> Result<(), Refusal> {
    give_counted(pieces, document, &mut 0)
}

/// The same, with the cells of all tables so far.
pub(super) fn give_counted(pieces: Vec<Piece>, document: &mut Document, cells: &mut usize) -> Result<(), Refusal> {
    // As deep as tables are nested, which the readers bound.
    for piece in pieces {
        match piece {
            Piece::Paragraph(words) => words.split('\n').for_each(|line| document.paragraph(line)),
            Piece::Table(grid) => grid.give(document, cells)?,
        }
        if document.blocks.len() > MOST_PARAGRAPHS || *cells > MOST_CELLS {
            return Err(too_large());
        }
    }
    Ok(())
}

/// Pieces as text: a line a paragraph or row, a tab between cells.
pub fn joined(pieces: &[Piece]) -> String {
    let texts = pieces.iter().map(|piece| match piece {
        Piece::Paragraph(words) => words.trim().to_owned(),
        Piece::Table(grid) => grid.text(),
    });
    texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n")
}

/// A paragraph with the number of its list, unless that is typed there too.
pub fn numbered(number: &str, text: &str) -> String {
    let number = if repeats(number.trim_end(), text) || begins_with_number(text) { "" } else { number };
    format!("{number}{text}")
}

/// Whether a text begins with the very number of its list. A bare 1 before 12件 is none, nor is 1. before 1.5万元.
fn repeats(number: &str, text: &str) -> bool {
    let rest = text.trim_start().strip_prefix(number);
    !number.ends_with(char::is_alphanumeric) && rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether a text begins with a number as they stand before list items: 1. （一） ① 1) [1] 第一章. Words that begin with a count,
/// as 三条意见 and 12.5%的申请, begin with none.
fn begins_with_number(text: &str) -> bool {
    let text = text.trim_start();
    let after = |text: &str, is_digit: fn(char) -> bool| {
        let rest = text.trim_start_matches(is_digit);
        (rest.len() < text.len()).then(|| rest.chars().next()).flatten()
    };
    let is_digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let is_numeral = |c: char| c.is_ascii_digit() || "０１２３４５６７８９一二三四五六七八九十百零〇".contains(c);
    let of_chapter = text.strip_prefix('第').and_then(|rest| after(rest, is_numeral));
    let closing = after(text.trim_start_matches(['[', '［']), is_digit);
    mark(text).is_some()
        || text.starts_with(|c| matches!(c, '①'..='⒛'))
        || matches!(of_chapter, Some('章' | '节' | '条'))
        || matches!(closing, Some(')' | '）' | ']' | '］'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typed_number_is_not_doubled() {
        for (number, text, expected) in [
            ("1.", "属于国家秘密", "1.属于国家秘密"),
            ("1.", "1.属于国家秘密", "1.属于国家秘密"),
            ("一、", "（一）予以公开", "（一）予以公开"),
            ("2.", "2023年公开", "2.2023年公开"),
            ("1.", "一是公开", "1.一是公开"),
            ("1.", "三条意见已经采纳", "1.三条意见已经采纳"),
            ("2.", "12.5%的申请", "2.12.5%的申请"),
            ("1.", "1.5万元", "1.1.5万元"),
            ("1 ", "12件", "1 12件"),
            ("1.", "1．属于国家秘密", "1．属于国家秘密"),
            ("1.", "①属于国家秘密", "①属于国家秘密"),
            ("1.", "１）属于国家秘密", "１）属于国家秘密"),
            ("[1] ", "[1]属于国家秘密", "[1]属于国家秘密"),
            ("第一条 ", "第十一条　公开", "第十一条　公开"),
            ("A. ", "A.公开", "A.公开"),
            ("", "总计", "总计"),
        ] {
            assert_eq!(numbered(number, text), expected);
        }
    }
}
