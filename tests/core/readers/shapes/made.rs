//! Made-up reports: offices, words and figures that nobody published, from which the shapes are written.

use nianbao::block::Block;
use nianbao::draft::Draft;
use nianbao::facts::Case;
use nianbao::report::build;
use serde_json::{Map, Value, json};

use super::super::today;
use crate::drafts::open;

/// A report in few words.
pub struct Made {
    /// The office, and its kind.
    pub office: (&'static str, &'static str),
    pub year: u16,
    /// 成文日期.
    pub day: &'static str,
    /// Figures of table two by their names, without `proactive.`.
    pub proactive: &'static [(&'static str, &'static str)],
    /// Rows of table three without their sums, by their names, without `applications.`; what is not named is 0.
    pub applications: &'static [(&'static str, [u32; 6])],
    /// Rows of table three that are blank.
    pub blank: &'static [&'static str],
    /// Table four without its sums: review, lawsuits at once, lawsuits after review.
    pub disputes: [[u32; 4]; 3],
    /// What the parts one, five and six say.
    pub texts: [&'static [&'static str]; 3],
}

/// The columns of table three.
const COLUMNS: [&str; 7] = ["natural", "business", "research", "welfare", "legal", "other", "total"];
/// The columns of table four.
const OUTCOMES: [&str; 5] = ["upheld", "corrected", "other", "pending", "total"];

impl Made {
    /// The draft that must come out.
    pub fn draft(&self) -> Draft {
        let edition = if self.year < 2021 { "national-2019" } else { "national-2021" };
        let mut figures = Map::new();
        for (name, value) in self.proactive {
            let value = value.parse::<i64>().map_or_else(|_| json!(value), |number| json!(number));
            figures.insert(format!("proactive.{name}"), value);
        }
        let mut put = |row: &str, columns: &[&str], values: &[u32]| {
            let sum: u32 = values.iter().sum();
            for (column, value) in columns.iter().zip(values.iter().chain([&sum])) {
                figures.insert(format!("{row}.{column}"), json!(value));
            }
        };
        let mut total = [0; 6];
        for row in rows(edition) {
            let own = self.applications.iter().find(|(name, _)| *name == row).map_or([0; 6], |(_, values)| *values);
            if self.blank.contains(&row.as_str()) {
                continue;
            }
            let is_result = !matches!(row.as_str(), "new" | "carried_in" | "carried_out" | "total");
            if is_result {
                total.iter_mut().zip(own).for_each(|(total, own)| *total += own);
            }
            put(&format!("applications.{row}"), &COLUMNS, if row == "total" { &total } else { &own });
        }
        for (row, values) in ["review", "direct", "after_review"].iter().zip(&self.disputes) {
            put(&format!("disputes.{row}"), &OUTCOMES, values);
        }
        let headings = [
            "一、总体情况",
            "二、主动公开政府信息情况",
            "三、收到和处理政府信息公开申请情况",
            "四、政府信息公开行政复议、行政诉讼情况",
            "五、存在的主要问题及改进情况",
            "六、其他需要报告的事项",
        ];
        let [first, fifth, sixth] = self.texts;
        let part = |heading: &str, body: &[&str]| json!({"heading": heading, "body": body});
        let bodies = [first, &[], &[], &[], fifth, sixth];
        let narrative: Vec<Value> = headings.iter().zip(bodies).map(|(heading, body)| part(heading, body)).collect();
        let draft = json!({
            "nianbao": 1, "form": edition, "year": self.year, "office": {"name": self.office.0, "kind": self.office.1},
            "published": self.day, "figures": Value::Object(figures), "narrative": narrative,
        });
        open(&draft.to_string())
    }

    /// Its blocks, as they are printed.
    pub fn blocks(&self) -> Vec<Block> {
        build(&Case::new(&self.draft(), today()))
    }
}

/// The rows of table three of an edition, by their names, in order.
fn rows(edition: &str) -> Vec<String> {
    let form = nianbao::form::forms().iter().find(|form| form.draft_name == edition).expect("an edition");
    let names = form.keys().filter_map(|key| key.name().strip_prefix("applications.")?.strip_suffix(".natural"));
    names.map(str::to_owned).collect()
}

const TWO: &[(&str, &str)] = &[
    ("rules.issued", "0"),
    ("rules.repealed", "0"),
    ("rules.in_force", "0"),
    ("normative.issued", "6"),
    ("normative.repealed", "0"),
    ("normative.in_force", "51"),
    ("licences.decisions", "1568"),
    ("penalties.decisions", "287"),
    ("coercion.decisions", "0"),
    ("fees.amount", "46.8"),
];

const PROBLEMS: &[&str] = &[
    "一是公开内容与群众需求还有差距，解读形式不够多样。二是部分股室答复文书不够规范。",
    "下一步，由办公室牵头，在6月底前完成栏目整改，并组织一次业务培训。",
];

