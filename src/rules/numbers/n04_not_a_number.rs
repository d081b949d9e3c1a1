//! N04: a cell holds what is no number there.

use crate::facts::Facts;
use crate::form::Kind;
use crate::rules::{Change, Finding, Rule, Severity, Sink, When};
use crate::text::{chinese_number, compact, numbers};
use crate::value::{Figure, Unreadable};

pub(super) static RULE: Rule = Rule {
    id: "N04",
    title: "格子里不是数字",
    why: "件数是不小于0的整数，金额是以万元为单位的小数，只有“本年增/减”可以是负数。不是数字的内容照原样保留，计算时按没有填处理。",
    example: "“约20”“3件”“3.5”填在件数格里。",
    when: When::EveryEdit,
    check,
};

fn check(facts: &Facts, found: &mut Sink) {
    let case = &facts.case;
    for (place, text) in case.draft.unread() {
        let Some(kind) = place.kind() else { continue };
        let why = Figure::read(kind, text).err().unwrap_or(Unreadable::NotANumber);
        let wanted = match kind {
            Kind::Count => "这一格填不小于0的整数。",
            Kind::Change => "这一格填整数，减少写作负数。",
            Kind::Money => "这一格填金额，可以有小数，不带单位。",
        };
        let finding = Finding::new(RULE.id, Severity::Error, *place, format!("“{text}”{why}")).saying(wanted);
        found.push(match meant(kind, text) {
            Some(figure) => finding.mended_by(format!("改为 {figure}"), Change::cell(case.draft, *place, figure)),
            None => finding,
        });
    }
}

/// The one number that the text holds, in figures or in words, when its cell can hold it.
fn meant(kind: Kind, text: &str) -> Option<Figure> {
    let words = compact(text);
    let words = words.strip_suffix(['件', '条', '个', '次', '人']).unwrap_or(&words);
    if let Some(figure) = chinese_number(words).and_then(|number| Figure::from_exact(kind, number.into())) {
        return Some(figure);
    }
    match numbers(text).as_slice() {
        [number] if !number.is_percent() => Figure::from_exact(kind, number.value),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::{finds, found, mends};

    fn cell(text: &str) -> String {
        format!(
            r#"{{"nianbao": 1, "form": "national-2021", "year": 2023, "unread": {{"disputes.review.upheld": "{text}"}}}}"#
        )
    }

    #[test]
    fn what_was_typed_is_quoted_and_its_number_offered() {
        finds("N04", &cell("约20"), &["N04:disputes.review.upheld"]);
        for (typed, offered) in [("十二", "改为 12"), ("三十件", "改为 30"), ("二〇", "改为 20"), ("零", "改为 0")]
        {
            let mend = found("N04", &cell(typed)).into_iter().find_map(|finding| finding.mend);
            assert_eq!(mend.map(|mend| mend.label), Some(offered.to_owned()), "{typed}");
        }
        let mended = mends("N04:disputes.review.upheld", &cell("３件"));
        assert!(mended.to_json().contains("\"disputes.review.upheld\": 3"));
        assert!(!mended.to_json().contains("unread"));
    }

    #[test]
    fn no_guess_where_the_number_is_not_certain() {
        for text in ["3.5", "-3", "无", "3或4", "50%"] {
            assert!(found("N04", &cell(text)).iter().all(|f| f.mend.is_none()), "{text}");
        }
    }

    #[test]
    fn the_words_say_why() {
        let title = |text: &str| found("N04", &cell(text)).first().map(|f| f.title.clone());
        assert_eq!(title("3.5").as_deref(), Some("“3.5”不是整数"));
        assert_eq!(title("-3").as_deref(), Some("“-3”是负数"));
    }
}
