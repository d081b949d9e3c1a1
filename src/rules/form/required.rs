//! The parts that the national forms require, as a report has them.

use crate::facts::{Case, PartProse, Prose};
use crate::form::Form;
use crate::text::{has_any, heading_words};

/// The place of 总体情况 in the national forms' list of parts.
pub(super) const OVERVIEW: usize = 0;
/// The place of 存在的主要问题及改进情况.
pub(super) const PROBLEMS: usize = 4;
/// The place of 其他需要报告的事项.
pub(super) const OTHERS: usize = 5;

/// Words by which a heading is known for one of the six, the more particular ones first.
const KNOWN_BY: [(usize, &[&str]); 6] = [
    (3, &["复议", "诉讼"]),
    (PROBLEMS, &["问题", "不足", "改进"]),
    (OTHERS, &["其他", "其它", "报告的事项"]),
    (1, &["主动公开"]),
    (2, &["公开申请", "依申请", "处理申请"]),
    (OVERVIEW, &["总体情况", "总体", "概述", "基本情况"]),
];

/// The form of a case, when it is one of those that prescribe the headings.
pub(super) fn prescribing(case: &Case) -> Option<&'static Form> {
    case.draft.form().filter(|form| !form.topics.is_empty())
}

/// For each part that the form requires, the part of the report that is meant for it. Of several, the first.
pub(super) fn parts(form: &Form, prose: &Prose) -> Vec<Option<usize>> {
    let mut found = vec![None; form.headings.len()];
    for (n, part) in prose.parts.iter().enumerate() {
        let meant = meant(form, &heading_words(part.heading.text()));
        if let Some(slot) = meant.and_then(|index| found.get_mut(index)) {
            *slot = slot.or(Some(n));
        }
    }
    found
}

/// The part of a report that is meant for one that its form requires.
pub(super) fn part<'p, 'a>(case: &Case, prose: &'p Prose<'a>, index: usize) -> Option<(usize, &'p PartProse<'a>)> {
    let n = parts(prescribing(case)?, prose).get(index).copied().flatten()?;
    Some((n, prose.parts.get(n)?))
}

/// The index of the required part that a heading means.
fn meant(form: &Form, words: &str) -> Option<usize> {
    let known = KNOWN_BY.iter().find(|(_, known)| has_any(words, known)).map(|(index, _)| *index);
    known.or_else(|| form.headings.iter().position(|heading| is_near(words, &heading_words(heading))))
}

/// Whether most letters of a heading stand in another of like length: a slip of the pen.
fn is_near(words: &str, heading: &str) -> bool {
    let (there, wanted) = (words.chars().count(), heading.chars().count());
    let kept = heading.chars().filter(|c| words.contains(*c)).count();
    there.abs_diff(wanted) <= 2 && 3 * kept >= 2 * wanted
}
