//! All tables of a document: which edition they are of, what they take of the text, what they put into the draft.

use std::collections::HashSet;
use std::ops::Range;

use super::Asked;
use super::extra::{Extra, read_extra};
use super::figure::{entry, unit_in};
use super::judge::{Judge, OpenRow, settle};
use super::number::Token;
use super::result::{Choice, LeftWords, ReadFigure, Understood, Way};
use super::row::{RowRead, placed, span};
use super::spec::{Spec, specs};
use super::table::{Found, find};
use super::tape::{Source, Tape, text_of};
use crate::block::{Block, Table};
use crate::draft::{CellValue, Edit, Place, SettingName};
use crate::form::{FormId, Key, Law, TableId, forms};
use crate::read::LeftKind;
use crate::text::compact;

/// The tables of a document.
pub struct Tables {
    /// The edition that they are of; nothing where there is no official table.
    pub form: Option<FormId>,
    specs: Vec<Spec>,
    found: Vec<Found>,
    /// The tables beside the official ones, each with its first letter.
    extras: Vec<(usize, Extra)>,
    /// Tables that the form has no place for: the block and its words.
    others: Vec<(usize, String)>,
    /// The blocks that are tables.
    blocks: HashSet<usize>,
}

/// A table among the paragraphs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Which table.
    pub table: TableId,
    /// Its first letter on the tape.
    pub at: usize,
}

/// A row that is open, with the tokens of its digits.
struct Open {
    row: OpenRow,
    tokens: Vec<Token>,
    fits: bool,
}

impl Tables {
    /// Finds the tables. The edition is the one of which most labels are there.
    pub fn find(tape: &Tape, blocks: &[Block]) -> Self {
        let mut best: Option<(usize, FormId, Vec<Spec>, Vec<Found>)> = None;
        for form in forms() {
            let specs = specs(form);
            let found = found(tape, &specs);
            let labels = found.iter().map(|found| found.labels).sum();
            if labels > best.as_ref().map_or(0, |(most, ..)| *most) {
                best = Some((labels, form.id, specs, found));
            }
        }
        let (form, specs, found) = match best {
            Some((_, form, specs, found)) => (Some(form), specs, found),
            None => (None, Vec::new(), Vec::new()),
        };
        let mut tables = Self { form, specs, found, extras: Vec::new(), others: Vec::new(), blocks: HashSet::new() };
        tables.read_others(tape, blocks);
        tables
    }

    /// Reads the tables that are no official ones.
    fn read_others(&mut self, tape: &Tape, blocks: &[Block]) {
        let official: HashSet<usize> = self
            .found
            .iter()
            .flat_map(|found| tape.sources(found.letters.clone()))
            .filter(|source| source.cell.is_some())
            .map(|source| source.block)
            .collect();
        let known: Vec<Key> = Key::all().collect();
        for (block, content) in blocks.iter().enumerate() {
            let Block::Table(table) = content else { continue };
            self.blocks.insert(block);
            if official.contains(&block) {
                self.leave_text(tape, block, table);
                continue;
            }
            let before = blocks.iter().take(block).rev().take(2).map(words_of_block).collect::<String>();
            let at = tape.first_of(block);
            match read_extra(block, table, &format!("{}{before}", table.caption), &known) {
                Some(extra) => self.extras.push((at, extra)),
                None => self.others.push((block, rows_as_text(table))),
            }
        }
    }

    /// Long texts in the cells of an official table that are none of its own.
    fn leave_text(&mut self, tape: &Tape, block: usize, table: &Table) {
        let is_outside = |source: &Source| !self.found.iter().any(|f| tape.sources(f.letters.clone()).contains(source));
        for (row, cells) in table.rows.iter().enumerate() {
            for (cell, content) in cells.iter().enumerate() {
                let text = text_of(content);
                let source = Source { block, cell: Some((row, cell)), range: 0..text.len() };
                if text.chars().count() > 80 && text.contains('。') && is_outside(&source) {
                    self.others.push((block, text));
                }
            }
        }
    }

    /// The letters that the official tables take.
    pub fn taken(&self) -> Vec<Range<usize>> {
        self.found.iter().map(|found| found.letters.clone()).collect()
    }

    /// Whether a block is a table.
    pub fn has_block(&self, block: usize) -> bool {
        self.blocks.contains(&block)
    }

    /// The tables in the order of the document.
    pub fn marks(&self) -> Vec<Mark> {
        let official = self.found.iter().map(|found| Mark { table: found.table, at: found.letters.start });
        let extras = self.extras.iter().map(|(at, extra)| Mark { table: extra.table, at: *at });
        let mut marks: Vec<Mark> = official.chain(extras).collect();
        marks.sort_by_key(|mark| mark.at);
        marks
    }

