//! A number of a report, exact, so that a spreadsheet gets a number and not its words.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::value::{Decimal, Figure};

/// A number as it is printed. Its text is what stands on paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Number {
    /// The exact value, with as many decimals as are printed: 59237.2449, 0.00, 95.6 for 95.6%. As text in JSON.
    #[serde(with = "rust_decimal::serde::str")]
    pub value: Decimal,
    /// What is counted, and with it how the number is written.
    pub kind: NumberKind,
    /// Its unit (件, 万元, %); empty where the form names none. Only % is printed with the number.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub unit: String,
}

/// What a number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NumberKind {
    /// A whole number from 0 upwards.
    Count,
    /// A whole number that may be negative (本年增/减).
    Change,
    /// An amount of money.
    Money,
    /// A part of a whole in per cent: 80%.
    Share,
    /// Growth against an earlier figure in per cent, with its sign: +95.6%, −29.7%, 0.0%.
    Growth,
}

impl Number {
    /// A count, a change or an amount of money, in its unit.
    pub fn figure(figure: Figure, unit: &str) -> Self {
        let kind = match figure {
            Figure::Count(_) => NumberKind::Count,
            Figure::Change(_) => NumberKind::Change,
            Figure::Money(_) => NumberKind::Money,
        };
        Self { value: figure.exact(), kind, unit: unit.to_owned() }
    }

    /// A count in its unit.
    pub fn count(value: Decimal, unit: &str) -> Self {
        Self { value, kind: NumberKind::Count, unit: unit.to_owned() }
    }

    /// A share in per cent.
    pub fn share(percent: Decimal) -> Self {
        Self { value: percent, kind: NumberKind::Share, unit: "%".to_owned() }
    }

    /// Growth in per cent.
    pub fn growth(percent: Decimal) -> Self {
        Self { value: percent, kind: NumberKind::Growth, unit: "%".to_owned() }
    }

    /// How many decimals are printed.
    pub fn decimals(&self) -> u32 {
        self.value.scale()
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind {
            NumberKind::Count | NumberKind::Change | NumberKind::Money => self.value.fmt(f),
            NumberKind::Share => write!(f, "{}%", self.value),
            NumberKind::Growth if self.value.is_zero() => write!(f, "{}%", self.value.abs()),
            NumberKind::Growth => {
                let sign = if self.value.is_sign_negative() { "−" } else { "+" };
                write!(f, "{sign}{}%", self.value.abs())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Kind;

    #[test]
    fn a_number_is_printed_as_on_paper() {
        let decimal = |text: &str| text.parse::<Decimal>().expect("a decimal");
        for (number, printed) in [
            (Number::count(decimal("3511"), "件"), "3511"),
            (Number::share(decimal("80")), "80%"),
            (Number::share(decimal("96.9")), "96.9%"),
            (Number::growth(decimal("95.6")), "+95.6%"),
            (Number::growth(decimal("-29.7")), "−29.7%"),
            (Number::growth(decimal("-0.0")), "0.0%"),
        ] {
            assert_eq!(number.to_string(), printed);
        }
        for (kind, text) in
            [(Kind::Money, "59237.2449"), (Kind::Money, "0.00"), (Kind::Change, "-3"), (Kind::Count, "0")]
        {
            let figure = Figure::read(kind, text).ok().flatten().expect("a figure");
            assert_eq!(Number::figure(figure, "件").to_string(), text);
        }
    }

    #[test]
    fn the_decimals_travel() {
        let money = Number { value: Decimal::new(100, 2), kind: NumberKind::Money, unit: "万元".to_owned() };
        let json = serde_json::to_string(&money).expect("JSON");
        assert_eq!(json, r#"{"value":"1.00","kind":"money","unit":"万元"}"#);
        let back: Number = serde_json::from_str(&json).expect("a number");
        assert_eq!((back.decimals(), back), (2, money));
    }
}
