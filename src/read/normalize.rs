//! Brings the characters of a document to those in which everything else is written, whatever the file was.

use std::borrow::Cow;

use super::Document;
use crate::block::{Block, Content};
use crate::text::ordinary;

/// What is said where characters only looked like those they were meant to be.
const RADICALS: &str = "文件里有形近字（康熙部首），已换成通用汉字。";

/// Puts ordinary characters in the place of those that only look like them, takes out what cannot be seen, and drops what is
/// then empty. To be called once for each document.
///
/// Digits, 〇 and full-width forms stay as they are; so do characters of private use, of which nobody knows what they are. A
/// no-break blank becomes a plain one.
pub fn normalize(document: &mut Document) {
    let mut had_radicals = false;
    let mut plain = |text: &mut String| {
        let (ordinary, radicals) = ordinary(text);
        if let Cow::Owned(ordinary) = ordinary {
            *text = ordinary;
            had_radicals |= radicals;
        }
        trim(text);
    };
    for block in &mut document.blocks {
        match block {
            Block::Title(lines) => lines.iter_mut().for_each(&mut plain),
            Block::Heading(text) => plain(text),
            Block::Paragraph(runs) => runs.iter_mut().for_each(|run| plain(&mut run.text)),
            Block::Table(table) => {
                plain(&mut table.caption);
                for cell in table.rows.iter_mut().flatten() {
                    if let Content::Text(text) = &mut cell.content {
                        plain(text);
                        if text.is_empty() {
                            cell.content = Content::Blank;
                        }
                    }
                }
            }
            Block::Picture(_) | Block::Signature { .. } => {}
        }
    }
    document.left.iter_mut().for_each(|left| plain(&mut left.text));
    document.left.retain(|left| !left.text.is_empty());
    document.blocks.retain(|block| match block {
        Block::Title(lines) => lines.iter().any(|line| !line.is_empty()),
        Block::Heading(text) => !text.is_empty(),
        Block::Paragraph(runs) => runs.iter().any(|run| !run.text.is_empty()),
        Block::Table(table) => table.rows.iter().flatten().any(|cell| cell.content != Content::Blank),
        Block::Picture(_) | Block::Signature { .. } => true,
    });
    if had_radicals {
        document.note(RADICALS);
    }
}

/// Takes blanks from both ends.
fn trim(text: &mut String) {
    let trimmed = text.trim();
    if trimmed.len() < text.len() {
        *text = trimmed.to_owned();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{LeftKind, TableBuilder};

    fn normalized(text: &str) -> Document {
        let mut document = Document::default();
        document.paragraph(text);
        normalize(&mut document);
        document
    }

    #[track_caller]
    fn becomes(text: &str, expected: &str, has_note: bool) {
        let document = normalized(text);
        let mut same = Document::default();
        same.paragraph(expected);
        assert_eq!(document.blocks, same.blocks, "{text}");
        assert_eq!(document.notes.len(), usize::from(has_note), "{text}");
    }

    #[test]
    fn radicals_become_ordinary_characters() {
        becomes("⼀、本年新收…⾃然⼈…⾏政复议", "一、本年新收…自然人…行政复议", true);
        becomes("⽅⽴⾼⺠⻓⻔⻚⻛⻄⻅⺟⻳", "方立高民长门页风西见母龟", true);
        becomes("门⼾网站、⾭年", "门户网站、青年", true);
        for c in '\u{2f00}'..='\u{2fd5}' {
            let document = normalized(&c.to_string());
            assert!(!format!("{document:?}").contains(c), "{c}");
        }
        assert_eq!(normalized("⼀⼀").notes, [RADICALS]);
    }

    #[test]
    fn what_is_ordinary_stays() {
        for text in [
            "二〇二三年",
            "１２３，（一）：",
            "①㈠㎡",
            "\u{e000}\u{f8ff}",
            "甲\u{3000}乙",
            "〡〢",
            "ａｂｃ",
            "𠀀",
            "½ Ⅳ",
        ] {
            becomes(text, text, false);
        }
        becomes("⺀", "⺀", false);
    }

    #[test]
    fn what_cannot_be_seen_goes() {
        becomes("行\u{200b}政\u{feff}许\u{ad}可\u{2060}1\u{200d}2\u{202e}0\u{fe0f}", "行政许可120", false);
        becomes("\u{3000}\u{3000}一、\u{a0}总体\u{a0}", "一、 总体", false);
        becomes("ﬁ ﬂ 樂\u{f914}", "fi fl 樂樂", false);
        becomes("甲\u{0}乙\u{b}", "甲乙", false);
    }

    #[test]
    fn tables_and_what_is_left_are_normalised_and_blanks_go() {
        let mut document = Document::default();
        document.paragraph("\u{200b}");
        let mut table = TableBuilder::new();
        table.caption = "⾏政许可".to_owned();
        table.row();
        table.cell("⼤\r\n⼩", 1, 1).expect("room");
        table.cell("\u{200b}", 1, 1).expect("room");
        document.blocks.extend(table.finish().expect("small").map(Block::Table));
        let mut blank = TableBuilder::new();
        blank.row();
        blank.cell("\u{feff}", 1, 1).expect("room");
        document.blocks.extend(blank.finish().expect("small").map(Block::Table));
        document.leave(LeftKind::Header, "⽂件");
        document.leave(LeftKind::Web, "\u{200b}");
        normalize(&mut document);
        let [Block::Table(table)] = document.blocks.as_slice() else { panic!("{document:?}") };
        assert_eq!(table.caption, "行政许可");
        assert_eq!(table.rows[0][0].content, Content::text("大\n小"));
        assert_eq!(table.rows[0][1].content, Content::Blank);
        assert_eq!(document.left.len(), 1);
        assert_eq!(document.left[0].text, "文件");
        let once = document.clone();
        normalize(&mut document);
        assert_eq!(document, once);
    }
}
