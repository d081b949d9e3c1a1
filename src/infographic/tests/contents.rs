//! What is told.

use super::*;
use crate::infographic::{MainNumber, Section, Topic};

fn numbers(told: &Infographic) -> Vec<String> {
    let said = |n: &MainNumber| format!("{} {} {} {}", n.name, n.value, n.unit, n.note);
    told.numbers.iter().map(|number| said(number).trim_end().to_owned()).collect()
}

#[track_caller]
fn section(told: &Infographic, topic: Topic) -> &Section {
    told.sections.iter().find(|section| section.topic == topic).unwrap_or_else(|| panic!("no {topic:?}"))
}

fn bars(section: &Section) -> Vec<(&str, i64)> {
    section.marks.iter().map(|mark| (mark.label.as_str(), mark.value.unwrap_or(-1))).collect()
}

fn boxes(told: &Infographic) -> Vec<(&str, &str)> {
    told.boxes.iter().map(|closing| (closing.title.as_str(), closing.note.as_str())).collect()
}

#[test]
fn a_street_of_the_present_form() {
    let told = told("national-2021", 2023, STREET);
    assert_eq!(told.headline, "2023年政府信息公开，一张图看懂");
    assert_eq!(told.period, "2023年1月1日—12月31日");
    assert_eq!(told.source, "数字与《城东街道办事处2023年政府信息公开工作年度报告》相同，报告全文见政府网站。");
    assert_eq!(
        numbers(&told),
        [
            "主动公开的信息 326 条 比上年多 39 条，增长 13.6%",
            "收到的公开申请 24 件 另有上年转来 1 件",
            "已经办结 24 件 共要办理 25 件",
            "转到下一年 1 件 2024年继续办理"
        ]
    );
    let trend = section(&told, Topic::Trend);
    assert_eq!(
        (trend.title.as_str(), trend.sentence.as_str()),
        ("五年公开了多少", "2023年主动公开326条，是五年里最多的一年。")
    );
    let growth: Vec<&str> = trend.marks.iter().map(|mark| mark.growth.as_str()).collect();
    assert_eq!(growth, ["—", "+17.0%", "+23.0%", "−5.9%", "+13.6%"]);
    let strong: Vec<bool> = trend.marks.iter().map(|mark| mark.is_strong).collect();
    assert_eq!(strong, [false, false, false, false, true]);
    let channels = section(&told, Topic::Channels);
    assert_eq!(channels.sentence, "326条都通过政府网站公开，其中一部分也发在别处。");
    assert_eq!(channels.note, "同一条信息可以发在几个地方，两项不能相加。没有通过政务微博公开。");
    let applicants = section(&told, Topic::Applicants);
    assert_eq!(bars(applicants), [("个人", 19), ("企业", 3), ("法律服务机构", 2)]);
    assert_eq!(applicants.note, "没有科研机构、社会公益组织和其他组织的申请。");
    let outcomes = section(&told, Topic::Outcomes);
    assert_eq!(
        outcomes.sentence,
        "收到24件，加上上年转来的1件，共25件：办结24件，转到下一年1件；全部公开和公开一部分的17件。"
    );
    assert_eq!(
        bars(outcomes),
        [("全部公开", 14), ("公开一部分", 3), ("不予公开", 1), ("没有这份信息", 5), ("申请人没有补正", 1)]
    );
    assert_eq!(boxes(&told), [("行政复议 1 件", "结果维持"), ("没有行政诉讼", "全年没有发生")]);
}

#[test]
fn a_township_of_the_form_on_trial() {
    let told = told("national-2019", 2020, TOWNSHIP);
    assert_eq!(
        numbers(&told),
        [
            "新公开的规范性文件 2 件 已公开 9 件",
            "行政许可决定 46 件",
            "收到的公开申请 40 件",
            "已经办结 40 件 没有转到下一年的"
        ]
    );
    let documents = section(&told, Topic::Documents);
    assert_eq!(documents.title, "公开了哪些文件");
    assert_eq!(documents.sentence, "全年新公开规范性文件2件，没有新公开规章。");
    let decisions = section(&told, Topic::Decisions);
    assert_eq!(decisions.sentence, "全年作出处理决定164件，其他对外管理服务事项最多，有118件，占72.0%。");
    assert_eq!(decisions.note, "没有作出行政处罚和行政强制决定。");
    assert_eq!(section(&told, Topic::Applicants).sentence, "40件都是个人申请的。");
    let outcomes = section(&told, Topic::Outcomes);
    assert_eq!(bars(outcomes), [("全部公开", 30), ("不予处理", 8), ("其他处理", 2)]);
    assert_eq!(outcomes.sentence, "收到40件：办结40件；全部公开的30件，占75.0%。");
    assert!(told.boxes.is_empty(), "nothing was said of reviews: {:?}", told.boxes);
}

