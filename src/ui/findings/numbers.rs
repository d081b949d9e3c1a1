//! The numbers of the text: each marked by what it was held against, counted and listed below.

use std::cell::Cell;
use std::hash::{Hash, Hasher};
use std::ops;

use leptos::prelude::{Memo, With};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlTextAreaElement, MouseEvent};

use super::last_year::sentence_marks;
use crate::draft::{Draft, Place};
use crate::form::{Row, TableId, forms};
use crate::roll::Marks;
use crate::rules::{Account, Tie, accounts};
use crate::session::Session;
use crate::ui::body::first_place;
use crate::ui::dom::{El, el, follow};
use crate::ui::page::{Page, Router, TextField};
use crate::ui::parts::button;

/// Up to how many bytes of a field the numbers are marked, and how many of them: the layer is drawn anew with each check.
const MARKED_TEXT: usize = 100_000;
const MARKED: usize = 2_000;
/// How many numbers are listed.
const LISTED: usize = 200;

/// The name of a tie in the page (`data-tie`), and the words for it.
fn tie_words(tie: Tie) -> (&'static str, String) {
    match tie {
        Tie::Cell(place) => ("cell", cell_words(place)),
        Tie::Recomputed => ("recomputed", "已重新计算".to_owned()),
        Tie::Contradicting => ("contradicting", "与表格或上下文不一致".to_owned()),
        Tie::Untied => ("untied", "没有核对".to_owned()),
    }
}

/// A cell in words, with the year of one of another year.
pub(super) fn cell_words(place: Place) -> String {
    if let Place::Past(key, year) = place {
        return format!("{year}年{}", key.label());
    }
    let Some(key) = place.figure() else {
        return if place.table() == Some(TableId::Proposals) { "建议、提案".to_owned() } else { String::new() };
    };
    let is_total = forms().iter().any(|form| form.row_of(key) == Some(Row::Total));
    if is_total { format!("办理结果{}", key.label()) } else { key.label() }
}

/// A stretch of a field's text: a number with its account, or what stands between two.
struct Stretch<'a> {
    words: &'a str,
    account: Option<&'a Account>,
}

/// The index of a paragraph in its field, which begins at a place; nothing where it stands elsewhere.
fn paragraph_of(place: Place, first: Place) -> Option<usize> {
    if let (Place::Opening(m), Place::Opening(start)) = (place, first) {
        return m.checked_sub(start);
    }
    let (Place::Body(n, m), Place::Body(part, start)) = (place, first) else { return None };
    if n == part { m.checked_sub(start) } else { None }
}

/// The paragraph of a place.
pub(super) fn paragraph(draft: &Draft, place: Place) -> Option<&str> {
    if let Place::Opening(m) = place {
        return draft.opening().get(m).map(String::as_str);
    }
    let Place::Body(n, m) = place else { return None };
    draft.narrative().get(n)?.body.get(m)?.paragraph()
}

/// The stretches of a field's text, in one pass over its lines and over the accounts, which are in the order of the text.
/// The lines that are not empty are the paragraphs of the field.
fn stretches<'a>(draft: &Draft, field: TextField, value: &'a str, all: &'a [Account]) -> Vec<Stretch<'a>> {
    let Some(first) = first_place(draft, field) else { return Vec::new() };
    let own = all.iter().filter_map(|account| Some((paragraph_of(account.place, first)?, account)));
    let mut own = own.peekable();
    let marks = Marks::of(draft);
    let mut found = Vec::new();
    let mut paragraph = 0;
    for line in value.split_inclusive('\n') {
        let mut from = 0;
        // Last year's figures, which are marked as such, need no mark that says that nothing was held against them.
        let taken = marks.of_text(line);
        let is_plain = |account: &Account| {
            account.tie != Tie::Untied || !taken.iter().any(|sentence| sentence.contains(&account.span.start))
        };
        if line.len() > line.ends_with('\n').into() {
            while let Some((_, account)) = own.next_if(|(of, _)| *of <= paragraph) {
                let ops::Range { start, end } = account.span;
                if let (Some(before), Some(words)) = (line.get(from..start), line.get(start..end)) {
                    found.push(Stretch { words: before, account: None });
                    found.push(Stretch { words, account: Some(account).filter(|account| is_plain(account)) });
                    from = end;
                }
            }
            paragraph += 1;
        }
        found.push(Stretch { words: line.get(from..).unwrap_or_default(), account: None });
    }
    found
}

