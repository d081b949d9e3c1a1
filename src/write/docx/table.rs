//! Tables, on a grid that adds up, so that WPS draws them as Word does. Source: ISO/IEC 29500-1, 17.4.

use super::label;
use super::measure::{HEIGHT, PITCH, WIDTH, mm};
use super::paragraph::{caption, gap, letters, paragraph};
use super::properties::{Look, Stand};
use super::styles::{SIZES, cell as cell_style};
use super::tiles::{self, Tile};
use super::xml::Xml;
use crate::block::{Role, Table, TableCell};
use crate::write::tables::Placed;

/// Rules of 0.75 pt: in eighths of a point.
const RULE: [(&str, &str); 4] = [("w:val", "single"), ("w:sz", "6"), ("w:space", "0"), ("w:color", "000000")];

/// How tight a table is set.
#[derive(Clone, Copy)]
struct Setting {
    /// In half points.
    size: u32,
    /// Space in cells above and below.
    down: u32,
    /// Space in cells left and right.
    across: u32,
    /// Whether the heads of rows stand in the middle, as in a table of few words.
    has_central_heads: bool,
}

/// As on the page: what is wide is set small. Table three has to stand on one page.
fn setting(id: &str) -> Setting {
    let of =
        |size, down, across, has_central_heads| Setting { size, down: mm(down), across: mm(across), has_central_heads };
    match id {
        "applications" => of(19, 55, 70, false),
        "disputes" => of(19, 100, 20, false),
        "history" => of(22, 90, 20, true),
        "channels" => of(24, 90, 100, true),
        _ => of(24, 90, 100, false),
    }
}

/// Writes a table with its caption above. With `keeps_next` its end stays on the page of what follows.
pub(super) fn table(xml: &mut Xml, table: &Table, keeps_next: bool) {
    caption(xml, &table.caption, true);
    rows(xml, table, keeps_next);
    gap(xml, keeps_next);
}

/// Writes a table without its caption; nothing where it has no rows.
pub(super) fn rows(xml: &mut Xml, table: &Table, keeps_next: bool) {
    if table.rows.is_empty() {
        return;
    }
    let setting = setting(&table.id);
    let placed = Placed::new(table);
    let edges = edges(&table.widths, placed.columns);
    let drawing = Drawing { table, setting, edges: &edges };
    xml.element("w:tbl", &[], |xml| {
        properties(xml, setting);
        xml.element("w:tblGrid", &[], |xml| {
            for (from, to) in edges.iter().zip(edges.iter().skip(1)) {
                xml.empty("w:gridCol", &[("w:w", &(to - from).to_string())]);
            }
        });
        let last = table.rows.len() - 1;
        let fits = is_one_page(table.rows.len(), setting);
        for row in 0..table.rows.len() {
            // Where it is longer than a page, its head stays with the first row.
            let keeps = if row == last { keeps_next } else { fits || row < table.head_rows };
            drawing.row(xml, row, &tiles::row(&placed, row), keeps);
        }
    });
}

/// Whether so many rows of one line stand on a page, with a heading and a caption.
fn is_one_page(rows: usize, setting: Setting) -> bool {
    let row = pitch(setting.size) + 2 * setting.down;
    u32::try_from(rows).is_ok_and(|rows| rows.saturating_mul(row) <= HEIGHT - 2 * PITCH)
}

fn pitch(size: u32) -> u32 {
    SIZES.iter().find(|(own, _)| *own == size).map_or(PITCH, |(_, pitch)| *pitch)
}

/// Where the columns begin, and the last ends: in the relation of their widths; one of which nothing is said is as wide as the others.
fn edges(widths: &[u16], columns: usize) -> Vec<u32> {
    let known: Vec<u32> = widths.iter().map(|width| u32::from((*width).max(1))).collect();
    let mean = known.iter().sum::<u32>() / u32::try_from(known.len().max(1)).unwrap_or(1);
    let widths = known.into_iter().chain(std::iter::repeat(mean.max(1))).take(columns);
    let mut at = 0_u64;
    let ends: Vec<u64> = std::iter::once(0)
        .chain(widths.map(|width| {
            at += u64::from(width);
            at
        }))
        .collect();
    ends.iter().map(|end| u32::try_from(end * u64::from(WIDTH) / at.max(1)).unwrap_or(WIDTH)).collect()
}

fn properties(xml: &mut Xml, setting: Setting) {
    xml.element("w:tblPr", &[], |xml| {
        xml.empty("w:tblW", &[("w:w", &WIDTH.to_string()), ("w:type", "dxa")]);
        xml.value("w:jc", "center");
        xml.element("w:tblBorders", &[], |xml| {
            for side in ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"] {
                xml.empty(side, &RULE);
            }
        });
        xml.empty("w:tblLayout", &[("w:type", "fixed")]);
        xml.element("w:tblCellMar", &[], |xml| margins(xml, setting.down, setting.across));
    });
}

