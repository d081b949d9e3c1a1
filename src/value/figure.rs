//! A figure of the report: a count, a signed change, or an amount of money.

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;

use super::width::half_width;

/// The largest whole number a draft holds: 2⁵³ − 1, so that any JSON reader takes it back exactly.
const LARGEST: i64 = 9_007_199_254_740_991;

/// What a cell of the form takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A whole number from 0 upwards (件, 条, 次, 人 …).
    Count,
    /// A whole number that may be negative (本年增/减).
    Change,
    /// An exact decimal from 0 upwards (万元, or 元 where the cell says so).
    Money,
}

/// A whole number from 0 to 9 007 199 254 740 991.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Count(i64);

impl Count {
    /// The count, or nothing when it is negative or too large to be held exactly.
    pub fn new(value: i64) -> Option<Self> {
        (0..=LARGEST).contains(&value).then_some(Self(value))
    }

    /// The number itself.
    pub fn get(self) -> i64 {
        self.0
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A whole number that may be negative: 本年增/减.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Change(i64);

impl Change {
    /// The change, or nothing when it is too large to be held exactly.
    pub fn new(value: i64) -> Option<Self> {
        (-LARGEST..=LARGEST).contains(&value).then_some(Self(value))
    }

    /// The number itself.
    pub fn get(self) -> i64 {
        self.0
    }
}

/// An amount of money from 0 upwards, with the decimals it was written with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Amount(Decimal);

impl Amount {
    /// The amount, or nothing when it is negative.
    pub fn new(value: Decimal) -> Option<Self> {
        (!value.is_sign_negative() || value.is_zero()).then(|| Self(value.abs()))
    }

    /// The number itself.
    pub fn get(self) -> Decimal {
        self.0
    }
}

/// What stands in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// A count.
    Count(Count),
    /// A signed change.
    Change(Change),
    /// An amount of money.
    Money(Amount),
}

/// A text that is no figure of the kind its cell takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// Not a number at all.
    NotANumber,
    /// A number with a fraction where only whole ones are meant.
    Fraction,
    /// A negative number where none can be.
    Negative,
    /// A number too large to be held exactly.
    TooLarge,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotANumber => "不是数字",
            Self::Fraction => "不是整数",
            Self::Negative => "是负数",
            Self::TooLarge => "超出能准确保存的范围",
        })
    }
}

impl Figure {
    /// The count that it is, where it is one.
    pub fn count(self) -> Option<Count> {
        match self {
            Self::Count(count) => Some(count),
            Self::Change(_) | Self::Money(_) => None,
        }
    }

    /// Reads what was typed into a cell: digits of either width, thousands separated or not, blanks around, the point as input methods
    /// write it.
    ///
    /// An empty text is a blank cell (`None`), which is not 0.
    pub fn read(kind: Kind, text: &str) -> Result<Option<Self>, Unreadable> {
        let plain = half_width(text);
        // An input method writes a point as 。 or ·.
        let point = |c| if matches!(c, '。' | '·') { '.' } else { c };
        let compact: String = plain.chars().filter(|c| !c.is_whitespace()).map(point).collect();
        if compact.is_empty() {
            return Ok(None);
        }
        let (negative, digits) = match compact.strip_prefix(['-', '减', '降']) {
            Some(rest) => (true, rest),
            None => (false, compact.strip_prefix(['+', '增']).unwrap_or(&compact)),
        };
        let digits = without_separators(digits).ok_or(Unreadable::NotANumber)?;
        Self::from_plain(kind, negative, &digits).map(Some)
    }

    /// The figure written by an unsigned run of ASCII digits with at most one point.
    fn from_plain(kind: Kind, negative: bool, digits: &str) -> Result<Self, Unreadable> {
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let all_digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || !all_digits(whole) || !all_digits(fraction) || digits.ends_with('.') {
            return Err(Unreadable::NotANumber);
        }
        if kind == Kind::Money {
            let value = Decimal::from_str_exact(digits).map_err(|_| Unreadable::TooLarge)?;
            if negative && !value.is_zero() {
                return Err(Unreadable::Negative);
            }
            return Amount::new(value).map(Self::Money).ok_or(Unreadable::Negative);
        }
        if fraction.bytes().any(|b| b != b'0') {
            return Err(Unreadable::Fraction);
        }
        let value = i64::from_str(whole).map_err(|_| Unreadable::TooLarge)?;
        let value = if negative { -value } else { value };
        match kind {
            Kind::Count if value < 0 => Err(Unreadable::Negative),
            Kind::Count => Count::new(value).map(Self::Count).ok_or(Unreadable::TooLarge),
            Kind::Change | Kind::Money => Change::new(value).map(Self::Change).ok_or(Unreadable::TooLarge),
        }
    }

