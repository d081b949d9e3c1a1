//! The rules over every edition: each of its totals, its notice, its fee, its headings.

use std::collections::BTreeSet;

use nianbao::draft::{CellValue, Edit, Item, Place, Splice};
use nianbao::facts::{Case, Facts, Standing};
use nianbao::form::{Form, Key, Kind, Law, Outcome, Row, TableId, Way};
use nianbao::rules::{Finding, Severity};
use nianbao::value::Figure;

use super::{day, empty, filled, findings, saying, value};

/// A text that states a sum of cells: what it says, and the cells.
fn statements(form: &Form) -> Vec<String> {
    let draft = filled(form);
    let of = |key| value(&draft, key);
    let mut texts = Vec::new();
    for applicant in form.applicants() {
        for row in [Row::New, Row::Total] {
            let key = form.application(row, applicant);
            texts.push(format!("新收政府信息公开申请中，{}{}件。", applicant.label, of(key)));
        }
    }
    for row in [Row::New, Row::Total] {
        let cells =
            form.applicants().iter().filter(|kind| kind.is_organisation).map(|kind| of(form.application(row, kind)));
        texts.push(format!("新收政府信息公开申请中，法人或其他组织{}件。", cells.sum::<i64>()));
    }
    for group in form.groups() {
        let rows = form.results().filter(|row| row.group == group);
        let cells = rows.map(|row| of(form.application_total(Row::Result(row))));
        texts.push(format!("办结的政府信息公开申请中，{}{}件。", group.label, cells.sum::<i64>()));
    }
    for row in form.results() {
        let cell = of(form.application_total(Row::Result(row)));
        texts.push(format!("办结的政府信息公开申请中，{}{cell}件。", row.words()));
    }
    let about = [(Way::Review, "行政复议"), (Way::Direct, "直接起诉"), (Way::AfterReview, "复议后起诉")];
    for (way, words) in about.into_iter().filter(|(way, _)| form.dispute(*way, Outcome::Total).is_some()) {
        for outcome in Outcome::ENDS {
            let cell = of(form.dispute(way, outcome));
            texts.push(format!("因政府信息公开引发{words}案件，其中{}{cell}件。", outcome.label()));
        }
    }
    let of_courts = [("行政复议", "review"), ("行政诉讼", "lawsuit")];
    for (words, block) in of_courts.into_iter().filter(|_| form.table(TableId::Statistics).is_some()) {
        for (outcome, name) in [("结果维持", "upheld"), ("结果纠正", "corrected"), ("其他结果", "other")] {
            let cell = of(Key::parse(&format!("{block}.{name}")));
            texts.push(format!("因政府信息公开引发{words}案件，其中{outcome}{cell}件。"));
        }
    }
    for key in form.table(TableId::Statistics).into_iter().flat_map(|table| &table.keys) {
        texts.push(format!("政府信息公开方面，{}{}{}。", key.label(), of(Some(*key)), key.unit()));
    }
    texts
}

/// What a table adds up along its last row and its last column, the text can state part by part.
#[test]
fn every_part_of_a_total_is_known_to_the_claims() {
    for form in crate::forms() {
        let draft = saying(&filled(form), statements(form));
        let facts = Facts::new(Case::new(&draft, day(draft.year())));
        let stated = facts.claims().iter().filter_map(|claim| match &claim.standing {
            Standing::Agrees(count) => Some(&count.keys),
            Standing::Differs(_) | Standing::Unknown => None,
        });
        let stated: BTreeSet<Key> = stated.flatten().copied().collect();
        let totals = [Row::New, Row::Total].map(|row| form.application_total(row)).into_iter().flatten();
        let totals = totals.chain(Way::ALL.into_iter().filter_map(|way| form.dispute(way, Outcome::Total)));
        let totals: Vec<Key> = if form.applicants().is_empty() {
            form.keys().filter(|key| form.parts(*key).is_some()).collect()
        } else {
            totals.collect()
        };
        assert!(!totals.is_empty(), "{} adds nothing up", form.name);
        let parts = totals.iter().flat_map(|total| form.parts(*total).unwrap_or_default());
        let mut parts: BTreeSet<Key> = parts.map(|part| part.key).collect();
        // The results by their totals, which are what a text states.
        parts.extend(form.results().filter_map(|row| form.application_total(Row::Result(row))));
        let unknown: Vec<&Key> = parts.difference(&stated).collect();
        assert!(unknown.is_empty(), "{}: {unknown:?}", form.name);
    }
}

