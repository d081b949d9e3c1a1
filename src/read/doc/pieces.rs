//! The text of a document, which lies in pieces in any order. Source: [MS-DOC] 2.9.38, Clx; 2.9.73, FcCompressed.

use encoding_rs::WINDOWS_1252;

use super::super::Refusal;
use super::super::bytes::{size_at, slice_at, u8_at, u16_at, u32_at};
use super::super::limits::too_large;
use super::super::package::incomplete;

/// A piece of the text.
#[derive(Clone, Copy, Debug)]
struct Piece {
    /// Its first character.
    start: u32,
    /// Where it begins in the stream, in bytes.
    place: u32,
    /// How many bytes a character takes.
    width: u32,
}

/// The whole text: units of UTF-16, and where each lies in the stream.
#[derive(Debug, Default)]
pub struct Pieces {
    /// The text.
    pub units: Vec<u16>,
    pieces: Vec<Piece>,
}

impl Pieces {
    /// Reads the table of pieces, and the text.
    ///
    /// # Errors
    /// Where the table or the text is cut, or the text is longer than its bytes.
    pub fn read(clx: &[u8], stream: &[u8]) -> Result<Self, Refusal> {
        let mut at = 0;
        // Lists of changes come before the table.
        while u8_at(clx, at) == Some(1) {
            at += 3 + usize::from(u16_at(clx, at + 1).ok_or_else(incomplete)?);
        }
        if u8_at(clx, at) != Some(2) {
            return Err(incomplete());
        }
        let length = size_at(clx, at + 1).ok_or_else(incomplete)?;
        let table = slice_at(clx, at + 5, length).ok_or_else(incomplete)?;
        let count = table.len().saturating_sub(4) / 12;
        let mut text = Self::default();
        for index in 0..count {
            text.add(table, count, index, stream).ok_or_else(incomplete)?;
            // No two pieces share their bytes, so that no honest text is longer than the stream.
            if text.units.len() > stream.len() {
                return Err(too_large());
            }
        }
        Ok(text)
    }

    /// Adds a piece; nothing where it is cut.
    fn add(&mut self, table: &[u8], count: usize, index: usize, stream: &[u8]) -> Option<()> {
        let (start, end) = (u32_at(table, index * 4)?, u32_at(table, index * 4 + 4)?);
        if usize::try_from(start).ok()? != self.units.len() {
            return None;
        }
        let length = usize::try_from(end.checked_sub(start)?).ok()?;
        let stated = u32_at(table, (count + 1) * 4 + index * 8 + 2)?;
        let is_narrow = stated & 0x4000_0000 != 0;
        let place = if is_narrow { (stated & 0x3fff_ffff) / 2 } else { stated & 0x3fff_ffff };
        let from = usize::try_from(place).ok()?;
        if is_narrow {
            let bytes = slice_at(stream, from, length)?;
            // Each byte is one character below U+FFFF.
            self.units.extend(WINDOWS_1252.decode_without_bom_handling(bytes).0.encode_utf16());
        } else {
            let (pairs, _) = slice_at(stream, from, length.checked_mul(2)?)?.as_chunks::<2>();
            self.units.extend(pairs.iter().map(|pair| u16::from_le_bytes(*pair)));
        }
        self.pieces.push(Piece { start, place, width: if is_narrow { 1 } else { 2 } });
        Some(())
    }

    /// Where a character lies in the stream, in bytes.
    pub fn place(&self, character: u32) -> Option<u32> {
        let index = self.pieces.partition_point(|piece| piece.start <= character).checked_sub(1)?;
        let piece = self.pieces.get(index)?;
        (character - piece.start).checked_mul(piece.width)?.checked_add(piece.place)
    }
}
