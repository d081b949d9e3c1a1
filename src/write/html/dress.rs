//! How the parts of a report look in HTML: by the sheet of its own page, or by attributes on each element, for sites whose editors strip
//! sheets and classes.

/// Who gives the looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dress {
    /// The sheet of the page.
    Sheet,
    /// Each element by itself.
    Inline,
}

/// A part of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Title,
    Heading,
    Paragraph,
    Second,
    Third,
    Caption,
    Table,
    Head,
    RowHead,
    Upright,
    Value,
    Figure,
}

impl Part {
    /// The class by which the sheet knows it; empty where the element's name says enough.
    fn class(self) -> &'static str {
        match self {
            Self::Second => "second",
            Self::RowHead => "row-head",
            Self::Upright => "row-head upright",
            Self::Title
            | Self::Heading
            | Self::Paragraph
            | Self::Third
            | Self::Caption
            | Self::Table
            | Self::Head
            | Self::Value
            | Self::Figure => "",
        }
    }

    /// Its looks by themselves. Every cell has its own lines, and nothing is measured in per cent: editors strip the lines of a table and
    /// shares of a width.
    fn style(self) -> &'static str {
        match self {
            Self::Title => "text-align:center;font-size:22pt;line-height:1.4;margin:0 0 1em",
            Self::Heading => "font-size:16pt;font-weight:bold;text-indent:2em;margin:0.5em 0",
            Self::Paragraph => "text-indent:2em;line-height:1.8;margin:0.3em 0",
            Self::Second | Self::Third => "font-weight:bold",
            Self::Caption => "text-align:center;font-weight:bold;margin:0.5em 0",
            Self::Table => "border-collapse:collapse;border:1px solid #000;margin:0 auto 1em",
            Self::Head => "border:1px solid #000;padding:4px;text-align:center;vertical-align:middle;font-weight:bold",
            Self::RowHead => {
                "border:1px solid #000;padding:4px;text-align:left;vertical-align:middle;font-weight:normal"
            }
            Self::Upright => {
                "border:1px solid #000;padding:4px;text-align:center;vertical-align:middle;font-weight:normal"
            }
            Self::Value => "border:1px solid #000;padding:4px;text-align:center;vertical-align:middle",
            Self::Figure => "text-align:center;margin:0.5em 0",
        }
    }

    /// The attribute that gives a part its looks.
    pub fn dressed(self, dress: Dress) -> (&'static str, &'static str) {
        match dress {
            Dress::Sheet => ("class", self.class()),
            Dress::Inline => ("style", self.style()),
        }
    }
}
