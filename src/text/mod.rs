//! Chinese prose, read once for all rules: numbers, sentences, numbering of headings, lists of parts.
//!
//! Reading never fails, and every position is a byte range of the text it was read from.

mod list;
mod mark;
mod number;
mod sentence;

pub use list::{Listed, listed_parts};
pub(crate) use mark::chinese_ordinal;
pub use mark::{Mark, MarkStyle, mark, ordinals};
pub use number::{Number, chinese_number, numbers};
pub use sentence::{clause_before, sentences};

/// The text without white space, for comparing wording.
pub fn compact(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The words of a heading: without its numbering and white space.
pub fn heading_words(heading: &str) -> String {
    compact(mark(heading).and_then(|mark| heading.get(mark.span.end..)).unwrap_or(heading))
}

/// Whether the text has one of these words.
pub fn has_any(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}
