//! Drafts to walk over: of each edition an empty one, one half filled in, and one in which everything is there at its longest.

use nianbao::form::{Form, FormId, Kind, TableId};
use serde_json::{Map, Value, json};

/// The name of an office that is as long as they come.
const LONG_NAME: &str = "新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县人力资源和社会保障局";

/// A paragraph of usual length, with numbers of which some stand in tables.
const PARAGRAPH: &str = "全年主动公开政府信息1234条，其中通过政府网站公开1100条，政务微信公开134条；收到政府信息公开申请56件，均依法按期答复。完善政府信息公开目录和指南，规范工作程序，明确由分管负责同志负责，进一步提高政府工作透明度。";

/// How much of a report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// The year and nothing else.
    Empty,
    /// Every other figure, small; a paragraph a part.
    Half,
    /// Every figure, large; long texts, all tables and charts.
    Full,
}

/// A draft of the edition of a year.
pub fn draft(year: u16, amount: Amount) -> Value {
    let form = FormId::of_year(year).form();
    let mut draft = json!({"nianbao": 1, "id": id(year, amount), "form": form.draft_name, "year": year});
    if amount == Amount::Empty {
        return draft;
    }
    let full = amount == Amount::Full;
    draft["office"] = json!({"name": if full { LONG_NAME } else { "某县自然资源局" }, "kind": "county"});
    if full {
        draft["office"]["address"] = json!("察布查尔锡伯自治县察布查尔镇查鲁盖东街行政服务中心综合楼三层");
        draft["office"]["email"] = json!("zhengwugongkai-bangongshi@chabuchaer.example.gov.cn");
        draft["published"] = json!(format!("{}-01-31", year + 1));
    }
    draft["opening"] = json!([PARAGRAPH]);
    draft["figures"] = figures(form, full);
    draft["history"] = json!({"disclosed.total": history(year, full)});
    draft["proposals"] = proposals(full);
    draft["narrative"] = narrative(form, year, full);
    draft
}

/// The id of a draft.
pub fn id(year: u16, amount: Amount) -> String {
    format!("walk-{year}-{amount:?}").to_lowercase()
}

/// Figures of which totals follow: as large as those of a city or a province.
fn figures(form: &Form, full: bool) -> Value {
    let mut figures = Map::new();
    for table in &form.tables {
        let large = match table.id {
            TableId::Applications | TableId::Disputes => 1_234,
            TableId::Proactive | TableId::Statistics => 2_822_652,
            TableId::History | TableId::Channels | TableId::Proposals => 123_456,
        };
        let own = table.keys.iter().filter(|key| form.parts(**key).is_none());
        for (n, key) in own.enumerate().filter(|(n, _)| full || n % 2 == 0) {
            let value = match (key.kind(), full) {
                (Kind::Money, true) => json!("123456.7899"),
                (Kind::Money, false) => json!("0"),
                (Kind::Change, true) => json!(-large),
                (Kind::Count, true) => json!(large),
                (Kind::Count | Kind::Change, false) => json!(n % 7),
            };
            figures.insert(key.name().to_owned(), value);
        }
    }
    Value::Object(figures)
}

fn history(year: u16, full: bool) -> Value {
    let years = if full { year - 9..=year } else { year - 1..=year };
    years.map(|year| (year.to_string(), json!(if full { 123_456 } else { 45 }))).collect::<Map<_, _>>().into()
}

fn proposals(full: bool) -> Value {
    let many =
        ["社会事业", "城市建设管理", "农林水", "环境保护", "教育、文化、卫生和体育事业以及社会保障方面的建议和提案"];
    let all = if full { &many[..] } else { &many[..1] };
    all.iter().map(|category| json!({"category": category, "count": 1234, "closed": 1233})).collect()
}

/// The parts; in the first of a full one stand all charts and the tables that no form asks for.
fn narrative(form: &Form, year: u16, full: bool) -> Value {
    let part = |(n, heading): (usize, String)| {
        let mut body = vec![json!(PARAGRAPH); if full { 4 } else { 1 }];
        if full && n == 0 {
            body.extend(["history", "channels", "proposals"].map(|table| json!({"table": table})));
            body.extend(
                ["trend", "channels", "applicants", "outcomes", "disputes"].map(|chart| json!({"chart": chart})),
            );
            body.push(json!(PARAGRAPH));
        }
        json!({"heading": heading, "body": body})
    };
    form.headings_of(year).into_iter().enumerate().map(part).collect()
}

/// A draft in which very much is wrong: text and tables.
pub fn faulty(lines: usize) -> Value {
    let mut draft = draft(2023, Amount::Full);
    draft["id"] = json!("walk-faulty");
    let line = |n: usize| json!(format!("我局依法办理了第{n}项工作，，并按照要求完成"));
    draft["narrative"][0]["body"] = (0..lines).map(line).collect();
    draft
}
