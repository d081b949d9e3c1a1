//! F09: the part on problems is empty, or names no problem or no improvement.

use super::part_words::part_number;
use super::problem_words::{
    ANSWERS, BEGINNINGS, DONE, IMPROVEMENT_WORDS, NOT_AMISS, PLANS, PROBLEM_WORDS, SIGNS, WEAK_WORDS,
};
use crate::draft::Place;
use crate::facts::{Case, Facts, PartProse, Passage, prescribing, required_part};
use crate::form::PartRole;
use crate::rules::{Finding, Rule, Severity, Sink, When};
use crate::text::{compact, has_any, heading_words, ordinals};
use crate::value::Year;

pub(super) static RULE: Rule = Rule {
    id: "F09",
    title: "没有写问题或改进",
    why: "统一格式第五部分是“存在的主要问题及改进情况”，问题和改进都要写。《政府信息公开条例》第五十条也要求年度报告写明\
          工作存在的主要问题及改进情况。2018年度及以前的报告，只看写有问题标题的部分是否空着。",
    example: "第五部分只写“无”，或只写下一步打算，没有写问题。",
    when: When::Pause,
    check,
};

fn check(facts: &Facts, found: &mut Sink) {
    let case = &facts.case;
    let prose = facts.prose();
    if let Some(form) = prescribing(case) {
        let Some((n, part)) = required_part(case, prose, PartRole::Problems) else { return };
        if let Some((title, words)) = unnamed(part, case.draft.year()) {
            let title = format!("{}{title}", part_number(form, PartRole::Problems));
            found.push(reported(case, n, &title, words));
        }
        return;
    }
    for (n, part) in prose.parts.iter().enumerate() {
        let words = heading_words(part.heading.text());
        let is_of_problems = words.contains("问题") && has_any(&words, &["存在", "主要", "不足", "困难", "改进"]);
        if is_of_problems && case.draft.narrative().get(n).is_some_and(|part| part.body.is_empty()) {
            found.push(reported(case, n, "问题一部分没有写", "这一部分只有标题，请写明存在的主要问题。"));
        }
    }
}

fn reported(case: &Case, n: usize, title: &str, words: &str) -> Finding {
    let finding = Finding::new(RULE.id, Severity::Error, Place::Part(n), title).saying(words);
    finding.resting_on_part(case.draft, n, true)
}

/// What the part on problems does not name: a title after its number, and what to do.
fn unnamed(part: &PartProse, year: Year) -> Option<(&'static str, &'static str)> {
    let texts = || part.body.iter().map(Passage::text);
    let is_empty = texts().all(|text| compact(text).trim_matches(['无', '。', '略', '/']).is_empty());
    if is_empty {
        return Some(("没有写", "请写明存在的主要问题和改进情况。"));
    }
    let (mut is_named, mut is_answered) = (false, false);
    for passage in &part.body {
        for sentence in passage.reading.sentences() {
            let words = passage.reading.words(sentence.clone()).trim_start();
            let next = format!("{}年", year.saturating_add(1));
            let is_plan = words.starts_with(&next) || PLANS.iter().any(|plan| words.starts_with(plan));
            for clause in words.split_inclusive(['，', '；', '：', '。']) {
                let is_amiss = is_amiss(clause, is_plan || begins(clause));
                is_answered |= is_named && is_answer(clause, is_amiss);
                is_named |= is_amiss;
            }
        }
    }
    let names_problems = is_named;
    let names_improvements = is_answered
        || part.body.iter().any(|passage| {
            has_any(passage.text(), &IMPROVEMENT_WORDS)
                || passage.reading.clauses().iter().any(|clause| begins(passage.reading.words(clause.clone())))
        });
    match (names_problems, names_improvements) {
        (true, true) => None,
        (false, false) => Some(("没有写问题和改进", "请写明存在的主要问题和改进情况。")),
        (false, true) => Some(("没有写存在的问题", "只有改进的打算，没有写问题。")),
        (true, false) => Some(("没有写改进", "只有问题，没有写怎样改进。")),
    }
}

