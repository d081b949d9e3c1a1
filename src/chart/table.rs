//! The numbers of a chart as a table.

use crate::block::{Content, Number, Role, Table, TableCell};
use crate::draft::ChartId;
use crate::value::percent;

/// A table of a chart: a head a column, and a row a category under its name.
pub(super) fn table(id: ChartId, heads: &[&str], rows: Vec<(String, Vec<Content>)>) -> Table {
    let head = heads.iter().map(|head| TableCell::single(Content::text(*head), Role::ColumnHead)).collect();
    let row = |(name, values): (String, Vec<Content>)| {
        let values = values.into_iter().map(|value| TableCell::single(value, Role::Value));
        [TableCell::single(Content::text(name), Role::RowHead)].into_iter().chain(values).collect()
    };
    Table {
        id: id.name().to_owned(),
        caption: String::new(),
        widths: vec![1; heads.len()],
        head_rows: 1,
        group_lines: Vec::new(),
        rows: std::iter::once(head).chain(rows.into_iter().map(row)).collect(),
    }
}

/// A count in its unit, or the blank that its cell is.
pub(super) fn count_cell(value: Option<i64>, unit: &str) -> Content {
    value.map_or(Content::Blank, |value| Content::Number(Number::count(value.into(), unit)))
}

/// A share of a sum; one that rounds to 0 is printed as a dash.
pub(super) fn share_cell(part: i64, sum: i64, decimals: u32) -> Content {
    let share = percent(part.into(), sum.into(), decimals).filter(|share| !share.is_zero());
    share.map_or_else(|| Content::text("—"), |share| Content::Number(Number::share(share)))
}
