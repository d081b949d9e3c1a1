//! The styles of a report: what a clerk finds in the list of styles, and what the navigation pane is made of. Source: GB/T 9704-2012, 7.3.

use super::fonts::Face;
use super::measure::{CLOSER, PITCH, SIZE, TWO};
use super::properties::{Look, Stand};
use super::xml::Xml;

/// Running text.
pub(super) const BODY: &str = "BodyText";
/// A line of the title.
pub(super) const TITLE: &str = "Title";
/// A heading of the first level.
pub(super) const HEADING: &str = "Heading1";
/// A heading of the second level that is a paragraph by itself.
pub(super) const SECOND: &str = "Heading2";
/// A heading of the third level that is a paragraph by itself.
pub(super) const THIRD: &str = "Heading3";
/// A heading of the second level at the start of its paragraph.
pub(super) const SECOND_WORDS: &str = "SecondWords";
/// A heading of the third level at the start of its paragraph.
pub(super) const THIRD_WORDS: &str = "ThirdWords";
/// The line above a table or below a picture.
pub(super) const CAPTION: &str = "Caption";
/// A paragraph with a picture in it.
pub(super) const PICTURE: &str = "Picture";
/// The gap below a table or a picture.
pub(super) const GAP: &str = "Gap";
/// The name and the date at the end.
pub(super) const SIGNATURE: &str = "Signature";
/// The foot of a page.
pub(super) const FOOTER: &str = "Footer";
/// The check code in the foot.
pub(super) const CODE: &str = "Code";

/// The style of a cell of a table in this size (half points).
pub(super) fn cell(is_head: bool, size: u32) -> String {
    format!("{}{size}", if is_head { "TableHead" } else { "TableText" })
}

/// The size of letters in tables, in half points, with the pitch of their lines: as large as the table's columns allow.
pub(super) const SIZES: [(u32, u32); 3] = [(24, 340), (22, 340), (19, 255)];

/// A style of paragraphs.
struct Style<'a> {
    id: &'a str,
    name: &'a str,
    next: Option<&'a str>,
    stand: Stand,
    look: Look,
}

/// The part of the styles (17.7).
pub(super) fn write() -> Result<Vec<u8>, String> {
    Xml::part("w:styles", &[("xmlns:w", super::parts::WORD)], |xml| {
        xml.element("w:docDefaults", &[], defaults);
        normal(xml);
        xml.element("w:style", &head("character", "DefaultParagraphFont", true), |xml| {
            xml.value("w:name", "Default Paragraph Font");
            xml.value("w:uiPriority", 1);
            xml.flag("w:semiHidden", true);
        });
        xml.element("w:style", &head("table", "TableNormal", true), |xml| {
            xml.value("w:name", "Normal Table");
            xml.value("w:uiPriority", 99);
            xml.flag("w:semiHidden", true);
        });
        for style in paragraphs() {
            style.write(xml);
        }
        for (size, pitch) in SIZES {
            let (points, half) = (size / 2, if size.is_multiple_of(2) { "" } else { ".5" });
            for (is_head, words, face) in [(false, "表格文字", None), (true, "表格标题", Some(Face::Hei))] {
                let stand = Stand { pitch: Some(pitch), align: Some("center"), ..Stand::default() };
                let look = Look { face, apart: Some(0), size: Some(size), ..Look::default() };
                let name = format!("{words} {points}{half} 磅");
                Style { id: &cell(is_head, size), name: &name, next: None, stand, look }.write(xml);
            }
        }
        words(xml, SECOND_WORDS, "二级标题文字", Look { face: Some(Face::Kai), ..Look::default() });
        words(xml, THIRD_WORDS, "三级标题文字", Look { face: Some(Face::Fang), is_bold: true, ..Look::default() });
        words(xml, CODE, "校验码", Look { face: Some(Face::Song), apart: Some(0), size: Some(18), ..Look::default() });
    })
}

fn head<'a>(kind: &'a str, id: &'a str, is_default: bool) -> Vec<(&'a str, &'a str)> {
    let mut head = vec![("w:type", kind), ("w:styleId", id)];
    head.extend(is_default.then_some(("w:default", "1")));
    head
}

/// How the letters of running text look.
fn text_look() -> Look {
    Look {
        face: Some(Face::Fang),
        is_off_grid: true,
        apart: i32::try_from(CLOSER).ok().map(|closer| -closer),
        size: Some(SIZE),
        ..Look::default()
    }
}

