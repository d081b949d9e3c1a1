//! Text documents that the tests write themselves.

mod hostile;
mod lists;
mod tables;
mod words;

use super::read_odt;
use crate::read::document::tests::plain;
use crate::read::package::tests::zipped;
use crate::read::{Document, LeftKind};

/// A part of this root and with these elements.
fn part(root: &str, inside: &str) -> String {
    let space = |name: &str| format!(" xmlns:{name}=\"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0\"");
    let spaces: String = ["office", "text", "table", "style"].map(space).concat();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:{root}{spaces} \
         xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" \
         xmlns:loext=\"urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0\">{inside}</office:{root}>"
    )
}

/// A document with this text, these styles beside it, and these kinds of pages.
fn odt(text: &str, styles: &str, pages: &str) -> Vec<u8> {
    let text = format!(
        "<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>{text}</office:text></office:body>"
    );
    let content = part("document-content", &text);
    let common = part("document-styles", &format!("<office:master-styles>{pages}</office:master-styles>"));
    zipped(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", content.as_bytes()),
        ("styles.xml", common.as_bytes()),
        ("META-INF/manifest.xml", b"<manifest/>"),
    ])
}

fn read(text: &str, styles: &str) -> Document {
    read_odt(&odt(text, styles, "")).expect("a document")
}

/// The blocks of a document with this text, in words.
fn blocks(text: &str) -> Vec<String> {
    plain(&read(text, ""))
}

fn paragraph(text: &str) -> String {
    format!("<text:p>{text}</text:p>")
}
