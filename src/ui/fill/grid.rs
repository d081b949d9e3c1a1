//! A table as it is printed, with an input in each cell. One listener of each kind serves the whole table.

use std::borrow::Cow;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, InputEvent};

use super::cell::cell_input;
use crate::block::{Role, TableCell};
use crate::draft::{Draft, Place, ProposalField};
use crate::form::{Cell, Form, Formula, Grid, Key, Source, TableId};
use crate::session::Session;
use crate::sheet::cell_content;
use crate::ui::dom::{El, el};
use crate::ui::page::{LateView, Page, Piece};

/// Draws into a cell a value that follows from others and is never typed. Only the tables that no form asks for have any.
pub type DrawFormula = fn(El, Session, Formula) -> El;

/// Draws a grid as an editor. Its cells take figures at once; keys, mouse and clipboard come with a piece of their own.
pub fn grid_editor(
    page: Page,
    table: TableId,
    grid: Cow<'static, Grid>,
    foot: Option<El>,
    formula: Option<DrawFormula>,
) -> El {
    let Page { session, late, .. } = page;
    let form = session.look(Draft::form).flatten();
    let mut columns = Vec::new();
    grid.each_cell(|_, _, column| columns.push(column));
    let mut columns = columns.into_iter();
    let rows = grid.rows.iter().enumerate().map(|(row, cells)| {
        // As many columns as cells are taken, no more.
        let has_values = cells.iter().any(|cell| !matches!(cell.source, Source::Words(_)));
        let cells = cells.iter().map(|cell| draw(session, cell, columns.next().unwrap_or_default(), form, formula));
        let drawn = el("tr").attr("data-row", &row.to_string()).children(cells);
        let class = if row < grid.head_rows { Some("head") } else { (!has_values).then_some("title") };
        drawn.attr_if("class", class).attr_if("data-group-end", grid.group_lines.contains(&(row + 1)).then_some(""))
    });
    let element = el("table").class(&format!("grid grid-{}", table.name())).attr("data-range", table.name());
    let element = element.child(el("tbody").children(rows)).children(foot);
    let grid = Rc::new(grid);
    let hands = LateView::new(Piece::Cells, "", move |element| {
        (late.cells()?.attend)(page, table, element, Rc::clone(&grid));
        None
    });
    late.place_quietly(listening(element, session), hands)
}

/// The table with the listeners that take in what is typed.
fn listening(table: El, session: Session) -> El {
    let typed = move |event: &Event| {
        let composing = event.dyn_ref::<InputEvent>().is_some_and(InputEvent::is_composing);
        if let Some(input) = input_of(event).filter(|_| !composing) {
            take(session, &input);
        }
    };
    let composed = move |event: &Event| {
        if let Some(input) = input_of(event) {
            take(session, &input);
        }
    };
    let entered = move |event: &Event| {
        if let Some(input) = input_of(event) {
            // First what a browser lays the page out for, then what changes it.
            input.select();
            session.focus(input.name().parse().ok());
        }
    };
    let left = move |event: &Event| {
        if let Some(input) = input_of(event) {
            // An input method may end without an input event: what stands there is read again.
            take(session, &input);
            session.seal();
            let _ = input.remove_attribute("data-typing");
            // Now the cell shows the figure as the draft has it.
            let place = input.name().parse().ok().filter(|place: &Place| place.is_cell());
            if let Some(place) = place.filter(|place| shown(session, *place) != input.value()) {
                session.refresh(place);
            }
        }
    };
    table.on("input", typed).on("compositionend", composed).on("focusin", entered).on("focusout", left)
}

/// The input to which something happened.
fn input_of(event: &Event) -> Option<HtmlInputElement> {
    event.target()?.dyn_into().ok()
}

/// Takes what stands in an input into the draft.
fn take(session: Session, input: &HtmlInputElement) {
    let Ok(place) = input.name().parse::<Place>() else { return };
    if !place.is_cell() {
        return session.type_line(place, &input.value());
    }
    // A computed total that nobody changed is not stated by passing through.
    if input.has_attribute("data-typing") || shown(session, place) != input.value() {
        let _ = input.set_attribute("data-typing", "");
        session.type_into(place, &input.value());
    }
}

/// What a cell shows that is not typed in.
fn shown(session: Session, place: Place) -> String {
    session.look(|draft| cell_content(draft, place).to_string()).unwrap_or_default()
}

/// What a cell is called by those who cannot see the table: row, column, unit.
fn label(form: Option<&Form>, place: Place) -> String {
    let of = |key: Key| form.and_then(|form| form.label(key)).unwrap_or_else(|| key.label());
    if let Place::Past(key, year) = place {
        return format!("{year}年，{}，{}", of(key), key.unit());
    }
    if let Place::Proposal(n, field) = place {
        let what = match field {
            ProposalField::Category => "名称",
            ProposalField::Count => "件数",
            ProposalField::Closed => "办结数",
        };
        return format!("第{}类，{what}", n + 1);
    }
    place.figure().map(|key| format!("{}，{}", of(key), key.unit())).unwrap_or_default()
}

fn draw(session: Session, cell: &Cell, column: usize, form: Option<&Form>, formula: Option<DrawFormula>) -> El {
    let class = format!("c{column}");
    let spanned = |el: El| {
        let span = |count: u16| (count > 1).then(|| count.to_string());
        el.attr_if("rowspan", span(cell.row_span).as_deref()).attr_if("colspan", span(cell.column_span).as_deref())
    };
    let drawn = |tag: &str, more: &str| spanned(el(tag).class(&format!("{class}{more}")));
    match &cell.source {
        Source::Words(words) => match cell.role {
            Role::ColumnHead => drawn("th", "").text(words),
            Role::RowHead => {
                let upright = TableCell::is_upright(cell.row_span);
                let head = drawn("th", if upright { " upright row-head" } else { " row-head" });
                head.attr("scope", "row").child(el("span").text(words))
            }
            Role::Value => drawn("td", "").text(words),
        },
        Source::Place(place) => {
            let (place, label) = (*place, label(form, *place));
            if place.is_cell() {
                return drawn("td", " value").child(cell_input(session, place, &label));
            }
            let touches = [place];
            let value = move || session.watch(&touches, |draft| draft.text(place)).flatten().unwrap_or_default();
            let input = el("input").attr("name", &place.to_string()).attr("aria-label", &label).value_of(value);
            drawn("td", " category").child(input)
        }
        Source::Formula(of) => {
            let cell = drawn("td", " derived");
            match formula {
                Some(draw) => draw(cell, session, *of),
                None => cell,
            }
        }
    }
}
