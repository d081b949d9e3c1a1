//! N26: suits without a review, from 2024 on.

use crate::calc::shown;
use crate::draft::Place;
use crate::facts::Facts;
use crate::form::{Outcome, Way};
use crate::rules::{Finding, Rule, Severity, Sink, When};
use crate::value::Year;

pub(super) static RULE: Rule = Rule {
    id: "N26",
    title: "未经复议直接起诉",
    why: "《行政复议法》第二十三条（2023年修订，2024年1月1日起施行）：申请政府信息公开，行政机关不予公开的，应当先申请行政复议，\
          对复议决定不服的才可以起诉。2024年度起，因不予公开直接起诉的应当没有；因答复方式、内容等其他原因起诉的仍可能有，请核对。",
    example: "2024年度表四“未经复议直接起诉”总计1件。",
    when: When::EveryEdit,
    check,
};

/// The first report year under the revised law.
const IN_FORCE: Year = 2024;

fn check(facts: &Facts, found: &mut Sink) {
    let draft = facts.case.draft;
    let Some(form) = draft.form().filter(|_| draft.year() >= IN_FORCE) else { return };
    let Some(key) = form.dispute(Way::Direct, Outcome::Total) else { return };
    let Some(count) = shown(draft, key).figure.filter(|figure| !figure.exact().is_zero()) else { return };
    found.push(
        Finding::new(RULE.id, Severity::Hint, Place::Cell(key), "不予公开的先复议后起诉，请核对直接起诉的件数")
            .saying(format!("表四“未经复议直接起诉”为 {count} 件。对不予公开不服的，2024年起应当先申请行政复议。"))
            .resting_on(draft, [Place::Cell(key)]),
    );
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::finds;

    #[track_caller]
    fn suits(year: u16, count: u32, expected: &[&str]) {
        let json = format!(
            r#"{{"nianbao": 1, "form": "national-2021", "year": {year}, "figures": {{"disputes.direct.total": {count}}}}}"#
        );
        finds("N26", &json, expected);
    }

    #[test]
    fn from_2024_on_a_refusal_goes_to_review_first() {
        suits(2024, 1, &["N26:disputes.direct.total"]);
        suits(2025, 3, &["N26:disputes.direct.total"]);
        suits(2024, 0, &[]);
        suits(2023, 1, &[]);
    }
}
