//! The numbers of the text: each marked by what it was held against, counted and listed below.

use std::cell::Cell;
use std::ops;

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlTextAreaElement, MouseEvent};

use super::part::start_of;
use crate::draft::{Draft, Place};
use crate::form::{Row, TableId, forms};
use crate::rules::{Account, Tie, accounts};
use crate::session::Session;
use crate::ui::dom::{El, el, follow};
use crate::ui::parts::button;
use crate::ui::route::Router;

/// Where a stretch of text stands: in the opening, or in a part at one of its stretches.
#[derive(Clone, Copy)]
pub struct Stretch {
    /// The part; nothing for the opening.
    pub part: Option<usize>,
    /// Which stretch of its body.
    pub at: usize,
}

impl Stretch {
    /// The place of its paragraph of this number.
    fn place(self, draft: &Draft, paragraph: usize) -> Option<Place> {
        match self.part {
            None => Some(Place::Opening(paragraph)),
            Some(n) => Some(Place::Body(n, start_of(draft, n, self.at)? + paragraph)),
        }
    }

    fn touch(self) -> Place {
        self.part.map_or(Place::WholeOpening, Place::Part)
    }
}

/// The name of a tie in the page (`data-tie`), and the words for it.
fn tie_words(tie: Tie) -> (&'static str, String) {
    match tie {
        Tie::Cell(place) => ("cell", cell_words(place)),
        Tie::Recomputed => ("recomputed", "已重新计算".to_owned()),
        Tie::Contradicting => ("contradicting", "与表格或上下文不一致".to_owned()),
        Tie::Untied => ("untied", "没有核对".to_owned()),
    }
}

fn cell_words(place: Place) -> String {
    if let Place::Past(key, year) = place {
        return format!("{year}年{}", key.label());
    }
    let Some(key) = place.figure() else {
        return if place.table() == Some(TableId::Proposals) { "建议、提案".to_owned() } else { String::new() };
    };
    let is_total = forms().iter().any(|form| form.row_of(key) == Some(Row::Total));
    if is_total { format!("办理结果{}", key.label()) } else { key.label() }
}

/// A piece of a field's text: a number with its account, or what stands between two.
struct Piece<'a> {
    words: &'a str,
    account: Option<&'a Account>,
}

/// The pieces of a field's text. Its lines that are not empty are the paragraphs of the stretch.
fn pieces<'a>(draft: &Draft, stretch: Stretch, value: &'a str, all: &'a [Account]) -> Vec<Piece<'a>> {
    let mut found = Vec::new();
    let mut paragraph = 0;
    for line in value.split_inclusive('\n') {
        let text = line.trim_end_matches('\n');
        let place = if text.is_empty() { None } else { stretch.place(draft, paragraph) };
        paragraph += usize::from(!text.is_empty());
        let mut from = 0;
        for account in all.iter().filter(|account| Some(account.place) == place) {
            let ops::Range { start, end } = account.span;
            if let (Some(before), Some(words)) = (line.get(from..start), line.get(start..end)) {
                found.push(Piece { words: before, account: None });
                found.push(Piece { words, account: Some(account) });
                from = end;
            }
        }
        found.push(Piece { words: line.get(from..).unwrap_or_default(), account: None });
    }
    found
}

/// The layer behind a field that marks its numbers; the field stands right before it. With Ctrl a click on a number goes
/// to its cell.
pub fn number_marks(session: Session, router: Router, layer: &El, stretch: Stretch) -> Vec<El> {
    let field = layer.node().previous_element_sibling().and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok());
    let Some(field) = field else { return Vec::new() };
    let drawn = el("div");
    let (into, text) = (drawn.clone(), field.clone());
    let last = Cell::new(None);
    follow(move || {
        session.watch(&[stretch.touch(), Place::Parts], |_| ());
        let checked = session.checked();
        into.node().set_text_content(None);
        // What is being typed is not marked until it has been checked.
        if last.replace(Some(checked)) == Some(checked) {
            return;
        }
        let (all, value) = (session.accounts(accounts), text.value());
        session.look(|draft| {
            for Piece { words, account } in pieces(draft, stretch, &value, &all) {
                let piece = el("span").text(words);
                let piece = piece.attr_if("data-tie", account.map(|account| tie_words(account.tie).0));
                // A text can always be put into an element.
                let _ = into.node().append_child(piece.node());
            }
        });
    });
    let clicked = move |event: &Event| {
        let Some(mouse) = event.dyn_ref::<MouseEvent>().filter(|mouse| mouse.ctrl_key() || mouse.meta_key()) else {
            return;
        };
        let (all, value) = (session.accounts(accounts), field.value());
        let caret = field.selection_start().ok().flatten().unwrap_or_default();
        let target = session.look(|draft| {
            let mut left = usize::try_from(caret).unwrap_or_default();
            pieces(draft, stretch, &value, &all).into_iter().find_map(|piece| {
                let length = piece.words.encode_utf16().count();
                let here = left <= length;
                left = left.saturating_sub(length);
                here.then_some(piece.account.cloned())
            })
        });
        if let Some(account) = target.flatten().flatten() {
            mouse.prevent_default();
            go(session, router, &account);
        }
    };
    if let Some(field) = layer.node().previous_element_sibling() {
        // The listener goes with this layer.
        let _ = El::of(field).on("click", clicked);
    }
    vec![drawn]
}

