//! What local requirements find, in each edition.

use crate::draft::{Draft, Pack, known_packs};
use crate::rules::Severity;
use crate::rules::tests::{finds, found, mends};

const FORMS: [(&str, u16); 3] = [("national-2021", 2023), ("national-2019", 2020), ("narrative-2008", 2017)];

fn draft_of(form: &str, year: u16, pack: &str, parts: &str) -> String {
    format!(
        r#"{{"nianbao": 1, "form": "{form}", "year": {year}, "settings": {{"pack": {{{pack}}}}}, "narrative": [{parts}]}}"#
    )
}

fn draft(pack: &str, body: &str) -> String {
    draft_of("national-2021", 2023, pack, &format!(r#"{{"heading": "一、总体情况", "body": [{body}]}}"#))
}

#[test]
fn a_part_longer_or_shorter_than_asked() {
    let most = r#""lengths": [{"part": "总体情况", "most": 8}]"#;
    for (form, year) in FORMS {
        let of =
            |body: &str| draft_of(form, year, most, &format!(r#"{{"heading": "一、总体情况", "body": [{body}]}}"#));
        finds("F12", &of(r#""公开信息12条。""#), &[]);
        finds("F12", &of(r#""公开信息12条，无误。""#), &["F12:narrative.0.heading"]);
        finds("F12", &of(r#""公开信息", "12条，无误。""#), &["F12:narrative.0.heading"]);
    }
    let found = found("F12", &draft(most, r#""公开信息12条，无误。""#));
    assert_eq!(found[0].title, "总体情况超过8字");
    assert_eq!(found[0].words, "按“本地要求”，总体情况应在8字以内，现有10字。");
    assert_eq!(found[0].severity, Severity::Warning);
    let least = r#""lengths": [{"part": "总体情况", "least": 8, "must": false}]"#;
    finds("F12", &draft(least, r#""无误。""#), &["F12:narrative.0.heading"]);
    // What is empty is told by other rules, and a part that is not there too.
    finds("F12", &draft(least, ""), &[]);
    finds("F12", &draft(r#""lengths": [{"part": "五、存在的主要问题", "most": 8}]"#, r#""无误。""#), &[]);
    finds("F12", &draft(r#""lengths": [{"most": 2}]"#, r#""无误。""#), &["F12:opening"]);
}

#[test]
fn topics_that_are_not_told_are_one_finding_of_their_part() {
    let pack = r#""name": "某市要求", "topics": [
        {"name": "政策解读", "part": "总体情况", "words": ["解读"]},
        {"name": "平台", "part": "总体情况", "must": false},
        {"name": "培训"}]"#;
    finds("F12", &draft(pack, r#""发布解读，建好平台，开展培训。""#), &[]);
    let left = found("F12", &draft(pack, r#""全年平稳。""#));
    let titles: Vec<(String, &str, Severity)> =
        left.iter().map(|found| (found.identity(), found.title.as_str(), found.severity)).collect();
    assert_eq!(
        titles,
        [
            ("F12:narrative.0".to_owned(), "没有写政策解读、平台", Severity::Warning),
            ("F12:title".to_owned(), "没有写培训", Severity::Warning)
        ]
    );
    assert_eq!(left[0].words, "按“某市要求”，要写到政策解读、平台（建议）。");
    let advised = found("F12", &draft(pack, r#""发布解读，开展培训。""#));
    assert_eq!((advised.len(), advised[0].severity), (1, Severity::Hint));
    // In a report of parts of its own a part that is asked for is missing by no other rule.
    let own = draft_of("narrative-2008", 2017, pack, r#"{"heading": "一、概述", "body": ["开展培训。"]}"#);
    finds("F12", &own, &["F12:title"]);
}

#[test]
fn a_topic_without_its_number() {
    let pack = r#""topics": [{"name": "政策解读", "words": ["解读"], "count": true}]"#;
    for told in [
        "发布解读12篇。",
        "全年12篇解读。",
        "未制作解读材料。",
        "重视解读。全年发布解读十二篇。",
        "加强网站解读。全年发布3200条。",
        "解读无。",
    ] {
        finds("F12", &draft(pack, &format!(r#""{told}""#)), &[]);
    }
    for without in ["重视解读。公开目录12条。", "2023年做好解读。", "未来加强解读，建成无障碍网站。"]
    {
        finds("F12", &draft(pack, &format!(r#""{without}""#)), &["F12:narrative.0.body.0#解读"]);
    }
}

#[test]
fn headings_beside_the_forms_can_be_put_in() {
    let pack = r#""headings": [{"heading": "年度工作要点落实情况"}]"#;
    let with = |more: &str| {
        draft_of(
            "national-2021",
            2023,
            pack,
            &format!(r#"{{"heading": "一、总体情况", "body": ["全年平稳。"]}}{more}"#),
        )
    };
    finds("F12", &with(r#", {"heading": "二、年度工作要点落实情况"}"#), &[]);
    finds("F12", &with(r#", {"heading": "二、其他", "body": ["（一）年度工作要点落实情况。均已落实。"]}"#), &[]);
    finds("F12", &with(""), &["F12:narrative"]);
    mends("F12:narrative", &with(""));
    let found = found("F12", &with(""));
    assert_eq!(found[0].title, "没有“年度工作要点落实情况”");
}

#[test]
fn dates_and_likeness_are_the_packs_where_the_office_has_set_none() {
    let read = |members: &str, more: &str| {
        let json = format!(
            r#"{{"nianbao": 1, "form": "national-2021", "year": 2023, "office": {{"kind": "township"}}, "published": "2024-01-25",
            "settings": {{"pack": {{{members}}}{more}}}}}"#
        );
        Draft::from_json(&json).unwrap_or_else(|refused| panic!("{refused}")).draft
    };
    let pack = r#""submit_by": "01-20", "publish_by": "01-24", "likeness": 40"#;
    let day = |day: Option<crate::value::Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let draft = read(pack, "");
    assert_eq!((day(draft.submit_by()), day(draft.publish_by())), ("2024-01-20".to_owned(), "2024-01-24".to_owned()));
    assert_eq!(crate::roll::limit(&draft), 40);
    finds("F12", &draft.to_json(), &["F12:published"]);
    finds("Q06", &draft.to_json(), &["Q06:published"]);
    let own = read(pack, r#", "submit_by": "2024-01-26", "publish_by": "2024-01-31", "likeness": 60"#);
    assert_eq!(crate::roll::limit(&own), 60);
    finds("F12", &own.to_json(), &[]);
    finds("Q06", &own.to_json(), &[]);
}

#[test]
fn without_a_pack_or_without_text_nothing_is_asked() {
    finds("F12", r#"{"nianbao": 1, "form": "national-2021", "year": 2023}"#, &[]);
    let pack = r#""topics": [{"name": "政策解读"}], "headings": [{"heading": "附表"}]"#;
    finds("F12", &draft_of("national-2021", 2023, pack, ""), &[]);
}

#[test]
fn the_packs_that_come_with_the_page_ask_for_something() {
    let packs = known_packs();
    assert_eq!(packs.len(), 3);
    for pack in packs {
        assert!(pack.asks() > 0 && !pack.name.is_empty() && !pack.source.is_empty(), "{}", pack.name);
        assert_eq!(Pack::from_json(&pack.to_json()).as_ref(), Ok(pack));
    }
}
