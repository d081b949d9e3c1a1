//! Charts: their numbers as plain series, which are also shown as a table, and how they are drawn.

mod option;
mod series;
mod table;
mod thin;

pub use option::{Look, option};
pub use series::{Chart, Series, Shape, caption, chart};
