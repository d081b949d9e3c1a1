//! What the page has to say, at the foot, never over a table; a refusal stays until it is read.

use super::button;
use crate::session::{Session, Tone};
use crate::ui::dom::{El, el};

/// The message that is shown, if any.
pub fn notice_bar(page: El, session: Session) -> El {
    // Another message is another box, so that it is read out.
    let shown = move || session.notice().map(|notice| notice.number().to_string()).into_iter().collect();
    page.each(shown, move |_| session.notice().map(|_| toast(session)).into_iter().collect())
}

fn toast(session: Session) -> El {
    let Some(notice) = session.notice() else { return el("div") };
    let refusal = notice.tone == Tone::Refusal;
    let words = notice.words.iter().map(|words| el("p").text(words));
    let undo = move || {
        session.take_back();
        session.hush();
    };
    el("div")
        .class(if refusal { "toast refusal" } else { "toast" })
        .attr("role", if refusal { "alert" } else { "status" })
        .attr_if("data-error", refusal.then_some(""))
        .child(el("div").class("words").children(words))
        .children(notice.undo.then(|| button("link", undo).text("撤销")))
        .child(button("link", move || session.hush()).text("知道了"))
}
