//! The page: elements that call the session and follow what it holds. No arithmetic and no rule stands here.
//!
//! The modules stand in order of use: each uses only those above it, and a test holds them to it.

mod dom;
mod parts;
// What every screen is given.
mod page;
mod screens;
mod body;
mod command;
// The screens, and what stands beside them.
mod cells;
mod charts;
mod rules;
mod search;
mod findings;
mod help;
mod terms;
mod more;
mod fill;
mod paste;
mod import;
mod start;
mod export;
mod paper;
// All of them together.
mod frame;
mod keys;
mod app;

pub use app::{FetchCodec, start};
pub use cells::CELLS;
pub use charts::CHARTS;
pub use fill::EDITORS;
pub use findings::CHECKS;
pub use import::IMPORT;
pub use page::{Cells, Charts, Checks, Editors, FetchPiece, Fetches, Imports, LateViews, Paper, Shelf, Table};
pub use paper::PAPER;
pub use start::SHELF;
