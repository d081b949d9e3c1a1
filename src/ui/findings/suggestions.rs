//! Suggested sentences under the text of a part: each with its figures underlined, other wordings, and what puts it in.

use std::cell::RefCell;
use std::hash::{Hash, Hasher};
use std::rc::Rc;

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;

use super::numbers::cell_words;
use crate::draft::{Draft, Place};
use crate::phrase::{Spot, Suggestion, Wording};
use crate::session::Session;
use crate::sheet::{blanks, printed_tables};
use crate::ui::dom::{El, Signal, el, next_frame};
use crate::ui::page::{Page, focus_in_place_of};
use crate::ui::parts::button;

/// How many are shown; the others are folded.
const SHOWN: usize = 3;

/// How many letters of a paragraph name it.
const NAMED_BY: usize = 12;

/// So many cells are named as what a figure rests on.
const CELLS: usize = 3;

thread_local! {
    /// What was suggested last, and after how many checks.
    static SEEN: RefCell<(u64, Rc<[Suggestion]>)> = RefCell::new((0, Rc::default()));
}

/// What is suggested, made once a check however many ask; watches the checks of the text.
fn seen(session: Session) -> Rc<[Suggestion]> {
    let checked = session.checked();
    let known = SEEN.with_borrow(|(at, seen)| (*at == checked).then(|| Rc::clone(seen)));
    known.unwrap_or_else(|| {
        let seen: Rc<[Suggestion]> = session.suggestions().into();
        SEEN.set((checked, Rc::clone(&seen)));
        seen
    })
}

/// A suggestion as it is listed, with the words for its place.
#[derive(PartialEq)]
struct Row {
    suggestion: Suggestion,
    spot: String,
}

impl Hash for Row {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        self.suggestion.telling.hash(hasher);
    }
}

/// The suggestions for a part; for the opening there are none.
pub fn suggestion_cards(page: Page, part: Option<usize>) -> Vec<El> {
    let session = page.session;
    let Some(n) = part.filter(|_| !session.read_only()) else { return Vec::new() };
    let rows = move |from: usize, most: usize| -> Vec<Row> {
        let seen = seen(session);
        let own = seen.iter().filter(|suggestion| suggestion.place().part() == Some(n)).skip(from).take(most);
        let listed = |draft: &Draft| {
            own.map(|suggestion| Row { suggestion: suggestion.clone(), spot: spot_words(draft, suggestion.spot) })
                .collect()
        };
        session.look(listed).unwrap_or_default()
    };
    let count = move || seen(session).iter().filter(|suggestion| suggestion.place().part() == Some(n)).count();
    let draw = move |row: &Row| vec![card(session, row)];
    let cards = move || {
        let folded = el("summary").text_of(move || format!("其余 {} 句", count().saturating_sub(SHOWN)));
        let others = el("ul").class("suggest-cards").each(move || rows(SHOWN, usize::MAX), draw);
        let folded = el("details").child(folded).child(others);
        let head = el("h2").class("suggest-title").attr("id", "suggest-title").text("建议写法");
        let note = el("p").class("note").text("按本报告的数字写成，正文已经写到的不再列出。");
        vec![
            el("section")
                .class("suggest")
                .attr("aria-labelledby", "suggest-title")
                .attr_of("data-suggestions", move || Some(count().to_string()))
                .child(el("div").class("suggest-head").child(head).child(note))
                .child(el("ul").class("suggest-cards").each(move || rows(0, SHOWN), draw))
                .child(el("div").when(move || count() > SHOWN, move || vec![folded.clone()])),
        ]
    };
    // Who begins with the text hears that there is more to come.
    let is_early = move || {
        let has_blanks =
            |draft: &Draft| printed_tables(draft).into_iter().any(|table| !blanks(draft, table).is_empty());
        n == 0 && count() == 0 && session.look(has_blanks) == Some(true)
    };
    let early = || {
        vec![el("p").class("note suggest-early").text("填好各表后，这里按表中的数字列出写好的句子，点一下就写进正文。")]
    };
    vec![el("div").when(move || count() > 0, cards), el("div").when(is_early, early)]
}

