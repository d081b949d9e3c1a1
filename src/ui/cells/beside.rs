//! 对照上年: last year's figures in the cells, where last year's report is known. In a blank cell they are a quiet hint; where the clerk
//! asks for it, they stand in the others too.

use std::rc::Rc;

use web_sys::Element;

use super::hands::Hands;
use crate::block::Content;
use crate::draft::Place;
use crate::sheet::cell_content;
use crate::ui::dom::{El, Signal, el, follow};
use crate::ui::page::Page;
use crate::ui::parts::button;

thread_local! {
    /// Whether last year's figures stand in all cells; for all tables, as long as the page is open.
    static COMPARED: Rc<Signal<bool>> = Rc::new(Signal::new(false));
}

/// Puts last year's figures into the cells of a table, and follows which report they are of.
pub fn beside(hands: &Rc<Hands>, table: &El) {
    let compared = COMPARED.with(Rc::clone);
    let _ = table.clone().flag_of("data-compared", move || compared.with(|is| *is));
    let (hands, page) = (Rc::clone(hands), hands.page);
    follow(move || {
        let year = page.session.checked_beside();
        for (place, cell) in hands.inputs() {
            let last = year.and_then(|_| last(page, place));
            let input = cell.query_selector("input").ok().flatten();
            mark(cell, "data-last", last.as_deref());
            if let Some(input) = input {
                mark(&input, "placeholder", last.map(|last| format!("上年 {last}")).as_deref());
            }
        }
    });
}

/// Sets an attribute, or takes it away. The names are this program's own, so that none is refused.
fn mark(element: &Element, name: &str, value: Option<&str>) {
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

/// Last year's figure of a cell as it is shown.
fn last(page: Page, place: Place) -> Option<String> {
    let shown = page.session.look_at_case(|case| match cell_content(case.last?, place) {
        Content::Number(number) => Some(number.to_string()),
        Content::Blank | Content::Text(_) => None,
    });
    shown.flatten()
}

/// The switch, where last year's report is known.
pub fn switch(page: Page) -> El {
    let known = move || page.session.checked_beside().is_some();
    let draw = || {
        let (shown, turned) = (COMPARED.with(Rc::clone), COMPARED.with(Rc::clone));
        let turn = move || turned.set(!turned.look(|is| *is));
        vec![
            button("button small compare-switch", turn)
                .attr("data-action", "compare-last")
                .attr_of("aria-pressed", move || Some(shown.with(bool::to_string)))
                .text("对照上年"),
        ]
    };
    el("span").class("late").when(known, draw)
}
