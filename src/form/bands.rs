//! Table two of the national editions: bands of a few columns each, as data.

use super::{Cell, Grid, Keys, Kind, Law, National, PartRole, Place, Relation, Severity, Table, TableId, Term};
use crate::value::Ordered;

/// A band of table two (第二十条第（一）项): its columns and its rows. It has one, two, three or six columns.
pub struct Band {
    /// Its head.
    pub title: &'static str,
    /// Its columns.
    pub columns: &'static [Column],
    /// Its rows.
    pub rows: &'static [BandRow],
}

/// A column of a band.
pub struct Column {
    /// Its id in the names of figures.
    pub id: &'static str,
    /// Its head.
    pub label: &'static str,
    /// Its head in few words.
    pub short: &'static str,
    /// Its unit; empty where the form names none.
    pub unit: &'static str,
    /// What it takes.
    pub kind: Kind,
    /// What it counts.
    pub role: ColumnRole,
}

/// What a column of table two counts, whatever its head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnRole {
    /// 制发.
    Issued,
    /// 新公开.
    Published,
    /// 新制作.
    Made,
    /// 现行有效.
    InForce,
    /// 对外公开总数.
    Open,
    /// 废止.
    Repealed,
    /// 处理决定.
    Decisions,
    /// Items of the year before.
    Items,
    /// 本年增/减 of items.
    Change,
    /// Items of this year.
    Bought,
    /// An amount.
    Amount,
}

/// A row of a band.
pub struct BandRow {
    /// Its id in the names of figures.
    pub id: &'static str,
    /// Its words.
    pub label: &'static str,
    /// What it counts.
    pub role: BandRole,
}

/// What a row of table two counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BandRole {
    /// Documents.
    Document(Document),
    /// What a street or a township seldom has the power to do.
    Power,
    /// Anything else.
    Other,
}

/// A kind of document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Document {
    /// 规章.
    Rules,
    /// 规范性文件.
    Normative,
}

/// A row of documents.
pub const fn document(of: Document, label: &'static str) -> BandRow {
    let id = match of {
        Document::Rules => "rules",
        Document::Normative => "normative",
    };
    BandRow { id, label, role: BandRole::Document(of) }
}

/// A row of what a street or a township seldom has the power to do.
pub const fn power(id: &'static str, label: &'static str) -> BandRow {
    BandRow { id, label, role: BandRole::Power }
}

/// Any other row.
pub const fn item(id: &'static str, label: &'static str) -> BandRow {
    BandRow { id, label, role: BandRole::Other }
}

impl National {
    /// The cells of table two in its order.
    pub(super) fn band_cells(&self) -> impl Iterator<Item = (&'static BandRow, &'static Column)> {
        let rows = self.bands.iter().flat_map(|band| band.rows.iter().map(move |row| (row, band)));
        rows.flat_map(|(row, band)| band.columns.iter().map(move |column| (row, column)))
    }

    /// Table two: 主动公开政府信息情况. The bands share six columns, so that bands of one, two and three columns fit.
    pub(super) fn proactive(&self, keys: &mut Keys) -> Table {
        let mut rows = Vec::new();
        let mut own = Vec::new();
        let mut labels = Ordered::new();
        for band in self.bands {
            let span = 6 / band.columns.len().max(1);
            rows.push(vec![Cell::column_head(band.title).across(7)]);
            let heads = band.columns.iter().map(|c| Cell::column_head(c.label).across(span));
            rows.push([Cell::column_head("信息内容")].into_iter().chain(heads).collect());
            for row in band.rows {
                let mut cells = vec![Cell::row_head(row.label)];
                for column in band.columns {
                    let key = keys.declare(format!("proactive.{}.{}", row.id, column.id), column.kind, column.unit);
                    cells.push(Cell::figure(key).across(span));
                    own.push(key);
                    labels.insert(key, format!("{}，{}", row.label, column.label));
                }
                rows.push(cells);
            }
        }
        Table {
            id: TableId::Proactive,
            part: self.about.parts.iter().position(|part| part.role == Some(PartRole::Proactive)),
            unit: "",
            grid: Grid { widths: vec![12, 5, 5, 5, 5, 5, 5], rows, head_rows: 0, group_lines: Vec::new() },
            keys: own,
            labels,
        }
    }

    /// The relations of table two, which follow from what its columns count: N08, N09, N22.
    pub(super) fn band_relations(&self, table: &Table) -> Vec<Relation> {
        let cells: Vec<_> = self.band_cells().zip(&table.keys).collect();
        let mut relations = Vec::new();
        for row in self.bands.iter().flat_map(|band| band.rows) {
            let term = |role: ColumnRole| {
                let ((_, column), key) = cells.iter().find(|((r, c), _)| r.id == row.id && c.role == role)?;
                Some(Term { key: **key, label: column.short })
            };
            let mut add = |rule, severity, law| {
                let place = Place::Row(TableId::Proactive, row.id);
                relations.push(Relation { rule, severity, place, title: row.label, law });
            };
            let (issued, repealed) = (term(ColumnRole::Issued), term(ColumnRole::Repealed));
            if let (Some(stock), Some(more), Some(less)) = (term(ColumnRole::InForce), issued, repealed) {
                add("N08", Severity::Warning, Law::Rolled { stock, more, less });
            }
            if let (Some(part), Some(open)) = (term(ColumnRole::Published), term(ColumnRole::Open)) {
                add("N09", Severity::Error, Law::AtMost { part, whole: vec![open] });
            }
            if let (Some(stock), Some(change)) = (term(ColumnRole::Items), term(ColumnRole::Change)) {
                add("N22", Severity::Warning, Law::Moved { stock, change });
            }
        }
        relations
    }
}
