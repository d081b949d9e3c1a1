//! Moving through a table by keys, as in a spreadsheet.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, KeyboardEvent};

use super::cell::focused_input;
use crate::draft::Place;
use crate::session::Session;
use crate::sheet::{Direction, Layout, cell_content};
use crate::ui::dom::{find, is_composing};

/// Where the inputs of a table lie, and how the one that has the focus was entered.
#[derive(Debug)]
pub struct Caret {
    layout: Layout,
    before: String,
    editing: bool,
}

impl Caret {
    /// Outside all inputs.
    pub fn new(layout: Layout) -> Self {
        Self { layout, before: String::new(), editing: false }
    }

    /// Notes what stood in the input when it was entered, for Esc.
    pub fn enter(&mut self, input: &HtmlInputElement) {
        self.before = input.value();
        self.editing = false;
    }
}

/// Acts on a key in a cell. While an input method composes, none of these act.
pub fn on_key(session: Session, caret: &Rc<RefCell<Caret>>, event: &KeyboardEvent) {
    if is_composing(event) || event.alt_key() || event.meta_key() {
        return;
    }
    let Some(input) = focused_input() else { return };
    let editing = caret.borrow().editing;
    let direction = match (event.key().as_str(), event.ctrl_key(), event.shift_key()) {
        ("Enter" | "ArrowDown", false, false) => Direction::Down,
        ("Enter", false, true) | ("ArrowUp", false, false) => Direction::Up,
        ("ArrowLeft", false, false) if !editing => Direction::Left,
        ("ArrowRight", false, false) if !editing => Direction::Right,
        ("Home", false, false) if !editing => Direction::RowStart,
        ("End", false, false) if !editing => Direction::RowEnd,
        ("ArrowUp", true, false) => Direction::Top,
        ("ArrowDown", true, false) => Direction::Bottom,
        ("ArrowLeft", true, false) => Direction::RowStart,
        ("ArrowRight", true, false) => Direction::RowEnd,
        ("F2", false, false) => {
            event.prevent_default();
            caret.borrow_mut().editing = true;
            let end = u32::try_from(input.value().encode_utf16().count()).unwrap_or(0);
            // An input whose caret cannot be set keeps it where it is.
            let _ = input.set_selection_range(end, end);
            return;
        }
        ("Escape", ..) => {
            event.prevent_default();
            let before = caret.borrow().before.clone();
            restore(session, &input, &before);
            caret.borrow_mut().editing = false;
            return;
        }
        ("Delete", false, false) if !editing => {
            event.prevent_default();
            restore(session, &input, "");
            return;
        }
        _ => return,
    };
    event.prevent_default();
    let next = input.name().parse().ok().and_then(|place| caret.borrow().layout.next(place, direction));
    let next = next.map(|place| format!("input[name=\"{place}\"]"));
    let next = next.and_then(|name| find(&name));
    if let Some(next) = next.and_then(|next| next.dyn_into::<HtmlInputElement>().ok()) {
        let _ = next.focus();
    }
}

/// Puts a text into the input and the draft. A total that was computed before is computed again.
fn restore(session: Session, input: &HtmlInputElement, text: &str) {
    let Ok(place) = input.name().parse::<Place>() else { return };
    if !place.is_cell() {
        session.type_line(place, text);
    } else if input.has_attribute("data-typing") || text.is_empty() {
        let _ = input.remove_attribute("data-typing");
        session.type_into(place, "");
        let shown = session.look(|draft| cell_content(draft, place).to_string()).unwrap_or_default();
        if shown != text {
            session.type_into(place, text);
        }
        session.refresh(place);
    }
    input.select();
}
