//! Drafts as large as reading accepts, as JSON: what somebody pastes, what a program wrote wrongly, what is meant to hurt.

/// Pieces of text that are nothing but faults, marks or numbers; a paragraph is made of one of them again and again.
pub const PIECES: [&str; 60] = [
    "申请人张三提出，",
    "13812345678，",
    "，，甲",
    "统一的的网站",
    "审核审核审核",
    "报告",
    "与以公开",
    "甲,",
    "（",
    "）",
    "《",
    "《甲》",
    "“",
    "(1)",
    "第，",
    "1，",
    "1.",
    "1 ",
    "1、",
    "8:",
    "-",
    "9",
    "3件",
    "3万元",
    "2016年",
    "2021、",
    "2021-01-01，",
    "2021年，我局公开3条，",
    "2021年，我局公开3条。",
    "统计期限自2020年1月1日至2020年12月31日，",
    "一",
    "万",
    "一是",
    "三是甲，",
    "其中",
    "公开3件，其中甲1件，乙5件；",
    "10件，占5%；",
    "增幅％",
    "公开88条，比上年的45条增长3%，",
    "共收到建议3件，办结率5%，",
    "收到政府信息公开申请80件。",
    "收到政府信息公开申请80件，",
    "主动公开政府信息80余条，",
    "主动公开政府信息3份，",
    "收到申请件，",
    "未收到政府信息公开申请，",
    "均维持",
    "国务院令第492号，",
    "检索费",
    "国办公开办函〔2019〕60号，",
    "编制《某县民政局政府信息公开指南》，",
    "由某县民政局编制报告，",
    "某县财正局",
    "部分",
    "报告由",
    "进一步加强，",
    "&nbsp;",
    "<p>",
    "a1@",
    "。",
];

/// Lists of which a draft can have very many members.
pub const LISTS: [&str; 8] =
    ["figures", "parts", "paragraphs", "empty", "numbered", "proposals", "reviewed", "history"];

/// A draft whose one paragraph is a piece again and again, so many bytes in all.
pub fn of_piece(piece: &str, bytes: usize) -> String {
    let text = piece.repeat(bytes / piece.len());
    draft("", &format!(r#"{{"heading": "一、总体情况", "body": ["{text}"]}}"#))
}

/// A draft with so many members in one of its lists.
pub fn of_list(list: &str, count: usize) -> String {
    let all = |member: &dyn Fn(usize) -> String| (0..count).map(member).collect::<Vec<_>>().join(",");
    let body = |items: &str| format!(r#"{{"heading": "一、总体情况", "body": [{items}]}}"#);
    match list {
        "figures" => draft(&format!(r#""figures": {{{}}},"#, all(&|n| format!(r#""x.{n}": {n}"#))), &body("")),
        "parts" => draft("", &all(&|n| format!(r#"{{"heading": "{n}、甲", "body": ["乙,"]}}"#))),
        "paragraphs" => draft("", &body(&all(&|_| r#""，，""#.to_owned()))),
        "empty" => draft("", &body(&all(&|n| if n % 2 == 0 { r#""甲""# } else { r#""""# }.to_owned()))),
        "numbered" => draft("", &body(&all(&|n| format!(r#""{n}.甲，共收到建议3件。""#)))),
        "proposals" => {
            let one = |n: usize| format!(r#"{{"category": "类{n}", "count": 3, "closed": 4}}"#);
            let text = r#""共收到建议3件，办结率5%。""#;
            draft(&format!(r#""proposals": [{}],"#, all(&one)), &body(&[text; 3].join(",")))
        }
        "reviewed" => {
            let one = |n: usize| {
                format!(
                    r#"{{"finding": "F04:narrative.0.body.{n}#2021年", "verdict": "accepted", "note": "已核对，确为{n}件", "basis": {{"narrative.0.body.{n}": "甲"}}}}"#
                )
            };
            draft(&format!(r#""reviewed": [{}],"#, all(&one)), &body(r#""", "2021年，我局公开3条。""#))
        }
        _ => {
            let one = |n: usize| format!(r#""x.{n}": {{"2020": 3, "2021": 100, "2022": 3}}"#);
            let known = r#""disclosed.total": {"2019": 3, "2020": 3, "2021": 100, "2022": 3}"#;
            draft(&format!(r#""history": {{{known}, {}}},"#, all(&one)), &body(""))
        }
    }
}

fn draft(members: &str, parts: &str) -> String {
    format!(
        r#"{{"nianbao": 1, "form": "national-2021", "year": 2022, "office": {{"name": "某县财政局", "kind": "department"}},
        {members} "opening": ["编制。"], "narrative": [{parts}]}}"#
    )
}
