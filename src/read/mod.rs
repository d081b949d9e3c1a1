//! What comes in from elsewhere: files of other programs, read into blocks.

mod bytes;
mod doc;
mod document;
mod kind;
mod limits;
mod ole;
mod package;
mod table_builder;

pub use doc::read_doc;
pub use document::{Document, Left, LeftKind, Refusal};
pub use kind::foreign_kind;
pub use table_builder::TableBuilder;
