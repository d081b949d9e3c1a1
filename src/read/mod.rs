//! What comes in from elsewhere: files of other programs, read into blocks.

mod document;
mod docx;
mod flow;
mod kind;
mod limits;
mod number_form;
mod odt;
mod package;
mod table_builder;
mod xml;

pub use document::{Document, Left, LeftKind, Refusal};
pub use docx::{read_docx, read_word_xml};
pub use kind::foreign_kind;
pub use odt::{read_odt, read_odt_xml};
pub use table_builder::TableBuilder;
