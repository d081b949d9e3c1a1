//! Faults that a sentence brings about, in many wordings.

use nianbao::calc::shown;
use nianbao::draft::{Draft, Edit, Item, OfficeField, Splice};
use nianbao::form::Key;

/// A fault in many wordings. `[a|b]` is either; `<key|key+2>` is the first of the figures that the report has, with what is added to it
/// to make it wrong; `<year-1>` and `<own>` likewise.
pub struct Fault {
    pub rule: &'static str,
    /// The first report year of which it is a fault.
    pub since: u16,
    pub wordings: &'static [&'static str],
}

pub const FAULTS: [Fault; 20] = [
    Fault {
        rule: "N13",
        since: 0,
        wordings: &[
            "[全年|本年度|<year>年，我单位]共[收到|受理|接到]政府信息公开申请<applications.new.total|requests.received+7>件。",
            "[全年|年内]新[收|收到|受理]的政府信息公开申请[共|共计|为]<applications.new.total+7>件。",
            "[从|]上年[度|]结转[的|]政府信息公开申请<applications.carried_in.total+4>件。",
            "[共收到|全年收到]<applications.new.total|requests.received+7>件[公开申请|政府信息公开申请]，均已答复。",
            "政府信息公开申请[办结|答复]<applications.total.total|requests.closed+9>件。",
            "结转下[年度|一年]继续办理的政府信息公开申请[有|共|为]<applications.carried_out.total+3>件。",
            "[制发|印发|出台][行政|]规范性文件<proactive.normative.issued|proactive.normative.made+5>件。",
            "[全年|本年]依法作出行政许可决定<proactive.licences.decisions+5>件。",
            "[全年|本年]依法作出行政处罚决定<proactive.penalties.decisions+5>件。",
        ],
    },
    Fault {
        rule: "N14",
        since: 0,
        wordings: &["[全年|本年度|<year>年，我单位][未收到|没有收到|未接到|未受理]政府信息公开申请。"],
    },
    Fault {
        rule: "N10",
        since: 0,
        wordings: &[
            "全年[发布|编发]各类简报60期，其中[工作动态|要闻]20期、[经验交流|调研]25期、[通知|其他]<=15+4>期。",
            "[举办|组织]活动12场（[进社区|进校园]5场、[进企业|进机关]<=7+2>场）。",
            "接待群众查阅90人次。按[来源|年龄]分，[甲类|城镇]40人次，[乙类|农村]<=50+6>人次。",
        ],
    },
    Fault {
        rule: "N11",
        since: 0,
        wordings: &["发布政务动态50条，其中民生类[20条，占|20条，占比|20条，占总数的]<=40+7>%。"],
    },
    Fault {
        rule: "N18",
        since: 0,
        wordings: &["[全年|本年度]共主动公开政府信息[约|]<disclosed.total|=4000+0>[余|多]条。"],
    },
    Fault {
        rule: "N19",
        since: 0,
        wordings: &[
            "[全年|本年度]共主动公开政府信息36[份|篇|个]。",
            "[全年|年内]召开政务公开[专题会议|工作会议|推进会]5[件|条|篇]。",
            "[收到|受理]政府信息公开申请<applications.new.total|requests.received+0>[条|份|次|宗]。",
        ],
    },
    Fault {
        rule: "N25",
        since: 0,
        wordings: &[
            "[举办|组织]政务公开业务培训6期。监督保障方面，[举办|组织]政务公开业务培训<=6+2>期。",
            "[设立|建成]政府信息查阅专区8处。平台建设中，[设立|建成]政府信息查阅专区<=8+3>处。",
            "[发布|推送]政策解读材料27篇。[已发布的|全部]<=27+2>篇政策解读材料均已汇编。",
        ],
    },
    Fault {
        rule: "F02",
        since: 2019,
        wordings: &[
            "本[报告|年度报告][根据|按照|依据]国办公开办函〔[2018|2022]〕[30|60]号[编制|的要求编制]。",
            "[根据|按照]国办公开办涵[〔2021〕30号|〔2019〕60号]编制本报告。",
        ],
    },
    Fault {
        rule: "F04",
        since: 0,
        wordings: &[
            "<year-1>年，我单位[共主动公开|主动公开|共公开]政府信息36条。",
            "[截至|截止]<year-1>年12月31日，[全年|共]公开信息36条。",
            "本年（<year-1>年）公开工作平稳。",
        ],
    },
    Fault {
        rule: "F05",
        since: 0,
        wordings: &[
            "[表格|上表|附表]由<other>[填报|汇总]。",
            "[如有疑问，请与|请与|可与]<other>[办公室|]联系。",
            "本[报告|年度报告]由<other>[编制|汇总编制]。",
            "[填报单位|编制单位|联系单位]：<other>。",
        ],
    },
    Fault {
        rule: "Q04", since: 0, wordings: &["一是健全制度；二是强化培训；[四是严格审查|二是严格审查]。"]
    },
    Fault {
        rule: "Q05",
        since: 0,
        wordings: &["本报告所列数据的统计期限[自|为]<year>年1月1日[起|]至<year>年[11月30日|12月30日|10月31日]止。"],
    },
    Fault {
        rule: "Q07",
        since: 0,
        wordings: &[
            "[答复|收到][王小明先生|李梅女士|张建国同志]的[申请|投诉]1件。",
            "申请人的[手机号码为|联系电话为]13912345678。",
            "身份证号[220681197503140021|220102198001011234]。",
        ],
    },
    Fault {
        rule: "Q08",
        since: 0,
        wordings: &[
            "[健全制度|强化培训]，，提高质量。",
            "做好政府信息公开的的[工作|各项工作]。",
            "[提高|增强]了公开的时效性[。。|，。]",
        ],
    },
    Fault {
        rule: "Q09",
        since: 2019,
        wordings: &["[根据|按照|依据]《[中华人民共和国|]政府信息公开条例》（国务院令第492号）[的规定|]办理。"],
    },
    Fault { rule: "Q11", since: 0, wordings: &["详见[<b>网站</b>|&nbsp;网站|<br/>网站|&lt;网站&gt;]。"] },
    Fault {
        rule: "Q12",
        since: 0,
        wordings: &[
            "[加强|做好]XXX[工作|管理]。",
            "[负责人|联系人]：某某某。",
            "[此处填写|请填写]有关情况。",
            "[公开|发布]信息____条。",
        ],
    },
    Fault {
        rule: "Q13",
        since: 0,
        wordings: &[
            "[截止|截止至]<year>年12月31日，各栏目更新及时。",
            "申请[转结|结转结]下年度继续办理。",
            "[凝聚|收集]了群众的[反应|反应意见]的问题。",
        ],
    },
    Fault {
        rule: "N21",
        since: 0,
        wordings: &["承办人大代表建议和政协委员提案[共|]40件，办结[38|36]件，办结率100%。"],
    },
    Fault {
        rule: "N12", since: 0, wordings: &["[接待查阅|接待群众]120人次，比上年的100人次增长<=20+9>%。"]
    },
];

