//! 更多: the commands for which the bar has no room on a phone, in a menu at its end. It is fetched late.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

use super::command::{Command, EXPORT, IMPORT, KEYS, OPEN, PRINT, READY, REDO};
use super::dom::{El, Signal, el};
use super::page::Page;
use super::parts::{Icon, button, icon};

/// What stands in the menu.
static COMMANDS: [&Command; 7] = [&REDO, &READY, &OPEN, &IMPORT, &EXPORT, &PRINT, &KEYS];

/// The menu; a sheet shows it where the window is narrow.
pub fn more_menu(page: Page) -> El {
    let menu = el("details").class("menu").attr("data-more", "");
    let summary = el("summary").attrs(&[("class", "button quiet"), ("aria-label", "更多"), ("title", "更多")]);
    let summary = summary.child(icon(Icon::MORE));
    // What has the focus in it is not to be seen any more when it is closed: the focus goes to what opens it.
    let close = {
        let (menu, summary) = (menu.clone(), summary.clone());
        move || {
            // The menu is of this program's own making.
            let _ = menu.node().remove_attribute("open");
            summary.focus();
        }
    };
    let closes = close.clone();
    let entry = move |command: &'static Command| {
        let close = closes.clone();
        let run = move || {
            if (command.can)(page) {
                close();
                (command.run)(page);
            }
        };
        button("", run)
            .attr("data-action", command.name)
            .attr_of("aria-disabled", move || (!(command.can)(page)).then(|| "true".to_owned()))
            .child(icon(command.icon))
            .child(el("span").text(command.words))
    };
    // While it is closed there is nothing in it, so that each command has one button on the page.
    let is_open = Rc::new(Signal::new(false));
    let (drawn, toggled, own) = (Rc::clone(&is_open), is_open, menu.clone());
    let list = el("div")
        .class("menu-list")
        .when(move || drawn.with(|is_open| *is_open), move || COMMANDS.iter().copied().map(&entry).collect());
    menu.child(summary).child(list).on("toggle", move |_| toggled.set(own.node().has_attribute("open"))).on(
        "keydown",
        move |event| {
            if event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape") {
                close();
            }
        },
    )
}
