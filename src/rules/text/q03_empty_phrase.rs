//! Q03: a sentence on problems or plans is made of empty phrases.

use std::ops::Range;

use crate::facts::{Facts, Passage};
use crate::rules::{Finding, Rule, Severity, Sink, When};
use crate::text::{Sense, has_any, pieces};

pub(super) static RULE: Rule = Rule {
    id: "Q03",
    title: "空话套话",
    why: "问题和改进措施只说“有待提高”“进一步加强”，没有谁来做、做什么、何时做成，读者看不出实情，考核也难以对照。\
          含有数字、日期、文件名、责任单位或者时限的句子不算。只看写问题、改进和下一步安排的部分。",
    example: "“政务公开工作水平有待进一步提高。”",
    when: When::Pause,
    check,
};

/// Phrases that say nothing by themselves.
const PHRASES: [&str; 39] = [
    "进一步充实",
    "进一步丰富",
    "需要进一步",
    "还需进一步",
    "继续强化",
    "进一步加强",
    "进一步提高",
    "进一步提升",
    "进一步完善",
    "进一步增强",
    "进一步强化",
    "进一步规范",
    "进一步深化",
    "进一步拓展",
    "进一步拓宽",
    "进一步改进",
    "有待提高",
    "有待加强",
    "有待提升",
    "有待完善",
    "有待进一步",
    "有待于",
    "不断完善",
    "不断提高",
    "不断提升",
    "不断加强",
    "不断拓展",
    "不断拓宽",
    "不断强化",
    "高度重视",
    "扎实推进",
    "切实加强",
    "切实提高",
    "切实提升",
    "继续加强",
    "继续完善",
    "大力推进",
    "仍需加强",
    "还需加强",
];

/// Words that say who, what or when.
const SPECIFIC: [&str; 60] = [
    "牵头",
    "负责",
    "专人",
    "科室",
    "股室",
    "处室",
    "科长",
    "局长",
    "镇长",
    "乡长",
    "主任",
    "领导小组",
    "办公室",
    "宣传科",
    "法规科",
    "信息科",
    "综合科",
    "党政办",
    "党政综合",
    "站所",
    "社区",
    "村务",
    "第三方",
    "联络员",
    "每季",
    "每月",
    "每周",
    "每年",
    "每半年",
    "季度",
    "月底",
    "年底",
    "年内",
    "上半年",
    "下半年",
    "按月",
    "按季",
    "工作日",
    "培训班",
    "专题",
    "座谈",
    "听证",
    "问卷",
    "调查",
    "访谈",
    "发布会",
    "开放日",
    "图解",
    "图表",
    "动画",
    "短视频",
    "音频",
    "视频",
    "清单",
    "台账",
    "目录",
    "栏目",
    "专栏",
    "模板",
    "范本",
];

/// Words of the headings under which problems and plans stand.
const PLANS: [&str; 8] = ["问题", "改进", "不足", "措施", "安排", "打算", "计划", "下一步"];

/// Words of a clause that leads to what is wrong, or names the work as a whole.
const STOCK: [&str; 6] = ["存在的主要问题", "存在一些", "存在以下", "信息公开工作", "政务公开工作", "《条例》"];

/// From how many letters on a clause tells something.
const TELLING: usize = 12;

/// How many sentences are spoken of one by one.
const MOST: usize = 5;

fn check(facts: &Facts, found: &mut Sink) {
    let prose = facts.prose();
    let parts = prose.parts.iter().filter(|part| has_any(part.heading.text(), &PLANS));
    let empty: Vec<(&Passage, Range<usize>)> = parts
        .flat_map(|part| &part.body)
        .flat_map(|passage| phrases(passage).map(move |span| (passage, span)))
        .collect();
    let shown = if empty.len() > MOST { 1 } else { empty.len() };
    for (passage, span) in empty.iter().take(shown) {
        let phrase = passage.reading.words(span.clone());
        let title = match empty.len() {
            count if count > MOST => format!("有{count}句话只有“{phrase}”之类的套话"),
            _ => format!("“{phrase}”没有说明谁来做、做什么、何时做成"),
        };
        found.push(
            Finding::new(RULE.id, Severity::Hint, passage.place, title)
                .saying("请写明具体问题或者措施、责任单位和时限。")
                .quoting(passage, span.clone()),
        );
    }
}

