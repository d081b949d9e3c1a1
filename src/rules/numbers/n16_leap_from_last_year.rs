//! N16: a figure that fell to zero or changed tenfold since last year; powers that few streets and townships have.

use super::{last, n17_amount_in_yuan, n20_outlier_year};
use crate::draft::{OfficeField, Place};
use crate::facts::{Case, Facts};
use crate::form::{BandRole, ColumnRole, Form, Key, Kind, Outcome, Row};
use crate::rules::{Finding, Line, Rule, Severity, Sink, When};
use crate::value::Decimal;

pub(super) static RULE: Rule = Rule {
    id: "N16",
    title: "与上年相差十倍以上，或降为0",
    why: "一个数上年不小于10而今年为0，或两年相差十倍以上，往往是漏填、填错一位或口径变了，请核对。有上年年报时与上年年报比较，\
          没有时与历年数据中的上年比较。乡镇、街道的行政许可、行政处罚、行政强制和收费大于0时只作提示：已经赋权的不必理会。",
    example: "上年行政处罚887件，今年写作0；上年行政许可568件，今年写作5680件。",
    when: When::EveryEdit,
    check,
};

/// Below this the numbers of small offices leap every year.
const NOTABLE: Decimal = Decimal::TEN;

fn check(facts: &Facts, found: &mut Sink) {
    let case = &facts.case;
    let Some(form) = case.draft.form() else { return };
    let from = found.findings().len();
    leaps(case, form, found);
    if !matches!(case.draft.office(OfficeField::Kind), "street" | "township") {
        return;
    }
    let used = |role| matches!(role, ColumnRole::Decisions | ColumnRole::Amount);
    let powers = form.band_cells().filter(|(_, row, column)| row.role == BandRole::Power && used(column.role));
    for (key, row, _) in powers {
        let what = row.label;
        let Some(value) = last::value(case.draft, key).filter(|value| !value.is_zero()) else { continue };
        let place = Place::Cell(key);
        if found.findings().iter().skip(from).any(|finding| finding.place == place) {
            continue;
        }
        let title = format!("乡镇、街道填了{what} {value} {}", key.unit());
        let finding = Finding::new(RULE.id, Severity::Hint, place, title);
        found.push(finding.saying("已经赋权的不必理会；由上级部门作出的决定，填在上级部门的年报里。"));
    }
}

fn leaps(case: &Case, form: &Form, found: &mut Sink) {
    let keys: Vec<Key> = match last::report(case) {
        Some(_) => form.keys().collect(),
        // A year that lies far from three others is told there.
        None => case.draft.history().keys().copied().filter(|key| !n20_outlier_year::compares(case, *key)).collect(),
    };
    for key in keys.into_iter().filter(|key| is_compared(form, *key) && form.table_of(*key).is_some()) {
        let Some((before, basis)) = last::figure(case, key) else { continue };
        let own = last::value(case.draft, key).map(|value| (value, Place::Cell(key)));
        let Some((now, place)) = own else { continue };
        if n17_amount_in_yuan::since_last(now, before) && key.kind() == Kind::Money {
            continue;
        }
        let Some(how) = leap(before, now) else { continue };
        let (label, year) = (form.label(key).unwrap_or_default(), last::year(case));
        let line = |year, value| Line::of("", [(format!("{year}年"), value)]);
        found.push(
            Finding::new(RULE.id, Severity::Warning, place, format!("{label}：{how}"))
                .saying("请核对；确实如此的，写明原因。")
                .resting_on(case.draft, [place].into_iter().chain(basis))
                .computing(vec![line(year, before), line(year.saturating_add(1), now)], None),
        );
    }
}

