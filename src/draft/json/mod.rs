//! JSON as a draft is read from it: numbers keep the digits in which they were written, and what is too deep, or named twice,
//! is refused.
//!
//! Not `serde_json`: it reads into any type, and what it brings for that would be fetched before the first keystroke.

mod reader;

use super::Refused;
use crate::value::Ordered;
use reader::Reader;

const DEPTH: usize = 64;

/// The members of an object, by their names.
pub type Map = Ordered<String, Value>;

/// A JSON value.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing.
    Null,
    /// A yes or no.
    Bool(bool),
    /// A number as it is written.
    Number(String),
    /// A text.
    String(String),
    /// A list.
    Array(Vec<Value>),
    /// An object.
    Object(Map),
}

impl Value {
    /// The text, where it is one.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            Self::Null | Self::Bool(_) | Self::Number(_) | Self::Array(_) | Self::Object(_) => None,
        }
    }
}

/// Reads a text as JSON.
pub(super) fn parse(text: &str) -> Result<Value, Refused> {
    if deepest(text) > DEPTH {
        return Err(Refused::TooDeep);
    }
    Reader::new(text).whole()
}

/// Puts a text between quotation marks.
pub(super) fn quote(text: &str, into: &mut String) {
    into.push('"');
    for sign in text.chars() {
        match sign {
            '"' => into.push_str("\\\""),
            '\\' => into.push_str("\\\\"),
            '\u{8}' => into.push_str("\\b"),
            '\u{c}' => into.push_str("\\f"),
            '\n' => into.push_str("\\n"),
            '\r' => into.push_str("\\r"),
            '\t' => into.push_str("\\t"),
            '\0'..'\u{20}' => into.push_str(&format!("\\u{:04x}", u32::from(sign))),
            sign => into.push(sign),
        }
    }
    into.push('"');
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

#[cfg(test)]
mod differential;

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
        assert_eq!(value, Value::Number("59237.24490000000000000001".to_owned()));
        for number in ["0", "-0", "10", "1.50", "1e5", "1E+5", "-2.5e-3"] {
            assert_eq!(parse(number), Ok(Value::Number(number.to_owned())));
        }
        for text in ["01", "1.", ".5", "+1", "1e", "--1", "0x1", "NaN"] {
            assert!(matches!(parse(text), Err(Refused::NotJson { .. })), "{text}");
        }
    }

    #[test]
    fn what_serde_reads_and_writes_is_read_and_written() {
        let plain = "a/é中😀\u{7f}";
        let all: String = ('\0'..=' ').chain(['"', '\\']).chain(plain.chars()).collect();
        let mut quoted = String::new();
        quote(&all, &mut quoted);
        assert_eq!(quoted, serde_json::to_string(&all).expect("a text"));
        assert_eq!(parse(&quoted), Ok(Value::String(all)));
        assert_eq!(parse(r#""\u00e9\ud83d\ude00\/""#), Ok(Value::String("é😀/".to_owned())));
        for text in ["", "[1,]", "{,}", "{\"a\"}", "\"\n\"", "tru", "[1 2]", "\"\\x\"", "\"\\u12\""] {
            assert!(parse(text).is_err() && serde_json::from_str::<serde_json::Value>(text).is_err(), "{text}");
        }
    }
}
