//! The drafts in a store: listed, opened, saved, deleted. Nothing stored is overwritten that was not read before.

use std::cell::{Cell, RefCell};
use std::fmt;

use super::codec::{CODEC, Codec};
use super::queue::LocalWrite;
use super::reconcile::Action;
use super::record::{
    LARGEST, Listed, Record, Unreadable, alone_key, aside_id, aside_key, draft_key, head_of, is_ours, list, revision,
};
use super::{Failed, Storage};
use crate::value::Ordered;

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
    /// Texts that the store did not take, by key. Only the mirror has them, and this page while it is there.
    beyond: RefCell<Ordered<String, String>>,
    codec: Cell<Option<&'static Codec>>,
}

impl<S: Storage> Shelf<S> {
    /// The shelf in this store.
    pub fn new(storage: S) -> Self {
        let shelf = Self::unread(storage);
        shelf.take_codec(&CODEC);
        shelf
    }

    /// The shelf in this store, from which nothing can be read yet; what is new can be saved.
    pub fn unread(storage: S) -> Self {
        let (written, beyond) = (RefCell::new(None), RefCell::new(Ordered::new()));
        Self { storage, written, beyond, codec: Cell::new(None) }
    }

    /// Takes what reads, which may come later than the shelf.
    pub fn take_codec(&self, codec: &'static Codec) {
        self.codec.set(Some(codec));
    }

