//! The words of a document as paragraphs: fields give their results, what was deleted is left out.
//!
//! Source: [MS-DOC] 2.4.1 (paragraphs), 2.8.25 (fields), 2.6.1 (special characters).

use super::super::Refusal;
use super::super::limits::{MOST_CELLS, MOST_PARAGRAPHS, too_large};
use super::super::package::incomplete;
use super::fib::{CLX, Fib, STSHF, STTBF_FFN};
use super::fonts::Fonts;
use super::pieces::Pieces;
use super::runs::{self, Look, ParagraphLook, Runs};
use super::sprm::{self, P_DEEPER, P_DEPTH, P_IN_TABLE, P_INNER_CELL, P_INNER_ROW_END, P_ROW_END, changes};
use super::styles::{InList, Styles};
use crate::read::bytes::i32_at;
use crate::read::symbol::{is_font, sign};

/// A list of changes that is longer than a page of runs stands elsewhere, and many paragraphs may name the same one. So many bytes
/// of them are looked at.
const PAGE: usize = 512;
const LONG_LISTS: usize = 16 << 20;

/// What was seen while reading that the clerk has to know of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// Something was deleted or inserted, and not yet accepted.
    pub has_changes: bool,
    /// Words are hidden.
    pub has_hidden: bool,
}

/// The text of a document with its looks.
#[derive(Debug)]
pub struct Words<'a> {
    pieces: Pieces,
    characters: Runs<Look>,
    paragraphs: Runs<ParagraphLook<'a>>,
    styles: Styles,
    fonts: Fonts,
    extra: &'a [u8],
    /// For each character, in how many fields it is no result but what the field says, or its marks.
    in_fields: Vec<bool>,
}

/// A paragraph.
#[derive(Debug, Default)]
pub struct Paragraph<'a> {
    /// Its words; `\n` where a line ends within it, U+000C where a page does.
    pub text: String,
    /// How deep in tables it stands.
    pub depth: usize,
    /// Whether it is the last of a cell.
    pub ends_cell: bool,
    /// Whether it is the mark that ends a row.
    pub ends_row: bool,
    /// Whether its mark was deleted, and not yet accepted.
    pub is_deleted: bool,
    /// Its list.
    pub in_list: InList,
    /// The number of its style.
    pub style: u16,
    /// The changes to its look, among them the columns of a row.
    pub list: &'a [u8],
}

impl<'a> Words<'a> {
    /// Reads the text and its looks.
    ///
    /// # Errors
    /// Where the text is cut, or shorter than the head says.
    pub fn read(main: &'a [u8], table: &[u8], extra: &'a [u8], fib: &Fib<'a>) -> Result<Self, Refusal> {
        let pieces = Pieces::read(fib.part(table, CLX).ok_or_else(incomplete)?, main)?;
        let (_, end) = fib.range(super::fib::Story::Main);
        if usize::try_from(end).map_or(true, |end| end > pieces.units.len()) {
            return Err(incomplete());
        }
        let in_fields = fields(&pieces.units);
        let characters = runs::characters(table, fib);
        let paragraphs = runs::paragraphs(table, fib);
        let styles = fib.part(table, STSHF).map(Styles::read).unwrap_or_default();
        let fonts = fib.part(table, STTBF_FFN).map(Fonts::read).unwrap_or_default();
        Ok(Self { pieces, characters, paragraphs, styles, fonts, extra, in_fields })
    }

