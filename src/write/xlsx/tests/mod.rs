//! Workbooks as other programs read them.

mod back;
mod figures;
mod page;
mod words;

use std::io::{Cursor, Read};

use super::super::Report;
use super::super::tables::tests::report;
use super::write;
use crate::block::{Block, Content, Number, NumberKind, Role, Table, TableCell};
use crate::value::Decimal;

fn decimal(text: &str) -> Decimal {
    text.parse().expect("a decimal")
}

fn number(kind: NumberKind, text: &str) -> Content {
    Content::Number(Number { value: decimal(text), kind, unit: "件".to_owned() })
}

fn count(text: &str) -> TableCell {
    TableCell::single(number(NumberKind::Count, text), Role::Value)
}

fn text(words: &str) -> TableCell {
    TableCell::single(Content::text(words), Role::Value)
}

fn head(words: &str, role: Role) -> TableCell {
    TableCell::single(Content::text(words), role)
}

/// A table under a caption that names no unit.
fn table(rows: Vec<Vec<TableCell>>) -> Table {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    Table {
        id: String::new(),
        caption: "情况".to_owned(),
        widths: vec![1; columns],
        head_rows: 0,
        group_lines: Vec::new(),
        rows,
    }
}

fn written(report: &Report) -> Vec<u8> {
    write(report, &mut |_| ()).expect("a workbook")
}

/// A part of the workbook of one table.
fn part(table: Table, name: &str) -> String {
    part_of(&written(&report(vec![Block::Table(table)])), name)
}

fn part_of(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let mut xml = String::new();
    archive.by_name(name).expect("a part").read_to_string(&mut xml).expect("UTF-8");
    xml
}

const SHEET: &str = "xl/worksheets/sheet1.xml";
const WORKBOOK: &str = "xl/workbook.xml";
const STYLES: &str = "xl/styles.xml";
const STRINGS: &str = "xl/sharedStrings.xml";

/// The element of a cell, without its style.
fn cell(sheet: &str, name: &str) -> String {
    let start = sheet.find(&format!("<c r=\"{name}\"")).unwrap_or_else(|| panic!("{name} in {sheet}"));
    let rest = &sheet[start..];
    let end = match (rest.find("/>"), rest.find("</c>")) {
        (Some(empty), full) if full.is_none_or(|full| empty < full) && !rest[..empty].contains("><") => empty + 2,
        (_, full) => full.expect("an end") + 4,
    };
    let (before, after) = rest[..end].split_once(" s=\"").expect("a style");
    format!("{before}{}", after.split_once('"').expect("a style").1)
}

#[track_caller]
fn has(xml: &str, wanted: &str) {
    assert!(xml.contains(wanted), "{wanted} in {xml}");
}

#[test]
fn a_report_without_tables_is_refused() {
    let words = "这份报告里没有表，没有数字可以导出成 Excel。可以导出 Word 或网页。";
    let empty = Block::Table(Table { rows: vec![Vec::new()], ..table(Vec::new()) });
    for blocks in [Vec::new(), vec![Block::Heading("一、总体情况".to_owned())], vec![empty]] {
        assert_eq!(write(&report(blocks), &mut |_| ()), Err(words.to_owned()));
    }
}

#[test]
fn every_block_is_a_step() {
    let mut steps = Vec::new();
    let blocks = vec![Block::Heading("一、甲".to_owned()), Block::Table(table(vec![vec![count("1")]]))];
    write(&report(blocks), &mut |step| steps.push(step)).expect("a workbook");
    assert_eq!(steps, [1, 2]);
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let report = report(vec![Block::Table(table(vec![vec![count("1"), text("甲")]])); 3]);
    assert_eq!(written(&report), written(&report));
    let undated = Report { date: String::new(), ..report };
    assert_eq!(written(&undated), written(&undated));
}

#[test]
fn a_file_says_whose_report_it_is_and_no_other_date() {
    let mut report = report(vec![Block::Table(table(vec![vec![count("1")]]))]);
    let xml = part_of(&written(&report), "docProps/core.xml");
    has(&xml, "<dc:title>某市人民政府2023年政府信息公开工作年度报告</dc:title>");
    has(&xml, "<dc:creator>某市人民政府</dc:creator>");
    has(&xml, ">2024-01-24T00:00:00Z</dcterms:created>");
    has(&xml, ">2024-01-24T00:00:00Z</dcterms:modified>");
    for date in ["", "明年", "1850-01-01"] {
        date.clone_into(&mut report.date);
        has(&part_of(&written(&report), "docProps/core.xml"), ">2000-01-01T00:00:00Z</dcterms:created>");
    }
}
