//! The sentences word for word, for what each of them tells.

use super::tests::{applications, narrative, national, of, open, says, stands};
use super::{Spot, Telling};
use crate::draft::{Draft, Place};

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
