//! Which cell is wrong: the fewest changes that make the relations of a table hold.
//!
//! Every relation is a constraint `Σ ±figure = 0` (or `≤ 0`) over the figures that were typed, computed totals written out.
//! A relation that fails says by how much each of its cells would have to differ, so no value has to be guessed: a
//! change is good when every constraint that holds the cell holds after it. Nothing is cloned and nothing is tried twice.

use std::collections::BTreeSet;

use super::slip::{Slip, slip};
use crate::draft::Draft;
use crate::form::{Form, Key, Law, Row, Severity, Term};
use crate::value::{Count, Figure};

/// A change of one cell, or of two neighbours, that makes relations hold and breaks none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// The cells that change.
    pub cells: Vec<Change>,
    /// The relations that failed and hold after it, by their index in the form.
    pub mended: Vec<usize>,
    /// Whether no relation of the form fails after it.
    pub mends_all: bool,
    /// How many of them are equations: each says by itself what the cell should hold.
    pub agreeing: usize,
    likelihood: Likelihood,
}

/// A cell with what stands in it and what would.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// The cell.
    pub key: Key,
    /// What was typed.
    pub from: Count,
    /// What may have been meant.
    pub to: Count,
}

/// How well a change explains what was typed; the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Likelihood {
    /// A slip that seldom fits by chance: digits swapped, one too many or too few.
    Distinct,
    /// A value in its neighbour's cell.
    Neighbour,
    /// One digit for another.
    Digit,
    /// A value in a cell that holds 0.
    FromZero,
    /// No slip at all: only the constraints that cross in the cell say so.
    Crossed,
}

/// A relation written out.
struct Constraint {
    relation: usize,
    terms: Vec<(Key, i64)>,
    residual: i64,
    /// Whether the residual has to be 0, and not only at most 0.
    equal: bool,
}

impl Constraint {
    fn holds(&self, shift: i64) -> bool {
        let residual = self.residual.saturating_add(shift);
        if self.equal { residual == 0 } else { residual <= 0 }
    }
}

/// The constraints of a draft, and which of them hold a cell.
struct System<'a> {
    form: &'a Form,
    constraints: Vec<Constraint>,
    /// Each cell with a constraint that holds it, by its index, and its sign there; in the order of the cells. It is made with
    /// each key while a relation fails: one list, and not a map of them.
    of_cells: Vec<(Key, usize, i64)>,
    failing: usize,
}

/// The changes that make a relation that fails hold and break none, the best first. Costs nothing while all hold.
pub fn repairs(draft: &Draft) -> Vec<Repair> {
    let Some(form) = draft.form() else { return Vec::new() };
    let system = System::of(draft, form);
    if system.failing == 0 {
        return Vec::new();
    }
    let value = |key: Key| match draft.figure(key) {
        Some(Figure::Count(count)) => Some(count),
        _ => None,
    };
    let failing = system.constraints.iter().filter(|constraint| !constraint.holds(0));
    let cells: BTreeSet<Key> = failing.flat_map(|constraint| constraint.terms.iter().map(|(key, _)| *key)).collect();
    let mut found: Vec<Repair> = Vec::new();
    for key in &cells {
        let (Some(from), Some(need)) = (value(*key), system.need(*key, None)) else { continue };
        let Some(to) = Count::new(from.get().saturating_add(need)) else { continue };
        found.extend(system.repair(vec![Change { key: *key, from, to }]));
    }
    for (one, other) in neighbours(form) {
        if !cells.contains(&one) && !cells.contains(&other) {
            continue;
        }
        let (Some(a), Some(b)) = (value(one), value(other)) else { continue };
        if a != b {
            let exchanged = vec![Change { key: one, from: a, to: b }, Change { key: other, from: b, to: a }];
            found.extend(system.repair(exchanged));
        }
        // A value that was added to its neighbour's, or written over it.
        for (empty, full, there) in [(one, other, b), (other, one, a)] {
            if value(empty).is_none_or(|count| count.get() != 0) || there.get() == 0 {
                continue;
            }
            let needs = system.need(empty, Some(full)).zip(system.need(full, Some(empty)));
            let Some((into, out)) = needs.filter(|(into, out)| *into == there.get() || *into == -out) else { continue };
            let changed = Count::new(into).zip(Count::new(there.get().saturating_add(out)));
            if let (Some((to, left)), Some(from)) = (changed, value(empty)) {
                let moved = vec![Change { key: empty, from, to }, Change { key: full, from: there, to: left }];
                if to != there || left != from {
                    found.extend(system.repair(moved));
                }
            }
        }
    }
    // What was typed is trusted before zeros, of which a command puts in many: only a slip explains a figure where 0 was meant.
    let is_emptied = |change: &Change| change.to.get() == 0 && change.from.get() != 0;
    found.retain(|repair| repair.likelihood != Likelihood::Crossed || !repair.cells.iter().any(is_emptied));
    found.sort_by_cached_key(|repair| repair.rank(form));
    found
}

