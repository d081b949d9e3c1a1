//! Last year's report of the same office, beside which the open one is checked. The library looks for it and hands it to
//! the checker, so that a check reads no storage.

use super::Session;
use crate::draft::OfficeYear;
use crate::storage::Indexed;
use crate::value::Year;

/// Which stored draft was handed to the checker: its id, its revision and its time.
pub(super) type Handed = Option<(String, u64, String)>;

impl Session {
    /// The year of the report beside which the open draft is checked.
    pub fn checked_beside(self) -> Option<Year> {
        self.0.checker.beside.get()
    }

    /// Looks for last year's report in the index, and hands it to the checker where it is another than before; says
    /// whether it is. A file that is opened becomes one of the stored drafts, and so is found here as well.
    pub(super) fn seek_last_year(self) -> bool {
        self.refresh_index();
        let of = self.look(|draft| Some((draft.id().to_owned(), OfficeYear::of(draft)?))).flatten();
        let found: Handed = of.and_then(|(id, of)| {
            let handed = |found: &Indexed| (found.id.clone(), found.revision, found.time.clone());
            self.0.library.index.with(|index| index.last_year_of(&id, &of).map(handed))
        });
        if self.0.library.last_year.with(|handed| *handed == found) {
            return false;
        }
        let draft = found.as_ref().and_then(|(id, ..)| self.stored_draft(id));
        self.0.library.last_year.set(found);
        self.0.checker.set_last_year(draft);
        true
    }
}
