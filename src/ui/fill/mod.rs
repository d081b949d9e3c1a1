//! Filling in: the rail of parts, the part, and the findings beside it.

mod cell;
mod embed;
mod grid;
mod movement;
mod office;
mod part;
mod proposals;
mod rail;
mod signature;
mod table;
mod text;

use leptos::prelude::*;

use super::findings::{FindingsPanel, home};
use super::route::{FillPart, Route, Router, Screen};
use crate::calc::outline;
use crate::draft::Touch;
use crate::form::TableId;
use crate::session::Session;
use office::OfficeForm;
use part::PartForm;
use rail::Rail;
use signature::SignatureForm;
use table::TableForm;
use text::OpeningForm;

/// The screen on which a report is filled in.
#[component]
pub fn FillScreen() -> impl IntoView {
    let (session, router) = (Session::here(), Router::here());
    let part = Memo::new(move |_| match router.route() {
        Route::Draft { screen: Screen::Fill(part), .. } => part,
        Route::Draft { .. } | Route::Start | Route::Rules => FillPart::Office,
    });
    // A table and the part it stands in are one screen; another year can have another form.
    let screen = Memo::new(move |_| {
        let form = session.watch(&[Touch::Year, Touch::Parts], |draft| draft.form_name().name().to_owned());
        (home(session, part.get()), form)
    });
    Effect::new(move |_| {
        if let FillPart::Table(table) = part.get() {
            request_animation_frame(move || show_table(table));
        }
    });
    view! {
        <div class="fill">
            <Rail part=part />
            <main class="part">
                {move || match screen.get().0 {
                    FillPart::Office => view! { <OfficeForm /> }.into_any(),
                    FillPart::Opening => view! { <OpeningForm /> }.into_any(),
                    FillPart::Table(table) => view! { <h1 class="unseen">{table.title()}</h1><TableForm table=table /> }.into_any(),
                    FillPart::Part(n) => part_of(session, n),
                    FillPart::Signature => view! { <SignatureForm /> }.into_any(),
                }}
            </main>
            <FindingsPanel />
        </div>
    }
}

/// A part of the text; one that the draft does not have yet is made when it is opened.
fn part_of(session: Session, n: usize) -> AnyView {
    let there = session.look(|draft| (n < draft.narrative().len(), draft.narrative().is_empty()));
    match there {
        Some((true, _)) => view! { <PartForm n=n /> }.into_any(),
        Some((false, true)) => {
            let heading = session.look(|draft| outline(draft).into_iter().nth(n)).flatten();
            let make = move |_| session.with_parts();
            let tables = heading
                .iter()
                .flat_map(|section| section.tables.clone())
                .map(|table| view! { <TableForm table=table /> });
            view! {
                <div class="part-head"><h1>{heading.as_ref().map(|section| section.heading.clone())}</h1>
                    <button type="button" class="button" data-action="part-add" on:click=make>"写文字部分"</button></div>
                {tables.collect_view()}
            }
            .into_any()
        }
        Some((false, false)) | None => view! { <p class="empty">"没有这一部分"</p> }.into_any(),
    }
}

/// Brings a table into view.
fn show_table(table: TableId) {
    let found = document().query_selector(&format!("[data-range=\"{}\"]", table.name())).ok().flatten();
    if let Some(element) = found {
        element.scroll_into_view_with_bool(true);
    }
}
