//! XLSX and XLSM. Source: ISO/IEC 29500-1, 18 (SpreadsheetML).

use std::collections::HashMap;

use super::super::Refusal;
use super::super::package::{Package, folder_of, part_named, relations_of};
use super::super::xml::{Element, Inside, Spaces, Tree};
use super::number::{Shown, of_iso, shown_by, written};
use super::sheet::{Place, Sheets, place_of};
use super::{missing, no_workbook};

/// The namespaces, of files in the usual way of writing and in the strict one.
pub const SPACES: &Spaces = &[
    ("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "x"),
    ("http://purl.oclc.org/ooxml/spreadsheetml/main", "x"),
    ("http://schemas.openxmlformats.org/package/2006/relationships", "r"),
];

/// Which part each name of a relation means, and what kind of part it is.
pub type Relations = HashMap<String, (String, String)>;

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
    let roots = relations(package, "")?;
    let main = roots.into_values().find(|(kind, _)| kind.ends_with("/officeDocument")).map(|(_, part)| part);
    let main = main.unwrap_or_else(|| "xl/workbook.xml".to_owned());
    let tree = package.tree(&main, SPACES)?.ok_or_else(no_workbook)?;
    let relations = relations(package, &main)?;
    let root = tree.root();
    if root.name() != ("x", "workbook") {
        return Err(no_workbook());
    }
    let from_1904 =
        root.child("x", "workbookPr").and_then(|part| part.attribute("date1904")).is_some_and(|on| is_on(&on));
    let part = |kind: &str| relations.values().find(|(known, _)| known.ends_with(kind)).map(|(_, part)| part.clone());
    let mut of = |kind: &str| part(kind).map(|part| package.tree(&part, SPACES)).transpose().map(Option::flatten);
    let strings = of("/sharedStrings")?.as_ref().map(strings).unwrap_or_default();
    let formats = of("/styles")?.as_ref().map(formats).unwrap_or_default();
    let shared = Shared { strings, formats, from_1904 };
    let mut sheets = Sheets::default();
    for sheet in root.child("x", "sheets").into_iter().flat_map(Element::elements) {
        let name = sheet.attribute("name").unwrap_or_default();
        let is_hidden = sheet.attribute("state").is_some_and(|state| state != "visible");
        let Some((_, part)) = sheet.attribute("id").and_then(|id| relations.get(&*id)) else { continue };
        sheets.begin(&name, is_hidden)?;
        if !is_hidden {
            one(&missing(package.tree(part, SPACES)?)?, &shared, &mut sheets)?;
        }
    }
    Ok(sheets)
}

/// The relations of a part; of the whole file for no part. Those to what is outside the file are left out.
///
/// # Errors
/// Where the list of them is damaged.
pub fn relations(package: &mut Package, part: &str) -> Result<Relations, Refusal> {
    let Some(tree) = package.tree(&relations_of(part), SPACES)? else { return Ok(Relations::new()) };
    let mut found = Relations::new();
    for relation in tree.root().elements() {
        let (id, target) = (relation.attribute("Id"), relation.attribute("Target"));
        let is_outside = relation.attribute("TargetMode").is_some_and(|mode| mode == "External");
        let (Some(id), Some(target), false) = (id, target, is_outside) else { continue };
        let kind = relation.attribute("Type").unwrap_or_default().into_owned();
        found.insert(id.into_owned(), (kind, part_named(folder_of(part), &target)));
    }
    Ok(found)
}

fn is_on(value: &str) -> bool {
    matches!(value, "1" | "true" | "on")
}

fn strings(tree: &Tree) -> Vec<String> {
    tree.root().elements().filter(|item| item.name() == ("x", "si")).map(string).collect()
}

/// The text of a string: plain, or in runs; how it is pronounced is left out.
fn string(item: Element) -> String {
    let mut text = String::new();
    for part in item.elements() {
        match part.name() {
            ("x", "t") => text.push_str(&part.text()),
            ("x", "r") => text.extend(part.elements().filter(|t| t.name() == ("x", "t")).map(Element::text)),
            _ => {}
        }
    }
    // What XML cannot hold stands as its number (ISO/IEC 29500-1, 22.9.2.19, ST_Xstring).
    if text.contains("_x") { text.replace("_x000D_", "").replace("_x000A_", "\n") } else { text }
}

