//! A made-up edition for report year 2026: what a new edition's one file holds, and nothing beside it.
//!
//! Against the edition before it, 商业企业 is split in two, a result is added to 无法提供, another notice gives it, and
//! 信息处理费 is told of in part three.

use nianbao::form::{
    About, Applicant, Band, Column, ColumnRole, Document, Form, Keys, Kind, National, Notice, OTHER, PARTS, PartRole,
    RESULTS, ResultRow, TITLE, TOPICS, UNABLE, alone, document, of, organisation, person, power,
};

const APPLICANTS: &[Applicant] = &[
    person("natural", "自然人"),
    organisation("state_owned", "国有企业"),
    organisation("private", "民营企业"),
    organisation("research", "科研机构"),
    organisation("welfare", "社会公益组织"),
    organisation("legal", "法律服务机构"),
    organisation("other", "其他"),
];

const DECISIONS: &[Column] = &[Column {
    id: "decisions",
    label: "本年处理决定数量",
    short: "本年处理决定",
    unit: "件",
    kind: Kind::Count,
    role: ColumnRole::Decisions,
}];

const fn stage(id: &'static str, label: &'static str, short: &'static str, role: ColumnRole) -> Column {
    Column { id, label, short, unit: "件", kind: Kind::Count, role }
}

const BANDS: &[Band] = &[
    Band {
        title: "第二十条第（一）项",
        columns: &[
            stage("issued", "本年制发件数", "本年制发", ColumnRole::Issued),
            stage("repealed", "本年废止件数", "本年废止", ColumnRole::Repealed),
            stage("in_force", "现行有效件数", "现行有效", ColumnRole::InForce),
        ],
        rows: &[document(Document::Rules, "规章"), document(Document::Normative, "行政规范性文件")],
    },
    Band {
        title: "第二十条第（五）、（六）项",
        columns: DECISIONS,
        rows: &[power("licences", "行政许可"), power("penalties", "行政处罚"), power("coercion", "行政强制")],
    },
];

static RESULTS_2026: &[&[ResultRow]] = &[
    RESULTS.split_at(13).0,
    &[of(&UNABLE, "unable.destroyed", "4.相关政府信息已经依法销毁")],
    RESULTS.split_at(13).1,
    &[alone(&OTHER)],
];

static EDITION: National = National {
    about: About {
        draft_name: "national-2026",
        name: "2026年全国统一格式（国办公开办函〔2026〕12号）",
        short: "2026年格式",
        summary: "2026年全国统一格式，六个部分、三张表　国办公开办函〔2026〕12号",
        title: TITLE,
        from: 2026,
        notice: Some(Notice {
            year: 2026,
            number: 12,
            name: "关于修订政府信息公开工作年度报告格式的通知",
            known_by: "修订政府信息公开工作年度报告格式",
        }),
        parts: PARTS,
        topics: TOPICS,
        fee_part: Some(PartRole::Applications),
    },
    bands: BANDS,
    applicants: APPLICANTS,
    results: RESULTS_2026,
};

/// The edition, for the list.
pub fn form(keys: &mut Keys) -> Form {
    EDITION.form(keys)
}
