//! The tables that no form asks for: history, channels, proposals. They are fetched late.

use leptos::prelude::*;

use super::grid::grid_editor;
use super::table::{official_table, table_head};
use crate::draft::{Draft, Edit, Place, Proposal, Splice};
use crate::form::{Formula, Key, TableId};
use crate::session::Session;
use crate::sheet::{View, evaluate, grid, history_keys, history_years, inputs};
use crate::ui::dom::{El, el, follow};
use crate::ui::page::{Page, focus_first};
use crate::ui::parts::{Icon, button, icon};
use crate::value::{Year, each_once};

/// A table as an editor, without what stands around it.
pub fn extra_editor(page: Page, table: TableId) -> Vec<El> {
    match table {
        TableId::History => history_editor(page),
        TableId::Channels => channels_editor(page),
        TableId::Proposals => proposals_editor(page),
        TableId::Proactive | TableId::Applications | TableId::Disputes | TableId::Statistics => {
            vec![official_table(page, table)]
        }
    }
}

/// The keys that have a history, and the years: those that hold something, and the five up to the report year.
fn history_shape(draft: &Draft) -> (Vec<Key>, Vec<Year>) {
    let keys = history_keys(draft);
    let mut years: Vec<Year> = keys.iter().flat_map(|key| history_years(draft, *key)).collect();
    years.extend(draft.year().saturating_sub(4)..=draft.year());
    (keys, years)
}

/// The history as an editor.
fn history_editor(page: Page) -> Vec<El> {
    let session = page.session;
    // A year once shown stays while the screen does, though its cell is emptied to be typed anew.
    let shown = RwSignal::new(Vec::<Year>::new());
    let shape = Memo::new(move |_| {
        session.at_rest();
        let (keys, years) = session.look(history_shape).unwrap_or_default();
        (keys, each_once([years, shown.get()].concat()))
    });
    follow(move || {
        let (_, years) = shape.get();
        if shown.get_untracked() != years {
            shown.set(years);
        }
    });
    let add = move || {
        let first = shape.with_untracked(|(_, years)| years.first().copied()).unwrap_or(crate::value::FIRST_YEAR);
        shown.update(|years| years.insert(0, first - 1));
    };
    let add = button("button small", add).attr("data-action", "year-add").child(icon(Icon::PLUS)).text("往前加一年");
    let draw = move |(_, years): &(Vec<Key>, Vec<Year>)| editor(page, TableId::History, View::Filled(years));
    let grid = el("div").class("grid-scroll").switch(move || shape.get(), draw);
    vec![table_head(TableId::History, "条", [optional(), add]), grid]
}

/// What says that a table need not be filled in; of one that stands in the report it is not seen.
fn optional() -> El {
    el("span").class("note optional").text("可以不填")
}

/// The channels as an editor, with their sum and shares.
fn channels_editor(page: Page) -> Vec<El> {
    let note = el("span").class("note").text("0 的渠道不印");
    let grid = editor(page, TableId::Channels, View::Filled(&[]));
    vec![table_head(TableId::Channels, "条", [optional(), note]), el("div").class("grid-scroll").children(grid)]
}

/// The proposals of deputies and members as an editor: a row a category.
fn proposals_editor(page: Page) -> Vec<El> {
    let session = page.session;
    let count =
        move || session.watch(&[Place::Table(TableId::Proposals)], |draft| draft.proposals().len()).unwrap_or_default();
    let add = move || {
        let at = untrack(count);
        session.edit(Edit::SpliceProposals(Splice::insert(at, vec![Proposal::default()])));
        focus_first(&[format!("input[name=\"proposals.{at}.category\"]")]);
    };
    let remove = move || {
        session.edit(Edit::SpliceProposals(Splice::remove(untrack(count).saturating_sub(1), 1)));
        if untrack(count) == 0 {
            focus_first(&["[data-action=proposal-add]"]);
        }
    };
    let remove = button("button small", remove).attr("data-action", "proposal-remove").text("去掉末一类");
    let add = button("button small", add).attr("data-action", "proposal-add").child(icon(Icon::PLUS)).text("加一类");
    let draw = move |_: &usize| match editor(page, TableId::Proposals, View::Filled(&[])) {
        empty if empty.is_empty() => vec![el("p").class("empty").text("没有收到建议、提案的，不必填。")],
        grid => grid,
    };
    let head =
        table_head(TableId::Proposals, "件", [optional(), remove.flag_of("disabled", move || count() == 0), add]);
    vec![head, el("div").class("grid-scroll").switch(count, draw)]
}

/// The grid as an editor; nothing where there is nothing to fill in.
fn editor(page: Page, table: TableId, view: View) -> Vec<El> {
    let grid = page.session.look(|draft| grid(draft, table, view)).flatten();
    grid.map(|grid| grid_editor(page, table, grid, None, Some(draw_formula))).into_iter().collect()
}

/// Draws a value that follows from others.
fn draw_formula(cell: El, session: Session, formula: Formula) -> El {
    cell.text_of(move || {
        let cells = session.look(|draft| inputs(draft, formula)).unwrap_or_default();
        let touches: Vec<Place> = cells.into_iter().chain([Place::Table(TableId::Proposals)]).collect();
        session.watch(&touches, |draft| evaluate(draft, formula).to_string()).unwrap_or_default()
    })
}
