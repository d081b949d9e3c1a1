//! What comes in from elsewhere: files of other programs, read into blocks.

mod bytes;
mod doc;
mod document;
mod docx;
mod encoding;
mod file;
mod flow;
mod grid;
mod html;
mod kind;
mod limits;
mod mht;
#[cfg(test)]
mod mutants;
mod normalize;
mod number_form;
mod odt;
mod ole;
mod package;
mod piece;
mod plain;
mod rtf;
mod separated;
mod table_builder;
pub mod understand;
mod workbook;
mod xml;

pub use doc::read_doc;
pub use document::{Document, Left, LeftKind, Refusal};
pub use docx::{read_docx, read_word_xml};
pub use encoding::{Decoded, decode};
pub use file::{Opened, finished, read_file};
pub use html::{read_html, read_html_text};
pub use kind::{FileKind, foreign_kind, sniff};
pub use mht::read_mht;
pub use normalize::normalize;
pub use odt::{read_odt, read_odt_xml};
pub use plain::read_plain;
pub use rtf::read_rtf;
pub use separated::read_separated;
pub use table_builder::TableBuilder;
pub use workbook::{read_spreadsheet_xml, read_workbook};
