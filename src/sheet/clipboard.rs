//! A region of a table as texts: what is copied out of it.

use super::content;
use super::layout::{Layout, Region};
use crate::draft::Draft;
use crate::form::Grid;

/// The texts of a region, row by row: each square has one. A cell that covers several stands in its first; the others are empty.
pub fn texts(draft: &Draft, grid: &Grid, layout: &Layout, region: Region) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new(); region.right - region.left]; region.bottom - region.top];
    for cell in layout.within(region) {
        let square = |top: usize, left: usize| (top.checked_sub(region.top), left.checked_sub(region.left));
        let (Some(row), Some(column)) = square(cell.area.top, cell.area.left) else { continue };
        let text = rows.get_mut(row).and_then(|row| row.get_mut(column));
        let source = grid.rows.get(cell.index.0).and_then(|row| row.get(cell.index.1)).map(|cell| &cell.source);
        if let (Some(text), Some(source)) = (text, source) {
            *text = content(draft, source).to_string();
        }
    }
    rows
}

/// Rows of texts as spreadsheets put them into the clipboard: tabs between cells, a line a row. A text with a tab, a line
/// break or a quotation mark is quoted, its quotation marks doubled.
pub fn tsv(rows: &[Vec<String>]) -> String {
    let cell = |text: &String| {
        if text.contains(['\t', '\n', '\r', '"']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.clone() }
    };
    let line = |row: &Vec<String>| row.iter().map(cell).collect::<Vec<_>>().join("\t");
    rows.iter().map(|row| line(row) + "\n").collect()
}

/// Rows of texts as a table for the clipboard: lines on every cell, line breaks kept, and no more looks than that.
pub fn html(rows: &[Vec<String>]) -> String {
    let escaped =
        |text: &String| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('\n', "<br>");
    let cell = |text: &String| format!("<td style=\"border:1px solid #000\">{}</td>", escaped(text));
    let line = |row: &Vec<String>| format!("<tr>{}</tr>", row.iter().map(cell).collect::<String>());
    let body: String = rows.iter().map(line).collect();
    format!("<table style=\"border-collapse:collapse\"><tbody>{body}</tbody></table>")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::TableId;
    use crate::sheet::{View, grid};

    #[track_caller]
    fn copies(draft: &Draft, table: TableId, from: (usize, usize), to: (usize, usize), expected: &str) {
        let grid = grid(draft, table, View::Filled(&[])).expect("a grid");
        let layout = Layout::of(&grid);
        assert_eq!(tsv(&texts(draft, &grid, &layout, layout.region(from, to))), expected);
    }

    fn draft(json: &str) -> Draft {
        Draft::from_json(json).unwrap_or_else(|refused| panic!("{refused}")).draft
    }

    #[test]
    fn what_is_shown_is_copied() {
        let draft = draft(
            r#"{"nianbao": 1, "form": "national-2021", "year": 2023, "figures": {"applications.new.natural": 3,
            "applications.new.business": 0, "applications.carried_in.natural": 1},
            "proposals": [{"category": "农林\t“水”", "count": 2}, {"category": "说\"好\"", "count": 1, "closed": 1}]}"#,
        );
        copies(&draft, TableId::Applications, (3, 3), (4, 5), "3\t0\t\n1\t\t\n");
        // The total is copied as it is shown, though nobody typed it.
        copies(&draft, TableId::Applications, (3, 9), (4, 9), "3\n1\n");
        // A head over three columns stands in the first.
        copies(&draft, TableId::Applications, (3, 0), (3, 3), "一、本年新收政府信息公开申请数量\t\t\t3\n");
        let proposals = "\"农林\t“水”\"\t2\t\n\"说\"\"好\"\"\"\t1\t1\n合计\t3\t1\n";
        copies(&draft, TableId::Proposals, (1, 0), (3, 2), proposals);
    }

    #[test]
    fn a_table_for_programs_that_ask_for_one() {
        let rows = [vec!["a<b".to_owned(), "甲\n乙".to_owned()], vec!["3".to_owned(), String::new()]];
        let table = html(&rows);
        assert!(table.contains(">a&lt;b</td>") && table.contains(">甲<br>乙</td>"), "{table}");
        assert_eq!(table.matches("<td ").count(), 4);
    }

    #[test]
    fn growth_and_shares_are_copied_as_they_are_printed() {
        let draft = draft(
            r#"{"nianbao": 1, "form": "narrative-2008", "year": 2017, "figures": {"channel.website": 88},
            "history": {"disclosed.total": {"2016": 45, "2017": 88}}}"#,
        );
        copies(&draft, TableId::History, (1, 0), (2, 2), "数量\t45\t88\n比上年\t\t+95.6%\n");
        copies(&draft, TableId::Channels, (1, 2), (2, 2), "88\n100%\n");
    }
}