/// What holds where no style says otherwise.
fn defaults(xml: &mut Xml) {
    xml.element("w:rPrDefault", &[], |xml| {
        xml.element("w:rPr", &[], |xml| {
            Look { apart: None, ..text_look() }.write_inside(xml);
            xml.empty("w:lang", &[("w:val", "en-US"), ("w:eastAsia", "zh-CN"), ("w:bidi", "ar-SA")]);
        });
    });
    xml.empty("w:pPrDefault", &[]);
}

/// What all other styles are made from: lines at the pitch of the page, of which none is kept back, no sign
/// beside the text, and no gap between Chinese and figures.
/// The page has its grid, but the text does not snap to it: LibreOffice gives a character two places where the grid is closer than its
/// size. Lines and characters stand at the pitch of the grid by themselves.
fn normal(xml: &mut Xml) {
    xml.element("w:style", &head("paragraph", "Normal", true), |xml| {
        xml.value("w:name", "Normal");
        xml.flag("w:qFormat", true);
        xml.element("w:pPr", &[], |xml| {
            for (name, value) in [
                ("w:widowControl", 0),
                ("w:kinsoku", 1),
                ("w:overflowPunct", 0),
                ("w:autoSpaceDE", 0),
                ("w:autoSpaceDN", 0),
                ("w:snapToGrid", 0),
            ] {
                xml.value(name, value);
            }
            Stand { pitch: Some(PITCH), align: Some("both"), ..Stand::default() }.write_inside(xml);
        });
        xml.element("w:rPr", &[], |xml| text_look().write_inside(xml));
    });
}

fn paragraphs() -> [Style<'static>; 10] {
    let in_by_two = Stand { first: Some(TWO), first_characters: Some(200), ..Stand::default() };
    let heading = |level| Stand { keeps_next: true, keeps_lines: true, level: Some(level), ..in_by_two };
    let face = |face| Look { face: Some(face), ..Look::default() };
    let centred = Stand { align: Some("center"), ..Stand::default() };
    let title = Stand {
        keeps_next: true,
        keeps_lines: true,
        pitch: Some(PITCH * 4 / 3),
        after: Some(PITCH * 4 / 3),
        is_one_with_others: true,
        ..centred
    };
    let gap = Stand { pitch: Some(super::measure::mm(200)), ..Stand::default() };
    let footer = Stand { pitch: Some(320), align: Some("left"), ..Stand::default() };
    let signature = Stand { keeps_lines: true, align: Some("left"), ..Stand::default() };
    let hei = Look { apart: Some(0), size: Some(24), ..face(Face::Hei) };
    let song = Look { apart: Some(0), size: Some(28), ..face(Face::Song) };
    let style = |id, name, next, stand, look| Style { id, name, next, stand, look };
    [
        style(BODY, "Body Text", None, in_by_two, Look::default()),
        style(TITLE, "Title", Some(BODY), title, Look { apart: Some(0), size: Some(44), ..face(Face::Title) }),
        style(HEADING, "heading 1", Some(BODY), heading(0), face(Face::Hei)),
        style(SECOND, "heading 2", Some(BODY), heading(1), face(Face::Kai)),
        style(THIRD, "heading 3", Some(BODY), heading(2), Look { is_bold: true, ..face(Face::Fang) }),
        style(CAPTION, "caption", Some(BODY), Stand { keeps_lines: true, ..centred }, hei),
        style(PICTURE, "图", Some(CAPTION), Stand { keeps_next: true, pitch: Some(0), ..centred }, Look::default()),
        style(GAP, "表后间隔", Some(BODY), gap, Look { apart: Some(0), size: Some(2), ..Look::default() }),
        style(SIGNATURE, "Signature", None, signature, Look::default()),
        style(FOOTER, "footer", None, footer, song),
    ]
}

impl Style<'_> {
    fn write(&self, xml: &mut Xml) {
        // Names in Chinese are none of Word's own.
        let is_own = !self.name.is_ascii();
        let mut head = head("paragraph", self.id, false);
        head.extend(is_own.then_some(("w:customStyle", "1")));
        xml.element("w:style", &head, |xml| {
            xml.value("w:name", self.name);
            xml.value("w:basedOn", "Normal");
            if let Some(next) = self.next {
                xml.value("w:next", next);
            }
            xml.flag("w:qFormat", true);
            xml.element("w:pPr", &[], |xml| self.stand.write_inside(xml));
            xml.element("w:rPr", &[], |xml| self.look.write_inside(xml));
        });
    }
}

/// A style of words within a paragraph.
fn words(xml: &mut Xml, id: &str, name: &str, look: Look) {
    let mut head = head("character", id, false);
    head.push(("w:customStyle", "1"));
    xml.element("w:style", &head, |xml| {
        xml.value("w:name", name);
        xml.value("w:basedOn", "DefaultParagraphFont");
        xml.flag("w:qFormat", true);
        look.write(xml);
    });
}
