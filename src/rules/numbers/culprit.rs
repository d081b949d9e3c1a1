//! The mends of a relation that fails: the cells that are most likely wrong, named in the form's words.

use crate::calc::{self, Repair};
use crate::draft::Draft;
use crate::facts::Facts;
use crate::form::{Form, Key, Law, Place, Relation};
use crate::rules::{CellChange, Change, Finding, Mend};
use crate::value::Figure;

/// At most so many mends are offered for one fault.
const OFFERED: usize = 3;

/// The finding with the likeliest changes as its mends. The one it has already stays after them, unless several
/// relations agree on another.
pub(super) fn with_culprits(facts: &Facts, relation: &Relation, mut finding: Finding) -> Finding {
    let draft = facts.case.draft;
    let Some(form) = draft.form() else { return finding };
    let index = form.relations.iter().position(|other| std::ptr::eq(other, relation));
    let fitting = facts.repairs().iter().filter(|repair| index.is_some_and(|i| repair.mended.contains(&i)));
    let mut fitting: Vec<&Repair> = fitting.collect();
    part_before_total(form, relation, &mut fitting);
    let Some(best) = fitting.first().copied() else { return finding };
    fitting.retain(|repair| repair.agreeing == best.agreeing);
    let own = finding.mend.take().filter(|_| best.agreeing == 1);
    for Mend { label, change } in fitting.iter().map(|repair| mend(draft, form, repair)).chain(own) {
        let repeated = finding.mends().any(|other| other.change == change);
        if !repeated && finding.mends().count() < OFFERED {
            finding = finding.or_mended_by(label, change);
        }
    }
    finding.words += &explained(form, best, finding.alternatives.is_empty());
    finding
}

/// Where nothing crosses a sum (table four), puts the one part that explains it as well as the total does before the
/// total: there are more parts than totals to go wrong. Where several would do, the total is the likelier.
fn part_before_total(form: &Form, relation: &Relation, fitting: &mut [&Repair]) {
    let Law::Sum { total, parts } = &relation.law else { return };
    let shares_a_key = |other: &Relation| {
        let mut keys = parts.iter().chain([total]).map(|term| term.key);
        !std::ptr::eq(other, relation)
            && match &other.law {
                Law::Sum { total, parts } => {
                    keys.any(|key| total.key == key || parts.iter().any(|part| part.key == key))
                }
                Law::Balance { left, right } => keys.any(|key| left.iter().chain(right).any(|term| term.key == key)),
                Law::AtMost { .. } | Law::Carried { .. } | Law::Rolled { .. } | Law::Moved { .. } => false,
            }
    };
    let crossed = form.relations.iter().any(shares_a_key);
    let of_total = |repair: &Repair| matches!(repair.cells.as_slice(), [change] if change.key == total.key);
    if let [first, second, rest @ ..] = fitting
        && !crossed
        && of_total(first)
        && second.is_as_good_as(first)
        && rest.first().is_none_or(|third| !third.is_as_good_as(second))
    {
        std::mem::swap(first, second);
    }
}

fn mend(draft: &Draft, form: &Form, repair: &Repair) -> Mend {
    let label = match repair.cells.as_slice() {
        [one, other] if one.to == other.from && other.to == one.from => {
            format!("{}与{}对调", name(form, one.key), name(form, other.key))
        }
        cells => cells.iter().map(|change| changed(form, change)).collect::<Vec<_>>().join("，"),
    };
    let set = |cell: &calc::Change| CellChange::new(draft, Place::Cell(cell.key), Figure::Count(cell.to));
    Mend { label, change: Change::Cells(repair.cells.iter().map(set).collect()) }
}

fn changed(form: &Form, change: &calc::Change) -> String {
    format!("{}改为 {}（原 {}）", name(form, change.key), change.to, change.from)
}

/// What there is to say for the best change.
fn explained(form: &Form, best: &Repair, only: bool) -> String {
    let cells: Vec<String> = best.cells.iter().map(|change| name(form, change.key)).collect();
    match cells.as_slice() {
        [cell] if best.agreeing > 1 => format!("不符的几处都经过“{cell}”一格，多半是这一格错了。"),
        [cell] if only => format!("多半是“{cell}”一格错了一位。"),
        [one, other] if only => format!("多半是“{one}”与“{other}”填错了格。"),
        _ => "可能错在其中一格，请对照底稿。".to_owned(),
    }
}

/// A cell in few words: 自然人·予以公开.
fn name(form: &Form, key: Key) -> String {
    let label = form.label(key).unwrap_or_default();
    let Some((row, column)) = label.split_once('，') else { return label };
    // In table four the block comes first, as it is printed; in table three the applicant does.
    if form.dispute_of(key).is_some() {
        return format!("{row}·{column}");
    }
    let short = form.relations.iter().find_map(|relation| match &relation.law {
        Law::Balance { left, right } => left.iter().chain(right).find(|term| term.key == key).map(|term| term.label),
        Law::Sum { .. } | Law::AtMost { .. } | Law::Carried { .. } | Law::Rolled { .. } | Law::Moved { .. } => None,
    });
    let row = short.unwrap_or_else(|| row.split_once('：').map_or(row, |(_, rest)| rest));
    format!("{column}·{row}")
}