    /// What reads; a shelf from which nothing can be read yet denies it.
    pub fn codec(&self) -> Result<&'static Codec, Failed> {
        self.codec.get().ok_or(Failed::Denied)
    }

    /// The store itself.
    pub fn storage(&self) -> &S {
        &self.storage
    }

    /// Every draft, and every text that cannot be read or was set aside.
    pub fn records(&self) -> Result<Listed, Failed> {
        let mut pairs = Vec::new();
        for key in self.keys()? {
            // Another tab may have taken the key away in the meantime.
            if let Some(text) = self.text(&key)? {
                pairs.push((key, text));
            }
        }
        Ok(list(pairs, self.codec()?.record))
    }

    /// The keys and texts of drafts and of what was set aside, as they are in the store.
    pub fn pairs(&self) -> Result<Vec<(String, String)>, Failed> {
        let mut pairs = Vec::new();
        for key in self.storage.keys()? {
            if is_ours(&key)
                && let Some(text) = self.storage.get(&key)?
            {
                pairs.push((key, text));
            }
        }
        Ok(pairs)
    }

    /// The keys of drafts and of what was set aside.
    pub fn keys(&self) -> Result<Vec<String>, Failed> {
        let mut keys = self.storage.keys();
        for key in self.beyond.borrow().keys() {
            match &mut keys {
                Ok(keys) if keys.contains(key) => {}
                Ok(keys) => keys.push(key.clone()),
                Err(_) => keys = Ok(vec![key.clone()]),
            }
        }
        let mut keys = keys?;
        keys.retain(|key| is_ours(key));
        Ok(keys)
    }

    /// The newest text of a key: that of the store, or the one that it did not take.
    pub fn text(&self, key: &str) -> Result<Option<String>, Failed> {
        let stored = self.storage.get(key);
        match self.beyond.borrow().get(key) {
            Some(held) if is_newer(held, &stored) => Ok(Some(held.clone())),
            Some(_) | None => stored,
        }
    }

    /// Holds a text that the store did not take, so that it is found here as long as the page is there.
    pub fn hold(&self, key: String, text: String) {
        self.beyond.borrow_mut().insert(key, text);
    }

    /// Holds what reconciling could not write into the store.
    pub fn hold_undone(&self, action: Action) {
        if let Action::WriteLocal { key, value, .. } = action {
            self.hold(key, value);
        }
    }

    /// Whether the newest text of a draft is one that the store did not take.
    pub fn is_beyond(&self, id: &str) -> bool {
        let key = draft_key(id);
        self.beyond.borrow().get(&key).is_some_and(|held| is_newer(held, &self.storage.get(&key)))
    }

    /// What is there under an id.
    pub fn open(&self, id: &str) -> Result<Stored, Failed> {
        let key = draft_key(id);
        let Some(text) = self.text(&key)? else { return Ok(Stored::Nothing) };
        Ok(match (self.codec()?.record)(id, &text) {
            Ok(record) => Stored::Record(record),
            Err(unfit) => Stored::Unreadable(Unreadable { key, text, why: unfit.why }),
        })
    }

    /// What the store has under an id.
    pub fn stored(&self, id: &str) -> Result<Option<String>, Failed> {
        self.storage.get(&draft_key(id))
    }

    /// The revision of what the store has under an id.
    pub fn revision(&self, id: &str) -> Option<u64> {
        revision(&self.stored(id).ok()??)
    }

    /// Saves a draft and returns its new revision.
    ///
    /// When what is stored is not of the revision that this tab knows, nothing is written. A text that cannot be read is
    /// set aside first. What the store does not take is held here.
    pub fn save(&self, write: &LocalWrite, json: &str, time: &str) -> Result<u64, NotSaved> {
        let key = draft_key(&write.id);
        let revision = write.above.max(write.known.unwrap_or(0)) + 1;
        let mut record = Record { id: write.id.clone(), revision, time: time.to_owned(), json: json.to_owned() };
        let saved = self.replace(&key, write, &mut record);
        if saved == Err(NotSaved::ChangedElsewhere) {
            return Err(NotSaved::ChangedElsewhere);
        }
        let value = record.to_value();
        match saved {
            Ok(()) => drop(self.beyond.borrow_mut().remove(&key)),
            Err(_) => self.hold(key, value.clone()),
        }
        self.written.replace(Some(value));
        saved.map(|()| record.revision)
    }

    /// Writes a record in place of what this tab knows, above the revision of what stands there.
    fn replace(&self, key: &str, write: &LocalWrite, record: &mut Record) -> Result<(), NotSaved> {
        let stored = match self.storage.get(key)? {
            Some(text) => self.make_way(&text, write)?,
            None if write.known.is_some() => return Err(NotSaved::ChangedElsewhere),
            None => 0,
        };
        if let Some(head) = &write.alone {
            self.storage.set(&alone_key(&write.id), head)?;
        }
        let above = stored.max(write.above);
        let revision = (above + 1).min(LARGEST);
        let value = Record { revision, ..record.clone() }.to_value();
        self.storage.set(key, &value)?;
        record.revision = revision;
        Ok(())
    }

    /// The note that a draft was written while the other store could not be seen.
    pub fn note(&self, id: &str) -> Option<String> {
        self.text(&alone_key(id)).ok()?
    }

    /// Takes away the note that a draft was written while the mirror could not be seen.
    pub fn forget_alone(&self, id: &str) -> Result<(), Failed> {
        self.forget(&alone_key(id))
    }

    /// Deletes a draft.
    pub fn delete(&self, id: &str) -> Result<(), Failed> {
        self.forget(&draft_key(id))?;
        self.forget_alone(id)
    }

    /// Deletes a text that cannot be read or was set aside, by its key. Keys of other programs are left alone.
    pub fn forget(&self, key: &str) -> Result<(), Failed> {
        if !is_ours(key) {
            return Ok(());
        }
        self.storage.remove(key)?;
        self.beyond.borrow_mut().remove(key);
        Ok(())
    }

    /// Makes sure that what stands under a draft's key may be overwritten, and returns the revision it counts as.
    fn make_way(&self, text: &str, write: &LocalWrite) -> Result<u64, NotSaved> {
        let LocalWrite { id, known, below, own, .. } = write;
        if known.is_some() && self.written.borrow().as_deref() == Some(text) {
            // This tab wrote it, though perhaps not as the revision that the caller believes.
            let stored = revision(text).filter(|_| revision(text) == *known || is_in(own, text));
            return stored.ok_or(NotSaved::ChangedElsewhere);
        }
        match (self.codec()?.record)(id, text) {
            Ok(record) if Some(record.revision) == *known || record.revision < *below || is_in(own, text) => {
                Ok(record.revision)
            }
            Ok(_) => Err(NotSaved::ChangedElsewhere),
            // A tab of a newer version is at work on it, or something else that counts revisions.
            Err(unfit) if unfit.newer || (known.is_some() && unfit.revision.is_some() && unfit.revision != *known) => {
                Err(NotSaved::ChangedElsewhere)
            }
            Err(unfit) => {
                self.set_aside(id, text)?;
                Ok(unfit.revision.max(*known).unwrap_or(0))
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

/// Whether a text that the store did not take is newer than what it has.
fn is_newer(held: &str, stored: &Result<Option<String>, Failed>) -> bool {
    !matches!(stored, Ok(Some(text)) if revision(text) > revision(held))
}

/// Whether a text has one of these heads.
fn is_in(heads: &[String], text: &str) -> bool {
    let head = head_of(text);
    heads.iter().any(|known| known == head)
}
