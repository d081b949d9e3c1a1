//! Q10: sentences of last year's report stand in this one as they were.

use std::collections::HashSet;
use std::ops::Range;

use crate::draft::{Draft, Item};
use crate::facts::{Facts, Passage};
use crate::roll::Marks;
use crate::rules::{Basis, Finding, Rule, Severity, Sink, When};
use crate::text::{has_any, pieces, unnumbered, wording};

pub(super) static RULE: Rule = Rule {
    id: "Q10",
    title: "沿用上年的句子",
    why: "以上年报告为底稿的，原句应当改写，或者核对后说明仍然属实。与上年一字不差的句子（年份、标点、序号不计，十五字以上）逐段列出；\
          编制依据、统计期限、联系方式、收费和“没有发生”一类的固定说法不算。手头没有上年报告的，不查。以上年报告开始的草稿，带来的句子\
          逐句记着，不论长短，改写或确认仍然适用以前都列出；只改年份、数字不算改写。",
    example: "“一是政策解读形式单一，多为文字解读。”与上年相同，而当年已有改进。",
    when: When::Pause,
    check,
};

/// The shortest sentence that is looked at, in letters without marks.
const SHORTEST: usize = 15;

/// How many sentences of a paragraph are shown beside the first.
const SHOWN: usize = 3;

/// Words of sentences that are the same every year with good reason.
const FORMULA: [&str; 52] = [
    "统计期限",
    "统计时限",
    "统计时间",
    "统计数据",
    "数据截",
    "所列数据",
    "电子版",
    "如有疑问",
    "任何疑问",
    "联系地址",
    "联系电话",
    "邮编",
    "邮政编码",
    "办公时间",
    "本报告",
    "年度报告由",
    "报告全文",
    "以下简称",
    "部分组成",
    "网址",
    "www.",
    "http",
    "处理费",
    "无其他",
    "没有其他",
    "无需要",
    "没有需要",
    "无其它",
    "不收取",
    "未收取",
    "没有收取",
    "未收费",
    "收费情况",
    "收费金额",
    "检索、复制",
    "未收到",
    "没有收到",
    "未接到",
    "没有接到",
    "未受理",
    "未发生",
    "没有发生",
    "未出现",
    "没有出现",
    "未产生",
    "没有被",
    "未被",
    "为零",
    "无上年结转",
    "无结转",
    "没有因",
    "没有制",
];

fn check(facts: &Facts, found: &mut Sink) {
    let case = &facts.case;
    let prose = facts.prose();
    let marks = Marks::of(case.draft);
    let before = case.last.map(sentences_of).unwrap_or_default();
    let opening = prose.opening.iter().map(|passage| (passage, false));
    let bodies = prose.parts.iter().flat_map(|part| &part.body).map(|passage| (passage, true));
    for (passage, is_body) in opening.chain(bodies) {
        let mut taken = marks.of_text(passage.text());
        let marked = taken.len();
        if is_body && !before.is_empty() {
            taken.extend(same(passage.text(), &before, &marks));
            taken.sort_by_key(|span| span.start);
            taken.dedup();
        }
        if !taken.is_empty() {
            found.push(finding(passage, &taken, marked));
        }
    }
}

/// The sentences of a paragraph that stand in last year's report, those left out that somebody confirmed.
fn same(text: &str, before: &HashSet<Vec<char>>, marks: &Marks) -> Vec<Range<usize>> {
    let same = bodies(text).filter(|(_, words)| before.contains(words)).map(|(span, _)| span);
    // Formula is asked for last: of few sentences.
    let is_taken = |words: &str| is_of_its_year(words) && !marks.is_confirmed(words);
    same.filter(|span| text.get(span.clone()).is_some_and(is_taken)).collect()
}

/// The wording of last year's sentences.
fn sentences_of(last: &Draft) -> HashSet<Vec<char>> {
    let paragraphs = last.narrative().iter().flat_map(|part| part.body.iter().filter_map(Item::paragraph));
    paragraphs.flat_map(|text| bodies(text).map(|(_, words)| words)).collect()
}

