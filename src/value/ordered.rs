//! A map in the order of its keys, and a stable sort: in the fewest bytes of code.
//!
//! The map and the sorts of the standard library have much code of their own for each type that is put into them: a fifth
//! of what was fetched before the first keystroke. One key put in or taken out moves all after it; a map of many pairs is
//! made of them at once, in O(n log n).

use std::borrow::Borrow;
use std::cmp::Ordering;

/// A map in the order of its keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ordered<K, V>(Vec<(K, V)>);

impl<K, V> Default for Ordered<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Ord, V> Ordered<K, V> {
    /// An empty map.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// A map of many pairs. A key that comes twice is returned as the error.
    pub fn of_unique(mut pairs: Vec<(K, V)>) -> Result<Self, K> {
        stable_sort_by(&mut pairs, |a, b| a.0.cmp(&b.0));
        let twice = pairs.windows(2).position(|pair| matches!(pair, [(one, _), (other, _)] if one == other));
        match twice {
            Some(at) => Err(pairs.swap_remove(at).0),
            None => Ok(Self(pairs)),
        }
    }

    /// Where a key stands, or where it would.
    fn find<Q: Ord + ?Sized>(&self, key: &Q) -> Result<usize, usize>
    where
        K: Borrow<Q>,
    {
        self.0.binary_search_by(|(known, _)| known.borrow().cmp(key))
    }

    /// The value of a key.
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.find(key).ok().and_then(|at| self.0.get(at)).map(|(_, value)| value)
    }

    /// Whether a key is there.
    pub fn contains_key<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.find(key).is_ok()
    }

    /// Puts a value in; returns the one that was there.
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        match self.find(&key) {
            Ok(at) => self.0.get_mut(at).map(|(_, before)| std::mem::replace(before, value)),
            Err(at) => {
                self.0.insert(at, (key, value));
                None
            }
        }
    }

    /// Takes a value out.
    pub fn remove<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        self.find(key).ok().map(|at| self.0.remove(at).1)
    }

    /// How many keys there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The keys with their values, in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&K, &V)> + ExactSizeIterator + Clone {
        self.0.iter().map(|(key, value)| (key, value))
    }

    /// The keys, in order.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &K> + ExactSizeIterator + Clone {
        self.0.iter().map(|(key, _)| key)
    }

    /// The values, in the order of their keys.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &V> + ExactSizeIterator + Clone {
        self.0.iter().map(|(_, value)| value)
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for Ordered<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(pairs: I) -> Self {
        let mut pairs: Vec<(K, V)> = pairs.into_iter().collect();
        stable_sort_by(&mut pairs, |a, b| a.0.cmp(&b.0));
        // Of pairs with one key the last counts, as if they had been put in one by one.
        pairs.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            if same {
                std::mem::swap(next, kept);
            }
            same
        });
        Self(pairs)
    }
}

impl<K, V> IntoIterator for Ordered<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

/// Lends a key and its value.
type Lend<'a, K, V> = fn(&'a (K, V)) -> (&'a K, &'a V);

impl<'a, K, V> IntoIterator for &'a Ordered<K, V> {
    type Item = (&'a K, &'a V);
    type IntoIter = std::iter::Map<std::slice::Iter<'a, (K, V)>, Lend<'a, K, V>>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter().map(|(key, value)| (key, value))
    }
}

/// Sorts things; those that are equal stay as they were. O(n log n), and O(n) where they are in order already.
pub fn stable_sort_by<T>(things: &mut [T], order: impl Fn(&T, &T) -> Ordering) {
    let follows = |one: usize, next: usize| matches!((things.get(one), things.get(next)), (Some(one), Some(next)) if order(one, next) == Ordering::Greater);
    for (one, other) in exchanges(sorted_places(things.len(), &follows)) {
        things.swap(one, other);
    }
}

/// The places of so many things in their order. `follows` says whether the thing at one place comes after that at
/// another. Not generic, so that its code stands in the program once.
fn sorted_places(count: usize, follows: &dyn Fn(usize, usize) -> bool) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    if (1..count).all(|next| !follows(next - 1, next)) {
        return places;
    }
    let mut merged = places.clone();
    let mut width = 1;
    while width < count {
        for (from, into) in places.chunks(2 * width).zip(merged.chunks_mut(2 * width)) {
            let (left, right) = from.split_at(width.min(from.len()));
            merge(left, right, into, follows);
        }
        std::mem::swap(&mut places, &mut merged);
        width *= 2;
    }
    places
}

