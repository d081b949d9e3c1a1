//! The rows of a table without holes: every program but Word wants each row to cover all columns.

use crate::block::TableCell;
use crate::write::tables::Placed;

/// A cell on the grid. It covers all the rows and columns that it says, and no other covers one of them.
#[derive(Clone, Copy)]
pub(super) struct Tile<'a> {
    /// The cell; none where the table has nothing.
    pub(super) cell: Option<&'a TableCell>,
    /// Its first row.
    pub(super) row: usize,
    /// Its first column.
    pub(super) column: usize,
    /// How many rows it covers.
    pub(super) rows: usize,
    /// How many columns it covers.
    pub(super) columns: usize,
}

/// The tiles of a row from left to right, those from above among them; they cover all its columns.
pub(super) fn row<'a>(placed: &Placed<'a>, row: usize) -> Vec<Tile<'a>> {
    let mut tiles = Vec::new();
    let mut column = 0;
    while column < placed.columns {
        let tile = placed.spot(row, column).map(|spot| Tile {
            cell: Some(spot.cell),
            row: spot.row,
            column: spot.column,
            rows: spot.rows,
            columns: spot.columns,
        });
        let tile = tile.unwrap_or(Tile { cell: None, row, column, rows: 1, columns: 1 });
        column += tile.columns.max(1);
        tiles.push(tile);
    }
    tiles
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::{Role, Table};
    use crate::write::tables;

    fn table(widths: &[u16], rows: &[&[(&'static str, u16, u16)]]) -> Table {
        let value =
            |(text, row_span, column_span): &(&'static str, u16, u16)| (*text, Role::Value, *row_span, *column_span);
        let rows: Vec<Vec<_>> = rows.iter().map(|row| row.iter().map(value).collect()).collect();
        tables::tests::table(widths, &rows.iter().map(Vec::as_slice).collect::<Vec<_>>())
    }

    /// Each row as its tiles: text, and the columns covered.
    fn shown(table: &Table) -> Vec<String> {
        let placed = Placed::new(table);
        let shown = |at: usize| {
            let own = |tile: &Tile<'_>| {
                let text = tile.cell.map(|cell| cell.content.to_string()).unwrap_or_default();
                format!("{}{text}{}", if tile.row < at { "^" } else { "" }, tile.columns)
            };
            row(&placed, at).iter().map(own).collect::<Vec<_>>().join(" ")
        };
        (0..table.rows.len()).map(shown).collect()
    }

    #[test]
    fn spans_stand_on_the_grid() {
        let own = table(&[1, 1, 1], &[&[("甲", 2, 2), ("乙", 1, 1)], &[("丙", 1, 1)], &[("丁", 1, 3)]]);
        assert_eq!(shown(&own), ["甲2 乙1", "^甲2 丙1", "丁3"]);
    }

    #[test]
    fn holes_are_filled_and_spans_end_at_the_edge() {
        let own = table(&[1, 1, 1], &[&[("甲", 1, 1)], &[], &[("乙", 9, 9)]]);
        assert_eq!(shown(&own), ["甲1 1 1", "1 1 1", "乙3"]);
        // Without widths the cells say how many columns there are.
        assert_eq!(shown(&table(&[], &[&[("甲", 1, 1)], &[("乙", 1, 1), ("丙", 1, 5)]])), ["甲1 1", "乙1 丙1"]);
        assert_eq!(shown(&table(&[], &[])), Vec::<String>::new());
    }

    #[test]
    fn no_cell_is_lost_where_spans_cross() {
        let own = table(&[1, 1, 1], &[&[("甲", 1, 1), ("乙", 3, 1)], &[("丙", 2, 3)], &[("丁", 1, 1), ("戊", 1, 1)]]);
        let shown = shown(&own);
        for text in ["甲", "乙", "丙", "丁", "戊"] {
            assert!(shown.iter().any(|row| row.contains(text)), "{text}: {shown:?}");
        }
        // Zero counts as one.
        assert_eq!(super::tests::shown(&table(&[1, 1], &[&[("甲", 0, 0), ("乙", 1, 1)]])), ["甲1 乙1"]);
    }
}
