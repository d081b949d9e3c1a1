//! How wide the columns and how high the rows of a sheet are, in pixels (96 to the inch).
//!
//! Excel does not make merged cells as high as their words need, and other programs measure with fonts of their own, so that rows are made
//! a little higher than 宋体 needs.

use super::super::tables::{Placed, Spot};
use crate::block::{Content, Role, TableCell};

/// The size of the grid's characters: 10.5 pt (五号).
pub const CHARACTER: u32 = 14;
/// The size of the title's characters: 14 pt (四号).
const TITLE: u32 = 19;
/// The height of a line for each pixel of its characters, in tenths.
const LEADING: u32 = 14;
/// What a cell keeps free beside its words, and above and below them.
const BESIDE: u32 = 10;
const ABOVE: u32 = 8;
/// The lowest row.
const LOWEST: u32 = 27;
/// The highest row that Excel knows: 409 pt.
const HIGHEST: u32 = 545;
/// The widest column that Excel knows: 255 digits.
const WIDEST: u32 = 1790;

/// The columns and rows of a table.
pub struct Measures {
    /// The widths of the columns.
    pub columns: Vec<u32>,
    /// The heights of the rows.
    pub rows: Vec<u32>,
    /// The height of the title.
    pub title: u32,
}

impl Measures {
    /// Measures a table that may be so wide. Columns too narrow for what stands in them get wider, and the table with them.
    pub fn new(placed: &Placed, widths: &[u16], title: &str, width: u32) -> Self {
        let columns = columns(placed, widths, width);
        let rows = rows(placed, &columns);
        let title = height(title, columns.iter().sum(), TITLE);
        Self { columns, rows, title }
    }

    /// How wide the table is.
    pub fn width(&self) -> u32 {
        self.columns.iter().fold(0, |sum, width| sum.saturating_add(*width))
    }

    /// How high the table is, without what stands above it.
    pub fn height(&self) -> u32 {
        self.rows.iter().fold(0, |sum, height| sum.saturating_add(*height))
    }
}

/// How wide a character is, in pixels of the size of a Chinese one.
fn character(c: char, size: u32) -> u32 {
    if c.is_ascii() { size * 4 / 7 } else { size }
}

/// How wide a line of text is.
fn line(text: &str, size: u32) -> u32 {
    text.chars().fold(0, |sum, c| sum.saturating_add(character(c, size)))
}

/// How high a text stands in a cell so wide.
fn height(text: &str, width: u32, size: u32) -> u32 {
    let room = width.saturating_sub(BESIDE).max(size);
    let mut lines = 0_u32;
    for paragraph in text.split('\n') {
        lines = lines.saturating_add(1);
        let mut so_far = 0;
        for c in paragraph.chars() {
            let wide = character(c, size);
            if so_far + wide > room {
                lines = lines.saturating_add(1);
                so_far = 0;
            }
            so_far += wide;
        }
    }
    lines.saturating_mul(size * LEADING / 10).saturating_add(ABOVE).clamp(LOWEST, HIGHEST)
}

/// Whether a head is written from top to bottom.
pub fn is_upright(spot: &Spot) -> bool {
    spot.cell.role == Role::RowHead && TableCell::is_upright(u16::try_from(spot.rows).unwrap_or(u16::MAX))
}

/// The least width of a column for what stands in it: figures whole, words with some characters a line.
fn least(spot: &Spot) -> u32 {
    let text = spot.cell.content.to_string();
    let whole = text.split('\n').map(|part| line(part, CHARACTER)).max().unwrap_or(0);
    let characters = match (spot.cell.role, &spot.cell.content) {
        (_, Content::Number(_)) => return whole + BESIDE,
        (_, Content::Blank) => return CHARACTER + BESIDE,
        (Role::RowHead, _) if is_upright(spot) => 1,
        (Role::ColumnHead | Role::RowHead | Role::Value, _) => 4,
    };
    whole.min(characters * CHARACTER) + BESIDE
}

