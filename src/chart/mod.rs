//! Charts: their numbers as plain series, which are also shown as a table, and how they are drawn.

mod beside;
mod frame;
mod look;
mod option;
mod series;
mod table;
mod thin;

pub use beside::chart_beside;
pub use frame::framed;
pub use look::Look;
pub use option::option;
pub use series::{Chart, Series, Shape, caption, chart};
