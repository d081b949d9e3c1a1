//! XLS and the ET of Kingsoft: the binary format of Excel 97 to 2003, and of Excel 5 and 95. Source: [MS-XLS].

mod head;
#[cfg(test)]
mod tests;

use std::collections::HashSet;

use self::head::Shared;
use super::super::Refusal;
use super::super::bytes::{f64_at, i32_at, size_at, u8_at, u16_at, u32_at};
use super::super::limits::too_large;
use super::super::package::{encrypted, incomplete};
use super::number::{Shown, of_float, of_hundredths, short, written};
use super::records::{Record, records};
use super::sheet::{Place, Sheets};

/// Reads the sheets of the stream `Workbook` or `Book`.
///
/// # Errors
/// Where it is none, needs a password, is older than Excel 5, or has more than is read.
pub fn read(stream: &[u8]) -> Result<Sheets, Refusal> {
    let mut shared = Shared::default();
    let mut named = Vec::new();
    let mut is_begun = false;
    for record in records(stream, 0) {
        match record.kind {
            0x0809 if !is_begun => {
                is_begun = true;
                shared.is_wide = u16_at(record.bytes(), 0).is_some_and(|version| version >= 0x0600);
            }
            // Where the head ends.
            0x000a => break,
            0x002f => return Err(encrypted()),
            _ if !is_begun => {}
            0x0085 => named.extend(shared.named(&record)),
            _ => shared.read(&record),
        }
    }
    if !is_begun {
        return Err(incomplete());
    }
    let mut sheets = Sheets::default();
    let mut formulas = Formulas::default();
    // Sheets stand one after the other: what several would share is read once, and no more than the stream has.
    let (mut met, mut left) = (HashSet::new(), stream.len());
    for sheet in named.iter().filter(|sheet| sheet.has_cells) {
        if !met.insert(sheet.at) {
            continue;
        }
        sheets.begin(&sheet.name, sheet.is_hidden)?;
        if !sheet.is_hidden {
            let rest = stream.get(sheet.at..).unwrap_or_default();
            shared.sheet(rest, &mut left, &mut sheets, &mut formulas)?;
        }
    }
    // A program that computes nothing stores no value with any formula. A single one may well give no text.
    if !formulas.has_values {
        for (index, place) in formulas.blank {
            if let Some(sheet) = sheets.list.get_mut(index) {
                sheet.uncomputed.push(place);
            }
        }
    }
    Ok(sheets)
}

/// Which formulas have values.
#[derive(Default)]
struct Formulas {
    has_values: bool,
    /// Those with none, by sheet; each is counted as a cell.
    blank: Vec<(usize, Place)>,
}

/// What a formula gave.
enum Given {
    /// A value, which is in its cell.
    Value,
    /// Text, which comes in a record of its own.
    Text(Place),
    /// No text, or nothing at all.
    Blank(Place),
    /// Its record is cut.
    Nothing,
}

impl Shared {
    /// Reads the sheet at the beginning of a stream, of which so many bytes may be read.
    fn sheet(
        &self,
        stream: &[u8],
        left: &mut usize,
        sheets: &mut Sheets,
        formulas: &mut Formulas,
    ) -> Result<(), Refusal> {
        let index = sheets.list.len().saturating_sub(1);
        // Charts within a sheet have records of their own.
        let mut depth = 0_usize;
        let mut awaited: Option<Place> = None;
        for record in records(stream, 0) {
            let length: usize = record.parts.iter().map(|part| part.len() + 4).sum();
            *left = left.checked_sub(length).ok_or_else(too_large)?;
            match record.kind {
                0x0809 => depth += 1,
                0x000a if depth <= 1 => break,
                0x000a => depth -= 1,
                0x002f => return Err(encrypted()),
                0x0006 if depth <= 1 => {
                    awaited = None;
                    match self.formula(&record, sheets)? {
                        Given::Value => formulas.has_values = true,
                        Given::Text(place) => (awaited, formulas.has_values) = (Some(place), true),
                        Given::Blank(place) => {
                            sheets.count()?;
                            formulas.blank.push((index, place));
                        }
                        Given::Nothing => {}
                    }
                }
                // The text that the formula before gave.
                0x0207 => {
                    if let (Some(place), Some(text)) = (awaited.take(), self.text(&record, 0)) {
                        sheets.words(place, &text)?;
                    }
                }
                _ if depth <= 1 => self.cell(&record, sheets)?,
                _ => {}
            }
        }
        Ok(())
    }

