//! Going through last year's sentences by keys, and confirming the one at the caret.

use std::cell::Cell;

use leptos::prelude::{document, untrack};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlTextAreaElement, KeyboardEvent};

use super::{Seen, seen};
use crate::draft::Place;
use crate::roll::Sentence;
use crate::ui::dom::{Signal, is_composing, listen};
use crate::ui::page::{FillPart, Page, focus_first};

thread_local! {
    /// Whether the column shows the sentences: then the keys for the next finding go to the next sentence.
    static SHOWN: Cell<bool> = const { Cell::new(false) };
    /// The sentence that was gone to last.
    static CURRENT: Signal<Option<(Place, String)>> = Signal::default();
}

/// Notes whether the column shows the sentences.
pub fn show(shown: bool) {
    SHOWN.set(shown);
}

/// Whether the column shows the sentences.
pub fn are_shown() -> bool {
    SHOWN.get()
}

/// Whether a sentence is the one that was gone to last.
pub(super) fn is_current(sentence: &Sentence) -> bool {
    let is = |current: &Option<(Place, String)>| {
        current.as_ref().is_some_and(|(place, words)| *place == sentence.place && *words == sentence.words)
    };
    CURRENT.with(|current| current.with(is))
}

/// Goes to a sentence: its words are selected in its field, so that what is typed takes their place.
pub(super) fn go(page: Page, sentence: &Sentence) {
    CURRENT.with(|current| current.set(Some((sentence.place, sentence.words.clone()))));
    page.router.go_to_place(sentence.place, Some((sentence.words.clone(), sentence.span.clone())));
}

/// Goes to the sentence after the caret, or before it; from the last to the first.
pub fn next(page: Page, back: bool) {
    let seen = untrack(move || seen(page.session));
    let at = position(page, &seen);
    let count = seen.sentences.len();
    let index = match at {
        Position::On(at) if back => (at + count.saturating_sub(1)) % count.max(1),
        Position::On(at) => (at + 1) % count.max(1),
        Position::Before(at) if back => (at + count.saturating_sub(1)) % count.max(1),
        Position::Before(at) => at % count.max(1),
    };
    if let Some(sentence) = seen.sentences.get(index) {
        go(page, sentence);
    }
}

/// Where the caret is among the sentences.
enum Position {
    /// In the one of this index.
    On(usize),
    /// Before the one of this index.
    Before(usize),
}

/// Where the caret is; without one, at the beginning of the screen.
fn position(page: Page, seen: &Seen) -> Position {
    let (place, at) = caret().unwrap_or_else(|| {
        let first = match untrack(move || page.router.part()) {
            Some(FillPart::Part(n)) => Place::Body(n, 0),
            Some(FillPart::Office | FillPart::Opening | FillPart::Table(_) | FillPart::Signature) | None => {
                Place::Opening(0)
            }
        };
        (first, 0)
    });
    let holds =
        |sentence: &Sentence| sentence.place == place && (sentence.span.start..=sentence.span.end).contains(&at);
    // Where two touch, the caret stands at the beginning of the second.
    let on = seen.sentences.iter().rposition(holds).filter(|_| caret().is_some());
    let before = || {
        seen.sentences.iter().position(|s| order(s.place) > order(place) || (s.place == place && s.span.start >= at))
    };
    on.map_or_else(|| Position::Before(before().unwrap_or_default()), Position::On)
}

/// Where a paragraph stands in the report.
fn order(place: Place) -> (usize, usize) {
    match place.part() {
        Some(n) => (n + 1, place.index_in(Place::Part(n)).unwrap_or_default()),
        None => (0, place.index_in(Place::WholeOpening).unwrap_or_default()),
    }
}

/// The paragraph in which the caret stands, or a selection begins, and how many bytes of it stand before.
fn caret() -> Option<(Place, usize)> {
    let area = document().active_element()?.dyn_into::<HtmlTextAreaElement>().ok()?;
    let start = area.selection_start().ok().flatten()?;
    let value = area.value();
    let mut units = 0;
    let before = value.chars().take_while(|c| {
        units += c.len_utf16();
        u32::try_from(units).is_ok_and(|units| units <= start)
    });
    let at: usize = before.map(char::len_utf8).sum();
    let until = value.get(..at)?;
    let line = until.rfind('\n').map_or(0, |end| end + 1);
    // Empty lines are no paragraphs.
    let above = until.get(..line)?.split('\n').filter(|line| !line.is_empty()).count();
    let first = if area.name() == "opening" { Place::Opening(0) } else { area.name().parse().ok()? };
    let place = match (first.part(), first.index_in(Place::WholeOpening)) {
        (Some(n), _) => Place::Body(n, first.index_in(Place::Part(n))? + above),
        (None, m) => Place::Opening(m? + above),
    };
    Some((place, at - line))
}

/// Says of a sentence that it still holds, and goes on to the next one.
pub(super) fn confirm(page: Page, sentence: &Sentence) {
    page.session.confirm_sentence(&sentence.words);
    page.session.say_undoable("已确认仍然适用");
    let seen = untrack(move || seen(page.session));
    let later = |s: &&Sentence| (order(s.place), s.span.start) >= (order(sentence.place), sentence.span.start);
    match seen.sentences.iter().find(later).or_else(|| seen.sentences.first()) {
        Some(next) => go(page, next),
        // It was the last one: the text keeps the focus.
        None => focus_first(&["main textarea"]),
    }
}

/// Alt with Enter confirms the sentence at the caret, or that of the row that has the focus.
pub(super) fn listen_for_confirming(page: Page) {
    listen("keydown", move |event: &Event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        let is_meant = event.alt_key() && !event.ctrl_key() && !event.meta_key() && event.key() == "Enter";
        if !is_meant || is_composing(event) || event.default_prevented() || page.router.part().is_none() {
            return;
        }
        event.prevent_default();
        let seen = seen(page.session);
        let of_row = || {
            let row = document().active_element()?.closest("[data-sentence]").ok()??;
            let index = row.get_attribute("data-nth")?.parse::<usize>().ok()?;
            seen.sentences.get(index)
        };
        let of_caret = || match position(page, &seen) {
            Position::On(at) => seen.sentences.get(at),
            Position::Before(_) => None,
        };
        if let Some(sentence) = of_row().or_else(of_caret) {
            confirm(page, sentence);
        }
    });
}
