//! The numbers of a chart as a table.

use crate::block::{Content, Number, Role, Table, TableCell};
use crate::draft::ChartId;
use crate::value::{Decimal, percent};

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

/// A share of a sum. Nothing of it is a dash; something that rounds to nothing says so.
pub(super) fn share_cell(part: i64, sum: i64, decimals: u32) -> Content {
    match percent(part.into(), sum.into(), decimals) {
        Some(share) if !share.is_zero() => Content::Number(Number::share(share)),
        Some(share) if part > 0 => Content::text(format!("不足{}%", Decimal::new(1, share.scale()))),
        Some(_) | None => Content::text("—"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_share_is_not_none() {
        let shown = |part, sum| share_cell(part, sum, 1).to_string();
        assert_eq!([shown(1, 4), shown(1, 5000), shown(0, 5000), shown(0, 0)], ["25.0%", "不足0.1%", "—", "—"]);
    }
}
