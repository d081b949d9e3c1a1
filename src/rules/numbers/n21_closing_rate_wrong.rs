//! N21: the proposals of deputies and members do not add up, or their closing rate is wrong.

mod told;

use std::ops::Range;

use super::n10_breakdown_wrong;
use crate::draft::{Draft, Place, ProposalField};
use crate::facts::{Facts, Passage, Percentage, PercentageKind, counts_before, percentages};
use crate::rules::{Change, Finding, Line, Rule, Severity, Sink, When};
use crate::text::{Breakdown, Number, has_any};
use crate::value::{Count, Decimal, percent};
use told::{more_closed, told_rates};

pub(super) static RULE: Rule = Rule {
    id: "N21",
    title: "建议、提案数或办结率不符",
    why: "人大代表建议、委员提案各类件数相加等于文中的总数，每类办结数不多于件数，办结率＝办结数÷件数，按它自己的小数位数计算。",
    example: "共收到建议、提案17件，四类相加16件；办结16件，办结率100％。",
    when: When::Pause,
    check,
};

/// Words of a paragraph on proposals.
const WORDS: [&str; 2] = ["建议", "提案"];

fn check(facts: &Facts, found: &mut Sink) {
    let case = &facts.case;
    let prose = facts.prose();
    let draft = case.draft;
    for (n, proposal) in draft.proposals().iter().enumerate() {
        if let (Some(count), Some(closed)) = (proposal.count, proposal.closed)
            && closed > count
        {
            let place = |field| Place::Proposal(n, field);
            found.push(
                Finding::new(
                    RULE.id,
                    Severity::Error,
                    place(ProposalField::Closed),
                    format!("{}：办结多于收到", proposal.category),
                )
                .saying(format!("收到 {count} 件，办结 {closed} 件。"))
                .resting_on(draft, [place(ProposalField::Count), place(ProposalField::Closed)]),
            );
        }
    }
    let total = total(draft, ProposalField::Count);
    for passage in prose.paragraphs().filter(|p| has_any(p.text(), &WORDS)) {
        if let Some(count) = total {
            found.extend(wrong_total(draft, passage, count));
        }
        for list in facts.breakdowns(passage.place).iter().filter(|list| is_of_proposals(passage, list)) {
            found.extend(n10_breakdown_wrong::reported(RULE.id, passage, list));
        }
        found.extend(more_closed(passage));
        let rates = told_rates(passage);
        if rates.is_empty() {
            found.extend(total.and_then(|count| wrong_rate(draft, passage, count)));
        }
        found.extend(rates.into_iter().filter_map(|rate| rate.wrong(passage)));
    }
}

/// Whether a list breaks down a number of proposals: its sentence speaks of those of deputies or members.
pub(super) fn is_of_proposals(passage: &Passage, list: &Breakdown) -> bool {
    let Some(whole) = list.wholes.last() else { return false };
    let sentence = passage.reading.sentence(whole.span.start);
    // 116件人大代表建议: they may stand behind their number.
    let end = whole.span.end
        + passage.reading.trail(whole).find(['，', ',', '（']).unwrap_or(passage.reading.trail(whole).len());
    let words = passage.reading.recent(sentence.start, end);
    let is_advice = words.contains("建议") && has_any(words, &["代表", "人大", "委员"]);
    is_advice || has_any(words, &["提案", "议案"])
}

/// The sum of a column of the proposals, when every category has it.
fn total(draft: &Draft, field: ProposalField) -> Option<Decimal> {
    let proposals = draft.proposals();
    let values = proposals.iter().map(|p| if field == ProposalField::Count { p.count } else { p.closed });
    let values: Option<Vec<i64>> = values.map(|value| Some(value?.get())).collect();
    values.filter(|values| !values.is_empty()).map(|values| values.into_iter().map(Decimal::from).sum())
}

/// So many classes are told of. No office has more, and a draft that does is not told all of them in every finding.
const MOST: usize = 200;

