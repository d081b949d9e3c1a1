//! A line of a ledger: what one request says of when it came, who asked, and how it was answered.

use super::answer::{Answer, Tick, tick};
use super::applicant::{Who, kind, who};
use super::columns::Columns;
use super::day::{Day, day};
use super::kept::{Names, kept};
use super::meaning::Meaning;
use super::section::Row;
use super::sheet::Square;
use super::verdict::verdict;
use super::{About, Doubt, Intake, Line, Standing, Words};
use crate::form::{Applicant, Form};
use crate::text::has_any;
use crate::value::{Date, Year};

/// What is known of a section while its lines are read.
pub(super) struct Reader<'a> {
    /// The edition.
    pub form: &'static Form,
    /// The report year.
    pub year: Year,
    /// The names of the ledger.
    pub names: &'a Names<'a>,
    /// The columns.
    pub columns: &'a Columns,
    /// Whether days of receipt stand in it.
    pub has_received: bool,
    /// Whether days of answers stand in it.
    pub has_answered: bool,
}

/// A line, and how many of its days have no year.
pub(super) struct Read {
    /// The line.
    pub line: Line,
    /// How many of its days are without a year.
    pub guessed: usize,
}

impl Reader<'_> {
    /// The line of a row; `more` are rows below of the same request. Nothing where it has nothing but its number.
    pub fn line(&self, sheet: usize, row: &Row, squares: &[Square], more: &[&[Square]]) -> Option<Read> {
        let filled = |(column, square): (usize, &Square)| {
            !square.text.trim().is_empty() && !self.columns.serials.contains(&column)
        };
        if !squares.iter().enumerate().any(filled) {
            return None;
        }
        let cell = |column: usize| squares.get(column).map_or("", |square| square.text.trim());
        let received = self.columns.received.iter().find_map(|column| day(cell(*column), row.year));
        let (answered, is_unread) = self.answered(&cell, row.year, received);
        let mut doubts = Vec::new();
        let mut intake = self.intake(&cell, row, received, &mut doubts);
        let (applicant, applicant_words, why) = self.applicant(&cell);
        doubts.extend(why.map(|why| Doubt { about: About::Applicant, why }));
        let answer = self.answer(squares, more);
        let words = answer.texts.join("，");
        let dropped = self.dropped(&cell);
        let result_words = kept(&words, &answer.verdict, &dropped, self.names);
        let (standing, why) = self.standing(&answer, received, answered, is_unread, &mut intake);
        let why = match (why, &result_words) {
            (Some(why), Some(words)) if why == "没有看懂办理结果" => Some(format!("没有看懂“{words}”")),
            (why, _) => why,
        };
        let suggested = match (&why, answer.verdict.standing) {
            (None, _) => None,
            (Some(_), Some(Standing::Result(row))) => Some(row),
            (Some(_), Some(Standing::Pending | Standing::NotCounted) | None) => answer.verdict.suggested,
        };
        doubts.extend(why.map(|why| Doubt { about: About::Result, why }));
        let guessed = [received, answered].into_iter().flatten().filter(|day| day.is_year_guessed).count();
        let line = Line {
            sheet,
            number: row.at + 1,
            received: received.map(|day| day.date),
            answered: answered.map(|day| day.date),
            intake,
            applicant,
            standing,
            words: Words { applicant: applicant_words, result: result_words },
            doubts,
            suggested,
        };
        Some(Read { line, guessed })
    }

    /// The cells that are not kept.
    fn dropped<'s>(&self, cell: &impl Fn(usize) -> &'s str) -> Vec<&'s str> {
        let is_dropped =
            |meaning: &Option<Meaning>| matches!(meaning, Some(Meaning::Dropped(_) | Meaning::Name | Meaning::Remark));
        let columns = self.columns.all.iter().enumerate().filter(|(_, meaning)| is_dropped(meaning));
        columns.map(|(column, _)| cell(column)).filter(|text| !text.is_empty()).collect()
    }

    /// When it was answered, and whether something else stands there.
    fn answered<'s>(&self, cell: &impl Fn(usize) -> &'s str, year: Year, received: Option<Day>) -> (Option<Day>, bool) {
        // A day without a year is the first one after the request came in.
        let of_receipt = received.and_then(|day| Year::try_from(day.date.year()).ok()).unwrap_or(year);
        let is_before = |day: Day| received.is_some_and(|received| day.date < received.date);
        let mut is_unread = false;
        for column in &self.columns.answered {
            let text = cell(*column);
            if let Some(found) = day(text, of_receipt) {
                let next = day(text, of_receipt.saturating_add(1));
                let found = if found.is_year_guessed && is_before(found) { next.unwrap_or(found) } else { found };
                return (Some(found), false);
            }
            is_unread |= text.chars().any(char::is_alphanumeric)
                && !matches!(verdict(&[text], self.form).standing, Some(Standing::Pending))
                && !matches!(text, "无" | "否");
        }
        (None, is_unread)
    }

    fn intake<'s>(
        &self,
        cell: &impl Fn(usize) -> &'s str,
        row: &Row,
        received: Option<Day>,
        doubts: &mut Vec<Doubt>,
    ) -> Option<Intake> {
        if let Some(day) = received {
            return Some(match day.date.year().cmp(&i32::from(self.year)) {
                std::cmp::Ordering::Less => Intake::CarriedIn,
                std::cmp::Ordering::Equal => Intake::New,
                std::cmp::Ordering::Greater => Intake::Outside,
            });
        }
        let told = self.columns.intakes.iter().chain(&self.columns.remarks).map(|column| cell(*column));
        let said = told.clone().find_map(|text| {
            let is_of_before = has_any(text, &["上年结转", "上年度结转", "上年转结", "上一年"]);
            is_of_before.then_some(Intake::CarriedIn).or(text.contains("新收").then_some(Intake::New))
        });
        let ticked = self
            .columns
            .intakes
            .iter()
            .any(|column| !cell(*column).is_empty() && matches!(tick(cell(*column)), Tick::Yes));
        let said = said.or(ticked.then_some(Intake::CarriedIn)).or(row.intake);
        if said.is_none() && self.has_received {
            let is_blank = self.columns.received.iter().all(|column| cell(*column).is_empty());
            let why = if is_blank { "没有写收到日期" } else { "没有看懂收到日期" };
            doubts.push(Doubt { about: About::Received, why: why.to_owned() });
            return None;
        }
        Some(said.unwrap_or(Intake::New))
    }

    fn applicant<'s>(
        &self,
        cell: &impl Fn(usize) -> &'s str,
    ) -> (Option<&'static Applicant>, Option<String>, Option<String>) {
        if !self.columns.have_applicants() {
            return (None, Some(String::new()), Some("台账里没有申请人这一列".to_owned()));
        }
        let kinds = self.columns.kinds.iter().map(|column| cell(*column));
        let ticked = self.columns.applicant_ticks.iter().filter(|(column, _)| {
            let text = cell(*column);
            !text.is_empty() && !matches!(tick(text), Tick::No)
        });
        let kinds: Vec<&str> =
            kinds.chain(ticked.map(|(_, words)| words.as_str())).filter(|text| !text.is_empty()).collect();
        let names: Vec<&str> =
            self.columns.names.iter().map(|column| cell(*column)).filter(|text| !text.is_empty()).collect();
        let kinds_of = |texts: &[&str]| -> Vec<(&'static str, &'static str)> {
            let mut found: Vec<(&'static str, &'static str)> = Vec::new();
            for text in texts {
                if let Who::Kind(id, word) = who(text)
                    && found.iter().all(|(known, _)| *known != id)
                {
                    found.push((id, word));
                }
            }
            found
        };
        let mut found = kinds_of(&kinds);
        let open = kinds.iter().find_map(|text| match who(text) {
            Who::Organisation(word) => Some(word),
            Who::Kind(..) | Who::Person | Who::Unknown => None,
        });
        let is_person = |texts: &[&str]| texts.iter().any(|text| who(text) == Who::Person);
        if found.is_empty() {
            found = kinds_of(&names);
        }
        if found.is_empty() && open.is_none() && (is_person(&names) || is_person(&kinds)) {
            found.push(("natural", "个人"));
        }
        match (found.as_slice(), open) {
            ([(id, word)], _) => (kind(self.form, id), Some((*word).to_owned()), None),
            ([_, _, ..], _) => (None, None, Some("写了几种申请人，请定一种".to_owned())),
            ([], Some(word)) => (None, Some(word.to_owned()), Some(format!("“{word}”没有说是哪一种"))),
            ([], None) => {
                // Words of no kind that is known may be a name.
                let is_blank = kinds.is_empty() && names.is_empty();
                let why = if is_blank { "没有写申请人" } else { "没有看懂申请人是哪一种" };
                (None, None, Some(why.to_owned()))
            }
        }
    }

    /// How the request stands at the end of the year; or why that is not known.
    fn standing(
        &self,
        answer: &Answer,
        received: Option<Day>,
        answered: Option<Day>,
        is_unread: bool,
        intake: &mut Option<Intake>,
    ) -> (Option<Standing>, Option<String>) {
        let doubt = |why: &str| (None, Some(why.to_owned()));
        if *intake == Some(Intake::Outside) {
            return (None, None);
        }
        let (received, answered): (Option<Date>, Option<Date>) =
            (received.map(|day| day.date), answered.map(|day| day.date));
        if let Some(date) = answered {
            let of = date.year().cmp(&i32::from(self.year));
            if received.is_some_and(|received| date < received) {
                return doubt("答复日期早于收到日期，请核对");
            }
            if of.is_gt() {
                return (Some(Standing::Pending), None);
            }
            if of.is_lt() {
                *intake = Some(Intake::Outside);
                return (None, None);
            }
        }
        if let Some(many) = answer.many {
            return (None, Some(format!("“{many}”不是一行一件")));
        }
        let verdict = &answer.verdict;
        match (answered, verdict.standing) {
            (Some(_), Some(Standing::Pending)) => doubt("有答复日期，又写着没有办结"),
            (Some(_), _) if verdict.is_blank() => doubt("有答复日期，没有写办理结果"),
            (None, _) if is_unread => doubt("没有看懂答复日期"),
            (None, Some(Standing::Result(_))) if self.has_answered => doubt("没有写答复日期"),
            (None, _) if verdict.is_blank() => (Some(Standing::Pending), None),
            (_, Some(standing)) => (Some(standing), None),
            (_, None) => (None, verdict.doubt.clone()),
        }
    }
}
