//! The findings: one list, each with its arithmetic and its mend; a click goes to the place.

mod card;

use leptos::prelude::*;

use super::fill::home;
use super::parts::SeverityMark;
use super::route::{FillPart, Route, Router, Screen};
use crate::rules::Severity;
use crate::session::{Found, Session};
use card::FindingCard;

/// The weights, with the words clerks know and their names in the page.
pub const SEVERITIES: [(Severity, &str, &str); 3] =
    [(Severity::Error, "强制性", "error"), (Severity::Warning, "核实性", "warning"), (Severity::Hint, "提示", "hint")];

/// A weight in the words clerks know, and its name in the page.
pub fn severity_words(severity: Severity) -> (&'static str, &'static str) {
    SEVERITIES.iter().find(|(s, ..)| *s == severity).map_or(("", ""), |(_, words, name)| (*words, *name))
}

/// The column of the findings; a drawer where the screen is narrow.
#[component]
pub fn FindingsPanel() -> impl IntoView {
    let (session, router) = (Session::here(), Router::here());
    let shown = RwSignal::new(None::<Severity>);
    let open = RwSignal::new(false);
    let part = Memo::new(move |_| match router.route() {
        Route::Draft { screen: Screen::Fill(part), .. } => Some(part),
        Route::Draft { .. } | Route::Start | Route::Rules => None,
    });
    let of = move |here: bool| {
        let (shown, screen) = (shown.get(), part.get().map(|part| home(session, part)));
        let listed = |f: &&Found| {
            let belongs = screen.is_some_and(|screen| is_here(session, f, screen));
            belongs == here && shown.is_none_or(|severity| f.finding.severity == severity)
        };
        session.with_findings(|found| found.iter().filter(listed).cloned().collect::<Vec<_>>())
    };
    let list = move |here: bool, title: &'static str| {
        let found = Memo::new(move |_| of(here));
        view! {
            <h3 class="group-title" class:none=move || found.get().is_empty()>
                <span>{title}</span><span>{move || found.get().len()}</span>
            </h3>
            <ul class="cards">
                <For each=move || found.get() key=|f| (f.identity.clone(), f.is_open()) let:f>
                    <FindingCard found=found identity=f.identity />
                </For>
            </ul>
        }
    };
    view! {
        <aside class="findings" class:open=move || open.get() aria-labelledby="findings-title">
            <button type="button" class="drawer" aria-expanded=move || open.get().to_string()
                on:click=move |_| open.update(|open| *open = !*open)>
                {SEVERITIES.map(|(severity, words, _)| view! {
                    <span class="count" title=words><SeverityMark severity=severity /><span>{move || session.count(severity)}</span></span>
                }).collect_view()}
                <span>{move || if open.get() { "收起" } else { "检查" }}</span>
            </button>
            <div class="findings-body">
                <div class="findings-head">
                    <h2 id="findings-title">"检查"</h2>
                    <span class="note">"下一处 "<kbd>"F8"</kbd></span>
                </div>
                <Filters shown=shown />
                {move || session.checked_beside().map(|year| view! { <p class="note beside">{format!("已与本单位{year}年度的草稿对照")}</p> })}
                <div class="cards-scroll" aria-live="polite">
                    {list(true, "本部分")}
                    {list(false, "其他部分")}
                    {move || session.with_findings(<[Found]>::is_empty).then(|| view! { <p class="empty ok">"没有发现问题"</p> })}
                </div>
            </div>
        </aside>
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

/// Whether a finding belongs to what is filled in on a screen, which is a [`home`].
pub fn is_here(session: Session, found: &Found, screen: FillPart) -> bool {
    home(session, FillPart::of(found.finding.place)) == screen
}

/// Goes to the next finding, or the one before.
pub fn next(session: Session, router: Router, back: bool) {
    let open: Vec<Found> = session.findings_now().into_iter().filter(Found::is_open).collect();
    let current = untrack(move || session.current());
    let at = open.iter().position(|f| Some(&f.identity) == current.as_ref());
    let count = open.len();
    let index = match at {
        Some(at) if back => (at + count - 1) % count.max(1),
        Some(at) => (at + 1) % count.max(1),
        None if back => count.saturating_sub(1),
        None => 0,
    };
    if let Some(found) = open.get(index) {
        go(session, router, found);
    }
}

/// Goes to the place of a finding.
pub fn go(session: Session, router: Router, found: &Found) {
    session.set_current(Some(found.identity.clone()));
    let quote = found.finding.quote.as_ref().map(|quote| (quote.words.clone(), quote.span.clone()));
    router.go_to_place(found.finding.place, quote);
}
