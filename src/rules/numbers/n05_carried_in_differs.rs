//! N05: what is carried in is not what last year carried out.

use super::last;
use super::relation::set;
use crate::draft::Place;
use crate::facts::{Case, Facts};
use crate::form::{Form, Law, Term};
use crate::rules::{Finding, Line, Rule, Severity, Sink, When};
use crate::value::Decimal;

pub(super) static RULE: Rule = Rule {
    id: "N05",
    title: "上年结转与上年的结转下年度不符",
    why: "上年没有办完的申请转到本年，所以表三每一列的上年结转，等于上年年报同一列的结转下年度。有上年年报时逐列比较；\
          没有上年年报而历年数据中有上年的结转数时，只比较总计，请核对。",
    example: "2021年年报结转下年度总计1，2022年年报上年结转总计写作0。",
    when: When::EveryEdit,
    check,
};

/// The title of the column that adds up the others.
const TOTAL: &str = "总计";

/// A column that does not agree.
struct Column {
    into: Term,
    title: &'static str,
    this: Decimal,
    last: Decimal,
    basis: Option<Place>,
}

fn check(facts: &Facts, found: &mut Sink) {
    let case = &facts.case;
    let Some(form) = case.draft.form() else { return };
    let differing = differing(case, form);
    let (totals, columns): (Vec<_>, Vec<_>) = differing.into_iter().partition(|column| column.title == TOTAL);
    // A total that is off only by what its columns are off is told in their findings.
    let off: Decimal = columns.iter().map(|column| column.this - column.last).sum();
    let totals = totals.into_iter().filter(|total| columns.is_empty() || total.this - total.last != off);
    let severity = if last::report(case).is_some() { Severity::Error } else { Severity::Warning };
    let year = last::year(case);
    for column in columns.iter().chain(&totals.collect::<Vec<_>>()) {
        let Column { into, title, this, last, basis } = column;
        let words = format!("{title}：上年结转 {this}，{year}年结转下年度 {last}");
        let finding = Finding::new(RULE.id, severity, Place::Cell(into.key), words)
            .resting_on(case.draft, [Place::Cell(into.key)].into_iter().chain(*basis));
        let from_last = Line::of("", [(format!("{year}年结转下年度"), *last)]).makes(last.to_string());
        let mut finding = last::compared(finding, into.label, *this, from_last);
        finding.mend = case
            .draft
            .figure(into.key)
            .and_then(|_| set(case, format!("{title}·上年结转改为 {last}（原 {this}）"), into.key, *last));
        found.push(finding);
    }
}

fn differing(case: &Case, form: &Form) -> Vec<Column> {
    let laws = form.relations.iter().filter(|relation| relation.rule == RULE.id);
    let columns = laws.filter_map(|relation| {
        let Law::Carried { into, out } = &relation.law else { return None };
        let this = last::value(case.draft, into.key)?;
        let (last, basis) = last::figure(case, out.key)?;
        // A history of one column says nothing of how the form's columns were filled: only the total counts there.
        let compared = basis.is_none() || relation.title == TOTAL;
        (compared && this != last).then_some(Column { into: *into, title: relation.title, this, last, basis })
    });
    columns.collect()
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::{found, found_beside, mends_after};
    use crate::rules::{Finding, Severity};

    fn report(form: &str, year: u16, row: &str, values: [u32; 7]) -> String {
        let columns = ["natural", "business", "research", "welfare", "legal", "other", "total"];
        let cells = columns.iter().zip(values).map(|(column, n)| format!(r#""applications.{row}.{column}": {n}"#));
        let cells = cells.collect::<Vec<_>>().join(", ");
        format!(r#"{{"nianbao": 1, "form": "{form}", "year": {year}, "figures": {{{cells}}}}}"#)
    }

    fn last(values: [u32; 7]) -> String {
        report("national-2021", 2022, "carried_out", values)
    }

    fn this(values: [u32; 7]) -> String {
        report("national-2021", 2023, "carried_in", values)
    }

    #[track_caller]
    fn finds(this: &str, last: &str, expected: &[&str]) {
        let found: Vec<String> = found_beside("N05", this, last).iter().map(Finding::identity).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn each_column_and_the_total_with_them() {
        finds(&this([1, 0, 0, 0, 0, 0, 1]), &last([1, 0, 0, 0, 0, 0, 1]), &[]);
        let natural = "N05:applications.carried_in.natural";
        finds(&this([0, 0, 0, 0, 0, 0, 0]), &last([1, 0, 0, 0, 0, 0, 1]), &[natural]);
        let business = "N05:applications.carried_in.business";
        finds(&this([0, 1, 0, 0, 0, 0, 1]), &last([1, 0, 0, 0, 0, 0, 1]), &[natural, business]);
        finds(&this([1, 0, 0, 0, 0, 0, 2]), &last([1, 0, 0, 0, 0, 0, 1]), &["N05:applications.carried_in.total"]);
    }

    #[test]
    fn last_years_report_may_be_of_another_edition_and_must_be_of_the_year_before() {
        let old = report("national-2019", 2020, "carried_out", [2, 0, 0, 0, 0, 0, 2]);
        let new = report("national-2021", 2021, "carried_in", [0, 0, 0, 0, 0, 0, 0]);
        finds(&new, &old, &["N05:applications.carried_in.natural"]);
        finds(&this([0, 0, 0, 0, 0, 0, 0]), &old, &[]);
    }

    #[test]
    fn a_blank_says_nothing() {
        let blank = r#"{"nianbao": 1, "form": "national-2021", "year": 2022}"#;
        finds(&this([1, 0, 0, 0, 0, 0, 1]), blank, &[]);
        let blank = r#"{"nianbao": 1, "form": "national-2021", "year": 2023}"#;
        finds(blank, &last([1, 0, 0, 0, 0, 0, 1]), &[]);
    }

    #[test]
    fn the_figure_of_last_year_is_the_mend_where_nothing_speaks_against_it() {
        let only = r#"{"nianbao": 1, "form": "national-2021", "year": 2023, "figures": {"applications.carried_in.natural": 4}}"#;
        let mended = mends_after("N05:applications.carried_in.natural", only, &last([1, 0, 0, 0, 0, 0, 1]));
        assert!(mended.to_json().contains("\"applications.carried_in.natural\": 1"));
        let against = this([0, 0, 0, 0, 0, 0, 0]);
        let found = found_beside("N05", &against, &last([1, 0, 0, 0, 0, 0, 1]));
        assert!(found.iter().all(|f| f.mend.is_none() && f.severity == Severity::Error));
    }

    #[test]
    fn the_drafts_own_history_asks() {
        let json = r#"{"nianbao": 1, "form": "national-2021", "year": 2023,
            "figures": {"applications.carried_in.total": 1}, "history": {"applications.carried_out.total": {"2022": 3}}}"#;
        let found = found("N05", json);
        assert_eq!(found.iter().map(|f| f.severity).collect::<Vec<_>>(), [Severity::Warning]);
    }
}
