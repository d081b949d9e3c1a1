//! A row of a table: what stands behind its label, as the figures of the form.

use std::ops::Range;

use super::cut::{Cuts, DASH, Shape, cuts};
use super::number::{Token, Value};
use super::result::Listed;
use super::tape::Gap;

/// A row as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowRead {
    /// A value for each of its figures, in one way only.
    Certain(Vec<Token>),
    /// Digits that can be cut in several ways, or in none that adds up.
    Open {
        /// The ways, each with a number for each figure.
        ways: Vec<Vec<u64>>,
        /// The tokens of the digits.
        tokens: Vec<Token>,
        /// Which ways these are: where the row has a sum, those that fit add up.
        listed: Listed,
    },
    /// Nothing stands behind the label.
    Nothing,
}

impl RowRead {
    /// Whether a cell left no trace: there are fewer digits than figures.
    pub fn is_short(&self, wanted: usize) -> bool {
        let digits = |token: &Token| match &token.value {
            Value::Digits { digits, .. } => digits.len(),
            Value::Blank | Value::Dash | Value::Odd(_) => 1,
        };
        matches!(self, Self::Open { tokens, listed: Listed::Unfit, .. } if tokens.iter().map(digits).sum::<usize>() < wanted)
    }

    /// Settles digits that can be cut in one way only, where no row of the document is short; otherwise they are only offered.
    pub fn settle_only_way(&mut self, some_are_short: bool) {
        if let Self::Open { ways, tokens, listed } = self
            && let [way] = ways.as_slice()
        {
            if some_are_short {
                *listed = Listed::Unfit;
            }
            if *listed == Listed::All {
                *self = Self::Certain(placed(tokens, way));
            }
        }
    }

    /// The letter after its last token.
    pub fn end(&self) -> Option<usize> {
        match self {
            Self::Certain(tokens) | Self::Open { tokens, .. } => tokens.last().map(|token| token.letters.end),
            Self::Nothing => None,
        }
    }
}

/// The most ways that are offered where none adds up.
const MOST_OFFERED: usize = 8;

/// Reads a row of this shape from the groups of tokens behind its label. `side` is where the figures stand in rows of the table
/// that have more cells than figures; `is_cells` says that each figure has a cell of its own, so that none is cut.
pub fn read_row(groups: &[Vec<Token>], shape: Shape, side: Side, is_cells: bool) -> RowRead {
    let wanted = shape.width * shape.blocks;
    let Some(first) = groups.first() else { return RowRead::Nothing };
    // A label that is wrapped around its figures parts them into groups.
    let lists: Vec<Vec<Token>> =
        (1..=groups.len().min(3)).map(|n| groups.iter().take(n).flatten().cloned().collect()).collect();
    for list in &lists {
        if let Some(exact) = exact(list, shape, wanted, side) {
            return RowRead::Certain(exact);
        }
    }
    let mut open = None;
    for list in lists.iter().filter(|_| !is_cells || wanted == 1) {
        match cut(list, shape, wanted) {
            Some(RowRead::Certain(row)) => return RowRead::Certain(row),
            Some(found) => open = open.or(Some(found)),
            None => {}
        }
    }
    let all_blank = first.iter().all(|token| matches!(token.value, Value::Blank | Value::Dash));
    match open {
        Some(open) => open,
        None if all_blank => RowRead::Nothing,
        None if is_cells => RowRead::Open { ways: Vec::new(), tokens: first.clone(), listed: Listed::Unfit },
        None => RowRead::Open { ways: offered(first, wanted), tokens: first.clone(), listed: Listed::Unfit },
    }
}

/// Where the figures of a row stand among cells of which some are blank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Right behind the label.
    Left,
    /// At the end of the row.
    Right,
    /// It is not known.
    Unknown,
}

/// On which sides the figures of a row can stand, by its blank cells: left, right. Nothing where it says nothing of that.
pub fn sides(list: &[Token], shape: Shape) -> Option<(bool, bool)> {
    let wanted = shape.width * shape.blocks;
    let (before, after, spare) = blanks(list, wanted)?;
    (spare > 0 && before < list.len()).then_some((spare <= after, spare <= before))
}

/// The blank tokens before the others and behind them, and how many tokens there are beside those wanted.
fn blanks(list: &[Token], wanted: usize) -> Option<(usize, usize, usize)> {
    let is_blank = |token: &&Token| token.value == Value::Blank;
    let after = list.iter().rev().take_while(is_blank).count();
    let before = list.iter().take_while(is_blank).count();
    Some((before, after, list.len().checked_sub(wanted)?))
}

