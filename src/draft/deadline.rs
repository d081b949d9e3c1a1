//! The day by which a report is published.

use super::{Draft, OfficeField, SettingName, SettingValue};
use crate::value::Date;

/// The first report year under the regulation as revised in 2019, which gives departments a day of their own.
const REVISED: u16 = 2019;

impl Draft {
    /// The day by which the report is published: the one that is set, or the regulation's for this kind of office.
    ///
    /// From 2019 departments, townships and streets publish by 31 January and governments by 31 March (第四十九、五十条);
    /// before, all by 31 March (第三十一条). An office whose kind is not given has the later day, and so has the general
    /// office of a government, which reports for it.
    pub fn publish_by(&self) -> Option<Date> {
        if let Some(SettingValue::Day(day)) = self.setting(SettingName::PublishBy) {
            return Some(*day);
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
