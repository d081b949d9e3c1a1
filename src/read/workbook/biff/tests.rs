//! Streams made by hand whose sheets are not what the head says.

use super::super::super::limits::MOST_CELLS;
use super::*;

/// A record.
fn record(kind: u16, bytes: &[u8]) -> Vec<u8> {
    let length = u16::try_from(bytes.len()).expect("short");
    [kind.to_le_bytes().as_slice(), &length.to_le_bytes(), bytes].concat()
}

/// A stream of these sheets: so many bytes into what follows the head each begins.
fn stream(sheets: &[usize], cells: &[u8]) -> Vec<u8> {
    let begin = record(0x0809, &[0, 6, 5, 0]);
    let named = |at: usize| {
        let at = u32::try_from(at).expect("short").to_le_bytes();
        record(0x0085, &[at.as_slice(), &[0, 0, 1, 0, b'A']].concat())
    };
    let head = begin.len() + sheets.len() * named(0).len() + 4;
    let named: Vec<u8> = sheets.iter().flat_map(|at| named(head + at)).collect();
    let end = record(0x000a, &[]);
    [begin.as_slice(), &named, &end, &begin, cells, &end].concat()
}

/// A number in a cell.
fn number(row: u8) -> Vec<u8> {
    record(0x0203, &[[row, 0, 0, 0, 0, 0].as_slice(), &3_f64.to_le_bytes()].concat())
}

#[test]
fn a_sheet_that_several_names_share_is_read_once() {
    let read = read(&stream(&[0, 0, 0], &number(0))).expect("sheets");
    assert_eq!(read.list.iter().map(|sheet| sheet.cells.len()).collect::<Vec<_>>(), [1]);
}

#[test]
fn sheets_within_one_another_are_not_read_again_and_again() {
    let cells: Vec<u8> = (0..200).flat_map(number).collect();
    let length = number(0).len();
    let within: Vec<usize> = (0..100).map(|at| 8 + at * length).collect();
    assert_eq!(read(&stream(&within, &cells)).err(), Some(too_large()));
}

#[test]
fn formulas_without_a_value_are_counted() {
    let formula = record(0x0006, &[0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0xff, 0xff]);
    let cells = |count: usize| stream(&[0], &formula.repeat(count));
    assert_eq!(read(&cells(3)).expect("a sheet").list[0].uncomputed.len(), 3);
    assert_eq!(read(&cells(MOST_CELLS + 1)).err(), Some(too_large()));
}
