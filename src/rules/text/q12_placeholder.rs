//! Q12: what a template left to be filled in or taken out still stands.

use crate::facts::Facts;
use crate::rules::{Change, Finding, Rule, Severity, Sink, When};
use crate::text::placeholders;

pub(super) static RULE: Rule = Rule {
    id: "Q12",
    title: "模板的说明或待填之处没有改",
    why: "用模板或往年格式写报告，常留下填写说明和待填之处：××、____、某某局、【地址】、（请据实填写）、“应当填写……”。\
          发布前都应填上或删去。写申请人应当填写什么的，隐去姓名的，不算。",
    example: "本年度收到政府信息公开申请____件。（如有，请据实填写）",
    when: When::Pause,
    check,
};

fn check(facts: &Facts, found: &mut Sink) {
    for passage in facts.texts() {
        for left in placeholders(passage.text()) {
            let words = passage.reading.words(left.span.clone());
            let shown: String = words.chars().take(SHOWN).collect();
            let more = if words.chars().count() > SHOWN { "……" } else { "" };
            let finding =
                Finding::new(RULE.id, Severity::Warning, passage.place, format!("没有填的地方：“{shown}{more}”"))
                    .saying("这是模板的说明或待填之处，请填上或者删去。")
                    .quoting(passage, left.span.clone());
            found.push(if left.is_aside {
                finding.mended_by("删去这句说明", Change::words(passage, left.span, ""))
            } else {
                finding
            });
        }
    }
}

/// So many characters of it stand in the title.
const SHOWN: usize = 16;

#[cfg(test)]
mod tests {
    use crate::rules::tests::{finds, mends, prose};

    #[test]
    fn what_a_template_left() {
        let at = "Q12:narrative.0.body.0#";
        finds("Q12", &prose("收到申请____件，某某局负责。"), &[&format!("{at}____件"), &format!("{at}某某局")]);
        finds("Q12", &prose("申请人应当填写《申请表》。"), &[]);
    }

    #[test]
    fn an_instruction_in_brackets_can_go() {
        let mended = mends("Q12:narrative.0.body.0#（如有，请据实填写）", &prose("无其他事项。（如有，请据实填写）"));
        assert!(mended.to_json().contains("\"无其他事项。\""));
    }
}
