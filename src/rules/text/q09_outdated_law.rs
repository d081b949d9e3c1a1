//! Q09: a law that was replaced, or a term that it dropped, in a report from 2019 on.

use std::ops::Range;

use crate::facts::{Facts, Passage};
use crate::rules::{Change, Finding, Rewriting, Rule, Severity, Sink, When};
use crate::text::{has_any, near};
use crate::value::Year;

pub(super) static RULE: Rule = Rule {
    id: "Q09",
    title: "引用旧条例或已取消的用语",
    why: "《政府信息公开条例》2019年4月3日由国务院令第711号修订公布，自5月15日起施行。2019年度起的报告不再引用国务院令第492号，\
          也不再用修订时取消的提法：申请条件中的“自身生产、生活、科研等特殊需要”，检索、复制、邮寄等费用（现为信息处理费）。\
          回顾修订前情况的句子不算。",
    example: "2022年度报告写“根据《中华人民共和国政府信息公开条例》（国务院令第492号）”。",
    when: When::Pause,
    check,
};

/// The first report year under the revised regulation.
const REVISED: Year = 2019;

/// Words of a sentence that looks back at the old regulation, or says that a thing was dropped.
const LOOKING_BACK: [&str; 26] = [
    "原国务院",
    "替代",
    "最初",
    "是否仍",
    "是否还",
    "已无此",
    "原条例",
    "原《",
    "（原",
    "旧条例",
    "旧《",
    "老条例",
    "修订前",
    "修改前",
    "修订之前",
    "废止",
    "取消",
    "不再",
    "删除",
    "删去",
    "停征",
    "停止收",
    "第711号",
    "历史",
    "曾",
    "以往",
];

/// A term that the revision dropped.
struct Dropped {
    words: &'static str,
    /// What stands for it now, where that is one thing in every sentence.
    now: Option<&'static str>,
    why: &'static str,
}

const NEED: &str = "2019年修订的《条例》取消了依申请公开的“三需要”条件，申请人不必说明用途。";
const FEES: &str = "2019年修订的《条例》第四十二条只规定可以收取信息处理费，检索、复制、邮寄等费用已经取消。";
const EXEMPT: &str = "2019年修订的《条例》和年度报告格式都写作“不予公开”。";

/// Longer ones first: of two at one place the first speaks.
const DROPPED: [Dropped; 14] = [
    Dropped { words: "生产、生活、科研等特殊需要", now: None, why: NEED },
    Dropped { words: "生产生活科研等特殊需要", now: None, why: NEED },
    Dropped { words: "生产、生活、科研等需要", now: None, why: NEED },
    Dropped { words: "生产、生活、科研特殊需要", now: None, why: NEED },
    Dropped { words: "“三需要”", now: None, why: NEED },
    Dropped { words: "检索、复制、邮寄", now: None, why: FEES },
    Dropped { words: "检索、复制和邮寄", now: None, why: FEES },
    Dropped { words: "检索、复印、邮寄", now: None, why: FEES },
    Dropped { words: "检索费、复制费", now: None, why: FEES },
    Dropped { words: "检索费", now: None, why: FEES },
    Dropped { words: "复制费", now: None, why: FEES },
    Dropped { words: "邮寄费", now: None, why: FEES },
    Dropped { words: "免予公开", now: Some("不予公开"), why: EXEMPT },
    Dropped { words: "免于公开", now: Some("不予公开"), why: EXEMPT },
];

fn check(facts: &Facts, found: &mut Sink) {
    let case = &facts.case;
    let prose = facts.prose();
    if case.draft.year() < REVISED {
        return;
    }
    for passage in prose.paragraphs() {
        old_number(passage, found);
        dropped(passage, found);
    }
}

/// Whether the sentence at a position looks back.
fn looks_back(passage: &Passage, position: usize) -> bool {
    has_any(passage.reading.words(around(passage, position)), &LOOKING_BACK)
}

/// So much of a sentence to each side of a position is looked at, in bytes: of one without end not all.
const REACH: usize = 900;

/// The sentence around a position.
fn around(passage: &Passage, position: usize) -> Range<usize> {
    let reading = &passage.reading;
    near(reading.text, &reading.sentence(position), position, REACH)
}

