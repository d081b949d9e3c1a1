//! N11: a share in the text that does not follow from its counts, or is left blank.

use crate::facts::{Facts, Passage, Percentage, PercentageKind, Verdict, percentages};
use crate::rules::{Change, Finding, Line, Rule, Severity, Sink, When};
use crate::text::{Number, has_any};
use crate::value::{Decimal, percent};

pub(super) static RULE: Rule = Rule {
    id: "N11",
    title: "百分比不对",
    why: "文中的占比按它自己的小数位数重新计算。几个占比相加为100、最后一个为凑足100差一位的，不算错。\
          增长率由N12检查，办结率由N21检查。",
    example: "收到申请20件，其中网络申请17件，占80%。（应为85%）",
    when: When::Pause,
    check,
};

fn check(facts: &Facts, found: &mut Sink) {
    let prose = facts.prose();
    for passage in prose.paragraphs() {
        let place = passage.place;
        let blank = |p: &&Percentage| p.kind == PercentageKind::Other && p.number.is_none();
        for percentage in percentages(&passage.reading).iter().filter(blank) {
            found.push(
                Finding::new(RULE.id, Severity::Warning, place, "百分比没有填")
                    .saying("百分号前缺一个数。")
                    .quoting(passage, percentage.span.clone()),
            );
        }
    }
    for passage in prose.paragraphs() {
        for number in passage.reading.numbers.iter().filter(|number| number.is_percent()) {
            found.extend(wrong_rate(passage, number));
        }
        for sentence in passage.reading.sentences() {
            found.extend(more_than_all(passage, sentence.clone()));
        }
    }
    for share in facts.shares() {
        let Verdict::Wrong { part, whole, right } = share.verdict else { continue };
        let Some(passage) = prose.paragraph(share.place) else { continue };
        let line = Line::of("÷", [("部分".to_owned(), part), ("总数".to_owned(), whole)]);
        let finding = Finding::new(RULE.id, Severity::Warning, share.place, format!("占比应为 {right}%"))
            .saying(format!("按文中的数，{part} ÷ {whole} ＝ {right}%，写的是 {}%。", share.number.value))
            .quoting(passage, share.words.clone())
            .computing(vec![line.makes(format!("{right}%"))], None);
        // A share in Chinese numerals is written anew by hand.
        found.push(if share.number.chinese {
            finding
        } else {
            let change = Change::words(passage, share.number.digits.clone(), right.to_string());
            finding.mended_by(format!("改为 {right}%"), change)
        });
    }
}

/// Verbs of which a rate tells how many of all were done; 办结率 is N21's.
const DONE: [&str; 13] =
    ["采用", "办结", "解读", "公开", "回复", "答复", "处理", "解决", "反馈", "办复", "整改", "采纳", "满意"];

/// A rate that does not follow from the two counts before it: 收到留言50条，已回复47条，回复率98%.
fn wrong_rate(passage: &Passage, rate: &Number) -> Option<Finding> {
    let reading = &passage.reading;
    let lead = reading.lead(rate).trim_end_matches(['为', '达', '到', '均', '是']);
    let verb = DONE.iter().find(|verb| lead.strip_suffix('率').is_some_and(|lead| lead.ends_with(**verb)))?;
    let sentence = reading.sentence(rate.span.start);
    let before = reading.numbers_in(&(sentence.start..rate.span.start));
    let [.., count, done] = before else { return None };
    // 采纳45条，未采纳15条，采纳率75%: the last was not done, or not wholly.
    let lead = reading.lead(done).trim().trim_end_matches(['共', '计']);
    // 办结留言230条: what was done stands before what it was done to.
    let behind = lead.trim_start_matches(|c: char| !c.is_alphanumeric()).trim_start_matches(['已', '均']);
    let of_done = lead.strip_suffix(verb).or_else(|| behind.strip_prefix(verb).map(|_| ""));
    // Of proposals another rule speaks.
    if *verb == "办结" && has_any(reading.recent(sentence.start, rate.span.start), &["建议", "提案"]) {
        return None;
    }
    let is_done = of_done.is_some_and(|lead| {
        !lead.ends_with(['未', '不', '本', '分'])
            || ["或部分", "和部分", "及部分", "、部分"].iter().any(|both| lead.ends_with(both))
    }) && !reading.lead(count).contains("其中");
    let alike = count.is_count() && done.counts(count.unit) && !count.vague && !done.vague && done.value <= count.value;
    let right = percent(done.value, count.value, rate.decimals).filter(|right| *right != rate.value)?;
    if !is_done || !alike {
        return None;
    }
    // 来电215个，当场答复187个，会后回复28个，回复率100%: all of them together.
    let near: Vec<Decimal> = before.iter().rev().take(8).filter(|n| n.counts(count.unit)).map(|n| n.value).collect();
    let sum = |many: usize| near.iter().take(many).fold(Decimal::ZERO, |sum, value| sum.saturating_add(*value));
    let is_of_all = (2..near.len())
        .any(|many| near.iter().skip(many).any(|all| percent(sum(many), *all, rate.decimals) == Some(rate.value)));
    let told = !is_of_all && !reading.recent(sentence.start, rate.span.start).contains("上年");
    let line = Line::of("÷", [((*verb).to_owned(), done.value), ("总数".to_owned(), count.value)]);
    let change = Change::words(passage, rate.digits.clone(), right.to_string());
    told.then(|| {
        Finding::new(RULE.id, Severity::Warning, passage.place, format!("{verb}率应为 {right}%"))
            .saying(format!("按文中的数，{} ÷ {} ＝ {right}%，写的是 {}%。", done.value, count.value, rate.value))
            .quoting(passage, done.span.start..rate.span.end)
            .computing(vec![line.makes(format!("{right}%"))], None)
            .mended_by(format!("改为 {right}%"), change)
    })
}

