//! Comma-separated values for other programs: a line a value, with the heads over and beside it (RFC 4180, UTF-8 with a byte order mark).
//!
//! A table with heads on many levels has no rows and columns that a program could read; a line a value has.

mod heads;
#[cfg(test)]
mod tests;

use ::csv::{Terminator, WriterBuilder};

use super::Report;
use super::tables::{Placed, Titled, tables};
use crate::block::{Content, Number};
use heads::values;

/// The names of the fields: table, heads of the row, heads of the column, value, unit.
const COLUMNS: [&str; 5] = ["表", "行", "列", "数值", "单位"];
/// Without it Excel in Chinese takes the bytes for GBK.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();
/// Between the heads of a value.
const BETWEEN: &str = " / ";

/// Writes the values of all tables.
///
/// # Errors
/// Where the report has no table.
pub(super) fn write(report: &Report, step: &mut dyn FnMut(usize)) -> Result<Vec<u8>, String> {
    if tables(&report.blocks).flatten().next().is_none() {
        return Err("这份报告里没有表，没有数字可以导出成 CSV。可以导出 Word 或网页。".to_owned());
    }
    let lines = lines(report, step).map_err(|_| "CSV 文件没有写成。请再导出一次。".to_owned())?;
    Ok([BYTE_ORDER_MARK, &lines].concat())
}

fn lines(report: &Report, step: &mut dyn FnMut(usize)) -> Result<Vec<u8>, ::csv::Error> {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(COLUMNS)?;
    for (index, titled) in tables(&report.blocks).enumerate() {
        if let Some(Titled { table, title }) = titled {
            let placed = Placed::new(table);
            for value in values(&placed) {
                let (shown, unit) = match value.content {
                    Content::Blank => (String::new(), ""),
                    Content::Text(words) => (harmless(words), ""),
                    Content::Number(number) => (plain(number), number.unit.as_str()),
                };
                let (row, column) = (value.row_heads.join(BETWEEN), value.column_heads.join(BETWEEN));
                writer.write_record([harmless(title), harmless(&row), harmless(&column), shown, harmless(unit)])?;
            }
        }
        step(index + 1);
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

/// A number as every program reads it: as printed, but without % and with no sign but a plain minus.
fn plain(number: &Number) -> String {
    if number.value.is_zero() { number.value.abs().to_string() } else { number.value.to_string() }
}

/// Words that no spreadsheet takes for a formula (OWASP, CSV Injection): where they begin like one, an apostrophe stands before them.
fn harmless(words: &str) -> String {
    let is_formula = words.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if is_formula { format!("'{words}") } else { words.to_owned() }
}
