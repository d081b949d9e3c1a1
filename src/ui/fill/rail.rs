//! The rail: how far the report is, its parts, what each lacks.

use leptos::prelude::*;

use super::super::dom::{El, el, value_of};
use super::super::findings::{SEVERITIES, is_here};
use super::super::parts::{Icon, icon, severity_mark};
use super::super::route::{FillPart, Router, Screen};
use super::home;
use crate::draft::{Draft, Item, OfficeField, Place};
use crate::form::TableId;
use crate::session::{Checks, Found, Session};
use crate::sheet::{Progress, outline, printed_tables, progress};
use crate::value::Ordered;

/// An item of the rail.
#[derive(Clone, PartialEq)]
struct RailRow {
    part: FillPart,
    name: String,
    state: String,
    done: bool,
}

/// The parts of the report, each with what is filled and its marks.
pub fn rail(session: Session, router: Router) -> El {
    // Every change can change how far a part is; all items read the one list.
    let all = Memo::new(move |_| {
        session.any();
        session.watch(&[Place::Year], entries).unwrap_or_default()
    });
    let whole = move || {
        session.any();
        let whole = |draft: &Draft| printed_tables(draft).into_iter().map(|table| progress(draft, table)).sum();
        session.look(whole).unwrap_or_default()
    };
    let words = move || {
        let Progress { filled, all } = whole();
        format!("{filled} / {all}")
    };
    let bar = el("progress")
        .attr("aria-label", "填报进度")
        .attr_of("max", move || Some(whole().all.max(1).to_string()))
        .attr_of("value", move || Some(whole().filled.to_string()));
    let title = el("p").child(el("strong").text("填报进度")).child(el("span").class("number").text_of(words));
    let head = el("div").class("rail-head").class_of("none", move || whole().all == 0).child(title).child(bar);
    let keys =
        move || all.with(|all| all.iter().map(|entry| format!("{} {}", entry.part.name(), entry.name)).collect());
    let item = move |key: &str| {
        let (part, name) = key.split_once(' ').unwrap_or((key, ""));
        FillPart::parse(part).map(|part| item(session, router, all, part, name)).into_iter().collect()
    };
    let form = move || session.watch(&[Place::Year], |draft| draft.form().map(|form| form.name)).flatten();
    el("nav")
        .attrs(&[("class", "rail"), ("aria-label", "报告的各部分")])
        .child(head)
        .child(chooser(session, router, all))
        .child(el("ul").class("rail-list").each(keys, item))
        .child(el("p").class("rail-foot").text_of(move || form().unwrap_or_default().to_owned()))
}

/// Where the screen is narrow the parts are chosen from a list.
fn chooser(session: Session, router: Router, all: Memo<Vec<RailRow>>) -> El {
    let here = move || router.part().map(|part| home(session, part).name()).unwrap_or_default();
    let options = move || {
        let line = |entry: &RailRow| format!("{}\n{}", home(session, entry.part).name(), entry.name);
        all.with(|all| all.iter().map(line).collect::<Vec<_>>().join("\n\n"))
    };
    let draw = move |options: &str| {
        let options = options.split("\n\n").filter_map(|option| option.split_once('\n'));
        options.map(|(part, name)| el("option").attr("value", part).text(name)).collect()
    };
    let chosen = move |part: &str| {
        if let Some(part) = FillPart::parse(part) {
            router.go_to(Screen::Fill(part));
        }
    };
    let select = el("select").switch(options, draw).on("change", move |event| chosen(&value_of(event)));
    let select = select.value_of(move || {
        // Other parts are other options: which is chosen is said anew.
        all.track();
        here()
    });
    el("label").class("rail-select").child(el("span").class("unseen").text("部分")).child(select)
}

fn item(session: Session, router: Router, all: Memo<Vec<RailRow>>, part: FillPart, name: &str) -> El {
    let state = move || all.with(|all| all.iter().find(|e| e.part == part).map(|e| e.state.clone()));
    let done = move || all.with(|all| all.iter().any(|e| e.part == part && e.done));
    let here = move || router.part().is_some_and(|now| home(session, part) == home(session, now));
    let counts = move || {
        let screen = home(session, part);
        SEVERITIES.map(|(severity, ..)| {
            let counted = |f: &&Found| f.is_open() && f.finding.severity == severity && is_here(session, f, screen);
            session.with_findings(|found| found.iter().filter(counted).count())
        })
    };
    // The counts of each weight, and whether the part is done: what the marks are drawn from.
    let marks = move || {
        let counts = counts();
        let done = session.checks() == Checks::Here && counts == [0; 3] && done();
        format!("{} {} {} {done}", counts[0], counts[1], counts[2])
    };
    let draw = |marks: &str| {
        let counts = SEVERITIES.iter().zip(marks.split(' ')).filter(|(_, count)| *count != "0");
        let counts = counts.map(|((severity, ..), count)| {
            el("span").class("count").child(severity_mark(*severity)).child(el("span").text(count))
        });
        let ok = || el("span").class("ok").child(icon(Icon::Tick)).child(el("span").class("unseen").text("已完成"));
        counts.chain(marks.ends_with("true").then(ok)).collect()
    };
    let link = el("a")
        .class("rail-item")
        .attr_of("aria-current", move || here().then(|| "true".to_owned()))
        .attr_of("href", move || session.opened().map(|id| format!("#/d/{id}/fill/{}", part.name())))
        .on_click(move || router.go_to(Screen::Fill(part)))
        .child(el("span").class("rail-name").text(name))
        .child(el("span").class("rail-marks").switch(marks, draw))
        .child(el("small").text_of(move || state().unwrap_or_default()));
    el("li").child(link)
}

/// The items of the rail: office, opening, the parts with their tables, the tables that have no part, the signature.
fn entries(draft: &Draft) -> Vec<RailRow> {
    let mut entries = vec![
        RailRow {
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
    entries.push(RailRow {
        part: FillPart::Signature,
        name: "落款".to_owned(),
        state: draft.published().map_or_else(|| "署名、成文日期".to_owned(), crate::value::Date::chinese),
        done: draft.published().is_some() && !draft.office(OfficeField::Name).is_empty(),
    });
    entries
}

fn text_entry<'a>(part: FillPart, name: String, text: impl Iterator<Item = &'a str>, body: &[Item]) -> RailRow {
    let written: usize = text.map(|paragraph| paragraph.chars().filter(|c| !c.is_whitespace()).count()).sum();
    let embeds = body.iter().filter(|item| item.paragraph().is_none()).count();
    let state = match (written, embeds) {
        (0, 0) => "还没有写".to_owned(),
        (0, embeds) => format!("{embeds} 张图表"),
        (written, 0) => format!("已写 {written} 字"),
        (written, embeds) => format!("已写 {written} 字 · {embeds} 张图表"),
    };
    RailRow { part, name, state, done: written > 0 }
}

/// The tables that stand in no part by themselves: the statistic form, and those that every form can use.
fn loose_tables(draft: &Draft) -> Vec<TableId> {
    let statistics = draft.form().and_then(|form| form.table(TableId::Statistics)).map(|table| table.id);
    statistics.into_iter().chain([TableId::History, TableId::Channels, TableId::Proposals]).collect()
}

fn table_entry(draft: &Draft, table: TableId) -> RailRow {
    let years = || draft.history().values().map(Ordered::len).max().unwrap_or(0);
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
    RailRow { part: FillPart::Table(table), name: table.title().to_owned(), state, done }
}
