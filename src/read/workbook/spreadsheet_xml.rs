//! The XML of Excel 2003, which often is called .xls. Source: Microsoft Office 2003 XML Reference Schemas, SpreadsheetML.

use std::collections::HashMap;

use super::super::limits::LARGEST_SPAN;
use super::super::xml::{Element, Spaces, Tree};
use super::super::{Document, Refusal};
use super::layout::lay_out;
use super::no_workbook;
use super::number::{Shown, of_iso, shown_by, written};
use super::sheet::Sheets;
use super::xlsx::deep_text;

const SPACES: &Spaces =
    &[("urn:schemas-microsoft-com:office:spreadsheet", "ss"), ("urn:schemas-microsoft-com:office:excel", "x")];

/// Reads a workbook in the XML of Excel 2003.
///
/// # Errors
/// Where the text is no whole XML of this kind, is empty, or has more than is read.
pub fn read_spreadsheet_xml(text: &str) -> Result<Document, Refusal> {
    let tree = Tree::read(text, SPACES)?;
    let root = tree.root();
    if root.name() != ("ss", "Workbook") {
        return Err(no_workbook());
    }
    let formats: HashMap<_, Shown> = root
        .child("ss", "Styles")
        .into_iter()
        .flat_map(Element::elements)
        .filter_map(|style| {
            let format = style.child("ss", "NumberFormat")?.attribute("Format")?;
            let shown = if format == "Percent" { Shown::Percent(2) } else { shown_by(0, Some(&format)) };
            Some((style.attribute("ID")?, shown))
        })
        .collect();
    let mut sheets = Sheets::default();
    for sheet in root.elements().filter(|sheet| sheet.name() == ("ss", "Worksheet")) {
        let visible = sheet.child("x", "WorksheetOptions").and_then(|options| options.child("x", "Visible"));
        let is_hidden = visible.is_some_and(|visible| visible.text().trim() != "SheetVisible");
        sheets.begin(&sheet.attribute("Name").unwrap_or_default(), is_hidden)?;
        if let Some(table) = sheet.child("ss", "Table").filter(|_| !is_hidden) {
            rows(table, &formats, &mut sheets)?;
        }
    }
    lay_out(&sheets.list)
}

fn rows(
    table: Element,
    formats: &HashMap<std::borrow::Cow<'_, str>, Shown>,
    sheets: &mut Sheets,
) -> Result<(), Refusal> {
    let mut next_row = 0_usize;
    for row in table.elements() {
        if row.attribute("Hidden").is_some_and(|on| on == "1") {
            sheets.hide_lines();
        }
        if row.name() != ("ss", "Row") {
            continue;
        }
        let at = row.number("Index").and_then(|index| index.checked_sub(1)).unwrap_or(next_row);
        // One row may stand for several blank ones.
        next_row = at.saturating_add(1).saturating_add(row.number("Span").unwrap_or(0));
        let mut next_column = 0_usize;
        for cell in row.elements().filter(|cell| cell.name() == ("ss", "Cell")) {
            let column = cell.number("Index").and_then(|index| index.checked_sub(1)).unwrap_or(next_column);
            let span = |name: &str| cell.number(name).unwrap_or(0).min(LARGEST_SPAN);
            let (across, down) = (span("MergeAcross"), span("MergeDown"));
            next_column = column.saturating_add(1).saturating_add(across);
            let size = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
            let place = (size(at), size(column));
            if across > 0 || down > 0 {
                sheets.merge(place, (size(at.saturating_add(down)), size(column.saturating_add(across))))?;
            }
            let data = cell.child("ss", "Data");
            let text = data.map(|data| deep_text(data, &[])).unwrap_or_default();
            let kind = data.and_then(|data| data.attribute("Type")).unwrap_or_default();
            if cell.attribute("Formula").is_some() && text.trim().is_empty() && kind != "String" {
                sheets.uncomputed(place)?;
                continue;
            }
            let shown = cell.attribute("StyleID").and_then(|id| formats.get(&id).copied()).unwrap_or_default();
            match &*kind {
                "Number" => match written(&text, shown, false) {
                    Some(number) => sheets.number(place, &number)?,
                    None => sheets.words(place, &text)?,
                },
                "DateTime" => sheets.number(place, &of_iso(&text))?,
                "Boolean" => sheets.number(place, if text.trim() == "1" { "TRUE" } else { "FALSE" })?,
                "Error" => sheets.error(place, &text)?,
                _ => sheets.words(place, &text)?,
            }
        }
    }
    Ok(())
}
