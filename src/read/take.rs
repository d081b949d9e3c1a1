//! What is taken over of a report that was read: piece by piece, as a draft of its own or into one that is open.

use std::collections::HashSet;

use super::understand::{Choice, LeftWords, Source, Understood, Way};
use crate::draft::{CellValue, Draft, Edit, Item, OfficeField, Part, Place, SettingName, Splice};
use crate::form::{ProposalField, TableId};
use crate::text::heading_words;

/// A piece of a report, which is taken or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Piece {
    /// The office, the title, the day under the signature.
    Office,
    /// The opening.
    Opening,
    /// The text of a part, by its number in the report that was read.
    Text(usize),
    /// The figures of a table.
    Figures(TableId),
}

/// The pieces that a report has, in its order: the figures of a table behind the text of the part in which it stands. A table is one
/// too where all that was read of it is open.
pub fn pieces(read: &Draft, choices: &[Choice]) -> Vec<Piece> {
    let mut pieces = vec![Piece::Office];
    pieces.extend((!read.opening().is_empty()).then_some(Piece::Opening));
    let sections = crate::sheet::outline(read);
    let open: HashSet<Place> = choices.iter().flat_map(|choice| &choice.places).copied().collect();
    let is_read = |(place, value): &(Place, CellValue)| *value != CellValue::Blank || open.contains(place);
    let has_figures = |table: &TableId| cells(read, *table).iter().any(is_read);
    let mut tables: Vec<TableId> = crate::form::TABLES.into_iter().filter(has_figures).collect();
    for section in sections {
        if let Some(n) = section.part
            && read.narrative().get(n).is_some_and(|part| !part.body.is_empty())
        {
            pieces.push(Piece::Text(n));
        }
        for table in section.tables {
            if let Some(at) = tables.iter().position(|own| *own == table) {
                pieces.push(Piece::Figures(tables.remove(at)));
            }
        }
    }
    pieces.extend(tables.into_iter().map(Piece::Figures));
    pieces
}

/// The cells of a table with what stands in them, in the order of the form.
pub fn cells(draft: &Draft, table: TableId) -> Vec<(Place, CellValue)> {
    let places: Vec<Place> = match table {
        TableId::Proactive | TableId::Applications | TableId::Disputes | TableId::Statistics => {
            let table = draft.form().and_then(|form| form.table(table));
            table.map(|table| table.keys.iter().map(|key| Place::Cell(*key)).collect()).unwrap_or_default()
        }
        TableId::Channels => {
            // Where the edition has a table of its own for them, they are among its figures.
            let keys = crate::form::channels().map(|(key, _)| key);
            let is_own = draft.form().is_some_and(|form| form.table(TableId::Statistics).is_some());
            keys.filter(|_| !is_own).map(Place::Cell).collect()
        }
        TableId::History => {
            let years = draft.history().iter();
            years.flat_map(|(key, years)| years.keys().map(|year| Place::Past(*key, *year))).collect()
        }
        TableId::Proposals => (0..draft.proposals().len())
            .flat_map(|n| [ProposalField::Count, ProposalField::Closed].map(|field| Place::Proposal(n, field)))
            .collect(),
    };
    places.into_iter().map(|place| (place, draft.entry(place))).collect()
}

/// The change that takes pieces of a report over into a draft. What is blank in the report leaves the draft as it is; a text takes the
/// place of that of the part with the same heading, or becomes a part of its own.
pub fn take(read: &Draft, into: &Draft, pieces: &[Piece]) -> Edit {
    let mut edits = Vec::new();
    let mut added = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Office => edits.extend(office(read, into)),
            Piece::Opening if read.opening() == into.opening() => {}
            Piece::Opening => edits.push(Edit::SpliceOpening(Splice {
                at: 0,
                remove: into.opening().len(),
                insert: read.opening().to_vec(),
            })),
            Piece::Text(n) => {
                let Some(part) = read.narrative().get(*n) else { continue };
                match home(into, part) {
                    Some(at) => edits.extend(text(into, at, part)),
                    None => added.push(part.clone()),
                }
            }
            Piece::Figures(table) => edits.extend(figures(read, into, *table)),
        }
    }
    if !added.is_empty() {
        edits.push(Edit::SpliceParts(Splice::insert(into.narrative().len(), added)));
    }
    Edit::Many(edits)
}

/// How many items of one body another does not have.
fn otherwise(body: &[Item], other: &[Item]) -> usize {
    let texts: HashSet<&str> = other.iter().filter_map(Item::paragraph).collect();
    let has = |item: &Item| item.paragraph().map_or_else(|| other.contains(item), |text| texts.contains(text));
    body.iter().filter(|item| !has(item)).count()
}

/// How much of a piece a draft has otherwise: cells, or paragraphs.
pub fn differences(read: &Draft, into: &Draft, piece: Piece) -> usize {
    match piece {
        Piece::Office => office(read, into).len(),
        Piece::Opening => usize::from(read.opening() != into.opening()) * read.opening().len(),
        Piece::Text(n) => {
            let Some(part) = read.narrative().get(n) else { return 0 };
            let own = home(into, part).and_then(|at| into.narrative().get(at)).map_or(&[][..], |part| &part.body);
            otherwise(&part.body, own) + otherwise(own, &part.body)
        }
        Piece::Figures(table) => figures(read, into, table).len(),
    }
}

