//! How like last year's a text is, by the measures that reviewers use, and how much of it is untouched.

use super::Marks;
use crate::draft::{Draft, SettingName, SettingValue};
use crate::text::{Fingerprint, Share};

/// The likeness from which it is a fault where no setting says otherwise, in per cent.
const LIMIT: u8 = 50;

/// How like two texts are by both measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Likeness {
    /// Jaccard of the 3-grams of letters.
    pub jaccard: Share,
    /// Dice over the words.
    pub dice: Share,
}

/// The likeness from which it is a fault, in per cent: the office's own setting, or what local requirements ask, or half.
pub fn limit(draft: &Draft) -> usize {
    let percent = match draft.setting(SettingName::Likeness) {
        Some(SettingValue::Percent(percent)) => *percent,
        Some(SettingValue::Day(_) | SettingValue::Flag(_) | SettingValue::Unit(_) | SettingValue::Pack(_)) | None => {
            draft.pack().and_then(|pack| pack.likeness).unwrap_or(LIMIT)
        }
    };
    usize::from(percent)
}

/// The paragraphs of a report, the opening first; headings are the form's words, and tables are no prose.
pub fn paragraphs(draft: &Draft) -> Vec<&str> {
    draft.opening().iter().map(String::as_str).chain(body(draft)).collect()
}

/// The paragraphs of the parts.
pub fn body(draft: &Draft) -> impl Iterator<Item = &str> {
    draft.narrative().iter().flat_map(|part| part.body.iter().filter_map(|item| item.paragraph()))
}

/// Whether a text has so many letters; with fewer its likeness tells nothing.
pub fn has_letters<'a>(texts: impl Iterator<Item = &'a str>, least: usize) -> bool {
    texts.flat_map(str::chars).filter(|c| c.is_alphanumeric()).take(least).count() == least
}

impl Likeness {
    /// About how many of so many sentences have to be rewritten before the first measure is below a limit in per cent: each
    /// is taken to have as many of the common grams as the others, and to get as many of its own.
    pub fn to_rewrite(self, limit: usize, sentences: usize) -> usize {
        let Share { part, whole } = self.jaccard;
        let above = (part * 100).saturating_sub(limit * whole);
        if !self.jaccard.reaches(limit) || part == 0 {
            return 0;
        }
        (above * sentences / (part * (100 + limit)) + 1).min(sentences)
    }

    /// How like two texts are. Years, marks and white space make no difference.
    pub fn of(one: &[&str], other: &[&str]) -> Self {
        let grams = |texts: &[&str]| Fingerprint::grams(texts.iter().copied());
        Self::beside(grams(one).jaccard(&grams(other)), one, other)
    }

    /// The same where the first measure is at hand.
    pub fn beside(jaccard: Share, one: &[&str], other: &[&str]) -> Self {
        let words = |texts: &[&str]| Fingerprint::words(texts.iter().copied());
        Self { jaccard, dice: words(one).dice(&words(other)) }
    }
}

/// How like last year's the text of a draft is: last year's report, or, where it is not at hand, what came over from it.
/// Nothing where there is neither, or too little text to tell.
pub fn likeness(draft: &Draft, last: Option<&Draft>) -> Option<Likeness> {
    let came = &draft.last_year_text().sentences;
    let others: Vec<&str> = match last {
        Some(last) => paragraphs(last),
        None => came.iter().map(String::as_str).collect(),
    };
    let these = paragraphs(draft);
    let enough = |draft: &Draft| has_letters(body(draft), FEWEST);
    (enough(draft) && last.is_none_or(enough) && !others.is_empty()).then(|| Likeness::of(&these, &others))
}

/// The fewest letters of the parts that tell anything.
const FEWEST: usize = 60;

/// How much of the text is still last year's, in letters.
pub fn untouched(draft: &Draft) -> Share {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
    let marks = Marks::of(draft);
    let (mut part, mut whole) = (0, 0);
    for text in paragraphs(draft) {
        whole += letters(text);
        part += marks.of_text(text).into_iter().map(|span| letters(text.get(span).unwrap_or_default())).sum::<usize>();
    }
    Share { part, whole }
}
