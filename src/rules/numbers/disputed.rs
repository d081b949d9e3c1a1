//! The numbers of the text that contradict the tables, the history or each other, by the judgement of the rules that
//! speak of them.

use std::collections::HashMap;
use std::ops::Range;

use super::{
    n10_breakdown_wrong, n12_growth_wrong, n18_inexact_figure, n19_measure_word, n21_closing_rate_wrong,
    n25_text_against_text, statement,
};
use crate::draft::Place;
use crate::facts::{Facts, Verdict};

/// The bytes of words in which disputed numbers stand, by their texts.
pub(in crate::rules) type Disputed = HashMap<Place, Vec<Range<usize>>>;

/// The numbers that contradict the tables, the history, or the numbers of their own sentence.
pub(in crate::rules) fn disputed(facts: &Facts) -> Disputed {
    let (case, claims) = (&facts.case, facts.claims());
    let mut found = Disputed::new();
    let mut add = |place: Place, span: Range<usize>| found.entry(place).or_default().push(span);
    for (claim, _) in statement::differing(claims) {
        add(claim.place, claim.words.clone());
    }
    let year = case.draft.year();
    let is_unfit =
        |claim| n18_inexact_figure::is_inexact(claim) || n19_measure_word::unfit_claim(claim, year).is_some();
    for claim in claims.iter().filter(|claim| is_unfit(claim)) {
        add(claim.place, claim.words.clone());
    }
    for share in facts.shares().iter().filter(|share| matches!(share.verdict, Verdict::Wrong { .. })) {
        // Of a share it is its percentage that is wrong, not the part beside it.
        add(share.place, share.words.end.saturating_sub(1)..share.words.end);
    }
    for passage in facts.prose().paragraphs() {
        let measures =
            passage.reading.numbers.iter().filter(|n| n19_measure_word::other_measures(passage, n).is_some());
        let spans = measures
            .map(|number| number.span.clone())
            .chain(n10_breakdown_wrong::disputed(facts, passage))
            .chain(n12_growth_wrong::disputed(facts, passage))
            .chain(n21_closing_rate_wrong::disputed(case.draft, passage));
        spans.for_each(|span| add(passage.place, span));
    }
    found
}

/// The same with the numbers for which another part of the text has another number: the text alone does not say which of
/// them is right, so that all of them are still to be looked up.
pub(in crate::rules) fn disputed_anywhere(facts: &Facts) -> Disputed {
    let mut found = disputed(facts);
    for (_, claim) in n25_text_against_text::differing(facts.claims()) {
        found.entry(claim.place).or_default().push(claim.words.clone());
    }
    found
}
