//! Rows of figures, in the open and in cells.

use super::super::number::groups;
use super::super::tape::Tape;
use super::super::words::Words;
use super::*;
use crate::block::Block;
use crate::read::{Document, TableBuilder};

const ROW: Shape = Shape { width: 7, blocks: 1, sums: true };
const THREE: Shape = Shape { width: 3, blocks: 1, sums: false };

fn shown(read: &RowRead) -> String {
    match read {
        RowRead::Certain(tokens) => {
            let token = |token: &Token| match &token.value {
                Value::Digits { digits, .. } => digits.clone(),
                Value::Blank | Value::Dash | Value::Odd(_) => "_".to_owned(),
            };
            tokens.iter().map(token).collect::<Vec<_>>().join(" ")
        }
        RowRead::Open { ways, listed, .. } => format!("{} ways {}", ways.len(), *listed == Listed::All),
        RowRead::Nothing => "nothing".to_owned(),
    }
}

fn of(text: &str, shape: Shape) -> String {
    let mut document = Document::default();
    document.paragraph(text);
    let tape = Tape::of(&document.blocks);
    let mut words = Words::default();
    for label in ["情形，不计其他情形", "息公开申请", "未知的行"] {
        words.add(label);
    }
    shown(&read_row(&groups(&tape, 0..tape.letters.len(), &words), shape, Side::Unknown, false))
}

fn cells(cells: &[&str], shape: Shape) -> String {
    let mut table = TableBuilder::new();
    table.row();
    for text in cells {
        table.cell(text, 1, 1).expect("room");
    }
    let tape = Tape::of(&[Block::Table(table.finish().ok().flatten().expect("a table"))]);
    shown(&read_row(&groups(&tape, 0..tape.letters.len(), &Words::default()), shape, Side::Unknown, true))
}

#[test]
fn figures_in_the_open() {
    assert_eq!(of("1 2 0 0 0 0 3", ROW), "1 2 0 0 0 0 3");
    assert_eq!(of("1 2 0 0 0 0 4", ROW), "1 2 0 0 0 0 4", "out of balance is for the rules to say");
    assert_eq!(of("200 00000200", ROW), "200 0 0 0 0 0 200");
    assert_eq!(of("447 7 0 0 0 0 454 形，不计其他情形）", ROW), "447 7 0 0 0 0 454");
    assert_eq!(of("3000003 未知的行 1000001", ROW), "3 0 0 0 0 0 3");
    assert_eq!(of("67 3 0 息公开申请 0 1 0 71", ROW), "67 3 0 0 1 0 71");
    assert_eq!(of("6051", THREE), "2 ways true");
    assert_eq!(of("000", THREE), "1 ways true", "whether a cell left no trace is known when all rows are read");
    assert_eq!(of("0 12", THREE), "1 ways false");
    assert_eq!(of("00", THREE), "0 ways false");
    assert_eq!(of("没有", ROW), "nothing");
}

#[test]
fn figures_in_cells() {
    assert_eq!(cells(&["3", "", "0", "0", "0", "0", "3", "", ""], ROW), "3 _ 0 0 0 0 3");
    assert_eq!(cells(&["", "", "3", "0", "0", "0", "0", "0", "3"], ROW), "3 0 0 0 0 0 3");
    assert_eq!(cells(&["", "3", "0", "0", "0", "0", "0", "3", ""], ROW), "3 0 0 0 0 0 3");
    assert_eq!(cells(&["", "", "", "", "", "", ""], ROW), "_ _ _ _ _ _ _");
    assert_eq!(cells(&["3", "0"], THREE), "0 ways false", "a cell that is missing");
}
