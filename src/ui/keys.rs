//! The keys that work everywhere. While an input method composes, none of them act.

use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};

use super::dom::listen;
use super::later::Later;
use super::route::{FillPart, Route, Router, Screen};
use crate::session::Session;

/// Listens for the keys of the whole page.
pub fn listen_for_keys(session: Session, router: Router, later: Later) {
    listen("keydown", move |event: &Event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        if is_composing(event) || event.default_prevented() {
            return;
        }
        let command = event.ctrl_key() || event.meta_key();
        let in_draft = matches!(router.route_now(), Route::Draft { .. });
        match (event.key().as_str(), command, event.alt_key()) {
            ("z" | "Z", true, false) if in_draft && event.shift_key() => session.redo(),
            ("z" | "Z", true, false) if in_draft => session.undo(),
            ("y" | "Y", true, false) if in_draft => session.redo(),
            ("s" | "S", true, false) if in_draft => session.export(),
            ("F8", false, false) if in_draft => {
                let back = event.shift_key();
                later.then(move |door| (door.next_finding)(session, router, back));
            }
            ("1", false, true) => router.go_to(Screen::Fill(FillPart::Office)),
            ("2", false, true) => router.go_to(Screen::Charts),
            ("3", false, true) => router.go_to(Screen::Preview),
            _ => return,
        }
        event.prevent_default();
    });
}

/// Whether an input method composes; some say so only by the key 229.
pub fn is_composing(event: &KeyboardEvent) -> bool {
    event.is_composing() || event.key_code() == 229
}
