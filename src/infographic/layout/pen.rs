//! Writes onto a sheet from top to bottom.

use super::measure::wrap_evenly;
use super::scale::Scale;
use super::sheet::{Anchor, Area, Ink, Item, Run, Text};

/// A column in which things stand below each other.
pub(super) struct Pen<'a> {
    pub items: &'a mut Vec<Item>,
    /// The column's left edge.
    pub x: i64,
    /// The column's width.
    pub width: i64,
    /// Where the next thing begins.
    pub y: i64,
}

/// How a paragraph is written.
#[derive(Clone, Copy)]
pub(super) struct Letters {
    pub size: i64,
    pub is_bold: bool,
    pub ink: Ink,
}

pub(super) const fn letters(size: i64, is_bold: bool, ink: Ink) -> Letters {
    Letters { size, is_bold, ink }
}

impl Pen<'_> {
    /// A paragraph of so many lines at most, and the pen below it. Nothing where there is no text.
    pub(super) fn paragraph(&mut self, text: &str, look: Letters, most: usize) {
        let Letters { size, is_bold, ink } = look;
        for line in wrap_evenly(text, size, is_bold, self.width, most) {
            let height = Scale::line(size);
            // The letters stand in the middle of their line.
            let baseline = self.y + (height - size) / 2 + size * 86 / 100;
            self.write(self.x, baseline, Anchor::Start, vec![Run::new(line, size, is_bold, ink)]);
            self.y += height;
        }
    }

    /// A line of text at a place.
    pub(super) fn write(&mut self, x: i64, baseline: i64, anchor: Anchor, runs: Vec<Run>) {
        let runs: Vec<Run> = runs.into_iter().filter(|run| !run.text.is_empty()).collect();
        if !runs.is_empty() {
            self.items.push(Item::Text(Text { x, baseline, anchor, runs }));
        }
    }

    /// A line that is as wide as the column, and the pen below it.
    pub(super) fn rule(&mut self, thick: i64, ink: Ink) {
        self.items.push(Item::Rule { area: Area { x: self.x, y: self.y, width: self.width, height: thick }, ink });
        self.y += thick;
    }

    /// A pen for a part of the column, at the same height.
    pub(super) fn part(&mut self, from: i64, width: i64) -> Pen<'_> {
        Pen { x: self.x + from, width, y: self.y, items: self.items }
    }
}
