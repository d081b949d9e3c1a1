//! A part of an OFD as a tree of elements, without the prefixes of its names: files use any, with and without the year.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::read::Refusal;
use crate::read::limits::{DEEPEST, too_large};
use crate::read::package::incomplete;

/// An element.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Element {
    /// Its name without prefix.
    pub name: String,
    /// Its attributes, with names as they stand.
    attributes: Vec<(String, String)>,
    /// The text in it, without that of other elements in it.
    pub text: String,
    /// The elements in it.
    pub children: Vec<Element>,
}

impl Element {
    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The first element of this name in it.
    pub fn child(&self, name: &str) -> Option<&Element> {
        self.children.iter().find(|child| child.name == name)
    }

    /// All elements of this name in it.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.children.iter().filter(move |child| child.name == name)
    }
}

/// Reads the outermost element of a text.
///
/// # Errors
/// Where it is no XML, or is nested deeper than is read.
pub fn parse(text: &str) -> Result<Element, Refusal> {
    let mut reader = Reader::from_str(text);
    let mut open: Vec<Element> = vec![Element::default()];
    loop {
        match reader.read_event().map_err(|_| incomplete())? {
            Event::Start(start) => {
                if open.len() > DEEPEST {
                    return Err(too_large());
                }
                open.push(element(&start)?);
            }
            Event::Empty(start) => {
                let element = element(&start)?;
                open.last_mut().ok_or_else(incomplete)?.children.push(element);
            }
            Event::End(_) => {
                let closed = open.pop().ok_or_else(incomplete)?;
                open.last_mut().ok_or_else(incomplete)?.children.push(closed);
            }
            Event::Text(words) => {
                let words = words.xml10_content();
                open.last_mut().ok_or_else(incomplete)?.text.push_str(&words);
            }
            Event::CData(words) => open.last_mut().ok_or_else(incomplete)?.text.push_str(&words),
            Event::GeneralRef(name) => {
                let letter = letter(&name).ok_or_else(incomplete)?;
                open.last_mut().ok_or_else(incomplete)?.text.push(letter);
            }
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => (),
            Event::Eof => break,
        }
    }
    let [document] = <[Element; 1]>::try_from(open).map_err(|_| incomplete())?;
    document.children.into_iter().next().ok_or_else(incomplete)
}

/// The letter that a reference stands for: the five names of XML, or a number.
fn letter(name: &str) -> Option<char> {
    let number = match name {
        "lt" => return Some('<'),
        "gt" => return Some('>'),
        "amp" => return Some('&'),
        "quot" => return Some('"'),
        "apos" => return Some('\''),
        _ => name.strip_prefix('#')?,
    };
    let code = match number.strip_prefix('x') {
        Some(digits) => u32::from_str_radix(digits, 16),
        None => number.parse(),
    };
    char::from_u32(code.ok()?)
}

fn element(start: &BytesStart<'_>) -> Result<Element, Refusal> {
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|_| incomplete())?;
        let value = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0).map_err(|_| incomplete())?;
        attributes.push((attribute.key.local_name().as_ref().to_owned(), value.into_owned()));
    }
    Ok(Element { name: start.local_name().as_ref().to_owned(), attributes, ..Element::default() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefixes_are_left_out_and_references_read() {
        let root = parse(
            "<?xml version=\"1.0\"?><o:A xmlns:o=\"x\" b=\"1 &amp; 2\"><o:B>a&lt;&#x4e00;<![CDATA[<]]></o:B><C/></o:A>",
        )
        .expect("XML");
        assert_eq!((root.name.as_str(), root.attribute("b")), ("A", Some("1 & 2")));
        assert_eq!(root.child("B").map(|child| child.text.as_str()), Some("a<一<"));
        assert_eq!(root.all("C").count(), 1);
    }

    #[test]
    fn what_is_no_xml_is_refused() {
        for text in ["", "words", "<a>", "<a></b>", "<a>&unknown;</a>", "<a b=\"&unknown;\"/>"] {
            assert!(parse(text).is_err(), "{text}");
        }
        assert_eq!(parse(&"<a>".repeat(DEEPEST + 2)), Err(too_large()));
    }
}
