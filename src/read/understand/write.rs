//! Rows as they were read, written into the draft; what is open is settled or offered.

use std::ops::Range;

use super::Asked;
use super::figure::{entry, unit_in};
use super::judge::{Judge, OpenRow, settle};
use super::number::Token;
use super::result::{Choice, Listed, ReadFigure, Understood, Way};
use super::row::{placed, span};
use super::tape::{Gap, Source, Tape};
use crate::draft::{CellValue, Edit, Place, SettingName};
use crate::form::{Key, Law};

/// A row that is open, with the tokens of its digits.
pub struct Open {
    /// Its figures and the ways to read them.
    pub row: OpenRow,
    /// The tokens of its digits.
    pub tokens: Vec<Token>,
    /// Which ways these are.
    pub listed: Listed,
}

/// Writes the tokens of a row into its cells. `heads` are the letters in which the table may name a unit.
pub fn write_row(
    understood: &mut Understood,
    tape: &Tape,
    keys: &[Key],
    tokens: &[Token],
    heads: Range<usize>,
    judge: Option<Judge>,
) {
    let is_cut =
        tokens.windows(2).any(|pair| matches!(pair, [a, b] if a.letters.end == b.letters.start && run_on(tape, b)));
    let whole = tokens.first().zip(tokens.last()).map_or(0..0, |(first, last)| first.letters.start..last.letters.end);
    for (key, token) in keys.iter().zip(tokens) {
        let place = Place::Cell(*key);
        let sources = tape.sources(token.letters.clone());
        let before = heads.start.max(token.letters.start.saturating_sub(60))..token.letters.start;
        let entry = entry(*key, token, unit_in(tape, before));
        understood.notes.extend(entry.note);
        if let Some(unit) = entry.unit {
            let value = SettingName::ProcurementUnit.read(unit);
            understood.draft.apply(Edit::SetSetting(SettingName::ProcurementUnit, value));
        }
        let words = tape.words(if is_cut { whole.clone() } else { token.letters.clone() });
        if let Some(rival) = entry.rival {
            let own = entry.value.text();
            let way = |value: String, unit: &str| Way { values: vec![value], remark: format!("原件是{own}{unit}") };
            let ways = vec![way(own.clone(), key.unit()), way(rival.to_string(), "元")];
            understood.choices.push(Choice { places: vec![place], words, sources, ways, listed: Listed::All });
            continue;
        }
        let cut_into = if is_cut { tokens.len() } else { 1 };
        put(understood, entry.value, Given { place, label: key.label(), words, sources, cut_into, judge });
    }
}

/// Where a value goes, and where it came from.
#[derive(Debug)]
pub struct Given {
    /// Its cell.
    pub place: Place,
    /// What the cell is called.
    pub label: String,
    /// The words that it came from.
    pub words: String,
    /// Where they stand.
    pub sources: Vec<Source>,
    /// How many figures the words were cut into.
    pub cut_into: usize,
    /// What settled it, where there were several ways.
    pub judge: Option<Judge>,
}

/// Puts a value into its cell: a figure, a blank, or words that are no number and stay as they are written.
pub fn put(understood: &mut Understood, value: CellValue, given: Given) {
    let Given { place, label, words, sources, cut_into, judge } = given;
    match &value {
        CellValue::Blank => {
            understood.blanks.push((place, sources));
            return;
        }
        CellValue::Unread(text) => {
            understood.notes.push(format!("{label}写的是“{text}”，不是数字，照原样留着，请改"));
        }
        CellValue::Figure(figure) => {
            let value = figure.to_string();
            understood.figures.push(ReadFigure { place, value, words, sources, cut_into, judge });
        }
    }
    understood.draft.apply(Edit::SetCell(place, value));
}

/// Whether a token follows the one before without anything between.
fn run_on(tape: &Tape, token: &Token) -> bool {
    tape.letters.get(token.letters.start).is_some_and(|letter| letter.gap == Gap::None)
}

/// Settles what can be settled of the open rows, and offers the rest.
pub fn write_open(understood: &mut Understood, tape: &Tape, open: Vec<Open>, asked: Asked) {
    // What fits no sum is never settled by others: a report that is out of balance is a finding, not to be hidden. Nor is one of
    // which only some ways are known: another may be the right one.
    let (fitting, others): (Vec<Open>, Vec<Open>) = open.into_iter().partition(|open| open.listed == Listed::All);
    let rows: Vec<OpenRow> = fitting.iter().map(|open| open.row.clone()).collect();
    let settled = settle(&rows, &understood.draft, asked.last, asked.today);
    for (open, settled) in fitting.into_iter().zip(settled) {
        let way = settled.and_then(|(way, judge)| Some((open.row.ways.get(way)?, judge)));
        match way {
            Some((way, judge)) => {
                let at = span(&open.tokens).start;
                write_row(understood, tape, &open.row.keys, &placed(&open.tokens, way), at..at, Some(judge));
            }
            None => offer(understood, tape, &open),
        }
    }
    for open in others {
        offer(understood, tape, &open);
    }
}

fn offer(understood: &mut Understood, tape: &Tape, open: &Open) {
    let places = open.row.keys.iter().map(|key| Place::Cell(*key)).collect();
    let is_fit = open.listed != Listed::Unfit;
    let remark = |way: &[u64]| {
        if is_fit { against(understood, &open.row.keys, way) } else { "各项相加不等于总计".to_owned() }
    };
    let sums = open.row.keys.len() > 3;
    let ways = open.row.ways.iter().map(|way| Way {
        values: way.iter().map(u64::to_string).collect(),
        remark: if is_fit || sums { remark(way) } else { String::new() },
    });
    let ways = ways.collect();
    let letters = span(&open.tokens);
    let (words, sources) = (tape.words(letters.clone()), tape.sources(letters));
    understood.choices.push(Choice { places, words, sources, ways, listed: open.listed });
}

/// What speaks against a way, by the relations of the form within the row.
fn against(understood: &Understood, keys: &[Key], way: &[u64]) -> String {
    let Some(form) = understood.draft.form() else { return String::new() };
    let value = |key: Key| keys.iter().position(|own| *own == key).and_then(|at| way.get(at).copied());
    for relation in &form.relations {
        let pair = match &relation.law {
            Law::Rolled { stock, more, .. } => Some((stock, more)),
            Law::AtMost { part, whole } => whole.first().filter(|_| whole.len() == 1).map(|whole| (whole, part)),
            Law::Sum { .. } | Law::Balance { .. } | Law::Carried { .. } | Law::Moved { .. } => None,
        };
        if let Some((larger, smaller)) = pair
            && let (Some(large), Some(small)) = (value(larger.key), value(smaller.key))
            && large < small
        {
            return format!("{}少于{}", larger.label, smaller.label);
        }
    }
    String::new()
}
