//! Whole pages.

use proptest::prelude::*;

use super::super::document::tests::lines;
use super::piece::width_of;
use super::*;
use crate::block::Content;
use crate::read::{Line, PlacedText, read_pdf_pages};

/// Words of 10 points; places are in points.
fn text(x: i32, y: i32, words: &str) -> PlacedText {
    let width = i32::try_from(width_of(words)).expect("short") * 5000;
    PlacedText { x: x * 1000, y: y * 1000, width, height: 10_000, turn: 0, text: words.to_owned() }
}

fn page(texts: Vec<PlacedText>) -> Page {
    Page { width: 600_000, height: 800_000, texts, lines: Vec::new() }
}

/// The rules of a table with rows of 20 points, from a height on.
fn ruled(top: i32, rows: i32, xs: &[i32]) -> Vec<Line> {
    let line = |x0: i32, y0: i32, x1: i32, y1: i32| {
        let [x0, y0, x1, y1] = [x0, y0, x1, y1].map(|at| at * 1000);
        Line { x0, y0, x1, y1 }
    };
    let (left, right, bottom) = (xs[0], xs[xs.len() - 1], top + rows * 20);
    let level = (0..=rows).map(|row| line(left, top + row * 20, right, top + row * 20));
    level.chain(xs.iter().map(|x| line(*x, top, *x, bottom))).collect()
}

/// What was read: a paragraph as it stands, a table row by row with bars.
/// Every cell by its row and column; one that covers several stands in each of them.
fn places(table: &Table) -> Vec<Vec<String>> {
    let mut places: Vec<Vec<Option<String>>> = vec![vec![None; table.widths.len()]; table.rows.len()];
    for (row, cells) in table.rows.iter().enumerate() {
        for cell in cells {
            let column = places[row].iter().position(Option::is_none).expect("room for the cell");
            for down in 0..usize::from(cell.row_span) {
                for across in 0..usize::from(cell.column_span) {
                    places[row + down][column + across] = Some(cell.content.to_string());
                }
            }
        }
    }
    places.into_iter().map(|row| row.into_iter().map(|cell| cell.expect("no hole")).collect()).collect()
}

#[test]
fn a_table_with_merged_cells_over_two_pages_comes_out_whole() {
    let files = [
        include_str!("../../../tests/files/table-over-pages-chromium.json"),
        include_str!("../../../tests/files/table-over-pages-libreoffice.json"),
    ];
    for file in files {
        let document = read_pdf_pages(file.as_bytes()).expect("a report");
        let tables: Vec<&Table> = document
            .blocks
            .iter()
            .filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None })
            .collect();
        let [table] = *tables.as_slice() else { panic!("{} tables", tables.len()) };
        let places = places(table);
        assert_eq!((places.len(), places[0].len()), (28, 10));
        for (row, number) in places.iter().skip(3).zip(1..) {
            for (cell, column) in row.iter().skip(3).zip(0..) {
                assert_eq!(cell.parse(), Ok(number * 10 + column));
            }
        }
        assert!(places[5..27].iter().all(|row| row[0] == "三、本年度办理结果"));
        assert!(places[7..15].iter().all(|row| row[1].ends_with("不予公开")));
        assert!(places[8][2].ends_with("要折成好几行才写得下") || places[8][2].contains("折成"), "{}", places[8][2]);
        assert_eq!((places[1][3].chars().count(), places[2][3] == places[1][3]), (3, true));
        assert_eq!(document.blocks.len(), 8);
        assert_eq!(document.left, []);
    }
}

#[test]
fn the_feet_of_a_report_of_ours_are_taken_out() {
    let of = |n: i32| {
        let (code, number) = ("校验码 3F7A-91C2", format!("— {n} —"));
        let (left, right) = if n % 2 == 1 { (code, number.as_str()) } else { (number.as_str(), code) };
        page(vec![text(80, 200, &format!("第{n}项工作已经完成。")), text(80, 760, left), text(460, 760, right)])
    };
    for count in 1..=5 {
        let pages: Vec<Page> = (1..=count).map(of).collect();
        let document = lay_out(&pages).expect("small");
        assert_eq!(lines(&document).len(), usize::try_from(count).expect("small"), "{document:?}");
        assert!(lines(&document).iter().all(|line| line.ends_with("完成。")));
        assert!(document.left.iter().all(|left| left.text.contains("3F7A-91C2")));
    }
}

