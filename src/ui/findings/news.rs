//! What is read out of the findings once typing rests: what is new of them, and nothing when nothing is.

use std::collections::HashSet;

use super::super::parts::SEVERITIES;
use crate::session::Found;

/// How many new findings are named; the others are counted.
const NAMED: usize = 3;

/// What was read out last.
#[derive(Clone, Default, PartialEq)]
pub struct News {
    /// Of which draft.
    of: Option<String>,
    /// The numbers of the findings that were open.
    open: HashSet<u64>,
    /// The words.
    pub words: String,
}

impl News {
    /// What is read out of these findings of a draft, after what was read out before. Of a draft that is opened, how many
    /// findings there are.
    pub fn after(before: Option<&Self>, of: Option<String>, found: &[Found]) -> Self {
        let listed: Vec<&Found> = found.iter().filter(|found| found.is_open()).collect();
        let open: HashSet<u64> = listed.iter().map(|found| found.number).collect();
        let Some(before) = before.filter(|before| before.of.is_some() && before.of == of) else {
            let words = if listed.is_empty() { "没有发现问题".to_owned() } else { counts(&listed) };
            return Self { of, open, words };
        };
        // The same words stay, and are not read out again.
        if before.open == open {
            return before.clone();
        }
        let new: Vec<&Found> = listed.into_iter().filter(|found| !before.open.contains(&found.number)).collect();
        let words = match (new.is_empty(), open.is_empty()) {
            (true, true) => "没有发现问题".to_owned(),
            (true, false) => String::new(),
            (false, _) => format!("新增 {}：{}", counts(&new), titles(&new)),
        };
        Self { of, open, words }
    }
}

/// How many there are of each weight: 1 处强制性、2 处核实性.
fn counts(found: &[&Found]) -> String {
    let count = |severity| found.iter().filter(|found| found.finding.severity == severity).count();
    let counts = SEVERITIES.map(|(severity, words, _)| (count(severity), words));
    let counts = counts.into_iter().filter(|(count, _)| *count > 0).map(|(count, words)| format!("{count} 处{words}"));
    counts.collect::<Vec<_>>().join("、")
}

/// The first of them by their titles.
fn titles(found: &[&Found]) -> String {
    let named: Vec<&str> = found.iter().take(NAMED).map(|found| found.finding.title.as_str()).collect();
    let more = if found.len() > NAMED { "等" } else { "" };
    named.join("；") + more
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Place;
    use crate::rules::{Finding, Severity, Status};

    fn found(number: u64, severity: Severity, title: &str) -> Found {
        Found { number, finding: Finding::new("N01", severity, Place::Title, title), status: Status::Open }
    }

    fn heard(before: Option<&News>, of: &str, found: &[Found]) -> News {
        News::after(before, Some(of.to_owned()), found)
    }

    #[test]
    fn of_an_opened_draft_it_says_how_many_there_are() {
        let two = [found(1, Severity::Error, "甲"), found(2, Severity::Warning, "乙")];
        let first = heard(None, "a", &two);
        assert_eq!(first.words, "1 处强制性、1 处核实性");
        assert_eq!(heard(None, "a", &[]).words, "没有发现问题");
        // What is found in another draft is not new.
        assert_eq!(heard(Some(&first), "b", &[found(3, Severity::Hint, "丙")]).words, "1 处提示");
        assert_eq!(heard(Some(&News::default()), "a", &two).words, first.words);
    }

    #[test]
    fn only_what_is_new_is_said() {
        let one = found(1, Severity::Warning, "甲");
        let off = found(2, Severity::Error, "商业企业一列不平衡");
        let first = heard(None, "a", std::slice::from_ref(&one));
        let second = heard(Some(&first), "a", &[off.clone(), one.clone()]);
        assert_eq!(second.words, "新增 1 处强制性：商业企业一列不平衡");
        // Nothing else has changed: the words stay, and are not read out again.
        assert!(heard(Some(&second), "a", &[off.clone(), one.clone()]) == second);
        let mended = heard(Some(&second), "a", std::slice::from_ref(&one));
        assert_eq!(mended.words, "");
        // The same again is new again.
        assert_eq!(heard(Some(&mended), "a", &[off, one]).words, second.words);
        assert_eq!(heard(Some(&mended), "a", &[]).words, "没有发现问题");
    }

    #[test]
    fn what_was_accepted_is_not_new() {
        let first = heard(None, "a", &[]);
        let mut one = found(1, Severity::Warning, "甲");
        one.status = Status::Accepted { note: "已核对".to_owned(), at: String::new() };
        assert_eq!(heard(Some(&first), "a", std::slice::from_ref(&one)).words, "没有发现问题");
        one.status = Status::Lapsed { note: "已核对".to_owned() };
        assert_eq!(heard(Some(&first), "a", &[one]).words, "新增 1 处核实性：甲");
    }

    #[test]
    fn of_many_the_first_are_named() {
        let first = heard(None, "a", &[]);
        let many: Vec<Found> = (1..=1000).map(|n| found(n, Severity::Error, &format!("第{n}处"))).collect();
        assert_eq!(heard(Some(&first), "a", &many).words, "新增 1000 处强制性：第1处；第2处；第3处等");
    }
}
