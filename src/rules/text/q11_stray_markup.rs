//! Q11: markup of another program stands in the text.

use crate::facts::Facts;
use crate::rules::{Change, Finding, Rewriting, Rule, Severity, Sink, When};
use crate::text::markup;

pub(super) static RULE: Rule = Rule {
    id: "Q11",
    title: "残留其他程序的标记",
    why: "从文档、网页或表格中复制文字，常带进书签、网页标签、域代码、看不见的字符等，发布后会原样显示，也影响检索。",
    example: "正文中有“[bookmark: _GoBack]”“&nbsp;”“<!--[if !supportLists]-->”。",
    when: When::Pause,
    check,
};

fn check(facts: &Facts, found: &mut Sink) {
    for passage in facts.texts() {
        let pieces = markup(passage.text());
        let Some(first) = pieces.first() else { continue };
        let words = passage.reading.words(first.span.clone());
        let shown = shown(words);
        let more = if pieces.len() > 1 {
            format!("这一段共有{}处这样的标记。", pieces.len())
        } else {
            String::new()
        };
        found.push(
            Finding::new(RULE.id, Severity::Warning, passage.place, format!("残留标记{shown}"))
                .saying(format!("这不是报告的文字，是其他程序留下的标记。{more}"))
                .quoting(passage, first.span.clone())
                .mended_by("删除残留标记", Change::text(passage.place, Rewriting::NoMarkup)),
        );
    }
}

/// The markup for a title: what nobody sees is named by its number.
fn shown(words: &str) -> String {
    match words.chars().next() {
        Some(c) if words.chars().count() == 1 => format!("（不可见字符U+{:04X}）", u32::from(c)),
        _ if words.chars().count() > 30 => format!("“{}……”", words.chars().take(30).collect::<String>()),
        _ => format!("“{words}”"),
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::{finds, mends, prose};

    #[test]
    fn markup_in_paragraphs() {
        finds("Q11", &prose("[bookmark: _GoBack]公开&nbsp;信息。"), &["Q11:narrative.0.body.0#[bookmark: _GoBack]"]);
        finds("Q11", &prose("公开\\ufeff信息。"), &["Q11:narrative.0.body.0#\u{feff}"]);
        finds("Q11", &prose("印发<中华人民共和国政府信息公开条例>的通知，国办发[2019]60号。"), &[]);
    }

    #[test]
    fn the_mend_takes_all_of_a_paragraph() {
        let json = prose("<p>公开&nbsp;信息。</p>");
        let mended = mends("Q11:narrative.0.body.0#<p>", &json);
        assert!(mended.to_json().contains("\"公开信息。\""));
    }

    #[test]
    fn a_paragraph_of_nothing_else_goes() {
        let json = prose("[bookmark: _GoBack]");
        assert!(
            mends("Q11:narrative.0.body.0#[bookmark: _GoBack]", &json).narrative().iter().all(|p| p.body.is_empty())
        );
    }

    #[test]
    fn the_title_and_headings_too() {
        let json = r#"{"nianbao": 1, "form": "national-2021", "year": 2023, "title": "某局&nbsp;2023年政府信息公开工作年度报告",
            "narrative": [{"heading": "一、总体情况_GoBack"}]}"#;
        finds("Q11", json, &["Q11:title#&nbsp;", "Q11:narrative.0.heading#_GoBack"]);
        mends("Q11:title#&nbsp;", json);
    }
}
