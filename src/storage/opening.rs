//! How a draft is found in the two stores when it is opened: which copy, and which of them holds it.

use super::{Record, Shelf, Storage, Stores};

/// A draft that is opened, as it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// What was read.
    pub record: Record,
    /// The revision that localStorage has under its key.
    pub local: Option<u64>,
    /// Whether localStorage has this very record.
    pub in_local: bool,
    /// Which stores could be read before. The other one may hold what nobody here knows.
    pub seen: Stores,
    /// The head from which on it was written while the other store could not be seen, where that is noted.
    pub note: Option<String>,
    /// Whether the draft is shown; one that was deleted is brought back without.
    pub shown: bool,
}

impl Opening {
    /// A record that the shelf has.
    pub fn of<S: Storage>(shelf: &Shelf<S>, record: Record, seen: Stores) -> Self {
        let (local, in_local) = (shelf.revision(&record.id), !shelf.is_beyond(&record.id));
        Self { note: shelf.note(&record.id), record, local, in_local, seen, shown: true }
    }

    /// The newest copy of a draft that another window wrote, of those in localStorage and in the mirror. Nothing when there
    /// is none, or when one of them cannot be read. `mirrored` is what the mirror has; `is_own` tells what is from here.
    pub fn theirs<S: Storage>(
        shelf: &Shelf<S>,
        id: &str,
        mirrored: Option<&str>,
        is_own: impl Fn(&str) -> bool,
        seen: Stores,
    ) -> Option<Self> {
        let stored = shelf.stored(id).ok()?;
        let mut newest: Option<Record> = None;
        for text in [stored.as_deref(), mirrored].into_iter().flatten().filter(|text| !is_own(text)) {
            let record = (shelf.codec().ok()?.record)(id, text).ok()?;
            if newest.as_ref().is_none_or(|newest| newest.revision < record.revision) {
                newest = Some(record);
            }
        }
        let record = newest?;
        let in_local = stored.is_some_and(|text| text == record.to_value());
        Some(Self { record, local: shelf.revision(id), in_local, seen, note: shelf.note(id), shown: true })
    }
}
