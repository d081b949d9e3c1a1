//! Q06: the signing date is before the year's end or after the day by which the report is published.

use crate::draft::{OfficeField, Place, SettingName};
use crate::facts::Facts;
use crate::rules::{Finding, Rule, Severity, Sink, When};

pub(super) static RULE: Rule = Rule {
    id: "Q06",
    title: "成文日期不在应当的时间",
    why: "年度报告在报告年度结束以后编制，在规定期限以内公布。《政府信息公开条例》规定，政府部门（2019年度起，含乡镇、街道）每年1月31日前，\
          县级以上人民政府每年3月31日前；2018年度及以前都是3月31日前。设置里填了公布截止的，以它为准。期限当天不算晚。",
    example: "2009年度的报告成文日期为2010年4月10日。",
    when: When::EveryEdit,
    check,
};

fn check(facts: &Facts, found: &mut Sink) {
    let case = &facts.case;
    let draft = case.draft;
    let (Some(signed), Some(limit)) = (draft.published(), draft.publish_by()) else { return };
    let year = draft.year();
    let (title, words) = if signed.year() <= i32::from(year) {
        let words = format!("成文日期是{}，{year}年度还没有结束，数据不会是全年的。", signed.chinese());
        ("成文日期在年度结束以前", words)
    } else if signed > limit {
        let words = format!("应在{}前公布，成文日期是{}。", limit.chinese(), signed.chinese());
        ("成文日期晚于公布期限", words)
    } else {
        return;
    };
    let setting = draft.setting(SettingName::PublishBy).map(|_| Place::Setting(SettingName::PublishBy));
    let kind = Place::Office(OfficeField::Kind);
    found.push(
        Finding::new(RULE.id, Severity::Warning, Place::Published, title)
            .saying(words)
            .resting_on(draft, [Place::Published, Place::Year, setting.unwrap_or(kind)]),
    );
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::finds;

    #[track_caller]
    fn draws(year: u16, form: &str, kind: &str, published: &str, more: &str, expected: bool) {
        let json = format!(
            r#"{{"nianbao": 1, "form": "{form}", "year": {year}, "office": {{"name": "某单位", "kind": "{kind}"}}, "published": "{published}"{more}}}"#
        );
        finds("Q06", &json, if expected { &["Q06:published"] } else { &[] });
    }

    #[test]
    fn after_the_day_by_which_it_is_published() {
        draws(2009, "narrative-2008", "department", "2010-04-10", "", true);
        draws(2009, "narrative-2008", "department", "2010-03-31", "", false);
        draws(2020, "national-2019", "department", "2021-01-31", "", false);
        draws(2020, "national-2019", "department", "2021-02-01", "", true);
        draws(2024, "national-2021", "city", "2025-03-31", "", false);
        draws(2024, "national-2021", "city", "2025-04-01", "", true);
        draws(2024, "national-2021", "", "2025-02-10", "", false);
    }

    #[test]
    fn the_day_that_is_set_goes_before_the_regulations() {
        let set = r#", "settings": {"publish_by": "2025-02-10"}"#;
        draws(2024, "national-2021", "street", "2025-02-10", set, false);
        draws(2024, "national-2021", "city", "2025-02-11", set, true);
        let handed_in = r#", "settings": {"submit_by": "2025-01-10"}"#;
        draws(2024, "national-2021", "street", "2025-01-20", handed_in, false);
    }

    #[test]
    fn before_the_year_is_over() {
        draws(2024, "national-2021", "street", "2024-12-31", "", true);
        draws(2024, "national-2021", "street", "2024-01-20", "", true);
        draws(2024, "national-2021", "street", "2025-01-01", "", false);
        finds("Q06", r#"{"nianbao": 1, "form": "national-2021", "year": 2024}"#, &[]);
    }
}
