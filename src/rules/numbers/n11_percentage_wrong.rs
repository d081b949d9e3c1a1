//! N11: a share in the text that does not follow from its counts, or is left blank.

use super::percentage::{Percentage, PercentageKind, counts_before, percentages};
use crate::case::{Case, Passage, Prose};
use crate::draft::Edit;
use crate::form::Form;
use crate::rules::finding::replaced;
use crate::rules::{Check, Finding, Line, Rule, Severity};
use crate::text::Number;
use crate::value::{Decimal, Figure, percent};

pub(super) static RULE: Rule = Rule {
    id: "N11",
    title: "百分比不对",
    why: "文中的占比按它自己的小数位数重新计算。几个占比相加为100、只有一个为凑足100差一位的，不算错。\
          增长率由N12检查，办结率由N21检查。",
    example: "收到申请20件，其中网络申请17件，占80%。（应为85%）",
    check: Check::Text(check),
};

fn check(case: &Case, prose: &Prose, found: &mut Vec<Finding>) {
    for passage in prose.paragraphs() {
        let (place, text) = (passage.place, passage.text());
        let all = percentages(&passage.reading);
        for percentage in all.iter().filter(|p| p.kind == PercentageKind::Other) {
            match &percentage.number {
                None => found.push(
                    Finding::new(RULE.id, Severity::Warning, place, "百分比没有填")
                        .saying("百分号前缺一个数。")
                        .quoting(text, percentage.span.clone()),
                ),
                Some(number) => found.extend(wrong_share(case, passage, percentage, number, &all)),
            }
        }
    }
}

/// A finding when a share follows from no pair of counts in its paragraph, and there is one it should follow from.
fn wrong_share(
    case: &Case,
    passage: &Passage,
    percentage: &Percentage,
    number: &Number,
    all: &[Percentage],
) -> Option<Finding> {
    let (place, text, reading) = (passage.place, passage.text(), &passage.reading);
    if !reading.clause_before(percentage.span.start).contains('占') {
        return None;
    }
    let counts = counts_before(reading, &(0..text.len()), percentage.span.start);
    let part = counts.last()?;
    let wholes: Vec<&Number> =
        counts.iter().filter(|whole| whole.unit == part.unit && whole.value > part.value).collect();
    let fits = |part: Decimal, whole: Decimal| percent(part, whole, number.decimals) == Some(number.value);
    let listed: Decimal = counts_before(reading, &percentage.sentence, text.len()).iter().map(|n| n.value).sum();
    let figures = || case.draft.form().into_iter().flat_map(Form::keys);
    let shown = || figures().filter_map(|key| crate::calc::shown(case.draft, key).figure).map(Figure::exact);
    let known = counts.iter().any(|part| {
        counts.iter().any(|whole| fits(part.value, whole.value))
            || shown().any(|whole| fits(part.value, whole))
            || fits(part.value, listed)
    });
    if known || makes_hundred(percentage, all) {
        return None;
    }
    let whole = wholes.first()?;
    let right = percent(part.value, whole.value, number.decimals)?;
    let line = Line::of("÷", [("部分".to_owned(), part.value), ("总数".to_owned(), whole.value)]);
    let edit = Edit::SetText(place, replaced(text, &number.digits, &right.to_string()));
    let finding = Finding::new(RULE.id, Severity::Warning, place, format!("占比应为 {right}%"))
        .saying(format!("按文中的数，{} ÷ {} ＝ {right}%，写的是 {}%。", part.value, whole.value, number.value))
        .quoting(text, percentage.span.clone())
        .computing(vec![line.makes(format!("{right}%"))], None)
        .mended_by(format!("改为 {right}%"), edit);
    Some(finding)
}

/// Whether the shares of a sentence add up to just 100, so that the last may have been forced.
fn makes_hundred(percentage: &Percentage, all: &[Percentage]) -> bool {
    let shares = all.iter().filter(|p| p.sentence == percentage.sentence && p.kind == PercentageKind::Other);
    let values: Vec<Decimal> = shares.filter_map(|p| p.number.as_ref()).map(|n| n.value).collect();
    values.len() > 1 && values.iter().sum::<Decimal>() == Decimal::ONE_HUNDRED
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::{finds, mends, prose};

    #[test]
    fn a_share_that_does_not_follow() {
        let text = "收到申请20件，其中网络申请17件，占80%。";
        finds("N11", &prose(text), &["N11:narrative.0.body.0#80%"]);
        let mended = mends("N11:narrative.0.body.0#80%", &prose(text));
        assert!(mended.to_json().contains("占85%"));
    }

    #[test]
    fn a_share_that_follows_from_counts_or_figures() {
        for text in [
            "收到申请20件，其中网络申请17件，占85%。",
            "收到申请20件，其中网络申请17件，占85.00％。",
            "政府网站公开88条，占80%；政务微信公开22条，占20%。",
            "甲类1件，占33.3%，乙类1件，占33.3%，丙类1件，占33.4%。",
            "满意率达到98%。",
            "占比明显提高。",
        ] {
            finds("N11", &prose(text), &[]);
        }
    }

    #[test]
    fn a_blank_percentage() {
        finds("N11", &prose("网络申请17件，占　％。"), &["N11:narrative.0.body.0#％"]);
    }
}
