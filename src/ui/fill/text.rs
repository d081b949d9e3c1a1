//! Running text as it is filled in. The fields are fetched late.

use crate::ui::dom::{El, el};
use crate::ui::findings;
use crate::ui::page::{LateView, Page, Piece, TextField};

/// The field of a run of paragraphs.
pub fn text_field(page: Page, field: TextField) -> El {
    let view = LateView::new(Piece::Editors, "文字", move |_| Some(vec![(page.late.editors()?.text)(page, field)]));
    page.late.place(el("div").class("late"), view, |words| words)
}

/// What stands above and below a text that came over from last year.
pub fn last_year(page: Page, part: Option<usize>) -> [El; 2] {
    let place = |foot: bool| el("div").class(if foot { "at-foot" } else { "at-top" });
    [false, true].map(|foot| page.late.place_quietly(place(foot), findings::last_year(page, part, foot)))
}

/// The paragraphs before part one.
pub fn opening_form(page: Page) -> Vec<El> {
    let words = el("span").class("note").text("第一部分之前的文字，一行一段，可以不写");
    let head = el("div").class("part-head").child(el("h1").text("引言")).child(words);
    let field = text_field(page, TextField { part: None, at: 0 });
    let numbers = page.late.place_quietly(el("div").class("numbers"), findings::numbers(page, None));
    let [bar, foot] = last_year(page, None);
    vec![head, bar, el("div").class("text-form").child(field), numbers, foot]
}
