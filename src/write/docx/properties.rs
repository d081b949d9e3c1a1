//! The properties of paragraphs and of runs, in the order that the schema asks for. Source: ISO/IEC 29500-1, 17.3.1.26 and 17.3.2.28.

use super::fonts::Face;
use super::xml::Xml;

/// How a paragraph stands. What is not set is as in its style.
#[derive(Clone, Copy, Default)]
#[allow(clippy::struct_excessive_bools, reason = "each is a property of the schema, and any may stand with any")]
pub(super) struct Stand {
    /// It stays on the page of what follows.
    pub(super) keeps_next: bool,
    /// Its lines stay on one page.
    pub(super) keeps_lines: bool,
    /// It begins a page.
    pub(super) begins_page: bool,
    /// Where text is moved to by a tab, aligned to its right.
    pub(super) tab: Option<u32>,
    /// Space above.
    pub(super) before: Option<u32>,
    /// Space below.
    pub(super) after: Option<u32>,
    /// The pitch of its lines; 0 for as high as what stands in them.
    pub(super) pitch: Option<u32>,
    /// How far in it begins.
    pub(super) left: Option<u32>,
    /// How far in it ends.
    pub(super) right: Option<u32>,
    /// How far in its first line begins.
    pub(super) first: Option<u32>,
    /// The same in hundredths of a character, which comes before the length.
    pub(super) first_characters: Option<u32>,
    /// No space between it and others of its style.
    pub(super) is_one_with_others: bool,
    /// How its lines are aligned (`center`, `both`, `left`).
    pub(super) align: Option<&'static str>,
    /// Its level in the outline, from 0.
    pub(super) level: Option<u32>,
}

impl Stand {
    /// Writes the properties of a paragraph of a style.
    pub(super) fn write(&self, xml: &mut Xml, style: Option<&str>) {
        xml.element("w:pPr", &[], |xml| {
            if let Some(style) = style {
                xml.value("w:pStyle", style);
            }
            self.write_inside(xml);
        });
    }

    /// Writes the properties of a style, or what is set beside one.
    pub(super) fn write_inside(&self, xml: &mut Xml) {
        xml.flag("w:keepNext", self.keeps_next);
        xml.flag("w:keepLines", self.keeps_lines);
        xml.flag("w:pageBreakBefore", self.begins_page);
        if let Some(tab) = self.tab {
            let stop = [("w:val", "right"), ("w:pos", &*tab.to_string())];
            xml.element("w:tabs", &[], |xml| xml.empty("w:tab", &stop));
        }
        let (line, rule) = match self.pitch {
            Some(0) => (Some(240), Some("auto")),
            pitch => (pitch, pitch.map(|_| "exact")),
        };
        lengths(xml, "w:spacing", &[("w:before", self.before), ("w:after", self.after), ("w:line", line)], rule);
        let indents = [
            ("w:left", self.left),
            ("w:right", self.right),
            ("w:firstLineChars", self.first_characters),
            ("w:firstLine", self.first),
        ];
        lengths(xml, "w:ind", &indents, None);
        xml.flag("w:contextualSpacing", self.is_one_with_others);
        if let Some(align) = self.align {
            xml.value("w:jc", align);
        }
        if let Some(level) = self.level {
            xml.value("w:outlineLvl", level);
        }
    }
}

/// An element whose attributes are lengths; none where none is set.
fn lengths(xml: &mut Xml, name: &str, lengths: &[(&str, Option<u32>)], rule: Option<&str>) {
    let lengths = lengths.iter().filter_map(|(name, length)| Some((*name, (*length)?.to_string())));
    let lengths: Vec<(&str, String)> = lengths.chain(rule.map(|rule| ("w:lineRule", rule.to_owned()))).collect();
    if !lengths.is_empty() {
        let attributes: Vec<(&str, &str)> = lengths.iter().map(|(name, length)| (*name, &**length)).collect();
        xml.empty(name, &attributes);
    }
}

/// How letters look. What is not set is as in their style.
#[derive(Clone, Copy, Default)]
pub(super) struct Look {
    /// Their typeface.
    pub(super) face: Option<Face>,
    /// They are bold.
    pub(super) is_bold: bool,
    /// They do not snap to the grid of the page.
    pub(super) is_off_grid: bool,
    /// How much farther apart they are.
    pub(super) apart: Option<i32>,
    /// Their size in half points.
    pub(super) size: Option<u32>,
}

impl Look {
    /// Writes the properties of letters.
    pub(super) fn write(&self, xml: &mut Xml) {
        xml.element("w:rPr", &[], |xml| self.write_inside(xml));
    }

    /// Writes what is set.
    pub(super) fn write_inside(&self, xml: &mut Xml) {
        if let Some(face) = self.face {
            face.write(xml);
        }
        xml.flag("w:b", self.is_bold);
        xml.flag("w:bCs", self.is_bold);
        if self.is_off_grid {
            xml.value("w:snapToGrid", 0);
        }
        if let Some(apart) = self.apart {
            xml.value("w:spacing", apart);
        }
        if let Some(size) = self.size {
            xml.value("w:sz", size);
            xml.value("w:szCs", size);
        }
    }
}
