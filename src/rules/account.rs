//! Every number of the text accounted for: tied to a cell, recomputed, contradicting, or not tied to anything.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::numbers::Disputed;
use crate::calc::channel_sum;
use crate::draft::{Draft, Place, Proposal, ProposalField};
use crate::facts::{Case, Claim, Facts, Passage, Said, Standing, Verdict, has_growth_base};
use crate::form::{Key, channels};
use crate::text::{Number, Sense, derived, has_any};
use crate::value::{Count, Decimal, percent};

/// A number in the text that says something of the report's figures. Years, days, notice numbers, laws, phones,
/// addresses, clauses and ordinals say nothing of them and have no account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Where it stands.
    pub place: Place,
    /// The bytes of the number with its measure word.
    pub span: Range<usize>,
    /// What it was held against.
    pub tie: Tie,
}

/// What a number was held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tie {
    /// It is what this cell shows, or the sum of cells of which this is the first.
    Cell(Place),
    /// It follows from other numbers: a share, a growth, the parts of a list.
    Recomputed,
    /// It contradicts the table, the history, or other numbers of the text.
    Contradicting,
    /// Nothing in the draft says what it should be.
    Untied,
}

/// Draws up the account of each of a report's numbers, in the order of its text, the disputed ones being known.
pub(super) fn each_account(facts: &Facts, mut disputed: Disputed, take: &mut dyn FnMut(&Passage, Account)) {
    let (case, prose, claims) = (&facts.case, facts.prose(), facts.claims());
    let right = facts.shares().iter().filter(|share| share.verdict == Verdict::Right);
    let right: HashSet<(Place, usize)> = right.map(|share| (share.place, share.number.span.start)).collect();
    let mut by_place: HashMap<Place, Vec<&Claim>> = HashMap::new();
    for claim in claims.iter().filter(|claim| is_number(claim)) {
        by_place.entry(claim.place).or_default().push(claim);
    }
    let sums = proposal_sums(case.draft);
    let zero = zero_cell(case.draft);
    for passage in prose.paragraphs() {
        let lists = facts.breakdowns(passage.place).iter().filter(|list| list.adds_up());
        let of_lists = lists.flat_map(|list| list.parts.iter().chain(&list.wholes));
        let derived = derived(&passage.reading);
        let derived = derived.iter().filter_map(|index| passage.reading.numbers.get(*index));
        let listed: HashSet<usize> = of_lists.chain(derived).map(|number| number.span.start).collect();
        let claims = by_place.remove(&passage.place).unwrap_or_default();
        let claims: HashMap<usize, &Claim> = claims.into_iter().map(|claim| (claim.digits.start, claim)).collect();
        let mut faults = disputed.remove(&passage.place).unwrap_or_default();
        faults.sort_by_key(|span| span.start);
        let (mut faults, mut faulty_until) = (faults.into_iter().peekable(), 0);
        for number in &passage.reading.numbers {
            while let Some(fault) = faults.next_if(|span| span.start < number.span.end) {
                faulty_until = faulty_until.max(fault.end);
            }
            let claim = claims.get(&number.digits.start).copied();
            let is_listed = listed.contains(&number.span.start);
            if is_exempt(passage, number) || (number.chinese && claim.is_none() && !is_listed && !number.is_percent()) {
                continue;
            }
            let tie = if number.span.start < faulty_until {
                Tie::Contradicting
            } else if let Some(place) = claim.and_then(cell) {
                Tie::Cell(place)
            } else if let Some(place) = other_cell(case, sums, passage, number) {
                Tie::Cell(place)
            } else if let Some(place) = zero.filter(|_| number.value.is_zero() && number.is_count()) {
                Tie::Cell(place)
            } else if is_listed
                || right.contains(&(passage.place, number.span.start))
                || is_rate(facts, passage, number)
            {
                Tie::Recomputed
            } else {
                Tie::Untied
            };
            take(passage, Account { place: passage.place, span: number.span.clone(), tie });
        }
    }
}

/// A cell that says 0, where a table is filled in: a 0 of the text is that of the tables, whatever it is called there.
fn zero_cell(draft: &Draft) -> Option<Place> {
    let is_zero = |key: &Key| draft.figure(*key).is_some_and(|figure| figure.exact().is_zero());
    draft.form()?.keys().find(is_zero).map(Place::Cell)
}

fn is_number(claim: &Claim) -> bool {
    matches!(claim.said, Said::Number { .. })
}

/// The first cell whose value a claim states.
fn cell(claim: &Claim) -> Option<Place> {
    match &claim.standing {
        Standing::Agrees(count) => count.keys.first().map(|key| Place::Cell(*key)),
        Standing::Differs(_) | Standing::Unknown => None,
    }
}

/// Whether a number says nothing of the report's figures: part of a name, a time, one of 六个部分.
fn is_exempt(passage: &Passage, number: &Number) -> bool {
    let named = matches!(number.sense, Sense::Year | Sense::Time | Sense::Name);
    let text = passage.text();
    let (before, after) = (text.get(..number.span.start), text.get(number.span.end..));
    let (before, after) = (before.unwrap_or_default(), after.unwrap_or_default());
    let structure = number.unit == "个" && has_any(passage.reading.trail(number), &["部分", "方面", "环节", "阶段"]);
    // 12333人社服务 is read as so many 人.
    let bare = number.unit.is_empty() || (number.unit == "人" && after.starts_with('社'));
    named || structure || is_quoted(before, after) || (bare && is_of_a_name(before, after, passage, number))
}

