//! The parts of the new year's report, with what last year's told.

use super::moved_on;
use crate::draft::{Draft, Embedded, Item, Part};
use crate::form::{Form, TableId};
use crate::text::heading_words;
use crate::value::Year;

/// The parts of the draft of the next year: last year's own where both are of one edition; where the new year has another,
/// its own headings, and under each what last year's parts of that matter told.
pub(super) fn parts(last: &Draft, old: &'static Form, draft: &Draft) -> Vec<Part> {
    let year = last.year();
    let Some(new) = draft.form() else { return Vec::new() };
    if last.narrative().is_empty() {
        return draft.narrative().to_vec();
    }
    if old.id == new.id {
        return last.narrative().iter().map(|part| moved_part(part, year, new)).collect();
    }
    let mut parts = draft.narrative().to_vec();
    let mut taken: Vec<usize> = Vec::new();
    for part in last.narrative() {
        let moved = moved_part(part, year, new);
        let words = heading_words(&moved.heading);
        let at = new.part_for(old, &words);
        let Some((at, home)) = at.and_then(|at| Some((at, parts.get_mut(at)?))) else {
            parts.push(moved);
            continue;
        };
        if moved.body.is_empty() {
            continue;
        }
        // Where several parts come together, or the matter is named otherwise, each keeps its heading as a line.
        if taken.contains(&at) || !heading_words(&home.heading).ends_with(&words) {
            home.body.push(Item::Paragraph(words));
        }
        taken.push(at);
        home.body.extend(moved.body);
    }
    parts
}

/// A part with its years moved on, without tables that the new edition does not have.
fn moved_part(part: &Part, year: Year, new: &Form) -> Part {
    let mut moved = part.clone();
    moved.heading = moved_on(&part.heading, year);
    moved.body.retain(|item| match item {
        Item::Embed(embed) => match embed.what {
            Embedded::Table(table) => is_there(table, new),
            Embedded::Chart(_) => true,
        },
        Item::Paragraph(_) | Item::Other(_) => true,
    });
    for item in &mut moved.body {
        match item {
            Item::Paragraph(text) => *text = moved_on(text, year),
            Item::Embed(embed) => embed.caption = moved_on(&embed.caption, year),
            Item::Other(_) => {}
        }
    }
    moved
}

/// Whether a form has a table, or it is one that every form can use.
fn is_there(table: TableId, form: &Form) -> bool {
    match table {
        TableId::History | TableId::Channels | TableId::Proposals => true,
        TableId::Proactive | TableId::Applications | TableId::Disputes | TableId::Statistics => {
            form.table(table).is_some()
        }
    }
}
