//! All tables of a document: which edition they are of, what they take of the text, what they put into the draft.

use std::collections::HashSet;
use std::ops::Range;

use super::Asked;
use super::extra::{Extra, read_extra};
use super::judge::OpenRow;
use super::result::{LeftWords, Understood};
use super::row::RowRead;
use super::spec::{Spec, specs};
use super::table::{Found, find};
use super::tape::{Source, Tape, text_of};
use super::write::{Open, write_open, write_row};
use crate::block::{Block, Table, unstyled};
use crate::draft::Place;
use crate::form::{FormId, Key, TableId, forms};
use crate::read::LeftKind;
use crate::text::compact;
use crate::value::Year;

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

impl Tables {
    /// Finds the tables. The edition is the one of which most is there; `year` is the one that the title names.
    pub fn find(tape: &Tape, blocks: &[Block], year: Option<Year>) -> Self {
        let named = year.map(FormId::of_year);
        let mut best: Option<(usize, FormId, Vec<Spec>, Vec<Found>)> = None;
        for form in forms() {
            let specs = specs(form);
            let found = found(tape, &specs);
            let certain =
                |found: &Found| found.rows.iter().filter(|row| matches!(row.read, RowRead::Certain(_))).count();
            let there: usize = found.iter().map(|found| found.labels + certain(found)).sum();
            // The editions have most of their labels in common: where it is close, the year decides.
            let weight = if named == Some(form.id) { there + there / 4 } else { there };
            if weight > best.as_ref().map_or(0, |(most, ..)| *most) {
                best = Some((weight, form.id, specs, found));
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
        let sources = self.found.iter().flat_map(|found| tape.sources(found.letters.clone()));
        let own: HashSet<(usize, usize)> =
            sources.filter(|source| source.block == block).filter_map(|source| source.cell).collect();
        for (row, cells) in table.rows.iter().enumerate() {
            for (cell, content) in cells.iter().enumerate() {
                let text = text_of(content);
                if text.chars().count() > 80 && text.contains('。') && !own.contains(&(row, cell)) {
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
                // Indicators that the form does not have. The rows of other tables are all of the form.
                if !spec.is_ordered && from < row.label.start && from > found.letters.start {
                    leave_row(understood, tape, from..row.label.start);
                }
                match &row.read {
                    RowRead::Certain(tokens) => {
                        write_row(understood, tape, keys, tokens, from..row.label.end, None);
                    }
                    RowRead::Open { ways, tokens, listed } => {
                        let row = OpenRow { keys: keys.to_vec(), ways: ways.clone() };
                        open.push(Open { row, tokens: tokens.clone(), listed: *listed });
                    }
                    RowRead::Nothing => {
                        let sources = tape.sources(row.label.clone());
                        understood.blanks.extend(keys.iter().map(|key| (Place::Cell(*key), sources.clone())));
                    }
                }
                from = row.read.end().unwrap_or_default().max(row.label.end);
            }
        }
        write_open(understood, tape, open, asked);
        for (_, extra) in self.extras {
            extra.write(understood);
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
    let wanted = |table: TableId, row: usize| {
        let spec = specs.iter().find(|spec| spec.table == table);
        spec.and_then(|spec| spec.rows.get(row)).map_or(0, |row| row.keys.len())
    };
    let some_are_short =
        all.iter().any(|found| found.rows.iter().any(|row| row.read.is_short(wanted(found.table, row.row))));
    all.iter_mut().flat_map(|found| &mut found.rows).for_each(|row| row.read.settle_only_way(some_are_short));
    all
}

/// Names a row that the form does not have: words with a figure.
fn leave_row(understood: &mut Understood, tape: &Tape, letters: Range<usize>) {
    let has = |wanted: fn(char) -> bool| letters.clone().filter_map(|at| tape.plain(at)).any(wanted);
    if has(|c| c.is_ascii_digit()) && has(char::is_alphabetic) {
        let (text, sources) = (tape.words(letters.clone()), tape.sources(letters));
        understood.left.push(LeftWords { kind: LeftKind::Table, text, sources });
    }
}

fn words_of_block(block: &Block) -> String {
    match block {
        Block::Title(lines) => lines.concat(),
        Block::Heading(text) => text.clone(),
        Block::Paragraph(runs) => unstyled(runs),
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
