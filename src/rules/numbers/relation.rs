//! What the rules over the form's relations share: which relations fail, how they are told, which mends are safe.

use super::culprit::with_culprits;
use crate::calc::{Imbalance, Side, imbalance};
use crate::draft::{Draft, Edit, Place};
use crate::facts::{Case, Facts};
use crate::form::{Key, Law, Relation, Severity, Term};
use crate::rules::{Change, Finding, Line, Mend, Sink};
use crate::value::{Decimal, Figure};

/// The relations of a rule that fail in a draft.
pub(super) fn broken<'a>(
    case: &Case<'a>,
    rule: &'static str,
) -> impl Iterator<Item = (&'static Relation, Imbalance)> + use<'a> {
    let draft = case.draft;
    let relations = draft.form().map(|form| form.relations.as_slice()).unwrap_or_default();
    relations.iter().filter(move |r| r.rule == rule).filter_map(move |r| Some((r, imbalance(draft, &r.law)?)))
}

/// A side as a line of arithmetic. Of many parts only those above 0 are listed.
pub(super) fn line(side: &Side) -> Line {
    let many = side.terms.len() > 4;
    let listed = side.terms.iter().filter(|(_, value)| !many || !value.is_zero());
    Line::of("＋", listed.map(|(term, value)| (term.label.to_owned(), *value))).makes(side.sum.to_string())
}

/// A finding for a relation that fails, with both sides of its arithmetic.
pub(super) fn reported(case: &Case, relation: &Relation, broken: &Imbalance, title: String) -> Finding {
    let keys = broken.left.terms.iter().chain(&broken.right.terms).map(|(term, _)| Place::Cell(term.key));
    Finding::new(relation.rule, relation.severity, relation.place, title)
        .computing(vec![line(&broken.left), line(&broken.right)], Some(broken.difference()))
        .resting_on(case.draft, keys)
}

/// A finding for every stated total of a rule that is not the sum of its parts, with the likeliest mends.
pub(super) fn stated_totals(facts: &Facts, rule: &'static str, found: &mut Sink, title: fn(&Relation) -> String) {
    let case = &facts.case;
    for (relation, broken) in broken(case, rule) {
        if let Law::Sum { total, .. } = &relation.law {
            let finding = stated_total(case, relation, &broken, *total, title(relation));
            found.push(with_culprits(facts, relation, finding));
        }
    }
}

/// A finding for a stated total that is not the sum of its parts.
pub(super) fn stated_total(
    case: &Case,
    relation: &Relation,
    broken: &Imbalance,
    total: Term,
    title: String,
) -> Finding {
    let mut finding = reported(case, relation, broken, title);
    if broken.right.complete {
        finding.words = format!("各项相加为 {}，写的是 {}。", broken.right.sum, broken.left.sum);
        let label = format!("{}改为 {}", total.label, broken.right.sum);
        finding.mend = set(case, label, total.key, broken.right.sum);
    } else {
        finding = finding.saying("还有没有填的项，已填各项相加就超过了总数。");
    }
    finding
}

/// The mend that sets a figure, when its cell can hold the value and no other relation fails by it.
pub(super) fn set(case: &Case, label: String, key: Key, value: Decimal) -> Option<Mend> {
    let figure = Figure::from_exact(key.kind(), value)?;
    let change = Change::cell(case.draft, Place::Cell(key), figure);
    let edit = change.edit(case.draft)?;
    safe(case.draft, &edit).then_some(Mend { label, change })
}

/// The 强制性 relations that fail in a draft, by their index in the form.
fn failing(draft: &Draft) -> Vec<usize> {
    let relations = draft.form().map(|form| form.relations.as_slice()).unwrap_or_default();
    let failing = relations
        .iter()
        .enumerate()
        .filter(|(_, relation)| relation.severity == Severity::Error && imbalance(draft, &relation.law).is_some());
    failing.map(|(index, _)| index).collect()
}

/// Whether an edit breaks no relation that held before.
pub(crate) fn safe(draft: &Draft, edit: &Edit) -> bool {
    let before = failing(draft);
    let mut after = draft.clone();
    after.apply(edit.clone());
    failing(&after).iter().all(|index| before.contains(index))
}
