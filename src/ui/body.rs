//! The body of a part as it is filled in: runs of paragraphs, and what stands between them. And where each place of a draft is
//! filled in.

use crate::draft::{Draft, Embedded, Item, Place};
use crate::form::TableId;
use crate::session::Session;
use crate::sheet::outline;
use crate::ui::page::{FillPart, TextField};

/// A segment of a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Segment {
    /// A run of paragraphs that begins at this index; it may be empty.
    Run(usize),
    /// A table or a chart at this index.
    Embed(usize, Embedded),
    /// Something that this version does not know.
    Unknown,
}

impl Segment {
    /// Where it begins in the body.
    pub fn start(self) -> usize {
        match self {
            Self::Run(start) | Self::Embed(start, _) => start,
            Self::Unknown => 0,
        }
    }
}

/// The segments of a body: a run wherever a paragraph can stand.
pub fn segments(draft: &Draft, n: usize) -> Vec<Segment> {
    let body = draft.narrative().get(n).map(|part| part.body.as_slice()).unwrap_or_default();
    let mut segments = vec![Segment::Run(0)];
    for (m, item) in body.iter().enumerate() {
        match item {
            Item::Paragraph(_) => {}
            Item::Embed(embed) => segments.extend([Segment::Embed(m, embed.what), Segment::Run(m + 1)]),
            Item::Other(_) => segments.extend([Segment::Unknown, Segment::Run(m + 1)]),
        }
    }
    segments
}

/// Where the segment at a position of a part begins in the body.
pub fn start_of(draft: &Draft, n: usize, at: usize) -> Option<usize> {
    segments(draft, n).get(at).map(|segment| segment.start())
}

/// The place of the first paragraph of a field.
pub fn first_place(draft: &Draft, field: TextField) -> Option<Place> {
    match field.part {
        None => Some(Place::Opening(0)),
        Some(n) => Some(Place::Body(n, start_of(draft, n, field.at)?)),
    }
}

/// On which screen each table of a draft is filled in: an official table stands under its part's heading. Made once for all
/// the places that are asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Homes(Vec<(TableId, usize)>);

impl Homes {
    /// The homes of a draft's tables.
    pub fn of(draft: &Draft) -> Self {
        let mut homes = Vec::new();
        for section in outline(draft).iter().filter(|section| !section.tables.is_empty()) {
            let part = section.part;
            homes.extend(section.tables.iter().filter_map(|table| Some((*table, part?))));
        }
        Self(homes)
    }

    /// The screen on which something is filled in.
    pub fn home(&self, part: FillPart) -> FillPart {
        let FillPart::Table(table) = part else { return part };
        let found = self.0.iter().find(|(homed, _)| *homed == table);
        found.map_or(part, |(_, n)| FillPart::Part(*n))
    }
}

/// The screen on which something of the open draft is filled in.
pub fn home(session: Session, part: FillPart) -> FillPart {
    let is_table = matches!(part, FillPart::Table(_));
    let homes = if is_table { session.look(Homes::of) } else { None };
    homes.unwrap_or_default().home(part)
}
