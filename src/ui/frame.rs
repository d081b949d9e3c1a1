//! The bar at the top: office and year, the screens, how the draft is kept, undo, open, export, print.

use super::command::{EXPORT, EXPORT_MENU, IMPORT, KEYS, OPEN, PRINT, REDO, UNDO, action, icon_action, label_action};
use super::dom::{El, el, follow};
use super::page::{FillPart, LateView, Page, Piece, Route, Screen, focus_screen};
use super::parts::{Icon, button, icon};
use super::screens::{Entry, tabs};
use super::start::open_input;
use crate::browser;
use crate::draft::{OfficeField, Place};
use crate::session::{Saved, Session};

/// The bar at the top of every screen, and the bars that stand under it while something is wrong.
pub fn top_bar(into: El, page: Page) -> El {
    name_window(page);
    let brand = el("a")
        .attrs(&[("class", "brand"), ("href", "#/"), ("aria-label", "年报，回到开始"), ("title", "回到开始")])
        .child(el("span").class("seal").attr("aria-hidden", "true"))
        .child(el("span").class("brand-name").text("年报"));
    let in_draft = move || page.router.screen().is_some();
    // The way past the bar for those who go by keys.
    let skip = button("skip button primary", focus_screen).text("跳到正文");
    let bar = el("header").class("topbar").child(skip).child(brand).switch(in_draft, move |in_draft| {
        if *in_draft {
            draft_bar(page)
        } else {
            vec![el("span").class("subtitle").text("政府信息公开工作年度报告"), el("span").class("grow")]
        }
    });
    let bar = bar.child(icon_action(page, &KEYS, "button quiet")).child(open_input(page));
    storage_bars(into.child(bar), page)
}

/// The window's title is the open report's: it is also the name of a printed file.
fn name_window(page: Page) {
    follow(move || {
        let touches = [Place::Year, Place::Title, Place::Office(OfficeField::Name)];
        let name = page.router.screen().and_then(|_| page.session.watch(&touches, crate::report::name));
        browser::set_title(name.as_deref().unwrap_or("年报"));
    });
}

/// What the bar holds while a draft is open.
fn draft_bar(page: Page) -> Vec<El> {
    let session = page.session;
    let office = move || {
        let touches = [Place::Office(OfficeField::Name)];
        let name = session.watch(&touches, |draft| draft.office(OfficeField::Name).to_owned());
        name.filter(|name| !name.is_empty()).unwrap_or_else(|| "单位名称".to_owned())
    };
    let year = move || session.watch(&[Place::Year], |draft| format!("{}年度", draft.year())).unwrap_or_default();
    let which = el("a")
        .class("which")
        .attr_of("title", move || Some(office()))
        .attr_of("href", move || page.fill_address(FillPart::Office))
        .child(el("span").class("office").text_of(office))
        .child(el("span").class("year").text_of(year));
    let screens = tabs().map(|entry| tab(page, entry));
    let screens = el("nav").attrs(&[("class", "tabs"), ("aria-label", "各屏")]).children(screens);
    let quiet = "button quiet";
    let steps = [&UNDO, &REDO, &EXPORT].map(|command| icon_action(page, command, quiet));
    let late = page.late;
    let more = LateView::new(Piece::Editors, "更多", move |_| Some(vec![(late.editors()?.more)(page)]));
    let commands = [&OPEN, &IMPORT, &EXPORT_MENU, &PRINT].map(|command| label_action(page, command, quiet));
    vec![
        which,
        screens,
        el("span").class("grow"),
        saved_mark(session),
        el("div").class("group").children(steps),
        el("div").class("group commands").children(commands),
        late.place_quietly(el("div").class("topbar-more"), more),
    ]
}

/// The tab of a screen of the draft.
fn tab(page: Page, entry: &'static Entry) -> El {
    let router = page.router;
    let current = move || {
        let here = router.screen().is_some_and(|now| now.name() == entry.name);
        here.then(|| "page".to_owned())
    };
    let (words, shape) = entry.tab.unwrap_or(("", Icon::FILE));
    button("tab", move || router.go_to(Screen::of(entry.name)))
        .attr("data-screen", entry.name)
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
        .when(move || !held().is_empty(), || vec![icon(Icon::TICK)])
        .child(el("span").text_of(words))
}

/// The bars that stay while the draft is not kept, or only half, or is being written elsewhere.
fn storage_bars(into: El, page: Page) -> El {
    let session = page.session;
    let failure = move || match session.saved() {
        Saved::Failed(words) => Some(words),
        Saved::Pending | Saved::Kept { .. } | Saved::Stopped => None,
    };
    let lacks = move || session.shelved().lacks;
    let bar = |role: &str, words: &str| el("div").attrs(&[("class", "bar"), ("role", role)]).child(el("p").text(words));
    let failed = move |words: &'static str| {
        let export = action(page, &EXPORT, "button").text(EXPORT.words);
        bar("alert", words).attr("data-save-error", "").child(export)
    };
    let elsewhere = move || {
        let words = "这份草稿在另一个窗口里改过。这里先不再保存，以免盖掉那边的内容。";
        let reload = move || {
            session.take_from_elsewhere();
            focus_screen();
        };
        let copy = move || {
            if let Some(id) = session.keep_as_copy() {
                page.router.go(&Route::filling_in(id));
            }
        };
        vec![
            bar("alert", words)
                .attr_of("data-save-error", move || (session.saved() == Saved::Stopped).then(String::new))
                .child(button("button", reload).text("换成那边的内容"))
                .child(button("button", copy).text("把这里的另存一份")),
        ]
    };
    into.switch(failure, move |words| words.map(failed).into_iter().collect())
        .switch(lacks, move |words| words.map(|words| bar("status", words)).into_iter().collect())
        .when(move || session.changed_elsewhere(), elsewhere)
        .when(
            move || session.read_only(),
            move || vec![bar("status", "本页不认识这份草稿的格式，只能查看，不能修改。")],
        )
}
