//! The state of a table under the hands, and what happens to it: focus, mouse, clipboard.

use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element, Event, HtmlInputElement, KeyboardEvent, MouseEvent};

use super::heads::Marks;
use super::keys::{edit, on_key};
use super::range::{Point, Range, selected};
use super::{act, line};
use crate::draft::Place;
use crate::form::{Grid, TableId};
use crate::sheet::Layout;
use crate::ui::dom::El;
use crate::ui::page::Page;

/// A table under the hands.
pub struct Hands {
    pub page: Page,
    pub id: TableId,
    pub grid: Rc<Cow<'static, Grid>>,
    pub layout: Layout,
    table: Element,
    /// The cells as they are drawn, in the order of the layout.
    cells: Vec<Element>,
    state: RefCell<State>,
}

/// What changes of it.
#[derive(Default)]
struct State {
    range: Range,
    /// What stood in the input when it was entered, for Esc.
    before: String,
    /// Whether arrows move within the text of the input.
    editing: bool,
    /// Whether the mouse is held.
    dragging: bool,
    /// Whether the focus moves within what is selected.
    keeps: bool,
    marks: Marks,
}

impl Hands {
    /// Nothing is selected yet.
    pub fn new(page: Page, id: TableId, table: &El, grid: Rc<Cow<'static, Grid>>) -> Self {
        let table = table.node().clone();
        let layout = Layout::of(&grid);
        let mut cells = Vec::with_capacity(layout.cells().len());
        if let Ok(found) = table.query_selector_all("tbody > tr > *") {
            cells.extend((0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()));
        }
        Self { page, id, grid, layout, table, cells, state: RefCell::default() }
    }

    /// The input of the table that has the focus, with its place.
    pub fn focused(&self) -> Option<(HtmlInputElement, Place)> {
        let input: HtmlInputElement = document().active_element()?.dyn_into().ok()?;
        let place = input.name().parse().ok().filter(|_| self.table.contains(Some(&input)))?;
        Some((input, place))
    }

    /// What is selected.
    pub fn range(&self) -> Range {
        self.state.borrow().range
    }

    /// Whether arrows move within the text.
    pub fn is_editing(&self) -> bool {
        self.state.borrow().editing
    }

    /// Lets arrows move within the text, or among the cells again.
    pub fn edit(&self, editing: bool) {
        self.state.borrow_mut().editing = editing;
    }

    /// What stood in the input when it was entered.
    pub fn before(&self) -> String {
        self.state.borrow().before.clone()
    }

    /// Selects cells, and shows it.
    pub fn select(&self, range: Range) {
        let mut state = self.state.borrow_mut();
        state.range = range;
        let area = range.area(&self.layout);
        state.marks.show(&self.cells, &self.grid, &self.layout, area, range.region);
        drop(state);
        self.page.session.select(range.region.map(|region| selected(&self.layout, region)));
    }

    /// Puts the focus into the cell of a place.
    pub fn focus(&self, place: Place) {
        let at = self.layout.cells().iter().position(|cell| cell.place == Some(place));
        let input = at.and_then(|at| self.cells.get(at)).and_then(|cell| cell.query_selector("input").ok().flatten());
        if let Some(input) = input {
            El::of(input).focus();
        }
    }

    /// Puts the focus into a cell of what is selected, which stays selected.
    pub fn focus_within(&self, place: Place) {
        self.state.borrow_mut().keeps = true;
        self.focus(place);
        self.state.borrow_mut().keeps = false;
    }

    /// The cells in which something is typed, with their places.
    pub fn inputs(&self) -> impl Iterator<Item = (Place, &Element)> {
        self.layout.cells().iter().zip(&self.cells).filter_map(|(cell, drawn)| Some((cell.place?, drawn)))
    }

    /// Where a place lies.
    pub fn point(&self, place: Place) -> Option<Point> {
        let cell = self.layout.cells().iter().find(|cell| cell.place == Some(place))?;
        Some((cell.area.top, cell.area.left))
    }

    /// Which cell an event happened in, by its number.
    fn cell_of(&self, event: &Event) -> Option<usize> {
        let target: Element = event.target()?.dyn_into().ok()?;
        let cell = target.closest("td, th").ok().flatten()?;
        self.cells.iter().position(|known| *known == cell)
    }

    /// The focus is in an input now.
    fn entered(&self, input: &HtmlInputElement) {
        let Ok(place) = input.name().parse::<Place>() else { return };
        let mut state = self.state.borrow_mut();
        state.before = input.value();
        state.editing = false;
        let keeps = state.keeps;
        drop(state);
        line::describe(self.page.session, input);
        if let Some(point) = self.point(place).filter(|_| !keeps) {
            self.select(Range::at(point));
        }
    }

