//! The national form from report year 2021: 国办公开办函〔2021〕30号.

use super::applications::of;
use super::bands::{document, power};
use super::national::{APPLICANTS, OTHER, PARTS, RESULTS, TITLE, TOPICS};
use super::{About, Band, Column, ColumnRole, Document, Form, Keys, Kind, National, Notice, PartRole, ResultRow};

static OTHERS: [ResultRow; 3] = [
    of(&OTHER, "other.no_correction", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
    of(&OTHER, "other.no_payment", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"),
    of(&OTHER, "other.misc", "3.其他"),
];

const fn count(id: &'static str, label: &'static str, short: &'static str, role: ColumnRole) -> Column {
    Column { id, label, short, unit: "件", kind: Kind::Count, role }
}

const DECISIONS: &[Column] = &[count("decisions", "本年处理决定数量", "本年处理决定", ColumnRole::Decisions)];

const BANDS: &[Band] = &[
    Band {
        title: "第二十条第（一）项",
        columns: &[
            count("issued", "本年制发件数", "本年制发", ColumnRole::Issued),
            count("repealed", "本年废止件数", "本年废止", ColumnRole::Repealed),
            count("in_force", "现行有效件数", "现行有效", ColumnRole::InForce),
        ],
        rows: &[document(Document::Rules, "规章"), document(Document::Normative, "行政规范性文件")],
    },
    Band { title: "第二十条第（五）项", columns: DECISIONS, rows: &[power("licences", "行政许可")] },
    Band {
        title: "第二十条第（六）项",
        columns: DECISIONS,
        rows: &[power("penalties", "行政处罚"), power("coercion", "行政强制")],
    },
    Band {
        title: "第二十条第（八）项",
        columns: &[Column {
            id: "amount",
            label: "本年收费金额（单位：万元）",
            short: "本年收费金额",
            unit: "万元",
            kind: Kind::Money,
            role: ColumnRole::Amount,
        }],
        rows: &[power("fees", "行政事业性收费")],
    },
];

static EDITION: National = National {
    about: About {
        draft_name: "national-2021",
        name: "2021年全国统一格式（国办公开办函〔2021〕30号）",
        short: "2021年格式",
        summary: "2021年全国统一格式，六个部分、三张表　国办公开办函〔2021〕30号",
        title: TITLE,
        from: 2021,
        notice: Some(Notice {
            year: 2021,
            number: 30,
            name: "关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知",
            known_by: "中华人民共和国政府信息公开工作年度报告格式",
        }),
        parts: PARTS,
        topics: TOPICS,
        fee_part: Some(PartRole::Others),
    },
    bands: BANDS,
    applicants: APPLICANTS,
    results: &[&RESULTS, &OTHERS],
};

pub(super) fn form(keys: &mut Keys) -> Form {
    EDITION.form(keys)
}
