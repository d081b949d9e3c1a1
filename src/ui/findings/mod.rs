//! The findings: one list, each with its arithmetic and its mend; a click goes to the place.

mod actions;
mod card;
mod field;
mod last_year;
mod news;
mod numbers;
mod suggestions;

use std::cell::Cell;

use leptos::html::Div;
use leptos::prelude::*;

use super::body::Homes;
use super::dom::El;
use super::page::{Checks, FillPart, LateView, Page, Piece, Router, TextField, focus_first, mount};
use super::parts::{SEVERITIES, SeverityMark};
use super::rules::RulesScreen;
use super::search;
use crate::draft::{CellValue, Draft, Place};
use crate::rules::{Severity, check};
use crate::session::{Found, Session};
use crate::sheet::blanks;
use card::FindingCard;
use news::News;

/// How many findings are listed at once, and how many more at a click: each is a card of some size.
const LISTED: usize = 100;

/// What is called of this folder once its piece is here.
pub static CHECKS: Checks = Checks {
    load: |session| session.take_checks(check),
    panel: |page, into| {
        search::place(page, into);
        mount(page, into, || view! { <FindingsPanel /> }.into_any());
    },
    next: |page, back| {
        if last_year::are_shown() {
            last_year::next(page, back);
        } else {
            next(page.session, page.router, back);
        }
    },
    rules: |page, into| mount(page, into, || view! { <RulesScreen /> }.into_any()),
    marks: field::field_marks,
    last_year: last_year::bar_or_foot,
    numbers: |page, part| [suggestions::suggestion_cards(page, part), numbers::number_list(page, part)].concat(),
};

/// The column of the findings.
pub fn panel(page: Page) -> LateView {
    LateView::new(Piece::Checks, "检查程序", move |into| {
        (page.late.checks()?.panel)(page, into);
        Some(Vec::new())
    })
}

/// The layer that marks what was found in a field, and its numbers.
pub fn marks(page: Page, field: TextField) -> LateView {
    LateView::new(Piece::Checks, "数字", move |into| Some((page.late.checks()?.marks)(page, into, field)))
}

/// The suggested sentences of a part, and the counter and the list of its numbers; or those of the opening.
pub fn numbers(page: Page, part: Option<usize>) -> LateView {
    LateView::new(Piece::Checks, "数字", move |_| Some((page.late.checks()?.numbers)(page, part)))
}

/// The bar about last year's sentences in a part, or in the opening; or the line at its foot.
pub fn last_year(page: Page, part: Option<usize>, foot: bool) -> LateView {
    LateView::new(Piece::Checks, "上年原文", move |_| Some((page.late.checks()?.last_year)(page, part, foot)))
}

/// A weight in the words clerks know, and its name in the page.
pub fn severity_words(severity: Severity) -> (&'static str, &'static str) {
    SEVERITIES.iter().find(|(s, ..)| *s == severity).map_or(("", ""), |(_, words, name)| (*words, *name))
}

