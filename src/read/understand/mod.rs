//! What a foreign document says: blocks in, a draft and what is to be told of it out.
//!
//! Everything is found by its words, never by its place: labels of the form anchor the figures, headings the text. A figure that can
//! be read in one way only is certain; what can be read in several stays blank and is offered.

mod aside;
mod bars;
mod caption;
mod closing;
mod cut;
mod extra;
mod figure;
mod furniture;
mod heading;
mod judge;
mod label;
mod line;
mod number;
mod office;
mod only_row;
mod opening;
mod prose;
mod result;
mod row;
mod signature;
mod simplify;
mod spec;
mod structure;
mod table;
mod tables;
mod tape;
mod title;
mod words;
mod wrap;
mod write;

use crate::draft::{Draft, Edit, FormName, OfficeField, Place};
use crate::form::{FormId, forms};
use crate::value::{Date, FIRST_YEAR, LAST_YEAR, Year};

pub use furniture::furniture;
pub use judge::Judge;
pub use result::{Choice, LeftWords, Listed, ReadFigure, ReadText, Understood, Way};
pub use tape::Source;

use super::Document;
use crate::block::{Block, unstyled};
use heading::Headings;
use structure::Structure;
use tables::Tables;
use tape::Tape;
use title::title_in;

/// What is known beside the document.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The day on which it is read.
    pub today: Date,
    /// Last year's report of the office, where it is at hand: it settles what the document leaves open.
    pub last: Option<&'a Draft>,
    /// The year that the clerk says it is of, where the document's own word does not count.
    pub year: Option<Year>,
}

/// The title is looked for among so many blocks.
const TITLE_AMONG: usize = 60;
/// And within so many letters of each.
const TITLE_WITHIN: usize = 300;

/// Understands a document as a report. Nothing fails: what cannot be read is told.
pub fn understand(document: &Document, asked: Asked) -> Understood {
    let tape = Tape::of(&document.blocks);
    let titled = asked.year.or_else(|| titled(&document.blocks));
    let tables = Tables::find(&tape, &document.blocks, titled);
    let form = tables.form;
    let taken = tables.taken();
    let paras = prose::paragraphs(&tape, &taken, |block| tables.has_block(block));
    let of_form = form.unwrap_or_else(|| FormId::of_year(titled.unwrap_or(LAST_YEAR))).form();
    let headings = Headings::of(&of_form.headings_of(titled.unwrap_or(LAST_YEAR)));
    let structure = Structure::of(paras, headings, &tables.marks());
    let named = structure.year(asked.today);
    let year = asked.year.or(named).unwrap_or_else(|| year_without(form, asked.today));
    let form = form.unwrap_or_else(|| FormId::of_year(year));
    let office = structure.office();
    let mut draft = Draft::new(String::new(), year, &office, office::kind(&office));
    draft.apply(Edit::SetYear(year, FormName::Known(form)));
    let mut understood = Understood::new(draft);
    if named.is_none() && asked.year.is_none() {
        understood.notes.push(format!("原件里没有写年度，先按{year}年度读，请核对"));
    }
    if office.is_empty() {
        understood.notes.push("原件里没有写单位名称，请填写".to_owned());
    }
    structure.write(&mut understood, &office);
    tables.write(&mut understood, &tape, asked);
    caption::leave_own_captions(&mut understood.draft);
    caption::leave_to_the_appendix(&mut understood.draft);
    for left in &document.left {
        understood.left.push(LeftWords { kind: left.kind, text: left.text.clone(), sources: Vec::new() });
    }
    understood.notes.extend(document.notes.iter().cloned());
    understood
}

/// The year in the first title of a document.
fn titled(blocks: &[Block]) -> Option<Year> {
    let lines = blocks.iter().filter_map(|block| match block {
        Block::Title(lines) => Some(lines.concat()),
        Block::Heading(text) => Some(text.clone()),
        Block::Paragraph(runs) => Some(unstyled(runs)),
        Block::Table(_) | Block::Picture(_) | Block::Signature { .. } => None,
    });
    let beginning = |line: String| line.chars().take(TITLE_WITHIN).collect::<String>();
    lines.take(TITLE_AMONG).find_map(|line| title_in(&beginning(line))?.year)
}

/// The year of a report that names none: the last that its form is for and that has ended.
fn year_without(form: Option<FormId>, today: Date) -> Year {
    let ended = Year::try_from(today.year()).unwrap_or(LAST_YEAR).saturating_sub(1).clamp(FIRST_YEAR, LAST_YEAR);
    let newer = form.and_then(|form| {
        let from = form.form().years.0;
        forms().iter().map(|other| other.years.0).filter(|other| *other > from).min()
    });
    newer.map_or(ended, |newer| newer.saturating_sub(1).min(ended))
}

/// The fields of the office that a text tells.
fn contacts(understood: &mut Understood, texts: &str) {
    let found = office::contacts(texts);
    for (field, value) in found {
        if understood.draft.office(field).is_empty() && field != OfficeField::Name {
            understood.draft.apply(Edit::SetText(Place::Office(field), value));
        }
    }
}