/// The counter of a part's numbers with the list of them.
pub fn number_list(session: Session, router: Router, part: Option<usize>) -> Vec<El> {
    let own = move || {
        let all = session.accounts(accounts);
        let belongs = |account: &&Account| account.place.part() == part;
        all.iter().filter(belongs).cloned().collect::<Vec<_>>()
    };
    let count = move || {
        let all = session.accounts(accounts);
        let here: Vec<&Account> = all.iter().filter(|account| account.place.part() == part).collect();
        let tied = |accounts: &[&Account]| accounts.iter().filter(|account| is_tied(account)).count();
        let whole: Vec<&Account> = all.iter().collect();
        [here.len(), tied(&here), whole.len(), tied(&whole)]
    };
    let words = move || {
        let [here, tied, all, all_tied] = count();
        let whole =
            if all == here { String::new() } else { format!("（全文 {all} 个，{all_tied} 个已核对）") };
        format!("{here} 个数字，{tied} 个已核对{whole}")
    };
    let rows = move || {
        let shown = own();
        session
            .look(|draft| {
                let key = |account: &Account| {
                    let text = draft.text(account.place).unwrap_or_default();
                    let words = text.get(account.span.clone()).unwrap_or_default().to_owned();
                    let (name, label) = tie_words(account.tie);
                    format!("{} {} {} {name} {words}\n{label}", account.place, account.span.start, account.span.end)
                };
                shown.iter().map(key).collect()
            })
            .unwrap_or_default()
    };
    let draw = move |key: &str| {
        let (head, label) = key.split_once('\n').unwrap_or((key, ""));
        let mut pieces = head.splitn(5, ' ');
        let mut next = || pieces.next().unwrap_or_default().to_owned();
        let (place, start, end, tie, words) = (next(), next(), next(), next(), next());
        let sought = (place, start.parse().unwrap_or_default()..end.parse().unwrap_or_default());
        let go = move || {
            let all = session.accounts(accounts);
            let found = all.iter().find(|a| a.place.to_string() == sought.0 && a.span == sought.1);
            if let Some(account) = found {
                go(session, router, account);
            }
        };
        let chip = button("number", go).attrs(&[("data-tie", &tie), ("data-action", "number")]);
        vec![el("li").child(chip.child(el("b").text(&words)).child(el("span").text(label)))]
    };
    let summary = el("summary").attr_of("data-numbers", move || Some(count()[0].to_string()));
    let summary = summary.attr_of("data-tied", move || Some(count()[1].to_string())).text_of(words);
    let hint = el("p").class("note").text("点一个数字，转到它所在的格子；在正文中按住 Ctrl 点击数字也可以。");
    let list = el("ul").class("number-list").each(rows, draw);
    let all = el("details").child(summary).child(hint).child(list);
    vec![el("div").when(move || count()[0] > 0, move || vec![all.clone()])]
}

fn is_tied(account: &Account) -> bool {
    matches!(account.tie, Tie::Cell(_) | Tie::Recomputed)
}

/// Goes to the cell of a number, or to the number where it has none.
fn go(session: Session, router: Router, account: &Account) {
    match account.tie {
        Tie::Cell(place) => router.go_to_place(place, None),
        Tie::Recomputed | Tie::Contradicting | Tie::Untied => {
            let text = session.look(|draft| draft.text(account.place)).flatten().unwrap_or_default();
            let words = text.get(account.span.clone()).unwrap_or_default().to_owned();
            router.go_to_place(account.place, Some((words, account.span.clone())));
        }
    }
}
