//! A table on its own: its head with the commands, the grid, the balance below, the cell that has the focus.

use leptos::prelude::*;

use super::grid::grid_editor;
use super::proposals::ProposalsForm;
use crate::calc::{Balance, balance, blanks, channels_grid, history_grid, history_years};
use crate::draft::{Draft, Edit, Place};
use crate::form::{Key, Law, Range, Slot, TableId};
use crate::rules::Severity;
use crate::session::Session;
use crate::ui::parts::{Icon, SeverityMark, icon};
use crate::value::Year;

/// A table with its head and its commands.
#[component]
pub fn TableForm(table: TableId) -> impl IntoView {
    match table {
        TableId::Proactive | TableId::Applications | TableId::Disputes | TableId::Statistics => {
            view! { <OfficialTable table=table /> }.into_any()
        }
        TableId::History => view! { <HistoryTable /> }.into_any(),
        TableId::Channels => view! { <ChannelsTable /> }.into_any(),
        TableId::Proposals => view! { <ProposalsForm /> }.into_any(),
    }
}

/// The head of a table: what it is, its unit, its commands.
pub fn table_head(title: &'static str, unit: &'static str, commands: AnyView) -> AnyView {
    let unit = (!unit.is_empty()).then(|| format!("单位：{unit}"));
    view! {
        <div class="table-head">
            <h2>{icon(Icon::Table)}{title}</h2><span class="note">{unit}</span><span class="grow"></span>{commands}
        </div>
    }
    .into_any()
}

#[component]
fn OfficialTable(table: TableId) -> impl IntoView {
    let session = Session::here();
    let Some(form) = session.look(Draft::form).flatten() else { return ().into_any() };
    let Some(official) = form.table(table) else {
        return view! { <p class="empty">"这一年度的格式没有这张表"</p> }.into_any();
    };
    let missing = Memo::new(move |_| {
        session.any();
        session.look(|draft| blanks(draft, table).len()).unwrap_or_default()
    });
    let fill = move |_| {
        let cells = session.look(|draft| blanks(draft, table)).unwrap_or_default();
        let count = cells.len();
        if count > 0 {
            session.edit(Edit::fill_zero(&cells));
            session.say_undoable(format!("{count} 格已填 0"));
        }
    };
    let commands = view! {
        <span class="note" role="status">{move || if missing.get() == 0 { "已填完".to_owned() } else { format!("还有 {} 格没有填", missing.get()) }}</span>
        <button type="button" class="button small" data-action="fill-zero" disabled=move || missing.get() == 0 on:click=fill>"空格填 0"</button>
    };
    let foot = (table == TableId::Applications).then(|| balance_foot(session));
    let kind = RwSignal::new(0_usize);
    let by_kind = table == TableId::Applications;
    let tabs = by_kind.then(|| view! { <KindTabs shown=kind /> });
    // What had the focus on another screen is not spoken of here.
    session.focus(None);
    view! {
        <section class="table-form" data-form=table.name() data-shown=move || by_kind.then(|| kind.get().to_string())>
            {table_head(table.title(), official.unit, commands.into_any())}
            {tabs}
            <div class="grid-scroll">{grid_editor(session, table, &official.grid, foot)}</div>
            <FocusLine />
        </section>
    }
    .into_any()
}

/// On a phone one kind of applicant is shown at a time.
#[component]
fn KindTabs(shown: RwSignal<usize>) -> impl IntoView {
    let kinds = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"];
    view! {
        <div class="kinds" role="group" aria-label="申请人">
            {kinds.into_iter().enumerate().map(|(index, kind)| view! {
                <button type="button" aria-pressed=move || (shown.get() == index).to_string() on:click=move |_| shown.set(index)>{kind}</button>
            }).collect_view()}
        </div>
    }
}

