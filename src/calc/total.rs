//! What a cell shows: what was typed, what was stated, or the sum of its parts.

use crate::draft::Draft;
use crate::form::{Key, Outcome, Place, Row, Term, Way, channels};
use crate::value::{Decimal, Figure};

/// How a cell came by what it shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellState {
    /// It shows nothing.
    Blank,
    /// Somebody typed it.
    Typed,
    /// It is the sum of its parts.
    Computed,
    /// It is a total that somebody stated; it is kept, and compared with the sum.
    Stated,
}

impl CellState {
    /// The state's name in the page (`data-state`).
    pub fn name(self) -> &'static str {
        match self {
            Self::Blank => "blank",
            Self::Typed => "typed",
            Self::Computed => "computed",
            Self::Stated => "stated",
        }
    }
}

/// What a cell shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The figure; nothing when the cell is blank.
    pub figure: Option<Figure>,
    /// How it came by it.
    pub state: CellState,
}

/// What a figure's cell shows. A computed total adds what is there; with all parts blank it is blank.
pub fn shown(draft: &Draft, key: Key) -> Shown {
    let parts = draft.form().and_then(|form| form.parts(key));
    if let Some(figure) = draft.figure(key) {
        let state = if parts.is_some() { CellState::Stated } else { CellState::Typed };
        return Shown { figure: Some(figure), state };
    }
    let computed = parts.and_then(|parts| sum(draft, parts)).and_then(|value| Figure::from_exact(key.kind(), value));
    let state = if computed.is_some() { CellState::Computed } else { CellState::Blank };
    Shown { figure: computed, state }
}

/// Whether a cell adds itself up where nobody states it.
pub fn is_total(draft: &Draft, place: Place) -> bool {
    place.figure().is_some_and(|key| draft.form().and_then(|form| form.parts(key)).is_some())
}

/// The sum of what is there of these figures; nothing when all are blank.
pub fn sum(draft: &Draft, parts: &[Term]) -> Option<Decimal> {
    let mut total = None;
    for part in parts {
        if let Some(figure) = shown(draft, part.key).figure {
            total = Some(total.unwrap_or(Decimal::ZERO).checked_add(figure.exact())?);
        }
    }
    total
}

/// The sum of the channels; nothing when all are blank.
pub fn channel_sum(draft: &Draft) -> Option<Decimal> {
    let figures = channels().filter_map(|(key, _)| draft.figure(key));
    figures.map(Figure::exact).reduce(Decimal::saturating_add)
}

/// Whether nothing is missing in a figure: it is typed or stated, or each of its parts is.
pub fn is_complete(draft: &Draft, key: Key) -> bool {
    if draft.figure(key).is_some() {
        return true;
    }
    let parts = draft.form().and_then(|form| form.parts(key));
    parts.is_some_and(|parts| parts.iter().all(|part| is_complete(draft, part.key)))
}

/// Whether the blank cells beside a figure can only be zero: in table three the totals that are stated balance and
/// the results that are there make the stated total; in table four the results that are there make theirs.
pub fn blanks_are_zero(draft: &Draft, key: Key) -> bool {
    let Some(form) = draft.form() else { return false };
    let stated = |key: Option<Key>| key.and_then(|key| draft.figure(key)).map(Figure::exact);
    let parts_make = |total: Option<Key>| total.and_then(|key| sum(draft, form.parts(key)?)) == stated(total);
    if form.row_of(key).is_some() {
        let row = |row| stated(form.application_total(row));
        let balanced = row(Row::New).zip(row(Row::Total)).is_some_and(|(new, total)| {
            let into = new.saturating_add(row(Row::CarriedIn).unwrap_or_default());
            into == total.saturating_add(row(Row::CarriedOut).unwrap_or_default())
        });
        let columns = form.applicants().iter().map(|applicant| form.application(Row::Total, applicant));
        let mut totals = columns.chain([form.application_total(Row::Total)]);
        return balanced && totals.all(|total| stated(total).is_none() || parts_make(total));
    }
    let Some((way, _)) = form.dispute_of(key) else { return false };
    let made = |way: Way| {
        let total = form.dispute(way, Outcome::Total);
        stated(total).is_some() && parts_make(total)
    };
    let mut cells = Outcome::ENDS.into_iter().chain([Outcome::Total]).map(|outcome| form.dispute(way, outcome));
    made(way) || (cells.all(|cell| stated(cell).is_none()) && Way::ALL.into_iter().any(made))
}
