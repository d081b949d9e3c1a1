//! Where in a draft something is. Findings, differences and refusals all use it.

use std::fmt;
use std::str::FromStr;

use super::{OfficeField, SettingName};
use crate::form::{Key, Range, Slot, TableId, forms};
use crate::value::Year;

/// Where in a draft something is. Parts, paragraphs and proposals count from 0; a paragraph's number is its index
/// in the body, tables and charts counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// The report year.
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
    /// A whole part.
    Part(usize),
    /// A part's heading.
    Heading(usize),
    /// A paragraph, table or chart of a part.
    Body(usize, usize),
    /// A figure, a row, a column or a whole table of the form.
    Range(Range),
    /// A figure of an earlier year.
    Past(Key, Year),
    /// A field of a category of proposals.
    Proposal(usize, ProposalField),
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
    /// The place of a figure.
    pub fn figure(key: Key) -> Self {
        Self::Range(Range::Cell(key))
    }

    /// The cell that this place is, when it is one in which a value is typed.
    pub fn slot(self) -> Option<Slot> {
        match self {
            Self::Range(Range::Cell(key)) => Some(Slot::Figure(key)),
            Self::Past(key, year) => Some(Slot::Past(key, year)),
            Self::Proposal(n, ProposalField::Count) => Some(Slot::ProposalCount(u16::try_from(n).ok()?)),
            Self::Proposal(n, ProposalField::Closed) => Some(Slot::ProposalClosed(u16::try_from(n).ok()?)),
            Self::Proposal(_, ProposalField::Category)
            | Self::Range(Range::Row(..) | Range::Column(..) | Range::Whole(_))
            | Self::Year
            | Self::Title
            | Self::Published
            | Self::Office(_)
            | Self::Setting(_)
            | Self::Opening(_)
            | Self::Part(_)
            | Self::Heading(_)
            | Self::Body(..) => None,
        }
    }

    /// The part of the narrative in which this place is.
    pub fn part(self) -> Option<usize> {
        match self {
            Self::Part(n) | Self::Heading(n) | Self::Body(n, _) => Some(n),
            Self::Year
            | Self::Title
            | Self::Published
            | Self::Office(_)
            | Self::Setting(_)
            | Self::Opening(_)
            | Self::Range(_)
            | Self::Past(..)
            | Self::Proposal(..) => None,
        }
    }
}

impl From<Slot> for Place {
    fn from(slot: Slot) -> Self {
        match slot {
            Slot::Figure(key) => Self::figure(key),
            Slot::Past(key, year) => Self::Past(key, year),
            Slot::ProposalCount(n) => Self::Proposal(n.into(), ProposalField::Count),
            Slot::ProposalClosed(n) => Self::Proposal(n.into(), ProposalField::Closed),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year => f.write_str("year"),
            Self::Title => f.write_str("title"),
            Self::Published => f.write_str("published"),
            Self::Office(field) => write!(f, "office.{}", field.name()),
            Self::Setting(name) => write!(f, "settings.{}", name.name()),
            Self::Opening(m) => write!(f, "opening.{m}"),
            Self::Part(n) => write!(f, "narrative.{n}"),
            Self::Heading(n) => write!(f, "narrative.{n}.heading"),
            Self::Body(n, m) => write!(f, "narrative.{n}.body.{m}"),
            Self::Range(Range::Cell(key)) => key.fmt(f),
            Self::Range(Range::Row(table, row)) => write!(f, "{table}.{row}.*"),
            Self::Range(Range::Column(table, column)) => write!(f, "{table}.*.{column}"),
            Self::Range(Range::Whole(table)) => table.fmt(f),
            Self::Past(key, year) => write!(f, "history.{key}.{year}"),
            Self::Proposal(n, field) => write!(f, "proposals.{n}.{}", field.name()),
        }
    }
}

impl FromStr for Place {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let number = |digits: &str| digits.parse::<usize>().map_err(|_| ());
        if let Some(key) = Key::parse(text) {
            return Ok(Self::figure(key));
        }
        if let Ok(table) = text.parse() {
            return Ok(Self::Range(Range::Whole(table)));
        }
        let pieces: Vec<&str> = text.split('.').collect();
        match pieces.as_slice() {
            ["year"] => Ok(Self::Year),
            ["title"] => Ok(Self::Title),
            ["published"] => Ok(Self::Published),
            ["office", field] => OfficeField::parse(field).map(Self::Office).ok_or(()),
            ["settings", name] => SettingName::parse(name).map(Self::Setting).ok_or(()),
            ["opening", m] => Ok(Self::Opening(number(m)?)),
            ["narrative", n] => Ok(Self::Part(number(n)?)),
            ["narrative", n, "heading"] => Ok(Self::Heading(number(n)?)),
            ["narrative", n, "body", m] => Ok(Self::Body(number(n)?, number(m)?)),
            ["proposals", n, "category"] => Ok(Self::Proposal(number(n)?, ProposalField::Category)),
            ["proposals", n, "count"] => Ok(Self::Proposal(number(n)?, ProposalField::Count)),
            ["proposals", n, "closed"] => Ok(Self::Proposal(number(n)?, ProposalField::Closed)),
            ["history", key @ .., year] => {
                let key = Key::parse(&key.join(".")).ok_or(())?;
                Ok(Self::Past(key, year.parse().map_err(|_| ())?))
            }
            _ => range(text).map(Self::Range).ok_or(()),
        }
    }
}

/// The row or the column of this name, among those of which a relation speaks.
fn range(text: &str) -> Option<Range> {
    let relations = forms().iter().flat_map(|form| &form.relations);
    let ranges = relations.map(|r| r.range).filter(|range| matches!(range, Range::Row(..) | Range::Column(..)));
    let mut found = ranges.filter(|range| Place::Range(*range).to_string() == text);
    found.next()
}

/// The table in which a place is, when it is in one.
pub fn table_of(place: Place) -> Option<TableId> {
    match place {
        Place::Range(Range::Row(table, _) | Range::Column(table, _) | Range::Whole(table)) => Some(table),
        Place::Range(Range::Cell(key)) => forms().iter().find_map(|form| form.table_of(key)).map(|t| t.id),
        Place::Past(..) => Some(TableId::History),
        Place::Proposal(..) => Some(TableId::Proposals),
        Place::Year
        | Place::Title
        | Place::Published
        | Place::Office(_)
        | Place::Setting(_)
        | Place::Opening(_)
        | Place::Part(_)
        | Place::Heading(_)
        | Place::Body(..) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_back_from_its_name() {
        for name in [
            "title",
            "published",
            "year",
            "settings.submit_by",
            "office.name",
            "opening.0",
            "narrative.3",
            "narrative.3.heading",
            "narrative.3.body.12",
            "applications.new.natural",
            "applications.*.natural",
            "applications.denied.secret.*",
            "disputes.review.*",
            "disclosed.total",
            "history.disclosed.total.2014",
            "proposals.2.count",
            "proposals.0.category",
            "proactive",
            "statistics",
        ] {
            let place: Place = name.parse().unwrap_or_else(|()| panic!("{name} is not read"));
            assert_eq!(place.to_string(), name);
        }
    }

    #[test]
    fn what_names_nothing_is_no_place() {
        for name in ["", "narrative", "narrative.x", "opening.-1", "history.2014", "applications.*.none", "office.age"]
        {
            assert!(name.parse::<Place>().is_err(), "{name}");
        }
    }
}
