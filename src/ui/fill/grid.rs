//! A table as it is printed, with an input in each cell. One listener of each kind serves the whole table.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::cell::cell_input;
use super::movement::{Moves, on_key};
use crate::block::{Role, TableCell};
use crate::calc::{derived, rests_on};
use crate::draft::{Place, ProposalField, Touch};
use crate::form::{Content, Derived, Form, Grid, Key, Slot, TableId};
use crate::session::Session;

/// Draws a grid as an editor.
pub fn grid_editor(session: Session, table: TableId, grid: &Grid, foot: Option<AnyView>) -> AnyView {
    let moves = StoredValue::new(Moves::of(grid));
    let labels = session.look(|draft| labels(draft.form(), grid)).unwrap_or_default();
    let mut columns = grid_columns(grid);
    let rows = grid.rows.iter().enumerate().map(|(row, cells)| {
        let drawn: Vec<AnyView> = cells
            .iter()
            .zip(columns.drain(..cells.len()))
            .map(|(cell, column)| draw(session, cell, column, &labels))
            .collect();
        let head = row < grid.head_rows;
        view! { <tr class:head=head data-row=row.to_string()>{drawn}</tr> }
    });
    let rows = rows.collect_view();
    let typed = move |event: leptos::ev::Event| {
        if let Some(input) = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok()) {
            if event.dyn_ref::<web_sys::InputEvent>().is_some_and(web_sys::InputEvent::is_composing) {
                return;
            }
            take(session, &input);
        }
    };
    let composed = move |event: leptos::ev::CompositionEvent| {
        if let Some(input) = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok()) {
            take(session, &input);
        }
    };
    let entered = move |event: leptos::ev::FocusEvent| {
        if let Some(input) = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok()) {
            session.focus(input.name().parse().ok());
            moves.try_update_value(|moves| moves.enter(&input));
            input.select();
        }
    };
    let left = move |event: leptos::ev::FocusEvent| {
        if let Some(input) = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok()) {
            // An input method may end without an input event: what stands there is read again.
            take(session, &input);
            session.seal();
            let _ = input.remove_attribute("data-typing");
            if let Some(slot) = input.name().parse().ok().and_then(Place::slot) {
                // Once the focus is elsewhere the cell shows the figure as the draft has it.
                request_animation_frame(move || session.refresh(Touch::Cell(slot)));
            }
        }
    };
    let pressed = move |event: leptos::ev::KeyboardEvent| on_key(session, moves, &event);
    let clicked = move |event: leptos::ev::MouseEvent| {
        // A click beside the input, in its cell, goes into it.
        let cell = event.target().and_then(|t| t.dyn_into::<web_sys::Element>().ok());
        let input = cell.filter(|c| c.tag_name() == "TD").and_then(|c| c.query_selector("input").ok().flatten());
        if let Some(input) = input.and_then(|input| input.dyn_into::<HtmlInputElement>().ok()) {
            let _ = input.focus();
        }
    };
    html::table()
        .class(format!("grid grid-{}", table.name()))
        .attr("data-range", table.name())
        .child((html::tbody().child(rows), foot.map(|foot| html::tfoot().child(foot))))
        .on(leptos::ev::input, typed)
        .on(leptos::ev::compositionend, composed)
        .on(leptos::ev::focusin, entered)
        .on(leptos::ev::focusout, left)
        .on(leptos::ev::keydown, pressed)
        .on(leptos::ev::click, clicked)
        .into_any()
}

/// Takes what stands in an input into the draft.
fn take(session: Session, input: &HtmlInputElement) {
    let Ok(place) = input.name().parse::<Place>() else { return };
    match place.slot() {
        Some(slot) => {
            let shown = session.look(|draft| crate::calc::content(draft, &Content::Slot(slot))).unwrap_or_default();
            // A computed total that nobody changed is not stated by passing through.
            if input.has_attribute("data-typing") || shown != input.value() {
                let _ = input.set_attribute("data-typing", "");
                session.type_into(slot, &input.value());
            }
        }
        None => session.type_line(place, &input.value()),
    }
}

/// The first column of each cell, in the order of the cells.
fn grid_columns(grid: &Grid) -> Vec<usize> {
    let mut columns = Vec::new();
    grid.each_cell(|_, _, column| columns.push(column));
    columns
}

/// What each cell is called by those who cannot see the table: row, column, unit.
fn labels(form: Option<&Form>, grid: &Grid) -> Vec<(Slot, String)> {
    let label = |key: Key| form.and_then(|form| form.label(key)).unwrap_or_else(|| key.label());
    let of = |slot: Slot| match slot {
        Slot::Figure(key) => format!("{}，{}", label(key), key.unit()),
        Slot::Past(key, year) => format!("{year}年，{}，{}", label(key), key.unit()),
        Slot::ProposalCount(n) => format!("第{}类，件数", n + 1),
        Slot::ProposalClosed(n) => format!("第{}类，办结数", n + 1),
    };
    grid.slots().into_iter().map(|(slot, ..)| (slot, of(slot))).collect()
}

fn draw(session: Session, cell: &crate::form::Cell, column: usize, labels: &[(Slot, String)]) -> AnyView {
    let (rowspan, colspan) = (span(cell.row_span), span(cell.column_span));
    let class = format!("c{column}");
    match &cell.content {
        Content::Text(words) => {
            let words = words.clone().into_owned();
            match cell.role {
                Role::ColumnHead => view! { <th class=class rowspan=rowspan colspan=colspan>{words}</th> }.into_any(),
                Role::RowHead => {
                    let class = if TableCell::is_upright(cell.row_span) { format!("{class} upright row-head") } else { format!("{class} row-head") };
                    view! { <th class=class scope="row" rowspan=rowspan colspan=colspan><span>{words}</span></th> }.into_any()
                }
                Role::Value => view! { <td class=class rowspan=rowspan colspan=colspan>{words}</td> }.into_any(),
            }
        }
        Content::Slot(slot) => {
            let label = labels.iter().find(|(of, _)| of == slot).map(|(_, label)| label.clone()).unwrap_or_default();
            let input = cell_input(session, *slot, label);
            view! { <td class=format!("{class} value") rowspan=rowspan colspan=colspan>{input}</td> }.into_any()
        }
        Content::Derived(of) => {
            view! { <td class=format!("{class} derived") rowspan=rowspan colspan=colspan>{derived_text(session, *of)}</td> }.into_any()
        }
        Content::Category(n) => {
            let place = Place::Proposal((*n).into(), ProposalField::Category);
            let value = move || session.watch(&[Touch::Text(place)], |draft| draft.text(place)).flatten().unwrap_or_default();
            let label = format!("第{}类，名称", n + 1);
            view! {
                <td class=format!("{class} category")><input name=place.to_string() aria-label=label prop:value=value /></td>
            }
            .into_any()
        }
    }
}

fn span(count: u16) -> Option<String> {
    (count > 1).then(|| count.to_string())
}

/// A value that follows from others and is never typed.
fn derived_text(session: Session, of: Derived) -> impl Fn() -> String + Copy + 'static {
    move || {
        let rests = session.look(|draft| rests_on(draft, of)).unwrap_or_default();
        let touches: Vec<Touch> = rests.into_iter().map(Touch::Cell).chain([Touch::Proposals]).collect();
        session.watch(&touches, |draft| derived(draft, of)).unwrap_or_default()
    }
}
