//! The blocks of whole reports, as they travel: there and back, and held against what they were.
//!
//! `BLESS=1 cargo test --test core blocks` writes the snapshots anew.

use std::fs;

use nianbao::block::{Block, Content, Number, Picture, Role, Run, Style, Table, TableCell};
use nianbao::draft::Draft;
use nianbao::facts::Case;
use nianbao::report::build;
use nianbao::value::Date;
use serde_json::Value;

use crate::drafts::{CITY, FULL, SEED, open};

/// The longest value that stands on one line.
const LINE: usize = 110;

fn blocks(draft: &Draft) -> Vec<Block> {
    build(&Case::new(draft, Date::new(2024, 1, 20).expect("a day")))
}

/// JSON in which whatever is short stands on one line: a cell, a run, a caption.
fn print(value: &Value, indent: usize, out: &mut String) {
    let short = value.to_string();
    let inner = " ".repeat(indent + 1);
    let (open, close, members): (_, _, Vec<(String, &Value)>) = match value {
        _ if short.chars().count() + indent <= LINE => return out.push_str(&short),
        Value::Array(items) => ('[', ']', items.iter().map(|item| (String::new(), item)).collect()),
        Value::Object(members) => (
            '{',
            '}',
            members.iter().map(|(name, value)| (format!("{}: ", Value::from(name.as_str())), value)).collect(),
        ),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => return out.push_str(&short),
    };
    out.push(open);
    for (at, (name, value)) in members.iter().enumerate() {
        out.push_str(if at == 0 { "\n" } else { ",\n" });
        out.push_str(&inner);
        out.push_str(name);
        print(value, indent + 1, out);
    }
    out.push_str(&format!("\n{}{close}", " ".repeat(indent)));
}

/// The lines in which two texts differ, with a few around them.
fn difference(before: &str, now: &str) -> String {
    let (before, now): (Vec<&str>, Vec<&str>) = (before.lines().collect(), now.lines().collect());
    let start = before.iter().zip(&now).take_while(|(a, b)| a == b).count();
    let end = before[start..].iter().rev().zip(now[start..].iter().rev()).take_while(|(a, b)| a == b).count();
    let lines =
        |sign: &str, of: &[&str]| -> String { of.iter().take(40).flat_map(|line| [sign, " ", line, "\n"]).collect() };
    let context = lines(" ", &before[start.saturating_sub(3)..start]);
    let changed = lines("-", &before[start..before.len() - end]) + &lines("+", &now[start..now.len() - end]);
    format!("from line {}\n{context}{changed}", start + 1)
}

#[track_caller]
fn is_as_before(name: &str, json: &str) {
    let path = format!("tests/core/snapshots/{name}.json");
    let mut now = String::new();
    print(&serde_json::to_value(blocks(&open(json))).expect("JSON"), 0, &mut now);
    now.push('\n');
    if std::env::var_os("BLESS").is_some() {
        fs::create_dir_all("tests/core/snapshots").expect("a folder");
        fs::write(&path, &now).expect("a file");
    }
    let before = fs::read_to_string(&path).unwrap_or_default();
    assert!(before == now, "{path} is of other blocks: BLESS=1 writes it anew\n{}", difference(&before, &now));
}

#[test]
fn the_blocks_of_the_seed() {
    is_as_before("seed-2017", SEED);
}

#[test]
fn the_blocks_of_a_city() {
    is_as_before("city-2023", CITY);
}

#[test]
fn the_blocks_of_a_report_with_all_there_is() {
    is_as_before("full-2020", FULL);
}

#[test]
fn a_difference_is_shown_line_by_line() {
    let shown = difference("a\nb\nc\nd\ne\nf", "a\nb\nc\nd\nE\nE\nf");
    assert_eq!(shown, "from line 5\n  b\n  c\n  d\n- e\n+ E\n+ E\n");
}

#[track_caller]
fn travels(blocks: &[Block]) {
    let json = serde_json::to_vec(blocks).expect("JSON");
    let back: Vec<Block> = serde_json::from_slice(&json).expect("blocks");
    assert_eq!(back, blocks);
}

#[test]
fn every_block_travels() {
    let number = |text: &str| Content::Number(Number::share(text.parse().expect("a decimal")));
    let cell = |content| TableCell { row_span: 2, parts: vec![(0, 0)], ..TableCell::single(content, Role::Value) };
    let contents = [Content::Blank, Content::text("约20"), Content::Text(String::new()), number("0"), number("0.00")];
    let table = Table {
        id: String::new(),
        caption: "表1".to_owned(),
        widths: vec![1, 65_535],
        head_rows: 1,
        group_lines: vec![1],
        rows: vec![vec![TableCell::single(Content::text("类别"), Role::ColumnHead)], contents.map(cell).to_vec()],
    };
    let picture = Picture {
        chart: "trend".to_owned(),
        caption: "图1".to_owned(),
        numbers: Some(table.clone()),
        svg: (0..=255).collect(),
        png: vec![137],
    };
    let runs = [Style::Plain, Style::Second, Style::Third]
        .map(|style| Run { text: "甲\n“乙”\u{3000}".to_owned(), style });
    let all = [
        Block::Title(vec!["甲".to_owned(), "乙".to_owned()]),
        Block::Heading("一、总体情况".to_owned()),
        Block::Paragraph(runs.to_vec()),
        Block::Table(table),
        Block::Picture(picture),
        Block::Signature { name: "甲".to_owned(), date: String::new() },
    ];
    travels(&all);
    // A kind of block that is added here is added to the list above.
    for block in &all {
        match block {
            Block::Title(_)
            | Block::Heading(_)
            | Block::Paragraph(_)
            | Block::Table(_)
            | Block::Picture(_)
            | Block::Signature { .. } => {}
        }
    }
}

#[test]
fn whole_reports_travel() {
    for json in [SEED, CITY, FULL] {
        travels(&blocks(&open(json)));
    }
}

/// The numbers of a table, row by row, with their units; what is no number is left out.
fn numbers(blocks: &[Block], id: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for block in blocks {
        let table = match block {
            Block::Table(table) | Block::Picture(Picture { numbers: Some(table), .. }) if table.id == id => table,
            Block::Table(_)
            | Block::Picture(_)
            | Block::Title(_)
            | Block::Heading(_)
            | Block::Paragraph(_)
            | Block::Signature { .. } => continue,
        };
        for cell in table.rows.iter().flatten() {
            if let Content::Number(number) = &cell.content {
                found.push((number.value.to_string(), number.unit.clone()));
            }
        }
    }
    found
}

#[test]
fn a_spreadsheet_gets_numbers() {
    let of = |pairs: &[(&str, &str)]| pairs.iter().map(|(n, u)| ((*n).to_owned(), (*u).to_owned())).collect::<Vec<_>>();
    let seed = blocks(&open(SEED));
    assert_eq!(numbers(&seed, "channels"), of(&[("88", "条"), ("22", "条"), ("80", "%"), ("20", "%")]));
    // The chart brings the numbers that it shows.
    assert_eq!(numbers(&seed, "trend")[7..], of(&[("88", "条"), ("95.6", "%")]));
    let city = blocks(&open(CITY));
    assert_eq!(numbers(&city, "applications").len(), 25 * 7);
    assert!(numbers(&city, "proactive").contains(&("59237.2449".to_owned(), "万元".to_owned())));
}
