//! Reads Word documents: the ZIP of parts (ISO/IEC 29500, also its strict form), the same in one XML file, and the XML of Word 2003.

mod body;
mod inline;
mod lists;
mod parts;
mod styles;
mod table;

#[cfg(test)]
mod tests;

use super::package::{Package, encrypted, folder_of, relations_of};
use super::xml::{Element, Spaces, Tree};
use super::{Document, Refusal};
use parts::{Kind, main_part, related};

/// The namespaces of Word documents: `w` text, `m` formulas, `mc` what older programs take instead, `v` drawings of old, `r` relations,
/// `pkg` parts in one file; `wx` and `aml` are of Word 2003.
const SPACES: &Spaces = &[
    ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"),
    ("http://purl.oclc.org/ooxml/wordprocessingml/main", "w"),
    ("http://schemas.microsoft.com/office/word/2003/wordml", "w"),
    ("http://schemas.openxmlformats.org/officeDocument/2006/math", "m"),
    ("http://purl.oclc.org/ooxml/officeDocument/math", "m"),
    ("http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"),
    ("http://schemas.openxmlformats.org/package/2006/relationships", "r"),
    ("http://schemas.microsoft.com/office/2006/xmlPackage", "pkg"),
    ("http://schemas.microsoft.com/office/word/2003/auxHint", "wx"),
    ("http://schemas.microsoft.com/aml/2001/core", "aml"),
];

/// Reads a Word document that is a ZIP: DOCX, DOCM, DOTX, DOTM.
///
/// # Errors
/// Where the file is cut, damaged, locked, too large, or no Word document.
pub fn read_docx(bytes: &[u8]) -> Result<Document, Refusal> {
    if !bytes.starts_with(b"PK") {
        return Err(no_word());
    }
    let mut package = Package::open(bytes)?;
    if package.is_encrypted() {
        return Err(encrypted());
    }
    let mut part = |name: &str| package.tree(name, SPACES);
    let top = part("_rels/.rels")?;
    let name = main_part(top.as_ref().map(Tree::root));
    let main = part(&name)?.ok_or_else(no_word)?;
    let relations = part(&relations_of(&name))?;
    let mut others = Vec::new();
    for (kind, name) in related(relations.as_ref().map(Tree::root), folder_of(&name)) {
        others.extend(part(&name)?.map(|tree| (kind, tree)));
    }
    let others: Vec<(Kind, Element<'_>)> = others.iter().map(|(kind, tree)| (*kind, tree.root())).collect();
    body::read(main.root(), &others)
}

/// Reads a Word document that is one XML file: Word 2003 XML, or the parts of a DOCX in one file.
///
/// # Errors
/// Where the file is cut, damaged, too large, or no Word document.
pub fn read_word_xml(text: &str) -> Result<Document, Refusal> {
    let tree = Tree::read(text.trim_start_matches('\u{feff}'), SPACES)?;
    let root = tree.root();
    if root.name() == ("w", "wordDocument") {
        return body::read(root, &[(Kind::Styles, root), (Kind::Lists, root)]);
    }
    let part = |name: &str| {
        let named = |part: &Element<'_>| {
            part.attribute("name").is_some_and(|own| own.trim_start_matches('/').eq_ignore_ascii_case(name))
        };
        root.elements().find(named)?.child("pkg", "xmlData")?.elements().next()
    };
    let name = main_part(part("_rels/.rels"));
    let main = part(&name).filter(|_| root.name() == ("pkg", "package")).ok_or_else(no_word)?;
    let others = related(part(&relations_of(&name)), folder_of(&name));
    let others: Vec<_> = others.iter().filter_map(|(kind, name)| Some((*kind, part(name)?))).collect();
    body::read(main, &others)
}

fn no_word() -> Refusal {
    Refusal::new("这个文件不是Word文档，没有读入。请用Word或WPS打开后另存为DOCX，再试。")
}

/// Whether a property that may be switched off is on (ISO/IEC 29500-1, 22.9.2.7; Word 2003 writes `on` and `off`).
fn is_set(property: Element<'_>) -> bool {
    property.attribute("val").is_none_or(|value| is_on(&value))
}

fn is_on(value: &str) -> bool {
    !matches!(value, "0" | "false" | "off")
}
