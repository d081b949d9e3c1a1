//! What there is to know before the report is printed: whether it can be handed in, how many pages it has, and what breaks badly on them.

use leptos::prelude::*;

use super::View;
use crate::block::Block;
use crate::pages::proof;
use crate::report::{left_out, name};
use crate::rules::Severity;
use crate::session::{Checks, Session};
use crate::ui::export::{passed_checks, verdict_words};
use crate::ui::parts::{Icon, icon_view};

/// What stands over the findings.
#[component]
pub fn Ready(view: View, blocks: Memo<Vec<Block>>) -> impl IntoView {
    let session = Session::here();
    let errors = move || session.count(Severity::Error);
    let left = move || session.sentences_left().iter().sum::<usize>();
    let verdict = move || {
        if session.checks() != Checks::Here {
            return ().into_any();
        }
        let (errors, left) = (errors(), left());
        let (words, is_good) = verdict_words(errors, left);
        if is_good {
            return view! { <div class="verdict good" role="status"><strong>{icon_view(Icon::TICK)}{words}</strong></div> }
                .into_any();
        }
        let more = match errors {
            0 => "没有强制性问题。".to_owned(),
            _ => sentences_words(left),
        };
        view! {
            <div class="verdict bad" role="status"><strong>{words}</strong><p>{more}"仍可打印和导出，标记不会印在纸上。"</p></div>
        }
        .into_any()
    };
    let passed = Memo::new(move |_| {
        session.any();
        if session.checks() == Checks::Here { passed_checks(session) } else { Vec::new() }
    });
    let passed_list = move || {
        let passed = passed.get();
        (!passed.is_empty()).then(|| {
            let rows = passed.iter().map(|words| view! { <li>{icon_view(Icon::TICK)}<span>{*words}</span></li> });
            view! { <details class="passed"><summary>{format!("已核对 {} 项", passed.len())}</summary><ul>{rows.collect_view()}</ul></details> }
        })
    };
    let remarks = Memo::new(move |_| view.sheets.with(|sheets| blocks.with(|blocks| proof(blocks, sheets))));
    let pages = move || view.sheets.with(Vec::len);
    let left_out = move || {
        session.any();
        session.look(left_out).flatten().map(|words| view! { <li><span>{words}</span></li> })
    };
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
                {left_out}
            </ul>
            <label>
                <input type="checkbox" name="hand-in" prop:checked=move || view.with_slip.get()
                    on:change=move |event| view.with_slip.set(event_target_checked(&event)) />
                "附送审单一起打印"
            </label>
            <p class="file-name">"文件名："{name}</p>
            {passed_list}
        </div>
    }
}

/// How many sentences are still last year's, in words; nothing where none are.
fn sentences_words(left: usize) -> String {
    if left == 0 { String::new() } else { format!("另有 {left} 句是上年原文，请改写或确认。") }
}
