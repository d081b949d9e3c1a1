//! Numbers as Excel holds them, and totals as sums of their cells.

use std::collections::{BTreeMap, BTreeSet};

use super::super::tables::Placed;
use crate::block::{Content, Number, NumberKind, Role, TableCell};
use crate::value::Decimal;

/// Excel counts with numbers of some 17 digits and shows 15 of them.
const DIGITS: usize = 15;
/// A function has at most so many arguments.
const MOST_RANGES: usize = 255;
/// A formula has at most so many characters.
const LONGEST_FORMULA: usize = 8192;

/// A number with its format.
pub struct Cell {
    /// The value that the cell holds: 0.8 for 80%.
    pub value: f64,
    /// How it is shown.
    pub format: String,
}

/// A number for Excel; nothing where Excel would show other digits than the paper.
pub fn cell(number: &Number) -> Option<Cell> {
    let value = match number.kind {
        NumberKind::Count | NumberKind::Change | NumberKind::Money => number.value,
        NumberKind::Share | NumberKind::Growth => number.value.checked_div(Decimal::ONE_HUNDRED)?,
    };
    let digits = value.normalize().mantissa().unsigned_abs().to_string();
    let is_exact = digits.trim_end_matches('0').len() <= DIGITS;
    let value = value.normalize().to_string().parse().ok().filter(|_| is_exact)?;
    Some(Cell { value, format: format(number) })
}

fn format(number: &Number) -> String {
    let decimals = usize::try_from(number.decimals()).unwrap_or(0);
    let plain = if decimals == 0 { "0".to_owned() } else { format!("0.{}", "0".repeat(decimals)) };
    match number.kind {
        NumberKind::Count | NumberKind::Change | NumberKind::Money => plain,
        NumberKind::Share => format!("{plain}%"),
        // The minus as it is printed is no sign to Excel, and stands in quotes.
        NumberKind::Growth => format!("+{plain}%;\"−\"{plain}%;{plain}%"),
    }
}

/// The formula of a total, in the rows of a sheet whose grid begins in row `top`, counted from 0. Nothing for a cell that is no total, or
/// whose parts are not what it says.
pub fn sum(placed: &Placed, cell: &TableCell, top: usize) -> Option<String> {
    let Content::Number(total) = &cell.content else { return None };
    let parts: BTreeSet<(usize, usize)> =
        cell.parts.iter().map(|(row, column)| (usize::from(*row), usize::from(*column))).collect();
    let mut sum = Decimal::ZERO;
    for (row, column) in &parts {
        let spot = placed.spot(*row, *column)?;
        let is_part = spot.cell.role == Role::Value && (spot.row, spot.column) == (*row, *column);
        if !is_part || std::ptr::eq(spot.cell, cell) {
            return None;
        }
        if let Content::Number(part) = &spot.cell.content {
            sum = sum.checked_add(part.value)?;
        }
    }
    let ranges = ranges(&parts);
    if parts.is_empty() || ranges.len() > MOST_RANGES || sum != total.value {
        return None;
    }
    let names: Vec<String> = ranges.iter().map(|range| range.name(top)).collect();
    let formula = format!("=SUM({})", names.join(","));
    (formula.len() <= LONGEST_FORMULA).then_some(formula)
}

/// Cells in a rectangle: the first and the last row, the first and the last column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Range {
    rows: (usize, usize),
    columns: (usize, usize),
}

impl Range {
    /// The name of the range in a sheet whose grid begins in row `top`.
    fn name(self, top: usize) -> String {
        let name = |row: usize, column: usize| format!("{}{}", column_name(column), top + row + 1);
        let (first, last) = (name(self.rows.0, self.columns.0), name(self.rows.1, self.columns.1));
        if first == last { first } else { format!("{first}:{last}") }
    }
}