/// The first empty phrase of each sentence that says nothing else.
fn phrases<'a>(passage: &'a Passage<'a>) -> impl Iterator<Item = Range<usize>> + 'a {
    let text = passage.text();
    let all = pieces(text);
    let next: Vec<Range<usize>> = all.iter().skip(1).cloned().chain(std::iter::once(0..0)).collect();
    all.into_iter().zip(next).filter_map(move |(span, next)| {
        let piece = text.get(span.clone())?;
        let (at, phrase) = PHRASES.iter().filter_map(|phrase| Some((piece.find(phrase)?, *phrase))).min()?;
        let reading = &passage.reading;
        // The sentence after it says what is meant: 时效性有待进一步加强。会议纪要平均滞后9天公布.
        let after = text.get(next.clone()).unwrap_or_default();
        let is_explained = !has_any(after, &PHRASES)
            && !after.trim_start().starts_with("全年")
            && (has_any(after, &SPECIFIC)
                || reading.numbers_in(&next).iter().any(|n| !matches!(n.sense, Sense::Name | Sense::Year)));
        if is_explained {
            return None;
        }
        // The numbering of a paragraph is no number of its sentence.
        let numbered = reading.numbers_in(&span).iter().any(|n| !matches!(n.sense, Sense::Name));
        // By which law the work is done says nothing of what is done.
        let bare = ["《中华人民共和国政府信息公开条例》要求", "《政府信息公开条例》要求", "《条例》要求"]
            .iter()
            .fold(piece.to_owned(), |bare, law| bare.replace(law, ""));
        let quotes = bare.contains(['《', '“']) || piece.contains(|c: char| c.is_ascii_alphabetic());
        // A clause of some length without a phrase tells what is wrong or what is to be done.
        let told = piece.split(['，', '：', ',', ':']).any(|clause| {
            clause.chars().count() >= TELLING
                && !clause.contains("进一步")
                && !has_any(clause, &PHRASES)
                && !has_any(clause, &STOCK)
        });
        if numbered || quotes || told || has_any(piece, &SPECIFIC) {
            return None;
        }
        let start = span.start + at;
        Some(start..start + phrase.len())
    })
}

#[cfg(test)]
mod tests {
    use crate::rules::Severity;
    use crate::rules::tests::{finds, found};

    fn draft(form: &str, year: u32, heading: &str, text: &str) -> String {
        format!(
            r#"{{"nianbao": 1, "form": "{form}", "year": {year}, "narrative": [{{"heading": "{heading}", "body": ["{text}"]}}]}}"#
        )
    }

    #[track_caller]
    fn draws(text: &str, quotes: &[&str]) {
        let expected: Vec<String> = quotes.iter().map(|words| format!("Q03:narrative.0.body.0#{words}")).collect();
        let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
        finds("Q03", &draft("national-2021", 2023, "五、存在的主要问题及改进情况", text), &expected);
        finds("Q03", &draft("national-2019", 2020, "五、存在的主要问题及改进情况", text), &expected);
        finds("Q03", &draft("narrative-2008", 2017, "七、2018年重点工作安排", text), &expected);
        finds("Q03", &draft("national-2021", 2023, "一、总体情况", text), &[]);
    }

    #[test]
    fn sentences_of_nothing_else() {
        draws("公开意识需进一步加强；渠道需不断拓展；质量有待于提高。", &["进一步加强", "不断拓展", "有待于"]);
        draws("（一）工作水平有待进一步提高。进一步加强学习，不断提高能力。", &["有待进一步", "进一步加强"]);
    }

    #[test]
    fn sentences_that_say_who_what_or_when() {
        draws("2024年6月底前进一步完善平台。由办公室牵头进一步加强培训。进一步加强3个专栏的更新。", &[]);
        draws("按照《条例》进一步规范答复。切实加强解读，制作图解。进一步做好公开。", &[]);
        draws(
            "渠道有待进一步拓宽，在利用新媒体方面还难以满足群众需要。不断完善机制，把座谈情况报送给起草单位研究。",
            &[],
        );
    }

    #[test]
    fn many_of_them_are_spoken_of_once() {
        let text = "进一步加强学习。".repeat(7);
        let found = found("Q03", &draft("national-2021", 2023, "五、存在的主要问题及改进情况", &text));
        let shown: Vec<(Severity, &str)> = found.iter().map(|f| (f.severity, f.title.as_str())).collect();
        assert_eq!(shown, [(Severity::Hint, "有7句话只有“进一步加强”之类的套话")]);
    }
}