#[test]
fn a_page_number_and_a_repeated_head_within_a_table_are_taken_out() {
    let xs = [50, 250, 350, 450];
    let row = |y: i32, words: [&str; 3]| {
        [text(60, y + 14, words[0]), text(290, y + 14, words[1]), text(390, y + 14, words[2])]
    };
    let mut first = page([row(660, ["信息内容", "制发", "废止"]), row(680, ["规章", "3", "5"])].concat());
    first.lines = ruled(660, 2, &xs);
    first.texts.push(text(290, 760, "- 5 -"));
    let mut second = page([row(60, ["信息内容", "制发", "废止"]), row(80, ["规范性文件", "564", "98"])].concat());
    second.lines = ruled(60, 2, &xs);
    second.texts.push(text(290, 760, "- 6 -"));
    second.texts.push(text(60, 140, "三、收到和处理申请情况"));
    let document = lay_out(&[first, second]).expect("small");
    assert_eq!(
        lines(&document),
        ["[信息内容|制发|废止]", "[规章|3|5]", "[规范性文件|564|98]", "三、收到和处理申请情况"]
    );
    let numbers: Vec<&str> = document.left.iter().map(|left| left.text.as_str()).collect();
    assert_eq!(numbers, ["- 5 -", "- 6 -"]);
}

#[test]
fn tables_with_other_columns_or_text_between_are_two() {
    let part = |xs: &[i32]| {
        let mut page = page(vec![text(60, 74, "甲"), text(260, 74, "1")]);
        page.lines = ruled(60, 1, xs);
        page
    };
    let tables = |pages: &[Page]| lay_out(pages).expect("small").blocks.len();
    assert_eq!(tables(&[part(&[50, 250, 350]), part(&[50, 250, 350])]), 1);
    assert_eq!(tables(&[part(&[50, 250, 350]), part(&[50, 200, 350])]), 2);
    let mut apart = part(&[50, 250, 350]);
    apart.texts.push(text(60, 200, "四、行政复议"));
    assert_eq!(tables(&[apart, part(&[50, 250, 350])]), 3);
}

#[test]
fn a_label_over_rows_that_a_page_parts_is_one() {
    let part = |label: &str, figures: [&str; 2]| {
        let mut page = page(vec![text(60, 90, label), text(260, 74, figures[0]), text(260, 94, figures[1])]);
        page.lines = ruled(60, 2, &[50, 250, 350]);
        // No rule within the first column.
        page.lines.remove(1);
        page.lines.push(Line { x0: 250_000, y0: 80_000, x1: 350_000, y1: 80_000 });
        page
    };
    for label in ["", "三、办理结果"] {
        let document = lay_out(&[part("三、办理结果", ["1", "2"]), part(label, ["3", "4"])]).expect("small");
        assert_eq!(lines(&document), ["[三、办理结果<4x1>|1]", "[2]", "[3]", "[4]"]);
    }
}

#[test]
fn a_box_and_a_chart_are_no_tables() {
    let mut framed = page(vec![text(60, 100, "甲方"), text(60, 120, "乙方")]);
    framed.lines = ruled(60, 5, &[50, 550]);
    assert_eq!(lines(&lay_out(&[framed]).expect("small")), ["甲方", "乙方"]);
    let mut chart = page(vec![text(20, 65, "100"), text(20, 165, "0"), text(100, 190, "2024")]);
    chart.lines = ruled(60, 5, &[50, 150, 250]);
    assert_eq!(lines(&lay_out(&[chart]).expect("small")), ["100", "0", "2024"]);
}

#[test]
fn stamps_and_words_at_the_side_are_not_of_the_text() {
    let stamp = PlacedText { turn: 30, ..text(300, 400, "专用章") };
    let side = PlacedText { turn: 270, ..text(20, 400, "内部资料") };
    let document = lay_out(&[page(vec![text(60, 100, "正文比旁边的字要多"), stamp, side])]).expect("small");
    assert_eq!(lines(&document), ["正文比旁边的字要多"]);
    assert_eq!(document.left.len(), 1);
    assert_eq!(document.left[0].text, "专用章 内部资料");
}

#[test]
fn a_turned_label_stands_in_its_cell() {
    let mut page = page(vec![
        PlacedText { turn: 270, ..text(66, 118, "办理结果") },
        text(100, 74, "1"),
        text(100, 94, "2"),
        text(100, 114, "3"),
        text(60, 40, "二、主动公开政府信息情况"),
    ]);
    page.lines = ruled(60, 3, &[50, 90, 190]);
    page.lines.retain(|line| line.x0 != 50_000 || line.x0 == line.x1 || [60_000, 120_000].contains(&line.y0));
    page.lines.extend([80_000, 100_000].map(|y| Line { x0: 90_000, y0: y, x1: 190_000, y1: y }));
    assert_eq!(
        lines(&lay_out(&[page]).expect("small")),
        ["二、主动公开政府信息情况", "[办理结果<3x1>|1]", "[2]", "[3]"]
    );
}

