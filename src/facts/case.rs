//! All that a finding, a chart or a report may depend on.

use crate::draft::Draft;
use crate::value::Date;

/// A draft with what stands around it. Findings, charts and the report are pure functions of it.
#[derive(Clone, Copy)]
pub struct Case<'a> {
    /// The draft.
    pub draft: &'a Draft,
    /// Last year's report of the same office, when it is at hand.
    pub last: Option<&'a Draft>,
    /// Reports of whatever offices and years, in a roll-up; empty for an office by itself. The draft and others of its office may be among
    /// them: a rule that looks here passes over these.
    pub others: &'a [Draft],
    /// The day on which the draft is looked at, handed in from outside.
    pub today: Date,
}

impl<'a> Case<'a> {
    /// A draft by itself.
    pub fn new(draft: &'a Draft, today: Date) -> Self {
        Self { draft, last: None, others: &[], today }
    }
}
