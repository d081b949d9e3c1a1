//! What was published, issued and decided.

use super::applications::{is_statistic, rate};
use super::spot::{Matter, Spot};
use super::told::{is_told, last_in_its_paragraph};
use super::wording::{Told, Wording};
use super::{Candidate, Telling};
use crate::draft::{Draft, Place};
use crate::facts::{Claim, Facts, PercentageKind, Stage, Standing, Subject, percentages, year_before};
use crate::form::{BandRole, ColumnRole, Document, Form, Key, Named, channels};
use crate::value::{Decimal, Figure};

pub(super) fn candidates(facts: &Facts, form: &Form) -> Vec<Candidate> {
    let all = [
        disclosed(facts),
        documents(facts, form, Document::Rules, Telling::Rules),
        documents(facts, form, Document::Normative, Telling::Documents),
        issued(facts, form),
        decisions(facts, form),
        published_on(facts, form),
    ];
    all.into_iter().flatten().collect()
}

/// The figure of this year and of the year before, with which a growth is told.
struct Pair {
    now: Told,
    before: Told,
}

impl Pair {
    /// The growth in per cent with its word.
    fn rate(&self) -> Option<(&'static str, Told)> {
        let (words, value) = rate(self.now.value, self.before.value)?;
        Some((words, Told { value, places: [self.now.places.clone(), self.before.places.clone()].concat() }))
    }

    /// By how much the later figure differs, with the word for it.
    fn difference(&self) -> (&'static str, Told) {
        let value = self.now.value.saturating_sub(self.before.value);
        let words = if value < Decimal::ZERO { "减少" } else { "增加" };
        (words, Told { value: value.abs(), places: [self.now.places.clone(), self.before.places.clone()].concat() })
    }
}

/// How much was published in all: the form's figure, or the one that the history has of the year.
fn total(draft: &Draft) -> Option<(Key, Told)> {
    let key = Named::DISCLOSED.key()?;
    let in_form = draft.form().is_some_and(|form| form.table_of(key).is_some());
    let cell = || Told::cell(draft, key).filter(|_| in_form);
    let past = || {
        let count = draft.past(key, draft.year()).and_then(Figure::count)?;
        Some(Told { value: count.get().into(), places: vec![Place::Past(key, draft.year())] })
    };
    Some((key, cell().or_else(past)?))
}

/// How much was published, and how much more than last year; where the text says how much, how much more.
fn disclosed(facts: &Facts) -> Option<Candidate> {
    let draft = facts.case.draft;
    let (key, now) = total(draft)?;
    let year = draft.year();
    let last = year.saturating_sub(1);
    let before = year_before(&facts.case, key);
    let before = before.map(|before| Told { value: before.into(), places: vec![Place::Past(key, last)] });
    let pair = before.map(|before| Pair { now: now.clone(), before });
    if !is_told(facts, |subject| subject == Subject::Disclosed) {
        let plain = [format!("{year}年，主动公开政府信息"), "全年主动公开政府信息".to_owned()];
        let plain = plain.map(|words| Wording::new(words).figure(&now).say("条"));
        let Some((pair, (word, rate))) = pair.as_ref().and_then(|pair| Some((pair, pair.rate()?))) else {
            return Some(Candidate::new(Telling::Disclosed, Matter::Publishing, plain.map(Wording::end)));
        };
        let [first, second] = plain;
        let wordings = [
            first.count("，比上年的", &pair.before, "条").count(word, &rate, "%").end(),
            compared(second.say("，"), pair, last)?.count(&format!("，{word}"), &rate, "%").end(),
            Wording::new(format!("{year}年，主动公开政府信息")).figure(&now).say("条。"),
        ];
        return Some(Candidate::new(Telling::Disclosed, Matter::Publishing, wordings));
    }
    let pair = pair?;
    let (word, rate) = pair.rate()?;
    let states = |claim: &Claim| claim.subject == Subject::Disclosed && claim.value == now.value;
    let claim = last_in_its_paragraph(facts, |claim| states(claim) && !matches!(claim.standing, Standing::Differs(_)))?;
    // Beside any claim of the figure a growth is one of it, be its number missing.
    let is_growth_told = facts.claims().iter().filter(|claim| claim.subject == Subject::Disclosed).any(|claim| {
        facts.prose().paragraph(claim.place).is_some_and(|passage| {
            percentages(&passage.reading)
                .iter()
                .any(|percentage| matches!(percentage.kind, PercentageKind::Growth | PercentageKind::Fall))
        })
    });
    if is_growth_told || !matches!(claim.place, Place::Body(..)) {
        return None;
    }
    let wordings = [
        compared(Wording::new(""), &pair, last)?.count(&format!("，{word}"), &rate, "%").end(),
        Wording::new("比上年的").figure(&pair.before).say("条").count(word, &rate, "%").end(),
    ];
    let candidate = Candidate::new(Telling::Growth, Matter::Publishing, wordings);
    Some(Candidate { spot: Some(Spot::End(claim.place)), ..candidate })
}

