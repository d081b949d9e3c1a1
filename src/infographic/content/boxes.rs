//! What is said in a line at the end: what there was none of, fees, reviews, suits.

use super::ClosingBox;
use super::applications::applications;
use crate::draft::Draft;
use crate::facts::{Case, Facts, Said, Subject, settled, this_year};
use crate::form::{Form, Key, Named, Outcome, Way};
use crate::value::Figure;

/// The most boxes.
const MOST: usize = 4;

/// The figure of the fees for information on request.
const CHARGES: Named = Named::of("charges.amount");

fn closing(title: impl Into<String>, note: impl Into<String>) -> ClosingBox {
    ClosingBox { title: title.into(), note: note.into() }
}

/// The boxes of a case.
pub(super) fn boxes(case: &Case) -> Vec<ClosingBox> {
    let draft = case.draft;
    let disclosed = Named::DISCLOSED.key().and_then(|key| this_year(draft, key));
    let received = applications(draft).and_then(|asked| asked.received);
    let all = [
        (disclosed == Some(0)).then(|| closing("没有主动公开的信息", "全年没有主动公开政府信息")),
        (received == Some(0)).then(|| closing("没有收到公开申请", "全年没有人申请公开信息")),
        fees(case),
        disputes(draft, "行政复议", &[Way::Review], REVIEWS),
        disputes(draft, "行政诉讼", &[Way::Direct, Way::AfterReview], SUITS),
        complaints(draft),
    ];
    all.into_iter().flatten().take(MOST).collect()
}

/// A figure of the statistic form, where the draft's form has it.
fn named(form: &Form, figure: Named) -> Option<Key> {
    figure.key().filter(|key| form.table_of(*key).is_some())
}

/// The fees: the form's amount, or that the text says that none were taken.
fn fees(case: &Case) -> Option<ClosingBox> {
    let key = CHARGES.key();
    let amount = key.and_then(|key| case.draft.figure(key)).and_then(|figure| match figure {
        Figure::Money(amount) => Some(amount.get()),
        Figure::Count(_) | Figure::Change(_) => None,
    });
    let none = || closing("没有收费", "全年没有收取信息公开费用");
    match amount {
        Some(amount) if amount.is_zero() => Some(none()),
        Some(amount) => Some(closing(format!("收费 {} 万元", amount.normalize()), "依申请公开信息收取的费用")),
        None => {
            let facts = Facts::new(*case);
            let is_none = |said: &Said| matches!(said, Said::Zero { .. });
            let mut said = facts.claims().iter().filter(|claim| claim.subject == Subject::Statistic(CHARGES));
            said.next().filter(|claim| claim.firm && is_none(&claim.said)).map(|_| none())
        }
    }
}

/// How disputes end: the outcome, its figure in the statistic form, which does not ask how many are pending, and its words.
type Ends = [(Outcome, Option<Named>, &'static str); 5];

const REVIEWS: Ends = [
    (Outcome::Total, Some(Named::of("review.total")), ""),
    (Outcome::Upheld, Some(Named::of("review.upheld")), "维持"),
    (Outcome::Corrected, Some(Named::of("review.corrected")), "纠正"),
    (Outcome::Other, Some(Named::of("review.other")), "其他结果"),
    (Outcome::Pending, None, "尚未审结"),
];

const SUITS: Ends = [
    (Outcome::Total, Some(Named::of("lawsuit.total")), ""),
    (Outcome::Upheld, Some(Named::of("lawsuit.upheld")), "维持"),
    (Outcome::Corrected, Some(Named::of("lawsuit.corrected")), "纠正"),
    (Outcome::Other, Some(Named::of("lawsuit.other")), "其他结果"),
    (Outcome::Pending, None, "尚未审结"),
];

/// Reviews or suits, by table four or by the statistic form.
fn disputes(draft: &Draft, name: &str, ways: &[Way], ends: Ends) -> Option<ClosingBox> {
    let form = draft.form()?;
    let count = |outcome: Outcome, figure: Option<Named>| match form.dispute(Way::Review, outcome) {
        Some(_) => {
            ways.iter().try_fold(0_i64, |sum, way| sum.checked_add(settled(draft, form.dispute(*way, outcome)?)?))
        }
        None => settled(draft, named(form, figure?)?),
    };
    let [(all, figure, _), results @ ..] = ends;
    let total = count(all, figure)?;
    if total == 0 {
        return Some(closing(format!("没有{name}"), "全年没有发生"));
    }
    let results = results.into_iter().filter_map(|(outcome, figure, words)| {
        let count = count(outcome, figure).filter(|count| *count > 0)?;
        Some(if count == total { outcome.label().to_owned() } else { format!("{words} {count} 件") })
    });
    Some(closing(format!("{name} {total} 件"), results.collect::<Vec<_>>().join("，")))
}

/// Complaints, where the form counts them.
fn complaints(draft: &Draft) -> Option<ClosingBox> {
    let count = settled(draft, named(draft.form()?, Named::of("complaints.total"))?)?;
    Some(match count {
        0 => closing("没有举报投诉", "全年没有收到"),
        _ => closing(format!("举报投诉 {count} 件"), "关于政府信息公开"),
    })
}
