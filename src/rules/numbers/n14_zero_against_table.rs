//! N14: the text says that there was none, or that all were upheld, and the table says otherwise.

use super::statement::{Syncs, differing, reported};
use crate::calc::shown;
use crate::draft::Place;
use crate::facts::{Case, Facts, Passage, Said};
use crate::form::{Key, Outcome, Way};
use crate::rules::{Finding, Line, Rule, Severity, Sink, When};
use crate::text::has_any;
use crate::value::{Decimal, Figure};

pub(super) static RULE: Rule = Rule {
    id: "N14",
    title: "文中说没有，表中却有",
    why: "“未收到申请”“没有发生行政复议、行政诉讼”“无上年结转”与表格中大于0的数矛盾；“均获维持”与表四的纠正、其他结果、尚未审结矛盾。",
    example: "正文写“行政复议7件，均获维持”，表四尚未审结2件。",
    when: When::Pause,
    check,
};

fn check(facts: &Facts, found: &mut Sink) {
    let case = &facts.case;
    let prose = facts.prose();
    let claims = facts.claims();
    let mut syncs = Syncs::default();
    for (claim, counts) in differing(claims) {
        let Said::Zero { .. } = claim.said else { continue };
        let Some(count) = counts.first() else { continue };
        let title = format!("文中说没有，表中{} {} 件", count.label, count.value);
        let finding =
            Finding::new(RULE.id, Severity::Error, claim.place, title).saying("文字与表格矛盾，请核对哪一个是对的。");
        let mut finding = reported(facts, finding, claim, counts);
        finding.mend = syncs.of(facts, claim.subject, counts);
        found.push(finding);
    }
    for passage in prose.paragraphs() {
        found.extend(all_upheld(case, passage));
    }
}

const UPHELD: [&str; 9] = [
    "均维持",
    "均获维持",
    "均获得维持",
    "均被维持",
    "均予维持",
    "均予以维持",
    "全部维持",
    "均为维持",
    "结果均为结果维持",
];

/// A finding where all disputes are said to have been upheld and the table shows another result.
fn all_upheld(case: &Case, passage: &Passage) -> Option<Finding> {
    let (text, reading) = (passage.text(), &passage.reading);
    let (at, words) = UPHELD.iter().find_map(|words| Some((text.find(words)?, *words)))?;
    let before = reading.recent(reading.sentence_before(at).start, at);
    let here = reading.recent(reading.sentence(at).start, at);
    let about = if has_any(here, &["复议", "诉讼"]) { here } else { before };
    // 已审结的3件均维持，1件尚未审结: not all are meant.
    let sentence = reading.sentence(at);
    let whole = reading.recent(sentence.start, sentence.end);
    if has_any(here, &["其中", "已审结", "已结"])
        || has_any(whole, &["尚未", "未审结", "审理中", "纠正", "撤回", "驳回"])
    {
        return None;
    }
    let blocks: Vec<Way> = [("复议", Way::Review), ("诉讼", Way::Direct), ("诉讼", Way::AfterReview)]
        .into_iter()
        .filter(|(word, _)| about.contains(word))
        .map(|(_, block)| block)
        .collect();
    let form = case.draft.form()?;
    let cell = |block: Way, outcome: Outcome| {
        let key = form.dispute(block, outcome)?;
        let value = shown(case.draft, key).figure.map(Figure::exact)?;
        (value > Decimal::ZERO).then_some((key, value))
    };
    let outcomes = [Outcome::Corrected, Outcome::Other, Outcome::Pending];
    let others: Vec<(Key, Decimal)> =
        blocks.iter().flat_map(|block| outcomes.iter().filter_map(move |outcome| cell(*block, *outcome))).collect();
    if others.is_empty() {
        return None;
    }
    let line = Line::of("＋", others.iter().map(|(key, value)| (key.label(), *value)));
    let sum = others.iter().fold(Decimal::ZERO, |sum, (_, value)| sum.saturating_add(*value));
    Some(
        Finding::new(RULE.id, Severity::Error, passage.place, format!("写的是{words}，表四另有其他结果 {sum} 件"))
            .saying("尚未审结的不能说维持。")
            .quoting(passage, at..at + words.len())
            .computing(vec![line.makes(sum.to_string())], None)
            .resting_on(case.draft, others.iter().map(|(key, _)| Place::Cell(*key))),
    )
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::{finds, mends};

    fn report(text: &str, figures: &str) -> String {
        format!(
            r#"{{"nianbao": 1, "form": "national-2021", "year": 2022, "figures": {{{figures}}},
            "narrative": [{{"heading": "一、总体情况", "body": ["{text}"]}}]}}"#
        )
    }

    const SOME: &str = r#""applications.new.total": 5, "applications.carried_in.total": 0, "disputes.review.total": 1,
        "disputes.review.pending": 1, "disputes.direct.total": 0, "disputes.after_review.total": 0"#;

    #[test]
    fn none_against_some() {
        let json = report("2022年，未收到政府信息公开申请。", SOME);
        let identity = "N14:narrative.0.body.0#未收到政府信息公开申请";
        finds("N14", &json, &[identity]);
        assert!(mends(identity, &json).to_json().contains("2022年，收到政府信息公开申请5件。"));
        let text = "没有发生因政府信息公开引起的行政复议和行政诉讼案件。";
        finds(
            "N14",
            &report(text, SOME),
            &["N14:narrative.0.body.0#没有发生因政府信息公开引起的行政复议和行政诉讼案件"],
        );
    }

    #[test]
    fn other_words_for_none() {
        for (text, words) in [
            ("政府信息公开行政复议、行政诉讼均为零。", "政府信息公开行政复议、行政诉讼均为零"),
            ("全年政府信息公开申请数量为零。", "全年政府信息公开申请数量为零"),
            ("未因政府信息公开被申请行政复议。", "未因政府信息公开被申请行政复议"),
        ] {
            finds("N14", &report(text, SOME), &[&format!("N14:narrative.0.body.0#{words}")]);
        }
        let carried = SOME.replace(r#"carried_in.total": 0"#, r#"carried_in.total": 2"#);
        finds("N14", &report("上年度无结转。", &carried), &["N14:narrative.0.body.0#无结转"]);
        for text in [
            "力争政府信息公开行政复议为零。",
            "连续三年政府信息公开行政复议、行政诉讼均为零。",
            "政府信息公开行政复议纠错率为零。",
            "未因政府信息公开被追究责任。",
            "没有因政府信息公开被行政复议机关纠正。",
        ] {
            finds("N14", &report(text, SOME), &[]);
        }
    }

    #[test]
    fn none_and_none() {
        let none = SOME.replace(": 5", ": 0").replace(": 1", ": 0");
        for text in ["2022年，未收到政府信息公开申请。", "未发生政府信息公开行政复议、行政诉讼。", "无上年结转。"]
        {
            finds("N14", &report(text, &none), &[]);
        }
        for text in [
            "对未收到答复的政府信息公开申请及时跟进。",
            "无上年结转。制发行政规范性文件12件。",
            "没有因政府信息公开被纠错的行政复议案件。",
            "2021年未收到政府信息公开申请。",
            "确保未发生政府信息公开行政复议。",
        ] {
            finds("N14", &report(text, SOME), &[]);
        }
    }

    #[test]
    fn all_upheld_while_one_is_pending() {
        let text = "政府信息公开行政复议1件，均获维持。";
        finds("N14", &report(text, SOME), &["N14:narrative.0.body.0#均获维持"]);
        let upheld = SOME.replace("pending", "upheld");
        finds("N14", &report(text, &upheld), &[]);
    }
}