/// 比2016年的45条增加43条; nothing where they are the same.
fn compared(sentence: Wording, pair: &Pair, last: u16) -> Option<Wording> {
    let (word, difference) = pair.difference();
    let sentence = sentence.count(&format!("比{last}年的"), &pair.before, "条");
    difference.is_positive().then(|| sentence.count(word, &difference, "条"))
}

/// What a column counts of documents: what is said of it before the name of the kind, and of which stage it is.
fn stage(role: ColumnRole) -> Option<(&'static str, Stage)> {
    match role {
        ColumnRole::Issued => Some(("制发", Stage::Issued)),
        ColumnRole::Made => Some(("新制作", Stage::Issued)),
        ColumnRole::Published => Some(("新公开", Stage::Any)),
        ColumnRole::Repealed => Some(("废止", Stage::Repealed)),
        ColumnRole::InForce => Some(("现行有效", Stage::InForce)),
        ColumnRole::Open => Some(("对外公开", Stage::Any)),
        ColumnRole::Decisions | ColumnRole::Items | ColumnRole::Change | ColumnRole::Bought | ColumnRole::Amount => {
            None
        }
    }
}

/// The documents of a kind by what was done with them; nothing while a column is blank. Of a kind of which there is nothing at all
/// only what everybody issues is told.
fn documents(facts: &Facts, form: &Form, kind: Document, telling: Telling) -> Option<Candidate> {
    let draft = facts.case.draft;
    if is_told(facts, |subject| matches!(subject, Subject::Document(of, _) if of == kind)) {
        return None;
    }
    let row = form.band_cells().find(|(_, row, _)| row.role == BandRole::Document(kind))?.1;
    let columns = form.document_cells(kind).map(|(key, column)| Some((stage(column.role)?, Told::cell(draft, key)?)));
    let columns: Vec<((&str, Stage), Told)> = columns.collect::<Option<_>>()?;
    let ((verb, _), first) = columns.first()?;
    let name = row.label;
    let year = draft.year();
    if columns.iter().all(|(_, told)| !told.is_positive()) {
        let wordings = [
            Wording::new(format!("{year}年，没有{}{name}。", none_verb(verb))),
            Wording::new(format!("全年未{}{name}。", none_verb(verb))),
        ];
        return (kind == Document::Normative).then(|| Candidate::new(telling, Matter::Publishing, wordings));
    }
    let rest: Vec<&((&str, Stage), Told)> = columns.iter().skip(1).filter(|(_, told)| told.is_positive()).collect();
    let said = |head: String| {
        let sentence = if first.is_positive() {
            Wording::new(format!("{head}{verb}{name}")).figure(first).say("件")
        } else {
            Wording::new(format!("{head}没有{}{name}", none_verb(verb)))
        };
        rest.iter().fold(sentence, |sentence, ((verb, stage), told)| {
            // Of 规范性文件 a text need not say again what was repealed, and what is in force.
            let is_clear = kind == Document::Normative && matches!(stage, Stage::Repealed | Stage::InForce);
            let name = if is_clear { "" } else { name };
            sentence.count(&format!("，{verb}{name}"), told, "件")
        })
    };
    let wordings = [format!("{year}年，"), "全年".to_owned()].map(|head| said(head).end());
    Some(Candidate::new(telling, Matter::Publishing, wordings))
}

