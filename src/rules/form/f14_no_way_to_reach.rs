//! F14: the report tells no way to reach the office.

use crate::draft::Place;
use crate::facts::Facts;
use crate::rules::{Finding, Rule, Severity, Sink, When};
use crate::text::has_any;

pub(super) static RULE: Rule = Rule {
    id: "F14",
    title: "没有写联系方式",
    why: "引言一般写明对报告有疑问时怎样联系编制单位：地址、电话、邮箱或网站。引言还没有写的不提醒。",
    example: "引言只写“根据《中华人民共和国政府信息公开条例》编制本报告”。",
    when: When::Pause,
    check,
};

/// What tells how an office is reached.
const WAYS: [&str; 11] =
    ["电话", "地址", "邮箱", "邮编", "联系方式", "联系人", "传真", "电子邮件", "@", "号楼", "热线"];

fn check(facts: &Facts, found: &mut Sink) {
    let prose = facts.prose();
    let Some(first) = prose.opening.first() else { return };
    if prose.paragraphs().any(|passage| has_any(passage.text(), &WAYS)) {
        return;
    }
    let finding = Finding::new(RULE.id, Severity::Hint, first.place, "没有写联系方式")
        .saying("请写明对本报告有疑问时怎样联系：地址、电话、邮箱或网站。");
    found.push(finding.resting_on(facts.case.draft, [Place::WholeOpening]));
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::finds;

    #[track_caller]
    fn opening(text: &str, expected: &[&str]) {
        let json = format!(r#"{{"nianbao": 1, "form": "national-2021", "year": 2024, "opening": ["{text}"]}}"#);
        finds("F14", &json, expected);
    }

    #[test]
    fn an_opening_says_how_the_office_is_reached() {
        opening("根据《条例》编制本报告。", &["F14:opening.0"]);
        opening("如有疑问，请与某局办公室联系（电话：0431-1234567）。", &[]);
        finds("F14", r#"{"nianbao": 1, "form": "national-2021", "year": 2024}"#, &[]);
    }
}
