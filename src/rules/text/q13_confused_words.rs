//! Q13: a word in the place of one that is commonly confused with it.

use crate::facts::Facts;
use crate::rules::{Change, Finding, Rule, Severity, Sink, When};
use crate::text::confused;

pub(super) static RULE: Rule = Rule {
    id: "Q13",
    title: "易混用的词",
    why: "有些词读音相近而意思不同，年度报告中常用错：统计到某日用“截至”，到期用“截止”；未办完转到下年的是“结转”；\
          作出决定、答复用“作出”；进入网站用“登录”；与钱款、账户有关的用“账”。",
    example: "截止2023年12月31日，做出答复3件，转结下年度1件。",
    when: When::Pause,
    check,
};

fn check(facts: &Facts, found: &mut Sink) {
    for passage in facts.texts() {
        for word in confused(passage.text()) {
            let written = passage.reading.words(word.span.clone());
            let change = Change::words(passage, word.span.clone(), word.right);
            found.push(
                Finding::new(RULE.id, Severity::Hint, passage.place, format!("“{written}”应为“{}”", word.right))
                    .saying(word.why)
                    .quoting(passage, word.span)
                    .mended_by(format!("改为“{}”", word.right), change),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::{finds, mends, prose};

    #[test]
    fn a_word_is_mended() {
        let json = prose("截止2023年12月31日，申请截止日期已过。");
        finds("Q13", &json, &["Q13:narrative.0.body.0#截止"]);
        let mended = mends("Q13:narrative.0.body.0#截止", &json);
        assert!(mended.to_json().contains("截至2023年12月31日，申请截止日期已过。"));
    }
}
