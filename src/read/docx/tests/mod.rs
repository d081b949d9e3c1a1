//! Word documents that the tests write themselves.

mod hostile;
mod lists;
mod packaging;
mod tables;
mod words;

use super::read_docx;
use crate::read::document::tests::plain;
use crate::read::package::tests::zipped;
use crate::read::{Document, LeftKind};

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A part of this root and with these elements.
fn part(root: &str, inside: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:{root} xmlns:w=\"{WORD}\" \
         xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" \
         xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" \
         xmlns:v=\"urn:schemas-microsoft-com:vml\">{inside}</w:{root}>"
    )
}

/// The relations of a part, as kinds with targets.
fn relations(targets: &[(&str, &str)]) -> String {
    let relation = |(at, (kind, target)): (usize, &(&str, &str))| {
        format!("<Relationship Id=\"r{at}\" Type=\"{RELATION}/{kind}\" Target=\"{target}\"/>")
    };
    let inside: String = targets.iter().enumerate().map(relation).collect();
    format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{inside}</Relationships>"
    )
}

/// A document with this body, and with parts beside it: a kind, a root and what is in it.
fn docx(body: &str, others: &[(&str, &str, &str)]) -> Vec<u8> {
    let top = relations(&[("officeDocument", "word/document.xml")]);
    let main = part("document", &format!("<w:body>{body}<w:sectPr/></w:body>"));
    let targets: Vec<(&str, &str)> = others.iter().map(|(kind, ..)| (*kind, *kind)).collect();
    let below = relations(&targets);
    let written: Vec<(String, String)> =
        others.iter().map(|(kind, root, inside)| (format!("word/{kind}"), part(root, inside))).collect();
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("_rels/.rels", top.as_bytes()),
        ("word/document.xml", main.as_bytes()),
        ("word/_rels/document.xml.rels", below.as_bytes()),
    ];
    parts.extend(written.iter().map(|(name, text)| (name.as_str(), text.as_bytes())));
    zipped(&parts)
}

fn read(body: &str, others: &[(&str, &str, &str)]) -> Document {
    read_docx(&docx(body, others)).expect("a document")
}

/// The blocks of a document with this body, in words.
fn blocks(body: &str) -> Vec<String> {
    plain(&read(body, &[]))
}

/// A paragraph with these properties and this text.
fn paragraph(properties: &str, text: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
}

fn left(document: &Document) -> Vec<(LeftKind, &str)> {
    document.left.iter().map(|left| (left.kind, left.text.as_str())).collect()
}
