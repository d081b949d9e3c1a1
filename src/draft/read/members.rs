//! The members of a draft, one after the other.

use super::Reader;
use super::value::{date, join, list, object, out_of_range, take_text, text, texts, wrong};
use crate::draft::content::{Embed, Embedded, Item, Part, Proposal, Review};
use crate::draft::json::{Map, Value};
use crate::draft::last_year::LastYearText;
use crate::draft::model::{Draft, Unknown, UnknownMembers};
use crate::draft::{ChartId, OFFICE_KINDS, OfficeField, Pack, Place, Refused, SettingName, SettingValue};
use crate::form::{Key, Kind, TableId};
use crate::value::{Count, Figure, LAST_YEAR, Ordered, Year};

/// What was read of an object, and the members that are not known.
type Members<T> = Result<(T, Unknown), Refused>;

/// The earliest year of which a history can speak.
const EARLIEST: Year = 1900;

impl Reader {
    pub(super) fn office(&mut self, mut office: Map) -> Members<Ordered<OfficeField, String>> {
        let mut fields = Ordered::new();
        for field in OfficeField::ALL {
            let text = take_text(&mut office, field.name(), "office")?;
            if field == OfficeField::Kind && !text.is_empty() && OFFICE_KINDS.iter().all(|(kind, _)| *kind != text) {
                self.notices.push(format!("本页不认识单位类别“{text}”，已原样保留。"));
            }
            if !text.is_empty() {
                fields.insert(field, text);
            }
        }
        Ok((fields, self.keep(office, "office")))
    }

    pub(super) fn figures(&mut self, members: Map) -> Members<Ordered<Key, Figure>> {
        let (mut figures, mut left) = (Vec::new(), Map::new());
        for (name, value) in members {
            let Some(key) = Key::parse(&name) else {
                left.insert(name, value);
                continue;
            };
            if let Some(figure) = self.figure(value, key.kind(), &name)? {
                figures.push((key, figure));
            }
        }
        Ok((figures.into_iter().collect(), self.keep(left, "figures")))
    }

    pub(super) fn history(&mut self, members: Map) -> Members<Ordered<Key, Ordered<Year, Figure>>> {
        let (mut history, mut left) = (Ordered::new(), Map::new());
        for (name, value) in members {
            let Some(key) = Key::parse(&name) else {
                left.insert(name, value);
                continue;
            };
            let path = format!("history.{name}");
            let mut years = Ordered::new();
            for (year, value) in object(value, &path)? {
                let path = join(&path, &year);
                let number = Some(&year).filter(|y| y.len() == 4).and_then(|y| y.parse::<Year>().ok());
                let number = number
                    .filter(|y| (EARLIEST..=LAST_YEAR).contains(y))
                    .ok_or_else(|| out_of_range(&path, &year, "四位年份"))?;
                if let Some(figure) = self.figure(value, key.kind(), &path)? {
                    years.insert(number, figure);
                }
            }
            if !years.is_empty() {
                history.insert(key, years);
            }
        }
        Ok((history, self.keep(left, "history")))
    }

    pub(super) fn proposal(&mut self, value: Value, n: usize) -> Result<Proposal, Refused> {
        let path = format!("proposals.{n}");
        let mut members = object(value, &path)?;
        let category = take_text(&mut members, "category", &path)?;
        let mut count = |name: &str| -> Result<Option<Count>, Refused> {
            let Some(value) = members.remove(name) else { return Ok(None) };
            match self.figure(value, Kind::Count, &join(&path, name))? {
                Some(Figure::Count(count)) => Ok(Some(count)),
                Some(Figure::Change(_) | Figure::Money(_)) | None => Ok(None),
            }
        };
        let (count, closed) = (count("count")?, count("closed")?);
        Ok(Proposal { category, count, closed, unknown: self.keep(members, &path) })
    }

    pub(super) fn part(&mut self, value: Value, n: usize) -> Result<Part, Refused> {
        let path = format!("narrative.{n}");
        let mut members = object(value, &path)?;
        let heading = take_text(&mut members, "heading", &path)?;
        let body = match members.remove("body") {
            Some(value) => list(value, &join(&path, "body"))?,
            None => Vec::new(),
        };
        // A list that grows by itself has room for twice as many.
        let mut items = Vec::with_capacity(body.len());
        for (m, item) in body.into_iter().enumerate() {
            items.push(self.item(item, &format!("{path}.body.{m}"))?);
        }
        let body = items;
        Ok(Part { heading, body, unknown: self.keep(members, &path) })
    }

