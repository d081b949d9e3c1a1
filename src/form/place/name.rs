//! The names of places, as in drafts, in the identities of findings and in the page.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{Place, ProposalField};
use crate::form::{Key, OfficeField, SettingName, forms};

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
            Self::Cell(key) => key.fmt(f),
            Self::Row(table, row) => write!(f, "{table}.{row}.*"),
            Self::Column(table, column) => write!(f, "{table}.*.{column}"),
            Self::Table(table) => table.fmt(f),
            Self::Past(key, year) => write!(f, "history.{key}.{year}"),
            Self::Proposal(n, field) => write!(f, "proposals.{n}.{}", field.name()),
            Self::WholeOpening => f.write_str("opening"),
            Self::Parts => f.write_str("narrative"),
            Self::Reviewed => f.write_str("reviewed"),
        }
    }
}

/// By its name.
impl Serialize for Place {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// By its name.
impl<'de> Deserialize<'de> for Place {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        name.parse().map_err(|()| de::Error::custom("no place"))
    }
}

impl FromStr for Place {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let number = |digits: &str| digits.parse::<usize>().map_err(|_| ());
        if let Some(key) = Key::parse(text) {
            return Ok(Self::Cell(key));
        }
        if let Ok(table) = text.parse() {
            return Ok(Self::Table(table));
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
            _ => range(text).ok_or(()),
        }
    }
}

/// The row or the column of this name, among those of which a relation speaks.
fn range(text: &str) -> Option<Place> {
    let relations = forms().iter().flat_map(|form| &form.relations);
    let mut places = relations.map(|relation| relation.place).filter(|place| !place.is_cell());
    places.find(|place| place.to_string() == text)
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
        for name in ["", "narrative", "narrative.x", "opening", "opening.-1", "history.2014", "applications.*.none"] {
            assert!(name.parse::<Place>().is_err(), "{name}");
        }
        assert!("office.age".parse::<Place>().is_err() && "reviewed".parse::<Place>().is_err());
    }
}
