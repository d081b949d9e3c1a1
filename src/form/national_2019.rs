//! The national form of report years 2019 and 2020, on trial: 国办公开办函〔2019〕60号.

use super::bands::{self, Band, Column};
use super::key::Declared;
use super::national::{self, ResultRow, row};
use super::{Form, FormId, Key, Kind, Law, Range, Relation, Severity, TableId, Term};

const RESULTS: &[&[ResultRow]] = &[&national::RESULTS, &[row("other", "（六）其他处理")]];

const PREVIOUS: Column = Column { id: "previous", label: "上一年项目数量", unit: "项", kind: Kind::Count };
const CHANGE: Column = Column { id: "change", label: "本年增/减", unit: "项", kind: Kind::Change };
const DECISIONS: Column = Column { id: "decisions", label: "处理决定数量", unit: "件", kind: Kind::Count };

const BANDS: &[Band] = &[
    Band {
        title: "第二十条第（一）项",
        columns: &[
            Column { id: "made", label: "本年新制作数量", unit: "件", kind: Kind::Count },
            Column { id: "published", label: "本年新公开数量", unit: "件", kind: Kind::Count },
            Column { id: "open", label: "对外公开总数量", unit: "件", kind: Kind::Count },
        ],
        rows: &[("rules", "规章"), ("normative", "规范性文件")],
    },
    Band {
        title: "第二十条第（五）项",
        columns: &[PREVIOUS, CHANGE, DECISIONS],
        rows: &[("licences", "行政许可"), ("services", "其他对外管理服务事项")],
    },
    Band {
        title: "第二十条第（六）项",
        columns: &[PREVIOUS, CHANGE, DECISIONS],
        rows: &[("penalties", "行政处罚"), ("coercion", "行政强制")],
    },
    Band {
        title: "第二十条第（八）项", columns: &[PREVIOUS, CHANGE], rows: &[("fees", "行政事业性收费")]
    },
    Band {
        title: "第二十条第（九）项",
        columns: &[
            Column { id: "projects", label: "采购项目数量", unit: "项", kind: Kind::Count },
            // The form names no unit: settings.procurement_unit says whether 元 or 万元 is meant.
            Column { id: "amount", label: "采购总金额", unit: "", kind: Kind::Money },
        ],
        rows: &[("procurement", "政府集中采购")],
    },
];

pub(super) fn figures() -> Vec<Declared> {
    bands::proactive_figures(BANDS).chain(national::figures(RESULTS)).collect()
}

pub(super) fn form() -> Form {
    let mut relations = national::relations(RESULTS);
    let term = |row, column, label| Key::joined(&["proactive", row, column]).map(|key| Term { key, label });
    for (row, title) in [("rules", "规章"), ("normative", "规范性文件")] {
        let terms = (term(row, "published", "本年新公开"), term(row, "open", "对外公开总数"));
        if let (Some(part), Some(open)) = terms {
            let range = Range::Row(TableId::Proactive, row);
            let law = Law::AtMost { part, whole: vec![open] };
            relations.push(Relation { rule: "N09", severity: Severity::Error, range, title, law });
        }
    }
    for band in BANDS {
        for (row, title) in band.rows {
            let terms = (term(row, "previous", "上一年项目数量"), term(row, "change", "本年增/减"));
            if let (Some(stock), Some(change)) = terms {
                let range = Range::Row(TableId::Proactive, row);
                let law = Law::Moved { stock, change };
                relations.push(Relation { rule: "N22", severity: Severity::Warning, range, title, law });
            }
        }
    }
    let tables = vec![bands::proactive(BANDS), national::applications(RESULTS), national::disputes()];
    Form {
        id: FormId::National2019,
        name: "2019年全国统一格式（试行）（国办公开办函〔2019〕60号）",
        short: "2019年格式",
        summary: "2019年全国统一格式（试行），六个部分、三张表　国办公开办函〔2019〕60号",
        years: (2019, 2020),
        headings: national::HEADINGS,
        topics: national::TOPICS,
        sums: Form::index(&relations),
        tables,
        relations,
    }
}
