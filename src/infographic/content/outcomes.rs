//! What became of the requests.

use super::applications::{Applications, applications, section, whole};
use super::bars::Part;
use super::figures::{joined, share};
use super::{Section, Topic};
use crate::draft::Draft;
use crate::facts::settled;
use crate::form::{DENIED, Form, GRANTED, Named, OTHER, PARTIAL, ResultRow, Row, Term, UNABLE};

/// A result in the words of everyday. Where a row of a group says more than its group, it has words of its own; a result that
/// has none here keeps the form's.
fn plain(row: &ResultRow) -> &'static str {
    let rows = [
        (&UNABLE, "not_held", "没有这份信息"),
        (&UNABLE, "needs_creation", "没有这份信息"),
        (&UNABLE, "unclear", "申请内容不明确"),
        (&OTHER, "no_correction", "申请人没有补正"),
        (&OTHER, "no_payment", "申请人没有缴费"),
    ];
    let own = row.id.strip_prefix(row.group.id).and_then(|rest| rest.strip_prefix('.'));
    if let Some((.., words)) = rows.iter().find(|(group, id, _)| row.group == *group && own == Some(*id)) {
        return words;
    }
    let groups = [(&GRANTED, "全部公开"), (&PARTIAL, "公开一部分"), (&DENIED, "不予公开")];
    groups.iter().find(|(group, _)| row.group == *group).map_or(row.group.label, |(_, words)| words)
}

/// A reply of the statistic form in the words of everyday.
fn plain_reply(term: &Term) -> Part {
    let replies = [
        (Named::of("replies.granted"), "全部公开", true),
        (Named::of("replies.partial"), "公开一部分", true),
        (Named::of("replies.denied"), "不予公开", false),
        (Named::of("replies.already_public"), "本来就已公开", false),
        (Named::of("replies.not_ours"), "不归本机关公开", false),
        (Named::of("replies.not_exist"), "没有这份信息", false),
        (Named::of("replies.amend"), "请申请人更改补充", false),
        (Named::of("replies.elsewhere"), "请到别处办理", false),
    ];
    let known = replies.iter().find(|(figure, ..)| figure.key() == Some(term.key));
    let (words, is_open) = known.map_or((term.label.trim_end_matches('数'), false), |(_, words, is)| (words, *is));
    Part { label: words.to_owned(), value: 0, is_strong: is_open }
}

/// The results of all requests: the parts that are known, and how many there should be.
fn parts(draft: &Draft, form: &Form) -> Option<(Vec<Part>, usize)> {
    let mut parts: Vec<Part> = Vec::new();
    let mut add = |part: Part| match parts.iter_mut().find(|other| other.label == part.label) {
        Some(other) => other.value = other.value.saturating_add(part.value),
        None => parts.push(part),
    };
    let (mut known, mut all) = (0, 0);
    for row in form.results() {
        all += 1;
        let Some(value) = form.application_total(Row::Result(row)).and_then(|key| settled(draft, key)) else {
            continue;
        };
        known += 1;
        add(Part { label: plain(row).to_owned(), value, is_strong: row.group.is_open });
    }
    let replies = Named::of("replies.total").key().and_then(|total| form.parts(total)).unwrap_or_default();
    for term in replies {
        all += 1;
        let Some(value) = settled(draft, term.key) else { continue };
        known += 1;
        add(Part { value, ..plain_reply(term) });
    }
    // What is missing counts as parts that are missing.
    let wanted = parts.len() + (all - known);
    (all > 0).then_some((parts, wanted))
}

/// What became of the requests.
pub(super) fn outcomes(draft: &Draft) -> Option<Section> {
    let form = draft.form()?;
    let asked = applications(draft)?;
    let closed = asked.closed?;
    let (parts, wanted) = parts(draft, form)?;
    let open: Vec<&Part> = parts.iter().filter(|part| part.is_strong && part.value > 0).collect();
    let sorted = whole(&parts, wanted, closed)?;
    let sum = open.iter().fold(0_i64, |sum, part| sum.saturating_add(part.value));
    let names: Vec<&str> = open.iter().map(|part| part.label.as_str()).collect();
    let said = if names.is_empty() {
        String::new()
    } else {
        format!("；{}的{sum}件{}", joined(&names), share(sum, closed))
    };
    let sentence = format!("{}{said}。", flow(&asked, closed));
    Some(section(Topic::Outcomes, "申请以后怎样了", sentence, sorted, ""))
}

/// How the requests came in and where they went: 收到24件，加上上年转来的1件，共25件：答复24件，转到下一年1件.
fn flow(asked: &Applications, closed: i64) -> String {
    let mut said = asked.received.filter(|new| *new > 0).map_or_else(String::new, |new| format!("收到{new}件"));
    if let Some(before) = asked.carried_in.filter(|before| *before > 0) {
        match asked.received.filter(|new| *new > 0) {
            Some(new) => said += &format!("，加上上年转来的{before}件，共{}件", new.saturating_add(before)),
            None => said += &format!("上年转来{before}件"),
        }
    }
    if !said.is_empty() {
        said.push('：');
    }
    said += &format!("{}{closed}件", asked.closed_word);
    if let Some(after) = asked.carried_out.filter(|after| *after > 0) {
        said += &format!("，转到下一年{after}件");
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{FormId, result_rows};

    #[test]
    fn the_rows_that_have_words_of_their_own_are_there() {
        let words: Vec<&str> = result_rows().map(plain).collect();
        for own in
            ["没有这份信息", "申请内容不明确", "申请人没有补正", "申请人没有缴费", "全部公开", "公开一部分", "不予公开"]
        {
            assert!(words.contains(&own), "{own}: {words:?}");
        }
        let words: Vec<&str> = FormId::of_year(2019).form().results().map(plain).collect();
        assert_eq!(words.last(), Some(&"其他处理"));
    }

    #[test]
    fn a_reply_without_words_of_its_own_keeps_the_forms() {
        let key = Named::of("requests.fax").key().expect("a key");
        assert_eq!(plain_reply(&Term { key, label: "传真申请数" }).label, "传真申请");
    }
}
