//! What holds of any bytes, any blocks, and any choice of pieces.

use nianbao::block::{Block, Run, Style};
use nianbao::draft::Draft;
use nianbao::form::forms;
use nianbao::read::take::{Piece, draft_of, pieces, put_back, take};
use nianbao::read::{Document, Input, Question, TableBuilder, answer, finished};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::{TODAY, understood};
use crate::drafts::{CITY, FULL, SEED, open};

/// What files begin with.
const STARTS: [&[u8]; 14] = [
    b"",
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"{\\rtf1\\ansi\\ansicpg936 ",
    b"<html><body>",
    b"<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?>",
    b"<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>",
    b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=a\r\n\r\n--a\r\n",
    b"\xff\xfe",
    b"\xfe\xff",
    b"\xef\xbb\xbf",
    b"{\"pages\":[{\"width\":1,\"height\":1,\"texts\":[",
    b"%PDF-1.7\n",
    b"\x09\x08\x10\0\0\x06\x05\0",
];

/// Words of reports, and what damages them.
const WORDS: [&str; 44] = [
    "某县财政局2023年政府信息公开工作年度报告",
    "一、总体情况",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "六、其他需要报告的事项",
    "第二十条第（一）项",
    "行政规范性文件",
    "规章",
    "行政许可",
    "行政事业性收费",
    "本年新收政府信息公开申请数量",
    "二、上年结转",
    "三、本年度办理结果",
    "（一）予以公开",
    "（三）不予公开",
    "1.属于国家秘密",
    "3.其他",
    "（七）总计",
    "四、结转下年度继续办理",
    "自然人",
    "总计",
    "结果维持",
    "0",
    "3",
    "0000000",
    "2171000021",
    "-35",
    "减3",
    "１２",
    "97.6万元",
    "251000元",
    "99999999999999999999",
    "—",
    "",
    " ",
    "\n",
    "\t",
    "|",
    "。",
    "2024年1月22日",
    "公开渠道",
    "2013年",
    "附件：",
];

fn words() -> impl Strategy<Value = String> {
    vec(select(&WORDS[..]), 0..6).prop_map(|words| words.concat())
}

fn paragraph() -> impl Strategy<Value = Block> {
    words().prop_map(|text| Block::Paragraph(vec![Run { text, style: Style::Plain }]))
}

fn table() -> impl Strategy<Value = Option<Block>> {
    let cell = (words(), 1_usize..4, 1_usize..4);
    vec(vec(cell, 0..9), 1..9).prop_map(|rows| {
        let mut table = TableBuilder::new();
        for row in rows {
            table.row();
            for (text, down, across) in row {
                table.cell(&text, down, across).expect("few cells");
            }
        }
        table.finish().expect("few cells").map(Block::Table)
    })
}

fn document() -> impl Strategy<Value = Document> {
    let block = prop_oneof![3 => paragraph().prop_map(Some), 1 => table()];
    vec(block, 0..25)
        .prop_map(|blocks| Document { blocks: blocks.into_iter().flatten().collect(), ..Document::default() })
}

/// Drafts that may be open while something is read.
fn open_drafts() -> Vec<Draft> {
    let new = |year| Draft::new("a".to_owned(), year, "某县财政局", "department");
    let years = forms().iter().map(|form| form.years.0);
    let report = include_str!("../../files/national-2019.nianbao.json");
    [SEED, CITY, FULL, report].map(open).into_iter().chain(years.map(new)).collect()
}

fn taken(chosen: &[bool], pieces: Vec<Piece>) -> Vec<Piece> {
    pieces.into_iter().zip(chosen.iter().cycle()).filter(|(_, is_chosen)| **is_chosen).map(|(piece, _)| piece).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_give_an_answer_or_a_refusal(
        start in select(&STARTS[..]),
        bytes in vec(any::<u8>(), 0..400),
        words in words(),
        input in select(&[Input::File, Input::PdfPages, Input::Html, Input::Text][..]),
        is_last in any::<bool>(),
    ) {
        let bytes = [start, words.as_bytes(), &bytes].concat();
        let last = is_last.then(|| String::from_utf8_lossy(&bytes).into_owned());
        let question = Question { input, today: TODAY.to_owned(), last, year: None, beside: None };
        if let Err(refusal) = answer(&question, &bytes) {
            prop_assert!(refusal.0.ends_with('。') && refusal.0.contains("没有"), "{refusal}");
        }
    }

    #[test]
    fn any_blocks_give_a_draft_that_can_be_kept(document in document()) {
        let Ok(document) = finished(document) else { return Ok(()) };
        let understood = understood(&document);
        let json = understood.draft.to_json();
        let back = Draft::from_json(&json);
        prop_assert!(back.is_ok(), "{json}");
        let back = back.expect("a draft");
        prop_assert!(back.notices.is_empty(), "{:?}", back.notices);
        prop_assert_eq!(back.draft.to_json(), json);
        // Every figure is in the draft, as it was told; every source is a stretch of the document.
        for figure in &understood.figures {
            prop_assert_eq!(understood.draft.entry(figure.place).text(), figure.value.clone());
        }
        let figures = understood.figures.iter().flat_map(|figure| &figure.sources);
        let texts = understood.texts.iter().flat_map(|text| &text.sources);
        for source in figures.chain(texts).chain(understood.left.iter().flat_map(|left| &left.sources)) {
            let text = match &document.blocks[source.block] {
                Block::Paragraph(runs) => runs[0].text.clone(),
                Block::Table(table) => {
                    // What was left out is told of the table as a whole.
                    let Some((row, cell)) = source.cell else { continue };
                    table.rows[row][cell].content.to_string()
                }
                Block::Title(_) | Block::Heading(_) | Block::Picture(_) | Block::Signature { .. } => String::new(),
            };
            prop_assert!(text.get(source.range.clone()).is_some(), "{source:?} of {text:?}");
        }
        // What was left out can be put back.
        let mut draft = understood.draft.clone();
        for left in &understood.left {
            put_back(&understood, &mut draft, left);
        }
        prop_assert!(Draft::from_json(&draft.to_json()).is_ok());
    }

    #[test]
    fn what_is_taken_into_an_open_draft_is_taken_back_whole(
        document in document(),
        read in 0_usize..4,
        own in 0_usize..7,
        chosen in vec(any::<bool>(), 1..12),
    ) {
        let drafts = open_drafts();
        // A report of our own, or any document.
        let read = if read == 3 { understood(&document).draft } else { drafts[read].clone() };
        let mut draft = drafts[own % drafts.len()].clone();
        let before = draft.to_json();
        let pieces = taken(&chosen, pieces(&read, &[]));
        let inverse = draft.apply(take(&read, &draft, &pieces));
        let after = draft.to_json();
        let kept = Draft::from_json(&after).map(|opened| opened.draft.to_json()).map_err(|refused| refused.to_string());
        prop_assert_eq!(kept.as_ref(), Ok(&after));
        let again = draft.apply(inverse);
        prop_assert_eq!(draft.to_json(), before);
        draft.apply(again);
        prop_assert_eq!(draft.to_json(), after);
        // As a draft of its own.
        let own = draft_of(&read, "b".to_owned(), &pieces).to_json();
        prop_assert!(Draft::from_json(&own).is_ok_and(|opened| opened.draft.to_json() == own));
    }
}
