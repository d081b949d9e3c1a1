//! The dialog that asks for what is to be pasted.

use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Event};

use super::paste::take_in;
use crate::ui::dom::{El, close_dialog, el, show_dialog};
use crate::ui::page::Page;
use crate::ui::parts::{Icon, button, icon};

/// What was pasted, as HTML and as text; nothing where there is neither.
fn pasted(event: &Event) -> Option<(String, String)> {
    let pasted = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data)?;
    let get = |kind: &str| pasted.get_data(kind).unwrap_or_default();
    let (html, text) = (get("text/html"), get("text/plain"));
    if html.trim().is_empty() && text.trim().is_empty() {
        return None;
    }
    event.prevent_default();
    Some((html, text))
}

/// Takes it in, in place of a file that was looked at.
fn take_instead(page: Page, html: &str, text: &str, instead_of: Option<u32>) {
    if instead_of.is_some() {
        page.session.forget_imports(instead_of);
    }
    take_in(page, html, text);
}

/// The button that asks for what is to be pasted, in place of what is looked at.
pub fn paste_button(page: Page, instead_of: u32) -> El {
    button("button", move || ask(page, Some(instead_of)))
        .attr("data-action", "ledger-paste")
        .child(icon(Icon::PASTE))
        .child(el("span").text("重新粘贴"))
}

/// Shows the dialog.
pub fn ask(page: Page, instead_of: Option<u32>) {
    show_dialog(|| draw(page, instead_of));
}

fn draw(page: Page, instead_of: Option<u32>) -> El {
    let dialog = el("dialog").attrs(&[("class", "dialog paste-dialog"), ("aria-labelledby", "paste-title")]);
    let (taken, typed, left) = (dialog.clone(), dialog.clone(), dialog.clone());
    let field = el("textarea").attrs(&[
        ("name", "paste"),
        ("rows", "5"),
        ("aria-label", "粘贴在这里"),
        ("placeholder", "在这里粘贴（Ctrl+V）"),
        ("spellcheck", "false"),
    ]);
    let written = field.clone();
    let field = field.on("paste", move |event| {
        if let Some((html, text)) = pasted(event) {
            close_dialog(&taken);
            take_instead(page, &html, &text, instead_of);
        }
    });
    let read = move || {
        let text = written.value();
        if text.trim().is_empty() {
            written.focus();
        } else {
            close_dialog(&typed);
            take_instead(page, "", &text, instead_of);
        }
    };
    let buttons = el("p")
        .class("paste-buttons")
        .child(button("button quiet", move || close_dialog(&left)).text("取消"))
        .child(button("button primary", read).attr("data-action", "paste-read").text("读入"));
    dialog
        .child(el("h2").attr("id", "paste-title").text("粘贴台账或年报"))
        .child(el("p").class("note").text("台账要连表头一起复制。姓名、证件号、电话、申请内容会去掉。"))
        .child(field)
        .child(buttons)
}
