//! N20: a year that lies far from the other years of its history.

use super::last;
use crate::draft::Place;
use crate::facts::{Case, Facts};
use crate::form::Key;
use crate::rules::{Finding, Line, Rule, Severity, Sink, When};
use crate::value::{Decimal, Figure, Ordered, Year};

pub(super) static RULE: Rule = Rule {
    id: "N20",
    title: "一年的数与其他年份相差很大",
    why: "历年数据中，一年的数高于其他年份中位数的五倍，或不足五分之一，往往是口径变了或抄错了一位。其他年份至少三年、中位数大于0时才比较；手边有上年报告的，它记载的年份也算。",
    example: "2013—2017年依次为40、6、64、45、88条，2014年不足其他年份中位数54.5条的五分之一。",
    when: When::EveryEdit,
    check,
};

const TIMES: Decimal = Decimal::from_parts(5, 0, 0, false, 0);
const TWO: Decimal = Decimal::from_parts(2, 0, 0, false, 0);

fn check(facts: &Facts, found: &mut Sink) {
    let case = &facts.case;
    for (key, years) in case.draft.history() {
        let own: Vec<(Year, Decimal)> = years.iter().map(|(year, figure)| (*year, Figure::exact(*figure))).collect();
        let mut all = [from_last_year(case, *key, &own), own.clone()].concat();
        all.sort_unstable();
        for (year, value) in &own {
            let others = all.iter().filter(|(other, _)| other != year).map(|(_, value)| *value).collect();
            let Some(median) = median(others) else { continue };
            let far_above = *value > median * TIMES;
            if !far_above && *value * TIMES >= median {
                continue;
            }
            let unit = key.unit();
            let how = if far_above {
                "高于其他年份中位数的五倍"
            } else {
                "不足其他年份中位数的五分之一"
            };
            let mut finding = Finding::new(
                RULE.id,
                Severity::Warning,
                Place::Past(*key, *year),
                format!("{year}年 {value} {unit}，与其他年份相差很大"),
            )
            .saying(format!("{how}（中位数 {} {unit}），请核对。", median.normalize()))
            .resting_on(case.draft, own.iter().map(|(year, _)| Place::Past(*key, *year)))
            .computing(vec![Line::of("", all.iter().map(|(year, value)| (format!("{year}年"), *value)))], None);
            finding.concerns.clear();
            found.push(finding);
        }
    }
}

/// The years that only last year's report knows of a figure: those of its history, and its own.
fn from_last_year(case: &Case, key: Key, own: &[(Year, Decimal)]) -> Vec<(Year, Decimal)> {
    let Some(report) = last::report(case) else { return Vec::new() };
    let history = report.history().get(&key).into_iter().flat_map(Ordered::iter);
    let mut years: Vec<(Year, Decimal)> = history.map(|(year, figure)| (*year, figure.exact())).collect();
    if years.iter().all(|(year, _)| *year != report.year()) {
        years.extend(last::value(report, key).map(|value| (report.year(), value)));
    }
    years.retain(|(year, _)| own.iter().all(|(known, _)| known != year));
    years
}

/// Whether the years of a figure's history are enough to compare each with the others.
pub(super) fn compares(case: &Case, key: Key) -> bool {
    case.draft.history().get(&key).is_some_and(|years| years.len() > 3)
}

/// The median of at least three values, when it is above 0.
fn median(mut values: Vec<Decimal>) -> Option<Decimal> {
    if values.len() < 3 {
        return None;
    }
    values.sort();
    let middle = values.len() / 2;
    let upper = *values.get(middle)?;
    let median = if values.len() % 2 == 1 { upper } else { (upper + *values.get(middle - 1)?) / TWO };
    (median > Decimal::ZERO).then_some(median)
}

#[cfg(test)]
mod tests {
    use crate::rules::Finding;
    use crate::rules::tests::{finds, found, found_beside};

    fn history(years: &[(u16, u32)]) -> String {
        let years: Vec<String> = years.iter().map(|(year, n)| format!("\"{year}\": {n}")).collect();
        format!(
            r#"{{"nianbao": 1, "form": "narrative-2008", "year": 2017, "history": {{"disclosed.total": {{{}}}}}}}"#,
            years.join(", ")
        )
    }

    #[test]
    fn only_the_year_that_lies_apart() {
        let seed = history(&[(2013, 40), (2014, 6), (2015, 64), (2016, 45), (2017, 88)]);
        finds("N20", &seed, &["N20:history.disclosed.total.2014"]);
        let basis: Vec<_> = found("N20", &seed).iter().flat_map(|f| f.rests_on.clone()).map(|b| b.value).collect();
        assert_eq!(basis, ["40", "6", "64", "45", "88"]);
        finds(
            "N20",
            &history(&[(2014, 10), (2015, 10), (2016, 10), (2017, 51)]),
            &["N20:history.disclosed.total.2017"],
        );
    }

    #[test]
    fn last_years_report_lends_the_years_that_it_knows() {
        let this = history(&[(2016, 45), (2017, 500)]);
        finds("N20", &this, &[]);
        let last = r#"{"nianbao": 1, "form": "narrative-2008", "year": 2016, "figures": {"disclosed.total": 45},
            "history": {"disclosed.total": {"2014": 40, "2015": 64}}}"#;
        let found: Vec<String> = found_beside("N20", &this, last).iter().map(Finding::identity).collect();
        assert_eq!(found, ["N20:history.disclosed.total.2017"]);
    }

    #[test]
    fn just_five_times_or_a_fifth_is_none() {
        finds("N20", &history(&[(2014, 10), (2015, 10), (2016, 10), (2017, 50)]), &[]);
        finds("N20", &history(&[(2014, 10), (2015, 10), (2016, 10), (2017, 2)]), &[]);
    }

    #[test]
    fn too_few_years_or_a_median_of_zero() {
        finds("N20", &history(&[(2015, 10), (2016, 10), (2017, 90)]), &[]);
        finds("N20", &history(&[(2014, 0), (2015, 0), (2016, 0), (2017, 90)]), &[]);
    }
}
