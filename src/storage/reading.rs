//! Reading what is stored, as one thing that can come behind the first screen: a new report is written without it.

use super::reconcile::{Reconciled, reconcile};
use super::record::{Record, Unfit, read};
use crate::draft::{Draft, Opened, Refused};

/// Keys and texts, of the store or of its mirror; nothing where it is out of reach.
type Texts<'a> = Option<&'a [(String, String)]>;

/// What is called to read. By pointers, so that nothing of it stands in what is fetched before the first screen.
#[derive(Debug)]
pub struct Reading {
    /// Reads a draft.
    pub draft: fn(&str) -> Result<Opened, Refused>,
    /// Compares the store and its mirror.
    pub reconcile: fn(Texts, Texts) -> Reconciled,
    pub(super) record: fn(&str, &str) -> Result<Record, Unfit>,
}

/// The reading itself.
pub static READING: Reading = Reading { draft: Draft::from_json, reconcile, record: read };
