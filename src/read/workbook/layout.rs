//! Sheets made into blocks: titles and sentences are paragraphs, the rows between them tables.

use std::collections::{BTreeMap, BTreeSet};

use super::super::limits::{MOST_CELLS, MOST_COLUMNS, too_large};
use super::super::{Document, Refusal, TableBuilder};
use super::sheet::{Area, Sheet, Value, cell_name};
use crate::block::Block;

/// So many blank rows end a table; fewer are part of it.
const GAP: u32 = 20;
/// A line over the whole width is a sentence from so many characters on; one in a single cell, which may be a label, from so many.
const SENTENCE: usize = 30;
const LONG: usize = 60;
/// An area over more rows or columns than this was merged over all of them, and ends where the table does.
const REACH: u32 = 100;
/// So many steps are taken over merged areas: no honest sheet has many of them over many cells.
const MOST_STEPS: usize = 50 * MOST_CELLS;

/// Makes blocks of all sheets that are not hidden, in their order.
///
/// # Errors
/// Where a table is larger than is read, or no sheet has anything to read.
pub fn lay_out(sheets: &[Sheet]) -> Result<Document, Refusal> {
    let mut document = Document::default();
    let mut room = MOST_CELLS;
    for sheet in sheets {
        if sheet.is_hidden {
            document.note(format!("隐藏的工作表“{}”没有读入。", sheet.name));
            continue;
        }
        one(sheet, &mut document, &mut room)?;
        note(sheet, &mut document);
    }
    if document.is_empty() {
        return Err(Refusal::new("表格文件里没有内容，没有读入。请检查是不是选错了文件。"));
    }
    Ok(document)
}

/// Says what of a sheet could not be read as it is.
fn note(sheet: &Sheet, document: &mut Document) {
    let name = &sheet.name;
    let several = |count: usize| if count > 1 { format!(" 等 {count} 格") } else { " ".to_owned() };
    if let Some(first) = sheet.uncomputed.iter().min() {
        let (cell, several) = (cell_name(*first), several(sheet.uncomputed.len()));
        document
            .note(format!("工作表“{name}”{cell}{several}是没有算出的公式，留空；请在 Excel 或 WPS 里打开再保存一次。"));
    }
    if let Some((first, error)) = sheet.errors.iter().min() {
        let (cell, several) = (cell_name(*first), several(sheet.errors.len()));
        document.note(format!("工作表“{name}”{cell}{several}是错误值（{error}），留空；请在原表里改正。"));
    }
    if sheet.has_hidden_lines && !sheet.cells.is_empty() {
        document.note(format!("工作表“{name}”有隐藏的行或列，也读入了。"));
    }
}

/// The merged areas by where they begin, without those that lie over one before.
fn apart(merges: &[Area], steps: &mut usize) -> Result<BTreeMap<(u32, u32), Area>, Refusal> {
    let mut sorted = merges.to_vec();
    sorted.sort_by_key(|area| area.first);
    let mut areas = BTreeMap::new();
    // Those that reach down to the row in which the next one begins.
    let mut open: Vec<Area> = Vec::new();
    for area in sorted {
        open.retain(|other| other.last.0 >= area.first.0);
        *steps += open.len();
        if *steps > MOST_STEPS {
            return Err(too_large());
        }
        if open.iter().all(|other| other.last.1 < area.first.1 || other.first.1 > area.last.1) {
            open.push(area);
            areas.insert(area.first, area);
        }
    }
    Ok(areas)
}

/// What is in a sheet once what merged areas cover is left out.
struct Shown<'a> {
    sheet: &'a Sheet,
    /// The cells by row and column.
    rows: BTreeMap<u32, BTreeMap<u32, &'a Value>>,
    /// The areas by where they begin.
    areas: BTreeMap<(u32, u32), Area>,
    /// Rows that an area with something in it covers besides its first.
    covered: BTreeSet<u32>,
    /// How many columns the sheet uses.
    width: u32,
}

