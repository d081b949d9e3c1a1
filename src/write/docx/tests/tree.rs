//! XML as a tree, with the prefixes that the writer uses.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// An element.
#[derive(Debug, Default)]
pub(super) struct Node {
    pub(super) name: String,
    pub(super) attributes: Vec<(String, String)>,
    pub(super) inside: Vec<Node>,
}

impl Node {
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| own == name).map(|(_, value)| &**value)
    }

    pub(super) fn child(&self, name: &str) -> Option<&Self> {
        self.children(name).next()
    }

    pub(super) fn children(&self, name: &str) -> impl Iterator<Item = &Self> {
        self.inside.iter().filter(move |node| node.name == name)
    }

    /// It and all within it.
    pub(super) fn all(&self) -> Vec<&Self> {
        std::iter::once(self).chain(self.inside.iter().flat_map(Self::all)).collect()
    }

    /// All within it of this name.
    pub(super) fn named(&self, name: &str) -> Vec<&Self> {
        self.all().into_iter().filter(|node| node.name == name).collect()
    }

    /// A length or a count in an attribute of a property.
    pub(super) fn number(&self, property: &str, attribute: &str) -> Option<u32> {
        Some(self.child(property)?.attribute(attribute)?.parse().expect("a number"))
    }
}

fn node(start: &BytesStart<'_>) -> Node {
    let attribute = |attribute: quick_xml::events::attributes::Attribute<'_>| {
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).expect("a value");
        (attribute.key.into_inner().to_owned(), value.into_owned())
    };
    let attributes = start.attributes().map(|found| attribute(found.expect("an attribute"))).collect();
    Node { name: start.name().into_inner().to_owned(), attributes, inside: Vec::new() }
}

/// Reads a part whose XML is whole.
pub(super) fn read(bytes: &[u8]) -> Node {
    let text = std::str::from_utf8(bytes).expect("UTF-8");
    let mut reader = Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    let mut open = vec![Node::default()];
    loop {
        let event = reader.read_event().expect("whole XML");
        if let Event::Start(start) = &event {
            open.push(node(start));
        } else if matches!(event, Event::End(_)) {
            let done = open.pop().expect("an element");
            open.last_mut().expect("its parent").inside.push(done);
        } else if matches!(event, Event::Eof) {
            break;
        }
    }
    assert_eq!(open.len(), 1);
    open.pop().and_then(|mut top| top.inside.pop()).expect("a root")
}
