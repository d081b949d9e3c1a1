//! The proposals of deputies and members: a row a category.

use leptos::prelude::*;

use super::grid::grid_editor;
use super::table::{FocusLine, table_head};
use crate::calc::proposals_grid;
use crate::draft::{Edit, Proposal, Splice, Touch};
use crate::form::TableId;
use crate::session::Session;
use crate::ui::parts::{Icon, icon};

/// The proposals on their own screen.
#[component]
pub fn ProposalsForm() -> impl IntoView {
    let session = Session::here();
    view! {
        <section class="table-form" data-form="proposals">
            {proposals_editor(session)}
            <FocusLine />
        </section>
    }
}

/// The proposals as an editor.
pub fn proposals_editor(session: Session) -> AnyView {
    let count =
        Memo::new(move |_| session.watch(&[Touch::Proposals], |draft| draft.proposals().len()).unwrap_or_default());
    let add = move |_| {
        let at = count.get_untracked();
        session.edit(Edit::SpliceProposals(Splice::insert(at, vec![Proposal::default()])));
        request_animation_frame(move || focus_category(at));
    };
    let remove =
        move |_| session.edit(Edit::SpliceProposals(Splice::remove(count.get_untracked().saturating_sub(1), 1)));
    let commands = view! {
        <button type="button" class="button small" data-action="proposal-remove" disabled=move || count.get() == 0 on:click=remove>"去掉末一类"</button>
        <button type="button" class="button small" data-action="proposal-add" on:click=add>{icon(Icon::Plus)}"加一类"</button>
    };
    view! {
        {table_head(TableId::Proposals.title(), "件", commands.into_any())}
        <div class="grid-scroll">
            {move || match count.get() {
                0 => view! { <p class="empty">"没有收到建议、提案的，不必填。"</p> }.into_any(),
                count => grid_editor(session, TableId::Proposals, &proposals_grid(count), None),
            }}
        </div>
    }
    .into_any()
}

/// Puts the focus into the name of a category that was just added.
fn focus_category(n: usize) {
    use wasm_bindgen::JsCast;
    let found = document().query_selector(&format!("input[name=\"proposals.{n}.category\"]")).ok().flatten();
    if let Some(input) = found.and_then(|input| input.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = input.focus();
    }
}
