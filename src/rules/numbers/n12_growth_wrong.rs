//! N12: a growth rate that is left blank, wrong, or without meaning.

mod difference;

use std::ops::Range;

use crate::calc::Growth;
use crate::facts::{Base, Case, Facts, Passage, Percentage, PercentageKind, bases, percentages};
use crate::rules::{Basis, Change, Finding, Line, Rule, Severity, Sink, When};
use crate::text::{Number, Reading, Sense, has_any};
use crate::value::Decimal;
use difference::{missed_difference, wrong_difference};

pub(super) static RULE: Rule = Rule {
    id: "N12",
    title: "增幅没有填或算错",
    why: "增长率按本年和上年的数重新计算，保留它自己的小数位数；没有填的保留一位小数。上年为0时增长率没有意义。\
          “增长1倍”是原来的两倍，“是上年的1倍”是与上年相同。草稿里找不到上年数的不判断对错。",
    example: "主动公开政府信息总数88条。同比上年增幅％。（上年45条，应为95.6%）",
    when: When::Pause,
    check,
};

fn check(facts: &Facts, found: &mut Sink) {
    let case = &facts.case;
    let prose = facts.prose();
    for passage in prose.paragraphs() {
        for percentage in percentages(&passage.reading).iter().filter(|p| is_growth(&passage.reading, p)) {
            found.extend(wrong_percentage(facts, passage, percentage));
        }
        for number in &passage.reading.numbers {
            found.extend(wrong_times(facts, passage, number));
        }
        let threes = passage.reading.numbers.windows(3);
        found.extend(threes.filter_map(|three| wrong_difference(case.draft.year(), passage, three)));
    }
}

/// Whether a percentage is a growth or a fall of one thing. 分别比上年的200条、24篇增长20%和25% pairs several with several.
fn is_growth(reading: &Reading, percentage: &Percentage) -> bool {
    let is_one = || {
        let sentence = &percentage.sentence;
        let percents = reading.numbers_in(sentence).iter().filter(|number| number.is_percent()).count();
        percents < 2 || !reading.recent(sentence.start, percentage.span.start).contains("分别")
    };
    matches!(percentage.kind, PercentageKind::Growth | PercentageKind::Fall) && is_one()
}

/// The words of a passage that state a growth which does not follow from its base.
pub(super) fn disputed(facts: &Facts, passage: &Passage) -> Vec<Range<usize>> {
    let (reading, year) = (&passage.reading, facts.case.draft.year());
    let rates = percentages(reading).into_iter().filter(|p| is_growth(reading, p));
    let rates = rates.filter_map(|p| match &p.number {
        Some(number) => missed_base(facts, passage, &p, number).map(|_| p.span.clone()),
        None => Some(blank(passage, &p)),
    });
    let times = reading.numbers.iter().filter(|n| missed_times(facts, passage, n).is_some()).map(|n| n.span.clone());
    let threes = reading.numbers.windows(3).filter_map(|three| missed_difference(year, passage, three));
    rates.chain(times).chain(threes.map(|missed| missed.stated.span.clone())).collect()
}

/// The words of a growth without its number, from the start of their clause.
fn blank(passage: &Passage, percentage: &Percentage) -> Range<usize> {
    let start = percentage.span.start - passage.reading.clause_before(percentage.span.start).len();
    start..percentage.span.end
}

/// What a percentage of growth says by its own word: a fall of 3% is a growth of −3%.
fn said(kind: PercentageKind, growth: Decimal) -> Decimal {
    if kind == PercentageKind::Fall { -growth } else { growth }
}

/// The likeliest base of a percentage of growth, when the percentage follows from none.
fn missed_base(facts: &Facts, passage: &Passage, percentage: &Percentage, number: &Number) -> Option<Base> {
    let bases = bases(facts, &passage.reading, percentage.span.start);
    let rate = |base: &Base| base.growth.percent(number.decimals).map(|growth| said(percentage.kind, growth));
    // 约20% is what is near it.
    let is_near = |rate: Decimal| number.vague && rate.saturating_sub(number.value).abs() <= Decimal::ONE;
    let fits = bases.iter().filter_map(rate).any(|rate| rate == number.value || is_near(rate));
    bases.into_iter().next().filter(|_| !fits)
}

