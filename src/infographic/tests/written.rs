//! The file.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::*;
use crate::infographic::{Shape, svg};

/// An element: its name and its attributes.
type Element = (String, Vec<(String, String)>);

fn element(start: &BytesStart) -> Element {
    let attributes = start.attributes().map(|attribute| attribute.expect("an attribute"));
    let attributes = attributes.map(|attribute| (attribute.key.as_ref().to_owned(), attribute.value.into_owned()));
    (start.name().as_ref().to_owned(), attributes.collect())
}

/// The elements, and all text.
fn read(svg: &str) -> (Vec<Element>, String) {
    let mut reader = Reader::from_str(svg);
    let (mut elements, mut texts, mut depth) = (Vec::new(), String::new(), 0);
    loop {
        match reader.read_event().unwrap_or_else(|fault| panic!("{fault}")) {
            Event::Start(start) => {
                elements.push(element(&start));
                depth += 1;
            }
            Event::Empty(start) => elements.push(element(&start)),
            Event::End(_) => depth -= 1,
            Event::Text(text) => texts.push_str(&text),
            Event::GeneralRef(_) => {}
            Event::Eof => break,
            other @ (Event::CData(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_)) => {
                panic!("{other:?}")
            }
        }
    }
    assert_eq!(depth, 0);
    (elements, texts)
}

#[test]
fn a_file_of_its_own_that_looks_by_attributes_alone() {
    let told = told("national-2021", 2023, STREET);
    for shape in [Shape::Page, Shape::Long, Shape::Wide] {
        let file = svg(&told, shape);
        assert_eq!(file, svg(&told, shape));
        let (elements, texts) = read(&file);
        let (root, attributes) = &elements[0];
        assert_eq!(root, "svg");
        let of_root =
            |wanted: &str| attributes.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.as_str());
        assert_eq!(of_root("xmlns"), Some("http://www.w3.org/2000/svg"));
        assert_eq!(of_root("role"), Some("img"));
        let size = format!("0 0 {} {}", of_root("width").expect("a width"), of_root("height").expect("a height"));
        assert_eq!(of_root("viewBox"), Some(&*size));
        let names: std::collections::BTreeSet<&str> = elements.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names.into_iter().collect::<Vec<_>>(), ["desc", "rect", "svg", "text", "title", "tspan"]);
        for (name, attributes) in &elements {
            assert!(
                !attributes.iter().any(|(key, _)| key == "style" || key == "class" || key.contains("href")),
                "{name}"
            );
            let weights = attributes.iter().filter(|(key, _)| key == "font-weight");
            assert!(weights.into_iter().all(|(_, weight)| weight == "400" || weight == "700"), "{attributes:?}");
        }
        for words in ["城东街道办事处", "收到的公开申请", "校验码 5B19-E0D4", "申请人没有补正"]
        {
            // Once in the description, or in the title, and once where it is seen.
            assert!(texts.matches(words).count() >= 2, "{shape:?} {words}");
        }
    }
}

#[test]
fn a_name_cannot_break_the_file() {
    let office = r#""office": {"name": "<b>甲&乙</b>\u0001\u000b"}, "figures": {"disclosed.total": 7}"#;
    let file = svg(&told("narrative-2008", 2017, office), Shape::Page);
    assert!(file.contains("&lt;b&gt;甲&amp;乙&lt;/b&gt;"), "{file}");
    assert!(!file.contains("<b>") && !file.contains(['\u{1}', '\u{b}']), "{file}");
    read(&file);
}
