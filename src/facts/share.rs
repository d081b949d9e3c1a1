//! The shares of a text (17件，占85%), each recomputed from the counts around it.

use std::ops::Range;

use super::percentage::{Percentage, PercentageKind, percentages};
use super::{Case, Passage, Prose};
use crate::calc::shown;
use crate::draft::Place;
use crate::form::Form;
use crate::text::{Number, has_any, near};
use crate::value::{Decimal, Figure, percent};

/// A share in the text.
pub struct Share {
    /// Where it stands.
    pub place: Place,
    /// The percentage.
    pub number: Number,
    /// The bytes from the part's number to the per cent sign.
    pub words: Range<usize>,
    /// How it stands.
    pub verdict: Verdict,
}

/// How a share stands against the counts around it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It follows from counts of the text or from figures of the draft.
    Right,
    /// It follows from nothing; from the whole that it should be a share of it would be `right`.
    Wrong {
        /// The part.
        part: Decimal,
        /// The whole.
        whole: Decimal,
        /// The share in per cent.
        right: Decimal,
    },
    /// What it is a share of is not known.
    Unknown,
}

/// A share as written: its part and its percentage.
struct Written<'a> {
    percentage: &'a Percentage,
    number: &'a Number,
    part: &'a Number,
}

/// So many counts before a share are looked at.
const NEAR: usize = 24;

/// The shares of a report.
pub(super) fn shares(case: &Case, prose: &Prose) -> Vec<Share> {
    let keys = case.draft.form().into_iter().flat_map(Form::keys);
    let figures = keys.filter_map(|key| shown(case.draft, key).figure.map(Figure::exact));
    let mut figures: Vec<Decimal> = figures.filter(|value| *value > Decimal::ZERO).collect();
    figures.sort_unstable();
    figures.dedup();
    let mut found = Vec::new();
    let mut judge = |passages: &[Passage]| {
        let mut counts: Vec<Number> = Vec::new();
        for passage in passages {
            let own = passage.reading.numbers.iter().filter(|n| n.is_count() && !n.unit.is_empty());
            judge_passage(passage, &counts, &figures, &mut found);
            counts.extend(own.cloned());
            counts.drain(..counts.len().saturating_sub(NEAR));
        }
    };
    judge(&prose.opening);
    for part in &prose.parts {
        judge(&part.body);
    }
    found
}

fn judge_passage(passage: &Passage, before: &[Number], figures: &[Decimal], found: &mut Vec<Share>) {
    let reading = &passage.reading;
    let all = percentages(reading);
    let written: Vec<Written> = all.iter().filter_map(|percentage| written(passage, percentage)).collect();
    let mut index = 0;
    for of_sentence in written.chunk_by(|one, next| one.percentage.sentence == next.percentage.sentence) {
        let sentence = Sentence::of(of_sentence);
        for (k, share) in of_sentence.iter().enumerate() {
            let Written { number, part, .. } = share;
            let from = reading.index(part);
            let own = reading.numbers.get(from.saturating_sub(NEAR)..from).unwrap_or_default().iter();
            let own = own.filter(|n| n.is_count());
            let counts: Vec<&Number> = before
                .iter()
                .chain(own)
                .filter(|n| is_alike(n.unit, part.unit) && n.value >= part.value && !n.vague)
                .collect();
            let fits = |whole: Decimal| percent(part.value, whole, number.decimals) == Some(number.value);
            let is_last = k + 1 == of_sentence.len();
            // 复议18件、诉讼7件，占4.61%: the share of both.
            let both = joined(passage, part);
            let is_of_both = both > part.value
                && counts.iter().any(|whole| percent(both, whole.value, number.decimals) == Some(number.value));
            let right = is_of_both
                || counts.iter().any(|whole| fits(whole.value))
                || fits(sentence.parts)
                || (is_last && sentence.makes_a_hundred() && sentence.is_near(share))
                || figures.iter().any(|whole| fits(*whole));
            let verdict =
                if right { Verdict::Right } else { wrong(share, &written, index + k, &counts, sentence.parts) };
            let words = part.digits.start.min(number.span.start)..number.span.end;
            found.push(Share { place: passage.place, number: (*number).clone(), words, verdict });
        }
        index += of_sentence.len();
    }
}

