//! Moving through a table by keys, as in a spreadsheet.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, KeyboardEvent};

use super::cell::focused_input;
use crate::draft::{Place, ProposalField};
use crate::form::{Content, Grid};
use crate::session::Session;
use crate::ui::dom::is_composing;

/// The inputs of a table with where they stand, and how the one that has the focus was entered.
#[derive(Clone, Debug, Default)]
pub struct Moves {
    cells: Vec<(String, usize, usize, usize)>,
    before: String,
    editing: bool,
}

/// Where to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The row above.
    Up,
    /// The row below.
    Down,
    /// The cell before.
    Left,
    /// The cell behind.
    Right,
    /// The first cell of the row.
    RowStart,
    /// The last cell of the row.
    RowEnd,
    /// The first cell of the column.
    Top,
    /// The last cell of the column.
    Bottom,
}

impl Moves {
    /// The inputs of a grid.
    pub fn of(grid: &Grid) -> Self {
        let mut cells = Vec::new();
        grid.each_cell(|cell, row, column| {
            let place = match cell.content {
                Content::Slot(slot) => Place::from(slot),
                Content::Category(n) => Place::Proposal(n.into(), ProposalField::Category),
                Content::Text(_) | Content::Derived(_) => return,
            };
            cells.push((place.to_string(), row, column, column + usize::from(cell.column_span)));
        });
        Self { cells, before: String::new(), editing: false }
    }

    /// Notes what stood in the input when it was entered, for Esc.
    pub fn enter(&mut self, input: &HtmlInputElement) {
        self.before = input.value();
        self.editing = false;
    }

    /// The name of the input that lies in a direction from another; nothing at the edge.
    pub fn next(&self, from: &str, way: Way) -> Option<&str> {
        let (index, (_, row, start, end)) = self.cells.iter().enumerate().find(|(_, (name, ..))| name == from)?;
        let in_row = || self.cells.iter().filter(|(_, r, ..)| r == row);
        let in_column = |cell: &&(String, usize, usize, usize)| cell.2 < *end && cell.3 > *start;
        let found = match way {
            Way::Left => index.checked_sub(1).and_then(|i| self.cells.get(i)).filter(|cell| cell.1 == *row),
            Way::Right => self.cells.get(index + 1).filter(|cell| cell.1 == *row),
            Way::RowStart => in_row().next(),
            Way::RowEnd => in_row().next_back(),
            Way::Up => self.cells.iter().filter(in_column).rfind(|cell| cell.1 < *row),
            Way::Down => self.cells.iter().filter(in_column).find(|cell| cell.1 > *row),
            Way::Top => self.cells.iter().find(in_column),
            Way::Bottom => self.cells.iter().rfind(in_column),
        };
        found.map(|cell| cell.0.as_str())
    }
}

/// Acts on a key in a cell. While an input method composes, none of these act.
pub fn on_key(session: Session, moves: &Rc<RefCell<Moves>>, event: &KeyboardEvent) {
    if is_composing(event) || event.alt_key() || event.meta_key() {
        return;
    }
    let Some(input) = focused_input() else { return };
    let editing = moves.borrow().editing;
    let way = match (event.key().as_str(), event.ctrl_key(), event.shift_key()) {
        ("Enter" | "ArrowDown", false, false) => Way::Down,
        ("Enter", false, true) | ("ArrowUp", false, false) => Way::Up,
        ("ArrowLeft", false, false) if !editing => Way::Left,
        ("ArrowRight", false, false) if !editing => Way::Right,
        ("Home", false, false) if !editing => Way::RowStart,
        ("End", false, false) if !editing => Way::RowEnd,
        ("ArrowUp", true, false) => Way::Top,
        ("ArrowDown", true, false) => Way::Bottom,
        ("ArrowLeft", true, false) => Way::RowStart,
        ("ArrowRight", true, false) => Way::RowEnd,
        ("F2", false, false) => {
            event.prevent_default();
            moves.borrow_mut().editing = true;
            let end = u32::try_from(input.value().encode_utf16().count()).unwrap_or(0);
            // An input whose caret cannot be set keeps it where it is.
            let _ = input.set_selection_range(end, end);
            return;
        }
        ("Escape", ..) => {
            event.prevent_default();
            let before = moves.borrow().before.clone();
            restore(session, &input, &before);
            moves.borrow_mut().editing = false;
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
    let next = moves.borrow().next(&input.name(), way).map(str::to_owned);
    let next = next.and_then(|name| document().query_selector(&format!("input[name=\"{name}\"]")).ok().flatten());
    if let Some(next) = next.and_then(|next| next.dyn_into::<HtmlInputElement>().ok()) {
        let _ = next.focus();
    }
}

/// Puts a text into the input and the draft. A total that was computed before is computed again.
fn restore(session: Session, input: &HtmlInputElement, text: &str) {
    let Ok(place) = input.name().parse::<Place>() else { return };
    match place.slot() {
        Some(slot) => {
            if input.has_attribute("data-typing") || text.is_empty() {
                let _ = input.remove_attribute("data-typing");
                session.type_into(slot, "");
                let shown = session.look(|draft| crate::calc::slot_content(draft, slot)).unwrap_or_default();
                if shown != text {
                    session.type_into(slot, text);
                }
                session.refresh(crate::draft::Touch::Cell(slot));
            }
        }
        None => session.type_line(place, text),
    }
    input.select();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{FormId, TableId};

    fn next(table: TableId, from: &str, way: Way) -> Option<String> {
        let grid = &FormId::National2021.form().table(table).expect("a table").grid;
        Moves::of(grid).next(from, way).map(str::to_owned)
    }

    #[test]
    fn across_and_down_table_three() {
        let go = |from: &str, way| next(TableId::Applications, from, way);
        assert_eq!(go("applications.new.natural", Way::Right).as_deref(), Some("applications.new.business"));
        assert_eq!(go("applications.new.natural", Way::Left), None);
        assert_eq!(go("applications.new.total", Way::Right), None);
        assert_eq!(go("applications.carried_in.legal", Way::Down).as_deref(), Some("applications.granted.legal"));
        assert_eq!(go("applications.carried_out.legal", Way::Down), None);
        assert_eq!(go("applications.granted.legal", Way::Top).as_deref(), Some("applications.new.legal"));
        assert_eq!(go("applications.granted.legal", Way::RowEnd).as_deref(), Some("applications.granted.total"));
    }

    #[test]
    fn through_bands_of_other_widths() {
        let go = |from: &str, way| next(TableId::Proactive, from, way);
        assert_eq!(go("proactive.normative.in_force", Way::Down).as_deref(), Some("proactive.licences.decisions"));
        assert_eq!(go("proactive.licences.decisions", Way::Up).as_deref(), Some("proactive.normative.in_force"));
    }
}
