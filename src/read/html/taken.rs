//! The characters of a page as the tokenizer takes them: for one tag no more than it can take.

use std::cell::Cell;
use std::convert::Infallible;
use std::fmt;
use std::rc::Rc;

use html5gum::{Readable, Reader, StringReader};

/// So many pieces of attribute values a tag may have. The tokenizer calls itself for each value between double quotation marks
/// (html5gum 0.9, `AttributeValueDoubleQuoted`), as deep as a tag has of them.
const MOST_VALUES: usize = 1500;

/// The characters of a page, until a tag has too many attributes.
pub struct Taken<'a> {
    rest: StringReader<'a>,
    values: Rc<Cell<usize>>,
}

/// Why no more is taken: a tag has too many attributes.
#[derive(Debug)]
pub struct TooMany;

impl<'a> Taken<'a> {
    /// All characters of a page, and the count of values: to be set to 0 before each token.
    pub fn of(html: &'a str) -> (Self, Rc<Cell<usize>>) {
        let values = Rc::new(Cell::new(0));
        (Self { rest: html.to_reader(), values: Rc::clone(&values) }, values)
    }
}

impl Reader for Taken<'_> {
    type Error = TooMany;

    fn read_byte(&mut self) -> Result<Option<u8>, TooMany> {
        self.rest.read_byte().map_err(TooMany::from)
    }

    fn try_read_string(&mut self, words: &[u8], case_sensitive: bool) -> Result<bool, TooMany> {
        self.rest.try_read_string(words, case_sensitive).map_err(TooMany::from)
    }

    fn read_until<'b>(&'b mut self, ends: &[u8], room: &'b mut [u8; 4]) -> Result<Option<&'b [u8]>, TooMany> {
        if ends.contains(&b'"') {
            self.values.set(self.values.get() + 1);
            if self.values.get() > MOST_VALUES {
                return Err(TooMany);
            }
        }
        self.rest.read_until(ends, room).map_err(TooMany::from)
    }
}

impl From<Infallible> for TooMany {
    fn from(never: Infallible) -> Self {
        match never {}
    }
}

impl fmt::Display for TooMany {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("too many attributes")
    }
}

impl std::error::Error for TooMany {}
