//! Findings that were accepted with a note, and when an acceptance lapses.

use std::collections::{HashMap, HashSet};

use super::{Basis, Finding, Severity, is_note};
use crate::draft::{Draft, Edit, Review};
use crate::value::Ordered;

const ACCEPTED: &str = "accepted";

/// How a finding stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// Nobody has said anything of it.
    Open,
    /// It was accepted, and what it rests on still stands so.
    Accepted {
        /// Why.
        note: String,
        /// When, as ISO time.
        at: String,
    },
    /// It was accepted, and what it rested on has changed since.
    Lapsed {
        /// Why it was accepted then.
        note: String,
    },
}

impl Status {
    /// Whether somebody still has to settle the finding.
    pub fn is_open(&self) -> bool {
        match self {
            Self::Open | Self::Lapsed { .. } => true,
            Self::Accepted { .. } => false,
        }
    }
}

/// Which of the findings of a draft were accepted in it.
///
/// The same words in one place are told apart by their number, which is another when one of them is mended: so an acceptance
/// goes with the sentence on which it rests, and by its number only where no sentence says more.
pub struct Reviewed<'a> {
    reviews: &'a [Review],
    found: &'a [Finding],
    /// The review of each finding.
    of: Vec<Option<usize>>,
}

impl<'a> Reviewed<'a> {
    /// What was accepted of these findings of a draft.
    pub fn of(draft: &'a Draft, found: &'a [Finding]) -> Self {
        let mut this = Self { reviews: draft.reviewed(), found, of: vec![None; found.len()] };
        // Most drafts accept nothing, and an identity can be long.
        if !this.reviews.is_empty() {
            this.join();
        }
        this
    }

    fn join(&mut self) {
        let mut groups: HashMap<String, (Vec<usize>, Vec<usize>)> = HashMap::new();
        for (at, finding) in self.found.iter().enumerate() {
            groups.entry(finding.stem()).or_default().0.push(at);
        }
        let mut seen = HashSet::new();
        for (at, review) in self.reviews.iter().enumerate() {
            // Of two with one identity the first counts.
            if review.verdict != ACCEPTED || !seen.insert(review.finding.as_str()) {
                continue;
            }
            let numbered = review.finding.rsplit_once('~').filter(|(_, number)| number.parse::<usize>().is_ok());
            let unnumbered = numbered.map(|(stem, _)| stem);
            let stem =
                [Some(review.finding.as_str()), unnumbered].into_iter().flatten().find(|s| groups.contains_key(*s));
            if let Some((_, reviews)) = stem.and_then(|stem| groups.get_mut(stem)) {
                reviews.push(at);
            }
        }
        for (found, mut reviews) in groups.into_values() {
            reviews.truncate(super::LISTED);
            let (found, reviews) = (found.as_slice(), &mut reviews);
            self.join_by(found, reviews, |review, finding| {
                review.finding == finding.identity() && rests(review, finding)
            });
            self.join_by(found, reviews, rests);
            self.join_by(found, reviews, |review, finding| review.finding == finding.identity());
            if let ([only], [_]) = (found, reviews.as_slice()) {
                self.join_by(&[*only], reviews, |_, _| true);
            }
        }
    }

    /// Joins findings that have no review with the first of the reviews that is meant, and takes that out.
    fn join_by(&mut self, found: &[usize], reviews: &mut Vec<usize>, is_of: impl Fn(&Review, &Finding) -> bool) {
        for at in found {
            let (Some(finding), Some(None)) = (self.found.get(*at), self.of.get(*at)) else { continue };
            let meant = reviews.iter().position(|review| self.reviews.get(*review).is_some_and(|r| is_of(r, finding)));
            if let (Some(meant), Some(of)) = (meant, self.of.get_mut(*at)) {
                *of = Some(reviews.remove(meant));
            }
        }
    }

