//! What comes in from elsewhere: files of other programs, read into blocks.

mod bytes;
mod doc;
mod document;
mod docx;
mod flow;
mod kind;
mod limits;
#[cfg(test)]
mod mutants;
mod number_form;
mod odt;
mod ole;
mod package;
mod separated;
mod table_builder;
mod workbook;
mod xml;

pub use doc::read_doc;
pub use document::{Document, Left, LeftKind, Refusal};
pub use docx::{read_docx, read_word_xml};
pub use kind::{FileKind, foreign_kind, sniff};
pub use odt::{read_odt, read_odt_xml};
pub use separated::read_separated;
pub use table_builder::TableBuilder;
pub use workbook::{read_spreadsheet_xml, read_workbook};
