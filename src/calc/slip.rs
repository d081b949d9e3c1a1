//! Slips of the hand: what a number that was meant can have become when it was typed.

/// A slip of the hand in one number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slip {
    /// Two neighbouring digits in the wrong order: 21 for 12.
    Swapped,
    /// A digit too few: 3 for 30, 5 for 105 typed as 015.
    Dropped,
    /// A digit too many: 30 for 3, 122 for 12.
    Inserted,
    /// One digit for another: 17 for 14.
    Mistyped,
}

/// The slip by which `meant` became `typed`; nothing when they are the same, or lie more than one slip apart.
///
/// A factor of ten is a zero too many or too few.
pub fn slip(meant: i64, typed: i64) -> Option<Slip> {
    if meant < 0 || typed < 0 || meant == typed {
        return None;
    }
    let (meant, typed) = (meant.to_string().into_bytes(), typed.to_string().into_bytes());
    if typed.len() + 1 == meant.len() {
        return lacks_one(&typed, &meant).then_some(Slip::Dropped);
    }
    if meant.len() + 1 == typed.len() {
        return lacks_one(&meant, &typed).then_some(Slip::Inserted);
    }
    if meant.len() != typed.len() {
        return None;
    }
    let differing: Vec<(usize, u8, u8)> = meant
        .iter()
        .zip(&typed)
        .enumerate()
        .filter_map(|(at, (meant, typed))| (meant != typed).then_some((at, *meant, *typed)))
        .collect();
    match differing.as_slice() {
        [_] => Some(Slip::Mistyped),
        [(first, a, b), (second, c, d)] if first + 1 == *second && a == d && b == c => Some(Slip::Swapped),
        _ => None,
    }
}

/// Whether the shorter is the longer without one of its digits.
fn lacks_one(shorter: &[u8], longer: &[u8]) -> bool {
    let same = shorter.iter().zip(longer).take_while(|(a, b)| a == b).count();
    shorter.get(same..) == longer.get(same + 1..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_apart() {
        for (meant, typed, expected) in [
            (12, 21, Some(Slip::Swapped)),
            (3, 30, Some(Slip::Inserted)),
            (30, 3, Some(Slip::Dropped)),
            (105, 15, Some(Slip::Dropped)),
            (12, 122, Some(Slip::Inserted)),
            (1234, 1324, Some(Slip::Swapped)),
            (14, 17, Some(Slip::Mistyped)),
            (0, 7, Some(Slip::Mistyped)),
            (0, 70, Some(Slip::Inserted)),
            (7, 7, None),
            (12, 34, None),
            (123, 321, None),
            (1, 100, None),
            (-1, 1, None),
        ] {
            assert_eq!(slip(meant, typed), expected, "{meant} typed as {typed}");
        }
    }
}
