//! One cell spoiled by a slip of the hand: the mends that are offered find it.

use std::collections::{BTreeMap, BTreeSet};

use nianbao::calc::{imbalance, slip};
use nianbao::draft::{CellValue, Draft, Edit, Place};
use nianbao::facts::Case;
use nianbao::form::{Form, Key, Law, Outcome, RESULTS, Row, Severity, TableId, Way};
use nianbao::rules::{Finding, Mend, When, check};
use nianbao::value::{Count, Date, Figure};

const CASES: usize = 400;
/// How often a kind of applicant has something in a row, in per cent, and up to how much; of further kinds as of these.
const USUAL: [(u64, u64); 6] = [(55, 500), (25, 60), (3, 5), (3, 8), (8, 30), (6, 12)];

/// A small generator, so that every run tries the same tables.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit.max(1)
    }

    /// Small counts far more often than large ones.
    fn count(&mut self, limit: u64) -> u64 {
        let ceiling = [limit, limit / 10 + 1, limit / 40 + 1][usize::try_from(self.below(3)).unwrap_or(0)];
        1 + self.below(ceiling)
    }
}

fn cell(key: Key, value: u64) -> Edit {
    let count = i64::try_from(value).ok().and_then(Count::new).expect("a count");
    Edit::SetCell(Place::Cell(key), CellValue::Figure(Figure::Count(count)))
}

/// The editions that have tables three and four.
fn with_tables() -> Vec<&'static Form> {
    let forms: Vec<&Form> = crate::forms().iter().filter(|form| form.table(TableId::Applications).is_some()).collect();
    assert!(!forms.is_empty());
    forms
}

/// Tables three and four, balanced, all totals stated.
fn balanced(form: &Form, chance: &mut Chance) -> Draft {
    let year = form.years.0;
    let mut draft = Draft::new("d".to_owned(), year, "某局", "department");
    let mut values: BTreeMap<Key, u64> = BTreeMap::new();
    for (applicant, (share, limit)) in form.applicants().iter().zip(USUAL.into_iter().cycle()) {
        let cell = |row| form.application(row, applicant).expect("a cell");
        let mut sum = 0;
        for part in form.parts(cell(Row::Total)).expect("its results") {
            let value = if chance.below(100) < share { chance.count(limit) } else { 0 };
            values.insert(part.key, value);
            sum += value;
        }
        let carried_in = if chance.below(3) == 0 { chance.below(sum + 1) } else { 0 };
        let carried_out = if chance.below(2) == 0 { chance.count(limit / 5) } else { 0 };
        values.insert(cell(Row::CarriedIn), carried_in);
        values.insert(cell(Row::CarriedOut), carried_out);
        values.insert(cell(Row::New), sum + carried_out - carried_in);
    }
    for way in Way::ALL {
        for outcome in Outcome::ENDS {
            let value = if chance.below(2) == 0 { chance.count(60) } else { 0 };
            values.insert(form.dispute(way, outcome).expect("a cell"), value);
        }
    }
    // The totals of the columns first: the grand total adds them up.
    for relation in form.relations.iter().filter(|relation| relation.severity == Severity::Error) {
        if let Law::Sum { total, parts } = &relation.law {
            let sum = parts.iter().map(|part| values.get(&part.key).copied().unwrap_or_default()).sum();
            values.insert(total.key, sum);
        }
    }
    for (key, value) in values {
        draft.apply(cell(key, value));
    }
    draft
}

fn failing(draft: &Draft, form: &Form) -> BTreeSet<usize> {
    let errors = form.relations.iter().enumerate().filter(|(_, relation)| relation.severity == Severity::Error);
    errors.filter(|(_, relation)| imbalance(draft, &relation.law).is_some()).map(|(index, _)| index).collect()
}

fn value(draft: &Draft, key: Key) -> u64 {
    draft.figure(key).and_then(|figure| figure.to_string().parse().ok()).unwrap_or_default()
}

/// What was meant and typed otherwise.
fn mistyped(meant: u64, chance: &mut Chance) -> u64 {
    let digits = meant.to_string().into_bytes();
    let at = usize::try_from(chance.below(digits.len() as u64)).unwrap_or(0);
    let mut typed = digits.clone();
    match chance.below(6) {
        0 if digits.len() > 1 => typed.swap(at.min(digits.len() - 2), at.min(digits.len() - 2) + 1),
        1 if digits.len() > 1 => drop(typed.remove(at)),
        2 => typed.insert(at, digits[at]),
        3 => typed.push(b'0'),
        4 if meant.is_multiple_of(10) => drop(typed.pop()),
        _ => typed[at] = b'0' + u8::try_from(chance.below(10)).unwrap_or(0),
    }
    String::from_utf8(typed).ok().and_then(|text| text.parse().ok()).unwrap_or(meant)
}

