//! What became of the applications: the results by their groups, and what is carried into the next year.

use super::applications::{APPLICATIONS, is_statistic};
use super::spot::Matter;
use super::told::is_told;
use super::wording::{Told, Wording, whole};
use super::{Candidate, Telling};
use crate::draft::Draft;
use crate::facts::{Facts, Subject};
use crate::form::{Form, Group, Key, Named, Row};

pub(super) fn candidates(facts: &Facts, form: &Form) -> Vec<Candidate> {
    if form.applicants().is_empty() {
        return replies(facts, form).into_iter().collect();
    }
    let draft = facts.case.draft;
    let carried = Told::of(draft, Subject::CarriedOut);
    let is_carried_told = is_told(facts, |subject| subject == Subject::CarriedOut);
    if !is_told(facts, |subject| matches!(subject, Subject::Results(_)))
        && let Some(wordings) = results(draft, form, carried.as_ref().filter(|_| !is_carried_told))
    {
        return vec![Candidate::new(Telling::Results, Matter::Requests, wordings)];
    }
    let carried = carried.filter(|carried| carried.is_positive() && !is_carried_told);
    let wordings = carried.map(|carried| {
        [
            Wording::new("结转下年度继续办理").count(APPLICATIONS, &carried, "件").end(),
            Wording::new("尚在办理的").say(APPLICATIONS).count("结转下年度", &carried, "件").end(),
        ]
    });
    wordings.map(|wordings| Candidate::new(Telling::CarriedOut, Matter::Requests, wordings)).into_iter().collect()
}

/// The results of table three; nothing while one is blank, or where they do not make their total.
fn results(draft: &Draft, form: &Form, carried: Option<&Told>) -> Option<Vec<Wording>> {
    let closed = Told::of(draft, Subject::Closed).filter(Told::is_positive)?;
    let of_group = |group: &'static Group| {
        let rows = form.results().filter(|row| row.group == group);
        let keys = rows.filter_map(|row| form.application_total(Row::Result(row))).collect();
        (group.label.to_owned(), Told::sum(draft, keys))
    };
    let parts = whole(form.groups().into_iter().map(of_group).collect(), closed.value)?;
    let wordings = [("办结", "，"), ("全年办结", "、")].map(|(words, between)| {
        let sentence = Wording::new(words).count(APPLICATIONS, &closed, "件").parts(&parts, "件", between);
        match carried {
            Some(carried) if carried.is_positive() => sentence.count("；结转下年度继续办理", carried, "件").end(),
            Some(_) | None => sentence.end(),
        }
    });
    Some(wordings.into())
}

/// The replies of the statistic form.
fn replies(facts: &Facts, form: &Form) -> Option<Candidate> {
    let draft = facts.case.draft;
    let key = Named::of("replies.total").key()?;
    let total = Told::cell(draft, key).filter(Told::is_positive)?;
    let terms = form.parts(key)?;
    let keys: Vec<Key> = terms.iter().map(|term| term.key).collect();
    if is_told(facts, |subject| matches!(subject, Subject::Results(_)) || is_statistic(subject, &keys)) {
        return None;
    }
    let parts = terms.iter().map(|term| (term.label.trim_end_matches('数').to_owned(), Told::cell(draft, term.key)));
    let mut parts = whole(parts.collect(), total.value)?;
    // 主动公开 turns the reader to what was published: what else was replied is said before.
    parts.sort_by_key(|(words, _)| words.contains("主动公开"));
    let wordings = [("答复", "，"), ("全年答复", "、")].map(|(words, between)| {
        Wording::new(words).count(APPLICATIONS, &total, "件").parts(&parts, "件", between).end()
    });
    Some(Candidate::new(Telling::Results, Matter::Requests, wordings))
}
