//! Mends: what takes a fault away, and the edit that it makes of the draft as it stands when it is applied.
//!
//! A mend holds the few words or cells that it changes and what stood there, never the paragraph around them: many mends
//! in one long paragraph cost no more than their words, and a mend that comes too late changes nothing of what was typed
//! since.

use std::ops::Range;
use std::sync::Arc;

use crate::draft::{CellValue, Draft, Edit, FormName, Part, Place, Splice};
use crate::facts::Passage;
use crate::form::{FormId, Key};
use crate::text::{with_full_width_marks, without_markup};
use crate::value::Figure;

/// A change that takes the fault away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mend {
    /// The button's words: 结转下年度改为 3.
    pub label: String,
    /// The change.
    pub change: Change,
}

/// What a mend changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Words of texts, in the order of the places and of the words; shared, because many findings can offer the same.
    Words(Arc<[Replacement]>),
    /// Whole texts, each written anew.
    Texts(Arc<[Place]>, Rewriting),
    /// Cells.
    Cells(Vec<CellChange>),
    /// The form that goes with the report year.
    Form(FormId),
    /// Headings of parts that are put in at the end, after so many parts.
    Parts(usize, Vec<String>),
}

/// Words of a text that are replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replacement {
    /// The text.
    pub place: Place,
    /// Their bytes in it.
    pub span: Range<usize>,
    /// The words that stand there.
    pub from: String,
    /// The words that are to stand there.
    pub to: String,
}

/// How a whole text is written anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rewriting {
    /// With full-width marks for the half-width ones.
    FullWidthMarks,
    /// Without the markup of other programs.
    NoMarkup,
    /// With a word for another.
    Word {
        /// The word that goes.
        from: &'static str,
        /// The word that comes.
        to: &'static str,
    },
}

/// A cell that is set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellChange {
    /// The cell.
    pub place: Place,
    /// What stands in it.
    pub from: CellValue,
    /// What is to stand in it.
    pub to: CellValue,
}

impl Replacement {
    /// The words of a passage at a span, replaced.
    pub fn new(passage: &Passage, span: Range<usize>, to: impl Into<String>) -> Self {
        let from = passage.reading.words(span.clone()).to_owned();
        Self { place: passage.place, span, from, to: to.into() }
    }
}

impl Change {
    /// Other words at a span of a passage.
    pub fn words(passage: &Passage, span: Range<usize>, to: impl Into<String>) -> Self {
        Self::Words(Arc::new([Replacement::new(passage, span, to)]))
    }

    /// A passage written anew.
    pub fn text(place: Place, rewriting: Rewriting) -> Self {
        Self::Texts(Arc::new([place]), rewriting)
    }

    /// A cell set to a figure.
    pub fn cell(draft: &Draft, place: Place, to: Figure) -> Self {
        Self::Cells(vec![CellChange::new(draft, place, to)])
    }

    /// Zeros in cells.
    pub fn zeros(draft: &Draft, keys: impl IntoIterator<Item = Key>) -> Self {
        let zero = |key: Key| CellChange::new(draft, Place::Cell(key), Figure::zero(key.kind()));
        Self::Cells(keys.into_iter().map(zero).collect())
    }

    /// The edit that it makes of a draft; nothing where what it was to change no longer stands so.
    pub fn edit(&self, draft: &Draft) -> Option<Edit> {
        match self {
            Self::Words(replacements) => {
                let texts = replacements.chunk_by(|one, next| one.place == next.place);
                let edits: Option<Vec<Edit>> = texts.map(|of_text| replaced(draft, of_text)).collect();
                Some(one_or_many(edits?))
            }
            Self::Texts(places, rewriting) => {
                let edits: Option<Vec<Edit>> = places.iter().map(|place| rewriting.edit(draft, *place)).collect();
                Some(one_or_many(edits?))
            }
            Self::Cells(cells) => {
                let stands = cells.iter().all(|cell| draft.entry(cell.place) == cell.from);
                let set = |cell: &CellChange| Edit::SetCell(cell.place, cell.to.clone());
                stands.then(|| one_or_many(cells.iter().map(set).collect()))
            }
            Self::Form(form) => Some(Edit::SetYear(draft.year(), FormName::Known(*form))),
            Self::Parts(after, headings) => {
                let parts = headings.iter().map(Part::new).collect();
                (draft.narrative().len() == *after).then(|| Edit::SpliceParts(Splice::insert(*after, parts)))
            }
        }
    }
}

impl Mend {
    /// The edit that it makes of a draft; nothing where what it was to change no longer stands so.
    pub fn edit(&self, draft: &Draft) -> Option<Edit> {
        self.change.edit(draft)
    }
}

impl CellChange {
    /// A cell of a draft set to a figure.
    pub fn new(draft: &Draft, place: Place, to: Figure) -> Self {
        Self { place, from: draft.entry(place), to: CellValue::Figure(to) }
    }
}

impl Rewriting {
    fn edit(self, draft: &Draft, place: Place) -> Option<Edit> {
        let text = draft.text(place)?;
        let written = match self {
            Self::FullWidthMarks => with_full_width_marks(&text),
            Self::NoMarkup => without_markup(&text),
            Self::Word { from, to } => text.replace(from, to),
        };
        (written != text).then_some(Edit::SetText(place, written))
    }
}

/// The edit that replaces words of one text; nothing where other words stand there.
fn replaced(draft: &Draft, replacements: &[Replacement]) -> Option<Edit> {
    let place = replacements.first()?.place;
    let text = draft.text(place)?;
    let (mut written, mut from) = (String::with_capacity(text.len()), 0);
    for replacement in replacements {
        if text.get(replacement.span.clone())? != replacement.from {
            return None;
        }
        written.push_str(text.get(from..replacement.span.start)?);
        written.push_str(&replacement.to);
        from = replacement.span.end;
    }
    written.push_str(text.get(from..)?);
    Some(Edit::SetText(place, written))
}

fn one_or_many(mut edits: Vec<Edit>) -> Edit {
    match edits.len() {
        1 => edits.swap_remove(0),
        _ => Edit::Many(edits),
    }
}
