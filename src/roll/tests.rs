//! The new year as a whole.

use super::{
    Likeness, Marks, Progress, confirming, left_by_part, likeness, next_year, paragraphs, standing, untouched,
};
use crate::draft::{CellValue, Draft, Edit, Item, Place, Splice};
use crate::form::{Key, forms};

fn open(json: &str) -> Draft {
    Draft::from_json(json).unwrap_or_else(|refused| panic!("{refused}")).draft
}

fn report(form: &str, year: u16, members: &str) -> Draft {
    open(&format!(
        r#"{{"nianbao": 1, "id": "old", "form": "{form}", "year": {year},
        "office": {{"name": "某县财政局", "kind": "department", "phone": "0591-1"}}, {members}}}"#
    ))
}

fn next(last: &Draft) -> Draft {
    next_year(last, "new".to_owned()).expect("a year to come")
}

fn figure(draft: &Draft, name: &str) -> Option<String> {
    draft.figure(Key::parse(name)?).map(|figure| figure.to_string())
}

#[test]
fn what_carries_over() {
    let last = report(
        "national-2021",
        2022,
        r#""title": "某县财政局2022年政府信息公开工作年度报告", "published": "2023-01-20",
        "opening": ["2022年的报告。"],
        "figures": {"applications.new.natural": 9, "applications.carried_out.natural": 2, "applications.carried_out.business": 0,
            "applications.carried_out.research": 1, "proactive.normative.in_force": 7},
        "history": {"disclosed.total": {"2021": 5}},
        "proposals": [{"category": "农林水", "count": 2, "closed": 2}],
        "narrative": [{"heading": "一、总体情况", "body": ["2022年，我局公开3条。", {"chart": "trend", "caption": "2022年统计图"}]}],
        "reviewed": [{"finding": "N04:disclosed.total", "verdict": "accepted"}],
        "settings": {"submit_by": "2023-01-20", "likeness": 40, "rules_power": true}, "unread": {"channel.wechat": "约20"}"#,
    );
    let draft = next(&last);
    let json = draft.to_json();
    assert_eq!((draft.id(), draft.year(), draft.form_name()), ("new", 2023, last.form_name()));
    assert_eq!(draft.own_title(), "某县财政局2023年政府信息公开工作年度报告");
    assert!(json.contains("0591-1") && json.contains(r#""kind": "department""#));
    assert_eq!(figure(&draft, "applications.carried_in.natural").as_deref(), Some("2"));
    assert_eq!(figure(&draft, "applications.carried_in.business").as_deref(), Some("0"));
    assert_eq!(figure(&draft, "applications.carried_in.research").as_deref(), Some("1"));
    // A column that last year left blank is blank; the total is computed.
    for blank in ["carried_in.welfare", "carried_in.total", "new.natural", "carried_out.natural"] {
        assert_eq!(figure(&draft, &format!("applications.{blank}")), None, "{blank}");
    }
    assert_eq!(figure(&draft, "proactive.normative.in_force"), None);
    assert!(json.contains(r#""2021": 5"#));
    assert_eq!(draft.proposals().len(), 1);
    assert!(!json.contains("count") && draft.published().is_none());
    assert!(draft.reviewed().is_empty() && draft.unread().is_empty());
    assert!(
        json.contains("2024-01-20") && json.contains(r#""likeness": 40"#) && json.contains(r#""rules_power": true"#)
    );
    assert_eq!(draft.narrative()[0].body[0].paragraph(), Some("2023年，我局公开3条。"));
    assert!(json.contains("2023年统计图"));
    assert_eq!(draft.last_year_text().sentences, ["2023年的报告。", "2023年，我局公开3条。"]);
}

#[test]
fn a_total_that_was_stated_comes_over_as_stated() {
    let last = |members: &str| report("national-2021", 2022, &format!(r#""figures": {{{members}}}"#));
    let total = |members: &str| figure(&next(&last(members)), "applications.carried_in.total");
    assert_eq!(total(r#""applications.carried_out.total": 4"#).as_deref(), Some("4"));
    let columns = ["natural", "business", "research", "welfare", "legal", "other"];
    let cells = columns.map(|column| format!(r#""applications.carried_out.{column}": 1"#)).join(", ");
    assert_eq!(total(&cells), None);
    assert_eq!(total(&format!(r#"{cells}, "applications.carried_out.total": 6"#)), None);
    assert_eq!(total(&format!(r#"{cells}, "applications.carried_out.total": 5"#)).as_deref(), Some("5"));
}

#[test]
fn the_number_of_items_goes_on() {
    let last = report(
        "national-2019",
        2019,
        r#""figures": {"proactive.licences.previous": 120, "proactive.licences.change": -5}"#,
    );
    assert_eq!(figure(&next(&last), "proactive.licences.previous").as_deref(), Some("115"));
}

#[test]
fn the_history_takes_last_years_figure() {
    let last = report(
        "narrative-2008",
        2016,
        r#""figures": {"disclosed.total": 45}, "history": {"disclosed.total": {"2015": 64}}"#,
    );
    let draft = next(&last);
    let past = |year| draft.past(Key::parse("disclosed.total").unwrap(), year).map(|figure| figure.to_string());
    assert_eq!((past(2015).as_deref(), past(2016).as_deref(), past(2017)), (Some("64"), Some("45"), None));
    // What the history says itself stands.
    let said = report(
        "narrative-2008",
        2016,
        r#""figures": {"disclosed.total": 45}, "history": {"disclosed.total": {"2016": 46}}"#,
    );
    assert_eq!(
        next(&said).past(Key::parse("disclosed.total").unwrap(), 2016).map(|f| f.to_string()).as_deref(),
        Some("46")
    );
}

/// Between two editions the new year's headings stand, and no sentence of last year's is lost.
#[test]
fn every_edition_goes_on_into_its_next_year() {
    let forms: Vec<_> = forms().iter().collect();
    for form in &forms {
        let year = form.years.1.min(2098);
        let body = |n: usize| format!(r#""{year}年，我局做了第{n}件不同的事。""#);
        let headings = form.headings_of(year);
        let parts: Vec<String> = headings
            .iter()
            .enumerate()
            .map(|(n, heading)| {
                format!(
                    r#"{{"heading": "{heading}", "body": [{}, {{"table": "statistics"}}, {{"table": "history"}}]}}"#,
                    body(n)
                )
            })
            .collect();
        let last = report(form.draft_name, year, &format!(r#""narrative": [{}]"#, parts.join(", ")));
        let draft = next(&last);
        let new = draft.form().expect("a form");
        let found: Vec<String> = draft.narrative().iter().map(|part| part.heading.clone()).collect();
        assert_eq!(found[..new.headings.len()], new.headings_of(year + 1), "{}", form.name);
        let said = draft.narrative().iter().flat_map(|part| &part.body).filter_map(Item::paragraph);
        assert_eq!(
            said.filter(|text| text.contains(&format!("{}年，我局", year + 1))).count(),
            headings.len(),
            "{}",
            form.name
        );
        let json = draft.to_json();
        assert_eq!(json.matches(r#""table": "history""#).count(), headings.len());
        let has_statistics = new.tables.iter().any(|table| table.id.name() == "statistics");
        assert_eq!(json.contains(r#""table": "statistics""#), has_statistics, "{}", form.name);
        // The same words are one sentence.
        assert_eq!(
            Progress::of(&draft),
            Progress { all: 1, left: headings.len(), confirmed: 0, rewritten: 0 },
            "{}",
            form.name
        );
    }
}

#[test]
fn a_report_of_tables_alone_gets_the_headings() {
    let draft = next(&report("national-2021", 2022, r#""figures": {"applications.new.natural": 9}"#));
    assert_eq!(draft.narrative().len(), draft.form().unwrap().headings.len());
    assert_eq!(Progress::of(&draft), Progress::default());
}

#[test]
fn where_there_is_no_next_year() {
    assert!(next_year(&report("national-2021", 2100, r#""opening": []"#), String::new()).is_none());
    assert!(next_year(&report("national-2050", 2022, r#""opening": []"#), String::new()).is_none());
}

fn rolled() -> Draft {
    next(&report(
        "national-2021",
        2022,
        r#""narrative": [{"heading": "一、总体情况", "body": ["（一）主动公开。2022年公开365条；开展解读。", "举办培训4期。"]},
        {"heading": "五、问题", "body": ["没有其他事项。"]}]"#,
    ))
}

#[track_caller]
fn left(draft: &Draft, expected: &[&str]) {
    let marks = Marks::of(draft);
    let mut found = Vec::new();
    for text in paragraphs(draft) {
        found.extend(marks.of_text(text).into_iter().map(|span| text[span].to_owned()));
    }
    assert_eq!(found, expected);
    assert_eq!(Progress::of(draft).left, expected.len());
}

#[test]
fn a_mark_goes_with_its_words_and_not_with_a_year_or_a_figure() {
    let mut draft = rolled();
    left(&draft, &["2023年公开365条；", "开展解读。", "举办培训4期。", "没有其他事项。"]);
    let write = |draft: &mut Draft, text: &str| draft.apply(Edit::SetText(Place::Body(0, 0), text.to_owned()));
    write(&mut draft, "（一）主动公开。2024年公开 18 条；开展解读。");
    left(&draft, &["2024年公开 18 条；", "开展解读。", "举办培训4期。", "没有其他事项。"]);
    let inverse = write(&mut draft, "（一）主动公开。2023年公开18条；制作图解三十件。");
    left(&draft, &["2023年公开18条；", "举办培训4期。", "没有其他事项。"]);
    assert_eq!(Progress::of(&draft).rewritten, 1);
    // Taken back, the sentence is last year's again.
    draft.apply(inverse);
    left(&draft, &["2024年公开 18 条；", "开展解读。", "举办培训4期。", "没有其他事项。"]);
}

#[test]
fn a_figure_is_stale_until_it_is_another() {
    let mut draft = rolled();
    let stale = |draft: &Draft| standing(draft, 9).iter().map(|s| (s.figures, s.stale)).collect::<Vec<_>>();
    assert_eq!(stale(&draft), [(1, 1), (0, 0), (1, 1), (0, 0)]);
    assert_eq!(left_by_part(&draft), [0, 3, 1]);
    draft.apply(Edit::SetText(Place::Body(0, 1), "举办培训6期。".to_owned()));
    assert_eq!(stale(&draft), [(1, 1), (0, 0), (1, 0), (0, 0)]);
    let sentence = "2024年公开365条；";
    let stale = Marks::of(&draft).stale_figures(sentence);
    assert_eq!(stale.into_iter().map(|span| &sentence[span]).collect::<Vec<_>>(), ["365"]);
    assert_eq!(standing(&draft, 2).len(), 2);
}

#[test]
fn how_many_sentences_are_to_be_rewritten() {
    let likeness = |part, whole| {
        let share = crate::text::Share { part, whole };
        Likeness { jaccard: share, dice: share }
    };
    assert_eq!(likeness(63, 100).to_rewrite(50, 14), 2);
    assert_eq!(likeness(100, 100).to_rewrite(50, 46), 16);
    assert_eq!(likeness(49, 100).to_rewrite(50, 14), 0);
    assert_eq!(likeness(0, 0).to_rewrite(0, 0), 0);
}

#[test]
fn a_sentence_that_moves_is_still_last_years() {
    let mut draft = rolled();
    let part = draft.narrative()[0].clone();
    draft.apply(Edit::SpliceParts(Splice::remove(0, 1)));
    draft.apply(Edit::SpliceParts(Splice::insert(1, vec![part])));
    left(&draft, &["没有其他事项。", "2023年公开365条；", "开展解读。", "举办培训4期。"]);
    let text = "举办培训4期。没有其他事项。".to_owned();
    draft.apply(Edit::SpliceBody(0, Splice { at: 0, remove: 1, insert: vec![Item::Paragraph(text)] }));
    left(&draft, &["举办培训4期。", "没有其他事项。", "2023年公开365条；", "开展解读。", "举办培训4期。"]);
}

#[test]
fn a_sentence_is_confirmed_and_taken_back() {
    let mut draft = rolled();
    let before = draft.to_json();
    let inverse = draft.apply(confirming(&draft, " 举办培训4期。"));
    left(&draft, &["2023年公开365条；", "开展解读。", "没有其他事项。"]);
    assert_eq!(Progress::of(&draft), Progress { all: 4, left: 3, confirmed: 1, rewritten: 0 });
    // It stays confirmed where a figure is mended, in the file too.
    draft.apply(Edit::SetText(Place::Body(0, 1), "举办培训6期。".to_owned()));
    let again = open(&draft.to_json());
    left(&again, &["2023年公开365条；", "开展解读。", "没有其他事项。"]);
    draft.apply(Edit::SetText(Place::Body(0, 1), "举办培训4期。".to_owned()));
    draft.apply(inverse);
    assert_eq!(draft.to_json(), before);
}

#[test]
fn how_much_is_untouched() {
    let mut draft = rolled();
    let share = untouched(&draft);
    // 主动公开 with its number is a heading.
    assert_eq!((share.part, share.whole), (27, 32));
    draft.apply(Edit::SpliceBody(0, Splice::remove(0, 2)));
    let rest = untouched(&draft);
    assert_eq!((rest.part, rest.whole), (6, 6));
    draft.apply(Edit::SpliceBody(1, Splice::remove(0, 1)));
    assert_eq!(untouched(&draft).percent(), 0);
}

#[test]
fn likeness_beside_last_year_or_what_came_over() {
    let sentence = "我局坚持以公开为常态、不公开为例外，围绕群众关切公开监督抽检、行政处罚和办事指南，安排专人每日检查栏目更新情况。";
    let body = format!(
        r#""narrative": [{{"heading": "一、总体情况", "body": ["2022年，{sentence}", "举办培训4期，组织解读会议，开展网站检查，答复来信，整理目录，清理文件。"]}}]"#
    );
    let last = report("national-2021", 2022, &body);
    let mut draft = next(&last);
    let both = |draft: &Draft| {
        [likeness(draft, Some(&last)), likeness(draft, None)].map(|l| l.map(|l: Likeness| l.jaccard.percent()))
    };
    assert_eq!(both(&draft), [Some(100), Some(100)]);
    draft.apply(Edit::SetText(
        Place::Body(0, 1),
        "受理申请十八件，均按期办结，编写答复范本，召开座谈会听取企业意见，建成查询平台。".to_owned(),
    ));
    let [with, without] = both(&draft);
    assert!(with.is_some_and(|percent| (30..60).contains(&percent)), "{with:?}");
    assert!(without.is_some_and(|percent| (30..60).contains(&percent)), "{without:?}");
    let empty = report("national-2021", 2022, r#""opening": ["无。"]"#);
    assert_eq!(likeness(&empty, Some(&last)), None);
    let mut blank = draft.clone();
    blank.apply(Edit::SetCell(Place::Cell(Key::parse("applications.new.natural").unwrap()), CellValue::Blank));
    assert_eq!(blank, draft);
}
