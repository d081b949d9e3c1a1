//! What was checked and found right, in words: what a superior who signs wants to read.

use super::Finding;
use crate::draft::Draft;
use crate::form::{Severity, TableId};

/// A group of rules, and what holds where none of them has anything open.
struct Check {
    words: &'static str,
    rules: &'static [&'static str],
    /// The table without which there is nothing to check.
    of: Option<TableId>,
}

const fn check(words: &'static str, rules: &'static [&'static str], of: Option<TableId>) -> Check {
    Check { words, rules, of }
}

const CHECKS: [Check; 9] = [
    check("标题、各部分与格式一致", &["F01", "F02", "F03", "F06", "F07", "F08"], None),
    check("各表没有空格", &["F11"], None),
    check("表三各列、各行平衡", &["N01", "N02", "N03", "N05"], Some(TableId::Applications)),
    check("表四各栏平衡", &["N07"], Some(TableId::Disputes)),
    check("统计表各项关系成立", &["N08", "N09", "N10"], Some(TableId::Statistics)),
    check("文中数字与表中数字一致", &["N11", "N12", "N13", "N14", "N19", "N25"], None),
    check("单位名称全文一致，统计期限完整", &["F04", "F05", "Q05"], None),
    check("没有个人信息", &["Q07"], None),
    check("成文日期在期限内", &["Q06"], None),
];

/// What was found right in a draft of which these findings are open. A hint says of nothing that it is wrong.
pub fn passed(draft: &Draft, open: &[&Finding]) -> Vec<&'static str> {
    let Some(form) = draft.form() else { return Vec::new() };
    let is_there = |check: &&Check| check.of.is_none_or(|table| form.table(table).is_some());
    // A date that is missing is not within the time.
    let is_dated = |check: &&Check| !check.rules.contains(&"Q06") || draft.published().is_some();
    let all = CHECKS.iter().filter(is_there).filter(is_dated);
    let is_open = |rule: &&str| open.iter().any(|found| found.rule == *rule && found.severity != Severity::Hint);
    all.filter(|check| !check.rules.iter().any(is_open)).map(|check| check.words).collect()
}

/// Whether a rule looks at the sums and relations within a table.
pub fn is_of_tables(rule: &str) -> bool {
    CHECKS.iter().any(|check| check.of.is_some() && check.rules.contains(&rule))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Place;
    use crate::rules::rules;

    fn draft(members: &str) -> Draft {
        let json = format!(r#"{{"nianbao": 1, {members}}}"#);
        Draft::from_json(&json).expect("a draft").draft
    }

    #[test]
    fn every_rule_that_is_named_is_there() {
        for id in CHECKS.iter().flat_map(|check| check.rules) {
            assert!(rules().any(|rule| rule.id == *id), "{id}");
        }
    }

    #[test]
    fn what_is_open_has_not_passed() {
        let national = draft(r#""form": "national-2021", "year": 2023, "published": "2024-01-24""#);
        let all = passed(&national, &[]);
        assert_eq!(all.len(), 8, "{all:?}");
        let open = |rule, severity| Finding::new(rule, severity, Place::Title, "");
        let found = [open("N01", Severity::Error), open("Q07", Severity::Warning), open("F06", Severity::Hint)];
        let some = passed(&national, &found.iter().collect::<Vec<_>>());
        assert!(!some.contains(&"表三各列、各行平衡") && !some.contains(&"没有个人信息"), "{some:?}");
        assert_eq!(some.len(), 6);
    }

    #[test]
    fn the_rules_of_a_table_are_told_from_those_of_the_text() {
        assert!(["N01", "N07", "N10"].into_iter().all(is_of_tables));
        assert!(!["F11", "N13", "Q01", ""].into_iter().any(is_of_tables));
    }

    #[test]
    fn what_a_form_has_not_is_not_said_of_it() {
        let own = passed(&draft(r#""form": "narrative-2008", "year": 2017"#), &[]);
        assert!(own.iter().all(|words| !words.starts_with("表")), "{own:?}");
        assert!(!own.contains(&"成文日期在期限内"), "{own:?}");
    }
}
