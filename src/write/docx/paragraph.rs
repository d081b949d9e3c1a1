//! Paragraphs: the title, headings, running text, captions.

use super::measure::WIDTH;
use super::properties::Stand;
use super::styles::{BODY, CAPTION, GAP, HEADING, SECOND, SECOND_WORDS, THIRD, THIRD_WORDS, TITLE};
use super::xml::Xml;
use crate::block::{Run, Style};
use crate::write::signature::halves;

/// A paragraph of a style, with what stands in it.
pub(super) fn paragraph(xml: &mut Xml, style: &str, stand: Stand, inside: impl FnOnce(&mut Xml)) {
    xml.element("w:p", &[], |xml| {
        stand.write(xml, Some(style));
        inside(xml);
    });
}

/// Words of one look; a line break or a tab in them is an element of its own.
pub(super) fn words(xml: &mut Xml, style: Option<&str>, text: &str) {
    if text.is_empty() {
        return;
    }
    xml.element("w:r", &[], |xml| {
        if let Some(style) = style {
            xml.element("w:rPr", &[], |xml| xml.value("w:rStyle", style));
        }
        letters(xml, text);
    });
}

/// What stands in a run. A hyphen between figures does not end a line: telephone numbers stay whole.
pub(super) fn letters(xml: &mut Xml, text: &str) {
    let text = text.replace("\r\n", "\n");
    let mut start = 0;
    let mut before = None;
    let mut rest = text.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let sign = match c {
            '\n' | '\r' => Some("w:br"),
            '\t' => Some("w:tab"),
            '-' if is_digit(before) && is_digit(rest.peek().map(|(_, c)| *c)) => Some("w:noBreakHyphen"),
            _ => None,
        };
        before = Some(c);
        if let Some(sign) = sign {
            piece(xml, text.get(start..at));
            xml.empty(sign, &[]);
            start = at + c.len_utf8();
        }
    }
    piece(xml, text.get(start..));
}

fn piece(xml: &mut Xml, words: Option<&str>) {
    if let Some(words) = words.filter(|words| !words.is_empty()) {
        xml.text("w:t", &[("xml:space", "preserve")], words);
    }
}

/// The lines of the title.
pub(super) fn title(xml: &mut Xml, lines: &[String]) {
    for line in lines {
        paragraph(xml, TITLE, balanced(line), |xml| words(xml, None, line));
    }
}

/// The size of the title: 二号.
const TITLE_SIZE: u32 = 440;

/// A title that is too long for a line, set so that it breaks before what kind of report it is, or else into lines of one length.
fn balanced(line: &str) -> Stand {
    let length = halves(line);
    let lines = (length * TITLE_SIZE / 2).div_ceil(WIDTH);
    if lines < 2 {
        return Stand::default();
    }
    // With most of a character of room, for figures wider than half of one; a whole one where nobody knows where it breaks.
    let office = line.find("政府信息公开").and_then(|at| line.get(..at)).map(halves);
    let width = match office {
        Some(office) if lines == 2 && length - office <= office + 1 && office < length => 2 * office + 3,
        _ => 2 * length.div_ceil(lines) + 4,
    };
    let side = Some(WIDTH.saturating_sub(width * TITLE_SIZE / 4) / 2);
    Stand { left: side, right: side, ..Stand::default() }
}

/// A heading of the first level.
pub(super) fn heading(xml: &mut Xml, text: &str, begins_page: bool) {
    paragraph(xml, HEADING, Stand { begins_page, ..Stand::default() }, |xml| words(xml, None, text));
}

/// Running text, or a heading that is a paragraph by itself.
pub(super) fn running(xml: &mut Xml, runs: &[Run], keeps_next: bool) {
    let (style, is_alone) = match runs {
        [Run { style: Style::Second, .. }] => (SECOND, true),
        [Run { style: Style::Third, .. }] => (THIRD, true),
        _ => (BODY, false),
    };
    paragraph(xml, style, Stand { keeps_next, ..Stand::default() }, |xml| {
        for run in runs {
            let own = match run.style {
                Style::Second if !is_alone => Some(SECOND_WORDS),
                Style::Third if !is_alone => Some(THIRD_WORDS),
                Style::Plain | Style::Second | Style::Third => None,
            };
            words(xml, own, &run.text);
        }
    });
}

/// The line above a table or below a picture; nothing where it is empty.
pub(super) fn caption(xml: &mut Xml, text: &str, keeps_next: bool) {
    if !text.is_empty() {
        paragraph(xml, CAPTION, Stand { keeps_next, ..Stand::default() }, |xml| words(xml, None, text));
    }
}

/// What stands below a table or a picture, and parts a table from the next.
pub(super) fn gap(xml: &mut Xml, keeps_next: bool) {
    paragraph(xml, GAP, Stand { keeps_next, ..Stand::default() }, |_| {});
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> String {
        let part = Xml::part("r", &[], |xml| letters(xml, text)).expect("a part");
        let part = String::from_utf8(part).expect("UTF-8").replace(" xml:space=\"preserve\"", "").replace("w:", "");
        part.split_once("?>").map(|(_, rest)| rest.to_owned()).unwrap_or_default()
    }

    #[test]
    fn breaks_and_tabs_are_elements() {
        assert_eq!(written("  甲\n\t乙\r\n丙\r"), "<r><t>  甲</t><br/><tab/><t>乙</t><br/><t>丙</t><br/></r>");
        assert_eq!(written("0439-5222458-"), "<r><t>0439</t><noBreakHyphen/><t>5222458-</t></r>");
        assert_eq!(written("-1 甲-2"), "<r><t>-1 甲-2</t></r>");
        assert_eq!(written(""), "<r></r>");
    }

    /// How many halves of a character a line of the title holds.
    fn held(line: &str) -> u32 {
        let stand = balanced(line);
        (WIDTH - stand.left.unwrap_or(0) - stand.right.unwrap_or(0)) * 2 / TITLE_SIZE
    }

    #[test]
    fn a_long_title_breaks_where_its_office_ends() {
        let office = halves("2019年上海市人民政府办公厅");
        let line = held("2019年上海市人民政府办公厅政府信息公开工作年度报告");
        // Room for the office, but not for a character more.
        assert!((office..office + 2).contains(&line), "{line}");
        assert_eq!(held("2024年政府信息公开工作年度报告"), 40);
        // Where the second line is longer, both are alike.
        assert_eq!(held("某某县自然资源局2019年政府信息公开工作年度报告（补充）"), 29);
    }
}
