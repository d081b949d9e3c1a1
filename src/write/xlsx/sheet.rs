//! A table drawn on its sheet: title, unit, grid.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Formula, Worksheet, XlsxError};

use super::super::tables::{Placed, Spot, Titled};
use super::measure::is_upright;
use super::name::{clean, one_line};
use super::number::{cell, sum};
use super::page::Page;
use crate::block::{Content, Role, Table};

/// Where heads over this would fill the window, they are not kept in sight, in pixels.
const HIGHEST_HEAD: u32 = 400;

/// Draws a table, with the code at the foot of the page.
pub fn draw(worksheet: &mut Worksheet, titled: Titled, code: &str) -> Result<(), XlsxError> {
    let table = titled.table;
    let placed = Placed::new(table);
    let title = one_line(titled.title);
    let page = Page::new(&placed, &table.widths, &title);
    for (column, width) in page.measures.columns.iter().enumerate() {
        worksheet.set_column_width_pixels(short(column)?, *width)?;
    }
    let mut top = 0;
    if !title.is_empty() {
        worksheet.set_row_height_pixels(top, page.measures.title)?;
        over_all(worksheet, top, &placed, &title, &title_format())?;
        top += 1;
    }
    if let Some(unit) = unit(table, &title) {
        worksheet.set_row_height_pixels(top, 24)?;
        let words = format!("单位：{}", one_line(unit));
        over_all(worksheet, top, &placed, &words, &text("宋体").set_align(FormatAlign::Right))?;
        top += 1;
    }
    for (row, height) in page.measures.rows.iter().enumerate() {
        worksheet.set_row_height_pixels(long(row)? + top, *height)?;
    }
    for (row, column) in gaps(&placed) {
        worksheet.write_blank(long(row)? + top, short(column)?, &grid("宋体"))?;
    }
    for spot in &placed.spots {
        draw_spot(worksheet, table, &placed, spot, top)?;
    }
    let heads = table.head_rows.min(placed.rows());
    page.set(worksheet, top, long(heads)?, code)?;
    let head_height = page.measures.rows.iter().take(heads).fold(0_u32, |sum, height| sum.saturating_add(*height));
    if heads > 0 && heads < placed.rows() && head_height <= HIGHEST_HEAD {
        worksheet.set_freeze_panes(top + long(heads)?, 0)?;
    }
    Ok(())
}

fn long(index: usize) -> Result<u32, XlsxError> {
    u32::try_from(index).map_err(|_| XlsxError::RowColumnLimitError)
}

fn short(index: usize) -> Result<u16, XlsxError> {
    u16::try_from(index).map_err(|_| XlsxError::RowColumnLimitError)
}

/// Characters of the grid's size.
fn text(font: &str) -> Format {
    Format::new().set_font_name(font).set_font_size(10.5).set_align(FormatAlign::VerticalCenter)
}

/// A cell of the grid.
fn grid(font: &str) -> Format {
    text(font).set_align(FormatAlign::Center).set_border(FormatBorder::Thin).set_text_wrap()
}

fn title_format() -> Format {
    let format = Format::new().set_font_name("黑体").set_font_size(14).set_bold();
    format.set_align(FormatAlign::Center).set_align(FormatAlign::VerticalCenter).set_text_wrap()
}

/// A line over the whole width of a table.
fn over_all(
    worksheet: &mut Worksheet,
    row: u32,
    placed: &Placed,
    words: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    if placed.columns > 1 {
        worksheet.merge_range(row, 0, row, short(placed.columns - 1)?, words, format)?;
    } else {
        worksheet.write_string_with_format(row, 0, words, format)?;
    }
    Ok(())
}

/// The places that no cell covers, where a row is too short.
fn gaps(placed: &Placed) -> impl Iterator<Item = (usize, usize)> {
    let all = (0..placed.rows()).flat_map(|row| (0..placed.columns).map(move |column| (row, column)));
    all.filter(|(row, column)| placed.owner(*row, *column).is_none())
}

fn draw_spot(
    worksheet: &mut Worksheet,
    table: &Table,
    placed: &Placed,
    spot: &Spot,
    top: u32,
) -> Result<(), XlsxError> {
    let (row, column) = (long(spot.row)? + top, short(spot.column)?);
    let number = match &spot.cell.content {
        Content::Number(number) => cell(number),
        Content::Blank | Content::Text(_) => None,
    };
    let mut format = format(table, spot);
    if let Some(number) = &number {
        format = shown(format, &number.format);
    }
    if spot.rows > 1 || spot.columns > 1 {
        let (last_row, last_column) = (row + long(spot.rows - 1)?, short(spot.column + spot.columns - 1)?);
        worksheet.merge_range(row, column, last_row, last_column, "", &format)?;
    }
    let Some(number) = number else {
        let words = clean(&spot.cell.content.to_string());
        worksheet.write_string_with_format(row, column, words, &format)?;
        return Ok(());
    };
    if let Some(formula) = sum(placed, spot.cell, usize::try_from(top).unwrap_or(0)) {
        // A program that does not calculate shows the value that stands with the formula.
        let formula = Formula::new(formula).set_result(number.value.to_string());
        worksheet.write_formula_with_format(row, column, formula, &format)?;
    } else {
        worksheet.write_number_with_format(row, column, number.value, &format)?;
    }
    Ok(())
}

/// With the format of a number: one of those that every program knows by its number (ISO/IEC 29500-1, 18.8.30), or by its code.
fn shown(format: Format, code: &str) -> Format {
    match code {
        "0" => format.set_num_format_index(1),
        "0.00" => format.set_num_format_index(2),
        "0%" => format.set_num_format_index(9),
        "0.00%" => format.set_num_format_index(10),
        code => format.set_num_format(code),
    }
}

/// How a cell is drawn: as on paper, where the head of one row begins at the left unless its table is a row or two of figures.
fn format(table: &Table, spot: &Spot) -> Format {
    let is_in_head = spot.cell.role == Role::ColumnHead && spot.row < table.head_rows;
    let format = grid(if is_in_head { "黑体" } else { "宋体" });
    if is_upright(spot) {
        return format.unset_text_wrap().set_rotation(270);
    }
    let is_left = spot.cell.role == Role::RowHead && spot.rows == 1;
    if is_left && !matches!(table.id.as_str(), "history" | "channels") {
        format.set_align(FormatAlign::Left)
    } else {
        format
    }
}

/// The unit that all numbers share, where neither the title nor a head names a unit. A percentage carries its own.
fn unit<'a>(table: &'a Table, title: &str) -> Option<&'a str> {
    let mut units = table.rows.iter().flatten().filter_map(|cell| match &cell.content {
        Content::Number(number) if number.unit != "%" => Some(number.unit.as_str()),
        Content::Number(_) | Content::Blank | Content::Text(_) => None,
    });
    let unit = units.next().filter(|unit| !unit.is_empty())?;
    let heads = table.rows.iter().flatten().filter(|cell| cell.role != Role::Value);
    let is_named = title.contains("单位：") || heads.into_iter().any(|cell| cell.content.to_string().contains("单位"));
    (!is_named && units.all(|other| other == unit)).then_some(unit)
}