/// The places of a column of the proposals.
fn column(draft: &Draft, field: ProposalField) -> impl Iterator<Item = Place> {
    (0..draft.proposals().len().min(MOST)).map(move |n| Place::Proposal(n, field))
}

/// The words of a passage that state a total or a closing rate that is another.
pub(super) fn disputed(draft: &Draft, passage: &Passage) -> Vec<Range<usize>> {
    if !has_any(passage.text(), &WORDS) {
        return Vec::new();
    }
    let total = total(draft, ProposalField::Count);
    let count = total.and_then(|count| other_total(passage, count)).map(|number| number.span.clone());
    let rates = told_rates(passage);
    let other = if rates.is_empty() { total.and_then(|count| other_rate(draft, passage, count)) } else { None };
    let told = rates.iter().filter(|rate| rate.other().is_some()).map(|rate| rate.number.span.clone());
    count.into_iter().chain(told).chain(other.map(|other| other.rate.span)).collect()
}

/// The total that the text states (共收到……17件), where the categories do not make it.
fn other_total<'p>(passage: &'p Passage, count: Decimal) -> Option<&'p Number> {
    let reading = &passage.reading;
    let is_total = |n: &&Number| {
        let clause = reading.clause_before(n.span.start);
        let is_anothers = has_any(clause, &["上年", "上一年", "去年", "各部门", "各单位"]);
        !is_anothers && clause.contains('共') && has_any(clause, &["建议", "提案", "收到", "承办"])
    };
    reading.numbers.iter().filter(|n| n.counts("件")).find(is_total).filter(|n| n.value != count)
}

/// A finding when the text states a total that the categories do not make.
fn wrong_total(draft: &Draft, passage: &Passage, count: Decimal) -> Option<Finding> {
    let place = passage.place;
    let stated = other_total(passage, count)?;
    let of =
        |proposal: &crate::draft::Proposal| (proposal.category.clone(), proposal.count.map_or(0, Count::get).into());
    let listed = draft.proposals().iter().take(MOST).map(of);
    let line = Line::of("＋", listed).makes(count.to_string());
    let change = Change::words(passage, stated.digits.clone(), count.to_string());
    Some(
        Finding::new(RULE.id, Severity::Error, place, "文中总数与各类之和不符")
            .saying(format!("文中写的是 {} 件，各类相加为 {count} 件。", stated.value))
            .quoting(passage, stated.span.clone())
            .computing(vec![line], Some((stated.value - count).abs()))
            .resting_on(draft, column(draft, ProposalField::Count))
            .mended_by(format!("文中改为 {count} 件"), change),
    )
}

/// A closing rate that is blank or does not follow from the counts of the draft.
struct OtherRate {
    rate: Percentage,
    closed: Decimal,
    right: Decimal,
}

fn other_rate(draft: &Draft, passage: &Passage, count: Decimal) -> Option<OtherRate> {
    let closed = total(draft, ProposalField::Closed)?;
    let rate = percentages(&passage.reading).into_iter().find(|p| p.kind == PercentageKind::Closing)?;
    let decimals = rate.number.as_ref().map_or(0, |n| n.decimals);
    let right = percent(closed, count, decimals)?;
    if rate.number.as_ref().is_some_and(|n| n.value == right) {
        return None;
    }
    // 省人大代表建议3件，办结率100%: counts of others than those in the table have a rate of their own.
    let counts = counts_before(&passage.reading, &rate.sentence, rate.span.start);
    let others = !counts.is_empty() && !counts.iter().any(|n| n.value == count || n.value == closed);
    (!others).then_some(OtherRate { rate, closed, right })
}

