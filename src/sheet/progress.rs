//! How much of a draft is filled in, and which cells are still blank.

use super::is_embedded;
use crate::draft::{CellValue, Draft};
use crate::form::{Key, Place, TableId};

/// So many of so many cells are filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Progress {
    /// Cells that hold something.
    pub filled: usize,
    /// Cells that are to be filled: those of the printed tables, computed totals left out.
    pub all: usize,
}

impl std::iter::Sum for Progress {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |sum, one| Self { filled: sum.filled + one.filled, all: sum.all + one.all })
    }
}

/// The official tables that the report prints: those that stand in their part, and those that a body holds.
pub fn printed_tables(draft: &Draft) -> Vec<TableId> {
    let Some(form) = draft.form() else { return Vec::new() };
    form.tables
        .iter()
        .filter(|table| table.part.is_some() || is_embedded(draft, table.id))
        .map(|table| table.id)
        .collect()
}

/// The blank cells of a table that somebody has to fill: computed totals never count.
pub fn blanks(draft: &Draft, table: TableId) -> Vec<Key> {
    to_fill(draft, table).filter(|key| draft.entry(Place::Cell(*key)) == CellValue::Blank).collect()
}

fn to_fill(draft: &Draft, table: TableId) -> impl Iterator<Item = Key> {
    let form = draft.form();
    let keys = form.and_then(|form| form.table(table)).map(|table| table.keys.as_slice()).unwrap_or_default();
    keys.iter().copied().filter(move |key| form.is_none_or(|form| form.parts(*key).is_none()))
}

/// How much of a table is filled in.
pub fn progress(draft: &Draft, table: TableId) -> Progress {
    let all = to_fill(draft, table).count();
    Progress { filled: all - blanks(draft, table).len(), all }
}
