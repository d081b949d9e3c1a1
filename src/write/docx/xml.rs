//! Writes an XML part.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use crate::text::in_xml;

/// The attributes of an element: name and value.
pub(super) type Attributes<'a> = [(&'a str, &'a str)];

/// A part while it is written. What cannot be written is told at its end.
pub(super) struct Xml {
    writer: Writer<Vec<u8>>,
    fault: Option<String>,
}

impl Xml {
    /// A part with this root.
    pub(super) fn part(
        root: &str,
        attributes: &Attributes<'_>,
        inside: impl FnOnce(&mut Self),
    ) -> Result<Vec<u8>, String> {
        let mut xml = Self { writer: Writer::new(Vec::new()), fault: None };
        xml.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))));
        xml.element(root, attributes, inside);
        match xml.fault {
            None => Ok(xml.writer.into_inner()),
            Some(fault) => Err(fault),
        }
    }

    /// An element with what stands in it.
    pub(super) fn element(&mut self, name: &str, attributes: &Attributes<'_>, inside: impl FnOnce(&mut Self)) {
        self.event(Event::Start(start(name, attributes)));
        inside(self);
        self.event(Event::End(BytesEnd::new(name)));
    }

    /// An element with nothing in it.
    pub(super) fn empty(&mut self, name: &str, attributes: &Attributes<'_>) {
        self.event(Event::Empty(start(name, attributes)));
    }

    /// A property that is there or not.
    pub(super) fn flag(&mut self, name: &str, is_set: bool) {
        if is_set {
            self.empty(name, &[]);
        }
    }

    /// A property with its value in `w:val`.
    pub(super) fn value(&mut self, name: &str, value: impl ToString + Copy) {
        self.empty(name, &[("w:val", &value.to_string())]);
    }

    /// An element with text in it.
    pub(super) fn text(&mut self, name: &str, attributes: &Attributes<'_>, text: &str) {
        self.element(name, attributes, |xml| xml.event(Event::Text(BytesText::new(&in_xml(text)))));
    }

    fn event(&mut self, event: Event<'_>) {
        if let Err(fault) = self.writer.write_event(event) {
            self.fault.get_or_insert(format!("文件没有写成：{fault}"));
        }
    }
}

fn start<'a>(name: &'a str, attributes: &Attributes<'_>) -> BytesStart<'a> {
    let mut start = BytesStart::new(name);
    for (name, value) in attributes {
        start.push_attribute((*name, &*in_xml(value)));
    }
    start
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_does_not_have_is_dropped() {
        let part = Xml::part("a", &[("b", "1\u{1}\"<")], |xml| {
            xml.text("c", &[], "甲\u{0}\u{b}乙\u{ffff}<&>\u{7f}\u{1f600}");
        });
        let part = String::from_utf8(part.expect("a part")).expect("UTF-8");
        let expected = "<a b=\"1&quot;&lt;\"><c>甲乙&lt;&amp;&gt;\u{7f}\u{1f600}</c></a>";
        assert_eq!(part.split_once("?>").map(|(_, rest)| rest), Some(expected));
    }
}
