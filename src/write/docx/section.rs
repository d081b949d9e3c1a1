//! The page, its grid of characters and its foot. Source: GB/T 9704-2012, 5.2, 6 and 7.5; ISO/IEC 29500-1, 17.6.

use super::measure::{BOTTOM, GRID_CLOSER, LEFT, PITCH, RIGHT, SHEET, TOP, WIDTH, mm};
use super::paragraph::{paragraph, words};
use super::parts::{FOOT_EVEN, FOOT_ODD, WORD};
use super::properties::Stand;
use super::styles::{CODE, FOOTER};
use super::xml::Xml;

/// How far the number of the page stands from the margin: a character.
const IN: u32 = 280;

/// The properties of the section that the whole report is.
pub(super) fn write(xml: &mut Xml) {
    xml.element("w:sectPr", &[], |xml| {
        xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", FOOT_ODD)]);
        xml.empty("w:footerReference", &[("w:type", "even"), ("r:id", FOOT_EVEN)]);
        xml.empty("w:pgSz", &[("w:w", &SHEET.0.to_string()), ("w:h", &SHEET.1.to_string())]);
        let margins = [
            ("w:top", TOP),
            ("w:right", RIGHT),
            ("w:bottom", BOTTOM),
            ("w:left", LEFT),
            ("w:header", mm(1_500)),
            // The number, of 16 points, stands 7 mm below the text.
            ("w:footer", BOTTOM - mm(700) - 320),
            ("w:gutter", 0),
        ]
        .map(|(name, length)| (name, length.to_string()));
        xml.empty("w:pgMar", &margins.each_ref().map(|(name, length)| (*name, &**length)));
        xml.empty("w:cols", &[("w:space", "425")]);
        let grid = (PITCH.to_string(), format!("-{GRID_CLOSER}"));
        let grid = [("w:type", "linesAndChars"), ("w:linePitch", &*grid.0), ("w:charSpace", &*grid.1)];
        xml.empty("w:docGrid", &grid);
    });
}

/// The foot of odd pages, with the number on the right, or of even ones, with the number on the left. The check code stands opposite.
pub(super) fn foot(is_odd: bool, code: &str) -> Result<Vec<u8>, String> {
    Xml::part("w:ftr", &[("xmlns:w", WORD)], |xml| {
        let stand = Stand { tab: Some(WIDTH - IN), left: Some(IN), ..Stand::default() };
        paragraph(xml, FOOTER, stand, |xml| {
            if is_odd {
                check_code(xml, code);
                words(xml, None, "\t");
                page_number(xml);
            } else {
                page_number(xml);
                words(xml, None, "\t");
                check_code(xml, code);
            }
        });
    })
}

fn check_code(xml: &mut Xml, code: &str) {
    if !code.is_empty() {
        words(xml, Some(CODE), &format!("校验码 {code}"));
    }
}

/// — 1 —, whose number the program counts.
fn page_number(xml: &mut Xml) {
    let mark = |xml: &mut Xml, kind| {
        xml.element("w:r", &[], |xml| xml.empty("w:fldChar", &[("w:fldCharType", kind)]));
    };
    words(xml, None, "— ");
    mark(xml, "begin");
    xml.element("w:r", &[], |xml| xml.text("w:instrText", &[("xml:space", "preserve")], " PAGE "));
    mark(xml, "separate");
    words(xml, None, "1");
    mark(xml, "end");
    words(xml, None, " —");
}
