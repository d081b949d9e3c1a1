//! What the page has to say, at the foot, never over a table; a refusal stays until it is read.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::{document, set_timeout};
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusEvent};

use super::button;
use crate::session::{Notice, Session, Tone};
use crate::ui::dom::{El, el};

/// How long a message stays that goes by itself.
const STAYS: Duration = Duration::from_secs(6);

/// The message that is shown, if any. Where the focus was nowhere before it came into a message, `on_lost` says where it goes.
pub fn notice_bar(into: El, session: Session, on_lost: fn()) -> El {
    // Another message is another box, so that it is read out.
    let shown = move || session.notice().map(|notice| notice.number());
    into.switch(shown, move |_| session.notice().map(|notice| toast(session, &notice, on_lost)).into_iter().collect())
}

/// How many sentences are shown, and how many characters of each: a file can draw a hundred thousand of them, or name a
/// megabyte. A browser takes minutes to set that in a box.
const SENTENCES: usize = 20;
const CHARACTERS: usize = 1000;

/// The beginning of a sentence that is too long to be read in a message.
pub fn beginning(words: &str) -> String {
    match words.char_indices().nth(CHARACTERS) {
        Some((end, _)) => [words.get(..end).unwrap_or_default(), "……"].concat(),
        None => words.to_owned(),
    }
}

fn toast(session: Session, notice: &Notice, on_lost: fn()) -> El {
    let refusal = notice.tone == Tone::Refusal;
    let words = notice.words.iter().take(SENTENCES).map(|words| el("p").text(&beginning(words)));
    let left = notice.words.len().saturating_sub(SENTENCES);
    let left = (left > 0).then(|| el("p").text("另有 ").text(&left.to_string()).text(" 条同类说明，没有列出。"));
    // Where the focus was before it came in here, and goes back to.
    let before: Rc<RefCell<Option<Element>>> = Rc::default();
    let entered = Rc::clone(&before);
    let go_back = move || {
        // The focus may come from within: nothing is borrowed when it moves.
        let last = before.borrow_mut().take();
        match last {
            Some(last) => El::of(last).focus(),
            None => on_lost(),
        }
    };
    let close = {
        let go_back = go_back.clone();
        move || {
            session.hush();
            go_back();
        }
    };
    let undo = notice.undo.clone().map(|undo| {
        let take_back = move || {
            session.take_back(&undo);
            go_back();
        };
        button("link", take_back).text("撤销")
    });
    // Several sentences may have to be scrolled, by keys as well.
    let is_long = notice.words.len() > 1;
    let words_box = el("div").class("words").attr_if("tabindex", is_long.then_some("0"));
    let toast = el("div")
        .class(if refusal { "toast refusal" } else { "toast" })
        .attr("role", if refusal { "alert" } else { "status" })
        .attr_if("data-error", refusal.then_some(""))
        .child(words_box.children(words).children(left))
        .children(undo)
        .child(button("link", close).text("知道了"))
        .on("focusin", move |event| {
            let from = event.dyn_ref::<FocusEvent>().and_then(FocusEvent::related_target);
            let mut before = entered.borrow_mut();
            if before.is_none() {
                *before = from.and_then(|from| from.dyn_into().ok());
            }
        });
    if notice.passes() {
        pass(session, toast.clone(), notice.number());
    }
    toast
}

/// Takes a message away after a while, but not while it is pointed at or the focus is in it.
fn pass(session: Session, toast: El, number: u64) {
    let close = move || {
        let has_focus = document().active_element().is_some_and(|focus| toast.node().contains(Some(&focus)));
        let is_looked_at = has_focus || toast.node().matches(":hover").unwrap_or_default();
        if is_looked_at && session.notice_number() == Some(number) {
            pass(session, toast, number);
        } else {
            session.hush_if(number);
        }
    };
    set_timeout(close, STAYS);
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
