//! What comes in from elsewhere: files of other programs, read into blocks.

mod document;
mod kind;
pub mod ledger;
mod limits;
mod table_builder;

pub use document::{Document, Left, LeftKind, Refusal};
pub use kind::foreign_kind;
pub use table_builder::TableBuilder;
