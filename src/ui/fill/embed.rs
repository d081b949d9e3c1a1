//! A table or a chart between paragraphs, and the menu that puts one there.

use leptos::html::Details;
use leptos::prelude::*;

use super::part::insertable;
use super::proposals::proposals_editor;
use super::table::{TableForm, channels_editor, history_editor};
use crate::draft::{ChartId, Edit, Embed, Embedded, Item, Place, Splice, Touch};
use crate::form::TableId;
use crate::session::Session;
use crate::ui::charts::ChartFigure;
use crate::ui::parts::{Icon, icon};

/// A table or a chart with its caption and its commands.
#[component]
pub fn EmbedForm(n: usize, index: Signal<usize>, what: Embedded) -> impl IntoView {
    let session = Session::here();
    let place = move || Place::Body(n, index.get());
    let caption = move || {
        session.watch(&[Touch::Body(n), Touch::Parts], |draft| draft.text(place())).flatten().unwrap_or_default()
    };
    let type_caption = move |event| {
        if let Some(index) = index.try_get_untracked() {
            session.type_line(Place::Body(n, index), &event_target_value(&event));
        }
    };
    let remove = move |_| {
        session.edit(Edit::SpliceBody(n, Splice::remove(index.get_untracked(), 1)));
        session.say_undoable("已从报告中取出，数字还在");
    };
    let drawn = match what {
        Embedded::Table(TableId::History) => history_editor(session),
        Embedded::Table(TableId::Channels) => channels_editor(session),
        Embedded::Table(TableId::Proposals) => proposals_editor(session),
        Embedded::Table(table) => view! { <TableForm table=table /> }.into_any(),
        Embedded::Chart(chart) => view! { <ChartFigure chart=chart /> }.into_any(),
    };
    let kind = if matches!(what, Embedded::Table(_)) { "表" } else { "图" };
    view! {
        <div class="embed card">
            {drawn}
            <div class="embed-foot">
                <label><span class="note">{kind}"的名称"</span>
                    <input name=move || format!("narrative.{n}.body.{}.caption", index.get()) prop:value=caption placeholder="不写则按内容自动命名"
                        on:input=type_caption on:blur=move |_| session.seal() />
                </label>
                <button type="button" class="button quiet small" data-action="embed-remove" on:click=remove>{icon(Icon::Remove)}"从报告中取出"</button>
            </div>
        </div>
    }
}

/// Puts a table or a chart at the end of the part.
#[component]
pub fn InsertMenu(n: usize) -> impl IntoView {
    let session = Session::here();
    let menu = NodeRef::<Details>::new();
    let insert = move |what: Embedded| {
        let at =
            session.look(|draft| draft.narrative().get(n).map(|part| part.body.len())).flatten().unwrap_or_default();
        session.edit(Edit::SpliceBody(n, Splice::insert(at, vec![Item::Embed(Embed::new(what))])));
        if let Some(menu) = menu.try_get_untracked().flatten() {
            menu.set_open(false);
        }
    };
    let tables = session.look(insertable).unwrap_or_default().into_iter().map(move |table| {
        view! { <button type="button" data-action="insert-table" data-table=table.name() on:click=move |_| insert(Embedded::Table(table))>{icon(Icon::Table)}{table.title()}</button> }
    });
    let charts = ChartId::ALL.into_iter().map(move |chart| {
        view! { <button type="button" data-action="insert-chart" data-chart-id=chart.name() on:click=move |_| insert(Embedded::Chart(chart))>{icon(Icon::Chart)}{chart.title()}"图"</button> }
    });
    view! {
        <details class="menu" node_ref=menu>
            <summary class="button small">{icon(Icon::Plus)}"插入"</summary>
            <div class="menu-list">{tables.collect_view()}{charts.collect_view()}</div>
        </details>
    }
}
