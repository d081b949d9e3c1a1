//! Where in a report something is: what a cell of a grid takes, what a finding speaks of, what an edit touches, and what a
//! screen watches. All that differs by the kind of place is decided here, so that a new kind is decided once.

mod name;

use super::{Key, Kind, OfficeField, SettingName, TableId, forms};
use crate::value::Year;

/// Where in a report something is. Parts, paragraphs and proposals count from 0; a paragraph's number is its index
/// in the body, tables and charts counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// The report year, and the form that goes with it.
    Year,
    /// The title.
    Title,
    /// 成文日期.
    Published,
    /// A field of the office.
    Office(OfficeField),
    /// A setting.
    Setting(SettingName),
    /// A paragraph of the opening.
    Opening(usize),
    /// A whole part: its paragraphs, tables and charts.
    Part(usize),
    /// A part's heading.
    Heading(usize),
    /// A paragraph, table or chart of a part.
    Body(usize, usize),
    /// A figure of the form.
    Cell(Key),
    /// A row of a table: `applications.new.*`, `disputes.review.*`.
    Row(TableId, &'static str),
    /// A column of a table: `applications.*.natural`.
    Column(TableId, &'static str),
    /// A whole table, and which rows it has.
    Table(TableId),
    /// A figure of an earlier year, or of the report year as the history prints it.
    Past(Key, Year),
    /// A field of a category of proposals.
    Proposal(usize, ProposalField),
    /// The opening as a whole. It is touched and watched; no finding and no draft names it.
    WholeOpening,
    /// Which parts there are, likewise.
    Parts,
    /// What was said of findings, likewise.
    Reviewed,
}

/// A field of a category of proposals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ProposalField {
    /// 类别.
    Category,
    /// 件数.
    Count,
    /// 办结数.
    Closed,
}

impl ProposalField {
    /// The name in drafts.
    pub fn name(self) -> &'static str {
        match self {
            Self::Category => "category",
            Self::Count => "count",
            Self::Closed => "closed",
        }
    }
}

impl Place {
    /// What is typed here, where a figure is: nothing where the place is no cell of one.
    pub fn kind(self) -> Option<Kind> {
        match self {
            Self::Cell(key) | Self::Past(key, _) => Some(key.kind()),
            Self::Proposal(_, ProposalField::Count | ProposalField::Closed) => Some(Kind::Count),
            Self::Proposal(_, ProposalField::Category)
            | Self::Year
            | Self::Title
            | Self::Published
            | Self::Office(_)
            | Self::Setting(_)
            | Self::Opening(_)
            | Self::Part(_)
            | Self::Heading(_)
            | Self::Body(..)
            | Self::Row(..)
            | Self::Column(..)
            | Self::Table(_)
            | Self::WholeOpening
            | Self::Parts
            | Self::Reviewed => None,
        }
    }