/// Whether two measure words count the same: 收到申请4件，其中予以公开2宗.
fn is_alike(one: &str, other: &str) -> bool {
    const CASES: [&str; 5] = ["件", "宗", "起", "例", "条"];
    one == other || (CASES.contains(&one) && CASES.contains(&other))
}

/// What a count makes together with those that 、 joins to it.
fn joined(passage: &Passage, part: &Number) -> Decimal {
    let reading = &passage.reading;
    let mut sum = part.value;
    let mut next = part;
    for number in reading.numbers.get(..reading.index(part)).unwrap_or_default().iter().rev().take(NEAR) {
        let between = reading.words(number.span.end..next.span.start);
        if number.unit != part.unit || !between.starts_with('、') {
            break;
        }
        sum = sum.saturating_add(number.value);
        next = number;
    }
    sum
}

/// What the shares of one sentence add up to.
struct Sentence {
    count: usize,
    parts: Decimal,
    percents: Decimal,
}

impl Sentence {
    fn of(shares: &[Written]) -> Self {
        let sum =
            |value: fn(&Written) -> Decimal| shares.iter().map(value).fold(Decimal::ZERO, Decimal::saturating_add);
        Self { count: shares.len(), parts: sum(|s| s.part.value), percents: sum(|s| s.number.value) }
    }

    /// Whether a share is off by no more than what rounding all of them can bring about.
    fn is_near(&self, share: &Written) -> bool {
        let exact = percent(share.part.value, self.parts, share.number.decimals);
        exact.is_none_or(|exact| exact.saturating_sub(share.number.value).abs() <= Decimal::ONE)
    }

    /// Whether all of them make just 100: then the last may have been forced to.
    fn makes_a_hundred(&self) -> bool {
        self.count > 1 && self.percents == Decimal::ONE_HUNDRED
    }
}

/// The share that a percentage is: 占 before it, and its part right before that, or named there and counted earlier
/// in the sentence (网络申请34件，信函申请18件；网络申请占65.38%).
fn written<'a>(passage: &'a Passage, percentage: &'a Percentage) -> Option<Written<'a>> {
    const ELSEWHERE: [&str; 11] =
        ["全市", "全区", "全县", "全省", "全国", "全州", "总分", "分值", "财政", "考核", "人口"];
    let reading = &passage.reading;
    let number = percentage.number.as_ref().filter(|_| percentage.kind == PercentageKind::Other)?;
    let index = reading.index(number);
    let start = reading.sentence(number.span.start).start;
    let before = reading.recent(start, number.span.start);
    let (named, whole) = before.rsplit_once('占')?;
    if has_any(whole, &ELSEWHERE) || whole.chars().any(|c| matches!(c, '，' | ',' | '；' | '。')) {
        return None;
    }
    if stand_in_turn(passage, number, whole) {
        return Some(Written { percentage, number, part: in_turn(passage, number, start)? });
    }
    let named = named.rsplit(['，', ',', '；', '：', ':', ';']).next().unwrap_or_default();
    let counted = |n: &&Number| n.is_count() && !n.unit.is_empty() && n.span.start >= start;
    // 占申请总数20件的80%: what stands behind 占 is no part.
    let behind = number.span.start - whole.len();
    let earlier = reading.numbers.get(index.saturating_sub(NEAR)..index).unwrap_or_default();
    let earlier = earlier.get(..earlier.partition_point(|n| n.span.end <= behind)).unwrap_or_default();
    let last = earlier.last().filter(counted);
    let bare = bare(named.trim_end_matches(['约', '各', '均', '共', '所']));
    let part = if bare.is_empty() || last.is_some_and(|n| named.contains(reading.words(n.span.clone()))) {
        last?
    } else {
        let named = |n: &&Number| {
            let lead = self::bare(reading.lead(n));
            // 动漫解读文件7个，动漫解读占23%.
            lead.ends_with(&bare) || (bare.chars().count() >= NAMED && lead.contains(&bare))
        };
        earlier.iter().rev().filter(counted).find(named)?
    };
    Some(Written { percentage, number, part })
}

