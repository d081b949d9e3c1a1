//! Which office reports for which year: what says that a report is last year's of another.
//!
//! It does not choose between several reports of one office and year; who asks knows which of them counts.

use super::{Draft, OfficeField};
use crate::text::compact;
use crate::value::Year;

/// The office of a report, by its name without spaces, and the year. A key to look reports up by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct OfficeYear {
    office: String,
    year: Year,
}

impl OfficeYear {
    /// Office and year of a draft. None while the draft names no office: it belongs with no other then.
    pub fn of(draft: &Draft) -> Option<Self> {
        let office = compact(draft.office(OfficeField::Name));
        if office.is_empty() { None } else { Some(Self { office, year: draft.year() }) }
    }

    /// The same office the year before: what last year's report has.
    pub fn last(&self) -> Option<Self> {
        Some(Self { office: self.office.clone(), year: self.year.checked_sub(1)? })
    }

    /// The name of the office, without spaces.
    pub fn office(&self) -> &str {
        &self.office
    }

    /// The year on which is reported.
    pub fn year(&self) -> Year {
        self.year
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(office: &str, year: Year) -> Option<OfficeYear> {
        OfficeYear::of(&Draft::new(String::new(), year, office, ""))
    }

    #[test]
    fn last_years_report_is_of_the_same_office_the_year_before() {
        let last = of("临江市 财政局", 2023).and_then(|this| this.last());
        assert_eq!(last, of("临江市财政局　", 2022));
        assert_ne!(last, of("临江市财政局", 2023));
        assert_ne!(last, of("临江市民政局", 2022));
        assert_eq!(last.map(|last| (last.office().to_owned(), last.year())), Some(("临江市财政局".to_owned(), 2022)));
    }

    #[test]
    fn a_report_without_an_office_has_none() {
        assert_eq!(of("", 2023), None);
        assert_eq!(of(" 　", 2023), None);
    }
}
