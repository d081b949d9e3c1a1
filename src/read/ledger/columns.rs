//! What the columns of a section hold: by their heads, and where these say nothing, by what stands in them.

use std::cmp::Ordering;

use super::applicant::{Who, who};
use super::day::day;
use super::meaning::{CONTENTS, IDENTITY, Meaning, NAME, OTHERS, PHONE, meaning};
use super::section::Section;
use super::sheet::Sheet;
use super::terms::{Sense, plain, terms};
use crate::text::has_any;
use crate::value::{Date, stable_sort_by};

/// The columns of a section by what they hold.
#[derive(Clone, Debug, Default)]
pub(super) struct Columns {
    /// What each column holds; nothing where it is blank.
    pub all: Vec<Option<Meaning>>,
    /// When requests came in, the column that counts most first.
    pub received: Vec<usize>,
    /// When they were answered, likewise.
    pub answered: Vec<usize>,
    /// Kinds of applicants.
    pub kinds: Vec<usize>,
    /// Names of applicants.
    pub names: Vec<usize>,
    /// Results, with their ranks.
    pub results: Vec<(u8, usize)>,
    /// Remarks.
    pub remarks: Vec<usize>,
    /// What says from which year requests are.
    pub intakes: Vec<usize>,
    /// Ticks for a kind of applicant, with the words of the head.
    pub applicant_ticks: Vec<(usize, String)>,
    /// Ticks for a result, likewise.
    pub result_ticks: Vec<(usize, String)>,
    /// The number of the line.
    pub serials: Vec<usize>,
}

/// What stands in a column without a head that says it.
#[derive(Default)]
struct Counted {
    filled: usize,
    days: usize,
    results: usize,
    kinds: usize,
    names: usize,
    long_numbers: usize,
    identities: usize,
    serials: usize,
    long: usize,
}

/// A column of days whose head does not say which.
struct Days {
    column: usize,
    /// In how many rows it has the first of several days.
    earlier: usize,
    /// Its days, row by row.
    dates: Vec<Option<Date>>,
}

impl Counted {
    fn add(&mut self, text: &str) {
        let digits = text.chars().filter(char::is_ascii_digit).count();
        self.filled += 1;
        if day(text, 2000).is_some() {
            self.days += 1;
            return;
        }
        let letters = text.chars().count();
        self.long_numbers += usize::from(digits >= 7);
        self.identities += usize::from(digits >= 15);
        self.serials += usize::from(digits == letters && digits <= 5);
        self.long += usize::from(letters > 8);
        if letters > 20 || digits >= 7 {
            return;
        }
        let says = |sense: Sense| match sense {
            Sense::Row(_) | Sense::Group(_) | Sense::Like(_) | Sense::Pending => true,
            Sense::Missing | Sense::Vague | Sense::Quiet => false,
        };
        match who(text) {
            Who::Kind(..) if letters <= 6 => self.kinds += 1,
            _ if terms(&plain(text)).0.iter().any(|term| says(term.sense)) => self.results += 1,
            Who::Kind(..) | Who::Person => self.names += 1,
            Who::Organisation(_) | Who::Unknown => {}
        }
    }

    fn most(&self, count: usize) -> bool {
        count * 10 >= self.filled * 6
    }
}

