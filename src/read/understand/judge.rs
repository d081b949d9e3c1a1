//! Figures that can be cut in several ways, settled by what else is known: the sums of columns, last year's report, the text.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::draft::{CellValue, Draft, Edit, Place};
use crate::facts::{Case, Facts, Standing};
use crate::form::{Form, Key, Law, Term};
use crate::value::{Date, Decimal};

/// A row that can be read in several ways.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenRow {
    /// Its figures.
    pub keys: Vec<Key>,
    /// The ways, each with a number for each figure.
    pub ways: Vec<Vec<u64>>,
}

/// What settled a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Judge {
    /// The relations of the form.
    Sums,
    /// Last year's report.
    LastYear,
    /// The text of the report.
    Text,
}

/// The most combinations of ways that are tried together.
const MOST_TRIED: usize = 20_000;

type Known = HashMap<Key, Decimal>;

/// Which way of each row is the only one that agrees with all that is known; nothing for a row where several do, or none.
pub fn settle(open: &[OpenRow], draft: &Draft, last: Option<&Draft>, today: Date) -> Vec<Option<(usize, Judge)>> {
    let mut settled: Vec<Option<(usize, Judge)>> = vec![None; open.len()];
    let Some(form) = draft.form() else { return settled };
    let known: Known = form.keys().filter_map(|key| Some((key, draft.figure(key)?.exact()))).collect();
    mark(&mut settled, by_relations(open, form, known.clone(), None), Judge::Sums);
    if last.is_some() {
        mark(&mut settled, by_relations(open, form, known, last), Judge::LastYear);
    }
    // The text is read once for all rows, and only where one is still open.
    let facts = Facts::new(Case::new(draft, today));
    for (row, found) in open.iter().zip(&mut settled) {
        if found.is_none() {
            *found = by_text(row, draft, &facts).map(|way| (way, Judge::Text));
        }
    }
    settled
}

fn mark(settled: &mut [Option<(usize, Judge)>], found: Vec<Option<usize>>, judge: Judge) {
    for (slot, way) in settled.iter_mut().zip(found) {
        *slot = slot.or(way.map(|way| (way, judge)));
    }
}

/// The ways that all relations of the form allow, tried together; a row that has the same way in all of them is settled.
fn by_relations(open: &[OpenRow], form: &Form, mut known: Known, last: Option<&Draft>) -> Vec<Option<usize>> {
    let all = open.iter().try_fold(1_usize, |all, row| all.checked_mul(row.ways.len().max(1)));
    if all.is_none_or(|all| all > MOST_TRIED) || open.is_empty() {
        return vec![None; open.len()];
    }
    let touched: Vec<&Law> = form
        .relations
        .iter()
        .map(|relation| &relation.law)
        .filter(|law| open.iter().any(|row| row.keys.iter().any(|key| names(law, *key))))
        .collect();
    let mut choice = vec![0_usize; open.len()];
    let mut agreed: Option<Vec<Option<usize>>> = None;
    loop {
        for (row, way) in open.iter().zip(&choice) {
            let numbers = row.ways.get(*way).map(Vec::as_slice).unwrap_or_default();
            known.extend(row.keys.iter().copied().zip(numbers.iter().map(|n| Decimal::from(*n))));
        }
        let mut decided = false;
        let holds = touched.iter().all(|law| match holds(law, &known, last) {
            Some(holds) => {
                decided = true;
                holds
            }
            None => true,
        });
        if holds && decided {
            let now = choice.iter().copied().map(Some);
            agreed = Some(match agreed {
                None => now.collect(),
                Some(before) => before.into_iter().zip(now).map(|(a, b)| a.filter(|_| a == b)).collect(),
            });
        }
        if !next(&mut choice, open) {
            return agreed.unwrap_or_else(|| vec![None; open.len()]);
        }
    }
}

/// The next combination; false when there is none.
fn next(choice: &mut [usize], open: &[OpenRow]) -> bool {
    for (way, row) in choice.iter_mut().zip(open) {
        *way += 1;
        if *way < row.ways.len() {
            return true;
        }
        *way = 0;
    }
    false
}

fn names(law: &Law, key: Key) -> bool {
    let is = |term: &Term| term.key == key;
    match law {
        Law::Sum { total, parts } => is(total) || parts.iter().any(is),
        Law::Balance { left, right } => left.iter().chain(right).any(is),
        Law::AtMost { part, whole } => is(part) || whole.iter().any(is),
        Law::Carried { into, .. } => is(into),
        Law::Rolled { stock, more, less } => is(stock) || is(more) || is(less),
        Law::Moved { stock, .. } => is(stock),
    }
}

