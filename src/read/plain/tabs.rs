//! Rows of cells between tabs, as spreadsheets put them on the clipboard: a cell with a line break stands in quotation marks.

use super::{Region, table};

/// So many lines a cell in quotation marks may have.
const LONGEST: usize = 40;

/// The rows at the beginning of these lines; nothing where they do not begin with one.
pub fn region(lines: &[&str]) -> Option<Region> {
    let first = record(lines)?;
    let tabs = first.cells.len();
    let (mut used, mut rows) = (0, Vec::new());
    let mut next = Some(first);
    while let Some(Record { cells, lines: taken }) = next.filter(|record| record.cells.len() == tabs) {
        used += taken;
        rows.push(cells);
        next = lines.get(used..).and_then(record);
    }
    // A paragraph may begin or end with a tab. Rows have more than one cell with words, but for those that head others.
    let is_row = |row: &&Vec<String>| row.iter().filter(|cell| !cell.trim().is_empty()).count() > 1;
    let is_table = rows.len() > 1 && rows.iter().filter(is_row).count() * 2 >= rows.len();
    Some(Region { lines: used, table: if is_table { table(&rows) } else { None } })
}

/// A row.
struct Record {
    cells: Vec<String>,
    /// How many lines it takes.
    lines: usize,
}

/// The row at the beginning of these lines, if there is a tab in it.
fn record(lines: &[&str]) -> Option<Record> {
    let (line, _) = lines.split_first()?;
    if !line.contains('\t') && !line.starts_with('"') {
        return None;
    }
    let (mut cells, mut used) = (Vec::new(), 1);
    let mut rest = *line;
    loop {
        if let Some((cell, more, after)) = quoted(rest, lines.get(used..).unwrap_or_default()) {
            cells.push(cell);
            used += more;
            match after.strip_prefix('\t') {
                Some(after) => rest = after,
                None => break,
            }
        } else if let Some((cell, after)) = rest.split_once('\t') {
            cells.push(cell.to_owned());
            rest = after;
        } else {
            cells.push(rest.to_owned());
            break;
        }
    }
    (cells.len() > 1).then_some(Record { cells, lines: used })
}

/// A cell in quotation marks, how many of the following lines it reaches into, and what comes after it in the last of them.
/// Nothing where the marks are part of the words.
fn quoted<'a>(line: &'a str, following: &[&'a str]) -> Option<(String, usize, &'a str)> {
    let mut rest = line.strip_prefix('"')?;
    let mut cell = String::new();
    let mut more = following.iter().take(LONGEST);
    let mut used = 0;
    loop {
        let Some((words, after)) = rest.split_once('"') else {
            cell.push_str(rest);
            cell.push('\n');
            rest = more.next()?;
            used += 1;
            continue;
        };
        cell.push_str(words);
        if let Some(after) = after.strip_prefix('"') {
            cell.push('"');
            rest = after;
        } else {
            return (after.is_empty() || after.starts_with('\t')).then_some((cell, used, after));
        }
    }
}
