//! F05: a name in the place of the office's own is another's, or has a wrong letter, or lacks a level in the title.

use std::ops::Range;

use super::elsewhere::elsewhere;
use super::f03_title_not_the_forms::{is_prescribed, right_change};
use super::nearly_own::Nearly;
use super::office_name::{
    Relation, drops_level, is_any_other, is_foreign, is_han, is_renamed, relation, signs_as_other,
};
use super::office_title::Title;
use super::own_role::{makers, offices_in_own_role};
use super::teller::{other_self, teller};
use crate::draft::{OfficeField, Place};
use crate::facts::{Facts, Passage};
use crate::rules::{Change, Finding, Rule, Severity, Sink, When};
use crate::text::{Sense, near};

pub(super) static RULE: Rule = Rule {
    id: "F05",
    title: "单位名称前后不一",
    why: "题目、正文、落款用同一个单位名称。看题目，看编制单位、联系单位、本单位指南和目录的名称、落款，也看全文有没有把单位全称写错、写漏、写倒一个字。\
          别处同类单位的全称（青禾县的报告写着白河县应急管理局），列为核实性问题。正文里用简称、“我局”“本区”，写上级单位和其他单位，都不算。",
    example: "财政局的报告写着编制了《平潭县经贸局政府信息公开指南》。",
    when: When::Pause,
    check,
};

/// How far a name may stand from the words that make it the office's own, in bytes.
const REACH: usize = 120;

fn check(facts: &Facts, found: &mut Sink) {
    let case = &facts.case;
    let prose = facts.prose();
    let own = case.draft.office(OfficeField::Name).trim();
    if own.is_empty() {
        return;
    }
    of_title(facts, own, found);
    let nearly = Nearly::of(own);
    let signed = prose.parts.last().map(|part| part.body.iter().rev().take(2)).into_iter().flatten();
    let signed: Vec<Place> = signed.map(|passage| passage.place).collect();
    for passage in prose.passages() {
        let text = passage.text();
        let in_own_role = offices_in_own_role(passage);
        let mut spans = nearly.as_ref().map(|nearly| nearly.occurrences(text)).unwrap_or_default();
        spans.extend(foreign(passage, own));
        spans.extend(teller(passage, own));
        let name = |span: &Range<usize>| text.get(span.clone()).unwrap_or_default();
        let is_misnamed = |span: &&Range<usize>| is_foreign(own, name(span)) || is_renamed(own, name(span));
        spans.extend(in_own_role.iter().filter(is_misnamed).cloned());
        // Who made the report, or publishes it, is the office itself, of whatever kind another one is.
        let makers: Vec<Range<usize>> = makers(passage).into_iter().chain(before_year(passage)).collect();
        spans.extend(makers.iter().filter(|span| is_any_other(own, name(span))).cloned());
        let line = text.len() - text.trim_start().len()..text.trim_end().len();
        let is_signed = signed.contains(&passage.place);
        if is_signed && (is_foreign(own, text) || is_renamed(own, text.trim()) || signs_as_other(own, text.trim())) {
            spans.push(line.clone());
        }
        spans.sort_by_key(|span| (span.start, span.end));
        spans.dedup_by(|one, other| one.start < other.end);
        let own_places = in_own_role.into_iter().chain(makers).chain(is_signed.then_some(line));
        let is_dropped =
            |span: &Range<usize>| drops_level(own, name(span)) && !spans.iter().any(|other| other.start == span.start);
        let mut dropped: Vec<Range<usize>> = own_places.filter(is_dropped).collect();
        dropped.sort_by_key(|span| span.start);
        dropped.dedup();
        let likely = elsewhere(passage, own).into_iter();
        let likely = likely.filter(|span| !spans.iter().any(|other| other.start < span.end && span.start < other.end));
        found.extend(likely.map(|span| likely_left(passage, own, span)));
        found.extend(spans.into_iter().map(|span| reported(passage, own, span)));
        found.extend(dropped.into_iter().map(|span| lacking(passage, own, span)));
        found.extend(other_self(passage, own).map(|(span, right)| misnamed_self(passage, own, span, right)));
    }
}

