//! The lines of the file, and what is harmless in it.

use super::super::tables::tests::{report, reports, table};
use super::*;
use crate::block::{Block, NumberKind, Role, Table, TableCell};
use crate::read::decode;

fn text(report: &Report) -> String {
    let bytes = write(report, &mut |_| ()).expect("lines");
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").expect("a byte order mark");
    String::from_utf8(text.to_vec()).expect("UTF-8")
}

fn records(report: &Report) -> Vec<[String; 5]> {
    let text = text(report);
    let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let record = |record: ::csv::StringRecord| -> [String; 5] {
        record.iter().map(str::to_owned).collect::<Vec<_>>().try_into().expect("five fields")
    };
    reader.records().map(|line| record(line.expect("a line"))).collect()
}

fn captioned(caption: &str, table: Table) -> Report {
    report(vec![Block::Table(Table { caption: caption.to_owned(), ..table })])
}

fn number(kind: NumberKind, text: &str, unit: &str) -> TableCell {
    let value = text.parse().expect("a decimal");
    TableCell::single(Content::Number(Number { value, kind, unit: unit.to_owned() }), Role::Value)
}

/// The line of a report with these heads.
#[track_caller]
fn line(lines: &[[String; 5]], table: &str, row: &str, column: &str) -> (String, String) {
    let found = lines.iter().find(|line| line[0].contains(table) && line[1] == row && line[2] == column);
    let near = || lines.iter().filter(|line| line[0].contains(table)).collect::<Vec<_>>();
    let line = found.unwrap_or_else(|| panic!("{row}, {column} in {:#?}", near()));
    (line[3].clone(), line[4].clone())
}

fn of(name: &str) -> Vec<[String; 5]> {
    let reports = reports();
    records(&reports.iter().find(|(known, _)| *known == name).expect("a report").1)
}

#[test]
fn a_report_without_tables_is_refused() {
    let refused = write(&report(vec![Block::Heading("一、总体情况".to_owned())]), &mut |_| ());
    assert_eq!(refused, Err("这份报告里没有表，没有数字可以导出成 CSV。可以导出 Word 或网页。".to_owned()));
}

#[test]
fn every_block_is_a_step() {
    let mut steps = Vec::new();
    let one = Block::Table(table(&[1], &[&[("甲", Role::Value, 1, 1)]]));
    write(&report(vec![Block::Heading("一".to_owned()), one]), &mut |step| steps.push(step)).expect("lines");
    assert_eq!(steps, [1, 2]);
}

#[test]
fn fields_are_quoted_and_lines_end_as_the_standard_says() {
    let words = "有“引号”\"和\",逗号\n换行";
    let written = text(&captioned("甲", table(&[1], &[&[(words, Role::Value, 1, 1)]])));
    assert_eq!(written, "表,行,列,数值,单位\r\n甲,,,\"有“引号”\"\"和\"\",逗号\n换行\",\r\n");
    let bytes = write(&captioned("甲", table(&[1], &[&[(words, Role::Value, 1, 1)]])), &mut |_| ()).expect("lines");
    assert_eq!(decode(&bytes, None).expect("a text").text, written);
}

#[test]
fn numbers_stand_without_their_unit() {
    let cells = [
        (NumberKind::Count, "3511", "件"),
        (NumberKind::Change, "-3", "项"),
        (NumberKind::Money, "12.50", "万元"),
        (NumberKind::Share, "80", "%"),
        (NumberKind::Growth, "95.6", "%"),
        (NumberKind::Growth, "-29.7", "%"),
        (NumberKind::Growth, "-0.0", "%"),
    ];
    let row = cells.map(|(kind, value, unit)| number(kind, value, unit)).into();
    let lines = records(&captioned("甲", Table { rows: vec![row], ..table(&[1; 7], &[]) }));
    let values: Vec<_> = lines.iter().skip(1).map(|line| (line[3].as_str(), line[4].as_str())).collect();
    let expected =
        [("3511", "件"), ("-3", "项"), ("12.50", "万元"), ("80", "%"), ("95.6", "%"), ("-29.7", "%"), ("0.0", "%")];
    assert_eq!(values, expected);
}

#[test]
fn words_that_begin_like_a_formula_are_made_harmless() {
    let (head, value) = (Role::RowHead, Role::Value);
    for words in ["=1+1", "+1", "-1", "@甲", "\t甲", "\r甲", "\n甲", "＝1", "＋1", "－1", "＠甲"] {
        let lines = records(&captioned(words, table(&[1, 1], &[&[("=甲", head, 1, 1), (words, value, 1, 1)]])));
        let safe = format!("'{words}");
        assert_eq!(lines[1], [safe.as_str(), "'=甲", "", &safe, ""], "{words:?}");
    }
    let lines = records(&captioned("2021-30", table(&[1], &[&[("00012", value, 1, 1)]])));
    assert_eq!(lines[1], ["2021-30", "", "", "00012", ""]);
}

