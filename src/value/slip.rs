//! Numbers that differ as a slip of the hand makes them.

use super::Decimal;

/// From so many digits on, one digit that is another is a slip rather than another number.
const LONG: usize = 4;

/// Whether two whole numbers are the same but for two digits that have changed places: 26768 and 26786.
pub fn is_turned(one: Decimal, other: Decimal) -> bool {
    matches!(differing_digits(one, other).as_slice(), [(a, b), (c, d)] if a == d && b == c)
}

/// Whether one whole number can be the other written wrongly: two digits turned, or of many digits one another.
pub fn is_slip(one: Decimal, other: Decimal) -> bool {
    let is_long = digits(one).is_some_and(|digits| digits.len() >= LONG);
    is_turned(one, other) || (is_long && differing_digits(one, other).len() == 1)
}

/// The digits in which two whole numbers of one length differ; none where they cannot be held against each other.
fn differing_digits(one: Decimal, other: Decimal) -> Vec<(char, char)> {
    let (Some(one), Some(other)) = (digits(one), digits(other)) else { return Vec::new() };
    if one.len() != other.len() {
        return Vec::new();
    }
    one.chars().zip(other.chars()).filter(|(a, b)| a != b).collect()
}

fn digits(number: Decimal) -> Option<String> {
    let is_count = number.fract().is_zero() && !number.is_sign_negative();
    is_count.then(|| number.trunc().normalize().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_turned_and_one_digit_of_many() {
        let turned = |one: u32, other: u32| is_turned(one.into(), other.into());
        assert!(turned(26768, 26786) && turned(23, 32) && turned(79306, 79603));
        assert!(!turned(158, 158) && !turned(158, 581) && !turned(12, 123) && !turned(100, 110));
        let slip = |one: u32, other: u32| is_slip(one.into(), other.into());
        assert!(slip(1204, 1234) && slip(23, 32));
        assert!(!slip(204, 234) && !slip(7, 8) && !slip(1204, 1204));
        assert!(!is_turned("1.2".parse().expect("a number"), "2.1".parse().expect("a number")));
    }
}
