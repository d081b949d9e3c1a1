//! The cell of a figure: an input whose value is what is seen.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use crate::draft::{CellValue, Draft, Place};
use crate::form::{Kind, Slot};
use crate::session::{Mark, Session};
use crate::sheet::{slot_content, slot_state};
use crate::ui::dom::{El, el};

/// The input of a cell. Keys and input are listened for by the table around it.
pub fn cell_input(session: Session, slot: Slot, label: &str) -> El {
    let place = Place::from(slot);
    let value = move || session.watch_slot(slot, |draft| seen(draft, slot)).unwrap_or_default();
    let state = move || session.watch_slot(slot, |draft| slot_state(draft, slot).name().to_owned());
    let mark = move || session.mark(place);
    let invalid = move || mark().filter(|(mark, _)| *mark == Mark::Error).map(|_| "true".to_owned());
    el("input")
        .attr("name", &place.to_string())
        .attrs(&[("class", "cell-input"), ("autocomplete", "off"), ("spellcheck", "false"), ("aria-label", label)])
        .attr("inputmode", if slot.kind() == Kind::Count { "numeric" } else { "decimal" })
        .attr_if("readonly", session.read_only().then_some(""))
        .attr_of("data-state", state)
        .flag_of("data-zero", move || value() == "0")
        .attr_of("data-mark", move || mark().map(|(mark, _)| mark.name().to_owned()))
        .attr_of("aria-invalid", invalid)
        .attr_of("aria-describedby", move || mark().map(|(_, identity)| format!("finding-{identity}")))
        .value_of(value)
}

/// What the cell shows. While it has the focus and what is typed means what the draft holds, it is left as typed:
/// 007 and 1,234 are put straight when the focus leaves.
fn seen(draft: &Draft, slot: Slot) -> String {
    if let Some(input) = focused_input().filter(|input| input.name() == Place::from(slot).to_string()) {
        let typed = input.value();
        if CellValue::typed(slot, &typed) == draft.entry(slot) && input.has_attribute("data-typing") {
            return typed;
        }
    }
    slot_content(draft, slot).to_string()
}

/// The input that has the focus.
pub fn focused_input() -> Option<HtmlInputElement> {
    document().active_element()?.dyn_into().ok()
}
