//! A report with a block of every kind and what is awkward in each, for the tests of all writers.

use super::Report;
use crate::block::{Block, Content, Number, NumberKind, Picture, Role, Run, Style, Table, TableCell};

fn head(text: &str, role: Role, row_span: u16, column_span: u16) -> TableCell {
    TableCell { row_span, column_span, ..TableCell::single(Content::text(text), role) }
}

fn value(content: Content) -> TableCell {
    TableCell::single(content, Role::Value)
}

fn table(caption: &str, widths: &[u16], head_rows: usize, rows: Vec<Vec<TableCell>>) -> Table {
    Table {
        id: String::new(),
        caption: caption.to_owned(),
        widths: widths.to_vec(),
        head_rows,
        group_lines: Vec::new(),
        rows,
    }
}

/// Merged heads, a label that begins like a formula, a money amount, a blank, a sum, growth and a share.
fn merged() -> Table {
    let decimal = |text: &str| text.parse().unwrap_or_default();
    let count = |text: &str| Content::Number(Number::count(decimal(text), "件"));
    let money = Number { value: decimal("-0.50"), kind: NumberKind::Money, unit: "万元".to_owned() };
    let sum = TableCell { parts: vec![(2, 2)], ..value(count("3")) };
    let rows = vec![
        vec![head("项目", Role::ColumnHead, 2, 2), head("申请人", Role::ColumnHead, 1, 2)],
        vec![head("自然人", Role::ColumnHead, 1, 1), head("总计", Role::ColumnHead, 1, 1)],
        vec![head("结果", Role::RowHead, 2, 1), head("公开\n部分", Role::RowHead, 1, 1), value(count("3")), sum],
        vec![head("=不予|公开", Role::RowHead, 1, 1), value(Content::Number(money)), value(Content::Blank)],
        vec![
            head("比上年", Role::RowHead, 1, 2),
            value(Content::Number(Number::growth(decimal("95.6")))),
            value(Content::Number(Number::share(decimal("80")))),
        ],
    ];
    table("表1\u{3000}办理（单位：件）", &[2, 6, 4, 4], 2, rows)
}

/// The report.
pub(crate) fn every_kind() -> Report {
    let run = |text: &str, style| Run { text: text.to_owned(), style };
    let numbers = table(
        "",
        &[1, 1],
        1,
        vec![
            vec![head("时间", Role::ColumnHead, 1, 1), head("数量", Role::ColumnHead, 1, 1)],
            vec![head("2023年", Role::RowHead, 1, 1), value(Content::Number(Number::count(88.into(), "条")))],
        ],
    );
    let svg = br#"<svg xmlns="http://www.w3.org/2000/svg" width="2" height="1"><rect width="2" height="1"/></svg>"#;
    Report {
        name: "某市“某区”街道办事处2023年政府信息公开工作年度报告".to_owned(),
        office: "某市“某区”街道办事处".to_owned(),
        date: "2024-01-24".to_owned(),
        code: "3F7A-91C2".to_owned(),
        blocks: vec![
            Block::Title(vec!["某市“某区”街道办事处".to_owned(), "2023年政府信息公开工作年度报告".to_owned()]),
            Block::Heading("一、总体情况 <&>".to_owned()),
            Block::Paragraph(vec![
                run("（一）公开", Style::Second),
                run("。=1+1，“甲”“乙”《丙》《丁》。", Style::Plain),
            ]),
            Block::Paragraph(vec![run("1.解读", Style::Third)]),
            Block::Table(merged()),
            Block::Picture(Picture {
                svg: svg.to_vec(),
                png: PNG.to_vec(),
                ..Picture::undrawn("trend", "图1\u{3000}历年".to_owned(), Some(numbers))
            }),
            Block::Signature {
                name: "某市“某区”街道办事处".to_owned(), date: "2024年1月24日".to_owned()
            },
        ],
    }
}

/// A picture of one black dot.
const PNG: &[u8] = &[
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8,
    0, 0, 0, 0, 0x3a, 0x7e, 0x9b, 0x55, 0, 0, 0, 0x0a, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9c, 0x63, 0x60, 0, 0, 0, 2, 0,
    1, 0x48, 0xaf, 0xa4, 0x71, 0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
];
