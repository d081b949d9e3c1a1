//! Whole files: written, taken apart, and read back.

mod back;
mod order;
mod package;
mod tables;
mod tree;

use std::io::{Cursor, Read};

use crate::block::{Block, Content, Number, Picture, Role, Run, Style, Table, TableCell};
use crate::draft::{Draft, OfficeField};
use crate::facts::Case;
use crate::report::build;
use crate::value::Date;
use crate::write::Report;

/// Drafts of all editions of the form, from small to large.
const DRAFTS: [(&str, &str); 19] = [
    ("seed", include_str!("../../../../tests/core/drafts/v1/seed-2017.nianbao.json")),
    ("city", include_str!("../../../../tests/core/drafts/v1/city-2023.nianbao.json")),
    ("full", include_str!("../../../../tests/core/drafts/v1/full-2020.nianbao.json")),
    ("04", include_str!("../../../../tests/core/reports/04-county-2022.nianbao.json")),
    ("05", include_str!("../../../../tests/core/reports/05-county-2021.nianbao.json")),
    ("12", include_str!("../../../../tests/core/reports/12-dept-2022.nianbao.json")),
    ("20", include_str!("../../../../tests/core/reports/20-dept-2020.nianbao.json")),
    ("21", include_str!("../../../../tests/core/reports/21-dept-2009.nianbao.json")),
    ("24", include_str!("../../../../tests/core/reports/24-province-2019.nianbao.json")),
    ("25", include_str!("../../../../tests/core/reports/25-street-2023.nianbao.json")),
    ("31", include_str!("../../../../tests/core/reports/31-dept-2022.nianbao.json")),
    ("35", include_str!("../../../../tests/core/reports/35-town-2020.nianbao.json")),
    ("38", include_str!("../../../../tests/core/reports/38-town-2020.nianbao.json")),
    ("55", include_str!("../../../../tests/core/reports/55-city-2024.nianbao.json")),
    ("56", include_str!("../../../../tests/core/reports/56-city-2024.nianbao.json")),
    ("57", include_str!("../../../../tests/core/reports/57-city-2024.nianbao.json")),
    ("clean 2017", include_str!("../../../../tests/core/reports/clean-2017.nianbao.json")),
    ("clean 2020", include_str!("../../../../tests/core/reports/clean-2020.nianbao.json")),
    ("clean 2024", include_str!("../../../../tests/core/reports/clean-2024.nianbao.json")),
];

/// The report of a draft, its charts not drawn.
fn report_of(draft: &str) -> Report {
    let draft = Draft::from_json(draft).expect("a draft").draft;
    Report {
        name: draft.title(),
        office: draft.office(OfficeField::Name).to_owned(),
        date: draft.published().map(|date| date.to_string()).unwrap_or_default(),
        code: "3F7A-91C2".to_owned(),
        blocks: build(&Case::new(&draft, Date::new(2024, 1, 24).expect("a day"))),
    }
}

/// A report with every kind of block, and what is unusual in each.
fn every_kind() -> Report {
    let run = |text: &str, style| Run { text: text.to_owned(), style };
    let cell = |text: &str, role, row_span, column_span| TableCell {
        row_span,
        column_span,
        ..TableCell::single(Content::text(text), role)
    };
    let number =
        |text: &str| TableCell::single(Content::Number(Number::share(text.parse().expect("a decimal"))), Role::Value);
    let table = |widths: &[u16], head_rows, rows| Table {
        id: String::new(),
        caption: "表1　各项".to_owned(),
        widths: widths.to_vec(),
        head_rows,
        group_lines: vec![1],
        rows,
    };
    let ragged = table(
        &[1, 2, 3],
        1,
        vec![
            vec![cell("甲\n乙", Role::ColumnHead, 1, 2), cell("\u{1}丙", Role::ColumnHead, 1, 1)],
            vec![cell("三、办理结果", Role::RowHead, 12, 1), number("80")],
            vec![],
            vec![cell("（三）不予公开", Role::RowHead, 2, 2)],
        ],
    );
    let bare =
        table(&[], 0, vec![vec![cell("丁", Role::Value, 1, 1)], vec![number("0.5"), cell("戊", Role::Value, 3, 3)]]);
    let png = b"\x89PNG\r\n\x1a\n".to_vec();
    let drawn = |svg: &[u8]| Picture {
        svg: svg.to_vec(),
        png: png.clone(),
        ..Picture::undrawn("trend", "图1　“数量” <条> & \u{2}其他".to_owned(), Some(bare.clone()))
    };
    Report {
        name: "某局2023年政府信息公开工作年度报告".to_owned(),
        office: "某局 & <办>".to_owned(),
        date: "2024-01-24".to_owned(),
        code: "3F7A-91C2".to_owned(),
        blocks: vec![
            Block::Title(vec!["某局".to_owned(), "2023年政府信息公开工作年度报告".to_owned()]),
            Block::Paragraph(vec![run("第一行\n  第二行\t后\u{b}面<&>，电话0439-5222458。", Style::Plain)]),
            Block::Heading("一、总体情况".to_owned()),
            Block::Paragraph(vec![run("（一）公开", Style::Second)]),
            Block::Paragraph(vec![run("1.解读", Style::Third)]),
            Block::Paragraph(vec![
                run("（一）公开", Style::Second),
                run("。已经公开 ", Style::Plain),
                run("完", Style::Third),
            ]),
            Block::Paragraph(Vec::new()),
            Block::Table(ragged),
            Block::Table(Table { caption: String::new(), ..bare.clone() }),
            Block::Table(table(&[1], 0, Vec::new())),
            Block::Picture(drawn(b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>")),
            Block::Picture(drawn(b"")),
            Block::Picture(Picture::undrawn("channels", "图3　未画".to_owned(), None)),
            Block::Signature { name: "某局".to_owned(), date: "2024年1月24日".to_owned() },
        ],
    }
}

/// The reports of all drafts, and the one with everything.
fn all() -> Vec<(&'static str, Report)> {
    let drafts = DRAFTS.iter().map(|(name, draft)| (*name, report_of(draft)));
    drafts.chain([("every kind", every_kind())]).collect()
}

fn write(report: &Report) -> Vec<u8> {
    super::write(report, &mut |_| ()).expect("a file")
}

/// The parts of a file by name.
fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a ZIP");
    let count = archive.len();
    let part = |at| {
        let mut part = archive.by_index(at).expect("a part");
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("bytes");
        (part.name().expect("a name").into_owned(), bytes)
    };
    (0..count).map(part).collect()
}

/// The parts that are XML, read.
fn trees(bytes: &[u8]) -> Vec<(String, tree::Node)> {
    let is_xml = |(name, _): &(String, Vec<u8>)| [".xml", ".rels"].iter().any(|end| name.ends_with(end));
    let read = |(name, bytes): (String, Vec<u8>)| (name, tree::read(&bytes));
    parts(bytes).into_iter().filter(is_xml).map(read).collect()
}

fn document(bytes: &[u8]) -> tree::Node {
    trees(bytes).into_iter().find(|(name, _)| name == "word/document.xml").expect("a text").1
}
