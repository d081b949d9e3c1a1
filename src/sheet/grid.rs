//! The grid of every table, the official ones and those that no form asks for, and a grid as it is printed.

use std::borrow::Cow;

use super::content::{cell_content, content, inputs};
use super::extra::{channels_grid, history_grid, history_keys, history_years, proposals_grid};
use crate::block::{self, Content};
use crate::draft::{Draft, Place};
use crate::form::{Cell, Grid, Source, TableId};
use crate::value::{Decimal, Year, each_once};

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
    let places = grid.places();
    let cell = |cell: &Cell| {
        let content = content(draft, &cell.source);
        let parts = parts(draft, &cell.source, &content, &places);
        let (row_span, column_span) = (cell.row_span, cell.column_span);
        block::TableCell { row_span, column_span, parts, ..block::TableCell::single(content, cell.role) }
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

/// The cells of the same table of which a number is the sum, by row and column; none where it is not, as for a total that somebody
/// stated otherwise.
fn parts(draft: &Draft, source: &Source, shown: &Content, places: &[(Place, usize, usize)]) -> Vec<(u16, u16)> {
    let Content::Number(total) = shown else { return Vec::new() };
    let summed: Vec<Place> = match source {
        Source::Words(_) => Vec::new(),
        Source::Formula(formula) => inputs(draft, *formula),
        Source::Place(place) => {
            let parts = place.figure().and_then(|key| draft.form()?.parts(key));
            parts.unwrap_or_default().iter().map(|part| Place::Cell(part.key)).collect()
        }
    };
    let found = places.iter().filter(|(place, ..)| summed.contains(place));
    let mut sum = None;
    let mut spots = Vec::new();
    for (place, row, column) in found {
        if let Content::Number(part) = cell_content(draft, *place) {
            sum = Some(sum.unwrap_or(Decimal::ZERO).saturating_add(part.value));
        }
        spots.extend(u16::try_from(*row).ok().zip(u16::try_from(*column).ok()));
    }
    if sum == Some(total.value) { spots } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where the totals of a table are sums, each with how many cells.
    fn sums(members: &str, table: TableId) -> Vec<(usize, usize, usize)> {
        let json = format!(r#"{{"nianbao": 1, "form": "national-2021", "year": 2023, {members}}}"#);
        let draft = Draft::from_json(&json).unwrap_or_else(|refused| panic!("{refused}")).draft;
        let grid = grid(&draft, table, View::Printed).expect("a grid");
        let printed = print(&draft, table, &grid, String::new());
        let mut found = Vec::new();
        printed.each_cell(|cell, row, column| {
            if !cell.parts.is_empty() {
                found.push((row, column, cell.parts.len()));
            }
        });
        found
    }

    #[test]
    fn a_total_names_the_cells_of_which_it_is_the_sum() {
        let figures = |total: &str| {
            format!(r#""figures": {{"applications.new.natural": 3, "applications.new.legal": 4{total}}}"#)
        };
        // 自然人 and 法人 of 本年新收 make its 总计, which stands in the last column.
        assert_eq!(sums(&figures(""), TableId::Applications), [(3, 9, 6)]);
        assert_eq!(sums(&figures(r#", "applications.new.total": 7"#), TableId::Applications), [(3, 9, 6)]);
        // A total that somebody stated otherwise is his word.
        assert_eq!(sums(&figures(r#", "applications.new.total": 8"#), TableId::Applications), []);
        let proposals = r#""proposals": [{"category": "甲", "count": 6, "closed": 6}, {"category": "乙", "count": 2}]"#;
        assert_eq!(sums(proposals, TableId::Proposals), [(3, 1, 2), (3, 2, 2)]);
    }

    #[test]
    fn growth_and_shares_are_no_sums() {
        let figures = r#""figures": {"channel.website": 5}, "history": {"disclosed.total": {"2022": 4, "2023": 4}}"#;
        assert_eq!(sums(figures, TableId::History), []);
        // The one channel is not a hundred of itself.
        assert_eq!(sums(figures, TableId::Channels), []);
    }
}
