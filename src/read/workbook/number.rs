//! Numbers of a workbook as words: exact digits, percentages and dates as they are shown.
//!
//! A program computes with numbers of some 17 digits and shows 15 of them, so that 976.8100000000001 means 976.81: more than 15
//! are rounded to 15. Whole numbers that stand in a file as digits stay as they are. A date is written 2024年1月5日 whatever its
//! format, with as much of year, month and day as the format shows. A percentage has as many decimals as its format.

use chrono::{Datelike, Days, NaiveDate};

use crate::value::Decimal;

/// How a cell shows its number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shown {
    /// As a number.
    #[default]
    Plain,
    /// In per cent, with so many decimals.
    Percent(u32),
    /// As a date, a time, or both.
    Date(Parts),
}

/// What is shown of a date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "the parts of a date are shown or not, each by itself")]
pub struct Parts {
    /// The year.
    pub year: bool,
    /// The month.
    pub month: bool,
    /// The day.
    pub day: bool,
    /// The time of day.
    pub time: bool,
}

impl Parts {
    /// A whole date.
    pub const DATE: Self = Self { year: true, month: true, day: true, time: false };
    const TIME: Self = Self { year: false, month: false, day: false, time: true };
}

/// How the numbers of this format are shown: one that every program knows by its number (ISO/IEC 29500-1, 18.8.30; the Chinese
/// ones included), or by its code.
pub fn shown_by(id: u16, code: Option<&str>) -> Shown {
    if let Some(code) = code {
        return shown_by_code(code);
    }
    match id {
        9 => Shown::Percent(0),
        10 => Shown::Percent(2),
        14..=16 | 30 | 31 | 36 | 50 | 53 | 54 | 58 => Shown::Date(Parts::DATE),
        17 | 27 | 52 | 57 => Shown::Date(Parts { day: false, ..Parts::DATE }),
        28 | 29 | 51 => Shown::Date(Parts { year: false, ..Parts::DATE }),
        22 => Shown::Date(Parts { time: true, ..Parts::DATE }),
        // 46 counts hours beyond a day.
        18..=21 | 32..=35 | 45 | 47 | 55 | 56 => Shown::Date(Parts::TIME),
        _ => Shown::Plain,
    }
}

/// How numbers are shown by the first part of a code such as `yyyy"年"m"月"d"日"` or `0.0%`.
fn shown_by_code(code: &str) -> Shown {
    let mut bare = String::new();
    let mut chars = code.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => while chars.next().is_some_and(|c| c != '"') {},
            // Colours, conditions, languages.
            '[' => {
                let inside: String = chars.by_ref().take_while(|c| *c != ']').collect();
                // Hours, minutes and seconds in brackets are counted beyond a day, and are no dates.
                let is_span = inside.chars().all(|c| matches!(c.to_ascii_lowercase(), 'h' | 'm' | 's'));
                if is_span && !inside.is_empty() {
                    return Shown::Plain;
                }
            }
            '\\' | '_' | '*' => {
                chars.next();
            }
            ';' => break,
            _ => bare.extend(c.to_lowercase()),
        }
    }
    if bare.contains("general") {
        return Shown::Plain;
    }
    let has = |c: char| bare.contains(c);
    let time = has('h') || has('s');
    let (year, day) = (has('y'), has('d'));
    if time || year || day || (has('m') && !has('0') && !has('#')) {
        // Beside hours an m is minutes, unless there is a day or a year.
        let month = has('m') && (!time || year || day);
        return Shown::Date(Parts { year, month, day, time });
    }
    if has('%') {
        let decimals =
            bare.split_once('.').map_or(0, |(_, rest)| rest.chars().take_while(|c| "0#?".contains(*c)).count());
        return Shown::Percent(u32::try_from(decimals).unwrap_or(0).min(15));
    }
    Shown::Plain
}

/// The words for a number that stands in a file as text; nothing for what is no number.
pub fn written(text: &str, shown: Shown, from_1904: bool) -> Option<String> {
    let text = text.trim();
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_whole = !digits.is_empty() && digits.len() <= 300 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let plain = if is_whole && (digits == "0" || !digits.starts_with('0')) {
        if digits == "0" { digits.to_owned() } else { text.to_owned() }
    } else {
        short(text.parse().ok()?)?
    };
    Some(as_shown(plain, shown, from_1904))
}

