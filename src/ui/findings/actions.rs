//! What can be done with a finding: mend it, accept it with a note, take the acceptance back. The focus goes on to what a
//! person would look at next: after a mend the finding that comes up in its place, after a note the finding itself.

use leptos::html::Textarea;
use leptos::prelude::*;
use web_sys::MouseEvent;

use crate::browser;
use crate::rules::{Severity, Status};
use crate::session::{Found, Mending, Session};
use crate::ui::page::{focus_first, focus_in_place_of};
use crate::ui::parts::{Icon, icon_view};

/// The titles of the cards, by which they are gone through.
const TITLES: &str = ".finding [data-action=goto]";

/// Which of the mends was chosen, and what it would wake.
type Waking = RwSignal<Option<(usize, Vec<String>)>>;

/// The buttons of a finding, or what is asked before one of them acts.
#[component]
pub fn Actions(this: Memo<Option<Found>>, number: u64, severity: Severity) -> impl IntoView {
    let session = Session::here();
    let noting = RwSignal::new(false);
    let waking: Waking = RwSignal::new(None);
    let mend = move |nth: usize, knowing: bool| {
        let own = document().get_element_by_id(&format!("finding-{number}"));
        let next = focus_in_place_of(own.as_ref(), TITLES, "#findings-title");
        match session.mend(number, nth, knowing) {
            Mending::Made => next(),
            Mending::Gone => {
                waking.try_set(None);
                next();
            }
            Mending::Wakes(titles) => {
                waking.set(Some((nth, titles)));
                focus_first(&[&format!("#finding-{number} [data-action=mend-anyway]")]);
            }
        }
    };
    let kept = Memo::new(move |_| match this.get().map(|f| f.status) {
        Some(Status::Accepted { note, at }) => Some((note, at)),
        Some(Status::Open | Status::Lapsed { .. }) | None => None,
    });
    let labels = Memo::new(move |_| {
        let labels = |found: Found| found.finding.mends().map(|mend| mend.label.clone()).collect::<Vec<_>>();
        this.get().map(labels).unwrap_or_default()
    });
    move || {
        if let Some((note, at)) = kept.get() {
            return view! { <Kept number=number note=note at=at /> }.into_any();
        }
        if noting.get() {
            return view! { <Noting number=number noting=noting /> }.into_any();
        }
        if let Some((nth, titles)) = waking.get() {
            let cancel = move |_| {
                waking.set(None);
                focus_first(&[&format!("#finding-{number} [data-action=mend]")]);
            };
            let titles = titles.into_iter().map(|title| view! { <li>{title}</li> }).collect_view();
            return view! {
                <div class="noting" role="alert">
                    <p class="note">"这样改会引出强制性问题："</p>
                    <ul class="waking">{titles}</ul>
                    <div class="actions">
                        <button type="button" class="button small" on:click=cancel>"取消"</button>
                        <button type="button" class="button primary small" data-action="mend-anyway"
                            on:click=move |_| mend(nth, true)>"仍然修改"</button>
                    </div>
                </div>
            }
            .into_any();
        }
        let mends = labels.get().into_iter().enumerate().map(|(nth, label)| {
            let first = nth == 0;
            let class = if first { "button primary small" } else { "button small" };
            let action = if first { "mend" } else { "mend-other" };
            // The next card comes up under the mouse: the second half of a double click is not meant for it.
            let once = move |event: MouseEvent| {
                if event.detail() < 2 {
                    mend(nth, false);
                }
            };
            view! {
                <button type="button" class=class data-action=action on:click=once>
                    {first.then(|| icon_view(Icon::TICK))}{label}
                </button>
            }
        });
        let mends = mends.collect_view();
        let begin = move |_| {
            noting.set(true);
            focus_first(&[&format!("#finding-{number} textarea")]);
        };
        let acceptable = (severity == Severity::Warning).then(|| {
            view! { <button type="button" class="button small" data-action="accept" on:click=begin>"说明并保留"</button> }
        });
        view! { <div class="actions">{mends}{acceptable}</div> }.into_any()
    }
}

/// An accepted finding: why, when, and how the acceptance is taken back.
#[component]
fn Kept(number: u64, note: String, at: String) -> impl IntoView {
    let session = Session::here();
    let day = at.get(..10).unwrap_or_default().to_owned();
    let time = browser::time_of_day(&at).get(..5).unwrap_or_default().to_owned();
    let withdraw = move |_| {
        session.withdraw(number);
        focus_first(&[&format!("#finding-{number} [data-action=goto]"), "#findings-title"]);
    };
    view! {
        <p class="note-text">"说明："{note}</p>
        <p class="note">{day}" "{time}" 保留 "
            <button type="button" class="link" data-action="withdraw" on:click=withdraw>"撤回"</button></p>
    }
}

/// The field in which the clerk says why a finding stays.
#[component]
fn Noting(number: u64, noting: RwSignal<bool>) -> impl IntoView {
    let session = Session::here();
    let hollow = RwSignal::new(false);
    let note = NodeRef::<Textarea>::new();
    let accept = move |_| {
        let words = note.get_untracked().map(|note| note.value()).unwrap_or_default();
        let taken = session.accept(number, &words);
        // An accepted finding is drawn as another card; this one may be gone.
        hollow.try_set(!taken);
        if taken {
            noting.try_set(false);
            focus_first(&[&format!("#finding-{number} [data-action=goto]"), "#findings-title"]);
        } else {
            focus_first(&[&format!("#finding-{number} textarea")]);
        }
    };
    let cancel = move |_| {
        noting.set(false);
        focus_first(&[&format!("#finding-{number} [data-action=accept]")]);
    };
    view! {
        <div class="noting">
            <label><span class="note">"写明原因后不再提醒；内容改动时自动恢复提醒。"</span>
                <textarea node_ref=note name="note" rows="3" aria-invalid=move || hollow.get().to_string()></textarea>
            </label>
            {move || hollow.get().then(|| view! { <p class="refused" role="alert">"请写明具体原因，“核实无误”之类不算说明。"</p> })}
            <div class="actions">
                <button type="button" class="button" on:click=cancel>"取消"</button>
                <button type="button" class="button primary" data-action="accept" on:click=accept>"保留"</button>
            </div>
        </div>
    }
}
