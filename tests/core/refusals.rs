//! Files that are refused, each with the place and what to do; nothing of them is taken.

use nianbao::draft::{Draft, Refused};

#[track_caller]
fn refused(json: &str) -> Refused {
    match Draft::from_json(json) {
        Ok(opened) => panic!("read as a draft: {}", opened.draft.to_json()),
        Err(refused) => refused,
    }
}

/// A draft with these members beside the required ones.
fn with(members: &str) -> String {
    format!(r#"{{"nianbao": 1, "form": "national-2019", "year": 2020, {members}}}"#)
}

#[track_caller]
fn says(json: &str, words: &str) {
    let said = refused(json).to_string();
    assert!(said.contains(words), "{said}\n{json}");
    assert!(said.ends_with('。') && !said.contains("error"), "{said}");
}

#[test]
fn what_is_no_draft() {
    says("", "是空的");
    says("\u{feff} \n", "是空的");
    says("{", "不完整");
    says("年报", "第1行第1列");
    says("{\n  \"nianbao\": 1,\n  \"year\" 2017\n}", "第3行第10列");
    says("[]", "最外层应为一对花括号");
    says("{}", "缺少“nianbao”");
    says(r#"{"nianbao": "1"}"#, "“nianbao”应为整数，文件里是文字");
    says(r#"{"nianbao": 0}"#, "从1起的整数");
    says(r#"{"nianbao": 1.5}"#, "从1起的整数");
    says(r#"{"nianbao": 2, "year": 2017}"#, "更新的版本");
    says(r#"{"nianbao": 99999999999999999999}"#, "更新的版本");
    assert_eq!(refused(&"[".repeat(65)), Refused::TooDeep);
    assert_eq!(refused(&format!("\"{}\"", "年".repeat(2_000_000))), Refused::TooLarge);
}

#[test]
fn a_key_given_twice() {
    says(
        &with(r#""figures": {"applications.new.natural": 1, "applications.new.natural": 2}"#),
        "“figures.applications.new.natural”在文件里写了两次",
    );
    says(
        &with(r#""narrative": [{"heading": "一、"}, {"heading": "二、", "heading": "三、"}]"#),
        "“narrative.1.heading”",
    );
}

#[test]
fn a_value_of_another_type() {
    says(&with(r#""title": 1"#), "“title”应为文字，文件里是数字1");
    says(&with(r#""title": null"#), "“title”应为文字，文件里是空值");
    says(&with(r#""office": []"#), "“office”应为花括号中的一组内容，文件里是列表");
    says(&with(r#""opening": "甲""#), "“opening”应为方括号中的列表");
    says(&with(r#""opening": [1]"#), "“opening.0”");
    says(&with(r#""figures": {"applications.new.natural": "3"}"#), "“applications.new.natural”应为数字，文件里是文字");
    says(&with(r#""figures": {"proactive.procurement.amount": true}"#), "应为金额");
    says(&with(r#""narrative": [{"body": [1]}]"#), "“narrative.0.body.0”应为一段文字、一张表或一幅图");
    says(&with(r#""proposals": [{"count": "6"}]"#), "“proposals.0.count”");
    says(&with(r#""settings": {"rules_power": "no"}"#), "“settings.rules_power”应为true或false");
    says(&with(r#""reviewed": [{"basis": {"year": 2020}}]"#), "“reviewed.0.basis.year”");
    says(&with(r#""unread": {"applications.new.natural": 3}"#), "“unread.applications.new.natural”");
}

#[test]
fn a_value_that_cannot_stand_there() {
    for (figures, words) in [
        (r#""applications.new.natural": -1"#, "不小于0的数"),
        (r#""applications.new.natural": 3.5"#, "整数"),
        (r#""applications.new.natural": 88.00000000000000000001"#, "整数"),
        (r#""applications.new.natural": 9007199254740992"#, "不超过9007199254740991的数"),
        (r#""applications.new.natural": 1e3"#, "不带字母和符号的数"),
        (r#""proactive.procurement.amount": "-0.5""#, "不小于0的数"),
        (r#""proactive.procurement.amount": "1,234""#, "不带字母和符号的数"),
        (r#""proactive.procurement.amount": """#, "数"),
    ] {
        says(&with(&format!("\"figures\": {{{figures}}}")), words);
    }
    says(&with(r#""published": "2021-02-29""#), "存在的日期");
    says(&with(r#""published": "2021年1月1日""#), "年-月-日");
    says(&with(r#""settings": {"likeness": 101}"#), "0到100的整数");
    says(&with(r#""settings": {"procurement_unit": "亿元"}"#), "“元”或“万元”");
    says(&with(r#""history": {"disclosed.total": {"二〇一七": 3}}"#), "四位年份");
    for year in ["2007", "2101", "-1", "1e9", "2017.5"] {
        says(&format!(r#"{{"nianbao": 1, "year": {year}}}"#), "“year”");
    }
    says(r#"{"nianbao": 1}"#, "“year”的值（没有写）");
}

#[test]
fn a_change_may_be_negative() {
    assert!(Draft::from_json(&with(r#""figures": {"proactive.licences.change": -3}"#)).is_ok());
}

#[test]
fn a_lone_surrogate() {
    says(&with(r#""title": "\ud83d""#), "JSON");
}

/// Whatever is cut off or changed in a good file, reading ends in a draft or in a refusal.
#[test]
fn cut_and_changed_files_end_in_a_draft_or_a_refusal() {
    let whole = crate::drafts::FULL;
    for (at, _) in whole.char_indices() {
        let _ = Draft::from_json(&whole[..at]).map_err(|refused| refused.to_string());
        for with in ["\"", "}", "0", "年"] {
            let changed = format!("{}{with}{}", &whole[..at], whole[at..].chars().skip(1).collect::<String>());
            if let Ok(opened) = Draft::from_json(&changed) {
                let written = opened.draft.to_json();
                assert_eq!(Draft::from_json(&written).map(|o| o.draft.to_json()), Ok(written));
            }
        }
    }
}