/// Shares of one whole that a sentence gives one after the other, and that are more than all of it together.
fn more_than_all(passage: &Passage, sentence: std::ops::Range<usize>) -> Option<Finding> {
    const FEWEST: usize = 3;
    const MOST: usize = 12;
    let reading = &passage.reading;
    let numbers = reading.numbers_in(&sentence);
    let shares: Vec<&Number> = numbers.iter().filter(|number| number.is_percent()).take(MOST + 1).collect();
    let (first, last) = (shares.first()?, shares.last()?);
    let span = first.span.start..last.span.end;
    // Each is 占……, nothing else is counted between them, and the last names the rest of one whole.
    let is_share = |number: &&Number| reading.lead(number).trim_end().ends_with('占');
    let alone = reading.numbers_in(&span).len() == shares.len();
    let before = reading.recent(sentence.start, first.span.start);
    // 按类别分，政策类占45%; 所占比重分别为61%、27%、14%: they part one whole.
    let parts_a_whole = before.rsplit('按').next().is_some_and(|kind| kind.len() < before.len() && kind.contains('分'));
    let rest_is_joined = shares.iter().skip(1).all(|share| matches!(reading.lead(share).trim(), "、" | "和" | "及"));
    let in_turn =
        has_any(reading.lead(first), &["分别为", "分别占", "分别是"]) && before.contains('占') && rest_is_joined;
    let is_of_one = shares.iter().all(is_share) && (reading.lead(last).contains("其他") || parts_a_whole);
    let all = alone && (is_of_one || in_turn);
    let sum = shares.iter().fold(Decimal::ZERO, |sum, share| sum.saturating_add(share.value));
    let is_more = sum > Decimal::from(101);
    ((FEWEST..=MOST).contains(&shares.len()) && all && is_more).then(|| {
        Finding::new(RULE.id, Severity::Warning, passage.place, "几个占比相加超过100%")
            .saying(format!("几个占比相加为 {sum}%。"))
            .quoting(passage, span)
    })
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::{finds, mends, prose};

    #[test]
    fn a_rate_and_shares_of_all() {
        finds("N11", &prose("收到留言50条，已回复47条，回复率98%。"), &["N11:narrative.0.body.0#47条，回复率98%"]);
        finds("N11", &prose("收到留言50条，已回复47条，回复率94%。"), &[]);
        let shares = |last: &str| format!("其中予以公开占58.5%、不予公开占17.3%、无法提供占18.9%，其他情况占{last}%。");
        finds(
            "N11",
            &prose(&shares("15.3")),
            &["N11:narrative.0.body.0#58.5%、不予公开占17.3%、无法提供占18.9%，其他情况占15.3%"],
        );
        finds("N11", &prose(&shares("5.3")), &[]);
    }

    #[test]
    fn a_share_that_does_not_follow() {
        let text = "收到申请20件，其中网络申请17件，占80%。";
        finds("N11", &prose(text), &["N11:narrative.0.body.0#17件，占80%"]);
        let mended = mends("N11:narrative.0.body.0#17件，占80%", &prose(text));
        assert!(mended.to_json().contains("占85%"));
        finds(
            "N11",
            &prose("收到申请20件，其中网络申请17件，占百分之八十。"),
            &["N11:narrative.0.body.0#17件，占百分之八十"],
        );
    }

    #[test]
    fn a_rate_of_what_was_done() {
        let rate = |text: &str| prose(&format!("办理提案20件，{text}。"));
        finds("N11", &rate("满意19件，满意率98%"), &["N11:narrative.0.body.0#19件，满意率98%"]);
        finds("N11", &rate("整改19件，整改率98%"), &["N11:narrative.0.body.0#19件，整改率98%"]);
        for text in ["满意19件，满意率95%", "满意19件、基本满意1件，满意率95%", "采纳15件，未采纳5件，采纳率75%"]
        {
            finds("N11", &rate(text), &[]);
        }
    }

    #[test]
    fn the_whole_is_the_one_that_the_other_shares_have() {
        let text = "受理申请859件，答复805件。予以公开258件，占33.9%；不予公开35件，占4.35%；不予处理158件，占19.6%。";
        let identity = "N11:narrative.0.body.0#258件，占33.9%";
        finds("N11", &prose(text), &[identity]);
        assert!(mends(identity, &prose(text)).to_json().contains("占32.0%"));
        let forced = "公开12条。指南1条，占8%；公文5条，占41%；预算2条，占17%，目录2条，占17%，公告2条，占17%。";
        finds("N11", &prose(forced), &["N11:narrative.0.body.0#5条，占41%"]);
    }

    #[test]
    fn a_share_that_follows_from_counts_or_figures() {
        for text in [
            "收到申请20件，其中网络申请17件，占85%。",
            "收到申请20件，其中网络申请17件，占85.00％。",
            "政府网站公开88条，占80%；政务微信公开22条，占20%。",
            "甲类1件，占33.3%，乙类1件，占33.3%，丙类1件，占33.4%。",
            "满意率达到98%，政务公开占总分的5%。",
            "收到申请20件，占全市的3%。",
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
