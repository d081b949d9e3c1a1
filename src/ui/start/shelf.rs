//! The drafts on the shelf, and what could not be read of it.

use leptos::prelude::*;

use super::super::parts::{Icon, SeverityMark, icon};
use super::go_to;
use crate::browser;
use crate::rules::Severity;
use crate::session::{Entry, Session};
use crate::ui::findings::severity_words;
use crate::ui::route::Router;

/// The recent drafts in a table, with what stands unreadable beside them.
#[component]
pub fn ShelfList() -> impl IntoView {
    let session = Session::here();
    let wanted = RwSignal::new(String::new());
    let entries = move || session.shelved().entries;
    let listed = move || {
        let wanted = wanted.get();
        let mut entries = entries();
        entries.retain(|entry| wanted.is_empty() || format!("{}{}", entry.office, entry.year).contains(wanted.trim()));
        entries
    };
    let many = move || entries().len() > 5;
    view! {
        <section class="shelf" aria-labelledby="shelf-title">
            <div class="shelf-head">
                <h2 id="shelf-title">"最近的草稿"</h2>
                <span class="note">{move || format!("{} 份", entries().len())}</span>
                <span class="grow"></span>
                {move || many().then(|| view! {
                    <input class="search" type="search" placeholder="单位或年度" aria-label="按单位或年度找草稿"
                        on:input=move |event| wanted.set(event_target_value(&event)) />
                })}
            </div>
            {move || if entries().is_empty() {
                view! {
                    <div class="empty">{icon(Icon::File)}<strong>"还没有草稿"</strong><p>"新建一份，或打开同事存下的文件"</p></div>
                }.into_any()
            } else {
                view! {
                    <div class="card scroll">
                        <table class="shelf-table">
                            <thead><tr>
                                <th scope="col">"单位"</th><th scope="col" class="number">"年度"</th><th scope="col">"格式"</th>
                                <th scope="col">"已填"</th><th scope="col">"检查"</th><th scope="col" class="number">"上次保存"</th>
                                <th scope="col"><span class="unseen">"删除"</span></th>
                            </tr></thead>
                            <tbody>
                                <For each=listed key=|entry| (entry.id.clone(), entry.time.clone()) let:entry><Row entry=entry /></For>
                            </tbody>
                        </table>
                    </div>
                }.into_any()
            }}
            <Unreadable />
        </section>
    }
}

#[component]
fn Row(entry: Entry) -> impl IntoView {
    let (session, router) = (Session::here(), Router::here());
    let id = StoredValue::new(entry.id.clone());
    let open = move |_| go_to(router, id.get_value());
    let delete = move |_| session.delete(&id.get_value());
    let name = if entry.office.is_empty() { "（没有写单位名称）".to_owned() } else { entry.office.clone() };
    let label = format!("删除{name}{}年度的草稿", entry.year);
    let counts = [(Severity::Error, entry.errors), (Severity::Warning, entry.warnings), (Severity::Hint, entry.hints)];
    let checks = if counts.iter().all(|(_, count)| *count == 0) {
        view! { <span class="ok">{icon(Icon::Tick)}"没有问题"</span> }.into_any()
    } else {
        let shown = counts.into_iter().filter(|(_, count)| *count > 0);
        shown
            .map(|(severity, count)| {
                let (words, _) = severity_words(severity);
                view! { <span class="count" title=words><SeverityMark severity=severity /><span class="unseen">{words}</span>{count}</span> }
            })
            .collect_view()
            .into_any()
    };
    let progress = entry.progress;
    // A report without an official table has no cells to count.
    let filled = (progress.all > 0).then(|| {
        view! {
            <progress max=progress.all value=progress.filled aria-label="已填"></progress>
            <span class="number">{format!("{} / {}", progress.filled, progress.all)}</span>
        }
    });
    let day = entry.time.get(..10).unwrap_or_default().to_owned();
    let time = browser::time_of_day(&entry.time);
    view! {
        <tr data-draft=entry.id.clone()>
            <th scope="row"><button type="button" class="link name" on:click=open>{name}</button></th>
            <td class="number">{entry.year}</td>
            <td>{entry.form}</td>
            <td class="progress-cell">{filled}</td>
            <td class="checks">{checks}</td>
            <td class="number">{format!("{day} {}", time.get(..5).unwrap_or_default())}</td>
            <td><button type="button" class="button quiet small" data-action="delete" aria-label=label on:click=delete>{icon(Icon::Remove)}</button></td>
        </tr>
    }
}

/// What stands in storage and cannot be read as a draft: never overwritten, offered as a file.
#[component]
fn Unreadable() -> impl IntoView {
    let session = Session::here();
    move || {
        let unreadable = session.shelved().unreadable;
        (!unreadable.is_empty()).then(|| {
            let rows = unreadable.into_iter().map(|(key, why)| {
                let (save, forget) = (key.clone(), key.clone());
                view! {
                    <li>
                        <span><strong>{key}</strong>" "{why}</span>
                        <button type="button" class="button small" on:click=move |_| session.save_unreadable(&save)>"存为文件"</button>
                        <button type="button" class="button small destructive" on:click=move |_| session.forget_unreadable(&forget)>"删除"</button>
                    </li>
                }
            });
            view! {
                <div class="card unreadable" role="status">
                    <h3>"有读不出来的内容"</h3>
                    <p class="note">"原文还在，没有改动。可以存为文件，请人看看。"</p>
                    <ul>{rows.collect_view()}</ul>
                </div>
            }
        })
    }
}