impl<'a> System<'a> {
    fn of(draft: &Draft, form: &'a Form) -> Self {
        let relations = form.relations.iter().enumerate().filter(|(_, r)| r.severity == Severity::Error);
        let constraints: Vec<Constraint> =
            relations.filter_map(|(index, r)| constraint(draft, form, index, &r.law)).collect();
        let failing = constraints.iter().filter(|constraint| !constraint.holds(0)).count();
        let mut of_cells: Vec<(Key, usize, i64)> = Vec::new();
        if failing > 0 {
            for (index, constraint) in constraints.iter().enumerate() {
                of_cells.extend(constraint.terms.iter().map(|(key, sign)| (*key, index, *sign)));
            }
            of_cells.sort_unstable();
        }
        Self { form, constraints, of_cells, failing }
    }

    /// The constraints that hold a cell, each with the sign of the cell in it.
    fn constraints_of(&self, key: Key) -> impl Iterator<Item = (usize, i64)> + '_ {
        let first = self.of_cells.partition_point(|(other, ..)| *other < key);
        let own = self.of_cells.iter().skip(first).take_while(move |(other, ..)| *other == key);
        own.map(|(_, index, sign)| (*index, *sign))
    }

    /// By how much a cell would have to differ for the first of its failing relations, those of another cell left out.
    fn need(&self, key: Key, apart_from: Option<Key>) -> Option<i64> {
        let shared = |index: usize| {
            apart_from.is_some_and(|other| self.constraints_of(other).any(|(constraint, _)| constraint == index))
        };
        self.constraints_of(key).find_map(|(index, sign)| {
            let constraint = self.constraints.get(index)?;
            let is_meant = constraint.equal && !constraint.holds(0) && !shared(index);
            constraint.residual.checked_neg().filter(|_| is_meant)?.checked_div(sign)
        })
    }

    /// The change as a repair, when every relation of its cells holds after it.
    fn repair(&self, cells: Vec<Change>) -> Option<Repair> {
        let mut shifts: Vec<(usize, i64)> = Vec::new();
        for change in &cells {
            let difference = change.to.get().saturating_sub(change.from.get());
            for (index, sign) in self.constraints_of(change.key) {
                let shift = sign.saturating_mul(difference);
                match shifts.iter_mut().find(|(known, _)| *known == index) {
                    Some((_, before)) => *before = before.saturating_add(shift),
                    None => shifts.push((index, shift)),
                }
            }
        }
        shifts.sort_unstable();
        let (mut mended, mut agreeing) = (Vec::new(), 0);
        for (index, shift) in shifts {
            let constraint = self.constraints.get(index)?;
            if !constraint.holds(shift) {
                return None;
            }
            if !constraint.holds(0) {
                mended.push(constraint.relation);
                agreeing += usize::from(constraint.equal);
            }
        }
        let likelihood = likelihood(self.form, &cells, agreeing)?;
        let mends_all = mended.len() == self.failing;
        (agreeing > 0).then_some(Repair { cells, mended, mends_all, agreeing, likelihood })
    }
}

impl Repair {
    /// Whether this change explains what was typed as well as another, as many relations agreeing on both.
    pub fn is_as_good_as(&self, other: &Self) -> bool {
        (self.agreeing, self.likelihood) == (other.agreeing, other.likelihood)
    }

