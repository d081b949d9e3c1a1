//! The grid of tables: what Word forgives and WPS does not.

use std::collections::HashMap;

use super::super::measure::WIDTH;
use super::tree::Node;
use super::{all, document, write};

/// Checks a table and says how many cells are merged downwards.
fn check(table: &Node, name: &str) -> usize {
    let properties = table.child("w:tblPr").expect("properties");
    assert_eq!(properties.number("w:tblW", "w:w"), Some(WIDTH));
    assert_eq!(properties.child("w:tblLayout").and_then(|layout| layout.attribute("w:type")), Some("fixed"));
    let grid = table.child("w:tblGrid").expect("a grid");
    let width = |column: &Node| column.attribute("w:w").and_then(|width| width.parse().ok()).expect("a width");
    let columns: Vec<u32> = grid.children("w:gridCol").map(width).collect();
    assert_eq!(columns.iter().sum::<u32>(), WIDTH, "{name}");
    assert!(columns.iter().all(|width| *width > 0));

    // By column, the width in columns of the cell above that may go on.
    let mut above: HashMap<usize, usize> = HashMap::new();
    let mut merged = 0;
    for row in table.children("w:tr") {
        assert!(row.child("w:trPr").is_some_and(|own| own.child("w:cantSplit").is_some()));
        let mut column = 0;
        let mut open = HashMap::new();
        for cell in row.children("w:tc") {
            let properties = cell.child("w:tcPr").expect("properties");
            let span =
                properties.number("w:gridSpan", "w:val").map_or(1, |span| usize::try_from(span).expect("a span"));
            let own: u32 = columns[column..column + span].iter().sum();
            assert_eq!(properties.number("w:tcW", "w:w"), Some(own), "{name}, column {column}");
            match properties.child("w:vMerge").map(|merge| merge.attribute("w:val").expect("a value")) {
                Some("restart") => {
                    open.insert(column, span);
                }
                Some("continue") => {
                    assert_eq!(above.get(&column), Some(&span), "{name}, column {column}");
                    let is_blank = cell.named("w:t").is_empty();
                    assert!(is_blank, "{name}: words in a cell that nobody sees");
                    open.insert(column, span);
                    merged += 1;
                }
                Some(other) => panic!("{other}"),
                None => {}
            }
            let borders = properties.child("w:tcBorders").expect("borders");
            assert!(borders.inside.len() == 4 && borders.inside.iter().all(|side| side.attribute("w:sz") == Some("6")));
            assert_eq!(cell.children("w:p").count(), 1);
            column += span;
        }
        assert_eq!(column, columns.len(), "{name}: a row with fewer cells");
        above = open;
    }
    merged
}

#[test]
fn every_row_covers_the_grid() {
    let mut merged = 0;
    for (name, report) in all() {
        let root = document(&write(&report));
        assert!(root.named("w:hMerge").is_empty());
        for table in root.named("w:tbl") {
            merged += check(table, name);
        }
    }
    assert!(merged > 100, "{merged}");
}

#[test]
fn a_table_that_fits_stays_on_a_page_and_its_head_is_repeated() {
    let root = document(&write(&super::report_of(super::DRAFTS[1].1)));
    let keeps =
        |row: &Node| row.named("w:p").iter().all(|p| p.child("w:pPr").is_some_and(|p| p.child("w:keepNext").is_some()));
    let heads = |table: &Node| table.children("w:tr").filter(|row| !row.named("w:tblHeader").is_empty()).count();
    let tables = root.named("w:tbl");
    assert_eq!(tables.iter().map(|table| heads(table)).collect::<Vec<_>>(), [0, 3, 3]);
    for table in tables {
        let keeps: Vec<bool> = table.children("w:tr").map(keeps).collect();
        let (last, others) = keeps.split_last().expect("rows");
        assert!(others.iter().all(|keeps| *keeps) && !last);
    }
}

#[test]
fn a_long_head_is_upright() {
    let root = document(&write(&super::report_of(super::DRAFTS[1].1)));
    let upright: Vec<_> = root.named("w:textDirection");
    // One cell over 22 rows.
    assert_eq!(upright.len(), 22);
    assert!(upright.iter().all(|own| own.attribute("w:val") == Some("tbRlV")));
}