/// Figures of their own, and of tables three and four the totals: what they consist of leaps for small reasons.
fn is_compared(form: &Form, key: Key) -> bool {
    if form.row_of(key).is_some() {
        return [Row::New, Row::Total].iter().any(|row| form.application_total(*row) == Some(key));
    }
    if let Some((_, outcome)) = form.dispute_of(key) {
        return outcome == Outcome::Total;
    }
    // The number of items of the year before is compared with last year's report by N22.
    let is_items = form.band_cells().any(|(other, _, column)| other == key && column.role == ColumnRole::Items);
    key.kind() != Kind::Change && !is_items
}

/// How a figure leapt, when it did.
fn leap(before: Decimal, now: Decimal) -> Option<&'static str> {
    if before < NOTABLE && now < NOTABLE || before.is_zero() {
        return None;
    }
    if now.is_zero() {
        return Some("上年有，今年为 0");
    }
    let times = |more: Decimal, less: Decimal| more.checked_div(less).is_some_and(|times| times >= Decimal::TEN);
    if times(now, before) {
        return Some("是上年的十倍以上");
    }
    times(before, now).then_some("不到上年的十分之一")
}

#[cfg(test)]
mod tests {
    use crate::rules::Severity;
    use crate::rules::tests::{figures, finds, found, found_beside};

    fn penalties(year: u16, value: u32) -> String {
        figures(&format!(r#""proactive.penalties.decisions": {value}"#)).replace("2023", &year.to_string())
    }

    #[test]
    fn a_fall_to_zero_or_a_leap_is_asked_about() {
        for (before, now, leaps) in [
            (887, 0, true),
            (568, 5680, true),
            (5680, 568, true),
            (10, 0, true),
            (9, 0, false),
            (568, 5600, false),
            (1, 9, false),
            (0, 500, false),
            (500, 480, false),
        ] {
            let found = found_beside("N16", &penalties(2023, now), &penalties(2022, before));
            assert_eq!(found.iter().any(|f| f.severity == Severity::Warning), leaps, "{before} → {now}");
        }
    }

    #[test]
    fn last_years_report_is_of_the_year_before() {
        assert!(found_beside("N16", &penalties(2023, 0), &penalties(2021, 887)).is_empty());
    }

    #[test]
    fn the_totals_of_table_three_and_no_cells_of_it() {
        let row = |year: u16, n: u32| {
            let cells = ["natural", "business", "research", "welfare", "legal", "other", "total"].map(|column| {
                format!(r#""applications.new.{column}": {}"#, if matches!(column, "natural" | "total") { n } else { 0 })
            });
            figures(&cells.join(", ")).replace("2023", &year.to_string())
        };
        let found = found_beside("N16", &row(2023, 400), &row(2022, 40));
        let places: Vec<_> = found.iter().map(|f| f.place.to_string()).collect();
        assert_eq!(places, ["applications.new.total"]);
    }

    #[test]
    fn the_drafts_own_history_where_no_other_rule_speaks() {
        let json = |history: &str| {
            format!(
                r#"{{"nianbao": 1, "form": "narrative-2008", "year": 2017, "figures": {{"disclosed.total": 800}},
                "history": {{"disclosed.total": {{{history}}}}}}}"#
            )
        };
        finds("N16", &json(r#""2016": 45"#), &["N16:disclosed.total"]);
        finds("N16", &json(r#""2015": 45, "2016": 110"#), &[]);
        let many = json(r#""2013": 45, "2014": 50, "2015": 44, "2016": 45, "2017": 800"#);
        finds("N16", &many, &[]);
        finds("N20", &many, &["N20:history.disclosed.total.2017"]);
    }

    #[test]
    fn powers_of_a_street_are_a_hint() {
        let json = penalties(2023, 1472).replace(r#""figures""#, r#""office": {"kind": "street"}, "figures""#);
        let found = found("N16", &json);
        assert_eq!(found.iter().map(|f| f.severity).collect::<Vec<_>>(), [Severity::Hint]);
        finds("N16", &penalties(2023, 1472), &[]);
        let after = found_beside("N16", &json, &penalties(2022, 14));
        assert_eq!(after.iter().map(|f| f.severity).collect::<Vec<_>>(), [Severity::Warning]);
    }
}