/// The verb by which a text says that no document was made.
fn none_verb(verb: &str) -> &str {
    verb.strip_prefix('新').map_or(verb, |_| "制定")
}

/// 规范性文件 of the statistic form.
fn issued(facts: &Facts, form: &Form) -> Option<Candidate> {
    let key = Named::of("normative.issued").key().filter(|key| form.table_of(*key).is_some())?;
    let draft = facts.case.draft;
    if is_told(facts, |subject| matches!(subject, Subject::Document(Document::Normative, _))) {
        return None;
    }
    let issued = Told::cell(draft, key)?;
    let published = Named::of("disclosed.normative").key().and_then(|key| Told::cell(draft, key));
    let year = draft.year();
    let wordings = [format!("{year}年，"), "全年".to_owned()].map(|head| {
        if !issued.is_positive() {
            return Wording::new(format!("{head}没有制发规范性文件。"));
        }
        let sentence = Wording::new(format!("{head}制发规范性文件")).figure(&issued).say("件");
        match &published {
            Some(published) if published.is_positive() => sentence.count("，主动公开规范性文件", published, "条").end(),
            Some(_) | None => sentence.end(),
        }
    });
    Some(Candidate::new(Telling::Documents, Matter::Publishing, wordings))
}

/// Licences, penalties, coercion; nothing while one is blank.
fn decisions(facts: &Facts, form: &Form) -> Option<Candidate> {
    if is_told(facts, |subject| matches!(subject, Subject::Decisions(_))) {
        return None;
    }
    let draft = facts.case.draft;
    let powers = form.band_cells();
    let powers = powers.filter(|(_, row, column)| column.role == ColumnRole::Decisions && row.role == BandRole::Power);
    let told = powers.map(|(key, row, _)| Some((format!("{}决定", row.label), Told::cell(draft, key)?)));
    let mut told: Vec<(String, Told)> = told.collect::<Option<_>>()?;
    told.retain(|(_, told)| told.is_positive());
    if told.is_empty() {
        return None;
    }
    let wordings = [
        Wording::new(format!("{}年，作出", draft.year())).list(&told, "件", "，").end(),
        Wording::new("全年依法作出").list(&told, "件", "、").end(),
    ];
    Some(Candidate::new(Telling::Decisions, Matter::Publishing, wordings))
}

/// On which channels, where the form counts them; nothing while one is blank.
fn published_on(facts: &Facts, form: &Form) -> Option<Candidate> {
    let draft = facts.case.draft;
    let own: Vec<(Key, &str)> = channels().filter(|(key, _)| form.table_of(*key).is_some()).collect();
    let keys: Vec<Key> = own.iter().map(|(key, _)| *key).collect();
    if own.is_empty() || is_told(facts, |subject| is_statistic(subject, &keys)) {
        return None;
    }
    let told = own.iter().map(|(key, label)| Some((format!("{label}公开政府信息"), Told::cell(draft, *key)?)));
    let mut told: Vec<(String, Told)> = told.collect::<Option<_>>()?;
    told.retain(|(_, told)| told.is_positive());
    if told.is_empty() {
        return None;
    }
    let wordings = [
        Wording::new("从公开渠道看，").list(&told, "条", "，").end(),
        Wording::new("全年通过").list(&told, "条", "，通过").end(),
    ];
    Some(Candidate::new(Telling::Channels, Matter::Publishing, wordings))
}