fn of_title(facts: &Facts, own: &str, found: &mut Sink) {
    let (case, passage) = (&facts.case, facts.title());
    let written = passage.text();
    let title = Title::of(written);
    if title.name.is_empty() || !title.has_other_name(own, is_prescribed(case.draft.year())) {
        return;
    }
    let span = written.find(&title.name).map_or(0..written.len(), |at| at..at + title.name.len());
    let prescribed = is_prescribed(case.draft.year());
    let change = if prescribed { right_change(facts) } else { Change::words(passage, span.clone(), own) };
    // A level that is dropped is the same office's name, as it is elsewhere.
    let is_shortened = relation(own, &title.name) == Relation::Shortened;
    let severity = if is_shortened { Severity::Warning } else { Severity::Error };
    let mut finding = Finding::new(RULE.id, severity, Place::Title, "题目中的单位名称与单位全称不同")
        .saying(format!("题目写的是“{}”，单位全称是“{own}”。", title.name))
        .quoting(passage, span)
        .resting_on(case.draft, [Place::Office(OfficeField::Name)])
        .mended_by(format!("题目用“{own}”"), change);
    finding.concerns.clear();
    found.push(finding);
}

fn reported(passage: &Passage, own: &str, span: Range<usize>) -> Finding {
    let words = passage.reading.words(span.clone());
    Finding::new(RULE.id, Severity::Error, passage.place, "单位名称与全称不同")
        .saying(format!("这里写的是“{words}”，单位全称是“{own}”。"))
        .quoting(passage, span.clone())
        .mended_by(format!("改为“{own}”"), Change::words(passage, span, own))
}

/// The full name of a like office in another place, which may be there with good reason.
fn likely_left(passage: &Passage, own: &str, span: Range<usize>) -> Finding {
    let words = passage.reading.words(span.clone());
    Finding::new(RULE.id, Severity::Warning, passage.place, "可能是别的单位的名称")
        .saying(format!("这里写的是“{words}”，单位全称是“{own}”。说的确是那个单位的，可保留。"))
        .quoting(passage, span.clone())
        .mended_by(format!("改为“{own}”"), Change::words(passage, span, own))
}

/// A word by which the office calls itself what it is not.
fn misnamed_self(passage: &Passage, own: &str, span: Range<usize>, right: String) -> Finding {
    let words = passage.reading.words(span.clone());
    Finding::new(RULE.id, Severity::Error, passage.place, "自称与单位名称不同")
        .saying(format!("这里写的是“{words}”，单位全称是“{own}”。"))
        .quoting(passage, span.clone())
        .mended_by(format!("改为“{right}”"), Change::words(passage, span, right))
}

/// A name that lacks the office's own level.
fn lacking(passage: &Passage, own: &str, span: Range<usize>) -> Finding {
    let words = passage.reading.words(span.clone());
    Finding::new(RULE.id, Severity::Warning, passage.place, "单位名称少写了一级")
        .saying(format!("这里写的是“{words}”，单位全称是“{own}”。"))
        .quoting(passage, span.clone())
        .mended_by(format!("改为“{own}”"), Change::words(passage, span, own))
}

/// Names of other offices where the office's own must stand.
fn foreign(passage: &Passage, own: &str) -> Vec<Range<usize>> {
    let text = passage.text();
    let mut found: Vec<Range<usize>> = Vec::new();
    for words in ["编制本报告", "编制了本报告", "编制20", "编制了20"] {
        found.extend(before_words(text, words).filter(|span| words.ends_with("报告") || presents(text, span.end)));
    }
    found.extend(before_year(passage));
    found.retain(|span| text.get(span.clone()).is_some_and(|name| is_foreign(own, name)));
    found
}

/// Whether a report of a year is what is made from a position on.
fn presents(text: &str, at: usize) -> bool {
    let window = near(text, &(at..text.len()), at, 96);
    let words = text.get(window).unwrap_or_default();
    let words = words.split(['。', '，', '；']).next().unwrap_or_default();
    words.contains("信息公开") && words.contains("报告")
}

