//! What was published and decided, and on which channels.

use super::bars::{Part, Parts};
use super::figures::{in_words, joined, share};
use super::{Drawn, Section, Topic};
use crate::draft::{Draft, ProposalField};
use crate::facts::{Case, settled, this_year};
use crate::form::{BandRole, ColumnRole, Form, Key, Named, channels as form_channels};

/// What a column counts of documents, in plain words, and whether it is this year's work. 制作 is left to 公开.
fn of_documents(role: ColumnRole) -> Option<(&'static str, bool)> {
    match role {
        ColumnRole::Issued => Some(("制发", true)),
        ColumnRole::Published => Some(("新公开", true)),
        ColumnRole::Repealed => Some(("废止", false)),
        ColumnRole::InForce => Some(("现行有效", false)),
        ColumnRole::Open => Some(("对外公开", false)),
        ColumnRole::Made
        | ColumnRole::Decisions
        | ColumnRole::Items
        | ColumnRole::Change
        | ColumnRole::Bought
        | ColumnRole::Amount => None,
    }
}

/// The documents issued or published this year: the figure, the verb, the name of the kind.
pub(super) fn issued(form: &Form) -> impl Iterator<Item = (Key, &'static str, &'static str)> {
    form.band_cells().filter_map(|(key, row, column)| {
        let is_document = matches!(row.role, BandRole::Document(_));
        let (verb, is_work) = of_documents(column.role).filter(|_| is_document)?;
        is_work.then_some((key, verb, row.label))
    })
}

/// The decisions: the figure, the name of the kind, whether it is one of the three powers.
pub(super) fn decided(form: &Form) -> impl Iterator<Item = (Key, &'static str, bool)> {
    let cells = form.band_cells().filter(|(_, _, column)| column.role == ColumnRole::Decisions);
    cells.map(|(key, row, _)| (key, row.label, row.role == BandRole::Power))
}

/// Rules and normative documents.
pub(super) fn documents(draft: &Draft) -> Option<Section> {
    let form = draft.form()?;
    let part = |(key, row, column): (Key, &crate::form::BandRow, &crate::form::Column)| {
        let is_document = matches!(row.role, BandRole::Document(_));
        let (words, is_work) = of_documents(column.role).filter(|_| is_document)?;
        Some(Part { label: format!("{words}的{}", row.label), value: settled(draft, key)?, is_strong: is_work })
    };
    let parts: Vec<Part> = form.band_cells().filter_map(part).collect();
    let sorted = Parts::of(&parts, "件")?;
    let work: Vec<_> = issued(form).filter_map(|(key, verb, name)| Some((settled(draft, key)?, verb, name))).collect();
    let verb = work.first()?.1;
    let done: Vec<String> = work.iter().filter(|work| work.0 > 0).map(|(n, _, name)| format!("{name}{n}件")).collect();
    let none: Vec<&str> = work.iter().filter(|work| work.0 == 0).map(|(.., name)| *name).collect();
    let said = match (done.is_empty(), none.is_empty()) {
        (true, _) => format!("没有{verb}{}", joined(&none)),
        (false, true) => format!("{verb}{}", joined(&done)),
        (false, false) => format!("{verb}{}，没有{verb}{}", joined(&done), joined(&none)),
    };
    Some(Section {
        topic: Topic::Documents,
        title: if verb.ends_with("公开") { "公开了哪些文件" } else { "制定了哪些文件" }.to_owned(),
        sentence: format!("全年{said}。"),
        drawn: Drawn::Bars,
        marks: sorted.marks,
        unit: "件",
        note: sorted.rest,
    })
}