/// From so many letters on a name says by itself what is counted.
const NAMED: usize = 4;

/// So far around a share the others that stand in turn with it are looked for, in bytes.
const REACH: usize = 600;

/// Whether several shares stand for as many counts in turn: 占比分别为60%和40%.
fn stand_in_turn(passage: &Passage, number: &Number, whole: &str) -> bool {
    const IN_TURN: [&str; 2] = ["分别", "依次"];
    let before = passage.reading.clause_before(number.span.start);
    has_any(whole, &IN_TURN) || before.rsplit_once('占').is_some_and(|(named, _)| has_any(named, &IN_TURN))
}

/// The count of a sentence, from its start on, whose share one of several is that stand in turn: 一居室180户、两居室120户，占比分别为60%和
/// 40%. Nothing where there are not as many counts.
fn in_turn<'a>(passage: &'a Passage, number: &Number, start: usize) -> Option<&'a Number> {
    let reading = &passage.reading;
    let clause = near(reading.text, &reading.clause(number.span.start), number.span.start, REACH);
    let percents: Vec<&Number> = reading.numbers_in(&clause).iter().filter(|number| number.is_percent()).collect();
    let own = percents.iter().position(|percent| percent.span == number.span)?;
    let first = reading.index(percents.first()?);
    let earlier = reading.numbers.get(first.saturating_sub(NEAR)..first).unwrap_or_default();
    let counts: Vec<&Number> =
        earlier.iter().filter(|n| n.is_count() && !n.unit.is_empty() && n.span.start >= start).collect();
    counts.len().checked_sub(percents.len()).and_then(|skipped| counts.get(skipped + own).copied())
}

/// Words without white space, marks and 的, for comparing what is counted.
fn bare(words: &str) -> String {
    words.chars().filter(|c| c.is_alphanumeric() && *c != '的').collect()
}

/// So many shares to each side of one are asked which whole they have.
const BESIDE: usize = 12;

/// The whole that the other shares around have, or with one share alone the nearest count before it.
fn wrong(share: &Written, written: &[Written], index: usize, counts: &[&Number], parts: Decimal) -> Verdict {
    let beside = written.get(index.saturating_sub(BESIDE)..written.len().min(index + BESIDE)).unwrap_or_default();
    let supports = |whole: Decimal| {
        let fits =
            |other: &&Written| percent(other.part.value, whole, other.number.decimals) == Some(other.number.value);
        beside.iter().filter(fits).count()
    };
    // Each value once, where it stands last.
    let mut wholes: Vec<Decimal> = Vec::new();
    for whole in counts.iter().rev().map(|whole| whole.value) {
        if !wholes.contains(&whole) {
            wholes.push(whole);
        }
    }
    let best = wholes.iter().rev().map(|whole| (supports(*whole), *whole)).max_by_key(|(count, _)| *count);
    let nearest = counts.last().filter(|n| written.len() == 1 && n.value > share.part.value).map(|n| n.value);
    // 收到20件，其中17件，占80%；3件，占20%: the parts make the whole that stands before them.
    // 1条，占4%；9条，占63%；3条，占12%: the others are shares of what all of them make.
    let made = || (counts.iter().any(|n| n.value == parts) || supports(parts) > 1).then_some(parts);
    let whole = best.filter(|(count, _)| *count > 0).map(|(_, whole)| whole).or_else(made).or(nearest);
    let Some(whole) = whole else { return Verdict::Unknown };
    match percent(share.part.value, whole, share.number.decimals) {
        Some(right) => Verdict::Wrong { part: share.part.value, whole, right },
        None => Verdict::Unknown,
    }
}