/// The sentences of a paragraph that are long enough: their bytes without white space around, and their wording.
fn bodies(text: &str) -> impl Iterator<Item = (Range<usize>, Vec<char>)> {
    pieces(text).into_iter().filter_map(|span| {
        let piece = text.get(span.clone())?;
        let start = span.start + piece.len() - piece.trim_start().len();
        let piece = piece.trim();
        // What ends with a colon heads a list; what has no mark at its end is a heading.
        let ends = piece.ends_with(['。', '；', ';', '！', '？', '.', '”', '）']);
        if !ends {
            return None;
        }
        let words = wording(unnumbered(piece));
        (words.len() >= SHORTEST).then(|| (start..start + piece.len(), words))
    })
}

/// Whether a sentence is one that somebody has to write anew each year.
fn is_of_its_year(piece: &str) -> bool {
    !has_any(piece, &FORMULA) && !is_nothing(piece)
}

/// Whether a sentence says that there was nothing: 申请0件. Figures of its own make it a sentence of its year.
fn is_nothing(piece: &str) -> bool {
    ["0件", "0条", "0次", "0元", "0万元", "０件"].iter().any(|nothing| {
        piece
            .match_indices(nothing)
            .any(|(at, _)| !piece.get(..at).is_some_and(|b| b.ends_with(|c: char| c.is_ascii_digit())))
    })
}

