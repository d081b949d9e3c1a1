//! Taking a report over: as a draft of its own year, as last year's from which the next is begun, or into an open draft.

use super::file::{Import, ImportState};
use crate::browser;
use crate::draft::Draft;
use crate::read::take::{Piece, choose, draft_of, put_back, take};
use crate::roll;
use crate::session::Session;

/// What becomes of a report that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Use {
    /// A draft of its own year, to be checked.
    Check,
    /// Last year's report, from which the next year's is begun.
    Begin,
    /// Into the draft of this id.
    Into(String),
}

/// How a report is taken over.
#[derive(Clone, Debug)]
pub struct Taking {
    /// What becomes of it.
    pub to: Use,
    /// The pieces that are taken.
    pub pieces: Vec<Piece>,
    /// Which way was chosen of each open choice; nothing leaves its cells blank.
    pub ways: Vec<Option<usize>>,
    /// What is put back of the words that were left out, by their numbers.
    pub back: Vec<usize>,
}

impl Session {
    /// Takes a report over; returns the id of the draft to go to.
    pub fn take_import(self, import: &Import, taking: &Taking) -> Option<String> {
        let report = import.now().report()?;
        let mut read = report.understood.draft.clone();
        for (choice, way) in report.understood.choices.iter().zip(&taking.ways) {
            if let Some(way) = way.and_then(|way| choice.ways.get(way)) {
                choose(&mut read, choice, way);
            }
        }
        for left in taking.back.iter().filter_map(|n| report.understood.left.get(*n)) {
            put_back(&report.understood, &mut read, left);
        }
        let id = match &taking.to {
            Use::Check => self.take_as_own(&read, &taking.pieces),
            Use::Begin => self.begin_from(&read, &taking.pieces),
            Use::Into(id) => {
                if self.opened().as_ref() != Some(id) && !self.open_from_shelf(id) {
                    return None;
                }
                let edit = self.look(|draft| take(&read, draft, &taking.pieces))?;
                self.edit(edit);
                self.say_undoable(format!("“{}”已并入草稿", import.name));
                id.clone()
            }
        };
        import.set(ImportState::Taken(id.clone()));
        Some(id)
    }

    /// Keeps a report as last year's, and begins the next year from it.
    fn begin_from(self, read: &Draft, pieces: &[Piece]) -> String {
        let last = draft_of(read, browser::new_id(), pieces);
        let next = roll::next_year(&last, browser::new_id());
        let mut made = vec![last.id().to_owned()];
        self.open_new(last);
        let Some(next) = next else { return made.remove(0) };
        let id = next.id().to_owned();
        self.open_new(next);
        made.push(id.clone());
        self.say_made(made);
        id
    }

    fn take_as_own(self, read: &Draft, pieces: &[Piece]) -> String {
        let id = browser::new_id();
        self.open_new(draft_of(read, id.clone(), pieces));
        self.say_made(vec![id.clone()]);
        id
    }
}
