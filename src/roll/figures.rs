//! The figures of the new year that follow from last year's, and the history that goes on.

use crate::calc::{is_complete, shown};
use crate::draft::{CellValue, Draft, Edit, Place, Proposal, Splice};
use crate::form::{Key, Law};
use crate::sheet::history_keys;
use crate::value::{Decimal, Figure};

/// 上年结转 from 结转下年度, column by column, and 上一年项目数量 from last year's number and change, by the new form's relations.
///
/// A total that follows from its parts is computed and not written; one that last year stated otherwise comes over as stated.
/// 现行有效 counts the end of the new year, and is not among them: N08 reads last year's from last year's report.
pub(super) fn carried(last: &Draft, draft: &Draft) -> Edit {
    let relations = draft.form().map(|form| form.relations.as_slice()).unwrap_or_default();
    let mut next = draft.clone();
    let mut made = Vec::new();
    // The parts of a total stand before it, as its column does at the right.
    for relation in relations {
        let (key, value) = match &relation.law {
            Law::Carried { into, out } => (into.key, value(last, out.key)),
            Law::Moved { stock, change } => {
                let sum = value(last, stock.key).zip(value(last, change.key));
                (stock.key, sum.and_then(|(stock, change)| stock.checked_add(change)))
            }
            Law::Sum { .. } | Law::Balance { .. } | Law::AtMost { .. } | Law::Rolled { .. } => continue,
        };
        let figure = value.and_then(|value| Figure::from_exact(key.kind(), value));
        if figure.is_some() && shown(&next, key).figure != figure {
            let edit = Edit::SetCell(Place::Cell(key), figure.map_or(CellValue::Blank, CellValue::Figure));
            next.apply(edit.clone());
            made.push(edit);
        }
    }
    Edit::Many(made)
}

/// A figure of a report as its cell shows it, when nothing is missing in it.
fn value(draft: &Draft, key: Key) -> Option<Decimal> {
    if is_complete(draft, key) { shown(draft, key).figure.map(Figure::exact) } else { None }
}

/// The history with last year's figures in it.
pub(super) fn history(last: &Draft) -> Edit {
    let cell = |key, year, figure| Edit::SetCell(Place::Past(key, year), CellValue::Figure(figure));
    let before = last.history().iter().flat_map(|(key, years)| years.iter().map(move |(y, f)| cell(*key, *y, *f)));
    // What the history itself says of its last year stands; where it says nothing, the report's figure does.
    let added = history_keys(last).into_iter().filter_map(|key| {
        let figure = shown(last, key).figure.filter(|_| last.past(key, last.year()).is_none())?;
        Some(cell(key, last.year(), figure))
    });
    Edit::Many(before.chain(added).collect())
}

/// The categories of proposals, without their numbers.
pub(super) fn categories(last: &Draft) -> Edit {
    let categories = last.proposals().iter().map(|proposal| Proposal::new(proposal.category.clone())).collect();
    Edit::SpliceProposals(Splice::insert(0, categories))
}
