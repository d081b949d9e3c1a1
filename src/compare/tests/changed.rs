//! Reports that are not the same any more: what is said of each change.

use super::*;
use crate::block::{Content, Run, Style};

#[test]
fn a_figure_is_named_by_its_row_and_column() {
    let now = report(DRAFTS[3].1);
    let is_three = |block: &&Block| matches!(block, Block::Table(table) if table.id == "applications");
    let Some(Block::Table(table)) = now.blocks.iter().find(is_three) else { panic!("table three") };
    let mut cells = Vec::new();
    table.each_cell(|cell, row, column| {
        if cell.role == crate::block::Role::Value {
            cells.push((row, column, cell.content.to_string()));
        }
    });
    // Each tenth cell by another figure, by a blank, and a huge one.
    for (row, column, figure) in cells.iter().step_by(10) {
        for other in ["87", "", "999999999999999"] {
            if other == figure {
                continue;
            }
            let mut was = now.clone();
            for block in &mut was.blocks {
                if let Block::Table(table) = block
                    && table.id == "applications"
                {
                    let index = place(table, *row, *column);
                    table.rows[index.0][index.1].content = Content::text(other);
                }
            }
            was.code = check_code(&was.blocks);
            for format in [Format::Html, Format::Docx, Format::Fragment] {
                let found = against(&now, &file(&was, format));
                let shown = |text: &str| if text.is_empty() { "空白".to_owned() } else { text.to_owned() };
                let [difference] = found.differences.as_slice() else {
                    panic!("{format:?} {row} {column}: {found:#?}")
                };
                assert_eq!((&difference.here, &difference.there), (&shown(figure), &shown(other)));
                assert!(difference.place.starts_with("三、收到和处理政府信息公开申请情况，"), "{difference:?}");
                assert!(!found.is_same && found.more == 0);
            }
        }
    }
}

/// Where the cell that begins at a row and a column stands in the rows of a table.
fn place(table: &crate::block::Table, row: usize, column: usize) -> (usize, usize) {
    let mut before = 0;
    let mut found = None;
    table.each_cell(|_, at, across| {
        if at == row {
            if across == column {
                found = Some((row, before));
            }
            before += 1;
        }
    });
    found.expect("a cell")
}

#[test]
fn words_are_shown_with_what_stands_around_them() {
    let now = report(DRAFTS[0].1);
    let Some(Block::Paragraph(runs)) = now.blocks.iter().find(|block| matches!(block, Block::Paragraph(_))) else {
        panic!("a paragraph")
    };
    let first: String = runs.iter().map(|run| run.text.as_str()).collect();
    let (at, _) = first.match_indices('，').next().expect("a comma");
    let other = format!("{}改了几个字{}", &first[..at], &first[at..]);
    let mut was = now.clone();
    for block in &mut was.blocks {
        if let Block::Paragraph(runs) = block
            && runs.iter().map(|run| run.text.as_str()).collect::<String>() == first
        {
            *runs = vec![Run { text: other.clone(), style: Style::Plain }];
        }
    }
    for format in [Format::Html, Format::Docx, Format::Text] {
        let found = against(&now, &file(&was, format));
        let [difference] = found.differences.as_slice() else { panic!("{format:?}: {found:#?}") };
        assert!(difference.there.contains("改了几个字") && !difference.here.contains("改了几个字"), "{difference:?}");
        assert!(difference.place.contains(&first.chars().take(8).collect::<String>()), "{difference:?}");
    }
}

#[test]
fn a_paragraph_that_is_missing_or_put_in_is_one_difference() {
    let long = "本单位另外还开展了其他若干工作，在此不再一一列举。";
    let now = report(DRAFTS[1].1);
    let at = now.blocks.iter().position(|block| matches!(block, Block::Paragraph(_))).expect("a paragraph");
    let mut more = now.clone();
    more.blocks.insert(at + 1, Block::Paragraph(vec![Run { text: long.to_owned(), style: Style::Plain }]));
    for format in [Format::Html, Format::Docx, Format::Text] {
        let found = against(&now, &file(&more, format));
        let [put_in] = found.differences.as_slice() else { panic!("{found:#?}") };
        assert_eq!((put_in.here.as_str(), put_in.there.as_str()), ("没有", long));
        assert!(put_in.place.ends_with("之后"));
        let found = against(&more, &file(&now, format));
        let [missing] = found.differences.as_slice() else { panic!("{found:#?}") };
        assert_eq!((missing.here.as_str(), missing.there.as_str()), (long, "没有"));
    }
}

#[test]
fn the_check_code_is_held_against_the_words() {
    let now = report(DRAFTS[3].1);
    let code = &now.code;
    // The same code over other words: the file was changed after it had been made.
    let page = String::from_utf8(file(&now, Format::Html)).expect("UTF-8");
    let found = against(&now, page.replacen("<td>0</td>", "<td>7</td>", 1).as_bytes());
    assert_eq!(found.differences.len(), 1);
    assert!(found.words.contains(&format!("校验码 {code} 却相同")), "{}", found.words);
    // Another code over the same words.
    let found = against(&now, page.replace(code, "0000-0000").as_bytes());
    assert!(
        !found.is_same && found.differences.is_empty() && found.words.contains("校验码是 0000-0000"),
        "{}",
        found.words
    );
    // Another code over other words, and none at all.
    let found = against(&now, page.replace(code, "0000-0000").replacen("<td>0</td>", "<td>7</td>", 1).as_bytes());
    assert_eq!(found.words, "不同：有 1 处，校验码是 0000-0000");
    let found = against(&now, page.replace(&format!("校验码 {code}"), "").as_bytes());
    assert_eq!(found.words, "相同：文件里的文字和数字与这份报告一致");
}

#[test]
fn the_line_under_a_chart_is_words_like_others() {
    let now = report(DRAFTS[0].1);
    let page = String::from_utf8(file(&now, Format::Html)).expect("UTF-8");
    let caption = now
        .blocks
        .iter()
        .find_map(|block| if let Block::Picture(picture) = block { Some(&picture.caption) } else { None });
    let caption = caption.expect("a chart");
    let found = against(&now, page.replace(caption.as_str(), &caption.replace("2017", "2016")).as_bytes());
    let [difference] = found.differences.as_slice() else { panic!("{found:#?}") };
    assert_eq!((difference.here.as_str(), difference.there.as_str()), ("2017", "2016"));
}

#[test]
fn a_label_that_runs_down_is_the_same_in_any_order_of_its_characters() {
    let now = report(DRAFTS[3].1);
    let page = String::from_utf8(file(&now, Format::Html)).expect("UTF-8");
    let label = "三、本年度办理结果";
    assert!(page.contains(label));
    let turned: String = label.chars().rev().collect();
    assert_eq!(against(&now, page.replace(label, &turned).as_bytes()).differences, []);
    assert_eq!(against(&now, page.replace(label, "三、本年度办理情形").as_bytes()).differences.len(), 1);
    // Two labels in each other's place are two others.
    let swapped = page
        .replace("自然人", "甲")
        .replace("商业<br>企业", "商业企业")
        .replace("商业企业", "自然人")
        .replace("甲", "商业企业");
    assert!(!against(&now, swapped.as_bytes()).is_same);
}
