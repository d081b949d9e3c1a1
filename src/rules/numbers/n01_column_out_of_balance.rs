//! N01: a column of table three does not balance.

use super::culprit::with_culprits;
use super::relation::{broken, reported, set};
use crate::calc::{CellState, shown};
use crate::facts::{Case, Facts};
use crate::form::{Law, Relation};
use crate::rules::{Rule, Sink, When};

pub(super) static RULE: Rule = Rule {
    id: "N01",
    title: "表三的一列不平衡",
    why: "表三每一列：第一项（本年新收）加第二项（上年结转）之和，等于第三项（办理结果总计）加第四项（结转下年度）之和。\
          这是表上写明的勾稽关系。",
    example: "商业企业：新收99＋结转3＝102，总计99＋结转下年度5＝104，相差2。",
    when: When::EveryEdit,
    check,
};

fn check(facts: &Facts, found: &mut Sink) {
    let case = &facts.case;
    let failing: Vec<_> = broken(case, RULE.id).collect();
    for (relation, imbalance) in &failing {
        // A total column that only adds up its columns is told inside their findings.
        if failing.len() > 1 && only_adds_up(case, relation) {
            continue;
        }
        let mut finding = reported(case, relation, imbalance, format!("{}一列不平衡", relation.title));
        if let Law::Balance { right, .. } = &relation.law
            && let [total, carried_out] = right.as_slice()
        {
            let results = shown(case.draft, total.key).figure.map(crate::value::Figure::exact).unwrap_or_default();
            let value = imbalance.left.sum - results;
            finding.mend = set(case, format!("结转下年度改为 {value}"), carried_out.key, value);
            if finding.mend.is_some() {
                finding.words = format!("若办理结果无误，结转下年度应为 {value}。");
            }
        }
        found.push(with_culprits(facts, relation, finding));
    }
}

/// Whether every figure of the relation is the sum of its row: computed, or stated as just that.
fn only_adds_up(case: &Case, relation: &Relation) -> bool {
    let Law::Balance { left, right } = &relation.law else { return false };
    let form = case.draft.form();
    left.iter().chain(right).all(|term| {
        let Some(parts) = form.and_then(|form| form.parts(term.key)).filter(|_| relation.title == "总计") else {
            return false;
        };
        let shown = shown(case.draft, term.key);
        shown.state == CellState::Computed
            || shown.figure.map(crate::value::Figure::exact) == crate::calc::sum(case.draft, parts)
    })
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::{figures, finds, found, mends};

    const COLUMN: &str = r#""applications.new.business": 99, "applications.carried_in.business": 3,
        "applications.total.business": 99"#;

    #[test]
    fn both_sides_are_shown_and_the_carry_over_is_mended() {
        let json = figures(&format!(r#"{COLUMN}, "applications.carried_out.business": 5"#));
        let found = found("N01", &json);
        let finding = found.first().expect("a finding");
        assert_eq!(finding.title, "商业企业一列不平衡");
        let arithmetic = finding.arithmetic.as_ref().expect("its arithmetic");
        let results: Vec<_> = arithmetic.lines.iter().filter_map(|line| line.result.as_deref()).collect();
        assert_eq!((results, arithmetic.difference.as_deref()), (vec!["102", "104"], Some("2")));
        let mended = mends("N01:applications.*.business", &json);
        assert!(mended.to_json().contains("\"applications.carried_out.business\": 3"));
    }

    #[test]
    fn a_blank_says_nothing() {
        finds("N01", &figures(COLUMN), &[]);
        finds("N01", &figures(""), &[]);
    }

    #[test]
    fn a_total_column_that_adds_up_is_told_in_its_columns() {
        let mut columns = String::new();
        for column in ["natural", "business", "research", "welfare", "legal", "other"] {
            let new = if column == "natural" { 4 } else { 0 };
            columns += &format!(
                r#""applications.new.{column}": {new}, "applications.carried_in.{column}": 0,
                "applications.total.{column}": 0, "applications.carried_out.{column}": 0,"#
            );
        }
        finds("N01", &figures(columns.trim_end_matches(',')), &["N01:applications.*.natural"]);
        let stated = format!(r#"{columns} "applications.new.total": 7"#);
        finds("N01", &figures(&stated), &["N01:applications.*.natural", "N01:applications.*.total"]);
    }

    #[test]
    fn no_mend_below_zero() {
        let json = figures(
            r#""applications.new.legal": 1, "applications.carried_in.legal": 0, "applications.total.legal": 5, "applications.carried_out.legal": 0"#,
        );
        let found = found("N01", &json);
        let finding = found.first().expect("a finding");
        let mends = finding.mend.iter().chain(&finding.alternatives);
        let labels: Vec<_> = mends.map(|mend| mend.label.as_str()).collect();
        assert_eq!(
            labels,
            [
                "法律服务机构·办理结果总计改为 1（原 5）",
                "法律服务机构·本年新收改为 5（原 1）",
                "法律服务机构·上年结转改为 4（原 0）"
            ]
        );
    }

    #[test]
    fn what_is_no_slip_is_still_carried_over() {
        let json = figures(
            r#""applications.new.legal": 57, "applications.carried_in.legal": 0, "applications.total.legal": 0, "applications.carried_out.legal": 1"#,
        );
        let mended = mends("N01:applications.*.legal", &json);
        assert!(mended.to_json().contains("\"applications.carried_out.legal\": 57"));
    }
}