fn columns(placed: &Placed, widths: &[u16], width: u32) -> Vec<u32> {
    let share = |column: usize| u32::from(widths.get(column).copied().unwrap_or(1).max(1));
    let all = (0..placed.columns).fold(0_u32, |sum, column| sum.saturating_add(share(column))).max(1);
    let mut columns: Vec<u32> = (0..placed.columns).map(|column| width.saturating_mul(share(column)) / all).collect();
    for spot in &placed.spots {
        let least = least(spot);
        let own: u32 = columns.iter().skip(spot.column).take(spot.columns).sum();
        let lacking = least.saturating_sub(own);
        if lacking > 0 {
            let each = lacking.div_ceil(u32::try_from(spot.columns).unwrap_or(1).max(1));
            for column in columns.iter_mut().skip(spot.column).take(spot.columns) {
                *column = column.saturating_add(each).min(WIDEST);
            }
        }
    }
    columns
}

fn rows(placed: &Placed, columns: &[u32]) -> Vec<u32> {
    let mut rows = vec![LOWEST; placed.rows()];
    let need = |spot: &Spot| {
        let text = spot.cell.content.to_string();
        if is_upright(spot) {
            let lines = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
            return lines.saturating_mul(CHARACTER * LEADING / 10).saturating_add(ABOVE);
        }
        height(&text, columns.iter().skip(spot.column).take(spot.columns).sum(), CHARACTER)
    };
    for spot in placed.spots.iter().filter(|spot| spot.rows == 1) {
        if let Some(row) = rows.get_mut(spot.row) {
            *row = need(spot).max(*row);
        }
    }
    // What cells over more rows lack, these rows share.
    for spot in placed.spots.iter().filter(|spot| spot.rows > 1) {
        let own = rows.iter().skip(spot.row).take(spot.rows).fold(0_u32, |sum, row| sum.saturating_add(*row));
        let each = need(spot).saturating_sub(own).div_ceil(u32::try_from(spot.rows).unwrap_or(1).max(1));
        for row in rows.iter_mut().skip(spot.row).take(spot.rows) {
            *row = row.saturating_add(each).min(HIGHEST);
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::super::super::tables::tests::table;
    use super::*;

    const V: Role = Role::Value;

    #[test]
    fn columns_are_as_wide_as_the_form_says_and_as_their_figures_need() {
        let row: &[_] = &[("甲", V, 1, 1), ("1234567890", V, 1, 1)];
        let table = table(&[3, 1], &[row]);
        assert_eq!(columns(&Placed::new(&table), &table.widths, 400), [300, 100]);
        // Four characters of the words must stand in a line.
        assert_eq!(columns(&Placed::new(&table), &table.widths, 40), [30, 66]);
    }

    #[test]
    fn rows_are_as_high_as_their_words_wrap() {
        let words = "很".repeat(20);
        let rows: &[&[_]] = &[&[(words.as_str(), V, 1, 1), ("甲", V, 2, 1)], &[("乙", V, 1, 1)]];
        let even = table(&[1, 1], rows);
        let measured = Measures::new(&Placed::new(&even), &even.widths, "题", 300);
        // Ten characters a line at 150 pixels.
        assert_eq!((measured.rows.as_slice(), measured.height()), ([46, 27].as_slice(), 73));
        assert_eq!((measured.columns.as_slice(), measured.width()), ([150, 150].as_slice(), 300));
        // A tall cell makes its rows higher.
        let rows: &[&[_]] = &[&[(words.as_str(), V, 2, 1), ("甲", V, 1, 1)], &[("乙", V, 1, 1)]];
        let tall = table(&[1, 9], rows);
        let measured = Measures::new(&Placed::new(&tall), &tall.widths, "题", 300);
        assert!(measured.height() >= height(&words, measured.columns[0], CHARACTER), "{:?}", measured.rows);
    }
}