/// Licences, penalties, coercion.
pub(super) fn decisions(draft: &Draft) -> Option<Section> {
    let form = draft.form()?;
    let part = |(key, name, _)| Some(Part::new(name, settled(draft, key)?));
    let parts: Vec<Part> = decided(form).filter_map(part).collect();
    let sorted = Parts::of(&parts, "件")?;
    let is_whole = parts.len() == decided(form).count();
    let sum = parts.iter().fold(0_i64, |sum, part| sum.saturating_add(part.value));
    let sentence = match sorted.only() {
        Some(only) => format!("全年作出{only}决定{}件。", sorted.most),
        None if is_whole && sorted.largest.len() == 1 => {
            format!("全年作出处理决定{sum}件，{}{}。", sorted.leading("", "件"), share(sorted.most, sum))
        }
        None => format!("全年作出的处理决定里，{}。", sorted.leading("", "件")),
    };
    let none =
        if sorted.none.is_empty() { String::new() } else { format!("没有作出{}决定。", joined(&sorted.none)) };
    Some(Section {
        topic: Topic::Decisions,
        title: "作出了多少决定".to_owned(),
        sentence,
        drawn: Drawn::Bars,
        marks: sorted.marks,
        unit: "件",
        note: format!("{}{none}", sorted.rest),
    })
}

/// Where the information is published.
pub(super) fn channels(case: &Case) -> Option<Section> {
    let draft = case.draft;
    let part = |(key, label)| Some(Part::new(label, settled(draft, key)?));
    let parts: Vec<Part> = form_channels().filter_map(part).collect();
    let sorted = Parts::of(&parts, "条")?;
    let disclosed = Named::DISCLOSED.key().and_then(|key| this_year(draft, key));
    let most = sorted.most;
    let sentence = match (sorted.only(), sorted.largest.as_slice()) {
        (Some(only), _) if disclosed.is_none_or(|all| all == most) => format!("{most}条都通过{only}公开。"),
        (None, [largest]) if disclosed == Some(most) => {
            format!("{most}条都通过{largest}公开，其中一部分也发在别处。")
        }
        _ => format!("通过{}。", sorted.leading("公开的", "条")),
    };
    let sum = parts.iter().fold(0_i64, |sum, part| sum.saturating_add(part.value));
    let mut note = String::new();
    if sorted.marks.len() > 1 && disclosed.is_none_or(|all| all != sum) {
        note = format!("同一条信息可以发在几个地方，{}项不能相加。", in_words(sorted.marks.len()));
    }
    if !sorted.none.is_empty() {
        note += &format!("没有通过{}公开。", joined(&sorted.none));
    }
    Some(Section {
        topic: Topic::Channels,
        title: "在哪里看得到".to_owned(),
        sentence,
        drawn: Drawn::Bars,
        marks: sorted.marks,
        unit: "条",
        note,
    })
}

/// The proposals, and how many of them are closed, where every category says.
pub(super) fn all_proposals(draft: &Draft) -> Option<(i64, Option<i64>)> {
    let sum = |field| {
        let mut counts = draft.proposals().iter().map(|proposal| proposal.number(field));
        counts.try_fold(0_i64, |sum, count| sum.checked_add(count?.get()))
    };
    Some((sum(ProposalField::Count)?, sum(ProposalField::Closed)))
}

/// Proposals of deputies, by what they are about.
pub(super) fn proposals(draft: &Draft) -> Option<Section> {
    let (sum, closed) = all_proposals(draft)?;
    let all = draft.proposals();
    if all.iter().any(|proposal| proposal.category.trim().is_empty()) {
        return None;
    }
    let part = |proposal: &crate::draft::Proposal| {
        Part::new(proposal.category.trim(), proposal.count.unwrap_or_default().get())
    };
    let parts: Vec<Part> = all.iter().map(part).collect();
    let sorted = Parts::of(&parts, "件")?;
    let said = match closed {
        Some(closed) if closed == sum => "，全部办结".to_owned(),
        Some(closed) if closed > 0 => format!("，办结{closed}件"),
        Some(_) | None => String::new(),
    };
    Some(Section {
        topic: Topic::Proposals,
        title: "办理了哪些建议、提案".to_owned(),
        sentence: format!("建议、提案共{sum}件{said}。"),
        drawn: Drawn::Bars,
        marks: sorted.marks,
        unit: "件",
        note: sorted.rest,
    })
}
