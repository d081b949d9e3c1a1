//! Q07: personal data stands in the text.

use crate::draft::OfficeField;
use crate::facts::Facts;
use crate::rules::{Change, Finding, Rule, Severity, Sink, When};
use crate::text::{Personal, PersonalKind, personal};

pub(super) static RULE: Rule = Rule {
    id: "Q07",
    title: "正文含个人信息",
    why: "年度报告向社会公布，不得写入居民身份证号、个人手机号、申请人姓名（《政府信息公开条例》第十五条、《个人信息保护法》）。\
          办公电话、邮箱、文号不算；写作“张某”或已打星号的不算。",
    example: "“申请人张三（13812345678）提出的申请已答复。”",
    when: When::Pause,
    check,
};

fn check(facts: &Facts, found: &mut Sink) {
    let case = &facts.case;
    let digits = |text: &str| -> String { text.chars().filter(char::is_ascii_digit).collect() };
    let phone = digits(case.draft.office(OfficeField::Phone));
    for passage in facts.texts() {
        for Personal { kind, span, masked } in personal(passage.text()) {
            let words = passage.reading.words(span.clone());
            // The office's own phone may be a mobile one.
            if kind == PersonalKind::Mobile && !phone.is_empty() && phone.contains(&digits(words)) {
                continue;
            }
            let (title, saying) = match kind {
                PersonalKind::Identity => ("正文含居民身份证号", "居民身份证号不得公布。"),
                PersonalKind::Mobile => {
                    ("正文含个人手机号", "是办公电话的，请写明“联系电话”；是个人号码的，不得公布。")
                }
                PersonalKind::Applicant => ("正文含申请人姓名", "申请人姓名不得公布，可写作“申请人张某”或者不写姓名。"),
            };
            let label = format!("改为“{masked}”");
            let change = Change::words(passage, span.clone(), masked);
            found.push(
                Finding::new(RULE.id, Severity::Error, passage.place, title)
                    .saying(saying)
                    .quoting(passage, span)
                    .mended_by(label, change),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::{finds, mends, prose};

    #[test]
    fn personal_data_in_each_form() {
        let text = "申请人张三（身份证号440308199901101512，手机13812345678）提出的申请已答复。";
        for (form, year) in [("narrative-2008", 2012), ("national-2019", 2020), ("national-2021", 2023)] {
            let json =
                format!(r#"{{"nianbao": 1, "form": "{form}", "year": {year}, "narrative": [{{"body": ["{text}"]}}]}}"#);
            let at = "Q07:narrative.0.body.0#";
            let all = [format!("{at}张三"), format!("{at}440308199901101512"), format!("{at}13812345678")];
            finds("Q07", &json, &all.each_ref().map(String::as_str));
            for identity in &all {
                mends(identity, &json);
            }
        }
        let mended = mends("Q07:narrative.0.body.0#张三", &prose("申请人张三提出申请。"));
        assert!(mended.to_json().contains("申请人张某提出申请。"));
    }

    #[test]
    fn the_offices_own_phone_is_none() {
        let json = r#"{"nianbao": 1, "form": "national-2021", "year": 2023, "office": {"phone": "13812345678"},
            "opening": ["如有疑问，请拨打13812345678。", "联系电话：0439-5220000，邮箱hazw@163.com。"]}"#;
        finds("Q07", json, &[]);
    }

    #[test]
    fn masked_data_and_numbers_of_other_kinds_are_none() {
        finds("Q07", &prose("申请人李某某（138****1234）不服，文号〔2021〕30号，编号440308199901101512。"), &[]);
    }
}