/// A suggestion with what there is to do.
fn card(session: Session, row: &Row) -> El {
    let Row { suggestion, spot } = row;
    let id = format!("suggest-{}", suggestion.telling.name());
    let nth = Rc::new(Signal::new(0_usize));
    let drawn = el("li").class("suggest-card").attr("data-suggestion", suggestion.telling.name());
    let (shown, wordings) = (Rc::clone(&nth), suggestion.clone());
    let words = el("p")
        .class("suggest-words")
        .attrs(&[("id", &id), ("aria-live", "polite")])
        .switch(move || shown.with(|nth| *nth), move |nth| wordings.wording(*nth).map(words).unwrap_or_default());
    let (own, wanted, chosen) = (drawn.clone(), suggestion.clone(), Rc::clone(&nth));
    let put_in = move || {
        let next = focus_in_place_of(Some(own.node()), USE, "main textarea");
        let nth = chosen.look(|nth| *nth);
        if session.put_in(&wanted, nth) {
            session.say_undoable("已写入正文");
        }
        next();
        if let Some(wording) = wanted.wording(nth) {
            caret_behind(wording.text.clone());
        }
    };
    let many = suggestion.wordings.len();
    let other = button("button small", move || {
        let next = nth.look(|nth| (nth + 1) % many.max(1));
        nth.set(next);
    });
    let other = other.attrs(&[("data-action", "suggest-other"), ("aria-describedby", &id)]).text("换一种写法");
    let put_in = button("button small", put_in)
        .attrs(&[("data-action", "suggest-use"), ("aria-describedby", &id)])
        .text("用这一句");
    let foot = el("div").class("suggest-foot").child(el("span").class("note").text(spot));
    let foot = if many > 1 { foot.child(other) } else { foot };
    drawn.child(words).child(foot.child(put_in))
}

/// Puts the caret behind words in the field in which they stand, once they do: what is typed next goes on there.
fn caret_behind(words: String) {
    next_frame(move || {
        let fields = document().query_selector_all("main textarea").ok();
        let fields = fields.into_iter().flat_map(|fields| (0..fields.length()).filter_map(move |at| fields.item(at)));
        for field in fields.filter_map(|field| field.dyn_into::<HtmlTextAreaElement>().ok()) {
            if let Some((before, _)) = field.value().split_once(&words) {
                // Positions in a field count units of UTF-16.
                let end =
                    u32::try_from(before.encode_utf16().count() + words.encode_utf16().count()).unwrap_or_default();
                // The field is there, and has so many letters.
                let _ = field.set_selection_range(end, end);
                return;
            }
        }
    });
}

/// The buttons that put a sentence in, which are gone through when one of them goes.
const USE: &str = "[data-action=suggest-use]";

/// A sentence with its figures underlined.
fn words(wording: &Wording) -> Vec<El> {
    let mut drawn = Vec::new();
    let mut from = 0;
    let text = |range: std::ops::Range<usize>| wording.text.get(range).unwrap_or_default();
    for figure in &wording.figures {
        drawn.push(el("span").text(text(from..figure.span.start)));
        let cells: Vec<String> = figure.places.iter().take(CELLS).map(|place| cell_words(*place)).collect();
        let more = if figure.places.len() > CELLS { "等" } else { "" };
        let title = format!("{}{more}", cells.join("、"));
        drawn.push(el("b").attrs(&[("class", "suggest-figure"), ("title", &title)]).text(text(figure.span.clone())));
        from = figure.span.end;
    }
    drawn.push(el("span").text(text(from..wording.text.len())));
    drawn
}

/// Where a sentence would stand, in words.
fn spot_words(draft: &Draft, spot: Spot) -> String {
    let named = |place: Place| {
        let text = draft.text(place)?;
        let text = text.trim_start();
        let words: String = text.chars().take(NAMED_BY).collect();
        let more = if words.len() < text.len() { "……" } else { "" };
        Some(format!("“{words}{more}”"))
    };
    match spot {
        Spot::End(place) => named(place).map_or_else(String::new, |name| format!("写在{name}一段末尾")),
        Spot::Between(part, at) => {
            let before = at.checked_sub(1).and_then(|before| named(Place::Body(part, before)));
            before.map_or_else(|| "将另起一段".to_owned(), |name| format!("在{name}之后另起一段"))
        }
    }
}
