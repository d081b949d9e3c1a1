//! The colours and typefaces of charts, by the ground they stand on.

use serde::{Deserialize, Serialize};

/// For which ground a chart is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Look {
    /// A light screen.
    Light,
    /// A dark screen.
    Dark,
    /// Paper.
    Paper,
}

/// A fill with its stroke and the ink of a figure within it.
pub(super) struct Fill {
    pub(super) ground: &'static str,
    pub(super) stroke: &'static str,
    pub(super) inside: &'static str,
}

const fn fill(ground: &'static str, stroke: &'static str, inside: &'static str) -> Fill {
    Fill { ground, stroke, inside }
}

/// The colours of a look: strong and pale bars, the four parts of a stack, ink, weaker ink, base line.
pub(super) struct Colours {
    pub(super) strong: Fill,
    pub(super) pale: Fill,
    pub(super) parts: [Fill; 4],
    pub(super) ink: &'static str,
    pub(super) ink_2: &'static str,
    pub(super) base: &'static str,
    pub(super) ground: &'static str,
}

impl Look {
    pub(super) fn colours(self) -> Colours {
        let (strong, pale) = (fill("#1b5591", "#1b5591", "#ffffff"), fill("#a9cae8", "#5a8cbc", "#161d26"));
        let pending = |ground| fill(ground, "#838d99", "#434e5b");
        match self {
            Self::Light => Colours {
                parts: [
                    fill("#1b5591", "#1b5591", "#ffffff"),
                    fill("#d0761f", "#d0761f", "#161d26"),
                    fill("#a9cae8", "#5a8cbc", "#161d26"),
                    pending("#ffffff"),
                ],
                strong,
                pale,
                ink: "#161d26",
                ink_2: "#434e5b",
                base: "#828c98",
                ground: "#ffffff",
            },
            Self::Dark => Colours {
                strong: fill("#82b6ee", "#82b6ee", "#0d1a28"),
                pale: fill("#2b4a6b", "#5a8cbc", "#e7ebf0"),
                parts: [
                    fill("#82b6ee", "#82b6ee", "#0d1a28"),
                    fill("#e0995a", "#e0995a", "#0d1a28"),
                    fill("#2b4a6b", "#5a8cbc", "#e7ebf0"),
                    fill("#171c22", "#919dab", "#b3bdc9"),
                ],
                ink: "#e7ebf0",
                ink_2: "#b3bdc9",
                base: "#6d7987",
                ground: "#1e242c",
            },
            Self::Paper => Colours {
                parts: [
                    fill("#1b5591", "#1b5591", "#ffffff"),
                    fill("#d0761f", "#d0761f", "#000000"),
                    fill("#a9cae8", "#1b5591", "#000000"),
                    pending("#ffffff"),
                ],
                strong,
                pale: fill("#a9cae8", "#1b5591", "#000000"),
                ink: "#000000",
                ink_2: "#000000",
                base: "#000000",
                ground: "#ffffff",
            },
        }
    }

    /// The names stand in single quotes: a drawing as text has them in an attribute.
    pub(super) fn font(self) -> &'static str {
        match self {
            Self::Light | Self::Dark => "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', system-ui, sans-serif",
            Self::Paper => "'FangSong_GB2312', '仿宋', 'FangSong', 'STFangsong', 'Noto Serif CJK SC', serif",
        }
    }
}
