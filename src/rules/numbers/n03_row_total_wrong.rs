//! N03: a stated total of a row of table three is not the sum of the six kinds of applicant.

use super::relation::stated_totals;
use crate::facts::Facts;
use crate::rules::{Rule, Sink, When};

pub(super) static RULE: Rule = Rule {
    id: "N03",
    title: "一行的总计与六类申请人之和不符",
    why: "表三每一行的总计，等于自然人和五类法人或其他组织之和。填写的总计保留不动，与六类之和比较。",
    example: "予以公开：自然人2、商业企业1，总计写作2。",
    when: When::EveryEdit,
    check,
};

fn check(facts: &Facts, found: &mut Sink) {
    stated_totals(facts, RULE.id, found, |relation| format!("“{}”一行的总计不等于六类之和", relation.title));
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::{figures, finds, mends};

    fn row(total: u32) -> String {
        let cells = ["natural", "business", "research", "welfare", "legal", "other"];
        let cells = cells.map(|column| format!(r#""applications.granted.{column}": 1"#)).join(", ");
        figures(&format!(r#"{cells}, "applications.granted.total": {total}"#))
    }

    #[test]
    fn a_total_that_is_not_the_sum() {
        finds("N03", &row(7), &["N03:applications.granted.*"]);
        finds("N03", &row(6), &[]);
        let mended = mends("N03:applications.granted.*", &row(7));
        assert!(mended.to_json().contains("\"applications.granted.total\": 6"));
    }
}
