//! What a growth in the text can be held against: pairs of figures of the draft, of last year's report, of its sentence.

use std::collections::HashMap;

use super::{Case, Facts, Passage, counts_before, is_difference, is_of_year_before, risen_from};
use crate::calc::{Growth, shown};
use crate::draft::{Draft, Place};
use crate::form::{Form, Key};
use crate::text::{Number, Reading, Sense, has_any};
use crate::value::{Decimal, Figure};

/// Figures between which a text may speak of growth: the later one with its place, and the earlier one.
#[derive(Clone)]
pub struct Base {
    /// The later one and the earlier one.
    pub growth: Growth,
    /// Where they stand in the draft; nothing when the text gives them.
    pub places: Vec<Place>,
}

/// Whether a growth in the text follows from figures of the draft or of its sentence.
pub fn has_growth_base(facts: &Facts, passage: &Passage, number: &Number) -> bool {
    let bases = bases(facts, &passage.reading, number.span.start);
    let rate = |base: &Base| match number.sense {
        Sense::Times => base.growth.times(number.decimals),
        Sense::Count | Sense::Percent | Sense::Year | Sense::Time | Sense::Name => {
            base.growth.percent(number.decimals).map(|rate| rate.abs())
        }
    };
    bases.iter().any(|base| rate(base) == Some(number.value.abs()))
}

/// The pairs of figures between which the words before a position can speak of growth, the likeliest first.
pub fn bases(facts: &Facts, reading: &Reading, position: usize) -> Vec<Base> {
    let in_sentence = counts_before(reading, &reading.sentence(position), position);
    let before = || counts_before(reading, &reading.sentence_before(position), position);
    let year = facts.case.draft.year();
    let is_now = |n: &&Number| !is_difference(reading, n) && !is_of_year_before(reading, n, year);
    let here: Vec<Number> = in_sentence.iter().filter(is_now).cloned().collect();
    if let Some(now) = here.last() {
        return bases_of(facts, reading, &in_sentence, now);
    }
    // 收到202件，转下年度8件。申请数量同比增长47%: any number of the sentence before may be meant.
    let earlier = before();
    let nows = earlier.iter().rev().filter(is_now);
    nows.flat_map(|now| bases_of(facts, reading, &in_sentence, now)).collect()
}

/// The pairs of figures of which this number is the later one.
fn bases_of(facts: &Facts, reading: &Reading, in_sentence: &[Number], now: &Number) -> Vec<Base> {
    let year = facts.case.draft.year();
    let risen = risen_from(reading, in_sentence, now).map(|before| Growth { now: now.value, before });
    let mut bases: Vec<Base> = risen.map(|growth| Base { growth, places: Vec::new() }).into_iter().collect();
    bases.extend(facts.growths(now.value).iter().cloned());
    let said_before = in_sentence.iter().rev().find(|n| is_of_year_before(reading, n, year) && n.unit == now.unit);
    bases.extend(
        said_before
            .map(|n| n.value)
            .map(|before| Base { growth: Growth { now: now.value, before }, places: Vec::new() }),
    );
    let difference = in_sentence.iter().rev().find(|n| is_difference(reading, n) && n.unit == now.unit);
    bases.extend(difference.map(|n| {
        let clause = reading.clause_before(n.span.start);
        let falls = has_any(clause, &["减少", "下降", "降低"]) || clause.trim_end_matches('了').ends_with('少');
        let before = if falls { now.value + n.value } else { now.value - n.value };
        Base { growth: Growth { now: now.value, before }, places: Vec::new() }
    }));
    bases
}

/// The pairs of this year's and last year's figure, by the value of this year's.
pub(super) fn growths(case: &Case) -> HashMap<Decimal, Vec<Base>> {
    let (draft, year) = (case.draft, case.draft.year());
    let mut growths: HashMap<Decimal, Vec<Base>> = HashMap::new();
    let mut add = |now: Decimal, before: Figure, places: Vec<Place>| {
        growths.entry(now).or_default().push(Base { growth: Growth { now, before: before.exact() }, places });
    };
    for key in draft.history().keys() {
        let (this_year, before) = (this_year(draft, *key), draft.past(*key, year - 1));
        if let (Some((place, value)), Some(before)) = (this_year, before) {
            add(value.exact(), before, vec![place, Place::Past(*key, year - 1)]);
        }
    }
    if let Some(last) = case.last {
        for key in draft.form().into_iter().flat_map(Form::keys) {
            if let (Some(now), Some(before)) = (shown(draft, key).figure, shown(last, key).figure) {
                add(now.exact(), before, vec![Place::Cell(key)]);
            }
        }
    }
    growths
}

/// A figure of the report year: the form's, or the one in its history.
fn this_year(draft: &Draft, key: Key) -> Option<(Place, Figure)> {
    let past = Place::Past(key, draft.year());
    let figure = shown(draft, key).figure.map(|figure| (Place::Cell(key), figure));
    figure.or_else(|| Some((past, draft.past(key, draft.year())?)))
}
