//! What the styles of a Word document say of numbers and of hidden text. Source: ISO/IEC 29500-1, 17.7.

use std::collections::HashMap;

use super::is_on;
use crate::read::limits::DEEPEST;
use crate::read::xml::Element;

/// The styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    by_id: HashMap<String, Style>,
    /// The style of a paragraph that names none.
    default: Option<String>,
}

#[derive(Debug)]
struct Style {
    based_on: Option<String>,
    list: ListPlace,
    is_hidden: Option<bool>,
}

/// Where a paragraph stands in a list, as far as one place of the file says so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ListPlace {
    /// The id of the list (w:num); "0" takes a paragraph out of its style's list.
    pub list: Option<String>,
    /// The level, from 0.
    pub level: Option<usize>,
}

impl ListPlace {
    /// Reads the properties of a paragraph, or of a style.
    pub(super) fn read(properties: Option<Element<'_>>) -> Self {
        // Word 2003 has other names.
        let place = |name: &str| properties.and_then(|properties| properties.child("w", name));
        let Some(place) = place("numPr").or_else(|| place("listPr")) else { return Self::default() };
        let list = place.child("w", "numId").or_else(|| place.child("w", "ilfo")).and_then(|id| id.attribute("val"));
        let level = place.child("w", "ilvl").and_then(|level| level.number("val"));
        Self { list: list.map(|id| id.trim().to_owned()), level }
    }
}

impl Styles {
    /// Reads the root of the part of the styles.
    pub(super) fn read(root: Option<Element<'_>>) -> Self {
        let mut styles = Self::default();
        for style in root.into_iter().flat_map(Element::elements).filter(|style| style.name() == ("w", "style")) {
            let Some(id) = style.attribute("styleId").map(std::borrow::Cow::into_owned) else { continue };
            let is_default = style.attribute("default").is_some_and(|value| is_on(&value));
            if is_default && style.attribute("type").as_deref() == Some("paragraph") {
                styles.default = Some(id.clone());
            }
            let based_on = style.child("w", "basedOn").and_then(|based_on| based_on.attribute("val"));
            let look = style.child("w", "rPr");
            let style = Style {
                based_on: based_on.map(std::borrow::Cow::into_owned),
                list: ListPlace::read(style.child("w", "pPr")),
                is_hidden: look.and_then(|look| look.child("w", "vanish")).map(super::is_set),
            };
            styles.by_id.insert(id, style);
        }
        styles
    }

    /// A style and those on which it is based, the nearest first; the default style of paragraphs where none is named.
    fn chain<'s>(&'s self, id: Option<&'s str>) -> impl Iterator<Item = (&'s str, &'s Style)> {
        let mut next = id.or(self.default.as_deref());
        let chain = std::iter::from_fn(move || {
            let id = next?;
            let style = self.by_id.get(id)?;
            next = style.based_on.as_deref();
            Some((id, style))
        });
        // A style may be based on itself by mistake.
        chain.take(DEEPEST)
    }

    /// Where the style of this id puts a paragraph, or a list that is named by a style.
    pub(super) fn list_place(&self, id: Option<&str>) -> ListPlace {
        let mut place = ListPlace::default();
        for (_, style) in self.chain(id) {
            place.list = place.list.or_else(|| style.list.list.clone());
            place.level = place.level.or(style.list.level);
        }
        place
    }

    /// The ids of a style and of those on which it is based, the nearest first.
    pub(super) fn ids<'s>(&'s self, id: Option<&'s str>) -> Vec<&'s str> {
        self.chain(id).map(|(id, _)| id).collect()
    }

    /// Whether the style hides its text; nothing where it does not say.
    pub(super) fn is_hidden(&self, id: Option<&str>) -> Option<bool> {
        self.chain(id).find_map(|(_, style)| style.is_hidden)
    }
}
