//! What comes in from elsewhere: files of other programs, read into blocks.

mod document;
mod kind;
mod layout;
mod limits;
mod ofd;
mod package;
mod pdf;
mod placed;
mod table_builder;

pub use document::{Document, Left, LeftKind, Refusal};
pub use kind::foreign_kind;
pub use layout::lay_out;
pub use ofd::read_ofd;
pub use pdf::read_pdf_pages;
pub use placed::{Line, Page, PlacedText};
pub use table_builder::TableBuilder;
