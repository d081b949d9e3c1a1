//! Q08: half-width, doubled and unpaired marks, doubled words, known slips.

use std::ops::Range;

use crate::draft::OfficeField;
use crate::facts::{Facts, Passage};
use crate::rules::{Change, Finding, Rewriting, Rule, Severity, Sink, When};
use crate::text::{
    Doubled, HalfWidth, doubled_marks, doubled_pieces, doubled_words, half_width_marks, left_out, slips, unpaired,
};

pub(super) static RULE: Rule = Rule {
    id: "Q08",
    title: "标点或文字有误",
    why: "查汉字之间的半角标点、重复的标点、不成对的括号引号书名号、重复的字词语句、日期里漏写的“年”“日”和常见的笔误（《标点符号用法》GB/T 15834）。数字、时间、\
          网址中的半角符号不算。半角标点多的，多半是复制时带来的，全文只报一次。",
    example: "“统一的的网站界面”“规范审核审核发布机制”“国办公开办涵”。",
    when: When::Pause,
    check,
};

/// From how many half-width marks on a text was damaged as a whole, and is spoken of once.
const DAMAGED: usize = 3;

fn check(facts: &Facts, found: &mut Sink) {
    let office = facts.case.draft.office(OfficeField::Name);
    half_width(facts, found);
    for passage in facts.texts() {
        let text = passage.text();
        for doubled in doubled_marks(text) {
            found.push(slip(passage, doubled, "标点重复", "两个标点连用，只应有一个。"));
        }
        for doubled in doubled_words(text) {
            found.push(slip(passage, doubled, "字词重复", "同样的字词连写了两遍。"));
        }
        for doubled in doubled_pieces(text) {
            found.push(slip(passage, doubled, "字句重复", "同样的字句连写了两遍。"));
        }
        // 湖镇镇人民政府 is called so.
        let is_own = |slip: &Doubled| text.get(slip.span.clone()).is_some_and(|words| office.contains(words));
        for doubled in slips(text).into_iter().filter(|slip| !is_own(slip)) {
            found.push(slip(passage, doubled, "笔误", ""));
        }
        for left in left_out(text, facts.case.draft.year()) {
            found.push(slip(passage, left, "少写一个字", "日期的“年”“日”没有写。"));
        }
        for span in unpaired(text) {
            let mark = passage.reading.words(span.clone());
            found.push(
                Finding::new(RULE.id, Severity::Warning, passage.place, format!("“{mark}”不成对"))
                    .saying("括号、引号、书名号应前后成对。")
                    .quoting(passage, span),
            );
        }
    }
}

/// Each half-width mark; many of them once, with one mend for all.
fn half_width(facts: &Facts, found: &mut Sink) {
    let texts = facts.texts().map(|passage| (passage, half_width_marks(passage.text())));
    let marks: Vec<(&Passage, Vec<HalfWidth>)> = texts.filter(|(_, marks)| !marks.is_empty()).collect();
    let count: usize = marks.iter().map(|(_, marks)| marks.len()).sum();
    if count < DAMAGED {
        for (passage, marks) in &marks {
            for HalfWidth { span, full } in marks {
                let doubled = Doubled { span: span.clone(), once: full.to_string() };
                found.push(slip(passage, doubled, "半角标点", "汉字之间用全角标点。"));
            }
        }
        return;
    }
    let Some((passage, first)) = marks.first().and_then(|(passage, marks)| Some((*passage, marks.first()?))) else {
        return;
    };
    let places = marks.iter().map(|(passage, _)| passage.place).collect();
    found.push(
        Finding::new(RULE.id, Severity::Warning, passage.place, format!("全文有{count}处半角标点"))
            .saying("汉字之间用全角标点；多半是复制文字时带来的。")
            .quoting(passage, first.span.clone())
            .mended_by("全部改为全角", Change::Texts(places, Rewriting::FullWidthMarks)),
    );
}

/// A finding about words for which others are meant.
fn slip(passage: &Passage, Doubled { span, once }: Doubled, what: &str, words: &str) -> Finding {
    let written = passage.reading.words(span.clone());
    let title = format!("{what}：“{written}”{}", around(passage.text(), &span));
    let label = format!("改为“{once}”");
    let change = Change::words(passage, span.clone(), once);
    Finding::new(RULE.id, Severity::Warning, passage.place, title)
        .saying(words)
        .quoting(passage, span)
        .mended_by(label, change)
}

/// The words before, so that a mark is found again: （……本局公开63条）.
fn around(text: &str, span: &Range<usize>) -> String {
    let before = text.get(..span.start).unwrap_or_default();
    let start = before.char_indices().rev().nth(5).map_or(0, |(at, _)| at);
    let near = before.get(start..).unwrap_or_default();
    if near.is_empty() { String::new() } else { format!("（在“{near}”之后）") }
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::{finds, mends, prose};

    #[test]
    fn slips_by_themselves() {
        for (text, quote, mended) in [
            ("打造统一的的网站界面。", "的的", "打造统一的网站界面。"),
            ("规范审核审核发布机制。", "审核审核", "规范审核发布机制。"),
            ("按国办公开办涵要求编制", "国办公开办涵", "按国办公开办函要求编制"),
            ("公开63条,其中甲1条。", ",", "公开63条，其中甲1条。"),
            ("公开63条，，其中甲1条。", "，，", "公开63条，其中甲1条。"),
        ] {
            let identity = format!("Q08:narrative.0.body.0#{quote}");
            finds("Q08", &prose(text), &[&identity]);
            assert!(mends(&identity, &prose(text)).to_json().contains(mended), "{text}");
        }
    }

    #[test]
    fn a_mark_without_its_other_half() {
        finds("Q08", &prose("落实《条例要求。"), &["Q08:narrative.0.body.0#《"]);
    }

    #[test]
    fn a_text_damaged_as_a_whole_is_one_fault() {
        let json = r#"{"nianbao": 1, "form": "national-2021", "year": 2023, "opening": ["2023年,本局编制本报告(全文)。"],
            "narrative": [{"heading": "一、总体情况", "body": ["公开1,235条,其中:甲1条;乙1,234条。"]}]}"#;
        finds("Q08", json, &["Q08:opening.0#,"]);
        let mended = mends("Q08:opening.0#,", json).to_json();
        assert!(
            mended.contains("2023年，本局编制本报告（全文）。")
                && mended.contains("公开1,235条，其中：甲1条；乙1,234条。")
        );
    }

    #[test]
    fn numbers_times_and_addresses_are_left_alone() {
        finds(
            "Q08",
            &prose("网址：http://www.example.gov.cn，办公时间8:30—17:00，收费59,237.24元，电话:0591-1。"),
            &[],
        );
    }
}
