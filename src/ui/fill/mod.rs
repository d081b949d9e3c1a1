//! Filling in: the rail of parts, the part, and the findings beside it.

mod cell;
mod embed;
mod extra;
mod grid;
mod office;
mod pack;
mod paragraphs;
mod part;
mod rail;
mod rail_counts;
mod rail_foot;
mod rail_row;
mod settings;
mod signature;
mod table;
mod text;

use super::body::home;
use super::dom::{El, el, find, follow, next_frame};
use super::findings;
use super::help::show_keys;
use super::more::more_menu;
use super::page::{Editors, FillPart, LateView, Page, Piece, focus_first};
use super::parts::button;
use super::terms::terms_button;
use crate::draft::{Draft, Place};
use crate::form::TableId;
use crate::sheet::outline;
pub use cell::focused_input;
use office::office_form;
use part::part_form;
use rail::rail;
use table::table_form;
use text::opening_form;

/// What is called of this folder once its piece is here.
pub static EDITORS: Editors = Editors {
    settings: settings::settings_form,
    signature: |session| signature::signature_form(session).into(),
    extra: extra::extra_editor,
    text: paragraphs::paragraphs_field,
    part_commands: embed::part_commands,
    embed: embed::embed_form,
    keys: show_keys,
    terms: terms_button,
    rail_foot: rail_foot::rail_foot,
    more: more_menu,
};

/// The screen on which a report is filled in.
pub fn fill_screen(page: Page) -> El {
    let Page { session, router, late } = page;
    let part = move || router.part().unwrap_or(FillPart::Office);
    // A table and the part it stands in are one screen; another year can have another form, and a draft of tables alone gets
    // its parts.
    let screen = move || {
        let shape = |draft: &Draft| (draft.form_name().name().to_owned(), draft.narrative().is_empty());
        (home(session, part()), session.watch(&[Place::Year, Place::Parts], shape).unwrap_or_default())
    };
    follow(move || {
        if let FillPart::Table(table) = part() {
            next_frame(move || show_table(table));
        }
    });
    let draw = move |(part, _): &(FillPart, (String, bool))| {
        // What was typed on another screen is a step of its own, and what had the focus there is not spoken of here.
        session.seal();
        session.focus(None);
        match *part {
            FillPart::Office => office_form(page),
            FillPart::Opening => opening_form(page),
            FillPart::Table(table) => {
                vec![el("h1").class("unseen").text(table.title()), table_form(page, table)]
            }
            FillPart::Part(n) => part_of(page, n),
            FillPart::Signature => {
                let view = LateView::new(Piece::Editors, "落款", move |_| Some((late.editors()?.signature)(session)));
                vec![late.place(el("div"), view, |words| words)]
            }
        }
    };
    let screen = el("main").class("part").switch(screen, draw);
    let both = el("div").class("fill").child(rail(page)).child(screen);
    late.place(both, findings::panel(page), waiting_findings)
}

/// What stands where the findings will, until the checks have come.
fn waiting_findings(words: El) -> El {
    let head = el("div").class("findings-head").child(el("h2").text("检查"));
    let body = el("div").class("findings-body waiting").child(head).child(words);
    el("aside").attrs(&[("class", "findings"), ("aria-label", "检查")]).child(body)
}

/// A part of the text; one that the draft does not have yet is made when it is opened.
fn part_of(page: Page, n: usize) -> Vec<El> {
    let session = page.session;
    let there = session.look(|draft| (n < draft.narrative().len(), draft.narrative().is_empty()));
    match there {
        Some((true, _)) => part_form(page, n),
        Some((false, true)) => {
            let section = session.look(|draft| outline(draft).into_iter().nth(n)).flatten();
            let (heading, tables) = section.map(|section| (section.heading, section.tables)).unwrap_or_default();
            let make = move || {
                session.with_parts();
                focus_first(&["main textarea"]);
            };
            let make = button("button", make).attr("data-action", "part-add").text("写文字部分");
            let head = el("div").class("part-head").child(el("h1").text(&heading)).child(make);
            let tables = tables.into_iter().map(|table| table_form(page, table));
            std::iter::once(head).chain(tables).collect()
        }
        Some((false, false)) | None => vec![el("p").class("empty").text("没有这一部分")],
    }
}

/// Brings a table into view.
fn show_table(table: TableId) {
    if let Some(element) = find(&format!("[data-range=\"{}\"]", table.name())) {
        element.scroll_into_view_with_bool(true);
    }
}
