//! What is written is read again, by the reader with which reports come in.

use proptest::prelude::*;

use super::super::super::tables::tests::reports;
use super::*;
use crate::read::read_workbook;

/// A cell as the reader gives it: an exact number without its decimals, growth with the sign of a plain number.
fn as_read(cell: &TableCell) -> String {
    match &cell.content {
        Content::Blank => String::new(),
        Content::Text(words) => words.trim().to_owned(),
        Content::Number(number) => match number.kind {
            NumberKind::Count | NumberKind::Change | NumberKind::Money => number.value.normalize().to_string(),
            NumberKind::Share | NumberKind::Growth => format!("{}%", number.value),
        },
    }
}

fn cells(blocks: &[Block], words: impl Fn(&TableCell) -> String) -> Vec<Vec<String>> {
    let tables = blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        Block::Title(_) | Block::Heading(_) | Block::Paragraph(_) | Block::Picture(_) | Block::Signature { .. } => None,
    });
    let words = |table: &Table| {
        let words = table.rows.iter().flatten().map(&words);
        words.filter(|words| !words.is_empty()).collect::<Vec<_>>()
    };
    tables.map(words).collect()
}

#[track_caller]
fn comes_back(name: &str, blocks: Vec<Block>) {
    let report = report(blocks);
    let document = read_workbook(&written(&report)).unwrap_or_else(|refused| panic!("{name}: {}", refused.0));
    let back = cells(&document.blocks, |cell| cell.content.to_string().trim().to_owned());
    let expected = cells(&report.blocks, as_read);
    assert_eq!(back.len(), expected.len(), "{name}: {back:?}");
    for (back, expected) in back.iter().zip(&expected) {
        assert_eq!(back, expected, "{name}");
    }
    assert!(document.notes.is_empty(), "{name}: {:?}", document.notes);
}

#[test]
fn every_report_comes_back() {
    let mut tables = 0;
    for (name, report) in reports() {
        if cells(&report.blocks, as_read).is_empty() {
            assert!(write(&report, &mut |_| ()).is_err(), "{name}");
            continue;
        }
        tables += cells(&report.blocks, as_read).len();
        comes_back(name, report.blocks);
    }
    assert!(tables > 40, "{tables}");
}

fn content() -> impl Strategy<Value = Content> {
    prop_oneof![
        Just(Content::Blank),
        "[=+@甲乙 \u{0}\n\"<&_x04]{1,12}".prop_map(Content::text),
        (any::<i64>(), 0_u32..6, 0_usize..5).prop_map(|(mantissa, decimals, kind)| {
            let kinds =
                [NumberKind::Count, NumberKind::Change, NumberKind::Money, NumberKind::Share, NumberKind::Growth];
            let value = Decimal::new(mantissa, decimals);
            Content::Number(Number { value, kind: kinds[kind], unit: String::new() })
        }),
    ]
}

fn any_cell() -> impl Strategy<Value = TableCell> {
    let role = prop_oneof![Just(Role::ColumnHead), Just(Role::RowHead), Just(Role::Value)];
    let span = || prop_oneof![4 => Just(1_u16), 2 => 0_u16..5, 1 => Just(u16::MAX)];
    let parts = prop::collection::vec((0_u16..6, 0_u16..6), 0..4);
    (content(), role, span(), span(), parts).prop_map(|(content, role, row_span, column_span, parts)| TableCell {
        row_span,
        column_span,
        parts,
        ..TableCell::single(content, role)
    })
}

fn any_table() -> impl Strategy<Value = Table> {
    let rows = prop::collection::vec(prop::collection::vec(any_cell(), 0..6), 0..14);
    (rows, prop::collection::vec(0_u16..300, 0..6), 0_usize..20, "[甲a'/:]{0,40}").prop_map(
        |(rows, widths, head_rows, caption)| Table {
            id: String::new(),
            caption,
            widths,
            head_rows,
            group_lines: Vec::new(),
            rows,
        },
    )
}

/// The areas that a sheet merges: the first row and column, the last row and column.
fn merged(sheet: &str) -> Vec<[u32; 4]> {
    let place = |name: &str| {
        let letters = name.chars().take_while(char::is_ascii_uppercase);
        let column = letters.fold(0, |column, letter| column * 26 + (u32::from(letter) - 64));
        let row = name.trim_start_matches(|c: char| c.is_ascii_uppercase()).parse::<u32>().expect("a row");
        (row, column)
    };
    let areas = sheet.split("<mergeCell ref=\"").skip(1).filter_map(|rest| rest.split('"').next()?.split_once(':'));
    areas.map(|(first, last)| (place(first), place(last))).map(|(a, b)| [a.0, a.1, b.0, b.1]).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn no_table_is_a_failure(tables in prop::collection::vec(any_table(), 1..3)) {
        let blocks: Vec<Block> = tables.into_iter().map(Block::Table).collect();
        let written = write(&report(blocks.clone()), &mut |_| ());
        let is_empty = blocks.iter().all(|block| matches!(block, Block::Table(table) if table.rows.iter().all(Vec::is_empty)));
        prop_assert_eq!(written.is_err(), is_empty);
        let Ok(bytes) = written else { return Ok(()) };
        let areas = merged(&part_of(&bytes, SHEET));
        for (index, a) in areas.iter().enumerate() {
            for b in areas.iter().skip(index + 1) {
                prop_assert!(a[2] < b[0] || b[2] < a[0] || a[3] < b[1] || b[3] < a[1], "{:?} {:?}", a, b);
            }
        }
        let _ = read_workbook(&bytes);
        super::super::super::csv::write(&report(blocks), &mut |_| ()).expect("lines");
    }
}
