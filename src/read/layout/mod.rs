//! Reads pages on which text is only placed: puts lines, paragraphs, columns and tables together again, and takes out what a page
//! has around its text.
//!
//! No format says what is a paragraph or a table; all here is by the place of things. Everything is sorted once or twice: the time
//! grows no faster than n log n.

mod cell;
mod column;
mod furniture;
mod grid;
mod line;
mod paragraph;
mod piece;
mod rules;
mod table;
mod unruled;

pub use piece::halves;

use line::TextLine;
use paragraph::{Placed, paragraphs, room};
use piece::{Piece, Sheet, sheet};
use rules::frames;
use table::{Part, Ruled, is_table};
use unruled::Found;

use super::limits::{MOST_CELLS, MOST_PARAGRAPHS, too_large};
use super::{Document, LeftKind, Page, Refusal};
use crate::block::{Block, Table};

/// So many lines show how wide the text of a page is.
const MANY: usize = 10;

/// What stands on the pages, from top to bottom.
enum Item {
    Line(Placed),
    Ruled { table: Ruled, page: usize },
    Table(Table),
}

/// A page while it is read.
struct Read {
    sheet: Sheet,
    parts: Vec<Part>,
}

/// Reads pages of placed text into paragraphs and tables.
///
/// # Errors
/// Where there are more paragraphs or cells than are read.
pub fn lay_out(pages: &[Page]) -> Result<Document, Refusal> {
    let mut document = Document::default();
    let mut read: Vec<Read> = pages.iter().map(|page| ruled(sheet(page))).collect();
    leave(&mut read, &mut document);
    let mut cells = 0;
    let mut items = Vec::new();
    let width = read.iter().map(|page| page.sheet.width).max().unwrap_or(0);
    let pages: Vec<Vec<Stretch>> = read.into_iter().map(stretches).collect();
    // A page with few lines does not show how wide its text may be: there the other pages do.
    let all: Vec<TextLine> = pages.iter().filter_map(|page| single(page)).flatten().collect();
    let whole = room(&all, width).unwrap_or_default();
    for (page, stretches) in pages.into_iter().enumerate() {
        let own = single(&stretches);
        let shared = own.map(|lines| room(&lines, width).filter(|_| lines.len() >= MANY).unwrap_or(whole));
        for stretch in stretches {
            take(stretch, shared, page, &mut items, &mut cells)?;
        }
    }
    write(items, &mut document, &mut cells)?;
    Ok(document)
}

/// Finds the ruled tables of a page and the text in them.
fn ruled(mut sheet: Sheet) -> Read {
    let mut parts: Vec<Part> =
        frames(&sheet.rules).into_iter().map(|frame| Part { frame, pieces: Vec::new() }).collect();
    let put = |pieces: &mut Vec<Piece>, parts: &mut Vec<Part>| {
        let mut others = Vec::new();
        for piece in std::mem::take(pieces) {
            match parts.iter_mut().find(|part| part.frame.holds(piece.middle())) {
                Some(part) => part.pieces.push(piece),
                None => others.push(piece),
            }
        }
        *pieces = others;
    };
    put(&mut sheet.pieces, &mut parts);
    let (kept, dropped): (Vec<Part>, Vec<Part>) = parts.into_iter().partition(is_table);
    sheet.pieces.extend(dropped.into_iter().flat_map(|part| part.pieces));
    Read { sheet, parts: kept }
}

/// Takes out what is not of the running text: heads, feet, numbers of pages, words aslant or at the side.
fn leave(read: &mut [Read], document: &mut Document) {
    let mut papers: Vec<furniture::Paper<'_>> = Vec::new();
    let mut aslant = Vec::new();
    for page in read {
        let (turned, upright) = std::mem::take(&mut page.sheet.pieces).into_iter().partition(|piece| piece.is_turned);
        page.sheet.pieces = upright;
        let turned: Vec<Piece> = turned;
        let words = page.sheet.aslant.iter().map(String::as_str).chain(turned.iter().map(|piece| piece.text.as_str()));
        aslant.push(words.collect::<Vec<_>>().join(" "));
        let tops = page.parts.iter().map(|part| part.frame.top).min();
        let bottoms = page.parts.iter().map(|part| part.frame.bottom).max();
        papers.push(furniture::Paper {
            height: page.sheet.height,
            pieces: &mut page.sheet.pieces,
            tables: tops.zip(bottoms),
        });
    }
    for (kind, words) in furniture::take(&mut papers) {
        document.leave(kind, &words);
    }
    for words in aslant {
        document.leave(LeftKind::Header, &words);
    }
}