/// The column of the findings; a drawer where the screen is narrow.
#[component]
pub fn FindingsPanel() -> impl IntoView {
    let (session, router, page) = (Session::here(), Router::here(), Page::here());
    let shown = RwSignal::new(None::<Severity>);
    let open = RwSignal::new(false);
    let part = Memo::new(move |_| router.part());
    // The findings of the screen, or of the others: the first so many, and how many there are.
    let of = move |here: bool, most: usize| {
        let (shown, homes) = (shown.get(), session.look(Homes::of).unwrap_or_default());
        let screen = part.get().map(|part| homes.home(part));
        let listed = |f: &&Found| {
            let belongs = screen.is_some_and(|screen| homes.home(FillPart::of(f.finding.place)) == screen);
            belongs == here && shown.is_none_or(|severity| f.finding.severity == severity)
        };
        let waits = |f: &&Found| session.look(|draft| f.finding.waits(draft)).unwrap_or_default();
        session.with_findings(|found| {
            // What was not begun yet comes last.
            let listed: Vec<&Found> = found.iter().filter(listed).collect();
            let (waiting, begun): (Vec<&Found>, Vec<&Found>) = listed.into_iter().partition(waits);
            let count = begun.len() + waiting.len();
            (begun.into_iter().chain(waiting).take(most).cloned().collect::<Vec<_>>(), count)
        })
    };
    // What is read out: what is new, once typing rests. The list itself is not: it would be read anew with each key.
    let news = Memo::new(move |before: Option<&News>| {
        if session.is_checked() {
            session.with_findings(|found| News::after(before, session.opened(), found))
        } else {
            before.cloned().unwrap_or_default()
        }
    });
    // While sentences are last year's the column lists these beside a text; the findings are one click away.
    let wanted = RwSignal::new(true);
    let left = Memo::new(move |_| session.sentences_left().iter().sum::<usize>());
    let by_sentence = Memo::new(move |_| left.get() > 0 && last_year::is_text(session, part.get()));
    let sentences = Memo::new(move |_| by_sentence.get() && wanted.get());
    Effect::new(move |_| last_year::show(sentences.get()));
    on_cleanup(|| last_year::show(false));
    let column = NodeRef::<Div>::new();
    Effect::new(move |_| {
        if let Some(column) = column.get() {
            let _ = El::of(column.into()).child(last_year::sentence_list(page));
        }
    });
    let list = move |here: bool, title: &'static str| {
        let most = RwSignal::new(LISTED);
        let all = Memo::new(move |_| of(here, most.get()));
        let found = Memo::new(move |_| all.with(|(first, _)| first.clone()));
        let count = Memo::new(move |_| all.with(|(_, count)| *count));
        let id = if here { "findings-here" } else { "findings-elsewhere" };
        let show_more = move |_| {
            let next = most.get_untracked() + 1;
            most.update(|most| *most += LISTED);
            focus_first(&[format!("#{id} > :nth-child({next}) [data-action=goto]")]);
        };
        let more = move || {
            let left = count.get().saturating_sub(most.get());
            (left > 0).then(|| view! {
                <button type="button" class="button small" data-action="more-findings" on:click=show_more>{format!("还有 {left} 处，再列一些")}</button>
            })
        };
        view! {
            <h3 class="group-title" class:none=move || count.get() == 0>
                <span>{title}</span><span>{move || count.get()}</span>
            </h3>
            <ul class="cards" id=id>
                <For each=move || found.get() key=|f| (f.number, f.is_open()) let:f>
                    <FindingCard found=found number=f.number />
                </For>
            </ul>
            {more}
        }
    };
    view! {
        <aside class="findings" class:open=move || open.get() aria-labelledby="findings-title">
            <Drawer open=open />
            <div class="findings-body">
                <div class="findings-head">
                    <h2 id="findings-title" tabindex="-1">{move || if sentences.get() { "上年原文" } else { "检查" }}</h2>
                    <span class="note">{move || if sentences.get() { "下一句 " } else { "下一处 " }}<kbd>"F8"</kbd></span>
                </div>
                {move || by_sentence.get().then(|| view! {
                    <div class="filters" role="group" aria-label="列出">
                        <button type="button" data-action="show-sentences" aria-pressed=move || sentences.get().to_string()
                            on:click=move |_| wanted.set(true)>"上年原文 "<span>{left}</span></button>
                        <button type="button" data-action="show-findings" aria-pressed=move || (!sentences.get()).to_string()
                            on:click=move |_| wanted.set(false)>"检查 "<span>{move || SEVERITIES.iter().map(|(severity, ..)| session.count(*severity)).sum::<usize>()}</span></button>
                    </div>
                })}
                <div class:none=move || sentences.get()><Filters shown=shown /></div>
                {move || session.checked_beside().map(|year| view! { <p class="note beside">{format!("已与本单位{year}年度的草稿对照")}</p> })}
                {move || session.checks_long_text().then(|| view! { <p class="note beside" role="status">"文字很长，检查稍后进行"</p> })}
                <p class="unseen" role="status">{move || news.with(|news| news.words.clone())}</p>
                <div class="cards-scroll" class:none=move || !sentences.get() node_ref=column></div>
                <div class="cards-scroll" class:none=move || sentences.get()>
                    {list(true, "本部分")}
                    {list(false, "其他部分")}
                    {move || (session.with_findings(<[Found]>::is_empty) && !session.checks_long_text()).then(|| view! { <p class="empty ok">"没有发现问题"</p> })}
                </div>
            </div>
        </aside>
    }
}

