//! The arithmetic of a finding: lines of terms and what they make.

use std::fmt;

use crate::value::Decimal;

/// Both sides of a sum, line by line, and the difference.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Arithmetic {
    /// The lines.
    pub lines: Vec<Line>,
    /// 相差; nothing when the lines say it.
    pub difference: Option<String>,
}

/// A line of arithmetic: terms, and what they make.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Line {
    /// The terms.
    pub terms: Vec<Term>,
    /// What they make; nothing for a line that only lists.
    pub result: Option<String>,
}

/// A term of arithmetic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The sign before it (＋ − ÷); empty before the first.
    pub sign: &'static str,
    /// What it is: 本年新收.
    pub label: String,
    /// Its value.
    pub value: String,
}

impl Line {
    /// A line of terms joined by one sign.
    pub fn of(sign: &'static str, terms: impl IntoIterator<Item = (String, Decimal)>) -> Self {
        let terms = terms.into_iter().enumerate().map(|(index, (label, value))| Term {
            sign: if index == 0 { "" } else { sign },
            label,
            value: value.to_string(),
        });
        Self { terms: terms.collect(), result: None }
    }

    /// The same line with what it makes.
    #[must_use]
    pub fn makes(self, result: impl Into<String>) -> Self {
        Self { result: Some(result.into()), ..self }
    }
}

impl fmt::Display for Line {
    /// 本年新收 3 + 上年结转 0 = 3
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for Term { sign, label, value } in &self.terms {
            match *sign {
                "" => write!(f, "{label} {value}")?,
                "＋" => write!(f, " + {label} {value}")?,
                sign => write!(f, " {sign} {label} {value}")?,
            }
        }
        self.result.as_ref().map_or(Ok(()), |result| write!(f, " = {result}"))
    }
}
