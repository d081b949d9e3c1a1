//! Where drafts are kept: a store of texts by key, the shelf of drafts on it, the mirror of the shelf, and the save queue,
//! which says what is written when.
//!
//! No clock decides which copy of a draft is newer: revisions do.

mod codec;
mod index;
mod local;
mod memory;
pub mod mirror;
mod opening;
mod queue;
mod reconcile;
mod record;
mod shelf;

use std::fmt;
use std::rc::Rc;

pub use codec::{CODEC, Codec, PageShelf, Pairs, Work};
pub use index::{Index, Indexed};
pub use local::Local;
pub use memory::{BROWSER_LIMIT, Memory};
pub use opening::Opening;
pub use queue::{Command, Event, LocalWrite, MirrorWrite, Queue, Saved, Stores};
pub use reconcile::{Action, Reconciled, Repair, reconcile};
pub use record::{Listed, Record, Unfit, Unreadable, alone_key, draft_id, draft_key, read};
pub use shelf::{NotSaved, Shelf, Stored};

/// Texts by key, kept from one visit to the next.
pub trait Storage {
    /// Every key there is, those of other programs too.
    fn keys(&self) -> Result<Vec<String>, Failed>;

    /// The text of a key.
    fn get(&self, key: &str) -> Result<Option<String>, Failed>;

    /// Puts a text in place of what the key had. When that fails, the key keeps what it had.
    fn set(&self, key: &str, value: &str) -> Result<(), Failed>;

    /// Takes a key away; one that is not there is no failure.
    fn remove(&self, key: &str) -> Result<(), Failed>;

    /// Puts a text in place of what was read before; false when something else stands there by now.
    fn replace(&self, key: &str, over: Option<&str>, value: &str) -> Result<bool, Failed> {
        let unchanged = self.get(key)?.as_deref() == over;
        if unchanged {
            self.set(key, value)?;
        }
        Ok(unchanged)
    }
}

/// Why a store did not do what it was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failed {
    /// It did not take the text, as a rule because there is no room.
    Full,
    /// It may not be used, or it is broken.
    Denied,
}

impl fmt::Display for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Full => "浏览器的存储空间不够，没有存下。",
            Self::Denied => "浏览器不允许本页存储内容，没有存下。",
        })
    }
}

impl<S: Storage + ?Sized> Storage for &S {
    fn keys(&self) -> Result<Vec<String>, Failed> {
        (**self).keys()
    }

    fn get(&self, key: &str) -> Result<Option<String>, Failed> {
        (**self).get(key)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), Failed> {
        (**self).set(key, value)
    }

    fn remove(&self, key: &str) -> Result<(), Failed> {
        (**self).remove(key)
    }
}

/// One store in several hands, of a kind that is found out only in the browser.
impl Storage for Rc<dyn Storage> {
    fn keys(&self) -> Result<Vec<String>, Failed> {
        (**self).keys()
    }

    fn get(&self, key: &str) -> Result<Option<String>, Failed> {
        (**self).get(key)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), Failed> {
        (**self).set(key, value)
    }

    fn remove(&self, key: &str) -> Result<(), Failed> {
        (**self).remove(key)
    }
}
