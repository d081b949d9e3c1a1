//! The layer over a field that greys last year's sentences, with a dashed line under them and one through last year's figures.

use std::cell::Cell;
use std::ops::Range;

use web_sys::HtmlTextAreaElement;

use crate::draft::Place;
use crate::roll::Marks;
use crate::session::Session;
use crate::ui::dom::{El, el, follow};
use crate::ui::page::TextField;

/// Up to how many bytes of a field sentences are marked, and how many of them.
const MARKED_TEXT: usize = 100_000;
const MARKED: usize = 1_000;

/// The layer of a field. It is drawn anew with each check; what is being typed is not marked until it has been checked.
pub fn sentence_marks(session: Session, area: HtmlTextAreaElement, field: TextField) -> El {
    let drawn = el("div").class("last-year-marks");
    let into = drawn.clone();
    let last = Cell::new(None);
    follow(move || {
        session.watch(&[field.touch(), Place::Parts], |_| ());
        let checked = session.checked();
        into.node().set_text_content(None);
        let value = area.value();
        if last.replace(Some(checked)) == Some(checked) || value.len() > MARKED_TEXT {
            return;
        }
        let marks = session.look(Marks::of).filter(|marks| !marks.is_empty());
        let Some(marks) = marks else { return };
        let mut left = MARKED;
        for line in value.split_inclusive('\n') {
            let mut from = 0;
            for span in marks.of_text(line).into_iter().take(left) {
                put(&into, line.get(from..span.start));
                from = span.end;
                let words = line.get(span).unwrap_or_default();
                // An element that was just made can be put there.
                let _ = into.node().append_child(sentence(words, &marks.stale_figures(words)).node());
                left -= 1;
            }
            put(&into, line.get(from..));
        }
    });
    drawn
}

/// A sentence with its figures that are last year's.
fn sentence(words: &str, stale: &[Range<usize>]) -> El {
    let drawn = el("span").attr("data-taken", "");
    let mut from = 0;
    for figure in stale {
        put(&drawn, words.get(from..figure.start));
        let struck = el("s").text(words.get(figure.clone()).unwrap_or_default());
        // It is new, and so can be put there.
        let _ = drawn.node().append_child(struck.node());
        from = figure.end;
    }
    put(&drawn, words.get(from..));
    drawn
}

/// Puts words into the layer, which are not seen and keep its lines as those of the field.
fn put(into: &El, words: Option<&str>) {
    if let Some(words) = words.filter(|words| !words.is_empty()) {
        // It is new, and so can be put there.
        let _ = into.node().append_child(el("span").text(words).node());
    }
}