    /// Reads a formula's value.
    fn formula(&self, record: &Record, sheets: &mut Sheets) -> Result<Given, Refusal> {
        let bytes = record.bytes();
        let (Some(place), Some(look)) = (place(bytes), u16_at(bytes, 4)) else { return Ok(Given::Nothing) };
        if u16_at(bytes, 12) != Some(0xffff) {
            let number = f64_at(bytes, 6).and_then(|number| of_float(number, self.shown(look), self.from_1904));
            sheets.number(place, &number.unwrap_or_default())?;
            return Ok(Given::Value);
        }
        let value = u8_at(bytes, 8).unwrap_or(0);
        match u8_at(bytes, 6) {
            Some(0) => return Ok(Given::Text(place)),
            Some(1) => sheets.number(place, truth(value))?,
            Some(2) => sheets.error(place, error(value))?,
            _ => return Ok(Given::Blank(place)),
        }
        Ok(Given::Value)
    }

    /// Reads a record of a sheet that holds a cell, or says something of cells.
    fn cell(&self, record: &Record, sheets: &mut Sheets) -> Result<(), Refusal> {
        let bytes = record.bytes();
        match record.kind {
            0x00e5 => {
                let count = usize::from(u16_at(bytes, 0).unwrap_or(0));
                for index in 0..count {
                    let edge = |edge: usize| u16_at(bytes, 2 + index * 8 + edge * 2).map(u32::from);
                    let (Some(top), Some(bottom), Some(left), Some(right)) = (edge(0), edge(1), edge(2), edge(3))
                    else {
                        break;
                    };
                    sheets.merge((top, left), (bottom, right))?;
                }
                return Ok(());
            }
            0x0208 if u8_at(bytes, 12).is_some_and(|flags| flags & 0x20 != 0) => {
                sheets.hide_lines();
                return Ok(());
            }
            0x007d if u8_at(bytes, 8).is_some_and(|flags| flags & 1 != 0) => {
                sheets.hide_lines();
                return Ok(());
            }
            _ => {}
        }
        let (Some(place), Some(look)) = (place(bytes), u16_at(bytes, 4)) else { return Ok(()) };
        match record.kind {
            0x00fd => {
                let text = size_at(bytes, 6).and_then(|index| self.strings.get(index));
                sheets.words(place, text.map(String::as_str).unwrap_or_default())
            }
            0x0204 | 0x00d6 => sheets.words(place, &self.text(record, 6).unwrap_or_default()),
            0x0203 => {
                let number = f64_at(bytes, 6).and_then(|number| of_float(number, self.shown(look), self.from_1904));
                sheets.number(place, &number.unwrap_or_default())
            }
            0x027e => sheets.number(place, &self.packed(bytes, 6, look).unwrap_or_default()),
            0x00bd => {
                // Several in a row, each with its look, and the last column after them.
                let count = bytes.len().saturating_sub(6) / 6;
                for index in 0..count {
                    let at = 4 + index * 6;
                    let column = place.1.saturating_add(u32::try_from(index).unwrap_or(u32::MAX));
                    let number = u16_at(bytes, at).and_then(|look| self.packed(bytes, at + 2, look));
                    sheets.number((place.0, column), &number.unwrap_or_default())?;
                }
                Ok(())
            }
            0x0205 => match (u8_at(bytes, 6), u8_at(bytes, 7)) {
                (Some(value), Some(0)) => sheets.number(place, truth(value)),
                (Some(value), Some(_)) => sheets.error(place, error(value)),
                _ => Ok(()),
            },
            _ => Ok(()),
        }
    }

    /// A number in four bytes: a whole one or the upper half of a floating-point one, either maybe in hundredths
    /// ([MS-XLS] 2.5.217, `RkNumber`).
    fn packed(&self, bytes: &[u8], at: usize, look: u16) -> Option<String> {
        packed(u32_at(bytes, at)?, i32_at(bytes, at)?, self.shown(look), self.from_1904)
    }
}

/// The number that four bytes stand for, unsigned and signed.
pub fn packed(bits: u32, signed: i32, shown: Shown, from_1904: bool) -> Option<String> {
    let number =
        if bits & 2 != 0 { (signed >> 2).to_string() } else { short(f64::from_bits(u64::from(bits & !3) << 32))? };
    if bits & 1 != 0 { of_hundredths(&number, shown, from_1904) } else { written(&number, shown, from_1904) }
}

fn place(bytes: &[u8]) -> Option<Place> {
    Some((u16_at(bytes, 0)?.into(), u16_at(bytes, 2)?.into()))
}

/// A truth as it is shown.
pub fn truth(value: u8) -> &'static str {
    if value == 0 { "FALSE" } else { "TRUE" }
}

/// An error as it is shown ([MS-XLS] 2.5.10, `Bes`).
pub fn error(value: u8) -> &'static str {
    match value {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0f => "#VALUE!",
        0x17 => "#REF!",
        0x1d => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    }
}
