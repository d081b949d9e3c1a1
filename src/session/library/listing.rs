//! The stored drafts as the start screen lists them. They are listed at once and checked one after the other, so that the page
//! answers meanwhile; what was listed and checked before is not read again.

use super::super::Session;
use crate::browser;
use crate::draft::OfficeField;
use crate::sheet::{Progress, printed_tables, progress};
use crate::storage::{Index, Indexed};
use crate::value::Year;

/// What is stored.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Shelved {
    /// The drafts, the one written last first.
    pub entries: Vec<Summary>,
    /// What cannot be read, by its key, with the reason.
    pub unreadable: Vec<(String, String)>,
    /// What this browser lacks to keep drafts, in words for a bar that stays.
    pub lacks: Option<&'static str>,
}

/// A stored draft in a few words.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// Its id.
    pub id: String,
    /// The office's name.
    pub office: String,
    /// The report year.
    pub year: Year,
    /// The short name of its form.
    pub form: String,
    /// How far it is filled in.
    pub progress: Progress,
    /// How many 强制性, 核实性 and 提示 are open; nothing while it is not checked yet.
    pub found: Option<[usize; 3]>,
    /// When it was written, as ISO time.
    pub time: String,
}

/// How the drafts are listed.
#[derive(Default)]
pub(super) struct Listed {
    drafts: Vec<ListedDraft>,
    /// Counts the listings: a later one ends the checking of the one before.
    round: u64,
}

/// A draft as it is listed.
#[derive(Clone)]
struct ListedDraft {
    /// What its line follows from: what is stored of it, and of last year's report beside which it is checked.
    head: String,
    last_year: Option<String>,
    summary: Summary,
}

impl Session {
    /// Lists the stored drafts anew, and checks those that were written since.
    pub(in crate::session) fn list_all(self) {
        let library = &self.0.library;
        self.refresh_index();
        let indexed: Vec<Indexed> = library.index.with(|index| index.drafts().into_iter().cloned().collect());
        let drafts = indexed.iter().filter_map(|draft| self.listed(draft)).collect();
        let round = library.listed.update(|listed| {
            listed.drafts = drafts;
            listed.round += 1;
            listed.round
        });
        self.show_listed();
        browser::spawn(self.check_listed(round));
    }

    /// Checks the listed drafts that are not checked yet.
    async fn check_listed(self, round: u64) {
        let library = &self.0.library;
        let unchecked = || {
            library.listed.with(|listed| {
                let at = listed.drafts.iter().position(|draft| draft.summary.found.is_none())?;
                let draft = listed.drafts.get(at)?;
                (listed.round == round).then(|| (at, draft.summary.id.clone(), draft.last_year.clone()))
            })
        };
        while let Some((at, id, last_year)) = unchecked() {
            let last = last_year.and_then(|id| self.stored_draft(&id));
            let found = self.stored_draft(&id).and_then(|draft| self.count_in(&draft, last.as_ref()));
            library.listed.update(|listed| {
                // One that is gone meanwhile has nothing to find.
                let draft = listed.drafts.get_mut(at);
                if let Some(draft) = draft {
                    draft.summary.found = Some(found.unwrap_or_default());
                }
            });
            self.show_listed();
            browser::wait(0).await;
        }
    }

    /// Hands the list to those who show it.
    fn show_listed(self) {
        let library = &self.0.library;
        let entries = library.listed.with(|listed| listed.drafts.iter().map(|draft| draft.summary.clone()).collect());
        let unreadable = library.index.with(Index::unreadable);
        library.shelved.set(Shelved { entries, unreadable, ..library.shelved.now() });
    }

    /// A draft as it is listed, read again only when it was written.
    fn listed(self, indexed: &Indexed) -> Option<ListedDraft> {
        let library = &self.0.library;
        let stamp = |draft: &Indexed| format!("{}\n{}\n{}", draft.revision, draft.time, draft.id);
        let last = library.index.with(|index| {
            let last = index.last_year_of(&indexed.id, indexed.office_year.as_ref()?)?;
            Some((stamp(last), last.id.clone()))
        });
        let (last_stamp, last_year) = last.unzip();
        let head = format!("{}\n{}", stamp(indexed), last_stamp.unwrap_or_default());
        let known = |listed: &Listed| listed.drafts.iter().find(|known| known.head == head).cloned();
        if let Some(known) = library.listed.with(known) {
            return Some(known);
        }
        let draft = self.stored_draft(&indexed.id)?;
        let tables = printed_tables(&draft).into_iter().map(|table| progress(&draft, table));
        let summary = Summary {
            id: indexed.id.clone(),
            office: draft.office(OfficeField::Name).to_owned(),
            year: draft.year(),
            form: draft.form().map_or_else(|| draft.form_name().name().to_owned(), |form| form.short.to_owned()),
            progress: tables.sum(),
            found: None,
            time: indexed.time.clone(),
        };
        Some(ListedDraft { head, last_year, summary })
    }
}
