//! N12: a growth rate that is left blank, wrong, or without meaning.

use crate::calc::Growth;
use crate::draft::{Draft, Place};
use crate::facts::{
    Case, Facts, Passage, Percentage, PercentageKind, counts_before, is_difference, is_of_year_before, percentages,
    risen_from,
};
use crate::form::{Form, Key, Slot};
use crate::rules::{Basis, Change, Finding, Line, Rule, Severity, Sink, When};
use crate::text::{Number, Reading, Sense, has_any};
use crate::value::{Decimal, Figure};

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
        for percentage in percentages(&passage.reading) {
            if matches!(percentage.kind, PercentageKind::Growth | PercentageKind::Fall) {
                found.extend(wrong_percentage(case, passage, &percentage));
            }
        }
        for number in passage.reading.numbers.iter().filter(|n| n.sense == Sense::Times) {
            found.extend(wrong_times(case, passage, number));
        }
        let threes = passage.reading.numbers.windows(3);
        found.extend(threes.filter_map(|three| wrong_difference(case.draft.year(), passage, three)));
    }
}

/// Figures between which a text may speak of growth: the later one with its place, and the earlier one.
struct Base {
    growth: Growth,
    /// Where they stand in the draft; nothing when the text gives them.
    places: Vec<Place>,
}

