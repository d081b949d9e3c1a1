//! The records of XLS, each a number, a length and so many bytes, and the strings in them, which may go on in the records that
//! follow. Source: [MS-XLS] 2.1.4; 2.5.293 (`XLUnicodeRichExtendedString`).

use encoding_rs::Encoding;

use super::super::bytes::{slice_at, u16_at};

/// What goes on from the record before.
const CONTINUE: u16 = 0x003c;

/// A record with those that continue it.
#[derive(Debug)]
pub struct Record<'a> {
    /// What it is.
    pub kind: u16,
    /// Its bytes, a part for each record.
    pub parts: Vec<&'a [u8]>,
}

impl<'a> Record<'a> {
    /// The bytes of the record itself.
    pub fn bytes(&self) -> &'a [u8] {
        self.parts.first().copied().unwrap_or_default()
    }
}

/// The records from a place on, up to where the stream ends or is cut.
pub fn records(stream: &[u8], from: usize) -> impl Iterator<Item = Record<'_>> {
    let mut at = from;
    let mut next = move || {
        let kind = u16_at(stream, at)?;
        let bytes = slice_at(stream, at.checked_add(4)?, usize::from(u16_at(stream, at + 2)?))?;
        at += 4 + bytes.len();
        Some((kind, bytes))
    };
    let mut ahead = None;
    std::iter::from_fn(move || {
        let (kind, bytes) = ahead.take().or_else(&mut next)?;
        let mut parts = vec![bytes];
        loop {
            ahead = next();
            match ahead {
                Some((CONTINUE, bytes)) => parts.push(bytes),
                _ => break,
            }
        }
        Some(Record { kind, parts })
    })
}

/// Reads what stands in a record, part by part.
#[derive(Debug)]
pub struct Cursor<'r, 'a> {
    parts: &'r [&'a [u8]],
    at: usize,
}

impl<'r, 'a> Cursor<'r, 'a> {
    /// Begins so many bytes into a record.
    pub fn new(record: &'r Record<'a>, at: usize) -> Self {
        Self { parts: &record.parts, at }
    }

    /// Whether all is read.
    pub fn is_done(&mut self) -> bool {
        self.settle();
        self.parts.is_empty()
    }

    /// Goes to the next part where this one ends.
    fn settle(&mut self) {
        while let Some((part, rest)) = self.parts.split_first()
            && self.at >= part.len()
        {
            self.at -= part.len();
            self.parts = rest;
        }
    }

    fn byte(&mut self) -> Option<u8> {
        self.settle();
        let byte = self.parts.first()?.get(self.at).copied();
        self.at += 1;
        byte
    }

    fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    fn u32(&mut self) -> Option<u32> {
        Some(u32::from(self.u16()?) | u32::from(self.u16()?) << 16)
    }

    /// A string with its length in two bytes, as in the table of shared strings: plain, with runs of looks, with how it is
    /// pronounced. The looks and the pronunciation are left out.
    pub fn string(&mut self) -> Option<String> {
        let length = self.u16()?;
        let flags = self.byte()?;
        let runs = if flags & 8 != 0 { usize::from(self.u16()?) } else { 0 };
        let more = if flags & 4 != 0 { usize::try_from(self.u32()?).ok()? } else { 0 };
        let text = self.characters(length.into(), flags & 1 != 0)?;
        self.at = self.at.checked_add(runs * 4)?.checked_add(more)?;
        Some(text)
    }

    /// So many characters, of one byte or two. Where they go on in the next part, it says anew of how many bytes they are.
    pub fn characters(&mut self, length: usize, is_wide: bool) -> Option<String> {
        let mut units: Vec<u16> = Vec::new();
        let mut is_wide = is_wide;
        while units.len() < length {
            if self.at >= self.parts.first()?.len() {
                self.settle();
                is_wide = self.byte()? & 1 != 0;
                continue;
            }
            if is_wide {
                units.push(self.u16()?);
            } else {
                units.push(self.byte()?.into());
            }
        }
        Some(String::from_utf16_lossy(&units))
    }
}

/// The encoding of a number of Windows (`[MS-XLS]` 2.4.52, `CodePage`); the usual Chinese one where it is none of those that are
/// likely.
pub fn encoding(number: u16) -> &'static Encoding {
    match number {
        950 => encoding_rs::BIG5,
        932 => encoding_rs::SHIFT_JIS,
        949 => encoding_rs::EUC_KR,
        1250 => encoding_rs::WINDOWS_1250,
        1251 => encoding_rs::WINDOWS_1251,
        1252 | 0x8001 => encoding_rs::WINDOWS_1252,
        10000 | 0x8000 => encoding_rs::MACINTOSH,
        65001 => encoding_rs::UTF_8,
        _ => encoding_rs::GBK,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stream(records: &[(u16, &[u8])]) -> Vec<u8> {
        let mut stream = Vec::new();
        for (kind, bytes) in records {
            stream.extend(kind.to_le_bytes());
            stream.extend(u16::try_from(bytes.len()).expect("short").to_le_bytes());
            stream.extend(*bytes);
        }
        stream
    }

    #[test]
    fn a_string_goes_on_in_the_next_record_in_bytes_of_another_width() {
        let first = [4, 0, 1, 0x2d, 0x4e, 0x87, 0x65];
        let bytes = stream(&[(0xfc, &first), (CONTINUE, &[0, b'a', b'b']), (CONTINUE, &[1, 0, 0, b'c']), (0x0a, &[])]);
        let read: Vec<Record> = records(&bytes, 0).collect();
        assert_eq!(
            read.iter().map(|record| (record.kind, record.parts.len())).collect::<Vec<_>>(),
            [(0xfc, 3), (0x0a, 1)]
        );
        let mut cursor = Cursor::new(&read[0], 0);
        assert_eq!((cursor.string().as_deref(), cursor.string().as_deref()), (Some("中文ab"), Some("c")));
        assert!(cursor.is_done() && cursor.string().is_none());
    }

    #[test]
    fn looks_and_pronunciation_are_left_out() {
        let first = [1, 0, 0x0d, 1, 0, 2, 0, 0, 0, 0x2d, 0x4e, 9, 9, 9, 9, 8, 8, 1, 0, 0, b'x'];
        let bytes = stream(&[(0xfc, &first)]);
        let read: Vec<Record> = records(&bytes, 0).collect();
        let mut cursor = Cursor::new(&read[0], 0);
        assert_eq!((cursor.string().as_deref(), cursor.string().as_deref()), (Some("中"), Some("x")));
    }

    #[test]
    fn a_cut_stream_ends() {
        let bytes = stream(&[(0xfc, &[200, 0, 1, 0x2d, 0x4e]), (CONTINUE, &[])]);
        for length in 0..=bytes.len() {
            for record in records(&bytes[..length], 0) {
                assert_eq!(Cursor::new(&record, 0).string(), None);
            }
        }
        assert_eq!(records(&bytes, usize::MAX).count(), 0);
    }
}