    pub(super) fn item(&mut self, value: Value, path: &str) -> Result<Item, Refused> {
        let mut members = match value {
            Value::String(text) => return Ok(Item::Paragraph(text)),
            Value::Object(members) => members,
            other @ (Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_)) => {
                return Err(wrong(path, "一段文字、一张表或一幅图", &other));
            }
        };
        let name = |kind: &str| members.get(kind).and_then(Value::as_str);
        let table = name("table").and_then(|t| t.parse().ok()).map(Embedded::Table);
        let chart = name("chart").and_then(ChartId::parse).map(Embedded::Chart);
        let (Some(what), true) = (table.or(chart), table.is_none() || chart.is_none()) else {
            self.unknown.push(path.to_owned());
            return Ok(Item::Other(Value::Object(members)));
        };
        members.remove(if table.is_some() { "table" } else { "chart" });
        let caption = take_text(&mut members, "caption", path)?;
        Ok(Item::Embed(Embed { what, caption, unknown: self.keep(members, path) }))
    }

    pub(super) fn review(&mut self, value: Value, n: usize) -> Result<Review, Refused> {
        let path = format!("reviewed.{n}");
        let mut members = object(value, &path)?;
        let mut taken = |name: &str| take_text(&mut members, name, &path);
        let (finding, verdict) = (taken("finding")?, taken("verdict")?);
        let (note, at) = (taken("note")?, taken("at")?);
        let mut basis = Ordered::new();
        if let Some(value) = members.remove("basis") {
            let path = join(&path, "basis");
            for (place, value) in object(value, &path)? {
                let value = text(value, &join(&path, &place))?;
                basis.insert(place, value);
            }
        }
        Ok(Review { finding, verdict, note, basis, at, unknown: self.keep(members, &path) })
    }

    pub(super) fn settings(&mut self, mut members: Map) -> Members<Ordered<SettingName, SettingValue>> {
        let mut settings = Ordered::new();
        for name in SettingName::ALL {
            let path = format!("settings.{}", name.name());
            let Some(value) = members.remove(name.name()) else { continue };
            let written = match (name, value) {
                (SettingName::Pack, value) => {
                    settings.insert(name, SettingValue::of_pack(&Pack::read(value, &path)?));
                    continue;
                }
                (SettingName::SubmitBy | SettingName::PublishBy, value) => date(value, &path)?.to_string(),
                (SettingName::Likeness, Value::Number(number)) => number,
                (SettingName::RulesPower, Value::Bool(flag)) => flag.to_string(),
                (SettingName::ProcurementUnit, value) => text(value, &path)?,
                (SettingName::Likeness, other) => return Err(wrong(&path, "数字", &other)),
                (SettingName::RulesPower, other) => return Err(wrong(&path, "true或false", &other)),
            };
            let allowed = if name == SettingName::Likeness { "0到100的整数" } else { "“元”或“万元”" };
            let value = name.read(&written).ok_or_else(|| out_of_range(&path, &written, allowed))?;
            settings.insert(name, value);
        }
        Ok((settings, self.keep(members, "settings")))
    }

    /// What came over from last year's text.
    pub(super) fn last_year_text(&mut self, mut members: Map) -> Result<LastYearText, Refused> {
        let mut taken = |name: &str| {
            let list = members.remove(name);
            list.map_or(Ok(Vec::new()), |value| texts(value, &join("last_year_text", name)))
        };
        let (sentences, confirmed) = (taken("sentences")?, taken("confirmed")?);
        Ok(LastYearText { sentences, confirmed, unknown: self.keep(members, "last_year_text") })
    }

    /// What cells hold that is no number there. A figure given beside it is the one that counts.
    pub(super) fn unread(
        &mut self,
        members: Map,
        draft: &mut Draft,
        unknown: &mut UnknownMembers,
    ) -> Result<(), Refused> {
        let (mut left, mut cells) = (Map::new(), Vec::new());
        for (name, value) in members {
            let Some(place) = name.parse::<Place>().ok().filter(|place| place.is_cell()) else {
                left.insert(name, value);
                continue;
            };
            let written = text(value, &join("unread", &name))?;
            let proposal = place.index_in(Place::Table(TableId::Proposals));
            let proposal_is_there = proposal.is_none_or(|n| n < draft.proposals.len());
            let figure = draft.entry(place).text();
            if !proposal_is_there {
                left.insert(name, Value::String(written));
            } else if !figure.is_empty() {
                self.notices.push(format!("“{name}”既有数字{figure}，又有“{written}”，以数字为准。"));
            } else if !written.is_empty() {
                cells.push((place, written));
            }
        }
        draft.unread = cells.into_iter().collect();
        unknown.unread = self.keep(left, "unread");
        Ok(())
    }
}