/// What a pattern stands for: each choice of its alternatives.
pub fn wordings(pattern: &str) -> Vec<String> {
    let Some((before, rest)) = pattern.split_once('[') else { return vec![pattern.to_owned()] };
    let (choices, after) = rest.split_once(']').unwrap_or_else(|| panic!("no end of choices: {pattern}"));
    let after = wordings(after);
    let with = |choice: &str| after.iter().map(|after| format!("{before}{choice}{after}")).collect::<Vec<_>>();
    choices.split('|').flat_map(with).collect()
}

/// A wording with its figures, wrong or right; nothing where the report has none of them.
pub fn filled(draft: &Draft, wording: &str, is_wrong: bool) -> Option<String> {
    let Some((before, rest)) = wording.split_once('<').filter(|(_, rest)| slot(rest).is_some()) else {
        return Some(wording.to_owned());
    };
    let (slot, after) = rest.split_once('>')?;
    let (name, added) = slot.split_at(slot.rfind(['+', '-']).unwrap_or(slot.len()));
    let added = if is_wrong { added.parse().unwrap_or(0) } else { 0 };
    let figure = |name: &str| -> Option<i64> {
        match name.strip_prefix('=') {
            Some(number) => number.parse().ok(),
            None => shown(draft, Key::parse(name)?).figure?.to_string().parse().ok(),
        }
    };
    if name == "other" {
        let own = draft.office(OfficeField::Name);
        return Some([before, if is_wrong { other(own) } else { own }, &filled(draft, after, is_wrong)?].concat());
    }
    let value = if name == "year" { i64::from(draft.year()) } else { name.split('|').find_map(figure)? };
    Some(format!("{before}{}{}", value + added, filled(draft, after, is_wrong)?))
}

/// Whether what follows < is the place of a number, and no markup.
fn slot(rest: &str) -> Option<()> {
    let (name, _) = rest.split_once('>')?;
    (name == "other"
        || name.starts_with("year")
        || name.starts_with('=')
        || name.contains('.')
        || name.starts_with("none"))
    .then_some(())
}

/// Another office of the same kind as this one.
fn other(own: &str) -> &'static str {
    match own {
        own if own.ends_with('局') => "临江市审计局",
        own if own.ends_with("镇人民政府") => "青山县柳树镇人民政府",
        _ => "青川县人民政府",
    }
}

/// The report with a paragraph more in its first part.
pub fn with(report: &Draft, text: &str) -> Draft {
    let mut draft = report.clone();
    draft.apply(Edit::SpliceBody(0, Splice::insert(1, vec![Item::Paragraph(text.to_owned())])));
    draft
}

#[test]
fn patterns_stand_for_each_of_their_choices() {
    assert_eq!(wordings("[a|b]c[d|]"), ["acd", "ac", "bcd", "bc"]);
    let report = crate::editions::clean(&crate::forms()[0]);
    let year = report.year();
    assert_eq!(filled(&report, "<year-1>年<=3+2>件<b>", true), Some(format!("{}年5件<b>", year - 1)));
    assert_eq!(filled(&report, "<year-1>年<=3+2>件", false), Some(format!("{year}年3件")));
    assert_eq!(filled(&report, "<none+1>件", true), None);
}
