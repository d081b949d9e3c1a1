//! The numbers of a chart as a table; each leads to the cell in which it is typed.

use leptos::prelude::*;

use super::figure::{Numbers, cell_of};
use crate::block::{Role, TableCell};
use crate::ui::page::Router;

/// The table of a chart.
#[component]
pub fn ChartTable(numbers: Numbers) -> impl IntoView {
    let router = Router::here();
    move || {
        numbers.get().ok().map(|chart| {
            let cell = |row: Option<usize>, (column, cell): (usize, &TableCell)| {
                let text = cell.content.to_string();
                match cell.role {
                    Role::ColumnHead => view! { <th scope="col">{text}</th> }.into_any(),
                    Role::RowHead => view! { <th scope="row">{text}</th> }.into_any(),
                    Role::Value => {
                        let place = row.zip(column.checked_sub(1)).and_then(|(row, series)| cell_of(numbers, series, row));
                        let Some(place) = place.filter(|_| !text.is_empty()) else { return view! { <td>{text}</td> }.into_any() };
                        let words = format!("{text}，去这一格");
                        view! {
                            <td><button type="button" class="link" aria-label=words on:click=move |_| router.go_to_place(place, None)>{text}</button></td>
                        }
                        .into_any()
                    }
                }
            };
            let row = |at: Option<usize>, cells: &Vec<TableCell>| {
                view! { <tr>{cells.iter().enumerate().map(|one| cell(at, one)).collect_view()}</tr> }
            };
            let (heads, rows) = chart.table.rows.split_at(chart.table.head_rows.min(chart.table.rows.len()));
            let heads = heads.iter().map(|cells| row(None, cells)).collect_view();
            let rows = rows.iter().enumerate().map(|(at, cells)| row(Some(at), cells)).collect_view();
            view! { <table class="chart-table"><thead>{heads}</thead><tbody>{rows}</tbody></table> }
        })
    }
}
