//! The keys that work everywhere: those of the commands, and Alt with a number for the screens of a draft. While an input
//! method composes, none of them act.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};

use super::command::BY_KEY;
use super::dom::{find, is_composing, listen};
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
    // What lies behind a dialog stays as it is.
    if find("dialog[open]").is_some() {
        return false;
    }
    let in_draft = page.router.id_now().is_some();
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let is_text =
        target.is_some_and(|target| target.matches("textarea,select,input:not(.cell-input)").unwrap_or(false));
    let is_meant = |keys: &crate::ui::command::Keys| keys.are(event) && !(is_text && keys.write());
    if let Some(command) = BY_KEY.iter().find(|command| command.keys.iter().any(is_meant)) {
        let is_there = in_draft || !command.of_draft;
        if is_there {
            (command.run)(page);
        }
        return is_there;
    }
    let is_number = event.alt_key() && !event.ctrl_key() && !event.meta_key();
    // With Alt a keyboard may write another character: the position of the key is what is meant.
    let code = event.code();
    let digit = code.strip_prefix("Digit").or_else(|| code.strip_prefix("Numpad"));
    let number = digit.and_then(|digit| digit.parse::<usize>().ok()).filter(|_| is_number);
    let Some(tab) = number.and_then(|number| tabs().nth(number.checked_sub(1)?)) else { return false };
    page.router.go_to(Screen::of(tab.name));
    true
}
