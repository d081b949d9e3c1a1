//! Cells parted by bars.

use crate::block::{Block, unstyled};

/// How the rows are drawn whose cells are parted by bars.
#[derive(Clone, Copy, Debug, Default)]
pub struct Bars {
    /// Most rows have no bar before their first cell.
    pub none_before: bool,
    /// Most rows have no bar behind their last cell.
    pub none_after: bool,
}

impl Bars {
    /// Looks at all rows of a document.
    pub fn of(blocks: &[Block]) -> Self {
        let (mut rows, mut before, mut after) = (0, 0, 0);
        for block in blocks {
            let Block::Paragraph(runs) = block else { continue };
            let text = unstyled(runs);
            let text = text.trim();
            if text.trim_matches(is_bar).contains(is_bar) {
                rows += 1;
                before += usize::from(text.starts_with(is_bar));
                after += usize::from(text.ends_with(is_bar));
            }
        }
        Self { none_before: rows > 0 && before * 2 < rows, none_after: rows > 0 && after * 2 < rows }
    }
}

/// Whether a letter parts cells.
pub fn is_bar(c: char) -> bool {
    matches!(c, '|' | '│' | '┃' | '｜')
}
