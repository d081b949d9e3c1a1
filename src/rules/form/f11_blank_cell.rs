//! F11: a blank cell in an official table that the report prints.

use crate::draft::{Draft, Edit, Place};
use crate::facts::{Claim, Facts, Standing};
use crate::form::Key;
use crate::rules::numbers::safe;
use crate::rules::{Change, Finding, Rule, Severity, Sink, When};
use crate::sheet::{blanks, printed_tables, progress};

pub(super) static RULE: Rule = Rule {
    id: "F11",
    title: "表格有空格",
    why: "统一格式的表格不留空格，没有的填0。统计表只在正文放入该表时检查；自动合计的格子、历年数据、公开渠道、建议提案不在此列。",
    example: "结转下年度一行，科研机构一格空着。",
    when: When::Pause,
    check,
};

/// So many cells are named one by one; of more, their number says enough.
const NAMED: usize = 4;

fn check(facts: &Facts, found: &mut Sink) {
    let case = &facts.case;
    let claims = facts.claims();
    for table in printed_tables(case.draft) {
        let blank = blanks(case.draft, table);
        if blank.is_empty() {
            continue;
        }
        let count = blank.len();
        let place = Place::Table(table);
        let is_begun = progress(case.draft, table).filled > 0;
        let words =
            if is_begun { format!("有 {count} 格没有填") } else { format!("还没有填，共 {count} 格") };
        let mut finding = Finding::new(RULE.id, Severity::Error, place, format!("{}{words}", table.title()))
            .saying(format!("{}没有的请填 0，不留空格。", named(case.draft, &blank)));
        // What was not begun yet is not wrong: it is counted, and no cell of it is marked.
        if is_begun {
            finding.concerns = blank.iter().map(|key| Place::Cell(*key)).collect();
        }
        let edit = Edit::fill_zero(&blank);
        if safe(case.draft, &edit) && agrees(case.draft, &edit, claims) {
            finding = finding.mended_by(format!("{count} 格都填 0"), Change::zeros(case.draft, blank));
        }
        found.push(finding);
    }
}

/// Whether the text states nothing that the zeros would contradict.
fn agrees(draft: &Draft, edit: &Edit, claims: &[Claim]) -> bool {
    let unknown: Vec<&Claim> = claims.iter().filter(|c| c.firm && c.standing == Standing::Unknown).collect();
    if unknown.is_empty() {
        return true;
    }
    let mut filled = draft.clone();
    filled.apply(edit.clone());
    unknown.iter().all(|claim| !matches!(claim.standing_in(&filled), Standing::Differs(_)))
}

/// The blank cells in words, where they are few.
fn named(draft: &Draft, blank: &[Key]) -> String {
    if blank.len() > NAMED {
        return String::new();
    }
    let label = |key: &Key| draft.form().and_then(|form| form.label(*key)).unwrap_or_else(|| key.label());
    let labels: Vec<String> = blank.iter().map(label).collect();
    format!("{}。", labels.join("；"))
}

#[cfg(test)]
mod tests {
    use crate::form::forms;
    use crate::rules::tests::{finds, mends};

    #[test]
    fn every_official_table_of_a_new_draft() {
        finds(
            "F11",
            r#"{"nianbao": 1, "form": "national-2021", "year": 2023}"#,
            &["F11:proactive", "F11:applications", "F11:disputes"],
        );
        finds("F11", r#"{"nianbao": 1, "form": "narrative-2008", "year": 2017}"#, &[]);
        let printed = r#"{"nianbao": 1, "form": "narrative-2008", "year": 2017, "narrative": [{"body": [{"table": "statistics"}]}]}"#;
        finds("F11", printed, &["F11:statistics"]);
    }

    #[test]
    fn the_mend_fills_every_blank_and_no_total() {
        for form in forms() {
            let year = form.years.0;
            let json = format!(
                r#"{{"nianbao": 1, "form": "{}", "year": {year}, "narrative": [{{"body": [{{"table": "statistics"}}]}}]}}"#,
                form.draft_name
            );
            for table in ["proactive", "applications", "disputes", "statistics"] {
                if form.tables.iter().all(|t| t.id.name() != table) {
                    continue;
                }
                let mended = mends(&format!("F11:{table}"), &json);
                assert!(!mended.to_json().contains("applications.total.total"), "{}", form.draft_name);
            }
        }
    }

    #[test]
    fn a_table_that_was_begun_marks_its_blanks_and_one_that_was_not_does_not() {
        let json = r#"{"nianbao": 1, "form": "national-2021", "year": 2023, "figures": {"disputes.review.upheld": 1}}"#;
        let found = crate::rules::tests::found("F11", json);
        let told: Vec<(String, usize)> = found.into_iter().map(|f| (f.title, f.concerns.len())).collect();
        let expected = [
            ("主动公开政府信息情况还没有填，共 10 格", 0),
            ("收到和处理政府信息公开申请情况还没有填，共 144 格", 0),
            ("政府信息公开行政复议、行政诉讼情况有 11 格没有填", 11),
        ];
        assert_eq!(told, expected.map(|(title, count)| (title.to_owned(), count)));
    }

    #[test]
    fn a_cell_with_what_is_no_number_is_not_blank() {
        let json = r#"{"nianbao": 1, "form": "narrative-2008", "year": 2017, "unread": {"complaints.total": "约3"},
            "narrative": [{"body": [{"table": "statistics"}]}]}"#;
        let found = crate::rules::tests::found("F11", json);
        let first = found.first().map(|f| (f.title.as_str(), f.concerns.len()));
        assert_eq!(first, Some(("政府信息公开情况统计表有 50 格没有填", 50)));
    }
}
