//! The whole page: which screen is shown, and what works on all of them.

use std::pin::Pin;
use std::rc::Rc;

use any_spawner::Executor;
use leptos::prelude::*;

use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Element};

use super::dom::{El, Signal, el, follow, listen, next_frame};
use super::fill::fill_screen;
use super::frame::top_bar;
use super::keys::listen_for_keys;
use super::page::{Fetches, LateView, LateViews, Page, Piece, Route, Router, START, focus_first};
use super::parts::notice_bar;
use super::screens::{known, late_screen, screen};
use super::start::{open_files, start_screen};
use crate::session::{Checks, Session};
use crate::storage::Codec;

/// Fetches what reads drafts; nothing when it could not be fetched.
pub type FetchCodec = fn() -> Pin<Box<dyn Future<Output = Option<&'static Codec>>>>;

/// Draws the page into an element, where it stays.
pub fn start(app: Element, read: FetchCodec, fetches: Fetches) {
    // It is refused only where one is running already.
    let _ = Executor::init_wasm_bindgen();
    let owner = Owner::new();
    owner.with(|| draw(El::of(app), read, fetches));
    // What is drawn lives as long as the page.
    std::mem::forget(owner);
}

/// What stands under the bar: within one the elements follow the route themselves, so that the focus survives.
#[derive(PartialEq)]
enum Shown {
    /// The stores are not read yet.
    Nothing,
    /// A draft that is not open yet.
    Unopened,
    /// A screen, and the draft that is open.
    Screen { name: &'static str, of_draft: bool, opened: Option<String> },
}

fn draw(into: El, read: FetchCodec, fetches: Fetches) {
    let session = Session::new();
    let page = Page { session, router: Router::new(known), late: LateViews::new(session, fetches) };
    let ready = Rc::new(Signal::new(false));
    let started = Rc::clone(&ready);
    crate::browser::spawn(async move {
        session.start(async move || read().await).await;
        started.set(true);
        mark_ready(page.late);
    });
    follow_route(page, Rc::clone(&ready));
    keep_when_left(session);
    take_dropped_files(page);
    listen("paste", move |event| {
        // Once it is here; until then what is pasted goes where it goes.
        if let Some(import) = page.late.import() {
            (import.paste)(page, event);
        }
    });
    listen_for_keys(page);
    mark_state(page);
    print_from_anywhere(page);
    let shown = move || {
        let route = page.router.route();
        let opened = session.opened();
        match route {
            _ if !ready.with(|is| *is) => Shown::Nothing,
            Route::Alone(name) => Shown::Screen { name, of_draft: false, opened },
            Route::Draft { .. } if opened.is_none() => Shown::Unopened,
            Route::Draft { screen, .. } => Shown::Screen { name: screen.name(), of_draft: true, opened },
        }
    };
    let draw = move |shown: &Shown| match shown {
        Shown::Nothing => Vec::new(),
        Shown::Unopened => {
            // By the time the checks are here, it is opened.
            let view = LateView::new(Piece::Checks, "草稿", |_| None);
            late_screen(page, view)
        }
        Shown::Screen { name, of_draft, .. } => match screen(name, *of_draft).and_then(|entry| entry.late) {
            Some(late) => late_screen(page, late(page)),
            None if *of_draft => vec![fill_screen(page)],
            None => start_screen(page),
        },
    };
    let into = into.class_of("in-draft", move || page.router.screen().is_some());
    let body = top_bar(into, page).switch(shown, draw);
    let charts = LateView::new(Piece::Paper, "报告", move |into| {
        (page.late.paper()?.charts)(page, into);
        Some(Vec::new())
    });
    let charts =
        page.late.place_quietly(el("div").attrs(&[("class", "print-charts"), ("aria-hidden", "true")]), charts);
    let _ = notice_bar(body, session, || focus_first(&["main h1", "main"])).child(charts);
}

/// Opens the draft that the address names.
fn follow_route(page: Page, ready: Rc<Signal<bool>>) {
    let Page { session, router, .. } = page;
    follow(move || {
        if !ready.with(|is| *is) {
            return;
        }
        match router.route() {
            Route::Draft { id, .. } if session.opened().as_ref() != Some(&id) => {
                // What could not be fetched at the start may come with the checks.
                let checks = session.checks();
                if checks != Checks::Here && session.cannot_read_yet(&id) {
                    return;
                }
                if !session.open_from_shelf(&id) {
                    router.go(&Route::Alone(START));
                }
            }
            Route::Alone(START) => session.list(),
            Route::Draft { .. } | Route::Alone(_) => {}
        }
    });
}

/// Writes what is pending when the page is hidden or left, and notices what other windows write.
fn keep_when_left(session: Session) {
    listen("visibilitychange", move |_| {
        if document().visibility_state() == web_sys::VisibilityState::Hidden {
            session.keep_now();
        }
    });
    listen("pagehide", move |_| session.keep_now());
    listen("storage", move |event| {
        let key = js_sys::Reflect::get(event, &"key".into()).ok().and_then(|key| key.as_string());
        session.look_elsewhere(key.as_deref());
    });
}

/// Whatever screen is shown, the browser's own command prints the report.
fn print_from_anywhere(page: Page) {
    listen("beforeprint", move |_| {
        if let Some(paper) = page.late.paper() {
            (paper.lay_out)(page);
        }
    });
    listen("afterprint", move |_| {
        if let Some(paper) = page.late.paper() {
            (paper.clear)();
        }
    });
}

/// The whole window takes files that are dropped.
fn take_dropped_files(page: Page) {
    listen("dragover", |event| {
        let transfer = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
        if transfer.is_some_and(|transfer| transfer.types().includes(&"Files".into(), 0)) {
            event.prevent_default();
            mark_page("data-dropping", true);
        }
    });
    listen("dragleave", |event| {
        if event.dyn_ref::<DragEvent>().is_some_and(|event| event.related_target().is_none()) {
            mark_page("data-dropping", false);
        }
    });
    listen("drop", move |event| {
        mark_page("data-dropping", false);
        if event.default_prevented() {
            // What it was dropped on has taken it.
            return;
        }
        let transfer = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
        if let Some(files) = transfer.and_then(|transfer| transfer.files()).filter(|files| files.length() > 0) {
            event.prevent_default();
            open_files(page, &files);
        }
    });
}

/// Tells whoever drives the page which address is shown, and whether the findings are those of what is written.
fn mark_state(page: Page) {
    follow(move || {
        page.router.route();
        // What is not fetched late stands on the screen by then.
        next_frame(|| next_frame(mark_shown));
    });
    follow(move || {
        let is_checked = page.session.is_checked();
        if is_checked {
            next_frame(move || mark_page("data-checked", untrack(move || page.session.is_checked())));
        } else {
            mark_page("data-checked", false);
        }
    });
}

fn mark_shown() {
    if let (Some(page), Ok(hash)) = (document().document_element(), window().location().hash()) {
        // The name is this program's own.
        let _ = page.set_attribute("data-shown", &hash);
    }
}

fn mark_page(name: &str, is: bool) {
    if let Some(page) = document().document_element() {
        // The names are this program's own.
        let _ = page.toggle_attribute_with_force(name, is);
    }
}

/// Tells whoever drives the page that it takes input, and fetches what is fetched late.
fn mark_ready(late: LateViews) {
    next_frame(move || {
        mark_page("data-ready", true);
        next_frame(move || late.begin());
    });
}
