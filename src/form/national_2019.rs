//! The national form of report years 2019 and 2020, on trial: 国办公开办函〔2019〕60号.

use super::applications::alone;
use super::bands::{document, item, power};
use super::national::{APPLICANTS, OTHER, PARTS, RESULTS, TITLE, TOPICS};
use super::{About, Band, Column, ColumnRole, Document, Form, Keys, Kind, National, Notice, ResultRow};

static OTHERS: [ResultRow; 1] = [alone(&OTHER)];

const fn count(
    id: &'static str,
    label: &'static str,
    short: &'static str,
    unit: &'static str,
    role: ColumnRole,
) -> Column {
    Column { id, label, short, unit, kind: Kind::Count, role }
}

const PREVIOUS: Column = count("previous", "上一年项目数量", "上一年项目数量", "项", ColumnRole::Items);
const CHANGE: Column = Column {
    id: "change",
    label: "本年增/减",
    short: "本年增/减",
    unit: "项",
    kind: Kind::Change,
    role: ColumnRole::Change,
};
const DECISIONS: Column = count("decisions", "处理决定数量", "处理决定数量", "件", ColumnRole::Decisions);

const BANDS: &[Band] = &[
    Band {
        title: "第二十条第（一）项",
        columns: &[
            count("made", "本年新制作数量", "本年新制作", "件", ColumnRole::Made),
            count("published", "本年新公开数量", "本年新公开", "件", ColumnRole::Published),
            count("open", "对外公开总数量", "对外公开总数", "件", ColumnRole::Open),
        ],
        rows: &[document(Document::Rules, "规章"), document(Document::Normative, "规范性文件")],
    },
    Band {
        title: "第二十条第（五）项",
        columns: &[PREVIOUS, CHANGE, DECISIONS],
        rows: &[power("licences", "行政许可"), item("services", "其他对外管理服务事项")],
    },
    Band {
        title: "第二十条第（六）项",
        columns: &[PREVIOUS, CHANGE, DECISIONS],
        rows: &[power("penalties", "行政处罚"), power("coercion", "行政强制")],
    },
    Band {
        title: "第二十条第（八）项", columns: &[PREVIOUS, CHANGE], rows: &[power("fees", "行政事业性收费")]
    },
    Band {
        title: "第二十条第（九）项",
        columns: &[
            count("projects", "采购项目数量", "采购项目数量", "项", ColumnRole::Bought),
            // The form names no unit: settings.procurement_unit says whether 元 or 万元 is meant.
            Column {
                id: "amount",
                label: "采购总金额",
                short: "采购总金额",
                unit: "",
                kind: Kind::Money,
                role: ColumnRole::Amount,
            },
        ],
        rows: &[item("procurement", "政府集中采购")],
    },
];

static EDITION: National = National {
    about: About {
        draft_name: "national-2019",
        name: "2019年全国统一格式（试行）（国办公开办函〔2019〕60号）",
        short: "2019年格式",
        summary: "2019年全国统一格式（试行），六个部分、三张表　国办公开办函〔2019〕60号",
        title: TITLE,
        from: 2019,
        notice: Some(Notice {
            year: 2019,
            number: 60,
            name: "关于政府信息公开工作年度报告有关事项的通知",
            known_by: "年度报告有关事项",
        }),
        parts: PARTS,
        topics: TOPICS,
        fee_part: None,
    },
    bands: BANDS,
    applicants: APPLICANTS,
    results: &[&RESULTS, &OTHERS],
};

pub(super) fn form(keys: &mut Keys) -> Form {
    EDITION.form(keys)
}
