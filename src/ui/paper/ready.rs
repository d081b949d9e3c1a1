//! What there is to know before the report is printed: whether it can be handed in, how many pages it has, and what breaks badly on them.

use leptos::prelude::*;

use super::View;
use crate::block::Block;
use crate::pages::proof;
use crate::report::name;
use crate::rules::Severity;
use crate::session::{Checks, Session};
use crate::ui::parts::{Icon, icon_view};

/// What stands over the findings.
#[component]
pub fn Ready(view: View, blocks: Memo<Vec<Block>>) -> impl IntoView {
    let session = Session::here();
    let errors = move || session.count(Severity::Error);
    let left = move || session.sentences_left().iter().sum::<usize>();
    let verdict = move || {
        match (session.checks(), errors(), left()) {
        (Checks::Coming | Checks::Failed, ..) => ().into_any(),
        (Checks::Here, 0, 0) => {
            view! { <div class="verdict good" role="status"><strong>{icon_view(Icon::TICK)}"没有强制性问题"</strong></div> }
                .into_any()
        }
        (Checks::Here, 0, left) => bad(
            format!("还有 {left} 句是上年原文，请改写或确认"),
            "没有强制性问题。仍可打印和导出，标记不会印在纸上。".to_owned(),
        ),
        (Checks::Here, errors, left) => bad(
            format!("还有 {errors} 处强制性问题，请改正"),
            format!("{}仍可打印和导出，标记不会印在纸上。", sentences_words(left)),
        ),
    }
    };
    let remarks = Memo::new(move |_| view.sheets.with(|sheets| blocks.with(|blocks| proof(blocks, sheets))));
    let pages = move || view.sheets.with(Vec::len);
    let name = move || {
        session.any();
        session.look(name).unwrap_or_default()
    };
    view! {
        {verdict}
        <div class="proof" data-pages=move || pages().to_string()>
            <p>{move || format!("共 {} 页", pages())}</p>
            <ul>
                {move || remarks.get().into_iter().map(|remark| view! {
                    <li>
                        <button type="button" class="link" on:click=move |_| view.show(remark.page - 1)>{format!("第 {} 页", remark.page)}</button>
                        <span>{remark.words}</span>
                    </li>
                }).collect_view()}
            </ul>
            <label>
                <input type="checkbox" name="hand-in" prop:checked=move || view.with_slip.get()
                    on:change=move |event| view.with_slip.set(event_target_checked(&event)) />
                "附送审单一起打印"
            </label>
            <p class="file-name">"文件名："{name}</p>
        </div>
    }
}

fn bad(words: String, more: String) -> AnyView {
    view! { <div class="verdict bad" role="status"><strong>{words}</strong><p>{more}</p></div> }.into_any()
}

/// How many sentences are still last year's, in words; nothing where none are.
fn sentences_words(left: usize) -> String {
    if left == 0 { String::new() } else { format!("另有 {left} 句是上年原文，请改写或确认。") }
}
