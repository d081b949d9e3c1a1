//! What made-up reports are suggested, and where. Every test is data: figures and text in, sentences with their places out.

use super::{Spot, Suggestion, Telling, suggestions};
use crate::draft::{Draft, Place};
use crate::facts::{Case, Facts};
use crate::form::Row;
use crate::value::Date;

pub(super) fn open(json: &str) -> Draft {
    Draft::from_json(json).unwrap_or_else(|refused| panic!("{refused}\n{json}")).draft
}

pub(super) fn of(draft: &Draft, last: Option<&Draft>) -> Vec<Suggestion> {
    let today = Date::new(i32::from(draft.year()) + 1, 3, 6).expect("a day");
    suggestions(&Facts::new(Case { last, ..Case::new(draft, today) }))
}

/// A draft of a form with these members.
pub(super) fn draft(form: &str, year: u16, members: &str) -> Draft {
    open(&format!(r#"{{"nianbao": 1, "form": "{form}", "year": {year}, {members}}}"#))
}

/// The figures of table three, all applicants being 自然人: new, carried in, granted, denied, closed, carried out. The others are
/// blank, and where it balances they can only be zero.
pub(super) fn applications(counts: [u64; 6]) -> String {
    let rows = ["new", "carried_in", "granted", "denied.internal", "total", "carried_out"];
    let cells = rows.iter().zip(counts).flat_map(|(row, count)| {
        ["natural", "total"].map(|column| format!(r#""applications.{row}.{column}": {count}"#))
    });
    cells.collect::<Vec<_>>().join(", ")
}

/// A report of the newest form with figures and the paragraphs of its overview.
pub(super) fn national(figures: &str, body: &[&str]) -> Draft {
    let body: Vec<String> = body.iter().map(|text| format!("\"{text}\"")).collect();
    draft(
        "national-2021",
        2024,
        &format!(
            r#""figures": {{{figures}}}, "narrative": [{{"heading": "一、总体情况", "body": [{}]}},
            {{"heading": "六、其他需要报告的事项"}}]"#,
            body.join(", ")
        ),
    )
}

/// A report up to 2018 with these members beside its parts.
pub(super) fn narrative(members: &str, body: &str) -> Draft {
    draft(
        "narrative-2008",
        2017,
        &format!(
            r#"{members}, "narrative": [{{"heading": "一、基本工作情况"}}, {{"heading": "二、主动公开政府信息情况", "body": [{body}]}},
            {{"heading": "三、行政复议和诉讼情况"}}, {{"heading": "四、政府信息公开的收费情况"}}, {{"heading": "五、建议提案办理情况"}}]"#
        ),
    )
}

/// Holds the wordings of a suggestion to these; none where it is not made.
#[track_caller]
pub(super) fn says(draft: &Draft, telling: Telling, expected: &[&str]) {
    let all = of(draft, None);
    let own = all.iter().filter(|suggestion| suggestion.telling == telling);
    let wordings: Vec<&str> = own.flat_map(|s| &s.wordings).map(|wording| wording.text.as_str()).collect();
    assert_eq!(wordings, expected, "{telling:?}");
}

/// Holds the place of a suggestion to this.
#[track_caller]
pub(super) fn stands(draft: &Draft, telling: Telling, spot: Option<Spot>) {
    let found = of(draft, None).into_iter().find(|suggestion| suggestion.telling == telling);
    assert_eq!(found.map(|suggestion| suggestion.spot), spot, "{telling:?}");
}

#[test]
fn what_the_text_says_is_not_suggested() {
    let figures = applications([41, 2, 30, 11, 41, 2]);
    let bodies = [
        ("全年收到政府信息公开申请41件。", Telling::Received),
        // Wrong as it is, the rules have their say.
        ("全年收到政府信息公开申请40件。", Telling::Received),
        ("共受理政府信息公开申请43件，均按期办理。", Telling::Received),
        ("政府信息公开申请中，予以公开30件，不予公开11件。", Telling::Results),
        ("未发生政府信息公开行政复议、行政诉讼。", Telling::Disputes),
    ];
    let figures = format!(
        r#"{figures}, "disputes.review.total": 0, "disputes.direct.total": 0, "disputes.after_review.total": 0"#
    );
    for (text, telling) in bodies {
        let has = |draft: &Draft| of(draft, None).iter().any(|suggestion| suggestion.telling == telling);
        assert!(has(&national(&figures, &["依法做好各项工作。"])), "{telling:?}");
        assert!(!has(&national(&figures, &[text])), "{text}");
    }
}

#[test]
fn a_sentence_goes_to_the_paragraph_of_its_topic() {
    let figures = applications([41, 2, 30, 11, 41, 2]);
    let spot = |body: &[&str]| {
        let all = of(&national(&figures, body), None);
        all.iter().find(|suggestion| suggestion.telling == Telling::Received).map(|suggestion| suggestion.spot)
    };
    let end = |m| Some(Spot::End(Place::Body(0, m)));
    let between = |m| Some(Spot::Between(0, m));
    assert_eq!(spot(&["（一）主动公开。好。", "（二）依申请公开。做好答复。", "（三）管理。好。"]), end(1));
    assert_eq!(spot(&["（一）主动公开", "好。", "（二）依申请公开", "做好答复。", "1.及时。", "（三）管理"]), end(4));
    assert_eq!(spot(&["（一）主动公开", "（二）依申请公开", "（三）管理"]), between(2));
    assert_eq!(spot(&["做好主动公开。", "规范办理依申请公开。", "加强监督。"]), end(1));
    assert_eq!(spot(&["做好主动公开。", "予以公开政府信息公开申请30件。", "依申请公开有序。"]), end(1));
    assert_eq!(spot(&["（一）主动公开。好。", "（二）其他。"]), between(2));
    assert_eq!(spot(&["总的情况"]), between(1));
    assert_eq!(spot(&[]), between(0));
    let nowhere = draft(
        "national-2021",
        2024,
        &format!(r#""figures": {{{figures}}}, "narrative": [{{"heading": "五、存在的主要问题及改进情况"}}]"#),
    );
    assert!(of(&nowhere, None).is_empty());
}

#[test]
fn what_came_over_from_last_year_is_worded_otherwise() {
    let report = national(&applications([41, 0, 41, 0, 41, 0]), &[]);
    let report = report.with_last_year_text(vec!["2024年，新收政府信息公开申请30件。".to_owned()]);
    says(&report, Telling::Received, &["全年新收政府信息公开申请41件，无上年结转申请。"]);
}

#[test]
fn a_figure_knows_its_cells() {
    let report = national(&applications([41, 2, 30, 11, 41, 2]), &[]);
    let received = of(&report, None).into_iter().find(|suggestion| suggestion.telling == Telling::Received);
    let wording = received.and_then(|suggestion| suggestion.wordings.into_iter().next()).expect("a wording");
    let form = report.form().expect("a form");
    let cell = |row| form.application_total(row).map(Place::Cell).into_iter().collect::<Vec<_>>();
    let figures: Vec<(&str, Vec<Place>)> =
        wording.figures.iter().map(|figure| (&wording.text[figure.span.clone()], figure.places.clone())).collect();
    assert_eq!(figures, [("41", cell(Row::New)), ("2", cell(Row::CarriedIn))]);
}

#[test]
fn a_form_from_elsewhere_is_not_spoken_for() {
    let strange = draft("national-2099", 2024, r#""narrative": [{"heading": "一、总体情况"}]"#);
    assert!(of(&strange, None).is_empty());
}
