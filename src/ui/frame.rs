//! The bar at the top: office and year, the screens, how the draft is kept, undo, open, export, print.

use super::dom::{El, el, follow};
use super::later::Later;
use super::parts::{Icon, button, icon, icon_button, keys_dialog};
use super::route::{FillPart, Router, Screen};
use super::start::open_button;
use crate::browser;
use crate::draft::{OfficeField, Place};
use crate::session::{Saved, Session};

/// The bar at the top of every screen, and the bars that stand under it while something is wrong.
pub fn top_bar(page: El, session: Session, router: Router, later: Later) -> El {
    let (keys, show_keys) = keys_dialog();
    name_window(session, router);
    let brand = el("a")
        .attrs(&[("class", "brand"), ("href", "#/"), ("aria-label", "年报，回到开始"), ("title", "回到开始")])
        .child(el("span").class("seal").attr("aria-hidden", "true"))
        .child(el("span").class("brand-name").text("年报"));
    let in_draft = move || if router.screen().is_some() { "draft".to_owned() } else { String::new() };
    let bar = el("header").class("topbar").child(brand).switch(in_draft, move |draft| {
        if draft.is_empty() {
            vec![el("span").class("subtitle").text("政府信息公开工作年度报告"), el("span").class("grow")]
        } else {
            draft_bar(session, router, later)
        }
    });
    let bar = bar.child(icon_button("button quiet", Icon::Help, "按键与帮助", show_keys)).child(keys);
    storage_bars(page.child(bar), session)
}

/// The window's title is the open report's: it is also the name of a printed file.
fn name_window(session: Session, router: Router) {
    follow(move || {
        let touches = [Place::Year, Place::Title, Place::Office(OfficeField::Name)];
        let name = router.screen().and_then(|_| session.watch(&touches, crate::session::file_name));
        browser::set_title(name.as_deref().unwrap_or("年报"));
    });
}

/// What the bar holds while a draft is open.
fn draft_bar(session: Session, router: Router, later: Later) -> Vec<El> {
    let office = move || {
        let touches = [Place::Office(OfficeField::Name)];
        let name = session.watch(&touches, |draft| draft.office(OfficeField::Name).to_owned());
        name.filter(|name| !name.is_empty()).unwrap_or_else(|| "单位名称".to_owned())
    };
    let year = move || session.watch(&[Place::Year], |draft| format!("{}年度", draft.year())).unwrap_or_default();
    let which = el("a")
        .class("which")
        .attr_of("href", move || session.opened().map(|id| format!("#/d/{id}/fill/office")))
        .child(el("span").class("office").text_of(office))
        .child(el("span").class("year").text_of(year));
    let tabs = el("nav")
        .attrs(&[("class", "tabs"), ("aria-label", "各屏")])
        .child(tab(router, "填报", Screen::Fill(FillPart::Office), Icon::Pen))
        .child(tab(router, "图表", Screen::Charts, Icon::Chart))
        .child(tab(router, "预览", Screen::Preview, Icon::File));
    let quiet = "button quiet";
    let undo = icon_button(quiet, Icon::Undo, "撤销", move || session.undo())
        .attrs(&[("data-action", "undo"), ("title", "撤销 Ctrl+Z")])
        .flag_of("disabled", move || !session.steps().0);
    let redo = icon_button(quiet, Icon::Redo, "重做", move || session.redo())
        .attrs(&[("data-action", "redo"), ("title", "重做 Ctrl+Y")])
        .flag_of("disabled", move || !session.steps().1);
    let command = |el: El, shape: Icon, words: &str| el.child(icon(shape)).child(super::dom::el("span").text(words));
    let export =
        button(quiet, move || session.export()).attrs(&[("data-action", "export-json"), ("title", "导出草稿 Ctrl+S")]);
    let print = button(quiet, move || later.then(move |door| (door.print)(session, router)))
        .attrs(&[("data-action", "print"), ("title", "打印或存为PDF")]);
    let open = open_button(session, router, later, quiet, |el| command(el, Icon::Open, "打开"));
    let commands = el("div")
        .class("group commands")
        .children(open)
        .child(command(export, Icon::Export, "导出"))
        .child(command(print, Icon::Print, "打印"));
    let steps = el("div").class("group").child(undo).child(redo);
    vec![which, tabs, el("span").class("grow"), saved_mark(session), steps, commands]
}

/// A screen of the draft.
fn tab(router: Router, words: &str, screen: Screen, shape: Icon) -> El {
    let current = move || {
        let here = router.screen().is_some_and(|now| now.name() == screen.name());
        here.then(|| "page".to_owned())
    };
    button("tab", move || router.go_to(screen))
        .attr("data-screen", screen.name())
        .attr_of("aria-current", current)
        .child(icon(shape))
        .child(el("span").text(words))
}

/// How the draft is kept; 已保存 only when both stores hold it.
fn saved_mark(session: Session) -> El {
    let held = move || match session.saved() {
        Saved::Kept { time } => time,
        Saved::Pending | Saved::Failed(_) | Saved::Stopped => String::new(),
    };
    let words = move || match session.saved() {
        Saved::Kept { time } => format!("已保存 {}", browser::time_of_day(&time)),
        Saved::Pending => "正在保存".to_owned(),
        Saved::Failed(_) | Saved::Stopped => "没有保存".to_owned(),
    };
    el("span")
        .class("saved")
        .class_of("failed", move || matches!(session.saved(), Saved::Failed(_) | Saved::Stopped))
        .attr_of("data-saved", move || Some(held()))
        .when(move || !held().is_empty(), || vec![icon(Icon::Tick)])
        .child(el("span").text_of(words))
}

/// The bars that stay while the draft is not kept, or only half, or is being written elsewhere.
fn storage_bars(page: El, session: Session) -> El {
    let failure = move || match session.saved() {
        Saved::Failed(words) => vec![words.to_owned()],
        Saved::Pending | Saved::Kept { .. } | Saved::Stopped => Vec::new(),
    };
    let lacks = move || session.shelved().lacks.map(str::to_owned).into_iter().collect();
    let bar = |role: &str, words: &str| el("div").attrs(&[("class", "bar"), ("role", role)]).child(el("p").text(words));
    let failed = move |words: &str| {
        let export = button("button", move || session.export()).attr("data-action", "export-json");
        vec![bar("alert", words).attr("data-save-error", "").child(export.text("导出草稿"))]
    };
    let elsewhere = move || {
        let words = "这份草稿在另一个窗口里改过。这里先不再保存，以免盖掉那边的内容。";
        let reload = button("button", move || session.take_from_elsewhere()).text("换成那边的内容");
        vec![
            bar("alert", words)
                .attr_of("data-save-error", move || (session.saved() == Saved::Stopped).then(String::new))
                .child(reload)
                .child(button("button", move || session.keep_as_copy()).text("把这里的另存一份")),
        ]
    };
    page.each(failure, failed)
        .each(lacks, move |words| vec![bar("status", words)])
        .when(move || session.changed_elsewhere(), elsewhere)
        .when(
            move || session.read_only(),
            move || vec![bar("status", "本页不认识这份草稿的格式，只能查看，不能修改。")],
        )
}
