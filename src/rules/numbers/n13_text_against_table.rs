//! N13: a figure in the text is not the one in the table.

use super::statement::{Syncs, differing, reported};
use crate::facts::{Facts, Said};
use crate::rules::{Finding, Rule, Severity, Sink, When};

pub(super) static RULE: Rule = Rule {
    id: "N13",
    title: "文中的数与表格不一致",
    why: "正文写到的收到、结转、答复、予以公开、不予公开、行政复议、行政诉讼、规章、规范性文件等件数，应与表格一致。\
          “收到”可以只算新收，也可以连上年结转一起算，与其中一种相同就不算错。表格还没有填全的不判断，\
          只是文中的数已少于表中填了的，仍指出。说得不全的数，与表中的数只差两位写倒或一位写错的，列为核实性问题。",
    example: "正文写“不予公开2件”，表三不予公开各项相加为1件。",
    when: When::Pause,
    check,
};

fn check(facts: &Facts, found: &mut Sink) {
    let claims = facts.claims();
    let mut syncs = Syncs::default();
    for (claim, counts) in differing(claims) {
        let Said::Number { unit, .. } = claim.said else { continue };
        let sums: Vec<String> = counts.iter().map(|count| format!("{} {}", count.label, count.value)).collect();
        let title = format!("{}与表格不一致", claim.subject.label());
        let severity = if claim.firm { Severity::Error } else { Severity::Warning };
        let finding = Finding::new(RULE.id, severity, claim.place, title).saying(format!(
            "文中写的是 {} {unit}，表中{}。",
            claim.value,
            sums.join("，")
        ));
        let mut finding = reported(facts, finding, claim, counts);
        finding.mend = syncs.of(facts, claim.subject, counts);
        found.push(finding);
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::Severity;
    use crate::rules::tests::{finds, found, mends};

    /// A draft of the newest form with 74 new ones, 1 carried in, 73 closed (50 granted, 1 denied), 2 carried out.
    fn report(text: &str) -> String {
        let rows = [
            ("new", 74),
            ("carried_in", 1),
            ("granted", 50),
            ("partial", 0),
            ("denied.casefile", 1),
            ("total", 73),
            ("carried_out", 2),
        ];
        let zeros = ["secret", "law", "safety", "third_party", "internal", "process", "query"];
        let zeros = zeros.map(|row| format!(r#""applications.denied.{row}.total": 0"#));
        let rows = rows.map(|(row, n)| format!(r#""applications.{row}.total": {n}"#));
        let figures = [rows.join(", "), zeros.join(", ")].join(", ");
        format!(
            r#"{{"nianbao": 1, "form": "national-2021", "year": 2022, "figures": {{{figures},
            "disputes.review.total": 2, "disputes.direct.total": 1, "disputes.after_review.total": 0,
            "proactive.normative.issued": 6, "proactive.normative.in_force": 51}},
            "narrative": [{{"heading": "一、总体情况", "body": ["{text}"]}}]}}"#
        )
    }

    #[track_caller]
    fn differs(text: &str, quotes: &[&str]) {
        let found: Vec<String> =
            found("N13", &report(text)).into_iter().filter_map(|f| f.quote).map(|quote| quote.words).collect();
        assert_eq!(found, quotes, "{text}");
    }

    #[test]
    fn numbers_written_wrongly_speak_whatever_else_they_may_mean() {
        let json = report("办理行政许可26786件。")
            .replace(r#""disputes.review.total""#, r#""proactive.licences.decisions": 26768, "disputes.review.total""#);
        let findings = found("N13", &json);
        let [finding] = findings.as_slice() else { panic!("{findings:?}") };
        assert_eq!(finding.severity, Severity::Warning);
        finds("N13", &json.replace("26786", "9000"), &[]);
    }

    #[test]
    fn a_blank_cell_can_only_add() {
        let json = |text: &str| {
            format!(
                r#"{{"nianbao": 1, "form": "national-2021", "year": 2022, "figures": {{"applications.new.natural": 5}},
            "narrative": [{{"body": ["{text}"]}}]}}"#
            )
        };
        finds("N13", &json("收到政府信息公开申请3件。"), &["N13:narrative.0.body.0#收到政府信息公开申请3件"]);
        finds("N13", &json("收到政府信息公开申请8件。"), &[]);
    }

    #[test]
    fn of_two_claims_one_of_more_than_the_table() {
        differs("全市收到政府信息公开申请890件，我局收到政府信息公开申请74件。", &[]);
        differs("收到政府信息公开申请74件，办结73件、结转下一年度2件。", &[]);
        differs("复议2件，诉讼0件，维持1件。因政府信息公开引发。", &["诉讼0件"]);
    }

    #[test]
    fn what_differs() {
        differs("2022年收到政府信息公开申请80件。", &["2022年收到政府信息公开申请80件"]);
        differs(
            "收到信息公开申请3件，予以公开50件，不予公开2件，分别属于不掌握及案卷。",
            &["收到信息公开申请3件", "不予公开2件"],
        );
        differs("收到政府信息公开申请74件，答复70件，结转下年度5件。", &["答复70件", "结转下年度5件"]);
        differs("收到政府信息公开申请74件，顺延至下一年答复5件。", &["顺延至下一年答复5件"]);
        differs("因政府信息公开引发行政复议3件、行政诉讼2件。", &["因政府信息公开引发行政复议3件", "行政诉讼2件"]);
        differs(
            "全年制发规范性文件7件，现行有效规范性文件50件。",
            &["全年制发规范性文件7件", "现行有效规范性文件50件"],
        );
    }

    #[test]
    fn either_way_of_counting_is_right() {
        for text in [
            "收到政府信息公开申请75件，答复73件，2件结转下年度继续办理。",
            "收到政府信息公开申请74件，上年结转1件，共办理75件，办结73件。",
            "依申请公开信息数354条。",
            "上年度收到申请2件，本年度收到政府信息公开申请74件，比上年增加72件。",
            "收到政府信息公开申请74件，其中受理征地类申请12件，网络申请30件。",
            "向行政复议机关报送材料7件，全市办理行政复议案件234件。",
            "审核规范性文件20件，主动公开规范性文件8件。",
            "收到人大代表建议8件，办结8件。",
            "收到群众来信20件，办理热线工单300件。",
            "收到群众来信20封，上年结转3封，结转下年5封。",
            "因政府信息公开引发行政复议、行政诉讼各3件。",
        ] {
            differs(text, &[]);
        }
    }

    #[test]
    fn other_times_and_other_bodies_are_not_held_against_the_table() {
        for text in [
            "2021年、2022年分别收到政府信息公开申请60件、74件。",
            "2018年至2022年，累计收到政府信息公开申请168件。",
            "收到政府信息公开申请74件，办结72件，上年结转1件也已办结。",
            "收到政府信息公开申请74件，撤回4件，答复69件。",
            "收到政府信息公开申请近80件。",
            "政府信息公开行政复议2件，其中1件纠正、1件其他结果。",
            "收到政府信息公开申请74件，50件予以公开、12件部分公开、11件其他。",
            "办公室制发规范性文件2件，各科室制发规范性文件4件。",
            "收到政府信息公开申请74件，因第三方不同意不予公开0件。",
            "收到政府信息公开申请80件的，提请集体研究。",
        ] {
            differs(text, &[]);
        }
        let street = report("全市收到政府信息公开申请801件，我街道收到政府信息公开申请74件。")
            .replace(r#""year": 2022,"#, r#""year": 2022, "office": {"name": "某街道办事处", "kind": "street"},"#);
        finds("N13", &street, &[]);
    }

    #[test]
    fn one_mend_brings_every_sentence_into_line() {
        let json = report("收到政府信息公开申请80件。收到政府信息公开申请90件，答复73件。");
        let found = found("N13", &json);
        let finding = found.first().expect("a finding");
        assert_eq!(finding.mend.as_ref().map(|m| m.label.as_str()), Some("同步为 74 件（2 处）"));
        let mended = mends(&finding.identity(), &json);
        assert!(mended.to_json().contains("收到政府信息公开申请74件。收到政府信息公开申请74件，答复73件。"));
    }

    #[test]
    fn silent_while_the_table_is_not_filled() {
        let json = r#"{"nianbao": 1, "form": "national-2021", "year": 2022, "figures": {"applications.new.natural": 1},
            "narrative": [{"body": ["收到政府信息公开申请80件。"]}]}"#;
        finds("N13", json, &[]);
    }
}
