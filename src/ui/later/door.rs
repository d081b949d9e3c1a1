//! The door: all that is called of what comes behind the first screen. What is not in this table is in the first file.

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{File, HtmlElement};

use super::{Later, Piece};
use crate::browser::spawn;
use crate::draft::ChartId;
use crate::rules::check;
use crate::session::Session;
use crate::ui::charts::{ChartFigure, ChartsScreen};
use crate::ui::dom::{El, el};
use crate::ui::fill::{
    embed_form, extra_editor, insert_menu, number_list, number_marks, settings_form, signature_form,
};
use crate::ui::findings::{FindingsPanel, next};
use crate::ui::paper::{PreviewScreen, print};
use crate::ui::route::Router;
use crate::ui::rules::RulesScreen;
use crate::ui::start::{go_to, shelf_list};

/// What is called behind the first screen.
pub struct Door {
    /// Hands the rules to the session.
    pub arrive: fn(Session),
    /// Draws a piece: into the element, or as elements to be put there.
    pub draw: fn(Piece, &El, Session, Router, Later) -> Vec<El>,
    /// Goes to the next finding, or the one before.
    pub next_finding: fn(Session, Router, bool),
    /// Opens files, and shows the last that could be read.
    pub open_files: fn(Session, Router, Vec<File>),
    /// Prints the report.
    pub print: fn(Session, Router),
    /// Opens the seed's report, to try the page with.
    pub open_sample: fn(Session, Router),
}

/// The door itself.
pub static DOOR: Door = Door { arrive, draw, next_finding: next, open_files, open_sample, print };

fn arrive(session: Session) {
    session.take_checks(check);
}

fn draw(piece: Piece, into: &El, session: Session, router: Router, later: Later) -> Vec<El> {
    match piece {
        Piece::Unopened => Vec::new(),
        Piece::Findings => mount(into, || view! { <FindingsPanel /> }.into_any()),
        Piece::Charts => mount(into, || view! { <ChartsScreen /> }.into_any()),
        Piece::Preview => mount(into, || view! { <PreviewScreen /> }.into_any()),
        Piece::Rules => mount(into, || view! { <RulesScreen /> }.into_any()),
        Piece::Shelf => vec![shelf_list(session, router)],
        Piece::Settings => vec![settings_form(session)],
        Piece::Signature => signature_form(session).into(),
        Piece::Extra(table) => extra_editor(session, table),
        Piece::InsertMenu { n } => vec![insert_menu(session, n)],
        Piece::Numbers(part) => number_list(session, router, part),
        Piece::Marks(stretch) => number_marks(session, router, into, stretch),
        Piece::Embed { n, at, what } => embed_form(session, later, n, at, what),
    }
}

fn open_files(session: Session, router: Router, files: Vec<File>) {
    spawn(async move {
        if let Some(id) = session.open_files(files).await {
            go_to(router, id);
        }
    });
}

fn open_sample(session: Session, router: Router) {
    if let Some(id) = session.open_sample(include_str!("../sample.nianbao.json")) {
        go_to(router, id);
    }
}

/// Draws a view into an element; it goes with its owner.
fn mount(into: &El, view: fn() -> AnyView) -> Vec<El> {
    if let Some(element) = into.node().dyn_ref::<HtmlElement>() {
        StoredValue::new_local(mount_to(element.clone(), view));
    }
    Vec::new()
}

/// A chart on the screen, as an element.
pub fn mounted_chart(chart: ChartId) -> El {
    let place = el("div").class("late");
    if let Some(element) = place.node().dyn_ref::<HtmlElement>() {
        StoredValue::new_local(mount_to(element.clone(), move || view! { <ChartFigure chart=chart /> }.into_any()));
    }
    place
}
