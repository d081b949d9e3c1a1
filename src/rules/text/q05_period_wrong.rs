//! Q05: the period that the report states is not its year.

use crate::facts::{Facts, Passage};
use crate::rules::{Change, Finding, Replacement, Rule, Severity, Sink, When};
use crate::text::{DatedDay, Period, Sense, has_any, periods};
use crate::value::{FIRST_YEAR, Year};

pub(super) static RULE: Rule = Rule {
    id: "Q05",
    title: "统计期限有误",
    why: "年度报告的统计期限是报告年度的1月1日至12月31日。看说明统计期限、统计时限、所列数据起止的句子，年、月、日有不是的就指出；\
          首份年度报告（2008年度）可自5月1日《政府信息公开条例》施行起算。",
    example: "统计期限自2020年1月1日起至202020年12月31日止。",
    when: When::Pause,
    check,
};

fn check(facts: &Facts, found: &mut Sink) {
    let case = &facts.case;
    let prose = facts.prose();
    let year = case.draft.year();
    for passage in prose.paragraphs() {
        for period in periods(&passage.reading) {
            found.extend(fault(year, passage, &period));
        }
        found.extend(damaged(year, passage));
    }
}

/// A finding where a period is told by days that are none: 自202111日起至20211231日止, 自2017年月1日.
fn damaged(year: Year, passage: &Passage) -> Option<Finding> {
    const SPOKEN: [&str; 4] = ["统计期限", "统计时限", "所列数据", "统计期间"];
    const DAYS: usize = 6;
    let text = passage.text();
    let at = SPOKEN.iter().filter_map(|word| text.find(word)).min()?;
    let words = passage.reading.words(at..passage.reading.sentence(at).end);
    let digits =
        |day: usize| words.get(..day).map_or(0, |before| before.bytes().rev().take_while(u8::is_ascii_digit).count());
    let run = words.match_indices('日').map(|(day, _)| (day, digits(day))).find(|(_, digits)| *digits >= DAYS);
    let lacking = || words.find("年月").map(|from| from..from + "年月".len());
    let span = run.map(|(day, digits)| day - digits..day + '日'.len_utf8()).or_else(lacking)?;
    let finding = Finding::new(RULE.id, Severity::Error, passage.place, "统计期限的日期不完整");
    Some(
        finding
            .saying(format!("统计期限是{year}年1月1日至{year}年12月31日。"))
            .quoting(passage, at + span.start..at + span.end),
    )
}

/// Words of a sentence that make a period another's: 上一年度报告的统计期限, 中职学校按学年编制.
const OTHERS: [&str; 6] = ["上一年度报告", "上年度报告", "上年报告", "学年", "中期评估", "学校"];

fn fault(year: Year, passage: &Passage, period: &Period) -> Option<Finding> {
    let reading = &passage.reading;
    let before = reading.recent(reading.sentence(period.span.start).start, period.span.start);
    let before = before.rfind("本").and_then(|own| before.get(own..)).unwrap_or(before);
    if has_any(before, &OTHERS) {
        return None;
    }
    // 2020年度的统计期限为1月1日至12月31日: the year stands before the period.
    let first = period.first.map(|first| {
        let before = reading.words(reading.clause(first.start).start..first.start).trim_end();
        let own = before.ends_with(['年', '度']).then(|| year_before(passage, first.start)).flatten();
        DatedDay { year: first.year.or(own), ..first }
    });
    let opens = |day: DatedDay| {
        let may = year == FIRST_YEAR && (day.month, day.day.unwrap_or(1)) == (5, 1);
        is_year(day, year) && (may || (day.month, day.day.unwrap_or(1)) == (1, 1))
    };
    let closes = |day: DatedDay| is_year(day, year) && (day.month, day.day.unwrap_or(31)) == (12, 31);
    let right_first = first.is_none_or(opens);
    let right_last = closes(period.last);
    if right_first && right_last {
        return None;
    }
    let title = "统计期限有误";
    let words = format!("统计期限是{year}年1月1日至{year}年12月31日。");
    let finding = Finding::new(RULE.id, Severity::Error, passage.place, title)
        .saying(words)
        .quoting(passage, period.span.clone());
    let mut replacements = Vec::new();
    if let Some(day) = period.first.filter(|_| !right_first) {
        // A year that stands before the period by itself is left to the clerk.
        if day.year.is_none() && first.is_some_and(|first| first.year.is_some()) {
            return Some(finding);
        }
        replacements.push(Replacement::new(passage, day.span(), format!("{year}年1月1日")));
    }
    if !right_last {
        replacements.push(Replacement::new(passage, period.last.span(), format!("{year}年12月31日")));
    }
    Some(finding.mended_by(format!("改为{year}年1月1日至12月31日"), Change::Words(replacements.into())))
}

