//! A line that is a day and nothing else.

use crate::text::{Reading, compact, dates};
use crate::value::{Date, Year};

/// The day that a line is, and nothing else: 2023年1月5日, 二○二三年一月五日, （2023-01-05）.
pub fn day_of(line: &str) -> Option<Date> {
    let bare = compact(line);
    let bare = bare.trim_matches(['（', '）', '(', ')']);
    let bare = ["成文日期：", "成文日期:"].iter().find_map(|word| bare.strip_prefix(word)).unwrap_or(bare);
    let reading = Reading::of(bare);
    let found = dates(&reading);
    let [day] = found.as_slice() else { return None };
    if day.start != 0 || day.end != bare.len() {
        return None;
    }
    let year = Year::try_from(day.year?).ok()?;
    Date::new(i32::from(year), u32::try_from(day.month).ok()?, u32::try_from(day.day?).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_that_stand_by_themselves() {
        let day = |y, m, d| Date::new(y, m, d);
        for (line, expected) in [
            ("2023年1月5日", day(2023, 1, 5)),
            ("二○一○年四月十日", day(2010, 4, 10)),
            ("（2024-01-22）", day(2024, 1, 22)),
            ("2023 年 1 月 5 日", day(2023, 1, 5)),
            ("2023年1月5日印发", None),
            ("发布日期：2023年1月5日", None),
            ("自2023年1月1日起", None),
            ("2023年1月", None),
        ] {
            assert_eq!(day_of(line), expected, "{line}");
        }
    }
}
