//! Labels of the form on the tape: where they are seen, and which of the sightings are a table.

use super::tape::{BLANK_CELL, Gap, Letter, Tape};
use crate::text::unnumbered;
use crate::value::half_width;

/// Words of the form by which a table is known.
#[derive(Clone, Debug)]
pub struct Label {
    /// Its letters without numbering, marks and white space.
    letters: Vec<char>,
    /// How many of them have to stand there: what parts it from the other labels.
    need: usize,
    /// The digit that numbers it (6.属于四类过程性信息): it stands right behind the figures of the row above.
    ordinal: Option<char>,
    /// What it is.
    pub means: Means,
}

/// What a label is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Means {
    /// A head: nothing is read behind it.
    Head,
    /// A row, by its number among those of the table.
    Row(usize),
}

/// A label where it was seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sighting {
    /// Its number among the labels.
    pub label: usize,
    /// The first letter, its numbering with it.
    pub start: usize,
    /// The letter after the last.
    pub end: usize,
}

/// The fewest letters by which a label is known, where it has as many.
const FEWEST: usize = 4;
/// A label of so few letters is one only where a figure follows.
const SHORT: usize = 5;

impl Label {
    /// A label of these words. How many of its letters it takes is known once all labels are there: [`distinguish`].
    pub fn new(words: &str, means: Means) -> Self {
        let plain = half_width(words);
        let bare = unnumbered(&plain);
        let before = plain.get(..plain.len() - bare.len()).unwrap_or_default();
        let ordinal = before.chars().find(char::is_ascii_digit);
        let letters: Vec<char> = bare.chars().filter(|c| !is_mark(*c) && !c.is_whitespace()).map(same).collect();
        let need = letters.len();
        Self { letters, need, ordinal, means }
    }

    /// Whether it has no letters.
    pub fn is_empty(&self) -> bool {
        self.letters.is_empty()
    }

    /// How many letters of the label stand on the tape from here on, and where they end.
    fn match_at(&self, tape: &Tape, at: usize) -> (usize, usize) {
        let (mut matched, mut end, mut here) = (0, at, at);
        for wanted in &self.letters {
            // 上年 and 上年度 are written for one another.
            let is_more = |l: &Letter| l.plain == '度' && *wanted != '度' && l.gap < Gap::Cell;
            let is_between = |l: &Letter| is_mark(l.plain) && l.gap < Gap::Cell || is_more(l);
            while here > at && tape.letters.get(here).is_some_and(is_between) {
                here = year_end(tape, here).unwrap_or(here + 1);
            }
            let is_left_out = *wanted == '度' && tape.plain(here) != Some('度') && matched > 0;
            if is_left_out {
                matched += 1;
                continue;
            }
            let Some(letter) = tape.letters.get(here) else { break };
            if same(letter.plain) != *wanted || (here > at && letter.gap >= Gap::Cell && letter.gap < Gap::Block) {
                break;
            }
            matched += 1;
            here += 1;
            end = here;
        }
        (matched, end)
    }

    /// Where the label begins that was found at `at`: with its numbering.
    fn start(&self, tape: &Tape, at: usize) -> usize {
        let before = |at: usize| {
            let here = tape.letters.get(at)?;
            (here.gap < Gap::Cell).then(|| at.checked_sub(1)).flatten()
        };
        let mut start = at;
        let mut marks = 0;
        while let Some(previous) = before(start).filter(|p| tape.plain(*p).is_some_and(is_mark)) {
            start = previous;
            marks += 1;
        }
        if self.ordinal.is_some() {
            let is_digit = |at: Option<usize>| at.and_then(|at| tape.plain(at)).is_some_and(|c| c.is_ascii_digit());
            let previous = before(start);
            // A digit before a mark numbers the label; without a mark only the form's own one that stands alone.
            let own = previous.filter(|at| tape.plain(*at) == self.ordinal && !is_digit(before(*at)));
            return previous.filter(|_| marks > 0 && is_digit(previous)).or(own).unwrap_or(at);
        }
        while let Some(previous) = before(start).filter(|p| tape.plain(*p).is_some_and(is_numbering)) {
            start = previous;
        }
        start
    }
}

/// The letter after a year in brackets: 本年(2023)制发件数.
fn year_end(tape: &Tape, at: usize) -> Option<usize> {
    let digits = (at + 1..at + 5).filter(|at| tape.plain(*at).is_some_and(|c| c.is_ascii_digit())).count();
    (tape.plain(at) == Some('(') && digits == 4 && tape.plain(at + 5) == Some(')')).then_some(at + 6)
}

/// Lets each label know how many of its letters part it from all others.
pub fn distinguish(labels: &mut [Label]) {
    let all: Vec<Vec<char>> = labels.iter().map(|label| label.letters.clone()).collect();
    for label in labels {
        let common = |other: &Vec<char>| label.letters.iter().zip(other).take_while(|(a, b)| a == b).count();
        let others = all.iter().filter(|other| **other != label.letters);
        let shared = others.map(common).max().unwrap_or(0);
        label.need = (shared + 1).max(FEWEST).min(label.letters.len());
    }
}

