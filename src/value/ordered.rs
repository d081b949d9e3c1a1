//! A map in the order of its keys, and sorting: for tens of things, in the fewest bytes.
//!
//! The map and the sorts of the standard library are made for millions, with code of their own for each type that is put into
//! them: a fifth of what was fetched before the first keystroke. Not for what can hold thousands of things.

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

    /// A map of many pairs; gives back a key that comes twice.
    pub fn of_unique(mut pairs: Vec<(K, V)>) -> Result<Self, K> {
        heap_sort(&mut pairs, |a, b| a.0 < b.0);
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

    /// Puts a value in; gives back the one that was there.
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
        let mut map = Self::new();
        map.extend(pairs);
        map
    }
}

impl<K: Ord, V> Extend<(K, V)> for Ordered<K, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, pairs: I) {
        for (key, value) in pairs {
            self.insert(key, value);
        }
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

/// Sorts many things, of which none equals another.
fn heap_sort<T>(things: &mut [T], less: impl Fn(&T, &T) -> bool) {
    let is_less =
        |things: &[T], a: usize, b: usize| matches!((things.get(a), things.get(b)), (Some(a), Some(b)) if less(a, b));
    let sink = |things: &mut [T], mut at: usize, end: usize| loop {
        let (left, right) = (2 * at + 1, 2 * at + 2);
        if left >= end {
            return;
        }
        let larger = if right < end && is_less(things, left, right) { right } else { left };
        if !is_less(things, at, larger) {
            return;
        }
        things.swap(at, larger);
        at = larger;
    };
    for at in (0..things.len() / 2).rev() {
        sink(things, at, things.len());
    }
    for end in (1..things.len()).rev() {
        things.swap(0, end);
        sink(things, 0, end);
    }
}

/// Sorts a few things; those that are equal stay as they were.
pub fn sort_by<T>(things: &mut [T], order: impl Fn(&T, &T) -> Ordering) {
    for end in 1..things.len() {
        let mut at = end;
        while at > 0
            && matches!(things.get(at - 1..=at), Some([before, this]) if order(before, this) == Ordering::Greater)
        {
            things.swap(at - 1, at);
            at -= 1;
        }
    }
}

/// A few things sorted, each of them once.
pub fn each_once<T: Ord>(mut things: Vec<T>) -> Vec<T> {
    sort_by(&mut things, T::cmp);
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
    fn many_pairs_are_sorted_and_a_key_that_comes_twice_is_told() {
        let pairs = |count: u32| (0..count).map(|n| (n * 7_919 % count, n)).collect::<Vec<_>>();
        for count in [0, 1, 2, 3, 10, 1000] {
            let map = Ordered::of_unique(pairs(count)).expect("each key once");
            assert!(map.keys().copied().eq(0..count), "{count}");
        }
        assert_eq!(Ordered::of_unique(vec![(2, 'a'), (1, 'b'), (2, 'c')]), Err(2));
    }

    #[test]
    fn sorting_leaves_equal_things_as_they_were() {
        let mut things = vec![(2, 'a'), (1, 'b'), (2, 'c'), (0, 'd'), (1, 'e')];
        sort_by(&mut things, |a, b| a.0.cmp(&b.0));
        assert_eq!(things, [(0, 'd'), (1, 'b'), (1, 'e'), (2, 'a'), (2, 'c')]);
        assert_eq!(each_once(vec![3, 1, 3, 2, 1]), [1, 2, 3]);
    }
}
