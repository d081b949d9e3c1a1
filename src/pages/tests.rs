//! Where pages end, told in lines: P a paragraph, T a table.

use super::*;
use crate::block::{Content, Role, Run, Style, Table, TableCell};

/// A line of the text.
const LINE: u32 = 3865;

fn paragraph(lines: usize) -> (Block, Measured) {
    // Ten characters a line, each line its own letter.
    let text =
        (0..lines).flat_map(|n| std::iter::repeat_n(char::from(b'a' + u8::try_from(n % 26).unwrap()), 10)).collect();
    let block = Block::Paragraph(vec![Run { text, style: Style::Plain }]);
    (block, Measured { pieces: vec![LINE; lines], ..Measured::default() })
}

fn heading() -> (Block, Measured) {
    (Block::Heading("一、情况".to_owned()), Measured { pieces: vec![LINE], ..Measured::default() })
}

fn signature() -> (Block, Measured) {
    let block = Block::Signature { name: "某局".to_owned(), date: "2024年1月24日".to_owned() };
    (block, Measured { above: 2 * LINE, pieces: vec![2 * LINE], ..Measured::default() })
}

/// A table of a head and so many rows, each a line high; a label beside every four.
fn table(rows: usize) -> (Block, Measured) {
    let cell = |text: String, role, row_span| TableCell { row_span, ..TableCell::single(Content::text(text), role) };
    let head = vec![cell("组".to_owned(), Role::ColumnHead, 1), cell("数".to_owned(), Role::ColumnHead, 1)];
    let row = |n: usize| {
        let span = u16::try_from((rows - n).min(4)).unwrap();
        let label = n.is_multiple_of(4).then(|| cell(format!("第{}组", n / 4), Role::RowHead, span));
        label.into_iter().chain([cell(n.to_string(), Role::Value, 1)]).collect()
    };
    let table = Table {
        id: String::new(),
        caption: "表1".to_owned(),
        widths: vec![1, 1],
        head_rows: 1,
        group_lines: Vec::new(),
        rows: std::iter::once(head).chain((0..rows).map(row)).collect(),
    };
    let measured = Measured { above: 0, head: 2 * LINE, again: LINE, pieces: vec![LINE; rows] };
    (Block::Table(table), measured)
}

fn laid_out(all: Vec<(Block, Measured)>) -> (Vec<Block>, Vec<Sheet>) {
    let (blocks, measured): (Vec<Block>, Vec<Measured>) = all.into_iter().unzip();
    let sheets = sheets(&blocks, &measured, |_, line| line * 10);
    (blocks, sheets)
}

