//! Table three as the ledger makes it: every cell tells which lines it counts, and what the draft has otherwise.

use std::rc::Rc;

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};

use super::View;
use super::groups::show_group;
use super::tip::{cell_words, tip};
use super::to::head;
use super::words::columns;
use crate::block::{Role, TableCell};
use crate::draft::Place;
use crate::form::{Cell, Form, Key, Source, TableId};
use crate::read::ledger::Balance;
use crate::rules::Severity;
use crate::sheet::{Direction, Layout};
use crate::ui::dom::{El, Signal, el};
use crate::ui::parts::{Icon, icon, severity_mark};

/// The right side.
pub fn side(view: &View) -> El {
    let kind = Rc::new(Signal::new(0_usize));
    let shown = Rc::clone(&kind);
    el("section")
        .attrs(&[("class", "ledger-table"), ("aria-label", "表三")])
        .attr_of("data-shown", move || Some(shown.with(usize::to_string)))
        .child(head(view))
        .child(kind_tabs(view.0.form, &kind))
        .child(el("div").class("scroll").children(table(view)))
}

/// On a phone one kind of applicant is shown at a time.
fn kind_tabs(form: &Form, shown: &Rc<Signal<usize>>) -> El {
    let kinds = columns(form).enumerate().map(|(index, words)| {
        let (now, chosen) = (Rc::clone(shown), Rc::clone(shown));
        el("button")
            .attr("type", "button")
            .attr_of("aria-pressed", move || Some(now.with(|now| *now == index).to_string()))
            .text(words)
            .on_click(move || chosen.set(index))
    });
    el("div").attrs(&[("class", "kinds"), ("role", "group"), ("aria-label", "申请人")]).children(kinds)
}

/// The cells of the table, where they lie and where they are drawn.
struct Cells {
    layout: Layout,
    drawn: Vec<(Key, El)>,
    /// The one into which Tab goes.
    caret: Rc<Signal<Option<Key>>>,
}

fn table(view: &View) -> Option<El> {
    let grid = &view.0.form.table(TableId::Applications)?.grid;
    let layout = Layout::of(grid);
    let first = layout.cells().iter().find_map(|cell| cell.place?.figure());
    let mut columns = layout.cells().iter().map(|cell| cell.area.left).collect::<Vec<_>>().into_iter();
    let caret = Rc::new(Signal::new(first));
    let mut drawn = Vec::new();
    let rows: Vec<El> = grid
        .rows
        .iter()
        .enumerate()
        .map(|(row, cells)| {
            let cells = cells.iter().map(|cell| {
                let class = format!("c{}", columns.next().unwrap_or_default());
                match cell.source {
                    Source::Place(Place::Cell(key)) => {
                        let cell = figure(view, key, &class, &caret);
                        drawn.push((key, cell.clone()));
                        cell
                    }
                    Source::Place(_) | Source::Words(_) | Source::Formula(_) => words_cell(cell, &class),
                }
            });
            el("tr")
                .attr("data-row", &row.to_string())
                .attr_if("class", (row < grid.head_rows).then_some("head"))
                .attr_if("data-group-end", grid.group_lines.contains(&(row + 1)).then_some(""))
                .children(cells.collect::<Vec<_>>())
        })
        .collect();
    let table = el("table").attrs(&[("class", "grid grid-applications"), ("aria-label", "表三，由台账计数")]);
    let heads = grid.widths.len() - view.0.form.applicants().len() - 1;
    let table = table.child(el("tbody").children(rows)).child(el("tfoot").child(balance_foot(view, heads)));
    tip(view, drawn.clone());
    Some(listening(view, table, Cells { layout, drawn, caret }))
}

/// A head of rows or columns.
fn words_cell(cell: &Cell, class: &str) -> El {
    let words = match &cell.source {
        Source::Words(words) => words.as_ref(),
        Source::Place(_) | Source::Formula(_) => "",
    };
    let span = |count: u16| (count > 1).then(|| count.to_string());
    let drawn = match cell.role {
        Role::ColumnHead => el("th").class(class).text(words),
        Role::RowHead => {
            let upright = if TableCell::is_upright(cell.row_span) { " upright" } else { "" };
            el("th").class(&format!("{class}{upright} row-head")).attr("scope", "row").child(el("span").text(words))
        }
        Role::Value => el("td").class(class).text(words),
    };
    drawn.attr_if("rowspan", span(cell.row_span).as_deref()).attr_if("colspan", span(cell.column_span).as_deref())
}

