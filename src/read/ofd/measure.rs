//! Lengths and places of an OFD, in whole millionths: no number goes through floating point.

/// So many parts are one.
pub const ONE: i64 = 1_000_000;
/// Lengths beyond are cut, in millionths: ten thousand metres.
const LARGEST: i64 = 10_000_000 * ONE;

/// A number as it is written (-1.5, 3, .25, 1e-3); nothing where it is none.
pub fn number(text: &str) -> Option<i64> {
    let (mantissa, power) = match text.split_once(['e', 'E']) {
        Some((mantissa, power)) => (mantissa, power.parse::<i32>().ok()?),
        None => (text, 0),
    };
    let (is_negative, digits) = match mantissa.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, mantissa.strip_prefix('+').unwrap_or(mantissa)),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.is_empty() && part.is_empty() {
        return None;
    }
    let mut value: i64 = 0;
    // The point moves with the power; six digits after it are kept.
    let places = i64::try_from(whole.len()).ok()? + i64::from(power);
    let mut place = 0;
    for digit in whole.chars().chain(part.chars()) {
        let digit = i64::from(digit.to_digit(10)?);
        if place < places + 6 {
            value = value.saturating_mul(10).saturating_add(digit).min(LARGEST);
        }
        place += 1;
    }
    for _ in place.min(places + 6)..(places + 6).min(place + 40) {
        value = value.saturating_mul(10).min(LARGEST);
    }
    if places + 6 < 0 {
        value = 0;
    }
    Some(if is_negative { -value } else { value })
}

/// All numbers of a list with blanks; what is none ends it.
pub fn numbers(text: &str) -> Vec<i64> {
    text.split_ascii_whitespace().map_while(number).collect()
}

/// How far each letter is from the one before it: `g n d` stands for n times d (GB/T 33190, 11.3). No more than are needed.
pub fn distances(text: &str, needed: usize) -> Vec<i64> {
    let mut distances = Vec::new();
    let mut words = text.split_ascii_whitespace();
    while let Some(word) = words.next().filter(|_| distances.len() < needed) {
        if word == "g" {
            let count = words.next().and_then(|count| count.parse::<usize>().ok());
            let Some((count, distance)) = count.zip(words.next().and_then(number)) else { break };
            let room = needed - distances.len();
            distances.extend(std::iter::repeat_n(distance, count.min(room)));
        } else {
            let Some(distance) = number(word) else { break };
            distances.push(distance);
        }
    }
    distances
}

/// How places in an object become places on the page: `a b c d e f` as in GB/T 33190, 7.2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Matrix([i64; 6]);

#[allow(clippy::many_single_char_names, reason = "they are those of the standard")]
impl Matrix {
    /// Places stay where they are.
    pub const SAME: Self = Self([ONE, 0, 0, ONE, 0, 0]);

    /// That of the six numbers; of others, none.
    pub fn of(numbers: &[i64]) -> Self {
        <[i64; 6]>::try_from(numbers).map_or(Self::SAME, Self)
    }

    /// The same, and then moved.
    pub fn moved(self, x: i64, y: i64) -> Self {
        let [a, b, c, d, e, f] = self.0;
        Self([a, b, c, d, cut(i128::from(e) + i128::from(x)), cut(i128::from(f) + i128::from(y))])
    }

    /// This one, and then the other.
    pub fn then(self, outer: Self) -> Self {
        let [a, b, c, d, e, f] = self.0;
        let turned = |x, y| {
            let [oa, ob, oc, od, _, _] = outer.0;
            (times(x, oa, y, oc), times(x, ob, y, od))
        };
        let ((a, b), (c, d), (e, f)) = (turned(a, b), turned(c, d), outer.place(e, f));
        Self([a, b, c, d, e, f])
    }

    /// Where a place is.
    pub fn place(self, x: i64, y: i64) -> (i64, i64) {
        let [a, b, c, d, e, f] = self.0;
        (cut(i128::from(times(x, a, y, c)) + i128::from(e)), cut(i128::from(times(x, b, y, d)) + i128::from(f)))
    }