fn shown(sheet: &Sheet) -> Result<Shown<'_>, Refusal> {
    let mut steps = 0_usize;
    let areas = apart(&sheet.merges, &mut steps)?;
    let mut hidden = BTreeSet::new();
    let mut covered = BTreeSet::new();
    for area in areas.values() {
        // Only the rows of the area are looked at, and in them only the cells in which there is something.
        let range = (area.first.0, 0)..=(area.last.0, u32::MAX);
        for (place, _) in sheet.cells.range(range) {
            steps += 1;
            if (area.first.1..=area.last.1).contains(&place.1) && *place != area.first {
                hidden.insert(*place);
            }
        }
        let last = area.last.0.min(area.first.0.saturating_add(REACH));
        if sheet.cells.contains_key(&area.first) {
            steps += usize::try_from(last - area.first.0).unwrap_or(usize::MAX);
            covered.extend(area.first.0 + 1..=last);
        }
        if steps > MOST_STEPS {
            return Err(too_large());
        }
    }
    let mut rows: BTreeMap<u32, BTreeMap<u32, &Value>> = BTreeMap::new();
    for ((row, column), value) in sheet.cells.iter().filter(|(place, _)| !hidden.contains(*place)) {
        rows.entry(*row).or_default().insert(*column, value);
    }
    let ends = |(row, cells): (&u32, &BTreeMap<u32, &Value>)| {
        let last = |column: &u32| areas.get(&(*row, *column)).map_or(*column, |area| reach(*column, area.last.1));
        cells.keys().map(last).max()
    };
    let end = rows.iter().filter_map(ends).max().unwrap_or(0);
    let start = rows.values().filter_map(|cells| cells.keys().next()).min().copied().unwrap_or(0);
    Ok(Shown { sheet, rows, areas, covered, width: end.saturating_sub(start) + 1 })
}

fn one(sheet: &Sheet, document: &mut Document, room: &mut usize) -> Result<(), Refusal> {
    let shown = shown(sheet)?;
    let lines = shown.lines();
    let mut table: Vec<u32> = Vec::new();
    for row in shown.rows.keys() {
        let is_far = table.last().is_some_and(|last| row - last > GAP && !shown.covered.contains(&(row - 1)));
        let line = lines.contains(row);
        if line || is_far {
            shown.table(&table, document, room)?;
            table.clear();
        }
        if line {
            for value in shown.rows.get(row).into_iter().flat_map(BTreeMap::values) {
                value.text.split('\n').for_each(|line| document.paragraph(line));
            }
        } else {
            table.push(*row);
        }
    }
    shown.table(&table, document, room)
}