    fn review(&self, at: usize) -> Option<&'a Review> {
        self.of.get(at).copied().flatten().and_then(|review| self.reviews.get(review))
    }

    /// How the finding at an index stands. Only 核实性 findings can be accepted.
    pub fn status(&self, at: usize) -> Status {
        match (self.review(at), self.found.get(at)) {
            (Some(review), Some(finding)) => status_by(review, finding),
            (None, _) | (_, None) => Status::Open,
        }
    }

    /// The edit that accepts the finding at an index with a note, at a time.
    pub fn accept(&self, at: usize, note: &str, time: &str) -> Edit {
        let mut reviewed = self.without(at);
        if let Some(finding) = self.found.get(at) {
            let mut review = Review::default();
            review.finding = finding.identity();
            ACCEPTED.clone_into(&mut review.verdict);
            note.trim().clone_into(&mut review.note);
            review.basis = basis_of(finding);
            time.clone_into(&mut review.at);
            reviewed.push(review);
        }
        Edit::SetReviewed(reviewed)
    }

    /// The edit that takes the acceptance of the finding at an index back.
    pub fn withdraw(&self, at: usize) -> Edit {
        Edit::SetReviewed(self.without(at))
    }

    /// The edit that keeps each acceptance with its finding after a change: `now` is what is found then, and `of` says which
    /// finding of before each of these is. Nothing where they keep it by themselves.
    pub fn carried_over(&self, now: &[Finding], of: &[Option<usize>]) -> Option<Edit> {
        let mut identities: Vec<Option<String>> = vec![None; self.found.len()];
        for (finding, before) in now.iter().zip(of) {
            if let Some(identity) = before.and_then(|before| identities.get_mut(before)) {
                *identity = Some(finding.identity());
            }
        }
        let named_now = now.iter().map(Finding::identity).collect();
        let written = self.written(|at| identities.get(at).cloned().flatten(), None, named_now);
        (written != self.reviews).then_some(Edit::SetReviewed(written))
    }

    /// The reviews without that of the finding at an index, each under the identity that its finding has now.
    fn without(&self, at: usize) -> Vec<Review> {
        let identity = |at: usize| self.found.get(at).map(Finding::identity);
        self.written(identity, Some(at), identity(at).into_iter().collect())
    }

    /// The reviews, those that belong to findings under these identities, without that of one finding. One that belongs to none
    /// makes room for them, and for what else is named so.
    fn written(
        &self,
        identity: impl Fn(usize) -> Option<String>,
        without: Option<usize>,
        mut taken: HashSet<String>,
    ) -> Vec<Review> {
        let mut owners: Vec<Option<usize>> = vec![None; self.reviews.len()];
        for (at, review) in self.of.iter().enumerate() {
            if let Some(owner) = review.and_then(|review| owners.get_mut(review)) {
                *owner = Some(at);
            }
        }
        let named: Vec<Option<String>> = owners.iter().map(|owner| owner.and_then(&identity)).collect();
        taken.extend(named.iter().flatten().cloned());
        let all = self.reviews.iter().zip(owners).zip(named);
        let written = all.filter_map(|((review, owner), name)| match name {
            Some(_) if owner == without => None,
            Some(name) => {
                let mut review = review.clone();
                review.finding = name;
                Some(review)
            }
            None => (!taken.contains(&review.finding)).then(|| review.clone()),
        });
        written.collect()
    }
}

fn status_by(review: &Review, finding: &Finding) -> Status {
    if finding.severity != Severity::Warning || !is_note(&review.note) {
        return Status::Open;
    }
    if rests(review, finding) {
        Status::Accepted { note: review.note.clone(), at: review.at.clone() }
    } else {
        Status::Lapsed { note: review.note.clone() }
    }
}

/// Whether what a review rests on still stands so.
fn rests(review: &Review, finding: &Finding) -> bool {
    let stands = |basis: &Basis| review.basis.get(&basis.place.to_string()) == Some(&basis.value);
    finding.rests_on.iter().all(stands) && review.basis.len() == basis_of(finding).len()
}

