//! The whole page: which screen is shown, and what works on all of them.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::charts::ChartsScreen;
use super::fill::FillScreen;
use super::frame::TopBar;
use super::keys;
use super::paper::PreviewScreen;
use super::parts::NoticeBar;
use super::route::{Route, Router, Screen};
use super::rules::RulesScreen;
use super::start::StartScreen;
use crate::session::Session;

/// The page.
#[component]
pub fn App() -> impl IntoView {
    let (session, router) = (Session::new(), Router::new());
    provide_context(session);
    provide_context(router);
    let ready = RwSignal::new(false);
    leptos::task::spawn_local(async move {
        session.start().await;
        ready.set(true);
        mark_ready();
    });
    follow_route(session, router, ready);
    keep_when_left(session);
    take_dropped_files(session, router);
    keys::listen(session, router);

    let screen = move || {
        if !ready.get() {
            return ().into_any();
        }
        match router.route() {
            Route::Start => view! { <StartScreen /> }.into_any(),
            Route::Rules => view! { <RulesScreen /> }.into_any(),
            Route::Draft { screen, .. } => match screen {
                Screen::Fill(_) => view! { <FillScreen /> }.into_any(),
                Screen::Charts => view! { <ChartsScreen /> }.into_any(),
                Screen::Preview => view! { <PreviewScreen /> }.into_any(),
            },
        }
    };
    // Within one kind of screen the components follow the route themselves, so that the focus survives.
    let kind = Memo::new(move |_| {
        (
            ready.get(),
            session.opened(),
            match router.route() {
                Route::Start => 0,
                Route::Rules => 1,
                Route::Draft { screen: Screen::Fill(_), .. } => 2,
                Route::Draft { screen: Screen::Charts, .. } => 3,
                Route::Draft { screen: Screen::Preview, .. } => 4,
            },
        )
    });
    view! {
        <TopBar />
        {move || {
            kind.get();
            untrack(screen)
        }}
        <NoticeBar />
    }
}

/// Opens the draft that the address names.
fn follow_route(session: Session, router: Router, ready: RwSignal<bool>) {
    Effect::new(move |_| {
        if !ready.get() {
            return;
        }
        match router.route() {
            Route::Draft { id, .. } if session.opened().as_ref() != Some(&id) => {
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
    let hidden = window_event_listener(ev::visibilitychange, move |_| {
        if document().visibility_state() == web_sys::VisibilityState::Hidden {
            session.keep_now();
        }
    });
    let left = window_event_listener(ev::Custom::<web_sys::Event>::new("pagehide"), move |_| session.keep_now());
    let elsewhere =
        window_event_listener(ev::Custom::<web_sys::Event>::new("storage"), move |_| session.look_elsewhere());
    on_cleanup(move || {
        hidden.remove();
        left.remove();
        elsewhere.remove();
    });
}

/// The whole window takes files that are dropped.
fn take_dropped_files(session: Session, router: Router) {
    let over = window_event_listener(ev::dragover, move |event| {
        if event.data_transfer().is_some_and(|data| data.types().includes(&"Files".into(), 0)) {
            event.prevent_default();
            let _ = document_element().set_attribute("data-dropping", "");
        }
    });
    let away = window_event_listener(ev::dragleave, move |event| {
        if event.related_target().is_none() {
            let _ = document_element().remove_attribute("data-dropping");
        }
    });
    let drop = window_event_listener(ev::drop, move |event| {
        let _ = document_element().remove_attribute("data-dropping");
        let files = event.data_transfer().and_then(|data| data.files());
        if let Some(files) = files.filter(|files| files.length() > 0) {
            event.prevent_default();
            super::start::open_files(session, router, &files);
        }
    });
    on_cleanup(move || {
        over.remove();
        away.remove();
        drop.remove();
    });
}

fn document_element() -> web_sys::Element {
    document()
        .document_element()
        .unwrap_or_else(|| document().create_element("html").unwrap_or_else(|_| document().unchecked_into()))
}

/// Tells whoever drives the page that it takes input.
fn mark_ready() {
    request_animation_frame(|| {
        let _ = document_element().set_attribute("data-ready", "");
    });
}