/// The button of the drawer: how many findings of each weight are open.
#[component]
fn Drawer(open: RwSignal<bool>) -> impl IntoView {
    let session = Session::here();
    view! {
        <button type="button" class="drawer" aria-expanded=move || open.get().to_string()
            on:click=move |_| open.update(|open| *open = !*open)>
            {SEVERITIES.map(|(severity, words, _)| view! {
                <span class="count" title=words><SeverityMark severity=severity /><span>{move || session.count(severity)}</span></span>
            }).collect_view()}
            <span>{move || if open.get() { "收起" } else { "检查" }}</span>
        </button>
    }
}

#[component]
fn Filters(shown: RwSignal<Option<Severity>>) -> impl IntoView {
    let session = Session::here();
    let all = move || SEVERITIES.iter().map(|(severity, ..)| session.count(*severity)).sum::<usize>();
    view! {
        <div class="filters" role="group" aria-label="只看">
            <button type="button" aria-pressed=move || shown.get().is_none().to_string() on:click=move |_| shown.set(None)>
                "全部 "<span>{all}</span>
            </button>
            {SEVERITIES.map(|(severity, words, name)| view! {
                <button type="button" aria-pressed=move || (shown.get() == Some(severity)).to_string()
                    on:click=move |_| shown.set(Some(severity))>
                    <SeverityMark severity=severity />{words}" "
                    <span data-count=name>{move || session.count(severity)}</span>
                </button>
            }).collect_view()}
        </div>
    }
}

thread_local! {
    /// Where in the list the finding stood that was gone to last: once it is mended the next one stands there.
    static LAST: Cell<usize> = const { Cell::new(0) };
}

/// Goes to the next finding, or the one before.
pub fn next(session: Session, router: Router, back: bool) {
    let open: Vec<Found> = session.findings_now().into_iter().filter(Found::is_open).collect();
    let current = untrack(move || session.current());
    let at = open.iter().position(|f| Some(f.number) == current);
    let count = open.len();
    let index = match at {
        Some(at) if back => (at + count - 1) % count.max(1),
        Some(at) => (at + 1) % count.max(1),
        None if current.is_none() => {
            if back {
                count.saturating_sub(1)
            } else {
                0
            }
        }
        None if back => LAST.get().saturating_sub(1),
        None => LAST.get() % count.max(1),
    };
    if let Some(found) = open.get(index) {
        LAST.set(index);
        go(session, router, found);
    }
}

/// The field in which a finding is mended: of a whole row, column or table the first blank that it speaks of, or its first cell.
fn field_of(session: Session, found: &Found) -> Place {
    let Found { finding, .. } = found;
    let is_range = matches!(finding.place, Place::Row(..) | Place::Column(..) | Place::Table(_));
    let mut cells = finding.concerns.iter().filter(|place| is_range && place.is_cell());
    let is_blank = |place: &&Place| session.look(|draft| draft.entry(**place) == CellValue::Blank) == Some(true);
    let first = cells.clone().find(is_blank).or_else(|| cells.next()).copied();
    // A table that was not begun names none of its cells.
    let of_table = || {
        let Place::Table(table) = finding.place else { return None };
        session.look(|draft| blanks(draft, table).first().map(|key| Place::Cell(*key))).flatten()
    };
    // A part in which nothing is written is begun in its text, not in its heading.
    let of_empty = || {
        let Place::Part(n) = finding.place else { return None };
        let is_empty = |draft: &Draft| draft.narrative().get(n).is_some_and(|part| part.body.is_empty());
        (session.look(is_empty) == Some(true)).then_some(Place::Body(n, 0))
    };
    first.or_else(of_table).or_else(of_empty).unwrap_or(finding.place)
}

/// Goes to the place of a finding.
pub fn go(session: Session, router: Router, found: &Found) {
    session.set_current(Some(found.number));
    let quote = found.finding.quote.as_ref().map(|quote| (quote.words.clone(), quote.span.clone()));
    router.go_to_place(field_of(session, found), quote);
}
