//! ODS. Source: OASIS OpenDocument 1.3, part 3, 9 (tables) and 6.1 (white space).

use std::collections::HashSet;

use super::super::Refusal;
use super::super::limits::LARGEST_SPAN;
use super::super::package::{Package, encrypted};
use super::super::xml::{Element, Inside, Spaces};
use super::number::{Shown, of_iso, written};
use super::sheet::{LAST, Sheets};
use super::{missing, no_workbook};

const SPACES: &Spaces = &[
    ("urn:oasis:names:tc:opendocument:xmlns:office:1.0", "office"),
    ("urn:oasis:names:tc:opendocument:xmlns:table:1.0", "table"),
    ("urn:oasis:names:tc:opendocument:xmlns:text:1.0", "text"),
    ("urn:oasis:names:tc:opendocument:xmlns:style:1.0", "style"),
    ("urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", "manifest"),
];
/// The most blanks that one element stands for.
const MOST_BLANKS: usize = 100;

/// Reads the sheets.
///
/// # Errors
/// Where the workbook needs a password, a part is missing or damaged, or there is more than is read.
pub fn read(package: &mut Package) -> Result<Sheets, Refusal> {
    let manifest = package.tree("META-INF/manifest.xml", SPACES)?;
    let is_locked = |entry: Element| entry.child("manifest", "encryption-data").is_some();
    if manifest.as_ref().is_some_and(|tree| tree.root().elements().any(is_locked)) {
        return Err(encrypted());
    }
    drop(manifest);
    let tree = missing(package.tree("content.xml", SPACES)?)?;
    let root = tree.root();
    let styles = root.child("office", "automatic-styles").into_iter().flat_map(Element::elements);
    let hidden: HashSet<_> = styles
        .filter(|style| {
            let look = style.child("style", "table-properties");
            look.and_then(|look| look.attribute("display")).is_some_and(|shown| shown == "false")
        })
        .filter_map(|style| style.attribute("name"))
        .collect();
    let body =
        root.child("office", "body").and_then(|body| body.child("office", "spreadsheet")).ok_or_else(no_workbook)?;
    let mut sheets = Sheets::default();
    for table in body.elements().filter(|table| table.name() == ("table", "table")) {
        let is_hidden = table.attribute("style-name").is_some_and(|style| hidden.contains(&style));
        sheets.begin(&table.attribute("name").unwrap_or_default(), is_hidden)?;
        if !is_hidden {
            rows(table, &mut 0, &mut sheets)?;
        }
    }
    Ok(sheets)
}

/// Reads rows, which may stand in groups.
fn rows(table: Element, next_row: &mut usize, sheets: &mut Sheets) -> Result<(), Refusal> {
    for part in table.elements() {
        let is_hidden = part.attribute("visibility").is_some_and(|shown| shown == "collapse" || shown == "filter");
        match part.name() {
            ("table", "table-row") => {
                let times = part.number("number-rows-repeated").unwrap_or(1).max(1);
                if is_hidden && part.elements().any(|cell| cell.elements().next().is_some()) {
                    sheets.hide_lines();
                }
                row(part, *next_row, times, sheets)?;
                *next_row = next_row.saturating_add(times);
            }
            // As deep as elements are read at most.
            ("table", "table-row-group" | "table-header-rows" | "table-rows") => rows(part, next_row, sheets)?,
            ("table", "table-column") if is_hidden => sheets.hide_lines(),
            _ => {}
        }
    }
    Ok(())
}

fn row(row: Element, at: usize, times: usize, sheets: &mut Sheets) -> Result<(), Refusal> {
    let mut next = 0_usize;
    for cell in row.elements() {
        let columns = cell.number("number-columns-repeated").unwrap_or(1).max(1);
        let column = next;
        next = next.saturating_add(columns);
        // What another cell covers is not shown.
        if cell.name() != ("table", "table-cell") {
            continue;
        }
        let span = |name: &str| cell.number(name).unwrap_or(1).clamp(1, LARGEST_SPAN) - 1;
        let (across, down) = (span("number-columns-spanned"), span("number-rows-spanned"));
        let size = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let area = |row: usize, column: usize| {
            let last = (size(row.saturating_add(down)), size(column.saturating_add(across)));
            ((size(row), size(column)), last)
        };
        let shows = shows(cell);
        if shows == Shows::Nothing {
            let (first, last) = area(at, column);
            sheets.merge(first, last)?;
            continue;
        }
        // Each that is repeated is counted, up to as many as are read; those beyond the last that there can be are not there.
        let within = |end: usize, last: u32| end.min(usize::try_from(last).unwrap_or(usize::MAX).saturating_add(1));
        for row in at..within(at.saturating_add(times), LAST.0) {
            for column in column..within(next, LAST.1) {
                let (first, last) = area(row, column);
                if first != last {
                    sheets.merge(first, last)?;
                }
                match &shows {
                    Shows::Nothing => {}
                    Shows::Words(words) => sheets.words(first, words)?,
                    Shows::Number(number) => sheets.number(first, number)?,
                    Shows::Error(error) => sheets.error(first, error)?,
                    Shows::Uncomputed => sheets.uncomputed(first)?,
                }
            }
        }
    }
    Ok(())
}

/// What a cell shows.
#[derive(Debug, PartialEq, Eq)]
enum Shows {
    Nothing,
    Words(String),
    Number(String),
    Error(String),
    Uncomputed,
}

fn shows(cell: Element) -> Shows {
    let lines: Vec<String> =
        cell.elements().filter(|part| matches!(part.name(), ("text", "p" | "h"))).map(paragraph).collect();
    let text = lines.join("\n");
    let kind = cell.attribute("value-type").unwrap_or_default();
    let has_formula = cell.attribute("formula").is_some();
    let exact = cell.attribute("value").unwrap_or_default();
    if has_formula && (text.starts_with('#') || text.starts_with("Err:")) {
        return Shows::Error(text);
    }
    if has_formula && text.trim().is_empty() && exact.is_empty() && kind != "string" {
        return Shows::Uncomputed;
    }
    let shown = match &*kind {
        "float" | "currency" => written(&exact, Shown::Plain, false).unwrap_or(text),
        "date" => cell.attribute("date-value").map_or(text, |date| of_iso(&date)),
        "percentage" | "time" => text,
        "boolean" => match cell.attribute("boolean-value").as_deref() {
            Some("true") => "TRUE".to_owned(),
            Some(_) => "FALSE".to_owned(),
            None => text,
        },
        _ if text.trim().is_empty() => return Shows::Nothing,
        _ => return Shows::Words(text),
    };
    if shown.trim().is_empty() { Shows::Nothing } else { Shows::Number(shown) }
}

/// The text of a paragraph; what somebody remarked is left out.
fn paragraph(element: Element) -> String {
    let mut text = String::new();
    for inside in element.inside() {
        match inside {
            Inside::Text(words) => text.push_str(&words.replace(['\n', '\r', '\t'], " ")),
            Inside::Element(inner) => match inner.name() {
                ("text", "s") => text.push_str(&" ".repeat(inner.number("c").unwrap_or(1).min(MOST_BLANKS))),
                ("text", "tab") => text.push('\t'),
                ("text", "line-break") => text.push('\n'),
                ("office", "annotation") | ("text", "note" | "ruby-text") => {}
                // As deep as elements are read at most.
                _ => text.push_str(&paragraph(inner)),
            },
        }
    }
    text
}
