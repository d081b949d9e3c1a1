//! What the page has to say, at the foot, never over a table; a refusal stays until it is read.

use super::button;
use crate::session::{Notice, Session, Tone};
use crate::ui::dom::{El, el};

/// The message that is shown, if any.
pub fn notice_bar(into: El, session: Session) -> El {
    // Another message is another box, so that it is read out.
    let shown = move || session.notice().map(|notice| notice.number());
    into.switch(shown, move |_| session.notice().map(|notice| toast(session, &notice)).into_iter().collect())
}

/// How many sentences are shown, and how many characters of each: a file can draw a hundred thousand of them, or name a
/// megabyte. A browser takes minutes to set that in a box.
const SENTENCES: usize = 20;
const CHARACTERS: usize = 1000;

/// The beginning of a sentence that is too long to be read in a message.
fn beginning(words: &str) -> String {
    match words.char_indices().nth(CHARACTERS) {
        Some((end, _)) => [words.get(..end).unwrap_or_default(), "……"].concat(),
        None => words.to_owned(),
    }
}

fn toast(session: Session, notice: &Notice) -> El {
    let refusal = notice.tone == Tone::Refusal;
    let words = notice.words.iter().take(SENTENCES).map(|words| el("p").text(&beginning(words)));
    let left = notice.words.len().saturating_sub(SENTENCES);
    let left = (left > 0).then(|| el("p").text("另有 ").text(&left.to_string()).text(" 条同类说明，没有列出。"));
    let undo = move || {
        session.take_back();
        session.hush();
    };
    el("div")
        .class(if refusal { "toast refusal" } else { "toast" })
        .attr("role", if refusal { "alert" } else { "status" })
        .attr_if("data-error", refusal.then_some(""))
        .child(el("div").class("words").children(words).children(left))
        .children(notice.undo.then(|| button("link", undo).text("撤销")))
        .child(button("link", move || session.hush()).text("知道了"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_of_any_length_fits_into_a_message() {
        assert_eq!(beginning("已保存"), "已保存");
        let long = beginning(&"政".repeat(400_000));
        assert_eq!(long.chars().count(), CHARACTERS + 2);
        assert!(long.ends_with("……"));
    }
}
