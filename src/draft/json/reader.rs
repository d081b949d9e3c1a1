//! The grammar of JSON, sign by sign.

use super::{Map, Value};
use crate::draft::Refused;

/// A text with the place that is read next, and the names of what is read around it.
pub(super) struct Reader<'a> {
    text: &'a str,
    at: usize,
    path: Vec<String>,
}

impl<'a> Reader<'a> {
    /// At the beginning of a text.
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0, path: Vec::new() }
    }

    /// Reads a value, after which nothing stands.
    pub(super) fn whole(&mut self) -> Result<Value, Refused> {
        let value = self.value()?;
        match self.next_sign() {
            None => Ok(value),
            Some(_) => Err(self.refused()),
        }
    }

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
        // Nothing stands after a 0 at the beginning.
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

    /// What stands after a backslash.
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
