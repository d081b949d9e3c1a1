//! The tree between readers and writers: what a report is made of, as plain data.
//!
//! Screen, print and every exported file draw these same blocks, so they cannot differ.
//! Nothing here knows how a block is drawn, nor from which draft it came.

/// One piece of a report, from top to bottom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// The report's title, a line each: the office's name above, where the title lacks it.
    Title(Vec<String>),
    /// A heading of the first level (一、…).
    Heading(String),
    /// A paragraph of running text.
    Paragraph(Vec<Run>),
    /// A table with its caption.
    Table(Table),
    /// A chart, drawn from its series by whoever draws the block.
    Picture {
        /// The chart's name (`trend`, `channels` …).
        chart: &'static str,
        /// The line under it.
        caption: String,
    },
    /// The office's name and the date under the text.
    Signature {
        /// The office's full name.
        name: String,
        /// 成文日期, as written (2018年3月5日); empty when none was set.
        date: String,
    },
}

/// A run of text in one weight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The words.
    pub text: String,
    /// What they are.
    pub style: Style,
}

/// What a run of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Running text.
    Plain,
    /// The heading of the second level at the start of its paragraph: （一）…。
    Second,
    /// The heading of the third level at the start of its paragraph: 1.…。
    Third,
}

/// A table as it is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The table's name (`applications`, `history` …).
    pub id: &'static str,
    /// The line above it; empty for a table that its heading names.
    pub caption: String,
    /// The relative widths of the columns, for those who draw on paper.
    pub widths: Vec<u16>,
    /// The rows; a cell that spans rows stands in its first.
    pub rows: Vec<Vec<TableCell>>,
    /// How many of the first rows are repeated on a further page.
    pub head_rows: usize,
}

/// A cell of a printed table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableCell {
    /// The words or the figure; empty for a blank.
    pub text: String,
    /// How many rows it covers, at least 1.
    pub row_span: u16,
    /// How many columns it covers, at least 1.
    pub column_span: u16,
    /// Whether it heads a column or a row, or holds a value.
    pub role: Role,
}

impl TableCell {
    /// Whether a head over so many rows is written from top to bottom.
    pub fn is_upright(row_span: u16) -> bool {
        row_span > 10
    }
}

/// What a cell of a table is to the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The head of one or more columns.
    ColumnHead,
    /// The head of one or more rows.
    RowHead,
    /// A value.
    Value,
}
