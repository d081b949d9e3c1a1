//! Reports in the shapes in which offices have them: all figures of each, those that nobody can tell from the words, and its parts.

mod made;
mod write;

use encoding_rs::GB18030;
use nianbao::draft::{Draft, Item, OfficeField};
use nianbao::read::understand::Understood;

use super::{figures, opened, pasted, pasted_html, understood};
use made::Made;

fn compact(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The parts of a report: heading and all text, whatever its paragraphs.
fn parts(draft: &Draft) -> Vec<(String, String)> {
    let text = |body: &[Item]| body.iter().filter_map(Item::paragraph).map(compact).collect::<String>();
    draft.narrative().iter().map(|part| (part.heading.clone(), text(&part.body))).collect()
}

/// Whether all that a report says was read, but for these figures, which are left open.
#[track_caller]
fn gives(read: &Understood, made: &Made, open: &[&str]) {
    let draft = made.draft();
    let is_open = |figure: &String| open.iter().any(|key| figure.split(" = ").next() == Some(key));
    let expected: Vec<String> = figures(&draft).into_iter().filter(|figure| !is_open(figure)).collect();
    let found = figures(&read.draft);
    let lacking: Vec<&String> = expected.iter().filter(|figure| !found.contains(figure)).collect();
    let added: Vec<&String> = found.iter().filter(|figure| !expected.contains(figure)).collect();
    assert!(lacking.is_empty() && added.is_empty(), "lacks {lacking:?}, has {added:?}");
    let offered: Vec<String> = read.choices.iter().flat_map(|choice| &choice.places).map(ToString::to_string).collect();
    assert_eq!(offered, open, "{:?}", read.choices);
    assert_eq!(parts(&read.draft), parts(&draft));
    assert_eq!(read.draft.office(OfficeField::Name), made.office.0);
    assert_eq!(read.draft.office(OfficeField::Kind), made.office.1);
    assert_eq!((read.draft.year(), read.draft.published()), (draft.year(), draft.published()));
    assert_eq!(compact(&read.draft.title()), compact(&draft.title()));
    assert_eq!(read.draft.opening(), draft.opening());
}

#[test]
fn cells_that_run_together_are_cut_where_that_is_certain() {
    let text = write::run_together(&made::RUN_TOGETHER.blocks());
    assert!(text.contains("行政规范性文件623344第二十条第（五）项") && text.contains("（一）予以公开101000011"));
    // Three figures without a sum, of six digits: nobody can tell. A row that can be cut in two ways is settled by its columns.
    let open = ["proactive.normative.issued", "proactive.normative.repealed", "proactive.normative.in_force"];
    gives(&pasted(&text), &made::RUN_TOGETHER, &open);
    let text = write::run_together(&made::UNFILLED.blocks());
    assert!(text.contains("3.其他（七）总计254001030"));
    gives(&pasted(&text), &made::UNFILLED, &open);
}

#[test]
fn cells_with_blanks_between_are_found_under_heads_in_other_words() {
    gives(&pasted(&write::spaced(&made::SPACED.blocks())), &made::SPACED, &[]);
}

#[test]
fn cells_with_bars_between_keep_their_blanks_and_their_unit() {
    let text = write::piped(&made::PIPED.blocks());
    assert!(text.contains("251000元"));
    let read = pasted(&text);
    gives(&read, &made::PIPED, &[]);
    assert!(read.notes.iter().any(|note| note.contains("万元")), "{:?}", read.notes);
    let blank = read.blanks.iter().filter(|(place, _)| place.to_string().starts_with("applications.")).count();
    assert_eq!(blank, 21, "the blank cells are named");
}

#[test]
fn a_cell_a_line_in_the_furniture_of_a_page_is_read_without_it() {
    let text = write::lined(&made::LINED.blocks());
    assert!(text.contains("减3\n") && text.contains("-３５\n") && text.contains("976.81"));
    let read = pasted(&text);
    gives(&read, &made::LINED, &[]);
    let left: String = read.left.iter().map(|left| left.text.as_str()).collect();
    for words in ["当前位置", "字号", "附件下载", "微博"] {
        assert!(left.contains(words), "{words} is not told to have been left out: {left}");
    }
}

#[test]
fn a_cell_a_line_with_bars_between_is_read() {
    gives(&pasted(&write::barred(&made::BARRED.blocks())), &made::BARRED, &[]);
}

#[test]
fn a_page_of_a_site_is_read() {
    let html = write::page(&made::PAGE.blocks());
    gives(&understood(&opened(&GB18030.encode(&html).0)), &made::PAGE, &[]);
}

#[test]
fn what_word_copies_is_read() {
    gives(&pasted_html(&write::word(&made::WORD.blocks())), &made::WORD, &[]);
}

#[test]
fn pages_of_a_pdf_as_text_are_read() {
    let text = write::pages(&made::PAGES.blocks());
    assert!(text.contains("\n三\n、\n本\n年\n度\n") && text.contains("- 5 -"));
    gives(&pasted(&text), &made::PAGES, &[]);
}

/// A mirror of a site in traditional letters, and a year in ideographs.
#[test]
fn a_report_of_sentences_is_read_by_its_headings() {
    let text = "青河縣財政局二○一○年政府信息公開年度報告\n本報告根據《條例》編制。\n一、概述\n2010年，我局做好公開工作。\n\
        二、主動公開政府信息情況\n主動公開政府信息35條。\n三、依申請公開政府信息情況\n沒有收到申請。\n二○一一年三月五日\n";
    let read = pasted(text);
    assert_eq!(read.draft.year(), 2010);
    assert_eq!(read.draft.published().map(|day| day.to_string()).as_deref(), Some("2011-03-05"));
    let parts = parts(&read.draft);
    assert_eq!(
        parts.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>(),
        ["2010年，我局做好公開工作。", "主動公開政府信息35條。", "沒有收到申請。"]
    );
    assert_eq!((read.figures.len(), read.draft.opening().len()), (0, 1));
}
