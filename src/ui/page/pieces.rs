//! The pieces of the program that are fetched late, and all that is called of each: a table of functions. What is not in one
//! of these tables is in the first load. `main.rs` makes the cuts.

use std::borrow::Cow;
use std::cell::Cell;
use std::pin::Pin;
use std::rc::Rc;

use web_sys::File;

use super::late::LateViews;
use super::{Page, Router, TextField};
use crate::draft::{ChartId, Embedded, Place};
use crate::form::{Grid, TableId};
use crate::session::Session;
use crate::sheet::Region;
use crate::ui::dom::El;

/// Fetches a piece and stores its table; false when it could not be fetched.
pub type FetchPiece = fn(LateViews) -> Pin<Box<dyn Future<Output = bool>>>;

/// A table of functions, by which a piece is called.
pub trait Table {
    /// Stores it where it is looked for.
    fn store(&'static self, late: LateViews);
}

macro_rules! pieces {
    ($($(#[$doc:meta])* $name:ident $Table:ident,)+) => {
        /// A piece of the program that is fetched late, in the order in which all of them are.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Piece { $($(#[$doc])* $Table),+ }

        impl Piece {
            /// All of them, in the order in which they are fetched.
            pub const ALL: &[Self] = &[$(Self::$Table),+];
        }

        /// How each piece is fetched.
        pub struct Fetches { $($(#[$doc])* pub $name: FetchPiece),+ }

        impl Fetches {
            /// In the order of the pieces.
            pub(super) fn in_order(self) -> Vec<FetchPiece> {
                vec![$(self.$name),+]
            }
        }

        /// The tables of the pieces that are here.
        #[derive(Default)]
        pub(super) struct Tables { $($name: Cell<Option<&'static $Table>>),+ }

        $(impl Table for $Table {
            fn store(&'static self, late: LateViews) {
                late.tables().$name.set(Some(self));
            }
        })+

        impl LateViews {
            $($(#[$doc])* /// Nothing while it is not here.
            pub fn $name(self) -> Option<&'static $Table> {
                self.tables().$name.get()
            })+
        }
    };
}

pieces! {
    /// The hands on the tables.
    cells Cells,
    /// The rules, and what shows what they find.
    checks Checks,
    /// The forms beside the official tables and the text.
    editors Editors,
    /// The drafts on the shelf, and what comes as a file.
    shelf Shelf,
    /// The charts.
    charts Charts,
    /// The report on paper, and what it goes out as.
    paper Paper,
    /// What comes from other programs.
    import Imports,
}

/// What is called of the hands on the tables.
pub struct Cells {
    /// Attends to a table: its cells answer to keys, mouse and clipboard.
    pub attend: fn(Page, TableId, &El, Rc<Cow<'static, Grid>>),
    /// Draws the line under a table.
    pub line: fn(Page) -> Vec<El>,
    /// Draws how much of an official table is filled in, and its commands.
    pub tools: fn(Page, TableId) -> Vec<El>,
    /// Draws the kinds of applicant, of which a phone shows one at a time, for the section of table three.
    pub kinds: fn(Page, &El) -> El,
    /// Draws the line under table three: how each column stands.
    pub foot: fn(Page) -> El,
}

/// What is called of the rules and of what shows what they find.
pub struct Checks {
    /// Hands the rules to the session.
    pub load: fn(Session),
    /// Draws the column of the findings into an element.
    pub panel: fn(Page, &El),
    /// Goes to the next finding, or the one before.
    pub next: fn(Page, bool),
    /// Draws the page of the rules into an element.
    pub rules: fn(Page, &El),
    /// Draws the layer of a field that marks what was found in it, and its numbers.
    pub marks: fn(Page, &El, TextField) -> Vec<El>,
    /// Draws the bar about last year's sentences in a part, or in the opening; or the line at the foot.
    pub last_year: fn(Page, Option<usize>, bool) -> Vec<El>,
    /// Draws the suggested sentences of a part, and the counter and the list of its numbers; or those of the opening.
    pub numbers: fn(Page, Option<usize>) -> Vec<El>,
}

/// What is called of the forms beside the official tables and the text.
pub struct Editors {
    /// Draws the settings of the checks, and what begins the next year.
    pub settings: fn(Page) -> Vec<El>,
    /// Draws the signature.
    pub signature: fn(Session) -> Vec<El>,
    /// Draws a table that no form asks for.
    pub extra: fn(Page, TableId) -> Vec<El>,
    /// Draws the field of a run of paragraphs.
    pub text: fn(Page, TextField) -> El,
    /// Draws what a part's head has besides: finding words, the menu that puts a table or a chart into the part.
    pub part_commands: fn(Page, usize) -> El,
    /// Draws a table or a chart in a part, at one of its segments.
    pub embed: fn(Page, usize, usize, Embedded) -> Vec<El>,
    /// Shows the list of the keys.
    pub keys: fn(),
    /// Draws the button that opens the list of a table's terms; nothing where the table explains itself.
    pub terms: fn(Page, TableId) -> Vec<El>,
    /// Draws the foot of the rail: the days that are left, and the way to 可以交了吗.
    pub rail_foot: fn(Page) -> Vec<El>,
    /// Draws the menu of the commands for which a narrow bar has no room.
    pub more: fn(Page) -> El,
}

/// What is called of the shelf, and of opening files.
pub struct Shelf {
    /// Draws the drafts on the shelf.
    pub list: fn(Page) -> El,
    /// Opens files, and shows the last that could be read.
    pub open_files: fn(Page, Vec<File>),
    /// Opens the seed's report, to try the page with.
    pub open_sample: fn(Page),
}

/// What is called of the charts.
pub struct Charts {
    /// Draws their screen into an element.
    pub screen: fn(Page, &El),
    /// Draws one of them into an element.
    pub figure: fn(Page, &El, ChartId),
}

/// What is called of the report on paper.
pub struct Paper {
    /// Draws its screen into an element.
    pub screen: fn(Page, &El),
    /// Prints it.
    pub print: fn(Session, Router),
    /// Draws the charts of the report into an element out of sight, so that they are there when it is printed.
    pub charts: fn(Page, &El),
    /// Lays the report out for printing where another screen is shown, at once.
    pub lay_out: fn(Page),
    /// Takes away what was laid out.
    pub clear: fn(),
    /// Shows the menu of what the report goes out as.
    pub menu: fn(Page),
    /// Shows what is done and what is missing before the report is handed in.
    pub ready: fn(Page),
}

/// What is called of what comes from other programs.
pub struct Imports {
    /// Draws its screen into an element.
    pub screen: fn(Page, &El),
    /// Takes files in, and shows what is read of them.
    pub take_files: fn(Page, Vec<File>),
    /// Takes in what is pasted, where it is a report or a table and nothing that is written.
    pub paste: fn(Page, &web_sys::Event),
    /// Pastes HTML and text into the cells of a table.
    pub paste_cells: fn(Page, PasteInto, String, String),
}

/// Where something is pasted.
#[derive(Clone)]
pub struct PasteInto {
    /// The table.
    pub table: TableId,
    /// Its grid.
    pub grid: Rc<Cow<'static, Grid>>,
    /// What is selected of it.
    pub selected: Region,
    /// The cell that has the focus.
    pub at: Place,
}
