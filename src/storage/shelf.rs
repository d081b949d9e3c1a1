//! The drafts in a store: listed, opened, saved, deleted. Nothing stored is overwritten that was not read before.

use std::cell::{Cell, RefCell};
use std::fmt;

use super::reading::{READING, Reading};
use super::record::{LARGEST, Listed, Record, Unreadable, aside_id, aside_key, draft_key, is_ours, list, revision};
use super::{Failed, Storage};

/// Why a draft was not saved. What was stored before is still there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotSaved {
    /// The store did not take it, as a rule because there is no room.
    Full,
    /// The store may not be used.
    Denied,
    /// What is stored is not what this tab read or wrote last: another one wrote or deleted it.
    ChangedElsewhere,
}

impl fmt::Display for NotSaved {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Full => Failed::Full.fmt(f),
            Self::Denied => Failed::Denied.fmt(f),
            Self::ChangedElsewhere => f.write_str("这份草稿在另一个窗口里改过，这里的内容没有存下。"),
        }
    }
}

impl From<Failed> for NotSaved {
    fn from(failed: Failed) -> Self {
        match failed {
            Failed::Full => Self::Full,
            Failed::Denied => Self::Denied,
        }
    }
}

/// What stands under a draft's key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stored {
    /// Nothing.
    Nothing,
    /// A draft.
    Record(Record),
    /// A text that is no draft, or one of a newer version.
    Unreadable(Unreadable),
}

/// The drafts in a store, as one tab sees them.
#[derive(Debug)]
pub struct Shelf<S> {
    storage: S,
    /// The text that this tab wrote last: while it stands there, it need not be read again at each save.
    written: RefCell<Option<String>>,
    reading: Cell<Option<&'static Reading>>,
}

impl<S: Storage> Shelf<S> {
    /// The shelf in this store.
    pub fn new(storage: S) -> Self {
        let shelf = Self::unread(storage);
        shelf.take_reading(&READING);
        shelf
    }

    /// The shelf in this store, from which nothing can be read yet; what is new can be saved.
    pub fn unread(storage: S) -> Self {
        Self { storage, written: RefCell::new(None), reading: Cell::new(None) }
    }

    /// Takes what reads, which may come later than the shelf.
    pub fn take_reading(&self, reading: &'static Reading) {
        self.reading.set(Some(reading));
    }

    /// What reads; a shelf from which nothing can be read yet denies it.
    pub fn reading(&self) -> Result<&'static Reading, Failed> {
        self.reading.get().ok_or(Failed::Denied)
    }

    /// The store itself.
    pub fn storage(&self) -> &S {
        &self.storage
    }

    /// Every draft, and every text that cannot be read or was set aside.
    pub fn records(&self) -> Result<Listed, Failed> {
        Ok(list(self.pairs()?, self.reading()?.record))
    }

    /// The keys and texts of drafts and of what was set aside, as they are.
    pub fn pairs(&self) -> Result<Vec<(String, String)>, Failed> {
        let mut pairs = Vec::new();
        for key in self.storage.keys()? {
            // Another tab may have taken the key away in the meantime.
            if is_ours(&key)
                && let Some(text) = self.storage.get(&key)?
            {
                pairs.push((key, text));
            }
        }
        Ok(pairs)
    }

    /// What is stored under an id.
    pub fn open(&self, id: &str) -> Result<Stored, Failed> {
        let key = draft_key(id);
        let Some(text) = self.storage.get(&key)? else { return Ok(Stored::Nothing) };
        Ok(match (self.reading()?.record)(id, &text) {
            Ok(record) => Stored::Record(record),
            Err(unfit) => Stored::Unreadable(Unreadable { key, text, why: unfit.why }),
        })
    }

    /// The revision of what is stored under an id.
    pub fn revision(&self, id: &str) -> Option<u64> {
        revision(&self.storage.get(&draft_key(id)).ok()??)
    }

    /// Saves a draft and gives back its new revision.
    ///
    /// `known` is the revision that this tab read or wrote last: none for a draft that is not stored yet. When another
    /// one is stored by now, or none any more, nothing is written. A text that cannot be read is set aside first.
    pub fn save(&self, id: &str, json: &str, time: &str, known: Option<u64>) -> Result<u64, NotSaved> {
        let key = draft_key(id);
        let stored = match self.storage.get(&key)? {
            Some(text) => self.make_way(id, &text, known)?,
            None if known.is_some() => return Err(NotSaved::ChangedElsewhere),
            None => 0,
        };
        let revision = (stored + 1).min(LARGEST);
        let record = Record { id: id.to_owned(), revision, time: time.to_owned(), json: json.to_owned() };
        let value = record.to_value();
        self.storage.set(&key, &value)?;
        self.written.replace(Some(value));
        Ok(revision)
    }

    /// Deletes a draft.
    pub fn delete(&self, id: &str) -> Result<(), Failed> {
        self.storage.remove(&draft_key(id))
    }

    /// Deletes a text that cannot be read or was set aside, by its key. Keys of other programs are left alone.
    pub fn forget(&self, key: &str) -> Result<(), Failed> {
        if is_ours(key) { self.storage.remove(key) } else { Ok(()) }
    }

    /// Makes sure that what stands under a draft's key may be overwritten, and gives back the revision it counts as.
    fn make_way(&self, id: &str, text: &str, known: Option<u64>) -> Result<u64, NotSaved> {
        if let (Some(known), true) = (known, self.written.borrow().as_deref() == Some(text)) {
            // This tab wrote it, though perhaps not as the revision that the caller believes.
            let revision = text.split('\n').next().and_then(|revision| revision.parse().ok());
            return if revision == Some(known) { Ok(known) } else { Err(NotSaved::ChangedElsewhere) };
        }
        match (self.reading()?.record)(id, text) {
            Ok(record) if Some(record.revision) == known => Ok(record.revision),
            Ok(_) => Err(NotSaved::ChangedElsewhere),
            // A tab of a newer version is at work on it, or something else that counts revisions.
            Err(unfit) if unfit.newer || (known.is_some() && unfit.revision.is_some() && unfit.revision != known) => {
                Err(NotSaved::ChangedElsewhere)
            }
            Err(unfit) => {
                self.set_aside(id, text)?;
                Ok(unfit.revision.max(known).unwrap_or(0))
            }
        }
    }

    /// Keeps a text under a key of its own, unless it is kept so already.
    fn set_aside(&self, id: &str, text: &str) -> Result<(), Failed> {
        let keys = self.storage.keys()?;
        for key in keys.iter().filter(|key| aside_id(key) == Some(id)) {
            if self.storage.get(key)?.as_deref() == Some(text) {
                return Ok(());
            }
        }
        self.storage.set(&aside_key(id, keys.iter().map(String::as_str)), text)
    }
}
