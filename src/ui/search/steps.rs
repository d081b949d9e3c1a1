//! Going from one place to the next, and putting other words there. Each replacement is a step that can be taken back.

use leptos::prelude::{document, untrack};
use web_sys::{ScrollIntoViewOptions, ScrollLogicalPosition};

use super::{CURRENT, FOUND, Finds, HAS_MOVED, IN_ALL, INSTEAD, WORDS, within_part};
use crate::draft::{Hit, Within, replacing, replacing_one, search};
use crate::text::find as find_words;
use crate::ui::body::home;
use crate::ui::dom::{find, follow, next_frame};
use crate::ui::page::{FillPart, Page};

/// How many places are gone through and marked; all are counted, and all are replaced at once.
const LISTED: usize = 10_000;
/// For how many frames a place is waited for until its part is drawn: some two seconds.
const FRAMES: u32 = 120;

/// Where one looks; watches it.
fn within(page: Page) -> Within {
    let in_all = IN_ALL.with(|all| all.with(|is| *is));
    within_part(page).filter(|_| !in_all).unwrap_or(Within::All)
}

fn words() -> String {
    WORDS.with(|words| words.with(String::clone))
}

fn look(page: Page) -> Finds {
    let (within, words) = (within(page), words());
    let (hits, count) = page.session.look(|draft| search(draft, within, &words, LISTED)).unwrap_or_default();
    let current = CURRENT.with(|current| current.with(|at| *at));
    // Behind the last place one is back at the first.
    let current = (!hits.is_empty()).then_some(if current < hits.len() { current } else { 0 });
    Finds { hits, count, current }
}

/// Keeps what is found: of the words, of where one looks, of the text as it is written.
pub(super) fn follow_finds(page: Page) {
    follow(move || {
        page.session.any();
        let found = look(page);
        FOUND.with(|of| of.set(found));
        // A heading or a caption has no layer to be marked in.
        next_frame(mark_line);
    });
}

/// Looks for other words, or elsewhere: one begins with the first place on the screen.
pub(super) fn look_anew(page: Page) {
    let found = untrack(move || look(page));
    let screen = untrack(move || page.router.part().map(|part| home(page.session, part)));
    let is_here = |hit: &Hit| Some(home(page.session, FillPart::of(hit.place))) == screen;
    let first = found.hits.iter().position(is_here).unwrap_or_default();
    CURRENT.with(|current| current.set(first));
    if found.hits.get(first).is_some_and(is_here) {
        show(page, found.hits.get(first));
    }
}

/// Goes to the next place, or the one before; from the last to the first.
pub(super) fn go(page: Page, back: bool) {
    let found = untrack(move || look(page));
    let (count, current) = (found.hits.len(), found.current.unwrap_or_default());
    if count == 0 {
        return;
    }
    // What one sees is the first place already, where nothing was gone to yet and it stands on another screen.
    let is_there = HAS_MOVED.replace(true) || found.hits.get(current).is_some_and(|hit| is_shown(page, hit));
    let next = match (is_there, back) {
        (false, _) => current,
        (true, false) => (current + 1) % count,
        (true, true) => (current + count - 1) % count,
    };
    CURRENT.with(|of| of.set(next));
    show(page, found.hits.get(next));
}

fn is_shown(page: Page, hit: &Hit) -> bool {
    let part = untrack(move || page.router.part());
    part.map(|part| home(page.session, part)) == Some(home(page.session, FillPart::of(hit.place)))
}

/// Shows the part of a place, and scrolls to it once it is marked. The focus stays in the bar.
fn show(page: Page, hit: Option<&Hit>) {
    let Some(hit) = hit else { return };
    if !is_shown(page, hit) {
        page.router.turn_to(FillPart::of(hit.place));
    }
    scroll_in_frames(FRAMES);
}

fn scroll_in_frames(left: u32) {
    next_frame(move || match find("[data-hit=current]") {
        Some(place) => {
            let scroll = ScrollIntoViewOptions::new();
            scroll.set_block(ScrollLogicalPosition::Center);
            place.scroll_into_view_with_scroll_into_view_options(&scroll);
        }
        None if left > 0 => scroll_in_frames(left - 1),
        None => {}
    });
}

/// Marks the heading or the caption in which the place is that one has come to, and no other.
fn mark_line() {
    let Ok(marked) = document().query_selector_all("input[data-hit]") else { return };
    for field in (0..marked.length()).filter_map(|at| marked.item(at)) {
        if let Ok(field) = wasm_bindgen::JsCast::dyn_into::<web_sys::Element>(field) {
            // The name is this program's own; so below.
            let _ = field.remove_attribute("data-hit");
        }
    }
    let place = FOUND.with(|found| found.look(|found| Some(found.hits.get(found.current?)?.place)));
    let field = place.and_then(|place| find(&format!("input[name=\"{place}\"], input[name=\"{place}.caption\"]")));
    if let Some(field) = field {
        let _ = field.set_attribute("data-hit", "current");
    }
}

/// Puts the other words in the place that one has come to, and goes on to the next.
pub(super) fn replace_one(page: Page) {
    let session = page.session;
    let (found, words, with) = untrack(move || (look(page), words(), INSTEAD.with_borrow(String::clone)));
    let Some((at, hit)) = found.current.and_then(|at| Some((at, found.hits.get(at)?))) else { return };
    let Some(edit) = session.look(|draft| replacing_one(draft, hit, &words, &with)).flatten() else {
        session.say("这一处没有改动");
        return;
    };
    session.seal();
    session.edit(edit);
    session.seal();
    session.say_undoable("已换 1 处");
    HAS_MOVED.set(true);
    // What was put there is not looked through again.
    let skipped = find_words(&with, &words).len();
    CURRENT.with(|current| current.set(at + skipped));
    let found = untrack(move || look(page));
    show(page, found.current.and_then(|at| found.hits.get(at)));
}

/// Puts the other words in all places at once.
pub(super) fn replace_all(page: Page) {
    let session = page.session;
    let (within, words, with) = untrack(move || (within(page), words(), INSTEAD.with_borrow(String::clone)));
    match session.look(|draft| replacing(draft, within, &words, &with)).flatten() {
        Some((edit, count)) => {
            session.seal();
            session.edit(edit);
            session.seal();
            session.say_undoable(format!("已换 {count} 处"));
        }
        None => session.say("没有可换的地方"),
    }
}
