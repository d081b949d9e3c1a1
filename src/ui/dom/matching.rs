//! Which rows of a list stay when its keys change. Linear in the number of keys, and one piece of code for lists of every kind.

/// For each key of the list as it is now, the row that stood for it before. Keys are compared by hash first: `is_same` is asked
/// of a row before and one now whose hashes are alike. No key comes twice.
pub(super) fn rows_that_stay(
    before: &[u64],
    now: &[u64],
    is_same: &dyn Fn(usize, usize) -> bool,
) -> Vec<Option<usize>> {
    // An open table of twice the size: each row is found after one or two steps.
    let mask = (before.len() * 2).next_power_of_two() - 1;
    let mut table: Vec<Option<usize>> = vec![None; mask + 1];
    for (row, hash) in before.iter().enumerate() {
        let mut at = slot(*hash, mask);
        while table.get(at).is_some_and(Option::is_some) {
            at = (at + 1) & mask;
        }
        if let Some(free) = table.get_mut(at) {
            *free = Some(row);
        }
    }
    let find = |(row, hash): (usize, &u64)| {
        let mut at = slot(*hash, mask);
        while let Some(stood) = table.get(at).copied().flatten() {
            if before.get(stood) == Some(hash) && is_same(stood, row) {
                return Some(stood);
            }
            at = (at + 1) & mask;
        }
        None
    };
    now.iter().enumerate().map(find).collect()
}

#[allow(clippy::cast_possible_truncation, reason = "any part of the hash will do")]
fn slot(hash: u64, mask: usize) -> usize {
    // The upper half is the better mixed one.
    (hash >> 32) as usize & mask
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    fn hash(key: u64) -> u64 {
        key.wrapping_mul(0x9e37_79b9_7f4a_7c15)
    }

    /// The rows that stay, and how often two keys were compared.
    fn stay(before: &[u64], now: &[u64], hash: fn(u64) -> u64) -> (Vec<Option<usize>>, usize) {
        let compared = Cell::new(0);
        let is_same = |one: usize, other: usize| {
            compared.set(compared.get() + 1);
            before[one] == now[other]
        };
        let hashes = |keys: &[u64]| keys.iter().map(|key| hash(*key)).collect::<Vec<_>>();
        (rows_that_stay(&hashes(before), &hashes(now), &is_same), compared.get())
    }

    #[test]
    fn rows_stay_where_their_key_does() {
        assert_eq!(stay(&[], &[], hash).0, []);
        assert_eq!(stay(&[], &[1], hash).0, [None]);
        assert_eq!(stay(&[1, 2, 3], &[], hash).0, []);
        assert_eq!(stay(&[1, 2, 3], &[3, 4, 1], hash).0, [Some(2), None, Some(0)]);
        // Hashes that are alike do not make keys the same.
        assert_eq!(stay(&[1, 2, 3], &[3, 4, 1], |_| 7).0, [Some(2), None, Some(0)]);
    }

    #[test]
    fn many_rows_are_compared_once_each() {
        let before: Vec<u64> = (0..20_000).collect();
        let now: Vec<u64> = (0..20_000).rev().chain(30_000..40_000).collect();
        let (stays, compared) = stay(&before, &now, hash);
        assert_eq!(stays.iter().flatten().count(), 20_000);
        assert_eq!(compared, 20_000);
    }
}