/// A finding when the closing rate in the text is blank or does not follow from the counts.
fn wrong_rate(draft: &Draft, passage: &Passage, count: Decimal) -> Option<Finding> {
    let OtherRate { rate, closed, right } = other_rate(draft, passage, count)?;
    let line = Line::of("÷", [("办结".to_owned(), closed), ("收到".to_owned(), count)]).makes(format!("{right}%"));
    let (title, span) = match &rate.number {
        Some(number) => (format!("办结率应为 {right}%"), number.digits.clone()),
        None => ("办结率没有填".to_owned(), rate.span.start..rate.span.start),
    };
    let change = Change::words(passage, span, right.to_string());
    let places = column(draft, ProposalField::Count).chain(column(draft, ProposalField::Closed));
    Some(
        Finding::new(RULE.id, Severity::Error, passage.place, title)
            .quoting(passage, rate.span.clone())
            .computing(vec![line], None)
            .resting_on(draft, places)
            .mended_by(format!("改为 {right}%"), change),
    )
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::{finds, found, mends};

    fn draft(proposals: &str, text: &str) -> String {
        format!(
            r#"{{"nianbao": 1, "form": "narrative-2008", "year": 2017, "proposals": [{proposals}],
            "narrative": [{{"body": ["{text}"]}}]}}"#
        )
    }

    const TWO: &str =
        r#"{"category": "社会事业", "count": 6, "closed": 6}, {"category": "农林水", "count": 2, "closed": 1}"#;

    #[test]
    fn classes_make_the_total_that_the_text_states() {
        let json = draft(TWO, "共收到建议、提案9件。");
        finds("N21", &json, &["N21:narrative.0.body.0#9件"]);
        assert!(mends("N21:narrative.0.body.0#9件", &json).to_json().contains("共收到建议、提案8件"));
        finds("N21", &draft(TWO, "共收到建议、提案8件，社会事业6件。"), &[]);
        finds("N21", &draft(TWO, "办理代表建议5件、委员提案3件。"), &[]);
        finds("N21", &draft("", "共收到建议、提案9件，办结率90%。"), &[]);
        finds("N21", &draft(TWO, "承办省人大代表建议3件，办结率100%。"), &[]);
        for text in [
            "承办建议12件，已办结11件，办结率91.7%。",
            "承办建议12件、提案9件，已办结20件，办结率95.2%。",
            "听取建议3条，办理热线12件，办结11件，办结率99%。",
        ] {
            finds("N21", &draft("", text), &[]);
        }
        let told = draft("", "承办建议、提案12件，已办结11件，办结率100%。");
        finds("N21", &told, &["N21:narrative.0.body.0#100%"]);
        assert!(mends("N21:narrative.0.body.0#100%", &told).to_json().contains("办结率92%"));
    }

    #[test]
    fn the_rate_is_recomputed() {
        let json = draft(TWO, "共收到建议8件，办结率100％。");
        finds("N21", &json, &["N21:narrative.0.body.0#100％"]);
        assert!(mends("N21:narrative.0.body.0#100％", &json).to_json().contains("办结率88％"));
        finds("N21", &draft(TWO, "共收到建议8件，办结率87.5％。"), &[]);
        let blank = draft(TWO, "共收到建议8件，办结率％。");
        assert!(mends("N21:narrative.0.body.0#％", &blank).to_json().contains("办结率88％"));
    }

    #[test]
    fn rates_over_several_kinds_and_sentences() {
        for text in [
            "承办建议12件、提案9件，已办结20件，办结率92.5%。",
            "承办建议6件，提案5件。截至目前，已办结10件，办结率100%。",
            "共收到建议、提案40件，其中建议17件、提案21件，办结38件，办结率100%。",
            "信件14件，办结14件，办结率100%。承办建议5件、提案3件，共8件，已办结7件，办结率99%。",
        ] {
            assert_eq!(
                found("N21", &draft("", text)).iter().filter(|f| f.title.starts_with("办结率")).count(),
                1,
                "{text}"
            );
        }
        finds(
            "N21",
            &draft("", "承办建议83件、提案50件，共办结136件。"),
            &["N21:narrative.0.body.0#83件、提案50件，共办结136件"],
        );
        finds("N21", &draft("", "承办建议7件，办结7件；来信126件，办结124件。"), &[]);
    }

    #[test]
    fn no_more_is_closed_than_there_is() {
        finds("N21", &draft(r#"{"category": "农林水", "count": 2, "closed": 3}"#, ""), &["N21:proposals.0.closed"]);
    }
}
