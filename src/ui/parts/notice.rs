//! What the page has to say, at the foot, never over a table; a refusal stays until it is read.

use leptos::prelude::*;

use crate::session::{Session, Tone};

/// The message that is shown, if any.
#[component]
pub fn NoticeBar() -> impl IntoView {
    let session = Session::here();
    move || {
        let notice = session.notice()?;
        let words = notice.words.iter().map(|words| view! { <p>{words.clone()}</p> }).collect_view();
        let undo = notice.undo.then(|| {
            let undo = move |_| {
                session.take_back();
                session.hush();
            };
            view! { <button type="button" class="link" on:click=undo>"撤销"</button> }
        });
        let close = move |_| session.hush();
        let refusal = notice.tone == Tone::Refusal;
        let role = if refusal { "alert" } else { "status" };
        Some(view! {
            <div class="toast" class:refusal=refusal role=role data-error=refusal.then_some("")>
                <div class="words">{words}</div>
                {undo}
                <button type="button" class="link" on:click=close>"知道了"</button>
            </div>
        })
    }
}
