//! An element of a tree: its name, its attributes, and what stands in it.

use std::borrow::Cow;

use quick_xml::XmlVersion;
use quick_xml::events::attributes::Attributes;

use super::{Node, Tree};

/// An element of a tree.
#[derive(Clone, Copy, Debug)]
pub struct Element<'t> {
    tree: &'t Tree,
    at: u32,
}

/// What stands in an element.
#[derive(Clone, Copy, Debug)]
pub enum Inside<'t> {
    /// An element.
    Element(Element<'t>),
    /// Text, with its references resolved.
    Text(&'t str),
}

impl<'t> Element<'t> {
    pub(super) fn root(tree: &'t Tree) -> Self {
        Self { tree, at: 0 }
    }

    fn node(self) -> Option<&'t Node> {
        self.tree.nodes.get(self.at as usize)
    }

    fn words(self) -> &'t str {
        self.node().and_then(|node| self.tree.words.get(node.start as usize..node.end as usize)).unwrap_or_default()
    }

    /// The short name of the namespace (empty where it is not known) and the local name.
    pub fn name(self) -> (&'static str, &'t str) {
        let node = self.node();
        let local = node.and_then(|node| self.tree.names.get(node.name as usize));
        let space = node.and_then(|node| self.tree.spaces.get(usize::from(node.space)));
        (space.copied().unwrap_or_default(), local.map(String::as_str).unwrap_or_default())
    }

    /// The value of the first attribute of this local name.
    pub fn attribute(self, local: &str) -> Option<Cow<'t, str>> {
        let mut attributes = Attributes::new(self.words(), 0);
        let found = attributes.with_checks(false).filter_map(Result::ok);
        let mut found = found.filter(|attribute| attribute.key.local_name().into_inner() == local);
        found.next()?.normalized_value(XmlVersion::Implicit1_0).ok()
    }

    /// The whole number in the first attribute of this local name.
    pub fn number(self, local: &str) -> Option<usize> {
        self.attribute(local)?.trim().parse().ok()
    }

    /// What stands in it, in order.
    pub fn inside(self) -> impl Iterator<Item = Inside<'t>> {
        let mut at = self.node().map_or(0, |node| node.child);
        std::iter::from_fn(move || {
            let here = Element { tree: self.tree, at };
            let node = here.node().filter(|_| at > 0)?;
            at = node.next;
            Some(if node.is_element() { Inside::Element(here) } else { Inside::Text(here.words()) })
        })
    }

    /// The elements in it, in order.
    pub fn elements(self) -> impl Iterator<Item = Element<'t>> {
        self.inside().filter_map(|inside| match inside {
            Inside::Element(element) => Some(element),
            Inside::Text(_) => None,
        })
    }

    /// The first element in it with this name.
    pub fn child(self, space: &str, local: &str) -> Option<Element<'t>> {
        self.elements().find(|element| element.name() == (space, local))
    }

    /// The first element in it with this local name, whatever its namespace.
    pub fn named(self, local: &str) -> Option<Element<'t>> {
        self.all(local).next()
    }

    /// The elements in it with this local name, whatever their namespace.
    pub fn all(self, local: &str) -> impl Iterator<Item = Element<'t>> {
        self.elements().filter(move |element| element.name().1 == local)
    }

    /// The text that stands in it outside other elements.
    pub fn text(self) -> String {
        self.inside()
            .filter_map(|inside| match inside {
                Inside::Text(text) => Some(text),
                Inside::Element(_) => None,
            })
            .collect()
    }
}
