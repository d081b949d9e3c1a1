//! One finding: what, where, by how much, what to do.

use leptos::html::Textarea;
use leptos::prelude::*;

use super::{go, severity_words};
use crate::browser;
use crate::rules::{Arithmetic, Severity, Status};
use crate::session::{Found, Session};
use crate::ui::page::Router;
use crate::ui::parts::{Icon, SeverityMark, icon_view};

/// The card of a finding; it follows the finding while its identity stays.
#[component]
pub fn FindingCard(found: Memo<Vec<Found>>, identity: String) -> impl IntoView {
    let (session, router) = (Session::here(), Router::here());
    let identity = StoredValue::new(identity);
    let this =
        Memo::new(move |_| found.with(|all| all.iter().find(|f| identity.with_value(|id| *id == f.identity)).cloned()));
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
    let current = move || session.current().is_some_and(|id| identity.with_value(|own| *own == id));
    let arithmetic = Memo::new(move |_| this.get().and_then(|f| f.finding.arithmetic));
    view! {
        <li class="finding" class:lapsed=lapsed class:accepted=accepted class:current=current
            id=format!("finding-{}", identity.get_value()) data-rule=first.finding.rule data-severity=name
            data-place=first.finding.place.to_string() data-status=move || this.get().map(|f| status_name(&f.status))>
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
            <Actions this=this identity=identity severity=severity />
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

/// What can be done with a finding: mend it, accept it with a note, take the acceptance back.
#[component]
fn Actions(this: Memo<Option<Found>>, identity: StoredValue<String>, severity: Severity) -> impl IntoView {
    let session = Session::here();
    let noting = RwSignal::new(false);
    let hollow = RwSignal::new(false);
    let note = NodeRef::<Textarea>::new();
    let mend = move |_| session.mend(&identity.get_value(), 0);
    let begin = move |_| {
        noting.set(true);
        request_animation_frame(move || {
            if let Some(note) = note.try_get_untracked().flatten() {
                // A field that cannot take the focus can still be clicked.
                let _ = note.focus();
            }
        });
    };
    let accept = move |_| {
        let words = note.get_untracked().map(|note| note.value()).unwrap_or_default();
        let taken = session.accept(&identity.get_value(), &words);
        // An accepted finding is drawn as another card; this one may be gone.
        hollow.try_set(!taken);
        noting.try_set(!taken);
    };
    let withdraw = move |_| session.withdraw(&identity.get_value());
    let kept = Memo::new(move |_| match this.get().map(|f| f.status) {
        Some(Status::Accepted { note, at }) => Some((note, at)),
        Some(Status::Open | Status::Lapsed { .. }) | None => None,
    });
    let label = Memo::new(move |_| this.get().and_then(|f| f.finding.mend.map(|mend| mend.label)));
    let others = Memo::new(move |_| {
        let labels = |found: Found| found.finding.alternatives.into_iter().map(|mend| mend.label).collect::<Vec<_>>();
        this.get().map(labels).unwrap_or_default()
    });
    move || {
        if let Some((note, at)) = kept.get() {
            let day = at.get(..10).unwrap_or_default().to_owned();
            let time = browser::time_of_day(&at);
            return view! {
                <p class="note-text">"说明："{note}</p>
                <p class="note">{day}" "{time.get(..5).unwrap_or_default().to_owned()}" 保留 "
                    <button type="button" class="link" data-action="withdraw" on:click=withdraw>"撤回"</button></p>
            }
            .into_any();
        }
        if noting.get() {
            return view! {
                <div class="noting">
                    <label><span class="note">"写明原因后不再提醒；内容改动时自动恢复提醒。"</span>
                        <textarea node_ref=note name="note" rows="3" aria-invalid=move || hollow.get().to_string()></textarea>
                    </label>
                    {move || hollow.get().then(|| view! { <p class="refused" role="alert">"请写明具体原因，“核实无误”之类不算说明。"</p> })}
                    <div class="actions">
                        <button type="button" class="button" on:click=move |_| noting.set(false)>"取消"</button>
                        <button type="button" class="button primary" data-action="accept" on:click=accept>"保留"</button>
                    </div>
                </div>
            }
            .into_any();
        }
        let mendable = label.get().map(|label| view! {
            <button type="button" class="button primary small" data-action="mend" on:click=mend>{icon_view(Icon::Tick)}{label}</button>
        });
        let others = others.get().into_iter().enumerate().map(|(at, label)| {
            let mend = move |_| session.mend(&identity.get_value(), at + 1);
            view! { <button type="button" class="button small" data-action="mend-other" on:click=mend>{label}</button> }
        });
        let others = others.collect_view();
        let acceptable = (severity == Severity::Warning).then(|| {
            view! {
                <button type="button" class="button small" data-action="accept" on:click=begin>"说明并保留"</button>
            }
        });
        view! { <div class="actions">{mendable}{others}{acceptable}</div> }.into_any()
    }
}

/// Both sides of the arithmetic, line by line, and the difference.
fn draw_arithmetic(arithmetic: &Arithmetic) -> impl IntoView + use<> {
    let lines = arithmetic.lines.iter().map(|line| {
        let terms = line.terms.iter().map(|term| {
            view! { <span class="term"><span class="sign">{term.sign}</span>{term.label.clone()}" "<b>{term.value.clone()}</b></span> }
        });
        let result = line.result.clone().map(|result| view! { <span class="result">"＝ "<b>{result}</b></span> });
        view! { <p class="line">{terms.collect_view()}{result}</p> }
    });
    let difference =
        arithmetic.difference.clone().map(|d| view! { <p class="line difference"><span>"相差"</span><b>{d}</b></p> });
    view! { <div class="arithmetic" data-arithmetic="">{lines.collect_view()}{difference}</div> }
}
