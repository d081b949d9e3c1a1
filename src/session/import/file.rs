//! A file that came, and how far it is.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;
use web_sys::File;

use super::content::Stop;
use crate::job::Progress;
use crate::read::ledger::{Ledger, Placements};
use crate::read::{Input, ReadReport};
use crate::value::Year;

/// A file, or what was pasted, while it is read and shown.
pub struct Import {
    /// Its number, never given twice.
    pub number: u32,
    /// Its name; for what was pasted, words for it.
    pub name: String,
    /// How many bytes it has.
    pub size: u32,
    pub(super) content: Content,
    state: RefCell<ImportState>,
    changed: ArcTrigger,
    pub(super) stop: RefCell<Option<Stop>>,
    pub(super) year: Cell<Option<Year>>,
    placed: RefCell<Option<Placements>>,
}

/// What is to be read.
pub(super) enum Content {
    File(File),
    Pasted(Input, Vec<u8>),
}

/// How far a file is.
#[derive(Clone)]
pub enum ImportState {
    /// It waits for those before it.
    Waiting,
    /// It is being read: in words, and how far where that is known.
    Reading(&'static str, Option<Progress>),
    /// It is a report.
    Read(Rc<ReadReport>),
    /// It is a ledger of requests.
    Ledger(Rc<Ledger>),
    /// It could not be read, for this reason.
    Refused(String),
    /// It was called off.
    Stopped,
    /// It became the draft of this id.
    Taken(String),
}

impl ImportState {
    /// The report, where it is one.
    pub fn report(self) -> Option<Rc<ReadReport>> {
        match self {
            Self::Read(report) => Some(report),
            Self::Waiting | Self::Reading(..) | Self::Ledger(_) | Self::Refused(_) | Self::Stopped | Self::Taken(_) => {
                None
            }
        }
    }
}

impl Import {
    /// One that waits to be read.
    pub(super) fn new(number: u32, name: String, size: u32, content: Content) -> Self {
        Self {
            number,
            name,
            size,
            content,
            state: RefCell::new(ImportState::Waiting),
            changed: ArcTrigger::new(),
            stop: RefCell::new(None),
            year: Cell::new(None),
            placed: RefCell::new(None),
        }
    }

    /// How far it is; watches it.
    pub fn state(&self) -> ImportState {
        self.changed.track();
        self.now()
    }

    /// How far it is.
    pub fn now(&self) -> ImportState {
        self.state.borrow().clone()
    }

    pub(in crate::session) fn set(&self, state: ImportState) {
        self.state.replace(state);
        self.changed.notify();
    }

    /// The year that the clerk said it is of.
    pub fn year(&self) -> Option<Year> {
        self.year.get()
    }

    /// What was said of its lines, where it is a ledger and something was.
    pub(in crate::session) fn placed(&self) -> Option<Placements> {
        self.placed.borrow().clone()
    }

    pub(in crate::session) fn set_placed(&self, placements: Placements) {
        self.placed.replace(Some(placements));
    }

    /// Whether it waits or is being read.
    pub(super) fn is_busy(&self) -> bool {
        matches!(*self.state.borrow(), ImportState::Waiting | ImportState::Reading(..))
    }
}
