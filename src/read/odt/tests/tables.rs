//! Tables, with their merged cells.

use super::*;
use crate::read::limits::too_large;

fn table(rows: &[&str]) -> String {
    let rows = rows.join("</table:table-row><table:table-row>");
    format!("<table:table><table:table-column/><table:table-row>{rows}</table:table-row></table:table>")
}

/// A cell with these attributes, each with its value, and this text.
fn cell(attributes: &[(&str, usize)], text: &str) -> String {
    let attribute = |(name, value): &(&str, usize)| format!(" table:number-{name}=\"{value}\"");
    let attributes = attributes.iter().map(attribute).collect::<Vec<_>>().concat();
    format!("<table:table-cell{attributes}><text:p>{text}</text:p></table:table-cell>")
}

fn covered(times: usize) -> String {
    format!("<table:covered-table-cell table:number-columns-repeated=\"{times}\"/>")
}

#[test]
fn merged_cells_cover_those_after_and_below() {
    let rows = [
        cell(&[("columns-spanned", 2), ("rows-spanned", 2)], "甲") + &covered(1) + &cell(&[], "乙"),
        covered(2) + &cell(&[], "丙"),
        cell(&[], "丁") + &cell(&[("columns-repeated", 2)], "0"),
    ];
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    assert_eq!(blocks(&table(&rows)), ["[甲↓2→2|乙][丙][丁|0|0]"]);
    let head = format!(
        "<table:table><table:table-header-rows><table:table-row>{}</table:table-row></table:table-header-rows></table:table>",
        cell(&[], "甲") + &cell(&[], "乙")
    );
    assert_eq!(blocks(&head), ["[甲|乙]"]);
}

#[test]
fn a_covered_cell_that_nothing_covers_keeps_its_place() {
    let rows = [cell(&[], "甲") + &covered(1) + &cell(&[], "乙"), cell(&[], "1") + &cell(&[], "2") + &cell(&[], "3")];
    assert_eq!(blocks(&table(&[&rows[0], &rows[1]])), ["[甲||乙][1|2|3]"]);
}

#[test]
fn repeated_rows_are_there_so_often_and_no_oftener_than_is_read() {
    let repeated = |times: usize, text: &str| {
        format!(
            "<table:table><table:table-row table:number-rows-repeated=\"{times}\">{}{}</table:table-row></table:table>",
            cell(&[], text),
            cell(&[], "")
        )
    };
    assert_eq!(blocks(&repeated(3, "甲")), ["[甲|][甲|][甲|]"]);
    assert_eq!(blocks(&repeated(1_000_000_000, "甲"))[0].matches('甲').count(), 1000);
    assert_eq!(read_odt(&odt(&repeated(1000, &"甲".repeat(10_000)), "", "")), Err(too_large()));
    assert_eq!(
        read_odt(&odt(&table(&[&cell(&[("columns-repeated", 1000)], ""), &(cell(&[], "") + &covered(1000))]), "", "")),
        Err(too_large())
    );
    assert_eq!(read_odt(&odt(&repeated(1000, "").repeat(250), "", "")), Err(too_large()));
}

#[test]
fn a_table_in_a_cell_is_text_unless_its_table_only_places_it() {
    let inner = |rows: usize| table(&vec![(cell(&[], "内") + &cell(&[], "1")).as_str(); rows]);
    let outer = |inner: &str| {
        table(&[&(format!("<table:table-cell><text:p>甲</text:p>{inner}</table:table-cell>") + &cell(&[], "乙"))])
    };
    assert_eq!(blocks(&outer(&inner(2))), ["[甲\n内\t1\n内\t1|乙]"]);
    assert_eq!(blocks(&outer(&inner(3))), ["甲", "[内|1][内|1][内|1]", "乙"]);
}
