//! The menu itself: a dialog at the right end of the bar.

use leptos::prelude::{Get, GetUntracked, RwSignal};

use super::compare::{Held, compare};
use super::entries::{Act, Entry, GROUPS};
use super::infographic;
use super::making::{Making, MakingNow, cancel, hand_out, make};
use super::ready::ready;
use crate::browser;
use crate::ui::command::PRINT;
use crate::ui::dom::{El, close_dialog, el, show_dialog};
use crate::ui::page::Page;
use crate::ui::parts::{Icon, button, icon};
use crate::write::Report;

/// Shows the menu.
pub fn show(page: Page) {
    show_dialog(|| draw(page));
}

fn draw(page: Page) -> El {
    let dialog = el("dialog").attrs(&[
        ("class", "window export-menu"),
        ("aria-labelledby", "export-title"),
        ("data-export", ""),
    ]);
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
    let checked = Held::new(page);
    let files = files.child(foot(page, code, making, &checked));
    let dialog = dialog.on("close", move |_| checked.stop());
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
        let format = match entry.act {
            Act::File(format) => format,
            Act::Draft => {
                close_dialog(&menu);
                return page.session.export();
            }
            Act::Print => {
                close_dialog(&menu);
                return (PRINT.run)(page);
            }
            Act::Infographic => {
                close_dialog(&menu);
                return infographic::show(page);
            }
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
    let is_made = move || making.get().is_some_and(|making| Act::File(making.format) == entry.act);
    let keys = match entry.act {
        Act::Draft => Some(el("kbd").text("Ctrl S")),
        Act::Print => Some(el("kbd").text("Ctrl P")),
        Act::File(_) | Act::Infographic => None,
    };
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

/// The check code, and what is held against the report; while a file is made, how far it is.
fn foot(page: Page, code: String, making: MakingNow, held: &Held) -> El {
    let busy = move || making.get().is_some();
    let shown = held.clone();
    held.takes_drops(el("div").class("export-foot")).switch(busy, move |busy| {
        if !*busy {
            return code_words(page, code.clone(), &shown);
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

fn code_words(page: Page, code: String, held: &Held) -> Vec<El> {
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
        compare(code, held),
    ]
}