/// The words for a number.
pub fn of_float(number: f64, shown: Shown, from_1904: bool) -> Option<String> {
    Some(as_shown(short(number)?, shown, from_1904))
}

/// The words for a number of hundredths, which is how older workbooks keep some.
pub fn of_hundredths(number: &str, shown: Shown, from_1904: bool) -> Option<String> {
    let number = number.parse::<Decimal>().ok()?.checked_div(Decimal::ONE_HUNDRED)?;
    Some(as_shown(number.normalize().to_string(), shown, from_1904))
}

/// A number in plain digits, of which at most 15 count; nothing for infinity.
pub fn short(number: f64) -> Option<String> {
    let plain = |number: f64| if number == 0.0 { "0".to_owned() } else { number.to_string() };
    if !number.is_finite() {
        return None;
    }
    let written = plain(number);
    let counting = written.trim_start_matches(['-', '0', '.']).bytes().filter(u8::is_ascii_digit).count();
    if counting <= 15 {
        return Some(written);
    }
    format!("{number:.14e}").parse().ok().map(plain)
}

fn as_shown(number: String, shown: Shown, from_1904: bool) -> String {
    match shown {
        Shown::Plain => None,
        Shown::Percent(decimals) => percent(&number, decimals),
        Shown::Date(parts) => date(&number, parts, from_1904),
    }
    .unwrap_or(number)
}

fn percent(number: &str, decimals: u32) -> Option<String> {
    let shown = number.parse::<Decimal>().ok()?.checked_mul(Decimal::ONE_HUNDRED)?;
    let shown = shown.round_dp_with_strategy(decimals, rust_decimal::RoundingStrategy::MidpointAwayFromZero);
    Some(format!("{shown:.width$}%", width = usize::try_from(decimals).ok()?))
}

/// A count of days as a date. Day 60 of 1900 never was, but is counted (ISO/IEC 29500-1, 18.17.4.1).
fn date(number: &str, parts: Parts, from_1904: bool) -> Option<String> {
    let number = number.parse::<Decimal>().ok().filter(|number| !number.is_sign_negative())?;
    let seconds = number.fract().checked_mul(Decimal::from(86_400))?.round();
    let mut seconds = u64::try_from(seconds).ok()?;
    let mut days = u64::try_from(number.trunc()).ok()?;
    if seconds == 86_400 {
        (days, seconds) = (days + 1, 0);
    }
    let start = match (from_1904, days) {
        (true, _) => NaiveDate::from_ymd_opt(1904, 1, 1)?,
        (false, 0..60) => NaiveDate::from_ymd_opt(1899, 12, 31)?,
        (false, _) => NaiveDate::from_ymd_opt(1899, 12, 30)?,
    };
    // The last day that programs know is 31 December 9999.
    let day = start.checked_add_days(Days::new(Some(days).filter(|days| *days < 2_958_466)?))?;
    let shown = words(day, parts);
    if !parts.time {
        return Some(shown);
    }
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    let end = if seconds == 0 { String::new() } else { format!(":{seconds:02}") };
    Some(format!("{shown} {hours}:{minutes:02}{end}").trim_start().to_owned())
}

fn words(day: NaiveDate, parts: Parts) -> String {
    let mut words = String::new();
    if parts.year {
        words.push_str(&format!("{}年", day.year()));
    }
    if parts.month {
        words.push_str(&format!("{}月", day.month()));
    }
    if parts.day {
        words.push_str(&format!("{}日", day.day()));
    }
    words
}

