//! What a rule says: the place, the words it means, both sides of its arithmetic, and a mend.

use std::collections::HashMap;
use std::ops::Range;

use super::{Arithmetic, Change, Line, Mend};
use crate::draft::{Draft, Place};
use crate::facts::Passage;
use crate::form::Severity;
use crate::text::near;
use crate::value::Decimal;

/// A fault that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The rule's id.
    pub rule: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// Where it is.
    pub place: Place,
    /// The words it means, in a text.
    pub quote: Option<Quote>,
    /// The fault in one line: 商业企业一列不平衡.
    pub title: String,
    /// What there is to say beside the arithmetic; may be empty.
    pub words: String,
    /// Both sides of its arithmetic.
    pub arithmetic: Option<Arithmetic>,
    /// The cells it speaks of, its own place left out.
    pub concerns: Vec<Place>,
    /// What an acceptance rests on.
    pub rests_on: Vec<Basis>,
    /// The one obvious mend.
    pub mend: Option<Mend>,
    /// Other mends, where the fault could be mended in several ways; the most likely one is the mend.
    pub alternatives: Vec<Mend>,
}

/// Words of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The words.
    pub words: String,
    /// Their bytes in the text at the finding's place; where they are missing, the place to put them.
    pub span: Range<usize>,
    /// Which of several findings with the same words: 1 for the first.
    pub nth: usize,
    /// How many bytes of the sentence that the finding rests on stand before the words.
    pub before: usize,
    /// How many bytes of the whole text stand after the words.
    pub after: usize,
    /// The byte of the text at which a number is missing, where one is.
    pub gap: Option<usize>,
}

/// A value on which an acceptance rests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Basis {
    /// Where it stands.
    pub place: Place,
    /// The value as text, or the sentence.
    pub value: String,
}

impl Finding {
    /// A finding at a place, of which nothing more is said yet.
    pub fn new(rule: &'static str, severity: Severity, place: Place, title: impl Into<String>) -> Self {
        Self {
            rule,
            severity,
            place,
            quote: None,
            title: title.into(),
            words: String::new(),
            arithmetic: None,
            concerns: Vec::new(),
            rests_on: Vec::new(),
            mend: None,
            alternatives: Vec::new(),
        }
    }

    /// The same with what there is to say.
    #[must_use]
    pub fn saying(self, words: impl Into<String>) -> Self {
        Self { words: words.into(), ..self }
    }

    /// The same with the words of a passage that it means; an acceptance rests on their whole sentence.
    #[must_use]
    pub fn quoting(mut self, passage: &Passage, span: Range<usize>) -> Self {
        let (value, before) = basis_of(passage, &span);
        self.rests_on.push(Basis { place: self.place, value });
        let words = passage.reading.words(span.clone()).to_owned();
        let after = passage.reading.text.len() - span.end;
        Self { quote: Some(Quote { words, span, nth: 1, before, after, gap: None }), ..self }
    }

    /// The same where among its words a number is missing, at this byte of the text.
    #[must_use]
    pub fn lacking_at(mut self, gap: usize) -> Self {
        if let Some(quote) = &mut self.quote {
            quote.gap = Some(gap);
        }
        self
    }

    /// The same with its arithmetic.
    #[must_use]
    pub fn computing(self, lines: Vec<Line>, difference: Option<Decimal>) -> Self {
        let difference = difference.map(|d| d.to_string());
        Self { arithmetic: Some(Arithmetic { lines, difference }), ..self }
    }

    /// The same resting on the cells at these places.
    #[must_use]
    pub fn resting_on(mut self, draft: &Draft, places: impl IntoIterator<Item = Place>) -> Self {
        for place in places {
            let value = draft.text(place).unwrap_or_default();
            self.rests_on.push(Basis { place, value });
            if place != self.place {
                self.concerns.push(place);
            }
        }
        self
    }

    /// The same resting on a part of the text and what stands in it, and speaking of no cell of it.
    #[must_use]
    pub fn resting_on_part(self, draft: &Draft, n: usize, with_heading: bool) -> Self {
        let bodies = draft.narrative().get(n).map_or(0, |part| part.body.len());
        let heading = with_heading.then_some(Place::Heading(n));
        let mut finding =
            self.resting_on(draft, heading.into_iter().chain((0..bodies.min(RESTED)).map(|m| Place::Body(n, m))));
        if bodies > RESTED {
            finding.rests_on.push(Basis { place: Place::Part(n), value: bodies.to_string() });
        }
        finding.concerns.clear();
        finding
    }

