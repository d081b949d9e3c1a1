//! The sentences of made-up reports. Every test is data: figures and text in, sentences with their places out.

use super::{Spot, Suggestion, Telling, suggestions};
use crate::draft::{Draft, Place};
use crate::facts::{Case, Facts};
use crate::form::Row;
use crate::value::Date;

fn open(json: &str) -> Draft {
    Draft::from_json(json).unwrap_or_else(|refused| panic!("{refused}\n{json}")).draft
}

fn of(draft: &Draft, last: Option<&Draft>) -> Vec<Suggestion> {
    let today = Date::new(i32::from(draft.year()) + 1, 3, 6).expect("a day");
    suggestions(&Facts::new(Case { last, ..Case::new(draft, today) }))
}

/// A draft of a form with these members.
fn draft(form: &str, year: u16, members: &str) -> Draft {
    open(&format!(r#"{{"nianbao": 1, "form": "{form}", "year": {year}, {members}}}"#))
}

/// The figures of table three, all applicants being 自然人: new, carried in, granted, denied, closed, carried out. The others are
/// blank, and where it balances they can only be zero.
fn applications(counts: [u64; 6]) -> String {
    let rows = ["new", "carried_in", "granted", "denied.internal", "total", "carried_out"];
    let cells = rows.iter().zip(counts).flat_map(|(row, count)| {
        ["natural", "total"].map(|column| format!(r#""applications.{row}.{column}": {count}"#))
    });
    cells.collect::<Vec<_>>().join(", ")
}

/// A report of the newest form with figures and the paragraphs of its overview.
fn national(figures: &str, body: &[&str]) -> Draft {
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
fn narrative(members: &str, body: &str) -> Draft {
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
fn says(draft: &Draft, telling: Telling, expected: &[&str]) {
    let all = of(draft, None);
    let own = all.iter().filter(|suggestion| suggestion.telling == telling);
    let wordings: Vec<&str> = own.flat_map(|s| &s.wordings).map(|wording| wording.text.as_str()).collect();
    assert_eq!(wordings, expected, "{telling:?}");
}

/// Holds the place of a suggestion to this.
#[track_caller]
fn stands(draft: &Draft, telling: Telling, spot: Option<Spot>) {
    let found = of(draft, None).into_iter().find(|suggestion| suggestion.telling == telling);
    assert_eq!(found.map(|suggestion| suggestion.spot), spot, "{telling:?}");
}

#[test]
fn applications_received() {
    let received = |new, carried| national(&applications([new, carried, new + carried, 0, new + carried, 0]), &[]);
    says(&received(0, 0), Telling::Received, &["2024年，未收到政府信息公开申请。", "全年没有收到政府信息公开申请。"]);
    says(
        &received(41, 0),
        Telling::Received,
        &["2024年，新收政府信息公开申请41件。", "全年新收政府信息公开申请41件，无上年结转申请。"],
    );
    says(
        &received(41, 2),
        Telling::Received,
        &["2024年，新收政府信息公开申请41件，上年结转2件。", "全年新收政府信息公开申请41件，另有上年结转2件。"],
    );
    says(
        &received(0, 2),
        Telling::Received,
        &["2024年，未收到新的政府信息公开申请，上年结转2件。", "全年没有收到新的政府信息公开申请，上年结转2件。"],
    );
    // A blank is not 0.
    says(&national("", &[]), Telling::Received, &[]);
    says(&national(r#""applications.new.total": 41"#, &[]), Telling::Received, &[]);
    let huge = 9_007_199_254_740_991;
    let huge = received(huge, 0);
    says(
        &huge,
        Telling::Results,
        &[
            "办结政府信息公开申请9007199254740991件，予以公开9007199254740991件。",
            "全年办结政府信息公开申请9007199254740991件，予以公开9007199254740991件。",
        ],
    );
}

#[test]
fn what_became_of_them() {
    let report =
        |carried_out| national(&applications([41, 2, 30, 13 - carried_out, 43 - carried_out, carried_out]), &[]);
    let first = |draft: &Draft, telling| {
        let found = of(draft, None).into_iter().find(|suggestion| suggestion.telling == telling);
        found.and_then(|suggestion| Some(suggestion.wordings.first()?.text.clone())).unwrap_or_default()
    };
    assert_eq!(first(&report(0), Telling::Results), "办结政府信息公开申请43件，其中予以公开30件，不予公开13件。");
    let two = report(2);
    assert_eq!(
        first(&two, Telling::Results),
        "办结政府信息公开申请41件，其中予以公开30件，不予公开11件；结转下年度继续办理2件。"
    );
    says(&two, Telling::CarriedOut, &[]);
    // Results that do not make their total are told by nobody.
    let torn = national(&applications([41, 2, 30, 5, 41, 2]), &[]);
    says(&torn, Telling::Results, &[]);
    assert_eq!(first(&torn, Telling::CarriedOut), "结转下年度继续办理政府信息公开申请2件。");
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
fn documents_and_decisions() {
    let figures = |issued: u32, repealed: u32, in_force: u32| {
        format!(
            r#""proactive.normative.issued": {issued}, "proactive.normative.repealed": {repealed},
            "proactive.normative.in_force": {in_force}, "proactive.licences.decisions": 8412,
            "proactive.penalties.decisions": 0, "proactive.coercion.decisions": 37, "proactive.fees.amount": "86.40""#
        )
    };
    let report = national(&figures(3, 2, 17), &[]);
    says(
        &report,
        Telling::Documents,
        &[
            "2024年，制发行政规范性文件3件，废止2件，现行有效17件。",
            "全年制发行政规范性文件3件，废止2件，现行有效17件。",
        ],
    );
    says(
        &report,
        Telling::Decisions,
        &["2024年，作出行政许可决定8412件，行政强制决定37件。", "全年依法作出行政许可决定8412件、行政强制决定37件。"],
    );
    says(&report, Telling::Charges, &["2024年，收取行政事业性收费86.4万元。", "全年收取行政事业性收费86.4万元。"]);
    says(&report, Telling::Rules, &[]);
    says(
        &national(&figures(0, 0, 0), &[]),
        Telling::Documents,
        &["2024年，没有制发行政规范性文件。", "全年未制发行政规范性文件。"],
    );
    let first = "2024年，没有制发行政规范性文件，现行有效5件。";
    says(&national(&figures(0, 0, 5), &[]), Telling::Documents, &[first, "全年没有制发行政规范性文件，现行有效5件。"]);
}

#[test]
fn reviews_and_suits() {
    let report = |review: u32| {
        national(
            &format!(
                r#""disputes.review.upheld": {review}, "disputes.review.corrected": 0, "disputes.review.other": 1,
                "disputes.review.pending": 0, "disputes.direct.total": 0, "disputes.after_review.total": 0"#
            ),
            &[],
        )
    };
    says(
        &report(6),
        Telling::Reviews,
        &[
            "2024年，因政府信息公开被申请行政复议7件，其中结果维持6件，其他结果1件。",
            "全年发生政府信息公开行政复议7件，其中结果维持6件、其他结果1件。",
        ],
    );
    says(
        &report(6),
        Telling::Suits,
        &["2024年，未发生因政府信息公开引起的行政诉讼。", "全年没有发生政府信息公开行政诉讼案件。"],
    );
}

#[test]
fn the_fee_can_be_told_where_nobody_asked() {
    let told = ["2024年，未收取政府信息公开信息处理费。", "本年度没有产生政府信息公开信息处理费。"];
    let nobody = national(&applications([0, 0, 0, 0, 0, 0]), &[]);
    says(&nobody, Telling::HandlingFee, &told);
    stands(&nobody, Telling::HandlingFee, Some(Spot::Between(1, 0)));
    says(&national(&applications([1, 0, 1, 0, 1, 0]), &[]), Telling::HandlingFee, &[]);
    says(&national(&applications([0, 0, 0, 0, 0, 0]), &["未收取信息处理费。"]), Telling::HandlingFee, &[]);
}

#[test]
fn published_and_how_much_more() {
    let figures = r#""figures": {"disclosed.total": 88}"#;
    let history = |before: u32| format!(r#"{figures}, "history": {{"disclosed.total": {{"2016": {before}}}}}"#);
    says(
        &narrative(&history(45), ""),
        Telling::Disclosed,
        &[
            "2017年，主动公开政府信息88条，比上年的45条增长95.6%。",
            "全年主动公开政府信息88条，比2016年的45条增加43条，增长95.6%。",
            "2017年，主动公开政府信息88条。",
        ],
    );
    let fell = "2017年，主动公开政府信息88条，比上年的90条下降2.2%。";
    assert_eq!(of(&narrative(&history(90), ""), None)[0].wordings[0].text, fell);
    let plain = ["2017年，主动公开政府信息88条。", "全年主动公开政府信息88条。"];
    for members in [figures, &history(0), &history(88)] {
        says(&narrative(members, ""), Telling::Disclosed, &plain);
    }
    // Said, but not how much more: the sentence goes on where the number stands.
    let said = narrative(&history(45), r#""公开的数量。全年主动公开政府信息88条。", "好。""#);
    says(&said, Telling::Disclosed, &[]);
    says(&said, Telling::Growth, &["比2016年的45条增加43条，增长95.6%。", "比上年的45条增长95.6%。"]);
    stands(&said, Telling::Growth, Some(Spot::End(Place::Body(1, 0))));
    for said in ["全年主动公开政府信息88条。同比增幅％。", "全年主动公开政府信息88条。其中公告12条。"]
    {
        says(&narrative(&history(45), &format!("\"{said}\"")), Telling::Growth, &[]);
    }
}

#[test]
fn the_figures_of_the_statistic_form() {
    let report = narrative(
        r#""figures": {"normative.issued": 0, "disclosed.normative": 0, "channel.gazette": 0, "channel.website": 88,
        "channel.weibo": 0, "channel.wechat": 22, "channel.other": 0, "requests.received": 3, "requests.in_person": 1,
        "requests.fax": 0, "requests.online": 2, "requests.letter": 0, "charges.amount": 0, "review.total": 0,
        "lawsuit.total": 2, "lawsuit.upheld": 1, "lawsuit.corrected": 0, "lawsuit.other": 1},
        "proposals": [{"category": "社会事业", "count": 6, "closed": 6}, {"category": "农林水", "count": 2, "closed": 1}]"#,
        "",
    );
    says(&report, Telling::Documents, &["2017年，没有制发规范性文件。", "全年没有制发规范性文件。"]);
    says(
        &report,
        Telling::Channels,
        &[
            "从公开渠道看，政府网站公开政府信息88条，政务微信公开政府信息22条。",
            "全年通过政府网站公开政府信息88条，通过政务微信公开政府信息22条。",
        ],
    );
    says(&report, Telling::Received, &["2017年，收到政府信息公开申请3件。", "全年共收到政府信息公开申请3件。"]);
    says(
        &report,
        Telling::Applicants,
        &[
            "收到政府信息公开申请3件，其中当面申请1件，网络申请2件。",
            "全年收到政府信息公开申请3件，其中当面申请1件、网络申请2件。",
        ],
    );
    says(
        &report,
        Telling::Charges,
        &["2017年，没有收取依申请公开政府信息费用。", "全年没有发生依申请公开政府信息收费。"],
    );
    says(
        &report,
        Telling::Suits,
        &[
            "2017年，因政府信息公开被提起行政诉讼2件，其中结果维持1件，其他结果1件。",
            "全年发生政府信息公开行政诉讼2件，其中结果维持1件、其他结果1件。",
        ],
    );
    says(
        &report,
        Telling::Proposals,
        &["2017年，承办人大代表建议、政协委员提案8件，已办结7件。", "全年办理建议、提案8件，已办结7件。"],
    );
    let places = [
        (Telling::Documents, 1),
        (Telling::Received, 1),
        (Telling::Suits, 2),
        (Telling::Charges, 3),
        (Telling::Proposals, 4),
    ];
    for (telling, part) in places {
        stands(&report, telling, Some(Spot::Between(part, 0)));
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
fn a_growth_of_applications_is_told_of_many() {
    let [last, few] = [30, 29].map(|new| {
        open(&format!(
            r#"{{"nianbao": 1, "form": "national-2021", "year": 2023, "figures": {{{}}}}}"#,
            applications([new, 0, new, 0, new, 0])
        ))
    });
    let this = national(&applications([41, 0, 41, 0, 41, 0]), &[]);
    let grown = "2024年，收到政府信息公开申请41件，比上年的30件增长36.7%。";
    let wordings = |last: &Draft| {
        let all = of(&this, Some(last));
        let own = all.into_iter().filter(|suggestion| suggestion.telling == Telling::Received);
        own.flat_map(|suggestion| suggestion.wordings).map(|wording| wording.text).collect::<Vec<_>>()
    };
    assert!(wordings(&last).iter().any(|wording| wording == grown), "{:?}", wordings(&last));
    assert!(!wordings(&few).iter().any(|wording| wording.contains("上年的")));
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