/// A stretch of a page: lines below each other, or a table.
enum Stretch {
    Lines(Vec<TextLine>),
    Table(Ruled),
}

/// The stretches of a page in the order in which they are read.
fn stretches(page: Read) -> Vec<Stretch> {
    let mut pieces = page.sheet.pieces;
    pieces.sort_by_key(|piece| piece.middle().1);
    let mut stretches = Vec::new();
    for part in page.parts {
        // What stands beside a table is read after it.
        let above = pieces.partition_point(|piece| piece.middle().1 < part.frame.top);
        let rest = pieces.split_off(above);
        stretches.extend(column::stretches(std::mem::replace(&mut pieces, rest)).into_iter().map(Stretch::Lines));
        stretches.push(Stretch::Table(Ruled::new(part)));
    }
    stretches.extend(column::stretches(pieces).into_iter().map(Stretch::Lines));
    stretches
}

/// The lines of a page, where they are not in columns: then there is no more than one stretch between two tables.
fn single(page: &[Stretch]) -> Option<Vec<TextLine>> {
    let mut lines = Vec::new();
    let (mut texts, mut tables) = (0, 0);
    for stretch in page {
        match stretch {
            Stretch::Lines(more) => {
                lines.extend_from_slice(more);
                texts += 1;
            }
            Stretch::Table(_) => tables += 1,
        }
    }
    (texts <= tables + 1).then_some(lines)
}

/// Adds a stretch to what was read before.
fn take(
    stretch: Stretch,
    shared: Option<(i64, i64)>,
    page: usize,
    items: &mut Vec<Item>,
    cells: &mut usize,
) -> Result<(), Refusal> {
    match stretch {
        Stretch::Lines(lines) => {
            let (left, right) = shared.or_else(|| room(&lines, 0)).unwrap_or_default();
            let stretch = items.len();
            for found in unruled::find(lines)? {
                items.push(match found {
                    Found::Line(line) => Item::Line(Placed { line, left, right, stretch }),
                    Found::Table(table, places) => {
                        count(cells, places)?;
                        Item::Table(table)
                    }
                });
            }
        }
        Stretch::Table(next) => {
            if let Some(Item::Ruled { table, page: last }) = items.last_mut()
                && *last + 1 == page
                && table.goes_on(next.part())
            {
                table.add(next.into_part());
                *last = page;
            } else {
                items.push(Item::Ruled { table: next, page });
            }
        }
    }
    Ok(())
}

fn count(cells: &mut usize, places: usize) -> Result<(), Refusal> {
    *cells = cells.saturating_add(places);
    if *cells > MOST_CELLS { Err(too_large()) } else { Ok(()) }
}

/// Writes down what was read: lines that follow each other as paragraphs.
fn write(items: Vec<Item>, document: &mut Document, cells: &mut usize) -> Result<(), Refusal> {
    let mut lines = Vec::new();
    for item in items {
        match item {
            Item::Line(line) => lines.push(line),
            Item::Table(table) => {
                write_lines(&mut lines, document)?;
                document.blocks.push(Block::Table(table));
            }
            Item::Ruled { table, .. } => {
                write_lines(&mut lines, document)?;
                if let Some((table, places)) = table.table()? {
                    count(cells, places)?;
                    document.blocks.push(Block::Table(table));
                }
            }
        }
    }
    write_lines(&mut lines, document)
}

fn write_lines(lines: &mut Vec<Placed>, document: &mut Document) -> Result<(), Refusal> {
    for paragraph in paragraphs(&std::mem::take(lines)) {
        document.paragraph(&paragraph);
    }
    if document.blocks.len() > MOST_PARAGRAPHS { Err(too_large()) } else { Ok(()) }
}

#[cfg(test)]
mod tests;
