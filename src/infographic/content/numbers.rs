//! The main numbers: what was published first, then the requests.

use super::MainNumber;
use super::applications::{Applications, applications, received_key};
use super::figures::compared;
use super::proactive::{all_proposals, decided, issued};
use crate::facts::{Case, settled, this_year, year_before};
use crate::form::{ColumnRole, Form, Key, Named};

/// The most main numbers.
const MOST: usize = 4;

/// How much a number is wanted; the smallest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Wanted {
    Disclosed,
    Received,
    Closed,
    CarriedOut,
    Issued,
    Decided,
    Others,
}

struct Candidate {
    wanted: Wanted,
    number: MainNumber,
}

impl Candidate {
    fn new(wanted: Wanted, value: i64, unit: &'static str, name: impl Into<String>, note: String) -> Self {
        Self { wanted, number: MainNumber { value, unit, name: name.into(), note } }
    }
}

/// The main numbers in the order in which they stand.
pub(super) fn numbers(case: &Case) -> Vec<MainNumber> {
    let mut all: Vec<Candidate> = disclosed(case).into_iter().collect();
    if let Some(form) = case.draft.form() {
        all.extend(work(case, form));
    }
    if let Some(asked) = applications(case.draft) {
        all.extend(requests(case, &asked));
    }
    all.extend(proposals(case));
    all.retain(|candidate| candidate.number.value > 0);
    let mut order: Vec<(Wanted, usize)> = all.iter().enumerate().map(|(at, one)| (one.wanted, at)).collect();
    order.sort_unstable();
    order.truncate(MOST);
    let mut at = 0..;
    all.retain(|_| at.next().is_some_and(|at| order.iter().any(|(_, chosen)| *chosen == at)));
    all.into_iter().map(|candidate| candidate.number).collect()
}

/// How a figure stands to that of the year before, where that is known.
fn grown(case: &Case, key: Key, now: i64) -> String {
    year_before(case, key).map_or_else(String::new, |before| compared(now, before, key.unit()))
}

fn disclosed(case: &Case) -> Option<Candidate> {
    let key = Named::DISCLOSED.key()?;
    let value = this_year(case.draft, key)?;
    Some(Candidate::new(Wanted::Disclosed, value, key.unit(), "主动公开的信息", grown(case, key, value)))
}

/// Documents, decisions and explanations.
fn work(case: &Case, form: &Form) -> Vec<Candidate> {
    let draft = case.draft;
    let mut all = Vec::new();
    for (key, verb, name) in issued(form) {
        let Some(value) = settled(draft, key) else { continue };
        let in_force = form.beside(key, ColumnRole::InForce).and_then(|key| settled(draft, key));
        let open = || form.beside(key, ColumnRole::Open).and_then(|key| settled(draft, key));
        let note =
            in_force.map(|stock| format!("现行有效 {stock} 件")).or_else(|| Some(format!("已公开 {} 件", open()?)));
        all.push(Candidate::new(
            Wanted::Issued,
            value,
            key.unit(),
            format!("{verb}的{name}"),
            note.unwrap_or_default(),
        ));
    }
    // Of the kinds of documents, the one of which there are more.
    all.sort_by_key(|candidate| std::cmp::Reverse(candidate.number.value));
    for (key, name, is_power) in decided(form) {
        if let Some(value) = settled(draft, key).filter(|_| is_power) {
            all.push(Candidate::new(
                Wanted::Decided,
                value,
                key.unit(),
                format!("{name}决定"),
                grown(case, key, value),
            ));
        }
    }
    let named = [
        (Wanted::Issued, Named::of("normative.issued"), "制发的规范性文件"),
        (Wanted::Others, Named::of("response.interpretations"), "发布的政策解读"),
    ];
    for (wanted, figure, name) in named {
        let Some(key) = figure.key().filter(|key| form.table_of(*key).is_some()) else { continue };
        if let Some(value) = settled(draft, key) {
            all.push(Candidate::new(wanted, value, key.unit(), name, grown(case, key, value)));
        }
    }
    all
}

fn requests(case: &Case, asked: &Applications) -> Vec<Candidate> {
    let mut all = Vec::new();
    let key = case.draft.form().and_then(received_key);
    if let Some((value, key)) = asked.received.zip(key) {
        let note = match asked.carried_in {
            Some(before) if before > 0 => format!("另有上年转来 {before} 件"),
            Some(_) | None => grown(case, key, value),
        };
        all.push(Candidate::new(Wanted::Received, value, "件", "收到的公开申请", note));
    }
    if let Some(value) = asked.closed {
        let handled = asked.received.zip(asked.carried_in).and_then(|(new, before)| new.checked_add(before));
        let note = match handled {
            _ if asked.carried_out == Some(0) => "没有转到下一年的".to_owned(),
            Some(all) if all > value => format!("共要办理 {all} 件"),
            Some(_) | None => String::new(),
        };
        all.push(Candidate::new(Wanted::Closed, value, "件", format!("已经{}", asked.closed_word), note));
    }
    if let Some(value) = asked.carried_out {
        let note = format!("{}年继续办理", case.draft.year().saturating_add(1));
        all.push(Candidate::new(Wanted::CarriedOut, value, "件", "转到下一年", note));
    }
    all
}

fn proposals(case: &Case) -> Option<Candidate> {
    let (sum, closed) = all_proposals(case.draft)?;
    let note = match closed {
        Some(closed) if closed == sum => "全部办结".to_owned(),
        Some(closed) if closed > 0 => format!("办结 {closed} 件"),
        Some(_) | None => String::new(),
    };
    Some(Candidate::new(Wanted::Others, sum, "件", "办理的建议、提案", note))
}
