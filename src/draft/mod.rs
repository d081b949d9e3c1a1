//! The draft of a report: what it holds, how it changes, how it is written as JSON and read back.
//!
//! Nothing here checks whether the figures agree; that is for the rules.

mod content;
mod deadline;
mod edit;
mod json;
mod last_year;
mod migrate;
mod model;
mod office_year;
mod pack;
mod read;
mod refuse;
mod relocate;
mod schema;
mod search;
mod setting;
mod touch;
mod undo;
mod write;

pub use crate::form::{OFFICE_KINDS, OfficeField, Place, ProposalField, SettingName};
pub use content::{ChartId, Embed, Embedded, Item, Part, Proposal, Review, paragraphs};
pub use deadline::Due;
pub use edit::{Edit, Splice};
pub use last_year::LastYearText;
pub use model::{CellValue, Draft, FormName};
pub use office_year::OfficeYear;
pub use pack::{
    DayOfYear, ExtraHeading, LARGEST_PACK, Length, MOST_ITEMS, MOST_WORDS, PACK_ENDING, Pack, PackRefused, Topic,
    known_packs, pack_schema,
};
pub use read::Opened;
pub use refuse::Refused;
pub use schema::schema;
pub use search::{Hit, Within, replacing, replacing_one, search};
pub use setting::{SettingValue, UNITS};
pub use undo::{Joined, UndoStack};

/// The largest file that is read, in bytes.
pub const LARGEST_FILE: usize = 5 * 1024 * 1024;

/// The version of the file that this program writes.
pub const VERSION: u32 = 1;
