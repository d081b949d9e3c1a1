//! The session of the page, in five parts, each with its own state: the editor, the only writer of the draft; the checker,
//! which runs the rules; the keeper, which does what the save queue says; the library, which knows the drafts that are stored; the
//! imports, which are read and not yet taken over, with ledgers that are counted among them.
//!
//! The draft is plain data; each thing in it that a screen can watch has a trigger. An edit changes the draft, keeps its
//! inverse, and notifies only what it touches: a cell, its totals, the findings that changed.

mod cells;
mod check_file;
mod checker;
mod editor;
mod import;
mod keeper;
mod ledger;
mod library;
mod notice;
mod open;
mod take_over;

use leptos::prelude::*;

pub use crate::storage::Saved;
use cells::{PageCell, PageSignal};
pub use check_file::FileCheck;
pub use checker::{Check, Checks, Found, Mark, Mending};
pub use editor::{Selected, run_of_paragraphs};
pub use import::{Import, ImportState, Taking, Use};
pub use ledger::LedgerTo;
pub use library::{Shelved, Summary};
pub use notice::{Notice, Tone, Undo};
pub use open::OpenedFiles;

/// The page's one session; copied freely, it is a pointer.
#[derive(Clone, Copy)]
pub struct Session(&'static Parts);

/// The parts of the session.
struct Parts {
    editor: editor::Editor,
    checker: checker::Checker,
    keeper: keeper::Keeper,
    library: library::Library,
    imports: import::Imports,
    notice: PageSignal<Option<Notice>>,
    /// How many messages there were.
    notices: PageCell<u64>,
}

impl Session {
    /// A session with nothing open. Storage is looked for once, here.
    pub fn new() -> Self {
        // It lives as long as the page, so that a session is one pointer in each of the hundreds of closures that hold it.
        Self(Box::leak(Box::new(Parts {
            editor: editor::Editor::new(),
            checker: checker::Checker::new(),
            keeper: keeper::Keeper::new(),
            library: library::Library::open(),
            imports: import::Imports::new(),
            notice: PageSignal::new(None),
            notices: PageCell::new(0),
        })))
    }

    /// The session of this page.
    pub fn here() -> Self {
        expect_context()
    }
}

impl Default for Session {
    fn default() -> Self {
        Self::new()
    }
}