/// Whether a relation holds; nothing where a figure of it is not known.
fn holds(law: &Law, known: &Known, last: Option<&Draft>) -> Option<bool> {
    let value = |term: &Term| known.get(&term.key).copied();
    let sum = |terms: &[Term]| terms.iter().try_fold(Decimal::ZERO, |sum, term| sum.checked_add(value(term)?));
    let before = |term: &Term| last?.figure(term.key).map(crate::value::Figure::exact);
    match law {
        Law::Sum { total, parts } => Some(value(total)? == sum(parts)?),
        Law::Balance { left, right } => Some(sum(left)? == sum(right)?),
        Law::AtMost { .. } => None,
        Law::Carried { into, out } => Some(value(into)? == before(out)?),
        Law::Rolled { stock, more, less } => {
            Some(value(stock)? == before(stock)?.checked_add(value(more)?)?.checked_sub(value(less)?)?)
        }
        Law::Moved { stock, change } => Some(value(stock)? == before(stock)?.checked_add(before(change)?)?),
    }
}

/// The one way that the text agrees with where it contradicts all others.
fn by_text(row: &OpenRow, draft: &Draft, facts: &Facts) -> Option<usize> {
    let claims = facts.claims();
    if claims.is_empty() {
        return None;
    }
    let scores: Vec<(usize, usize)> = row
        .ways
        .iter()
        .map(|way| {
            let mut tried = draft.clone();
            for (key, number) in row.keys.iter().zip(way) {
                let place = Place::Cell(*key);
                tried.apply(Edit::SetCell(place, CellValue::typed(place, &number.to_string())));
            }
            let (mut agrees, mut differs) = (0, 0);
            for claim in claims.iter().filter(|claim| claim.firm) {
                match claim.standing_in(&tried) {
                    Standing::Agrees(_) => agrees += 1,
                    Standing::Differs(_) => differs += 1,
                    Standing::Unknown => {}
                }
            }
            (agrees, differs)
        })
        .collect();
    let most = scores.iter().map(|(agrees, _)| *agrees).max()?;
    let least = scores.iter().map(|(_, differs)| *differs).min()?;
    let mut best = scores.iter().enumerate().filter(|(_, score)| **score == (most, least));
    let (way, _) = best.next()?;
    let others_are_worse =
        scores.iter().enumerate().all(|(n, (agrees, differs))| n == way || (*agrees < most && *differs > least));
    others_are_worse.then_some(way)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(members: &str) -> Draft {
        let json = format!(r#"{{"nianbao": 1, "form": "national-2021", "year": 2022, {members}}}"#);
        Draft::from_json(&json).unwrap_or_else(|refused| panic!("{refused}")).draft
    }

    fn row(keys: &[&str], ways: &[&[u64]]) -> OpenRow {
        let keys = keys.iter().map(|key| Key::parse(key).expect("a figure")).collect();
        OpenRow { keys, ways: ways.iter().map(|way| way.to_vec()).collect() }
    }

    fn today() -> Date {
        Date::new(2023, 1, 5).expect("a day")
    }

    const DOCUMENTS: [&str; 3] =
        ["proactive.normative.issued", "proactive.normative.repealed", "proactive.normative.in_force"];

    #[test]
    fn the_sums_of_columns_settle_rows_together() {
        let figures = r#""figures": {"applications.carried_in.natural": 0, "applications.total.natural": 12,
            "applications.carried_out.natural": 0}"#;
        let open = row(&["applications.new.natural", "applications.new.business"], &[&[1, 21], &[12, 1]]);
        assert_eq!(settle(&[open], &draft(figures), None, today()), [Some((1, Judge::Sums))]);
    }

    #[test]
    fn last_years_stock_settles_documents() {
        let last = draft(r#""figures": {"proactive.normative.in_force": 45}"#);
        let open = row(&DOCUMENTS, &[&[6, 0, 51], &[60, 5, 1]]);
        let this = draft(r#""figures": {}"#);
        assert_eq!(settle(std::slice::from_ref(&open), &this, None, today()), [None]);
        assert_eq!(settle(&[open], &this, Some(&last), today()), [Some((0, Judge::LastYear))]);
    }

    #[test]
    fn the_text_settles_what_it_contradicts() {
        let text = r#""narrative": [{"heading": "一、总体情况", "body": ["2022年制发行政规范性文件6件，现行有效行政规范性文件51件。"]}]"#;
        let open = row(&DOCUMENTS, &[&[60, 5, 1], &[6, 0, 51]]);
        assert_eq!(settle(&[open], &draft(text), None, today()), [Some((1, Judge::Text))]);
    }

    #[test]
    fn nothing_is_settled_by_nothing() {
        assert!(settle(&[], &draft(r#""figures": {}"#), None, today()).is_empty());
        let open = row(&["applications.new.natural"], &[&[1], &[2]]);
        assert_eq!(settle(&[open], &draft(r#""figures": {}"#), None, today()), [None]);
    }
}
