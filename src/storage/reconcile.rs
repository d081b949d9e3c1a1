//! What to do at the start, when the store and its mirror do not hold the same.
//!
//! A browser that is killed loses the last minute of one, and a page that dies loses the last moment of the other.
//! Afterwards both hold the same, and no text that may be somebody's work is gone. What was deleted in one only comes
//! back: nothing tells it from what the browser lost.

use super::record::{
    Listed, Record, Unfit, alone_id, alone_key, aside_id, aside_key, draft_id, is_ours, list, revision_of_head,
};
use crate::value::{Ordered, each_once};

/// A text to be written. `over` is what stood there when the store was read; when something else stands there by the
/// time of writing, a tab was quicker, and the text is not written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Into the store.
    WriteLocal {
        /// Under this key.
        key: String,
        /// This text.
        value: String,
        /// In place of this one.
        over: Option<String>,
    },
    /// Into the mirror.
    WriteMirror {
        /// Under this key.
        key: String,
        /// This text.
        value: String,
        /// In place of this one.
        over: Option<String>,
    },
    /// Take a note out of the store.
    RemoveLocal {
        /// The key of the note.
        key: String,
    },
    /// Take a note out of the mirror.
    RemoveMirror {
        /// The key of the note.
        key: String,
    },
}

/// What reads a stored text as the record of a draft of this id.
type Read = fn(&str, &str) -> Result<Record, Unfit>;

/// What is to be done for one key. The actions are done in order, and the first that fails is the last: what stands
/// aside is written before that from which it was taken is overwritten. Other repairs go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// The key whose texts differ, or which one side lacks.
    pub key: String,
    /// What to write.
    pub actions: Vec<Action>,
}

/// What comes of a store and its mirror.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Reconciled {
    /// What to write, so that both hold the same.
    pub repairs: Vec<Repair>,
    /// What is stored, once that is written.
    pub listed: Listed,
}

/// Compares the keys and texts of the store and of its mirror; either may be out of reach.
///
/// Of two copies of a draft the one with the higher revision stays. A copy that can be read stays before a damaged one.
/// A copy that does not stay is set aside, unless it is an earlier state of the same draft. Where one side was written
/// while the other could not be seen, only what stood there before then is such a state.
pub fn reconcile(local: Option<&[(String, String)]>, mirror: Option<&[(String, String)]>, read: Read) -> Reconciled {
    let mut sides = Sides { local: local.map(ours), mirror: mirror.map(ours), read };
    let keys = [&sides.local, &sides.mirror].into_iter().flatten().flat_map(Ordered::keys).cloned();
    let keys = each_once(keys.collect());
    let mut repairs = Vec::new();
    for key in keys.into_iter().filter(|key| alone_id(key).is_none()) {
        let actions = sides.settle(&key);
        if !actions.is_empty() {
            repairs.push(Repair { key, actions });
        }
    }
    // By now both sides that are in reach hold the same.
    Reconciled { repairs, listed: list(sides.local.or(sides.mirror).unwrap_or_default(), read) }
}

type Texts = Ordered<String, String>;

fn ours(pairs: &[(String, String)]) -> Texts {
    pairs.iter().filter(|(key, _)| is_ours(key)).cloned().collect()
}

/// Both sides as they will be after the actions so far.
struct Sides {
    local: Option<Texts>,
    mirror: Option<Texts>,
    read: Read,
}

impl Sides {
    /// Makes both sides hold the same under a key.
    fn settle(&mut self, key: &str) -> Vec<Action> {
        let text = |side: &Option<Texts>| side.as_ref().and_then(|texts| texts.get(key)).cloned();
        let (stays, aside) = match (text(&self.local), text(&self.mirror)) {
            (None, None) => return Vec::new(),
            (Some(one), None) | (None, Some(one)) => (one, None),
            (Some(local), Some(mirror)) => self.choose(key, local, mirror),
        };
        let mut actions = Vec::new();
        if let Some((id, aside)) = draft_id(key).or_else(|| aside_id(key)).zip(aside) {
            self.set_aside(id, &aside, key, &mut actions);
        }
        self.write(key, &stays, &mut actions);
        if let Some(key) = draft_id(key).map(alone_key) {
            self.remove_notes(&key, &mut actions);
        }
        actions
    }

    /// Takes the notes away, once both sides hold the same.
    fn remove_notes(&mut self, key: &str, actions: &mut Vec<Action>) {
        if let (Some(local), Some(mirror)) = (&mut self.local, &mut self.mirror) {
            actions.extend(local.remove(key).map(|_| Action::RemoveLocal { key: key.to_owned() }));
            actions.extend(mirror.remove(key).map(|_| Action::RemoveMirror { key: key.to_owned() }));
        }
    }

    /// Whether a record was known to whoever wrote the other copy: all that is lower is, but for what a note says.
    fn was_known(&self, id: &str, earlier: &Record) -> bool {
        let key = alone_key(id);
        let notes = [&self.local, &self.mirror].into_iter().flatten().filter_map(|texts| texts.get(&key));
        notes.into_iter().all(|note| match revision_of_head(note) {
            Some(base) => earlier.revision < base || earlier.head() == *note,
            None => false,
        })
    }

    /// Which of two texts stays, and the other one when it must be set aside.
    fn choose(&self, key: &str, local: String, mirror: String) -> (String, Option<String>) {
        if local == mirror {
            return (local, None);
        }
        // What was set aside twice under one number is two texts, and both are kept.
        let Some(id) = draft_id(key) else { return (local, Some(mirror)) };
        let (here, there) = ((self.read)(id, &local), (self.read)(id, &mirror));
        let earlier = match (&here, &there) {
            (Ok(here), Ok(there)) => {
                let lower = if here.revision < there.revision { here } else { there };
                here.json == there.json || here.revision != there.revision && self.was_known(id, lower)
            }
            _ => false,
        };
        let (stays, goes) = if rank(&here) >= rank(&there) { (local, mirror) } else { (mirror, local) };
        (stays, Some(goes).filter(|_| !earlier))
    }

    /// Keeps a text under a key of its own, unless it is kept so already; where it is taken from does not count.
    fn set_aside(&mut self, id: &str, text: &str, from: &str, actions: &mut Vec<Action>) {
        let texts = || [&self.local, &self.mirror].into_iter().flatten().flatten();
        if !texts().any(|(key, kept)| key != from && aside_id(key) == Some(id) && kept == text) {
            let key = aside_key(id, texts().map(|(key, _)| key.as_str()));
            self.write(&key, text, actions);
        }
    }

    /// Writes a text to each side that does not have it; to the mirror first, since there is more room.
    fn write(&mut self, key: &str, text: &str, actions: &mut Vec<Action>) {
        let write = |side: &mut Option<Texts>| {
            let texts = side.as_mut().filter(|texts| texts.get(key).is_none_or(|before| before != text))?;
            Some((key.to_owned(), text.to_owned(), texts.insert(key.to_owned(), text.to_owned())))
        };
        let mirror = write(&mut self.mirror).map(|(key, value, over)| Action::WriteMirror { key, value, over });
        let local = write(&mut self.local).map(|(key, value, over)| Action::WriteLocal { key, value, over });
        actions.extend(mirror.into_iter().chain(local));
    }
}

/// The higher one stays: by revision, then the one that can be read. A damaged copy has none. What a newer version wrote
/// is whole, so that it counts by its revision, though it cannot be read here.
fn rank(copy: &Result<Record, Unfit>) -> (Option<u64>, bool) {
    match copy {
        Ok(record) => (Some(record.revision), true),
        Err(unfit) => (unfit.revision.filter(|_| unfit.newer), false),
    }
}
