//! What a reader sees of a report, whoever draws it.

use super::{Block, Picture, Run};

/// The words and figures of a report from top to bottom, a piece each: a line of the title, a heading, a paragraph, a caption, a cell, the
/// name and the date below; what is blank is an empty piece, so that a figure in another cell is another report.
pub fn pieces(blocks: &[Block]) -> Vec<String> {
    let mut pieces = Vec::new();
    for block in blocks {
        match block {
            Block::Title(lines) => pieces.extend(lines.iter().cloned()),
            Block::Heading(heading) => pieces.push(heading.clone()),
            Block::Paragraph(runs) => pieces.push(unstyled(runs)),
            Block::Table(table) => {
                pieces.push(table.caption.clone());
                pieces.extend(table.rows.iter().flatten().map(|cell| cell.content.to_string()));
            }
            Block::Picture(Picture { caption, .. }) => pieces.push(caption.clone()),
            Block::Signature { name, date } => pieces.extend([name.clone(), date.clone()]),
        }
    }
    pieces
}

/// The words of a paragraph, whatever their looks.
pub fn unstyled(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

/// The pieces that are not blank: what every writer must bring to paper, in this order.
pub fn words(blocks: &[Block]) -> Vec<String> {
    pieces(blocks).into_iter().filter(|piece| !piece.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::{Content, Number, Role, Style, Table, TableCell};

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
        assert_eq!(pieces(&blocks).len(), words(&blocks).len() + 3, "the caption, the blank cell and the date");
    }
}
