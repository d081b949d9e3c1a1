//! A figure over the years.

use super::applications::received_key;
use super::figures::{growth_label, in_words};
use super::{Drawn, Mark, Section, Topic};
use crate::facts::{Case, past, this_year, year_before};
use crate::form::{Key, Named};
use crate::value::Year;

/// The most years that are drawn, the latest ones.
const MOST: u16 = 6;

/// The history: how much was published where that is known, or else what the history has, or the requests of two years.
pub(super) fn trend(case: &Case) -> Option<Section> {
    let history = case.draft.history();
    let disclosed = Named::DISCLOSED.key();
    let first = disclosed.filter(|key| history.contains_key(key)).or(history.keys().next().copied());
    let all = [first, disclosed, case.draft.form().and_then(received_key)];
    all.into_iter().flatten().find_map(|key| of(case, key))
}

/// What a figure is over the years: the end of the title, and the words before the number.
fn words(case: &Case, key: Key) -> (String, String) {
    if Named::DISCLOSED.key() == Some(key) {
        ("公开了多少".to_owned(), "主动公开".to_owned())
    } else if case.draft.form().and_then(received_key) == Some(key) {
        ("收到多少申请".to_owned(), "收到申请".to_owned())
    } else {
        (format!("的{}", key.label()), key.label())
    }
}

fn of(case: &Case, key: Key) -> Option<Section> {
    let (draft, year, unit) = (case.draft, case.draft.year(), key.unit());
    let value = |of: Year| {
        if of == year {
            this_year(draft, key)
        } else if of.checked_add(1) == Some(year) {
            year_before(case, key)
        } else {
            past(draft, key, of)
        }
    };
    // One year more than is drawn: the first one's growth is on it.
    let from = year.saturating_sub(MOST);
    let known: Vec<Year> = (from.saturating_add(1)..=year).filter(|year| value(*year).is_some()).collect();
    let (first, last) = (*known.first()?, *known.last()?);
    if first == last || known.iter().all(|year| value(*year) == Some(0)) {
        return None;
    }
    let mark = |of: Year| Mark {
        label: format!("{of}年"),
        value: value(of),
        is_strong: of == year,
        growth: growth_label(value(of), of.checked_sub(1).and_then(value), unit),
    };
    let mut marks: Vec<Mark> = (first..=last).map(mark).collect();
    if marks.iter().all(|mark| mark.growth == "—") {
        for mark in &mut marks {
            mark.growth.clear();
        }
    }
    let (title, said) = words(case, key);
    let years = in_words(marks.len());
    let now = value(last)?;
    let others: Vec<i64> = known.iter().filter(|year| **year != last).filter_map(|year| value(*year)).collect();
    let (is_most, is_least) = (others.iter().all(|other| *other < now), others.iter().all(|other| *other > now));
    let amount = if now == 0 { format!("没有{said}") } else { format!("{said}{now}{unit}") };
    let before = last.checked_sub(1).and_then(value);
    let place = if others.len() > 1 && is_most {
        format!("，是{years}年里最多的一年")
    } else if others.len() > 1 && is_least {
        format!("，是{years}年里最少的一年")
    } else {
        match before {
            Some(before) if before < now => format!("，比上年多{}{unit}", now.abs_diff(before)),
            Some(before) if before > now => format!("，比上年少{}{unit}", now.abs_diff(before)),
            Some(_) => "，与上年一样多".to_owned(),
            None => String::new(),
        }
    };
    let has_gap = marks.iter().any(|mark| mark.value.is_none());
    Some(Section {
        topic: Topic::Trend,
        title: format!("{years}年{title}"),
        sentence: format!("{last}年{amount}{place}。"),
        drawn: Drawn::Columns,
        marks,
        unit,
        note: if has_gap { "标“—”的年份没有数。".to_owned() } else { String::new() },
    })
}
