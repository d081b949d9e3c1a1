//! In which order the drafts on the shelf are listed, and when each was saved, in words.

use std::cmp::Ordering;

use crate::session::Summary;
use crate::value::Date;

/// A column by which drafts are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// 单位.
    Office,
    /// 年度.
    Year,
    /// 已填.
    Filled,
    /// 检查.
    Checks,
    /// 上次保存.
    Saved,
}

/// The order of a list: by a column, and whether the last comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    /// The column.
    pub by: Column,
    /// Whether the last comes first.
    pub descending: bool,
}

impl Order {
    /// The latest first: the draft on which one goes on.
    pub const LATEST: Self = Self { by: Column::Saved, descending: true };

    /// The order after a click on the head of a column: turned round where it is the same. Numbers begin with the greatest.
    #[must_use]
    pub fn clicked(self, by: Column) -> Self {
        let descending = if self.by == by { !self.descending } else { by != Column::Office && by != Column::Filled };
        Self { by, descending }
    }

    /// Puts drafts into this order; those that are alike stay as they were.
    pub fn sort(self, drafts: &mut [Summary]) {
        drafts.sort_by(|one, other| {
            let order = self.compare(one, other);
            if self.descending { order.reverse() } else { order }
        });
    }

    fn compare(self, one: &Summary, other: &Summary) -> Ordering {
        match self.by {
            Column::Office => one.office.cmp(&other.office),
            Column::Year => one.year.cmp(&other.year),
            // A share of all, compared without dividing.
            Column::Filled => {
                let (a, b) = (one.progress, other.progress);
                (a.filled * b.all.max(1)).cmp(&(b.filled * a.all.max(1)))
            }
            Column::Checks => one.found.unwrap_or_default().cmp(&other.found.unwrap_or_default()),
            Column::Saved => one.time.cmp(&other.time),
        }
    }
}

/// When something was saved: 今天 12:03, 昨天 17:26, 1月11日 15:08, 2023年1月16日.
pub fn moment(day: Option<Date>, today: Option<Date>, time: &str) -> String {
    let Some(day) = day else { return String::new() };
    let clock = time.get(..5).unwrap_or_default();
    match today.map(|today| today.days_after(day)) {
        Some(0) => format!("今天 {clock}"),
        Some(1) => format!("昨天 {clock}"),
        _ if today.is_some_and(|today| today.year() == day.year()) => {
            let words = day.chinese();
            format!("{} {clock}", words.split_once('年').map_or(words.as_str(), |(_, rest)| rest))
        }
        _ => day.chinese(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::Progress;

    fn draft(office: &str, year: u16, filled: usize, all: usize, errors: usize, time: &str) -> Summary {
        Summary {
            id: office.to_owned(),
            office: office.to_owned(),
            year,
            form: String::new(),
            progress: Progress { filled, all },
            found: Some([errors, 0, 0]),
            time: time.to_owned(),
        }
    }

    fn sorted(order: Order) -> String {
        let mut drafts = [
            draft("乙", 2023, 10, 12, 0, "2024-01-02T00:00:00Z"),
            draft("甲", 2022, 160, 166, 2, "2024-01-03T00:00:00Z"),
            draft("丙", 2024, 0, 0, 1, "2024-01-01T00:00:00Z"),
        ];
        order.sort(&mut drafts);
        drafts.map(|draft| draft.office).concat()
    }

    #[test]
    fn each_column_gives_an_order_and_turns_round() {
        assert_eq!(sorted(Order::LATEST), "甲乙丙");
        let year = Order::LATEST.clicked(Column::Year);
        assert_eq!(sorted(year), "丙乙甲");
        assert_eq!(sorted(year.clicked(Column::Year)), "甲乙丙");
        assert_eq!(sorted(Order::LATEST.clicked(Column::Checks)), "甲丙乙");
        assert_eq!(sorted(Order::LATEST.clicked(Column::Filled)), "丙乙甲", "what has least first");
        assert_eq!(sorted(Order::LATEST.clicked(Column::Office)), "丙乙甲");
    }

    #[test]
    fn a_time_is_said_as_people_say_it() {
        let day = |day: u32, month: u32, year: i32| Date::new(year, month, day);
        let at = |then| moment(then, day(12, 1, 2024), "15:08:09");
        assert_eq!(at(day(12, 1, 2024)), "今天 15:08");
        assert_eq!(at(day(11, 1, 2024)), "昨天 15:08");
        assert_eq!(at(day(2, 1, 2024)), "1月2日 15:08");
        assert_eq!(at(day(31, 12, 2023)), "2023年12月31日");
        assert_eq!(at(None), "");
    }
}
