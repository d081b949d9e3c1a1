//! What goes out to other programs: one file a format, from blocks to bytes.
//!
//! A writer is a pure function of the report: the same report gives the same bytes, with no clock in them but the report's own date. It
//! draws the blocks that the paper draws, and nothing else, so that a file cannot say what the paper does not.

mod csv;
mod docx;
mod html;
mod markdown;
#[cfg(test)]
pub(crate) mod sample;
mod signature;
mod tables;
mod text;
mod xlsx;

use serde::{Deserialize, Serialize};

use crate::block::Block;
use crate::draft::OfficeField;
use crate::facts::Case;
use crate::report;

/// A report as the writers get it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// Office, year and what it is, for the properties of a file: 宿迁市人民政府2023年政府信息公开工作年度报告.
    pub name: String,
    /// The office's full name; may be empty.
    pub office: String,
    /// 成文日期 in ISO 8601 (2024-01-24), the only date that a file may hold; empty when none was set.
    pub date: String,
    /// 校验码 (3F7A-91C2), for the foot of the page.
    pub code: String,
    /// The report, its charts drawn.
    pub blocks: Vec<Block>,
}

impl Report {
    /// The report of a case; its charts are not drawn yet.
    pub fn of(case: &Case) -> Self {
        let (draft, blocks) = (case.draft, report::build(case));
        Self {
            name: report::name(draft),
            office: draft.office(OfficeField::Name).to_owned(),
            date: draft.published().map(|date| date.to_string()).unwrap_or_default(),
            code: report::check_code(&blocks),
            blocks,
        }
    }
}

/// A kind of file that a report can be written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format {
    /// Word (Office Open XML, ISO/IEC 29500).
    Docx,
    /// Excel (Office Open XML, ISO/IEC 29500).
    Xlsx,
    /// A cell a line (RFC 4180), with a byte order mark.
    Csv,
    /// A web page in one file.
    Html,
    /// A piece of a web page for the editor of a site, on the clipboard.
    Fragment,
    /// Plain text.
    Text,
    /// Markdown with tables.
    Markdown,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Docx, Self::Xlsx, Self::Csv, Self::Html, Self::Fragment, Self::Text, Self::Markdown];

    /// The ending of the file's name.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
            Self::Html | Self::Fragment => "html",
            Self::Text => "txt",
            Self::Markdown => "md",
        }
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Csv => "text/csv;charset=utf-8",
            Self::Html | Self::Fragment => "text/html;charset=utf-8",
            Self::Text => "text/plain;charset=utf-8",
            Self::Markdown => "text/markdown;charset=utf-8",
        }
    }
}

/// Writes a report. `step` is called after each block that is drawn, with how many are. What cannot be written is refused in words for the
/// clerk.
pub fn write(report: &Report, format: Format, step: &mut dyn FnMut(usize)) -> Result<Vec<u8>, String> {
    match format {
        Format::Docx => docx::write(report, step),
        Format::Xlsx => xlsx::write(report, step),
        Format::Csv => csv::write(report, step),
        Format::Html => Ok(html::page(report, step).into_bytes()),
        Format::Fragment => Ok(html::fragment(report, step).into_bytes()),
        Format::Text => Ok(text::write(report, step).into_bytes()),
        Format::Markdown => Ok(markdown::write(report, step).into_bytes()),
    }
}
