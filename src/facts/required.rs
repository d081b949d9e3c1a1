//! The parts that the national forms require, as a report has them.

use super::{Case, PartProse, Prose};
use crate::form::{Form, PartRole};
use crate::text::{has_any, heading_words};

/// Words by which a heading is known for a part that a form requires, the more particular ones first.
const KNOWN_BY: [(PartRole, &[&str]); 6] = [
    (PartRole::Disputes, &["复议", "诉讼"]),
    (PartRole::Problems, &["问题", "不足", "改进"]),
    (PartRole::Others, &["其他", "其它", "报告的事项"]),
    (PartRole::Proactive, &["主动公开"]),
    (PartRole::Applications, &["公开申请", "依申请", "处理申请"]),
    (PartRole::Overview, &["总体情况", "总体", "概述", "基本情况"]),
];

/// The form of a case, when it is one of those that prescribe the headings.
pub fn prescribing(case: &Case) -> Option<&'static Form> {
    case.draft.form().filter(|form| form.prescribes_text())
}

/// For each part that the form requires, the part of the report that is meant for it. Of several, the first.
pub fn required_parts(form: &Form, prose: &Prose) -> Vec<Option<usize>> {
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
pub fn required_part<'p, 'a>(case: &Case, prose: &'p Prose<'a>, role: PartRole) -> Option<(usize, &'p PartProse<'a>)> {
    let form = prescribing(case)?;
    let n = required_parts(form, prose).get(form.part_of(role)?).copied().flatten()?;
    Some((n, prose.parts.get(n)?))
}

/// The part of a report that words name: the one meant for the part that its form requires under them, or the first whose heading
/// has them.
pub fn part_named<'p, 'a>(case: &Case, prose: &'p Prose<'a>, named: &str) -> Option<(usize, &'p PartProse<'a>)> {
    let words = heading_words(named);
    let required = prescribing(case).and_then(|form| {
        let index = meant(form, &words)?;
        required_parts(form, prose).get(index).copied().flatten()
    });
    let has_words = |part: &PartProse| heading_words(part.heading.text()).contains(&words);
    let n = required.or_else(|| prose.parts.iter().position(has_words))?;
    Some((n, prose.parts.get(n)?))
}

/// The index of the required part that a heading means.
fn meant(form: &Form, words: &str) -> Option<usize> {
    let known = KNOWN_BY.iter().find(|(_, known)| has_any(words, known)).and_then(|(role, _)| form.part_of(*role));
    known.or_else(|| form.headings.iter().position(|heading| is_near(words, &heading_words(heading.words))))
}

/// Whether most letters of a heading stand in another of like length: a slip of the pen.
fn is_near(words: &str, heading: &str) -> bool {
    let (there, wanted) = (words.chars().count(), heading.chars().count());
    let kept = heading.chars().filter(|c| words.contains(*c)).count();
    there.abs_diff(wanted) <= 2 && 3 * kept >= 2 * wanted
}