    /// The same with a mend.
    #[must_use]
    pub fn mended_by(self, label: impl Into<String>, change: Change) -> Self {
        Self { mend: Some(Mend { label: label.into(), change }), ..self }
    }

    /// The same with one mend more: the first is the mend, the next ones are its alternatives.
    #[must_use]
    pub fn or_mended_by(mut self, label: impl Into<String>, change: Change) -> Self {
        let mend = Mend { label: label.into(), change };
        match self.mend {
            Some(_) => self.alternatives.push(mend),
            None => self.mend = Some(mend),
        }
        self
    }

    /// Its mends, the likeliest first.
    pub fn mends(&self) -> impl Iterator<Item = &Mend> {
        self.mend.iter().chain(&self.alternatives)
    }

    /// What stands before and after its words in the sentence on which it rests.
    pub fn around(&self) -> Option<(&str, &str)> {
        let quote = self.quote.as_ref()?;
        self.rests_on.iter().filter(|basis| basis.place == self.place).find_map(|basis| {
            let (before, rest) = basis.value.split_at_checked(quote.before)?;
            let after = rest.strip_prefix(quote.words.as_str()).or_else(|| rest.strip_prefix(LEFT_OUT));
            Some((before, after?))
        })
    }

    /// The finding's identity, under which an acceptance is kept: `N20:history.disclosed.total.2014`.
    pub fn identity(&self) -> String {
        let stem = self.stem();
        match &self.quote {
            Some(quote) if quote.nth > 1 => format!("{stem}~{}", quote.nth),
            Some(_) | None => stem,
        }
    }

    /// What findings of one rule with the same words in one place have in common of their identities.
    pub(super) fn stem(&self) -> String {
        match &self.quote {
            Some(quote) => format!("{}:{}#{}", self.rule, self.place, quote.words),
            None => format!("{}:{}", self.rule, self.place),
        }
    }
}

/// On so many paragraphs of a part a finding of the whole part rests, and on how many there are where there are more: no
/// report has so many, and a list of a million of them is not copied.
const RESTED: usize = 1_000;

/// So many bytes of a sentence before and after its quoted words an acceptance rests on. No sentence that somebody
/// wrote is longer; of one without end the rest is left out, so that many findings in it do not each hold all of it.
const REACH: usize = 3_000;

/// Stands for what is left out of a sentence.
const LEFT_OUT: &str = "…";

/// The sentence around a span, on which an acceptance rests, and how many bytes of it stand before the span.
fn basis_of(passage: &Passage, span: &Range<usize>) -> (String, usize) {
    let reading = &passage.reading;
    let last = if span.is_empty() { span.start } else { span.end - 1 };
    let sentence = reading.sentence(span.start).start..reading.sentence(last).end;
    let before = near(reading.text, &sentence, span.start, REACH).start..span.start;
    let after = span.end..near(reading.text, &sentence, span.end, REACH).end;
    let words = if span.len() > 2 * REACH { LEFT_OUT } else { reading.words(span.clone()) };
    let (before_all, after_all) = (before.start == sentence.start, after.end == sentence.end);
    let mut value = String::with_capacity(before.len() + words.len() + after.len());
    value.push_str(if before_all { "" } else { LEFT_OUT });
    value.push_str(reading.words(before));
    let before = value.len();
    value.push_str(words);
    value.push_str(reading.words(after));
    value.push_str(if after_all { "" } else { LEFT_OUT });
    (value, before)
}

/// Numbers findings of one rule that would have the same identity: the same words again in one paragraph.
pub(super) fn tell_apart(found: &mut [Finding]) {
    let mut seen: HashMap<(Place, &str), usize> = HashMap::new();
    let numbers: Vec<usize> = found
        .iter()
        .map(|finding| {
            let Some(quote) = &finding.quote else { return 1 };
            let count = seen.entry((finding.place, &quote.words)).or_default();
            *count += 1;
            *count
        })
        .collect();
    for (finding, nth) in found.iter_mut().zip(numbers) {
        if let Some(quote) = &mut finding.quote {
            quote.nth = nth;
        }
    }
}