/// What stands on each page: P a paragraph, H a heading, T a table, S the signature; with how many lines or rows.
fn shown(all: Vec<(Block, Measured)>) -> Vec<String> {
    let part = |part: &Part| match &part.block {
        Block::Paragraph(runs) => format!("P{}", runs.iter().map(|run| run.text.len()).sum::<usize>() / 10),
        Block::Table(table) => format!("T{}", table.rows.len() - table.head_rows),
        Block::Heading(_) => "H".to_owned(),
        Block::Signature { .. } => "S".to_owned(),
        Block::Title(_) | Block::Picture(_) => "?".to_owned(),
    };
    let (_, sheets) = laid_out(all);
    sheets.iter().map(|sheet| sheet.parts.iter().map(part).collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn a_page_holds_22_lines() {
    assert_eq!(shown(vec![paragraph(22)]), ["P22"]);
    assert_eq!(shown(vec![paragraph(23)]), ["P22", "P1"]);
    assert_eq!(shown(vec![paragraph(50)]), ["P22", "P22", "P6"]);
    assert_eq!(shown(Vec::new()), [] as [&str; 0]);
}

#[test]
fn a_heading_stands_with_its_text() {
    assert_eq!(shown(vec![paragraph(21), heading(), paragraph(3)]), ["P21", "H P3"]);
    assert_eq!(shown(vec![paragraph(20), heading(), paragraph(3)]), ["P20 H P1", "P2"]);
    // Two headings, and a table of which three rows must be there.
    assert_eq!(shown(vec![paragraph(16), heading(), heading(), table(8)]), ["P16", "H H T8"]);
    // The last of all has nothing to stand with.
    assert_eq!(shown(vec![paragraph(22), heading()]), ["P22", "H"]);
}

#[test]
fn a_signature_is_never_alone() {
    assert_eq!(shown(vec![paragraph(18), signature()]), ["P18 S"]);
    assert_eq!(shown(vec![paragraph(19), signature()]), ["P17", "P2 S"]);
    assert_eq!(shown(vec![paragraph(20), heading(), paragraph(1), signature()]), ["P20", "H P1 S"]);
    assert_eq!(shown(vec![heading(), table(19), signature()]), ["H T16", "T3 S"]);
}

#[test]
fn a_table_is_kept_whole_where_that_leaves_little_blank() {
    // Four lines are left blank: less than a fifth of a page.
    assert_eq!(shown(vec![paragraph(18), table(6)]), ["P18", "T6"]);
    // Ten would be: it is broken between two groups.
    assert_eq!(shown(vec![paragraph(12), table(12)]), ["P12 T8", "T4"]);
    // Longer than a page in any case, and nowhere fewer than three rows.
    assert_eq!(shown(vec![paragraph(18), table(30)]), ["P18", "T20", "T10"]);
    assert_eq!(shown(vec![table(21)]), ["T18", "T3"]);
}

#[test]
fn a_label_has_room_on_both_pages() {
    // Of a group of four no row stands by itself: nine rows have room, of which the last would.
    assert_eq!(shown(vec![paragraph(11), table(13)]), ["P11 T8", "T5"]);
    // A label that runs down twelve rows needs eight of them, and so is never cut.
    assert_eq!(shown(vec![paragraph(14), with_upright(15, 12)]), ["P14", "T15"]);
    // One of twenty is, and runs down on both pages.
    let (_, sheets) = laid_out(vec![paragraph(6), with_upright(22, 20)]);
    let tables = sheets.iter().flat_map(|sheet| &sheet.parts).filter_map(|part| match &part.block {
        Block::Table(table) => Some(&table.rows[1][0]),
        Block::Title(_) | Block::Heading(_) | Block::Paragraph(_) | Block::Picture(_) | Block::Signature { .. } => None,
    });
    let labels: Vec<_> = tables.map(|label| (label.content.to_string(), label.upright)).collect();
    assert_eq!(labels, [("结果".to_owned(), true), ("结果".to_owned(), true)]);
}

/// A table of so many rows, with a label beside the first ones of them.
fn with_upright(rows: usize, beside: usize) -> (Block, Measured) {
    let (Block::Table(mut table), measured) = table(rows) else { panic!("a table") };
    for (n, row) in table.rows.iter_mut().enumerate().skip(1) {
        if row.len() == 2 {
            row.remove(0);
        }
        if n == 1 || n > beside {
            let row_span = if n == 1 { u16::try_from(beside).unwrap() } else { 1 };
            row.insert(0, TableCell { row_span, ..TableCell::single(Content::text("结果"), Role::RowHead) });
        }
    }
    (Block::Table(table), measured)
}

#[test]
fn a_label_stands_again_on_the_next_page() {
    let one_group = |rows: usize| {
        let (Block::Table(mut table), measured) = table(rows) else { panic!("a table") };
        for (n, row) in table.rows.iter_mut().enumerate().skip(1) {
            row.truncate(2);
            if n == 1 {
                row[0].row_span = 9;
            } else if row.len() == 2 {
                row.remove(0);
            }
        }
        (Block::Table(table), measured)
    };
    let (_, sheets) = laid_out(vec![paragraph(14), one_group(9)]);
    let rows: Vec<Vec<(String, u16)>> = sheets
        .iter()
        .flat_map(|sheet| &sheet.parts)
        .filter_map(|part| if let Block::Table(table) = &part.block { Some(table) } else { None })
        .map(|table| table.rows.iter().map(|row| (row[0].content.to_string(), row[0].row_span)).collect())
        .collect();
    let value = |n: usize| (n.to_string(), 1);
    let head = ("组".to_owned(), 1);
    let first: Vec<_> = [head.clone(), ("第0组".to_owned(), 6)].into_iter().chain((1..6).map(value)).collect();
    let second: Vec<_> = [head, ("第0组".to_owned(), 3)].into_iter().chain((7..9).map(value)).collect();
    assert_eq!(rows, [first, second]);
}

#[test]
fn a_paragraph_is_cut_between_its_lines() {
    let (_, sheets) = laid_out(vec![paragraph(21), paragraph(3)]);
    let (first, second) = (sheets[0].parts.last().unwrap(), &sheets[1].parts[0]);
    assert_eq!((first.begins, first.ends, second.begins, second.ends), (true, false, false, true));
    let text = |part: &Part| {
        let Block::Paragraph(runs) = &part.block else { panic!("{part:?}") };
        runs.iter().map(|run| run.text.clone()).collect::<String>()
    };
    assert_eq!((text(first), text(second)), ("a".repeat(10), "b".repeat(10) + &"c".repeat(10)));
    let run = |text: &str, style| Run { text: text.to_owned(), style };
    let runs = [run("（一）甲", Style::Second), run("。乙丙", Style::Plain)];
    assert_eq!(split_runs(&runs, 2, 5), [run("）甲", Style::Second), run("。", Style::Plain)]);
    assert_eq!(split_runs(&runs, 5, usize::MAX), [run("乙丙", Style::Plain)]);
}

#[test]
fn what_is_higher_than_a_page_gets_one() {
    let high = (heading().0, Measured { pieces: vec![30 * LINE], ..Measured::default() });
    let (_, sheets) = laid_out(vec![paragraph(2), high, paragraph(1)]);
    assert_eq!(sheets.len(), 3);
    assert_eq!(sheets[1].blank, 0);
}

#[test]
fn the_proof_says_what_breaks_badly() {
    let words = |all: Vec<(Block, Measured)>| -> Vec<String> {
        let (blocks, sheets) = laid_out(all);
        proof(&blocks, &sheets).iter().map(|remark| format!("{} {}", remark.page, remark.words)).collect()
    };
    assert_eq!(words(vec![paragraph(22), paragraph(5), signature()]), [] as [&str; 0]);
    assert_eq!(words(vec![heading(), paragraph(9), table(12), signature()]), ["2 “表1”接上页，表头重复"]);
    let picture = Block::Picture(crate::block::Picture::undrawn("trend", String::new(), None));
    let picture = (picture, Measured { pieces: vec![12 * LINE], ..Measured::default() });
    assert_eq!(
        words(vec![paragraph(14), picture, paragraph(4), signature()]),
        ["1 下面空着约 8 行：后面的图这里放不下"]
    );
    assert_eq!(words(vec![paragraph(19), signature()]), ["2 这一页只有落款和一两行字"]);
    assert_eq!(words(vec![paragraph(1)]), ["1 没有落款：单位名称和成文日期都没有填"]);
}

#[test]
fn what_is_appended_begins_a_page() {
    let (blocks, sheets) = laid_out(vec![paragraph(8), signature(), heading(), table(6)]);
    assert_eq!(sheets.len(), 2);
    let first = sheets[1].parts.first().expect("a part");
    assert_eq!((first.of, first.begins), (2, true));
    // The page of the signature is blank below, and that is as it should be.
    assert_eq!(proof(&blocks, &sheets), []);
}
