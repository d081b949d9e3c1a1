//! The rail: how far the report is, its parts, what each lacks.

use leptos::prelude::*;

use super::super::findings::{home, is_here};
use super::super::parts::{Icon, SeverityMark, icon};
use super::super::route::{FillPart, Router, Screen};
use crate::calc::{Progress, outline, printed_tables, progress};
use crate::draft::{Draft, Item, OfficeField, Touch};
use crate::form::TableId;
use crate::rules::Severity;
use crate::session::{Found, Session};

/// An item of the rail.
#[derive(Clone, PartialEq)]
struct Entry {
    part: FillPart,
    name: String,
    state: String,
    done: bool,
}

/// The parts of the report, each with what is filled and its marks.
#[component]
pub fn Rail(part: Memo<FillPart>) -> impl IntoView {
    let (session, router) = (Session::here(), Router::here());
    let entries = Memo::new(move |_| {
        // Every change can change how far a part is.
        session.any();
        session.watch(&[Touch::Year], entries).unwrap_or_default()
    });
    let whole = Memo::new(move |_| {
        session.any();
        session
            .look(|draft| printed_tables(draft).into_iter().map(|table| progress(draft, table)).sum::<Progress>())
            .unwrap_or_default()
    });
    let form =
        move || session.watch(&[Touch::Year], |draft| draft.form().map(|form| form.name)).flatten().unwrap_or_default();
    let chosen = move |event| {
        let at = event_target_value(&event)
            .parse()
            .ok()
            .and_then(|index: usize| entries.get_untracked().get(index).map(|e| e.part));
        if let Some(part) = at {
            router.go_to(Screen::Fill(part));
        }
    };
    view! {
        <nav class="rail" aria-label="报告的各部分">
            <div class="rail-head" class:none=move || whole.get().all == 0>
                <p><strong>"填报进度"</strong><span class="number">{move || format!("{} / {}", whole.get().filled, whole.get().all)}</span></p>
                <progress max=move || whole.get().all.max(1) value=move || whole.get().filled aria-label="填报进度"></progress>
            </div>
            <label class="rail-select"><span class="unseen">"部分"</span>
                <select on:change=chosen>
                    {move || entries.get().into_iter().enumerate().map(|(index, entry)| {
                        let here = home(session, entry.part) == home(session, part.get());
                        view! { <option value=index.to_string() selected=here>{entry.name}</option> }
                    }).collect_view()}
                </select>
            </label>
            <ul class="rail-list">
                <For each=move || entries.get() key=|entry| (entry.part.name(), entry.name.clone()) let:entry>
                    <RailItem entry=entry entries=entries part=part />
                </For>
            </ul>
            <p class="rail-foot">{form}</p>
        </nav>
    }
}

#[component]
fn RailItem(entry: Entry, entries: Memo<Vec<Entry>>, part: Memo<FillPart>) -> impl IntoView {
    let (session, router) = (Session::here(), Router::here());
    let of = entry.part;
    let now =
        Memo::new(move |_| entries.with(|all| all.iter().find(|e| e.part == of).map(|e| (e.state.clone(), e.done))));
    let here = move || home(session, of) == home(session, part.get());
    let counts = Memo::new(move |_| {
        let screen = home(session, of);
        let count = |severity: Severity| {
            let counted = |f: &&Found| f.is_open() && f.finding.severity == severity && is_here(session, f, screen);
            session.with_findings(|found| found.iter().filter(counted).count())
        };
        [Severity::Error, Severity::Warning, Severity::Hint].map(|severity| (severity, count(severity)))
    });
    let marks = move || {
        let some = counts.get().into_iter().filter(|(_, count)| *count > 0);
        some.map(|(severity, count)| {
            view! { <span class="count"><SeverityMark severity=severity /><span>{count}</span></span> }
        })
        .collect_view()
    };
    let quiet = move || counts.get().iter().all(|(_, count)| *count == 0);
    view! {
        <li>
            <a class="rail-item" aria-current=move || here().then_some("true")
                href=move || session.opened().map(|id| format!("#/d/{id}/fill/{}", of.name()))
                on:click=move |_| router.go_to(Screen::Fill(of))>
                <span class="rail-name">{entry.name}</span>
                <span class="rail-marks">
                    {marks}
                    {move || (quiet() && now.get().is_some_and(|(_, done)| done)).then(|| view! { <span class="ok">{icon(Icon::Tick)}<span class="unseen">"已完成"</span></span> })}
                </span>
                <small>{move || now.get().map(|(state, _)| state)}</small>
            </a>
        </li>
    }
}

