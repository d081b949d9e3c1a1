//! The sizes of a shape in CSS pixels.

/// A way to lay a 图解 out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A page of paper: A4 upright, 794 × 1123.
    Page,
    /// One column in large letters for a phone: 1080 wide, as long as it needs.
    Long,
    /// A screen: 1920 × 1080.
    Wide,
}

/// The sizes of letters and of what lies between them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scale {
    /// The width of the sheet.
    pub width: i64,
    /// Its height; nothing where it follows from what stands on it.
    pub height: Option<i64>,
    /// What stays free at its edges.
    pub margin: i64,
    /// Letters of the office's name.
    pub office: i64,
    /// Letters of the headline.
    pub headline: i64,
    /// Letters of the period and the foot.
    pub small: i64,
    /// Digits of a main number.
    pub number: i64,
    /// Letters of a main number's name, and of a box's title.
    pub name: i64,
    /// Letters of notes.
    pub note: i64,
    /// Letters of a section's title.
    pub title: i64,
    /// Letters of a section's sentence.
    pub sentence: i64,
    /// Letters at the bars.
    pub label: i64,
    /// The least distance between things that do not belong together.
    pub space: i64,
    /// The height of the tallest column.
    pub plot: i64,
    /// The distance from bar to bar.
    pub pitch: i64,
    /// The distance between blocks.
    pub gap: i64,
}

impl Scale {
    /// The sizes of a shape, as generous as this in per cent: bars and distances grow and shrink, letters do not.
    pub(super) fn of(shape: Shape, generous: i64) -> Self {
        let scale = match shape {
            Shape::Page => PAGE,
            Shape::Long => LONG,
            Shape::Wide => WIDE,
        };
        let of = |length: i64| length * generous / 100;
        let pitch = of(scale.pitch).max(scale.label * 5 / 4);
        Self { plot: of(scale.plot), pitch, gap: of(scale.gap).max(scale.space), ..scale }
    }

    /// The distance from line to line of letters of this size.
    pub(super) fn line(size: i64) -> i64 {
        size * 3 / 2
    }
}

const PAGE: Scale = Scale {
    width: 794,
    height: Some(1123),
    margin: 41,
    office: 15,
    headline: 27,
    small: 12,
    number: 42,
    name: 15,
    note: 12,
    title: 18,
    sentence: 14,
    label: 14,
    space: 12,
    plot: 120,
    pitch: 30,
    gap: 28,
};

const LONG: Scale = Scale {
    width: 1080,
    height: None,
    margin: 56,
    office: 38,
    headline: 58,
    small: 32,
    number: 104,
    name: 38,
    note: 32,
    title: 50,
    sentence: 38,
    label: 36,
    space: 32,
    plot: 420,
    pitch: 84,
    gap: 84,
};

const WIDE: Scale = Scale {
    width: 1920,
    height: Some(1080),
    margin: 56,
    office: 26,
    headline: 46,
    small: 20,
    number: 62,
    name: 26,
    note: 20,
    title: 30,
    sentence: 22,
    label: 22,
    space: 18,
    plot: 170,
    pitch: 44,
    gap: 40,
};