/// The layer behind a field that marks its numbers; the field stands right before it. With Ctrl a click on a number goes
/// to its cell.
pub fn number_marks(page: Page, layer: &El, field: TextField) -> Vec<El> {
    let Page { session, router, .. } = page;
    let area = layer.node().previous_element_sibling().and_then(|area| area.dyn_into::<HtmlTextAreaElement>().ok());
    let Some(area) = area else { return Vec::new() };
    let drawn = el("div");
    let (into, text) = (drawn.clone(), area.clone());
    let last = Cell::new(None);
    follow(move || {
        session.watch(&[field.touch(), Place::Parts], |_| ());
        let checked = session.checked();
        into.node().set_text_content(None);
        // What is being typed is not marked until it has been checked.
        if last.replace(Some(checked)) == Some(checked) {
            return;
        }
        let value = text.value();
        if value.len() > MARKED_TEXT {
            return;
        }
        let all = session.accounts(accounts);
        session.look(|draft| {
            let stretches = stretches(draft, field, &value, &all);
            if stretches.iter().filter(|stretch| stretch.account.is_some()).count() > MARKED {
                return;
            }
            for Stretch { words, account } in stretches {
                let drawn = el("span").text(words);
                let drawn = drawn.attr_if("data-tie", account.map(|account| tie_words(account.tie).0));
                // A text can always be put into an element.
                let _ = into.node().append_child(drawn.node());
            }
        });
    });
    let clicked = {
        let area = area.clone();
        move |event: &Event| {
            let Some(mouse) = event.dyn_ref::<MouseEvent>().filter(|mouse| mouse.ctrl_key() || mouse.meta_key()) else {
                return;
            };
            let (all, value) = (session.accounts(accounts), area.value());
            let caret = area.selection_start().ok().flatten().unwrap_or_default();
            let target = session.look(|draft| {
                let mut left = usize::try_from(caret).unwrap_or_default();
                stretches(draft, field, &value, &all).into_iter().find_map(|stretch| {
                    let length = stretch.words.encode_utf16().count();
                    let here = left <= length;
                    left = left.saturating_sub(length);
                    here.then_some(stretch.account.cloned())
                })
            });
            if let Some(account) = target.flatten().flatten() {
                mouse.prevent_default();
                go(session, router, &account);
            }
        }
    };
    let area_of_sentences = area.clone();
    // The listener goes with this layer.
    let _ = El::of(area.into()).on("click", clicked);
    vec![drawn, sentence_marks(session, area_of_sentences, field)]
}

/// How many numbers there are in a part and in the whole text, and how many of each are tied.
#[derive(Clone, Copy, Default, PartialEq)]
struct Counts {
    here: usize,
    here_tied: usize,
    all: usize,
    all_tied: usize,
}

/// A number in the list, with its words.
#[derive(PartialEq)]
struct Listed {
    account: Account,
    words: String,
}

impl Hash for Listed {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        self.account.span.hash(hasher);
        self.words.hash(hasher);
    }
}

/// The counter of a part's numbers with the list of them.
pub fn number_list(page: Page, part: Option<usize>) -> Vec<El> {
    let Page { session, router, .. } = page;
    let count = Memo::new(move |_| {
        let mut counts = Counts::default();
        for account in session.accounts(accounts).iter() {
            let (is_tied, is_here) = (usize::from(is_tied(account)), usize::from(account.place.part() == part));
            counts.all += 1;
            counts.all_tied += is_tied;
            counts.here += is_here;
            counts.here_tied += is_here * is_tied;
        }
        counts
    });
    let count = move || count.with(|counts| *counts);
    let words = move || {
        let Counts { here, here_tied, all, all_tied } = count();
        let whole =
            if all == here { String::new() } else { format!("（全文 {all} 个，{all_tied} 个已核对）") };
        let left = here.saturating_sub(LISTED);
        let left = if left == 0 { String::new() } else { format!("，列出前 {LISTED} 个") };
        format!("{here} 个数字，{here_tied} 个已核对{whole}{left}")
    };
    let rows = move || {
        let all = session.accounts(accounts);
        let listed = |draft: &Draft| {
            let own = all.iter().filter(|account| account.place.part() == part).take(LISTED);
            let listed = |account: &Account| {
                let words = paragraph(draft, account.place).and_then(|text| text.get(account.span.clone()));
                Listed { account: account.clone(), words: words.unwrap_or_default().to_owned() }
            };
            own.map(listed).collect()
        };
        session.look(listed).unwrap_or_default()
    };
    let draw = move |Listed { account, words }: &Listed| {
        let (tie, label) = tie_words(account.tie);
        let account = account.clone();
        let chip = button("number-chip", move || go(session, router, &account));
        let chip = chip.attrs(&[("data-tie", tie), ("data-action", "number")]);
        vec![el("li").child(chip.child(el("b").text(words)).child(el("span").text(&label)))]
    };
    let summary = el("summary").attr_of("data-numbers", move || Some(count().here.to_string()));
    let summary = summary.attr_of("data-tied", move || Some(count().here_tied.to_string())).text_of(words);
    let hint = el("p").class("note").text("点一个数字，转到它所在的格子；在正文中按住 Ctrl 点击数字也可以。");
    let list = el("ul").class("number-list").each(rows, draw);
    let all = el("details").child(summary).child(hint).child(list);
    vec![el("div").when(move || count().here > 0, move || vec![all.clone()])]
}

fn is_tied(account: &Account) -> bool {
    matches!(account.tie, Tie::Cell(_) | Tie::Recomputed)
}

/// Goes to the cell of a number, or to the number where it has none.
fn go(session: Session, router: Router, account: &Account) {
    match account.tie {
        Tie::Cell(place) => router.go_to_place(place, None),
        Tie::Recomputed | Tie::Contradicting | Tie::Untied => {
            let words = |draft: &Draft| Some(paragraph(draft, account.place)?.get(account.span.clone())?.to_owned());
            let words = session.look(words).flatten().unwrap_or_default();
            router.go_to_place(account.place, Some((words, account.span.clone())));
        }
    }
}
