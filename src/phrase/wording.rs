//! A sentence in the making: its words, and its figures with where they come from.

use std::ops::Range;

use crate::draft::Draft;
use crate::draft::Place;
use crate::facts::Subject;
use crate::facts::{Count, settled};
use crate::form::Key;
use crate::value::Decimal;

/// A sentence with its figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// The sentence, with its mark at the end.
    pub text: String,
    /// Its figures, from left to right.
    pub figures: Vec<Tied>,
}

/// A figure of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tied {
    /// The bytes of its digits in the sentence.
    pub span: Range<usize>,
    /// The cells that it states, or from which it follows.
    pub places: Vec<Place>,
}

/// A figure that may be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Told {
    /// The figure.
    pub value: Decimal,
    /// Where it stands.
    pub places: Vec<Place>,
}

impl Told {
    /// The figure of a subject: the likeliest of the sums that it may mean. Nothing while a cell of it is blank.
    pub fn of(draft: &Draft, subject: Subject) -> Option<Self> {
        let count = subject.counts(draft).into_iter().next().filter(|count| count.settled)?;
        let Count { keys, value, .. } = count;
        Some(Self { value, places: keys.into_iter().map(Place::Cell).collect() })
    }

    /// The count in a cell. Nothing while it, or a part of it, is blank.
    pub fn cell(draft: &Draft, key: Key) -> Option<Self> {
        Self::sum(draft, vec![key])
    }

    /// The sum of the counts in these cells. Nothing while one of them is blank and not known to be zero.
    pub fn sum(draft: &Draft, keys: Vec<Key>) -> Option<Self> {
        let counts = keys.iter().map(|key| Some(Decimal::from(settled(draft, *key)?)));
        let value = counts.sum::<Option<Decimal>>()?;
        Some(Self { value, places: keys.into_iter().map(Place::Cell).collect() })
    }

    /// Whether it is more than none.
    pub fn is_positive(&self) -> bool {
        self.value > Decimal::ZERO
    }
}

impl Wording {
    /// A sentence that begins with these words.
    pub(super) fn new(words: impl Into<String>) -> Self {
        Self { text: words.into(), figures: Vec::new() }
    }

    /// The same, going on with these words.
    #[must_use]
    pub(super) fn say(mut self, words: &str) -> Self {
        self.text.push_str(words);
        self
    }

    /// The same, going on with a figure.
    #[must_use]
    pub(super) fn figure(mut self, told: &Told) -> Self {
        let start = self.text.len();
        self.text.push_str(&told.value.to_string());
        self.figures.push(Tied { span: start..self.text.len(), places: told.places.clone() });
        self
    }

    /// The same, going on with what is counted, the figure and its measure word.
    #[must_use]
    pub(super) fn count(self, words: &str, told: &Told, unit: &str) -> Self {
        self.say(words).figure(told).say(unit)
    }

    /// The same, going on with parts that have one measure word, and a sign between each two.
    #[must_use]
    pub(super) fn list(self, parts: &[(String, Told)], unit: &str, between: &str) -> Self {
        let parts = parts.iter().enumerate();
        parts.fold(self, |sentence, (at, (words, told))| {
            let sentence = if at == 0 { sentence } else { sentence.say(between) };
            sentence.count(words, told, unit)
        })
    }

    /// The same, going on with the parts of what was counted before: 其中…, where there are several.
    #[must_use]
    pub(super) fn parts(self, parts: &[(String, Told)], unit: &str, between: &str) -> Self {
        let head = if parts.len() > 1 { "，其中" } else { "，" };
        self.say(head).list(parts, unit, between)
    }

    /// The sentence with its mark.
    #[must_use]
    pub(super) fn end(self) -> Self {
        self.say("。")
    }
}

/// The parts that are more than none, where all of them are known and make the whole.
pub(super) fn whole(parts: Vec<(String, Option<Told>)>, sum: Decimal) -> Option<Vec<(String, Told)>> {
    let known: Option<Vec<(String, Told)>> = parts.into_iter().map(|(words, told)| Some((words, told?))).collect();
    let known = known?;
    let made = known.iter().try_fold(Decimal::ZERO, |sum, (_, told)| sum.checked_add(told.value))?;
    (made == sum).then(|| known.into_iter().filter(|(_, told)| told.is_positive()).collect())
}
