//! What stands behind a label: figures, blank cells, and words that are neither.

use std::ops::Range;

use super::aside::{begins_row, is_dash, page_number, remark};
use super::tape::{BLANK_CELL, Gap, Letter, Tape};
use super::words::{Run, Words};
use crate::value::Decimal;

/// What stands in a cell of the form, or would.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub value: Value,
    /// Its letters on the tape.
    pub letters: Range<usize>,
    /// What parts it from what stands before.
    pub gap: Gap,
}

/// What a token is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Digits, perhaps several figures run together; a sign and a unit where they stand with them.
    Digits {
        /// The digits with their point, separators left out.
        digits: String,
        /// Whether a minus or 减 stands before them.
        negative: bool,
        /// 元, 万元 … where it stands behind them.
        unit: Unit,
    },
    /// A cell in which nothing stands.
    Blank,
    /// A cell in which a dash stands for nothing.
    Dash,
    /// Words in a cell that are no figure (约20).
    Odd(String),
}

/// The unit behind a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// None.
    None,
    /// A measure word that changes nothing: 件, 条, 笔.
    Measure,
    /// 元.
    Yuan,
    /// 万元.
    TenThousandYuan,
    /// 亿元.
    HundredMillionYuan,
}

impl Unit {
    /// How many yuan it stands for; nothing where it is none of money.
    pub fn yuan(self) -> Option<Decimal> {
        match self {
            Self::None | Self::Measure => None,
            Self::Yuan => Some(Decimal::ONE),
            Self::TenThousandYuan => Some(Decimal::from(10_000)),
            Self::HundredMillionYuan => Some(Decimal::from(100_000_000)),
        }
    }
}

/// Measure words that stand behind a figure in a cell.
const MEASURES: [&str; 14] = ["件次", "人次", "件", "条", "笔", "项", "次", "人", "篇", "个", "宗", "起", "部", "份"];

/// The tokens of a stretch of the tape, in groups: words of two letters and more part one group from the next. Words that are none
/// of the table's own end them, and so does the number of a row that the form does not have.
pub fn groups(tape: &Tape, stretch: Range<usize>, own: &Words) -> Vec<Vec<Token>> {
    let (mut groups, mut open, mut run) = (Vec::new(), Vec::new(), Run::default());
    let mut at = stretch.start;
    while at < stretch.end {
        let Some(letter) = tape.letters.get(at) else { break };
        if let Some(end) = page_number(tape, at, stretch.end).or_else(|| remark(tape, at, stretch.end)) {
            at = end;
            continue;
        }
        if let Some((words, end)) = inexact(tape, at) {
            open.push(Token { value: Value::Odd(words), letters: at..end, gap: letter.gap });
            run = Run::default();
            at = end;
            continue;
        }
        let has_any = !open.is_empty() || !groups.is_empty();
        if matches!(letter.plain, '。' | '；' | ';' | '？') || (has_any && begins_row(tape, at)) {
            break;
        }
        let (token, end) = token_at(tape, at, stretch.end);
        if let Some(value) = token {
            let (value, letters, is_last) = without_ordinal(tape, value, at..end);
            if run.length >= 2 && !open.is_empty() && value.is_some() {
                groups.push(std::mem::take(&mut open));
            }
            open.extend(value.map(|value| Token { value, letters, gap: letter.gap }));
            run = Run::default();
            if is_last {
                break;
            }
        } else if letter.plain.is_alphanumeric() && !own.walk(&mut run, letter) && !is_measure(letter.plain) {
            break;
        }
        at = end.max(at + 1);
    }
    if !open.is_empty() {
        groups.push(open);
    }
    groups
}

/// The words of a cell that gives a figure no more than nearly (约20, 300余件), and the letter after it.
fn inexact(tape: &Tape, at: usize) -> Option<(String, usize)> {
    let (number, _) = tape.unit(at).filter(|(_, unit)| unit.cell.is_some())?;
    let begins = at.checked_sub(1).and_then(|before| tape.unit(before)).is_none_or(|(before, _)| before != number);
    let text = tape.text(number);
    let text = text.trim();
    let is_inexact = begins
        && text.len() <= LONGEST_INEXACT
        && text.contains(char::is_numeric)
        && ["约", "余", "多", "近", "左右", "以上", "不足"].iter().any(|word| text.contains(word));
    let length = text.chars().filter(|c| !c.is_whitespace()).count();
    is_inexact.then(|| (text.to_owned(), at + length))
}

/// A cell of more bytes is no figure.
const LONGEST_INEXACT: usize = 24;

/// Whether a letter is a measure word by itself.
pub fn is_measure(letter: char) -> bool {
    MEASURES.iter().any(|measure| measure.chars().eq([letter]))
}

