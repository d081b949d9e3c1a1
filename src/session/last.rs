//! Last year's report of the same office, beside which the open one is checked: the draft of the shelf for the year before.

use super::Session;
use crate::draft::{Draft, OfficeField};
use crate::text::compact;
use crate::value::Year;

/// For which draft last year's report was looked for, and what was found.
#[derive(Default)]
pub(super) struct LastYear {
    /// The id, the office and the year of the draft.
    sought: Option<(String, String, Year)>,
    /// Last year's report.
    pub draft: Option<Draft>,
}

impl Session {
    /// The year of the report beside which the open draft is checked.
    pub fn checked_beside(self) -> Option<Year> {
        self.beside.get()
    }

    /// Looks for last year's report, where the office or the year is another than last time; says whether another report
    /// is known now. A file that is opened comes onto the shelf, and so is found here as well.
    pub(super) fn seek_last(self) -> bool {
        let identity = |draft: &Draft| (draft.id().to_owned(), compact(draft.office(OfficeField::Name)), draft.year());
        let sought = self.look(identity);
        if self.last.with(|last| last.sought == sought) {
            return false;
        }
        let found = sought.as_ref().and_then(|(id, office, year)| self.on_shelf(id, office, year.checked_sub(1)?));
        let changed = self.last.with(|last| last.draft != found);
        self.beside.set(found.as_ref().map(Draft::year));
        self.last.update(|last| *last = LastYear { sought, draft: found });
        changed
    }

    /// The draft of an office for a year on the shelf; of several the one written last.
    fn on_shelf(self, id: &str, office: &str, year: Year) -> Option<Draft> {
        if office.is_empty() {
            return None;
        }
        let mut records = self.shelf.with(|shelves| shelves.shelf.records()).ok()?.records;
        crate::value::stable_sort_by(&mut records, |a, b| b.time.cmp(&a.time));
        let drafts = records.into_iter().filter(|record| record.id != id);
        let mut drafts = drafts.filter_map(|record| Some(Draft::from_json(&record.json).ok()?.draft));
        drafts.find(|draft| draft.year() == year && compact(draft.office(OfficeField::Name)) == office)
    }
}
