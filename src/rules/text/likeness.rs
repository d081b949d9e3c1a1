//! What the rules about likeness share: the text that is compared, the limit, the words and the arithmetic.

use crate::draft::{Draft, SettingName, SettingValue};
use crate::rules::{Line, Term};
use crate::text::{Fingerprint, Share, alike, pieces};

/// The likeness from which it is a fault where no setting says otherwise, in per cent.
const LIMIT: u8 = 50;

/// How many pairs of sentences are shown.
const SHOWN: usize = 5;

/// How much of a sentence is shown, in characters.
const LENGTH: usize = 40;

/// The likeness from which it is a fault, in per cent.
pub fn limit(draft: &Draft) -> usize {
    let percent = match draft.setting(SettingName::Likeness) {
        Some(SettingValue::Percent(percent)) => *percent,
        _ => LIMIT,
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

/// How like two texts are by both measures.
#[derive(Clone, Copy)]
pub struct Measured {
    /// Jaccard of the 3-grams.
    pub jaccard: Share,
    /// Dice over the words.
    pub dice: Share,
}

impl Measured {
    /// Both measures of two texts whose grams are at hand.
    pub fn of(jaccard: Share, one: &[&str], other: &[&str]) -> Self {
        let words = |texts: &[&str]| Fingerprint::words(texts.iter().copied());
        Self { jaccard, dice: words(one).dice(&words(other)) }
    }

    /// The measures in words: 72%（三字组 Jaccard）；按词 Dice 81%.
    pub fn words(self) -> String {
        format!("{}%（三字组 Jaccard）；按词 Dice {}%", self.jaccard.percent(), self.dice.percent())
    }

    /// Both sides of the measure.
    pub fn lines(self) -> Vec<Line> {
        let line = |share: Share, part: &str, whole: &str| {
            let term =
                |sign, label: &str, value: usize| Term { sign, label: label.to_owned(), value: value.to_string() };
            Line { terms: vec![term("", part, share.part), term("÷", whole, share.whole)], result: None }
                .makes(format!("{}%", share.percent()))
        };
        vec![
            line(self.jaccard, "两文共有的三字组", "两文所有的三字组"),
            line(self.dice, "共有的词的两倍", "两文的词数之和"),
        ]
    }
}

/// The sentences most alike, in words; empty when there are none.
pub fn pairs(these: &[&str], others: &[&str], this: &str, other: &str) -> String {
    fn cut<'a>(texts: &[&'a str]) -> Vec<&'a str> {
        texts.iter().flat_map(|text| pieces(text).into_iter().filter_map(|span| text.get(span))).collect()
    }
    let found = alike(&cut(these), &cut(others), SHOWN);
    if found.is_empty() {
        return String::new();
    }
    let shown = |text: &str| {
        let text = text.trim();
        match text.char_indices().nth(LENGTH) {
            Some((end, _)) => format!("“{}……”", text.get(..end).unwrap_or_default()),
            None => format!("“{text}”"),
        }
    };
    let rows = found.iter().zip('①'..).map(|(pair, number)| {
        format!("{number}{}%　{this}{}／{other}{}", pair.share.percent(), shown(pair.this), shown(pair.other))
    });
    format!("最相近的句子：{}。", rows.collect::<Vec<_>>().join("；"))
}
