//! What last year's report says: the draft of the year before, or the draft's own history.

use crate::calc::{is_complete, shown};
use crate::draft::{Draft, Place};
use crate::facts::Case;
use crate::form::Key;
use crate::rules::{Finding, Line};
use crate::value::{Decimal, Figure, Year};

/// Last year's report, when it is at hand and is of the year before.
pub(super) fn report<'a>(case: &Case<'a>) -> Option<&'a Draft> {
    case.last.filter(|last| last.year().checked_add(1) == Some(case.draft.year()))
}

/// A figure of a report as its cell shows it, when nothing is missing in it.
pub(super) fn value(draft: &Draft, key: Key) -> Option<Decimal> {
    if !is_complete(draft, key) {
        return None;
    }
    shown(draft, key).figure.map(Figure::exact)
}

/// The year before that of the draft.
pub(super) fn year(case: &Case) -> Year {
    case.draft.year().saturating_sub(1)
}

/// A figure of the year before, and the place in the draft where it is known from, when it is in its own history.
pub(super) fn figure(case: &Case, key: Key) -> Option<(Decimal, Option<Place>)> {
    if let Some(last) = report(case) {
        return Some((value(last, key)?, None));
    }
    let past = case.draft.past(key, year(case))?;
    Some((past.exact(), Some(Place::Past(key, year(case)))))
}

/// The finding with two lines: what this year's cell holds, and what last year's report makes of it.
pub(super) fn compared(finding: Finding, label: &str, this: Decimal, from_last: Line) -> Finding {
    let expected = from_last.result.as_deref().and_then(|sum| sum.parse::<Decimal>().ok());
    let difference = expected.and_then(|expected| this.checked_sub(expected)).map(|difference| difference.abs());
    let line = Line::of("", [(label.to_owned(), this)]).makes(this.to_string());
    finding.computing(vec![line, from_last], difference)
}
