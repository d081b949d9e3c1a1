//! Reading what is stored, as one table that can be loaded late: a new report is written without it.

use super::reconcile::{Reconciled, reconcile};
use super::record::{Record, Unfit, read};
use crate::draft::{Draft, Opened, Refused};

/// Keys and texts, of the store or of its mirror; nothing where it is out of reach.
pub type Texts<'a> = Option<&'a [(String, String)]>;

/// What is called to read. By pointers, so that nothing of it stands in what is fetched before the first screen.
#[derive(Debug)]
pub struct Codec {
    /// Reads a draft.
    pub draft: fn(&str) -> Result<Opened, Refused>,
    /// Compares the store and its mirror.
    pub reconcile: fn(Texts, Texts) -> Reconciled,
    /// Reads a stored text as the record of a draft of this id.
    pub record: fn(&str, &str) -> Result<Record, Unfit>,
}

/// The codec of this version's drafts.
pub static CODEC: Codec =
    Codec { draft: Draft::from_json, reconcile: |local, mirror| reconcile(local, mirror, read), record: read };