impl Columns {
    /// The columns of a section.
    pub fn of(section: &Section, sheet: &Sheet) -> Self {
        let rows = || section.rows.iter().filter_map(|row| sheet.rows.get(row.at));
        let width = rows().map(Vec::len).max().unwrap_or(0).max(section.paths.len());
        let path = |column: usize| section.paths.get(column).map(Vec::as_slice).unwrap_or_default();
        let by_head = |column: usize| meaning(&path(column).iter().map(String::as_str).collect::<Vec<_>>());
        let mut all: Vec<Option<Meaning>> = (0..width).map(by_head).collect();
        let mut counted: Vec<Counted> = (0..width).map(|_| Counted::default()).collect();
        for row in rows() {
            for ((square, counted), known) in row.iter().zip(&mut counted).zip(&all) {
                if known.is_none() && !square.text.trim().is_empty() {
                    counted.add(square.text.trim());
                }
            }
        }
        let has = |wanted: fn(&Meaning) -> bool| all.iter().flatten().any(wanted);
        let has_kind = has(|m| matches!(m, Meaning::Kind | Meaning::TickApplicant(_)));
        let has_name = has(|m| matches!(m, Meaning::Name));
        let has_result = has(|m| matches!(m, Meaning::Result(0) | Meaning::TickResult(_)));
        let has_serial = has(|m| matches!(m, Meaning::Serial));
        let (mut days, mut names) = (Vec::new(), Vec::new());
        let found_kind =
            has_kind || (0..width).any(|at| counted.get(at).is_some_and(|c| c.filled > 0 && c.most(c.kinds)));
        for (column, counted) in counted.iter().enumerate().filter(|(_, counted)| counted.filled > 0) {
            let words = path(column).last().map_or("", String::as_str);
            let may_be_any_day = words.is_empty() || has_any(words, &["日", "时间", "期"]);
            let found = if counted.most(counted.days) {
                if may_be_any_day {
                    days.push(column);
                }
                Meaning::Dropped("其他日期")
            } else if counted.most(counted.identities) {
                Meaning::Dropped(IDENTITY)
            } else if counted.most(counted.long_numbers) {
                Meaning::Dropped(PHONE)
            } else if counted.most(counted.serials) {
                if has_serial { Meaning::Dropped(OTHERS) } else { Meaning::Serial }
            } else if counted.most(counted.kinds) && !has_kind {
                Meaning::Kind
            } else if counted.most(counted.results) && !has_result {
                Meaning::Result(0)
            } else if counted.most(counted.names + counted.kinds) {
                names.push(column);
                Meaning::Dropped(NAME)
            } else if counted.most(counted.long) {
                Meaning::Dropped(CONTENTS)
            } else {
                Meaning::Dropped(OTHERS)
            };
            if let Some(slot) = all.get_mut(column) {
                *slot = Some(found);
            }
        }
        if !found_kind && !has_name {
            for column in names {
                all.get_mut(column).into_iter().for_each(|slot| *slot = Some(Meaning::Name));
            }
        }
        place_days(&mut all, &days, section, sheet);
        Self::sorted(all)
    }

    fn sorted(all: Vec<Option<Meaning>>) -> Self {
        let mut columns = Self::default();
        let (mut received, mut answered) = (Vec::new(), Vec::new());
        for (column, meaning) in all.iter().enumerate() {
            match meaning {
                Some(Meaning::Serial) => columns.serials.push(column),
                Some(Meaning::Kind) => columns.kinds.push(column),
                Some(Meaning::Name) => columns.names.push(column),
                Some(Meaning::Received(rank)) => received.push((*rank, column)),
                Some(Meaning::Answered(rank)) => answered.push((*rank, column)),
                Some(Meaning::Result(rank)) => columns.results.push((*rank, column)),
                Some(Meaning::Remark) => columns.remarks.push(column),
                Some(Meaning::Intake) => columns.intakes.push(column),
                Some(Meaning::TickApplicant(words)) => columns.applicant_ticks.push((column, words.clone())),
                Some(Meaning::TickResult(words)) => columns.result_ticks.push((column, words.clone())),
                Some(Meaning::Dropped(_)) | None => {}
            }
        }
        let in_order = |mut ranked: Vec<(u8, usize)>| -> Vec<usize> {
            stable_sort_by(&mut ranked, |a, b| a.0.cmp(&b.0));
            ranked.into_iter().map(|(_, column)| column).collect()
        };
        (columns.received, columns.answered) = (in_order(received), in_order(answered));
        stable_sort_by(&mut columns.results, |a, b| a.0.cmp(&b.0));
        columns.all = all;
        columns
    }

