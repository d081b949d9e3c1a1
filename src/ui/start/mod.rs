//! The start: a new report, other ways in, and the drafts on the shelf.

mod new;
mod shelf;

use leptos::html::Input;
use leptos::prelude::*;
use web_sys::FileList;

use super::parts::{Icon, icon};
use super::route::{FillPart, Route, Router, Screen};
use crate::session::Session;
use new::NewForm;
use shelf::ShelfList;

/// The first screen.
#[component]
pub fn StartScreen() -> impl IntoView {
    let (session, router) = (Session::here(), Router::here());
    let sample = move |_| {
        if let Some(id) = session.open_sample() {
            go_to(router, id);
        }
    };
    view! {
        <main class="page start">
            <h1>"填写年报"</h1>
            <NewForm />
            <div class="tiles">
                <OpenButton class="tile">
                    <span class="tile-icon">{icon(Icon::Open)}</span>
                    <span><strong>"打开草稿"</strong><small>"自己或同事存下的文件"</small></span>
                </OpenButton>
                <button type="button" class="tile" data-action="sample" on:click=sample>
                    <span class="tile-icon">{icon(Icon::File)}</span>
                    <span><strong>"样例（2017年街道年报）"</strong><small>"先试一试，不影响自己的草稿"</small></span>
                </button>
            </div>
            <ShelfList />
            <p class="drop-hint">{icon(Icon::Download)}"把草稿文件拖进窗口任何地方就能打开，可以一次多份"</p>
        </main>
        <footer class="page-foot">
            <span>{icon(Icon::Lock)}"所有内容只在本机，不上传。"</span>
            <span class="note">"草稿存在这个浏览器里，清除浏览器数据会一并清除；换电脑前请导出草稿文件。"</span>
        </footer>
    }
}

/// A button that opens files; it stands for an input that takes every readable kind, several at once.
#[component]
pub fn OpenButton(class: &'static str, children: Children) -> impl IntoView {
    let (session, router) = (Session::here(), Router::here());
    let input = NodeRef::<Input>::new();
    let choose = move |_| {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    };
    let chosen = move |_| {
        let Some(input) = input.get_untracked() else { return };
        if let Some(files) = input.files() {
            open_files(session, router, &files);
        }
        // So that the same file can be chosen again.
        input.set_value("");
    };
    view! {
        <button type="button" class=class data-action="open" on:click=choose>{children()}</button>
        <input node_ref=input type="file" name="open" multiple hidden accept=".json,application/json"
            aria-label="打开草稿文件" tabindex="-1" on:change=chosen />
    }
}

/// Opens the files that were chosen or dropped; the last that could be read is shown.
pub fn open_files(session: Session, router: Router, files: &FileList) {
    let files: Vec<web_sys::File> = (0..files.length()).filter_map(|index| files.item(index)).collect();
    leptos::task::spawn_local(async move {
        let opened = session.open_files(files).await;
        if let Some(id) = opened {
            go_to(router, id);
        }
    });
}

/// Shows a draft where it is filled in.
fn go_to(router: Router, id: String) {
    router.go(&Route::Draft { id, screen: Screen::Fill(FillPart::Office) });
}
