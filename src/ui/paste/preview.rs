//! The grid of what was pasted, and beside it what the cells become.

use std::collections::BTreeMap;

use crate::draft::Draft;
use crate::form::Place;
use crate::paste::{Choices, Item, Plan, Squares};
use crate::sheet::cell_content;
use crate::ui::dom::{El, el};

/// So many rows are drawn; the others are counted.
const MOST: usize = 60;

/// Draws both, row by row.
pub fn preview(before: &Draft, squares: &Squares, plan: &Plan, choices: Choices) -> El {
    let after = plan.after(before, choices);
    let changed: Vec<Place> = plan.changes(before, choices).iter().map(|(item, _)| item.place).collect();
    let items: BTreeMap<(usize, usize), &Item> =
        plan.items.iter().map(|item| ((item.row, item.column), item)).collect();
    let mut columns: Vec<usize> = plan.items.iter().map(|item| item.column).collect();
    columns.sort_unstable();
    columns.dedup();
    let (rows, width) = squares.size();
    let head = |words: &str, across: usize| {
        el("th").attrs(&[("scope", "colgroup"), ("colspan", &across.max(1).to_string())]).text(words)
    };
    let heads = el("tr").child(head("粘贴的", width)).child(head("填入以后", columns.len()).class("becomes"));
    let row = |row: usize| {
        let pasted = (0..width).map(|column| {
            let words = squares.at(row, column).unwrap_or_default();
            let is_value = items.contains_key(&(row, column));
            el(if is_value { "td" } else { "th" }).class(if is_value { "number" } else { "pasted-label" }).text(words)
        });
        let becomes = columns.iter().enumerate().map(|(nth, column)| {
            let cell = el("td").class(if nth == 0 { "number becomes" } else { "number" });
            match items.get(&(row, *column)) {
                Some(item) => value(cell, before, &after, item.place, changed.contains(&item.place)),
                None => cell,
            }
        });
        el("tr").children(pasted.chain(becomes).collect::<Vec<_>>())
    };
    let body = el("tbody").children((0..rows.min(MOST)).map(row));
    let table = el("table").class("paste-grid").child(el("thead").child(heads)).child(body);
    let more = (rows > MOST).then(|| el("p").class("note").text(&format!("还有 {} 行，同样处理", rows - MOST)));
    el("div")
        .attrs(&[("class", "paste-scroll"), ("tabindex", "0"), ("role", "group"), ("aria-label", "粘贴的和填入以后")])
        .child(table)
        .children(more)
}

/// What a cell becomes: with what stood there where that changes.
fn value(cell: El, before: &Draft, after: &Draft, place: Place, is_changed: bool) -> El {
    let shown = |draft: &Draft| match draft.text(place).filter(|_| !place.is_cell()) {
        Some(text) => text,
        None => cell_content(draft, place).to_string(),
    };
    let (was, is) = (shown(before), shown(after));
    if !is_changed {
        let cell = if is.is_empty() { cell.child(el("span").class("note").text("不动")) } else { cell };
        return cell.text(&is);
    }
    let cell = if was.is_empty() { cell } else { cell.child(el("s").text(&was)).text(" ") };
    cell.class_of("changed", || true).child(el("strong").text(&is))
}
