//! Tables as data: the grids of all tables, what their cells show, where cells lie, and what of a report is filled in.
//!
//! Editor, report, clipboard and files ask here, so that they show the same. Nothing here draws, and nothing changes a draft.

mod clipboard;
mod content;
mod extra;
mod grid;
mod layout;
mod lines;
mod outline;
mod progress;
mod summary;

pub use clipboard::{html, texts, tsv};
pub use content::{cell_content, cell_state, content, evaluate, inputs};
pub use extra::{history_keys, history_title, history_years};
pub use grid::{View, grid, print};
pub use layout::{Direction, Layout, Placed, Region};
pub use lines::{Line, lines};
pub use outline::{Section, is_embedded, outline};
pub use progress::{Progress, blanks, printed_tables, progress};
pub use summary::{Summary, summary};