/// Whether a clause names something amiss. Of a plan only the plainest words do: 继续公开低保信息 names nothing.
fn is_amiss(clause: &str, is_plan: bool) -> bool {
    let mut plain = clause.to_owned();
    for word in NOT_AMISS {
        plain = plain.replace(word, "，");
    }
    has_any(&plain, &PROBLEM_WORDS) || (!is_plan && (plain.contains(SIGNS) || has_any(&plain, &WEAK_WORDS)))
}

/// Whether a clause behind what is amiss tells what was done about it, or will be.
fn is_answer(clause: &str, is_amiss: bool) -> bool {
    has_any(clause, &ANSWERS)
        || (!is_amiss && !has_any(clause, &["原因", "由于", "为了", "除了", "了解"]) && has_any(clause, &DONE))
}

/// Whether a clause begins with a word of improvement, an ordinal before it left out.
fn begins(clause: &str) -> bool {
    let clause = clause.trim_start();
    let ordinal = ordinals(clause).first().filter(|(_, span)| span.start == 0).map_or(0, |(_, span)| span.end);
    let words = clause.get(ordinal..).unwrap_or_default().trim_start();
    let words = words.strip_prefix('要').unwrap_or(words);
    // 落实不到位, 创新意识不强 plan nothing.
    let plans = |rest: &str| {
        let lacks = rest.replace("不断", "").contains(['不', '未']);
        !lacks && !["性", "意识", "能力", "力度", "水平"].iter().any(|noun| rest.starts_with(noun))
    };
    BEGINNINGS.iter().filter_map(|word| words.strip_prefix(word)).any(plans)
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::finds;

    fn draft(heading: &str, body: &str) -> String {
        format!(
            r#"{{"nianbao": 1, "form": "national-2021", "year": 2023, "narrative": [{{"heading": "{heading}", "body": [{body}]}}]}}"#
        )
    }

    fn part(body: &str) -> String {
        draft("五、存在的主要问题及改进情况", body)
    }

    #[test]
    fn empty_or_with_one_side_only() {
        for body in [
            "",
            r#"" ""#,
            r#""无。""#,
            r#""我局按要求完成了各项工作。""#,
            r#""一是公开意识不强；二是培训有待加强；三是解读形式单一，力度需进一步加大。""#,
            r#""2024年将完善公开模板，不断组织业务培训。""#,
            r#""公开深度不够，培训需要加强。""#,
            r#""一是加强学习培训，二是规范办理答复。""#,
        ] {
            finds("F09", &part(body), &["F09:narrative.0"]);
        }
    }

    #[test]
    fn problems_and_improvements_in_many_words() {
        for body in [
            r#""一是公开意识不强；二是解读形式单一。", "一是加强学习；二是丰富形式。""#,
            r#""公开工作与群众期待还有差距。下一步，严格按条例办事。""#,
            r#""对照要求，还有一些需要加强和改进的地方。""#,
            r#""（一）存在的主要问题", "渠道较少。", "（二）改进措施", "拓宽渠道。""#,
            r#""公开工作人员流动性大、业务不熟练。为此，街道安排专人负责。""#,
            r#""部分科室对公开工作认识仍有偏差。对此，我局通过专题会议压实责任。""#,
            r#""个别栏目内容陈旧，公开属性标注不准。改进情况：已全面清理栏目。""#,
            r#""工作离上级要求还有差距。2024年，我们要加大学习力度。""#,
            r#""人员业务不熟练，工作滞后。我镇将组织培训。""#,
        ] {
            finds("F09", &part(body), &[]);
        }
        finds("F09", &draft("一、总体情况", ""), &[]);
    }

    #[test]
    fn the_older_form_only_when_its_part_is_empty() {
        let old = |heading: &str, body: &str| {
            format!(
                r#"{{"nianbao": 1, "form": "narrative-2008", "year": 2017, "narrative": [{{"heading": "{heading}", "body": [{body}]}}]}}"#
            )
        };
        finds("F09", &old("六、存在的主要问题", ""), &["F09:narrative.0"]);
        finds("F09", &old("六、存在的主要问题", r#""公开意识不强。""#), &[]);
        finds("F09", &old("七、重点工作", ""), &[]);
    }
}
