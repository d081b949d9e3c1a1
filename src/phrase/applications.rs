//! Applications received: how many, and by whom or in which way.

use super::spot::Matter;
use super::told::is_told;
use super::wording::{Told, Wording, whole};
use super::{Candidate, Telling};
use crate::calc::growth;
use crate::draft::{Draft, Place};
use crate::facts::{Facts, Subject, year_before};
use crate::form::{Form, Key, Named};
use crate::value::Decimal;

/// From how many cases on a growth in per cent says something.
const MANY: i64 = 30;

/// What applications are called.
pub(super) const APPLICATIONS: &str = "政府信息公开申请";

pub(super) fn candidates(facts: &Facts, form: &Form) -> Vec<Candidate> {
    let draft = facts.case.draft;
    let Some(new) = Told::of(draft, Subject::New) else { return Vec::new() };
    let carried = Told::of(draft, Subject::CarriedIn);
    let mut all = Vec::new();
    // While 上年结转 is blank nobody knows whether there were others to handle.
    if !is_told(facts, |subject| matches!(subject, Subject::Received | Subject::New))
        && (carried.is_some() || form.applicants().is_empty())
    {
        let wordings = received(facts, &new, carried.as_ref());
        all.push(Candidate::new(Telling::Received, Matter::Requests, wordings));
    }
    let is_of_applicant = |subject| matches!(subject, Subject::Applicant(_) | Subject::Organisations);
    let wordings = if form.applicants().is_empty() {
        ways(facts, form, &new)
    } else if is_told(facts, is_of_applicant) {
        Vec::new()
    } else {
        applicants(draft, form, &new)
    };
    if new.is_positive() && !wordings.is_empty() {
        all.push(Candidate::new(Telling::Applicants, Matter::Requests, wordings));
    }
    all
}

/// How many were received, beside those that were carried in.
fn received(facts: &Facts, new: &Told, carried: Option<&Told>) -> Vec<Wording> {
    let year = facts.case.draft.year();
    let from_before = carried.filter(|carried| carried.is_positive());
    if !new.is_positive() {
        return match from_before {
            None => vec![
                Wording::new(format!("{year}年，未收到{APPLICATIONS}。")),
                Wording::new(format!("全年没有收到{APPLICATIONS}。")),
            ],
            Some(carried) => vec![
                Wording::new(format!("{year}年，未收到新的{APPLICATIONS}，")).count("上年结转", carried, "件").end(),
                Wording::new(format!("全年没有收到新的{APPLICATIONS}，")).count("上年结转", carried, "件").end(),
            ],
        };
    }
    let named = |words: String| Wording::new(words).count(APPLICATIONS, new, "件");
    match (from_before, carried) {
        (Some(before), _) => vec![
            named(format!("{year}年，新收")).count("，上年结转", before, "件").end(),
            named("全年新收".to_owned()).count("，另有上年结转", before, "件").end(),
        ],
        (None, Some(_)) => {
            let plain = named(format!("{year}年，新收")).end();
            let none = named("全年新收".to_owned()).say("，无上年结转申请。");
            [plain, none].into_iter().chain(grown(facts, new)).collect()
        }
        (None, None) => {
            let plain = [format!("{year}年，收到"), "全年共收到".to_owned()].map(|words| named(words).end());
            plain.into_iter().chain(grown(facts, new)).collect()
        }
    }
}

/// How many more there were than last year, of many cases.
fn grown(facts: &Facts, new: &Told) -> Option<Wording> {
    let key = new.places.first().and_then(|place| place.figure())?;
    let before = year_before(&facts.case, key).filter(|before| *before >= MANY)?;
    let (words, rate) = rate(new.value, before.into())?;
    let year = facts.case.draft.year();
    let last = Told { value: before.into(), places: vec![Place::Past(key, year.saturating_sub(1))] };
    let rate = Told { value: rate, places: [new.places.clone(), last.places.clone()].concat() };
    let sentence = Wording::new(format!("{year}年，收到")).count(APPLICATIONS, new, "件");
    Some(sentence.count("，比上年的", &last, "件").count(words, &rate, "%").end())
}

/// A growth in per cent with the word for it; nothing where there is none, or where it has no meaning.
pub(super) fn rate(now: Decimal, before: Decimal) -> Option<(&'static str, Decimal)> {
    let rate = growth(now, before).filter(|rate| !rate.is_zero())?;
    Some((if rate.is_sign_negative() { "下降" } else { "增长" }, rate.abs()))
}

/// By whom the new ones were made.
fn applicants(draft: &Draft, form: &Form, new: &Told) -> Vec<Wording> {
    let told = |subject| Told::of(draft, subject);
    let kinds = form.applicants();
    let by_kind = kinds.iter().map(|kind| (kind.label.to_owned(), told(Subject::Applicant(kind.id)))).collect();
    let persons = kinds.iter().filter(|kind| !kind.is_organisation);
    let mut by_group: Vec<(String, Told)> = Vec::new();
    for kind in persons {
        by_group.extend(told(Subject::Applicant(kind.id)).map(|told| (kind.label.to_owned(), told)));
    }
    by_group.extend(told(Subject::Organisations).map(|told| ("法人或其他组织".to_owned(), told)));
    let made: Decimal = by_group.iter().fold(Decimal::ZERO, |sum, (_, told)| sum.saturating_add(told.value));
    let said =
        |parts: &[(String, Told)]| Wording::new("新收").count(APPLICATIONS, new, "件").parts(parts, "件", "，").end();
    let Some(by_kind) = whole(by_kind, new.value) else { return Vec::new() };
    let by_kind = (by_kind.len() > 1).then(|| said(&by_kind));
    let by_group = (made == new.value).then(|| said(&by_group));
    by_kind.into_iter().chain(by_group).collect()
}

/// In which way they were made, where the form counts that.
fn ways(facts: &Facts, form: &Form, new: &Told) -> Vec<Wording> {
    let draft = facts.case.draft;
    let Some(terms) = new.places.first().and_then(|place| form.parts(place.figure()?)) else { return Vec::new() };
    let keys: Vec<Key> = terms.iter().map(|term| term.key).collect();
    if is_told(facts, |subject| is_statistic(subject, &keys)) {
        return Vec::new();
    }
    let parts = terms.iter().map(|term| (term.label.trim_end_matches('数').to_owned(), Told::cell(draft, term.key)));
    let Some(parts) = whole(parts.collect(), new.value) else { return Vec::new() };
    let wordings = [("收到", "，"), ("全年收到", "、")]
        .map(|(words, between)| Wording::new(words).count(APPLICATIONS, new, "件").parts(&parts, "件", between).end());
    wordings.into()
}

/// Whether a subject is one of these figures of the statistic form.
pub(super) fn is_statistic(subject: Subject, keys: &[Key]) -> bool {
    keys.iter().any(|key| subject == Subject::Statistic(Named::from(*key)))
}
