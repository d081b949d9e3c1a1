//! Whole reports as blocks, and their charts.

use nianbao::block::{Block, Style, Table};
use nianbao::chart::chart;
use nianbao::draft::{ChartId, Draft};
use nianbao::facts::Case;
use nianbao::form::TableId;
use nianbao::report::{build, left_out};
use nianbao::value::Date;

use crate::drafts::{CITY, SEED, open};

fn blocks(draft: &Draft) -> Vec<Block> {
    build(&Case::new(draft, Date::new(2018, 3, 6).expect("a day")))
}

/// The texts of a table, row by row.
fn rows(table: &Table) -> Vec<Vec<String>> {
    table.rows.iter().map(|row| row.iter().map(|cell| cell.content.to_string()).collect()).collect()
}

/// The report as plain lines: what a reader sees, cell by cell.
fn lines(blocks: &[Block]) -> Vec<String> {
    let mut lines = Vec::new();
    for block in blocks {
        match block {
            Block::Title(title) => lines.extend(title.iter().map(|line| format!("# {line}"))),
            Block::Heading(heading) => lines.push(format!("## {heading}")),
            Block::Paragraph(runs) => lines.push(runs.iter().map(|run| run.text.as_str()).collect()),
            Block::Picture(picture) => lines.push(format!("[{}] {}", picture.chart, picture.caption)),
            Block::Signature { name, date } => lines.push(format!("{name} / {date}")),
            Block::Table(table) => {
                lines.push(format!("<{}> {}", table.id, table.caption));
                lines.extend(rows(table).iter().map(|row| row.join(" | ")));
            }
        }
    }
    lines
}

#[test]
fn the_seeds_report_is_complete() {
    let draft = open(SEED);
    let lines = lines(&blocks(&draft));
    assert_eq!(lines[..2], ["# 临江市兴隆街道办事处", "# 2017年度政府信息公开年度报告"]);
    let headings: Vec<&str> = lines.iter().filter_map(|line| line.strip_prefix("## ")).collect();
    assert_eq!(headings.len(), 7);
    assert_eq!(headings[6], "七、2018年重点工作安排");
    let at = |line: &str| lines.iter().position(|l| l == line).unwrap_or_else(|| panic!("{line} is missing"));
    let history = at("<history> 表1　2013—2017年主动公开政府信息数（单位：条）");
    assert_eq!(lines[history + 1], "时间 | 2013年 | 2014年 | 2015年 | 2016年 | 2017年");
    assert_eq!(lines[history + 2], "数量 | 40 | 6 | 64 | 45 | 88");
    assert_eq!(lines[history + 3], "[trend] 图1　兴隆街道信息公开总数2013年—2017年数据统计图");
    let channels = at("<channels> 表2　公开渠道（单位：条）");
    assert_eq!(
        lines[channels + 1..=channels + 3],
        ["公开渠道 | 政府网站 | 政务微信", "数量 | 88 | 22", "百分比 | 80% | 20%"]
    );
    assert_eq!(lines.last().map(String::as_str), Some("临江市兴隆街道办事处 / 2018年3月5日"));
}

#[test]
fn headings_of_the_second_level_are_set_apart() {
    let second: Vec<String> = blocks(&open(SEED))
        .into_iter()
        .filter_map(|block| match block {
            Block::Paragraph(runs) => runs.into_iter().find(|run| run.style == Style::Second),
            Block::Title(_) | Block::Heading(_) | Block::Table(_) | Block::Picture(_) | Block::Signature { .. } => None,
        })
        .map(|run| run.text)
        .collect();
    assert!(second.contains(&"（一）重点任务分工贯彻执行情况".to_owned()), "{second:?}");
    assert!(second.contains(&"（二）公开的数量".to_owned()), "{second:?}");
}

#[test]
fn a_draft_of_tables_alone_prints_under_the_forms_headings() {
    let lines = lines(&blocks(&open(CITY)));
    assert_eq!(lines[..2], ["# 宿迁市人民政府", "# 2023年政府信息公开工作年度报告"]);
    let at =
        |start: &str| lines.iter().position(|l| l.starts_with(start)).unwrap_or_else(|| panic!("{start} is missing"));
    assert!(at("## 三、") < at("<applications>") && at("<applications>") < at("## 四、"));
    assert!(lines.iter().any(|l| l == "规章 | 2 | 0 | 11"));
    assert!(lines.iter().any(|l| l == "行政事业性收费 | 59237.2449"));
    assert!(lines.iter().any(|l| l.starts_with("（七）总计 | 3375 | 99")), "{lines:?}");
}

