//! The grid of every table, the official ones and those that no form asks for, and a grid as it is printed.

use std::borrow::Cow;

use super::content;
use super::extra::{channels_grid, history_grid, history_keys, history_years, proposals_grid};
use crate::block;
use crate::draft::Draft;
use crate::form::{Grid, TableId};
use crate::value::{Year, each_once};

/// For whom a grid is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View<'a> {
    /// For paper: what there is to print.
    Printed,
    /// For filling in: all that can be filled in, with sums, shares and growth. The history has these years besides those
    /// that hold something.
    Filled(&'a [Year]),
}

/// The grid of a table; nothing for one that the form does not have, or in which there is nothing to print.
///
/// The editor of an official table goes to the form itself, so that the grids of the others come late.
pub fn grid(draft: &Draft, table: TableId, view: View) -> Option<Cow<'static, Grid>> {
    match table {
        TableId::Proactive | TableId::Applications | TableId::Disputes | TableId::Statistics => {
            draft.form()?.table(table).map(|table| Cow::Borrowed(&table.grid))
        }
        TableId::History => {
            let (keys, own) = (history_keys(draft), |key| history_years(draft, key));
            let mut years: Vec<Year> = keys.iter().flat_map(|key| own(*key)).collect();
            if let View::Filled(more) = view {
                years.extend(more);
            }
            let years = each_once(years);
            let is_there = view != View::Printed || !years.is_empty();
            is_there.then(|| Cow::Owned(history_grid(&keys, &years, view != View::Printed)))
        }
        TableId::Channels => {
            let grid = channels_grid((view == View::Printed).then_some(draft));
            (grid.widths.len() > 1).then_some(Cow::Owned(grid))
        }
        TableId::Proposals => {
            let categories = draft.proposals().len();
            (categories > 0).then(|| Cow::Owned(proposals_grid(categories)))
        }
    }
}

/// A grid as it is printed, under a caption.
pub fn print(draft: &Draft, table: TableId, grid: &Grid, caption: String) -> block::Table {
    let cell = |cell: &crate::form::Cell| block::TableCell {
        content: content(draft, &cell.source),
        role: cell.role,
        row_span: cell.row_span,
        column_span: cell.column_span,
    };
    block::Table {
        id: table.name().to_owned(),
        caption,
        widths: grid.widths.clone(),
        head_rows: grid.head_rows,
        group_lines: grid.group_lines.clone(),
        rows: grid.rows.iter().map(|row| row.iter().map(cell).collect()).collect(),
    }
}
