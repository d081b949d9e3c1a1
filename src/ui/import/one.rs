//! A file by itself, as far as it is: being read, a report, a ledger, or done with.

use std::rc::Rc;

use leptos::prelude::*;

use super::preview::PreviewScreen;
use super::{LookedAt, SendFile, choose_button, leave, ledger};
use crate::job::Progress;
use crate::session::{Import, ImportState, Session};
use crate::ui::dom::El;
use crate::ui::page::{Page, Route, Router, focus_first};

/// A file by itself, as far as it is.
pub fn one(file: Rc<Import>) -> AnyView {
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
pub fn ProgressBar(file: SendFile) -> impl IntoView {
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
pub fn progress_words(state: &ImportState) -> String {
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
