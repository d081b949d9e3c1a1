//! A table or a chart between paragraphs, and the menu that puts one there. They are fetched late.

use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};

use super::extra::extra_editor;
use super::table::table_form;
use crate::draft::{ChartId, Draft, Edit, Embed, Embedded, Item, Place, Splice};
use crate::form::TableId;
use crate::session::Session;
use crate::ui::body::start_of;
use crate::ui::charts;
use crate::ui::dom::{El, el, next_frame, value_of};
use crate::ui::page::{Page, focus_first};
use crate::ui::parts::{Icon, button, icon};
use crate::ui::search;

/// A table or a chart, its caption and its commands: what stands in its card.
pub fn embed_form(page: Page, n: usize, at: usize, what: Embedded) -> Vec<El> {
    let Page { session, late, .. } = page;
    let index = move || session.watch(&[Place::Part(n), Place::Parts], |draft| start_of(draft, n, at)).flatten();
    let place = move || Place::Body(n, index().unwrap_or_default());
    let caption = move || session.look(|draft| draft.text(place())).flatten().unwrap_or_default();
    let remove = move || {
        if let Some(index) = index() {
            session.edit(Edit::SpliceBody(n, Splice::remove(index, 1)));
            session.say_undoable("已从报告中取出，数字还在");
            focus_first(&["main .embed-foot input", "main textarea"]);
        }
    };
    let drawn = match what {
        Embedded::Table(table @ (TableId::History | TableId::Channels | TableId::Proposals)) => {
            extra_editor(page, table)
        }
        Embedded::Table(table) => vec![table_form(page, table)],
        Embedded::Chart(chart) => vec![late.place_quietly(el("div").class("late"), charts::figure(page, chart))],
    };
    let kind = if matches!(what, Embedded::Table(_)) { "表的名称" } else { "图的名称" };
    let input = el("input")
        .attr("placeholder", "不写则按内容自动命名")
        .attr_of("name", move || Some(format!("narrative.{n}.body.{}.caption", index().unwrap_or_default())))
        .value_of(caption)
        .on("input", move |event| session.type_line(place(), &value_of(event)))
        .on("blur", move |_| session.seal());
    let remove = button("button quiet small", remove).attr("data-action", "embed-remove");
    let foot = el("div")
        .class("embed-foot")
        .child(el("label").child(el("span").class("note").text(kind)).child(input))
        .child(remove.child(icon(Icon::REMOVE)).text("从报告中取出"));
    drawn.into_iter().chain([foot]).collect()
}

/// The commands of a part's head that are fetched late: finding words, and putting a table or a chart at the end of the part.
pub fn part_commands(page: Page, n: usize) -> El {
    let find = button("button quiet small", move || search::open(page));
    let find = find.attrs(&[("data-action", "find"), ("title", "查找和替换 Ctrl+F"), ("aria-label", "查找和替换")]);
    el("div").class("late").child(find.child(icon(Icon::SEARCH))).child(insert_menu(page.session, n))
}

/// Puts a table or a chart at the end of the part.
fn insert_menu(session: Session, n: usize) -> El {
    let menu = el("details").class("menu");
    let insert = {
        let menu = menu.clone();
        move |what: Embedded| {
            let length = |draft: &Draft| draft.narrative().get(n).map(|part| part.body.len());
            let at = session.look(length).flatten().unwrap_or_default();
            session.edit(Edit::SpliceBody(n, Splice::insert(at, vec![Item::Embed(Embed::new(what))])));
            // The menu is of this program's own making.
            let _ = menu.node().remove_attribute("open");
            focus_first(&[&format!("[name=\"narrative.{n}.body.{at}.caption\"]"), "main .menu summary"]);
        }
    };
    let tables = session.look(insertable).unwrap_or_default().into_iter().map(|table| {
        let insert = insert.clone();
        let button = el("button").attr("type", "button").on_click(move || insert(Embedded::Table(table)));
        let button = button.attrs(&[("data-action", "insert-table"), ("data-table", table.name())]);
        button.child(icon(Icon::TABLE)).text(table.title())
    });
    let charts = ChartId::ALL.into_iter().map(|chart| {
        let insert = insert.clone();
        let button = el("button").attr("type", "button").on_click(move || insert(Embedded::Chart(chart)));
        let button = button.attrs(&[("data-action", "insert-chart"), ("data-chart-id", chart.name())]);
        button.child(icon(Icon::CHART)).text(chart.title()).text("图")
    });
    let list = el("div").class("menu-list").children(tables).children(charts);
    let summary = el("summary").class("button small").child(icon(Icon::PLUS)).text("插入");
    closing(menu.child(summary.clone()).child(list), &summary)
}

/// A menu that closes at Esc, and when the focus or the mouse goes elsewhere.
fn closing(menu: El, summary: &El) -> El {
    let (own, left, summary) = (menu.clone(), menu.clone(), summary.clone());
    let close = |menu: &El| {
        // The menu is of this program's own making.
        let _ = menu.node().remove_attribute("open");
    };
    let escaped = move |event: &Event| {
        if event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape") {
            close(&own);
            summary.focus();
        }
    };
    let gone = move |_: &Event| {
        let left = left.clone();
        // First the focus is nowhere: only then it is known where it went.
        next_frame(move || {
            if !left.node().matches(":focus-within, :hover").unwrap_or(true) {
                close(&left);
            }
        });
    };
    menu.on("keydown", escaped).on("focusout", gone)
}

/// The tables that a body can hold in this form.
fn insertable(draft: &Draft) -> Vec<TableId> {
    let official =
        draft.form().map(|form| form.tables.iter().map(|table| table.id).collect::<Vec<_>>()).unwrap_or_default();
    official.into_iter().chain([TableId::History, TableId::Channels, TableId::Proposals]).collect()
}
