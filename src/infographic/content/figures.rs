//! How the figures are compared, and their words.

use crate::block::Number;
use crate::calc::growth;
use crate::value::percent;

/// From how many cases on a share says something.
pub(super) const MANY: i64 = 30;

/// A share of many cases, after a comma: ，占34.2%. Of few, nothing.
pub(super) fn share(part: i64, sum: i64) -> String {
    let share = (sum >= MANY).then(|| percent(part.into(), sum.into(), 1)).flatten();
    share.map_or_else(String::new, |share| format!("，占{share}%"))
}

/// Whether a growth in per cent says something: of few cases it does not; of published information it is part of the report.
pub(super) fn has_rate(before: i64, unit: &str) -> bool {
    before > 0 && (unit != "件" || before >= MANY)
}

/// How a figure stands to that of the year before: 比上年多 39 条，增长 13.6%.
pub(super) fn compared(now: i64, before: i64, unit: &str) -> String {
    let rate = || growth(now.into(), before.into()).filter(|_| has_rate(before, unit)).map(|rate| rate.abs());
    let said = |more: &str, rises: &str| {
        let rate = rate().map_or_else(String::new, |rate| format!("，{rises} {rate}%"));
        format!("比上年{more} {} {unit}{rate}", now.abs_diff(before))
    };
    match now.cmp(&before) {
        std::cmp::Ordering::Greater => said("多", "增长"),
        std::cmp::Ordering::Less => said("少", "下降"),
        std::cmp::Ordering::Equal => "与上年持平".to_owned(),
    }
}

/// The growth under a column: +13.6%, or a dash where there is none to tell.
pub(super) fn growth_label(now: Option<i64>, before: Option<i64>, unit: &str) -> String {
    let pair = now.zip(before).filter(|(_, before)| has_rate(*before, unit));
    let rate = pair.and_then(|(now, before)| growth(now.into(), before.into()));
    rate.map_or_else(|| "—".to_owned(), |rate| Number::growth(rate).to_string())
}

/// Names in a row: 甲、乙和丙.
pub(super) fn joined<S: AsRef<str>>(names: &[S]) -> String {
    let Some((last, before)) = names.split_last() else { return String::new() };
    if before.is_empty() {
        return last.as_ref().to_owned();
    }
    let before: Vec<&str> = before.iter().map(AsRef::as_ref).collect();
    format!("{}和{}", before.join("、"), last.as_ref())
}

/// A small number before a measure word, in words: 两, 三.
pub(super) fn in_words(count: usize) -> String {
    let words = ["零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"];
    words.get(count).map_or_else(|| count.to_string(), |word| (*word).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comparison_is_said_with_its_rate_where_that_says_something() {
        for (now, before, unit, said) in [
            (326, 287, "条", "比上年多 39 条，增长 13.6%"),
            (6, 40, "条", "比上年少 34 条，下降 85.0%"),
            (45, 45, "条", "与上年持平"),
            (0, 0, "条", "与上年持平"),
            (9, 0, "条", "比上年多 9 条"),
            (24, 12, "件", "比上年多 12 件"),
            (24, 30, "件", "比上年少 6 件，下降 20.0%"),
        ] {
            assert_eq!(compared(now, before, unit), said);
        }
        assert_eq!(growth_label(Some(64), Some(6), "条"), "+966.7%");
        assert_eq!(growth_label(Some(287), Some(305), "条"), "−5.9%");
        assert_eq!([growth_label(Some(1), Some(0), "条"), growth_label(None, Some(3), "条")], ["—", "—"]);
        assert_eq!(growth_label(Some(5), Some(4), "件"), "—");
    }

    #[test]
    fn a_share_is_of_many_cases() {
        assert_eq!([share(10, 29), share(10, 30), share(0, 0)], ["", "，占33.3%", ""]);
    }

    #[test]
    fn names_and_small_numbers_in_words() {
        assert_eq!([joined::<&str>(&[]), joined(&["甲"]), joined(&["甲", "乙", "丙"])], ["", "甲", "甲、乙和丙"]);
        assert_eq!([in_words(2), in_words(10), in_words(12)], ["两", "十", "12"]);
    }
}
