//! Where a sentence belongs: the part by its heading, the paragraph by its title or by what it tells.

use super::told::last_told;
use crate::draft::Place;
use crate::facts::{Facts, PartProse, Passage, Subject, Topic, prescribing, required_part, titles};
use crate::form::PartRole;
use crate::text::{has_any, mark};

/// Where a sentence would stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// At the end of this paragraph.
    End(Place),
    /// As a paragraph of its own, in this part at this index of its body.
    Between(usize, usize),
}

/// What a sentence is about, by which its place is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Matter {
    /// What was published and decided.
    Publishing,
    /// Applications.
    Requests,
    /// Reviews and suits.
    Disputes,
    /// Fees.
    Fees,
    /// Proposals of deputies.
    Proposals,
}

/// Words of headings, for where the form does not say what its parts are for: of the matter itself, then of what is nearest to it.
/// Where none has them, it belongs to the first part.
impl Matter {
    fn headings(self) -> &'static [&'static [&'static str]] {
        const OVERVIEW: &[&str] = &["基本", "总体", "概述", "概况"];
        match self {
            Self::Publishing => &[&["主动公开"], OVERVIEW],
            Self::Requests => &[&["申请"], &["主动公开"], OVERVIEW],
            Self::Disputes => &[&["复议", "诉讼"], &["申请"], OVERVIEW],
            Self::Fees => &[&["收费", "费用"], &["申请"], OVERVIEW],
            Self::Proposals => &[&["建议", "提案"], &["其他", "其它"], OVERVIEW],
        }
    }

    /// The part that the national forms have for it.
    fn role(self) -> PartRole {
        match self {
            Self::Publishing | Self::Requests | Self::Disputes => PartRole::Overview,
            Self::Fees | Self::Proposals => PartRole::Others,
        }
    }

    /// The topic of the overview to which it belongs.
    fn topic(self) -> Option<&'static Topic> {
        match self {
            Self::Publishing => Topic::asked_for(Topic::PUBLISHING),
            Self::Requests | Self::Disputes => Topic::asked_for(Topic::REQUESTS),
            Self::Fees | Self::Proposals => None,
        }
    }

    /// Whether a figure is told beside it.
    fn is_beside(self, subject: Subject) -> bool {
        let own = match subject {
            Subject::Disclosed
            | Subject::Document(..)
            | Subject::Decisions(_)
            | Subject::Fees
            | Subject::Statistic(_) => Self::Publishing,
            Subject::Received
            | Subject::New
            | Subject::CarriedIn
            | Subject::CarriedOut
            | Subject::Closed
            | Subject::Handled
            | Subject::Results(_)
            | Subject::Applicant(_)
            | Subject::Organisations => Self::Requests,
            Subject::Disputes(..) => Self::Disputes,
        };
        own == self
    }
}

/// The places of the matters of a report.
pub(super) struct Spots<'f, 'a> {
    facts: &'f Facts<'a>,
    found: Vec<(Matter, Option<Spot>)>,
}

impl<'f, 'a> Spots<'f, 'a> {
    pub fn new(facts: &'f Facts<'a>) -> Self {
        Self { facts, found: Vec::new() }
    }

    /// Where a sentence on a matter belongs; nothing where the report has no part for it.
    pub fn of(&mut self, matter: Matter) -> Option<Spot> {
        if let Some((_, spot)) = self.found.iter().find(|(known, _)| *known == matter) {
            return *spot;
        }
        let spot = self.look(matter);
        self.found.push((matter, spot));
        spot
    }

    fn look(&self, matter: Matter) -> Option<Spot> {
        let n = self.part(matter)?;
        let part = self.facts.prose().parts.get(n)?;
        let titled = || matter.topic().and_then(|topic| titled(part, topic));
        let told = || {
            let place = last_told(self.facts, |subject| matter.is_beside(subject), |place| place.part() == Some(n))?;
            part.body.iter().find(|passage| passage.place == place)
        };
        // Under titles of its own a topic that none names is not looked for by its words.
        let spoken = || {
            let topic = matter.topic().filter(|_| !part.body.iter().any(|passage| mark(passage.text()).is_some()))?;
            part.body.iter().find(|passage| has_any(passage.text(), topic.prose))
        };
        if let Some(passage) = titled().or_else(told).or_else(spoken) {
            return Some(after(n, passage));
        }
        // 无其他需要报告的事项 stays the last word.
        let nothing_else = part.body.iter().find(|passage| {
            has_any(passage.text(), &["无其他", "没有其他", "无其它", "没有其它", "无需要报告", "没有需要报告"])
        });
        let end = self.facts.case.draft.narrative().get(n)?.body.len();
        let at = nothing_else.and_then(|passage| passage.place.index_in(Place::Part(n)));
        Some(Spot::Between(n, at.unwrap_or(end)))
    }

    /// The part of a matter.
    fn part(&self, matter: Matter) -> Option<usize> {
        let prose = self.facts.prose();
        if prescribing(&self.facts.case).is_some() {
            return required_part(&self.facts.case, prose, matter.role()).map(|(n, _)| n);
        }
        let with = |words: &&[&str]| prose.headings().position(|heading| has_any(heading.text(), words));
        let first = (!prose.parts.is_empty()).then_some(0);
        matter.headings().iter().find_map(with).or(first)
    }
}

/// The last paragraph under a title of a topic: up to the next one that is numbered in the same way.
fn titled<'p, 'a>(part: &'p PartProse<'a>, topic: &Topic) -> Option<&'p Passage<'a>> {
    let style = |passage: &Passage| mark(passage.text()).map(|mark| mark.style);
    let is_of_topic = |passage: &Passage| titles(passage.text()).first().is_some_and(|title| topic.has_title(title));
    let at = part.body.iter().position(|passage| style(passage).is_some() && is_of_topic(passage))?;
    let own = part.body.get(at..)?;
    let first = own.first()?;
    let rest = own.get(1..)?.iter().take_while(|passage| style(passage) != style(first));
    rest.last().or(Some(first))
}

/// At the end of a paragraph, or after it where it does not end with a sentence.
fn after(n: usize, passage: &Passage) -> Spot {
    let ends = passage.text().trim_end().ends_with(['。', '！', '？']);
    let next = passage.place.index_in(Place::Part(n)).map(|m| Spot::Between(n, m + 1));
    next.filter(|_| !ends).unwrap_or(Spot::End(passage.place))
}
