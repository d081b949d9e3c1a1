//! The report on paper: its pages on the screen as they are printed. Nothing of the program is printed.

mod bar;
mod block;
mod copy;
mod galley;
mod marks;
mod ready;
mod sheet;
mod slip;
mod view;

use leptos::html::{Div, Section};
use leptos::prelude::*;

use super::dom::{El, next_frame};
use super::export;
use super::findings::panel;
use super::page::{Page, Paper, Route, Router, Screen, mount};
use super::screens::PREVIEW;
use crate::block::Block;
use crate::browser;
use crate::draft::Place;
use crate::pages::Sheet;
use crate::report::{build_placed, check_code};
use crate::session::Session;
use bar::Bar;
use block::{Drawing, draw_block};
use galley::pages;
use marks::marks;
use ready::Ready;
use sheet::Sheets;
use slip::Slip;
use view::View;

/// What is called of this folder once its piece is here.
pub static PAPER: Paper = Paper {
    screen: |page, into| mount(page, into, || view! { <PreviewScreen /> }.into_any()),
    print,
    charts: copy::charts,
    lay_out: copy::lay_out,
    clear: copy::clear,
    menu: export::show,
    ready: export::show_readiness,
};

/// The screen of the report on paper.
#[component]
pub fn PreviewScreen() -> impl IntoView {
    let page = Page::here();
    // The findings are another piece of the program: they are drawn when that is here.
    let side = NodeRef::<Section>::new();
    Effect::new(move |_| {
        if let Some(side) = side.get() {
            let _ = page.late.place(El::of(side.into()), panel(page), |words| words);
        }
    });
    let view = View::new();
    let report = placed(page.session);
    let blocks = Memo::new(move |_| report.with(|(blocks, _)| blocks.clone()));
    let code = Memo::new(move |_| blocks.with(|blocks| check_code(blocks)));
    let marks = Memo::new(move |_| {
        let is_shown = view.with_marks.get();
        if is_shown { report.with(|(blocks, places)| marks(page.session, blocks, places)) } else { Vec::new() }
    });
    let zoom = move || {
        let zoom = view.zoom();
        format!("{}.{:02}", zoom / 100, zoom % 100)
    };
    view! {
        <div class="preview">
            <Bar view=view />
            <main class="desk" tabindex="0" aria-label="报告" node_ref=view.desk on:scroll=move |_| view.follow_scroll()>
                <div class="zoomed" style=("--zoom", zoom)><Sheets sheets=view.sheets marks=marks code=code drawing=Drawing::Drawn /><Slip view=view code=code /></div>
            </main>
            <Galley sheets=view.sheets blocks=blocks />
            <section class="preview-side" aria-label="能不能交" node_ref=side><Ready view=view blocks=blocks /></section>
        </div>
    }
}

/// The blocks of the report and where they come from; they follow every edit.
fn placed(session: Session) -> Memo<(Vec<Block>, Vec<Place>)> {
    Memo::new(move |_| {
        session.any();
        session.look_at_case(build_placed).unwrap_or_default()
    })
}

/// The galley by which the pages are laid out: they follow every edit. It stands where nothing is zoomed.
#[component]
fn Galley(sheets: RwSignal<Vec<Sheet>>, blocks: Memo<Vec<Block>>) -> impl IntoView {
    let galley = NodeRef::<Div>::new();
    let lay_out = move || {
        let galley = galley.try_get_untracked().flatten();
        let pages = galley.and_then(|galley| blocks.try_with_untracked(|blocks| pages(&galley, blocks)));
        if let Some(pages) = pages
            && sheets.try_with_untracked(|before| *before != pages) == Some(true)
        {
            sheets.set(pages);
        }
    };
    Effect::new(move |_| {
        blocks.track();
        // The galley shows them by then.
        next_frame(lay_out);
    });
    // The typefaces of headings come when they are first used, and have other widths.
    crate::browser::spawn(async move {
        browser::fonts_loaded().await;
        lay_out();
    });
    view! {
        <div class="galley paper" aria-hidden="true" node_ref=galley>
            {move || blocks.get().iter().map(|block| draw_block(block, "", Drawing::Place)).collect_view()}
        </div>
    }
}

/// Prints the report: from another screen the paper is laid out first, and its charts are waited for.
pub fn print(session: Session, router: Router) {
    session.keep_now();
    let preview = Screen::of(PREVIEW);
    if !matches!(router.route_now(), Route::Draft { screen, .. } if screen == preview) {
        router.go_to(preview);
    }
    crate::browser::spawn(async move {
        browser::charts_drawn().await;
        browser::print();
    });
}
