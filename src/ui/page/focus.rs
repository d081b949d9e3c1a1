//! Where the focus goes: on to what a person would do next, never to the page as a whole.
//!
//! What is to have it may still be on its way: drawn in the next frame, or fetched late. So it is looked for once a frame,
//! for a while, and given up when the clerk goes elsewhere.

use std::cell::Cell;
use std::ops::Range;

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlTextAreaElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use crate::draft::Place;
use crate::ui::dom::{find, next_frame};

/// For how many frames what is to have the focus is looked for: some two seconds.
const FRAMES: u32 = 120;

thread_local! {
    /// Counts what was looked for: a later wish ends the one before.
    static WISHES: Cell<u64> = const { Cell::new(0) };
}

/// Where one goes on: in what is scrolled by keys; in what is filled in, in the first blank of a table, in a text, in the first
/// field; elsewhere at the head.
const ON_SCREEN: [&str; 6] = [
    "main[tabindex='0']",
    "main input[data-state=blank]",
    "main textarea",
    "main input[name]",
    "main h1",
    "main:not([data-waiting])",
];

/// Does something in the next frames, until it says that it is done.
fn until_done(attempt: impl FnMut() -> bool + 'static) {
    let wish = WISHES.get() + 1;
    WISHES.set(wish);
    let before = document().active_element();
    let stays = move || {
        let now = document().active_element();
        // What had the focus may be gone; then the page has it.
        WISHES.get() == wish && (now == before || is_lost())
    };
    try_in_frames(FRAMES, Box::new(stays), Box::new(attempt));
}

/// Tries once a frame, so many times, while the clerk stays.
fn try_in_frames(left: u32, stays: Box<dyn Fn() -> bool>, mut attempt: Box<dyn FnMut() -> bool>) {
    next_frame(move || {
        if left > 0 && stays() && !attempt() {
            try_in_frames(left - 1, stays, attempt);
        }
    });
}

/// Whether nothing has the focus.
fn is_lost() -> bool {
    document().active_element().is_none_or(|now| now.tag_name() == "BODY")
}

fn find_all(selector: &str) -> Vec<Element> {
    let Ok(found) = document().query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect()
}

/// Puts the focus into an element; one that takes none, a heading, is made to. False where it is not to be seen.
fn focus(element: &Element) -> bool {
    let Some(element) = element.dyn_ref::<HtmlElement>() else { return false };
    if element.tab_index() < 0 {
        element.set_tab_index(-1);
    }
    // What is not to be seen takes no focus.
    let _ = element.focus();
    document().active_element().as_ref() == Some(element.as_ref())
}

/// Puts the focus into the first of these that is there, as soon as one is.
pub fn focus_first<S: AsRef<str>>(selectors: &[S]) {
    let selectors: Vec<String> = selectors.iter().map(|selector| selector.as_ref().to_owned()).collect();
    until_done(move || selectors.iter().any(|selector| find_all(selector).iter().any(focus)));
}

/// Looks after the focus where what has it may be taken away by what was just done: then it goes to the screen.
pub fn keep_focus() {
    if !is_lost() {
        next_frame(move || {
            next_frame(move || {
                if is_lost() {
                    focus_screen();
                }
            });
        });
    }
}

/// Puts the focus where one goes on in the screen that is shown.
pub fn focus_screen() {
    focus_first(&ON_SCREEN);
}

/// Notes where an element stands among others of its kind. What is returned puts the focus into the one that stands there
/// afterwards: the element itself where it stayed, the next one where it went, the last, or something else where none is left.
pub fn focus_in_place_of(own: Option<&Element>, all: &str, otherwise: &str) -> impl FnOnce() + use<> {
    let (own, all, otherwise) = (own.cloned(), all.to_owned(), otherwise.to_owned());
    let is_own = |element: &Element| own.as_ref().is_some_and(|own| own.contains(Some(element.as_ref())));
    let at = find_all(&all).iter().position(is_own);
    move || {
        until_done(move || {
            let left = find_all(&all);
            let is_own = |element: &&Element| own.as_ref().is_some_and(|own| own.contains(Some(element.as_ref())));
            let next = left.iter().find(is_own).or_else(|| left.get(at?)).or(left.last());
            next.cloned().or_else(|| find(&otherwise)).is_some_and(|element| focus(&element))
        });
    }
}

/// Puts the focus into the field of a place once it is drawn, and selects the words it means.
pub(super) fn focus_place(place: Place, span: Option<(String, Range<usize>)>) {
    until_done(move || {
        let Some((field, before)) = field_of(place) else { return false };
        let scroll = ScrollIntoViewOptions::new();
        scroll.set_block(ScrollLogicalPosition::Center);
        field.scroll_into_view_with_scroll_into_view_options(&scroll);
        let has_focus = focus(&field);
        if let (Some(area), Some((words, span))) = (field.dyn_ref::<HtmlTextAreaElement>(), &span) {
            select_words(area, before, words, span);
        }
        has_focus
    });
}

/// The field of a place, and how many paragraphs of the field stand before the place.
fn field_of(place: Place) -> Option<(Element, usize)> {
    if let Place::Opening(m) = place {
        return Some((find("textarea[name=\"opening\"]")?, m));
    }
    if let Place::Body(n, m) = place {
        // The run of paragraphs in which this one stands begins at or before it.
        let mut starts = (0..=m).rev();
        return starts.find_map(|start| {
            let name = Place::Body(n, start);
            Some((find(&format!("textarea[name=\"{name}\"]"))?, m - start))
        });
    }
    if let Place::Part(n) = place {
        return Some((find(&format!("[name=\"{}\"]", Place::Heading(n)))?, 0));
    }
    let name = place.to_string();
    let field = find(&format!("[name=\"{name}\"]")).or_else(|| find(&format!("[data-range=\"{name}\"]")));
    Some((field?, 0))
}

/// Selects words in a text: bytes of the paragraph that stands so many lines below the first.
fn select_words(area: &HtmlTextAreaElement, lines: usize, words: &str, span: &Range<usize>) {
    let value = area.value();
    let units = |text: &str| u32::try_from(text.encode_utf16().count()).unwrap_or(0);
    let filled = value.split_inclusive('\n').scan(0_usize, |start, line| {
        let at = *start;
        *start += line.len();
        Some((at, line))
    });
    // Empty lines are no paragraphs.
    let Some((start, line)) = filled.filter(|(_, line)| !line.trim_end_matches('\n').is_empty()).nth(lines) else {
        return;
    };
    let within = if line.get(span.clone()) == Some(words) { Some(span.start) } else { line.find(words) };
    let Some(from) = within.map(|at| start + at).and_then(|at| value.get(..at)).map(units) else { return };
    // A selection that cannot be set is only missing.
    let _ = area.set_selection_range(from, from + units(words));
}
