//! The menu itself: a dialog at the right end of the bar.

use leptos::prelude::{Get, GetUntracked, RwSignal, Set};

use super::entries::{Entry, GROUPS};
use super::making::{Making, MakingNow, cancel, hand_out, make};
use super::ready::ready;
use crate::browser;
use crate::ui::dom::{El, close_dialog, el, show_dialog, value_of};
use crate::ui::page::Page;
use crate::ui::parts::{Icon, button, icon};
use crate::write::Report;

/// Shows the menu.
pub fn show(page: Page) {
    show_dialog(|| draw(page));
}

fn draw(page: Page) -> El {
    let dialog =
        el("dialog").attrs(&[("class", "export-menu"), ("aria-labelledby", "export-title"), ("data-export", "")]);
    let report = page.session.look_at_case(Report::of);
    let (name, code) = report.map(|report| (report.name, report.code)).unwrap_or_default();
    let making: MakingNow = RwSignal::new(None);
    let (closed, outside) = (dialog.clone(), dialog.clone());
    let head = el("div")
        .class("export-head")
        .child(el("h2").attr("id", "export-title").text("导出"))
        .child(el("p").class("export-name").child(el("span").class("note").text("文件名 ")).text(&name))
        .child(
            button("button quiet", move || close_dialog(&closed))
                .attrs(&[("aria-label", "关闭"), ("title", "关闭 Esc")])
                .child(icon(Icon::CLOSE)),
        );
    let groups = GROUPS.iter().flat_map(|(words, entries)| {
        let title = el("h3").text(words);
        let rows = el("ul").children(entries.iter().map(|entry| row(page, entry, making, &dialog)));
        [title, rows]
    });
    let files = el("section").class("export-files").child(head).child(el("div").class("export-list").children(groups));
    let files = files.child(foot(page, code, making));
    let dialog = dialog.child(ready(page)).child(files);
    // A click beside the menu closes it, as with any menu.
    dialog.on("click", move |event| {
        if event.target().is_some_and(|target| target == ***outside.node()) {
            close_dialog(&outside);
        }
    })
}

/// An entry: a button over the whole row.
fn row(page: Page, entry: &'static Entry, making: MakingNow, dialog: &El) -> El {
    let menu = dialog.clone();
    let act = move || {
        let Some(format) = entry.format else {
            close_dialog(&menu);
            page.session.export();
            return;
        };
        if making.get_untracked().is_some() {
            return;
        }
        let menu = menu.clone();
        browser::spawn(async move {
            let made = make(page, format, making).await;
            // What there is to say of it stands at the foot of the page, under the menu.
            close_dialog(&menu);
            hand_out(page, format, made).await;
        });
    };
    let is_made = move || making.get().is_some_and(|making| Some(making.format) == entry.format);
    let keys = (entry.format.is_none()).then(|| el("kbd").text("Ctrl S"));
    let entry_button = button("export-entry", act)
        .attr("data-action", entry.command)
        .attr_of("aria-busy", move || is_made().then(|| "true".to_owned()))
        .child(icon(entry.icon))
        .child(el("span").class("export-what").text(entry.words))
        .child(el("span").class("export-ending").text(entry.ending))
        .child(el("span").class("export-purpose").text(entry.purpose))
        .children(keys);
    el("li").child(entry_button)
}

/// The check code; while a file is made, how far it is.
fn foot(page: Page, code: String, making: MakingNow) -> El {
    let busy = move || making.get().is_some();
    el("div").class("export-foot").switch(busy, move |busy| {
        if !*busy {
            return code_words(page, code.clone());
        }
        let words = move || making.get().map(progress_words).unwrap_or_default();
        vec![
            el("p").class("export-progress").attrs(&[("role", "status"), ("data-progress", "")]).text_of(words),
            button("button", move || cancel(making)).attr("data-action", "export-cancel").text("取消"),
        ]
    })
}

/// How far a file is, in words.
fn progress_words(making: Making) -> String {
    match making.progress {
        None => "正在准备……".to_owned(),
        Some(progress) => format!("正在写第 {} 段，共 {} 段", progress.done, progress.all),
    }
}

fn code_words(page: Page, code: String) -> Vec<El> {
    let copied = code.clone();
    let copy = move || {
        let code = copied.clone();
        browser::spawn(async move {
            if !browser::copy("", &code).await {
                page.session.refuse("没有复制：浏览器不让本页用剪贴板。");
            }
        });
    };
    let label = el("p").class("export-code").child(el("span").class("note").text("校验码"));
    vec![
        label.child(el("strong").attr("data-check-code", "").text(&code)),
        button("button", copy).attr("data-action", "copy-code").child(icon(Icon::COPY)).child(el("span").text("复制")),
        compare(code),
    ]
}

/// The field into which a code from a printed or published report is typed, and what it says.
fn compare(code: String) -> El {
    let typed = RwSignal::new(String::new());
    let explained = "印在页脚，也写进 Word 和网页。改动一个字就不同。";
    let verdict = move || match compared(&code, &typed.get()) {
        None => (explained, ""),
        Some(true) => ("相同：印出或发布的就是这份报告", "ok"),
        Some(false) => ("不同：那一份与现在的报告有改动", "differs"),
    };
    let words = verdict.clone();
    let field = el("input").attrs(&[
        ("name", "check-code"),
        ("aria-label", "要核对的校验码"),
        ("placeholder", "核对：填入印出的校验码"),
        ("autocomplete", "off"),
        ("spellcheck", "false"),
    ]);
    let field = field.on("input", move |event| typed.set(value_of(event)));
    let said = el("p").attr("role", "status").attr_of("class", move || Some(format!("note {}", verdict().1)));
    el("div").class("export-compare").child(field).child(said.text_of(move || words().0.to_owned()))
}

/// Whether a code that was typed is this one; nothing while it is not whole. Dashes, blanks and case do not matter, nor does full width.
fn compared(code: &str, typed: &str) -> Option<bool> {
    let bare = |text: &str| -> String {
        let half = text.chars().map(|c| match c {
            '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
            c => c,
        });
        half.filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect()
    };
    let (code, typed) = (bare(code), bare(typed));
    (typed.len() >= code.len()).then(|| typed == code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_known_however_it_is_typed() {
        for typed in ["3F7A-91C2", "3f7a91c2", " 校验码 3F7A-91C2", "３Ｆ７Ａ—９１Ｃ２"] {
            assert_eq!(compared("3F7A-91C2", typed), Some(true), "{typed}");
        }
        for (typed, expected) in [("3F7A-91C3", Some(false)), ("3F7A", None), ("", None), ("3F7A-91C2-0", Some(false))]
        {
            assert_eq!(compared("3F7A-91C2", typed), expected, "{typed}");
        }
    }
}
