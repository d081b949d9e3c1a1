//! N02: a stated total of table three is not the sum of its results.

use super::relation::stated_totals;
use crate::facts::Facts;
use crate::rules::{Rule, Sink, When};

pub(super) static RULE: Rule = Rule {
    id: "N02",
    title: "办理结果总计与各项之和不符",
    why: "表三每一列的总计，等于（一）予以公开至（六）其他处理各项之和。填写的总计保留不动，与各项之和比较。",
    example: "自然人：予以公开2，部分公开1，总计写作4。",
    when: When::EveryEdit,
    check,
};

fn check(facts: &Facts, found: &mut Sink) {
    stated_totals(facts, RULE.id, found, |relation| format!("{}一列的总计不等于各项之和", relation.title));
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::{figures, filled_column, finds, mends};

    #[test]
    fn a_total_that_is_not_the_sum() {
        let json = figures(&filled_column("natural", 4));
        finds("N02", &json, &["N02:applications.*.natural"]);
        let mended = mends("N02:applications.*.natural", &json);
        assert!(mended.to_json().contains("\"applications.total.natural\": 3"));
        finds("N02", &figures(&filled_column("natural", 3)), &[]);
    }

    #[test]
    fn with_blanks_only_what_already_exceeds_the_total() {
        finds("N02", &figures(r#""applications.granted.natural": 2, "applications.total.natural": 3"#), &[]);
        let over = figures(r#""applications.granted.natural": 4, "applications.total.natural": 3"#);
        finds("N02", &over, &["N02:applications.*.natural"]);
    }
}