#[test]
fn a_blank_stands_with_nothing() {
    let row: &[_] = &[("甲", Role::RowHead, 1, 1), ("", Role::Value, 1, 1), ("无", Role::Value, 1, 1)];
    let lines = records(&captioned("乙", table(&[1; 3], &[row])));
    assert_eq!(lines[1..], [["乙", "甲", "", "", ""], ["乙", "甲", "", "无", ""]].map(|line| line.map(str::to_owned)));
}

#[test]
fn a_value_has_the_heads_of_its_own_band() {
    let (c, r, v) = (Role::ColumnHead, Role::RowHead, Role::Value);
    let rows: &[&[_]] = &[
        &[("第一项", c, 1, 3)],
        &[("内容", c, 1, 1), ("制发", c, 1, 1), ("废止", c, 1, 1)],
        &[("规章", r, 1, 1), ("1", v, 1, 1), ("2", v, 1, 1)],
        &[("文件", r, 1, 1), ("3", v, 1, 1), ("4", v, 1, 1)],
        &[("第二项", c, 1, 3)],
        &[("内容", c, 1, 1), ("金额", c, 1, 2)],
        &[("收费", r, 1, 1), ("5", v, 1, 2)],
    ];
    let lines = records(&captioned("甲", table(&[1; 3], rows)));
    let heads: Vec<[&str; 3]> = lines.iter().skip(1).map(|line| [&*line[1], &*line[2], &*line[3]]).collect();
    let expected = [
        ["规章", "第一项 / 制发", "1"],
        ["规章", "第一项 / 废止", "2"],
        ["文件", "第一项 / 制发", "3"],
        ["文件", "第一项 / 废止", "4"],
        ["收费", "第二项 / 金额", "5"],
    ];
    assert_eq!(heads, expected);
}

#[test]
fn a_head_over_two_rows_is_named_once_and_heads_stand_on_both_sides() {
    let (c, r, v) = (Role::ColumnHead, Role::RowHead, Role::Value);
    let rows: &[&[_]] = &[
        &[("项", c, 2, 1), ("总计", c, 2, 1), ("项", c, 1, 1), ("总计", c, 1, 1)],
        &[("项", c, 1, 1), ("总计", c, 1, 1)],
        &[("甲", r, 1, 1), ("1", v, 1, 1), ("乙", r, 1, 1), ("2", v, 1, 1)],
    ];
    let lines = records(&captioned("甲", table(&[1; 4], rows)));
    assert_eq!(lines[1][1..4], ["甲", "总计", "1"]);
    assert_eq!(lines[2][1..4], ["乙", "总计", "2"]);
}

#[test]
fn every_value_of_the_forms_has_its_heads() {
    let city = of("drafts/v1/city-2023");
    let secret = "三、本年度办理结果 / （三）不予公开 / 1.属于国家秘密";
    for (table, row, column) in [
        ("收到和处理", secret, "申请人情况 / 法人或其他组织 / 商业企业"),
        ("收到和处理", "三、本年度办理结果 / （七）总计", "申请人情况 / 总计"),
        ("收到和处理", "四、结转下年度继续办理", "申请人情况 / 自然人"),
        ("主动公开", "行政强制", "第二十条第（六）项 / 本年处理决定数量"),
        ("行政复议", "", "行政复议 / 结果维持"),
        ("行政复议", "", "行政诉讼 / 复议后起诉 / 总计"),
    ] {
        line(&city, table, row, column);
    }
    assert_eq!(line(&city, "主动公开", "行政事业性收费", "第二十条第（八）项 / 本年收费金额（单位：万元）").1, "万元");
    // What is indented stands under what is not, as in the form of 2014 to 2018.
    let seed = of("reports/clean-2017");
    let column = "统计数";
    for row in [
        "一、主动公开情况 / （二）通过不同渠道和方式公开政府信息的情况 / 2.政府网站公开政府信息数",
        "三、依申请公开情况 / （三）申请答复数 / 4.不同意公开答复数 / 涉及国家秘密",
        "四、行政复议数量 / （二）被依法纠错数",
        "五、行政诉讼数量 / （二）被依法纠错数",
    ] {
        line(&seed, "统计表", row, column);
    }
    // The blank beside a heading is no value without unit.
    assert!(seed.iter().all(|line| line[2] != "单位"), "{seed:?}");
    // No two values of a table have the same heads.
    for (name, report) in reports() {
        if tables(&report.blocks).flatten().next().is_none() {
            continue;
        }
        let mut heads: Vec<_> =
            records(&report).iter().map(|line| [line[0].clone(), line[1].clone(), line[2].clone()]).collect();
        let all = heads.len();
        heads.sort();
        heads.dedup();
        assert_eq!(heads.len(), all, "{name}");
    }
}
