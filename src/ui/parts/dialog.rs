//! The list of keys.

use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

use super::button;
use crate::ui::dom::{El, el};

const KEYS: [(&str, &str); 14] = [
    ("↑ ↓ ← →", "移动"),
    ("Enter", "下一行"),
    ("Shift Enter", "上一行"),
    ("Tab", "右一格"),
    ("Home End", "行首、行尾"),
    ("F2", "在格内修改"),
    ("Esc", "还原这一格"),
    ("Delete", "清空这一格"),
    ("Ctrl Z", "撤销"),
    ("Ctrl Y", "重做"),
    ("Ctrl S", "导出草稿"),
    ("F8", "下一处问题"),
    ("Shift F8", "上一处问题"),
    ("Alt 1 2 3", "填报、图表、预览"),
];

/// A native dialog with all keys, and what opens it.
pub fn keys_dialog() -> (El, impl Fn() + Clone + 'static) {
    let dialog = el("dialog").attrs(&[("class", "dialog"), ("aria-labelledby", "keys-title")]);
    let (opened, left, closed) = (dialog.clone(), dialog.clone(), dialog.clone());
    let keys = KEYS.iter().flat_map(|(key, words)| [el("dt").child(el("kbd").text(key)), el("dd").text(words)]);
    let rules = el("a").attr("href", "#/rules").text("检查规则").on_click(move || close(&left));
    let dialog = dialog
        .child(el("h2").attr("id", "keys-title").text("按键"))
        .child(el("dl").class("keys").children(keys))
        .child(el("p").class("note").text("输入法选字时，这些按键不起作用。"))
        .child(el("p").child(rules))
        .child(button("button", move || close(&closed)).text("关闭"));
    let open = move || {
        if let Some(dialog) = opened.node().dyn_ref::<HtmlDialogElement>() {
            // A dialog that is already open stays open.
            let _ = dialog.show_modal();
        }
    };
    (dialog, open)
}

fn close(dialog: &El) {
    if let Some(dialog) = dialog.node().dyn_ref::<HtmlDialogElement>() {
        dialog.close();
    }
}
