//! F13: a report that is filled in has no date.

use crate::draft::Place;
use crate::facts::Facts;
use crate::rules::{Finding, Rule, Severity, Sink, When};
use crate::sheet::{blanks, printed_tables};

pub(super) static RULE: Rule = Rule {
    id: "F13",
    title: "没有成文日期",
    why: "年度报告落款要有成文日期，也据此看是否按时公布（《政府信息公开条例》第四十九条）。各表填完、各部分写了以后才提醒。",
    example: "各部分都写好了，落款只有单位名称。",
    when: When::Pause,
    check,
};

fn check(facts: &Facts, found: &mut Sink) {
    let draft = facts.case.draft;
    let Some(form) = draft.form().filter(|_| draft.published().is_none()) else { return };
    let is_written = !draft.narrative().is_empty() && draft.narrative().iter().all(|part| !part.body.is_empty());
    let headings = form.headings_of(draft.year()).len();
    let has_tables = printed_tables(draft).into_iter().all(|table| blanks(draft, table).is_empty());
    // A part that holds an official table alone has no text of its own.
    let texts = draft.narrative().iter().filter(|part| !part.body.is_empty()).count();
    let is_filled = is_written || texts + form.tables.len() >= headings.max(1);
    if has_tables && texts > 0 && is_filled {
        found.push(
            Finding::new(RULE.id, Severity::Warning, Place::Published, "没有成文日期")
                .saying("请在落款填写成文日期。")
                .resting_on(draft, [Place::Published]),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::finds;

    const CLEAN: &str = include_str!("../../../tests/core/reports/clean-2024.nianbao.json");

    #[test]
    fn a_filled_report_is_dated() {
        finds("F13", CLEAN, &[]);
        let undated = CLEAN.replace(r#""published": "2025-01-20","#, "");
        assert_ne!(undated, CLEAN);
        finds("F13", &undated, &["F13:published"]);
    }

    #[test]
    fn one_that_is_being_written_is_not_asked() {
        finds(
            "F13",
            r#"{"nianbao": 1, "form": "national-2021", "year": 2024, "narrative": [{"heading": "一、总体情况", "body": ["好。"]}]}"#,
            &[],
        );
        finds("F13", r#"{"nianbao": 1, "form": "national-2021", "year": 2024}"#, &[]);
    }
}
