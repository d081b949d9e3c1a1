//! The arrows among the figures that were read, so that Tab stops once a line.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

/// Moves the focus from a figure to the one beside it, above it or below it.
pub fn arrow(event: &KeyboardEvent) {
    let Some(next) = from(event).and_then(|cell| beside(&cell, &event.key())) else { return };
    event.prevent_default();
    let _ = next.focus();
}

fn from(event: &KeyboardEvent) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest("button.cell").ok()?
}

fn beside(cell: &Element, key: &str) -> Option<HtmlElement> {
    let line = cell.closest(".figure-row").ok()??;
    let own = all(&line, "button.cell");
    let at = own.iter().position(|other| other.as_ref() as &Element == cell)?;
    match key {
        "ArrowLeft" => own.get(at.checked_sub(1)?).cloned(),
        "ArrowRight" => own.get(at + 1).cloned(),
        "ArrowUp" | "ArrowDown" => {
            let lines = all(&line.closest(".figures").ok()??, ".figure-row:not(.figure-heads)");
            // Lines that are folded are passed over.
            let lines: Vec<HtmlElement> = lines.into_iter().filter(|line| line.offset_height() > 0).collect();
            let here = lines.iter().position(|other| other.as_ref() as &Element == &line)?;
            let there = if key == "ArrowUp" { here.checked_sub(1)? } else { here + 1 };
            let cells = all(lines.get(there)?, "button.cell");
            cells.get(at).or(cells.last()).cloned()
        }
        _ => None,
    }
}

fn all(of: &Element, selector: &str) -> Vec<HtmlElement> {
    let Ok(found) = of.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect()
}
