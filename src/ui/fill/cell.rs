//! The cell of a figure: an input whose value is what is seen.

use std::cell::Cell;

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use crate::draft::{CellValue, Draft, Place};
use crate::form::Kind;
use crate::session::{Mark, Session};
use crate::sheet::{cell_content, cell_state};
use crate::ui::dom::{El, el, follow};

/// The input of a cell. Keys and input are listened for by the table around it.
pub fn cell_input(session: Session, place: Place, label: &str) -> El {
    let input = el("input")
        .attr("name", &place.to_string())
        .attrs(&[("class", "cell-input"), ("autocomplete", "off"), ("spellcheck", "false"), ("aria-label", label)])
        .attr("inputmode", if place.kind() == Some(Kind::Count) { "numeric" } else { "decimal" })
        .attr_if("readonly", session.read_only().then_some(""));
    let mark = move || session.mark(place).map(|(mark, _)| mark);
    let invalid = move || (mark() == Some(Mark::Error)).then(|| "true".to_owned());
    let input =
        input.attr_of("data-mark", move || mark().map(|mark| mark.name().to_owned())).attr_of("aria-invalid", invalid);
    // One reading for all that a key changes of a cell and its totals.
    let (drawn, state, is_zero) = (input.clone(), Cell::new(""), Cell::new(false));
    follow(move || {
        let read = |draft: &Draft| (seen(session, draft, place), cell_state(draft, place).name());
        let (value, now) = session.watch_cells(&[place], read).unwrap_or_default();
        if state.replace(now) != now {
            let _ = drawn.clone().attr("data-state", now);
        }
        if is_zero.replace(value == "0") != (value == "0") {
            drawn.flag("data-zero", value == "0");
        }
        drawn.set_value(&value);
    });
    input
}

/// What the cell shows. While it has the focus and what is typed means what the draft holds, it is left as typed:
/// 007 and 1,234 are put straight when the focus leaves.
fn seen(session: Session, draft: &Draft, place: Place) -> String {
    let focused = if session.is_focused(place) { focused_input() } else { None };
    if let Some(input) = focused.filter(|input| input.name() == place.to_string()) {
        let typed = input.value();
        if CellValue::typed(place, &typed) == draft.entry(place) && input.has_attribute("data-typing") {
            return typed;
        }
    }
    cell_content(draft, place).to_string()
}

/// The input that has the focus.
pub fn focused_input() -> Option<HtmlInputElement> {
    document().active_element()?.dyn_into().ok()
}
