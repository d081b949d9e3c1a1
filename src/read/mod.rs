//! What comes in from elsewhere: files of other programs, read into blocks.

mod document;
mod encoding;
mod grid;
mod html;
mod kind;
mod limits;
mod mht;
mod normalize;
mod piece;
mod plain;
mod rtf;
mod table_builder;
pub mod understand;

pub use document::{Document, Left, LeftKind, Refusal};
pub use encoding::{Decoded, decode};
pub use html::{read_html, read_html_text};
pub use kind::foreign_kind;
pub use mht::read_mht;
pub use normalize::normalize;
pub use plain::read_plain;
pub use rtf::read_rtf;
pub use table_builder::TableBuilder;
