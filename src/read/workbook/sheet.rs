//! A sheet while it is read: its cells by row and column, whatever the format. What is blank takes no room.

use std::collections::BTreeMap;

use super::super::Refusal;
use super::super::limits::{MOST_CELLS, MOST_INFLATED, too_large};

/// The most merged areas of a workbook.
pub const MOST_MERGES: usize = 20_000;
/// The last row and column that a program knows, counted from 0 (ISO/IEC 29500-1, 18.3.1.99).
pub const LAST: (u32, u32) = (1_048_575, 16_383);

/// A row and a column, counted from 0.
pub type Place = (u32, u32);

/// What is in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// The words.
    pub text: String,
    /// Whether they are words and not a number, a date or a truth.
    pub is_words: bool,
}

/// A merged area, from its first to its last row and column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    /// Where it begins.
    pub first: Place,
    /// Where it ends.
    pub last: Place,
}

/// A sheet.
#[derive(Debug, Default)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Whether it is hidden.
    pub is_hidden: bool,
    /// Whether rows or columns of it are hidden.
    pub has_hidden_lines: bool,
    /// The cells in which there is something.
    pub cells: BTreeMap<Place, Value>,
    /// The merged areas.
    pub merges: Vec<Area>,
    /// Formulas that nobody has computed.
    pub uncomputed: Vec<Place>,
    /// Cells that show an error, and which.
    pub errors: Vec<(Place, String)>,
}

/// The sheets of a workbook, and how much of them was read.
#[derive(Debug, Default)]
pub struct Sheets {
    /// The sheets, in order.
    pub list: Vec<Sheet>,
    cells: usize,
    merges: usize,
    /// How many bytes of text the cells have: many may name the same one.
    bytes: u64,
}

impl Sheets {
    /// Begins a sheet.
    ///
    /// # Errors
    /// Where there are more sheets than are read.
    pub fn begin(&mut self, name: &str, is_hidden: bool) -> Result<(), Refusal> {
        if self.list.len() >= super::super::limits::MOST_PARTS {
            return Err(too_large());
        }
        self.list.push(Sheet { name: name.to_owned(), is_hidden, ..Sheet::default() });
        Ok(())
    }

    /// Puts words into a cell of the sheet that was begun last.
    ///
    /// # Errors
    /// Where there are more cells than are read.
    pub fn words(&mut self, place: Place, text: &str) -> Result<(), Refusal> {
        self.put(place, text, true)
    }

    /// Puts a number, a date or a truth, as it is shown, into a cell of the sheet that was begun last.
    ///
    /// # Errors
    /// Where there are more cells than are read.
    pub fn number(&mut self, place: Place, text: &str) -> Result<(), Refusal> {
        self.put(place, text, false)
    }

    /// Notes a formula without a value in the sheet that was begun last.
    ///
    /// # Errors
    /// Where there are more cells than are read.
    pub fn uncomputed(&mut self, place: Place) -> Result<(), Refusal> {
        self.count()?;
        if let Some(sheet) = self.list.last_mut() {
            sheet.uncomputed.push(place);
        }
        Ok(())
    }

    /// Notes a cell that shows an error in the sheet that was begun last.
    ///
    /// # Errors
    /// Where there are more cells than are read.
    pub fn error(&mut self, place: Place, error: &str) -> Result<(), Refusal> {
        self.count()?;
        if let Some(sheet) = self.list.last_mut() {
            sheet.errors.push((place, error.trim().to_owned()));
        }
        Ok(())
    }

    /// Notes a merged area of the sheet that was begun last. One that ends before it begins is none.
    ///
    /// # Errors
    /// Where there are more areas than are read.
    pub fn merge(&mut self, first: Place, last: Place) -> Result<(), Refusal> {
        let is_area = first.0 <= last.0 && first.1 <= last.1 && first != last && first.0 <= LAST.0 && first.1 <= LAST.1;
        let Some(sheet) = self.list.last_mut().filter(|_| is_area) else { return Ok(()) };
        self.merges += 1;
        if self.merges > MOST_MERGES {
            return Err(too_large());
        }
        sheet.merges.push(Area { first, last });
        Ok(())
    }

