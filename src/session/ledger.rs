//! Ledgers of requests: what the clerk says of their lines, the drafts into which they can be counted, and taking one over.

use super::Session;
use super::import::{Import, ImportState};
use crate::draft::{Draft, OfficeField};
use crate::form::TableId;
use crate::read::ledger::{Placements, count};
use crate::report;
use crate::storage::Index;
use crate::value::Year;

/// Into what a ledger is counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LedgerTo {
    /// The draft of this id.
    Draft(String),
    /// A new one of the ledger's year.
    New,
}

impl Session {
    /// What was said of a ledger's lines so far. Of one that is looked at for the first time nothing was; the words that
    /// were placed in others carry over.
    pub fn placements(self, import: &Import) -> Placements {
        import.placed().unwrap_or_else(|| self.0.imports.placed_words.with(Placements::clone))
    }

    /// Remembers what was said of a ledger's lines while the page is open; nothing of it is stored.
    pub fn remember_placements(self, import: &Import, placements: &Placements) {
        import.set_placed(placements.clone());
        let mut words = placements.clone();
        words.forget_lines();
        self.0.imports.placed_words.set(words);
    }

    /// The drafts of a year that have table three, each with its name: the one beside which the ledger came first, then
    /// the one written last.
    pub fn ledger_drafts(self, year: Year) -> Vec<(String, String)> {
        self.keep_now();
        self.refresh_index();
        let of_year = |index: &Index| -> Vec<String> {
            index.drafts().into_iter().filter(|draft| draft.year == year).map(|draft| draft.id.clone()).collect()
        };
        let mut ids = self.0.library.index.with(of_year);
        if let Some(beside) = self.import_beside() {
            ids.retain(|id| *id != beside);
            ids.insert(0, beside);
        }
        let named = |id: String| {
            let draft = self.draft_now(&id).filter(|draft| draft.year() == year && has_table(draft))?;
            Some((id, report::name(&draft)))
        };
        ids.into_iter().filter_map(named).collect()
    }

    /// The year of the draft beside which a file is read, of which a ledger is taken to be.
    pub(super) fn year_beside(self) -> Option<Year> {
        let id = self.import_beside()?;
        self.draft_now(&id).filter(has_table).map(|draft| draft.year())
    }

    /// Counts a ledger into table three of a draft, as one step that can be taken back; returns the id of the draft to go to.
    pub fn take_ledger(self, import: &Import, to: &LedgerTo) -> Option<String> {
        let ImportState::Ledger(ledger) = import.now() else { return None };
        let counts = count(&ledger, &self.placements(import));
        let id = match to {
            LedgerTo::New => {
                let beside = self.import_beside().and_then(|id| self.draft_now(&id));
                let office = beside.as_ref().map_or("", |draft| draft.office(OfficeField::Name));
                let kind = beside.as_ref().map_or("", |draft| draft.office(OfficeField::Kind));
                self.create(ledger.year, office, kind)
            }
            LedgerTo::Draft(id) => {
                if self.look(|draft| draft.id() == id) != Some(true) && !self.open_from_shelf(id) {
                    return None;
                }
                id.clone()
            }
        };
        if !self.look(has_table).unwrap_or_default() {
            self.refuse("这份草稿的格式没有表三，台账没有填入。");
            return None;
        }
        self.edit(counts.edit());
        self.say_undoable(format!("台账 {} 行已填入表三", counts.placed.len()));
        import.set(ImportState::Taken(id.clone()));
        Some(id)
    }
}

fn has_table(draft: &Draft) -> bool {
    draft.form().is_some_and(|form| form.table(TableId::Applications).is_some())
}