/// Cells run together.
pub const RUN_TOGETHER: Made = Made {
    office: ("青河县水务局", "department"),
    year: 2022,
    day: "2023-01-11",
    proactive: &[
        ("rules.issued", "0"),
        ("rules.repealed", "0"),
        ("rules.in_force", "0"),
        ("normative.issued", "6"),
        ("normative.repealed", "23"),
        ("normative.in_force", "344"),
        ("licences.decisions", "568"),
        ("penalties.decisions", "87"),
        ("coercion.decisions", "0"),
        ("fees.amount", "97.61"),
    ],
    applications: &[
        ("new", [21, 3, 0, 0, 1, 0]),
        ("carried_in", [2, 0, 0, 0, 0, 0]),
        ("granted", [10, 1, 0, 0, 0, 0]),
        ("partial", [3, 1, 0, 0, 0, 0]),
        ("denied.casefile", [1, 0, 0, 0, 0, 0]),
        ("denied.query", [4, 0, 0, 0, 0, 0]),
        ("unable.not_held", [3, 1, 0, 0, 1, 0]),
        ("carried_out", [2, 0, 0, 0, 0, 0]),
    ],
    blank: &[],
    disputes: [[2, 1, 3, 1], [0, 0, 0, 0], [1, 0, 1, 3]],
    texts: [
        &[
            "2022年，青河县水务局认真落实条例各项要求，稳步推进政务公开。",
            "（一）主动公开。通过网站发布河湖治理、供水保障等信息。",
        ],
        PROBLEMS,
        &["本年度没有收取信息处理费。"],
    ],
};

/// The same where nobody filled in two rows, which leave no trace.
pub const UNFILLED: Made = Made {
    applications: &[
        ("new", [25, 4, 0, 0, 1, 0]),
        ("carried_in", [2, 0, 0, 0, 0, 0]),
        ("granted", [14, 2, 0, 0, 0, 0]),
        ("partial", [3, 1, 0, 0, 0, 0]),
        ("denied.casefile", [1, 0, 0, 0, 0, 0]),
        ("denied.query", [4, 0, 0, 0, 0, 0]),
        ("unable.not_held", [3, 1, 0, 0, 1, 0]),
        ("carried_out", [2, 0, 0, 0, 0, 0]),
    ],
    blank: &["other.no_payment", "other.misc"],
    ..RUN_TOGETHER
};

/// Blanks between figures, headings in other words.
pub const SPACED: Made = Made {
    office: ("松岭市民政局", "department"),
    year: 2023,
    day: "2024-01-22",
    proactive: TWO,
    applications: &[
        ("new", [30, 5, 0, 1, 0, 2]),
        ("carried_in", [1, 0, 0, 0, 0, 0]),
        ("granted", [22, 4, 0, 1, 0, 2]),
        ("unable.needs_creation", [6, 1, 0, 0, 0, 0]),
        ("refused.petition", [2, 0, 0, 0, 0, 0]),
        ("carried_out", [1, 0, 0, 0, 0, 0]),
    ],
    blank: &[],
    disputes: [[0, 0, 1, 0], [0, 0, 0, 0], [0, 0, 0, 0]],
    texts: [&["2023年，松岭市民政局围绕养老、救助做好公开工作。"], PROBLEMS, &["无其他需要报告的事项。"]],
};

/// Bars between cells, blank cells among them, the amount in yuan.
pub const PIPED: Made = Made {
    office: ("临湖区白沙街道办事处", "street"),
    year: 2023,
    day: "2024-01-15",
    proactive: &[
        ("rules.issued", "0"),
        ("rules.in_force", "0"),
        ("normative.issued", "1"),
        ("licences.decisions", "12"),
        ("penalties.decisions", "0"),
        ("coercion.decisions", "0"),
        ("fees.amount", "25.1"),
    ],
    applications: &[("new", [3, 0, 0, 0, 0, 0]), ("granted", [2, 0, 0, 0, 0, 0]), ("carried_out", [1, 0, 0, 0, 0, 0])],
    blank: &["denied.secret", "refused.repeat", "other.misc"],
    disputes: [[0; 4]; 3],
    texts: [&["2023年，白沙街道办事处公开社区服务信息。"], PROBLEMS, &["本年没有收取信息处理费。"]],
};

/// A cell a line, the furniture of a web page around; of the edition before, with a fall.
pub const LINED: Made = Made {
    office: ("石门县双桥镇人民政府", "township"),
    year: 2020,
    day: "2021-01-20",
    proactive: &[
        ("rules.made", "0"),
        ("rules.published", "0"),
        ("rules.open", "0"),
        ("normative.made", "2"),
        ("normative.published", "2"),
        ("normative.open", "7"),
        ("licences.previous", "12"),
        ("licences.change", "-3"),
        ("licences.decisions", "9"),
        ("services.previous", "4"),
        ("services.change", "-35"),
        ("services.decisions", "18"),
        ("penalties.previous", "3"),
        ("penalties.change", "2"),
        ("penalties.decisions", "5"),
        ("coercion.previous", "0"),
        ("coercion.change", "0"),
        ("coercion.decisions", "0"),
        ("fees.previous", "1"),
        ("fees.change", "0"),
        ("procurement.projects", "2"),
        ("procurement.amount", "976.81"),
    ],
    applications: &[("new", [4, 0, 0, 0, 0, 0]), ("granted", [3, 0, 0, 0, 0, 0]), ("carried_out", [1, 0, 0, 0, 0, 0])],
    blank: &[],
    disputes: [[0; 4]; 3],
    texts: [&["2020年，双桥镇人民政府公开惠农补贴、疫情防控信息。"], PROBLEMS, &["无。"]],
};

/// A web page with merged cells, in GB 18030.
pub const PAGE: Made = Made { office: ("云台县发展和改革局", "department"), day: "2024-01-09", ..SPACED };
/// What Word puts into the clipboard.
pub const WORD: Made = Made { office: ("清平县司法局", "department"), day: "2024-01-30", ..SPACED };
/// A cell a line, bars on lines of their own.
pub const BARRED: Made = Made { office: ("平川县教育局", "department"), year: 2022, day: "2023-01-19", ..SPACED };
/// Pages of a PDF as text.
pub const PAGES: Made = Made { office: ("江北市人民政府", "city"), year: 2024, day: "2025-01-24", ..SPACED };
