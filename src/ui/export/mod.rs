//! 导出: one menu of all that the report can go out as, with whether it can be handed in beside it. Fetched late.

mod entries;
mod making;
mod menu;
mod ready;

use super::page::Exports;
use crate::write::Format;

/// What is called of this folder once its piece is here.
pub static EXPORT: Exports = Exports { menu: menu::show, make: |page, name| making::start(page, format(name)) };

/// The format of a command's name: `export-docx`.
fn format(command: &str) -> Option<Format> {
    entries::all().find(|entry| entry.command == command).and_then(|entry| entry.format)
}