#[test]
fn an_office_of_the_statistic_form() {
    let told = told("narrative-2008", 2017, OFFICE);
    assert_eq!(
        numbers(&told),
        ["主动公开的信息 88 条", "收到的公开申请 12 件", "已经答复 12 件", "办理的建议、提案 8 件 办结 7 件"]
    );
    let trend = section(&told, Topic::Trend);
    assert_eq!((trend.title.as_str(), trend.sentence.as_str()), ("三年公开了多少", "2017年主动公开88条。"));
    assert_eq!(bars(trend), [("2015年", 64), ("2016年", -1), ("2017年", 88)]);
    assert_eq!(trend.note, "标“—”的年份没有数。");
    assert_eq!(section(&told, Topic::Channels).sentence, "88条都通过政府网站公开。");
    let ways = section(&told, Topic::Ways);
    assert_eq!(bars(ways), [("当面", 2), ("网络", 10)]);
    assert_eq!(
        (ways.sentence.as_str(), ways.note.as_str()),
        ("12件里，网络申请的最多，有10件。", "没有传真和信函申请。")
    );
    let outcomes = section(&told, Topic::Outcomes);
    assert_eq!(outcomes.sentence, "收到12件：答复12件；全部公开和公开一部分的7件。");
    assert_eq!(bars(outcomes), [("本来就已公开", 3), ("全部公开", 6), ("公开一部分", 1), ("没有这份信息", 2)]);
    assert_eq!(section(&told, Topic::Proposals).sentence, "建议、提案共8件，办结7件。");
    assert_eq!(
        boxes(&told),
        [
            ("没有收费", "全年没有收取信息公开费用"),
            ("没有行政复议", "全年没有发生"),
            ("行政诉讼 3 件", "维持 2 件，纠正 1 件")
        ]
    );
}

#[test]
fn while_nothing_is_filled_in_it_says_what_to_fill_in() {
    for (form, year) in
        [("national-2021", 2023), ("national-2019", 2020), ("narrative-2008", 2017), ("national-2099", 2099)]
    {
        let why = of(&draft(form, year, r#""office": {"name": "某局"}"#), None).expect_err("nothing to show");
        assert!(why.ends_with('。'), "{why}");
        assert_eq!(why.contains("统计表"), form == "narrative-2008", "{why}");
        assert_eq!(why.contains("表二"), form.ends_with("21") || form.ends_with("19"), "{why}");
    }
    // What is no number counts as blank.
    let words = r#""figures": {}, "unread": {"applications.new.natural": "约20"}"#;
    assert!(of(&draft("national-2021", 2023, words), None).is_err());
}

#[test]
fn nought_is_said_in_words() {
    let zero = r#""figures": {"disclosed.total": 0, "requests.received": 0, "review.total": 0, "lawsuit.total": 0,
        "channel.website": 0, "complaints.total": 0}, "history": {"disclosed.total": {"2016": 0}}"#;
    let told = told("narrative-2008", 2017, zero);
    assert!(told.numbers.is_empty() && told.sections.is_empty(), "{told:?}");
    assert_eq!(boxes(&told).map_titles(), ["没有主动公开的信息", "没有收到公开申请", "没有行政复议", "没有行政诉讼"]);
    let fallen = r#""history": {"disclosed.total": {"2016": 8, "2017": 0}}"#;
    let told = super::told("narrative-2008", 2017, fallen);
    assert_eq!(section(&told, Topic::Trend).sentence, "2017年没有主动公开，比上年少8条。");
}

trait Titles<'a> {
    fn map_titles(&self) -> Vec<&'a str>;
}

