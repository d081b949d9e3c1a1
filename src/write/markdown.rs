//! Markdown with the tables of GitHub (GitHub Flavored Markdown 4.10), which know no merged cells: what is spanned is empty.

use super::Report;
use super::text::rows;
use crate::block::{Block, Picture, Style, Table};

/// The report as Markdown.
pub(super) fn write(report: &Report, step: &mut dyn FnMut(usize)) -> String {
    let mut pieces: Vec<String> = Vec::new();
    for (n, block) in report.blocks.iter().enumerate() {
        match block {
            Block::Title(lines) => {
                let lines: Vec<String> = lines.iter().map(|line| escaped(line)).collect();
                pieces.push(format!("# {}", lines.join("<br>")));
            }
            Block::Heading(heading) => pieces.push(format!("## {}", escaped(heading))),
            Block::Paragraph(runs) => {
                let alone = runs.len() == 1;
                pieces.push(runs.iter().map(|run| drawn(&run.text, run.style, alone)).collect());
            }
            Block::Table(table) => pieces.extend(captioned(&table.caption, Some(table))),
            Block::Picture(Picture { caption, numbers, .. }) => pieces.extend(captioned(caption, numbers.as_ref())),
            Block::Signature { name, date } => {
                pieces.extend([name, date].into_iter().filter(|line| !line.is_empty()).map(|line| escaped(line)));
            }
        }
        step(n + 1);
    }
    pieces.iter().map(|piece| format!("{piece}\n")).collect::<Vec<_>>().join("\n")
}

/// A run; the heading of a level that is its whole paragraph is one of Markdown.
fn drawn(text: &str, style: Style, alone: bool) -> String {
    let text = escaped(text);
    match (style, alone) {
        (Style::Plain, _) => text,
        (Style::Second, true) => format!("### {text}"),
        (Style::Third, true) => format!("#### {text}"),
        (Style::Second | Style::Third, false) => format!("**{text}**"),
    }
}

fn captioned(caption: &str, table: Option<&Table>) -> Vec<String> {
    let caption = (!caption.is_empty()).then(|| format!("**{}**", escaped(caption)));
    caption.into_iter().chain(table.and_then(drawn_table)).collect()
}

/// A table: its first row is the head that Markdown asks for. Numbers stand at the right.
fn drawn_table(table: &Table) -> Option<String> {
    let rows = rows(table);
    let columns = table.widths.len();
    let line = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|cell| escaped(cell)).collect();
        format!("| {} |", cells.join(" | "))
    };
    let (head, body) = rows.split_first()?;
    let rule = format!("|{}", " --- |".repeat(columns));
    Some([line(head), rule].into_iter().chain(body.iter().map(|row| line(row))).collect::<Vec<_>>().join("\n"))
}

/// Text in which no character is one of Markdown's or of HTML's (CommonMark 2.4).
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let starts_line = |out: &str| out.is_empty() || out.ends_with('\n');
    for (n, c) in text.trim().chars().enumerate() {
        // A list, a quotation, a heading only at the start: 1. and - in the middle of a line are words.
        let at_start = n == 0 && matches!(c, '-' | '+' | '>') && starts_line(&out);
        let ends_number = matches!(c, '.' | ')') && !out.is_empty() && out.bytes().all(|b| b.is_ascii_digit());
        if at_start || ends_number || matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '#' | '|' | '~' | '&') {
            out.push('\\');
        }
        match c {
            '\n' => out.push_str("<br>"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::sample::every_kind;

    #[test]
    fn nothing_of_the_text_is_taken_for_a_mark() {
        assert_eq!(escaped("1.解读"), "1\\.解读");
        assert_eq!(escaped("增长1.5%"), "增长1.5%");
        assert_eq!(escaped("-3"), "\\-3");
        assert_eq!(escaped("0439-5222458"), "0439-5222458");
        assert_eq!(escaped("*a* <b> [c](d) e|f # g\nh"), "\\*a\\* \\<b> \\[c\\](d) e\\|f \\# g<br>h");
    }

    #[test]
    fn every_kind_of_block() {
        let text = write(&every_kind(), &mut |_| {});
        assert!(
            text.starts_with("# 某市“某区”街道办事处<br>2023年政府信息公开工作年度报告\n\n## 一、总体情况 \\<\\&>\n\n"),
            "{text}"
        );
        assert!(text.contains("\n**（一）公开**。=1+1，“甲”“乙”《丙》《丁》。\n\n#### 1\\.解读\n"), "{text}");
        assert!(
            text.contains("| 项目 |  | 申请人 |  |\n| --- | --- | --- | --- |\n|  |  | 自然人 | 总计 |\n"),
            "{text}"
        );
        assert!(text.contains("\n|  | =不予\\|公开 | \\-0.50 |  |\n"), "{text}");
        assert!(text.ends_with("\n\n某市“某区”街道办事处\n\n2024年1月24日\n"), "{text}");
    }
}