/// A token without what is none of its figure: the number of the next row, which stands right behind the last figure (04.移送),
/// and the year of a date. Also whether the figures end with it.
fn without_ordinal(tape: &Tape, value: Value, letters: Range<usize>) -> (Option<Value>, Range<usize>, bool) {
    let Value::Digits { digits, negative, unit: Unit::None } = &value else { return (Some(value), letters, false) };
    let next = |at: usize| tape.letters.get(at).filter(|letter| letter.gap <= Gap::Blank).map(|letter| letter.plain);
    if next(letters.end).is_some_and(|c| matches!(c, '年' | '月' | '日')) {
        return (None, letters, true);
    }
    let is_numbering = next(letters.end).is_some_and(|c| matches!(c, '.' | '、'))
        && next(letters.end + 1).is_some_and(|c| c > '\u{3fff}');
    if !is_numbering || digits.contains('.') {
        return (Some(value), letters, false);
    }
    let rest = digits.get(..digits.len() - 1).unwrap_or_default();
    let own =
        (!rest.is_empty()).then(|| Value::Digits { digits: rest.to_owned(), negative: *negative, unit: Unit::None });
    (own, letters.start..letters.end - 1, true)
}

/// The token that begins at a letter, and the letter after it.
fn token_at(tape: &Tape, at: usize, end: usize) -> (Option<Value>, usize) {
    let letter = |at: usize| tape.letters.get(at).filter(|_| at < end);
    let Some(first) = letter(at) else { return (None, at + 1) };
    if first.plain == BLANK_CELL {
        return (Some(Value::Blank), at + 1);
    }
    let is_apart = |from: usize, to: usize| {
        tape.letters.get(from).is_none_or(|l| l.gap > Gap::None)
            && tape.letters.get(to).is_none_or(|l| l.gap > Gap::None)
    };
    if is_dash(first.plain) || matches!(first.plain, '无' | '\\') {
        let dashes = (at..end)
            .take_while(|next| letter(*next).is_some_and(|l| (*next == at || l.gap == Gap::None) && is_dash(l.plain)));
        let after = at + dashes.count().max(1);
        if is_apart(at, after) {
            return (Some(Value::Dash), after);
        }
        // Among figures that run together each is a cell; a hyphen may be a sign.
        if matches!(first.plain, '—' | '/') {
            return (Some(Value::Dash), at + 1);
        }
    }
    let sign = match first.plain {
        '-' | '减' | '降' => Some(true),
        '+' | '增' => Some(false),
        _ => None,
    };
    let is_signed = sign.is_some() && letter(at + 1).is_some_and(|l| l.gap == Gap::None && is_digit(l));
    let from = at + usize::from(is_signed);
    let (digits, after) = digits_at(tape, from, end);
    if digits.is_empty() {
        return (None, at + 1);
    }
    let (unit, after) = unit_at(tape, after, end);
    (Some(Value::Digits { digits, negative: is_signed && sign == Some(true), unit }), after)
}

fn is_digit(letter: &Letter) -> bool {
    letter.plain.is_ascii_digit() || matches!(letter.plain, '〇' | '○' | '零' | 'O')
}

/// The digits from a letter on, with their point and without separators of thousands, and the letter after them.
fn digits_at(tape: &Tape, at: usize, end: usize) -> (String, usize) {
    let mut digits = String::new();
    let mut here = at;
    let letter = |at: usize| tape.letters.get(at).filter(|_| at < end);
    while let Some(next) = letter(here).filter(|l| here == at || l.gap == Gap::None) {
        let count = |from: usize| {
            (from..end)
                .take_while(|at| letter(*at).is_some_and(|l| l.plain.is_ascii_digit() && l.gap == Gap::None))
                .count()
        };
        if next.plain.is_ascii_digit() {
            digits.push(next.plain);
        } else if is_digit(next) && (digits.is_empty() || digits.bytes().all(|b| b == b'0')) {
            digits.push('0');
        } else if next.plain == '.' && !digits.is_empty() && !digits.contains('.') && count(here + 1) > 0 {
            digits.push('.');
        } else if next.plain == ',' && !digits.is_empty() && count(here + 1) == 3 {
            here += 1;
            continue;
        } else {
            break;
        }
        here += 1;
    }
    (digits, here)
}

/// The unit behind a figure, and the letter after it.
fn unit_at(tape: &Tape, at: usize, end: usize) -> (Unit, usize) {
    let word: String = (at..end.min(at + 2))
        .map_while(|at| tape.letters.get(at).filter(|l| l.gap <= Gap::Blank).map(|l| l.plain))
        .collect();
    for (words, unit) in [("万元", Unit::TenThousandYuan), ("亿元", Unit::HundredMillionYuan), ("元", Unit::Yuan)]
    {
        if word.starts_with(words) {
            return (unit, at + words.chars().count());
        }
    }
    match MEASURES.iter().find(|measure| word.starts_with(**measure)) {
        Some(measure) => (Unit::Measure, at + measure.chars().count()),
        None => (Unit::None, at),
    }
}

#[cfg(test)]
mod tests;
