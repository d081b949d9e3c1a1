//! The form up to report year 2018: parts of text, and the statistic form of 2014 to 2018.
//!
//! The headings are those of the office's own list; the seven here are the ones to start from.

use super::key::Declared;
use super::statistics::{INDICATORS, Indicator};
use super::{Cell, Form, FormId, Grid, Key, Kind, Law, Range, Relation, Severity, Table, TableId, Term};
use crate::value::{FIRST_YEAR, Ordered};

const HEADINGS: &[&str] = &[
    "一、基本工作情况",
    "二、人大代表建议、委员提案数及办结率",
    "三、主动公开政府信息情况",
    "四、政府信息公开的收费情况",
    "五、行政复议和诉讼情况",
    "六、存在的主要问题",
    "七、<YYYY+1>年重点工作安排",
];

/// The channels of publication, as a report prints them.
pub const CHANNELS: [(&str, &str); 5] = [
    ("channel.gazette", "政府公报"),
    ("channel.website", "政府网站"),
    ("channel.weibo", "政务微博"),
    ("channel.wechat", "政务微信"),
    ("channel.other", "其他方式"),
];

pub(super) fn figures() -> Vec<Declared> {
    let cells = INDICATORS.iter().filter(|i| !i.unit.is_empty());
    let kind = |unit| if unit == "万元" { Kind::Money } else { Kind::Count };
    cells.map(|i| Declared { name: i.name.to_owned(), kind: kind(i.unit), unit: i.unit }).collect()
}

/// The words of an indicator without its numbering and its remark.
fn words(label: &'static str) -> &'static str {
    let bare = label.trim_start_matches(|c: char| "（一二三四五六七八九）、.".contains(c) || c.is_ascii_digit());
    bare.trim_start_matches("其中：").split('（').next().unwrap_or(bare)
}

fn statistics() -> Table {
    let head = ["统计指标", "单位", "统计数"].map(Cell::column_head);
    let mut rows = vec![Vec::from(head)];
    let mut keys = Vec::new();
    let mut labels = Ordered::new();
    for Indicator { depth, name, label, unit, .. } in INDICATORS {
        // The depth is drawn by full-width blanks, as the printed form does it.
        let name_cell = Cell::row_head(format!("{}{label}", "\u{3000}".repeat(*depth)));
        let key = Key::parse(name).filter(|_| !unit.is_empty());
        let value = key.map_or_else(Cell::empty, Cell::figure);
        let unit_cell = if unit.is_empty() { Cell::empty() } else { Cell::column_head(*unit) };
        rows.push(vec![name_cell, unit_cell, value]);
        if let Some(key) = key {
            keys.push(key);
            labels.insert(key, words(label).to_owned());
        }
    }
    Table {
        id: TableId::Statistics,
        part: None,
        unit: "",
        grid: Grid { widths: vec![30, 4, 7], rows, head_rows: 1, group_lines: Vec::new() },
        keys,
        labels,
    }
}

/// The indicators one level below the one at `index`.
fn children(index: usize) -> impl Iterator<Item = &'static Indicator> {
    let depth = INDICATORS.get(index).map_or(0, |i| i.depth);
    let below = INDICATORS.iter().skip(index + 1).take_while(move |i| i.depth > depth);
    below.filter(move |i| i.depth == depth + 1)
}

fn relations() -> Vec<Relation> {
    let mut relations = Vec::new();
    let mut add = |severity, key, title, law| {
        relations.push(Relation { rule: "N09", severity, range: Range::Cell(key), title, law });
    };
    let term = |name: &str, label| Key::parse(name).map(|key| Term { key, label });
    for (index, indicator) in INDICATORS.iter().enumerate() {
        let total = term(indicator.name, words(indicator.label)).filter(|_| indicator.sum);
        let Some(total) = total else { continue };
        let parts = children(index).filter_map(|i| term(i.name, words(i.label))).collect();
        add(Severity::Error, total.key, total.label, Law::Sum { total, parts });
    }
    let at_most = [
        ("disclosed.normative", "规范性文件", "disclosed.total", "主动公开总数"),
        ("response.press_lead", "主要负责同志参加", "response.press", "新闻发布会总次数"),
        ("response.interviews_lead", "主要负责同志参加", "response.interviews", "在线访谈次数"),
    ];
    for (part, part_label, whole, whole_label) in at_most {
        if let (Some(part), Some(whole)) = (term(part, part_label), term(whole, whole_label)) {
            add(Severity::Error, part.key, part.label, Law::AtMost { part, whole: vec![whole] });
        }
    }
    // One item on several channels counts once: no channel is above the total, and the total not above their sum.
    if let Some(total) = term("disclosed.total", "主动公开总数") {
        let channels: Vec<Term> = CHANNELS.iter().filter_map(|(name, label)| term(name, label)).collect();
        for channel in &channels {
            let law = Law::AtMost { part: *channel, whole: vec![total] };
            add(Severity::Error, channel.key, channel.label, law);
        }
        add(Severity::Error, total.key, total.label, Law::AtMost { part: total, whole: channels });
    }
    if let (Some(replied), Some(closed)) = (term("replies.total", "申请答复数"), term("requests.closed", "申请办结数"))
    {
        let law = Law::Balance { left: vec![replied], right: vec![closed] };
        add(Severity::Warning, replied.key, replied.label, law);
    }
    relations
}

pub(super) fn form() -> Form {
    let relations = relations();
    Form {
        id: FormId::Narrative2008,
        name: "2018年度及以前的格式（七部分文字报告，附统计表）",
        short: "2018年及以前",
        summary: "2018年度及以前的格式，七部分文字报告，附政府信息公开情况统计表",
        years: (FIRST_YEAR, 2018),
        headings: HEADINGS,
        topics: &[],
        sums: Form::index(&relations),
        tables: vec![statistics()],
        relations,
    }
}
