//! Days in prose: 2020年1月1日, 12月31日, 二〇二〇年一月一日, 2020-01-01.

use std::ops::Range;

use super::{Number, Reading, Sense};
use crate::value::Decimal;

/// A day as written: its month, and its year and its day where they stand with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DatedDay {
    /// The year; nothing where it goes without saying.
    pub year: Option<u64>,
    /// The month.
    pub month: u64,
    /// The day of the month; nothing where only the month is named.
    pub day: Option<u64>,
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl DatedDay {
    /// Its bytes.
    pub fn span(&self) -> Range<usize> {
        self.start..self.end
    }
}

/// The days of a text from left to right. A year by itself is none.
pub fn dates(reading: &Reading) -> Vec<DatedDay> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < reading.numbers.len() {
        let (date, taken) = date_at(reading, at);
        found.extend(date);
        at += taken.max(1);
    }
    found
}

/// The day whose first number this is, and how many numbers it takes.
fn date_at(reading: &Reading, at: usize) -> (Option<DatedDay>, usize) {
    let number = |index: usize| reading.numbers.get(at + index);
    let Some(first) = number(0) else { return (None, 1) };
    let is_year = first.sense == Sense::Year;
    let years = usize::from(is_year);
    let Some(month) = number(years).filter(|n| n.sense == Sense::Time) else { return (None, 1) };
    if is_year && !joined(reading, first, month) {
        return (None, 1);
    }
    // What dashes part is a day only with all three of its numbers.
    let dashed = is_year && month.unit.is_empty();
    if !(month.unit == "月" || dashed) {
        return (None, 1);
    }
    let is_day = |n: &&Number| n.sense == Sense::Time && (n.unit == "日" || (dashed && n.unit.is_empty()));
    let day = number(years + 1).filter(is_day).filter(|n| joined(reading, month, n));
    if dashed && day.is_none() {
        return (None, 1);
    }
    let (Some(month_value), end) = (whole(month.value), day.unwrap_or(month).span.end) else { return (None, 1) };
    let date = DatedDay {
        year: is_year.then(|| whole(first.value)).flatten(),
        month: month_value,
        day: day.and_then(|n| whole(n.value)),
        start: first.span.start,
        end,
    };
    (Some(date), years + 1 + usize::from(day.is_some()))
}

/// Whether nothing but white space, or the mark of a date, stands between two numbers.
fn joined(reading: &Reading, one: &Number, other: &Number) -> bool {
    let between = reading.words(one.span.end..other.span.start).trim();
    between.is_empty() || (one.unit.is_empty() && matches!(between, "-" | "/"))
}

fn whole(value: Decimal) -> Option<u64> {
    u64::try_from(value).ok().filter(|n| Decimal::from(*n) == value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(text: &str, expected: &[(Option<u64>, u64, Option<u64>, &str)]) {
        let found = dates(&Reading::of(text));
        let found: Vec<_> = found.iter().map(|d| (d.year, d.month, d.day, &text[d.span()])).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn days_and_months() {
        reads(
            "自2020年1月1日起至12月31日止",
            &[(Some(2020), 1, Some(1), "2020年1月1日"), (None, 12, Some(31), "12月31日")],
        );
        reads("1月1日-12月31日", &[(None, 1, Some(1), "1月1日"), (None, 12, Some(31), "12月31日")]);
        reads("自 2024 年 1 月 1 日", &[(Some(2024), 1, Some(1), "2024 年 1 月 1 日")]);
        reads("至202020年12月31日止", &[(Some(202_020), 12, Some(31), "202020年12月31日")]);
        reads("二〇二〇年一月一日", &[(Some(2020), 1, Some(1), "二〇二〇年一月一日")]);
        reads("2019年12月印发", &[(Some(2019), 12, None, "2019年12月")]);
        reads("2024-01-15，2024/1/5", &[(Some(2024), 1, Some(15), "2024-01-15"), (Some(2024), 1, Some(5), "2024/1/5")]);
    }

    #[test]
    fn what_is_no_day() {
        for text in ["2020年，收到3件", "2013—2017年", "15个工作日内", "2021-2035", "8:30—17:00", ""] {
            reads(text, &[]);
        }
    }
}
