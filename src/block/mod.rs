//! The tree between readers and writers: what a report is made of, as plain data of its own.
//!
//! Screen, print and every exported file draw these same blocks, so they cannot differ. They travel as JSON: to the worker,
//! and into the snapshots of the tests. Nothing here knows how a block is drawn, nor from which draft it came.

mod number;
mod picture;
mod table;
mod words;

use serde::{Deserialize, Serialize};

pub use number::{Number, NumberKind};
pub use picture::Picture;
pub use table::{Content, Role, Table, TableCell, each_cell};
pub use words::{pieces, unstyled, words};

/// One piece of a report, from top to bottom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// The report's title, a line each: the office's name above, where the title lacks it.
    Title(Vec<String>),
    /// A heading of the first level (一、…).
    Heading(String),
    /// A paragraph of running text.
    Paragraph(Vec<Run>),
    /// A table with its caption.
    Table(Table),
    /// A chart with its caption.
    Picture(Picture),
    /// The office's name and the date under the text.
    Signature {
        /// The office's full name.
        name: String,
        /// 成文日期, as written (2018年3月5日); empty when none was set.
        date: String,
    },
}

/// A run of text in one weight.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// The words.
    pub text: String,
    /// What they are.
    #[serde(default, skip_serializing_if = "Style::is_plain")]
    pub style: Style,
}

/// What a run of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Style {
    /// Running text.
    #[default]
    Plain,
    /// The heading of the second level at the start of its paragraph: （一）…。
    Second,
    /// The heading of the third level at the start of its paragraph: 1.…。
    Third,
}

impl Style {
    #[allow(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
    fn is_plain(&self) -> bool {
        *self == Self::Plain
    }
}
