//! Made-up ledgers of many builds, and what must come out of them. Nobody in them exists.

mod builds;
mod counting;
mod order;
mod privacy;
mod size;

use super::*;
use crate::form::Key;
use crate::read::TableBuilder;

/// A table from lines of cells parted by `|`. A cell `^` goes on with the one above, `<` with the one to the left.
pub fn table(caption: &str, text: &str) -> Block {
    let lines: Vec<Vec<&str>> =
        text.trim().lines().map(|line| line.trim().split('|').map(str::trim).collect()).collect();
    let mut builder = TableBuilder::new();
    caption.clone_into(&mut builder.caption);
    for (at, line) in lines.iter().enumerate() {
        builder.row();
        for (column, cell) in line.iter().enumerate().filter(|(_, cell)| !matches!(**cell, "^" | "<")) {
            let across = 1 + line[column + 1..].iter().take_while(|cell| **cell == "<").count();
            let below = lines[at + 1..].iter().take_while(|line| line.get(column) == Some(&"^"));
            builder.cell(cell, 1 + below.count(), across).expect("room");
        }
    }
    Block::Table(builder.finish().expect("not too large").expect("cells"))
}

/// The ledger of tables.
pub fn ledger(blocks: &[Block]) -> Ledger {
    read_ledger(blocks, 2023).unwrap_or_else(|refusal| panic!("{refusal}"))
}

/// A cell of table three.
pub fn key(name: &str) -> Key {
    Key::parse(&format!("applications.{name}")).unwrap_or_else(|| panic!("{name}"))
}

/// How many lines a cell of table three counts.
pub fn cell(counts: &Counts, name: &str) -> usize {
    counts.lines(key(name)).len()
}

/// The cells that are not 0, without totals, in the order of the form: `new.natural=2 granted.natural=1`.
pub fn filled(counts: &Counts) -> String {
    let cells = counts.cells.iter().filter(|(_, lines)| !lines.is_empty());
    let named = cells.map(|(key, lines)| format!("{}={}", key.name().trim_start_matches("applications."), lines.len()));
    named.filter(|text| !text.contains("total")).collect::<Vec<_>>().join(" ")
}

/// Reads tables and counts them with nothing placed by hand.
#[track_caller]
pub fn counts(blocks: &[Block], expected: &str) -> (Ledger, Counts) {
    assert!(is_ledger(blocks));
    let ledger = ledger(blocks);
    let counts = count(&ledger, &Placements::default());
    assert_eq!(filled(&counts), expected, "{:#?}", ledger.lines);
    (ledger, counts)
}

/// The doubts of a ledger: `9 “已答复”没有说怎样答复的`.
pub fn doubts(ledger: &Ledger) -> Vec<String> {
    let lines = ledger.lines.iter().flat_map(|line| line.doubts.iter().map(move |doubt| (line, doubt)));
    lines.map(|(line, doubt)| format!("{} {}", line.number, doubt.why)).collect()
}

#[test]
fn the_year_needs_a_table_three() {
    let blocks = [table("", "申请人类型|收到日期|办理结果\n个人|2017.1.5|予以公开")];
    assert!(read_ledger(&blocks, 2017).is_err_and(|refusal| refusal.0.contains("没有表三")));
    assert!(read_ledger(&blocks, 2019).is_ok());
}

#[test]
fn other_tables_are_no_ledger() {
    for text in [
        "申请人情况|自然人|商业企业|总计\n一、本年新收政府信息公开申请数量|1|2|3\n（一）予以公开|1|2|3".to_owned(),
        "行政复议|行政诉讼\n结果维持|结果纠正\n1|2".to_owned(),
        "年份|收到申请数|予以公开|部分公开\n2021|3|4|5\n2022|3|4|5".to_owned(),
        "序号|建议名称|办理结果\n1|关于修路的建议|办结".to_owned(),
        "申请人类型|办理结果|件数\n自然人|予以公开|3\n商业企业|部分公开|2".to_owned(),
        "结果|自然人|商业企业|总计\n予以公开|1|2|3\n部分公开|1|2|3".to_owned(),
        "申请人|予以公开|部分公开|合计\n自然人|1|2|3\n商业企业|1|2|3".to_owned(),
        "收文日期||登记人|陈小明\n公文标题|调研事项的通知|公开方式|不公开\n紧急程度|常规|处理意见|不公开".to_owned(),
        "a|b".to_owned(),
    ] {
        assert!(!is_ledger(&[table("", &text)]), "{text}");
        assert!(read_ledger(&[], 2023).is_err());
    }
    assert!(!is_ledger(&[]));
}