    /// Puts the figures into the draft, and names what is open.
    pub fn write(self, understood: &mut Understood, tape: &Tape, asked: Asked) {
        let mut open = Vec::new();
        for found in &self.found {
            let Some(spec) = self.specs.iter().find(|spec| spec.table == found.table) else { continue };
            let mut from = found.letters.start;
            for row in &found.rows {
                let Some(keys) = spec.rows.get(row.row).map(|row| row.keys.as_slice()) else { continue };
                match &row.read {
                    RowRead::Certain(tokens) => {
                        write_row(understood, tape, keys, tokens, from..row.label.end, None);
                    }
                    RowRead::Open { ways, tokens, fits } => {
                        let row = OpenRow { keys: keys.to_vec(), ways: ways.clone() };
                        open.push(Open { row, tokens: tokens.clone(), fits: *fits });
                    }
                    RowRead::Nothing => {
                        let sources = tape.sources(row.label.clone());
                        understood.blanks.extend(keys.iter().map(|key| (Place::Cell(*key), sources.clone())));
                    }
                }
                from = row.label.end;
            }
        }
        write_open(understood, tape, open, asked);
        for (_, extra) in self.extras {
            for edit in extra.edits {
                understood.draft.apply(edit);
            }
            for (place, value, source) in extra.values {
                let figure =
                    ReadFigure { place, words: value.clone(), value, sources: vec![source], cut_into: 1, judge: None };
                understood.figures.push(figure);
            }
        }
        for (block, text) in self.others {
            let sources = vec![Source { block, cell: None, range: 0..0 }];
            understood.left.push(LeftWords { kind: LeftKind::Table, text, sources });
        }
    }
}

/// The tables of an edition, each with letters of its own: those of many rows are found first, so that a smaller one does not take
/// the heads of another for its own.
fn found(tape: &Tape, specs: &[Spec]) -> Vec<Found> {
    let mut order: Vec<&Spec> = specs.iter().collect();
    order.sort_by_key(|spec| std::cmp::Reverse(spec.rows.len()));
    let (mut taken, mut all): (Vec<Range<usize>>, Vec<Found>) = (Vec::new(), Vec::new());
    for spec in order {
        if let Some(found) = find(tape, spec, &taken) {
            taken.push(found.letters.clone());
            all.push(found);
        }
    }
    all.sort_by_key(|found| found.letters.start);
    all
}

/// Writes the tokens of a row into its cells. `heads` are the letters in which the table may name a unit.
fn write_row(
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
            understood.choices.push(Choice { places: vec![place], words, sources, ways, fits: true });
            continue;
        }
        match &entry.value {
            CellValue::Blank => understood.blanks.push((place, sources)),
            CellValue::Unread(text) => {
                understood.notes.push(format!("{}写的是“{text}”，不是数字，照原样留着，请改", key.label()));
                understood.draft.apply(Edit::SetCell(place, entry.value));
            }
            CellValue::Figure(figure) => {
                let cut_into = if is_cut { tokens.len() } else { 1 };
                let value = figure.to_string();
                understood.figures.push(ReadFigure { place, value, words, sources, cut_into, judge });
                understood.draft.apply(Edit::SetCell(place, entry.value));
            }
        }
    }
}

/// Whether a token follows the one before without anything between.
fn run_on(tape: &Tape, token: &Token) -> bool {
    tape.letters.get(token.letters.start).is_some_and(|letter| letter.gap == super::tape::Gap::None)
}

/// Settles what can be settled of the open rows, and offers the rest.
fn write_open(understood: &mut Understood, tape: &Tape, open: Vec<Open>, asked: Asked) {
    // What fits no sum is never settled by others: a report that is out of balance is a finding, not to be hidden.
    let (fitting, others): (Vec<Open>, Vec<Open>) = open.into_iter().partition(|open| open.fits);
    let rows: Vec<OpenRow> = fitting.iter().map(|open| open.row.clone()).collect();
    let settled = settle(&rows, &understood.draft, asked.last, asked.today);
    for (open, settled) in fitting.into_iter().zip(settled) {
        let way = settled.and_then(|(way, judge)| Some((open.row.ways.get(way)?, judge)));
        match way {
            Some((way, judge)) => {
                let at = span(&open.tokens).start;
                write_row(understood, tape, &open.row.keys, &placed(&open.tokens, way), at..at, Some(judge));
            }
            None => offer(understood, tape, open),
        }
    }
    for open in others {
        offer(understood, tape, open);
    }
}

fn offer(understood: &mut Understood, tape: &Tape, open: Open) {
    let places = open.row.keys.iter().map(|key| Place::Cell(*key)).collect();
    let remark = |way: &[u64]| {
        if open.fits { against(understood, &open.row.keys, way) } else { "各项相加不等于总计".to_owned() }
    };
    let sums = open.row.keys.len() > 3;
    let ways = open.row.ways.iter().map(|way| Way {
        values: way.iter().map(u64::to_string).collect(),
        remark: if open.fits || sums { remark(way) } else { String::new() },
    });
    let ways = ways.collect();
    let letters = span(&open.tokens);
    let (words, sources) = (tape.words(letters.clone()), tape.sources(letters));
    understood.choices.push(Choice { places, words, sources, ways, fits: open.fits });
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

fn words_of_block(block: &Block) -> String {
    match block {
        Block::Title(lines) => lines.concat(),
        Block::Heading(text) => text.clone(),
        Block::Paragraph(runs) => runs.iter().map(|run| run.text.as_str()).collect(),
        Block::Table(_) | Block::Picture(_) | Block::Signature { .. } => String::new(),
    }
}

/// A table as text, a row a line.
fn rows_as_text(table: &Table) -> String {
    let row = |cells: &Vec<crate::block::TableCell>| {
        let texts: Vec<String> =
            cells.iter().map(|cell| compact(&text_of(cell))).filter(|text| !text.is_empty()).collect();
        texts.join("，")
    };
    let rows: Vec<String> = table.rows.iter().map(row).filter(|row| !row.is_empty()).collect();
    rows.join("\n")
}