#[test]
fn a_paragraph_goes_on_over_the_page() {
    let page = |texts| Page { width: 300_000, ..page(texts) };
    let first = page(vec![
        text(60, 600, "　　中国一向是所谓闭关主义自己不去"),
        text(60, 620, "别人也不许来自从给枪炮打破了大门之"),
    ]);
    let second = page(vec![text(60, 60, "后又碰了一串钉子。"), text(60, 80, "　　另起一段。")]);
    assert_eq!(
        lines(&lay_out(&[first, second]).expect("small")),
        ["中国一向是所谓闭关主义自己不去别人也不许来自从给枪炮打破了大门之后又碰了一串钉子。", "另起一段。"]
    );
}

#[test]
fn a_page_with_very_much_on_it_is_read_as_quickly_as_its_size_allows() {
    let many = 100_000;
    let scattered = (0..many).map(|at| text(at % 311 * 7, at % 997 * 11, "甲"));
    assert!(lay_out(&[page(scattered.collect())]).is_ok());
    // All at one place, all on one line, all below each other, all different and aslant.
    let same = (0..many).map(|_| text(10, 10, "甲"));
    assert_eq!(lines(&lay_out(&[page(same.collect())]).expect("one")), ["甲"]);
    assert_eq!(lay_out(&[page((0..many).map(|at| text(at * 10, 10, "甲")).collect())]).expect("one").blocks.len(), 1);
    let below = (0..many).map(|at| text(10, at * 15, "甲"));
    assert_eq!(lay_out(&[page(below.collect())]).expect("many").blocks.len(), 100_000);
    let aslant = (0..many).map(|at| PlacedText { turn: 45, ..text(10, at, &at.to_string()) });
    assert_eq!(lay_out(&[page(aslant.collect())]).expect("none").blocks.len(), 0);
    let mut drawn = page(vec![text(10, 10, "甲")]);
    drawn.lines = (0..many / 2).flat_map(|at| ruled(at % 300, 1, &[at % 500, at % 500 + 9])).collect();
    assert!(lay_out(&[drawn]).is_ok());
}

#[test]
fn more_than_is_read_is_refused() {
    let below = (0..=100_000).map(|at| text(10, at * 15, "甲"));
    assert_eq!(lay_out(&[page(below.collect())]).err(), Some(too_large()));
    let part = |_| {
        let mut page = page(vec![text(60, 74, "甲"), text(260, 74, "1"), text(60, 780, "尾")]);
        page.lines = (0..20).flat_map(|table| ruled(60 + table * 50, 2, &[50, 250, 350, 450])).collect();
        page.texts.extend((0..20).flat_map(|table| [text(60, 74 + table * 50, "甲"), text(260, 94 + table * 50, "1")]));
        page
    };
    assert!(lay_out(&(0..10).map(part).collect::<Vec<_>>()).is_ok());
    assert_eq!(lay_out(&(0..2000).map(part).collect::<Vec<_>>()).err(), Some(too_large()));
}

#[test]
fn nothing_is_an_empty_document() {
    assert_eq!(lay_out(&[]), Ok(Document::default()));
    assert_eq!(lay_out(&[Page::default()]), Ok(Document::default()));
}

fn any_page() -> impl Strategy<Value = Page> {
    let place = || prop_oneof![-9i32..90, Just(i32::MIN), Just(i32::MAX), any::<i32>()];
    let near = || (0i32..60).prop_map(|at| at * 5000);
    let words = prop_oneof!["[一二（）0-9 .a]{0,6}", Just("- 5 -".to_owned()), Just("0 12 3".to_owned())];
    let text =
        (near(), near(), place(), prop_oneof![Just(10_000), place()], prop_oneof![Just(0u16), any::<u16>()], words)
            .prop_map(|(x, y, width, height, turn, text)| PlacedText { x, y, width, height, turn, text });
    let line = (near(), near(), near(), near(), any::<bool>()).prop_map(|(x0, y0, x1, y1, is_level)| {
        if is_level { Line { x0, y0, x1, y1: y0 } } else { Line { x0, y0, x1: x0, y1 } }
    });
    let odd = (place(), place(), place(), place()).prop_map(|(x0, y0, x1, y1)| Line { x0, y0, x1, y1 });
    let lines = prop::collection::vec(prop_oneof![9 => line, 1 => odd], 0..40);
    (place(), place(), prop::collection::vec(text, 0..40), lines).prop_map(|(width, height, texts, lines)| Page {
        width,
        height,
        texts,
        lines,
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_pages_end_in_a_document(pages in prop::collection::vec(any_page(), 0..4)) {
        let document = lay_out(&pages).expect("small");
        for block in &document.blocks {
            if let Block::Table(table) = block {
                let places: usize = table.rows.iter().flatten().map(|cell| usize::from(cell.row_span) * usize::from(cell.column_span)).sum();
                prop_assert_eq!(places, table.rows.len() * table.widths.len());
                prop_assert!(table.rows.iter().flatten().any(|cell| cell.content != Content::Blank));
            }
        }
    }
}
