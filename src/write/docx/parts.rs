//! The parts that every document has around its text. Source: ISO/IEC 29500-1, 17.15, and 29500-2.

use super::xml::Xml;
use crate::write::Report;

/// The namespace of the text.
pub(super) const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// The namespace of references to other parts.
pub(super) const REFERENCES: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const KINDS: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
const CORE: &str = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
/// The beginning of the kinds of parts.
const KIND: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// The name by which the text refers to the foot of odd pages.
pub(super) const FOOT_ODD: &str = "rId4";
/// The name by which the text refers to the foot of even pages.
pub(super) const FOOT_EVEN: &str = "rId5";

/// The parts beside the text: name to refer to, kind, file.
const BESIDE: [(&str, &str, &str); 5] = [
    ("rId1", "styles", "styles.xml"),
    ("rId2", "settings", "settings.xml"),
    ("rId3", "fontTable", "fontTable.xml"),
    (FOOT_ODD, "footer", "footer1.xml"),
    (FOOT_EVEN, "footer", "footer2.xml"),
];

/// What kind of part each file is.
pub(super) fn kinds() -> Result<Vec<u8>, String> {
    let core = "application/vnd.openxmlformats-package.core-properties+xml";
    Xml::part("Types", &[("xmlns", KINDS)], |xml| {
        for (ending, kind) in [
            ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            ("xml", "application/xml"),
            ("png", "image/png"),
            ("svg", "image/svg+xml"),
        ] {
            xml.empty("Default", &[("Extension", ending), ("ContentType", kind)]);
        }
        let mut part = |name: &str, kind: &str| {
            xml.empty("Override", &[("PartName", name), ("ContentType", kind)]);
        };
        part("/word/document.xml", &format!("{KIND}.document.main+xml"));
        part("/docProps/core.xml", core);
        for (_, kind, file) in BESIDE {
            part(&format!("/word/{file}"), &format!("{KIND}.{kind}+xml"));
        }
    })
}

/// What the package is made of.
pub(super) fn package() -> Result<Vec<u8>, String> {
    let core = format!("{RELATIONSHIPS}/metadata/core-properties");
    Xml::part("Relationships", &[("xmlns", RELATIONSHIPS)], |xml| {
        relationship(xml, "rId1", &format!("{REFERENCES}/officeDocument"), "word/document.xml");
        relationship(xml, "rId2", &core, "docProps/core.xml");
    })
}

/// What the text refers to: the parts beside it, and these pictures by name and file.
pub(super) fn document(pictures: &[(String, String)]) -> Result<Vec<u8>, String> {
    Xml::part("Relationships", &[("xmlns", RELATIONSHIPS)], |xml| {
        for (name, kind, file) in BESIDE {
            relationship(xml, name, &format!("{REFERENCES}/{kind}"), file);
        }
        for (name, file) in pictures {
            relationship(xml, name, &format!("{REFERENCES}/image"), file);
        }
    })
}

fn relationship(xml: &mut Xml, name: &str, kind: &str, target: &str) {
    xml.empty("Relationship", &[("Id", name), ("Type", kind), ("Target", target)]);
}

/// Title, office and date of the file.
pub(super) fn core(report: &Report) -> Result<Vec<u8>, String> {
    let spaces = [
        ("xmlns:cp", CORE),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ];
    Xml::part("cp:coreProperties", &spaces, |xml| {
        for (name, text) in [("dc:title", &report.name), ("dc:creator", &report.office)] {
            if !text.is_empty() {
                xml.text(name, &[], text);
            }
        }
        if is_date(&report.date) {
            let time = format!("{}T00:00:00Z", report.date);
            for name in ["dcterms:created", "dcterms:modified"] {
                xml.text(name, &[("xsi:type", "dcterms:W3CDTF")], &time);
            }
        }
    })
}

/// Whether it is written as a date; Word does not open a file with another one.
fn is_date(text: &str) -> bool {
    let is_place = |(at, byte): (usize, u8)| if matches!(at, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() };
    text.len() == 10 && text.bytes().enumerate().all(is_place)
}

/// The settings: odd and even pages differ, lines broken by hand are not stretched, and the ways of Word 2013 and later hold.
pub(super) fn settings() -> Result<Vec<u8>, String> {
    Xml::part("w:settings", &[("xmlns:w", WORD)], |xml| {
        xml.empty("w:zoom", &[("w:percent", "100")]);
        xml.value("w:defaultTabStop", 420);
        xml.flag("w:evenAndOddHeaders", true);
        xml.value("w:characterSpacingControl", "compressPunctuation");
        xml.element("w:compat", &[], |xml| {
            xml.flag("w:balanceSingleByteDoubleByteWidth", true);
            xml.flag("w:doNotLeaveBackslashAlone", true);
            xml.flag("w:doNotExpandShiftReturn", true);
            xml.flag("w:useFELayout", true);
            let mode = [
                ("w:name", "compatibilityMode"),
                ("w:uri", "http://schemas.microsoft.com/office/word"),
                ("w:val", "15"),
            ];
            xml.empty("w:compatSetting", &mode);
        });
    })
}

#[cfg(test)]
mod tests {
    use super::is_date;

    #[test]
    fn only_a_date_becomes_a_time() {
        for (text, expected) in [("2024-01-24", true), ("", false), ("2024年1月24日", false), ("2024-1-24", false)] {
            assert_eq!(is_date(text), expected, "{text}");
        }
    }
}
