//! What stands on a sheet, and where.

use super::measure::width;

/// A colour by what it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::infographic) enum Ink {
    /// Strong bars, main numbers.
    Accent,
    /// Pale bars.
    Pale,
    /// The edge of pale bars.
    Edge,
    /// What is read first.
    First,
    /// What is read second.
    Second,
    /// Remarks.
    Third,
    /// Lines that part.
    Line,
}

/// A rectangle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::infographic) struct Area {
    pub x: i64,
    pub y: i64,
    pub width: i64,
    pub height: i64,
}

/// Letters of one look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::infographic) struct Run {
    pub text: String,
    pub size: i64,
    pub is_bold: bool,
    pub ink: Ink,
}

/// Which point of a text stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::infographic) enum Anchor {
    Start,
    Middle,
    End,
}

/// A line of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::infographic) struct Text {
    /// Where its anchor stands.
    pub x: i64,
    /// Where its letters stand on.
    pub baseline: i64,
    pub anchor: Anchor,
    /// Its runs, with a gap between them.
    pub runs: Vec<Run>,
}

/// A thing on a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::infographic) enum Item {
    Text(Text),
    /// A bar of a chart: dark, or pale with an edge.
    Bar {
        area: Area,
        is_strong: bool,
    },
    /// A line, as the area that it fills.
    Rule {
        area: Area,
        ink: Ink,
    },
    /// A frame with round corners.
    Frame(Area),
}

/// A sheet with all that stands on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::infographic) struct Sheet {
    pub width: i64,
    pub height: i64,
    pub items: Vec<Item>,
}

impl Run {
    pub(super) fn new(text: impl Into<String>, size: i64, is_bold: bool, ink: Ink) -> Self {
        Self { text: text.into(), size, is_bold, ink }
    }

    pub(super) fn width(&self) -> i64 {
        width(&self.text, self.size, self.is_bold)
    }

    /// What stands free before it, where another run does.
    pub(in crate::infographic) fn gap(&self) -> i64 {
        self.size / 4
    }
}

#[cfg(test)]
impl Text {
    fn width(&self) -> i64 {
        let gaps: i64 = self.runs.iter().skip(1).map(Run::gap).sum();
        self.runs.iter().map(Run::width).sum::<i64>() + gaps
    }

    /// The area that its letters take.
    pub(in crate::infographic) fn area(&self) -> Area {
        let size = self.runs.iter().map(|run| run.size).max().unwrap_or(0);
        let width = self.width();
        let x = match self.anchor {
            Anchor::Start => self.x,
            Anchor::Middle => self.x - width / 2,
            Anchor::End => self.x - width,
        };
        Area { x, y: self.baseline - size * 86 / 100, width, height: size }
    }
}

#[cfg(test)]
impl Area {
    /// Whether two areas have a point in common.
    pub(in crate::infographic) fn meets(&self, other: &Self) -> bool {
        self.x < other.x + other.width
            && other.x < self.x + self.width
            && self.y < other.y + other.height
            && other.y < self.y + self.height
    }

    /// Whether another area lies in this one.
    pub(in crate::infographic) fn holds(&self, other: &Self) -> bool {
        self.x <= other.x
            && self.y <= other.y
            && other.x + other.width <= self.x + self.width
            && other.y + other.height <= self.y + self.height
    }
}
