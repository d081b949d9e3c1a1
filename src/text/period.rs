//! The report's period as a text states it: 统计期限自2020年1月1日起至2020年12月31日止.

use std::ops::Range;

use super::{DatedDay, Reading, dates, has_any, near};

/// A period that a text states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    /// Its first day; nothing where only its last is named (数据截止日期为12月31日).
    pub first: Option<DatedDay>,
    /// Its last day.
    pub last: DatedDay,
    /// Its bytes, from the first day to the last.
    pub span: Range<usize>,
}

/// Words that say that the period of the figures is spoken of.
const SPOKEN: [&str; 18] = [
    "统计数据",
    "统计期限",
    "统计时限",
    "统计时间",
    "统计周期",
    "统计区间",
    "统计时段",
    "统计期间",
    "统计截止",
    "数据期限",
    "数据时限",
    "数据截止",
    "数据截至",
    "所列数据",
    "数据统计",
    "数据的统计",
    "报告期限",
    "报告期为",
];

/// Words of a clause that says when something else was done or shown.
const OTHERS: [&str; 6] = ["公示", "公布时间", "发布时间", "有效期", "征求意见", "受理时间"];

/// How far before its first day the words of a period may stand, in bytes.
const BEFORE: usize = 180;

/// The periods that a text states for its figures. A range of days in another sentence is none.
pub fn periods(reading: &Reading) -> Vec<Period> {
    if !has_any(reading.text, &SPOKEN) && !reading.text.contains("1月1日") {
        return Vec::new();
    }
    let days = dates(reading);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(first) = days.get(at) {
        at += 1;
        let around = near(reading.text, &reading.sentence(first.start), first.start, BEFORE);
        let before = reading.words(around.start..first.start);
        let second = days.get(at).filter(|second| is_range(reading.words(first.end..second.start)));
        // 涵盖1月1日至12月21日: all of the year is meant, whatever is said of it.
        let is_year = (first.month, first.day) == (1, Some(1))
            && second.is_some_and(|last| last.month == 12 && last.day.is_some_and(|day| day != 31));
        let is_spoken = has_any(before, &SPOKEN) || is_year;
        if !is_spoken || has_any(reading.clause_before(first.start), &OTHERS) {
            continue;
        }
        if let Some(last) = second {
            at += 1;
            found.push(Period { first: Some(*first), last: *last, span: first.start..last.end });
        } else if before.trim_end().ends_with(['为', '至', '止', '到', '是', '：', ':']) && has_any(before, &["截"])
        {
            found.push(Period { first: None, last: *first, span: first.span() });
        }
    }
    found
}

/// Whether the words between two days make a range of them.
fn is_range(between: &str) -> bool {
    let words: String = between.chars().filter(|c| !c.is_whitespace() && !"起开始，,".contains(*c)).collect();
    matches!(words.as_str(), "至" | "到" | "截至" | "截止" | "截止到" | "截止至" | "止" | "止于")
        || (!words.is_empty() && words.chars().all(|c| "-—–－~～".contains(c)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn states(text: &str, expected: &[&str]) {
        let found = periods(&Reading::of(text));
        let found: Vec<&str> = found.iter().map(|p| &text[p.span.clone()]).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn periods_of_every_wording() {
        for written in [
            "2020年1月1日起至2020年12月31日",
            "2020年1月1日起，至12月31日",
            "2020年1月1日-12月31日",
            "2020年1月1日—2020年12月31日",
            "2020 年 1 月 1 日至 2020 年 12 月 31 日",
            "2020年1月1日到12月31日",
            "二〇二〇年一月一日至十二月三十一日",
            "2020-01-01至2020-12-31",
        ] {
            states(&format!("本报告所列数据的统计期限自{written}止。"), &[written]);
        }
        states("所列数据截止日期为2017年12月31日，电子版可下载。", &["2017年12月31日"]);
    }

    #[test]
    fn ranges_that_are_no_period_of_the_report() {
        states("公示期自2020年3月1日起至2020年3月10日止。", &[]);
        let shown = "数据统计截止时间为2024年12月31日，公示时间为2025年1月20日至2025年2月20日。";
        states(shown, &["2024年12月31日"]);
        states("统计期限为全年。2020年3月1日至4月1日开展整改。", &[]);
        states("本年度数据统计工作于2021年1月5日完成。", &[]);
        states("", &[]);
    }
}