/// The items of the rail: office, opening, the parts with their tables, the tables that have no part, the signature.
fn entries(draft: &Draft) -> Vec<Entry> {
    let mut entries = vec![
        Entry {
            part: FillPart::Office,
            name: "单位与年度".to_owned(),
            state: "名称、年度、地址、电话".to_owned(),
            done: !draft.office(OfficeField::Name).is_empty(),
        },
        text_entry(FillPart::Opening, "引言".to_owned(), draft.opening().iter().map(String::as_str), &[]),
    ];
    let sections = outline(draft);
    for (index, section) in sections.iter().enumerate() {
        let body =
            section.part.and_then(|n| draft.narrative().get(n)).map(|part| part.body.as_slice()).unwrap_or_default();
        let part = match (section.part, section.tables.first()) {
            (Some(n), _) => FillPart::Part(n),
            (None, Some(table)) => FillPart::Table(*table),
            (None, None) => FillPart::Part(index),
        };
        let name = if section.heading.is_empty() {
            format!("第{}部分（没有标题）", index + 1)
        } else {
            section.heading.clone()
        };
        let mut entry = text_entry(part, name, body.iter().filter_map(Item::paragraph), body);
        if !section.tables.is_empty() {
            let filled: Progress = section.tables.iter().map(|table| progress(draft, *table)).sum();
            entry.state = format!("{} / {} 格", filled.filled, filled.all);
            entry.done = filled.filled == filled.all;
        }
        entries.push(entry);
    }
    for table in loose_tables(draft) {
        entries.push(table_entry(draft, table));
    }
    entries.push(Entry {
        part: FillPart::Signature,
        name: "落款".to_owned(),
        state: draft.published().map_or_else(|| "署名、成文日期".to_owned(), crate::value::Date::chinese),
        done: draft.published().is_some() && !draft.office(OfficeField::Name).is_empty(),
    });
    entries
}

fn text_entry<'a>(part: FillPart, name: String, text: impl Iterator<Item = &'a str>, body: &[Item]) -> Entry {
    let written: usize = text.map(|paragraph| paragraph.chars().filter(|c| !c.is_whitespace()).count()).sum();
    let embeds = body.iter().filter(|item| item.paragraph().is_none()).count();
    let state = match (written, embeds) {
        (0, 0) => "还没有写".to_owned(),
        (0, embeds) => format!("{embeds} 张图表"),
        (written, 0) => format!("已写 {written} 字"),
        (written, embeds) => format!("已写 {written} 字 · {embeds} 张图表"),
    };
    Entry { part, name, state, done: written > 0 }
}

/// The tables that stand in no part by themselves: the statistic form, and those that every form can use.
fn loose_tables(draft: &Draft) -> Vec<TableId> {
    let statistics = draft.form().and_then(|form| form.table(TableId::Statistics)).map(|table| table.id);
    statistics.into_iter().chain([TableId::History, TableId::Channels, TableId::Proposals]).collect()
}

fn table_entry(draft: &Draft, table: TableId) -> Entry {
    let years = || draft.history().values().map(std::collections::BTreeMap::len).max().unwrap_or(0);
    let state = match table {
        TableId::History => format!("{} 年", years()),
        TableId::Proposals => format!("{} 类", draft.proposals().len()),
        TableId::Channels => "各渠道公开数".to_owned(),
        TableId::Statistics | TableId::Proactive | TableId::Applications | TableId::Disputes => {
            let filled = progress(draft, table);
            format!("{} / {} 格", filled.filled, filled.all)
        }
    };
    let done = match table {
        TableId::History => years() > 0,
        TableId::Proposals => !draft.proposals().is_empty(),
        TableId::Channels => crate::calc::channel_sum(draft).is_some(),
        TableId::Statistics | TableId::Proactive | TableId::Applications | TableId::Disputes => {
            let filled = progress(draft, table);
            filled.filled == filled.all
        }
    };
    Entry { part: FillPart::Table(table), name: table.title().to_owned(), state, done }
}
