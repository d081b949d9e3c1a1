//! What stands over a table: how much of it is filled in, its commands, and on a phone which kind of applicant is shown.

use std::rc::Rc;

use super::beside;
use crate::draft::{Draft, Edit};
use crate::form::{Form, TableId};
use crate::sheet::blanks;
use crate::ui::dom::{El, Signal, el, follow};
use crate::ui::page::{Page, focus_first};
use crate::ui::parts::button;

/// How much is filled in, and the commands.
pub fn tools(page: Page, table: TableId) -> Vec<El> {
    let session = page.session;
    let missing = move || {
        session.at_rest();
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
    vec![
        el("span").attrs(&[("class", "note"), ("role", "status")]).text_of(words),
        beside::switch(page),
        button("button small", fill)
            .attr("data-action", "fill-zero")
            .flag_of("disabled", move || missing() == 0)
            .text("空格填 0"),
    ]
}

/// On a phone one kind of applicant is shown at a time.
pub fn kinds(page: Page, section: &El) -> El {
    let kinds = page.session.look(Draft::form).flatten().map(Form::applicants).unwrap_or_default();
    let shown = Rc::new(Signal::new(0_usize));
    let (section, followed) = (section.clone(), Rc::clone(&shown));
    follow(move || {
        let _ = section.clone().attr("data-shown", &followed.with(usize::to_string));
    });
    let kinds = kinds.iter().map(|kind| kind.label).chain(["总计"]).enumerate().map(|(index, kind)| {
        let (now, chosen) = (Rc::clone(&shown), Rc::clone(&shown));
        let pressed = move || Some(now.with(|now| *now == index).to_string());
        el("button")
            .attr("type", "button")
            .attr_of("aria-pressed", pressed)
            .text(kind)
            .on_click(move || chosen.set(index))
    });
    el("div").attrs(&[("class", "kinds"), ("role", "group"), ("aria-label", "申请人")]).children(kinds)
}
