//! When paragraphs, parts or proposals are put in or taken out, the places named elsewhere move with what they name.

use super::content::Review;
use super::{Draft, Place};
use crate::form::TableId;
use crate::value::Ordered;

/// A splice, as far as places are concerned.
#[derive(Clone, Copy)]
pub(super) struct Moved {
    /// The list that was spliced: the opening, a part, the parts, the proposals.
    pub list: Place,
    /// Where.
    pub at: usize,
    /// How many went.
    pub removed: usize,
    /// How many came.
    pub inserted: usize,
}

/// Where an index stands after a splice; nothing when what it named is gone.
///
/// A splice that replaces as many as it removes leaves the indices alone: a paragraph that was rewritten is still itself.
fn moved_index(index: usize, moved: Moved) -> Option<usize> {
    let Moved { at, removed, inserted, .. } = moved;
    if index < at {
        Some(index)
    } else if index < at.saturating_add(removed) {
        (index - at < inserted).then_some(index)
    } else {
        Some(index - removed + inserted)
    }
}

/// Where a place is once the things of a list have other indices; nothing when what it named is gone.
fn place_in(place: Place, list: Place, index_of: impl Fn(usize) -> Option<usize>) -> Option<Place> {
    match place.index_in(list) {
        Some(index) => index_of(index).map(|index| place.at_index(list, index)),
        None => Some(place),
    }
}

/// Where a place is after a splice; nothing when what it named is gone.
fn moved_place(place: Place, moved: Moved) -> Option<Place> {
    place_in(place, moved.list, |index| moved_index(index, moved))
}

/// Where a place is after a change; nothing when what it named is gone.
type Follow<'a> = &'a dyn Fn(Place) -> Option<Place>;

/// The name of a place after a change; a name that is no place of ours stays as it is.
fn moved_name(name: &str, follow: Follow) -> Option<String> {
    match name.parse::<Place>() {
        Ok(place) => follow(place).map(|place| place.to_string()),
        Err(()) => Some(name.to_owned()),
    }
}

/// A finding's identity (`F04:narrative.2.body.1#2016年`) after a change.
fn moved_identity(identity: &str, follow: Follow) -> Option<String> {
    let Some((rule, rest)) = identity.split_once(':') else { return Some(identity.to_owned()) };
    let (place, quote) = rest.split_once('#').map_or((rest, None), |(place, quote)| (place, Some(quote)));
    let place = moved_name(place, follow)?;
    Some(quote.map_or_else(|| format!("{rule}:{place}"), |quote| format!("{rule}:{place}#{quote}")))
}

/// The reviews after a splice, when it changes them.
pub(super) fn reviewed(before: &[Review], moved: Moved) -> Option<Vec<Review>> {
    followed(before, &|place| moved_place(place, moved))
}

fn followed(before: &[Review], follow: Follow) -> Option<Vec<Review>> {
    let after: Vec<Review> = before
        .iter()
        .filter_map(|review| {
            let finding = moved_identity(&review.finding, follow)?;
            let basis = review.basis.iter().filter_map(|(k, v)| Some((moved_name(k, follow)?, v.clone()))).collect();
            Some(Review { finding, basis, ..review.clone() })
        })
        .collect();
    (after != before).then_some(after)
}

/// The paragraphs of a draft that was read, each of which has become so many.
pub(super) enum Renumbered {
    Opening(Vec<usize>),
    Body(usize, Vec<usize>),
}

impl Draft {
    /// Moves what names a paragraph along with it.
    pub(super) fn renumber(&mut self, renumbered: &Renumbered) {
        let (Renumbered::Opening(counts) | Renumbered::Body(_, counts)) = renumbered;
        // A paragraph stays the first of those that it has become.
        let mut next = 0;
        let places: Vec<Option<usize>> = counts
            .iter()
            .map(|count| {
                next += count;
                (*count > 0).then_some(next - count)
            })
            .collect();
        let index = |m: usize| places.get(m).copied().unwrap_or(Some(m));
        let list = match renumbered {
            Renumbered::Opening(_) => Place::WholeOpening,
            Renumbered::Body(part, _) => Place::Part(*part),
        };
        let follow = |place: Place| place_in(place, list, index);
        if let Some(after) = followed(&self.reviewed, &follow) {
            self.reviewed = after;
        }
    }
}

/// The unread cells after a splice, when it changes them. Only proposals can move.
pub(super) fn unread(before: &Ordered<Place, String>, moved: Moved) -> Option<Ordered<Place, String>> {
    let proposals = Place::Table(TableId::Proposals);
    if !before.keys().any(|place| place.index_in(proposals).is_some()) {
        return None;
    }
    let after: Ordered<Place, String> =
        before.iter().filter_map(|(place, text)| Some((moved_place(*place, moved)?, text.clone()))).collect();
    (after != *before).then_some(after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identity_moves_with_its_paragraph() {
        let inserted = Moved { list: Place::Part(2), at: 1, removed: 0, inserted: 2 };
        let moved = |identity: &str| moved_identity(identity, &|place| moved_place(place, inserted));
        assert_eq!(moved("F04:narrative.2.body.1#2016年~2").as_deref(), Some("F04:narrative.2.body.3#2016年~2"));
        assert_eq!(moved("F04:narrative.2.body.0#2016年").as_deref(), Some("F04:narrative.2.body.0#2016年"));
        assert_eq!(moved("F04:narrative.1.body.1#2016年").as_deref(), Some("F04:narrative.1.body.1#2016年"));
        assert_eq!(moved("N20:history.disclosed.total.2014").as_deref(), Some("N20:history.disclosed.total.2014"));
    }

    #[test]
    fn what_is_gone_is_named_no_more() {
        let removed = Moved { list: Place::Parts, at: 1, removed: 1, inserted: 0 };
        let moved = |identity: &str| moved_identity(identity, &|place| moved_place(place, removed));
        assert_eq!(moved("Q04:narrative.1.heading#1、"), None);
        assert_eq!(moved("Q04:narrative.2.heading#1、").as_deref(), Some("Q04:narrative.1.heading#1、"));
    }

    #[test]
    fn a_rewritten_paragraph_is_still_itself() {
        let rewritten = Moved { list: Place::WholeOpening, at: 0, removed: 1, inserted: 1 };
        let moved = moved_identity("F07:opening.0#等七个部分", &|place| moved_place(place, rewritten));
        assert_eq!(moved.as_deref(), Some("F07:opening.0#等七个部分"));
    }
}