impl Shown<'_> {
    /// The rows that are titles or sentences and not rows of a table.
    fn lines(&self) -> BTreeSet<u32> {
        let full = |row: &u32| self.covered.contains(row) || self.rows.get(row).is_some_and(|cells| cells.len() > 1);
        let (first, last) =
            (self.rows.keys().find(|row| full(row)).copied(), self.rows.keys().rev().find(|row| full(row)).copied());
        let mut lines = BTreeSet::new();
        for (row, cells) in &self.rows {
            let Some((column, value)) = cells.iter().next() else { continue };
            let area = self.areas.get(&(*row, *column));
            let is_tall = area.is_some_and(|area| area.last.0 > area.first.0);
            if full(row) || is_tall || !value.is_words {
                continue;
            }
            let text = value.text.as_str();
            let length = text.chars().count();
            let columns = area.map_or(1, |area| area.last.1 - area.first.1 + 1);
            let is_wide = columns > 1 && columns.saturating_mul(3) >= self.width.saturating_mul(2);
            let is_sentence = text.contains('。') || length >= LONG || (is_wide && length >= SENTENCE);
            let is_before = first.is_some_and(|first| *row < first);
            let is_after = last.is_some_and(|last| *row > last);
            let stands_alone = first.is_none() || {
                let near = |other: Option<u32>| other.is_some_and(|other| self.rows.contains_key(&other));
                !near(row.checked_sub(1)) && !near(row.checked_add(1))
            };
            let is_note = ["注", "附", "说明", "备注", "填表", "填报", "单位负责人", "审核"]
                .iter()
                .any(|start| text.starts_with(start));
            // 第二十条第（一）项 over the whole width heads a part of the table.
            let is_part = text.starts_with('第') && text.ends_with('项');
            let is_line = is_sentence
                || is_before
                || (is_wide && (is_heading(text) || is_after))
                || (is_heading(text) && stands_alone)
                || (is_note && is_after);
            if is_line && !is_part {
                lines.insert(*row);
            }
        }
        lines
    }

    /// Adds the table of these rows and those between them.
    fn table(&self, rows: &[u32], document: &mut Document, room: &mut usize) -> Result<(), Refusal> {
        let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return Ok(()) };
        let (mut left, mut right, mut last) = (u32::MAX, 0, *last);
        for (row, cells) in rows.iter().filter_map(|row| self.rows.get_key_value(row)) {
            for column in cells.keys() {
                let area = self.areas.get(&(*row, *column));
                left = left.min(*column);
                right = right.max(area.map_or(*column, |area| reach(*column, area.last.1)));
                last = last.max(area.map_or(*row, |area| reach(*row, area.last.0)));
            }
        }
        // An area may reach over the rows of what comes after: it ends there.
        let end = rows.last().map_or(0, |row| row.saturating_add(1));
        last = self.rows.range(end..).next().map_or(last, |(next, _)| last.min(next - 1));
        let columns = usize::try_from(right.saturating_sub(left)).unwrap_or(usize::MAX).saturating_add(1);
        let height = usize::try_from(last - first).unwrap_or(usize::MAX).saturating_add(1);
        let size = columns.saturating_mul(height);
        if columns > MOST_COLUMNS || size > *room {
            return Err(too_large());
        }
        *room -= size;
        let mut table = TableBuilder::new();
        table.caption.clone_from(&self.sheet.name);
        // By column, how many more rows an area covers.
        let mut covered = vec![0_u32; columns];
        for row in *first..=last {
            table.row();
            let cells = self.rows.get(&row);
            let mut column = left;
            for at in left..=right {
                let Some(below) = usize::try_from(at - left).ok().and_then(|index| covered.get(index)).copied() else {
                    break;
                };
                if below > 0 || at < column {
                    continue;
                }
                let area = self.areas.get(&(row, at));
                let start = usize::try_from(at - left).unwrap_or(0);
                let (mut down, mut columns) = (1, 1);
                if let Some(area) = area {
                    // It ends where one that comes from above begins.
                    let free = covered.iter().skip(start).take_while(|below| **below == 0).count();
                    columns = usize::try_from(area.last.1 - at).unwrap_or(0).saturating_add(1).min(free);
                    down = (area.last.0 - row + 1).min(last - row + 1);
                }
                let text = cells.and_then(|cells| cells.get(&at)).map_or("", |value| value.text.as_str());
                table.cell(text, usize::try_from(down).unwrap_or(1), columns)?;
                covered.iter_mut().skip(start).take(columns).for_each(|below| *below = down);
                column = at.saturating_add(u32::try_from(columns).unwrap_or(1));
            }
            for below in &mut covered {
                *below = below.saturating_sub(1);
            }
        }
        if let Some(table) = table.finish()? {
            document.blocks.push(Block::Table(table));
        }
        Ok(())
    }
}

/// How far an area reaches that has something in it.
fn reach(first: u32, last: u32) -> u32 {
    if last.saturating_sub(first) > REACH { first } else { last }
}

/// Whether a text begins like a heading: 一、 or （一）.
fn is_heading(text: &str) -> bool {
    let numeral = |c: char| "一二三四五六七八九十".contains(c);
    let text = text.trim_start();
    let is_first = text
        .find(|c| !numeral(c))
        .is_some_and(|at| at > 0 && text.get(at..).is_some_and(|rest| rest.starts_with('、')));
    let inner = text.strip_prefix(['（', '(']);
    let is_second =
        inner.and_then(|text| text.find(|c| !numeral(c)).filter(|at| *at > 0).and_then(|at| text.get(at..)));
    is_first || is_second.is_some_and(|rest| rest.starts_with(['）', ')']))
}