    /// Notes that the sheet that was begun last has hidden rows or columns.
    pub fn hide_lines(&mut self) {
        if let Some(sheet) = self.list.last_mut() {
            sheet.has_hidden_lines = true;
        }
    }

    /// Counts a cell.
    ///
    /// # Errors
    /// Where there are more cells than are read.
    pub fn count(&mut self) -> Result<(), Refusal> {
        self.cells += 1;
        if self.cells > MOST_CELLS { Err(too_large()) } else { Ok(()) }
    }

    fn put(&mut self, place: Place, text: &str, is_words: bool) -> Result<(), Refusal> {
        let text = text.trim();
        if text.is_empty() || place.0 > LAST.0 || place.1 > LAST.1 {
            return Ok(());
        }
        self.count()?;
        self.bytes = self.bytes.saturating_add(u64::try_from(text.len()).unwrap_or(u64::MAX));
        if self.bytes > MOST_INFLATED {
            return Err(too_large());
        }
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        if let Some(sheet) = self.list.last_mut() {
            sheet.cells.insert(place, Value { text, is_words });
        }
        Ok(())
    }
}

/// The name of a cell: `A1` for the first.
pub fn cell_name((row, column): Place) -> String {
    let mut letters = Vec::new();
    let mut rest = column.saturating_add(1);
    while rest > 0 {
        letters.push(char::from(b'A' + u8::try_from((rest - 1) % 26).unwrap_or(0)));
        rest = (rest - 1) / 26;
    }
    let letters: String = letters.iter().rev().collect();
    format!("{letters}{}", row.saturating_add(1))
}

/// The row and column of a cell's name; nothing where it is none, or beyond what a program knows.
pub fn place_of(name: &str) -> Option<Place> {
    let name = name.trim().replace('$', "");
    let digits = name.find(|c: char| c.is_ascii_digit())?;
    let (letters, digits) = name.split_at(digits);
    if letters.is_empty() || letters.len() > 3 || digits.len() > 7 {
        return None;
    }
    let mut column = 0;
    for letter in letters.chars() {
        column = column * 26 + letter.to_digit(36).filter(|value| *value >= 10)? - 9;
    }
    let row = digits.parse::<u32>().ok()?.checked_sub(1)?;
    (row <= LAST.0 && column <= LAST.1 + 1).then_some((row, column - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_have_names() {
        for (name, place) in [("A1", (0, 0)), ("Z9", (8, 25)), ("AA10", (9, 26)), ("XFD1048576", LAST)] {
            assert_eq!((place_of(name), cell_name(place).as_str()), (Some(place), name));
        }
        assert_eq!(place_of(" $b$2 "), Some((1, 1)));
        for name in ["", "A", "1", "A0", "XFE1", "A1048577", "AAAA1", "A99999999999", "甲1", "A1B"] {
            assert_eq!(place_of(name), None, "{name}");
        }
    }

    #[test]
    fn blanks_take_no_room_and_cells_are_counted() {
        let mut sheets = Sheets::default();
        sheets.begin("一", false).expect("a sheet");
        sheets.words((0, 0), "  ").expect("room");
        sheets.words((0, 0), " 商业\r\n企业 ").expect("room");
        sheets.number((LAST.0 + 1, 0), "1").expect("beyond the last row");
        assert_eq!(sheets.list[0].cells.len(), 1);
        assert_eq!(sheets.list[0].cells[&(0, 0)].text, "商业\n企业");
        for _ in 1..MOST_CELLS {
            sheets.number((1, 1), "1").expect("room");
        }
        assert_eq!(sheets.number((1, 1), "1"), Err(too_large()));
    }
}
