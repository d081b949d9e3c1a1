//! The report on this side: its pieces, what each is, and how its place is called.

use std::collections::HashSet;

use super::stream::Stream;
use crate::block::{Block, Picture, Role, Table, unstyled};

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Words outside tables.
    Text,
    /// The line above a table, or the head of a column or a row.
    Label,
    /// A value of a table.
    Value,
    /// The line under a chart.
    Picture,
}

/// Where a piece stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spot {
    /// What it is.
    pub kind: Kind,
    /// Its block.
    pub block: usize,
    /// Its row and column, in a table.
    pub cell: Option<(usize, usize)>,
}

/// A report.
pub(super) struct Ours<'a> {
    blocks: &'a [Block],
    /// Its words and figures.
    pub stream: Stream,
    /// Where each of its pieces stands.
    pub spots: Vec<Spot>,
}

/// So many characters name a paragraph.
const BEGINNING: usize = 12;

impl<'a> Ours<'a> {
    /// The pieces of a report.
    pub fn of(blocks: &'a [Block]) -> Self {
        let mut ours = Self { blocks, stream: Stream::default(), spots: Vec::new() };
        for (block, own) in blocks.iter().enumerate() {
            match own {
                Block::Title(lines) => ours.add(Kind::Text, block, None, &lines.concat()),
                Block::Heading(heading) => ours.add(Kind::Text, block, None, heading),
                Block::Paragraph(runs) => ours.add(Kind::Text, block, None, &unstyled(runs)),
                Block::Table(table) => {
                    ours.add(Kind::Label, block, None, &table.caption);
                    table.each_cell(|cell, row, column| {
                        let kind = match cell.role {
                            Role::ColumnHead | Role::RowHead => Kind::Label,
                            Role::Value => Kind::Value,
                        };
                        ours.add(kind, block, Some((row, column)), &cell.content.to_string());
                    });
                }
                Block::Picture(picture) => ours.add(Kind::Picture, block, None, &picture.caption),
                Block::Signature { name, date } => {
                    ours.add(Kind::Text, block, None, name);
                    ours.add(Kind::Text, block, None, date);
                }
            }
        }
        ours
    }

    fn add(&mut self, kind: Kind, block: usize, cell: Option<(usize, usize)>, text: &str) {
        self.stream.piece(text);
        self.spots.push(Spot { kind, block, cell });
    }

    /// What a piece is.
    pub fn kind(&self, piece: usize) -> Kind {
        self.spots.get(piece).map_or(Kind::Text, |spot| spot.kind)
    }

    /// The title, as it is compared.
    pub fn title(&self) -> &str {
        let is_title = matches!(self.blocks.first(), Some(Block::Title(_)));
        if is_title { self.stream.folded(self.stream.tokens(0)) } else { "" }
    }

    /// The heads, labels and captions of all tables.
    pub fn labels(&self) -> HashSet<&str> {
        let of = (0..self.stream.count()).filter(|piece| self.kind(*piece) == Kind::Label);
        of.map(|piece| self.stream.folded(self.stream.tokens(piece))).collect()
    }

    /// The words that are drawn in the charts.
    pub fn drawn(&self) -> Stream {
        let mut drawn = Stream::default();
        for block in self.blocks {
            if let Block::Picture(Picture { numbers, caption, .. }) = block {
                drawn.piece(caption);
                if let Some(table) = numbers {
                    drawn.piece(&table.caption);
                    table.rows.iter().flatten().for_each(|cell| drawn.piece(&cell.content.to_string()));
                }
            }
        }
        drawn
    }

    /// The place of a piece in words: the part it is in, and the row and the column, or how it begins.
    pub fn place(&self, piece: usize) -> String {
        let Some(spot) = self.spots.get(piece) else { return String::new() };
        let here = match self.blocks.get(spot.block) {
            None => String::new(),
            Some(Block::Title(_)) => "标题".to_owned(),
            Some(Block::Signature { .. }) => "落款".to_owned(),
            Some(Block::Heading(heading)) => return heading.clone(),
            Some(Block::Paragraph(runs)) => format!("“{}”", begun(&unstyled(runs))),
            Some(Block::Picture(picture)) => picture.caption.clone(),
            Some(Block::Table(table)) => match spot.cell {
                Some((row, column)) => cell_words(table, row, column),
                None => table.caption.clone(),
            },
        };
        let Some(Block::Table(table)) = self.blocks.get(spot.block) else {
            return joined([self.heading(spot.block), here]);
        };
        // A table is called by its caption where it has one.
        let of = if table.caption.is_empty() { self.heading(spot.block) } else { table.caption.clone() };
        if spot.cell.is_some() { joined([of, here]) } else { of }
    }

    /// The heading above a block that is no part of the title or the signature.
    fn heading(&self, block: usize) -> String {
        let is_apart = matches!(self.blocks.get(block), Some(Block::Title(_) | Block::Signature { .. }));
        let above = self.blocks.get(..block).filter(|_| !is_apart).unwrap_or_default();
        let heading = above.iter().rev().find_map(|block| match block {
            Block::Heading(heading) => Some(heading.clone()),
            Block::Title(_) | Block::Paragraph(_) | Block::Table(_) | Block::Picture(_) | Block::Signature { .. } => {
                None
            }
        });
        heading.unwrap_or_default()
    }
}

fn begun(text: &str) -> String {
    let mut begun: String = text.trim().chars().take(BEGINNING).collect();
    if begun.len() < text.trim().len() {
        begun.push('…');
    }
    begun
}

fn joined(parts: [String; 2]) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("，")
}

/// The heads of a cell's row, and those of its column.
fn cell_words(table: &Table, row: usize, column: usize) -> String {
    let (mut rows, mut columns): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    let mut is_row_head = false;
    table.each_cell(|cell, top, left| {
        let is_level = (top..top + usize::from(cell.row_span.max(1))).contains(&row);
        let is_above = (left..left + usize::from(cell.column_span.max(1))).contains(&column);
        let words: String = cell.content.to_string().split_whitespace().collect();
        match cell.role {
            // A head names itself, and the head of a row needs none of a column.
            Role::RowHead if is_level && left <= column => {
                is_row_head |= left == column;
                rows.push(words);
            }
            Role::ColumnHead if is_above && top <= row => columns.push(words),
            Role::RowHead | Role::ColumnHead | Role::Value => {}
        }
    });
    if is_row_head {
        columns.clear();
    }
    columns.dedup();
    joined([rows.join("·"), columns.join("·")])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::Report;

    #[test]
    fn places_are_called_as_a_reader_would() {
        let draft = crate::draft::Draft::from_json(include_str!("../../tests/core/drafts/v1/city-2023.nianbao.json"));
        let draft = draft.expect("a draft").draft;
        let today = crate::value::Date::new(2024, 1, 24).expect("a day");
        let report = Report::of(&crate::facts::Case::new(&draft, today));
        let ours = Ours::of(&report.blocks);
        let places: Vec<String> = (0..ours.stream.count()).map(|piece| ours.place(piece)).collect();
        assert_eq!(places.first().map(String::as_str), Some("标题"));
        assert_eq!(places.last().map(String::as_str), Some("落款"));
        let has = |place: &str| assert!(places.iter().any(|found| found == place), "{place} is not among {places:#?}");
        has("一、总体情况");
        has("三、收到和处理政府信息公开申请情况，一、本年新收政府信息公开申请数量，申请人情况·自然人");
        assert!(places.iter().all(|place| !place.is_empty()));
    }
}
