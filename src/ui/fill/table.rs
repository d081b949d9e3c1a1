//! A table on its own: its head with the commands, the grid, the balance below, the cell that has the focus.

use std::borrow::Cow;
use std::rc::Rc;

use super::grid::grid_editor;
use crate::calc::{Balance, balance};
use crate::draft::{Draft, Edit, Place};
use crate::form::{Applicant, Form, Law, TableId};
use crate::rules::Severity;
use crate::session::Session;
use crate::sheet::blanks;
use crate::ui::dom::{El, Signal, el};
use crate::ui::page::{LateView, Page, Piece, focus_first};
use crate::ui::parts::{Icon, button, icon, severity_mark};

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

/// A table of the form, as an editor.
pub fn official_table(page: Page, table: TableId) -> El {
    let session = page.session;
    let official = session.look(Draft::form).flatten().and_then(|form| form.table(table));
    let Some(official) = official else { return el("p").class("empty").text("这一年度的格式没有这张表") };
    let missing = move || {
        session.any();
        session.look(|draft| blanks(draft, table).len()).unwrap_or_default()
    };
    let fill = move || {
        let cells = session.look(|draft| blanks(draft, table)).unwrap_or_default();
        if !cells.is_empty() {
            session.edit(Edit::fill_zero(&cells));
            session.say_undoable(format!("{} 格已填 0", cells.len()));
            // The button has nothing more to do, and takes no focus then.
            focus_first(&[&format!("[data-range=\"{}\"] input", table.name())]);
        }
    };
    let words = move || match missing() {
        0 => "已填完".to_owned(),
        missing => format!("还有 {missing} 格没有填"),
    };
    let late = page.late;
    let tools = LateView::new(Piece::Cells, "", move |_| Some((late.cells()?.tools)(page)));
    let terms = LateView::new(Piece::Editors, "", move |_| Some((late.editors()?.terms)(page, table)));
    let commands = [
        late.place_quietly(el("span").class("late"), terms),
        late.place_quietly(el("span").class("late"), tools),
        el("span").attrs(&[("class", "note"), ("role", "status")]).text_of(words),
        button("button small", fill)
            .attr("data-action", "fill-zero")
            .flag_of("disabled", move || missing() == 0)
            .text("空格填 0"),
    ];
    let kinds = session.look(Draft::form).flatten().map(Form::applicants).filter(|_| table == TableId::Applications);
    let by_kind = kinds.is_some();
    let kind = Rc::new(Signal::new(0_usize));
    let shown = Rc::clone(&kind);
    let foot = kinds.map(|kinds| balance_foot(session, official.grid.widths.len() - kinds.len() - 1));
    el("section")
        .attrs(&[("class", "table-form"), ("data-form", table.name())])
        .attr_of("data-shown", move || by_kind.then(|| shown.with(usize::to_string)))
        .child(table_head(table, official.unit, commands))
        .children(kinds.map(|kinds| kind_tabs(&kind, kinds)))
        .child(el("div").class("grid-scroll").child(grid_editor(
            page,
            table,
            Cow::Borrowed(&official.grid),
            foot,
            None,
        )))
        .child(focus_line(page))
}

/// On a phone one kind of applicant is shown at a time.
fn kind_tabs(shown: &Rc<Signal<usize>>, kinds: &[Applicant]) -> El {
    let kinds = kinds.iter().map(|kind| kind.label).chain(["总计"]).enumerate().map(|(index, kind)| {
        let (now, chosen) = (Rc::clone(shown), Rc::clone(shown));
        let pressed = move || Some(now.with(|now| *now == index).to_string());
        el("button")
            .attr("type", "button")
            .attr_of("aria-pressed", pressed)
            .text(kind)
            .on_click(move || chosen.set(index))
    });
    el("div").attrs(&[("class", "kinds"), ("role", "group"), ("aria-label", "申请人")]).children(kinds)
}

/// The line under table three: how each column after the heads of the rows stands.
fn balance_foot(session: Session, heads: usize) -> El {
    let relations = session.look(Draft::form).flatten().map(|form| form.relations.as_slice()).unwrap_or_default();
    let columns = relations.iter().filter(|relation| relation.rule == "N01");
    let cells = columns.enumerate().filter_map(|(index, relation)| {
        let (Law::Balance { left, right }, Place::Column(..)) = (&relation.law, relation.place) else { return None };
        let stands = move || {
            session.any();
            session.look(|draft| balance(draft, left, right)).unwrap_or(Balance::Unfinished)
        };
        let cell = el("td").class(&format!("c{}", index + heads));
        let own = cell.clone();
        // Both marks stand there; which of them is seen, the state of the cell says. So an edit changes words, and draws nothing anew.
        let words = move || {
            let (name, words) = match stands() {
                Balance::Unfinished => ("unfinished", "未填完".to_owned()),
                Balance::Holds(sum) => ("holds", sum.to_string()),
                Balance::Off(difference) => ("off", ["差 ", &difference.to_string()].concat()),
            };
            let _ = own.clone().attr("data-stands", name);
            words
        };
        let words = el("span").child(icon(Icon::TICK)).child(severity_mark(Severity::Error)).text_of(words);
        Some(cell.attr("data-balance", &relation.place.to_string()).child(words))
    });
    let head = el("th")
        .attrs(&[("scope", "row"), ("colspan", &heads.to_string())])
        .text("勾稽　第一项＋第二项 ＝ 第三项＋第四项");
    el("tr").class("balance").child(head).children(cells)
}

/// The line under a table: the cell that has the focus, or what is selected.
pub fn focus_line(page: Page) -> El {
    let late = page.late;
    let line = LateView::new(Piece::Cells, "", move |_| Some((late.cells()?.line)(page)));
    late.place_quietly(el("p").class("focus-line"), line)
}
