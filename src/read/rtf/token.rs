//! The tokens of RTF: groups, control words with their numbers, and bytes of text.

/// A token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Token<'a> {
    /// `{`
    Open,
    /// `}`
    Close,
    /// A control word such as `\cellx4680`, without its backslash, and its number.
    Word(&'a [u8], Option<i32>),
    /// A backslash and one other character.
    Symbol(u8),
    /// A byte of text written as `\'hh`.
    Hex(u8),
    /// A byte of text.
    Byte(u8),
}

/// The tokens of bytes.
#[derive(Clone, Debug)]
pub struct Tokens<'a> {
    rest: &'a [u8],
}

impl<'a> Tokens<'a> {
    /// The tokens of these bytes.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    /// What follows a backslash.
    fn control(&mut self) -> Option<Token<'a>> {
        let rest = self.rest;
        let letters = rest.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        if letters == 0 {
            let (symbol, after) = rest.split_first()?;
            self.rest = after;
            if *symbol == b'\'' {
                let digit = |byte: &u8| char::from(*byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
                let ([high, low], after) = after.split_first_chunk::<2>()?;
                // Without two digits it is nothing.
                let (Some(high), Some(low)) = (digit(high), digit(low)) else { return Some(Token::Symbol(b'\'')) };
                self.rest = after;
                return Some(Token::Hex(high * 16 + low));
            }
            return Some(Token::Symbol(*symbol));
        }
        let (word, after) = rest.split_at_checked(letters)?;
        let digits = after.strip_prefix(b"-").unwrap_or(after);
        let count = digits.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let mut after = after;
        let mut number = None;
        if count > 0 {
            let is_negative = digits.len() < after.len();
            let value = digits.iter().take(count).fold(0_i32, |value, digit| {
                value.saturating_mul(10).saturating_add(i32::from(digit.wrapping_sub(b'0')))
            });
            number = Some(if is_negative { value.saturating_neg() } else { value });
            after = digits.get(count..).unwrap_or_default();
        }
        self.rest = after.strip_prefix(b" ").unwrap_or(after);
        if word == b"bin" {
            // So many bytes are no text.
            let length = number.and_then(|length| usize::try_from(length).ok()).unwrap_or(0);
            self.rest = self.rest.get(length..).unwrap_or_default();
        }
        Some(Token::Word(word, number))
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let (byte, after) = self.rest.split_first()?;
            self.rest = after;
            match byte {
                b'{' => return Some(Token::Open),
                b'}' => return Some(Token::Close),
                b'\\' => return self.control(),
                // Lines of the file mean nothing.
                b'\r' | b'\n' | 0 => {}
                byte => return Some(Token::Byte(*byte)),
            }
        }
    }
}
