//! 图解: one page for the public from the figures of a report, in plain words, drawn as SVG.
//!
//! `content` says what is told, `layout` where it stands, `svg` how that is written.

mod content;
mod layout;
mod svg;
#[cfg(test)]
mod tests;

pub use content::{ClosingBox, Drawn, Infographic, MainNumber, Mark, Section, Topic, infographic};
pub use layout::Shape;
pub use svg::svg;
