//! The national form from report year 2021: 国办公开办函〔2021〕30号.

use super::bands::{self, Band, Column};
use super::key::Declared;
use super::national::{self, ResultRow, of};
use super::{Form, FormId, Key, Kind, Law, Range, Relation, Severity, TableId, Term};
use crate::value::LAST_YEAR;

const OTHER: &str = "（六）其他处理";

const RESULTS: &[&[ResultRow]] = &[
    &national::RESULTS,
    &[
        of(OTHER, "other.no_correction", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
        of(OTHER, "other.no_payment", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"),
        of(OTHER, "other.misc", "3.其他"),
    ],
];

const DECISIONS: &[Column] =
    &[Column { id: "decisions", label: "本年处理决定数量", unit: "件", kind: Kind::Count }];

const BANDS: &[Band] = &[
    Band {
        title: "第二十条第（一）项",
        columns: &[
            Column { id: "issued", label: "本年制发件数", unit: "件", kind: Kind::Count },
            Column { id: "repealed", label: "本年废止件数", unit: "件", kind: Kind::Count },
            Column { id: "in_force", label: "现行有效件数", unit: "件", kind: Kind::Count },
        ],
        rows: &[("rules", "规章"), ("normative", "行政规范性文件")],
    },
    Band { title: "第二十条第（五）项", columns: DECISIONS, rows: &[("licences", "行政许可")] },
    Band {
        title: "第二十条第（六）项",
        columns: DECISIONS,
        rows: &[("penalties", "行政处罚"), ("coercion", "行政强制")],
    },
    Band {
        title: "第二十条第（八）项",
        columns: &[Column {
            id: "amount", label: "本年收费金额（单位：万元）", unit: "万元", kind: Kind::Money
        }],
        rows: &[("fees", "行政事业性收费")],
    },
];

pub(super) fn figures() -> Vec<Declared> {
    bands::proactive_figures(BANDS).chain(national::figures(RESULTS)).collect()
}

pub(super) fn form() -> Form {
    let mut relations = national::relations(RESULTS);
    for (row, title) in [("rules", "规章"), ("normative", "行政规范性文件")] {
        let term = |column, label| Key::joined(&["proactive", row, column]).map(|key| Term { key, label });
        let terms = (term("in_force", "现行有效"), term("issued", "本年制发"), term("repealed", "本年废止"));
        if let (Some(stock), Some(more), Some(less)) = terms {
            relations.push(Relation {
                rule: "N08",
                severity: Severity::Warning,
                range: Range::Row(TableId::Proactive, row),
                title,
                law: Law::Rolled { stock, more, less },
            });
        }
    }
    let tables = vec![bands::proactive(BANDS), national::applications(RESULTS), national::disputes()];
    Form {
        id: FormId::National2021,
        name: "2021年全国统一格式（国办公开办函〔2021〕30号）",
        short: "2021年格式",
        summary: "2021年全国统一格式，六个部分、三张表　国办公开办函〔2021〕30号",
        years: (2021, LAST_YEAR),
        headings: national::HEADINGS,
        topics: national::TOPICS,
        sums: Form::index(&relations),
        tables,
        relations,
    }
}
