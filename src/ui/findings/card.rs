//! One finding: what, where, by how much, what to do.

use leptos::prelude::*;

use super::actions::Actions;
use super::{go, severity_words};
use crate::rules::{Arithmetic, Status, Term};
use crate::session::{Found, Session};
use crate::ui::page::Router;
use crate::ui::parts::SeverityMark;

/// The card of a finding; it follows the finding while that is itself.
#[component]
pub fn FindingCard(found: Memo<Vec<Found>>, number: u64) -> impl IntoView {
    let (session, router) = (Session::here(), Router::here());
    let this = Memo::new(move |_| found.with(|all| all.iter().find(|f| f.number == number).cloned()));
    let Some(first) = this.get_untracked() else { return ().into_any() };
    let severity = first.finding.severity;
    let (words, name) = severity_words(severity);
    let go = move |_| {
        if let Some(found) = this.get_untracked() {
            go(session, router, &found);
        }
    };
    let read = move |text: fn(&Found) -> String| move || this.get().as_ref().map(text).unwrap_or_default();
    let lapsed = move || this.get().is_some_and(|f| matches!(f.status, Status::Lapsed { .. }));
    let accepted = move || this.get().is_some_and(|f| !f.is_open());
    let current = move || session.current() == Some(number);
    let waits =
        move || this.with(|f| f.as_ref().is_some_and(|f| session.look(|draft| f.finding.waits(draft)) == Some(true)));
    let arithmetic = Memo::new(move |_| this.get().and_then(|f| f.finding.arithmetic));
    view! {
        <li class="finding" class:lapsed=lapsed class:accepted=accepted class:current=current class:waits=waits
            id=format!("finding-{number}") data-rule=first.finding.rule data-severity=name
            data-place=read(|f| f.finding.place.to_string()) data-status=move || this.get().map(|f| status_name(&f.status))>
            <div class="finding-head">
                <SeverityMark severity=severity /><span class="unseen">{words}</span>
                <button type="button" class="finding-title" data-action="goto" on:click=go>{read(|f| f.finding.title.clone())}</button>
                <span class="rule-id">{first.finding.rule}</span>
            </div>
            {move || lapsed().then(|| view! { <p class="lapsed-words">"内容改过，原说明失效，请重新核对。"</p> })}
            {move || (!accepted()).then(|| arithmetic.get().map(|arithmetic| draw_arithmetic(&arithmetic)))}
            {move || (!accepted()).then(|| {
                let words = read(|f| f.finding.words.clone())();
                (!words.is_empty()).then(|| view! { <p class="words">{words}</p> })
            })}
            <Actions this=this number=number severity=severity />
        </li>
    }
    .into_any()
}

fn status_name(status: &Status) -> &'static str {
    match status {
        Status::Open => "open",
        Status::Accepted { .. } => "accepted",
        Status::Lapsed { .. } => "lapsed",
    }
}

/// Both sides of the arithmetic, line by line, and the difference.
pub fn draw_arithmetic(arithmetic: &Arithmetic) -> impl IntoView + use<> {
    let lines = arithmetic.lines.iter().map(|line| {
        let term = |term: &Term| {
            view! { <span class="term"><span class="sign">{term.sign}</span>{term.label.clone()}" "<b>{term.value.clone()}</b></span> }
        };
        let result = line.result.clone().map(|result| view! { <span class="result">"＝ "<b>{result}</b></span> });
        // What it makes stands with the last term, never alone on a line.
        let (last, first) = line.terms.split_last().map_or((None, &[][..]), |(last, first)| (Some(last), first));
        view! { <p class="line">{first.iter().map(term).collect_view()}<span class="tail">{last.map(term)}{result}</span></p> }
    });
    let difference =
        arithmetic.difference.clone().map(|d| view! { <p class="line difference"><span>"相差"</span><b>{d}</b></p> });
    view! { <div class="arithmetic" data-arithmetic="">{lines.collect_view()}{difference}</div> }
}
