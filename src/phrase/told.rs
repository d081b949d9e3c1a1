//! What the text says already.

use crate::draft::Place;
use crate::facts::{Claim, Facts, Subject};
use crate::text::{Number, Reading, has_any};

/// Whether the text states a figure of which this is true, rightly or wrongly.
pub(super) fn is_told(facts: &Facts, is: impl Fn(Subject) -> bool) -> bool {
    facts.claims().iter().any(|claim| is(claim.subject))
}

/// Whether a number of which this is true stands in a sentence that names one of these things: for what has no claims.
pub(super) fn is_counted(facts: &Facts, things: &[&str], is: impl Fn(&Number) -> bool) -> bool {
    let counted = |reading: &Reading| {
        reading.sentences().iter().any(|sentence| {
            has_any(reading.words(sentence.clone()), things) && reading.numbers_in(sentence).iter().any(&is)
        })
    };
    facts.prose().paragraphs().any(|passage| counted(&passage.reading))
}

/// The claim of a figure that ends its paragraph: no number that counts stands after it, and its sentence is the last one.
pub(super) fn last_in_its_paragraph<'f>(facts: &'f Facts, is: impl Fn(&Claim) -> bool) -> Option<&'f Claim> {
    facts.claims().iter().rev().filter(|claim| is(claim)).find(|claim| {
        facts.prose().paragraph(claim.place).is_some_and(|passage| {
            let reading = &passage.reading;
            let sentence = reading.sentence(claim.digits.start);
            let after = claim.digits.start..reading.text.len();
            let counts = reading.numbers_in(&after).iter().filter(|number| !number.is_percent()).count();
            reading.words(sentence.end..reading.text.len()).trim().is_empty() && counts == 1
        })
    })
}

/// The place of the last claim of which this is true, within these paragraphs.
pub(super) fn last_told(facts: &Facts, is: impl Fn(Subject) -> bool, among: impl Fn(Place) -> bool) -> Option<Place> {
    let claims = facts.claims().iter().rev();
    claims.filter(|claim| is(claim.subject) && among(claim.place)).map(|claim| claim.place).next()
}
