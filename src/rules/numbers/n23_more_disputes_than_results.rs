//! N23: more reviews and suits than the applications could have caused.

use super::last;
use crate::draft::Place;
use crate::facts::{Case, Facts};
use crate::form::{Form, Key, Named, Outcome, Row, Way};
use crate::rules::{Finding, Line, Rule, Severity, Sink, When};
use crate::value::Decimal;

pub(super) static RULE: Rule = Rule {
    id: "N23",
    title: "复议、诉讼多于申请可能引起的数",
    why: "行政复议和未经复议直接起诉都由一件申请的办理引起，一件申请一般只引起一件，所以两者之和不多于本年收到的申请（新收加结转）\
          加上年的办理结果。没有上年年报时，给上年的办理结果留出余地：不多于本年收到的一倍半，收到很少时不多于收到的加2。\
          多出来的往往是把与政府信息公开无关的复议、诉讼也算了进来，请核对。",
    example: "本年收到申请2件，行政复议8件。",
    when: When::EveryEdit,
    check,
};

/// What is disputed and what was received, with their labels, and last year's results.
struct Counted {
    disputes: Vec<(Option<Key>, &'static str)>,
    received: Vec<(Option<Key>, &'static str)>,
    results: (Option<Key>, &'static str),
}

/// What a form counts. In the statistic form suits after a review are counted with the others, so that reviews and suits
/// stand by themselves.
fn counted(form: &Form) -> Vec<Counted> {
    let total = |way: Way| (form.dispute(way, Outcome::Total), way.label());
    let of_statistics = |disputes: Named, label| Counted {
        disputes: vec![(disputes.key(), label)],
        received: vec![(Named::of("requests.received").key(), "收到申请")],
        results: (Named::of("replies.total").key(), "上年答复"),
    };
    vec![
        Counted {
            disputes: vec![total(Way::Review), total(Way::Direct)],
            received: vec![
                (form.application_total(Row::New), "本年新收"),
                (form.application_total(Row::CarriedIn), "上年结转"),
            ],
            results: (form.application_total(Row::Total), "上年办理结果"),
        },
        of_statistics(Named::of("review.total"), "行政复议"),
        of_statistics(Named::of("lawsuit.total"), "行政诉讼"),
    ]
}

fn check(facts: &Facts, found: &mut Sink) {
    let case = &facts.case;
    let Some(form) = case.draft.form() else { return };
    for counted in counted(form) {
        found.extend(too_many(case, form, &counted));
    }
}

/// These figures of the form that the draft has, with their labels; nothing when all are blank.
fn values(case: &Case, form: &Form, keys: &[(Option<Key>, &str)]) -> Option<Vec<(Key, String, Decimal)>> {
    let there = keys.iter().filter_map(|(key, label)| {
        let key = key.filter(|key| form.table_of(*key).is_some())?;
        Some((key, (*label).to_owned(), last::value(case.draft, key)?))
    });
    Some(there.collect::<Vec<_>>()).filter(|there| !there.is_empty())
}

fn too_many(case: &Case, form: &Form, counted: &Counted) -> Option<Finding> {
    let (disputes, received) = (values(case, form, &counted.disputes)?, values(case, form, &counted.received)?);
    let sum = |terms: &[(Key, String, Decimal)]| terms.iter().map(|(.., value)| *value).sum::<Decimal>();
    let (so_many, mut possible) = (sum(&disputes), sum(&received));
    if received.len() < counted.received.len() || so_many <= possible {
        return None;
    }
    let mut terms: Vec<(String, Decimal)> = received.iter().map(|(_, label, value)| (label.clone(), *value)).collect();
    let results = counted.results.0.and_then(|key| last::figure(case, key));
    let bound = if let Some((results, _)) = results {
        terms.push((counted.results.1.to_owned(), results));
        possible = possible.saturating_add(results);
        possible
    } else {
        possible.saturating_add((possible / Decimal::TWO).max(Decimal::TWO))
    };
    if so_many <= bound {
        return None;
    }
    let (largest, ..) = disputes.iter().max_by_key(|(.., value)| *value)?;
    let line = Line::of("＋", disputes.iter().map(|(_, label, value)| (label.clone(), *value)));
    let places = disputes.iter().chain(&received).map(|(key, ..)| Place::Cell(*key));
    let basis = results.and_then(|(_, place)| place);
    Some(
        Finding::new(
            RULE.id,
            Severity::Warning,
            Place::Cell(*largest),
            format!("复议、诉讼 {so_many} 件，多于申请可能引起的数"),
        )
        .saying("表中只计与政府信息公开申请有关的复议、诉讼，请核对。")
        .computing(vec![line.makes(so_many.to_string()), Line::of("＋", terms).makes(possible.to_string())], None)
        .resting_on(case.draft, places.chain(basis)),
    )
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::{figures, found, found_beside};

    fn report(year: u16, new: u32, reviews: u32, suits: u32) -> String {
        figures(&format!(
            r#""applications.new.total": {new}, "applications.carried_in.total": 0, "applications.total.total": {new},
            "disputes.review.total": {reviews}, "disputes.direct.total": {suits}, "disputes.after_review.total": 40"#
        ))
        .replace("2023", &year.to_string())
    }

    #[test]
    fn with_room_for_last_years_results() {
        for (new, reviews, suits, draws) in [
            (3050, 351, 26, false),
            (0, 1, 0, false),
            (0, 1, 1, false),
            (0, 3, 0, true),
            (2, 2, 2, false),
            (2, 8, 0, true),
            (10, 10, 5, false),
            (10, 10, 6, true),
        ] {
            assert_eq!(!found("N23", &report(2023, new, reviews, suits)).is_empty(), draws, "{new} {reviews} {suits}");
        }
    }

    #[test]
    fn last_years_results_are_counted_where_they_are_known() {
        assert!(found_beside("N23", &report(2023, 2, 8, 0), &report(2022, 6, 0, 0)).is_empty());
        assert_eq!(found_beside("N23", &report(2023, 2, 9, 0), &report(2022, 6, 0, 0)).len(), 1);
        assert_eq!(found_beside("N23", &report(2023, 0, 1, 0), &report(2022, 0, 0, 0)).len(), 1);
    }

    #[test]
    fn what_is_blank_says_nothing() {
        assert!(found("N23", &figures(r#""disputes.review.total": 9"#)).is_empty());
        assert!(found("N23", &figures(r#""disputes.review.total": 9, "applications.new.total": 1"#)).is_empty());
    }

    #[test]
    fn the_statistic_form() {
        let json = |reviews: u32| {
            format!(
                r#"{{"nianbao": 1, "form": "narrative-2008", "year": 2017,
                "figures": {{"requests.received": 4, "review.total": {reviews}, "lawsuit.total": 4}}}}"#
            )
        };
        assert!(found("N23", &json(4)).is_empty());
        assert_eq!(found("N23", &json(12)).len(), 1);
    }
}