/// The part of a draft into which a text belongs: the one with the same heading, numbering left out.
fn home(into: &Draft, part: &Part) -> Option<usize> {
    let words = heading_words(&part.heading);
    into.narrative().iter().position(|own| heading_words(&own.heading) == words)
}

fn office(read: &Draft, into: &Draft) -> Vec<Edit> {
    let mut edits = Vec::new();
    for field in OfficeField::ALL {
        let value = read.office(field);
        if !value.is_empty() && value != into.office(field) {
            edits.push(Edit::SetText(Place::Office(field), value.to_owned()));
        }
    }
    if read.own_title() != into.own_title() && !read.own_title().is_empty() {
        edits.push(Edit::SetText(Place::Title, read.own_title().to_owned()));
    }
    if read.published().is_some() && read.published() != into.published() {
        edits.push(Edit::SetPublished(read.published()));
    }
    edits
}

fn text(into: &Draft, at: usize, part: &Part) -> Option<Edit> {
    let own = into.narrative().get(at)?;
    let insert: Vec<Item> = part.body.clone();
    let splice = Splice { at: 0, remove: own.body.len(), insert };
    (own.body != splice.insert).then_some(Edit::SpliceBody(at, splice))
}

fn figures(read: &Draft, into: &Draft, table: TableId) -> Vec<Edit> {
    let mut edits = Vec::new();
    if table == TableId::Proposals && read.proposals() != into.proposals() && !read.proposals().is_empty() {
        let insert = read.proposals().to_vec();
        // What was typed there and is no number does not stay under a new category.
        let unread = cells(into, table).into_iter().filter(|(_, value)| matches!(value, CellValue::Unread(_)));
        edits.extend(unread.map(|(place, _)| Edit::SetCell(place, CellValue::Blank)));
        edits.push(Edit::SpliceProposals(Splice { at: 0, remove: into.proposals().len(), insert }));
        return edits;
    }
    let unit = SettingName::ProcurementUnit;
    if let Some(value) =
        read.setting(unit).filter(|value| table == TableId::Proactive && into.setting(unit) != Some(value))
    {
        edits.push(Edit::SetSetting(unit, Some(value.clone())));
    }
    for (place, value) in cells(read, table) {
        if value != CellValue::Blank && value != into.entry(place) {
            edits.push(Edit::SetCell(place, value));
        }
    }
    edits
}

/// The draft with a choice made: the cells as this way reads them.
pub fn choose(draft: &mut Draft, choice: &Choice, way: &Way) {
    for (place, value) in choice.places.iter().zip(&way.values) {
        draft.apply(Edit::SetCell(*place, CellValue::typed(*place, value)));
    }
}

/// Puts words back that were left out: as a paragraph of the part in which they stood, or at the end of the opening.
pub fn put_back(understood: &Understood, draft: &mut Draft, left: &LeftWords) {
    let before = |source: &Source| left.sources.first().is_some_and(|own| source.block <= own.block);
    let stand_before = understood.texts.iter().filter(|text| text.sources.first().is_some_and(before));
    let part = stand_before.filter_map(|text| text.place.part());
    let paragraphs: Vec<String> = left.text.lines().map(str::to_owned).collect();
    match part.max() {
        Some(n) if n < draft.narrative().len() => {
            let at = draft.narrative().get(n).map_or(0, |part| part.body.len());
            let insert = paragraphs.into_iter().map(Item::Paragraph).collect();
            draft.apply(Edit::SpliceBody(n, Splice::insert(at, insert)));
        }
        Some(_) | None => {
            let at = draft.opening().len();
            draft.apply(Edit::SpliceOpening(Splice::insert(at, paragraphs)));
        }
    }
}

/// A draft of its own with these pieces, under an id.
pub fn draft_of(read: &Draft, id: String, pieces: &[Piece]) -> Draft {
    let mut own = Draft::new(id, read.year(), "", "");
    own.apply(Edit::SetYear(read.year(), read.form_name().clone()));
    // The parts keep the order of the report; a text that is not taken leaves its heading.
    let parts =
        read.narrative().iter().enumerate().map(|(n, part)| {
            if pieces.contains(&Piece::Text(n)) { part.clone() } else { Part::new(part.heading.clone()) }
        });
    let parts: Vec<Part> = parts.collect();
    if !parts.is_empty() {
        let remove = own.narrative().len();
        own.apply(Edit::SpliceParts(Splice { at: 0, remove, insert: parts }));
    }
    let others: Vec<Piece> = pieces.iter().copied().filter(|piece| !matches!(piece, Piece::Text(_))).collect();
    let edit = take(read, &own, &others);
    own.apply(edit);
    own
}

#[cfg(test)]
mod tests;
