//! The figures that may be told: those in which nothing is missing, of this year and of the years before.

use super::Case;
use crate::calc::{blanks_are_zero, is_complete, shown};
use crate::draft::Draft;
use crate::form::Key;
use crate::value::{Count, Figure, Year};

/// A figure that is a count.
fn whole(figure: Figure) -> Option<i64> {
    figure.count().map(Count::get)
}

/// The count in a cell in which nothing is missing. A total of which a part is blank is none: the public would take it for all.
pub fn settled(draft: &Draft, key: Key) -> Option<i64> {
    let figure = shown(draft, key).figure;
    if is_complete(draft, key) {
        return whole(figure?);
    }
    blanks_are_zero(draft, key).then(|| figure.map_or(Some(0), whole)).flatten()
}

/// The count of this year: the form's, or the one in the history.
pub fn this_year(draft: &Draft, key: Key) -> Option<i64> {
    settled(draft, key).or_else(|| whole(draft.past(key, draft.year())?))
}

/// The count of a year before: the history's, or that of last year's report.
pub fn year_before(case: &Case, key: Key) -> Option<i64> {
    let before = case.draft.year().saturating_sub(1);
    let last = || case.last.filter(|last| last.year() == before).and_then(|last| this_year(last, key));
    past(case.draft, key, before).or_else(last)
}

/// The count of a year in the history.
pub fn past(draft: &Draft, key: Key, year: Year) -> Option<i64> {
    draft.past(key, year).and_then(whole)
}
