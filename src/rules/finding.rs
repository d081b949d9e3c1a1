//! What a rule says: the place, the words it means, both sides of its arithmetic, and a mend.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;

use crate::draft::{Draft, Edit, Place};
use crate::form::Severity;
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
}

/// A value on which an acceptance rests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Basis {
    /// Where it stands.
    pub place: Place,
    /// The value as text, or the sentence.
    pub value: String,
}

/// A change that takes the fault away.
#[derive(Clone, Debug, PartialEq)]
pub struct Mend {
    /// The button's words: 结转下年度改为 3.
    pub label: String,
    /// The change.
    pub edit: Edit,
}

/// Both sides of a sum, line by line, and the difference.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Arithmetic {
    /// The lines.
    pub lines: Vec<Line>,
    /// 相差; nothing when the lines say it.
    pub difference: Option<String>,
}

/// A line of arithmetic: terms, and what they make.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Line {
    /// The terms.
    pub terms: Vec<Term>,
    /// What they make; nothing for a line that only lists.
    pub result: Option<String>,
}

/// A term of arithmetic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The sign before it (＋ − ÷); empty before the first.
    pub sign: &'static str,
    /// What it is: 本年新收.
    pub label: String,
    /// Its value.
    pub value: String,
}

impl Line {
    /// A line of terms joined by one sign.
    pub fn of(sign: &'static str, terms: impl IntoIterator<Item = (String, Decimal)>) -> Self {
        let terms = terms.into_iter().enumerate().map(|(index, (label, value))| Term {
            sign: if index == 0 { "" } else { sign },
            label,
            value: value.to_string(),
        });
        Self { terms: terms.collect(), result: None }
    }

    /// The same line with what it makes.
    #[must_use]
    pub fn makes(self, result: impl Into<String>) -> Self {
        Self { result: Some(result.into()), ..self }
    }
}

impl fmt::Display for Line {
    /// 本年新收 3 + 上年结转 0 = 3
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for Term { sign, label, value } in &self.terms {
            match *sign {
                "" => write!(f, "{label} {value}")?,
                "＋" => write!(f, " + {label} {value}")?,
                sign => write!(f, " {sign} {label} {value}")?,
            }
        }
        self.result.as_ref().map_or(Ok(()), |result| write!(f, " = {result}"))
    }
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

    /// The same with the words of a text that it means; an acceptance rests on their whole sentence.
    #[must_use]
    pub fn quoting(mut self, text: &str, span: Range<usize>) -> Self {
        let value = text.get(crate::text::sentence_around(text, &span)).unwrap_or_default().to_owned();
        self.rests_on.push(Basis { place: self.place, value });
        let words = text.get(span.clone()).unwrap_or_default().to_owned();
        Self { quote: Some(Quote { words, span, nth: 1 }), ..self }
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

    /// The same with a mend.
    #[must_use]
    pub fn mended_by(self, label: impl Into<String>, edit: Edit) -> Self {
        Self { mend: Some(Mend { label: label.into(), edit }), ..self }
    }

    /// The same with one mend more: the first that is given is the mend, those behind it its alternatives.
    #[must_use]
    pub fn or_mended_by(mut self, label: impl Into<String>, edit: Edit) -> Self {
        let mend = Mend { label: label.into(), edit };
        match self.mend {
            Some(_) => self.alternatives.push(mend),
            None => self.mend = Some(mend),
        }
        self
    }

    /// The finding's identity, under which an acceptance is kept: `N20:history.disclosed.total.2014`.
    pub fn identity(&self) -> String {
        let place = format!("{}:{}", self.rule, self.place);
        match &self.quote {
            Some(quote) if quote.nth > 1 => format!("{place}#{}~{}", quote.words, quote.nth),
            Some(quote) => format!("{place}#{}", quote.words),
            None => place,
        }
    }
}

/// Numbers findings that would have the same identity: the same words again in one paragraph.
pub(super) fn tell_apart(found: &mut [Finding]) {
    let mut seen: BTreeMap<(&'static str, Place, String), usize> = BTreeMap::new();
    for finding in found {
        let Some(quote) = &mut finding.quote else { continue };
        let nth = seen.entry((finding.rule, finding.place, quote.words.clone())).or_default();
        *nth += 1;
        quote.nth = *nth;
    }
}

/// The text with other words at a span: what a mend in a text sets.
pub(super) fn replaced(text: &str, span: &Range<usize>, words: &str) -> String {
    let (before, after) = (text.get(..span.start).unwrap_or_default(), text.get(span.end..).unwrap_or_default());
    format!("{before}{words}{after}")
}
