//! What every screen is given: the session, the address, and the views that are fetched late. No screen is known here.

mod address;
mod focus;
mod late;
mod mount;
mod pieces;
mod route;

use leptos::prelude::expect_context;

use crate::session::Session;
pub use focus::{focus_first, focus_in_place_of, focus_screen, keep_focus};
pub use late::{LateView, LateViews};
pub use mount::mount;
pub use pieces::{Cells, Charts, Checks, Editors, FetchPiece, Fetches, Imports, Paper, PasteInto, Piece, Shelf, Table};
pub use route::{FILL, FillPart, Route, Router, START, Screen, TextField};

/// What a screen is drawn from; copied freely, it is three pointers.
#[derive(Clone, Copy)]
pub struct Page {
    /// The draft, and all that is known of it.
    pub session: Session,
    /// Which screen is shown.
    pub router: Router,
    /// What is fetched late.
    pub late: LateViews,
}

impl Page {
    /// The page in which a late view stands.
    pub fn here() -> Self {
        expect_context()
    }

    /// The address of something that is filled in of the open draft.
    pub fn fill_address(self, part: FillPart) -> Option<String> {
        self.session.opened().map(|id| Route::Draft { id, screen: Screen::Fill(part) }.hash())
    }
}
