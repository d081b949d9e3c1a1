//! Reads pages on which text is only placed: puts lines, paragraphs, columns and tables together again, and takes out what a page
//! has around its text.
//!
//! No format says what is a paragraph or a table; all here is by the place of things. Everything is sorted once or twice: the time
//! grows no faster than n log n.

mod column;
mod furniture;
mod grid;
mod line;
mod paragraph;
mod piece;
mod rules;
mod table;
mod unruled;

use paragraph::{Placed, paragraphs, room};
use piece::{Piece, Sheet, sheet};
use rules::frames;
use table::{Part, Ruled, is_table};
use unruled::Found;

use super::limits::{MOST_CELLS, MOST_PARAGRAPHS, too_large};
use super::{Document, LeftKind, Page, Refusal};
use crate::block::{Block, Table};

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
    for (page, rooms) in rooms(&mut read).into_iter().enumerate() {
        for stretch in rooms {
            take(stretch, page, &mut items, &mut cells)?;
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
    aslant.iter().for_each(|words| document.leave(LeftKind::Header, words));
}

/// A stretch of a page: lines with the room that they take, or a table.
enum Stretch {
    Lines(Vec<line::TextLine>, (i64, i64)),
    Table(Ruled),
}

/// The stretches of each page in the order in which they are read.
fn rooms(read: &mut Vec<Read>) -> Vec<Vec<Stretch>> {
    let mut pages: Vec<Vec<Result<Vec<line::TextLine>, Ruled>>> = Vec::new();
    for page in std::mem::take(read) {
        let mut pieces = page.sheet.pieces;
        pieces.sort_by_key(|piece| piece.base);
        let mut stretches = Vec::new();
        for part in page.parts {
            // What stands beside a table is read after it.
            let above = pieces.partition_point(|piece| piece.middle().1 < part.frame.top);
            let rest = pieces.split_off(above);
            stretches.extend(column::stretches(std::mem::replace(&mut pieces, rest)).into_iter().map(Ok));
            stretches.push(Err(Ruled::new(part)));
        }
        stretches.extend(column::stretches(pieces).into_iter().map(Ok));
        pages.push(stretches);
    }
    // A page with few lines does not show how wide its text may be: there the other pages do.
    let lines = |page: &[Result<Vec<line::TextLine>, Ruled>]| -> Vec<line::TextLine> {
        page.iter().filter_map(|stretch| stretch.as_ref().ok()).flatten().cloned().collect()
    };
    let columns = |page: &[Result<Vec<line::TextLine>, Ruled>]| page.iter().filter(|stretch| stretch.is_ok()).count();
    let single = |page: &[Result<Vec<line::TextLine>, Ruled>]| {
        let tables = page.len() - columns(page);
        columns(page) <= tables + 1
    };
    let all: Vec<line::TextLine> = pages.iter().filter(|page| single(page)).flat_map(|page| lines(page)).collect();
    let whole = room(&all).unwrap_or_default();
    pages
        .into_iter()
        .map(|page| {
            let is_single = single(&page);
            let own = lines(&page);
            let shared = if own.len() >= 10 { room(&own).unwrap_or(whole) } else { whole };
            page.into_iter()
                .map(|stretch| match stretch {
                    Ok(lines) => {
                        let room = if is_single { shared } else { room(&lines).unwrap_or(whole) };
                        Stretch::Lines(lines, room)
                    }
                    Err(table) => Stretch::Table(table),
                })
                .collect()
        })
        .collect()
}

/// Adds a stretch to what was read before.
fn take(stretch: Stretch, page: usize, items: &mut Vec<Item>, cells: &mut usize) -> Result<(), Refusal> {
    match stretch {
        Stretch::Lines(lines, (left, right)) => {
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
