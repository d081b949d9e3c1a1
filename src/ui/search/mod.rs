//! Finding words in the report and putting others in their place: a bar above the part, whose finds are marked in the fields.

mod bar;
mod steps;

use std::cell::{Cell, RefCell};

use leptos::prelude::{document, on_cleanup};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlTextAreaElement, KeyboardEvent};

use crate::draft::{Hit, Within};
use crate::ui::dom::{El, Signal, el, is_composing, listen};
use crate::ui::page::{FillPart, Page, focus_first};

/// What was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Finds {
    /// The first so many places.
    pub hits: Vec<Hit>,
    /// How many places there are.
    pub count: usize,
    /// Which of the places one has come to.
    pub current: Option<usize>,
}

thread_local! {
    static IS_OPEN: Signal<bool> = Signal::default();
    static FOUND: Signal<Finds> = Signal::default();
    /// The words that are looked for; they stay when the bar is closed, as does what is put in their place.
    static WORDS: Signal<String> = Signal::default();
    static INSTEAD: RefCell<String> = const { RefCell::new(String::new()) };
    /// Whether all of the report is looked through, and not only the part that is shown.
    static IN_ALL: Signal<bool> = Signal::default();
    /// The place that one has come to, among those that were found.
    static CURRENT: Signal<usize> = Signal::default();
    /// What had the focus when the bar was opened.
    static BEFORE: RefCell<Option<Element>> = const { RefCell::new(None) };
    /// Whether one has gone from place to place since it was opened.
    static HAS_MOVED: Cell<bool> = const { Cell::new(false) };
}

/// Looks at what was found, and watches it.
pub fn with_found<T>(read: impl FnOnce(&Finds) -> T) -> T {
    FOUND.with(|found| found.with(read))
}

/// Keeps the bar at the head of the part that is filled in, within an element of the screen, while it is open. Ctrl+F opens it.
pub fn place(page: Page, screen: &El) {
    // The selector is this program's own.
    let Some(part) = screen.node().query_selector("main.part").ok().flatten() else { return };
    let is_open = || IS_OPEN.with(|open| open.with(|is| *is));
    let bar = el("div").class("late").class_of("searching", is_open).when(is_open, move || vec![bar::search_bar(page)]);
    // It is new, and can stand there.
    let _ = part.insert_before(bar.node(), part.first_child().as_ref());
    listen("keydown", move |event: &Event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        let is_held = (event.ctrl_key() || event.meta_key()) && !event.alt_key() && !event.shift_key();
        if is_held && event.key().eq_ignore_ascii_case("f") && !is_composing(event) && !event.default_prevented() {
            event.prevent_default();
            open(page);
        }
    });
    on_cleanup(move || {
        shut();
        // What is taken away with its screen is no place to go back to.
        drop(BEFORE.take());
    });
}

/// Opens the bar, with the words that are selected in a text; where it is open, goes to it.
pub fn open(page: Page) {
    let active = document().active_element();
    if let Some(words) = active.as_ref().and_then(selected) {
        WORDS.with(|of| of.set(words));
        CURRENT.with(|current| current.set(0));
    }
    if IS_OPEN.with(|open| open.look(|is| !is)) {
        // Where nothing had it, it goes on in the screen.
        BEFORE.set(active.filter(|active| active.tag_name() != "BODY"));
        HAS_MOVED.set(false);
        // Where there is no text all of the report is meant.
        IN_ALL.with(|all| all.set(within_part(page).is_none()));
        CURRENT.with(|current| current.set(0));
    }
    IS_OPEN.with(|open| open.set(true));
    focus_first(&["[name=find]"]);
}

/// Closes the bar; the focus goes to what one has come to, or back to where it was.
fn close(page: Page) {
    let hit = FOUND.with(|found| found.look(|found| found.hits.get(found.current?).cloned()));
    let words = |hit: &Hit| Some(page.session.look(|draft| draft.text(hit.place))??.get(hit.span.clone())?.to_owned());
    shut();
    let before = BEFORE.take().filter(|before| before.is_connected());
    match (hit.filter(|_| HAS_MOVED.get()), before) {
        (Some(hit), _) => page.router.go_to_place(hit.place, words(&hit).map(|words| (words, hit.span))),
        (None, Some(before)) => El::of(before).focus(),
        (None, None) => focus_first(&["main textarea", "main input[name]", "main h1"]),
    }
}

fn shut() {
    IS_OPEN.with(|open| open.set(false));
    FOUND.with(|found| found.set(Finds::default()));
}

/// Words that are selected in one line of a text.
fn selected(field: &Element) -> Option<String> {
    let area = field.dyn_ref::<HtmlTextAreaElement>()?;
    let (start, end) = (area.selection_start().ok()??, area.selection_end().ok()??);
    let units: Vec<u16> = area.value().encode_utf16().collect();
    let words = units.get(usize::try_from(start).ok()?..usize::try_from(end).ok()?)?;
    let words = String::from_utf16(words).ok()?;
    (!words.is_empty() && !words.contains('\n') && words.chars().count() <= 100).then_some(words)
}

/// The text of the part that is shown; nothing where that has none.
fn within_part(page: Page) -> Option<Within> {
    match page.router.part()? {
        FillPart::Opening => Some(Within::Opening),
        FillPart::Part(n) => Some(Within::Part(n)),
        FillPart::Office | FillPart::Table(_) | FillPart::Signature => None,
    }
}
