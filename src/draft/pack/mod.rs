//! Local requirements (本地要求): what a superior office asks of the reports handed in to it beside the form. One JSON file
//! holds them, a pack; a draft carries the one that was chosen among its settings.
//!
//! A draft keeps a pack as the JSON it was read as, which can be written without knowing what a pack is; whoever asks for
//! it has it read.

mod known;
mod read;
mod schema;
mod words;
mod write;

use super::json::Map;
use super::{Draft, SettingName, SettingValue};
use crate::value::{Date, Year};

pub use known::known_packs;
pub(super) use read::PACK_MEMBER;
pub use read::PackRefused;
pub(super) use schema::members;
pub use schema::pack_schema;

/// The version of the file that this program writes.
pub const PACK_VERSION: u32 = 1;

/// The ending of such a file.
pub const PACK_ENDING: &str = ".nianbao-pack.json";

/// So many items a list of a pack has at most: each is looked for in the whole text.
pub const MOST_ITEMS: usize = 100;

/// So many words a topic has at most.
pub const MOST_WORDS: usize = 20;

/// The largest file of a pack that is read, in bytes: a draft has to have room for it.
pub const LARGEST_PACK: usize = 256 * 1024;

/// Local requirements.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Pack {
    /// What it is called: 某市2025年度年报要求.
    pub name: String,
    /// The notice or the score sheet that asks for it.
    pub source: String,
    /// What there is to know of it beside.
    pub note: String,
    /// The day by which reports are handed in.
    pub submit_by: Option<DayOfYear>,
    /// The day by which they are published.
    pub publish_by: Option<DayOfYear>,
    /// The likeness to another text from which it is a fault, in per cent.
    pub likeness: Option<u8>,
    /// How long parts are.
    pub lengths: Vec<Length>,
    /// What must be told.
    pub topics: Vec<Topic>,
    /// Headings beside those of the form.
    pub headings: Vec<ExtraHeading>,
    unknown: Map,
}

/// How long a part is, in 字 as word processors count them.
#[derive(Clone, Debug, PartialEq)]
pub struct Length {
    /// The words of its heading; the whole text where there are none.
    pub part: String,
    /// At least so many; 0 where nothing is asked.
    pub least: u32,
    /// At most so many; 0 where nothing is asked.
    pub most: u32,
    /// Whether it must be so, or would be better so.
    pub must: bool,
    unknown: Map,
}

/// What must be told.
#[derive(Clone, Debug, PartialEq)]
pub struct Topic {
    /// What it is called.
    pub name: String,
    /// The words of the heading of its part; anywhere where there are none.
    pub part: String,
    /// Words by which a text is known to speak of it; its name where there are none.
    pub words: Vec<String>,
    /// Whether a number must stand with them.
    pub count: bool,
    /// Whether it must be told, or would be better told.
    pub must: bool,
    unknown: Map,
}

/// A heading beside those of the form.
#[derive(Clone, Debug, PartialEq)]
pub struct ExtraHeading {
    /// Its words, with its number or without.
    pub heading: String,
    /// Whether it must be there, or would be better there.
    pub must: bool,
    unknown: Map,
}

/// A day of the year after the report's: 1月20日, which is every year's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayOfYear {
    month: u32,
    day: u32,
}

impl DayOfYear {
    /// The day, where every year has it.
    pub fn new(month: u32, day: u32) -> Option<Self> {
        Date::new(2001, month, day).map(|_| Self { month, day })
    }

    /// The day of 01-20.
    pub fn parse(text: &str) -> Option<Self> {
        let (month, day) = text.split_once('-')?;
        let two =
            |part: &str| (part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse().ok())?;
        Self::new(two(month)?, two(day)?)
    }

    /// The day for a report of this year.
    pub fn after(self, year: Year) -> Option<Date> {
        Date::new(i32::from(year) + 1, self.month, self.day)
    }
}

impl std::fmt::Display for DayOfYear {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:02}-{:02}", self.month, self.day)
    }
}

/// What is asked for must be so, where nothing else is said.
impl Default for Length {
    fn default() -> Self {
        Self { part: String::new(), least: 0, most: 0, must: true, unknown: Map::new() }
    }
}

/// What is asked for must be so, where nothing else is said.
impl Default for Topic {
    fn default() -> Self {
        Self {
            name: String::new(),
            part: String::new(),
            words: Vec::new(),
            count: false,
            must: true,
            unknown: Map::new(),
        }
    }
}

/// What is asked for must be so, where nothing else is said.
impl Default for ExtraHeading {
    fn default() -> Self {
        Self { heading: String::new(), must: true, unknown: Map::new() }
    }
}

impl Topic {
    /// The words by which a text is known to speak of it.
    pub fn known_by(&self) -> Vec<&str> {
        let words: Vec<&str> = self.words.iter().map(String::as_str).collect();
        if words.is_empty() { vec![&self.name] } else { words }
    }
}

impl Pack {
    /// How many things it asks for.
    pub fn asks(&self) -> usize {
        let days = [self.submit_by, self.publish_by].into_iter().flatten().count();
        days + usize::from(self.likeness.is_some()) + self.lengths.len() + self.topics.len() + self.headings.len()
    }
}

impl Draft {
    /// The local requirements that were chosen.
    pub fn pack(&self) -> Option<Pack> {
        match self.setting(SettingName::Pack)? {
            SettingValue::Pack(pack) => Pack::of_value(pack),
            SettingValue::Day(_) | SettingValue::Percent(_) | SettingValue::Flag(_) | SettingValue::Unit(_) => None,
        }
    }
}

#[cfg(test)]
mod tests;
