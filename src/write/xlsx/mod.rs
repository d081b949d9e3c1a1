//! Excel: a sheet a table as it is printed, its figures as numbers and its totals as sums.
//!
//! Office Open XML (ISO/IEC 29500). A sheet is meant to be filed, printed and calculated with, by people who have only Excel or WPS.

mod measure;
mod name;
mod number;
mod page;
mod sheet;
#[cfg(test)]
mod tests;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::Report;
use super::tables::tables;
use crate::value::Date;
use name::{Names, one_line};

/// Writes the tables, a sheet each.
///
/// # Errors
/// Where the report has no table, or one with more rows or columns than a sheet has.
pub(super) fn write(report: &Report, step: &mut dyn FnMut(usize)) -> Result<Vec<u8>, String> {
    if tables(&report.blocks).flatten().next().is_none() {
        return Err("这份报告里没有表，没有数字可以导出成 Excel。可以导出 Word 或网页。".to_owned());
    }
    workbook(report, step).map_err(|_| "报告里的表太大，Excel 文件装不下。可以导出 Word 或网页。".to_owned())
}

fn workbook(report: &Report, step: &mut dyn FnMut(usize)) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let properties = DocProperties::new().set_title(one_line(&report.name)).set_author(one_line(&report.office));
    workbook.set_properties(&properties.set_creation_datetime(&created(&report.date)?));
    let mut names = Names::default();
    for (index, titled) in tables(&report.blocks).enumerate() {
        if let Some(titled) = titled {
            let worksheet = workbook.add_worksheet();
            worksheet.set_name(names.name(titled.title))?;
            sheet::draw(worksheet, titled, &report.code)?;
        }
        step(index + 1);
    }
    workbook.save_to_buffer()
}

/// The report's date; without one, or with one before the first day that Excel knows, the same day for every report.
fn created(date: &str) -> Result<ExcelDateTime, XlsxError> {
    let date = date.parse::<Date>().map(|date| date.to_string()).unwrap_or_default();
    let mut parts = date.splitn(3, '-').map(|part| part.parse::<u16>().unwrap_or_default());
    let (year, month, day) = (parts.next(), parts.next(), parts.next());
    let small = |part: Option<u16>| part.and_then(|part| u8::try_from(part).ok()).unwrap_or_default();
    ExcelDateTime::from_ymd(year.unwrap_or_default(), small(month), small(day))
        .or_else(|_| ExcelDateTime::from_ymd(2000, 1, 1))
}
