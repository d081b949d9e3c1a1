//! How claims stand against the cells, and what the claims around one say of it.

use std::collections::{BTreeMap, BTreeSet};

use super::subject::Subject;
use super::{Claim, Count, Standing};
use crate::draft::{Draft, Place};
use crate::facts::Prose;
use crate::text::has_any;
use crate::value::Decimal;

/// Holds claims against the cells; a claim that may mean something else by what stands around it is no longer firm.
pub(super) fn settle(draft: &Draft, prose: &Prose, claims: &mut [Claim]) {
    let mut counts: BTreeMap<Subject, Vec<Count>> = BTreeMap::new();
    for claim in claims.iter_mut() {
        let counts = counts.entry(claim.subject).or_insert_with(|| claim.subject.counts(draft));
        claim.standing = claim.held_against(counts);
    }
    without_those_carried_in(draft, prose, claims);
    of_more_than_the_table(prose, claims);
    together(claims);
}

/// 收到41件，办结40件，另有上年结转2件也已办结: of the new ones so many were closed, unless the claim says that the others are with them.
fn without_those_carried_in(draft: &Draft, prose: &Prose, claims: &mut [Claim]) {
    let first = |subject: Subject| subject.counts(draft).first().filter(|count| count.settled).map(|count| count.value);
    let Some((total, carried)) = first(Subject::Closed).zip(first(Subject::CarriedIn)) else { return };
    let of_new = |claim: &&mut Claim| claim.subject == Subject::Closed && claim.value == total - carried;
    for claim in claims.iter_mut().filter(of_new) {
        let after = prose.paragraph(claim.place).and_then(|passage| passage.text().get(claim.words.end..));
        if !["（含", "(含", "，含"].iter().any(|with| after.is_some_and(|after| after.starts_with(with))) {
            claim.firm = false;
        }
    }
}

/// 全市收到89件，其中市政府办公室15件; 历年累计283条，今年62条: where one claim is the table's, one of more is another's.
fn of_more_than_the_table(prose: &Prose, claims: &mut [Claim]) {
    const MORE: [&str; 7] = ["累计", "全省", "全市", "全县", "全区", "全州", "全旗"];
    let agrees = |claim: &&Claim| matches!(claim.standing, Standing::Agrees(_));
    let of_the_table: BTreeSet<Subject> = claims.iter().filter(agrees).map(|claim| claim.subject).collect();
    let is_other =
        |claim: &&mut Claim| matches!(claim.standing, Standing::Differs(_)) && of_the_table.contains(&claim.subject);
    for claim in claims.iter_mut().filter(is_other) {
        let Some(passage) = prose.paragraph(claim.place) else { continue };
        let sentence = passage.reading.sentence(claim.words.start);
        if has_any(passage.reading.recent(sentence.start, claim.digits.start), &MORE) {
            claim.firm = false;
        }
    }
}

/// 办公室制发规范性文件13件，各局制发规范性文件15件: together they are the table's 28.
fn together(claims: &mut [Claim]) {
    let mut parts: BTreeMap<(Place, Subject), (usize, Decimal)> = BTreeMap::new();
    for claim in claims.iter().filter(|claim| matches!(claim.standing, Standing::Differs(_))) {
        let (many, sum) = parts.entry((claim.place, claim.subject)).or_default();
        (*many, *sum) = (*many + 1, sum.saturating_add(claim.value));
    }
    for claim in claims {
        if let (Standing::Differs(counts), Some((2.., sum))) =
            (&claim.standing, parts.get(&(claim.place, claim.subject)))
            && counts.iter().any(|count| count.value == *sum)
        {
            claim.firm = false;
        }
    }
}
