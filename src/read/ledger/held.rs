//! What a ledger holds once it is read.

#![allow(clippy::ref_option_ref, reason = "serde makes them of the fields")]

use serde::{Deserialize, Serialize};

use super::stored;
use crate::form::{Applicant, ResultRow};
use crate::value::{Date, Year};

/// A ledger without anything personal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ledger {
    /// The report year for which it was read.
    pub year: Year,
    /// The names of its sheets, or what stands for them where they may not be kept.
    pub sheets: Vec<String>,
    /// Its lines in the order of the file.
    pub lines: Vec<Line>,
    /// What was left behind, by general names: 姓名, 证件号, 申请内容.
    pub dropped: Vec<String>,
    /// What the clerk has to know of the reading, a sentence each.
    pub notes: Vec<String>,
}

/// A request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// The index of its sheet.
    pub sheet: usize,
    /// Its row in the sheet, counted from 1, heads and titles counted.
    pub number: usize,
    /// When it was received.
    #[serde(with = "stored::date")]
    pub received: Option<Date>,
    /// When it was answered.
    #[serde(with = "stored::date")]
    pub answered: Option<Date>,
    /// From which year it is; nothing where that is not known.
    pub intake: Option<Intake>,
    /// Who asked; nothing where that is not known.
    #[serde(with = "stored::applicant")]
    pub applicant: Option<&'static Applicant>,
    /// How it stands at the end of the year; nothing where that is not known, or does not matter.
    pub standing: Option<Standing>,
    /// The ledger's words that may be kept.
    pub words: Words,
    /// What was not understood.
    pub doubts: Vec<Doubt>,
    /// The row that the words are like, where they are doubtful.
    #[serde(with = "stored::row")]
    pub suggested: Option<&'static ResultRow>,
}

impl Ledger {
    /// Whether a request came in or was answered in this year.
    pub fn has_any_of(&self, year: Year) -> bool {
        let is_of = |day: Option<Date>| day.is_some_and(|day| day.year() == i32::from(year));
        self.lines.iter().any(|line| is_of(line.received) || is_of(line.answered))
    }

    /// The year in which most of its requests came in; the one for which it was read where that has as many.
    pub fn year_of_most(&self) -> Year {
        let mut years: Vec<(Year, usize)> = vec![(self.year, 0)];
        for year in self.lines.iter().filter_map(|line| Year::try_from(line.received?.year()).ok()) {
            match years.iter_mut().find(|(own, _)| *own == year) {
                Some((_, count)) => *count += 1,
                None => years.push((year, 1)),
            }
        }
        let most = years.iter().map(|(_, count)| *count).max().unwrap_or_default();
        years.iter().find(|(_, count)| *count == most).map_or(self.year, |(year, _)| *year)
    }
}

impl Line {
    /// What was not understood of a part of the line.
    pub fn doubt(&self, about: About) -> Option<&Doubt> {
        self.doubts.iter().find(|doubt| doubt.about == about)
    }
}

/// The words of a line; nothing where they tell of a person or of what was asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// Of the applicant: only the word for a kind (个人, 公司), never a name. Empty where the ledger has no such column.
    pub applicant: Option<String>,
    /// Of the result.
    pub result: Option<String>,
}

/// From which year a request is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Intake {
    /// 本年新收.
    New,
    /// 上年结转.
    CarriedIn,
    /// Received after the year or answered before it: not of this report.
    Outside,
}

/// How a request stands at the end of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Standing {
    /// Answered, in this row.
    Result(&'static ResultRow),
    /// 结转下年度.
    Pending,
    /// The line is not counted; only a clerk says so.
    NotCounted,
}

/// Something that was not understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Doubt {
    /// Of what.
    pub about: About,
    /// Why, in a sentence: “已答复”没有说怎样答复的.
    pub why: String,
}

/// A part of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// From which year it is.
    Received,
    /// Who asked.
    Applicant,
    /// How it was answered.
    Result,
}
