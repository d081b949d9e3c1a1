//! Reads text documents of LibreOffice and others (ODF 1.3), as a ZIP of parts or as one XML file.

mod body;
mod inline;
mod lists;
mod styles;
mod table;

#[cfg(test)]
mod tests;

use super::package::{Package, encrypted};
use super::xml::{Spaces, Tree};
use super::{Document, Refusal};

/// The namespaces of text documents. `loext` is what LibreOffice adds.
const SPACES: &Spaces = &[
    ("urn:oasis:names:tc:opendocument:xmlns:office:1.0", "office"),
    ("urn:oasis:names:tc:opendocument:xmlns:text:1.0", "text"),
    ("urn:oasis:names:tc:opendocument:xmlns:table:1.0", "table"),
    ("urn:oasis:names:tc:opendocument:xmlns:style:1.0", "style"),
    ("urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "draw"),
    ("urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0", "loext"),
];

/// Reads a text document that is a ZIP: ODT, OTT.
///
/// # Errors
/// Where the file is cut, damaged, locked, too large, or no text document.
pub fn read_odt(bytes: &[u8]) -> Result<Document, Refusal> {
    if !bytes.starts_with(b"PK") {
        return Err(no_text());
    }
    let mut package = Package::open(bytes)?;
    // The parts are encrypted one by one, and the list of them says so (ODF 1.3 part 2, 4.4).
    let is_locked = package.text("META-INF/manifest.xml")?.is_some_and(|list| list.contains("encryption-data"));
    if is_locked || package.is_encrypted() {
        return Err(encrypted());
    }
    let mut part = |name: &str| package.tree(name, SPACES);
    let content = part("content.xml")?.ok_or_else(no_text)?;
    let styles = part("styles.xml")?;
    body::read(content.root(), styles.as_ref().map(Tree::root))
}

/// Reads a text document that is one XML file: FODT.
///
/// # Errors
/// Where the file is cut, damaged, too large, or no text document.
pub fn read_odt_xml(text: &str) -> Result<Document, Refusal> {
    let tree = Tree::read(text.trim_start_matches('\u{feff}'), SPACES)?;
    body::read(tree.root(), Some(tree.root()))
}

fn no_text() -> Refusal {
    Refusal::new("这个文件不是ODT文字文档，没有读入。请用WPS或LibreOffice打开后另存为DOCX或ODT，再试。")
}
