//! A day of the civil calendar, as reports write it.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};

/// A report year.
pub type Year = u16;

/// The first year for which a report was due: the regulation (国务院令第492号) took effect on 1 May 2008.
pub const FIRST_YEAR: Year = 2008;
/// The last report year a draft may name.
pub const LAST_YEAR: Year = 2100;

/// A day that exists, between the years 1 and 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(NaiveDate);

impl Date {
    /// The day, or nothing when it does not exist (30 February).
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        (1..=9999).contains(&year).then(|| NaiveDate::from_ymd_opt(year, month, day))?.map(Self)
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// How many days it is after another; negative before it.
    pub fn days_after(self, other: Self) -> i64 {
        self.0.signed_duration_since(other.0).num_days()
    }

    /// The day as a report writes it: 2018年3月5日.
    pub fn chinese(self) -> String {
        format!("{}年{}月{}日", self.0.year(), self.0.month(), self.0.day())
    }

    /// The day without its year: 3月5日.
    pub fn without_year(self) -> String {
        format!("{}月{}日", self.0.month(), self.0.day())
    }

    /// How many days it is from this day to another; negative where that is past.
    pub fn days_to(self, other: Self) -> i64 {
        other.0.signed_duration_since(self.0).num_days()
    }
}

impl fmt::Display for Date {
    /// ISO 8601: 2018-03-05.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0.year(), self.0.month(), self.0.day())
    }
}

impl FromStr for Date {
    type Err = ();

    /// Reads ISO 8601 with all its digits: 2018-03-05.
    fn from_str(text: &str) -> Result<Self, ()> {
        let mut parts = text.split('-');
        let mut part = |digits: usize| {
            let part = parts.next().unwrap_or_default();
            let whole = part.len() == digits && part.bytes().all(|b| b.is_ascii_digit());
            whole.then(|| part.parse::<u32>().ok()).flatten().ok_or(())
        };
        let (year, month, day) = (part(4)?, part(2)?, part(2)?);
        if parts.next().is_some() {
            return Err(());
        }
        Self::new(i32::try_from(year).map_err(|_| ())?, month, day).ok_or(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_only_days_that_exist() {
        for text in ["2018-03-05", "2020-02-29", "0001-01-01"] {
            assert_eq!(text.parse::<Date>().map(|d| d.to_string()), Ok(text.to_owned()));
        }
        for text in ["2018-02-29", "2018-3-5", "2018-03-05T00", "2018-03-05-01", "", "十二月", "0000-01-01"] {
            assert!(text.parse::<Date>().is_err(), "{text}");
        }
    }

    #[test]
    fn writes_the_day_as_a_report_does() {
        assert_eq!(Date::new(2018, 3, 5).map(Date::chinese), Some("2018年3月5日".to_owned()));
        assert_eq!(Date::new(2018, 3, 5).map(Date::without_year), Some("3月5日".to_owned()));
    }

    #[test]
    fn counts_days_over_months_and_years() {
        let day = |text: &str| text.parse::<Date>().expect("a day");
        assert_eq!(day("2024-02-28").days_to(day("2024-03-01")), 2);
        assert_eq!(day("2023-12-31").days_to(day("2024-01-01")), 1);
        assert_eq!(day("2024-01-31").days_to(day("2024-01-31")), 0);
        assert_eq!(day("2024-02-03").days_to(day("2024-01-31")), -3);
        assert_eq!(day("0001-01-01").days_to(day("9999-12-31")), 3_652_058);
    }
}
