//! The elements of an XML part as a tree that is as large as the part, never larger: names stand once, text and attributes as
//! one string.
//!
//! No entity of a document type is read, so that none can swell.

mod element;

use std::collections::HashMap;

use quick_xml::NsReader;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::{Namespace, ResolveResult};

use super::Refusal;
use super::limits::{DEEPEST, too_large};
use super::package::incomplete;
pub use element::{Element, Inside};

/// The most elements and pieces of text of a file, of all its parts together.
pub const MOST_NODES: usize = 4_000_000;

/// The namespaces that a reader knows, with a short name for each; several may share one.
pub type Spaces = [(&'static str, &'static str)];

/// The elements of an XML part.
#[derive(Debug)]
pub struct Tree {
    nodes: Vec<Node>,
    names: Vec<String>,
    /// The short names of namespaces.
    spaces: Vec<&'static str>,
    /// The text and the attributes of all elements, in their order.
    words: String,
}

/// The namespace of an element that has none that is known.
const NO_SPACE: u8 = u8::MAX;
/// The name of text.
const NO_NAME: u32 = u32::MAX;

/// An element or a piece of text. Other nodes are named by their place; 0 is the root, which is next to none and inside none.
/// There may be millions, so that each is small.
#[derive(Debug)]
struct Node {
    /// The place of the short name of the namespace.
    space: u8,
    /// The place of the local name.
    name: u32,
    /// Where its attributes, or its text, stand in the words.
    start: u32,
    end: u32,
    next: u32,
    child: u32,
}

impl Node {
    fn new(space: u8, name: u32, start: u32, end: u32) -> Self {
        Self { space, name, start, end, next: 0, child: 0 }
    }

    fn is_element(&self) -> bool {
        self.name != NO_NAME
    }
}

impl Tree {
    /// Reads a file of one part.
    ///
    /// # Errors
    /// Where it is no whole XML, is nested deeper or has more elements than is read.
    pub fn read(text: &str, spaces: &Spaces) -> Result<Self, Refusal> {
        let mut room = MOST_NODES;
        Self::read_within(text, spaces, &mut room)
    }

    /// Reads a part of a file, of which so many elements and pieces of text may still be read.
    ///
    /// # Errors
    /// As [`Tree::read`].
    pub fn read_within(text: &str, spaces: &Spaces, room: &mut usize) -> Result<Self, Refusal> {
        let mut reader = NsReader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        let mut building = Building { room: *room, ..Building::default() };
        loop {
            match reader.read_resolved_event().map_err(|_| incomplete())? {
                (space, Event::Start(start)) => {
                    let space = match space {
                        ResolveResult::Bound(Namespace(uri)) => spaces.iter().position(|(known, _)| *known == uri),
                        ResolveResult::Unbound | ResolveResult::Unknown(_) => None,
                    };
                    building.open(space.and_then(|at| u8::try_from(at).ok()).unwrap_or(NO_SPACE), &start)?;
                }
                (_, Event::End(_)) => building.close(),
                (_, Event::Text(text)) => building.text(&text.xml10_content())?,
                (_, Event::CData(text)) => building.text(&text.xml10_content())?,
                (_, Event::GeneralRef(reference)) => {
                    if let Some(c) = character(&reference)? {
                        building.text(c.encode_utf8(&mut [0; 4]))?;
                    }
                }
                (_, Event::Eof) => {
                    *room = room.saturating_sub(building.nodes.len());
                    return building.finish(spaces.iter().map(|(_, short)| *short).collect());
                }
                _ => {}
            }
        }
    }

    /// The outermost element.
    pub fn root(&self) -> Element<'_> {
        Element::root(self)
    }
}

/// The character that a reference means; nothing where it names an entity that XML does not define.
fn character(reference: &BytesRef<'_>) -> Result<Option<char>, Refusal> {
    if let Some(c) = reference.resolve_char_ref().map_err(|_| incomplete())? {
        return Ok(Some(c));
    }
    Ok(match &*reference.xml10_content() {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    })
}

/// A tree that is not whole yet.
#[derive(Default)]
struct Building {
    nodes: Vec<Node>,
    names: Vec<String>,
    places: HashMap<String, u32>,
    words: String,
    /// The elements that are open, each with its last child.
    open: Vec<(u32, u32)>,
    /// How many nodes there may be.
    room: usize,
}

impl Building {
    fn add(&mut self, node: Node) -> Result<u32, Refusal> {
        if self.nodes.len() >= self.room {
            return Err(too_large());
        }
        let at = u32::try_from(self.nodes.len()).map_err(|_| too_large())?;
        if let Some((parent, last)) = self.open.last_mut() {
            let (before, link) = (*last, *parent);
            *last = at;
            if before > 0 {
                self.nodes.get_mut(before as usize).ok_or_else(incomplete)?.next = at;
            } else {
                self.nodes.get_mut(link as usize).ok_or_else(incomplete)?.child = at;
            }
        } else if at > 0 {
            return Err(incomplete());
        }
        self.nodes.push(node);
        Ok(at)
    }

