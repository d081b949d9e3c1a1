//! Drafts as large as reading accepts are read and checked in memory, and in work, that grow with the text and not with
//! its square. What is counted are bytes that are asked for, not seconds: the same on every machine.

pub mod allocated;
mod drafts;

use allocated::measure;
use drafts::{LISTS, PIECES, of_list, of_piece};
use nianbao::draft::Draft;
use nianbao::facts::Case;
use nianbao::rules::{Finding, LISTED, Severity, check_all};
use nianbao::value::Date;

fn open(json: &str) -> Draft {
    Draft::from_json(json).unwrap_or_else(|refused| panic!("{refused}")).draft
}

fn check(draft: &Draft) -> Vec<Finding> {
    check_all(&Case::new(draft, Date::new(2023, 1, 20).expect("a day")))
}

/// Twice as much takes little more than twice as much: quadratic work would take four times.
#[track_caller]
fn grows_with_size(what: &str, once: usize, twice: usize) {
    assert!(twice * 10 <= once * 26, "{what}: {once} bytes, and of twice as much {twice}");
}

#[test]
fn a_paragraph_is_checked_in_linear_memory_and_work() {
    const BYTES: usize = 12_000;
    for piece in PIECES {
        let [once, twice] = [BYTES, 2 * BYTES].map(|bytes| {
            let draft = open(&of_piece(piece, bytes));
            measure(|| check(&draft)).1
        });
        grows_with_size(piece, once.peak, twice.peak);
        grows_with_size(piece, once.total, twice.total);
        // The findings that are listed hold no more than their words and a sentence's worth around them.
        assert!(twice.peak <= 20_000_000 + 100 * 2 * BYTES, "{piece}: {} bytes", twice.peak);
    }
}

#[test]
fn a_list_is_read_and_checked_in_linear_memory_and_work() {
    const COUNT: usize = 2_000;
    for list in LISTS {
        let [once, twice] = [COUNT, 2 * COUNT].map(|count| {
            let json = of_list(list, count);
            let (draft, reading) = measure(|| open(&json));
            (reading, measure(|| check(&draft)).1, measure(|| draft.to_json()).1)
        });
        grows_with_size(list, once.0.total, twice.0.total);
        grows_with_size(list, once.1.total, twice.1.total);
        grows_with_size(list, once.1.peak, twice.1.peak);
        grows_with_size(list, once.2.total, twice.2.total);
    }
}

#[test]
fn of_very_many_findings_the_first_are_listed_and_the_rest_counted() {
    let found = check(&open(&of_piece("申请人张三提出，", 1_500 * "申请人张三提出，".len())));
    let of_rule: Vec<&Finding> = found.iter().filter(|finding| finding.rule == "Q07").collect();
    assert_eq!(of_rule.len(), LISTED + 1);
    let last = of_rule.last().expect("findings");
    assert_eq!((last.title.as_str(), last.severity), ("还有 500 处同样的问题没有列出", Severity::Error));
    assert_eq!(last.identity(), "Q07:narrative.0.body.0");
    let identities: std::collections::BTreeSet<String> = found.iter().map(Finding::identity).collect();
    assert_eq!(identities.len(), found.len());
}

#[test]
fn an_acceptance_rests_on_a_whole_sentence_and_of_one_without_end_on_what_stands_near() {
    let basis = |text: String| {
        let json = of_piece(&text, text.len());
        let found = check(&open(&json));
        let of_rule = found.iter().find(|finding| finding.rule == "Q08").expect("a finding");
        of_rule.rests_on[0].value.clone()
    };
    let written = format!("{}，，{}。", "甲乙".repeat(300), "丙丁".repeat(300));
    assert_eq!(basis(format!("前句。{written}后句。")), written);
    let endless = basis("甲乙丙丁".repeat(5_000) + "，，" + &"甲乙丙丁".repeat(5_000));
    assert!(endless.len() < 10_000 && endless.starts_with('…') && endless.ends_with('…'), "{endless}");
}
