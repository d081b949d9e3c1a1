//! The line under table three: how each column stands, and its arithmetic.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

use crate::calc::{Balance, balance};
use crate::draft::{Draft, Place};
use crate::form::{Law, TableId, Term};
use crate::rules::Severity;
use crate::session::Session;
use crate::sheet::cell_content;
use crate::ui::dom::{El, el};
use crate::ui::page::Page;
use crate::ui::parts::{Icon, icon, severity_mark};

/// The line under table three: how each column after the heads of the rows stands.
pub fn foot(page: Page) -> El {
    let session = page.session;
    let form = session.look(Draft::form).flatten();
    let relations = form.map(|form| form.relations.as_slice()).unwrap_or_default();
    let columns = form.and_then(|form| form.table(TableId::Applications)).map_or(0, |table| table.grid.widths.len());
    let heads = columns - form.map_or(0, |form| form.applicants().len() + 1).min(columns);
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

/// Says the arithmetic of a column where the mouse is over its balance.
pub fn explain_balance(session: Session, event: &Event) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let cell = target.and_then(|target| target.closest("[data-balance]").ok().flatten());
    let Some(cell) = cell else { return };
    let place: Option<Place> = cell.get_attribute("data-balance").and_then(|name| name.parse().ok());
    let words = session.look(|draft| arithmetic(draft, place?)).flatten();
    let _ = cell.set_attribute("title", &words.unwrap_or_default());
}

/// The two sides of a column's relation in figures: 3402＋91 ＝ 3375＋118.
fn arithmetic(draft: &Draft, place: Place) -> Option<String> {
    let relation = draft.form()?.relations.iter().find(|relation| relation.place == place)?;
    let Law::Balance { left, right } = &relation.law else { return None };
    let side = |terms: &[Term]| {
        let figure = |term: &Term| match cell_content(draft, Place::Cell(term.key)).to_string() {
            blank if blank.is_empty() => "（未填）".to_owned(),
            figure => figure,
        };
        terms.iter().map(figure).collect::<Vec<_>>().join("＋")
    };
    let (left, right) = (side(left), side(right));
    Some(format!("{left} 与 {right} 应相等"))
}
