//! JSON as a draft is read from it: numbers keep the digits in which they were written, and what is too deep, or named twice,
//! is refused.
//!
//! Not `serde_json`: it reads into any type, and what it brings for that would be fetched before the first keystroke.

use super::Refused;
use crate::value::Ordered;

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
    let mut reader = Reader { text, at: 0, path: Vec::new() };
    let value = reader.value()?;
    match reader.next_sign() {
        None => Ok(value),
        Some(_) => Err(reader.refused()),
    }
}

/// A text with the place that is read next, and the names of what is read around it.
struct Reader<'a> {
    text: &'a str,
    at: usize,
    path: Vec<String>,
}

impl Reader<'_> {
    /// What is wrong here: the text ends too early, or another sign stands here than can.
    fn refused(&self) -> Refused {
        let cut = self.at >= self.text.len();
        let before = self.text.as_bytes().get(..(self.at + 1).min(self.text.len())).unwrap_or_default();
        let mut lines = before.split(|byte| *byte == b'\n');
        let column = lines.next_back().map_or(0, <[u8]>::len);
        let line = lines.count() + 1;
        Refused::NotJson { line, column, cut }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The next sign that is no space, which is not read yet.
    fn next_sign(&mut self) -> Option<u8> {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
        self.peek()
    }

    /// Reads a sign, if it is the next one.
    fn takes(&mut self, sign: u8) -> bool {
        let is = self.next_sign() == Some(sign);
        self.at += usize::from(is);
        is
    }

    fn needs(&mut self, sign: u8) -> Result<(), Refused> {
        if self.takes(sign) { Ok(()) } else { Err(self.refused()) }
    }

    fn value(&mut self) -> Result<Value, Refused> {
        match self.next_sign() {
            Some(b'{') => self.object().map(Value::Object),
            Some(b'[') => self.list().map(Value::Array),
            Some(b'"') => self.string().map(Value::String),
            Some(b'-' | b'0'..=b'9') => self.number().map(Value::Number),
            Some(b't') => self.word("true", Value::Bool(true)),
            Some(b'f') => self.word("false", Value::Bool(false)),
            Some(b'n') => self.word("null", Value::Null),
            Some(_) | None => Err(self.refused()),
        }
    }

    fn word(&mut self, word: &str, value: Value) -> Result<Value, Refused> {
        for byte in word.bytes() {
            if self.peek() != Some(byte) {
                return Err(self.refused());
            }
            self.at += 1;
        }
        Ok(value)
    }

    fn list(&mut self) -> Result<Vec<Value>, Refused> {
        self.needs(b'[')?;
        let mut list = Vec::new();
        if self.takes(b']') {
            return Ok(list);
        }
        loop {
            self.path.push(list.len().to_string());
            list.push(self.value()?);
            self.path.pop();
            if self.takes(b']') {
                return Ok(list);
            }
            self.needs(b',')?;
        }
    }

    fn object(&mut self) -> Result<Map, Refused> {
        self.needs(b'{')?;
        let mut members = Vec::new();
        if self.takes(b'}') {
            return Ok(Map::new());
        }
        loop {
            if self.next_sign() != Some(b'"') {
                return Err(self.refused());
            }
            let name = self.string()?;
            self.needs(b':')?;
            self.path.push(name.clone());
            members.push((name, self.value()?));
            self.path.pop();
            if self.takes(b'}') {
                return Map::of_unique(members).map_err(|twice| {
                    let path =
                        self.path.iter().map(String::as_str).chain([twice.as_str()]).collect::<Vec<_>>().join(".");
                    Refused::Twice { path }
                });
            }
            self.needs(b',')?;
        }
    }

    fn digits(&mut self) -> Result<(), Refused> {
        if !matches!(self.peek(), Some(b'0'..=b'9')) {
            return Err(self.refused());
        }
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        Ok(())
    }

    fn number(&mut self) -> Result<String, Refused> {
        let start = self.at;
        self.at += usize::from(self.peek() == Some(b'-'));
        // Nothing stands behind a 0 at the beginning.
        if self.peek() == Some(b'0') {
            self.at += 1;
        } else {
            self.digits()?;
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            self.at += usize::from(matches!(self.peek(), Some(b'+' | b'-')));
            self.digits()?;
        }
        Ok(self.text.get(start..self.at).unwrap_or_default().to_owned())
    }

    fn string(&mut self) -> Result<String, Refused> {
        self.needs(b'"')?;
        let mut string = String::new();
        loop {
            let start = self.at;
            while matches!(self.peek(), Some(0x20..) if !matches!(self.peek(), Some(b'"' | b'\\'))) {
                self.at += 1;
            }
            string.push_str(self.text.get(start..self.at).unwrap_or_default());
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(string);
                }
                Some(b'\\') => {
                    self.at += 1;
                    string.push(self.escaped()?);
                }
                Some(_) | None => return Err(self.refused()),
            }
        }
    }

    /// What stands behind a backslash.
    fn escaped(&mut self) -> Result<char, Refused> {
        let sign = match self.peek() {
            Some(sign @ (b'"' | b'\\' | b'/')) => char::from(sign),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                self.at += 1;
                return self.unicode();
            }
            Some(_) | None => return Err(self.refused()),
        };
        self.at += 1;
        Ok(sign)
    }

    /// A character by its number: one of four digits, or two where it lies beyond them.
    fn unicode(&mut self) -> Result<char, Refused> {
        let first = self.four_digits()?;
        let number = if (0xd800..0xdc00).contains(&first) {
            self.word("\\u", Value::Null)?;
            let second = self.four_digits()?;
            let low = second.checked_sub(0xdc00).filter(|low| *low < 0x400).ok_or_else(|| self.refused())?;
            0x1_0000 + ((first - 0xd800) << 10) + low
        } else {
            first
        };
        char::from_u32(number).ok_or_else(|| self.refused())
    }

    fn four_digits(&mut self) -> Result<u32, Refused> {
        let mut number = 0;
        for _ in 0..4 {
            let digit = self.peek().and_then(|byte| char::from(byte).to_digit(16)).ok_or_else(|| self.refused())?;
            number = number * 16 + digit;
            self.at += 1;
        }
        Ok(number)
    }
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