fn wrong_percentage(case: &Case, passage: &Passage, percentage: &Percentage) -> Option<Finding> {
    let (place, reading) = (passage.place, &passage.reading);
    let bases = bases(case, reading, percentage.span.start);
    let falls = percentage.kind == PercentageKind::Fall;
    let said = |growth: Decimal| if falls { -growth } else { growth };
    let Some(number) = &percentage.number else {
        let start = reading.clause(percentage.span.start).start;
        let finding =
            Finding::new(RULE.id, Severity::Error, place, "增幅没有填").quoting(passage, start..percentage.span.end);
        let Some(base) = bases.first() else { return Some(finding.saying("百分号前缺一个数。")) };
        let finding = told(case, finding, base, 1);
        let Some(right) = base.growth.percent(1) else { return Some(finding) };
        let change = Change::words(passage, percentage.span.clone(), format!("{}％", said(right)));
        return Some(finding.saying("百分号前缺一个数。").mended_by(format!("填入 {}％", said(right)), change));
    };
    let fits = |base: &Base| base.growth.percent(number.decimals).map(said) == Some(number.value);
    let base = bases.first().filter(|_| !bases.iter().any(fits))?;
    let finding = |title: String| {
        let finding = Finding::new(RULE.id, Severity::Error, place, title).quoting(passage, percentage.span.clone());
        told(case, finding, base, number.decimals)
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

fn wrong_times(case: &Case, passage: &Passage, number: &Number) -> Option<Finding> {
    let (place, reading) = (passage.place, &passage.reading);
    let clause = reading.clause_before(number.span.start);
    let grown = has_any(clause, &["增长", "增加", "提高"]);
    if !grown && !has_any(clause, &["是上年", "为上年", "是去年", "达到上年"]) {
        return None;
    }
    let bases = bases(case, reading, number.span.start);
    let right = |base: &Base| {
        let Growth { now, before } = base.growth;
        let shifted = if grown { Growth { now: now - before, before } } else { base.growth };
        shifted.times(number.decimals)
    };
    let base = bases.first().filter(|_| !bases.iter().any(|base| right(base) == Some(number.value)))?;
    let right = right(base)?;
    let how = if grown { "增长" } else { "是上年的" };
    let finding = Finding::new(RULE.id, Severity::Error, place, format!("应为{how} {right} 倍"))
        .saying(format!("写的是 {} 倍。增长几倍与是几倍相差一倍。", number.value))
        .quoting(passage, number.span.clone());
    let change = Change::words(passage, number.digits.clone(), right.to_string());
    Some(told(case, finding, base, 1).mended_by(format!("改为 {right} 倍"), change))
}

/// A finding where a text gives this year's count, last year's and the difference one behind the other, and the last
/// is not that of the other two: 1,234条，比上年的631条增加613条.
fn wrong_difference(year: u16, passage: &Passage, three: &[Number]) -> Option<Finding> {
    let reading = &passage.reading;
    let [now, before, stated] = three else { return None };
    let count = |n: &Number| n.is_count() && !n.vague && !n.unit.is_empty() && n.unit == now.unit;
    let compares = reading.lead(before).trim_start().starts_with(['比', '较']);
    let word = reading.lead(stated).trim_matches(|c: char| !c.is_alphanumeric());
    let grows = ["增加", "增长", "上升"].contains(&word);
    let close = grows || ["减少", "下降"].contains(&word);
    let apart = reading.words(now.span.end..before.span.start).trim_start();
    if !three.iter().all(count)
        || !compares
        || !close
        || !apart.starts_with(['，', ','])
        || !is_of_year_before(reading, before, year)
        || is_of_year_before(reading, now, year)
        || is_difference(reading, now)
    {
        return None;
    }
    let risen = now.value.saturating_sub(before.value);
    let right = if grows { risen } else { -risen };
    if right == stated.value {
        return None;
    }
    let line = Line::of("−", [("本年".to_owned(), now.value), ("上年".to_owned(), before.value)]);
    let place = passage.place;
    let difference = risen.abs();
    let finding = Finding::new(RULE.id, Severity::Error, place, format!("{word}的数应为 {difference} {}", now.unit))
        .saying(format!("写的是{word} {} {}。", stated.value, now.unit))
        .quoting(passage, stated.span.clone())
        .computing(vec![line.makes(risen.to_string())], None);
    if right.is_sign_negative() {
        return Some(finding);
    }
    let change = Change::words(passage, stated.digits.clone(), right.to_string());
    Some(finding.mended_by(format!("改为 {right} {}", now.unit), change))
}

/// Whether a growth in the text follows from figures of the draft or of its sentence.
pub(in crate::rules) fn has_growth_base(case: &Case, passage: &Passage, number: &Number) -> bool {
    let bases = bases(case, &passage.reading, number.span.start);
    let rate = |base: &Base| match number.sense {
        Sense::Times => base.growth.times(number.decimals),
        _ => base.growth.percent(number.decimals).map(|rate| rate.abs()),
    };
    bases.iter().any(|base| rate(base) == Some(number.value.abs()))
}

/// The finding with its arithmetic, resting on the figures in the draft.
fn told(case: &Case, mut finding: Finding, base: &Base, decimals: u32) -> Finding {
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

/// The pairs of figures between which the words before a position can speak of growth, the likeliest first.
fn bases(case: &Case, reading: &Reading, position: usize) -> Vec<Base> {
    let in_sentence = counts_before(reading, &reading.sentence(position), position);
    let before = || counts_before(reading, &reading.sentence_before(position), position);
    let year = case.draft.year();
    let is_now = |n: &&Number| !is_difference(reading, n) && !is_of_year_before(reading, n, year);
    let here: Vec<Number> = in_sentence.iter().filter(is_now).cloned().collect();
    let now = here.last().cloned().or_else(|| before().iter().rev().find(is_now).cloned());
    let Some(now) = now else { return Vec::new() };
    let risen = risen_from(reading, &in_sentence, &now).map(|before| Growth { now: now.value, before });
    let mut bases: Vec<Base> = risen.map(|growth| Base { growth, places: Vec::new() }).into_iter().collect();
    bases.extend(from_figures(case, now.value));
    let said_before = in_sentence.iter().rev().find(|n| is_of_year_before(reading, n, year) && n.unit == now.unit);
    bases.extend(
        said_before
            .map(|n| n.value)
            .map(|before| Base { growth: Growth { now: now.value, before }, places: Vec::new() }),
    );
    let difference = in_sentence.iter().rev().find(|n| is_difference(reading, n) && n.unit == now.unit);
    bases.extend(difference.map(|n| {
        let falls = has_any(reading.clause_before(n.span.start), &["减少", "下降", "降低"]);
        let before = if falls { now.value + n.value } else { now.value - n.value };
        Base { growth: Growth { now: now.value, before }, places: Vec::new() }
    }));
    bases
}

/// The pairs of this year's and last year's figure, of those figures that have the value now.
fn from_figures(case: &Case, now: Decimal) -> Vec<Base> {
    let (draft, year) = (case.draft, case.draft.year());
    let mut bases = Vec::new();
    for key in draft.history().keys() {
        let (this_year, before) = (this_year(draft, *key), draft.past(*key, year - 1));
        if let (Some((place, value)), Some(before)) = (this_year, before)
            && value.exact() == now
        {
            let places = vec![place, Place::Past(*key, year - 1)];
            bases.push(Base { growth: Growth { now, before: before.exact() }, places });
        }
    }
    if let Some(last) = case.last {
        let keys = draft.form().into_iter().flat_map(Form::keys);
        for key in keys.filter(|key| crate::calc::shown(draft, *key).figure.map(Figure::exact) == Some(now)) {
            if let Some(before) = crate::calc::shown(last, key).figure {
                bases.push(Base { growth: Growth { now, before: before.exact() }, places: vec![Place::figure(key)] });
            }
        }
    }
    bases
}

/// A figure of the report year: the form's, or the one in its history.
fn this_year(draft: &Draft, key: Key) -> Option<(Place, Figure)> {
    let past = Slot::Past(key, draft.year());
    let figure = crate::calc::shown(draft, key).figure.map(|figure| (Place::figure(key), figure));
    figure.or_else(|| Some((past.into(), draft.past(key, draft.year())?)))
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