/// The draft with one leaf of a table spoiled, a value of its own or one put into the cell beside it.
fn spoiled(draft: &Draft, form: &Form, table: TableId, chance: &mut Chance) -> Option<Draft> {
    let cells = form.table(table).map(|table| table.keys.as_slice()).unwrap_or_default();
    let is_leaf = |key: &Key| form.parts(*key).is_none() && value(draft, *key) > 0;
    let leaves: Vec<Key> = cells.iter().copied().filter(is_leaf).collect();
    let leaf = *leaves.get(usize::try_from(chance.below(leaves.len() as u64)).ok()?)?;
    let mut wrong = draft.clone();
    let beside = form.keys().skip_while(|key| *key != leaf).nth(1).filter(|key| form.parts(*key).is_none());
    match beside.filter(|_| table == TableId::Applications && chance.below(7) == 0) {
        Some(beside) => {
            wrong.apply(cell(leaf, value(draft, beside)));
            wrong.apply(cell(beside, value(draft, leaf)));
        }
        None => drop(wrong.apply(cell(leaf, mistyped(value(draft, leaf), chance)))),
    }
    (!failing(&wrong, form).is_empty()).then_some(wrong)
}

fn with(draft: &Draft, mend: &Mend) -> Draft {
    let mut mended = draft.clone();
    mended.apply(mend.edit(draft).expect("an edit"));
    mended
}

fn figures(draft: &Draft) -> Vec<Finding> {
    let today = Date::new(2025, 1, 20).expect("a day");
    let mut found = check(&Case::new(draft, today), When::EveryEdit);
    found.retain(|finding| ["N01", "N02", "N03", "N07"].contains(&finding.rule));
    found
}

/// How many of so many spoiled tables are restored by the first mend of a finding, and by any mend that is offered.
fn restored(table: TableId) -> (usize, usize) {
    let mut chance = Chance(2024);
    let forms = with_tables();
    let (mut first, mut any, mut tried) = (0, 0, 0);
    while tried < CASES {
        let form = forms[tried % forms.len()];
        let draft = balanced(form, &mut chance);
        assert!(failing(&draft, form).is_empty());
        let Some(wrong) = spoiled(&draft, form, table, &mut chance) else { continue };
        tried += 1;
        let before = failing(&wrong, form);
        let found = figures(&wrong);
        assert!(!found.is_empty());
        for mend in found.iter().flat_map(Finding::mends) {
            let after = failing(&with(&wrong, mend), form);
            assert!(after.is_subset(&before), "{} breaks a relation that held", mend.label);
        }
        let restores = |mend: &Mend| with(&wrong, mend).to_json() == draft.to_json();
        first += usize::from(found.iter().filter_map(|finding| finding.mend.as_ref()).any(restores));
        let mut offered = found.iter().flat_map(Finding::mends);
        any += usize::from(offered.any(restores));
    }
    (first, any)
}

#[test]
fn the_first_mend_restores_a_spoiled_table_three() {
    let (first, any) = restored(TableId::Applications);
    assert!(first * 100 >= CASES * 95, "{first} of {CASES} by the first mend, {any} by one of those offered");
}

/// A block of table four has one relation only: where several of its cells could be wrong, up to three are offered.
#[test]
fn the_mends_restore_a_spoiled_table_four() {
    let (first, any) = restored(TableId::Disputes);
    let shares = format!("{first} of {CASES} by the first mend, {any} by one of those offered");
    assert!(first * 100 >= CASES * 65 && any * 100 >= CASES * 90, "{shares}");
}

/// The row and the column of the spoiled cell blame the same cell.
#[test]
fn a_row_and_a_column_that_cross_offer_the_same_mend() {
    for form in with_tables() {
        let mut chance = Chance(7);
        let mut draft = balanced(form, &mut chance);
        let (first, granted) = (&form.applicants()[0], &RESULTS[0]);
        let granted = form.application(Row::Result(granted), first).expect("a cell");
        let meant = value(&draft, granted);
        draft.apply(cell(granted, meant * 10 + 3));
        let found = figures(&draft);
        let places: Vec<Place> = found.iter().map(|finding| finding.place).collect();
        assert_eq!(places.len(), 2, "{}: {places:?}", form.name);
        let label = format!("自然人·予以公开改为 {meant}（原 {}）", meant * 10 + 3);
        for finding in &found {
            assert_eq!(finding.mend.as_ref().map(|mend| &mend.label), Some(&label));
            assert!(finding.alternatives.is_empty());
        }
        let wrong = i64::try_from(meant).unwrap_or_default();
        assert!(slip(wrong, wrong * 10 + 3).is_some());
    }
}
