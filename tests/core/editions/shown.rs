//! What is shown of every edition: its report without fault, its charts, its report on paper.

use std::fs;

use nianbao::block::{Block, Role};
use nianbao::chart::{Chart, chart};
use nianbao::draft::ChartId;
use nianbao::facts::Case;
use nianbao::form::{Outcome, Row, Table, TableId, Way};
use nianbao::report::build;
use nianbao::rules::{Severity, check_all};

use super::{clean, clean_path, day, filled, value};

/// `BLESS=1` writes such a report as the program would.
#[test]
fn a_report_without_fault_is_canonical_and_draws_no_error_and_no_warning() {
    let mut failures = Vec::new();
    for form in crate::forms() {
        let (path, draft) = (clean_path(form), clean(form));
        if std::env::var_os("BLESS").is_some() {
            fs::write(&path, draft.to_json()).expect("written");
        }
        let text = fs::read_to_string(&path).expect("a report");
        assert!(draft.to_json() == text, "{} is not canonical: run it with BLESS=1", path.display());
        let today = draft.published().expect("a day");
        let found = check_all(&Case::new(&draft, today));
        let loud = found.into_iter().filter(|finding| finding.severity != Severity::Hint);
        failures.extend(loud.map(|f| format!("{}: {} {} {:?}", form.name, f.identity(), f.title, f.words)));
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

/// The sum of a chart's first series.
fn sum(chart: &Chart) -> i64 {
    chart.series.iter().flat_map(|series| series.values.iter().flatten()).sum()
}

#[test]
fn the_sum_of_a_chart_is_that_of_its_table() {
    for form in crate::forms() {
        for draft in [filled(form), clean(form)] {
            let case = Case::new(&draft, day(draft.year()));
            let drawn = |id| chart(&case, id);
            if form.table(TableId::Applications).is_none() {
                assert!(drawn(ChartId::Applicants).is_err() && drawn(ChartId::Outcomes).is_err(), "{}", form.name);
                continue;
            }
            let applicants = drawn(ChartId::Applicants).expect("applicants");
            assert_eq!(sum(&applicants), value(&draft, form.application_total(Row::New)), "{}", form.name);
            let outcomes = drawn(ChartId::Outcomes).expect("outcomes");
            assert_eq!(sum(&outcomes), value(&draft, form.application_total(Row::Total)), "{}", form.name);
            let totals = Way::ALL.map(|way| value(&draft, form.dispute(way, Outcome::Total)));
            let disputes = drawn(ChartId::Disputes).map(|chart| sum(&chart)).unwrap_or_default();
            assert_eq!(disputes, totals.iter().sum::<i64>(), "{}", form.name);
        }
    }
}

#[test]
fn the_report_prints_every_figure_of_the_form() {
    for form in crate::forms() {
        let draft = filled(form);
        let blocks = build(&Case::new(&draft, day(draft.year())));
        let printed: Vec<_> = blocks
            .iter()
            .filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None })
            .collect();
        // What stands in no part is appended.
        let (in_parts, appended): (Vec<&Table>, Vec<_>) = form.tables.iter().partition(|table| table.part.is_some());
        let headings = form.headings.len() + appended.len();
        let official = [in_parts, appended].concat();
        assert_eq!(printed.len(), official.len(), "{}", form.name);
        for (printed, table) in printed.into_iter().zip(official) {
            assert_eq!(printed.id, table.id.name());
            let values = printed.rows.iter().flatten().filter(|cell| cell.role == Role::Value);
            let values: Vec<i64> = values.filter_map(|cell| cell.content.to_string().parse().ok()).collect();
            let expected: Vec<i64> = table.keys.iter().map(|key| value(&draft, Some(*key))).collect();
            assert_eq!(values, expected, "{} {}", form.name, table.id);
        }
        let shown = blocks.iter().filter(|block| matches!(block, Block::Heading(_))).count();
        assert_eq!(shown, headings, "{}", form.name);
    }
}