/// The number of the old regulation: 国务院令第492号, 国令第492号, 国务院第492号令.
fn old_number(passage: &Passage, found: &mut Sink) {
    let text = passage.text();
    for (at, digits) in text.match_indices("492") {
        let (before, after) = (text.get(..at).unwrap_or_default(), text.get(at + 3..).unwrap_or_default());
        let before = before.trim_end_matches([' ', '第', '（', '(', '〔']);
        let is_decree = ["国务院令", "国令", "国务院"].iter().any(|words| before.ends_with(words));
        // 2007年4月5日国务院令第492号公布，2019年修订 is how the regulation came about.
        let enacted = ["号公布", "号发布"].iter().any(|words| after.trim_start().starts_with(words))
            && passage.reading.words(at..around(passage, at).end).contains("修订");
        // The sentence after it tells what took its place: 最初由第492号公布。第711号对其作了修订.
        let next = passage.reading.sentence(around(passage, at).end).end;
        let replaced = passage.reading.words(near(text, &(at..next), at, REACH)).contains("第711号");
        if replaced || !is_decree || !after.trim_start().starts_with('号') || enacted || looks_back(passage, at) {
            continue;
        }
        let start =
            ["国务院令", "国令", "国务院"].iter().find_map(|words| before.strip_suffix(words)).map_or(0, str::len);
        let end = at + digits.len() + after.find('号').map_or(0, |mark| mark + '号'.len_utf8());
        let change = Change::words(passage, at..at + 3, "711");
        found.push(
            Finding::new(RULE.id, Severity::Warning, passage.place, "国务院令第492号已由第711号代替")
                .saying("现行《条例》由国务院令第711号修订公布，自2019年5月15日起施行。")
                .quoting(passage, start..end)
                .mended_by("改为第711号", change),
        );
    }
}

/// The first of each dropped term in a paragraph; several words of one reason are one fault.
fn dropped(passage: &Passage, found: &mut Sink) {
    let text = passage.text();
    let mut said: Vec<(&str, Range<usize>)> = Vec::new();
    for Dropped { words, now, why } in &DROPPED {
        let Some(at) = text.match_indices(words).map(|(at, _)| at).find(|at| !looks_back(passage, *at)) else {
            continue;
        };
        let reading = &passage.reading;
        // What stands in 《》 is a name; 需要 of other things than an application is no condition.
        // Who pays the postage is no fee: 邮寄费用由本局负担.
        if reading.words(at..passage.text().len()).starts_with("邮寄费用") {
            continue;
        }
        let elsewhere = *why == NEED && !has_any(reading.words(around(passage, at)), &["申请", "公开", "信息"]);
        if reading.in_title(at) || elsewhere || said.iter().any(|(reason, _)| reason == why) {
            continue;
        }
        let span = at..at + words.len();
        said.push((why, span.clone()));
        let title = format!("“{}”是修订前的用语", words.trim_matches(['“', '”']));
        let mut finding = Finding::new(RULE.id, Severity::Warning, passage.place, title).saying(*why);
        finding = finding.quoting(passage, span);
        if let Some(now) = now {
            let change = Change::text(passage.place, Rewriting::Word { from: words, to: now });
            finding = finding.mended_by(format!("改为“{now}”"), change);
        }
        found.push(finding);
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::{finds, mends};

    fn draft(form: &str, year: u32, text: &str) -> String {
        format!(r#"{{"nianbao": 1, "form": "{form}", "year": {year}, "narrative": [{{"body": ["{text}"]}}]}}"#)
    }

    #[track_caller]
    fn draws(text: &str, quotes: &[&str]) {
        let expected: Vec<String> = quotes.iter().map(|words| format!("Q09:narrative.0.body.0#{words}")).collect();
        let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
        finds("Q09", &draft("national-2021", 2023, text), &expected);
        finds("Q09", &draft("national-2019", 2019, text), &expected);
        finds("Q09", &draft("narrative-2008", 2018, text), &[]);
    }

    #[test]
    fn the_old_decree() {
        draws("根据《政府信息公开条例》（国务院令第492号）要求，编制本报告。", &["国务院令第492号"]);
        draws("根据《政府信息公开条例》（国令第492号）和国务院第 492 号令编制。", &["国令第492号", "国务院第 492 号"]);
        let json = draft("national-2021", 2023, "根据《条例》（国务院令第492号）编制。");
        assert!(mends("Q09:narrative.0.body.0#国务院令第492号", &json).to_json().contains("国务院令第711号"));
    }

    #[test]
    fn dropped_terms() {
        draws("公民可以根据自身生产、生活、科研等特殊需要申请公开。", &["生产、生活、科研等特殊需要"]);
        draws("未收取检索费、复制费、邮寄费。", &["检索费、复制费"]);
        draws("没有收取检索、复制、邮寄等费用，免予公开2件。", &["检索、复制、邮寄", "免予公开"]);
        let json = draft("national-2021", 2023, "免予公开2件，免予公开率5%。");
        mends("Q09:narrative.0.body.0#免予公开", &json);
    }

    #[test]
    fn the_law_in_force_and_looking_back() {
        for text in [
            "根据《中华人民共和国政府信息公开条例》（国务院令第711号，以下简称《条例》）编制。",
            "《条例》2007年以国务院令第492号公布，2019年以国务院令第711号修订。",
            "《条例》2007年4月5日国务院令第492号公布，2019年4月3日修订。",
            "修订前的《条例》（国务院令第492号）施行期间形成的目录已全部更新。",
            "新《条例》取消了生产、生活、科研等特殊需要的申请条件，不再收取检索、复制、邮寄等费用。",
            "对“本机关不掌握”的检索过程作了说明，全年没有收取信息处理费。",
            "公开人民政府令第492号，主动公开信息492条，投资492号地块。",
            "满足企业生产、生活、科研等需要，保障用电。",
        ] {
            draws(text, &[]);
        }
    }
}
