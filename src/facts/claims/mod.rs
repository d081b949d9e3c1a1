//! What the text states of the report's figures: every number that is the number of some cell, and every word for
//! zero, each with the sums of cells that it may mean.
//!
//! Recognising is cautious: words that do not end in just what is counted, parts of lists, other years and other
//! offices' figures are no claims. Whether a claim is right is for the rules.

mod dispute;
mod reader;
mod scope;
mod settle;
mod statistics;
mod subject;
mod topic;
mod whose;
mod words;
mod zero;

use std::ops::Range;

pub use reader::claims;
pub use subject::{Count, Court, Outcome, Results, Stage, Subject};

use crate::draft::{Draft, Place};
use crate::value::{Decimal, is_slip};

/// A statement of the text about a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// Where it stands.
    pub place: Place,
    /// The bytes of the words that state it: 不予公开2件.
    pub words: Range<usize>,
    /// The bytes of the number's digits, or of the words for zero.
    pub digits: Range<usize>,
    /// The value stated.
    pub value: Decimal,
    /// What it is the number of.
    pub subject: Subject,
    /// How it is said.
    pub said: Said,
    /// Whether a difference from the table is a fault; a claim that is not firm may mean something else.
    pub firm: bool,
    /// How it stands against the cells.
    pub standing: Standing,
}

/// How a claim says its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// By a number.
    Number {
        /// Its measure word.
        unit: &'static str,
        /// Whether 余, 约 or 多 makes it inexact.
        vague: bool,
    },
    /// By words for zero: 未收到政府信息公开申请. What says so with a number in its place: 收到政府信息公开申请.
    Zero {
        /// The same words without their negation.
        positive: String,
    },
}

/// How a claim stands against the cells.
#[derive(Clone, Debug, PartialEq)]
pub enum Standing {
    /// It states this sum of cells.
    Agrees(Count),
    /// It states none of the sums that it may mean; the first is the likeliest.
    Differs(Vec<Count>),
    /// The form has no cell for it, or the cells are not filled in.
    Unknown,
}

/// The place of the last digit of a number that is not 0: 10 of 230.
fn scale_of(value: Decimal) -> Decimal {
    const LARGEST: u32 = 12;
    let scales = (0..LARGEST).map(|zeros| Decimal::from(10_u64.pow(zeros)));
    scales.take_while(|scale| !value.is_zero() && (value % *scale).is_zero()).last().unwrap_or(Decimal::ONE)
}

impl Claim {
    /// Whether it states a cell for certain with a number that is that of the cell written wrongly, whatever else its words may mean:
    /// 办理行政许可26786件, 26768 in the table.
    pub fn is_slip_of(&self, counts: &[Count]) -> bool {
        matches!(self.said, Said::Number { vague: false, .. })
            && counts.iter().any(|count| is_slip(self.value, count.value))
    }

    /// How it would stand in another draft.
    pub fn standing_in(&self, draft: &Draft) -> Standing {
        self.held_against(&self.subject.counts(draft))
    }

    /// How it stands against the sums of cells that its subject may mean.
    fn held_against(&self, counts: &[Count]) -> Standing {
        if let Some(count) = counts.iter().find(|count| self.states(count.value)) {
            return Standing::Agrees(count.clone());
        }
        // What is blank can only add to a sum: one that is larger already is never stated.
        let is_vague = matches!(self.said, Said::Number { vague: true, .. });
        let is_decided = |count: &Count| count.settled || (!is_vague && count.value > self.value);
        if counts.is_empty() || !counts.iter().all(is_decided) {
            return Standing::Unknown;
        }
        Standing::Differs(counts.to_vec())
    }

    /// Whether it states this value; an inexact number states what is a little above or below it.
    fn states(&self, value: Decimal) -> bool {
        match self.said {
            Said::Number { vague: true, .. } => {
                // 230余 is up to 240, 3万余 up to 4万.
                let scale = scale_of(self.value);
                value.saturating_sub(self.value).abs() <= (self.value / Decimal::from(5)).max(scale)
            }
            Said::Number { .. } | Said::Zero { .. } => value == self.value,
        }
    }
}