/// The cells in as few ranges as is simple: runs along the rows, or down the columns, runs of the same extent joined.
fn ranges(parts: &BTreeSet<(usize, usize)>) -> Vec<Range> {
    let along = joined(parts.iter().copied());
    let turned = joined(parts.iter().map(|(row, column)| (*column, *row)));
    if turned.len() < along.len() {
        let mut back: Vec<Range> =
            turned.into_iter().map(|range| Range { rows: range.columns, columns: range.rows }).collect();
        back.sort_unstable();
        back
    } else {
        along
    }
}

fn joined(cells: impl Iterator<Item = (usize, usize)>) -> Vec<Range> {
    let mut rows: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for (row, column) in cells {
        rows.entry(row).or_default().insert(column);
    }
    let mut ranges: Vec<Range> = Vec::new();
    // Where the range of each extent stands that may still grow downwards.
    let mut open: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for (row, columns) in rows {
        let mut runs: Vec<(usize, usize)> = Vec::new();
        for column in columns {
            match runs.last_mut() {
                Some(run) if run.1 + 1 == column => run.1 = column,
                _ => runs.push((column, column)),
            }
        }
        for run in runs {
            let above = open.get(&run).and_then(|at| ranges.get_mut(*at)).filter(|range| range.rows.1 + 1 == row);
            if let Some(range) = above {
                range.rows.1 = row;
            } else {
                open.insert(run, ranges.len());
                ranges.push(Range { rows: (row, row), columns: run });
            }
        }
    }
    ranges
}

/// A, B … Z, AA …
fn column_name(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'A' + letter));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().expect("a decimal")
    }

    fn number(kind: NumberKind, text: &str) -> Number {
        Number { value: decimal(text), kind, unit: String::new() }
    }

    #[test]
    fn a_number_keeps_its_value_and_its_decimals() {
        for (kind, text, value, format) in [
            (NumberKind::Count, "3511", 3511.0, "0"),
            (NumberKind::Change, "-3", -3.0, "0"),
            (NumberKind::Money, "0.00", 0.0, "0.00"),
            (NumberKind::Money, "59237.2449", 59237.2449, "0.0000"),
            (NumberKind::Share, "80", 0.8, "0%"),
            (NumberKind::Share, "96.9", 0.969, "0.0%"),
            (NumberKind::Growth, "95.6", 0.956, "+0.0%;\"−\"0.0%;0.0%"),
            (NumberKind::Growth, "-29.7", -0.297, "+0.0%;\"−\"0.0%;0.0%"),
            (NumberKind::Count, "1000000000000000000", 1e18, "0"),
        ] {
            let cell = cell(&number(kind, text)).expect("a number");
            assert_eq!((cell.value.to_bits(), cell.format.as_str()), (f64::to_bits(value), format), "{text}");
        }
    }

    #[test]
    fn a_number_of_more_digits_than_excel_shows_is_none() {
        assert!(cell(&number(NumberKind::Count, "999999999999999")).is_some());
        assert!(cell(&number(NumberKind::Count, "9007199254740991")).is_none());
        assert!(cell(&number(NumberKind::Money, "1234567890123.456")).is_none());
    }

    #[test]
    fn cells_are_joined_to_ranges() {
        let names = |cells: &[(usize, usize)]| {
            let ranges = ranges(&cells.iter().copied().collect());
            ranges.into_iter().map(|range| range.name(2)).collect::<Vec<_>>().join(",")
        };
        assert_eq!(names(&[(0, 3)]), "D3");
        assert_eq!(names(&[(0, 3), (0, 4), (0, 5)]), "D3:F3");
        assert_eq!(names(&[(1, 2), (2, 2), (3, 2), (5, 2)]), "C4:C6,C8");
        assert_eq!(names(&[(0, 0), (0, 1), (1, 0), (1, 1)]), "A3:B4");
        assert_eq!(names(&[(0, 0), (0, 2), (1, 0), (1, 2), (2, 2)]), "A3:A4,C3:C5");
        assert_eq!(names(&[(0, 25), (0, 27)]), "Z3,AB3");
        assert_eq!(column_name(16_383), "XFD");
    }
}
