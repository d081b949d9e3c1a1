//! Days as ledgers write them: 2023.1.5, 2023/1/5 10:30, 20230105, 1月5日, 二〇二三年一月五日, 44931.

use chrono::{Datelike, NaiveDate};

use crate::text::chinese_number;
use crate::value::{Date, Year, half_width};

/// A day that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Day {
    /// The day.
    pub date: Date,
    /// Whether the ledger leaves its year out.
    pub is_year_guessed: bool,
}

/// The serial numbers of days in spreadsheets that are read: 2000-01-01 to 2099-12-31.
const SERIALS: std::ops::RangeInclusive<i32> = 36_526..=73_050;
/// Days from the first of the calendar (0001-01-01) to the day that spreadsheets call 0 (1899-12-30).
const SERIAL_ZERO: i32 = 693_594;
/// The years that a ledger may name.
const YEARS: std::ops::RangeInclusive<i32> = 2000..=2100;
/// So many letters of a cell are looked at.
const LONGEST: usize = 40;
/// A year of two digits is one when it is so near the year that is expected.
const NEAR: i32 = 5;

/// Reads the day with which a cell begins; `year` is the one that a day without its own has. Nothing where there is none, or
/// where another day follows.
pub(super) fn day(text: &str, year: Year) -> Option<Day> {
    let plain: String = half_width(text).chars().take(LONGEST).collect();
    let plain = plain.trim();
    let pieces = pieces(plain);
    if let [piece] = pieces.as_slice() {
        return single(piece, plain).map(|date| Day { date, is_year_guessed: false });
    }
    let (first, second) = (pieces.first()?, pieces.get(1)?);
    if first.start > 0 && plain.get(..first.start).is_some_and(|before| before.trim() != "") {
        return None;
    }
    // A serial number with the hour as a fraction.
    if first.digits == 5 && second.before == "." && pieces.len() == 2 {
        return serial(first.value).map(|date| Day { date, is_year_guessed: false });
    }
    let is_mark = |before: &str| matches!(before, "-" | "/" | "." | "、" | "年" | "月" | "．" | "。" | "—");
    let third = pieces.get(2).filter(|third| is_mark(third.before) && second.before != "月" && third.digits <= 4);
    if !is_mark(second.before) || (third.is_some() && first.digits == 2 && second.before == "月") {
        return None;
    }
    let rest = pieces.get(if third.is_some() { 3 } else { 2 }..).unwrap_or_default();
    if !is_time(rest) {
        return None;
    }
    let of = |year: i32, month: &Piece, day: i32| {
        let date = Date::new(year, u32::try_from(month.value).ok()?, u32::try_from(day).ok()?)?;
        YEARS.contains(&year).then_some(date)
    };
    let expected = i32::from(year);
    let Some(third) = third else {
        // 2023年1月 is of its year, whatever the day.
        if first.digits == 4 {
            return of(first.value, second, 1).map(|date| Day { date, is_year_guessed: false });
        }
        let date = (first.digits <= 2 && second.digits <= 2).then(|| of(expected, first, second.value))??;
        return Some(Day { date, is_year_guessed: true });
    };
    let short = |value: i32| (expected / 100) * 100 + value;
    let is_near = |value: i32| (short(value) - expected).abs() <= NEAR;
    let date = match (first.digits, third.digits) {
        (4, 1 | 2) => of(first.value, second, third.value),
        (1 | 2, 4) => of(third.value, first, second.value),
        (2, 1 | 2) if is_near(first.value) => of(short(first.value), second, third.value),
        (1 | 2, 2) if is_near(third.value) => of(short(third.value), first, second.value),
        _ => None,
    };
    date.map(|date| Day { date, is_year_guessed: false })
}

/// A run of digits or of Chinese numerals, with what stands between it and the one before.
struct Piece<'a> {
    start: usize,
    before: &'a str,
    value: i32,
    digits: usize,
}

fn is_numeral(c: char) -> bool {
    c.is_ascii_digit() || "〇○零一二三四五六七八九十廿".contains(c)
}