    fn end(&self) -> Result<u32, Refusal> {
        u32::try_from(self.words.len()).map_err(|_| too_large())
    }

    fn open(&mut self, space: u8, start: &BytesStart<'_>) -> Result<(), Refusal> {
        if self.open.len() >= DEEPEST {
            return Err(too_large());
        }
        let local = start.local_name().into_inner();
        let name = if let Some(place) = self.places.get(local) {
            *place
        } else {
            let place = u32::try_from(self.names.len()).map_err(|_| too_large())?;
            self.names.push(local.to_owned());
            self.places.insert(local.to_owned(), place);
            place
        };
        let begin = self.end()?;
        self.words.push_str(start.attributes_raw());
        let end = self.end()?;
        let at = self.add(Node::new(space, name, begin, end))?;
        self.open.push((at, 0));
        Ok(())
    }

    fn close(&mut self) {
        self.open.pop();
    }

    /// Adds text; what comes in pieces, as around a reference, becomes one.
    fn text(&mut self, text: &str) -> Result<(), Refusal> {
        let Some(&(_, last)) = self.open.last() else { return Ok(()) };
        let start = self.end()?;
        self.words.push_str(text);
        let end = self.end()?;
        match self.nodes.get_mut(last as usize) {
            Some(node) if last > 0 && !node.is_element() => node.end = end,
            _ => {
                self.add(Node::new(NO_SPACE, NO_NAME, start, end))?;
            }
        }
        Ok(())
    }

    fn finish(self, spaces: Vec<&'static str>) -> Result<Tree, Refusal> {
        if self.nodes.is_empty() || !self.open.is_empty() {
            return Err(incomplete());
        }
        Ok(Tree { nodes: self.nodes, names: self.names, spaces, words: self.words })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SPACES: &Spaces = &[("urn:one", "a"), ("urn:one:strict", "a")];

    #[test]
    fn elements_are_named_by_their_namespace_and_not_by_their_prefix() {
        let text = "<?xml version=\"1.0\"?><x:r xmlns:x=\"urn:one\" xmlns=\"urn:two\"><x:b c=\"&lt;1\"/>\
                    <b/><y:b xmlns:y=\"urn:one:strict\" y:d=\" 7 \">甲&amp;<!-- - -->&#x4e59;<![CDATA[<丙>]]>&none;</y:b></x:r>";
        let tree = Tree::read(text, SPACES).expect("XML");
        let names: Vec<_> = tree.root().elements().map(Element::name).collect();
        assert_eq!((tree.root().name(), names), (("a", "r"), vec![("a", "b"), ("", "b"), ("a", "b")]));
        let first = tree.root().child("a", "b").expect("an element");
        assert_eq!((first.attribute("c").as_deref(), first.attribute("d")), (Some("<1"), None));
        let last = tree.root().elements().last().expect("an element");
        assert_eq!((last.number("d"), last.text()), (Some(7), "甲&乙<丙>".to_owned()));
    }

    #[test]
    fn what_is_not_whole_is_refused() {
        let text = "<a><b c=\"d\">甲</b></a>";
        for length in (0..text.len()).filter(|length| text.is_char_boundary(*length)) {
            assert!(Tree::read(&text[..length], SPACES).is_err(), "{length}");
        }
        for text in ["", "甲", "<a></b>", "<a/><b/>", "<a>&#0;</a>"] {
            assert!(Tree::read(text, SPACES).is_err(), "{text}");
        }
        assert!(Tree::read(text, SPACES).is_ok());
    }

    #[test]
    fn nesting_has_an_end() {
        let nested = |depth: usize| "<a>".repeat(depth) + &"</a>".repeat(depth);
        assert!(Tree::read(&nested(DEEPEST), SPACES).is_ok());
        assert_eq!(Tree::read(&nested(DEEPEST + 1), SPACES).err(), Some(too_large()));
    }

    #[test]
    fn elements_and_texts_are_counted_over_all_parts() {
        assert_eq!(size_of::<Node>(), 24);
        let mut room = 5;
        assert!(Tree::read_within("<a>甲<b/></a>", SPACES, &mut room).is_ok());
        assert_eq!(Tree::read_within("<a>甲<b/></a>", SPACES, &mut room).err(), Some(too_large()));
        let many = "<a>".to_owned() + &"<b/>".repeat(MOST_NODES) + "</a>";
        assert_eq!(Tree::read(&many, SPACES).err(), Some(too_large()));
    }

    #[test]
    fn entities_of_a_document_type_do_not_swell() {
        let text = "<!DOCTYPE a [<!ENTITY b \"甲甲甲甲\"><!ENTITY c \"&b;&b;&b;\">]><a>乙&c;</a>";
        assert_eq!(Tree::read(text, SPACES).map(|tree| tree.root().text()), Ok("乙".to_owned()));
    }
}
