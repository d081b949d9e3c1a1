//! What was not begun yet is not wrong: it is counted, and not marked.

use super::{Finding, Severity};
use crate::draft::{Draft, Place};
use crate::sheet::progress;

/// The rules that ask for what is missing: a part, a table.
const ASKING: [&str; 5] = ["F06", "F08", "F09", "F10", "F11"];

impl Finding {
    /// Whether it only asks for a part or a table of which nothing is there yet.
    pub fn waits(&self, draft: &Draft) -> bool {
        if !ASKING.contains(&self.rule) {
            return false;
        }
        if let Place::Part(n) | Place::Heading(n) = self.place {
            if self.quote.is_some() || self.severity == Severity::Error && self.rule == "F06" {
                return false;
            }
            return draft.narrative().get(n).is_some_and(|part| part.body.is_empty());
        }
        if let Place::Table(table) = self.place { progress(draft, table).filled == 0 } else { false }
    }
}

#[cfg(test)]
mod tests {
    use crate::draft::Draft;
    use crate::facts::Case;
    use crate::rules::check_all;

    #[track_caller]
    fn waiting(members: &str, expected: usize, of: usize) {
        let json = format!(r#"{{"nianbao": 1, "form": "national-2021", "year": 2023, {members}}}"#);
        let draft = Draft::from_json(&json).unwrap_or_else(|refused| panic!("{refused}")).draft;
        let today = crate::value::Date::new(2024, 1, 10).expect("a date");
        let found = check_all(&Case::new(&draft, today));
        let waits = found.iter().filter(|finding| finding.waits(&draft)).count();
        assert_eq!((waits, found.len()), (expected, of), "{:?}", found.iter().map(|f| f.rule).collect::<Vec<_>>());
    }

    #[test]
    fn nothing_of_a_new_report_is_wrong() {
        let parts = [
            "一、总体情况",
            "二、主动公开政府信息情况",
            "三、收到和处理政府信息公开申请情况",
            "四、政府信息公开行政复议、行政诉讼情况",
            "五、存在的主要问题及改进情况",
            "六、其他需要报告的事项",
        ];
        let with = |first: &str| {
            let part = |(n, heading): (usize, &&str)| {
                let body = if n == 0 { first } else { "" };
                format!(r#"{{"heading": "{heading}", "body": [{body}]}}"#)
            };
            let parts: Vec<String> = parts.iter().enumerate().map(part).collect();
            format!(r#""office": {{"name": "某局"}}, "narrative": [{}]"#, parts.join(", "))
        };
        waiting(&with(""), 6, 6);
        // A part that was begun is judged.
        waiting(&with("\"2023年，某局依法公开政府信息。\""), 5, 6);
        let figures = r#", "figures": {"disputes.review.upheld": 1}"#;
        waiting(&(with("") + figures), 5, 6);
    }
}
