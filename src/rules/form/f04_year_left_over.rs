//! F04: a year that is not the report's stands where the report's must, or next year's plan names the report year.

use super::f03_title_not_the_forms::is_prescribed;
use super::year_fault::{Fault, is_plan_heading, of_heading, of_text, work};
use super::year_presented::{in_caption, in_own_title, in_title, where_presented};
use super::year_words::Words;
use crate::draft::{OfficeField, Place};
use crate::facts::{Facts, Passage};
use crate::rules::{Change, Finding, Rule, Severity, Sink, When};
use crate::text::{NamedYear, compact, heading_words, named_years};

pub(super) static RULE: Rule = Rule {
    id: "F04",
    title: "年份与报告年度不符",
    why: "写本年度工作的地方只应出现报告年度。往年报告照抄未改的“2021年，我局……”“截至2021年12月31日”要改；下一年的安排应写下一年度。\
          与上年比较、上年结转、落款日期、法规规划文件的名称和文号、起止年份、沿革，都不算。\
          没有写明为什么是往年的，列为核实性问题。",
    example: "2022年度的报告写着“2021年，我局共主动公开政府信息6条”。",
    when: When::Pause,
    check,
};

fn check(facts: &Facts, found: &mut Sink) {
    let case = &facts.case;
    let prose = facts.prose();
    let year = u64::from(case.draft.year());
    let office = compact(case.draft.office(OfficeField::Name));
    // Of the titles that the form prescribes F03 speaks.
    let title = facts.title();
    let own_title = if is_prescribed(case.draft.year()) { None } else { in_title(year, title) };
    found.extend(own_title.map(|named| reported(title, &named, work(year, named.year))));
    for passage in prose.passages() {
        found.extend(in_caption(year, passage).map(|named| reported(passage, &named, work(year, named.year))));
    }
    for passage in &prose.opening {
        of_passage(year, &office, passage, false, found);
        for named in in_own_title(year, passage).into_iter().chain(where_presented(year, passage)) {
            let finding = reported(passage, &named, work(year, named.year));
            if !found.findings().iter().any(|other| other.place == finding.place && other.quote == finding.quote) {
                found.push(finding);
            }
        }
    }
    for part in &prose.parts {
        of_passage(year, &office, &part.heading, false, found);
        let heading = heading_words(part.heading.text());
        let is_plan = is_plan_heading(&heading);
        for passage in &part.body {
            of_passage(year, &office, passage, is_plan, found);
        }
    }
}

fn of_passage(year: u64, office: &str, passage: &Passage, is_plan: bool, found: &mut Sink) {
    for named in named_years(&passage.reading) {
        let words = Words::around(passage, &named);
        let fault = if matches!(passage.place, Place::Heading(_)) {
            of_heading(year, &named, &words)
        } else {
            of_text(year, office, &named, &words, is_plan)
        };
        found.extend(fault.map(|fault| reported(passage, &named, fault)));
    }
}

fn reported(passage: &Passage, named: &NamedYear, fault: Fault) -> Finding {
    let severity = if fault.is_certain { Severity::Error } else { Severity::Warning };
    let finding = Finding::new(RULE.id, severity, passage.place, fault.title)
        .saying(fault.words)
        .quoting(passage, named.span.clone());
    let Some(right) = fault.right else { return finding };
    let written = if named.chinese { in_chinese(right) } else { right.to_string() };
    finding.mended_by(format!("改为{right}年"), Change::words(passage, named.digits.clone(), written))
}

