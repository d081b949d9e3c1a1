//! Fees: what the form has a cell for, and 信息处理费 where there can have been none.

use super::spot::Matter;
use super::told::{is_counted, is_told};
use super::wording::{Told, Wording};
use super::{Candidate, Telling};
use crate::calc::shown;
use crate::draft::Place;
use crate::facts::{Facts, Subject, tells_of_fee};
use crate::form::{ColumnRole, Form, Key, Kind, Named};

/// The fees for information on request, which only the statistic form has.
const ON_REQUEST: Named = Named::of("charges.amount");

/// What was charged.
pub(super) fn charges(facts: &Facts, form: &Form) -> Option<Candidate> {
    let year = facts.case.draft.year();
    let on_request = ON_REQUEST.key().filter(|key| form.table_of(*key).is_some());
    if let Some(key) = on_request {
        let amount = amount(facts, key)?;
        let is_told = is_told(facts, |subject| subject == Subject::Statistic(ON_REQUEST));
        if is_told || is_counted(facts, &["收费", "费用", "收取"], |number| number.unit.ends_with('元')) {
            return None;
        }
        let wordings = if amount.is_positive() {
            [
                Wording::new(format!("{year}年，依申请公开政府信息")).count("收取费用", &amount, "万元").end(),
                Wording::new("全年依申请公开政府信息").count("收费", &amount, "万元").end(),
            ]
        } else {
            [
                Wording::new(format!("{year}年，没有收取依申请公开政府信息费用。")),
                Wording::new("全年没有发生依申请公开政府信息收费。"),
            ]
        };
        return Some(Candidate::new(Telling::Charges, Matter::Fees, wordings));
    }
    // Of money the form counts here what was charged; what was bought has another column beside it.
    let mut charged = form.band_cells().filter(|(key, _, column)| {
        column.role == ColumnRole::Amount && key.unit() == "万元" && form.beside(*key, ColumnRole::Bought).is_none()
    });
    let (key, row, column) = charged.next()?;
    let amount = amount(facts, key).filter(Told::is_positive)?;
    if is_counted(facts, &["收费", row.label], |number| number.unit.ends_with('元')) {
        return None;
    }
    let wordings = [
        Wording::new(format!("{year}年，收取")).count(row.label, &amount, column.unit).end(),
        Wording::new("全年收取").count(row.label, &amount, column.unit).end(),
    ];
    Some(Candidate::new(Telling::Charges, Matter::Publishing, wordings))
}

/// The amount in a cell.
fn amount(facts: &Facts, key: Key) -> Option<Told> {
    let figure = shown(facts.case.draft, key).figure.filter(|_| key.kind() == Kind::Money)?;
    Some(Told { value: figure.exact().normalize(), places: vec![Place::Cell(key)] })
}

/// 信息处理费: without any application there was nothing that it could have been taken for. Otherwise the form does not say.
pub(super) fn handling(facts: &Facts, form: &Form) -> Option<Candidate> {
    form.fee_part?;
    let draft = facts.case.draft;
    let [new, carried] = [Subject::New, Subject::CarriedIn].map(|subject| Told::of(draft, subject));
    let is_none = |told: Option<Told>| told.is_some_and(|told| !told.is_positive());
    let told = facts.prose().parts.iter().flat_map(|part| &part.body).any(|passage| tells_of_fee(passage.text()));
    if !is_none(new) || !is_none(carried) || told {
        return None;
    }
    let year = draft.year();
    let wordings = [
        Wording::new(format!("{year}年，未收取政府信息公开信息处理费。")),
        Wording::new("本年度没有产生政府信息公开信息处理费。"),
    ];
    Some(Candidate::new(Telling::HandlingFee, Matter::Fees, wordings))
}