/// The words for a date as XML writes it (`2024-01-05T10:30:00`); the text itself where it is none.
pub fn of_iso(text: &str) -> String {
    let (day, time) = text.trim().split_once('T').unwrap_or((text.trim(), ""));
    let mut numbers = day.splitn(3, '-').map(|number| number.parse::<u32>().ok());
    let mut next = || numbers.next().flatten();
    let (year, month, date) = (next().and_then(|year| i32::try_from(year).ok()), next(), next());
    let day = year.zip(month).zip(date).and_then(|((year, month), date)| NaiveDate::from_ymd_opt(year, month, date));
    let Some(day) = day else { return text.trim().to_owned() };
    let time: String = time.chars().take_while(|c| c.is_ascii_digit() || *c == ':').collect();
    let time = time.strip_suffix(":00").unwrap_or(&time);
    let time = if time.trim_matches(['0', ':']).is_empty() { "" } else { time };
    format!("{} {time}", words(day, Parts::DATE)).trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(code: &str, text: &str) -> String {
        written(text, shown_by(200, Some(code)), false).expect("a number")
    }

    #[test]
    fn numbers_keep_their_digits() {
        for (text, words) in [
            ("12", "12"),
            ("12.0", "12"),
            ("-35", "-35"),
            ("-0", "0"),
            ("0.1", "0.1"),
            ("6779.0725293054002", "6779.0725293054"),
            ("976.8100000000001", "976.81"),
            ("0.30000000000000004", "0.3"),
            ("1E+3", "1000"),
            ("1.5E-7", "0.00000015"),
            ("9007199254740993", "9007199254740993"),
            ("100000000000000000000", "100000000000000000000"),
        ] {
            assert_eq!(written(text, Shown::Plain, false).as_deref(), Some(words), "{text}");
        }
        for text in ["", "甲", "inf", "NaN", "-", "1e999"] {
            assert_eq!(written(text, Shown::Plain, false), None, "{text}");
        }
        assert_eq!(of_hundredths("12345", Shown::Plain, false).as_deref(), Some("123.45"));
        assert_eq!(of_float(2.5, Shown::Plain, false).as_deref(), Some("2.5"));
    }

    #[test]
    fn percentages_are_rounded_as_shown() {
        assert_eq!(code("0%", "0.956"), "96%");
        assert_eq!(code("0.0%", "0.956"), "95.6%");
        assert_eq!(code("0.00%;[Red]-0.00%", "0.333333333333333"), "33.33%");
        assert_eq!(code("0.00%", "1"), "100.00%");
        assert_eq!(shown_by(10, None), Shown::Percent(2));
    }

    #[test]
    fn dates_are_written_with_what_their_format_shows() {
        for (format, number, words) in [
            ("yyyy\"年\"m\"月\"d\"日\";@", "45296", "2024年1月5日"),
            ("yyyy\\-mm\\-dd", "45296", "2024年1月5日"),
            ("[$-804]yyyy年m月;@", "45296", "2024年1月"),
            ("m月d日", "45296", "1月5日"),
            ("yyyy/m/d h:mm", "45296.4375", "2024年1月5日 10:30"),
            ("h:mm:ss", "0.4375115740740741", "10:30:01"),
            ("yyyy-m-d", "59", "1900年2月28日"),
            ("yyyy-m-d", "61", "1900年3月1日"),
            ("yyyy-m-d", "99999999", "99999999"),
            ("yyyy-m-d", "-3", "-3"),
            ("General", "45296", "45296"),
            ("#,##0.00_ ;[Red]\\-#,##0.00\\ ", "45296", "45296"),
            ("0\"年\"", "2024", "2024"),
            ("0.00E+00", "1500", "1500"),
            ("@", "7", "7"),
            ("[h]:mm", "1.5", "1.5"),
            ("[HH]:mm:ss;@", "1.5", "1.5"),
            ("[mm]:ss", "1.5", "1.5"),
            ("[Red]h:mm", "1.5", "12:00"),
        ] {
            assert_eq!(code(format, number), words, "{format}");
        }
        assert_eq!(shown_by(46, None), Shown::Plain);
        assert_eq!(written("0", shown_by(14, None), true).as_deref(), Some("1904年1月1日"));
        assert_eq!(of_iso("2024-01-05T00:00:00.000"), "2024年1月5日");
        assert_eq!(of_iso("2024-01-05T10:30:00"), "2024年1月5日 10:30");
        assert_eq!(of_iso("明年"), "明年");
    }
}
