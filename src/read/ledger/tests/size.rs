//! Large and hostile tables: the work grows with what stands in them.

use super::*;
use crate::block::{Content, Role, Table, TableCell};

fn of_cells(rows: usize, columns: usize, text: impl Fn(usize, usize) -> String) -> Block {
    let cell = |row, column| TableCell::single(Content::text(text(row, column)), Role::Value);
    let rows = (0..rows).map(|row| (0..columns).map(|column| cell(row, column)).collect()).collect();
    let (id, caption) = (String::new(), String::new());
    Block::Table(Table { id, caption, widths: vec![1; columns], head_rows: 0, group_lines: Vec::new(), rows })
}

#[test]
fn two_hundred_thousand_cells_of_a_ledger() {
    let heads = ["申请人", "收到日期", "答复日期", "办理结果"];
    let block = of_cells(50_000, 4, |row, column| match (row, column) {
        (0, _) => heads[column].to_owned(),
        (_, 0) => format!("张{}", ["三", "四", "五"][row % 3]),
        (_, 1) => "2023.1.5".to_owned(),
        (_, 2) => "2023.1.9".to_owned(),
        (_, _) => format!("同意公开第{row}件"),
    });
    let ledger = ledger(&[block]);
    assert_eq!(count(&ledger, &Placements::default()).placed.len(), 49_999);
}

#[test]
fn two_hundred_thousand_cells_of_anything() {
    let words = ["申请人", "收到日期", "不予公开", "国家秘密", "张三", "1.5", "√", "合计", "转", "撤回"];
    for (rows, columns) in [(200, 1000), (50_000, 4)] {
        let block = of_cells(rows, columns, |row, column| {
            let n = row * 31 + column * 17;
            format!("{}{}", words[n % 10], if n.is_multiple_of(3) { n.to_string() } else { String::new() })
        });
        let _ = read_ledger(&[block], 2023);
    }
    let heads =
        of_cells(20_000, 2, |row, column| if column == 0 { format!("申请人{row}") } else { "办理结果".to_owned() });
    let _ = read_ledger(&[heads], 2023);
    let long = "申请人撤回不予公开".repeat(2000);
    let heads = ["收到日期", "申请内容", "办理结果", "答复内容"];
    let texts = of_cells(200, 4, |row, column| match (row, column) {
        (0, _) => heads[column].to_owned(),
        (_, 0) => "2023.1.5".to_owned(),
        (_, _) => long.clone(),
    });
    assert!(read_ledger(&[texts], 2023).is_ok());
}

#[test]
fn more_than_is_read_is_refused() {
    let block = of_cells(200_001, 1, |_, _| "1".to_owned());
    assert!(read_ledger(&[block], 2023).is_err());
}
