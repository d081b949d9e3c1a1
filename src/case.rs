//! All that a finding, a chart or a report may depend on.

use crate::draft::{Draft, Place};
use crate::value::Date;

/// A draft with what stands around it. Findings, charts and the report are pure functions of it.
#[derive(Clone, Copy)]
pub struct Case<'a> {
    /// The draft.
    pub draft: &'a Draft,
    /// Last year's report of the same office, when it is at hand.
    pub last: Option<&'a Draft>,
    /// The day on which the draft is looked at, handed in from outside.
    pub today: Date,
}

impl<'a> Case<'a> {
    /// A draft by itself.
    pub fn new(draft: &'a Draft, today: Date) -> Self {
        Self { draft, last: None, today }
    }

    /// Every paragraph of the report with its place, the opening first.
    pub fn paragraphs(&self) -> impl Iterator<Item = (Place, &'a str)> + use<'a> {
        let opening = self.draft.opening().iter().enumerate().map(|(m, text)| (Place::Opening(m), text.as_str()));
        let parts = self.draft.narrative().iter().enumerate();
        let bodies = parts.flat_map(|(n, part)| {
            let items = part.body.iter().enumerate();
            items.filter_map(move |(m, item)| item.paragraph().map(|text| (Place::Body(n, m), text)))
        });
        opening.chain(bodies)
    }

    /// Every heading of a part with its place.
    pub fn headings(&self) -> impl Iterator<Item = (Place, &'a str)> + use<'a> {
        let parts = self.draft.narrative().iter().enumerate();
        parts.map(|(n, part)| (Place::Heading(n), part.heading.as_str()))
    }

    /// The paragraphs of one part with their places.
    pub fn part(&self, n: usize) -> impl Iterator<Item = (Place, &'a str)> + use<'a> {
        let body = self.draft.narrative().get(n).map(|part| part.body.as_slice()).unwrap_or_default();
        body.iter().enumerate().filter_map(move |(m, item)| item.paragraph().map(|text| (Place::Body(n, m), text)))
    }
}