/// A year in Chinese numerals: 二〇二二.
fn in_chinese(year: u64) -> String {
    let sign = |c: char| c.to_digit(10).and_then(|d| "〇一二三四五六七八九".chars().nth(d as usize)).unwrap_or(c);
    year.to_string().chars().map(sign).collect()
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::{finds, mends};

    /// A report of 2022 with a part, a paragraph and the opening.
    fn draft(heading: &str, text: &str, opening: &str) -> String {
        format!(
            r#"{{"nianbao": 1, "form": "national-2021", "year": 2022, "office": {{"name": "某县财政局"}}, "opening": ["{opening}"], "narrative": [{{"heading": "{heading}", "body": ["{text}"]}}]}}"#
        )
    }

    #[track_caller]
    fn draws(heading: &str, text: &str, quote: &str, right: &str) {
        let json = draft(heading, text, "");
        let identity = format!("F04:narrative.0.body.0#{quote}");
        finds("F04", &json, &[&identity]);
        let after = mends(&identity, &json);
        assert_eq!(after.narrative()[0].body[0].paragraph(), Some(text.replacen(quote, right, 1).as_str()));
    }

    #[track_caller]
    fn is_silent(heading: &str, text: &str) {
        finds("F04", &draft(heading, text, ""), &[]);
    }

    #[test]
    fn a_sentence_of_an_earlier_report() {
        let part = "一、总体情况";
        draws(part, "2021年，我局共主动公开政府信息6条。", "2021年", "2022年");
        draws(part, "2021年，某县财政局坚持以公开为常态。", "2021年", "2022年");
        draws(part, "（一）主动公开。2021年，全局主动公开政府信息6条，比上年增加2条。", "2021年", "2022年");
        draws(part, "截至2021年12月31日，主动公开政府信息6条。", "2021年", "2022年");
        draws(part, "我局2021年度共受理公开申请1件，已答复。", "2021年度", "2022年度");
        draws(part, "二〇二一年，我局主动公开政府信息6条。", "二〇二一年", "二〇二二年");
        draws(part, "2023年，我局共主动公开政府信息6条。", "2023年", "2022年");
        draws(part, "好。2021年，财政局依法公开。", "2021年", "2022年");
        draws(part, "2021年，为确保公开，我局建立制度。", "2021年", "2022年");
        draws(part, "持续推进，2021年全局共公开信息6条。", "2021年", "2022年");
        draws(part, "2021年共收到申请3件，分别属于两类。", "2021年", "2022年");
        draws(part, "2021年，无收取信息处理费情况。", "2021年", "2022年");
        draws(part, "一是主动公开。2021年通过网站公开信息126条，同比增长5%。", "2021年", "2022年");
        draws(part, "二是依申请公开。2021年收到申请0件，无上年结转。", "2021年", "2022年");
        draws(part, "2021年公开68条。", "2021年", "2022年");
        draws("六、其他需要报告的事项", "收取信息处理费情况：2021年本机关收费0元。", "2021年", "2022年");
        draws("六、其他需要报告的事项", "2021年度，本分局未收取任何费用。", "2021年度", "2022年度");
        draws(part, "2021年未发生行政复议、行政诉讼。", "2021年", "2022年");
        let part = "五、存在的主要问题及改进情况";
        draws(part, "2021年，我局政府信息公开工作取得了一定成绩，但还存在不足。", "2021年", "2022年");
    }

    #[test]
    fn words_that_only_seem_to_tell_of_another_time() {
        let part = "一、总体情况";
        draws(part, "2021年，我局推进政务公开，增强群众获得感。", "2021年", "2022年");
        draws(part, "2021年，我局线上线下结合推进公开。", "2021年", "2022年");
        draws(part, "2021年，我局共公开信息68条，与上年相比增加2条。", "2021年", "2022年");
        draws(part, "2021年，我关推进公开，提升实效。", "2021年", "2022年");
        draws(part, "按照《条例》要求，2021年，我局扎实推进政府信息公开工作。", "2021年", "2022年");
        draws(part, "2021年为进一步做好公开工作，我局主动公开68条。", "2021年", "2022年");
        draws(part, "2021年1月-12月，我局公开68条。", "2021年", "2022年");
        draws(part, "本机关2021年未产生行政诉讼案件。", "2021年", "2022年");
        draws(part, "2021年行政复议0件、行政诉讼0件。", "2021年", "2022年");
        draws("五、问题及改进情况", "在2022年的工作中，我局将继续做好公开。", "2022年", "2023年");
        for text in [
            "2021年，我局获得先进单位。",
            "2021年，我国颁布《条例》。",
            "2021年，我局线上平台上线。",
            "2021年行政复议案件1件结转，继续办理。",
            "根据2021年审计意见，2021年我局印发制度。",
        ] {
            is_silent(part, text);
        }
        is_silent("五、问题及改进情况", "在2022年的工作中，我局取得成绩。");
    }

    #[test]
    fn the_caption_of_a_table_in_marks_of_a_title() {
        let json = |caption: &str| draft("一、总体情况", caption, "");
        let found = &["F04:narrative.0.body.0#2021年"];
        finds("F04", &json("附件：《某县财政局2021年政府信息公开情况统计表》"), found);
        finds("F04", &json("附件：《某县财政局2022年政府信息公开情况统计表》"), &[]);
        finds("F04", &json("按《2021年政府信息公开情况统计表》样式填报。"), &[]);
    }

    #[test]
    fn both_ends_of_a_year_that_is_not_the_reports() {
        let text = "2021年1月1日至2021年12月31日，本局共主动公开政府信息6条。";
        let json = draft("一、总体情况", text, "");
        finds("F04", &json, &["F04:narrative.0.body.0#2021年", "F04:narrative.0.body.0#2021年~2"]);
        is_silent("一、总体情况", &text.replace("2021", "2022"));
    }

    #[test]
    fn a_plan_that_names_the_report_year() {
        let part = "五、存在的主要问题及改进情况";
        draws(part, "2022年，我局将采取以下措施加以改进。", "2022年", "2023年");
        draws(part, "2021年，我局将继续做好公开。", "2021年", "2023年");
        draws(part, "针对以上问题，2022年我局将做好以下工作：加强领导。", "2022年", "2023年");
        draws(part, "2022年，我局将以群众需求为导向，持续深化公开。", "2022年", "2023年");
        is_silent(part, "2022年，我局将以往年度的文件作为重点清理。");
        is_silent(part, "2023年，我局将采取以下措施加以改进。");
        is_silent(part, "2022年，我局将政府信息公开工作纳入年度考核，取得一定成绩。");
        is_silent("一、总体情况", "2022年，我局将继续公开作为重点，公开3条。");
        let json = |heading: &str| draft(heading, "好。", "");
        for (heading, quote) in [("七、2022年重点工作安排", "2022年"), ("七、2021年工作计划", "2021年")]
        {
            let identity = format!("F04:narrative.0.heading#{quote}");
            finds("F04", &json(heading), &[&identity]);
            let after = mends(&identity, &json(heading));
            assert_eq!(after.narrative()[0].heading, heading.replace(quote, "2023年"));
        }
        let listed = draft("一、概述", "好。", "由“概述”、“2022年重点工作安排”等两个部分组成。");
        finds("F04", &listed, &["F04:opening.0#2022年"]);
        for heading in ["七、2023年重点工作安排", "七、2022年重点工作安排落实情况", "一、2022年工作情况"]
        {
            finds("F04", &json(heading), &[]);
        }
        finds("F04", &json("一、2021年主动公开情况"), &["F04:narrative.0.heading#2021年"]);
    }

    #[test]
    fn the_title_of_another_years_report() {
        let wrong = draft("一、总体情况", "好。", "我局编制了《某县财政局2021年政府信息公开工作年度报告》。");
        finds("F04", &wrong, &["F04:opening.0#2021年"]);
        mends("F04:opening.0#2021年", &wrong);
        for opening in [
            "我局编制了《某县财政局2022年政府信息公开工作年度报告》。",
            "根据《关于做好2021年政府信息公开工作年度报告的通知》编制。",
            "按照《某县财政局2021年政府信息公开工作年度报告》所列问题整改。",
        ] {
            finds("F04", &draft("一、总体情况", "好。", opening), &[]);
        }
        let presented = draft("一、总体情况", "好。", "现公布某县财政局2021年政府信息公开工作年度报告。");
        finds("F04", &presented, &["F04:opening.0#2021年"]);
        let before = draft("一、总体情况", "好。", "已于上年编制2021年政府信息公开工作年度报告。");
        finds("F04", &before, &[]);
        is_silent("一、总体情况", "编制并公布《某县财政局2021年政府信息公开工作年度报告》。");
    }

    #[test]
    fn the_reports_own_title_before_the_form_prescribes_it() {
        let json =
            |title: &str| format!(r#"{{"nianbao": 1, "form": "narrative-2008", "year": 2017, "title": "{title}"}}"#);
        finds("F04", &json("某县财政局2016年政府信息公开年度报告"), &["F04:title#2016年"]);
        let after = mends("F04:title#2016年", &json("某县财政局2016年政府信息公开年度报告"));
        assert_eq!(after.own_title(), "某县财政局2017年政府信息公开年度报告");
        finds("F04", &json("2017年度政府信息公开年度报告"), &[]);
        finds("F04", &draft("一、总体情况", "好。", ""), &[]);
    }

    #[test]
    fn a_year_that_is_none() {
        draws("一、总体情况", "202022年，我局公开3条。", "202022年", "2022年");
        finds("F04", &draft("一、总体情况", "2202年公开3条。", ""), &["F04:narrative.0.body.0#2202年"]);
        finds("F04", &draft("一、概述", "好。", "统计期限自2022年1月1日起至202022年12月31日止。"), &[]);
    }

    #[test]
    fn years_in_allowed_places() {
        for text in [
            "2022年，我局主动公开政府信息6条，比2021年的4条增加2条，2021年为4条。",
            "2021年共公开4条，2022年共公开6条。",
            "上年（2021年）共收到申请2件。与2021年相比，增加2件。较2020年下降。",
            "公开了2022年政府预算、2021年政府决算，2021年度部门决算信息全部公开。",
            "2021年公开信息4条。2022年公开信息6条。2021年度，市财政局获评优秀。",
            "2021年通过一致性评价的药品信息公开12条。2021年，国务院办公厅印发通知后，我局公开信息。",
            "2020年我局开通公众号，现有粉丝3000人。2020年本局建成查阅点。",
            "2021年我局政府信息公开工作存在的解读形式单一问题已得到改善。",
            "按时公布2021年政府信息公开工作年度报告。",
            "落实《“十四五”规划（2021-2025年）》和2021年要点，文化规划2021—2035年。",
            "自2008年以来，我局累计公开政府信息600条。2019年4月3日修订的《条例》施行。",
            "2019年，机构改革后我局组建，2012年成立。",
            "收到申请3件，其中2021年结转1件，结转2023年1件，结转至2023年继续办理。",
            "2021年3月，我局印发制度。截至2021年底，全县有网站1个。",
            "根据国办函〔2020〕109号、国务院令第711号，2021年，国务院办公厅印发要点。",
            "2023年1月20日",
            "下一步，2023年我局将公开3条。2023年，全局将共建平台，公开信息20条。",
            "对2021年存在的问题进行整改。2021年，我局主动公开不及时，已整改到位。",
            "庆祝建党100周年、改革开放1978年以来40周年。",
            "党的二十届二中、三中全会，2035年远景目标，二〇三五年远景目标纲要。",
        ] {
            is_silent("一、总体情况", text);
        }
        is_silent("六、2021年问题整改情况", "好。");
    }
}
