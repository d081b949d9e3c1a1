//! Last year's report of the same office, beside which the open one is checked. The library looks for it and hands it to
//! the checker, so that a check reads no storage.

use super::super::Session;
use crate::draft::OfficeYear;
use crate::storage::Indexed;
use crate::value::Year;

/// For whom last year's report was looked for, and which one was handed to the checker.
#[derive(Default)]
pub(in crate::session) struct LastYear {
    /// The id of the draft, with its office and year.
    sought: Option<(String, OfficeYear)>,
    /// The id, the revision and the time of last year's report.
    handed: Option<(String, u64, String)>,
    /// Whether another draft than the open one was written since.
    pub is_stale: bool,
}

impl Session {
    /// The year of the report beside which the open draft is checked.
    pub fn checked_beside(self) -> Option<Year> {
        self.0.checker.beside.get()
    }

    /// Looks for last year's report in the index, and hands it to the checker where it is another than before; says
    /// whether it is. A file that is opened becomes one of the stored drafts, and so is found here as well.
    pub(in crate::session) fn seek_last_year(self) -> bool {
        let library = &self.0.library;
        let sought = self.look(|draft| Some((draft.id().to_owned(), OfficeYear::of(draft)?))).flatten();
        if library.last_year.with(|last| !last.is_stale && last.sought == sought) {
            return false;
        }
        self.refresh_index();
        let handed = sought.as_ref().and_then(|(id, of)| {
            let stamp = |found: &Indexed| (found.id.clone(), found.revision, found.time.clone());
            library.index.with(|index| index.last_year_of(id, of).map(stamp))
        });
        let is_other = library.last_year.with(|last| last.handed != handed);
        if is_other {
            self.0.checker.set_last_year(handed.as_ref().and_then(|(id, ..)| self.stored_draft(id)));
        }
        library.last_year.set(LastYear { sought, handed, is_stale: false });
        is_other
    }
}
