//! Faults of the report as a whole, put in by program: its title, headings, parts, dates, and what it took over from others.

use nianbao::draft::{Draft, Edit, Item, OfficeField, Place, Splice};
use nianbao::value::Date;

use super::{Variant, last_year};

/// The variants of a report, one fault each.
pub fn variants(report: &Draft) -> Vec<Variant> {
    [titles(report), headings(report), lists(report), parts(report), dates(report), taken_over(report)].concat()
}

/// Whether the form prescribes title and headings.
fn is_prescribed(report: &Draft) -> bool {
    report.year() >= 2019
}

/// F03: what a title lacks, or has in place of the right words.
fn titles(report: &Draft) -> Vec<Variant> {
    let (own, year) = (report.office(OfficeField::Name), report.year());
    let before = year - 1;
    if !is_prescribed(report) {
        return Vec::new();
    }
    [
        format!("{own}{year}年政府信息公开年度报告"),
        format!("{own}{year}年政府信息公开工作报告"),
        format!("{own}{year}年信息公开工作年度报告"),
        format!("{own}政府信息公开工作年度报告"),
        format!("{year}年政府信息公开工作年度报告"),
        format!("{own}{before}年政府信息公开工作年度报告"),
        format!("{own}{year}年政务公开工作年度报告"),
        format!("{own}{year}年政府信息公开工作总结"),
    ]
    .into_iter()
    .map(|title| Variant::of("F03", &title, edited(report, Edit::SetText(Place::Title, title.clone()))))
    .collect()
}

/// F06: a heading of the form that is another, is missing, or stands elsewhere.
fn headings(report: &Draft) -> Vec<Variant> {
    if !is_prescribed(report) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let parts = report.narrative();
    for (n, part) in parts.iter().enumerate() {
        let heading = &part.heading;
        for other in [
            heading.replace("政府信息公开", "信息公开"),
            heading.replace("情况", "工作情况"),
            heading.replace("、", "."),
            heading.chars().skip(2).collect::<String>(),
            heading.replace("主要", ""),
            format!("{heading}汇报"),
        ] {
            if other != *heading {
                found.push(Variant::of("F06", &other, edited(report, Edit::SetText(Place::Heading(n), other.clone()))));
            }
        }
        found.push(Variant::of("F06", "missing", edited(report, Edit::SpliceParts(Splice::remove(n, 1)))));
        if let Some(next) = parts.get(n + 1) {
            let swapped = Splice { at: n, remove: 2, insert: vec![next.clone(), part.clone()] };
            found.push(Variant::of("F06", "swapped", edited(report, Edit::SpliceParts(swapped))));
        }
    }
    found
}

/// F07: an opening that lists other parts than there are.
fn lists(report: &Draft) -> Vec<Variant> {
    let names: Vec<String> = report
        .narrative()
        .iter()
        .map(|part| part.heading.split_once('、').map_or(part.heading.as_str(), |(_, words)| words).to_owned())
        .collect();
    let count = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let said = |names: &[String], many: usize| format!("本报告由{}等{}个部分组成。", names.join("、"), count[many]);
    let quoted = |names: &[String], many: usize| {
        let names: Vec<String> = names.iter().map(|name| format!("“{name}”")).collect();
        format!("全文包括{}等{}部分。", names.join(""), count[many])
    };
    let all = names.len();
    let mut swapped = names.clone();
    swapped.swap(1, 3);
    let own_heading = |(n, name): (usize, &String)| {
        if n == 2 { "信息公开工作的特色亮点".to_owned() } else { name.clone() }
    };
    let other: Vec<String> = names.iter().enumerate().map(own_heading).collect();
    let mut found = Vec::new();
    for text in [
        said(&names, all + 1),
        said(&names, all - 1),
        said(&names[..all - 1], all - 1),
        said(&swapped, all),
        said(&other, all),
        quoted(&names, all + 1),
        quoted(&names[1..], all - 1),
        quoted(&swapped, all),
    ] {
        let opening = Splice { at: 0, remove: report.opening().len(), insert: vec![text.clone()] };
        found.push(Variant::of("F07", &text, edited(report, Edit::SpliceOpening(opening))));
    }
    found
}

/// A paragraph on each topic of part one, in three wordings.
const TOPICS: [[&str; 3]; 5] = [
    [
        "（一）主动公开。公布预算和决算各1份。",
        "（一）公开内容更加全面。预算、决算按时公布。",
        "主动公开方面，按目录公布预算和决算。",
    ],
    ["（二）依申请公开。按规定答复。", "（二）规范办理申请。按规定答复。", "依申请公开方面，做到件件有答复。"],
    ["（三）政府信息管理。实行三级审核。", "（三）严格审查把关。先审查、后上网。", "政府信息管理方面，清理旧文件。"],
    ["（四）平台建设。栏目已调整。", "（四）拓宽公开渠道。网站和公众号并用。", "平台建设方面，维护好网站专栏。"],
    ["（五）监督保障。纳入考核。", "（五）强化考核培训。季季有检查。", "监督保障方面，列入年度考核。"],
];