/// Merges two sorted runs; of things alike that of the first run comes first.
fn merge(mut left: &[usize], mut right: &[usize], into: &mut [usize], follows: &dyn Fn(usize, usize) -> bool) {
    for slot in into {
        match (left, right) {
            ([one, rest @ ..], [other, ..]) if !follows(*one, *other) => (*slot, left) = (*one, rest),
            ([one, rest @ ..], []) => (*slot, left) = (*one, rest),
            (_, [other, rest @ ..]) => (*slot, right) = (*other, rest),
            ([], []) => {}
        }
    }
}

/// The exchanges, in turn, that bring to each index the thing of the place named there.
fn exchanges(mut places: Vec<usize>) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for start in 0..places.len() {
        let mut at = start;
        // A place that is done names itself.
        while let Some(from) = places.get_mut(at).map(|place| std::mem::replace(place, at)) {
            if from == start || from == at {
                break;
            }
            found.push((at, from));
            at = from;
        }
    }
    found
}

/// Things sorted, each of them once.
pub fn each_once<T: Ord>(mut things: Vec<T>) -> Vec<T> {
    stable_sort_by(&mut things, T::cmp);
    things.dedup();
    things
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_map_keeps_the_order_of_its_keys() {
        let mut map: Ordered<String, u8> =
            [("c", 3), ("a", 1), ("b", 2), ("a", 4)].map(|(k, v)| (k.to_owned(), v)).into_iter().collect();
        assert_eq!(map.iter().map(|(k, v)| (k.as_str(), *v)).collect::<Vec<_>>(), [("a", 4), ("b", 2), ("c", 3)]);
        assert_eq!((map.get("b"), map.get("d"), map.len()), (Some(&2), None, 3));
        assert_eq!((map.insert("b".to_owned(), 5), map.remove("a"), map.remove("a")), (Some(2), Some(4), None));
        assert_eq!(map.keys().map(String::as_str).collect::<String>(), "bc");
    }

    #[test]
    fn many_things_are_sorted_as_the_standard_library_sorts_them() {
        for count in [0_usize, 1, 2, 3, 4, 5, 7, 8, 9, 100, 1_000, 4_097] {
            for modulus in [1, 2, 10, 9_973] {
                let things: Vec<(usize, usize)> = (0..count).map(|n| (n * 7_919 % modulus, n)).collect();
                let (mut ours, mut theirs) = (things.clone(), things);
                stable_sort_by(&mut ours, |a, b| a.0.cmp(&b.0));
                theirs.sort_by_key(|thing| thing.0);
                assert_eq!(ours, theirs, "{count} {modulus}");
            }
        }
    }

    #[test]
    fn sorting_compares_in_the_order_of_n_log_n() {
        for in_reverse in [false, true] {
            let compared = std::cell::Cell::new(0_usize);
            let mut things: Vec<usize> =
                (0..1 << 16).map(|n| if in_reverse { usize::MAX - n } else { n * 7_919 % 65_537 }).collect();
            stable_sort_by(&mut things, |a, b| {
                compared.set(compared.get() + 1);
                a.cmp(b)
            });
            assert!(things.is_sorted() && compared.get() <= 17 << 16, "{}", compared.get());
        }
    }

    #[test]
    fn many_pairs_are_sorted_and_a_key_that_comes_twice_is_refused() {
        let pairs = |count: u32| (0..count).map(|n| (n * 7_919 % count, n)).collect::<Vec<_>>();
        for count in [0, 1, 2, 3, 10, 1000] {
            let map = Ordered::of_unique(pairs(count)).expect("each key once");
            assert!(map.keys().copied().eq(0..count), "{count}");
        }
        assert_eq!(Ordered::of_unique(vec![(2, 'a'), (1, 'b'), (2, 'c')]), Err(2));
    }

    #[test]
    fn equal_things_stay_as_they_were() {
        let mut things = vec![(2, 'a'), (1, 'b'), (2, 'c'), (0, 'd'), (1, 'e')];
        stable_sort_by(&mut things, |a, b| a.0.cmp(&b.0));
        assert_eq!(things, [(0, 'd'), (1, 'b'), (1, 'e'), (2, 'a'), (2, 'c')]);
        assert_eq!(each_once(vec![3, 1, 3, 2, 1]), [1, 2, 3]);
    }
}
