//! What the rules see of a report: the case, its text read, what the text claims, the shares it states.
//!
//! Each of these is made when the first rule asks for it, and once for all of them. No fact depends on a finding.

mod case;
pub mod claims;
mod counted;
mod figures;
mod growth;
mod percentage;
mod prose;
mod required;
mod share;
mod topics;

use std::cell::OnceCell;
use std::collections::HashMap;

use crate::calc::{self, Repair};
use crate::draft::Place;
use crate::text::{Breakdown, breakdowns};
use crate::value::Decimal;

pub use case::Case;
pub use claims::{Claim, Count, Court, Outcome, Results, Said, Stage, Standing, Subject};
pub use counted::Counted;
pub use figures::{past, settled, this_year, year_before};
pub use growth::{Base, bases, has_growth_base};
pub use percentage::{
    Percentage, PercentageKind, counts_before, is_difference, is_of_year_before, percentages, risen_from,
};
pub use prose::{PartProse, Passage, Prose};
pub use required::{part_named, prescribing, required_part, required_parts};
pub use share::{Share, Verdict};
pub use topics::{Title, Topic, tells_of_fee, titles};

/// A case, with what is computed of it once for all rules.
pub struct Facts<'a> {
    /// The case.
    pub case: Case<'a>,
    title: OnceCell<Passage<'a>>,
    prose: OnceCell<Prose<'a>>,
    claims: OnceCell<Vec<Claim>>,
    counted: OnceCell<Vec<Counted>>,
    shares: OnceCell<Vec<Share>>,
    breakdowns: OnceCell<HashMap<Place, Vec<Breakdown>>>,
    growths: OnceCell<HashMap<Decimal, Vec<Base>>>,
    repairs: OnceCell<Vec<Repair>>,
}

impl<'a> Facts<'a> {
    /// The facts of a case; nothing is computed yet.
    pub fn new(case: Case<'a>) -> Self {
        Self {
            case,
            title: OnceCell::new(),
            prose: OnceCell::new(),
            claims: OnceCell::new(),
            counted: OnceCell::new(),
            shares: OnceCell::new(),
            breakdowns: OnceCell::new(),
            growths: OnceCell::new(),
            repairs: OnceCell::new(),
        }
    }

    /// The title that the draft states, read; of an empty text where it states none.
    pub fn title(&self) -> &Passage<'a> {
        self.title.get_or_init(|| Passage::new(Place::Title, self.case.draft.own_title()))
    }

    /// Everything that is written: the title, then headings and paragraphs in the order of the report.
    pub fn texts(&self) -> impl Iterator<Item = &Passage<'a>> {
        std::iter::once(self.title()).chain(self.prose().passages())
    }

    /// The text of the report, read.
    pub fn prose(&self) -> &Prose<'a> {
        self.prose.get_or_init(|| Prose::of_draft(self.case.draft))
    }

    /// What the text states of the figures, in the order of the text.
    pub fn claims(&self) -> &[Claim] {
        self.claims.get_or_init(|| claims::claims(self.case.draft, self.prose()))
    }

    /// What the text counts beside these, in its order.
    pub fn counted(&self) -> &[Counted] {
        self.counted.get_or_init(|| counted::counted(self.case.draft, self.prose(), self.claims()))
    }

    /// The shares that the text states, each recomputed, in the order of the text.
    pub fn shares(&self) -> &[Share] {
        self.shares.get_or_init(|| share::shares(&self.case, self.prose()))
    }

    /// The lists of a paragraph that break a number down.
    pub fn breakdowns(&self, place: Place) -> &[Breakdown] {
        let all = self.breakdowns.get_or_init(|| {
            let paragraphs = self.prose().paragraphs();
            let lists = paragraphs.map(|passage| (passage.place, breakdowns(&passage.reading)));
            lists.filter(|(_, lists)| !lists.is_empty()).collect()
        });
        all.get(&place).map(Vec::as_slice).unwrap_or_default()
    }

    /// The growths of those figures of the draft that have a value this year.
    pub fn growths(&self, now: Decimal) -> &[Base] {
        let all = self.growths.get_or_init(|| growth::growths(&self.case));
        all.get(&now).map(Vec::as_slice).unwrap_or_default()
    }

    /// The changes of cells by which relations that fail would hold, the best first.
    pub fn repairs(&self) -> &[Repair] {
        self.repairs.get_or_init(|| calc::repairs(self.case.draft))
    }
}
