//! 导出: one menu of all that the report can go out as, with whether it can be handed in beside it, and that line by line by itself. Fetched late, with the paper.

mod compare;
mod entries;
mod infographic;
mod making;
mod menu;
mod readiness;
mod ready;

use super::page::Page;
pub use infographic::{clear_printed, is_printed};
pub use menu::show;
pub use readiness::show_readiness;
pub use ready::{passed_checks, verdict_words};

/// Makes a file by the name of its command (`export-docx`), with no menu.
pub fn make(page: Page, command: &str) {
    let format = entries::all().find(|entry| entry.command == command).and_then(|entry| entry.act.format());
    making::start(page, format);
}