    /// The unit of what is typed here; empty where the form names none.
    pub fn unit(self) -> &'static str {
        match self.kind() {
            Some(_) => self.key().map_or("件", Key::unit),
            None => "",
        }
    }

    /// The figure that is typed here, of this year or an earlier one.
    fn key(self) -> Option<Key> {
        if let Self::Cell(key) | Self::Past(key, _) = self { Some(key) } else { None }
    }

    /// The figure of the form that stands here, where the place is its cell.
    pub fn figure(self) -> Option<Key> {
        if let Self::Cell(key) = self { Some(key) } else { None }
    }

    /// Whether a figure is typed here.
    pub fn is_cell(self) -> bool {
        self.kind().is_some()
    }

    /// The part of the text in which this place is.
    pub fn part(self) -> Option<usize> {
        self.index_in(Self::Parts)
    }

    /// The table in which this place is.
    pub fn table(self) -> Option<TableId> {
        match self {
            Self::Row(table, _) | Self::Column(table, _) | Self::Table(table) => Some(table),
            Self::Cell(key) => forms().iter().find_map(|form| form.table_of(key)).map(|table| table.id),
            Self::Past(..) => Some(TableId::History),
            Self::Proposal(..) => Some(TableId::Proposals),
            Self::Year
            | Self::Title
            | Self::Published
            | Self::Office(_)
            | Self::Setting(_)
            | Self::Opening(_)
            | Self::Part(_)
            | Self::Heading(_)
            | Self::Body(..)
            | Self::WholeOpening
            | Self::Parts
            | Self::Reviewed => None,
        }
    }

    /// The index of this place among the things of a list: a paragraph in the opening or in its part, a part among the
    /// parts, a category among the proposals. Nothing where the place is in no such list.
    pub fn index_in(self, list: Self) -> Option<usize> {
        let in_parts = |n: usize| (list == Self::Parts).then_some(n);
        match self {
            Self::Opening(m) => (list == Self::WholeOpening).then_some(m),
            Self::Part(n) | Self::Heading(n) => in_parts(n),
            Self::Body(n, m) => in_parts(n).or((list == Self::Part(n)).then_some(m)),
            Self::Proposal(n, _) => (list == Self::Table(TableId::Proposals)).then_some(n),
            Self::Year
            | Self::Title
            | Self::Published
            | Self::Office(_)
            | Self::Setting(_)
            | Self::Cell(_)
            | Self::Row(..)
            | Self::Column(..)
            | Self::Table(_)
            | Self::Past(..)
            | Self::WholeOpening
            | Self::Parts
            | Self::Reviewed => None,
        }
    }

    /// The same place at another index of a list in which it is.
    #[must_use]
    pub fn at_index(self, list: Self, index: usize) -> Self {
        match self {
            Self::Opening(_) => Self::Opening(index),
            Self::Part(_) => Self::Part(index),
            Self::Heading(_) => Self::Heading(index),
            Self::Body(_, m) if list == Self::Parts => Self::Body(index, m),
            Self::Body(n, _) => Self::Body(n, index),
            Self::Proposal(_, field) => Self::Proposal(index, field),
            Self::Year
            | Self::Title
            | Self::Published
            | Self::Office(_)
            | Self::Setting(_)
            | Self::Cell(_)
            | Self::Row(..)
            | Self::Column(..)
            | Self::Table(_)
            | Self::Past(..)
            | Self::WholeOpening
            | Self::Parts
            | Self::Reviewed => self,
        }
    }

    /// The list that shows the text of this place among others, and is drawn again when it changes.
    pub fn shown_in(self) -> Option<Self> {
        let proposals = Self::Table(TableId::Proposals);
        match self {
            Self::Opening(_) => Some(Self::WholeOpening),
            Self::Body(n, _) => Some(Self::Part(n)),
            Self::Proposal(_, ProposalField::Category) => Some(proposals),
            Self::Proposal(_, ProposalField::Count | ProposalField::Closed)
            | Self::Year
            | Self::Title
            | Self::Published
            | Self::Office(_)
            | Self::Setting(_)
            | Self::Part(_)
            | Self::Heading(_)
            | Self::Cell(_)
            | Self::Row(..)
            | Self::Column(..)
            | Self::Table(_)
            | Self::Past(..)
            | Self::WholeOpening
            | Self::Parts
            | Self::Reviewed => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_that_moves_in_a_list_is_the_same_place_elsewhere() {
        let lists = [Place::WholeOpening, Place::Parts, Place::Part(1), Place::Table(TableId::Proposals)];
        let places = [
            Place::Opening(2),
            Place::Part(1),
            Place::Heading(1),
            Place::Body(1, 3),
            Place::Proposal(4, ProposalField::Count),
            Place::Title,
        ];
        for (place, list) in places.into_iter().flat_map(|place| lists.map(|list| (place, list))) {
            if let Some(index) = place.index_in(list) {
                assert_eq!(place.at_index(list, index), place, "{place} in {list}");
                assert_eq!(place.at_index(list, 7).index_in(list), Some(7), "{place} in {list}");
            }
        }
        assert_eq!(Place::Body(1, 3).at_index(Place::Parts, 5), Place::Body(5, 3));
        assert_eq!(Place::Body(1, 3).at_index(Place::Part(1), 5), Place::Body(1, 5));
        assert_eq!(Place::Body(1, 3).index_in(Place::Part(2)), None);
    }
}