/// How the numbers of each format of cells are shown.
fn formats(tree: &Tree) -> Vec<Shown> {
    let codes: HashMap<usize, _> = tree
        .root()
        .child("x", "numFmts")
        .into_iter()
        .flat_map(Element::elements)
        .filter_map(|format| Some((format.number("numFmtId")?, format.attribute("formatCode")?)))
        .collect();
    let formats = tree.root().child("x", "cellXfs").into_iter().flat_map(Element::elements).map(|format| {
        let id = format.number("numFmtId").unwrap_or(0);
        shown_by(u16::try_from(id).unwrap_or(0), codes.get(&id).map(AsRef::as_ref))
    });
    formats.collect()
}

fn one(tree: &Tree, shared: &Shared, sheets: &mut Sheets) -> Result<(), Refusal> {
    let root = tree.root();
    // A sheet may be a chart.
    if root.name() != ("x", "worksheet") {
        return Ok(());
    }
    let is_hidden = |line: &Element| line.attribute("hidden").is_some_and(|on| is_on(&on));
    if root.child("x", "cols").into_iter().flat_map(Element::elements).any(|column| is_hidden(&column)) {
        sheets.hide_lines();
    }
    let mut next_row = 0_u32;
    for row in root.child("x", "sheetData").into_iter().flat_map(Element::elements) {
        // Rows and cells that do not say where they are follow the one before.
        let stated = row.number("r").and_then(|row| u32::try_from(row.checked_sub(1)?).ok());
        let at = stated.unwrap_or(next_row);
        next_row = at.saturating_add(1);
        if is_hidden(&row) && row.elements().next().is_some() {
            sheets.hide_lines();
        }
        let mut next_column = 0_u32;
        for cell in row.elements().filter(|cell| cell.name() == ("x", "c")) {
            let stated = cell.attribute("r").map(|name| place_of(&name));
            // One whose name is none stands nowhere.
            let place = match stated {
                Some(Some(place)) => place,
                Some(None) => continue,
                None => (at, next_column),
            };
            next_column = place.1.saturating_add(1);
            value(cell, place, shared, sheets)?;
        }
    }
    for merge in root.child("x", "mergeCells").into_iter().flat_map(Element::elements) {
        let Some(range) = merge.attribute("ref") else { continue };
        let bounds = range.split_once(':').and_then(|(first, last)| place_of(first).zip(place_of(last)));
        if let Some((first, last)) = bounds {
            sheets.merge(first, last)?;
        }
    }
    Ok(())
}

/// Puts what a cell shows into the sheet.
fn value(cell: Element, place: Place, shared: &Shared, sheets: &mut Sheets) -> Result<(), Refusal> {
    let stored = cell.child("x", "v").map(Element::text);
    let kind = cell.attribute("t").unwrap_or_default();
    let has_formula = cell.child("x", "f").is_some();
    let value = stored.as_deref().unwrap_or_default();
    // A formula of text may well give none; any other without a value was never computed.
    if has_formula && value.trim().is_empty() && (stored.is_none() || kind != "str") {
        return sheets.uncomputed(place);
    }
    match &*kind {
        "s" => {
            let text = value.trim().parse::<usize>().ok().and_then(|index| shared.strings.get(index));
            sheets.words(place, text.map(String::as_str).unwrap_or_default())
        }
        "inlineStr" => sheets.words(place, &cell.child("x", "is").map(string).unwrap_or_default()),
        "str" => sheets.words(place, value),
        "b" => sheets.number(place, if is_on(value.trim()) { "TRUE" } else { "FALSE" }),
        "e" => sheets.error(place, value),
        "d" => sheets.number(place, &of_iso(value)),
        _ => {
            let format = cell.number("s").and_then(|index| shared.formats.get(index)).copied().unwrap_or_default();
            match written(value, format, shared.from_1904) {
                Some(number) => sheets.number(place, &number),
                None => sheets.words(place, value),
            }
        }
    }
}

/// The text of an element and all elements in it but those of these names.
pub fn deep_text(element: Element, without: &[&str]) -> String {
    let mut text = String::new();
    for inside in element.inside() {
        match inside {
            Inside::Text(words) => text.push_str(words),
            Inside::Element(inner) if without.contains(&inner.name().1) => {}
            // As deep as elements are read at most.
            Inside::Element(inner) => text.push_str(&deep_text(inner, without)),
        }
    }
    text
}
