//! N09: a relation of the statistic form or of the form of 2019 does not hold.

use super::relation::{broken, reported, stated_total};
use crate::facts::Facts;
use crate::form::Law;
use crate::rules::{Rule, Sink, When};

pub(super) static RULE: Rule = Rule {
    id: "N09",
    title: "统计数之间不合关系",
    why: "统计表中：一条信息经几个渠道公开只计一条，所以主动公开总数不少于任何一个渠道，也不多于各渠道之和；规范性文件数不多于总数；\
          合计等于分项之和；“其中”不多于所属；答复数与办结数一般相等。2019年格式中：本年新公开数量不多于对外公开总数量。",
    example: "主动公开88条，其中政府网站公开90条。",
    when: When::EveryEdit,
    check,
};

fn check(facts: &Facts, found: &mut Sink) {
    let case = &facts.case;
    for (relation, imbalance) in broken(case, RULE.id) {
        found.push(match &relation.law {
            Law::Sum { total, .. } => {
                let title = format!("{}不等于分项之和", relation.title);
                stated_total(case, relation, &imbalance, *total, title)
            }
            Law::AtMost { whole, .. } if whole.len() > 1 => {
                reported(case, relation, &imbalance, format!("{}多于各渠道之和", relation.title))
                    .saying("每条信息至少经一个渠道公开，总数不会多于各渠道之和。")
            }
            Law::AtMost { whole, .. } => {
                let whole = whole.first().map_or("", |term| term.label);
                reported(case, relation, &imbalance, format!("{}多于{whole}", relation.title))
            }
            Law::Balance { .. } | Law::Carried { .. } | Law::Rolled { .. } | Law::Moved { .. } => {
                reported(case, relation, &imbalance, "申请答复数与申请办结数不等".to_owned())
                    .saying("办结的申请都应有答复。确有不同的，请说明。")
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::{finds, found, mends};

    fn statistics(figures: &str) -> String {
        format!(r#"{{"nianbao": 1, "form": "narrative-2008", "year": 2017, "figures": {{{figures}}}}}"#)
    }

    const CHANNELS: &str =
        r#""channel.gazette": 0, "channel.website": 80, "channel.weibo": 0, "channel.wechat": 22, "channel.other": 0"#;

    #[test]
    fn the_total_lies_between_the_largest_channel_and_their_sum() {
        let total = |n: u32| statistics(&format!(r#""disclosed.total": {n}, {CHANNELS}"#));
        finds("N09", &total(80), &[]);
        finds("N09", &total(102), &[]);
        finds("N09", &total(79), &["N09:channel.website"]);
        finds("N09", &total(103), &["N09:disclosed.total"]);
    }

    #[test]
    fn a_blank_channel_says_nothing_of_the_sum() {
        finds("N09", &statistics(r#""disclosed.total": 103, "channel.website": 80"#), &[]);
        finds("N09", &statistics(r#""disclosed.total": 79, "channel.website": 80"#), &["N09:channel.website"]);
    }

    #[test]
    fn sums_of_the_tree() {
        let sum = statistics(r#""review.upheld": 1, "review.corrected": 0, "review.other": 1, "review.total": 3"#);
        finds("N09", &sum, &["N09:review.total"]);
        let mended = mends("N09:review.total", &sum);
        assert!(mended.to_json().contains("\"review.total\": 2"));
    }

    #[test]
    fn parts_not_above_the_whole() {
        finds("N09", &statistics(r#""disclosed.normative": 3, "disclosed.total": 2"#), &["N09:disclosed.normative"]);
        finds("N09", &statistics(r#""response.press_lead": 3, "response.press": 2"#), &["N09:response.press_lead"]);
        let form_2019 = r#"{"nianbao": 1, "form": "national-2019", "year": 2020, "figures": {
            "proactive.normative.published": 5, "proactive.normative.open": 4}}"#;
        finds("N09", form_2019, &["N09:proactive.normative.*"]);
    }

    #[test]
    fn replied_and_closed_is_only_to_be_confirmed() {
        let json = statistics(r#""requests.closed": 3, "replies.total": 2"#);
        finds("N09", &json, &["N09:replies.total"]);
        assert!(found("N09", &json).iter().all(|f| f.severity == crate::rules::Severity::Warning));
    }
}