fn margins(xml: &mut Xml, down: u32, across: u32) {
    for (side, width) in [("w:top", down), ("w:left", across), ("w:bottom", down), ("w:right", across)] {
        xml.empty(side, &[("w:w", &width.to_string()), ("w:type", "dxa")]);
    }
}

/// A table while it is drawn.
struct Drawing<'a> {
    table: &'a Table,
    setting: Setting,
    edges: &'a [u32],
}

impl Drawing<'_> {
    fn row(&self, xml: &mut Xml, row: usize, tiles: &[Tile<'_>], keeps_next: bool) {
        xml.element("w:tr", &[], |xml| {
            xml.element("w:trPr", &[], |xml| {
                xml.flag("w:cantSplit", true);
                // A table that is all head would repeat for ever.
                xml.flag("w:tblHeader", row < self.table.head_rows && self.table.head_rows < self.table.rows.len());
            });
            for tile in tiles {
                self.tile(xml, row, tile, keeps_next);
            }
        });
    }

    fn tile(&self, xml: &mut Xml, row: usize, tile: &Tile<'_>, keeps_next: bool) {
        let edge = |column: usize| self.edges.get(column).copied().unwrap_or(WIDTH);
        let width = edge(tile.column + tile.columns).saturating_sub(edge(tile.column));
        let row_head = tile.cell.filter(|cell| cell.role == Role::RowHead);
        let is_upright = row_head.is_some() && u16::try_from(tile.rows).is_ok_and(TableCell::is_upright);
        let is_narrow =
            !is_upright && self.table.id == "applications" && row_head.is_some_and(|cell| cell.row_span > 1);
        let across = if is_upright {
            0
        } else if is_narrow {
            mm(10)
        } else {
            self.setting.across
        };
        xml.element("w:tc", &[], |xml| {
            xml.element("w:tcPr", &[], |xml| {
                xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
                if tile.columns > 1 {
                    xml.value("w:gridSpan", tile.columns);
                }
                if tile.rows > 1 {
                    xml.value("w:vMerge", if tile.row == row { "restart" } else { "continue" });
                }
                xml.element("w:tcBorders", &[], |xml| {
                    for side in ["w:top", "w:left", "w:bottom", "w:right"] {
                        xml.empty(side, &RULE);
                    }
                });
                if across != self.setting.across {
                    xml.element("w:tcMar", &[], |xml| margins(xml, self.setting.down, across));
                }
                if is_upright {
                    xml.value("w:textDirection", "tbRlV");
                }
                xml.value("w:vAlign", "center");
            });
            let inner = width.saturating_sub(2 * across);
            let cell = tile.cell.filter(|_| tile.row == row);
            // Where the table has its heads in its midst, they stand out there.
            let is_head = cell.is_some_and(|cell| cell.role == Role::ColumnHead)
                && (row < self.table.head_rows || self.table.head_rows == 0);
            paragraph(
                xml,
                &cell_style(is_head, self.setting.size),
                self.stand(cell, is_upright, inner, keeps_next),
                |xml| {
                    self.words(xml, cell, is_upright);
                },
            );
        });
    }

    /// How the words of a cell of this inner width stand.
    fn stand(&self, cell: Option<&TableCell>, is_upright: bool, inner: u32, keeps_next: bool) -> Stand {
        let Some(cell) = cell.filter(|_| !is_upright) else { return Stand { keeps_next, ..Stand::default() } };
        let broken = label::stand(cell, &cell.content.to_string(), inner, self.setting.size * 10);
        let is_left = cell.role == Role::RowHead && !self.setting.has_central_heads;
        Stand { keeps_next, align: broken.align.or(is_left.then_some("left")), ..broken }
    }

    fn words(&self, xml: &mut Xml, cell: Option<&TableCell>, is_upright: bool) {
        let text = cell.map(|cell| cell.content.to_string()).unwrap_or_default();
        if text.is_empty() {
            return;
        }
        xml.element("w:r", &[], |xml| {
            if is_upright {
                Look { apart: i32::try_from(self.setting.size * 2).ok(), ..Look::default() }.write(xml);
            }
            letters(xml, &text);
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_columns_add_up() {
        for (widths, columns) in
            [(&[26, 62, 210, 56, 56, 56, 56, 56, 56, 56][..], 10), (&[1; 15], 15), (&[], 4), (&[0, 9], 3)]
        {
            let edges = edges(widths, columns);
            assert_eq!((edges.len(), edges.first(), edges.last()), (columns + 1, Some(&0), Some(&WIDTH)));
            assert!(edges.is_sorted_by(|a, b| a < b), "{edges:?}");
        }
        assert_eq!(edges(&[1, 3], 2), [0, 2211, 8844]);
    }

    #[test]
    fn table_three_stands_on_a_page() {
        assert!(is_one_page(28, setting("applications")));
        assert!(!is_one_page(60, setting("statistics")));
    }
}
