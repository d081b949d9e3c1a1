//! What characters and paragraphs look like: runs of bytes of the text, on pages of 512 bytes. Source: [MS-DOC] 2.9.33 (`ChpxFkp`)
//! and 2.9.174 (`PapxFkp`).

use super::super::bytes::{slice_at, u8_at, u16_at, u32_at};
use super::fib::{Fib, PLCF_BTE_CHPX, PLCF_BTE_PAPX, pages_of};
use super::sprm::{C_DELETED, C_FONT, C_HIDDEN, C_INSERTED, C_SYMBOL, changes};

/// Where a page counts its runs.
const COUNT_AT: usize = 511;

/// Runs by where they begin; none where the bytes of a text have no look of their own.
#[derive(Debug)]
pub struct Runs<T> {
    runs: Vec<(u32, u32, T)>,
}

impl<T> Runs<T> {
    fn sorted(mut runs: Vec<(u32, u32, T)>) -> Self {
        runs.sort_by_key(|(start, ..)| *start);
        Self { runs }
    }

    /// What the byte at this place of the stream looks like.
    pub fn at(&self, place: u32) -> Option<&T> {
        let index = self.runs.partition_point(|(start, ..)| *start <= place).checked_sub(1)?;
        self.runs.get(index).filter(|(_, end, _)| place < *end).map(|(.., look)| look)
    }
}

/// What a character looks like, as far as reading is concerned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// Deleted, and not yet accepted.
    pub is_deleted: bool,
    /// Inserted, and not yet accepted.
    pub is_inserted: bool,
    /// Hidden.
    pub is_hidden: bool,
    /// Which character of which font it stands for.
    pub symbol: Option<(u16, u16)>,
    /// The number of its font for plain letters.
    pub font: Option<u16>,
}

impl Look {
    fn read(list: &[u8]) -> Self {
        let mut look = Self::default();
        for change in changes(list) {
            match change.what {
                C_DELETED => look.is_deleted = change.is_on(),
                C_INSERTED => look.is_inserted = change.is_on(),
                C_HIDDEN => look.is_hidden = change.is_on(),
                C_SYMBOL => look.symbol = u16_at(change.operand, 0).zip(u16_at(change.operand, 2)),
                C_FONT => look.font = u16_at(change.operand, 0),
                _ => {}
            }
        }
        look
    }
}

/// The style of a paragraph, and the changes to it.
#[derive(Clone, Copy, Debug)]
pub struct ParagraphLook<'a> {
    /// The number of its style.
    pub style: u16,
    /// The changes.
    pub list: &'a [u8],
}

/// What the characters of a text look like. Those with no look worth a word are left out.
pub fn characters(table: &[u8], fib: &Fib) -> Runs<Look> {
    let mut runs = Vec::new();
    for page in pages(table, fib, PLCF_BTE_CHPX) {
        let Some(count) = u8_at(page, COUNT_AT).map(usize::from) else { continue };
        for index in 0..count {
            let bounds = u32_at(page, index * 4).zip(u32_at(page, index * 4 + 4));
            let at = u8_at(page, (count + 1) * 4 + index).map(|half| usize::from(half) * 2);
            let (Some((start, end)), Some(at)) = (bounds, at) else { break };
            let list = u8_at(page, at).and_then(|length| slice_at(page, at + 1, usize::from(length)));
            let look = list.filter(|_| at > 0).map(Look::read).unwrap_or_default();
            if look != Look::default() {
                runs.push((start, end, look));
            }
        }
    }
    Runs::sorted(runs)
}

/// What the paragraphs of a text look like.
pub fn paragraphs<'a>(table: &[u8], fib: &Fib<'a>) -> Runs<ParagraphLook<'a>> {
    let mut runs = Vec::new();
    for page in pages(table, fib, PLCF_BTE_PAPX) {
        let Some(count) = u8_at(page, COUNT_AT).map(usize::from) else { continue };
        for index in 0..count {
            let bounds = u32_at(page, index * 4).zip(u32_at(page, index * 4 + 4));
            // 13 bytes a paragraph, of which the first says where its changes are.
            let at = u8_at(page, (count + 1) * 4 + index * 13).map(|half| usize::from(half) * 2);
            let (Some((start, end)), Some(at)) = (bounds, at) else { break };
            let look = if at == 0 { None } else { paragraph(page, at) };
            runs.push((start, end, look.unwrap_or(ParagraphLook { style: 0, list: &[] })));
        }
    }
    Runs::sorted(runs)
}

/// The changes of a paragraph: their length in words, less a byte; or 0 and then their length in words.
fn paragraph(page: &[u8], at: usize) -> Option<ParagraphLook<'_>> {
    let (from, length) = match u8_at(page, at)? {
        0 => (at + 2, usize::from(u8_at(page, at + 1)?) * 2),
        words => (at + 1, usize::from(words) * 2 - 1),
    };
    let bytes = slice_at(page, from, length)?;
    Some(ParagraphLook { style: u16_at(bytes, 0)?, list: bytes.get(2..)? })
}

fn pages<'a>(table: &[u8], fib: &Fib<'a>, part: usize) -> impl Iterator<Item = &'a [u8]> {
    let numbers = fib.part(table, part).map(pages_of).unwrap_or_default();
    numbers.into_iter().filter_map(|number| fib.page(number)).collect::<Vec<_>>().into_iter()
}