/// The longest name in “” of which a number can be part, in characters: “12·4”, “15分钟办事圈”.
const QUOTED: usize = 12;

/// Whether a number stands in a short name in “”.
fn is_quoted(before: &str, after: &str) -> bool {
    let opened = before.chars().rev().take(QUOTED).find(|c| matches!(c, '“' | '”'));
    let closed = after.chars().take(QUOTED).find(|c| matches!(c, '“' | '”'));
    opened == Some('“') && closed == Some('”')
}

/// Whether a bare number is part of a name: a hotline, a code of letters and digits, a line, a floor, a degree, an annex.
fn is_of_a_name(before: &str, after: &str, passage: &Passage, number: &Number) -> bool {
    const BEFORE: [&str; 12] =
        ["附件", "附表", "表", "图", "东经", "北纬", "零下", "第", "拨打", "热线", "电话", "编号"];
    const AFTER: [&str; 22] = [
        "楼", "层", "路", "线", "版", "页", "届", "周年", "周岁", "岁", "℃", "°", "度", "时", "点", "国道", "省道",
        "室", "热线", "电话", "报警", "平台",
    ];
    let digits = passage.reading.words(number.digits.clone());
    let is_hotline =
        matches!(digits.as_bytes(), [b'1', b'1' | b'2', _] | [b'1', b'2', _, _, _] | [b'9', b'5' | b'6', _, _, _]);
    let before = before.trim_end();
    let is_code = before.ends_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '+'))
        || after.starts_with(|c: char| c.is_ascii_alphabetic() || c == '+');
    is_hotline
        || is_code
        || BEFORE.iter().any(|word| before.ends_with(word))
        || AFTER.iter().any(|word| after.starts_with(word))
}

/// So many categories of proposals are looked for in the words before a number.
const CATEGORIES: usize = 200;

/// The sums of the two columns of the proposals, where every category has them.
fn proposal_sums(draft: &Draft) -> [Option<Decimal>; 2] {
    let counts: [fn(&Proposal) -> Option<Count>; 2] = [|proposal| proposal.count, |proposal| proposal.closed];
    counts.map(|count| {
        let values = draft.proposals().iter().map(|p| count(p).map(|count| Decimal::from(count.get())));
        values.sum::<Option<Decimal>>().filter(|_| !draft.proposals().is_empty())
    })
}

/// The cell of the history or of the proposals that a number states, the sums of the proposals being known.
fn other_cell(case: &Case, sums: [Option<Decimal>; 2], passage: &Passage, number: &Number) -> Option<Place> {
    let (draft, reading) = (case.draft, &passage.reading);
    let clause = reading.clause_before(number.span.start);
    let last = case.draft.year() - 1;
    let past = |key: &Key| draft.past(*key, last).is_some_and(|figure| figure.exact() == number.value);
    if number.is_count() && has_any(clause, &["上年", "去年", &format!("{last}年")]) {
        let key = draft.history().keys().copied().find(past);
        return key.map(|key| Place::Past(key, last));
    }
    let of_proposals =
        has_any(reading.recent(reading.sentence(number.span.start).start, number.span.start), &["建议", "提案"]);
    if !number.counts("件") || !of_proposals {
        return None;
    }
    let count = |count: Option<Count>| count.map(|count| Decimal::from(count.get()));
    let lead = reading.lead(number);
    let category = draft.proposals().iter().take(CATEGORIES).position(|proposal| {
        !proposal.category.is_empty()
            && lead.contains(&proposal.category)
            && count(proposal.count) == Some(number.value)
    });
    let all = || {
        let fields = [ProposalField::Count, ProposalField::Closed].into_iter().zip(sums);
        fields.filter(|(_, sum)| *sum == Some(number.value)).map(|(field, _)| Place::Proposal(0, field)).next()
    };
    category.map(|n| Place::Proposal(n, ProposalField::Count)).or_else(all)
}

/// Whether a percentage follows from figures: a growth that was not found wrong with its base in the draft, a closing
/// rate of the proposals, a channel's share.
fn is_rate(facts: &Facts, passage: &Passage, number: &Number) -> bool {
    if !matches!(number.sense, Sense::Percent | Sense::Times) {
        return false;
    }
    let clause = passage.reading.clause_before(number.span.start);
    if clause.contains("办结率") {
        return !facts.case.draft.proposals().is_empty();
    }
    let channel = channels().find(|(_, label)| clause.contains(label)).map(|(key, _)| key);
    let share = channel.and_then(|key| facts.case.draft.figure(key)).zip(channel_sum(facts.case.draft));
    let share = share.and_then(|(part, sum)| percent(part.exact(), sum, number.decimals));
    share == Some(number.value) || has_growth_base(facts, passage, number)
}
