//! N06: more is carried over or closed than was received.

use super::relation::{broken, reported};
use crate::calc::imbalance;
use crate::draft::Place;
use crate::facts::Facts;
use crate::form::Law;
use crate::rules::{Rule, Sink, When};

pub(super) static RULE: Rule = Rule {
    id: "N06",
    title: "办理或结转多于收到",
    why: "办理结果总计和结转下年度，都不会多于本年新收加上年结转。已由不平衡（N01）指出的一列不再重复。",
    example: "新收3、上年结转0，结转下年度写作30。",
    when: When::EveryEdit,
    check,
};

fn check(facts: &Facts, found: &mut Sink) {
    let case = &facts.case;
    // A column whose two sides differ is told by its balance.
    let relations = case.draft.form().map(|form| form.relations.as_slice()).unwrap_or_default();
    let balances = relations.iter().filter(|relation| matches!(relation.law, Law::Balance { .. }));
    let unbalanced: Vec<Place> =
        balances.filter(|relation| imbalance(case.draft, &relation.law).is_some()).map(|r| r.place).collect();
    for (relation, imbalance) in broken(case, RULE.id) {
        if unbalanced.contains(&relation.place) {
            continue;
        }
        let part = imbalance.left.terms.first().map_or("", |(term, _)| term.label);
        found.push(reported(case, relation, &imbalance, format!("{}：{part}多于收到的申请", relation.title)));
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::{figures, finds};

    const RECEIVED: &str = r#""applications.new.natural": 3, "applications.carried_in.natural": 0"#;

    #[test]
    fn more_than_was_received_while_the_column_is_not_complete() {
        let with = |cell: &str| figures(&format!("{RECEIVED}, {cell}"));
        finds("N06", &with(r#""applications.carried_out.natural": 30"#), &["N06:applications.*.natural"]);
        finds("N06", &with(r#""applications.granted.natural": 4"#), &["N06:applications.*.natural"]);
        finds("N06", &with(r#""applications.carried_out.natural": 3"#), &[]);
        finds("N06", &figures(r#""applications.carried_out.natural": 30, "applications.new.natural": 3"#), &[]);
    }

    #[test]
    fn silent_where_the_balance_speaks() {
        let complete = format!(r#"{RECEIVED}, "applications.total.natural": 9, "applications.carried_out.natural": 0"#);
        finds("N06", &figures(&complete), &[]);
        finds("N01", &figures(&complete), &["N01:applications.*.natural"]);
    }
}
