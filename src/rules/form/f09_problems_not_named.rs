//! F09: the part on problems is empty, or names no problem or no improvement.

use super::part_words::part_number;
use crate::draft::Place;
use crate::facts::{Case, Facts, PartProse, Passage, prescribing, required_part};
use crate::form::PartRole;
use crate::rules::{Finding, Rule, Severity, Sink, When};
use crate::text::{compact, has_any, heading_words, ordinals};

pub(super) static RULE: Rule = Rule {
    id: "F09",
    title: "没有写问题或改进",
    why: "统一格式第五部分是“存在的主要问题及改进情况”，问题和改进都要写。《政府信息公开条例》第五十条也要求年度报告写明\
          工作存在的主要问题及改进情况。2018年度及以前的报告，只看写有问题标题的部分是否空着。",
    example: "第五部分只写“无”，或只写下一步打算，没有写问题。",
    when: When::Pause,
    check,
};

/// Words that name what is amiss.
const PROBLEMS_WORDS: [&str; 61] = [
    "问题",
    "不足",
    "薄弱",
    "差距",
    "有待",
    "不够",
    "还需",
    "仍需",
    "尚需",
    "需要",
    "需进一步",
    "需加强",
    "需提高",
    "需提升",
    "需不断",
    "需完善",
    "亟需",
    "亟待",
    "不高",
    "不强",
    "不全",
    "不多",
    "不广",
    "不深",
    "欠缺",
    "缺乏",
    "缺少",
    "滞后",
    "困难",
    "短板",
    "弱项",
    "不平衡",
    "不均衡",
    "不充分",
    "不完善",
    "不健全",
    "不及时",
    "不到位",
    "不规范",
    "不明显",
    "单一",
    "较少",
    "偏低",
    "未能",
    "难以",
    "不适应",
    "偏差",
    "陈旧",
    "流动性",
    "频繁",
    "落后",
    "有限",
    "尚未",
    "遗漏",
    "较低",
    "较弱",
    "较慢",
    "较窄",
    "偏少",
    "仍有",
    "尚有",
];

/// Words that speak of improvement wherever they stand.
const IMPROVEMENT_WORDS: [&str; 24] = [
    "改进",
    "改善",
    "下一步",
    "下步",
    "下一阶段",
    "今后",
    "明年",
    "措施",
    "将",
    "整改",
    "打算",
    "计划",
    "努力",
    "举措",
    "针对",
    "接下来",
    "解决",
    "克服",
    "新的一年",
    "着力",
    "为此",
    "对此",
    "我们要",
    "力争",
];

/// Words that speak of improvement where a clause begins with them: 加强培训, but not 培训有待加强.
const BEGINNINGS: [&str; 34] = [
    "加强",
    "加大",
    "加快",
    "完善",
    "提高",
    "提升",
    "强化",
    "规范",
    "健全",
    "优化",
    "推进",
    "推动",
    "深化",
    "拓宽",
    "拓展",
    "丰富",
    "创新",
    "落实",
    "抓好",
    "做好",
    "建立",
    "继续",
    "严格",
    "细化",
    "增强",
    "充实",
    "扩大",
    "开展",
    "组织",
    "坚持",
    "进一步",
    "不断",
    "持续",
    "切实",
];

fn check(facts: &Facts, found: &mut Sink) {
    let case = &facts.case;
    let prose = facts.prose();
    if let Some(form) = prescribing(case) {
        let Some((n, part)) = required_part(case, prose, PartRole::Problems) else { return };
        if let Some((title, words)) = unnamed(part) {
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
fn unnamed(part: &PartProse) -> Option<(&'static str, &'static str)> {
    let texts = || part.body.iter().map(Passage::text);
    let is_empty = texts().all(|text| compact(text).trim_matches(['无', '。', '略', '/']).is_empty());
    if is_empty {
        return Some(("没有写", "请写明存在的主要问题和改进情况。"));
    }
    let names_problems = texts().any(|text| has_any(text, &PROBLEMS_WORDS) || is_wanting(text));
    let names_improvements = part.body.iter().any(|passage| {
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

/// What is not as it should be: 不熟练, 不准确, 不畅通.
const WANTING: &str = "够高强全多广深熟准实严细便畅浓快清稳活精专优佳良力适";

/// Whether a text says that something is not as it should be.
fn is_wanting(text: &str) -> bool {
    text.match_indices('不').any(|(at, word)| {
        let after = text.get(at + word.len()..).and_then(|rest| rest.chars().next());
        after.is_some_and(|c| WANTING.contains(c))
    })
}

/// Whether a clause begins with a word of improvement, an ordinal before it left out.
fn begins(clause: &str) -> bool {
    let clause = clause.trim_start();
    let ordinal = ordinals(clause).first().filter(|(_, span)| span.start == 0).map_or(0, |(_, span)| span.end);
    let words = clause.get(ordinal..).unwrap_or_default().trim_start();
    let words = words.strip_prefix('要').unwrap_or(words);
    BEGINNINGS.iter().any(|word| words.starts_with(word))
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