#[test]
fn an_empty_draft_of_each_form_prints_its_headings_and_empty_tables() {
    for form in crate::forms() {
        let draft = Draft::new("d".to_owned(), form.years.1, "某局", "department");
        let tables = form.tables.iter().filter(|table| table.part.is_some()).count();
        let blocks = blocks(&draft);
        let count = |is: fn(&Block) -> bool| blocks.iter().filter(|block| is(block)).count();
        assert_eq!(count(|b| matches!(b, Block::Table(_))), tables, "{}", form.name);
        assert_eq!(count(|b| matches!(b, Block::Heading(_))), form.headings.len(), "{}", form.name);
    }
}

#[test]
fn the_seeds_charts() {
    let draft = open(SEED);
    let case = Case::new(&draft, Date::new(2018, 3, 6).expect("a day"));
    let trend = chart(&case, ChartId::Trend).expect("a trend");
    assert_eq!(trend.sentence, "2017年主动公开 88 条，比上年增长 95.6%");
    assert_eq!(trend.series[0].values, [Some(40), Some(6), Some(64), Some(45), Some(88)]);
    assert_eq!(rows(&trend.table)[5], ["2017年", "88", "+95.6%"]);
    let channels = chart(&case, ChartId::Channels).expect("channels");
    assert_eq!(channels.sentence, "政府网站公开 88 条，占 80%");
    assert_eq!(rows(&channels.table)[1..3], [["政府网站", "88", "80%"], ["政务微信", "22", "20%"]]);
    assert!(chart(&case, ChartId::Applicants).is_err());
}

#[test]
fn the_citys_charts() {
    let draft = open(CITY);
    let case = Case::new(&draft, Date::new(2024, 1, 20).expect("a day"));
    let chart = |id| chart(&case, id).expect("a chart");
    assert_eq!(chart(ChartId::Applicants).sentence, "收到申请 3511 件，自然人占 96.9%");
    assert_eq!(chart(ChartId::Outcomes).sentence, "予以公开、部分公开占 43.6%");
    assert_eq!(
        rows(&chart(ChartId::Outcomes).table).iter().skip(1).map(|row| row[1].as_str()).collect::<Vec<_>>(),
        ["1191", "328", "142", "1078", "406", "341"]
    );
    assert_eq!(chart(ChartId::Disputes).sentence, "复议、诉讼 553 件，纠正 18 件");
}

#[test]
fn a_filled_statistic_form_stands_behind_the_signature() {
    let draft = |figures: &str| {
        let json = format!(
            r#"{{"nianbao": 1, "form": "narrative-2008", "year": 2017, "office": {{"name": "某局"}}, "published": "2018-03-05", "figures": {{{figures}}}}}"#
        );
        Draft::from_json(&json).unwrap_or_else(|refused| panic!("{refused}")).draft
    };
    let keys = &draft("").form().and_then(|form| form.table(TableId::Statistics)).expect("the form").keys;
    let all: Vec<String> = keys.iter().map(|key| format!(r#""{key}": 7"#)).collect();
    let full = draft(&all.join(","));
    let written = lines(&blocks(&full));
    let signed = written.iter().position(|line| line == "某局 / 2018年3月5日").expect("a signature");
    assert_eq!(written[signed + 1..=signed + 2], ["## 附表", "<statistics> 政府信息公开情况统计表（2017年度）"]);
    assert!(written.iter().any(|line| line.contains("主动公开政府信息数") && line.ends_with("条 | 7")), "{written:?}");
    assert_eq!(left_out(&full), None);
    // A form with blanks is none to publish; that it is left out is said.
    let some = draft(&all[..2].join(","));
    assert_eq!(lines(&blocks(&some)).last().map(String::as_str), Some("某局 / 2018年3月5日"));
    let said = left_out(&some).expect("it is said");
    assert!(said.starts_with("政府信息公开情况统计表还有 "), "{said}");
    assert_eq!(left_out(&draft("")), None);
}
