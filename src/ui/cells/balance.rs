//! The line under table three: how each column stands, and its arithmetic.

use crate::calc::{Balance, balance};
use crate::draft::{Draft, Place};
use crate::form::{Form, TableId, Term};
use crate::rules::Severity;
use crate::sheet::cell_content;
use crate::ui::dom::{El, el};
use crate::ui::page::Page;
use crate::ui::parts::{Icon, icon, severity_mark};

/// The line under table three: how each column after the heads of the rows stands.
pub fn foot(page: Page) -> El {
    let session = page.session;
    let form = session.look(Draft::form).flatten();
    let columns = form.and_then(|form| form.table(TableId::Applications)).map_or(0, |table| table.grid.widths.len());
    let heads = columns - form.map_or(0, |form| form.applicants().len() + 1).min(columns);
    let cells = form.into_iter().flat_map(Form::balances).enumerate().map(|(index, (column, left, right))| {
        let places: Vec<Place> = [left, right].concat().iter().map(|term| Place::Cell(term.key)).collect();
        let stands =
            move || session.watch_cells(&places, |draft| balance(draft, left, right)).unwrap_or(Balance::Unfinished);
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
        cell.attr("data-balance", &Place::Column(TableId::Applications, column).to_string()).child(words)
    });
    let head = el("th")
        .attrs(&[("scope", "row"), ("colspan", &heads.to_string())])
        .text("勾稽　第一项＋第二项 ＝ 第三项＋第四项");
    el("tr").class("balance").child(head).children(cells)
}

/// The two sides of the relation of a cell's column, in figures: 3402＋91 ＝ 3375＋118; nothing where the column has none, or a blank.
pub fn arithmetic(draft: &Draft, place: Place) -> Option<String> {
    let name = place.to_string();
    let own = name.strip_prefix("applications.")?.rsplit('.').next()?;
    let (_, left, right) = draft.form()?.balances().find(|(column, ..)| *column == own)?;
    let sign = match balance(draft, left, right) {
        Balance::Unfinished => return None,
        Balance::Holds(_) => "＝",
        Balance::Off(_) => "≠",
    };
    let side = |terms: &[Term]| {
        let figures: Vec<String> =
            terms.iter().map(|term| cell_content(draft, Place::Cell(term.key)).to_string()).collect();
        figures.join("＋")
    };
    Some(format!("本列 {} {sign} {}", side(left), side(right)))
}
