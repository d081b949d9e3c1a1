//! The list of the keys, from the commands, the screens and the tables, and how the same is done by touch. It is fetched late.

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

/// What is done by touch. It is seen where the window is narrow, or has no mouse.
const BY_TOUCH: [(&str, &str); 8] = [
    ("填数", "点格子就填，“空格填 0”把空着的都填 0"),
    ("表三", "表上方点自然人、商业企业……，一次填一类，平衡在底部"),
    ("宽的表", "左右滑"),
    ("换部分", "点顶上的部分名称"),
    ("换屏", "底部的填报、图表、预览"),
    ("看问题", "点底部的“检查”，再点问题就到那一处"),
    ("看解释", "点表头的 ⓘ"),
    ("其他", "顶上的“更多”：重做、可以交了吗、打开、导入、导出草稿、打印"),
];

/// Shows a dialog with all keys.
pub fn show_keys() {
    show_dialog(draw);
}

fn by_touch() -> El {
    let lines = BY_TOUCH.iter().flat_map(|(what, how)| [el("dt").text(what), el("dd").text(how)]);
    let list = el("dl").class("keys").children(lines);
    el("section").class("by-touch").attr("aria-label", "用手指").child(el("h3").text("用手指")).child(list)
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
        // The focus begins at the top, not at the first link, which stands at the end.
        .child(el("h2").attrs(&[("id", "keys-title"), ("tabindex", "-1"), ("autofocus", "")]).text("按键与帮助"))
        .child(by_touch())
        .child(el("dl").class("keys").children(tables).children(text).children(commands).children(screens))
        .child(el("p").class("note").text("输入法选字时，这些按键不起作用。"))
        .child(el("p").child(rules))
        .child(button("button", move || close_dialog(&closed)).text("关闭"))
}
