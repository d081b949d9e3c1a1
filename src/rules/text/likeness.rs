//! What the rules about likeness share: the words and the arithmetic of what `roll` measures.

pub use crate::roll::{Likeness, body, has_letters, limit, paragraphs};
use crate::rules::{Line, Term};
use crate::text::{Share, alike, pieces};

/// How many pairs of sentences are shown.
const SHOWN: usize = 5;

/// How much of a sentence is shown, in characters.
const LENGTH: usize = 40;

/// The measures in words: 72%（三字组 Jaccard）；按词 Dice 81%.
pub fn words(likeness: Likeness) -> String {
    let Likeness { jaccard, dice } = likeness;
    format!("{}%（三字组 Jaccard）；按词 Dice {}%", jaccard.percent(), dice.percent())
}

/// Both sides of the measures.
pub fn lines(likeness: Likeness) -> Vec<Line> {
    let line = |share: Share, part: &str, whole: &str| {
        let term = |sign, label: &str, value: usize| Term { sign, label: label.to_owned(), value: value.to_string() };
        Line { terms: vec![term("", part, share.part), term("÷", whole, share.whole)], result: None }
            .makes(format!("{}%", share.percent()))
    };
    vec![
        line(likeness.jaccard, "两文共有的三字组", "两文所有的三字组"),
        line(likeness.dice, "共有的词的两倍", "两文的词数之和"),
    ]
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