fn wrong_percentage(facts: &Facts, passage: &Passage, percentage: &Percentage) -> Option<Finding> {
    let (place, reading) = (passage.place, &passage.reading);
    let said = |growth: Decimal| said(percentage.kind, growth);
    let Some(number) = &percentage.number else {
        let finding = Finding::new(RULE.id, Severity::Error, place, "增幅没有填")
            .quoting(passage, blank(passage, percentage))
            .lacking_at(percentage.span.start);
        let bases = bases(facts, reading, percentage.span.start);
        let Some(base) = bases.first() else { return Some(finding.saying("百分号前缺一个数。")) };
        let finding = reported(&facts.case, finding, base, 1);
        let Some(right) = base.growth.percent(1) else { return Some(finding) };
        let change = Change::words(passage, percentage.span.clone(), format!("{}％", said(right)));
        return Some(finding.saying("百分号前缺一个数。").mended_by(format!("填入 {}％", said(right)), change));
    };
    let base = missed_base(facts, passage, percentage, number)?;
    let finding = |title: String| {
        let finding = Finding::new(RULE.id, Severity::Error, place, title).quoting(passage, percentage.span.clone());
        reported(&facts.case, finding, &base, number.decimals)
    };
    let Some(right) = base.growth.percent(number.decimals) else {
        return Some(finding("上年为 0，增幅没有意义".to_owned()).saying("上年为0时不计算增幅，请改写这一句。"));
    };
    let words = format!("写的是 {}%，应为 {}%。", number.value, said(right));
    let finding = finding(format!("增幅应为 {}%", said(right))).saying(words);
    if said(right).is_sign_negative() && !right.is_zero() {
        // 增长 and 下降 are mixed up: the word is to be changed with the number, by hand.
        return Some(finding);
    }
    let change = Change::words(passage, number.digits.clone(), said(right).to_string());
    Some(finding.mended_by(format!("改为 {}%", said(right)), change))
}

/// A number of times that follows from no base.
struct MissedTimes {
    base: Base,
    /// Nothing where there was nothing before.
    right: Option<Decimal>,
    grown: bool,
}

fn missed_times(facts: &Facts, passage: &Passage, number: &Number) -> Option<MissedTimes> {
    let reading = &passage.reading;
    if number.sense != Sense::Times {
        return None;
    }
    let clause = reading.clause_before(number.span.start);
    let grown = has_any(clause, &["增长", "增加", "提高"]);
    if !grown && !has_any(clause, &["是上年", "为上年", "是去年", "达到上年"]) {
        return None;
    }
    let bases = bases(facts, reading, number.span.start);
    let right = |base: &Base| {
        let Growth { now, before } = base.growth;
        let shifted = if grown { Growth { now: now - before, before } } else { base.growth };
        shifted.times(number.decimals)
    };
    let fits = bases.iter().any(|base| right(base) == Some(number.value));
    let base = bases.into_iter().next().filter(|_| !fits)?;
    Some(MissedTimes { right: right(&base), base, grown })
}

fn wrong_times(facts: &Facts, passage: &Passage, number: &Number) -> Option<Finding> {
    let MissedTimes { base, right, grown } = missed_times(facts, passage, number)?;
    let how = if grown { "增长" } else { "是上年的" };
    let Some(right) = right else {
        let finding = Finding::new(RULE.id, Severity::Error, passage.place, "上年为 0，增幅没有意义")
            .saying("上年为0时不计算增幅，请改写这一句。")
            .quoting(passage, number.span.clone());
        return Some(reported(&facts.case, finding, &base, 1));
    };
    let finding = Finding::new(RULE.id, Severity::Error, passage.place, format!("应为{how} {right} 倍"))
        .saying(format!("写的是 {} 倍。增长几倍与是几倍相差一倍。", number.value))
        .quoting(passage, number.span.clone());
    let change = Change::words(passage, number.digits.clone(), right.to_string());
    Some(reported(&facts.case, finding, &base, 1).mended_by(format!("改为 {right} 倍"), change))
}

