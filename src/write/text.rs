//! Plain text: no format at all, so that it can be pasted anywhere. A table is a line a row with tabs between its cells, as a spreadsheet takes it.

use super::Report;
use crate::block::{Block, Picture, Table, unstyled};

/// The report as plain text with a byte order mark, by which Notepad and Word know UTF-8, and the line ends of Windows.
pub(super) fn write(report: &Report, step: &mut dyn FnMut(usize)) -> String {
    format!("\u{feff}{}", plain(report, step).replace('\n', "\r\n"))
}

/// The report as plain text, a line a paragraph.
pub(super) fn plain(report: &Report, step: &mut dyn FnMut(usize)) -> String {
    let mut out = String::new();
    for (n, block) in report.blocks.iter().enumerate() {
        match block {
            Block::Title(lines) => lines.iter().for_each(|line| push(&mut out, line)),
            Block::Heading(heading) => {
                out.push('\n');
                push(&mut out, heading);
            }
            Block::Paragraph(runs) => {
                // Two blanks of a character's width, as paragraphs begin in Chinese.
                let text = unstyled(runs);
                push(&mut out, &format!("\u{3000}\u{3000}{text}"));
            }
            Block::Table(table) => draw_table(&mut out, table),
            Block::Picture(Picture { caption, numbers, .. }) => {
                out.push('\n');
                push(&mut out, caption);
                if let Some(numbers) = numbers {
                    draw_rows(&mut out, numbers);
                }
                out.push('\n');
            }
            Block::Signature { name, date } => {
                out.push('\n');
                [name, date].into_iter().filter(|line| !line.is_empty()).for_each(|line| push(&mut out, line));
            }
        }
        step(n + 1);
    }
    // One blank line between two things is enough.
    while out.contains("\n\n\n") {
        out = out.replace("\n\n\n", "\n\n");
    }
    out
}

fn push(out: &mut String, line: &str) {
    // A form feed or another control character would be shown as a box, or begin a page.
    out.extend(line.chars().filter(|c| !c.is_control() || matches!(c, '\t' | '\n')));
    out.push('\n');
}

fn draw_table(out: &mut String, table: &Table) {
    out.push('\n');
    if !table.caption.is_empty() {
        push(out, &table.caption);
    }
    draw_rows(out, table);
    out.push('\n');
}

fn draw_rows(out: &mut String, table: &Table) {
    for row in rows(table) {
        push(out, &row.join("\t"));
    }
}

/// The texts of a table, a place for every square of it: what is spanned is empty. A cell is one line here.
pub(super) fn rows(table: &Table) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new(); table.widths.len()]; table.rows.len()];
    table.each_cell(|cell, row, column| {
        if let Some(place) = rows.get_mut(row).and_then(|row| row.get_mut(column)) {
            let text = cell.content.to_string();
            *place = text.split_whitespace().collect::<Vec<_>>().join(" ");
        }
    });
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::sample::every_kind;

    #[test]
    fn tables_keep_their_columns() {
        let text = plain(&every_kind(), &mut |_| {});
        assert_eq!(
            text,
            "某市“某区”街道办事处\n2023年政府信息公开工作年度报告\n\n一、总体情况 <&>\n\u{3000}\u{3000}（一）公开。=1+1，\
             “甲”“乙”《丙》《丁》。\n\u{3000}\u{3000}1.解读\n\n表1\u{3000}办理（单位：件）\n项目\t\t申请人\t\n\t\t自然人\t总计\n结果\t公开 部分\t\
             3\t3\n\t=不予|公开\t-0.50\t\n比上年\t\t+95.6%\t80%\n\n图1\u{3000}历年\n时间\t数量\n2023年\t88\n\n某市“某区”街道办事处\n2024年1月24日\n"
        );
    }

    #[test]
    fn the_file_opens_in_windows() {
        let text = write(&every_kind(), &mut |_| {});
        assert!(text.starts_with('\u{feff}'));
        assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    }
}
