//! The text of a report, read passage by passage.

use crate::draft::{Draft, Place};
use crate::text::Reading;

/// A piece of a report's text, read.
pub struct Passage<'a> {
    /// Where it stands.
    pub place: Place,
    /// What was read in it.
    pub reading: Reading<'a>,
}

impl<'a> Passage<'a> {
    /// Reads a text.
    pub fn new(place: Place, text: &'a str) -> Self {
        Self { place, reading: Reading::of(text) }
    }

    /// Its text.
    pub fn text(&self) -> &'a str {
        self.reading.text
    }
}

/// A part of a report's text, read.
pub struct PartProse<'a> {
    /// Its heading.
    pub heading: Passage<'a>,
    /// Its paragraphs in order, tables and charts left out.
    pub body: Vec<Passage<'a>>,
}

/// The text of a report, read once for all rules.
pub struct Prose<'a> {
    /// The paragraphs before part one.
    pub opening: Vec<Passage<'a>>,
    /// The parts in order.
    pub parts: Vec<PartProse<'a>>,
}

impl<'a> Prose<'a> {
    /// Reads the text of a draft.
    pub fn of_draft(draft: &'a Draft) -> Self {
        let opening = draft.opening().iter().enumerate().map(|(m, text)| Passage::new(Place::Opening(m), text));
        let parts = draft.narrative().iter().enumerate().map(|(n, part)| {
            let items = part.body.iter().enumerate();
            // A part can have a million paragraphs: a list that grows by itself has room for twice as many.
            let mut body = Vec::with_capacity(part.body.len());
            body.extend(items.filter_map(|(m, item)| Some(Passage::new(Place::Body(n, m), item.paragraph()?))));
            PartProse { heading: Passage::new(Place::Heading(n), &part.heading), body }
        });
        Self { opening: opening.collect(), parts: parts.collect() }
    }

    /// Every paragraph, the opening first.
    pub fn paragraphs(&self) -> impl Iterator<Item = &Passage<'a>> {
        self.opening.iter().chain(self.parts.iter().flat_map(|part| &part.body))
    }

    /// The paragraph at a place.
    pub fn paragraph(&self, place: Place) -> Option<&Passage<'a>> {
        let body = place.part().and_then(|n| self.parts.get(n)).map(|part| &part.body);
        let passages = if matches!(place, Place::Opening(_)) { &self.opening } else { body? };
        let index = passages.binary_search_by_key(&place, |passage| passage.place).ok()?;
        passages.get(index)
    }

    /// Every heading of a part.
    pub fn headings(&self) -> impl Iterator<Item = &Passage<'a>> {
        self.parts.iter().map(|part| &part.heading)
    }

    /// Headings and paragraphs in the order of the report.
    pub fn passages(&self) -> impl Iterator<Item = &Passage<'a>> {
        let parts = self.parts.iter().flat_map(|part| std::iter::once(&part.heading).chain(&part.body));
        self.opening.iter().chain(parts)
    }
}
