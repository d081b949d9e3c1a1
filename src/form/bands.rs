//! Table two of the national editions: bands of a few columns each, as data.

use super::key::Declared;
use super::{Cell, Grid, Key, Kind, Table, TableId};
use crate::value::Ordered;

/// A band of table two (第二十条第（一）项): its columns and its rows.
pub(super) struct Band {
    pub title: &'static str,
    pub columns: &'static [Column],
    pub rows: &'static [(&'static str, &'static str)],
}

/// A column of a band: its id, its head, its unit, what it takes.
pub(super) struct Column {
    pub id: &'static str,
    pub label: &'static str,
    pub unit: &'static str,
    pub kind: Kind,
}

/// The figures of table two.
pub(super) fn proactive_figures(bands: &'static [Band]) -> impl Iterator<Item = Declared> {
    bands.iter().flat_map(|band| {
        band.rows.iter().flat_map(|(row, _)| {
            band.columns.iter().map(move |column| Declared {
                name: format!("proactive.{row}.{}", column.id),
                kind: column.kind,
                unit: column.unit,
            })
        })
    })
}

/// Table two: 主动公开政府信息情况. The bands share six columns, so that bands of one, two and three columns fit.
pub(super) fn proactive(bands: &'static [Band]) -> Table {
    let mut rows = Vec::new();
    let mut keys = Vec::new();
    let mut labels = Ordered::new();
    for band in bands {
        let span = 6 / band.columns.len().max(1);
        rows.push(vec![Cell::column_head(band.title).across(7)]);
        let heads = band.columns.iter().map(|c| Cell::column_head(c.label).across(span));
        rows.push([Cell::column_head("信息内容")].into_iter().chain(heads).collect());
        for (row, label) in band.rows {
            let mut cells = vec![Cell::row_head(*label)];
            for column in band.columns {
                let Some(key) = Key::joined(&["proactive", row, column.id]) else { continue };
                cells.push(Cell::figure(key).across(span));
                keys.push(key);
                labels.insert(key, format!("{label}，{}", column.label));
            }
            rows.push(cells);
        }
    }
    Table {
        id: TableId::Proactive,
        part: Some(1),
        unit: "",
        grid: Grid { widths: vec![12, 5, 5, 5, 5, 5, 5], rows, head_rows: 0, group_lines: Vec::new() },
        keys,
        labels,
    }
}