#[test]
fn every_applicant_has_a_column_that_is_checked() {
    for form in crate::forms() {
        for applicant in form.applicants() {
            let mut draft = filled(form);
            let key = form.application(Row::New, applicant).expect("a cell");
            let wrong = Figure::read(Kind::Count, "999999").expect("a figure").expect("a number");
            draft.apply(Edit::SetCell(Place::Cell(key), CellValue::Figure(wrong)));
            let place = format!("N01:applications.*.{}", applicant.id);
            assert!(findings(&draft).iter().any(|finding| finding.identity() == place), "{} {place}", form.name);
        }
    }
}

/// Every total that is stated wrong is found, whatever table it stands in.
#[test]
fn every_total_is_checked() {
    for form in crate::forms() {
        let draft = filled(form);
        for relation in &form.relations {
            let Law::Sum { total, .. } = &relation.law else { continue };
            let mut wrong = draft.clone();
            let sum = value(&wrong, Some(total.key)) + 1;
            let stated = Figure::read(total.key.kind(), &sum.to_string()).expect("a figure").expect("a number");
            wrong.apply(Edit::SetCell(Place::Cell(total.key), CellValue::Figure(stated)));
            let found = findings(&wrong);
            let is_found = found.iter().any(|f| f.rule == relation.rule && f.place == relation.place);
            assert!(is_found, "{} {} at {}", form.name, relation.rule, total.key);
        }
    }
}

/// The notice that gives the form may be cited, and no other's.
#[test]
fn a_report_cites_the_notice_of_its_form() {
    let numbers: Vec<(&Form, String)> =
        crate::forms().iter().filter_map(|form| Some((form, form.notice?.written()))).collect();
    assert!(!numbers.is_empty());
    for form in crate::forms() {
        for (other, number) in &numbers {
            let draft = saying(&empty(form), [format!("根据{number}编制年度报告。")]);
            let is_found = findings(&draft).iter().any(|finding| finding.rule == "F02");
            assert_eq!(is_found, other.id != form.id, "{} citing {number}", form.name);
        }
    }
}

/// The fee is asked for in the part in which the form asks for it, and nowhere else.
#[test]
fn the_fee_is_told_in_the_part_that_the_form_says() {
    for form in crate::forms() {
        let draft = empty(form);
        let found: Vec<String> = findings(&draft).iter().filter(|f| f.rule == "F10").map(Finding::identity).collect();
        let expected: Vec<String> = form
            .fee_part
            .and_then(|role| form.part_of(role))
            .map(|n| format!("F10:narrative.{n}"))
            .into_iter()
            .collect();
        assert_eq!(found, expected, "{}", form.name);
        let Some(n) = form.fee_part.and_then(|role| form.part_of(role)) else { continue };
        let mut told = draft.clone();
        let text = Item::Paragraph("本年度没有收取信息处理费。".to_owned());
        told.apply(Edit::SpliceBody(n, Splice::insert(0, vec![text])));
        assert!(findings(&told).iter().all(|f| f.rule != "F10"), "{}", form.name);
    }
}

/// The headings are asked for as the form has them, in its words.
#[test]
fn an_empty_report_has_the_headings_of_its_form() {
    for form in crate::forms() {
        let found = findings(&empty(form));
        let rules: BTreeSet<&str> = found.iter().map(|finding| finding.rule).collect();
        // That a part has nothing under its heading is a hint.
        let headings = found.iter().filter(|f| f.rule == "F06" && f.severity != Severity::Hint).count();
        assert!(!rules.contains("F01") && headings == 0, "{}: {rules:?}", form.name);
        assert_eq!(rules.contains("F08"), !form.topics.is_empty(), "{}", form.name);
        let mut cut = empty(form);
        cut.apply(Edit::SpliceParts(Splice::remove(form.headings.len() - 1, 1)));
        let is_told = findings(&cut).iter().any(|f| f.rule == "F06" && f.severity != Severity::Hint);
        assert_eq!(is_told, !form.topics.is_empty(), "{}", form.name);
    }
}
