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
    let same = plan.same(before, choices);
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
    let named = items.keys().map(|(row, _)| *row).min().and_then(|first| first.checked_sub(1));
    let row = |row: usize| {
        let pasted = (0..width).map(|column| {
            let words = squares.at(row, column).unwrap_or_default();
            let class = match (items.contains_key(&(row, column)), plan.outside.contains(&(row, column))) {
                (true, _) => "number",
                (false, true) => "number pasted-outside",
                (false, false) => "pasted-label",
            };
            el(if class == "pasted-label" { "th" } else { "td" }).class(class).text(words)
        });
        let becomes = columns.iter().enumerate().map(|(nth, column)| {
            let class = if nth == 0 { "number becomes" } else { "number" };
            match items.get(&(row, *column)) {
                Some(item) => {
                    let stands = if changed.contains(&item.place) {
                        Stands::Changed
                    } else if same.contains(&item.place) {
                        Stands::Same
                    } else {
                        Stands::Left
                    };
                    value(el("td").class(class), before, &after, item.place, stands)
                }
                // The names of the columns over the figures, where there is a row for them.
                None if named == Some(row) => {
                    let first = items.iter().find(|((_, of), _)| of == column).map(|(_, item)| item.place);
                    el("th")
                        .class(&format!("pasted-label {class}"))
                        .text(&first.map(|place| name(before, place)).unwrap_or_default())
                }
                None => el("td").class(class),
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

/// How a cell stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stands {
    Changed,
    Same,
    Left,
}

/// What a cell becomes: with what stood there where that changes, and a mark where it is left alone.
fn value(cell: El, before: &Draft, after: &Draft, place: Place, stands: Stands) -> El {
    let shown = |draft: &Draft| match draft.text(place).filter(|_| !place.is_cell()) {
        Some(text) => text,
        None => cell_content(draft, place).to_string(),
    };
    let (was, is) = (shown(before), shown(after));
    match stands {
        Stands::Same => cell.text(&is),
        Stands::Left => cell.child(el("span").class("note").text("不动")).text(&is),
        Stands::Changed => {
            let cell = if was.is_empty() { cell } else { cell.child(el("s").text(&was)).text(" ") };
            cell.attr("data-changed", "").child(el("strong").text(&is))
        }
    }
}

/// What a column is called: the last of the words of a cell in it.
fn name(draft: &Draft, place: Place) -> String {
    let label = place.figure().and_then(|key| draft.form()?.label(key)).unwrap_or_default();
    label.rsplit('，').next().unwrap_or_default().to_owned()
}
