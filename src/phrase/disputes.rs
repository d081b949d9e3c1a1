//! Reviews and suits by their result.

use super::spot::Matter;
use super::told::is_told;
use super::wording::{Told, Wording, whole};
use super::{Candidate, Telling};
use crate::draft::Draft;
use crate::facts::{Court, Facts, Subject};
use crate::form::{Form, Key, Outcome, TableId, Way};

pub(super) fn candidates(facts: &Facts) -> Vec<Candidate> {
    let draft = facts.case.draft;
    let of = |courts: &[Court]| {
        let is_of = |subject| matches!(subject, Subject::Disputes(court, _) if courts.contains(&court));
        is_told(facts, is_of)
    };
    let reviews = Told::of(draft, Subject::Disputes(Court::Review, Outcome::Total))
        .filter(|_| !of(&[Court::Review, Court::Both]));
    let suits = Told::of(draft, Subject::Disputes(Court::Suit, Outcome::Total))
        .filter(|_| !of(&[Court::Suit, Court::Direct, Court::AfterReview, Court::Both]));
    let year = draft.year();
    if let (Some(reviews), Some(suits)) = (&reviews, &suits)
        && !reviews.is_positive()
        && !suits.is_positive()
    {
        let wordings = [
            Wording::new(format!("{year}年，未发生因政府信息公开引起的行政复议、行政诉讼。")),
            Wording::new("全年没有发生政府信息公开行政复议、行政诉讼案件。"),
        ];
        return vec![Candidate::new(Telling::Disputes, Matter::Disputes, wordings)];
    }
    let told = [
        (reviews, Telling::Reviews, Court::Review, "被申请", "行政复议"),
        (suits, Telling::Suits, Court::Suit, "被提起", "行政诉讼"),
    ];
    let candidate = |(total, telling, court, verb, name): (Option<Told>, Telling, Court, &str, &str)| {
        let total = total?;
        let wordings = if total.is_positive() {
            brought(draft, &total, court, verb, name)?
        } else {
            vec![
                Wording::new(format!("{year}年，未发生因政府信息公开引起的{name}。")),
                Wording::new(format!("全年没有发生政府信息公开{name}案件。")),
            ]
        };
        Some(Candidate::new(telling, Matter::Disputes, wordings))
    };
    told.into_iter().filter_map(candidate).collect()
}

/// How many were brought, and how they ended; nothing while an end is blank, or where the ends do not make the total.
fn brought(draft: &Draft, total: &Told, court: Court, verb: &str, name: &str) -> Option<Vec<Wording>> {
    let form = draft.form()?;
    // The statistic form has no cell for what is pending.
    let has_pending = form.table(TableId::Disputes).is_some();
    let ends = Outcome::ENDS.into_iter().filter(|outcome| has_pending || *outcome != Outcome::Pending);
    let ends = ends.map(|outcome| (outcome.label().to_owned(), ended(draft, form, court, outcome)));
    let ends = whole(ends.collect(), total.value)?;
    let year = draft.year();
    let heads = [(format!("{year}年，因政府信息公开{verb}"), "，"), ("全年发生政府信息公开".to_owned(), "、")];
    let wordings =
        heads.map(|(head, between)| Wording::new(head).count(name, total, "件").parts(&ends, "件", between).end());
    Some(wordings.into())
}

/// How many ended so.
fn ended(draft: &Draft, form: &Form, court: Court, outcome: Outcome) -> Option<Told> {
    let ways: &[Way] = if court == Court::Review { &[Way::Review] } else { &[Way::Direct, Way::AfterReview] };
    let cells: Option<Vec<Key>> = ways.iter().map(|way| form.dispute(*way, outcome)).collect();
    match cells {
        Some(cells) => Told::sum(draft, cells),
        None => Told::of(draft, Subject::Disputes(court, outcome)),
    }
}