/// Every place where a label is seen, from left to right; of several at one place the one of which most stands there.
pub fn sightings(tape: &Tape, labels: &[Label]) -> Vec<Sighting> {
    let mut by_first: Vec<(char, usize)> =
        labels.iter().enumerate().filter_map(|(n, label)| Some((*label.letters.first()?, n))).collect();
    by_first.sort_unstable();
    let mut found = Vec::new();
    for at in 0..tape.letters.len() {
        let Some(first) = tape.plain(at).map(same) else { continue };
        let from = by_first.partition_point(|(c, _)| *c < first);
        let mut best: Vec<(usize, usize, usize)> = Vec::new();
        for (_, number) in by_first.iter().skip(from).take_while(|(c, _)| *c == first) {
            let Some(label) = labels.get(*number) else { continue };
            let (matched, end) = label.match_at(tape, at);
            if matched < label.need || (label.letters.len() < SHORT && is_row(label) && !is_followed(tape, end)) {
                continue;
            }
            let most = best.first().map_or(0, |(most, ..)| *most);
            if matched > most {
                best.clear();
            }
            if matched >= most {
                best.push((matched, *number, end));
            }
        }
        let start = |number: usize| labels.get(number).map_or(at, |label| label.start(tape, at));
        found.extend(best.into_iter().map(|(_, label, end)| Sighting { label, start: start(label), end }));
    }
    found
}

fn is_row(label: &Label) -> bool {
    matches!(label.means, Means::Row(_))
}

/// Whether a figure, a blank cell or the end of a line follows.
fn is_followed(tape: &Tape, end: usize) -> bool {
    tape.letters.get(end).is_none_or(|next| {
        next.plain.is_ascii_digit()
            || next.gap >= Gap::Line
            || matches!(next.plain, BLANK_CELL | '-' | '—' | '/' | '〇' | '○' | '增' | '减' | '+' | '(')
    })
}

/// The sightings that make a table: in the order of the labels, each once, none far from the one before. Of all such chains the
/// one of most weight; of equal ones the shortest.
pub fn chain(tape: &Tape, found: &[Sighting], reach: usize, weight: impl Fn(&Sighting) -> usize) -> Vec<Sighting> {
    // How many sentences have ended before each sighting: none ends within a table.
    let mut sentences = Vec::with_capacity(found.len());
    let (mut ended, mut at) = (0, 0);
    for sighting in found {
        ended += (at..sighting.start).filter(|at| tape.plain(*at) == Some('。')).count();
        at = at.max(sighting.start);
        sentences.push(ended);
    }
    // The best chain that ends with each sighting: its weight, where it began, the one before.
    let mut best: Vec<(usize, usize, Option<usize>)> = Vec::with_capacity(found.len());
    for (index, this) in found.iter().enumerate() {
        let own = weight(this);
        let mut chosen = (own, this.start, None);
        for before in (0..index).rev() {
            let Some((previous, (sum, began, _))) = found.get(before).zip(best.get(before)) else { continue };
            if this.start.saturating_sub(previous.start) > reach + 60 {
                break;
            }
            let follows = previous.label < this.label
                && sentences.get(before) == sentences.get(index)
                && previous.end <= this.end.saturating_sub(1)
                && previous.end <= this.start + 2
                && this.start.saturating_sub(previous.end) <= reach;
            if follows && (sum + own, *began) > (chosen.0, chosen.1) {
                chosen = (sum + own, *began, Some(before));
            }
        }
        best.push(chosen);
    }
    let last = (0..best.len()).max_by_key(|at| best.get(*at).map(|(sum, began, _)| (*sum, *began)));
    let mut chain = Vec::new();
    let mut at = last;
    while let Some((sighting, (_, _, before))) = at.and_then(|at| found.get(at).zip(best.get(at))) {
        chain.push(*sighting);
        at = *before;
    }
    chain.reverse();
    chain
}

/// Whether a letter is a mark that labels are compared without.
pub fn is_mark(c: char) -> bool {
    matches!(
        c,
        '(' | ')'
            | '、'
            | '.'
            | ','
            | ':'
            | '：'
            | '“'
            | '”'
            | '"'
            | '‘'
            | '’'
            | '\''
            | '《'
            | '》'
            | '〈'
            | '〉'
            | '；'
            | ';'
            | '。'
            | '·'
            | '/'
    )
}

/// Whether a letter numbers a heading: 一、 （三）.
fn is_numbering(c: char) -> bool {
    matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '(' | ')' | '、')
}

/// 转结 and 结转 are written for one another.
pub fn same(c: char) -> char {
    if c == '转' { '结' } else { c }
}
