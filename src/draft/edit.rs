//! Changes of a draft, each with its inverse. Nothing else changes one.

use super::content::{Embed, Item, Part, Proposal, Review, paragraphs};
use super::model::{CellValue, Draft, FormName};
use super::relocate::{self, Moved};
use super::{OfficeField, Place, ProposalField, SettingName, SettingValue};
use crate::form::{Key, TableId};
use crate::value::{Date, Figure, Ordered, Year};

/// A change of a draft. [`Draft::apply`] makes it and returns its inverse.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// What stands in a cell. A place that is no cell changes nothing.
    SetCell(Place, CellValue),
    /// A single line of text: title, office, heading, paragraph, caption, category.
    SetText(Place, String),
    /// 成文日期.
    SetPublished(Option<Date>),
    /// The report year, and the form that goes with it.
    SetYear(Year, FormName),
    /// A setting; nothing for the form's default.
    SetSetting(SettingName, Option<SettingValue>),
    /// Paragraphs of the opening.
    SpliceOpening(Splice<String>),
    /// Paragraphs, tables and charts of a part.
    SpliceBody(usize, Splice<Item>),
    /// Whole parts.
    SpliceParts(Splice<Part>),
    /// Categories of proposals.
    SpliceProposals(Splice<Proposal>),
    /// What was said of findings.
    SetReviewed(Vec<Review>),
    /// What cells hold that is no number there.
    SetUnread(Ordered<Place, String>),
    /// Sentences of last year's text of which somebody said that they hold for this year too.
    SpliceConfirmed(Splice<String>),
    /// Several changes as one, made in order.
    Many(Vec<Edit>),
}

/// So many removed at an index, and these put in their place. What lies outside the list is left out.
#[derive(Clone, Debug, PartialEq)]
pub struct Splice<T> {
    /// Where.
    pub at: usize,
    /// How many go.
    pub remove: usize,
    /// What comes.
    pub insert: Vec<T>,
}

impl<T> Splice<T> {
    /// These put in at an index.
    pub fn insert(at: usize, insert: Vec<T>) -> Self {
        Self { at, remove: 0, insert }
    }

    /// So many taken out at an index.
    pub fn remove(at: usize, remove: usize) -> Self {
        Self { at, remove, insert: Vec::new() }
    }

    /// Makes the change and returns its inverse.
    fn apply(self, list: &mut Vec<T>) -> Self {
        let at = self.at.min(list.len());
        let end = at.saturating_add(self.remove).min(list.len());
        let inserted = self.insert.len();
        let removed = list.splice(at..end, self.insert).collect();
        Self { at, remove: inserted, insert: removed }
    }
}

impl Edit {
    /// The change that makes nothing.
    pub const NOTHING: Self = Self::Many(Vec::new());

    /// Writes 0 into cells.
    pub fn fill_zero(cells: &[Key]) -> Self {
        let zero = |key: &Key| Self::SetCell(Place::Cell(*key), CellValue::Figure(Figure::zero(key.kind())));
        Self::Many(cells.iter().map(zero).collect())
    }
}

impl Draft {
    /// Makes a change and returns the one that takes it back: applied in turn, it restores the same bytes.
    ///
    /// What names nothing in this draft (a part that is not there) changes nothing.
    pub fn apply(&mut self, edit: Edit) -> Edit {
        match edit {
            Edit::SetCell(place, value) => Edit::SetCell(place, self.set_cell(place, value)),
            Edit::SetText(place, text) => self.set_text(place, text),
            Edit::SetPublished(date) => Edit::SetPublished(std::mem::replace(&mut self.published, date)),
            Edit::SetYear(year, form) => {
                let form = std::mem::replace(&mut self.form, form);
                Edit::SetYear(std::mem::replace(&mut self.year, year), form)
            }
            Edit::SetSetting(name, value) => {
                let before = match value {
                    Some(value) => self.settings.insert(name, value),
                    None => self.settings.remove(&name),
                };
                Edit::SetSetting(name, before)
            }
            Edit::SpliceOpening(mut splice) => {
                splice.insert = splice.insert.iter().flat_map(|text| paragraphs(text)).collect();
                let inverse = splice.apply(&mut self.opening);
                let moved = Moved {
                    list: Place::WholeOpening,
                    at: inverse.at,
                    removed: inverse.insert.len(),
                    inserted: inverse.remove,
                };
                self.follow(moved, Edit::SpliceOpening(inverse))
            }
            Edit::SpliceBody(n, mut splice) => {
                splice.insert = splice.insert.into_iter().flat_map(Item::one_a_line).collect();
                let Some(part) = self.narrative.get_mut(n) else { return Edit::NOTHING };
                let inverse = splice.apply(&mut part.body);
                let moved = Moved {
                    list: Place::Part(n),
                    at: inverse.at,
                    removed: inverse.insert.len(),
                    inserted: inverse.remove,
                };
                self.follow(moved, Edit::SpliceBody(n, inverse))
            }
            Edit::SpliceParts(mut splice) => {
                for part in &mut splice.insert {
                    part.body = std::mem::take(&mut part.body).into_iter().flat_map(Item::one_a_line).collect();
                }
                let inverse = splice.apply(&mut self.narrative);
                let moved = Moved {
                    list: Place::Parts,
                    at: inverse.at,
                    removed: inverse.insert.len(),
                    inserted: inverse.remove,
                };
                self.follow(moved, Edit::SpliceParts(inverse))
            }
            Edit::SpliceProposals(splice) => {
                let inverse = splice.apply(&mut self.proposals);
                let moved = Moved {
                    list: Place::Table(TableId::Proposals),
                    at: inverse.at,
                    removed: inverse.insert.len(),
                    inserted: inverse.remove,
                };
                self.follow(moved, Edit::SpliceProposals(inverse))
            }
            Edit::SetReviewed(reviewed) => Edit::SetReviewed(std::mem::replace(&mut self.reviewed, reviewed)),
            Edit::SetUnread(unread) => Edit::SetUnread(std::mem::replace(&mut self.unread, unread)),
            Edit::SpliceConfirmed(splice) => Edit::SpliceConfirmed(splice.apply(&mut self.last_year_text.confirmed)),
            Edit::Many(edits) => {
                let mut inverses: Vec<Edit> = edits.into_iter().map(|edit| self.apply(edit)).collect();
                inverses.reverse();
                Edit::Many(inverses)
            }
        }
    }

