//! Pages of text that is placed and no more, as PDF and OFD have them: where words stand and where rules are drawn, but not what is
//! a paragraph or a table.
//!
//! All lengths are whole thousandths of a point (1/72 inch), from the upper left of the page as it is looked at, downwards.

use serde::{Deserialize, Serialize};

/// A page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    /// How wide it is.
    pub width: i32,
    /// How high it is.
    pub height: i32,
    /// What stands on it, in the order of the file.
    #[serde(default)]
    pub texts: Vec<PlacedText>,
    /// The rules drawn on it. What is not level or upright is of no use and may be left out.
    #[serde(default)]
    pub lines: Vec<Line>,
}

/// Words that the file places in one piece.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlacedText {
    /// Where the base line begins.
    pub x: i32,
    /// Where the base line begins.
    pub y: i32,
    /// How long the words are along the base line.
    pub width: i32,
    /// The size of the letters.
    pub height: i32,
    /// How many degrees the base line is turned, with the clock: 0 is upright, 90 runs downwards.
    #[serde(default, skip_serializing_if = "is_upright")]
    pub turn: u16,
    /// The words.
    pub text: String,
}

/// A straight rule from one point to another: a stroke, or a filled rectangle that is thin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Where it begins.
    pub x0: i32,
    /// Where it begins.
    pub y0: i32,
    /// Where it ends.
    pub x1: i32,
    /// Where it ends.
    pub y1: i32,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
fn is_upright(turn: &u16) -> bool {
    *turn == 0
}