/// The tokens, where there are as many as figures: blank cells beside them left out, and what stands on a row of its own.
fn exact(list: &[Token], shape: Shape, wanted: usize, side: Side) -> Option<Vec<Token>> {
    if list.len() == wanted {
        return Some(list.to_vec());
    }
    // Blank cells may stand before the figures (heads that were not merged) and behind them.
    let (before, after, spare) = blanks(list, wanted)?;
    let fits: Vec<&[Token]> = (0..=spare)
        .filter(|from| *from <= before && spare - *from <= after)
        .filter_map(|from| list.get(from..from + wanted))
        .collect();
    let even: Vec<&[Token]> = fits.iter().copied().filter(|row| shape.sums && adds_up(row, shape)).collect();
    let (left, right) = (spare <= after, spare <= before);
    match (fits.as_slice(), even.as_slice(), side) {
        ([one], _, _) | (_, [one], _) => Some(one.to_vec()),
        ([first, ..], _, Side::Left) if left => Some(first.to_vec()),
        ([.., end], _, Side::Right) if right => Some(end.to_vec()),
        ([_, ..], ..) => None,
        // What comes after belongs to a row that the form does not have.
        ([], ..) => {
            let ends = list.get(wanted).is_some_and(|next| next.gap >= Gap::Line);
            ends.then(|| list.get(..wanted).map(<[Token]>::to_vec)).flatten()
        }
    }
}

fn adds_up(row: &[Token], shape: Shape) -> bool {
    let number = |token: &Token| match &token.value {
        Value::Digits { digits, negative: false, .. } => digits.parse::<u64>().ok(),
        Value::Blank | Value::Dash => Some(0),
        Value::Digits { .. } | Value::Odd(_) => None,
    };
    row.chunks(shape.width).all(|block| {
        let Some((total, parts)) = block.split_last() else { return true };
        let sum = parts.iter().map(number).try_fold(0_u64, |sum, part| sum.checked_add(part?));
        sum.is_some() && sum == number(total)
    })
}

/// The one way to cut the digits, or all of them; nothing where none fits.
fn cut(list: &[Token], shape: Shape, wanted: usize) -> Option<RowRead> {
    let runs = runs(list)?;
    if wanted == 1 {
        // A figure that stands alone; what comes after it is none of its.
        return list.first().map(|token| RowRead::Certain(vec![token.clone()]));
    }
    let Cuts { ways, is_all } = cuts(&runs, shape);
    let listed = if is_all { Listed::All } else { Listed::Some };
    match ways.as_slice() {
        [] => None,
        [way] if shape.sums && is_all => Some(RowRead::Certain(placed(list, way))),
        // Without a sum a cell that left no trace cannot be told from a cut.
        _ if !shape.sums && list.len() > 1 => {
            Some(RowRead::Open { tokens: list.to_vec(), ways, listed: Listed::Unfit })
        }
        _ => Some(RowRead::Open { tokens: list.to_vec(), ways, listed }),
    }
}

/// The digits of a list in which nothing else stands but dashes.
fn runs(list: &[Token]) -> Option<Vec<&str>> {
    list.iter()
        .map(|token| match &token.value {
            Value::Digits { digits, negative: false, .. } => Some(digits.as_str()),
            Value::Dash => Some(DASH),
            Value::Digits { .. } | Value::Blank | Value::Odd(_) => None,
        })
        .collect()
}

/// Ways that do not add up, for the clerk to choose from: a digit a figure where there are just as many.
fn offered(list: &[Token], wanted: usize) -> Vec<Vec<u64>> {
    let Some(runs) = runs(list) else { return Vec::new() };
    let mut ways = cuts(&runs, Shape { width: wanted, blocks: 1, sums: false }).ways;
    ways.truncate(MOST_OFFERED);
    ways
}

/// The tokens of a row that was cut so.
pub fn placed(list: &[Token], way: &[u64]) -> Vec<Token> {
    let mut numbers = way.iter();
    let mut placed = Vec::new();
    for token in list {
        let Value::Digits { digits: run, .. } = &token.value else {
            numbers.next();
            placed.push(token.clone());
            continue;
        };
        // Separators of thousands take letters that are no digits: then the token stands for all that was cut from it.
        let is_plain = token.letters.len() == run.len();
        let mut at = 0;
        while at < run.len() {
            let Some(number) = numbers.next() else { break };
            let digits = number.to_string();
            let letters = token.letters.start + at..token.letters.start + at + digits.len();
            at += digits.len();
            placed.push(Token {
                value: Value::Digits { digits, negative: false, unit: super::number::Unit::None },
                letters: if is_plain { letters } else { token.letters.clone() },
                gap: token.gap,
            });
        }
    }
    placed
}

/// The letters from the first token to the last.
pub fn span(list: &[Token]) -> Range<usize> {
    let start = list.first().map_or(0, |token| token.letters.start);
    start..list.last().map_or(start, |token| token.letters.end)
}

#[cfg(test)]
mod tests;