    /// Whether they say who asked.
    pub fn have_applicants(&self) -> bool {
        !(self.kinds.is_empty() && self.names.is_empty() && self.applicant_ticks.is_empty())
    }

    /// Whether they say of what kind those are who asked.
    pub fn have_kinds(&self) -> bool {
        !(self.kinds.is_empty() && self.applicant_ticks.is_empty())
    }

    /// Whether they say how it was answered.
    pub fn have_results(&self) -> bool {
        !(self.results.is_empty() && self.result_ticks.is_empty())
    }

    /// Whether they are a ledger's: when or who, and how or when it was answered.
    pub fn are_of_a_ledger(&self) -> bool {
        let has_days = !self.received.is_empty() || !self.answered.is_empty();
        has_days && (self.have_results() || self.have_applicants()) || (self.have_applicants() && self.have_results())
    }
}

/// Says of columns of days without a telling head which is which: requests come in before they are answered, and some are
/// not answered yet. Does not depend on the order of the columns; where they do not tell, neither is said.
fn place_days(all: &mut [Option<Meaning>], days: &[usize], section: &Section, sheet: &Sheet) {
    let is = |wanted: fn(&Meaning) -> bool| all.iter().flatten().any(wanted);
    let has_received = is(|m| matches!(m, Meaning::Received(_)));
    let has_answered = is(|m| matches!(m, Meaning::Answered(_)));
    if days.is_empty() || (has_received && has_answered) {
        return;
    }
    let of = |column: &usize| Days { column: *column, earlier: 0, dates: Vec::new() };
    let mut found: Vec<Days> = days.iter().map(of).collect();
    for row in &section.rows {
        let Some(squares) = sheet.rows.get(row.at) else { continue };
        let date = |column: usize| squares.get(column).and_then(|s| day(s.text.trim(), row.year)).map(|day| day.date);
        let dates: Vec<Option<Date>> = days.iter().map(|column| date(*column)).collect();
        let first = dates.iter().flatten().min().copied();
        let is_told = dates.iter().flatten().max().copied() != first;
        for (days, date) in found.iter_mut().zip(&dates) {
            days.dates.push(*date);
            days.earlier += usize::from(is_told && date.is_some() && *date == first);
        }
    }
    let mut set = |column: Option<usize>, meaning: Meaning| {
        if let Some(slot) = column.and_then(|column| all.get_mut(column)) {
            *slot = Some(meaning);
        }
    };
    if !has_received {
        set(first_of(&mut found, Days::before), Meaning::Received(0));
    }
    if !has_answered {
        set(first_of(&mut found, Days::answered_before), Meaning::Answered(0));
    }
}

/// Takes the column out that comes first in an order; none where two that differ are alike in it.
fn first_of(found: &mut Vec<Days>, order: impl Fn(&Days, &Days) -> Ordering) -> Option<usize> {
    stable_sort_by(found, &order);
    match found.as_slice() {
        [] => None,
        [one, other, ..] if order(one, other).is_eq() && one.dates != other.dates => None,
        [..] => Some(found.remove(0).column),
    }
}

impl Days {
    fn filled(&self) -> usize {
        self.dates.iter().flatten().count()
    }

    fn sorted(&self) -> Vec<Date> {
        let mut dates: Vec<Date> = self.dates.iter().flatten().copied().collect();
        dates.sort_unstable();
        dates
    }

    /// Whether requests rather came in on these days than on others.
    fn before(&self, other: &Self) -> Ordering {
        let filled = || other.filled().cmp(&self.filled());
        other.earlier.cmp(&self.earlier).then_with(filled).then_with(|| self.sorted().cmp(&other.sorted()))
    }

    /// Whether they were rather answered on these days than on others.
    fn answered_before(&self, other: &Self) -> Ordering {
        let earlier = || other.earlier.cmp(&self.earlier);
        self.filled().cmp(&other.filled()).then_with(earlier).then_with(|| self.sorted().cmp(&other.sorted()))
    }
}
