//! From text to a JSON value, with what a draft refuses of any JSON: what is too deep, or named twice.

use std::cell::RefCell;
use std::collections::HashSet;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::Refused;

const DEPTH: usize = 64;

/// Reads a text as JSON.
pub(super) fn parse(text: &str) -> Result<Value, Refused> {
    if deepest(text) > DEPTH {
        return Err(Refused::TooDeep);
    }
    // The tree of serde_json keeps only the last of two members of one name, so they are looked for first.
    let path = Path::default();
    let mut reader = serde_json::Deserializer::from_str(text);
    match Unique(&path).deserialize(&mut reader).and_then(|()| reader.end()) {
        Ok(()) => serde_json::from_str(text).map_err(|error| not_json(&error)),
        Err(error) => Err(match path.twice.into_inner() {
            Some(path) => Refused::Twice { path },
            None => not_json(&error),
        }),
    }
}

fn not_json(error: &serde_json::Error) -> Refused {
    Refused::NotJson { line: error.line(), column: error.column(), cut: error.is_eof() }
}

/// How deep lists and objects stand in each other, by brackets outside of strings.
fn deepest(text: &str) -> usize {
    let (mut depth, mut deepest, mut in_string, mut escaped) = (0_usize, 0, false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            b'{' | b'[' if !in_string => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b'}' | b']' if !in_string => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

/// Where the reader is, and the first name that stands twice.
#[derive(Default)]
struct Path {
    pieces: RefCell<Vec<String>>,
    twice: RefCell<Option<String>>,
}

/// Reads a value and keeps nothing but the names of each object, to find one that stands twice.
struct Unique<'a>(&'a Path);

impl<'de> DeserializeSeed<'de> for Unique<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Unique<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let mut index = 0;
        loop {
            self.0.pieces.borrow_mut().push(index.to_string());
            let more = list.next_element_seed(Unique(self.0))?.is_some();
            self.0.pieces.borrow_mut().pop();
            if !more {
                return Ok(());
            }
            index += 1;
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<(), A::Error> {
        let mut names = HashSet::new();
        while let Some(name) = object.next_key::<String>()? {
            self.0.pieces.borrow_mut().push(name.clone());
            if !names.insert(name) {
                let path = self.0.pieces.borrow().join(".");
                self.0.twice.borrow_mut().get_or_insert(path);
                return Err(A::Error::custom("twice"));
            }
            object.next_value_seed(Unique(self.0))?;
            self.0.pieces.borrow_mut().pop();
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_given_twice_is_refused_by_its_path() {
        let refused = parse(r#"{"figures": {"a": 1}, "list": [{}, {"b": 1.50, "b": 2}]}"#);
        assert_eq!(refused, Err(Refused::Twice { path: "list.1.b".to_owned() }));
        assert_eq!(parse(r#"{"a": 1, "a": 1}"#), Err(Refused::Twice { path: "a".to_owned() }));
        assert!(parse(r#"{"a": {"a": 1}, "b": {"a": 1}}"#).is_ok());
    }

    #[test]
    fn brackets_in_strings_have_no_depth() {
        assert!(parse(&format!("\"{}\"", "[".repeat(500))).is_ok());
        assert!(parse(&format!("{}1{}", "[".repeat(64), "]".repeat(64))).is_ok());
        assert_eq!(parse(&format!("{}1{}", "[".repeat(65), "]".repeat(65))), Err(Refused::TooDeep));
        assert_eq!(parse(&"[".repeat(100_000)), Err(Refused::TooDeep));
    }

    #[test]
    fn what_is_no_json_is_named_by_line_and_column() {
        assert_eq!(parse("{\n  \"a\": x}"), Err(Refused::NotJson { line: 2, column: 8, cut: false }));
        assert_eq!(parse("{\"a\": 1"), Err(Refused::NotJson { line: 1, column: 7, cut: true }));
        assert!(matches!(parse(r#""\ud800""#), Err(Refused::NotJson { cut: false, .. })));
        assert!(matches!(parse(r#""\ud800x""#), Err(Refused::NotJson { cut: false, .. })));
        assert!(matches!(parse("1 2"), Err(Refused::NotJson { .. })));
    }

    #[test]
    fn numbers_keep_the_digits_they_were_written_with() {
        let value = parse("59237.24490000000000000001").expect("a number");
        assert_eq!(value.to_string(), "59237.24490000000000000001");
    }
}
