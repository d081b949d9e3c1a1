//! The bar at the top: office and year, the screens, how the draft is kept, undo, open, export, print.

use leptos::html::Dialog;
use leptos::prelude::*;

use super::parts::{Icon, KeysDialog, icon};
use super::route::{FillPart, Router, Screen};
use super::start::OpenButton;
use crate::browser;
use crate::draft::{OfficeField, Place, Touch};
use crate::session::{Saved, Session};

/// The bar at the top of every screen.
#[component]
pub fn TopBar() -> impl IntoView {
    let (session, router) = (Session::here(), Router::here());
    let keys = NodeRef::<Dialog>::new();
    let in_draft = Memo::new(move |_| router.screen().is_some());
    let show_keys = move |_| {
        if let Some(dialog) = keys.get_untracked() {
            // A dialog that is already open stays open.
            let _ = dialog.show_modal();
        }
    };
    name_window(session, router);
    view! {
        <header class="topbar">
            <a class="brand" href="#/" aria-label="年报，回到开始" title="回到开始">
                <span class="seal" aria-hidden="true"></span>
                <span class="brand-name">"年报"</span>
            </a>
            {move || if in_draft.get() {
                view! { <DraftBar /> }.into_any()
            } else {
                view! { <span class="subtitle">"政府信息公开工作年度报告"</span><span class="grow"></span> }.into_any()
            }}
            <button type="button" class="button quiet" aria-label="按键与帮助" title="按键与帮助" on:click=show_keys>
                {icon(Icon::Help)}
            </button>
            <KeysDialog node_ref=keys />
        </header>
        <StorageBar />
    }
}

/// The window's title is the open report's: it is also the name of a printed file.
fn name_window(session: Session, router: Router) {
    Effect::new(move |_| {
        let touches = [Touch::Year, Touch::Text(Place::Title), Touch::Text(Place::Office(OfficeField::Name))];
        let name = router.screen().and_then(|_| session.watch(&touches, crate::session::file_name));
        browser::set_title(name.as_deref().unwrap_or("年报"));
    });
}

#[component]
fn DraftBar() -> impl IntoView {
    let (session, router) = (Session::here(), Router::here());
    let office = move || {
        let touches = [Touch::Text(Place::Office(OfficeField::Name))];
        session.watch(&touches, |draft| draft.office(OfficeField::Name).to_owned()).unwrap_or_default()
    };
    let year = move || session.watch(&[Touch::Year], |draft| format!("{}年度", draft.year())).unwrap_or_default();
    let tab = move |name: &'static str, words: &'static str, screen: Screen, icon_of: Icon| {
        let current =
            move || router.screen().is_some_and(|now| std::mem::discriminant(&now) == std::mem::discriminant(&screen));
        view! {
            <button type="button" class="tab" data-screen=name aria-current=move || current().then_some("page")
                on:click=move |_| router.go_to(screen)>
                {icon(icon_of)}<span>{words}</span>
            </button>
        }
    };
    let undo = move |_| session.undo();
    let redo = move |_| session.redo();
    let export = move |_| session.export();
    let print = move |_| super::paper::print(session, router);
    view! {
        <a class="which" href=move || session.opened().map(|id| format!("#/d/{id}/fill/office"))>
            <span class="office">{move || Some(office()).filter(|o| !o.is_empty()).unwrap_or_else(|| "单位名称".to_owned())}</span>
            <span class="year">{year}</span>
        </a>
        <nav class="tabs" aria-label="各屏">
            {tab("fill", "填报", Screen::Fill(FillPart::Office), Icon::Pen)}
            {tab("charts", "图表", Screen::Charts, Icon::Chart)}
            {tab("preview", "预览", Screen::Preview, Icon::File)}
        </nav>
        <span class="grow"></span>
        <SavedMark />
        <div class="group">
            <button type="button" class="button quiet" data-action="undo" aria-label="撤销" title="撤销 Ctrl+Z"
                disabled=move || !session.steps().0 on:click=undo>{icon(Icon::Undo)}</button>
            <button type="button" class="button quiet" data-action="redo" aria-label="重做" title="重做 Ctrl+Y"
                disabled=move || !session.steps().1 on:click=redo>{icon(Icon::Redo)}</button>
        </div>
        <div class="group commands">
            <OpenButton class="button quiet">{icon(Icon::Open)}<span>"打开"</span></OpenButton>
            <button type="button" class="button quiet" data-action="export-json" title="导出草稿 Ctrl+S" on:click=export>
                {icon(Icon::Export)}<span>"导出"</span>
            </button>
            <button type="button" class="button quiet" data-action="print" title="打印或存为PDF" on:click=print>
                {icon(Icon::Print)}<span>"打印"</span>
            </button>
        </div>
    }
}

/// How the draft is kept; 已保存 only when both stores hold it.
#[component]
fn SavedMark() -> impl IntoView {
    let session = Session::here();
    let held = move || match session.saved() {
        Saved::Kept { time } => time,
        Saved::Pending | Saved::Failed(_) => String::new(),
    };
    let words = move || match session.saved() {
        Saved::Kept { time } => format!("已保存 {}", browser::time_of_day(&time)),
        Saved::Pending => "正在保存".to_owned(),
        Saved::Failed(_) => "没有保存".to_owned(),
    };
    let failed = move || matches!(session.saved(), Saved::Failed(_));
    view! {
        <span class="saved" class:failed=failed data-saved=held>
            {move || (!held().is_empty()).then(|| icon(Icon::Tick))}
            <span>{words}</span>
        </span>
    }
}

/// A bar that stays while the draft is not kept, or only half, or is being written elsewhere.
#[component]
fn StorageBar() -> impl IntoView {
    let session = Session::here();
    let failure = move || match session.saved() {
        Saved::Failed(words) => Some(words),
        Saved::Pending | Saved::Kept { .. } => None,
    };
    let export = move |_| session.export();
    let reload = move |_| session.take_from_elsewhere();
    let copy = move |_| session.keep_as_copy();
    view! {
        {move || failure().map(|words| view! {
            <div class="bar" role="alert" data-save-error="">
                <p>{words}</p>
                <button type="button" class="button" data-action="export-json" on:click=export>"导出草稿"</button>
            </div>
        })}
        {move || session.shelved().lacks.map(|words| view! { <div class="bar" role="status"><p>{words}</p></div> })}
        {move || session.changed_elsewhere().then(|| view! {
            <div class="bar" role="alert">
                <p>"这份草稿在另一个窗口里改过。这里先不再保存，以免盖掉那边的内容。"</p>
                <button type="button" class="button" on:click=reload>"换成那边的内容"</button>
                <button type="button" class="button" on:click=copy>"把这里的另存一份"</button>
            </div>
        })}
        {move || session.read_only().then(|| view! {
            <div class="bar" role="status"><p>"本页不认识这份草稿的格式，只能查看，不能修改。"</p></div>
        })}
    }
}