    /// The focus is elsewhere: nothing is selected any longer.
    fn left(&self, to: Option<&Element>) {
        if to.is_none_or(|to| !self.table.contains(Some(to))) {
            let mut state = self.state.borrow_mut();
            state.marks.show(&self.cells, &self.grid, &self.layout, None, None);
            state.range = Range::default();
            drop(state);
            self.page.session.select(None);
        }
    }

    /// The mouse is pressed: on a head it selects a row or a column, with Shift as far as here, else it begins here.
    fn pressed(&self, event: &MouseEvent) {
        let Some(placed) = self.cell_of(event).and_then(|at| self.layout.cells().get(at)).copied() else { return };
        if event.button() != 0 {
            return;
        }
        let point = (placed.area.top, placed.area.left);
        if placed.is_value {
            if event.shift_key() && self.focused().is_some() {
                event.prevent_default();
                self.select(self.range().to(&self.layout, point));
            }
            let is_edited = self.is_editing() && self.focused().is_some_and(|(_, place)| placed.place == Some(place));
            self.state.borrow_mut().dragging = true;
            if let Some(place) = placed.place.filter(|_| !is_edited && !event.shift_key()) {
                // The browser would put the caret where the mouse is, and what is typed next would not replace what stands there.
                event.prevent_default();
                self.focus(place);
                self.select(Range::at(point));
                if let Some((input, _)) = self.focused() {
                    input.select();
                }
            }
            return;
        }
        let is_head = placed.index.0 < self.grid.head_rows;
        let region = if is_head { self.layout.columns(placed.area) } else { self.layout.rows(placed.area) };
        let Some(region) = region else { return };
        event.prevent_default();
        let first = self.layout.within(region).find_map(|cell| cell.place);
        if let Some(first) = first {
            self.focus(first);
        }
        self.select(Range::of(region));
    }

    /// The mouse is over another cell.
    fn dragged(&self, event: &MouseEvent) {
        if event.buttons() & 1 == 0 || !self.state.borrow().dragging {
            self.state.borrow_mut().dragging = false;
            return;
        }
        let Some(placed) = self.cell_of(event).and_then(|at| self.layout.cells().get(at)).filter(|cell| cell.is_value)
        else {
            return;
        };
        let range = self.range().to(&self.layout, (placed.area.top, placed.area.left));
        if range != self.range() && self.focused().is_some() {
            event.prevent_default();
            self.select(range);
        }
    }

    /// A click beside an input, in its cell, goes into it.
    fn clicked(&self, event: &Event) {
        let cell = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let input =
            cell.filter(|cell| cell.tag_name() == "TD").and_then(|cell| cell.query_selector("input").ok().flatten());
        if let Some(input) = input.filter(|_| self.range().region.is_none()) {
            El::of(input).focus();
        }
    }
}

/// Listens to what happens to a table. One listener of each kind serves all of its cells.
pub fn listen(hands: &Rc<Hands>, table: &El) {
    let on = |event: &str, act: fn(&Hands, &Event)| {
        let hands = Rc::clone(hands);
        let _ = table.clone().on(event, move |event| act(&hands, event));
    };
    on("focusin", |hands, event| {
        if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
            hands.entered(&input);
        }
    });
    on("focusout", |hands, event| {
        let to = event.dyn_ref::<web_sys::FocusEvent>().and_then(web_sys::FocusEvent::related_target);
        hands.left(to.and_then(|to| to.dyn_into().ok()).as_ref());
    });
    on("keydown", |hands, event| {
        if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
            on_key(hands, event);
        }
    });
    on("mousedown", |hands, event| {
        if let Some(event) = event.dyn_ref::<MouseEvent>() {
            hands.pressed(event);
        }
    });
    on("mouseover", |hands, event| {
        if let Some(event) = event.dyn_ref::<MouseEvent>() {
            hands.dragged(event);
        }
    });
    on("dblclick", |hands, _| edit(hands));
    on("click", Hands::clicked);
    for kind in ["copy", "cut"] {
        on(kind, |hands, event| {
            if let Some(event) = event.dyn_ref::<ClipboardEvent>() {
                act::copy(hands, event);
            }
        });
    }
    on("paste", |hands, event| {
        if let Some(event) = event.dyn_ref::<ClipboardEvent>() {
            act::paste(hands, event);
        }
    });
    // The table may have been entered before its hands came.
    if let Some((input, _)) = hands.focused() {
        hands.entered(&input);
    }
}