    fn set_cell(&mut self, place: Place, value: CellValue) -> CellValue {
        let before = self.entry(place);
        let (figure, unread) = match value {
            CellValue::Blank => (None, None),
            CellValue::Figure(figure) => (Some(figure), None),
            CellValue::Unread(text) => (None, Some(text)),
        };
        match place {
            Place::Cell(key) => set(&mut self.figures, key, figure),
            Place::Past(key, year) => {
                let mut years = self.history.remove(&key).unwrap_or_default();
                set(&mut years, year, figure);
                if !years.is_empty() {
                    self.history.insert(key, years);
                }
            }
            Place::Proposal(n, field) => {
                match self.proposals.get_mut(n).and_then(|proposal| proposal.number_mut(field)) {
                    Some(number) => *number = figure.and_then(Figure::count),
                    None => return before,
                }
            }
            Place::Year
            | Place::Title
            | Place::Published
            | Place::Office(_)
            | Place::Setting(_)
            | Place::Opening(_)
            | Place::Part(_)
            | Place::Heading(_)
            | Place::Body(..)
            | Place::Row(..)
            | Place::Column(..)
            | Place::Table(_)
            | Place::WholeOpening
            | Place::Parts
            | Place::Reviewed => return before,
        }
        set(&mut self.unread, place, unread);
        before
    }

    fn set_text(&mut self, place: Place, text: String) -> Edit {
        match place {
            Place::Title => Edit::SetText(place, std::mem::replace(&mut self.title, text)),
            Place::Office(field) => Edit::SetText(place, self.set_office(field, text)),
            Place::Heading(n) => match self.narrative.get_mut(n) {
                Some(part) => Edit::SetText(place, std::mem::replace(&mut part.heading, text)),
                None => Edit::NOTHING,
            },
            Place::Proposal(n, ProposalField::Category) => match self.proposals.get_mut(n) {
                Some(proposal) => Edit::SetText(place, std::mem::replace(&mut proposal.category, text)),
                None => Edit::NOTHING,
            },
            Place::Opening(m) if m < self.opening.len() => {
                self.apply(Edit::SpliceOpening(Splice { at: m, remove: 1, insert: vec![text] }))
            }
            Place::Body(n, m) => match self.narrative.get_mut(n).and_then(|part| part.body.get_mut(m)) {
                Some(Item::Embed(Embed { caption, .. })) => Edit::SetText(place, std::mem::replace(caption, text)),
                Some(Item::Paragraph(paragraph)) if !text.is_empty() && !text.contains('\n') => {
                    Edit::SetText(place, std::mem::replace(paragraph, text))
                }
                Some(Item::Paragraph(_)) => {
                    let insert = vec![Item::Paragraph(text)];
                    self.apply(Edit::SpliceBody(n, Splice { at: m, remove: 1, insert }))
                }
                Some(Item::Other(_)) | None => Edit::NOTHING,
            },
            Place::Opening(_)
            | Place::Year
            | Place::Published
            | Place::Setting(_)
            | Place::Part(_)
            | Place::Cell(_)
            | Place::Row(..)
            | Place::Column(..)
            | Place::Table(_)
            | Place::WholeOpening
            | Place::Parts
            | Place::Reviewed
            | Place::Past(..)
            | Place::Proposal(_, ProposalField::Count | ProposalField::Closed) => Edit::NOTHING,
        }
    }

    fn set_office(&mut self, field: OfficeField, text: String) -> String {
        let before = if text.is_empty() { self.office.remove(&field) } else { self.office.insert(field, text) };
        before.unwrap_or_default()
    }

    /// Moves what names places after a splice along with it, and adds the way back to the inverse.
    fn follow(&mut self, moved: Moved, inverse: Edit) -> Edit {
        let mut back = vec![inverse];
        if let Some(reviewed) = relocate::reviewed(&self.reviewed, moved) {
            back.push(Edit::SetReviewed(std::mem::replace(&mut self.reviewed, reviewed)));
        }
        if let Some(unread) = relocate::unread(&self.unread, moved) {
            back.push(Edit::SetUnread(std::mem::replace(&mut self.unread, unread)));
        }
        if back.len() == 1 { back.remove(0) } else { Edit::Many(back) }
    }
}

/// Puts a value into a map, or takes the key out when there is none.
fn set<K: Ord, V>(map: &mut Ordered<K, V>, key: K, value: Option<V>) {
    match value {
        Some(value) => map.insert(key, value),
        None => map.remove(&key),
    };
}
