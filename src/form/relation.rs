//! The relations between the figures of a form (勾稽关系), as data.

use super::{Key, Place};

/// How much a fault weighs, in the words clerks know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// 强制性: the report must not go out so.
    Error,
    /// 核实性: likely wrong; mend it, or accept it with a note that says why.
    Warning,
    /// 提示.
    Hint,
}

/// A relation that must hold, and the rule that speaks when it does not.
#[derive(Clone, Debug)]
pub struct Relation {
    /// The rule's printed id.
    pub rule: &'static str,
    /// How much a fault weighs.
    pub severity: Severity,
    /// The place it is reported at: a cell, a row or a column.
    pub place: Place,
    /// What the place is called: 商业企业.
    pub title: &'static str,
    /// What must hold.
    pub law: Law,
}

/// A figure in a relation, under the short name that its arithmetic has for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// The figure.
    pub key: Key,
    /// Its short name: 本年新收.
    pub label: &'static str,
}

/// What must hold between figures.
#[derive(Clone, Debug)]
pub enum Law {
    /// The total is the sum of its parts; a total that nobody stated is computed by it.
    Sum {
        /// The total.
        total: Term,
        /// Its parts.
        parts: Vec<Term>,
    },
    /// Both sides add up to the same.
    Balance {
        /// 本年新收 + 上年结转.
        left: Vec<Term>,
        /// 总计 + 结转下年度.
        right: Vec<Term>,
    },
    /// A part is not above the whole, which may be a sum.
    AtMost {
        /// The part.
        part: Term,
        /// What it may not exceed.
        whole: Vec<Term>,
    },
    /// What is carried in is what last year carried out.
    Carried {
        /// 上年结转, of this year.
        into: Term,
        /// 结转下年度, of last year.
        out: Term,
    },
    /// The stock is last year's stock, with what was added and less what was taken away.
    Rolled {
        /// 现行有效; 上一年项目数量.
        stock: Term,
        /// 本年制发.
        more: Term,
        /// 本年废止.
        less: Term,
    },
    /// The stock is last year's stock with last year's change.
    Moved {
        /// 上一年项目数量.
        stock: Term,
        /// 本年增/减.
        change: Term,
    },
}
