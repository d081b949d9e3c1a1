//! A relation of the form that does not hold, with both sides of its arithmetic.

use super::total::{is_complete, shown};
use crate::draft::Draft;
use crate::form::{Law, Term};
use crate::value::Decimal;

/// One side of a relation: its terms with their values, and their sum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// The terms that are there.
    pub terms: Vec<(Term, Decimal)>,
    /// Their sum.
    pub sum: Decimal,
    /// Whether none is missing.
    pub complete: bool,
}

/// Two sides that should agree and do not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imbalance {
    /// The side named first: 本年新收 + 上年结转; a total; a part.
    pub left: Side,
    /// The side named second.
    pub right: Side,
}

impl Imbalance {
    /// By how much the sides differ, without a sign.
    pub fn difference(&self) -> Decimal {
        (self.left.sum - self.right.sum).abs()
    }
}

fn side(draft: &Draft, terms: &[Term]) -> Side {
    let there: Vec<(Term, Decimal)> =
        terms.iter().filter_map(|term| Some((*term, shown(draft, term.key).figure?.exact()))).collect();
    Side {
        sum: there.iter().fold(Decimal::ZERO, |sum, (_, value)| sum.saturating_add(*value)),
        terms: there,
        complete: terms.iter().all(|term| is_complete(draft, term.key)),
    }
}

/// How a column of table three stands, for the line below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Balance {
    /// A cell of it is still blank.
    Unfinished,
    /// Both sides are this.
    Holds(Decimal),
    /// The sides differ by this.
    Off(Decimal),
}

/// How the two sides of a relation stand.
pub fn balance(draft: &Draft, left: &[Term], right: &[Term]) -> Balance {
    let (left, right) = (side(draft, left), side(draft, right));
    if !left.complete || !right.complete {
        Balance::Unfinished
    } else if left.sum == right.sum {
        Balance::Holds(left.sum)
    } else {
        Balance::Off((left.sum - right.sum).abs())
    }
}

/// How a relation fails in this draft; nothing when it holds or cannot be said yet.
///
/// With a blank part a relation says nothing, unless the parts that are there already exceed a stated total.
/// Relations to last year's draft are not looked at here.
pub fn imbalance(draft: &Draft, law: &Law) -> Option<Imbalance> {
    let (left, right, holds): (Side, Side, fn(&Side, &Side) -> bool) = match law {
        Law::Sum { total, parts } => {
            draft.figure(total.key)?;
            let exceeds = |total: &Side, parts: &Side| {
                if parts.complete { parts.sum == total.sum } else { parts.sum <= total.sum }
            };
            (side(draft, &[*total]), side(draft, parts), exceeds)
        }
        Law::Balance { left, right } => {
            let (left, right) = (side(draft, left), side(draft, right));
            if !left.complete || !right.complete {
                return None;
            }
            (left, right, |left, right| left.sum == right.sum)
        }
        Law::AtMost { part, whole } => {
            let (part, whole) = (side(draft, &[*part]), side(draft, whole));
            if part.terms.is_empty() || !whole.complete {
                return None;
            }
            (part, whole, |part, whole| part.sum <= whole.sum)
        }
        Law::Carried { .. } | Law::Rolled { .. } | Law::Moved { .. } => return None,
    };
    (!holds(&left, &right)).then_some(Imbalance { left, right })
}