    /// How long lengths become that lie along the base line, and those across it.
    pub fn scales(self) -> (i64, i64) {
        let [a, b, c, d, _, _] = self.0;
        let length = |x: i64, y: i64| {
            let square = i128::from(x) * i128::from(x) + i128::from(y) * i128::from(y);
            i64::try_from(square.isqrt()).unwrap_or(LARGEST)
        };
        (length(a, b), length(c, d))
    }

    /// The degrees by which the base line is turned with the clock: a right angle, or 45 for all that is none.
    pub fn turn(self) -> u16 {
        let [a, b, _, _, _, _] = self.0;
        let (across, down) = (a.unsigned_abs(), b.unsigned_abs());
        match (down <= across / 20, across <= down / 20) {
            (true, _) if a < 0 => 180,
            (true, _) => 0,
            (_, true) if b < 0 => 270,
            (_, true) => 90,
            (false, false) => 45,
        }
    }
}

fn cut(value: i128) -> i64 {
    i64::try_from(value.clamp(i128::from(-LARGEST), i128::from(LARGEST))).unwrap_or_default()
}

/// The product of two numbers.
pub fn product(one: i64, other: i64) -> i64 {
    times(one, other, 0, 0)
}

fn times(x: i64, a: i64, y: i64, c: i64) -> i64 {
    cut((i128::from(x) * i128::from(a) + i128::from(y) * i128::from(c)) / i128::from(ONE))
}

/// Millimetres as thousandths of a point.
pub fn points(millimetres: i64) -> i32 {
    let points = i128::from(millimetres) * 720 / 254_000;
    i32::try_from(points.clamp(-1_000_000_000, 1_000_000_000)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_exactly() {
        for (text, value) in [
            ("0", 0),
            ("12", 12 * ONE),
            ("-1.5", -1_500_000),
            ("+.25", 250_000),
            ("2.", 2 * ONE),
            ("0.12345678", 123_456),
            ("1e-3", 1000),
            ("1.5E2", 150 * ONE),
            ("1e-99", 0),
            ("85.00000000000001", 85 * ONE),
            ("1e999999999", LARGEST),
            ("99999999999999999999999", LARGEST),
        ] {
            assert_eq!(number(text), Some(value), "{text}");
        }
        for text in ["", ".", "-", "a", "1x", "1e", "１"] {
            assert_eq!(number(text), None, "{text}");
        }
    }

    #[test]
    fn distances_are_repeated_no_more_often_than_needed() {
        assert_eq!(distances("5 g 3 2 1", 9), [5 * ONE, 2 * ONE, 2 * ONE, 2 * ONE, ONE]);
        assert_eq!(distances("g 999999999999 2", 3).len(), 3);
        assert_eq!(distances("5 g", 3), [5 * ONE]);
    }

    #[test]
    fn places_are_turned_stretched_and_moved() {
        let half = Matrix::of(&[ONE / 2, 0, 0, ONE / 2, 0, 0]);
        assert_eq!(half.moved(10 * ONE, 0).place(4 * ONE, 6 * ONE), (12 * ONE, 3 * ONE));
        let down = Matrix::of(&[0, ONE, -ONE, 0, 0, 0]);
        assert_eq!((down.turn(), down.place(ONE, 0)), (90, (0, ONE)));
        assert_eq!(half.then(down).place(2 * ONE, 0), (0, ONE));
        assert_eq!(half.then(down).scales(), (ONE / 2, ONE / 2));
        assert_eq!(Matrix::of(&[ONE, ONE, -ONE, ONE, 0, 0]).turn(), 45);
        assert_eq!(Matrix::of(&[ONE]), Matrix::SAME);
    }

    #[test]
    fn a_page_of_a4_is_595_points_wide() {
        assert_eq!(points(210 * ONE), 595_275);
    }
}
