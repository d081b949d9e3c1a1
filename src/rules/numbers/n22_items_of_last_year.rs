//! N22: the number of items does not go on from last year, or stands in the cell of the decisions.

use super::last;
use super::relation::set;
use crate::draft::Place;
use crate::facts::{Case, Facts};
use crate::form::{ColumnRole, Law, Relation, Term};
use crate::rules::{Finding, Line, Rule, Severity, Sink, When};
use crate::value::Decimal;

pub(super) static RULE: Rule = Rule {
    id: "N22",
    title: "上一年项目数量接不上，或填进了处理决定",
    why: "2019年格式的上一年项目数量，等于上年年报的上一年项目数量加本年增/减。处理决定数量是本年作出决定的件数，\
          与项目数无关：等于上一年项目数量加本年增/减时，多半是把项目数填进了处理决定一格。",
    example: "2019年：上一年120项、本年增/减为5；2020年上一年项目数量写作120项，应为125项。",
    when: When::EveryEdit,
    check,
};

/// From so many items on it is hardly by chance that there are as many decisions.
const BY_CHANCE: Decimal = Decimal::TEN;

fn check(facts: &Facts, found: &mut Sink) {
    let case = &facts.case;
    let relations = case.draft.form().map(|form| form.relations.as_slice()).unwrap_or_default();
    for relation in relations.iter().filter(|relation| relation.rule == RULE.id) {
        if let Law::Moved { stock, change } = &relation.law {
            found.extend(goes_on(case, relation, *stock, *change));
            found.extend(as_decisions(case, relation, *stock, *change));
        }
    }
}

/// The stock against last year's stock with last year's change.
fn goes_on(case: &Case, relation: &Relation, stock: Term, change: Term) -> Option<Finding> {
    let last = last::report(case)?;
    let this = last::value(case.draft, stock.key)?;
    let (before, moved) = (last::value(last, stock.key)?, last::value(last, change.key)?);
    let expected = before.saturating_add(moved);
    if this == expected {
        return None;
    }
    let place = Place::Cell(stock.key);
    let year = last::year(case);
    let title = format!("{}：上一年项目数量 {this} 项，与{year}年年报接不上", relation.title);
    let finding = Finding::new(RULE.id, Severity::Warning, place, title).resting_on(case.draft, [place]);
    let terms = [(format!("{year}年年报的上一年项目数量"), before), (format!("{year}年增/减"), moved)];
    let line = Line::of("＋", terms).makes(expected.to_string());
    let mut finding = last::compared(finding, stock.label, this, line);
    let label = format!("{}·上一年项目数量改为 {expected}（原 {this}）", relation.title);
    finding.mend = set(case, label, stock.key, expected);
    Some(finding)
}

/// The decisions, when they are just the number of items.
fn as_decisions(case: &Case, relation: &Relation, stock: Term, change: Term) -> Option<Finding> {
    let key = case.draft.form()?.beside(stock.key, ColumnRole::Decisions)?;
    let (decisions, before) = (last::value(case.draft, key)?, last::value(case.draft, stock.key)?);
    let moved = last::value(case.draft, change.key)?;
    if decisions < BY_CHANCE || before.saturating_add(moved) != decisions {
        return None;
    }
    let place = Place::Cell(key);
    let title = format!("{}：处理决定数量正好等于项目数", relation.title);
    let terms = [(stock.label.to_owned(), before), (change.label.to_owned(), moved)];
    let finding = Finding::new(RULE.id, Severity::Warning, place, title)
        .saying("处理决定数量填本年作出决定的件数，不是项目数；确实相等的，请说明。")
        .computing(vec![Line::of("＋", terms).makes(decisions.to_string())], None)
        .resting_on(case.draft, [key, stock.key, change.key].map(Place::Cell));
    Some(finding)
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::{finds, found_beside, mends_after};

    fn licences(year: u16, previous: i32, change: i32, decisions: i32) -> String {
        format!(
            r#"{{"nianbao": 1, "form": "national-2019", "year": {year}, "figures": {{
            "proactive.licences.previous": {previous}, "proactive.licences.change": {change},
            "proactive.licences.decisions": {decisions}}}}}"#
        )
    }

    #[test]
    fn the_items_go_on_from_last_year() {
        let last = licences(2019, 120, 5, 9);
        assert!(found_beside("N22", &licences(2020, 125, -3, 46), &last).is_empty());
        let json = licences(2020, 120, -3, 46);
        let mended = mends_after("N22:proactive.licences.previous", &json, &last);
        assert!(mended.to_json().contains("\"proactive.licences.previous\": 125"));
        assert!(found_beside("N22", &json, &licences(2018, 1, 1, 1)).is_empty());
    }

    #[test]
    fn the_items_in_the_cell_of_the_decisions() {
        finds("N22", &licences(2020, 12, -3, 46), &[]);
        finds("N22", &licences(2020, 0, 1, 1), &[]);
        finds("N22", &licences(2020, 0, 0, 0), &[]);
        finds("N22", &licences(2020, 120, 5, 125), &["N22:proactive.licences.decisions"]);
    }
}
