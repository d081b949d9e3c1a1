//! The whole page: which screen is shown, and what works on all of them.

use any_spawner::Executor;
use leptos::prelude::*;

use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Element};

use super::dom::{El, el, follow, listen, next_frame};
use super::fill::fill_screen;
use super::frame::top_bar;
use super::keys::listen_for_keys;
use super::later::{Door, Fetch, Later, Piece};
use super::parts::notice_bar;
use super::route::{Route, Router};
use super::start::{open_files, start_screen};
use crate::session::{Checks, Session};
use crate::storage::Codec;

/// Draws the page into an element, where it stays.
pub fn start(app: Element, read: Fetch<Codec>, open: Fetch<Door>) {
    // It is refused only where one is running already.
    let _ = Executor::init_wasm_bindgen();
    let owner = Owner::new();
    owner.with(|| draw(El::of(app), read, open));
    // What is drawn lives as long as the page.
    std::mem::forget(owner);
}

fn draw(page: El, read: Fetch<Codec>, open: Fetch<Door>) {
    let (session, router) = (Session::new(), Router::new());
    let later = Later::new(session, router, open);
    let ready = RwSignal::new(false);
    crate::browser::spawn(async move {
        session.start(async move || read().await).await;
        ready.set(true);
        mark_ready(later);
    });
    // What the screens that come later ask for.
    provide_context(session);
    provide_context(router);
    follow_route(session, router, ready);
    keep_when_left(session);
    take_dropped_files(session, router, later);
    listen_for_keys(session, router, later);
    // Within one kind of screen the elements follow the route themselves, so that the focus survives.
    let kind = move || {
        let name = match router.route() {
            Route::Start => "start",
            Route::Rules => "rules",
            Route::Draft { .. } if session.opened().is_none() => "unopened",
            Route::Draft { screen, .. } => screen.name(),
        };
        let draft = session.opened().unwrap_or_default();
        if ready.get() { format!("{name} {draft}") } else { String::new() }
    };
    let screen = move |kind: &str| match kind.split(' ').next() {
        Some("start") => start_screen(session, router, later),
        Some("unopened") => vec![screen_of(later, Piece::Unopened)],
        Some("rules") => vec![screen_of(later, Piece::Rules)],
        Some("charts") => vec![screen_of(later, Piece::Charts)],
        Some("preview") => vec![screen_of(later, Piece::Preview)],
        Some("fill") => vec![fill_screen(session, router, later)],
        Some(_) | None => Vec::new(),
    };
    let page = top_bar(page, session, router, later).switch(kind, screen);
    let _ = notice_bar(page, session);
}

/// A screen that comes behind the first one.
fn screen_of(later: Later, piece: Piece) -> El {
    let waiting = |words: El| el("main").class("page").child(words);
    later.place(el("div").class("late"), piece, waiting)
}

/// Opens the draft that the address names.
fn follow_route(session: Session, router: Router, ready: RwSignal<bool>) {
    follow(move || {
        if !ready.get() {
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
                    router.go(&Route::Start);
                }
            }
            Route::Start => session.list(),
            Route::Draft { .. } | Route::Rules => {}
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

/// The whole window takes files that are dropped.
fn take_dropped_files(session: Session, router: Router, later: Later) {
    listen("dragover", |event| {
        let data = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
        if data.is_some_and(|data| data.types().includes(&"Files".into(), 0)) {
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
        let files = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer).and_then(|data| data.files());
        if let Some(files) = files.filter(|files| files.length() > 0) {
            event.prevent_default();
            open_files(session, router, later, &files);
        }
    });
}

fn mark_page(name: &str, is: bool) {
    if let Some(page) = document().document_element() {
        // The names are this program's own.
        let _ = page.toggle_attribute_with_force(name, is);
    }
}

/// Tells whoever drives the page that it takes input, and sends for what comes behind the first screen.
fn mark_ready(later: Later) {
    next_frame(move || {
        mark_page("data-ready", true);
        next_frame(move || later.fetch());
    });
}
