//! What is pasted into a table, from a spreadsheet or a web page: which cell each of it belongs to, what it means there, and what that
//! changes. Nothing here happens by itself: it is shown first, or done at once where there is nothing to ask.

mod align;
mod categories;
mod plan;
mod squares;
mod words;

pub use plan::{Choice, Choices, Item, Plan, What};
pub use squares::{Copied, Squares};
