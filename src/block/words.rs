//! What a reader sees of a report, whoever draws it.

use super::{Block, Picture};

/// The words and figures of a report from top to bottom, a piece each: a line of the title, a heading, a paragraph, a caption, a cell that
/// is not blank, the name and the date below. What every writer must bring to paper, and what a check code is made of.
pub fn words(blocks: &[Block]) -> Vec<String> {
    let mut words = Vec::new();
    for block in blocks {
        match block {
            Block::Title(lines) => words.extend(lines.iter().cloned()),
            Block::Heading(heading) => words.push(heading.clone()),
            Block::Paragraph(runs) => words.push(runs.iter().map(|run| run.text.as_str()).collect()),
            Block::Table(table) => {
                words.push(table.caption.clone());
                words.extend(table.rows.iter().flatten().map(|cell| cell.content.to_string()));
            }
            Block::Picture(Picture { caption, .. }) => words.push(caption.clone()),
            Block::Signature { name, date } => words.extend([name.clone(), date.clone()]),
        }
    }
    words.retain(|piece| !piece.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::{Content, Number, Role, Run, Style, Table, TableCell};

    #[test]
    fn all_that_is_printed_in_its_order() {
        let run = |text: &str, style| Run { text: text.to_owned(), style };
        let cell = |content| TableCell::single(content, Role::Value);
        let share = Number::share("80".parse().expect("a decimal"));
        let table = Table {
            id: String::new(),
            caption: String::new(),
            widths: vec![1, 1, 1],
            head_rows: 0,
            group_lines: Vec::new(),
            rows: vec![vec![cell(Content::text("甲")), cell(Content::Blank), cell(Content::Number(share))]],
        };
        let blocks = [
            Block::Title(vec!["某局".to_owned(), "年报".to_owned()]),
            Block::Paragraph(vec![run("（一）公开", Style::Second), run("。已公开。", Style::Plain)]),
            Block::Table(table),
            Block::Picture(Picture::undrawn("trend", "图1".to_owned(), None)),
            Block::Signature { name: "某局".to_owned(), date: String::new() },
        ];
        assert_eq!(words(&blocks), ["某局", "年报", "（一）公开。已公开。", "甲", "80%", "图1", "某局"]);
    }
}
