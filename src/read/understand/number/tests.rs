//! Numbers and blanks as documents have them.

use super::*;
use crate::block::Block;
use crate::read::{Document, TableBuilder};

fn shown(tokens: &[Token]) -> Vec<String> {
    let token = |token: &Token| match &token.value {
        Value::Digits { digits, negative, unit } => {
            format!("{}{digits}{}", if *negative { "-" } else { "" }, if *unit == Unit::None { "" } else { "u" })
        }
        Value::Blank | Value::Dash => "_".to_owned(),
        Value::Odd(words) => words.clone(),
    };
    tokens.iter().map(token).collect()
}

fn read(text: &str) -> Vec<Vec<String>> {
    let mut document = Document::default();
    document.paragraph(text);
    let tape = Tape::of(&document.blocks);
    let mut words = Words::default();
    for label in ["公开其他信息", "区分处理的，只计这一情形，不计其他情形", "息公开申请", "法"]
    {
        words.add(label);
    }
    groups(&tape, 0..tape.letters.len(), &words).iter().map(|group| shown(group)).collect()
}

#[test]
fn figures_blanks_and_words() {
    assert_eq!(
        read("1,234 ５ 0件 2笔 984361元 43.788万元 - / 〇"),
        [["1234", "5", "0u", "2u", "984361u", "43.788u", "_", "_", "0"]]
    );
    assert_eq!(read("增2 减3 -35 +4"), [["2", "-3", "-35", "4"]]);
    assert_eq!(read("746 12 0 - 5 - 法 0 10"), [["746", "12", "0", "0", "10"]]);
    assert_eq!(read("67 3 息公开申请 8"), [vec!["67", "3"], vec!["8"]]);
    assert_eq!(read("（计1条）88条"), [["88u"]]);
    assert_eq!(read("（区分处理的，只计这一情 447 7 0 形，不计其他情形）"), [["447", "7", "0"]]);
    assert_eq!(read("没有"), Vec::<Vec<String>>::new());
}

#[test]
fn a_blank_cell_is_a_token() {
    let mut table = TableBuilder::new();
    table.row();
    for text in ["3", "", "—", "0"] {
        table.cell(text, 1, 1).expect("room");
    }
    let blocks = [Block::Table(table.finish().ok().flatten().expect("a table"))];
    let tape = Tape::of(&blocks);
    assert_eq!(shown(&groups(&tape, 0..4, &Words::default()).concat()), ["3", "_", "_", "0"]);
}

#[test]
fn a_cell_that_is_not_exact_is_no_figure() {
    let mut table = TableBuilder::new();
    table.row();
    for text in ["3", "约20", "300余件", "0"] {
        table.cell(text, 1, 1).expect("room");
    }
    let tape = Tape::of(&[Block::Table(table.finish().ok().flatten().expect("a table"))]);
    let tokens = groups(&tape, 0..tape.letters.len(), &Words::default()).concat();
    assert_eq!(shown(&tokens), ["3", "约20", "300余件", "0"]);
}