/// The finding with its arithmetic, resting on the figures in the draft.
fn reported(case: &Case, mut finding: Finding, base: &Base, decimals: u32) -> Finding {
    let Growth { now, before } = base.growth;
    let difference = base.growth.difference();
    let rate = base.growth.percent(decimals).map_or_else(|| "没有意义".to_owned(), |p| format!("{p}%"));
    let lines = vec![
        Line::of("−", [("本年".to_owned(), now), ("上年".to_owned(), before)]).makes(difference.to_string()),
        Line::of("÷", [("增加".to_owned(), difference), ("上年".to_owned(), before)]).makes(rate),
    ];
    for place in &base.places {
        let value = case.draft.text(*place).unwrap_or_default();
        finding.rests_on.push(Basis { place: *place, value });
    }
    finding.computing(lines, None)
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::{finds, found, mends};

    fn with_text(text: &str) -> String {
        format!(
            r#"{{"nianbao": 1, "form": "narrative-2008", "year": 2017, "figures": {{"disclosed.total": 88}},
            "history": {{"disclosed.total": {{"2016": 45, "2017": 88}}}}, "narrative": [{{"body": ["{text}"]}}]}}"#
        )
    }

    const PLACE: &str = "N12:narrative.0.body.0";

    #[test]
    fn a_blank_is_filled_in_with_one_decimal() {
        let json = with_text("主动公开政府信息总数88条。同比上年增幅％。");
        let identity = format!("{PLACE}#同比上年增幅％");
        finds("N12", &json, &[&identity]);
        let gap = found("N12", &json)[0].quote.as_ref().and_then(|quote| quote.gap);
        assert_eq!(gap, Some("主动公开政府信息总数88条。同比上年增幅".len()));
        assert!(mends(&identity, &json).to_json().contains("同比上年增幅95.6％。"));
    }

    #[test]
    fn a_wrong_rate_is_recomputed_at_its_own_decimals() {
        let json = with_text("公开88条，比上年增长96.5%。");
        finds("N12", &json, &[&format!("{PLACE}#96.5%")]);
        assert!(mends(&format!("{PLACE}#96.5%"), &json).to_json().contains("增长95.6%"));
        for text in ["公开88条，比上年增长95.6%。", "公开88条，同比增长96%。", "公开88条，增长95.56％。"]
        {
            finds("N12", &with_text(text), &[]);
        }
    }

    #[test]
    fn the_base_may_stand_in_the_text() {
        finds("N12", &with_text("收到申请12件，比上年的10件增长25%。"), &[&format!("{PLACE}#25%")]);
        finds("N12", &with_text("收到申请8件，比上年减少2件，下降20%。"), &[]);
        finds("N12", &with_text("由去年的2人增加为3人，增长50%。"), &[]);
        finds("N12", &with_text("申请由2016年的34件增加到2017年的41件，增长2.6%。"), &[&format!("{PLACE}#2.6%")]);
    }

    #[test]
    fn the_difference_is_recomputed_where_all_three_stand_together() {
        let json = with_text("收到申请123件，比上年的63件增加61件。");
        let identity = format!("{PLACE}#61件");
        finds("N12", &json, &[&identity]);
        assert!(mends(&identity, &json).to_json().contains("增加60件"));
        for text in [
            "收到申请123件，比上年的63件增加60件。",
            "收到申请63件，较2016年（123件）减少60件。",
            "收到申请12件，比上年增加2件，增长20%，信函申请5件。",
        ] {
            finds("N12", &with_text(text), &[]);
        }
    }

    #[test]
    fn silent_without_a_base_and_loud_from_zero() {
        finds("N12", &with_text("收到申请12件，同比增长25%。"), &[]);
        let found = found("N12", &with_text("收到申请12件，比上年的0件增长100%。"));
        assert_eq!(found.first().map(|f| f.title.as_str()), Some("上年为 0，增幅没有意义"));
    }

    #[test]
    fn growing_by_times_is_not_being_times() {
        finds("N12", &with_text("收到申请30件，比上年的10件增长2倍。"), &[]);
        finds("N12", &with_text("收到申请30件，比上年的10件增长3倍。"), &[&format!("{PLACE}#3倍")]);
    }

    #[test]
    fn a_fall_told_as_growth_is_left_to_the_clerk() {
        let json = with_text("收到申请8件，比上年的10件增长20%。");
        assert!(found("N12", &json).iter().all(|f| f.mend.is_none()));
    }
}
