//! Text in columns parted by commas, tabs or semicolons (CSV, TSV). Source: RFC 4180; programs write more than it allows.

use csv::ReaderBuilder;

use super::limits::{MOST_CELLS, MOST_COLUMNS, too_large};
use super::{Document, Refusal, TableBuilder};
use crate::block::Block;

/// So many lines tell what parts the columns.
const LINES: usize = 50;

/// Reads text in columns: one table. Rows may be of different lengths; blank ones at the beginning and the end are left out.
///
/// # Errors
/// Where there is nothing in it, or more than is read.
pub fn read_separated(text: &str) -> Result<Document, Refusal> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (text, stated) = separator_line(text);
    let separator = stated.or_else(|| separator(text.as_bytes()).map(|(separator, _)| separator)).unwrap_or(b',');
    let mut reader =
        ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut cells = 0_usize;
    let mut record = csv::StringRecord::new();
    while reader.read_record(&mut record).map_err(|_| too_large())? {
        let mut row: Vec<String> = record.iter().map(|cell| cell.trim().replace("\r\n", "\n")).collect();
        let used = row.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
        row.truncate(used);
        cells = cells.saturating_add(used.max(1));
        if cells > MOST_CELLS || used > MOST_COLUMNS {
            return Err(too_large());
        }
        if used > 0 || !rows.is_empty() {
            rows.push(row);
        }
    }
    let used = rows.iter().rposition(|row| !row.is_empty()).map_or(0, |last| last + 1);
    rows.truncate(used);
    let mut table = TableBuilder::new();
    for row in &rows {
        table.row();
        row.iter().try_for_each(|cell| table.cell(cell, 1, 1))?;
    }
    let Some(table) = table.finish()? else {
        return Err(Refusal::new("文件里没有内容，没有读入。请检查是不是选错了文件。"));
    };
    let mut document = Document::default();
    document.blocks.push(Block::Table(table));
    Ok(document)
}

/// The text after a first line `sep=;`, by which Excel is told what parts the columns, and what it says.
fn separator_line(text: &str) -> (&str, Option<u8>) {
    let Some(rest) = text.strip_prefix("sep=") else { return (text, None) };
    let (line, rest) = rest.split_once('\n').unwrap_or((rest, ""));
    match line.trim_end_matches('\r').as_bytes() {
        [separator] => (rest, Some(*separator)),
        _ => (text, None),
    }
}

/// Whether a text is nothing but columns: nearly all of its first lines are parted into the same number of them.
pub fn columns(text: &[u8]) -> bool {
    text.starts_with(b"sep=") || separator(text).is_some_and(|(_, is_all)| is_all)
}

/// What parts the columns: of tab, comma and semicolon the one that parts the most lines into the same number of columns, and
/// whether those are nearly all lines. Nothing where none stands in two of the first lines, or in the only one.
fn separator(text: &[u8]) -> Option<(u8, bool)> {
    let mut best: Option<(usize, usize, u8, bool)> = None;
    for separator in [b'\t', b',', b';'] {
        let mut reader = ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text);
        let mut widths: Vec<usize> = Vec::new();
        let mut record = csv::ByteRecord::new();
        while widths.len() < LINES && reader.read_byte_record(&mut record).is_ok_and(|is_read| is_read) {
            widths.push(record.len());
        }
        let count = |width: usize| widths.iter().filter(|other| **other == width).count();
        let common = widths.iter().copied().filter(|width| *width > 1).max_by_key(|width| (count(*width), *width));
        let Some(common) = common else { continue };
        let lines = count(common);
        if lines >= widths.len().min(2) && best.is_none_or(|(most, width, ..)| (lines, common) > (most, width)) {
            best = Some((lines, common, separator, widths.len() > 1 && lines * 5 >= widths.len() * 4));
        }
    }
    best.map(|(_, _, separator, is_all)| (separator, is_all))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<Vec<String>> {
        let document = read_separated(text).expect("a table");
        let [Block::Table(table)] = document.blocks.as_slice() else { panic!("one table") };
        table.rows.iter().map(|row| row.iter().map(|cell| cell.content.to_string()).collect()).collect()
    }

    #[test]
    fn quotes_hold_line_breaks_and_marks() {
        let text = "\u{feff}名称,数\r\n\"商业\r\n企业\",3\r\n\"他说\"\"好\"\"，走\",\"1,234\"\r\n";
        assert_eq!(rows(text), [["名称", "数"], ["商业\n企业", "3"], ["他说\"好\"，走", "1,234"]]);
    }

    #[test]
    fn columns_are_parted_by_what_parts_most_lines_alike() {
        assert_eq!(rows("a\tb,c\td\n1\t2\t3\n"), [["a", "b,c", "d"], ["1", "2", "3"]]);
        assert_eq!(rows("a;b\n1,5;2\n"), [["a", "b"], ["1,5", "2"]]);
        assert_eq!(rows("sep=;\r\na;b,c\r\n"), [["a", "b,c"]]);
        assert_eq!(separator("政府信息公开。\n一句话。\n".as_bytes()), None);
        assert!(columns(b"a,b\n1,2\n") && !columns(b"a,b\n1\n2\n3,4\n") && !columns(b"a,b\n"));
    }

    #[test]
    fn texts_that_look_like_numbers_stay() {
        assert_eq!(rows("文号,数\n2021-30,00012\n0件,-3\n"), [["文号", "数"], ["2021-30", "00012"], ["0件", "-3"]]);
    }

    #[test]
    fn ragged_rows_are_filled_and_blank_ones_at_the_ends_left_out() {
        assert_eq!(
            rows(",,\na,b,c\n1\n,,\n2,3,\n,,,\n"),
            [["a", "b", "c"], ["1", "", ""], ["", "", ""], ["2", "3", ""]]
        );
    }

    #[test]
    fn any_text_ends() {
        for text in ["", "\"", "\"a\n", ",", "\u{0}", "a\"b\"c,d"] {
            let _ = read_separated(text);
        }
        assert!(read_separated(" \n\n").is_err());
        assert_eq!(
            read_separated(&",".repeat(MOST_COLUMNS + 1)).err(),
            Some(Refusal::new("文件里没有内容，没有读入。请检查是不是选错了文件。"))
        );
        assert_eq!(read_separated(&"a,".repeat(MOST_COLUMNS + 1)).err(), Some(too_large()));
        assert_eq!(read_separated(&"a,b\n".repeat(MOST_CELLS)).err(), Some(too_large()));
    }
}
