//! Titles, units, the names of sheets, and characters that no file can hold.

use super::*;
use crate::read::read_workbook;

#[test]
fn a_title_and_the_unit_that_all_figures_share() {
    let sheet_words = |table: Table, heading: &str| {
        let blocks = vec![Block::Heading(heading.to_owned()), Block::Table(table)];
        let strings = part_of(&written(&report(blocks)), STRINGS);
        let words = strings.split("<t>").skip(1).filter_map(|rest| rest.split_once("</t>"));
        words.map(|(words, _)| words.to_owned()).collect::<Vec<_>>()
    };
    let with = |caption: &str, cells: Vec<TableCell>| Table { caption: caption.to_owned(), ..table(vec![cells]) };
    let money = |unit: &str| Number { unit: unit.to_owned(), ..Number::count(decimal("1"), "") };
    let money = |unit: &str| TableCell::single(Content::Number(money(unit)), Role::Value);
    let share = || TableCell::single(Content::Number(Number::share(decimal("80"))), Role::Value);
    assert_eq!(sheet_words(with("", vec![count("1")]), "三、处理情况"), ["三、处理情况", "单位：件"]);
    assert_eq!(sheet_words(with("表1　渠道", vec![count("1"), share()]), "甲"), ["表1　渠道", "单位：件"]);
    assert_eq!(sheet_words(with("渠道（单位：件）", vec![count("1")]), "甲"), ["渠道（单位：件）"]);
    // More than one unit, none at all, or one that a head names.
    assert_eq!(sheet_words(with("甲", vec![count("1"), money("万元")]), ""), ["甲"]);
    assert_eq!(sheet_words(with("甲", vec![money("")]), ""), ["甲"]);
    let head = head("金额（单位：万元）", Role::ColumnHead);
    assert_eq!(sheet_words(with("甲", vec![head, money("万元")]), ""), ["甲", "金额（单位：万元）"]);
    // A table that nothing names begins with its grid.
    assert_eq!(sheet_words(with("", vec![text("乙")]), ""), ["乙"]);
}

#[test]
fn sheets_stand_in_the_order_of_the_report() {
    let captioned =
        |caption: &str| Block::Table(Table { caption: caption.to_owned(), ..table(vec![vec![count("1")]]) });
    let blocks =
        vec![captioned("表1　甲"), captioned("表2　甲"), Block::Heading("二、乙/丙".to_owned()), captioned("")];
    let xml = part_of(&written(&report(blocks)), WORKBOOK);
    let names: Vec<&str> = xml.split("<sheet name=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(names, ["甲", "甲2", "乙丙"]);
}

#[test]
fn no_character_breaks_a_file() {
    let wild: String = ('\0'..='\u{ff}').chain("\u{fffe}\u{ffff}<>&\"']]>".chars()).collect();
    let mut table = table(vec![vec![text(&wild), text("甲\u{0}乙"), text("一\r\n二")]]);
    table.caption.clone_from(&wild);
    let mut report = report(vec![Block::Table(table)]);
    for field in [&mut report.name, &mut report.office, &mut report.code] {
        field.clone_from(&wild);
    }
    let bytes = written(&report);
    for name in [SHEET, WORKBOOK, STYLES, STRINGS, "docProps/core.xml", "docProps/app.xml"] {
        let xml = part_of(&bytes, name);
        let is_sound = |c: char| matches!(c, '\n' | '\t' | '\r') || (c >= ' ' && !matches!(c, '\u{fffe}' | '\u{ffff}'));
        assert!(xml.chars().all(is_sound), "{name}");
        let mut reader = quick_xml::Reader::from_str(&xml);
        while reader.read_event().expect("well-formed XML") != quick_xml::events::Event::Eof {}
    }
    let document = read_workbook(&bytes).expect("a workbook");
    let words = crate::block::words(&document.blocks);
    assert!(words.iter().any(|word| word == "甲乙") && words.iter().any(|word| word == "一\n二"), "{words:?}");
}

#[test]
fn a_text_longer_than_a_cell_holds_is_no_failure() {
    let bytes = written(&report(vec![Block::Table(table(vec![vec![text(&"长".repeat(40_000)), count("1")]]))]));
    has(&part_of(&bytes, STRINGS), "长…</t>");
}