/// The line under table three: how each column stands.
fn balance_foot(session: Session) -> AnyView {
    let relations = session.look(Draft::form).flatten().map(|form| form.relations.as_slice()).unwrap_or_default();
    let columns = relations.iter().filter(|relation| relation.rule == "N01");
    let cells = columns.enumerate().filter_map(|(index, relation)| {
        let (Law::Balance { left, right }, Range::Column(..)) = (&relation.law, relation.range) else { return None };
        let stands = Memo::new(move |_| {
            session.any();
            session.look(|draft| balance(draft, left, right)).unwrap_or(Balance::Unfinished)
        });
        let words = move || match stands.get() {
            Balance::Unfinished => view! { <span class="note">"未填完"</span> }.into_any(),
            Balance::Holds(sum) => view! { <span class="ok">{icon(Icon::Tick)}{sum.to_string()}</span> }.into_any(),
            Balance::Off(difference) => {
                view! { <span class="off"><SeverityMark severity=Severity::Error />{format!("差 {difference}")}</span> }
                    .into_any()
            }
        };
        let place = Place::Range(relation.range);
        Some(view! { <td class=format!("c{}", index + 3) data-balance=place.to_string()>{words}</td> })
    });
    view! { <tr class="balance"><th scope="row" colspan="3">"勾稽　第一项＋第二项 ＝ 第三项＋第四项"</th>{cells.collect_view()}</tr> }.into_any()
}

/// The cell that has the focus, in words, and the keys that act in it.
#[component]
pub fn FocusLine() -> impl IntoView {
    let session = Session::here();
    let words = move || {
        let slot = session.focused().and_then(Place::slot)?;
        let label = |key: Key| session.look(|draft| draft.form().and_then(|form| form.label(key))).flatten();
        match slot {
            Slot::Figure(key) => Some(label(key).unwrap_or_else(|| key.label())),
            Slot::Past(key, year) => Some(format!("{year}年　{}", label(key).unwrap_or_else(|| key.label()))),
            Slot::ProposalCount(n) | Slot::ProposalClosed(n) => Some(format!("第{}类", n + 1)),
        }
    };
    view! {
        <p class="focus-line">
            <span>{words}</span><span class="grow"></span>
            <span class="hints"><kbd>"Enter"</kbd>" 下一行　"<kbd>"Tab"</kbd>" 右一格　"<kbd>"Esc"</kbd>" 还原"</span>
        </p>
    }
}

#[component]
fn HistoryTable() -> impl IntoView {
    let session = Session::here();
    view! {
        <section class="table-form" data-form="history">
            {history_editor(session)}
            <FocusLine />
        </section>
    }
}

/// The history as an editor: the years that hold something, and the five up to the report year.
pub fn history_editor(session: Session) -> AnyView {
    // A year once shown stays while the screen does, though its cell is emptied to be typed anew.
    let shown = RwSignal::new(Vec::<Year>::new());
    let shape = Memo::new(move |_| {
        session.any();
        let (keys, years) = session
            .look(|draft| {
                let mut keys: Vec<Key> = draft.history().keys().copied().collect();
                if keys.is_empty() {
                    keys.extend(Key::parse("disclosed.total"));
                }
                let mut years: Vec<Year> = keys.iter().flat_map(|key| history_years(draft, *key)).collect();
                years.extend(draft.year().saturating_sub(4)..=draft.year());
                (keys, years)
            })
            .unwrap_or_default();
        let mut years = [years, shown.get()].concat();
        years.sort_unstable();
        years.dedup();
        (keys, years)
    });
    Effect::new(move |_| {
        let (_, years) = shape.get();
        if shown.get_untracked() != years {
            shown.set(years);
        }
    });
    let add = move |_| {
        let first = shape.get_untracked().1.first().copied().unwrap_or(crate::value::FIRST_YEAR);
        shown.update(|years| years.insert(0, first - 1));
    };
    let commands = view! { <button type="button" class="button small" data-action="year-add" on:click=add>{icon(Icon::Plus)}"往前加一年"</button> };
    view! {
        {table_head(TableId::History.title(), "条", commands.into_any())}
        <div class="grid-scroll">
            {move || {
                let (keys, years) = shape.get();
                grid_editor(session, TableId::History, &history_grid(&keys, &years, true), None)
            }}
        </div>
    }
    .into_any()
}

#[component]
fn ChannelsTable() -> impl IntoView {
    let session = Session::here();
    view! {
        <section class="table-form" data-form="channels">
            {channels_editor(session)}
            <FocusLine />
        </section>
    }
}

/// The channels as an editor, with their sum and shares.
pub fn channels_editor(session: Session) -> AnyView {
    let note = view! { <span class="note">"0 的渠道不印"</span> };
    view! {
        {table_head(TableId::Channels.title(), "条", note.into_any())}
        <div class="grid-scroll">{grid_editor(session, TableId::Channels, &channels_grid(None), None)}</div>
    }
    .into_any()
}
