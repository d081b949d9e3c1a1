//! Suggested sentences: what the figures say in official wording, where it would stand, and whether the text says it already.
//!
//! A sentence rests on figures in which nothing is missing: a blank is not 0, and of it nothing is said. A part of a sum stands in
//! a sentence only where the parts make the sum. What the text says already, rightly or wrongly, is not suggested: whether it is
//! right is for the rules. Nothing here changes a draft: a suggestion is an edit that is offered.

mod applications;
mod disputes;
mod fees;
mod proposals;
mod publication;
mod results;
mod spot;
mod told;
mod wording;

use crate::draft::{Draft, Edit, Item, Place, Splice};
use crate::facts::Facts;
use crate::roll::Marks;
pub use spot::Spot;
use spot::{Matter, Spots};
pub use wording::{Tied, Wording};

/// What a suggestion tells; of each kind there is one at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Telling {
    /// How much was published, and how much more than last year.
    Disclosed,
    /// How much more was published than last year, where the text says how much.
    Growth,
    /// 规章.
    Rules,
    /// 规范性文件.
    Documents,
    /// 行政许可, 行政处罚, 行政强制.
    Decisions,
    /// On which channels it was published.
    Channels,
    /// 行政事业性收费, or the fees for information on request.
    Charges,
    /// Applications received.
    Received,
    /// By whom, or in which way, they were made.
    Applicants,
    /// What became of them.
    Results,
    /// 结转下年度.
    CarriedOut,
    /// Reviews and suits, where there were none of both.
    Disputes,
    /// Reviews.
    Reviews,
    /// Suits.
    Suits,
    /// 信息处理费, where there was nothing that it could have been taken for.
    HandlingFee,
    /// Proposals of deputies.
    Proposals,
}

/// A sentence that could stand in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// What it tells.
    pub telling: Telling,
    /// How it can be said, the likeliest first; never none.
    pub wordings: Vec<Wording>,
    /// Where it would stand.
    pub spot: Spot,
}

/// A sentence with the matter by which its place is found.
struct Candidate {
    telling: Telling,
    matter: Matter,
    /// Where it stands, when its place follows from the text and not from the matter.
    spot: Option<Spot>,
    wordings: Vec<Wording>,
}

impl Candidate {
    fn new(telling: Telling, matter: Matter, wordings: impl IntoIterator<Item = Wording>) -> Self {
        Self { telling, matter, spot: None, wordings: wordings.into_iter().collect() }
    }
}

/// The sentences that could stand in a report and do not, in the order of the form.
///
/// A wording that came over from last year is left out: put in, it would be last year's again.
pub fn suggestions(facts: &Facts) -> Vec<Suggestion> {
    let Some(form) = facts.case.draft.form() else { return Vec::new() };
    let mut all = publication::candidates(facts, form);
    all.extend(fees::charges(facts, form));
    all.extend(applications::candidates(facts, form));
    all.extend(results::candidates(facts, form));
    all.extend(disputes::candidates(facts));
    all.extend(fees::handling(facts, form));
    all.extend(proposals::candidate(facts));
    let marks = Marks::of(facts.case.draft);
    let mut spots = Spots::new(facts);
    let placed = all.into_iter().filter_map(|candidate| {
        let Candidate { telling, matter, spot, mut wordings } = candidate;
        wordings.retain(|wording| marks.of_text(&wording.text).is_empty());
        if wordings.is_empty() {
            return None;
        }
        Some(Suggestion { telling, wordings, spot: spot.or_else(|| spots.of(matter))? })
    });
    placed.collect()
}

impl Telling {
    /// Its name in the page.
    pub fn name(self) -> &'static str {
        match self {
            Self::Disclosed => "disclosed",
            Self::Growth => "growth",
            Self::Rules => "rules",
            Self::Documents => "documents",
            Self::Decisions => "decisions",
            Self::Channels => "channels",
            Self::Charges => "charges",
            Self::Received => "received",
            Self::Applicants => "applicants",
            Self::Results => "results",
            Self::CarriedOut => "carried-out",
            Self::Disputes => "disputes",
            Self::Reviews => "reviews",
            Self::Suits => "suits",
            Self::HandlingFee => "handling-fee",
            Self::Proposals => "proposals",
        }
    }
}

impl Suggestion {
    /// The wording of a number counted from 0; after the last comes the first.
    pub fn wording(&self, nth: usize) -> Option<&Wording> {
        self.wordings.get(nth.checked_rem(self.wordings.len())?)
    }

    /// The edit that puts a wording of it into the draft of which it was made, in one step.
    pub fn edit(&self, draft: &Draft, nth: usize) -> Option<Edit> {
        let sentence = &self.wording(nth)?.text;
        match self.spot {
            Spot::End(place) => {
                let text = draft.text(place)?;
                Some(Edit::SetText(place, format!("{}{sentence}", text.trim_end())))
            }
            Spot::Between(part, at) => {
                let insert = vec![Item::Paragraph(sentence.clone())];
                Some(Edit::SpliceBody(part, Splice::insert(at, insert)))
            }
        }
    }

    /// The paragraph in which it stands once it is put in.
    pub fn place(&self) -> Place {
        match self.spot {
            Spot::End(place) => place,
            Spot::Between(part, at) => Place::Body(part, at),
        }
    }
}

#[cfg(test)]
mod sentence_tests;
#[cfg(test)]
mod tests;
