//! Figures are numbers, totals are sums, and nothing else is either.

use super::*;

#[test]
fn figures_are_numbers_in_the_format_of_the_paper() {
    let cells = [
        (NumberKind::Count, "3511"),
        (NumberKind::Change, "-3"),
        (NumberKind::Money, "59237.2449"),
        (NumberKind::Money, "0.00"),
        (NumberKind::Share, "80"),
        (NumberKind::Share, "96.9"),
        (NumberKind::Growth, "-29.7"),
    ];
    let row = cells.map(|(kind, text)| TableCell::single(number(kind, text), Role::Value)).into();
    let table = table(vec![row]);
    let sheet = part(table.clone(), SHEET);
    for (name, value) in [
        ("A3", "3511"),
        ("B3", "-3"),
        ("C3", "59237.2449"),
        ("D3", "0"),
        ("E3", "0.8"),
        ("F3", "0.969"),
        ("G3", "-0.297"),
    ] {
        assert_eq!(cell(&sheet, name), format!("<c r=\"{name}\"><v>{value}</v></c>"));
    }
    let styles = part(table, STYLES);
    // 1, 2, 9 and 10 are 0, 0.00, 0% and 0.00% in every workbook.
    for format in [
        "numFmtId=\"1\"",
        "numFmtId=\"2\"",
        "numFmtId=\"9\"",
        "formatCode=\"0.0000\"",
        "formatCode=\"0.0%\"",
        "formatCode=\"+0.0%;&quot;−&quot;0.0%;0.0%\"",
    ] {
        has(&styles, format);
    }
}

#[test]
fn a_figure_too_long_for_excel_keeps_its_digits() {
    let sheet = part(table(vec![vec![count("9007199254740991")]]), SHEET);
    has(&cell(&sheet, "A3"), "t=\"s\"");
}

#[test]
fn a_blank_is_no_zero() {
    let sheet = part(table(vec![vec![text(""), count("0")]]), SHEET);
    assert_eq!(
        (cell(&sheet, "A3"), cell(&sheet, "B3")),
        ("<c r=\"A3\"/>".to_owned(), "<c r=\"B3\"><v>0</v></c>".to_owned())
    );
}

#[test]
fn a_total_is_a_sum_with_its_value() {
    let total = |text: &str, parts: &[(u16, u16)]| TableCell { parts: parts.to_vec(), ..count(text) };
    let rows = vec![
        vec![count("3"), count("4"), text(""), total("7", &[(0, 0), (0, 1), (0, 2)])],
        vec![count("1"), count("2"), text("无"), total("3", &[(1, 0), (1, 1)])],
        vec![count("5"), text("甲"), total("7", &[(0, 0), (0, 1), (0, 3)]), total("8", &[(0, 0), (2, 0)])],
        vec![total("8", &[(9, 9)]), total("8", &[(3, 1)]), total("10", &[(0, 0), (0, 1), (1, 0), (1, 1)]), text("")],
    ];
    let sheet = part(table(rows), SHEET);
    for (name, formula, value) in
        [("D3", "SUM(A3:C3)", "7"), ("D4", "SUM(A4:B4)", "3"), ("D5", "SUM(A3,A5)", "8"), ("C6", "SUM(A3:B4)", "10")]
    {
        assert_eq!(cell(&sheet, name), format!("<c r=\"{name}\"><f>{formula}</f><v>{value}</v></c>"));
    }
    // What is not the sum of its parts, has parts that are none, or is its own part, is a number.
    for (name, value) in [("C5", "7"), ("A6", "8"), ("B6", "8")] {
        assert_eq!(cell(&sheet, name), format!("<c r=\"{name}\"><v>{value}</v></c>"));
    }
}

#[test]
fn a_sum_of_too_many_pieces_is_a_number() {
    // Every other cell: 300 ranges of one cell.
    let row = |n: u16| vec![count("1"), if n.is_multiple_of(2) { text("") } else { count("1") }];
    let mut rows: Vec<_> = (0..600).map(row).collect();
    let parts = |every: usize, most: u16| (0..most).step_by(every).map(|row| (row, 0)).collect();
    rows.push(vec![
        TableCell { parts: parts(2, 600), ..count("300") },
        TableCell { parts: parts(2, 510), ..count("255") },
    ]);
    rows.push(vec![TableCell { parts: parts(1, 600), ..count("600") }, text("")]);
    let sheet = part(table(rows), SHEET);
    assert_eq!(cell(&sheet, "A603"), "<c r=\"A603\"><v>300</v></c>");
    has(&cell(&sheet, "B603"), "<f>SUM(A3,A5,A7,");
    has(&cell(&sheet, "A604"), "<f>SUM(A3:A602)</f><v>600</v>");
}

#[test]
fn words_are_never_a_formula_nor_a_number() {
    let words = ["=1+1", "+1", "-1", "@甲", "\t=1", "{=1}", "=SUM(A1)", "12", "80%", "2021-30", "00012", "_x0041_"];
    let table = table(vec![words.map(text).into()]);
    let sheet = part(table.clone(), SHEET);
    assert!(!sheet.contains("<f>"), "{sheet}");
    for column in "ABCDEFGHIJKL".chars() {
        has(&cell(&sheet, &format!("{column}2")), "t=\"s\"");
    }
    let strings = part(table, STRINGS);
    for words in ["=1+1", "+1", "-1", "@甲", "\t=1", "{=1}", "=SUM(A1)", "12", "80%", "2021-30", "00012"] {
        has(&strings, &format!(">{words}</t>"));
    }
    // Excel would read it as A.
    has(&strings, ">_x005F_x0041_</t>");
}
