//! What the styles of a text document say of lists and of hidden text. Source: ODF 1.3 part 3, 16.

use std::collections::HashMap;

use crate::read::limits::DEEPEST;
use crate::read::xml::Element;

/// The styles of text and paragraphs, by family and name.
#[derive(Debug, Default)]
pub(super) struct Styles(HashMap<(String, String), Style>);

#[derive(Debug)]
struct Style {
    parent: Option<String>,
    list: Option<String>,
    is_hidden: Option<bool>,
}

/// The elements that hold styles, of all roots, in order.
pub(super) fn style_elements<'t>(roots: &[Element<'t>]) -> Vec<Element<'t>> {
    let is_group = |element: &Element<'_>| matches!(element.name(), ("office", "automatic-styles" | "styles"));
    roots.iter().flat_map(|root| root.elements()).filter(is_group).flat_map(Element::elements).collect()
}

impl Styles {
    /// Reads the styles; where two have one name, the first counts.
    pub(super) fn read(elements: &[Element<'_>]) -> Self {
        let mut styles = Self::default();
        for style in elements.iter().filter(|style| style.name() == ("style", "style")) {
            let text = |name: &str| style.attribute(name).map(std::borrow::Cow::into_owned);
            let (Some(family), Some(name)) = (text("family"), text("name")) else { continue };
            let display = style.child("style", "text-properties").and_then(|look| look.attribute("display"));
            let style = Style {
                parent: text("parent-style-name"),
                list: text("list-style-name"),
                is_hidden: display.map(|display| display == "none"),
            };
            styles.0.entry((family, name)).or_insert(style);
        }
        styles
    }

    fn chain<'s>(&'s self, family: &'s str, name: Option<&str>) -> impl Iterator<Item = &'s Style> {
        let mut next = name.map(str::to_owned);
        let chain = std::iter::from_fn(move || {
            let style = self.0.get(&(family.to_owned(), next.take()?))?;
            next.clone_from(&style.parent);
            Some(style)
        });
        // A style may have itself as its parent by mistake.
        chain.take(DEEPEST)
    }

    /// Whether the style hides its text; nothing where it does not say.
    pub(super) fn is_hidden(&self, family: &str, name: Option<&str>) -> Option<bool> {
        self.chain(family, name).find_map(|style| style.is_hidden)
    }

    /// The list style that a style of paragraphs names.
    pub(super) fn list(&self, paragraph: Option<&str>) -> Option<&str> {
        self.chain("paragraph", paragraph).find_map(|style| style.list.as_deref())
    }
}
