//! The keys that work everywhere: those of the commands, and Alt with a number for the screens of a draft. While an input
//! method composes, none of them act.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};

use super::command::{BY_KEY, Keys, Pressed};
use super::dom::{is_composing, is_dialog_open, listen};
use super::page::{Page, Screen};
use super::screens::tabs;

/// Listens for the keys of the whole page.
pub fn listen_for_keys(page: Page) {
    listen("keydown", move |event: &Event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        if !is_composing(event) && !event.default_prevented() && act(page, event) {
            event.prevent_default();
        }
    });
}

/// Does what the keys stand for; false when they stand for nothing.
fn act(page: Page, event: &KeyboardEvent) -> bool {
    let pressed = Pressed::of(event);
    let is_meant = |keys: &Keys| keys.are(&pressed) && !(keys.write() && is_in_text(event));
    let command = BY_KEY.iter().find(|command| command.keys.iter().any(is_meant));
    let tab = screen_number(event, &pressed).and_then(|number| tabs().nth(number.checked_sub(1)?));
    // What lies behind a dialog stays as it is. Asked last: most keys are none of these, and the browser has to look through the page.
    if (command.is_none() && tab.is_none()) || is_dialog_open() {
        return false;
    }
    if let Some(command) = command {
        let is_there = !command.of_draft || page.router.id_now().is_some();
        if is_there {
            (command.run)(page);
        }
        return is_there;
    }
    if let Some(tab) = tab {
        page.router.go_to(Screen::of(tab.name));
    }
    true
}

/// Whether a key would be written where the caret is.
fn is_in_text(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.matches("textarea,select,input:not(.cell-input)").unwrap_or(false))
}

/// The number pressed with Alt. With Alt a keyboard may write another character: the position of the key is what is meant.
fn screen_number(event: &KeyboardEvent, pressed: &Pressed) -> Option<usize> {
    let code = if pressed.alt && !pressed.control { event.code() } else { return None };
    code.strip_prefix("Digit").or_else(|| code.strip_prefix("Numpad"))?.parse().ok()
}
