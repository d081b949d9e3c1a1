//! A file that is read back says what the report says.

use super::{all, write};
use crate::block::{Block, Picture, words};
use crate::read::read_docx;
use crate::write::Report;

/// What a reader gives of the report: a paragraph a line, without blanks around it, and without characters that XML does not have. The
/// numbers of a chart that is not drawn stand above its caption.
fn expected(report: &Report) -> Vec<String> {
    let blocks = report.blocks.iter().flat_map(|block| match block {
        Block::Picture(Picture { numbers: Some(table), caption, png, .. }) if png.is_empty() => {
            let mut numbers = table.clone();
            numbers.caption.clear();
            vec![Block::Table(numbers), Block::Picture(Picture::undrawn("", caption.clone(), None))]
        }
        Block::Paragraph(runs) => {
            let text: String = runs.iter().map(|run| run.text.as_str()).collect();
            text.split('\n').map(|line| Block::Heading(line.to_owned())).collect()
        }
        Block::Title(_) | Block::Heading(_) | Block::Table(_) | Block::Picture(_) | Block::Signature { .. } => {
            vec![block.clone()]
        }
    });
    let legal = |text: String| text.replace(|c: char| c.is_control() && c != '\t' && c != '\n', "").trim().to_owned();
    let words = words(&blocks.collect::<Vec<_>>()).into_iter().map(legal);
    words.filter(|text| !text.is_empty()).collect()
}

#[test]
fn what_is_written_is_read_back() {
    for (name, report) in all() {
        let document = read_docx(&write(&report)).unwrap_or_else(|refusal| panic!("{name}: {refusal}"));
        assert_eq!(words(&document.blocks), expected(&report), "{name}");
        assert_eq!(document.notes, Vec::<String>::new(), "{name}");
    }
}

#[test]
fn tables_keep_their_spans() {
    for (name, report) in all() {
        let spans = |blocks: &[Block]| {
            let table = |block: &Block| if let Block::Table(table) = block { Some(table.clone()) } else { None };
            // The reader drops columns at which no cell begins, which smaller tables have.
            let tables = blocks.iter().filter_map(table).filter(|table| table.rows.len() > 20);
            let spans = |table: crate::block::Table| {
                let span = |cell: &crate::block::TableCell| (cell.row_span, cell.column_span);
                table.rows.iter().map(|row| row.iter().map(span).collect()).collect::<Vec<Vec<_>>>()
            };
            tables.map(spans).collect::<Vec<_>>()
        };
        let read = read_docx(&write(&report)).expect("a document");
        assert_eq!(spans(&read.blocks), spans(&report.blocks), "{name}");
    }
}

#[test]
fn the_foot_is_no_text() {
    let read = read_docx(&write(&super::every_kind())).expect("a document");
    let left: Vec<_> = read.left.iter().map(|left| left.text.as_str()).collect();
    assert_eq!(left, ["校验码 3F7A-91C2\t— 1 —", "— 1 —\t校验码 3F7A-91C2"]);
}