    /// The paragraphs between two places.
    ///
    /// # Errors
    /// Where there are more than are read.
    pub fn paragraphs(&self, start: u32, end: u32, seen: &mut Seen) -> Result<Vec<Paragraph<'a>>, Refusal> {
        let mut looked = 0_usize;
        let mut read = Vec::new();
        let mut units: Vec<u16> = Vec::new();
        let (from, to) = (usize::try_from(start).unwrap_or(usize::MAX), usize::try_from(end).unwrap_or(usize::MAX));
        let to = to.min(self.pieces.units.len());
        let range = self.pieces.units.get(from..to).unwrap_or_default();
        for (character, unit) in (start..).zip(range) {
            let place = self.pieces.place(character);
            let look = place.and_then(|place| self.characters.at(place)).copied().unwrap_or_default();
            seen.has_changes |= look.is_deleted || look.is_inserted;
            let is_in_field =
                usize::try_from(character).ok().and_then(|at| self.in_fields.get(at)).copied().unwrap_or(false);
            if matches!(unit, 0x07 | 0x0d) {
                let found = place.and_then(|place| self.paragraphs.at(place)).copied();
                let mut paragraph = self.look(found, *unit);
                paragraph.is_deleted = look.is_deleted;
                looked = looked.saturating_add(paragraph.list.len().saturating_sub(PAGE));
                if read.len() >= MOST_PARAGRAPHS + MOST_CELLS || looked > LONG_LISTS {
                    return Err(too_large());
                }
                // Where a paragraph's mark was deleted, its words go on in the next; a cell's mark stays.
                if look.is_deleted && !paragraph.ends_cell && !paragraph.ends_row {
                    continue;
                }
                paragraph.text = String::from_utf16_lossy(&units);
                units.clear();
                read.push(paragraph);
            } else if !look.is_deleted && !is_in_field {
                let shown = self.sign(*unit, look).or_else(|| shown(*unit));
                if look.is_hidden {
                    seen.has_hidden |=
                        shown.and_then(|unit| char::from_u32(unit.into())).is_some_and(|c| !c.is_whitespace());
                } else {
                    units.extend(shown);
                }
            }
        }
        if !units.is_empty() {
            read.push(Paragraph { text: String::from_utf16_lossy(&units), ..Paragraph::default() });
        }
        Ok(read)
    }

    /// The sign that a character of a font of symbols shows.
    fn sign(&self, unit: u16, look: Look) -> Option<u16> {
        let font = |number: u16| self.fonts.name(number);
        let sign = match (look.symbol, look.font.and_then(font)) {
            (Some((number, code)), _) => sign(font(number), code.into()),
            (None, Some(font)) if matches!(unit, 0xf000..=0xf0ff) && is_font(font) => sign(Some(font), unit.into()),
            (None, _) => return None,
        };
        u16::try_from(u32::from(sign)).ok()
    }

    /// Where a paragraph stands, by the look of its mark.
    fn look(&self, found: Option<ParagraphLook<'a>>, mark: u16) -> Paragraph<'a> {
        let found = found.unwrap_or(ParagraphLook { style: 0, list: &[] });
        let list = sprm::resolved(found.list, self.extra);
        let (mut is_in_table, mut depth, mut inner_cell, mut inner_row, mut row_end) =
            (false, 0_i32, false, false, false);
        for change in changes(list) {
            match change.what {
                P_IN_TABLE => is_in_table = change.is_on(),
                P_ROW_END => row_end = change.is_on(),
                P_DEPTH => depth = i32_at(change.operand, 0).unwrap_or(0),
                P_DEEPER => depth = depth.saturating_add(i32_at(change.operand, 0).unwrap_or(0)),
                P_INNER_CELL => inner_cell = change.is_on(),
                P_INNER_ROW_END => inner_row = change.is_on(),
                _ => {}
            }
        }
        let depth = usize::try_from(depth).unwrap_or(0);
        let is_mark = mark == 0x07;
        // A cell's mark stands in a table even where its look got lost.
        let depth = if is_in_table || is_mark { depth.max(1) } else { 0 };
        let ends_row = if depth > 1 { inner_row } else { is_mark && row_end };
        let ends_cell = !ends_row && if depth > 1 { inner_cell } else { is_mark };
        let in_list = InList::read(list).or(self.styles.in_list(found.style));
        Paragraph {
            text: String::new(),
            depth,
            ends_cell,
            ends_row,
            is_deleted: false,
            in_list,
            style: found.style,
            list,
        }
    }
}

/// What a character shows: itself, or nothing for an object, a mark or an anchor.
fn shown(unit: u16) -> Option<u16> {
    match unit {
        0x09 | 0x0c => Some(unit),
        0x0b => Some(0x0a),
        // A column ends.
        0x0e => Some(0x0c),
        // A hyphen that does not break; one that shows only at a line's end.
        0x1e => Some(0x2d),
        0x00..=0x1f => None,
        _ => Some(unit),
    }
}

/// Which characters are no text: the marks of fields, and what a field says up to its result. A field that does not end is none.
fn fields(units: &[u16]) -> Vec<bool> {
    let mut depths = vec![0_i32; units.len() + 1];
    let mut open: Vec<(usize, Option<usize>)> = Vec::new();
    let mut mark = |from: usize, to: usize| {
        if let Some(depth) = depths.get_mut(from) {
            *depth = depth.saturating_add(1);
        }
        if let Some(depth) = depths.get_mut(to) {
            *depth = depth.saturating_sub(1);
        }
    };
    for (at, unit) in units.iter().enumerate() {
        match unit {
            0x13 => open.push((at, None)),
            0x14 => {
                if let Some((_, separator)) = open.last_mut() {
                    *separator = Some(at);
                }
            }
            0x15 => {
                if let Some((begin, separator)) = open.pop() {
                    mark(begin, separator.unwrap_or(at) + 1);
                }
            }
            _ => {}
        }
    }
    let mut depth = 0_i32;
    let is_inside = depths.iter().take(units.len()).map(|change| {
        depth = depth.saturating_add(*change);
        depth > 0
    });
    is_inside.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn result(text: &str) -> String {
        let units: Vec<u16> = text.encode_utf16().collect();
        let shown: Vec<u16> = units
            .iter()
            .zip(fields(&units))
            .filter(|(_, is_inside)| !is_inside)
            .filter_map(|(unit, _)| shown(*unit))
            .collect();
        String::from_utf16_lossy(&shown)
    }

    #[test]
    fn a_field_gives_its_result() {
        assert_eq!(result("甲\u{13} PAGE \u{14}3\u{15}乙"), "甲3乙");
        assert_eq!(result("\u{13}IF \u{13}X\u{14}1\u{15}=1\u{14}是\u{15}。"), "是。");
        assert_eq!(result("\u{13}SET a\u{15}完"), "完");
        // One that does not end takes nothing with it, nor does an end that nothing began.
        assert_eq!(result("甲\u{13} PAGE 乙"), "甲 PAGE 乙");
        assert_eq!(result("甲\u{14}\u{15}乙"), "甲乙");
    }

    #[test]
    fn marks_and_objects_show_nothing() {
        assert_eq!(result("a\u{1}\u{8}\u{2}\u{5}b\u{b}c\u{1e}d\u{1f}e\u{a0}f\tg"), "ab\nc-de\u{a0}f\tg");
    }
}
