//! The keys that work everywhere. While an input method composes, none of them act.

use leptos::ev;
use leptos::prelude::*;

use super::route::{FillPart, Route, Router, Screen};
use crate::session::Session;

/// Listens for the keys of the whole page.
pub fn listen(session: Session, router: Router) {
    let listener = window_event_listener(ev::keydown, move |event| {
        if event.is_composing() || event.key_code() == 229 || event.default_prevented() {
            return;
        }
        let command = event.ctrl_key() || event.meta_key();
        let in_draft = matches!(router.route_now(), Route::Draft { .. });
        let screen = match (event.key().as_str(), command, event.alt_key()) {
            ("z" | "Z", true, false) if in_draft => {
                event.prevent_default();
                if event.shift_key() {
                    session.redo();
                } else {
                    session.undo();
                }
                return;
            }
            ("y" | "Y", true, false) if in_draft => {
                event.prevent_default();
                session.redo();
                return;
            }
            ("s" | "S", true, false) if in_draft => {
                event.prevent_default();
                session.export();
                return;
            }
            ("F8", false, false) if in_draft => {
                event.prevent_default();
                super::findings::next(session, router, event.shift_key());
                return;
            }
            ("1", false, true) => Screen::Fill(FillPart::Office),
            ("2", false, true) => Screen::Charts,
            ("3", false, true) => Screen::Preview,
            _ => return,
        };
        event.prevent_default();
        router.go_to(screen);
    });
    on_cleanup(move || listener.remove());
}
