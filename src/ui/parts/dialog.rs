//! The list of keys.

use leptos::html::Dialog;
use leptos::prelude::*;

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

/// A native dialog with all keys; it is opened by its node.
#[component]
pub fn KeysDialog(node_ref: NodeRef<Dialog>) -> impl IntoView {
    let rows = KEYS.iter().map(|(key, words)| view! { <dt><kbd>{*key}</kbd></dt><dd>{*words}</dd> });
    view! {
        <dialog node_ref=node_ref class="dialog" aria-labelledby="keys-title">
            <h2 id="keys-title">"按键"</h2>
            <dl class="keys">{rows.collect_view()}</dl>
            <p class="note">"输入法选字时，这些按键不起作用。"</p>
            <p><a href="#/rules" on:click=move |_| close(node_ref)>"检查规则"</a></p>
            <button type="button" class="button" on:click=move |_| close(node_ref)>"关闭"</button>
        </dialog>
    }
}

fn close(dialog: NodeRef<Dialog>) {
    if let Some(dialog) = dialog.get_untracked() {
        dialog.close();
    }
}