/// A figure: how many lines it counts, and what stands there in the draft where that is another number.
fn figure(view: &View, key: Key, class: &str, caret: &Rc<Signal<Option<Key>>>) -> El {
    let (counted, text, words, before, differs) =
        (view.clone(), view.clone(), view.clone(), view.clone(), view.clone());
    let is_total = view.0.form.parts(key).is_some();
    let is_caret = Rc::clone(caret);
    let count = move |view: &View| view.0.counts.with(|counts| counts.lines(key).len().to_string());
    let value = count;
    let old = move || before.0.target.before(key).unwrap_or_default();
    let button = el("button")
        .attrs(&[("type", "button"), ("class", "cell-count"), ("data-ledger-cell", key.name())])
        .attr_of("tabindex", move || {
            Some(if is_caret.with(|caret| *caret == Some(key)) { "0" } else { "-1" }.to_owned())
        })
        .attr_of("data-value", move || Some(value(&counted)))
        .attr_of("aria-label", move || Some(cell_words(&words, key).join("；")))
        .class_of("differs", move || differs.0.target.before(key).is_some())
        .attr_of("data-before", move || Some(old()).filter(|old| !old.is_empty()))
        .child(el("span").text_of(move || count(&text)));
    let class = if is_total { format!("{class} value derived") } else { format!("{class} value") };
    el("td").class(&class).child(button)
}

/// The line under the table: how each column stands.
fn balance_foot(view: &View, heads: usize) -> El {
    let followed = view.clone();
    let open = move || match followed.0.counts.with(|counts| counts.open.len()) {
        0 => String::new(),
        open => format!("还有 {open} 行没有归"),
    };
    let columns = columns(view.0.form).count();
    let cells = (0..columns).map(|at| {
        let followed = view.clone();
        let stands = move || followed.0.counts.with(|counts| counts.balances.get(at).copied());
        let draw = |balance: &Option<Balance>| {
            let difference = balance.map_or(0, |balance| balance.difference());
            vec![if difference == 0 {
                let sum = balance.map_or(0, |balance| balance.received).to_string();
                el("span").class("ok").child(icon(Icon::TICK)).text(&sum)
            } else {
                el("span").class("left").child(severity_mark(Severity::Warning)).text(&format!("差 {difference}"))
            }]
        };
        el("td").class(&format!("c{}", heads + at)).switch(stands, draw)
    });
    let head = el("th").attrs(&[("scope", "row"), ("colspan", &heads.to_string())]).text("勾稽　");
    el("tr").class("balance").child(head.child(el("span").class("note").text_of(open))).children(cells)
}

/// The figure in which something happened.
fn figure_of(event: &Event) -> Option<Key> {
    let cell = event.target()?.dyn_into::<Element>().ok()?.closest("td").ok().flatten()?;
    let button = cell.query_selector("[data-ledger-cell]").ok().flatten()?;
    Key::parse(&button.get_attribute("data-ledger-cell")?)
}

/// The table with its listeners: arrows move, Enter and clicks show the lines, and what is pointed at tells its lines.
fn listening(view: &View, table: El, cells: Cells) -> El {
    let caret = Rc::clone(&cells.caret);
    let (entered, left, over, out, clicked) = (view.clone(), view.clone(), view.clone(), view.clone(), view.clone());
    let view = view.clone();
    table
        .on("focusin", move |event| {
            if let Some(key) = figure_of(event) {
                caret.set(Some(key));
                entered.0.pointed.set(Some(key));
            }
        })
        .on("focusout", move |_| left.0.pointed.set(None))
        .on("mouseover", move |event| {
            if let Some(key) = figure_of(event) {
                over.0.pointed.set(Some(key));
            }
        })
        .on("mouseleave", move |_| out.0.pointed.set(focused()))
        .on("click", move |event| {
            if let Some(key) = figure_of(event) {
                show_group(&clicked, key);
            }
        })
        .on("keydown", move |event| {
            if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
                press(&view, &cells, event);
            }
        })
}

/// The figure that has the focus.
fn focused() -> Option<Key> {
    Key::parse(&document().active_element()?.get_attribute("data-ledger-cell")?)
}

fn press(view: &View, cells: &Cells, event: &KeyboardEvent) {
    if event.key() == "Escape" {
        view.0.pointed.set(None);
        return;
    }
    let control = event.ctrl_key() || event.meta_key();
    let direction = match (event.key().as_str(), control) {
        ("ArrowUp", false) => Direction::Up,
        ("ArrowDown", false) => Direction::Down,
        ("ArrowLeft", false) => Direction::Left,
        ("ArrowRight", false) => Direction::Right,
        ("ArrowUp", true) => Direction::Top,
        ("ArrowDown", true) => Direction::Bottom,
        ("Home", _) | ("ArrowLeft", true) => Direction::RowStart,
        ("End", _) | ("ArrowRight", true) => Direction::RowEnd,
        _ => return,
    };
    event.prevent_default();
    let next = focused().and_then(|key| cells.layout.next(Place::Cell(key), direction)).and_then(Place::figure);
    let drawn = next.and_then(|next| cells.drawn.iter().find(|(key, _)| *key == next));
    let button = drawn.and_then(|(_, cell)| cell.node().query_selector("button").ok().flatten());
    if let Some(button) = button {
        El::of(button).focus();
    }
}