    /// The best first: where more relations agree, then what explains better, then the cell that follows from others
    /// (what is left over at the year's end, a total), then what leaves something in the cell.
    fn rank(&self, form: &Form) -> (usize, Likelihood, usize, usize, bool) {
        let first = self.cells.first().map(|change| change.key);
        let is_total = first.is_some_and(|key| form.parts(key).is_some());
        let row = match first.and_then(|key| form.row_of(key)) {
            Some(Row::CarriedOut) => 0,
            _ if is_total => 1,
            Some(Row::CarriedIn) => 2,
            Some(Row::New) => 3,
            Some(Row::Result(_) | Row::Total) | None => 4,
        };
        let to_zero = self.cells.first().is_some_and(|change| change.to.get() == 0);
        (usize::MAX - self.agreeing, self.likelihood, self.cells.len(), row, to_zero)
    }
}

/// How well a change explains what was typed; nothing when it explains nothing.
fn likelihood(form: &Form, cells: &[Change], crossing: usize) -> Option<Likelihood> {
    let [change] = cells else { return Some(Likelihood::Neighbour) };
    // Of many zeros any could stand for the value: that one of them does is no explanation.
    let one_of_few = crossing > 1 || is_one_of_few(form, change.key);
    match slip(change.to.get(), change.from.get()) {
        Some(_) if change.from.get() == 0 => one_of_few.then_some(Likelihood::FromZero),
        Some(Slip::Swapped | Slip::Dropped | Slip::Inserted) => Some(Likelihood::Distinct),
        Some(Slip::Mistyped) => Some(Likelihood::Digit),
        None => (crossing > 1).then_some(Likelihood::Crossed),
    }
}

/// Whether a cell stands among few others: what is carried over, and table four.
fn is_one_of_few(form: &Form, key: Key) -> bool {
    matches!(form.row_of(key), Some(Row::CarriedIn | Row::CarriedOut)) || form.dispute_of(key).is_some()
}

/// A relation written out over typed figures; nothing when it says nothing for want of one.
fn constraint(draft: &Draft, form: &Form, relation: usize, law: &Law) -> Option<Constraint> {
    let mut terms = Vec::new();
    let equal = match law {
        Law::Sum { total, parts } => {
            draft.figure(total.key)?;
            let complete = write_out(draft, form, parts, 1, &mut terms);
            write_out(draft, form, &[*total], -1, &mut terms);
            complete
        }
        Law::Balance { left, right } => {
            let complete = write_out(draft, form, left, 1, &mut terms) & write_out(draft, form, right, -1, &mut terms);
            complete.then_some(true)?
        }
        Law::AtMost { part, whole } => {
            write_out(draft, form, &[*part], 1, &mut terms);
            (!terms.is_empty()).then_some(())?;
            let complete = write_out(draft, form, whole, -1, &mut terms);
            complete.then_some(false)?
        }
        Law::Carried { .. } | Law::Rolled { .. } | Law::Moved { .. } => return None,
    };
    let mut residual = 0_i64;
    for (key, sign) in &terms {
        let Some(Figure::Count(count)) = draft.figure(*key) else { return None };
        residual = residual.saturating_add(count.get().saturating_mul(*sign));
    }
    // A cell on both sides is there once, or not at all.
    terms.sort_unstable();
    terms.dedup_by(|(key, sign), (before, joined)| {
        let is_same = key == before;
        *joined += if is_same { *sign } else { 0 };
        is_same
    });
    terms.retain(|(_, sign)| *sign != 0);
    Some(Constraint { relation, terms, residual, equal })
}

/// Adds the typed figures of these terms, computed totals written out; whether none is blank.
fn write_out(draft: &Draft, form: &Form, terms: &[Term], sign: i64, into: &mut Vec<(Key, i64)>) -> bool {
    let mut complete = true;
    for term in terms {
        if draft.figure(term.key).is_some() {
            into.push((term.key, sign));
        } else {
            complete &= form.parts(term.key).is_some_and(|parts| write_out(draft, form, parts, sign, into));
        }
    }
    complete
}

/// Cells that stand side by side: the parts of a sum with its total, the two cells of a side.
fn neighbours(form: &Form) -> impl Iterator<Item = (Key, Key)> + '_ {
    form.relations.iter().flat_map(|relation| {
        let (row, last): (&[Term], Option<&Term>) = match &relation.law {
            Law::Sum { total, parts } => (parts, Some(total)),
            Law::Balance { left, .. } => (left, None),
            Law::AtMost { .. } | Law::Carried { .. } | Law::Rolled { .. } | Law::Moved { .. } => (&[], None),
        };
        let keys = row.iter().chain(last).map(|term| term.key);
        keys.clone().zip(keys.skip(1))
    })
}
