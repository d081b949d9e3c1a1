//! Workbooks: XLSX and XLSM, XLSB, XLS and ET, ODS, and the XML of Excel 2003.
//!
//! Each format is read into sheets of cells (`sheet`), in which only what is there takes room: a workbook may name a cell in the
//! last row of the last column. What all formats show alike, numbers and dates, is in `number`; how sheets become paragraphs and
//! tables, in `layout`.

mod biff;
mod layout;
mod number;
mod ods;
mod records;
mod sheet;
mod spreadsheet_xml;
#[cfg(test)]
mod tests;
mod xlsb;
mod xlsx;

use super::ole::{Container, SIGNATURE};
use super::package::{Package, encrypted, incomplete};
use super::{Document, Refusal};

pub use spreadsheet_xml::read_spreadsheet_xml;

/// Reads a workbook of any kind but XML without a container.
///
/// A percentage, a date or a time is given as it is shown, any other number with its exact value. A formula gives the value that
/// was stored with it; where there is none, the cell is blank and named in a note. Of hidden sheets nothing is read.
///
/// # Errors
/// Where the bytes are no workbook, or one that needs a password, is older than Excel 5, cut, empty, or larger than is read.
pub fn read_workbook(bytes: &[u8]) -> Result<Document, Refusal> {
    let sheets = if bytes.starts_with(SIGNATURE) {
        let mut container = Container::open(bytes)?;
        if container.has("EncryptedPackage") {
            return Err(encrypted());
        }
        let stream = match container.stream("Workbook")? {
            Some(stream) => stream,
            None => container.stream("Book")?.ok_or_else(no_workbook)?,
        };
        biff::read(&stream)?
    } else {
        let mut package = Package::open(bytes)?;
        if package.is_encrypted() {
            return Err(encrypted());
        }
        let has = |name: &str| package.names().iter().any(|known| known.eq_ignore_ascii_case(name));
        if has("xl/workbook.bin") {
            xlsb::read(&mut package)?
        } else if has("content.xml") {
            ods::read(&mut package)?
        } else {
            xlsx::read(&mut package)?
        }
    };
    layout::lay_out(&sheets.list)
}

fn no_workbook() -> Refusal {
    Refusal::new("文件里没有表格的内容，没有读入。请用 Excel 或 WPS 打开后另存为 .xlsx 格式，再试。")
}

/// What is said of a part that a workbook must have and has not.
fn missing<T>(part: Option<T>) -> Result<T, Refusal> {
    part.ok_or_else(incomplete)
}
