//! The head of a document: what version it is, how long its stories are, where its parts stand. Source: [MS-DOC] 2.5, FIB.

use super::super::Refusal;
use super::super::bytes::{i32_at, size_at, slice_at, u16_at, u32_at};
use super::super::package::{encrypted, incomplete};

/// The styles.
pub const STSHF: usize = 1;
/// Where the heads and feet of pages begin.
pub const PLCF_HDD: usize = 11;
/// Which pages say how characters look.
pub const PLCF_BTE_CHPX: usize = 12;
/// Which pages say how paragraphs look.
pub const PLCF_BTE_PAPX: usize = 13;
/// The names of the fonts.
pub const STTBF_FFN: usize = 15;
/// The pieces of the text.
pub const CLX: usize = 33;
/// The definitions of lists; their levels stand behind them.
pub const PLF_LST: usize = 73;
/// The lists that paragraphs name.
pub const PLF_LFO: usize = 74;

/// A part of the text. They follow each other in this order, but for a story that nobody uses ([MS-DOC] 2.4.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Story {
    /// The running text.
    Main,
    /// The footnotes.
    Footnotes,
    /// The heads and feet of pages.
    Margins,
    /// The comments.
    Comments,
    /// The endnotes.
    Endnotes,
    /// The text boxes on pages.
    TextBoxes,
}

/// What the head says.
#[derive(Debug)]
pub struct Fib<'a> {
    /// The stream of tables.
    pub table_name: &'static str,
    /// How many characters each story has, in the order of the file: text, footnotes, margins, macros, comments, endnotes, boxes,
    /// boxes in margins.
    lengths: [u32; 8],
    /// Pairs of a place in the stream of tables and a length.
    places: &'a [u8],
    stream: &'a [u8],
}

impl<'a> Fib<'a> {
    /// Reads the head of the stream `WordDocument`.
    ///
    /// # Errors
    /// Where it is none, is of Word 95 or older, is encrypted, or is cut.
    pub fn read(stream: &'a [u8]) -> Result<Self, Refusal> {
        let magic = u16_at(stream, 0).ok_or_else(incomplete)?;
        let version = u16_at(stream, 2).ok_or_else(incomplete)?;
        let flags = u16_at(stream, 10).ok_or_else(incomplete)?;
        // Word 6 and 95 have numbers around 0x65, and marks of their own; the names of WPS have the magic of Word 97.
        if magic == 0xa5dc || (magic == 0xa5ec && version < 0xc1) || matches!(magic, 0xa59b | 0xa5db | 0xa697..=0xa699)
        {
            return Err(Refusal::new(
                "这是 Word 95 或更早版本的文档，版本太旧，没有读入。请用 Word 或 WPS 打开后另存为 .docx 格式，再试。",
            ));
        }
        if magic != 0xa5ec {
            return Err(incomplete());
        }
        if flags & 0x0100 != 0 {
            return Err(encrypted());
        }
        let table_name = if flags & 0x0200 == 0 { "0Table" } else { "1Table" };
        // Three groups, each with its length before it: numbers of 2, of 4 and of 8 bytes.
        let shorts = usize::from(u16_at(stream, 32).ok_or_else(incomplete)?);
        let longs_at = 34 + shorts * 2;
        let longs = usize::from(u16_at(stream, longs_at).ok_or_else(incomplete)?);
        let longs_from = longs_at + 2;
        if longs < 14 {
            return Err(incomplete());
        }
        let mut lengths = [0; 8];
        for (index, length) in lengths.iter_mut().enumerate() {
            let stated = i32_at(stream, longs_from + (3 + index) * 4).ok_or_else(incomplete)?;
            *length = u32::try_from(stated).map_err(|_| incomplete())?;
        }
        let pairs_at = longs_from + longs * 4;
        let pairs = usize::from(u16_at(stream, pairs_at).ok_or_else(incomplete)?);
        let rest = stream.get(pairs_at + 2..).ok_or_else(incomplete)?;
        let places = rest.get(..pairs * 8).unwrap_or(rest);
        Ok(Self { table_name, lengths, places, stream })
    }

    /// Where a story begins and ends, in characters.
    pub fn range(&self, story: Story) -> (u32, u32) {
        let index = match story {
            Story::Main => 0,
            Story::Footnotes => 1,
            Story::Margins => 2,
            Story::Comments => 4,
            Story::Endnotes => 5,
            Story::TextBoxes => 6,
        };
        let start = self.lengths.iter().take(index).fold(0_u32, |sum, length| sum.saturating_add(*length));
        (start, start.saturating_add(self.lengths.get(index).copied().unwrap_or(0)))
    }

    /// Where a part stands in the stream of tables, and how long it is.
    pub fn place(&self, index: usize) -> Option<(usize, usize)> {
        Some((size_at(self.places, index * 8)?, size_at(self.places, index * 8 + 4)?)).filter(|(_, length)| *length > 0)
    }

    /// A part of the stream of tables; nothing where the document has none, or it is cut.
    pub fn part<'t>(&self, table: &'t [u8], index: usize) -> Option<&'t [u8]> {
        let (at, length) = self.place(index)?;
        slice_at(table, at, length)
    }

    /// A page of 512 bytes of the stream, by its number; the last one may be cut.
    pub fn page(&self, number: u32) -> Option<&'a [u8]> {
        let at = usize::try_from(number).ok()?.checked_mul(512)?;
        let rest = self.stream.get(at..)?;
        Some(rest.get(..512).unwrap_or(rest))
    }
}

/// The pages that a table of them names, each once: pairs of a place in the text follow each other, then the numbers of pages
/// ([MS-DOC] 2.8.5 and 2.8.6).
pub fn pages_of(part: &[u8]) -> Vec<u32> {
    let count = part.len().saturating_sub(4) / 8;
    let from = (count + 1) * 4;
    let mut pages: Vec<u32> =
        (0..count).filter_map(|n| u32_at(part, from + n * 4)).map(|page| page & 0x3f_ffff).collect();
    pages.sort_unstable();
    pages.dedup();
    pages
}
