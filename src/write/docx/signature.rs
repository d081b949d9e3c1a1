//! The office's name and the date. Source: GB/T 9704-2012, 7.3.5.2: without a seal, the name two characters in from the right, the date
//! beginning two characters right of the name.

use super::measure::{CHARACTERS, PITCH, WIDTH};
use super::paragraph::{paragraph, words};
use super::properties::Stand;
use super::styles::SIGNATURE;
use super::xml::Xml;
use crate::write::signature::{halves, indents};

/// Writes the signature, two lines below the text. Whoever writes the block before keeps it on this page.
pub(super) fn signature(xml: &mut Xml, name: &str, date: &str) {
    let (at_name, at_date) = places(name, date);
    let before = Some(2 * PITCH);
    if !name.is_empty() {
        let stand = Stand { keeps_next: !date.is_empty(), before, left: Some(at_name), ..Stand::default() };
        paragraph(xml, SIGNATURE, stand, |xml| words(xml, None, name));
    }
    if !date.is_empty() {
        let stand = Stand { before: before.filter(|_| name.is_empty()), left: Some(at_date), ..Stand::default() };
        paragraph(xml, SIGNATURE, stand, |xml| words(xml, None, date));
    }
}

/// Where the name and the date begin.
fn places(name: &str, date: &str) -> (u32, u32) {
    let (name_ends, date_ends) = indents(name, date);
    let begins =
        |text: &str, ends: u32| (2 * CHARACTERS).saturating_sub(halves(text) + ends) * WIDTH / (2 * CHARACTERS);
    (begins(name, name_ends), begins(date, date_ends))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longer_ends_two_characters_in() {
        let characters = |count: u32| count * WIDTH / CHARACTERS;
        // Ten characters end after the 26th; the date begins two later.
        assert_eq!(places("临江市兴隆街道办事处", "2018年3月5日"), (characters(16), characters(18)));
        // Of a short name the date decides: two and six characters.
        assert_eq!(places("某局", "2018年3月5日"), (characters(18), characters(20)));
        assert_eq!(places("某局", "").0, characters(24));
        assert_eq!(places("", "2018年3月5日").1, characters(20));
        // A name longer than the line begins where the line does.
        assert_eq!(places(&"某".repeat(30), "2018年3月5日").0, 0);
    }
}
