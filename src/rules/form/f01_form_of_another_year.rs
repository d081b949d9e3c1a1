//! F01: the form does not fit the report year.

use crate::draft::Place;
use crate::facts::Facts;
use crate::form::FormId;
use crate::rules::{Change, Finding, Rule, Severity, Sink, When};

pub(super) static RULE: Rule = Rule {
    id: "F01",
    title: "格式与年度不符",
    why: "报告年度决定格式，例如2017年度用文字报告格式，2020年度用国办公开办函〔2019〕60号的格式，2023年度用国办公开办函〔2021〕30号的\
          格式。打开的草稿写明的格式与报告年度不符时指出；在本页新建时，格式由年度决定。",
    example: "2023年度的草稿写着2019年的格式。",
    when: When::EveryEdit,
    check,
};

fn check(facts: &Facts, found: &mut Sink) {
    let case = &facts.case;
    let (draft, right) = (case.draft, FormId::of_year(case.draft.year()));
    let Some(form) = draft.form().filter(|form| form.id != right) else { return };
    let words =
        format!("{}年度应使用{}，草稿用的是{}。改后原有数字都还保留。", draft.year(), right.form().name, form.name);
    found.push(
        Finding::new(RULE.id, Severity::Error, Place::Year, "格式与年度不符")
            .saying(words)
            .mended_by(format!("改用{}", right.form().short), Change::Form(right)),
    );
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::{finds, mends};

    #[test]
    fn a_draft_of_the_wrong_edition() {
        finds("F01", r#"{"nianbao": 1, "form": "national-2019", "year": 2023}"#, &["F01:year"]);
        finds("F01", r#"{"nianbao": 1, "form": "narrative-2008", "year": 2019}"#, &["F01:year"]);
        finds("F01", r#"{"nianbao": 1, "form": "national-2021", "year": 2021}"#, &[]);
        finds("F01", r#"{"nianbao": 1, "form": "national-2019", "year": 2020}"#, &[]);
        finds("F01", r#"{"nianbao": 1, "form": "narrative-2008", "year": 2018}"#, &[]);
    }

    #[test]
    fn the_mend_sets_the_form_and_keeps_the_figures() {
        let json =
            r#"{"nianbao": 1, "form": "national-2019", "year": 2023, "figures": {"proactive.licences.previous": 3}}"#;
        let mended = mends("F01:year", json);
        assert_eq!(mended.form_name().name(), "national-2021");
        assert!(mended.to_json().contains("\"proactive.licences.previous\": 3"));
    }
}
