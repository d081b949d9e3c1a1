//! Chinese prose, read once for all rules: numbers, sentences, names, numbering of headings, lists of parts.
//!
//! [`Reading`] is a text with all that was read in it; the rest are its pieces.
//!
//! Reading never fails, and every position is a byte range of the text it was read from.

mod breakdown;
mod change;
mod confused;
mod date;
mod derived;
mod document;
mod doubled;
mod find;
mod left_out;
mod length;
mod letters;
mod likeness;
mod list;
mod mark;
mod markup;
mod names;
mod number;
mod numeral;
mod ordinary;
mod pairs;
mod people;
mod period;
mod personal;
mod placeholder;
mod reading;
mod repeated;
mod sense;
mod sentence;
mod slips;
mod width;
mod wording;
mod year;

use std::borrow::Cow;
use std::ops::Range;

pub use breakdown::{Breakdown, Names, Of, breakdowns};
pub use change::changed;
pub use confused::{Confused, confused};
pub use date::{DatedDay, dates};
pub use derived::derived;
pub use document::{DocumentNumber, document_numbers};
pub use doubled::{Doubled, doubled_marks, doubled_words};
pub use find::find;
pub use left_out::left_out;
pub use length::length;
pub use likeness::{Alike, Fingerprint, Share, alike};
pub use list::{Listed, listed_parts};
pub use mark::{Mark, MarkStyle, mark, ordinals};
pub use markup::{Markup, markup, without_markup};
pub use names::is_family_name;
pub use number::{Number, numbers};
pub use numeral::chinese_number;
pub(crate) use numeral::chinese_ordinal;
pub use ordinary::ordinary;
pub use pairs::unpaired;
pub use period::{Period, periods};
pub use personal::{Personal, PersonalKind, personal};
pub use placeholder::{Placeholder, placeholders};
pub use reading::Reading;
pub use repeated::doubled_pieces;
pub use sense::Sense;
pub use sentence::{clauses, sentence_around, sentences};
pub use slips::slips;
pub use width::{HalfWidth, half_width_marks, with_full_width_marks};
pub use wording::{pieces, unnumbered, wording, words_alone};
pub use year::{NamedYear, named_years};

/// The text without the characters that XML 1.0 (2.2) does not have.
pub fn in_xml(text: &str) -> Cow<'_, str> {
    let is_legal = |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..);
    if text.chars().all(is_legal) { text.into() } else { text.chars().filter(|c| is_legal(*c)).collect() }
}

/// The text without white space, for comparing wording.
pub fn compact(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The words of a heading: without its numbering and white space.
pub fn heading_words(heading: &str) -> String {
    compact(mark(heading).and_then(|mark| heading.get(mark.span.end..)).unwrap_or(heading))
}

/// The words around a position within a range of a text, so many bytes to each side at most.
pub fn near(text: &str, range: &Range<usize>, position: usize, bytes: usize) -> Range<usize> {
    let from = position.saturating_sub(bytes).max(range.start).min(text.len());
    let to = position.saturating_add(bytes).min(range.end).min(text.len());
    text.floor_char_boundary(from)..text.floor_char_boundary(to.max(from))
}

/// Whether the text has one of these words.
pub fn has_any(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}
