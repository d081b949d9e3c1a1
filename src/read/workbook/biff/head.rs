//! The head of an XLS: its sheets, and what they share: strings, formats, the encoding. Source: [MS-XLS] 2.1.7.20.3.

use std::collections::HashMap;

use encoding_rs::{Encoding, GBK};

use super::super::super::bytes::{size_at, u8_at, u16_at};
use super::super::number::{Shown, shown_by};
use super::super::records::{Cursor, Record, encoding};

/// What all sheets share.
#[derive(Debug)]
pub struct Shared {
    /// Whether strings are UTF-16 with a byte that says so, and not bytes in an encoding.
    pub is_wide: bool,
    encoding: &'static Encoding,
    /// The strings that cells name by their number.
    pub strings: Vec<String>,
    /// The codes of formats by their numbers.
    codes: HashMap<u16, String>,
    /// The number of the format of each look of cells.
    looks: Vec<u16>,
    /// Whether days are counted from 1904.
    pub from_1904: bool,
}

impl Default for Shared {
    fn default() -> Self {
        let (strings, codes, looks) = (Vec::new(), HashMap::new(), Vec::new());
        Self { is_wide: true, encoding: GBK, strings, codes, looks, from_1904: false }
    }
}

/// A sheet, as the head of the workbook names it.
#[derive(Debug)]
pub struct Named {
    /// Where it begins in the stream.
    pub at: usize,
    /// Its name.
    pub name: String,
    /// Whether it is hidden.
    pub is_hidden: bool,
    /// Whether it has cells, and is no chart and no program.
    pub has_cells: bool,
}

impl Shared {
    /// Reads what all sheets share.
    pub fn read(&mut self, record: &Record) {
        let bytes = record.bytes();
        match record.kind {
            0x0042 => self.encoding = u16_at(bytes, 0).map_or(self.encoding, encoding),
            0x0022 => self.from_1904 = u16_at(bytes, 0) == Some(1),
            0x00e0 => self.looks.push(u16_at(bytes, 2).unwrap_or(0)),
            0x041e => {
                let Some(id) = u16_at(bytes, 0) else { return };
                let code = if self.is_wide {
                    Cursor::new(record, 2).string()
                } else {
                    u8_at(bytes, 2).and_then(|length| self.narrow(bytes, 3, length.into()))
                };
                self.codes.extend(code.map(|code| (id, code)));
            }
            0x00fc => {
                let mut cursor = Cursor::new(record, 8);
                while !cursor.is_done() {
                    let Some(text) = cursor.string() else { break };
                    self.strings.push(text);
                }
            }
            _ => {}
        }
    }

    /// Text in the encoding of the workbook.
    fn narrow(&self, bytes: &[u8], at: usize, length: usize) -> Option<String> {
        let rest = bytes.get(at..)?;
        Some(self.encoding.decode_without_bom_handling(rest.get(..length).unwrap_or(rest)).0.into_owned())
    }

    /// Text with its length in two bytes before it.
    pub fn text(&self, record: &Record, at: usize) -> Option<String> {
        if self.is_wide {
            return Cursor::new(record, at).string();
        }
        let length = u16_at(record.bytes(), at)?;
        self.narrow(record.bytes(), at + 2, length.into())
    }

    /// The sheet that a record names.
    pub fn named(&self, record: &Record) -> Option<Named> {
        let bytes = record.bytes();
        let length = usize::from(u8_at(bytes, 6)?);
        let name = if self.is_wide {
            Cursor::new(record, 8).characters(length, u8_at(bytes, 7)? & 1 != 0)
        } else {
            self.narrow(bytes, 7, length)
        };
        let (is_hidden, has_cells) = (u8_at(bytes, 4)? & 3 != 0, u8_at(bytes, 5)? == 0);
        Some(Named { at: size_at(bytes, 0)?, name: name?, is_hidden, has_cells })
    }

    /// How the numbers of cells with this look are shown.
    pub fn shown(&self, look: u16) -> Shown {
        let format = self.looks.get(usize::from(look)).copied().unwrap_or(0);
        shown_by(format, self.codes.get(&format).map(String::as_str))
    }
}