/// F08, F09, F10: parts that do not tell what the form asks for.
fn parts(report: &Draft) -> Vec<Variant> {
    if !is_prescribed(report) {
        return Vec::new();
    }
    let with = |n: usize, texts: &[&str]| {
        let insert = texts.iter().map(|text| Item::Paragraph((*text).to_owned())).collect();
        let before = report.narrative()[n].body.len();
        edited(report, Edit::SpliceBody(n, Splice { at: 0, remove: before, insert }))
    };
    let mut found = Vec::new();
    for wording in 0..3 {
        for left_out in 0..5 {
            let texts: Vec<&str> = TOPICS
                .iter()
                .enumerate()
                .filter(|(topic, _)| *topic != left_out)
                .map(|(_, texts)| texts[wording])
                .collect();
            found.push(Variant::of("F08", &texts.join("／"), with(0, &texts)));
        }
    }
    for texts in [
        &[][..],
        &["无。"],
        &["无"],
        &["一是公开意识不强；二是解读形式单一；三是队伍力量薄弱。"],
        &["公开深度不够，内容不够丰富，时效性有待提高。"],
        &["主要问题：（1）更新不及时；（2）人员业务不熟。"],
        &["一是加强学习培训；二是完善工作制度；三是拓宽公开渠道。"],
        &["下一步，将健全机制，落实责任，提高质量。"],
        &["继续抓好公开工作，不断提升服务水平。"],
        &["本年度各项工作按计划完成。"],
    ] {
        found.push(Variant::of("F09", &texts.join("／"), with(4, texts)));
    }
    if report.form().is_some_and(|form| form.fee_part.is_some()) {
        for texts in [
            &[][..],
            &["无。"],
            &["无其他需要报告的事项。"],
            &["本年度没有其他需要报告的事项。"],
            &["（一）年度要点落实情况。均已完成。", "（二）建议提案办理结果已公开。"],
            &["暂无。"],
        ] {
            found.push(Variant::of("F10", &texts.join("／"), with(5, texts)));
        }
    }
    found
}

/// F13, Q06: no date, or one at the wrong time; F14: no way to reach the office where the opening tells of one.
fn dates(report: &Draft) -> Vec<Variant> {
    let year = i32::from(report.year());
    let mut found = vec![Variant::of("F13", "no date", edited(report, Edit::SetPublished(None)))];
    for (year, month, day) in
        [(year, 12, 31), (year, 1, 20), (year - 1, 1, 20), (year + 1, 4, 1), (year + 1, 7, 5), (year + 2, 1, 20)]
    {
        let date = Date::new(year, month, day);
        found.push(Variant::of("Q06", &format!("{year}-{month}-{day}"), edited(report, Edit::SetPublished(date))));
    }
    for text in [
        "根据《中华人民共和国政府信息公开条例》编制本报告。",
        "本报告按照统一格式编制，现予公布。",
        "现将本年度政府信息公开工作情况报告如下。",
    ] {
        let opening = Splice { at: 0, remove: report.opening().len(), insert: vec![text.to_owned()] };
        let mut draft = edited(report, Edit::SpliceOpening(opening));
        // Another paragraph may tell of a telephone, and then nothing is asked.
        for n in 0..report.narrative().len() {
            let remove = report.narrative()[n].body.len();
            let insert = vec![Item::Paragraph("全年工作平稳。".to_owned())];
            draft.apply(Edit::SpliceBody(n, Splice { at: 0, remove, insert }));
        }
        for field in [OfficeField::Address, OfficeField::Phone, OfficeField::Email, OfficeField::Website] {
            draft.apply(Edit::SetText(Place::Office(field), String::new()));
        }
        found.push(Variant::of("F14", text, draft));
    }
    found
}

/// Q01, Q02, Q10: a text taken over from last year's report, or from another office.
fn taken_over(report: &Draft) -> Vec<Variant> {
    let last = last_year(report);
    let mut found = Vec::new();
    // All of it, all but a part, and with other numbers.
    let mut draft = report.clone();
    found.push(Variant::beside("Q01", "the whole", draft.clone(), Some(last.clone())));
    draft.apply(Edit::SpliceBody(
        0,
        Splice::insert(1, vec![Item::Paragraph("本年另有新的安排，由办公室负责。".to_owned())]),
    ));
    found.push(Variant::beside("Q01", "with a sentence more", draft.clone(), Some(last.clone())));
    found.push(Variant::beside("Q10", "the whole", draft, Some(last)));
    let mut other = report.clone().with_id("other".to_owned());
    for name in ["平潭县财政局", "青川县民政局", "永安市水利局"] {
        other.apply(Edit::SetText(Place::Office(OfficeField::Name), name.to_owned()));
        let mut variant = Variant::of("Q02", name, report.clone());
        variant.others = vec![other.clone()];
        found.push(variant);
    }
    found
}

fn edited(report: &Draft, edit: Edit) -> Draft {
    let mut draft = report.clone();
    draft.apply(edit);
    draft
}
