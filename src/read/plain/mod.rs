//! Plain text: a paragraph a line, and the tables that are drawn in it with tabs, pipes, or lines of a box.
//!
//! Where a table is not plainly one, its lines stay paragraphs exactly as they stand: `understand` finds labels and figures in
//! those too.

mod drawn;
mod tabs;

use super::limits::{MOST_CELLS, MOST_PARAGRAPHS};
use super::{Document, Refusal, TableBuilder};
use crate::block::{Block, Table};

/// So many lines are read: paragraphs, and a blank line after each.
const MOST_LINES: usize = 2 * MOST_PARAGRAPHS;

/// Reads a text. One that is too long is read as far as there is room, and says so.
pub fn read_plain(text: &str) -> Document {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n");
    let mut lines_left = text.split(['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}']);
    let lines: Vec<&str> = lines_left.by_ref().take(MOST_LINES).collect();
    let mut is_cut = lines_left.next().is_some();
    let mut document = Document::default();
    let (mut rest, mut cells) = (lines.as_slice(), 0);
    while let [line, after @ ..] = rest {
        if document.blocks.len() >= MOST_PARAGRAPHS {
            is_cut = true;
            break;
        }
        let Some(Region { lines, table }) = tabs::region(rest).or_else(|| drawn::region(rest)) else {
            document.paragraph(line);
            rest = after;
            continue;
        };
        let (region, after) = rest.split_at_checked(lines.max(1)).unwrap_or((rest, &[]));
        cells += table.as_ref().map_or(0, |table| table.rows.iter().map(Vec::len).sum());
        match table.filter(|_| cells <= MOST_CELLS) {
            Some(table) => document.blocks.push(Block::Table(table)),
            None => region.iter().take(MOST_PARAGRAPHS).for_each(|line| document.paragraph(line)),
        }
        rest = after;
    }
    if is_cut {
        document.note("文字太长，只读入了前面的部分。请只留下年报本身，另存后再试。");
    }
    document
}

/// Lines that look like a table, and the table where they are one.
struct Region {
    /// How many lines these are.
    lines: usize,
    table: Option<Table>,
}

/// A table of rows; nothing where it is larger than is read.
fn table<S: AsRef<str>>(rows: &[Vec<S>]) -> Option<Table> {
    let built = || -> Result<Option<Table>, Refusal> {
        let mut table = TableBuilder::new();
        for row in rows {
            table.row();
            row.iter().try_for_each(|cell| table.cell(cell.as_ref(), 1, 1))?;
        }
        table.finish()
    };
    built().ok().flatten()
}

#[cfg(test)]
mod tests {
    use super::super::document::tests::lines;
    use super::*;

    /// What was read, a line a paragraph or row; cells between bars.
    fn read(text: &str) -> Vec<String> {
        lines(&read_plain(text))
    }

    #[test]
    fn lines_are_paragraphs_as_they_stand() {
        assert_eq!(
            read("\u{feff}一、总体情况\r\n\r\n　　行政规范性文件6233440\r200 000121\n"),
            ["一、总体情况", "行政规范性文件6233440", "200 000121"]
        );
        assert_eq!(read(""), [""; 0]);
        assert_eq!(read("规章\n|\n0\n|\n0\n|"), ["规章", "|", "0", "|", "0", "|"]);
        assert_eq!(read("规章 |\n0 |\n0 |"), ["规章 |", "0 |", "0 |"]);
        assert_eq!(read("首页 | 政务公开 | 打印\n正文"), ["首页 | 政务公开 | 打印", "正文"]);
        assert_eq!(read("\t一、总体情况\n\t二、主动公开\n"), ["一、总体情况", "二、主动公开"]);
    }

    #[test]
    fn a_region_of_a_sheet_is_a_table() {
        assert_eq!(read("\"商业\n企业\"\t3\t0\r\n自然人\t2\t0\r\n"), ["[商业⏎企业|3|0]", "[自然人|2|0]"]);
        assert_eq!(
            read("第二十条\t\t\n规章\t1\t\n\t2\t\"甲\"\"乙\"\"\"\n之后"),
            ["[第二十条||]", "[规章|1|]", "[|2|甲\"乙\"]", "之后"]
        );
        assert_eq!(read("甲\t1\n乙\t2\t3\n丙\n"), ["甲\t1", "乙\t2\t3", "丙"]);
        assert_eq!(read("说\"好\"\t1\n\"未完\t2\n\"甲\"乙\t3"), ["[说\"好\"|1]", "[\"未完|2]", "[\"甲\"乙|3]"]);
        assert_eq!(read("\"引文独占一行\"\n正文"), ["\"引文独占一行\"", "正文"]);
    }

    #[test]
    fn pipes_draw_a_table() {
        assert_eq!(
            read(
                "表格如下：\n第二十条第（一）项 | |||\n信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n行政许可 | 0 | ||\n三、"
            ),
            [
                "表格如下：",
                "[第二十条第（一）项|||]",
                "[信息内容|本年制发件数|本年废止件数|现行有效件数]",
                "[行政许可|0||]",
                "三、"
            ]
        );
        assert_eq!(
            read("| 项目 | 件数 |\n|:---|---:|\n| 规章 | 3 |\n| 处罚 | |\n"),
            ["[项目|件数]", "[规章|3]", "[处罚|]"]
        );
        assert_eq!(
            read("第二十条第(一)项 |\n信息内容 | 件数 |\n规章 | 0 |"),
            ["[第二十条第(一)项|]", "[信息内容|件数]", "[规章|0]"]
        );
        assert_eq!(read("+----+---+\n| 甲 | 1 |\n+----+---+\n| 乙 | 2 |\n+----+---+"), ["[甲|1]", "[乙|2]"]);
    }

    #[test]
    fn rows_that_lost_a_cell_stay_as_they_stand() {
        let text = "二、上年结转 | 1 | 2 |\n三、办理结果 | （一）予以公开 | 1 | 2 |\n（二）部分公开 | 0 | 0 |";
        assert_eq!(read(text), text.lines().collect::<Vec<_>>());
    }

    #[test]
    fn boxes_draw_a_table() {
        assert_eq!(
            read("┌───┬──┐\n│行政规范│  │\n│性文件 │12│\n├───┼──┤\n│规章  │ 3│\n├───┼──┤\n│合计  │15│\n└───┴──┘\n后"),
            ["[行政规范性文件|12]", "[规章|3]", "[合计|15]", "后"]
        );
        assert_eq!(read("┃甲┃1┃\n┃乙┃2┃"), ["[甲|1]", "[乙|2]"]);
        assert_eq!(read("│三 ├──┤\n│乙│2│"), ["│三 ├──┤", "│乙│2│"]);
        assert_eq!(read("——\n──────\n正文"), ["——", "──────", "正文"]);
    }

    #[test]
    fn much_text_takes_little_time() {
        for line in ["a\tb\n", "|\n", "\"a\n", "x |\n", "│\n", "\"\t\n", "a | b\nc\n"] {
            let document = read_plain(&line.repeat(150_000));
            assert!(document.blocks.len() <= MOST_PARAGRAPHS * 2, "{line}");
        }
        assert!(!read_plain(&format!("{0}\n{0}\n", "a\t".repeat(5000))).is_empty());
    }
}
