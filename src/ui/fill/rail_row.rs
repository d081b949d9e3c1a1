//! The rows of the rail, as they follow from a draft.

use crate::draft::{Draft, Item, OfficeField};
use crate::form::TableId;
use crate::sheet::{Progress, outline, progress};
use crate::text::length;
use crate::ui::page::FillPart;
use crate::value::Ordered;

/// A row of the rail.
#[derive(Clone, PartialEq)]
pub struct RailRow {
    /// Where it leads.
    pub part: FillPart,
    /// What stands in it.
    pub name: String,
    /// How far it is, in words.
    pub state: String,
    /// Whether all of it is filled in.
    pub done: bool,
}

/// The rows of the rail: office, opening, the parts with their tables, the statistic form, the signature, and the tables that every form
/// can use.
pub fn rail_rows(draft: &Draft) -> Vec<RailRow> {
    let mut opening =
        text_row(FillPart::Opening, FillPart::Opening.title(draft), draft.opening().iter().map(String::as_str), &[]);
    if draft.opening().is_empty() {
        "可以不写".clone_into(&mut opening.state);
    }
    let mut rows = vec![office_row(draft), opening];
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
        let mut row = text_row(part, name, body.iter().filter_map(Item::paragraph), body);
        if !section.tables.is_empty() {
            let filled: Progress = section.tables.iter().map(|table| progress(draft, *table)).sum();
            row.state = format!("{} / {} 格", filled.filled, filled.all);
            row.done = filled.filled == filled.all;
        }
        rows.push(row);
    }
    if draft.form().is_some_and(|form| form.table(TableId::Statistics).is_some()) {
        rows.push(table_row(draft, TableId::Statistics));
    }
    rows.push(RailRow {
        part: FillPart::Signature,
        name: FillPart::Signature.title(draft),
        state: draft.published().map_or_else(|| "署名、成文日期".to_owned(), crate::value::Date::chinese),
        done: draft.published().is_some() && !draft.office(OfficeField::Name).is_empty(),
    });
    // What need not be filled in comes last.
    rows.extend([TableId::History, TableId::Channels, TableId::Proposals].map(|table| table_row(draft, table)));
    rows
}

/// The office: what a reader of the report needs to reach it.
fn office_row(draft: &Draft) -> RailRow {
    let needed = [(OfficeField::Name, "名称"), (OfficeField::Address, "地址"), (OfficeField::Phone, "电话")];
    let missing: Vec<&str> =
        needed.iter().filter(|(field, _)| draft.office(*field).is_empty()).map(|(_, words)| *words).collect();
    let state = if missing.is_empty() {
        "名称、地址、电话".to_owned()
    } else {
        ["还没有写", &missing.join("、")].concat()
    };
    RailRow { part: FillPart::Office, name: FillPart::Office.title(draft), state, done: missing.is_empty() }
}

fn text_row<'a>(part: FillPart, name: String, text: impl Iterator<Item = &'a str>, body: &[Item]) -> RailRow {
    let written: usize = text.map(length).sum();
    let embeds = body.iter().filter(|item| item.paragraph().is_none()).count();
    let state = match (written, embeds) {
        (0, 0) => "还没有写".to_owned(),
        (0, embeds) => format!("{embeds} 张图表"),
        (written, 0) => format!("已写 {written} 字"),
        (written, embeds) => format!("已写 {written} 字 · {embeds} 张图表"),
    };
    RailRow { part, name, state, done: written > 0 }
}

fn table_row(draft: &Draft, table: TableId) -> RailRow {
    let years = || draft.history().values().map(Ordered::len).max().unwrap_or(0);
    let state = match table {
        TableId::History if years() == 0 => "可以不填".to_owned(),
        TableId::History => format!("{} 年", years()),
        TableId::Proposals if draft.proposals().is_empty() => "可以不填".to_owned(),
        TableId::Proposals => format!("{} 类", draft.proposals().len()),
        TableId::Channels if crate::calc::channel_sum(draft).is_none() => "可以不填".to_owned(),
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
    RailRow { part: FillPart::Table(table), name: FillPart::Table(table).title(draft), state, done }
}
