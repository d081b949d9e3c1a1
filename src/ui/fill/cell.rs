//! The cell of a figure: an input whose value is what is seen.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use crate::draft::{CellValue, Draft, Place};
use crate::form::Kind;
use crate::session::{Mark, Session};
use crate::sheet::{cell_content, cell_state};
use crate::ui::dom::{El, el};

/// The input of a cell. Keys and input are listened for by the table around it.
pub fn cell_input(session: Session, place: Place, label: &str) -> El {
    let value = move || session.watch_cell(place, |draft| seen(draft, place)).unwrap_or_default();
    let state = move || session.watch_cell(place, |draft| cell_state(draft, place).name().to_owned());
    let mark = move || session.mark(place);
    let invalid = move || mark().filter(|(mark, _)| *mark == Mark::Error).map(|_| "true".to_owned());
    el("input")
        .attr("name", &place.to_string())
        .attrs(&[("class", "cell-input"), ("autocomplete", "off"), ("spellcheck", "false"), ("aria-label", label)])
        .attr("inputmode", if place.kind() == Some(Kind::Count) { "numeric" } else { "decimal" })
        .attr_if("readonly", session.read_only().then_some(""))
        .attr_of("data-state", state)
        .flag_of("data-zero", move || value() == "0")
        .attr_of("data-mark", move || mark().map(|(mark, _)| mark.name().to_owned()))
        .attr_of("aria-invalid", invalid)
        .value_of(value)
}

/// What the cell shows. While it has the focus and what is typed means what the draft holds, it is left as typed:
/// 007 and 1,234 are put straight when the focus leaves.
fn seen(draft: &Draft, place: Place) -> String {
    if let Some(input) = focused_input().filter(|input| input.name() == place.to_string()) {
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
