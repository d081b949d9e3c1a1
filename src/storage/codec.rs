//! Reading what is stored, as one table that is loaded late: a new report is written without it.

use std::pin::Pin;
use std::rc::Rc;

use super::mirror;
use super::record::{Record, Unfit, read};
use super::{Opening, Queue, Shelf, Storage, Stored, Stores};
use crate::draft::Draft;

/// The shelf of the page, on a store whose kind is found out in the browser.
pub type PageShelf = Shelf<Rc<dyn Storage>>;
/// Work that is awaited.
pub type Work = Pin<Box<dyn Future<Output = ()>>>;
/// Keys and texts.
pub type Pairs = Vec<(String, String)>;

/// What is called to read. By pointers, so that nothing of it stands in what is fetched before the first screen.
#[derive(Clone, Copy, Debug)]
pub struct Codec {
    /// Reads a stored text as the record of a draft of this id.
    pub record: fn(&str, &str) -> Result<Record, Unfit>,
    /// Brings localStorage and the mirror to the same, of which either may be out of reach; the shelf holds what cannot be
    /// written.
    pub reconcile: fn(Option<Pairs>, Option<Pairs>, &'static PageShelf) -> Work,
    /// Finds a draft that is stored, and how it is opened; the stores are those that could be read.
    pub find: fn(&PageShelf, &str, Stores) -> Option<(Draft, Opening)>,
    /// Opens what was found in the save queue.
    pub open: fn(&mut Queue, Opening),
}

/// The codec of this version's drafts.
pub static CODEC: Codec = Codec {
    record: read,
    reconcile: |local, mirrored, shelf| Box::pin(mirror::reconcile_stores(local, mirrored, shelf)),
    find,
    open: Queue::open,
};

fn find(shelf: &PageShelf, id: &str, seen: Stores) -> Option<(Draft, Opening)> {
    let Ok(Stored::Record(record)) = shelf.open(id) else { return None };
    let draft = Draft::from_json(&record.json).ok()?.draft.with_id(id.to_owned());
    Some((draft, Opening::of(shelf, record, seen)))
}