fn basis_of(finding: &Finding) -> Ordered<String, String> {
    finding.rests_on.iter().map(|basis| (basis.place.to_string(), basis.value.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Place;

    fn open(text: &str) -> Draft {
        let json = format!(r#"{{"nianbao": 1, "form": "national-2021", "year": 2022, "opening": ["{text}"]}}"#);
        Draft::from_json(&json).expect("a draft").draft
    }

    /// What one rule finds that is 核实性.
    fn found(draft: &Draft) -> Vec<Finding> {
        let today = crate::value::Date::new(2023, 1, 20).expect("a day");
        let mut found = crate::rules::check_all(&crate::facts::Case::new(draft, today));
        found.retain(|finding| finding.rule == "Q09");
        found
    }

    fn accepted(draft: &Draft) -> Vec<(String, bool)> {
        let found = found(draft);
        let reviewed = Reviewed::of(draft, &found);
        let is_accepted = |at: usize| !reviewed.status(at).is_open();
        found.iter().enumerate().map(|(at, finding)| (finding.identity(), is_accepted(at))).collect()
    }

    const FIRST: &str = "Q09:opening.0#国务院令第492号";

    #[test]
    fn an_acceptance_stays_with_its_sentence_when_the_same_words_before_it_go() {
        let mut draft = open("依据国务院令第492号公开。依据国务院令第492号答复。");
        let all = found(&draft);
        assert_eq!(all.len(), 2, "{all:?}");
        let edit = Reviewed::of(&draft, &all).accept(1, "引用当时的文件名称", "2018-01-20T09:00:00Z");
        draft.apply(edit);
        assert_eq!(accepted(&draft), [(FIRST.to_owned(), false), (format!("{FIRST}~2"), true)]);
        draft.apply(Edit::SetText(Place::Opening(0), "依据有关规定公开。依据国务院令第492号答复。".into()));
        assert_eq!(accepted(&draft), [(FIRST.to_owned(), true)]);
        // Accepting another one, and taking it back, leaves this one alone.
        draft.apply(Edit::SetText(Place::Opening(0), "依据国务院令第492号登记。依据国务院令第492号答复。".into()));
        assert_eq!(accepted(&draft), [(FIRST.to_owned(), false), (format!("{FIRST}~2"), true)]);
        let all = found(&draft);
        draft.apply(Reviewed::of(&draft, &all).accept(0, "此处引用旧文", "2018-01-21T09:00:00Z"));
        assert_eq!(accepted(&draft), [(FIRST.to_owned(), true), (format!("{FIRST}~2"), true)]);
        draft.apply(Reviewed::of(&draft, &all).withdraw(0));
        assert_eq!(accepted(&draft), [(FIRST.to_owned(), false), (format!("{FIRST}~2"), true)]);
    }

    #[test]
    fn a_mend_takes_the_acceptance_of_the_next_along() {
        let mut draft = open("依据国务院令第492号公开，依据国务院令第492号答复。");
        let before = found(&draft);
        assert_eq!(before.len(), 2, "{before:?}");
        let edit = Reviewed::of(&draft, &before).accept(1, "引用当时的文件名称", "2018-01-20T09:00:00Z");
        draft.apply(edit);
        let mut mended = draft.clone();
        mended.apply(Edit::SetText(Place::Opening(0), "依据有关规定公开，依据国务院令第492号答复。".into()));
        let now = found(&mended);
        let of = crate::rules::follow(&before.iter().collect::<Vec<_>>(), &now.iter().collect::<Vec<_>>());
        assert_eq!(of, [Some(1)]);
        let carried = Reviewed::of(&draft, &before).carried_over(&now, &of).expect("a change");
        mended.apply(carried);
        // Its sentence is another now, and so it is asked for again; the finding that was mended has none.
        let status = Reviewed::of(&mended, &now).status(0);
        assert_eq!(status, Status::Lapsed { note: "引用当时的文件名称".to_owned() });
        assert_eq!(mended.reviewed().len(), 1);
        assert_eq!(mended.reviewed()[0].finding, FIRST);
    }

    #[test]
    fn the_acceptance_of_what_is_mended_goes_to_no_other() {
        let mut draft = open("依据国务院令第492号公开。依据国务院令第492号答复。");
        let all = found(&draft);
        draft.apply(Reviewed::of(&draft, &all).accept(0, "引用当时的文件名称", "2018-01-20T09:00:00Z"));
        // Its sentence is rewritten, so that it is asked for again, and then it is mended.
        let rewritten = "依据国务院令第492号公布。依据国务院令第492号答复。";
        draft.apply(Edit::SetText(Place::Opening(0), rewritten.into()));
        let before = found(&draft);
        draft.apply(Edit::SetText(Place::Opening(0), "依据有关规定公布。依据国务院令第492号答复。".into()));
        let now = found(&draft);
        let of = crate::rules::follow(&before.iter().collect::<Vec<_>>(), &now.iter().collect::<Vec<_>>());
        assert_eq!(of, [Some(1)]);
        let carried = Reviewed::of(&draft, &before).carried_over(&now, &of).expect("a change");
        draft.apply(carried);
        assert_eq!(Reviewed::of(&draft, &now).status(0), Status::Open);
    }
}
