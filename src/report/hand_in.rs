//! 送审单: the sheet that goes with a report to those who sign it.

use crate::draft::{Draft, OfficeField, Place};
use crate::facts::Case;
use crate::form::{Key, Named, Outcome, Row, Way};
use crate::rules::{Finding, Severity, Status, passed};
use crate::sheet::cell_content;

/// What stands on the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandIn {
    /// The report: what it is of, by name.
    pub head: Vec<(&'static str, String)>,
    /// Whether anything must still be mended.
    pub is_ready: bool,
    /// How many findings of each weight there are, in one line.
    pub verdict: String,
    /// What was checked and found right.
    pub passed: Vec<&'static str>,
    /// The main figures, each by its name.
    pub figures: Vec<(String, String)>,
    /// The findings that were accepted, with their notes.
    pub accepted: Vec<Accepted>,
}

/// A finding that was accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// The finding in one line.
    pub title: String,
    /// Its rule.
    pub rule: &'static str,
    /// Why it is accepted.
    pub note: String,
    /// When, as ISO time.
    pub at: String,
}

/// The sheet of a report with this check code and these findings.
pub fn hand_in(case: &Case, code: &str, found: &[(&Finding, &Status)]) -> HandIn {
    let draft = case.draft;
    let open: Vec<&Finding> = found.iter().filter(|(_, status)| status.is_open()).map(|(found, _)| *found).collect();
    let count = |severity| open.iter().filter(|found| found.severity == severity).count();
    let (errors, warnings, hints) = (count(Severity::Error), count(Severity::Warning), count(Severity::Hint));
    let accepted: Vec<Accepted> = found.iter().filter_map(|(found, status)| accepted(found, status)).collect();
    let mut verdict = format!("强制性问题 {errors} 处，核实性问题 {warnings} 处没有说明，提示 {hints} 处");
    if !accepted.is_empty() {
        verdict.push_str(&format!("；另有 {} 处已说明并保留", accepted.len()));
    }
    HandIn {
        head: vec![
            ("单位", draft.office(OfficeField::Name).to_owned()),
            ("年度", format!("{}年度", draft.year())),
            ("报告名称", super::name(draft)),
            ("成文日期", draft.published().map(crate::value::Date::chinese).unwrap_or_default()),
            ("校验码", code.to_owned()),
        ],
        is_ready: errors == 0 && warnings == 0,
        verdict,
        passed: passed(draft, &open),
        figures: figures(draft),
        accepted,
    }
}

fn accepted(found: &Finding, status: &Status) -> Option<Accepted> {
    match status {
        Status::Accepted { note, at } => {
            Some(Accepted { title: found.title.clone(), rule: found.rule, note: note.clone(), at: at.clone() })
        }
        Status::Open | Status::Lapsed { .. } => None,
    }
}

/// The figures that those who sign look at: table two whole, and of the others what adds them up; before 2019 how much was disclosed.
fn figures(draft: &Draft) -> Vec<(String, String)> {
    let Some(form) = draft.form() else { return Vec::new() };
    let rows = [Row::New, Row::CarriedIn, Row::Total, Row::CarriedOut];
    let applications = rows.into_iter().filter_map(|row| form.application_total(row));
    let disputes = Way::ALL.into_iter().filter_map(|way| form.dispute(way, Outcome::Total));
    let of_tables = form.band_cells().map(|(key, ..)| key).chain(applications).chain(disputes);
    let all: Vec<Key> = of_tables.chain(Named::DISCLOSED.key()).collect();
    let shown = |key: Key| (key.label(), cell_content(draft, Place::Cell(key)).to_string());
    all.into_iter().map(shown).filter(|(_, value)| !value.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{Reviewed, check_all};
    use crate::value::Date;

    fn sheet(members: &str) -> HandIn {
        let json = format!(r#"{{"nianbao": 1, "form": "national-2021", "year": 2023, {members}}}"#);
        let draft = Draft::from_json(&json).unwrap_or_else(|refused| panic!("{refused}")).draft;
        let case = Case::new(&draft, Date::new(2024, 1, 20).expect("a day"));
        let found = check_all(&case);
        let reviewed = Reviewed::of(&draft, &found);
        let statuses: Vec<Status> = (0..found.len()).map(|at| reviewed.status(at)).collect();
        hand_in(&case, "3F7A-91C2", &found.iter().zip(&statuses).collect::<Vec<_>>())
    }

    #[test]
    fn what_is_open_is_counted_and_what_was_accepted_is_told() {
        let sheet = sheet(
            r#""office": {"name": "某县"}, "published": "2024-01-24", "figures": {"proactive.rules.issued": 2, "applications.new.natural": 3}"#,
        );
        assert!(!sheet.is_ready, "{}", sheet.verdict);
        assert_eq!(sheet.head[0], ("单位", "某县".to_owned()));
        assert_eq!(sheet.head[4], ("校验码", "3F7A-91C2".to_owned()));
        assert!(sheet.passed.contains(&"没有个人信息"), "{:?}", sheet.passed);
        assert!(!sheet.passed.contains(&"各表没有空格"), "{:?}", sheet.passed);
        let values: Vec<&str> = sheet.figures.iter().map(|(_, value)| value.as_str()).collect();
        assert_eq!(values, ["2", "3"], "{:?}", sheet.figures);
        assert_eq!(sheet.accepted, []);
    }
}
