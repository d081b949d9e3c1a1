//! Writes a laid-out 图解 as SVG.
//!
//! Looks are attributes of the elements and nothing else: the picture stands in a page whose policy lets no style in.

use quick_xml::Writer;
use quick_xml::events::{BytesEnd, BytesStart, BytesText, Event};

use super::Infographic;
use super::layout::{Anchor, Ink, Item, Run, Shape, Sheet, Text, sheet};
use crate::text::in_xml;

const FONTS: &str = "PingFang SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif";

/// The picture of a 图解 in a shape, as a file of its own. The same 图解 gives the same bytes.
pub fn svg(told: &Infographic, shape: Shape) -> String {
    let Sheet { width, height, items } = sheet(told, shape);
    let mut xml = Xml(Writer::new(Vec::new()));
    let (wide, high) = (width.to_string(), height.to_string());
    let root = [
        ("xmlns", "http://www.w3.org/2000/svg"),
        ("viewBox", &*format!("0 0 {width} {height}")),
        ("width", &wide),
        ("height", &high),
        ("role", "img"),
        ("xml:lang", "zh-CN"),
        ("font-family", FONTS),
    ];
    xml.element("svg", &root, |xml| {
        xml.element("title", &[], |xml| xml.text(&told.title()));
        xml.element("desc", &[], |xml| xml.text(&told.words()));
        xml.empty("rect", &[("width", &wide), ("height", &high), ("fill", "#ffffff")]);
        for item in &items {
            self::item(xml, item);
        }
    });
    String::from_utf8(xml.0.into_inner()).unwrap_or_default()
}

fn colour(ink: Ink) -> &'static str {
    match ink {
        Ink::Accent => "#1b5591",
        Ink::Pale => "#a9cae8",
        Ink::Edge => "#5a8cbc",
        Ink::First => "#161d26",
        Ink::Second => "#434e5b",
        Ink::Third => "#606b78",
        Ink::Line => "#c9cfd7",
    }
}

fn item(xml: &mut Xml, item: &Item) {
    let (area, fill, edge, round) = match item {
        Item::Text(text) => return self::text(xml, text),
        Item::Bar { area, is_strong: true } => (area, colour(Ink::Accent), colour(Ink::Accent), false),
        Item::Bar { area, is_strong: false } => (area, colour(Ink::Pale), colour(Ink::Edge), false),
        Item::Rule { area, ink } => (area, colour(*ink), "", false),
        Item::Frame(area) => (area, "none", colour(Ink::Line), true),
    };
    let sides = [area.x, area.y, area.width, area.height].map(|side| side.to_string());
    let mut attributes: Vec<(&str, &str)> =
        ["x", "y", "width", "height"].into_iter().zip(sides.iter().map(String::as_str)).collect();
    attributes.push(("fill", fill));
    if !edge.is_empty() {
        attributes.push(("stroke", edge));
    }
    if round {
        attributes.push(("rx", "8"));
    }
    xml.empty("rect", &attributes);
}

/// A line of text; runs follow each other by themselves, however wide the reader's font is.
fn text(xml: &mut Xml, text: &Text) {
    let anchor = match text.anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    };
    let (x, y) = (text.x.to_string(), text.baseline.to_string());
    let place = [("x", &*x), ("y", &*y), ("text-anchor", anchor)];
    let look = |run: &Run| (run.size.to_string(), if run.is_bold { "700" } else { "400" }, colour(run.ink));
    if let [run] = text.runs.as_slice() {
        let (size, weight, fill) = look(run);
        let looks = [("font-size", &*size), ("font-weight", weight), ("fill", fill)];
        xml.element("text", &[place, looks].concat(), |xml| xml.text(&run.text));
        return;
    }
    xml.element("text", &place, |xml| {
        for (at, run) in text.runs.iter().enumerate() {
            let (size, weight, fill) = look(run);
            let gap = if at == 0 { 0 } else { run.gap() }.to_string();
            let looks = [("dx", &*gap), ("font-size", &*size), ("font-weight", weight), ("fill", fill)];
            xml.element("tspan", &looks, |xml| xml.text(&run.text));
        }
    });
}

/// The file while it is written, into memory, where writing does not fail.
struct Xml(Writer<Vec<u8>>);

impl Xml {
    fn element(&mut self, name: &str, attributes: &[(&str, &str)], inside: impl FnOnce(&mut Self)) {
        self.event(Event::Start(start(name, attributes)));
        inside(self);
        self.event(Event::End(BytesEnd::new(name)));
    }

    fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.event(Event::Empty(start(name, attributes)));
    }

    fn text(&mut self, text: &str) {
        self.event(Event::Text(BytesText::new(&in_xml(text))));
    }

    fn event(&mut self, event: Event<'_>) {
        let _ = self.0.write_event(event);
    }
}

fn start<'a>(name: &'a str, attributes: &[(&str, &str)]) -> BytesStart<'a> {
    let mut start = BytesStart::new(name);
    start.extend_attributes(attributes.iter().copied());
    start
}