/// The names right before words: from the mark before them.
fn before_words<'t>(text: &'t str, words: &'t str) -> impl Iterator<Item = Range<usize>> + 't {
    text.match_indices(words).filter_map(|(at, _)| Some(run_before(text, at)?..at))
}

/// Where the run of Chinese characters that ends at a position begins.
fn run_before(text: &str, at: usize) -> Option<usize> {
    let window = near(text, &(0..at), at, REACH);
    let before = text.get(window.clone())?;
    let run = before.rfind(|c| !is_han(c)).and_then(|mark| Some(mark + before.get(mark..)?.chars().next()?.len_utf8()));
    Some(window.start + run.unwrap_or(0))
}

/// Names in 某局2022年政府信息公开工作年度报告, where this report is presented.
fn before_year<'p>(passage: &'p Passage) -> impl Iterator<Item = Range<usize>> + 'p {
    let text = passage.text();
    let years = passage.reading.numbers.iter().filter(|number| number.sense == Sense::Year);
    years.filter_map(move |year| {
        let after = passage.reading.words(near(text, &(year.span.end..text.len()), year.span.end, 90));
        let after = after.trim_start_matches('度');
        let is_report = after.starts_with("政府信息公开") && after.contains("报告");
        let start = run_before(text, year.span.start)?;
        let words = text.get(start..year.span.start)?;
        let presents = ["现将", "编制", "形成", "特公布", "公布", "公开", "发布", "就"];
        let cut = presents.iter().filter_map(|word| words.rfind(word).map(|at| at + word.len())).max()?;
        is_report.then_some(start + cut..year.span.start)
    })
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::{finds, mends};

    fn draft(office: &str, title: &str, year: u16, text: &str) -> String {
        let form = if year > 2020 { "national-2021" } else { "narrative-2008" };
        format!(
            r#"{{"nianbao": 1, "form": "{form}", "year": {year}, "office": {{"name": "{office}"}}, "title": "{title}", "narrative": [{{"heading": "一、总体情况", "body": ["{text}"]}}]}}"#
        )
    }

    #[track_caller]
    fn draws(office: &str, text: &str, quote: &str) {
        let json = draft(office, "", 2022, text);
        let identity = format!("F05:narrative.0.body.0#{quote}");
        finds("F05", &json, &[&identity]);
        let after = mends(&identity, &json);
        let mended = after.narrative()[0].body[0].paragraph();
        assert_eq!(mended, Some(text.replacen(quote, office, 1).as_str()));
    }

    #[test]
    fn another_offices_name_left_standing() {
        let own = "平潭县财政局";
        draws(own, "按要求编制了《平潭县经贸局政府信息公开指南（试行）》，并公布。", "平潭县经贸局");
        draws(own, "本报告由平潭县经贸局编制。", "平潭县经贸局");
        draws(own, "如有疑问，请与平潭县经贸局联系。", "平潭县经贸局");
        draws(own, "根据要求，平潭县经贸局编制本报告。", "平潭县经贸局");
        draws(own, "现将平潭县经贸局2022年政府信息公开工作年度报告公布如下：", "平潭县经贸局");
        draws("青山县柳河镇人民政府", "请与青山县柳树镇人民政府联系。", "青山县柳树镇人民政府");
        draws("某市兴隆街道办事处", "如有疑问，请与建国街道党政办公室联系。", "建国街道");
        draws(own, "本年度报告根据《政府信息公开条例》要求，由平潭县经贸局编制。", "平潭县经贸局");
        draws(own, "本报告由平潭县经贸局按照《条例》编制。", "平潭县经贸局");
        draws(own, "平潭县经贸局编制了2022年政府信息公开工作年度报告。", "平潭县经贸局");
        draws(own, "平潭县经贸局", "平潭县经贸局");
    }

    #[test]
    fn other_offices_in_the_places_of_the_own() {
        let own = "青禾县青山镇人民政府";
        draws(own, "通过“白河县青石镇人民政府”微信公众号公开3条。", "白河县青石镇人民政府");
        draws(own, "2022年，青石镇认真落实条例。", "青石镇");
        draws("青禾县消防救援大队", "本报告由青禾县应急管理局编制。", "青禾县应急管理局");
        draws("青禾县自然资源和规划局", "更新了《青禾县自然资源局政府信息公开指南》。", "青禾县自然资源局");
        draws("青禾县人力资源和社会保障局", "2022年，青禾县人力资源和社会保局公开3条。", "青禾县人力资源和社会保局");
        draws("临江市兴隆街道办事处", "临江兴市隆街道办事处公开3条。", "临江兴市隆街道办事处");
        for (own, text) in [
            ("蜀山区教育体育局", "2022年蜀山区教体局公开3条。"),
            ("临江市东湖街道办事处", "2022年度东湖街道办事处公开3条。"),
            ("临江市公安局渝东区分局", "区公安分局主动公开3条。"),
            ("沙塘镇人民政府", "开平市沙塘镇公开3条。"),
            ("浑南区国有资产监督管理局", "现公布区政府国资局2022年政府信息公开工作年度报告。"),
            ("青禾县财政局", "除青禾县审计局主动公开的信息外，可以申请。"),
        ] {
            finds("F05", &draft(own, "", 2022, text), &[]);
        }
    }

    #[test]
    fn a_wrong_letter() {
        draws("临江市市场监督管理局", "2022年，临江市市场监督管埋局公开3条。", "临江市市场监督管埋局");
        draws("临江市兴隆街道办事处", "临江市兴隆街道办亊处公开3条。", "临江市兴隆街道办亊处");
    }

    #[test]
    fn the_title() {
        let own = "青山县柳河镇人民政府";
        for (name, year) in [("青山县柳树镇人民政府", 2022), ("柳河镇人民政府", 2022), ("青山县柳树镇人民政府", 2015)]
        {
            let json = draft(own, &format!("{name}{year}年政府信息公开工作年度报告"), year, "好。");
            let identity = format!("F05:title#{name}");
            finds("F05", &json, &[&identity]);
            let after = mends(&identity, &json);
            assert!(after.title().starts_with(own));
        }
        for (title, year) in [
            ("青山县柳河镇人民政府2022年政府信息公开工作年度报告", 2022),
            ("2022年政府信息公开工作年度报告", 2022),
            ("柳河镇2017年政府信息公开年度报告", 2017),
            ("", 2022),
        ] {
            finds("F05", &draft(own, title, year, "好。"), &[]);
        }
    }

    #[test]
    fn short_names_and_other_bodies_are_no_fault() {
        for (office, text) in [
            (
                "临江市兴隆街道办事处",
                "兴隆街道公开3条，我街在市档案局设查阅点，《临江市兴隆街道政府信息公开目录》更新了。",
            ),
            ("邹城市唐村镇人民政府", "唐村镇政府编制2022年政府信息公开年度报告。请与唐村镇党政办公室联系。"),
            (
                "平潭综合实验区财政金融局",
                "请与平潭综合实验区财政金融局办公室联系，区财政金融局楼层大厅，省财厅，党工委管委会。",
            ),
            (
                "平潭县财政局",
                "按照《平潭县经贸局政府信息公开指南》的做法，会同平潭县民政局、平潭县审计局开展检查，由平潭县审计局编制规划。",
            ),
            ("平潭县财政局", "本报告由平潭县人民政府办公室编制，请与平潭县政务服务和数据管理局联系。"),
            (
                "青山县人民政府",
                "由青山县人民政府办公室汇总各乡镇人民政府和县政府各部门的年度报告编制。请与青山县档案局联系。",
            ),
            (
                "平潭县财政局",
                "公布平潭县财政局2022年政府信息公开工作年度报告，学习平潭县民政局2021年政府信息公开工作年度报告。",
            ),
        ] {
            finds("F05", &draft(office, "", 2022, text), &[]);
        }
        finds("F05", &draft("", "某县财政局2022年政府信息公开工作年度报告", 2022, "请与某县财政局联系。"), &[]);
    }
}
