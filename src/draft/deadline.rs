//! The days by which a report is handed in and published, and how long that is still.

use super::{Draft, OfficeField, SettingName, SettingValue};
use crate::value::Date;

/// The first report year under the regulation as revised in 2019, which gives departments a day of their own.
const REVISED: u16 = 2019;

/// From how many days on the clerk is warned.
const SOON: i64 = 3;

/// For how many days after it a day is still spoken of: a report of years ago is not late any more.
const SPOKEN_OF: i64 = 90;

/// A day by which something is done with the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// What is done by then: 上报 or 公布.
    what: &'static str,
    /// The day itself, which is not late.
    day: Date,
    /// How many days are left; negative where it is past.
    left: i64,
}

impl Due {
    fn of(what: &'static str, day: Date, today: Date) -> Option<Self> {
        let left = today.days_to(day);
        (left >= -SPOKEN_OF).then_some(Self { what, day, left })
    }

    /// In words: 离上报还有 12 天（1月20日）.
    pub fn words(self) -> String {
        let Self { what, day, left } = self;
        let day = day.without_year();
        match left {
            0 => format!("今天截止{what}（{day}）"),
            left if left < 0 => format!("{what}截止已过 {} 天（{day}）", left.unsigned_abs()),
            left => format!("离{what}还有 {left} 天（{day}）"),
        }
    }

    /// Whether it is near, or past.
    pub fn is_soon(self) -> bool {
        self.left <= SOON
    }
}

impl Draft {
    /// The days that are ahead, or not long past: 上报 where one is named, 公布 as set or as the regulation has it.
    pub fn due(&self, today: Date) -> Vec<Due> {
        let submit = self.submit_by().and_then(|day| Due::of("上报", day, today));
        let publish = self.publish_by().and_then(|day| Due::of("公布", day, today));
        submit.into_iter().chain(publish).collect()
    }

    /// The day by which the report is handed in: the one that is set, or that of the local requirements.
    pub fn submit_by(&self) -> Option<Date> {
        match self.setting(SettingName::SubmitBy) {
            Some(SettingValue::Day(day)) => Some(*day),
            Some(_) | None => self.pack()?.submit_by?.after(self.year()),
        }
    }

    /// The day by which the report is published: the one that is set, that of the local requirements, or the regulation's for
    /// this kind of office.
    ///
    /// From 2019 departments, townships and streets publish by 31 January and governments by 31 March (第四十九、五十条);
    /// before, all by 31 March (第三十一条). An office whose kind is not given has the later day, and so has the general
    /// office of a government, which reports for it.
    pub fn publish_by(&self) -> Option<Date> {
        if let Some(SettingValue::Day(day)) = self.setting(SettingName::PublishBy) {
            return Some(*day);
        }
        if let Some(day) = self.pack().and_then(|pack| pack.publish_by?.after(self.year())) {
            return Some(day);
        }
        let next = i32::from(self.year().saturating_add(1));
        let name = self.office(OfficeField::Name).trim_end();
        let reports_for_government = ["人民政府办公厅", "人民政府办公室"].iter().any(|office| name.ends_with(office));
        let early = matches!(self.office(OfficeField::Kind), "department" | "township" | "street" | "state");
        if self.year() >= REVISED && early && !reports_for_government {
            Date::new(next, 1, 31)
        } else {
            Date::new(next, 3, 31)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(settings: &str, today: &str) -> Vec<(String, bool)> {
        let json = format!(
            r#"{{"nianbao": 1, "form": "national-2021", "year": 2023, "office": {{"name": "某镇", "kind": "township"}}, "settings": {{{settings}}}}}"#
        );
        let draft = Draft::from_json(&json).unwrap_or_else(|refused| panic!("{refused}")).draft;
        let due = draft.due(today.parse().expect("a day"));
        due.into_iter().map(|due| (due.words(), due.is_soon())).collect()
    }

    fn one(words: &str, is_soon: bool) -> Vec<(String, bool)> {
        vec![(words.to_owned(), is_soon)]
    }

    #[test]
    fn days_left_until_the_regulations_day() {
        assert_eq!(told("", "2024-01-19"), one("离公布还有 12 天（1月31日）", false));
        assert_eq!(told("", "2024-01-27"), one("离公布还有 4 天（1月31日）", false));
        assert_eq!(told("", "2024-01-28"), one("离公布还有 3 天（1月31日）", true));
        assert_eq!(told("", "2024-01-31"), one("今天截止公布（1月31日）", true));
        assert_eq!(told("", "2024-02-03"), one("公布截止已过 3 天（1月31日）", true));
        assert_eq!(told("", "2024-04-30"), one("公布截止已过 90 天（1月31日）", true));
    }

    #[test]
    fn a_report_of_years_ago_is_not_late() {
        assert_eq!(told("", "2024-05-01"), []);
        assert_eq!(told("", "2031-01-31"), []);
    }

    #[test]
    fn the_days_that_are_set_go_before() {
        let both = r#""submit_by": "2024-01-20", "publish_by": "2024-02-10""#;
        let told = told(both, "2024-01-18");
        assert_eq!(
            told,
            [("离上报还有 2 天（1月20日）".to_owned(), true), ("离公布还有 23 天（2月10日）".to_owned(), false)]
        );
    }

    #[test]
    fn the_day_by_kind_and_year() {
        for (name, kind, year, expected) in [
            ("某县财政局", "department", 2018, "2019-03-31"),
            ("某县财政局", "department", 2019, "2020-01-31"),
            ("某镇人民政府", "township", 2024, "2025-01-31"),
            ("某街道办事处", "street", 2024, "2025-01-31"),
            ("某部", "state", 2024, "2025-01-31"),
            ("某县人民政府", "county", 2024, "2025-03-31"),
            ("某市人民政府办公室", "department", 2024, "2025-03-31"),
            ("某县财政局", "", 2024, "2025-03-31"),
        ] {
            let draft = Draft::new(String::new(), year, name, kind);
            assert_eq!(draft.publish_by().map(|day| day.to_string()).as_deref(), Some(expected), "{name} {year}");
        }
    }
}