fn pieces(plain: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut end = 0;
    while let Some(start) = plain.get(end..).and_then(|rest| rest.find(is_numeral)).map(|at| end + at) {
        let rest = plain.get(start..).unwrap_or_default();
        let length = rest.find(|c| !is_numeral(c)).unwrap_or(rest.len());
        let run = rest.get(..length).unwrap_or_default();
        let is_latin = run.bytes().all(|b| b.is_ascii_digit());
        let value = if is_latin { run.parse().ok() } else { chinese_number(run).and_then(|n| i32::try_from(n).ok()) };
        // A year is written digit by digit; a month or a day is shorter, however many signs it has.
        let digits = if is_latin { length } else { value.map_or(9, |n: i32| n.to_string().len()) };
        let before = plain.get(end..start).unwrap_or_default().trim();
        found.push(Piece { start, before, value: value.unwrap_or(i32::MAX), digits });
        end = start + length;
    }
    found
}

/// Whether what follows a day is the time of the day, or nothing.
fn is_time(rest: &[Piece]) -> bool {
    let Some((hour, minutes)) = rest.split_first() else { return true };
    let before = hour.before.trim_start_matches(['日', '号']).trim();
    let is_parted = matches!(before, "" | "T" | "上午" | "下午" | "凌晨" | "中午" | "晚上");
    is_parted
        && hour.value < 24
        && minutes.len() <= 3
        && minutes.first().is_none_or(|m| matches!(m.before, ":" | "：" | "时"))
}

/// 20230105, 44931.
fn single(piece: &Piece, plain: &str) -> Option<Date> {
    if plain.len() > piece.digits {
        return None;
    }
    match piece.digits {
        8 => {
            let (year, month, day) = (piece.value / 10_000, piece.value / 100 % 100, piece.value % 100);
            let date = Date::new(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)?;
            YEARS.contains(&year).then_some(date)
        }
        5 => serial(piece.value),
        _ => None,
    }
}

/// The day of a serial number.
fn serial(number: i32) -> Option<Date> {
    let number = SERIALS.contains(&number).then_some(number)?;
    let day = NaiveDate::from_num_days_from_ce_opt(number.checked_add(SERIAL_ZERO)?)?;
    Date::new(day.year(), day.month(), day.day())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(text: &str, expected: &str) {
        let found = day(text, 2023).map(|day| format!("{}{}", day.date, if day.is_year_guessed { "?" } else { "" }));
        assert_eq!(found.unwrap_or_default(), expected, "{text}");
    }

    #[test]
    fn days_of_every_habit() {
        for text in [
            "2023.1.5",
            "2023/1/5",
            "2023-01-05",
            "20230105",
            "2023年1月5日",
            "2023年01月05日",
            "二〇二三年一月五日",
            "二○二三年一月五日",
            "2023-01-05 10:30",
            "2023-01-05 10:30:00",
            "2023-01-05T10:30",
            "2023年1月5日上午",
            "2023年1月5日 上午9:20",
            "２０２３．１．５",
            "2023 年 1 月 5 日",
            "2023、1、5",
            "2023.1.5（补）",
            "23.1.5",
            "23/01/05",
            "1/5/2023",
            "1/5/23",
            "44931",
            "44931.4375",
        ] {
            reads(text, "2023-01-05");
        }
        for text in ["1月5日", "1.5", "01-05", "1/5", "一月五日"] {
            reads(text, "2023-01-05?");
        }
        reads("二〇二二年十二月三十一日", "2022-12-31");
        reads("十二月二十日", "2023-12-20?");
        reads("2023年2月", "2023-02-01");
        reads("2022.12.30", "2022-12-30");
    }

    #[test]
    fn what_is_no_day() {
        for text in [
            "",
            "—",
            "未答复",
            "2023",
            "2023.13.1",
            "2023.2.30",
            "1.2.3.4",
            "13812345678",
            "110105194912310021",
            "2023.1.5-2023.1.20",
            "2023.1.5，2023.2.6",
            "5",
            "第1号2023",
            "公开〔2023〕5号",
            "1949.10.1",
            "99999",
            "一",
            "一二三四五六七八九十一二三四五六七八九十",
            "1月",
        ] {
            reads(text, "");
        }
    }
}