fn is_year(day: DatedDay, year: Year) -> bool {
    day.year.is_none_or(|named| named == u64::from(year))
}

/// The year that stands right before a position.
fn year_before(passage: &Passage, position: usize) -> Option<u64> {
    let numbers = &passage.reading.numbers;
    let index = numbers.partition_point(|n| n.span.end <= position).checked_sub(1)?;
    let number = numbers.get(index).filter(|n| n.sense == Sense::Year)?;
    u64::try_from(number.value).ok()
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::{finds, mends, opening as draft};

    #[track_caller]
    fn mended(text: &str, quote: &str, right: &str) {
        let json = draft(2020, text);
        let identity = format!("Q05:opening.0#{quote}");
        finds("Q05", &json, &[&identity]);
        assert_eq!(mends(&identity, &json).opening().first().map(String::as_str), Some(right));
    }

    #[test]
    fn days_that_lost_their_signs() {
        let found = |text: &str, quote: &str| finds("Q05", &draft(2020, text), &[&format!("Q05:opening.0#{quote}")]);
        found("所列数据的统计期限自202011日起至20201231日止。", "202011日");
        found("所列数据的统计期限自2020年月1日至12月31日止。", "年月");
        found("涵盖2020年1月1日至12月21日的情况。", "2020年1月1日至12月21日");
        finds("Q05", &draft(2020, "统计期限自2020年1月1日至12月31日止，公示期1年。"), &[]);
    }

    #[test]
    fn a_wrong_year_or_day() {
        mended(
            "本报告中所列数据的统计期限自2020年1月1日起至202020年12月31日止。",
            "2020年1月1日起至202020年12月31日",
            "本报告中所列数据的统计期限自2020年1月1日起至2020年12月31日止。",
        );
        mended(
            "统计时限为2019年1月1日至2019年12月31日。",
            "2019年1月1日至2019年12月31日",
            "统计时限为2020年1月1日至2020年12月31日。",
        );
        mended(
            "统计期限自2020年1月1日至2020年12月30日。",
            "2020年1月1日至2020年12月30日",
            "统计期限自2020年1月1日至2020年12月31日。",
        );
        mended(
            "统计期限从2019年1月1日到12月31日止。",
            "2019年1月1日到12月31日",
            "统计期限从2020年1月1日到12月31日止。",
        );
        mended(
            "数据统计期限为二〇一九年一月一日至二〇二〇年十二月三十一日。",
            "二〇一九年一月一日至二〇二〇年十二月三十一日",
            "数据统计期限为2020年1月1日至二〇二〇年十二月三十一日。",
        );
        mended("所列数据截止日期为2019年12月31日。", "2019年12月31日", "所列数据截止日期为2020年12月31日。");
    }

    #[test]
    fn the_year_itself_in_every_wording() {
        for text in [
            "本报告所列数据的统计期限自2020年1月1日起至2020年12月31日止。",
            "统计期限从2020年1月1日到12月31日止。",
            "统计期限为1月1日至12月31日。",
            "2020年度统计期限为 2020 年 1 月 1 日至 2020 年 12 月 31 日。",
            "统计期限：二〇二〇年一月一日起至二〇二〇年十二月三十一日止。",
            "统计时间为2020年1月至12月。",
            "数据统计时限为2020.1.1-2020.12.31。",
            "公示期自2019年3月1日起至2019年3月10日止。",
            "上年度报告的发布时间为2020年1月20日。",
        ] {
            finds("Q05", &draft(2020, text), &[]);
        }
    }

    #[test]
    fn the_first_report_may_begin_in_may() {
        finds("Q05", &draft(2008, "所列数据统计期限自2008年5月1日起至2008年12月31日止。"), &[]);
        let late = draft(2009, "所列数据统计期限自2009年5月1日起至2009年12月31日止。");
        finds("Q05", &late, &["Q05:opening.0#2009年5月1日起至2009年12月31日"]);
    }
}
