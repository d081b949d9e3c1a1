//! Any text at all: reading it never fails, every position is one of the text, and what the rules say of it stands there.

use nianbao::draft::{Draft, Edit, Item, Splice};
use nianbao::facts::{Case, Prose};
use nianbao::rules::{accounts, check_all};
use nianbao::text::{Reading, breakdowns, dates, document_numbers, mark, ordinals};
use proptest::prelude::*;

use crate::drafts::open;

/// Pieces of which reports are made, and of which they are not; joined at random they make every kind of damage.
const PIECES: [&str; 60] = [
    "收到",
    "政府信息公开申请",
    "3",
    "１２",
    "1,234",
    "件",
    "条",
    "其中",
    "：",
    "，",
    "。",
    "；",
    "、",
    "（",
    "）",
    "《",
    "》",
    "“",
    "”",
    "占",
    "85%",
    "％",
    "增长",
    "2倍",
    "比上年",
    "2023年",
    "2022",
    "-",
    "—",
    "1月1日",
    "12月31日",
    "三十二",
    "百分之八十",
    "万",
    "元",
    "余",
    "约",
    "行政复议",
    "诉讼",
    "维持",
    "未",
    "没有",
    "无",
    "结转下年度",
    "一是",
    "（一）",
    "1.",
    "第二十条",
    "〔2021〕30号",
    "国办公开办函",
    "0439-5222458",
    "http://a.cn/1",
    "８：30",
    "\u{3000}",
    " ",
    "𠀀",
    "é",
    "&nbsp;",
    "申请人张三",
    "的的",
];

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&PIECES[..]), 0..60).prop_map(|pieces| pieces.concat())
}

/// A report with these paragraphs in its first part.
fn report(paragraphs: &[String]) -> Draft {
    let mut draft = open(include_str!("reports/clean-2024.nianbao.json"));
    let items: Vec<Item> = paragraphs.iter().cloned().map(Item::Paragraph).collect();
    draft.apply(Edit::SpliceBody(0, Splice::insert(0, items)));
    draft
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    #[test]
    fn every_position_is_one_of_the_text(text in text()) {
        let reading = Reading::of(&text);
        let numbers = reading.numbers.iter().flat_map(|n| [n.span.clone(), n.digits.clone()]);
        let lists = breakdowns(&reading).into_iter().map(|list| list.span);
        let documents = document_numbers(&text).into_iter().map(|number| number.span);
        let days = dates(&reading).into_iter().map(|day| day.span());
        let marks = mark(&text).into_iter().map(|mark| mark.span).chain(ordinals(&text).into_iter().map(|(_, span)| span));
        let pieces = reading.sentences().iter().chain(reading.clauses()).chain(reading.titles()).cloned();
        for span in numbers.chain(lists).chain(documents).chain(days).chain(marks).chain(pieces) {
            prop_assert!(text.get(span.clone()).is_some_and(|words| !words.is_empty()), "{span:?} of {text:?}");
        }
        prop_assert_eq!(reading.sentences().iter().map(ExactSizeIterator::len).sum::<usize>(), text.len());
        prop_assert_eq!(reading.clauses().iter().map(ExactSizeIterator::len).sum::<usize>(), text.len());
    }

    #[test]
    fn what_the_rules_quote_stands_there(paragraphs in prop::collection::vec(text(), 1..4)) {
        let draft = report(&paragraphs);
        let case = Case::new(&draft, "2025-01-20".parse().expect("a day"));
        let found = check_all(&case);
        for finding in &found {
            let Some(quote) = &finding.quote else { continue };
            let text = draft.text(finding.place).unwrap_or_else(|| draft.title());
            prop_assert_eq!(text.get(quote.span.clone()), Some(quote.words.as_str()), "{}", finding.identity());
        }
        for account in accounts(&case) {
            let text = draft.text(account.place).unwrap_or_default();
            prop_assert!(text.get(account.span.clone()).is_some_and(|words| !words.is_empty()));
        }
        // The same again says the same.
        prop_assert_eq!(check_all(&case), found);
    }

    #[test]
    fn a_mend_can_always_be_taken_back(paragraphs in prop::collection::vec(text(), 1..3)) {
        let draft = report(&paragraphs);
        let before = draft.to_json();
        let case = Case::new(&draft, "2025-01-20".parse().expect("a day"));
        for finding in check_all(&case) {
            for mend in finding.mends() {
                let mut mended = draft.clone();
                let back = mended.apply(mend.edit(&draft).expect("what it changes stands there"));
                mended.apply(back);
                prop_assert_eq!(mended.to_json(), before.clone());
            }
        }
    }
}

#[test]
fn a_text_of_one_endless_sentence_is_read_as_well() {
    let text = "其中收到政府信息公开申请3件占5%比上年增长2倍".repeat(3000);
    let draft = report(&[text]);
    let prose = Prose::of_draft(&draft);
    assert!(prose.paragraphs().map(|passage| passage.reading.numbers.len()).max() >= Some(9000));
}
