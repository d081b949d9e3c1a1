//! The form up to report year 2018: parts of text, and the statistic form of 2014 to 2018.
//!
//! The headings are those of the office's own list; the seven here are the ones to start from.

use super::statistics::{INDICATORS, Indicator};
use super::{About, Cell, Form, Grid, Heading, Keys, Kind, Law, Place, Relation, Severity, Table, TableId, Term};
use crate::value::{FIRST_YEAR, Ordered};

const fn part(words: &'static str) -> Heading {
    Heading { words, role: None }
}

static ABOUT: About = About {
    draft_name: "narrative-2008",
    name: "2018年度及以前的格式（七部分文字报告，附统计表）",
    short: "2018年及以前",
    summary: "2018年度及以前的格式，七部分文字报告，附政府信息公开情况统计表",
    title: "年度政府信息公开年度报告",
    from: FIRST_YEAR,
    notice: None,
    parts: &[
        part("一、基本工作情况"),
        part("二、人大代表建议、委员提案数及办结率"),
        part("三、主动公开政府信息情况"),
        part("四、政府信息公开的收费情况"),
        part("五、行政复议和诉讼情况"),
        part("六、存在的主要问题"),
        part("七、<YYYY+1>年重点工作安排"),
    ],
    topics: &[],
    fee_part: None,
};

/// The channels of publication by the names of their figures, as a report prints them.
pub(super) const CHANNELS: [(&str, &str); 5] = [
    ("channel.gazette", "政府公报"),
    ("channel.website", "政府网站"),
    ("channel.weibo", "政务微博"),
    ("channel.wechat", "政务微信"),
    ("channel.other", "其他方式"),
];

/// The words of an indicator without its numbering and its remark.
fn words(label: &'static str) -> &'static str {
    let bare = label.trim_start_matches(|c: char| "（一二三四五六七八九）、.".contains(c) || c.is_ascii_digit());
    bare.trim_start_matches("其中：").split('（').next().unwrap_or(bare)
}

fn statistics(keys: &mut Keys) -> Table {
    let head = ["统计指标", "单位", "统计数"].map(Cell::column_head);
    let mut rows = vec![Vec::from(head)];
    let mut own = Vec::new();
    let mut labels = Ordered::new();
    for Indicator { depth, name, label, unit, .. } in INDICATORS {
        // The depth is drawn by full-width blanks, as the printed form does it.
        let head = Cell::row_head(format!("{}{label}", "\u{3000}".repeat(*depth)));
        if unit.is_empty() {
            rows.push(vec![head, Cell::empty(), Cell::empty()]);
            continue;
        }
        let kind = if *unit == "万元" { Kind::Money } else { Kind::Count };
        let key = keys.declare((*name).to_owned(), kind, unit);
        rows.push(vec![head, Cell::column_head(*unit), Cell::figure(key)]);
        own.push(key);
        labels.insert(key, words(label).to_owned());
    }
    Table {
        id: TableId::Statistics,
        part: None,
        unit: "",
        grid: Grid { widths: vec![30, 4, 7], rows, head_rows: 1, group_lines: Vec::new() },
        keys: own,
        labels,
    }
}

/// The indicators one level below the one at `index`.
fn children(index: usize) -> impl Iterator<Item = &'static Indicator> {
    let depth = INDICATORS.get(index).map_or(0, |i| i.depth);
    let below = INDICATORS.iter().skip(index + 1).take_while(move |i| i.depth > depth);
    below.filter(move |i| i.depth == depth + 1)
}

fn relations(table: &Table) -> Vec<Relation> {
    let mut relations = Vec::new();
    let mut add = |severity, key, title, law| {
        relations.push(Relation { rule: "N09", severity, place: Place::Cell(key), title, law });
    };
    let named = INDICATORS.iter().filter(|indicator| !indicator.unit.is_empty()).zip(&table.keys);
    let term = |name: &str, label| {
        let (_, key) = named.clone().find(|(indicator, _)| indicator.name == name)?;
        Some(Term { key: *key, label })
    };
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

pub(super) fn form(keys: &mut Keys) -> Form {
    let table = statistics(keys);
    let relations = relations(&table);
    Form::new(&ABOUT, None, vec![table], relations)
}
