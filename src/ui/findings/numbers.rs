//! The numbers of the text: what each was held against, counted and listed below it.

use std::hash::{Hash, Hasher};

use leptos::prelude::{Memo, With};

use super::field::paragraph_at as paragraph;
use crate::draft::{Draft, Place};
use crate::form::{Row, TableId, forms};
use crate::rules::{Account, Tie, accounts};
use crate::session::Session;
use crate::ui::dom::{El, el};
use crate::ui::page::{Page, Router};
use crate::ui::parts::button;

/// How many numbers are listed.
const LISTED: usize = 200;

/// The name of a tie in the page (`data-tie`).
pub fn tie_name(tie: Tie) -> &'static str {
    match tie {
        Tie::Cell(_) => "cell",
        Tie::Recomputed => "recomputed",
        Tie::Contradicting => "contradicting",
        Tie::Untied => "untied",
    }
}

/// The words for a tie.
fn tie_words(tie: Tie) -> String {
    match tie {
        Tie::Cell(place) => cell_words(place),
        Tie::Recomputed => "已重新计算".to_owned(),
        Tie::Contradicting => "与表格或上下文不一致".to_owned(),
        Tie::Untied => "没有核对".to_owned(),
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
        let (tie, label) = (tie_name(account.tie), tie_words(account.tie));
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
pub fn go(session: Session, router: Router, account: &Account) {
    match account.tie {
        Tie::Cell(place) => router.go_to_place(place, None),
        Tie::Recomputed | Tie::Contradicting | Tie::Untied => {
            let words = |draft: &Draft| Some(paragraph(draft, account.place)?.get(account.span.clone())?.to_owned());
            let words = session.look(words).flatten().unwrap_or_default();
            router.go_to_place(account.place, Some((words, account.span.clone())));
        }
    }
}
