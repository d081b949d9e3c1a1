//! What comes from other programs, seen before anything happens: the original beside the draft that was made of it. Fetched late.

mod figures;
mod ledger;
mod list;
mod made;
mod paste;
mod paste_dialog;
mod preview;
mod slices;
mod source;
mod told;

use std::rc::Rc;

use leptos::prelude::*;
use web_sys::File;

use super::dom::El;
use super::page::{Imports, Page, Route, Router, focus_first, focus_screen, mount};
use super::parts::{Icon, icon_view};
use crate::job::Progress;
use crate::session::{Import, ImportState, Session};
use list::ImportList;
use preview::PreviewScreen;

/// What is called of this folder once its piece is here.
pub static IMPORT: Imports = Imports {
    screen: |page, into| mount(page, into, || view! { <ImportScreen /> }.into_any()),
    take_files,
    paste: paste::paste,
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

/// A file by itself, as far as it is.
fn one(file: Rc<Import>) -> AnyView {
    let followed = StoredValue::new_local(file);
    let kind = Memo::new(move |_| followed.with_value(|file| Kind::of(&file.state())));
    Effect::new(move |before: Option<Kind>| {
        let now = kind.get();
        if before.is_some_and(|before| before != now) {
            focus_first(&["#import-title"]);
        }
        now
    });
    (move || {
        let file = followed.get_value();
        match kind.get() {
            Kind::Busy => view! { <Reading file=SendFile(file) /> }.into_any(),
            Kind::Read => view! { <PreviewScreen file=SendFile(file) /> }.into_any(),
            Kind::Ledger => view! { <LedgerScreen file=SendFile(file) /> }.into_any(),
            Kind::Ended => view! { <Ended file=SendFile(file) /> }.into_any(),
        }
    })
    .into_any()
}

/// How far a file is, as far as it decides what is drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Busy,
    Read,
    Ledger,
    Ended,
}

impl Kind {
    fn of(state: &ImportState) -> Self {
        match state {
            ImportState::Waiting | ImportState::Reading(..) => Self::Busy,
            ImportState::Read(_) => Self::Read,
            ImportState::Ledger(_) => Self::Ledger,
            ImportState::Refused(_) | ImportState::Stopped | ImportState::Taken(_) => Self::Ended,
        }
    }
}

/// A ledger, drawn by the other way to draw: see there.
#[component]
fn LedgerScreen(file: SendFile) -> impl IntoView {
    let (page, place) = (Page::here(), NodeRef::<leptos::html::Div>::new());
    let (owner, file) = (Owner::current(), StoredValue::new_local(file));
    place.on_load(move |place| {
        let draw = || ledger::ledger_screen(page, file.get_value());
        let drawn = owner.as_ref().map(|owner| owner.with(|| untrack(draw))).unwrap_or_default();
        let _ = El::of(place.into()).children(drawn);
    });
    view! { <div class="late" node_ref=place></div> }
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
            {icon_view(Icon::Download)}
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

/// A file that is being read.
#[component]
fn Reading(file: SendFile) -> impl IntoView {
    let (session, router) = (Session::here(), Router::here());
    let file = StoredValue::new_local(file.0);
    let name = file.with_value(|file| file.name.clone());
    let cancel = move |_| {
        file.with_value(|file| session.stop_import(file));
        leave(session, router);
    };
    view! {
        <section class="import-one" aria-busy="true">
            <h1 id="import-title" tabindex="-1">{name}</h1>
            <p role="status">{move || file.with_value(|file| progress_words(&file.state()))}</p>
            <ProgressBar file=SendFile(file.get_value()) />
            <p><button type="button" class="button" data-action="import-cancel" on:click=cancel>"取消"</button></p>
        </section>
    }
}

/// How far the reading of a file is.
#[component]
fn ProgressBar(file: SendFile) -> impl IntoView {
    let file = StoredValue::new_local(file.0);
    let progress = move || match file.with_value(|file| file.state()) {
        ImportState::Reading(_, Some(Progress { done, all })) if all > 0 => Some((done.to_string(), all.to_string())),
        ImportState::Reading(..)
        | ImportState::Waiting
        | ImportState::Read(_)
        | ImportState::Ledger(_)
        | ImportState::Refused(_)
        | ImportState::Stopped
        | ImportState::Taken(_) => None,
    };
    view! {
        <progress data-progress="" aria-label="读入进度" value=move || progress().map(|(done, _)| done) max=move || progress().map(|(_, all)| all)></progress>
    }
}

/// How far a file is, in words.
fn progress_words(state: &ImportState) -> String {
    match state {
        ImportState::Waiting => "等着".to_owned(),
        ImportState::Reading(_, Some(Progress { done, all })) => format!("第 {done} 页，共 {all} 页"),
        ImportState::Reading(words, None) => (*words).to_owned(),
        ImportState::Read(_) => "已读入".to_owned(),
        ImportState::Ledger(_) => "是台账".to_owned(),
        ImportState::Refused(why) => why.clone(),
        ImportState::Stopped => "已停止".to_owned(),
        ImportState::Taken(_) => "已采用".to_owned(),
    }
}

/// A file that was not read, or is done with.
#[component]
fn Ended(file: SendFile) -> impl IntoView {
    let (session, router) = (Session::here(), Router::here());
    let LookedAt(looked_at) = expect_context();
    let (name, state, number) = (file.0.name.clone(), file.0.now(), file.0.number);
    let is_one_of_many = session.imports().len() > 1;
    let words = progress_words(&state);
    let words = if matches!(state, ImportState::Refused(_)) { format!("{name}：{words}") } else { words };
    let close = move |_| {
        if is_one_of_many {
            looked_at.set(None);
        } else {
            leave(session, router);
        }
    };
    let drop_it = move |_| session.forget_imports(Some(number));
    let shown = match state {
        ImportState::Taken(id) => view! {
            <p><button type="button" class="button primary" on:click=move |_| router.go(&Route::filling_in(id.clone()))>"去填报"</button></p>
        }
        .into_any(),
        ImportState::Waiting
        | ImportState::Reading(..)
        | ImportState::Read(_)
        | ImportState::Ledger(_)
        | ImportState::Refused(_)
        | ImportState::Stopped => view! {
            <p class="buttons">
                {choose_button("button primary", "换一个文件")}
                <button type="button" class="button" on:click=drop_it>"不要这份"</button>
            </p>
        }
        .into_any(),
    };
    view! {
        <section class="import-one">
            <h1 id="import-title" tabindex="-1">{name}</h1>
            <p role="alert" data-error="">{words}</p>
            {shown}
            <p><button type="button" class="link" data-action="import-cancel" on:click=close>"返回"</button></p>
        </section>
    }
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
