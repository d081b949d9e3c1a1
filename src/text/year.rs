//! The years that a text names by themselves: not those of names, document numbers, spans or periods.

use std::ops::Range;

use super::{Number, Reading, Sense, document_numbers, periods};

/// A year as named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedYear {
    /// The year; what a slip of the pen makes of it may be no year at all (202020年).
    pub year: u64,
    /// The bytes of its digits.
    pub digits: Range<usize>,
    /// The bytes with 年.
    pub span: Range<usize>,
    /// Whether it is written in Chinese numerals.
    pub chinese: bool,
}

/// The years that a text names, from left to right: not in 《》, in document numbers, in a span of years (2021-2035) or
/// in a statement of the report's period.
pub fn named_years(reading: &Reading) -> Vec<NamedYear> {
    let documents: Vec<Range<usize>> = document_numbers(reading.text).into_iter().map(|d| d.span).collect();
    let periods: Vec<Range<usize>> = periods(reading).into_iter().map(|p| p.span).collect();
    let within = |ranges: &[Range<usize>], at: usize| {
        let index = ranges.partition_point(|range| range.end <= at);
        ranges.get(index).is_some_and(|range| range.contains(&at))
    };
    let years = reading.numbers.iter().enumerate().filter(|(_, number)| number.sense == Sense::Year);
    let years = years.filter(|(index, number)| {
        let at = number.span.start;
        !reading.in_title(at) && !within(&documents, at) && !within(&periods, at) && !is_of_span(reading, *index)
    });
    let named = years.filter_map(|(_, number)| {
        let year = u64::try_from(number.value).ok()?;
        let (digits, span) = (number.digits.clone(), number.span.clone());
        Some(NamedYear { year, digits, span, chinese: number.chinese })
    });
    named.collect()
}

/// Whether a year is joined to the one before or after it: 2013—2017年, 2021年至2023年, 2021、2022年.
fn is_of_span(reading: &Reading, index: usize) -> bool {
    let joined = |one: Option<&Number>, other: Option<&Number>| {
        let (Some(one), Some(other)) = (one, other) else { return false };
        let between = reading.words(one.span.end..other.span.start);
        one.sense == Sense::Year
            && other.sense == Sense::Year
            && !between.is_empty()
            && between.chars().all(|c| c.is_whitespace() || "-—–－~～至到、和与及/".contains(c))
    };
    let number = |at: usize| reading.numbers.get(at);
    let before = index.checked_sub(1).and_then(number);
    joined(before, number(index)) || joined(number(index), number(index + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn names(text: &str, expected: &[u64]) {
        let found: Vec<u64> = named_years(&Reading::of(text)).iter().map(|named| named.year).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn years_that_stand_by_themselves() {
        names("2022年，我局公开3条；二〇二一年公开2条。", &[2022, 2021]);
        names("截至202020年底", &[202_020]);
    }

    #[test]
    fn years_of_names_and_spans() {
        names("文化发展规划（2021-2035），2013—2017年，2021年至2023年，2021、2022年", &[]);
        names("《2021年要点》，国办函〔2020〕109号，岚综管﹝2021﹞3号", &[]);
        names("统计期限为2021年1月1日至2021年12月31日。", &[]);
        names("", &[]);
    }
}
