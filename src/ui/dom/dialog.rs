//! Dialogs: the browser's own, each drawn when it is shown and taken away when it is closed.

use leptos::prelude::{Owner, document};
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

use super::{El, find};

/// Shows the dialog that the closure draws; what it watches ends with it.
pub fn show_dialog(draw: impl FnOnce() -> El) {
    let owner = Owner::new();
    owner.clone().with(|| {
        let dialog = draw();
        let gone = dialog.clone();
        let dialog = dialog.on("close", move |_| {
            gone.remove();
            owner.cleanup();
        });
        if let (Some(page), Some(shown)) = (document().body(), dialog.node().dyn_ref::<HtmlDialogElement>()) {
            // It is new, and so can be put into the page and opened.
            let _ = page.append_child(shown);
            let _ = shown.show_modal();
        }
    });
}

/// Whether a dialog asks for something: what lies behind it is to stay as it is.
pub fn is_dialog_open() -> bool {
    find("dialog[open]").is_some()
}

/// Closes a dialog and takes it away: the screen that asked for it may be gone before the browser says that it is closed.
pub fn close_dialog(dialog: &El) {
    if let Some(shown) = dialog.node().dyn_ref::<HtmlDialogElement>() {
        shown.close();
    }
    dialog.remove();
}
