//! The report on paper: on the screen as an A4 sheet, and printed. Nothing of the program is printed.

mod block;
mod copy;

use leptos::html::Section;
use leptos::prelude::*;

use super::dom::El;
use super::findings::panel;
use super::page::{Page, Paper, Route, Router, Screen, mount};
use super::parts::{Icon, icon_view};
use super::screens::PREVIEW;
use crate::block::Block;
use crate::browser;
use crate::report::build;
use crate::rules::Severity;
use crate::session::{Checks, Session, file_name};
use block::draw_block;

/// What is called of this folder once its piece is here.
pub static PAPER: Paper = Paper {
    screen: |page, into| mount(page, into, || view! { <PreviewScreen /> }.into_any()),
    print,
    charts: copy::charts,
    lay_out: copy::lay_out,
    clear: copy::clear,
};

/// The screen of the report on paper.
#[component]
pub fn PreviewScreen() -> impl IntoView {
    let page = Page::here();
    let Page { session, router, .. } = page;
    // The findings are another piece of the program: they are drawn when that is here.
    let side = NodeRef::<Section>::new();
    Effect::new(move |_| {
        if let Some(side) = side.get() {
            let _ = page.late.place(El::of(side.into()), panel(page), |words| words);
        }
    });
    let errors = move || session.count(Severity::Error);
    let left = move || session.sentences_left().iter().sum::<usize>();
    let name = move || {
        session.any();
        session.look(file_name).unwrap_or_default()
    };
    view! {
        <div class="preview">
            <section class="preview-bar" aria-label="打印">
                <span class="note">"A4纵向，每面22行、每行28字"</span>
                <span class="grow"></span>
                <span class="note file-name">"文件名："{name}</span>
                <button type="button" class="button primary" data-action="print" on:click=move |_| print(session, router)>
                    {icon_view(Icon::Print)}"打印或存为PDF"
                </button>
            </section>
            <main class="desk" tabindex="0" aria-label="报告"><Report drawn=true /></main>
            <section class="preview-side" aria-label="能不能交" node_ref=side>
                {move || match (session.checks(), errors(), left()) {
                    (Checks::Coming | Checks::Failed, ..) => ().into_any(),
                    (Checks::Here, 0, left @ 1..) => {
                        view! { <div class="verdict bad" role="status"><strong>{format!("还有 {left} 句是上年原文，请改写或确认")}</strong><p>"没有强制性问题。仍可打印和导出，标记不会印在纸上。"</p></div> }.into_any()
                    }
                    (Checks::Here, 0, 0) => {
                        view! { <div class="verdict good" role="status"><strong>{icon_view(Icon::Tick)}"没有强制性问题"</strong></div> }.into_any()
                    }
                    (Checks::Here, errors, left) => {
                        view! { <div class="verdict bad" role="status"><strong>{format!("还有 {errors} 处强制性问题，请改正")}</strong><p>{sentences_words(left)}"仍可打印和导出，标记不会印在纸上。"</p></div> }.into_any()
                    }
                }}
            </section>
        </div>
    }
}

/// How many sentences are still last year's, in words; nothing where none are.
fn sentences_words(left: usize) -> String {
    if left == 0 { String::new() } else { format!("另有 {left} 句是上年原文，请改写或确认。") }
}

/// The blocks of the report; they follow every edit.
fn blocks(session: Session) -> Memo<Vec<Block>> {
    Memo::new(move |_| {
        session.any();
        session.look_at_case(build).unwrap_or_default()
    })
}

/// The report itself, and nothing else; its charts are drawn, or their places are left open.
#[component]
fn Report(drawn: bool) -> impl IntoView {
    let blocks = blocks(Session::here());
    view! {
        <article class="report" data-report="" lang="zh-CN">
            {move || blocks.get().iter().map(|block| draw_block(block, drawn)).collect_view()}
        </article>
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
