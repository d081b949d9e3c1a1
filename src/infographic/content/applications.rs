//! Requests: how many, who asked, and how.

use super::bars::{Part, Parts};
use super::figures::{joined, share};
use super::{Drawn, Section, Topic};
use crate::draft::Draft;
use crate::facts::settled;
use crate::form::{Applicant, Form, Key, Named, Row};

/// The requests of a year as far as they are known.
pub(super) struct Applications {
    /// How many came in this year.
    pub received: Option<i64>,
    /// How many came over from the year before.
    pub carried_in: Option<i64>,
    /// How many were dealt with.
    pub closed: Option<i64>,
    /// What the form says of those: 办结 or 答复.
    pub closed_word: &'static str,
    /// How many go over into the next year.
    pub carried_out: Option<i64>,
}

/// The figure of the requests that came in this year.
pub(super) fn received_key(form: &Form) -> Option<Key> {
    let of_statistics = || Named::of("requests.received").key().filter(|key| form.table_of(*key).is_some());
    form.application_total(Row::New).or_else(of_statistics)
}

/// The requests of a draft.
pub(super) fn applications(draft: &Draft) -> Option<Applications> {
    let form = draft.form()?;
    let row = |row| settled(draft, form.application_total(row)?);
    let named = |figure: Named| settled(draft, figure.key().filter(|key| form.table_of(*key).is_some())?);
    let replied = named(Named::of("replies.total"));
    Some(Applications {
        received: received_key(form).and_then(|key| settled(draft, key)),
        carried_in: row(Row::CarriedIn),
        closed: row(Row::Total).or(replied).or_else(|| named(Named::of("requests.closed"))),
        closed_word: if replied.is_some() { "答复" } else { "办结" },
        carried_out: row(Row::CarriedOut),
    })
}

/// A kind of applicant in plain words.
fn plain(applicant: &Applicant) -> String {
    match applicant.label {
        label if !applicant.is_organisation => if label == "自然人" { "个人" } else { label }.to_owned(),
        "其他" => "其他组织".to_owned(),
        label => label.strip_prefix("商业").unwrap_or(label).to_owned(),
    }
}

/// Who asked.
pub(super) fn applicants(draft: &Draft) -> Option<Section> {
    let form = draft.form()?;
    let sum = settled(draft, form.application_total(Row::New)?)?;
    let all = form.applicants();
    let of = |kind: &Applicant| Some(Part::new(plain(kind), settled(draft, form.application(Row::New, kind)?)?));
    let parts: Vec<Part> = all.iter().filter_map(of).collect();
    let sorted = whole(&parts, all.len(), sum)?;
    let sentence = sorted.only().map_or_else(
        || format!("{sum}件里，{}{}。", sorted.leading("申请的", "件"), shared(&sorted, sum)),
        |only| format!("{sum}件都是{only}申请的。"),
    );
    let none =
        if sorted.none.is_empty() { String::new() } else { format!("没有{}的申请。", joined(&sorted.none)) };
    Some(section(Topic::Applicants, "谁来申请", sentence, sorted, &none))
}

/// How they asked, where the form counts that.
pub(super) fn ways(draft: &Draft) -> Option<Section> {
    let form = draft.form().filter(|form| form.applicants().is_empty())?;
    let total = received_key(form)?;
    let sum = settled(draft, total)?;
    let terms = form.parts(total)?;
    let plain = |label: &'static str| label.trim_end_matches('数').trim_end_matches("申请");
    let parts: Vec<Part> =
        terms.iter().filter_map(|term| Some(Part::new(plain(term.label), settled(draft, term.key)?))).collect();
    let sorted = whole(&parts, terms.len(), sum)?;
    let sentence = sorted.only().map_or_else(
        || format!("{sum}件里，{}{}。", sorted.leading("申请的", "件"), shared(&sorted, sum)),
        |only| format!("{sum}件都是{only}申请的。"),
    );
    let none = if sorted.none.is_empty() { String::new() } else { format!("没有{}申请。", joined(&sorted.none)) };
    Some(section(Topic::Ways, "怎样提出申请", sentence, sorted, &none))
}

/// The share of the largest, where there is one and where it says something.
fn shared(sorted: &Parts, sum: i64) -> String {
    if sorted.largest.len() == 1 { share(sorted.most, sum) } else { String::new() }
}

/// The parts of a sum, where none is missing, or those that are there make the sum.
pub(super) fn whole(parts: &[Part], count: usize, sum: i64) -> Option<Parts> {
    let added = parts.iter().try_fold(0_i64, |sum, part| sum.checked_add(part.value));
    if parts.len() < count && added != Some(sum) {
        return None;
    }
    Parts::of(parts, "件")
}

/// A section of bars that count cases.
pub(super) fn section(topic: Topic, title: &str, sentence: String, sorted: Parts, note: &str) -> Section {
    Section {
        topic,
        title: title.to_owned(),
        sentence,
        drawn: Drawn::Bars,
        marks: sorted.marks,
        unit: "件",
        note: format!("{}{note}", sorted.rest),
    }
}
