//! A table on its own: its head, the grid, and the places of what is fetched late: commands, balance, the cell that has the focus.

use std::borrow::Cow;

use super::grid::grid_editor;
use crate::draft::Draft;
use crate::form::TableId;
use crate::ui::dom::{El, el};
use crate::ui::page::{LateView, Page, Piece};
use crate::ui::parts::{Icon, icon};

/// A table with its head and its commands. Those that no form asks for are fetched late.
pub fn table_form(page: Page, table: TableId) -> El {
    let late = page.late;
    match table {
        TableId::Proactive | TableId::Applications | TableId::Disputes | TableId::Statistics => {
            official_table(page, table)
        }
        TableId::History | TableId::Channels | TableId::Proposals => {
            let section = el("section").attrs(&[("class", "table-form"), ("data-form", table.name())]);
            let view =
                LateView::new(Piece::Editors, table.title(), move |_| Some((late.editors()?.extra)(page, table)));
            section.child(late.place(el("div"), view, |words| words)).child(focus_line(page))
        }
    }
}

/// The head of a table: what it is, its unit, its commands.
pub fn table_head(table: TableId, unit: &str, commands: impl IntoIterator<Item = El>) -> El {
    let unit = if unit.is_empty() { String::new() } else { format!("单位：{unit}") };
    el("div")
        .class("table-head")
        .child(el("h2").child(icon(Icon::TABLE)).text(table.title()))
        .child(el("span").class("note").text(&unit))
        .child(el("span").class("grow"))
        .children(commands)
}

/// A table of the form, as an editor. What stands around its cells is fetched late.
pub fn official_table(page: Page, table: TableId) -> El {
    let late = page.late;
    let official = page.session.look(Draft::form).flatten().and_then(|form| form.table(table));
    let Some(official) = official else { return el("p").class("empty").text("这一年度的格式没有这张表") };
    let tools = LateView::new(Piece::Cells, "", move |_| Some((late.cells()?.tools)(page, table)));
    let tools = late.place_quietly(el("span").class("late"), tools);
    let section = el("section").attrs(&[("class", "table-form"), ("data-form", table.name())]);
    let terms = LateView::new(Piece::Editors, "", move |_| Some((late.editors()?.terms)(page, table)));
    let terms = late.place_quietly(el("span").class("late"), terms);
    let section = section.child(table_head(table, official.unit, [terms, tools]));
    let is_by_kind = table == TableId::Applications;
    let shown = section.clone();
    let kinds = is_by_kind.then(|| {
        let kinds = LateView::new(Piece::Cells, "", move |_| Some(vec![(late.cells()?.kinds)(page, &shown)]));
        late.place_quietly(el("div").class("late"), kinds)
    });
    let foot = is_by_kind.then(|| {
        let foot = LateView::new(Piece::Cells, "", move |_| Some(vec![(late.cells()?.foot)(page)]));
        late.place_quietly(el("tfoot"), foot)
    });
    let grid = grid_editor(page, table, Cow::Borrowed(&official.grid), foot, None);
    section
        .attr_if("data-shown", is_by_kind.then_some("0"))
        .children(kinds)
        .child(el("div").class("grid-scroll").child(grid))
        .child(focus_line(page))
}

/// The line under a table: the cell that has the focus, or what is selected.
pub fn focus_line(page: Page) -> El {
    let late = page.late;
    let line = LateView::new(Piece::Cells, "", move |_| Some((late.cells()?.line)(page)));
    late.place_quietly(el("p").class("focus-line"), line)
}