    /// A figure of this kind with this exact value, or nothing when the kind cannot hold it.
    pub fn from_exact(kind: Kind, value: Decimal) -> Option<Self> {
        Self::read(kind, &value.to_string()).ok().flatten()
    }

    /// The zero of a kind, which a blank cell is not.
    pub fn zero(kind: Kind) -> Self {
        match kind {
            Kind::Count => Self::Count(Count(0)),
            Kind::Change => Self::Change(Change(0)),
            Kind::Money => Self::Money(Amount(Decimal::ZERO)),
        }
    }

    /// The exact value, for arithmetic and comparison.
    pub fn exact(self) -> Decimal {
        match self {
            Self::Count(count) => count.0.into(),
            Self::Change(change) => change.0.into(),
            Self::Money(amount) => amount.0,
        }
    }

    /// Whether the value is zero.
    pub fn is_zero(self) -> bool {
        self.exact().is_zero()
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Count(count) => count.0.fmt(f),
            Self::Change(change) => change.0.fmt(f),
            Self::Money(amount) => amount.0.fmt(f),
        }
    }
}

/// The digits without thousands separators, or nothing when the separators do not part groups of three.
fn without_separators(digits: &str) -> Option<String> {
    if !digits.contains(',') {
        return Some(digits.to_owned());
    }
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let well_formed = (1..=3).contains(&first.len()) && groups.all(|g| g.len() == 3);
    (well_formed && !fraction.contains(',')).then(|| digits.replace(',', ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(kind: Kind, text: &str, expected: &str) {
        let shown = match Figure::read(kind, text) {
            Ok(Some(figure)) => figure.to_string(),
            Ok(None) => "blank".to_owned(),
            Err(why) => why.to_string(),
        };
        assert_eq!(shown, expected, "{text:?}");
    }

    #[test]
    fn counts_as_people_type_them() {
        for (text, expected) in [
            ("", "blank"),
            ("  ", "blank"),
            ("\u{3000}", "blank"),
            ("0", "0"),
            ("007", "7"),
            ("１２", "12"),
            ("1,234", "1234"),
            ("1，234，567", "1234567"),
            (" 88 ", "88"),
            ("88.0", "88"),
            ("9007199254740991", "9007199254740991"),
            ("9007199254740992", "超出能准确保存的范围"),
            ("99999999999999999999", "超出能准确保存的范围"),
            ("3.5", "不是整数"),
            ("-3", "是负数"),
            ("约20", "不是数字"),
            ("3件", "不是数字"),
            ("12,34", "不是数字"),
            (",123", "不是数字"),
            ("1.", "不是数字"),
            (".5", "不是数字"),
            ("1.2.3", "不是数字"),
            ("-", "不是数字"),
        ] {
            reads(Kind::Count, text, expected);
        }
    }

    #[test]
    fn changes_carry_a_sign_in_figures_or_in_words() {
        for (text, expected) in [("减3", "-3"), ("－35", "-35"), ("+4", "4"), ("增4", "4"), ("−1", "-1"), ("0", "0")]
        {
            reads(Kind::Change, text, expected);
        }
    }

    #[test]
    fn money_keeps_the_decimals_it_was_written_with() {
        for (text, expected) in [
            ("59,237.2449", "59237.2449"),
            ("１２．５", "12.5"),
            ("12。5", "12.5"),
            ("12·5", "12.5"),
            ("0.00", "0.00"),
            ("1234567890123456.78", "1234567890123456.78"),
            ("-1", "是负数"),
            ("99999999999999999999999999999999", "超出能准确保存的范围"),
        ] {
            reads(Kind::Money, text, expected);
        }
    }

    #[test]
    fn a_minus_zero_of_money_is_zero() {
        assert!(Amount::new(Decimal::new(-1, 0)).is_none());
        assert_eq!(Amount::new(-Decimal::ZERO).map(|a| a.get().to_string()), Some("0".to_owned()));
    }
}
