//! Sentences over which other checkers stumble: they draw nothing in any edition.

use std::collections::BTreeSet;

use nianbao::draft::{Draft, Edit, Item, Splice};
use nianbao::facts::Case;
use nianbao::rules::{Finding, Severity, check_all};

use crate::editions::{clean, open};

/// Sentences that state figures of the tables, and are silent where no table says otherwise.
const STATING: [&str; 4] = [
    "本年新收到政府信息公开申请3件，上年结转2件，共办理5件。",
    "无上年结转。制发行政规范性文件12件。",
    "主动公开政府信息1,234件。",
    "上年度收到申请2件，本年度收到0件。",
];

/// Sentences that state none, and are silent in a whole report too.
const OTHERS: [&str; 38] = [
    "办理三十二件，其中建议17件。",
    "向行政复议机关报送材料7件。",
    "落实《法治政府建设实施纲要（2021－2025年）》。",
    "依申请公开信息数354条。",
    "网址：http://www.example.gov.cn，办公时间8:30—17:00，收费59,237.24元。",
    "收到人大代表建议18件、政协提案9件，均已办结。",
    "全年办理行政复议案件234件，受理群众来信120件，办理热线工单3,456件。",
    "开展政务公开培训3场，参训人员120余人次，阅读量3.5万次。",
    "“一网通办”事项由120项增加到150项，平均办理时限压缩为5个工作日。",
    "办公室主任1名、专职人员2名，负责受理政府信息公开申请。",
    "自2008年5月1日《条例》施行以来，累计收到政府信息公开申请300件。",
    "第三季度抽查政务新媒体8个，合格率为100%。",
    "联系电话：0439-5222458，邮编134600，地址：夹心路16号3楼305室。",
    "政务公开占绩效考核总分的4%，得分列全市第2位。",
    "对申请人逾期未补正的，视为放弃申请，不再处理。",
    "如未收到答复，可以在60日内申请行政复议，或者在6个月内提起行政诉讼。",
    "开展“公开日”活动2次，邀请群众代表三十人参加，发放宣传册五百份。",
    "12345政务服务便民热线受理诉求1.2万余件，办结率98.5%。",
    "一是健全制度；二是强化培训；三是严格审查。",
    "审核信息1,024条，其中退回修改37条；转发上级信息210条。",
    "五年来，共收到政府信息公开申请168件，引发行政复议9件、行政诉讼4件。",
    "2015年至2024年，累计收到政府信息公开申请368件，办结368件。",
    "“十四五”期间，累计收到政府信息公开申请350件。",
    "各区县局共收到政府信息公开申请255件。",
    "指导各县（市、区）局办理政府信息公开申请155件。",
    "协助市政府办公室答复政府信息公开申请12件，协助兄弟部门答复15件。",
    "共办理行政复议案件56件，行政应诉案件12件。",
    "共收到行政复议申请18件，其中涉及政府信息公开的没有增加。",
    "制发公文312件，其中主动公开108件，占34.6%；依申请公开95件，占30.4%；不予公开109件，占34.9%。",
    "制发文件89件，其中党委文件22件、政府文件67件，主动公开65件。",
    "截至年底，门户网站累计公开信息36,512条，累计访问量865万人次。",
    "发布微博1,865条、微信推文2,240条，粉丝总数8.6万人。",
    "承办省人大代表建议3件、市政协提案5件，办结率100%。",
    "办理热线工单5,678件，较上年5,000件增长13.6%；满意率98.2%。",
    "没有制定规范性文件的权限，也未因政府信息公开被追究责任。",
    "受理行政许可申请8,501件，办结8,412件，办结率98.95%。",
    "引发行政复议案件1起的，应当在三日内报告。",
    "公开信息1,234条（其中规范性文件13条，政策解读6条，其他1,215条）。",
];

fn findings(draft: &Draft) -> BTreeSet<String> {
    let today = format!("{}-01-20", draft.year() + 1).parse().expect("a day");
    let found = check_all(&Case::new(draft, today));
    found.iter().filter(|f| f.severity != Severity::Hint).map(Finding::identity).collect()
}

#[test]
fn they_draw_nothing() {
    let mut faults = Vec::new();
    for form in crate::forms() {
        let year = clean(form).year();
        let heading = form.headings_of(year).remove(0);
        let bare = open(&format!(
            r#"{{"nianbao": 1, "form": "{}", "year": {year}, "office": {{"name": "临江市兴隆街道办事处", "kind": "street"}},
            "narrative": [{{"heading": "{heading}", "body": ["全年工作平稳。"]}}]}}"#,
            form.draft_name
        ));
        let before = findings(&bare);
        for sentence in STATING.into_iter().chain(OTHERS) {
            faults.extend(
                with(&bare, sentence).difference(&before).map(|found| format!("{} {found}: {sentence}", form.name)),
            );
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn they_draw_nothing_in_a_whole_report() {
    let mut faults = Vec::new();
    for form in crate::forms() {
        let report = clean(form);
        for sentence in OTHERS {
            faults
                .extend(with(&report, sentence).into_iter().map(|found| format!("{} {found}: {sentence}", form.name)));
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// What a report draws with a sentence put into its first part.
fn with(report: &Draft, sentence: &str) -> BTreeSet<String> {
    let mut draft = report.clone();
    draft.apply(Edit::SpliceBody(0, Splice::insert(1, vec![Item::Paragraph(sentence.to_owned())])));
    findings(&draft)
}