impl<'a> Titles<'a> for Vec<(&'a str, &'a str)> {
    fn map_titles(&self) -> Vec<&'a str> {
        self.iter().map(|(title, _)| *title).collect()
    }
}

#[test]
fn a_total_of_which_a_part_is_blank_is_left_out() {
    let part = r#""figures": {"applications.new.natural": 3, "proactive.normative.issued": 2}"#;
    let told = told("national-2021", 2023, part);
    assert_eq!(numbers(&told), ["制发的行政规范性文件 2 件"]);
    assert!(told.boxes.is_empty());
    let topics: Vec<Topic> = told.sections.iter().map(|section| section.topic).collect();
    assert_eq!(topics, [Topic::Documents]);
    // Results that are not all there, and do not make the total, are no chart.
    let part = r#""figures": {"replies.total": 9, "replies.granted": 2}"#;
    assert!(super::told("narrative-2008", 2017, part).sections.is_empty());
    let whole = r#""figures": {"replies.total": 9, "replies.granted": 9}"#;
    assert_eq!(super::told("narrative-2008", 2017, whole).sections.len(), 1);
}

#[test]
fn under_thirty_cases_there_are_no_shares() {
    let with = |count: i64| {
        let members = format!(
            r#""figures": {{"applications.new.natural": {count}, "applications.new.legal": 1, "applications.new.total": {0},
            "applications.carried_in.total": 0, "applications.granted.total": 1, "applications.partial.total": {count},
            "applications.total.total": {0}, "applications.carried_out.total": 0}}"#,
            count + 1
        );
        told("national-2021", 2023, &members).words()
    };
    let (few, many) = (with(28), with(29));
    assert!(few.contains("29件里") && !few.contains('占') && !few.contains('%'), "{few}");
    assert!(many.contains("30件里，个人申请的最多，有29件，占96.7%。"), "{many}");
}

#[test]
fn last_years_report_gives_the_year_before() {
    let (this, last) = (draft("national-2021", 2023, STREET), draft("national-2021", 2022, STREET));
    let without =
        STREET.replace("\"history\"", "\"x\"").replace(": 24", ": 64").replace("natural\": 19", "natural\": 59");
    let this_year = draft("national-2021", 2023, &without.replace("carried_in.total\": 1", "carried_in.total\": 0"));
    let told =
        of(&this_year, Some(&draft("national-2021", 2022, &without.replace(": 64", ": 40")))).expect("a picture");
    let trend = section(&told, Topic::Trend);
    assert_eq!(
        (trend.title.as_str(), trend.sentence.as_str()),
        ("两年收到多少申请", "2023年收到申请64件，比上年多24件。")
    );
    assert_eq!(bars(trend), [("2022年", 40), ("2023年", 64)]);
    assert!(
        numbers(&told).contains(&"收到的公开申请 64 件 比上年多 24 件，增长 60.0%".to_owned()),
        "{:?}",
        told.numbers
    );
    // The foot says which figures are not of the report that it names.
    assert!(told.source.contains("上年的取自上年报告"), "{}", told.source);
    assert!(!of(&this_year, None).expect("a picture").source.contains("上年"));
    // A report of another year is none of last year's.
    assert_eq!(of(&this, Some(&this)), of(&this, None));
    assert!(of(&this, Some(&last)).is_ok());
}

#[test]
fn a_fee_is_told_where_the_report_tells_it() {
    let fee = |members: &str| {
        let told = told("narrative-2008", 2017, members);
        told.boxes.into_iter().map(|closing| closing.title).collect::<Vec<_>>()
    };
    assert_eq!(fee(r#""figures": {"charges.amount": "0.50", "disclosed.total": 1}"#), ["收费 0.5 万元"]);
    assert!(fee(r#""figures": {"disclosed.total": 1}"#).is_empty());
    let text = r#""figures": {"disclosed.total": 1}, "narrative": [{"heading": "四、收费情况", "body": ["2017年没有收取政府信息公开费用。"]}]"#;
    assert_eq!(fee(text), ["没有收费"]);
}