/// The finding of a paragraph with these sentences, of which so many came over from last year.
fn finding(passage: &Passage, taken: &[Range<usize>], marked: usize) -> Finding {
    let text = passage.text();
    let words = |span: &Range<usize>| text.get(span.clone()).unwrap_or_default();
    let all: Vec<&str> = taken.iter().map(words).collect();
    let first = taken.first().cloned().unwrap_or_default();
    let title = match (taken.len(), marked) {
        (1, 0) => "这句话与上年报告相同".to_owned(),
        (count, 0) => format!("这一段有{count}句话与上年报告相同"),
        (1, _) => "这句话是上年原文".to_owned(),
        (count, _) => format!("这一段还有{count}句是上年原文"),
    };
    let rest: Vec<String> = all.iter().skip(1).take(SHOWN).map(|sentence| format!("“{sentence}”")).collect();
    let rest = match (rest.len(), all.len().saturating_sub(1)) {
        (0, _) => String::new(),
        (shown, count) if shown < count => format!("其余：{}等。", rest.join("、")),
        _ => format!("其余：{}。", rest.join("、")),
    };
    let saying = if marked == 0 {
        format!("情况有变化的，请改写；仍然属实的，请说明并保留。{rest}")
    } else {
        format!("请改写，或逐句确认仍然适用。只改年份、数字不算改写。{rest}")
    };
    let mut finding =
        Finding::new(RULE.id, Severity::Warning, passage.place, title).saying(saying).quoting(passage, first);
    // An acceptance confirms just these sentences: it lapses when one is rewritten or another comes back.
    finding.rests_on = vec![Basis { place: passage.place, value: all.concat() }];
    finding
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::found_beside;

    fn draft(form: &str, year: u32, body: &[&str]) -> String {
        let body: Vec<String> = body.iter().map(|text| format!("\"{text}\"")).collect();
        format!(
            r#"{{"nianbao": 1, "form": "{form}", "year": {year}, "opening": ["本局依据有关规定编制完成年度报告并向社会公布。"],
            "narrative": [{{"heading": "五、存在的主要问题及改进情况", "body": [{}]}}]}}"#,
            body.join(", ")
        )
    }

    #[track_caller]
    fn draws(last: &[&str], this: &[&str], expected: &[(&str, &str)]) {
        for (form, year) in [("national-2021", 2023), ("national-2019", 2020), ("narrative-2008", 2017)] {
            let found = found_beside("Q10", &draft(form, year, this), &draft(form, year - 1, last));
            let found: Vec<(String, &str)> = found.iter().map(|f| (f.identity(), f.title.as_str())).collect();
            let expected: Vec<(String, &str)> = expected.iter().map(|(id, title)| ((*id).to_owned(), *title)).collect();
            assert_eq!(found, expected, "{form}");
        }
    }

    #[test]
    fn sentences_as_they_were() {
        draws(
            &[
                "（一）主要问题：2022年，政策解读形式较为单一、图解和视频偏少；部分单位公开不及时不规范的现象仍然存在。",
                "完善。",
            ],
            &["完善。", "1.2023年政策解读形式较为单一，图解和视频偏少。二是部分单位公开不及时不规范的现象仍然存在。"],
            &[("Q10:narrative.0.body.1#二是部分单位公开不及时不规范的现象仍然存在。", "这句话与上年报告相同")],
        );
        draws(
            &["一是政策解读形式单一且图解偏少；二是部分单位公开不及时不规范。"],
            &["一是政策解读形式单一且图解偏少，二是部分单位公开不及时不规范。"],
            &[],
        );
        draws(
            &["一是政策解读形式较为单一且图解偏少；二是部分单位信息公开还不及时不规范。"],
            &["一是部分单位信息公开还不及时不规范。二是政策解读形式较为单一且图解偏少。"],
            &[("Q10:narrative.0.body.0#一是部分单位信息公开还不及时不规范。", "这一段有2句话与上年报告相同")],
        );
    }

    #[test]
    fn formula_headings_and_short_sentences() {
        let same = [
            "2022年度没有收到政府信息公开申请，没有发生行政复议、行政诉讼案件。",
            "全年收到政府信息公开申请0件，办结0件，结转0件。",
            "本年度依申请提供政府信息没有收取信息处理费，无其他需要报告的事项。",
            "本报告所列数据的统计期限自1月1日起至12月31日止。",
            "（一）政府信息公开平台建设和监督保障方面",
            "针对上述问题，下一年将着重从以下几个方面加以改进：",
            "加强业务培训。",
        ];
        draws(&same, &same, &[]);
    }

    #[test]
    fn what_came_over_is_told_until_it_is_rewritten_or_confirmed() {
        let found = |confirmed: &str, body: &str, last: Option<&str>| -> Vec<String> {
            let json = format!(
                r#"{{"nianbao": 1, "form": "national-2021", "year": 2023, "opening": ["无。"],
                "narrative": [{{"heading": "一、总体情况", "body": ["{body}"]}}],
                "last_year_text": {{"sentences": ["无。", "没有收到申请3件。", "公开信息。"], "confirmed": [{confirmed}]}}}}"#
            );
            let found = match last {
                Some(last) => found_beside("Q10", &json, last),
                None => crate::rules::tests::found("Q10", &json),
            };
            found.iter().map(|f| format!("{} {}", f.identity(), f.title)).collect()
        };
        // Neither their length nor formula spares them, and last year's report need not be at hand.
        let opening = "Q10:opening.0#无。 这句话是上年原文";
        assert_eq!(
            found("", "没有收到申请5件。公开信息。", None),
            [opening, "Q10:narrative.0.body.0#没有收到申请5件。 这一段还有2句是上年原文"]
        );
        assert_eq!(found("\"公开信息。\"", "收到申请5件。公开信息。", None), [opening]);
        assert!(found("\"无。\"", "收到申请5件。", None).is_empty());
        // Beside last year's report a sentence is told once, and one that is confirmed not at all.
        let long = "政策解读形式较为单一且图解和视频都偏少。";
        let last = draft("national-2021", 2022, &[long]);
        assert_eq!(
            found("\"无。\"", long, Some(&last)),
            [format!("Q10:narrative.0.body.0#{long} 这句话与上年报告相同")]
        );
        assert!(found(&format!("\"无。\", \"{long}\""), long, Some(&last)).is_empty());
    }

    #[test]
    fn an_acceptance_rests_on_all_of_them() {
        let body = ["一是政策解读形式较为单一且图解偏少；二是部分单位信息公开还不及时不规范。"];
        let json = draft("national-2021", 2023, &body);
        let found = found_beside("Q10", &json, &json);
        let basis: Vec<&str> = found.iter().flat_map(|f| &f.rests_on).map(|basis| basis.value.as_str()).collect();
        assert_eq!(basis, body);
    }
}
