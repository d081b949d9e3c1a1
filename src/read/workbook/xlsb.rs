//! XLSB: the parts of XLSX as records. Source: [MS-XLSB] 2.1.4 (records), 2.4 (their kinds).

use std::collections::HashMap;

use super::super::Refusal;
use super::super::bytes::{f64_at, i32_at, size_at, slice_at, u8_at, u16_at, u32_at, utf16};
use super::super::package::Package;
use super::biff::{error, packed, truth};
use super::missing;
use super::number::{Shown, of_float, shown_by};
use super::sheet::Sheets;
use super::xlsx::relations;

const MAIN: &str = "xl/workbook.bin";

/// What all sheets share.
struct Shared {
    strings: Vec<String>,
    formats: Vec<Shown>,
    from_1904: bool,
}

/// Reads the sheets.
///
/// # Errors
/// Where a part is missing or damaged, or there is more than is read.
pub fn read(package: &mut Package) -> Result<Sheets, Refusal> {
    let main = missing(package.bytes(MAIN)?)?;
    let relations = relations(package, MAIN)?;
    let part = |kind: &str| relations.values().find(|(known, _)| known.ends_with(kind)).map(|(_, part)| part.clone());
    let strings = part("/sharedStrings").map(|part| package.bytes(&part)).transpose()?.flatten().unwrap_or_default();
    let styles = part("/styles").map(|part| package.bytes(&part)).transpose()?.flatten().unwrap_or_default();
    let mut shared = Shared {
        strings: records(&strings)
            .filter(|(kind, _)| *kind == 0x13)
            .map(|(_, item)| text(item, 1).unwrap_or_default())
            .collect(),
        formats: formats(&styles),
        from_1904: false,
    };
    let mut sheets = Sheets::default();
    for (kind, record) in records(&main) {
        if kind == 0x99 {
            shared.from_1904 = u8_at(record, 0).is_some_and(|flags| flags & 1 != 0);
        }
        if kind != 0x9c {
            continue;
        }
        let Some((id, name)) = names(record) else { continue };
        let Some((_, part)) = relations.get(&id).filter(|(kind, _)| kind.ends_with("/worksheet")) else { continue };
        let is_hidden = u32_at(record, 0) != Some(0);
        sheets.begin(&name, is_hidden)?;
        if !is_hidden {
            let bytes = missing(package.bytes(part)?)?;
            shared.sheet(&bytes, &mut sheets)?;
        }
    }
    Ok(sheets)
}

/// The relation and the name of a sheet.
fn names(record: &[u8]) -> Option<(String, String)> {
    let id = text(record, 8)?;
    let name_at = 12 + size_at(record, 8)?.checked_mul(2)?;
    Some((id, text(record, name_at)?))
}

/// The records of a part, up to where it is cut: a kind and a length of one to four bytes, seven bits in each.
fn records(part: &[u8]) -> impl Iterator<Item = (u32, &[u8])> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let mut number = |most: usize| {
            let mut number = 0;
            for index in 0..most {
                let byte = u8_at(part, at)?;
                at += 1;
                number |= u32::from(byte & 0x7f) << (index * 7);
                if byte & 0x80 == 0 {
                    break;
                }
            }
            Some(number)
        };
        let (kind, length) = (number(2)?, number(4)?);
        let bytes = slice_at(part, at, usize::try_from(length).ok()?)?;
        at += bytes.len();
        Some((kind, bytes))
    })
}

/// Text with its length in four bytes before it; nothing for one that is not there.
fn text(record: &[u8], at: usize) -> Option<String> {
    let length = size_at(record, at)?;
    Some(utf16(slice_at(record, at.checked_add(4)?, length.checked_mul(2)?)?))
}

/// How the numbers of each format of cells are shown.
fn formats(styles: &[u8]) -> Vec<Shown> {
    let (mut codes, mut formats, mut is_of_cells) = (HashMap::new(), Vec::new(), false);
    for (kind, record) in records(styles) {
        match kind {
            0x2c => codes.extend(u16_at(record, 0).zip(text(record, 2))),
            0x269 => is_of_cells = true,
            0x26a => is_of_cells = false,
            0x2f if is_of_cells => {
                let id = u16_at(record, 2).unwrap_or(0);
                formats.push(shown_by(id, codes.get(&id).map(String::as_str)));
            }
            _ => {}
        }
    }
    formats
}

impl Shared {
    fn sheet(&self, part: &[u8], sheets: &mut Sheets) -> Result<(), Refusal> {
        let mut row = 0;
        for (kind, record) in records(part) {
            match kind {
                0x00 => {
                    row = u32_at(record, 0).unwrap_or(u32::MAX);
                    if u8_at(record, 11).is_some_and(|flags| flags & 0x10 != 0) {
                        sheets.hide_lines();
                    }
                }
                0x3c if u8_at(record, 16).is_some_and(|flags| flags & 1 != 0) => sheets.hide_lines(),
                0xb0 => {
                    let edge = |index: usize| u32_at(record, index * 4);
                    if let (Some(top), Some(bottom), Some(left), Some(right)) = (edge(0), edge(1), edge(2), edge(3)) {
                        sheets.merge((top, left), (bottom, right))?;
                    }
                }
                0x02..=0x0b => self.cell(kind, record, row, sheets)?,
                _ => {}
            }
        }
        Ok(())
    }

    fn cell(&self, kind: u32, record: &[u8], row: u32, sheets: &mut Sheets) -> Result<(), Refusal> {
        let (Some(column), Some(look)) = (u32_at(record, 0), u32_at(record, 4)) else { return Ok(()) };
        let place = (row, column);
        let look = usize::try_from(look & 0xff_ffff).unwrap_or(usize::MAX);
        let shown = self.formats.get(look).copied().unwrap_or_default();
        let byte = u8_at(record, 8).unwrap_or(0);
        match kind {
            0x02 => {
                let bits = u32_at(record, 8).zip(i32_at(record, 8));
                let number = bits.and_then(|(bits, signed)| packed(bits, signed, shown, self.from_1904));
                sheets.number(place, &number.unwrap_or_default())
            }
            0x03 | 0x0b => sheets.error(place, error(byte)),
            0x04 | 0x0a => sheets.number(place, truth(byte)),
            0x05 | 0x09 => {
                let number = f64_at(record, 8).and_then(|number| of_float(number, shown, self.from_1904));
                sheets.number(place, &number.unwrap_or_default())
            }
            0x07 => {
                let text = size_at(record, 8).and_then(|index| self.strings.get(index));
                sheets.words(place, text.map(String::as_str).unwrap_or_default())
            }
            _ => sheets.words(place, &text(record, 8).unwrap_or_default()),
        }
    }
}
