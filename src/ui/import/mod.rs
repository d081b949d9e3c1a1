//! What comes from other programs, seen before anything happens: the original beside the draft that was made of it. Fetched late.

mod figures;
mod keys;
mod ledger;
mod list;
mod made;
mod one;
mod paste;
mod paste_dialog;
mod preview;
mod slices;
mod source;
mod told;

use std::rc::Rc;

use leptos::prelude::*;
use web_sys::File;

use super::page::{Imports, Page, Route, Router, focus_first, focus_screen, mount};
use super::parts::{Icon, icon_view};
use crate::session::{Import, ImportState, Session};
use list::ImportList;
use one::one;

/// What is called of this folder once its piece is here.
pub static IMPORT: Imports = Imports {
    screen: |page, into| mount(page, into, || view! { <ImportScreen /> }.into_any()),
    take_files,
    paste: paste::paste,
    paste_cells: |page, into, html, text| super::paste::paste_cells(page, into, html, text, paste::take_in),
};

/// Takes files in, and shows what is read of them.
fn take_files(page: Page, files: Vec<File>) {
    page.session.import_files(files);
    page.router.go(&Route::Alone(super::screens::IMPORT));
}

/// The file that is looked at among several, by its number.
#[derive(Clone, Copy)]
struct LookedAt(RwSignal<Option<u32>>);

/// The screen: nothing yet, one file, or several in a list.
#[component]
fn ImportScreen() -> impl IntoView {
    let session = Session::here();
    // What was taken over is done with.
    if session.imports().iter().all(|file| matches!(file.now(), ImportState::Taken(_))) {
        session.forget_imports(None);
    }
    let looked_at = RwSignal::new(None::<u32>);
    provide_context(LookedAt(looked_at));
    // Which file is shown by itself: the only one, or the one that was asked for.
    let shown = Memo::new(move |_| {
        let files = session.imports();
        let asked = looked_at.get().filter(|number| files.iter().any(|file| file.number == *number));
        match files.as_slice() {
            [] => Shown::Nothing,
            [one] => Shown::One(one.number),
            _ => asked.map_or(Shown::Many, Shown::One),
        }
    });
    // What is drawn anew takes the focus along.
    Effect::new(move |before: Option<Shown>| {
        let now = shown.get();
        if before.is_some_and(|before| before != now) {
            focus_first(&["#import-title"]);
        }
        now
    });
    view! {
        <main class="import">
            {move || match shown.get() {
                Shown::Nothing => view! { <Empty /> }.into_any(),
                Shown::Many => view! { <ImportList /> }.into_any(),
                Shown::One(number) => {
                    let file = session.imports().into_iter().find(|file| file.number == number);
                    file.map(one).into_any()
                }
            }}
        </main>
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Shown {
    Nothing,
    One(u32),
    Many,
}

/// A file as it is handed to a component.
#[derive(Clone)]
struct SendFile(Rc<Import>);

/// Nothing was opened yet.
#[component]
fn Empty() -> impl IntoView {
    let page = Page::here();
    view! {
        <section class="import-one empty">
            {icon_view(Icon::DOWNLOAD)}
            <h1 id="import-title" tabindex="-1">"导入年报或台账"</h1>
            <p>"把 Word、WPS、PDF、网页、Excel 或文本文件拖到窗口里，可以一次多份。也可以在这里粘贴。"</p>
            <p class="buttons">
                {choose_button("button primary", "选取文件")}
                <button type="button" class="button" data-action="import-paste" on:click=move |_| paste_dialog::ask(page, None)>"粘贴"</button>
            </p>
            <p class="note">"先看读到了什么，再决定采用不采用。所有内容只在本机，不上传。"</p>
        </section>
    }
}

/// The button by which files are chosen.
fn choose_button(class: &'static str, words: &'static str) -> AnyView {
    let page = expect_context::<Page>();
    view! {
        <button type="button" class=class data-action="import" on:click=move |_| (super::command::OPEN.run)(page)>{words}</button>
    }
    .into_any()
}

/// Looks at a file among several, or at the list.
fn look_at(LookedAt(looked_at): LookedAt, number: Option<u32>) {
    looked_at.set(number);
    focus_screen();
}

/// Leaves the screen: to the draft that was open, or to the start. What was read and not taken over goes.
fn leave(session: Session, router: Router) {
    let beside = session.import_beside().filter(|id| session.draft_now(id).is_some());
    session.forget_imports(None);
    match beside {
        Some(id) => router.go(&Route::filling_in(id)),
        None => router.go(&Route::Alone(super::page::START)),
    }
}

/// A size in the words of file managers.
fn size_words(bytes: u32) -> String {
    match bytes {
        0..1024 => format!("{bytes} 字节"),
        1024..1_048_576 => format!("{} KB", bytes.div_ceil(1024)),
        _ => format!("{}.{} MB", bytes / 1_048_576, bytes % 1_048_576 * 10 / 1_048_576),
    }
}
