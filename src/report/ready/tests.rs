//! The list of what is ready, on reports of all editions.

use super::*;
use crate::rules::{Reviewed, check_all};

fn draft(json: &str) -> Draft {
    Draft::from_json(json).unwrap_or_else(|refused| panic!("{refused}")).draft
}

fn list_beside(draft: &Draft, last: Option<&Draft>, is_kept: bool) -> Vec<Line> {
    let today = Date::new(i32::from(draft.year()) + 1, 1, 20).expect("a day");
    let case = Case { last, ..Case::new(draft, today) };
    let found = check_all(&case);
    let reviewed = Reviewed::of(draft, &found);
    let statuses: Vec<Status> = (0..found.len()).map(|at| reviewed.status(at)).collect();
    let found: Vec<(&Finding, &Status)> = found.iter().zip(&statuses).collect();
    let lines = readiness(&case, &found, is_kept);
    for line in &lines {
        // What is not done says where it is done, and where a finding is meant there is one.
        assert!(line.standing == Standing::Done || line.way.is_some(), "{line:?}");
        if let Some(Way::Finding(at)) = line.way {
            assert!(found[at].1.is_open(), "{line:?}");
        }
    }
    lines
}

fn list(json: &str) -> Vec<Line> {
    list_beside(&draft(json), None, true)
}

#[track_caller]
fn line<'a>(lines: &'a [Line], name: &str) -> &'a Line {
    lines.iter().find(|line| line.name == name).unwrap_or_else(|| panic!("{name}: {lines:#?}"))
}

const CLEAN: [&str; 3] = [
    include_str!("../../../tests/core/reports/clean-2024.nianbao.json"),
    include_str!("../../../tests/core/reports/clean-2020.nianbao.json"),
    include_str!("../../../tests/core/reports/clean-2017.nianbao.json"),
];

#[test]
fn a_faultless_report_of_any_edition_is_ready() {
    for json in CLEAN {
        let lines = list(json);
        assert_eq!(verdict(&lines), "可以交了", "{lines:#?}");
        assert_eq!(line(&lines, "各表填完").standing, Standing::Done);
        assert_eq!(line(&lines, "强制性问题").words, "0 处");
        let unkept = list_beside(&draft(json), None, false);
        assert_eq!(verdict(&unkept), "还差 1 项");
        assert_eq!(line(&unkept, "保存").way, Some(Way::Keep));
    }
}

#[test]
fn of_a_new_report_everything_is_missing() {
    for (form, year) in [("national-2021", 2023), ("national-2019", 2020)] {
        let lines = list(&format!(r#"{{"nianbao": 1, "form": "{form}", "year": {year}}}"#));
        for name in ["单位信息", "各表填完", "强制性问题", "各部分文字", "成文日期"] {
            assert_eq!(line(&lines, name).standing, Standing::Open, "{name}");
        }
        assert_eq!(line(&lines, "表内平衡").standing, Standing::Wanting);
        assert!(matches!(line(&lines, "各表填完").way, Some(Way::To(Place::Cell(_)))));
        assert_eq!(line(&lines, "单位信息").way, Some(Way::To(Place::Office(OfficeField::Name))));
    }
    // Before 2019 a report need not print the statistic form.
    let own = list(r#"{"nianbao": 1, "form": "narrative-2008", "year": 2017}"#);
    assert!(own.iter().all(|line| line.name != "各表填完" && line.name != "表内平衡"), "{own:#?}");
}

#[test]
fn an_address_bars_nothing() {
    let lines =
        list(r#"{"nianbao": 1, "form": "national-2021", "year": 2023, "office": {"name": "某局", "phone": "1"}}"#);
    let office = line(&lines, "单位信息");
    assert_eq!((office.standing, office.words.as_str()), (Standing::Wanting, "没有写地址"));
}

#[test]
fn a_column_out_of_balance_leads_to_its_finding() {
    let json = CLEAN[0].replacen(r#""applications.new.natural": "#, r#""applications.new.natural": 9"#, 1);
    assert_ne!(json, CLEAN[0]);
    let lines = list(&json);
    let balance = line(&lines, "表内平衡");
    assert_eq!(balance.standing, Standing::Open, "{lines:#?}");
    assert!(matches!(balance.way, Some(Way::Finding(_))));
    assert_ne!(verdict(&lines), "可以交了");
}

#[test]
fn one_empty_part_is_named_and_several_are_counted() {
    let with = |bodies: [&str; 2]| {
        let [one, two] = bodies;
        let parts =
            format!(r#"[{{"heading": "一、概述", "body": [{one}]}}, {{"heading": "二、问题", "body": [{two}]}}]"#);
        list(&format!(r#"{{"nianbao": 1, "form": "narrative-2008", "year": 2012, "narrative": {parts}}}"#))
    };
    let one = with([r#""已公开。""#, ""]);
    assert_eq!(line(&one, "各部分文字").words, "没有写：二、问题");
    assert_eq!(line(&one, "各部分文字").way, Some(Way::To(Place::Body(1, 0))));
    assert_eq!(line(&with(["", ""]), "各部分文字").words, "有 2 个部分没有写");
    assert_eq!(line(&with([r#""已公开。""#, r#""人手不足。""#]), "各部分文字").standing, Standing::Done);
}

#[test]
fn a_text_like_last_years_is_measured_beside_its_limit() {
    let this = draft(CLEAN[0]);
    let alike = list_beside(&this, Some(&this), true);
    let alike = line(&alike, "与上年重复率");
    assert_eq!((alike.standing, alike.words.as_str()), (Standing::Open, "100%，限度 50%"));
    let alone = list_beside(&this, None, true);
    assert!(alone.iter().all(|line| line.name != "与上年重复率"));
}

#[test]
fn local_requirements_are_a_line_where_they_were_chosen() {
    let with = |topic: &str| {
        list(&format!(
            r#"{{"nianbao": 1, "form": "national-2021", "year": 2023,
            "settings": {{"pack": {{"name": "某市要求", "topics": [{{"name": "{topic}"}}]}}}},
            "narrative": [{{"heading": "一、总体情况", "body": ["开展培训。"]}}]}}"#
        ))
    };
    let open = with("政策解读");
    assert_eq!(line(&open, "本地要求").words, "“某市要求”有 1 处没有做到");
    assert!(matches!(line(&open, "本地要求").way, Some(Way::Finding(_))));
    assert_eq!(line(&with("培训"), "本地要求").standing, Standing::Done);
    let without = list(r#"{"nianbao": 1, "form": "national-2021", "year": 2023}"#);
    assert!(without.iter().all(|line| line.name != "本地要求"));
}
