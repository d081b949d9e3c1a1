//! A new report: year, office, kind. The year decides the form.

use leptos::html::Input;
use leptos::prelude::*;

use super::super::route::Router;
use super::go_to;
use crate::draft::OFFICE_KINDS;
use crate::form::FormId;
use crate::session::Session;
use crate::value::{FIRST_YEAR, Year};

/// The open form for a new report.
#[component]
pub fn NewForm() -> impl IntoView {
    let (session, router) = (Session::here(), Router::here());
    let newest = session.report_year();
    let year = RwSignal::new(newest);
    let kind = RwSignal::new("street".to_owned());
    let office = NodeRef::<Input>::new();
    let form = move || FormId::of_year(year.get()).form().summary;
    let years = (FIRST_YEAR..=newest + 1).rev().map(|y| {
        view! { <option value=y.to_string() selected=y == newest>{format!("{y}年度")}</option> }
    });
    let kinds = OFFICE_KINDS.iter().map(|(kind, words)| view! { <option value=*kind>{*words}</option> });
    let create = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let name = office.get_untracked().map(|input| input.value()).unwrap_or_default();
        let id = session.create(year.get_untracked(), name.trim(), &kind.get_untracked());
        go_to(router, id);
    };
    let choose_year = move |event| {
        if let Ok(chosen) = event_target_value(&event).parse::<Year>() {
            year.set(chosen);
        }
    };
    view! {
        <form class="card new-form" on:submit=create>
            <div class="new-words">
                <h2>"新建"</h2>
                <p class="note">"年度决定格式，其余以后都能改。"</p>
            </div>
            <label class="field year-field"><span>"年度"</span>
                <select name="new-year" on:change=choose_year>{years.collect_view()}</select>
            </label>
            <label class="field office-field"><span>"单位名称"</span>
                <input node_ref=office name="new-office" placeholder="照公章上的全称写" autocomplete="organization" />
            </label>
            <label class="field kind-field"><span>"单位类别"</span>
                <select name="new-kind" on:change=move |event| kind.set(event_target_value(&event))>{kinds.collect_view()}</select>
            </label>
            <button class="button primary" data-action="new">"新建"</button>
            <p class="note form-note">{form}</p>
        </form>
    }
}
