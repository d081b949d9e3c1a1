//! Where on paper a finding is: which block of the report, and what of it.

use std::ops::Range;

use crate::block::Block;
use crate::draft::{Draft, Embed, Embedded, Item, Place};
use crate::form::TableId;
use crate::rules::Finding;
use crate::sheet::{View, grid};

/// A spot on paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// Which block of the report.
    pub block: usize,
    /// What of it.
    pub what: SpotKind,
}

/// What of a block is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SpotKind {
    /// All of it.
    Whole,
    /// Words of a paragraph, in characters from its start; an empty range is the place where words are missing.
    Words(Range<usize>),
    /// A cell of a table, by row and column counted from 0.
    Cell(usize, usize),
}

/// The spot of a finding among the blocks of its report and where they come from; nothing where what it speaks of is not printed.
/// What only the page asks for, as the year, is meant by the title.
pub fn spot(draft: &Draft, blocks: &[Block], places: &[Place], finding: &Finding) -> Option<Spot> {
    let place = finding.place;
    if let Some(table) = place.table().or_else(|| embedded(draft, place)) {
        let is_table = |(block, of): (&Block, &Place)| *of == Place::Table(table) && matches!(block, Block::Table(_));
        let block = blocks.iter().zip(places).position(is_table)?;
        return Some(Spot { block, what: cell(draft, place).unwrap_or(SpotKind::Whole) });
    }
    let printed = match place {
        Place::Year | Place::Setting(_) | Place::Office(_) | Place::Parts | Place::Reviewed => Place::Title,
        Place::Part(part) => Place::Heading(part),
        Place::WholeOpening => Place::Opening(0),
        Place::Title
        | Place::Published
        | Place::Opening(_)
        | Place::Heading(_)
        | Place::Body(..)
        | Place::Cell(_)
        | Place::Row(..)
        | Place::Column(..)
        | Place::Table(_)
        | Place::Past(..)
        | Place::Proposal(..) => place,
    };
    let block = places.iter().position(|of| *of == printed)?;
    let words = blocks.get(block).filter(|block| matches!(block, Block::Paragraph(_)));
    let what = words.and_then(|_| words_of(draft, finding)).unwrap_or(SpotKind::Whole);
    Some(Spot { block, what })
}

/// The table that stands between paragraphs at a place.
fn embedded(draft: &Draft, place: Place) -> Option<TableId> {
    let Place::Body(part, at) = place else { return None };
    match draft.narrative().get(part)?.body.get(at)? {
        Item::Embed(Embed { what: Embedded::Table(table), .. }) => Some(*table),
        Item::Embed(_) | Item::Paragraph(_) | Item::Other(_) => None,
    }
}

/// The cell of a table.
fn cell(draft: &Draft, place: Place) -> Option<SpotKind> {
    let grid = grid(draft, place.table()?, View::Printed)?;
    let (_, row, column) = grid.places().into_iter().find(|(of, ..)| *of == place)?;
    Some(SpotKind::Cell(row, column))
}

/// The words that a finding means. White space before a paragraph is not printed.
fn words_of(draft: &Draft, finding: &Finding) -> Option<SpotKind> {
    let span = finding.quote.as_ref()?.span.clone();
    let text = draft.text(finding.place)?;
    let blank = text.len() - text.trim_start().len();
    let characters = |end: usize| text.get(blank..end.max(blank)).map(|before| before.chars().count());
    Some(SpotKind::Words(characters(span.start)?..characters(span.end)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Case;
    use crate::form::Severity;
    use crate::report::build_placed;
    use crate::rules::Quote;
    use crate::value::Date;

    const DRAFT: &str = r#"{"nianbao": 1, "form": "national-2021", "year": 2023, "opening": ["开头"],
        "narrative": [{"heading": "一、总体情况", "body": ["  甲乙丙丁", {"table": "channels"}]}],
        "figures": {"channel.website": 3, "applications.new.natural": 2}, "office": {"name": "某县"}}"#;

    fn spot_of(place: Place, quote: Option<Range<usize>>) -> Option<(Block, SpotKind)> {
        let draft = Draft::from_json(DRAFT).unwrap_or_else(|refused| panic!("{refused}")).draft;
        let (blocks, places) = build_placed(&Case::new(&draft, Date::new(2024, 1, 20).expect("a day")));
        let mut finding = Finding::new("N01", Severity::Error, place, "");
        finding.quote = quote.map(|span| Quote { words: String::new(), span, nth: 1, before: 0, after: 0, gap: None });
        let Spot { block, what } = spot(&draft, &blocks, &places, &finding)?;
        Some((blocks[block].clone(), what))
    }

    #[test]
    fn words_are_counted_in_what_is_printed_of_them() {
        let (block, what) = spot_of(Place::Body(0, 0), Some(5..11)).expect("a spot");
        assert!(matches!(block, Block::Paragraph(_)));
        assert_eq!(what, SpotKind::Words(1..3));
        assert_eq!(spot_of(Place::Body(0, 0), None).map(|spot| spot.1), Some(SpotKind::Whole));
        // Bytes that are none of the text mark all of it.
        assert_eq!(spot_of(Place::Body(0, 0), Some(3..900)).map(|spot| spot.1), Some(SpotKind::Whole));
    }

    #[test]
    fn a_cell_and_a_caption_are_in_their_table() {
        let table = |place| match spot_of(place, None) {
            Some((Block::Table(table), what)) => Some((table.id, what)),
            _ => None,
        };
        let key = |name: &str| crate::form::Key::parse(name).expect("a figure");
        let (id, what) = table(Place::Cell(key("applications.new.natural"))).expect("a spot");
        assert_eq!(id, "applications");
        assert!(matches!(what, SpotKind::Cell(row, _) if row > 0), "{what:?}");
        assert_eq!(table(Place::Body(0, 1)), Some(("channels".to_owned(), SpotKind::Whole)));
        assert_eq!(table(Place::Column(TableId::Applications, "natural")).map(|found| found.1), Some(SpotKind::Whole));
    }

    #[test]
    fn what_has_no_place_on_paper_is_meant_by_the_title_or_by_nothing() {
        assert!(matches!(spot_of(Place::Year, None), Some((Block::Title(_), SpotKind::Whole))));
        assert!(matches!(spot_of(Place::Part(0), None), Some((Block::Heading(_), _))));
        assert!(matches!(spot_of(Place::Published, None), Some((Block::Signature { .. }, _))));
        assert_eq!(spot_of(Place::Table(TableId::History), None), None);
        assert_eq!(spot_of(Place::Body(7, 0), None), None);
    }
}
