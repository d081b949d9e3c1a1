//! F10: part six is empty, or does not speak of 信息处理费.

use super::part_words::part_number;
use crate::draft::Place;
use crate::facts::{Facts, required_part, tells_of_fee};
use crate::rules::{Finding, Rule, Severity, Sink, When};

pub(super) static RULE: Rule = Rule {
    id: "F10",
    title: "没有报告信息处理费",
    why: "国办公开办函〔2021〕30号的格式要求在“其他需要报告的事项”中报告收取信息处理费的情况，没有收取的也要写明。\
          2019年的格式没有这项要求，不在此列。",
    example: "第六部分只写“无其他需要报告的事项”。",
    when: When::Pause,
    check,
};

fn check(facts: &Facts, found: &mut Sink) {
    let case = &facts.case;
    let prose = facts.prose();
    let Some((form, fee_part)) = case.draft.form().and_then(|form| Some((form, form.fee_part?))) else { return };
    let Some((n, part)) = required_part(case, prose, fee_part) else { return };
    if part.body.iter().any(|passage| tells_of_fee(passage.text())) {
        return;
    }
    let is_empty = part.body.iter().all(|passage| passage.text().trim().is_empty());
    let title = if is_empty { "没有写" } else { "没有写信息处理费" };
    let title = format!("{}{title}", part_number(form, fee_part));
    let finding = Finding::new(RULE.id, Severity::Warning, Place::Part(n), title)
        .saying("请写明本年度收取信息处理费的情况，没有收取的写“未收取信息处理费”。");
    found.push(finding.resting_on_part(case.draft, n, true));
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::finds;

    fn draft(form: &str, year: u16, body: &str) -> String {
        format!(
            r#"{{"nianbao": 1, "form": "{form}", "year": {year}, "narrative": [{{"heading": "六、其他需要报告的事项", "body": [{body}]}}]}}"#
        )
    }

    #[test]
    fn an_empty_part_and_one_without_the_fee() {
        for body in ["", r#""无。""#, r#""本年度无其他需要报告的事项。""#, r#""办理建议3件。""#] {
            finds("F10", &draft("national-2021", 2023, body), &["F10:narrative.0"]);
            finds("F10", &draft("national-2019", 2020, body), &[]);
        }
    }

    #[test]
    fn the_fee_in_every_wording() {
        for body in [
            r#""2021年，无收取信息处理费情况。""#,
            r#""办理建议3件。", "全年收取政府信息公开信息处理费 3940 元。""#,
            r#""本年度没有向申请人收取费用。""#,
            r#""依申请公开收费0元。""#,
            r#""没有产生信息处理费。""#,
            r#""向申请人免费提供政府信息。""#,
        ] {
            finds("F10", &draft("national-2021", 2023, body), &[]);
        }
        let other =
            r#"{"nianbao": 1, "form": "national-2021", "year": 2023, "narrative": [{"heading": "一、总体情况"}]}"#;
        finds("F10", other, &[]);
    }
}
