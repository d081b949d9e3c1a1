//! F03: the title is not the office's full name, the year and 年政府信息公开工作年度报告.

use super::office_title::Title;
use crate::draft::{Draft, OfficeField, Place};
use crate::facts::Facts;
use crate::form::FormId;
use crate::rules::{Change, Finding, Rule, Severity, Sink, When};
use crate::text::compact;
use crate::value::Year;

pub(super) static RULE: Rule = Rule {
    id: "F03",
    title: "题目与统一格式不符",
    why: "2019年度起，题目由单位全称、年份和“年政府信息公开工作年度报告”组成。缺单位、缺年份、缺字，或者年份不对的，应核实；\
          多写一个“度”字（2022年度政府信息公开工作年度报告）只作提示。空格不算。2018年度及以前不查。",
    example: "2022年度的报告题为“某县财政局2021年政府信息公开年度报告”。",
    when: When::EveryEdit,
    check,
};

/// Whether the form of a report year prescribes the title.
pub(super) fn is_prescribed(year: Year) -> bool {
    FormId::of_year(year).form().prescribes_text()
}

fn check(facts: &Facts, found: &mut Sink) {
    let case = &facts.case;
    let draft = case.draft;
    let office = draft.office(OfficeField::Name);
    let title_text = facts.title();
    let written = title_text.text();
    if !is_prescribed(draft.year()) || written.trim().is_empty() || office.trim().is_empty() {
        return;
    }
    let right = right_title(draft);
    let title = Title::of(written);
    if title.words == compact(&right) {
        return;
    }
    let faults = faults(draft, &title);
    let severity = if faults.is_empty() { Severity::Hint } else { Severity::Warning };
    // Another office's name is F05's to tell; what is left may be as it should be.
    let own = compact(office);
    if faults.is_empty() && title.has_other_name(office, true) {
        let rest = title.words.replacen(&title.name, &own, 1);
        if rest == compact(&right) {
            return;
        }
    }
    let words = if faults.is_empty() {
        format!("格式的题目是“{right}”。")
    } else {
        format!("{}。格式的题目是“{right}”。", faults.join("，"))
    };
    let mut finding = Finding::new(RULE.id, severity, Place::Title, "题目与统一格式不同")
        .saying(words)
        .quoting(title_text, 0..written.len())
        .resting_on(draft, [Place::Office(OfficeField::Name), Place::Year])
        .mended_by(format!("改为“{right}”"), right_change(facts));
    finding.concerns.clear();
    found.push(finding);
}

/// The title as the form has it.
fn right_title(draft: &Draft) -> String {
    FormId::of_year(draft.year()).form().title_of(draft.office(OfficeField::Name).trim(), draft.year())
}

/// The change that gives a draft the right title: none of its own where the one that is made is right.
pub(super) fn right_change(facts: &Facts) -> Change {
    let (draft, written) = (facts.case.draft, facts.title());
    let right = right_title(draft);
    let made = draft.form().map(|form| form.title_of(draft.office(OfficeField::Name), draft.year()));
    let right = if made.as_ref() == Some(&right) { String::new() } else { right };
    Change::words(written, 0..written.text().len(), right)
}

/// What is missing or wrong in a title.
fn faults(draft: &Draft, title: &Title) -> Vec<String> {
    let (own, year) = (compact(draft.office(OfficeField::Name)), draft.year().to_string());
    let mut faults = Vec::new();
    if !title.has_other_name(&own, true) && title.name != own {
        let words = if title.name.is_empty() { "没有单位全称" } else { "单位名称不是全称" };
        faults.push(words.to_owned());
    } else if title.year_first {
        faults.push("年份写在单位前面".to_owned());
    }
    let years = title.years();
    match years.iter().find(|named| **named != year) {
        Some(other) => faults.push(format!("年份写的是{other}年，报告年度是{year}年")),
        None if years.is_empty() => faults.push("没有年份".to_owned()),
        None => {}
    }
    let rest = title.words.replacen(&title.name, "", 1);
    for word in ["政府信息公开", "工作", "年度报告"] {
        if !rest.contains(word) {
            faults.push(format!("没有“{word}”"));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use crate::rules::Severity;
    use crate::rules::tests::{finds, found, mends};

    fn draft(form: &str, year: u16, title: &str) -> String {
        format!(
            r#"{{"nianbao": 1, "form": "{form}", "year": {year}, "office": {{"name": "某县财政局"}}, "title": "{title}"}}"#
        )
    }

    #[track_caller]
    fn draws(title: &str, severity: Severity) {
        let json = draft("national-2021", 2022, title);
        let found = found("F03", &json);
        assert_eq!(found.iter().map(|f| f.severity).collect::<Vec<_>>(), [severity], "{title}");
        let after = mends(&format!("F03:title#{title}"), &json);
        assert_eq!((after.own_title(), after.title().as_str()), ("", "某县财政局2022年政府信息公开工作年度报告"));
    }

    #[test]
    fn what_is_missing_or_wrong() {
        for title in [
            "2022年政府信息公开工作年度报告",
            "某县财政局2021年政府信息公开工作年度报告",
            "某县财政局2022年政府信息公开年度报告",
            "某县财政局2022年信息公开工作年度报告",
            "某县财政局2022年政府信息公开工作报告",
            "某县财政局政府信息公开工作年度报告",
            "2022年某县财政局政府信息公开工作年度报告",
            "财政2022年政府信息公开工作年度报告",
        ] {
            draws(title, Severity::Warning);
        }
    }

    #[test]
    fn what_is_only_worded_otherwise() {
        draws("某县财政局2022年度政府信息公开工作年度报告", Severity::Hint);
        draws("某县财政局政府信息公开工作2022年度报告", Severity::Hint);
    }

    #[test]
    fn what_is_right_or_not_to_be_looked_at() {
        for title in ["某县财政局2022年政府信息公开工作年度报告", "某县财政局 2022 年政府信息公开工作 年度报告", ""]
        {
            finds("F03", &draft("national-2021", 2022, title), &[]);
        }
        finds("F03", &draft("national-2021", 2022, "某县财政局二〇二二年政府信息公开工作年度报告"), &[]);
        finds("F03", &draft("narrative-2008", 2017, "2017年度政府信息公开年度报告"), &[]);
        // Another office's name is F05's.
        finds("F03", &draft("national-2021", 2022, "某县民政局2022年政府信息公开工作年度报告"), &[]);
        let nameless = r#"{"nianbao": 1, "form": "national-2021", "year": 2022, "title": "年报"}"#;
        finds("F03", nameless, &[]);
    }

    #[test]
    fn a_form_that_makes_another_title_gets_the_right_one_written_out() {
        let json = draft("narrative-2008", 2019, "某县财政局2019年政府信息公开年度报告");
        let after = mends("F03:title#某县财政局2019年政府信息公开年度报告", &json);
        assert_eq!(after.own_title(), "某县财政局2019年政府信息公开工作年度报告");
    }
}
