//! Filling in: the rail of parts, the part, and the findings beside it.

mod cell;
mod embed;
mod extra;
mod grid;
mod movement;
mod numbers;
mod office;
mod part;
mod rail;
mod settings;
mod signature;
mod table;
mod text;

use leptos::prelude::document;

use super::dom::{El, el, follow, next_frame};
use super::later::{Later, Piece};
use super::parts::button;
use super::route::{FillPart, Router};
use crate::draft::Place;
use crate::form::TableId;
use crate::session::Session;
use crate::sheet::outline;
pub use embed::{embed_form, insert_menu};
pub use extra::extra_editor;
pub use numbers::{Stretch, number_list, number_marks};
use office::office_form;
use part::part_form;
use rail::rail;
pub use settings::settings_form;
pub use signature::signature_form;
use table::table_form;
use text::opening_form;

/// The screen on which a report is filled in.
pub fn fill_screen(session: Session, router: Router, later: Later) -> El {
    let part = move || router.part().unwrap_or(FillPart::Office);
    // A table and the part it stands in are one screen; another year can have another form.
    let screen = move || {
        let form = session.watch(&[Place::Year, Place::Parts], |draft| draft.form_name().name().to_owned());
        format!("{} {}", home(session, part()).name(), form.unwrap_or_default())
    };
    follow(move || {
        if let FillPart::Table(table) = part() {
            next_frame(move || show_table(table));
        }
    });
    let draw = move |screen: &str| {
        // What was typed on another screen is a step of its own, and what had the focus there is not spoken of here.
        session.seal();
        session.focus(None);
        match screen.split(' ').next().and_then(FillPart::parse) {
            Some(FillPart::Office) | None => office_form(session, later),
            Some(FillPart::Opening) => opening_form(session, later),
            Some(FillPart::Table(table)) => {
                vec![el("h1").class("unseen").text(table.title()), table_form(session, later, table)]
            }
            Some(FillPart::Part(n)) => part_of(session, router, later, n),
            Some(FillPart::Signature) => vec![later.place(el("div"), Piece::Signature, |words| words)],
        }
    };
    let screen = el("main").class("part").switch(screen, draw);
    later.place(el("div").class("fill").child(rail(session, router)).child(screen), Piece::Findings, waiting_findings)
}

/// What stands where the findings will, until the checks have come.
fn waiting_findings(words: El) -> El {
    let head = el("div").class("findings-head").child(el("h2").text("检查"));
    let body = el("div").class("findings-body waiting").child(head).child(words);
    el("aside").attrs(&[("class", "findings"), ("aria-label", "检查")]).child(body)
}

/// A part of the text; one that the draft does not have yet is made when it is opened.
fn part_of(session: Session, router: Router, later: Later, n: usize) -> Vec<El> {
    let there = session.look(|draft| (n < draft.narrative().len(), draft.narrative().is_empty()));
    match there {
        Some((true, _)) => part_form(session, router, later, n),
        Some((false, true)) => {
            let section = session.look(|draft| outline(draft).into_iter().nth(n)).flatten();
            let (heading, tables) = section.map(|section| (section.heading, section.tables)).unwrap_or_default();
            let make =
                button("button", move || session.with_parts()).attr("data-action", "part-add").text("写文字部分");
            let head = el("div").class("part-head").child(el("h1").text(&heading)).child(make);
            let tables = tables.into_iter().map(|table| table_form(session, later, table));
            std::iter::once(head).chain(tables).collect()
        }
        Some((false, false)) | None => vec![el("p").class("empty").text("没有这一部分")],
    }
}

/// The screen on which something is filled in: an official table stands under its part's heading.
pub fn home(session: Session, part: FillPart) -> FillPart {
    let FillPart::Table(table) = part else { return part };
    let section = session.look(|draft| {
        let sections = outline(draft);
        sections.iter().find(|section| section.tables.contains(&table)).and_then(|section| section.part)
    });
    section.flatten().map_or(part, FillPart::Part)
}

/// Brings a table into view.
fn show_table(table: TableId) {
    let found = document().query_selector(&format!("[data-range=\"{}\"]", table.name())).ok().flatten();
    if let Some(element) = found {
        element.scroll_into_view_with_bool(true);
    }
}
