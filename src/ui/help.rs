//! The list of the keys, from the commands, the screens and the tables. It is fetched late.

use super::command::BY_KEY;
use super::dom::{El, close_dialog, el, show_dialog};
use super::parts::button;
use super::screens::tabs;

/// The keys of a table.
const IN_TABLES: [(&str, &str); 13] = [
    ("↑ ↓ ← →", "移动"),
    ("Enter", "下一行"),
    ("Shift Enter", "上一行"),
    ("Tab", "右一格"),
    ("Home End", "行首、行尾"),
    ("Ctrl ↑ ↓", "列首、列尾"),
    ("F2", "在格内修改"),
    ("Esc", "还原这一格"),
    ("Shift ↑ ↓ ← →", "选中几格，也可以用鼠标拖、点行名和表头"),
    ("Ctrl A", "选中整张表"),
    ("Ctrl C X V", "复制、剪切、粘贴，与 Excel、WPS 互通"),
    ("Ctrl D R", "向下、向右填；Ctrl Enter 填满选中的格"),
    ("Delete", "清空选中的格"),
];

/// The keys of a text.
const IN_TEXT: [(&str, &str); 4] = [
    ("Ctrl F", "查找和替换"),
    ("Enter Shift Enter", "查找时，下一处、上一处"),
    ("Alt Enter", "改正光标处的问题"),
    ("Alt Enter", "列出上年原文时，光标处的一句仍然适用"),
];

/// Shows a dialog with all keys.
pub fn show_keys() {
    show_dialog(draw);
}

fn draw() -> El {
    let line = |keys: &str, words: &str| [el("dt").child(el("kbd").text(keys)), el("dd").text(words)];
    let text = IN_TEXT.iter().flat_map(|(keys, words)| line(keys, words));
    let tables = IN_TABLES.iter().flat_map(|(keys, words)| line(keys, words));
    let commands = BY_KEY.iter().flat_map(|command| {
        let keys = command.keys.first().map(|keys| keys.shown.replace('+', " ")).unwrap_or_default();
        line(&keys, command.words)
    });
    let words: Vec<&str> = tabs().filter_map(|entry| entry.tab).map(|(words, _)| words).collect();
    let numbers: Vec<String> = (1..=words.len()).map(|number| number.to_string()).collect();
    let screens = line(&format!("Alt {}", numbers.join(" ")), &words.join("、"));
    let dialog = el("dialog").attrs(&[("class", "dialog"), ("aria-labelledby", "keys-title")]);
    let (left, closed) = (dialog.clone(), dialog.clone());
    let rules = el("a").attr("href", "#/rules").text("检查规则").on_click(move || close_dialog(&left));
    dialog
        .child(el("h2").attr("id", "keys-title").text("按键"))
        .child(el("dl").class("keys").children(tables).children(text).children(commands).children(screens))
        .child(el("p").class("note").text("输入法选字时，这些按键不起作用。"))
        .child(el("p").child(rules))
        .child(button("button", move || close_dialog(&closed)).text("关闭"))
}
