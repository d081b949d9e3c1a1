//! An element in the making.

use std::hash::Hash;

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, Event, HtmlElement, Node};

use super::events::on;
use super::follow::{changes, follow};
use super::rows::{Keyed, Switch, rows, switch};

mod js {
    use super::{Element, wasm_bindgen};

    // Bound here without the refusal that web-sys returns: the tags are this program's own words.
    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_namespace = document, js_name = createElement)]
        pub fn create_element(tag: &str) -> Element;
        #[wasm_bindgen(js_namespace = document, js_name = createElementNS)]
        pub fn create_element_ns(namespace: &str, tag: &str) -> Element;
        #[wasm_bindgen(js_namespace = Reflect, js_name = get)]
        pub fn text_property(of: &Element, name: &str) -> Option<String>;
        #[wasm_bindgen(js_namespace = Reflect, js_name = set)]
        pub fn set_text_property(of: &Element, name: &str, value: &str) -> bool;
    }
}

/// An element; cloned freely, it is a handle.
#[derive(Clone)]
pub struct El(Element);

/// Makes an element.
pub fn el(tag: &str) -> El {
    El(js::create_element(tag))
}

/// Makes an element of a drawing.
pub fn svg(tag: &str) -> El {
    El(js::create_element_ns("http://www.w3.org/2000/svg", tag))
}

/// The first element of the page that a selector names. The selectors are this program's own words, so that none is refused.
pub fn find(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

impl El {
    /// An element that is there already.
    pub fn of(element: Element) -> Self {
        Self(element)
    }

    /// The element itself.
    pub fn node(&self) -> &Element {
        &self.0
    }

    /// With a class, or several.
    #[must_use]
    pub fn class(self, names: &str) -> Self {
        self.attr("class", names)
    }

    /// With an attribute. The names are this program's own words, so that none is refused; so with all that follows.
    #[must_use]
    pub fn attr(self, name: &str, value: &str) -> Self {
        let _ = self.0.set_attribute(name, value);
        self
    }

    /// With several attributes.
    #[must_use]
    pub fn attrs(self, attributes: &[(&str, &str)]) -> Self {
        attributes.iter().fold(self, |el, (name, value)| el.attr(name, value))
    }

    /// With an attribute where there is one.
    #[must_use]
    pub fn attr_if(self, name: &str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// With an attribute that follows what the closure reads; nothing takes it away.
    #[must_use]
    pub fn attr_of(self, name: &'static str, value: impl Fn() -> Option<String> + 'static) -> Self {
        let element = self.0.clone();
        let set = move |value: Option<&str>| {
            let _ = match value {
                Some(value) => element.set_attribute(name, value),
                None => element.remove_attribute(name),
            };
        };
        changes(Box::new(value), Box::new(set));
        self
    }

    /// With a class that is there while the closure says so.
    #[must_use]
    pub fn class_of(self, name: &'static str, is: impl Fn() -> bool + 'static) -> Self {
        let classes = self.0.class_list();
        let set = move |value: Option<&str>| {
            let _ = classes.toggle_with_force(name, value.is_some());
        };
        changes(Box::new(move || is().then(String::new)), Box::new(set));
        self
    }

    /// With an attribute that is there, and empty, while the closure says so.
    #[must_use]
    pub fn flag_of(self, name: &'static str, is: impl Fn() -> bool + 'static) -> Self {
        self.attr_of(name, move || is().then(String::new))
    }

    /// Puts an empty attribute here, or takes it away.
    pub fn flag(&self, name: &str, is: bool) {
        let _ = self.0.toggle_attribute_with_force(name, is);
    }

    /// With words.
    #[must_use]
    pub fn text(self, words: &str) -> Self {
        let _ = self.0.append_with_str_1(words);
        self
    }

    /// With words that follow what the closure reads.
    #[must_use]
    pub fn text_of(self, words: impl Fn() -> String + 'static) -> Self {
        let node = super::text("");
        let _ = self.0.append_child(&node);
        changes(Box::new(move || Some(words())), Box::new(move |words| node.set_data(words.unwrap_or_default())));
        self
    }

    /// With the value of a field, which follows what the closure reads. What stands there already is not written again.
    #[must_use]
    pub fn value_of(self, value: impl Fn() -> String + 'static) -> Self {
        let field = self.clone();
        follow(move || field.set_value(&value()));
        self
    }

    /// What stands in a field.
    pub fn value(&self) -> String {
        js::text_property(&self.0, "value").unwrap_or_default()
    }

    /// Puts a text into a field, unless it stands there.
    pub fn set_value(&self, value: &str) {
        if self.value() != value {
            js::set_text_property(&self.0, "value", value);
        }
    }

    /// With an element in it.
    #[must_use]
    #[allow(
        clippy::needless_pass_by_value,
        reason = "an element stands in one place: whoever puts it there gives it away"
    )]
    pub fn child(self, child: El) -> Self {
        let _ = self.0.append_child(&child.0);
        self
    }

    /// With elements in it.
    #[must_use]
    pub fn children(self, children: impl IntoIterator<Item = El>) -> Self {
        children.into_iter().fold(self, Self::child)
    }

    /// With elements that are drawn anew whenever the closure returns another key. The drawing is handed the key, and
    /// watches nothing by itself.
    #[must_use]
    pub fn switch<K: PartialEq + 'static>(
        self,
        key: impl Fn() -> K + 'static,
        draw: impl Fn(&K) -> Vec<El> + 'static,
    ) -> Self {
        switch(&self.0, Box::new(Switch::new(Box::new(key), Box::new(draw))));
        self
    }

    /// With elements that are there while the closure says so.
    #[must_use]
    pub fn when(self, is: impl Fn() -> bool + 'static, draw: impl Fn() -> Vec<El> + 'static) -> Self {
        self.switch(is, move |is| if *is { draw() } else { Vec::new() })
    }

    /// With elements for each of the keys, of which none comes twice: those of a key that stays are left alone.
    #[must_use]
    pub fn each<K: Hash + PartialEq + 'static>(
        self,
        keys: impl Fn() -> Vec<K> + 'static,
        draw: impl Fn(&K) -> Vec<El> + 'static,
    ) -> Self {
        rows(&self.0, Box::new(Keyed::new(Box::new(keys), Box::new(draw))));
        self
    }

    /// With something that happens on an event.
    #[must_use]
    pub fn on(self, event: &str, then: impl Fn(&Event) + 'static) -> Self {
        on(&self.0, event, Box::new(then));
        self
    }

    /// With something that happens on a click.
    #[must_use]
    pub fn on_click(self, then: impl Fn() + 'static) -> Self {
        self.on("click", move |_| then())
    }

    /// Takes the element away.
    pub fn remove(&self) {
        self.0.remove();
    }

    /// Puts the focus here. An element that cannot take it can still be clicked.
    pub fn focus(&self) {
        if let Some(element) = self.0.dyn_ref::<HtmlElement>() {
            let _ = element.focus();
        }
    }

    /// Clicks it.
    pub fn click(&self) {
        if let Some(element) = self.0.dyn_ref::<HtmlElement>() {
            element.click();
        }
    }
}

impl AsRef<Node> for El {
    fn as_ref(&self) -> &Node {
        &self.0
    }
}
