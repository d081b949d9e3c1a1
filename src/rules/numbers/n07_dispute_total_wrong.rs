//! N07: a stated total of table four is not the sum of its four results.

use super::relation::stated_totals;
use crate::facts::Facts;
use crate::rules::{Rule, Sink, When};

pub(super) static RULE: Rule = Rule {
    id: "N07",
    title: "复议、诉讼总计与四种结果之和不符",
    why: "表四每一组的总计，等于结果维持、结果纠正、其他结果、尚未审结四项之和。填写的总计保留不动，与四项之和比较。",
    example: "行政复议：维持2、纠正1、其他0、未审结1，总计写作3。",
    when: When::EveryEdit,
    check,
};

fn check(facts: &Facts, found: &mut Sink) {
    stated_totals(facts, RULE.id, found, |relation| format!("{}的总计不等于四种结果之和", relation.title));
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::{figures, finds, mends};

    fn block(total: u32) -> String {
        figures(&format!(
            r#""disputes.review.upheld": 2, "disputes.review.corrected": 1, "disputes.review.other": 0,
            "disputes.review.pending": 1, "disputes.review.total": {total}"#
        ))
    }

    #[test]
    fn a_total_that_is_not_the_sum() {
        finds("N07", &block(3), &["N07:disputes.review.*"]);
        finds("N07", &block(4), &[]);
        let mended = mends("N07:disputes.review.*", &block(3));
        assert!(mended.to_json().contains("\"disputes.review.total\": 4"));
    }
}
