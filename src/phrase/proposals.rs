//! Proposals of deputies and members: how many, and how many of them are closed.

use super::spot::Matter;
use super::told::is_counted;
use super::wording::{Told, Wording};
use super::{Candidate, Telling};
use crate::draft::{Place, Proposal, ProposalField};
use crate::facts::Facts;
use crate::value::Decimal;

/// What they are called.
const PROPOSALS: [&str; 2] = ["建议", "提案"];

/// All that were handled; nothing while one of their numbers is blank.
pub(super) fn candidate(facts: &Facts) -> Option<Candidate> {
    let all = facts.case.draft.proposals();
    if all.is_empty() || is_counted(facts, &PROPOSALS, |number| number.counts("件")) {
        return None;
    }
    let number = |proposal: &Proposal, field| proposal.number(field).map(|count| Decimal::from(count.get()));
    let sum = |field| {
        let values: Option<Vec<Decimal>> = all.iter().map(|proposal| number(proposal, field)).collect();
        let value = values?.into_iter().fold(Decimal::ZERO, Decimal::saturating_add);
        Some(Told { value, places: (0..all.len()).map(|n| Place::Proposal(n, field)).collect() })
    };
    let (count, closed) = (sum(ProposalField::Count).filter(Told::is_positive)?, sum(ProposalField::Closed)?);
    if closed.value > count.value {
        return None;
    }
    let year = facts.case.draft.year();
    let end = |sentence: Wording| {
        if closed.value == count.value {
            sentence.say("，已全部办结。")
        } else {
            sentence.count("，已办结", &closed, "件").end()
        }
    };
    let wordings = [format!("{year}年，承办人大代表建议、政协委员提案"), "全年办理建议、提案".to_owned()];
    let wordings = wordings.map(|words| end(Wording::new(words).figure(&count).say("件")));
    Some(Candidate::new(Telling::Proposals, Matter::Proposals, wordings))
}
