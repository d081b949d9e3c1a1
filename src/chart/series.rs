//! The numbers of each chart, and the one sentence over it.

use serde::{Deserialize, Serialize};

use super::table::{count_cell, share_cell, table};
use crate::block::{Content, Number, Table};
use crate::calc::{channel_sum, growth, shown};
use crate::draft::{ChartId, Draft, OfficeField, Place};
use crate::facts::Case;
use crate::form::{Form, Key, Named, Outcome, Row, Way, channels as form_channels};
use crate::sheet::{history_title, history_years};
use crate::value::{Count, Decimal, Figure, percent};

/// A chart as plain data: what is drawn, and the same as a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chart {
    /// The one sentence over it, in official wording.
    pub sentence: String,
    /// What it counts, with its unit.
    pub subtitle: String,
    /// The unit of its values (条).
    pub unit: String,
    /// How it is drawn.
    pub shape: Shape,
    /// What stands along its axis.
    pub categories: Vec<String>,
    /// The share of each category in their sum, in words (96.9%); none where shares say nothing.
    pub shares: Vec<String>,
    /// The series, each with a value a category.
    pub series: Vec<Series>,
    /// The category that is drawn strong: this year.
    pub strong: Option<usize>,
    /// Its numbers as a table, a row a category.
    pub table: Table,
    /// What there is to say below; may be empty.
    pub note: String,
}

/// How a chart is drawn. Only bars, from zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Shape {
    /// Upright bars, along the years.
    Columns,
    /// Lying bars, a category each.
    Bars,
    /// Lying bars of stacked parts.
    Stacked,
}

/// A series of a chart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Series {
    /// Its name, for the legend.
    pub name: String,
    /// Its values, a category each; nothing where a cell is blank.
    pub values: Vec<Option<i64>>,
    /// What is told of each value where it is pointed at; none on paper.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tips: Vec<String>,
    /// Where in the draft each value is typed; whoever draws it does not ask.
    #[serde(skip)]
    pub places: Vec<Option<Place>>,
}

impl Series {
    /// A series of values with where each is typed.
    pub(super) fn new(name: impl Into<String>, values: impl IntoIterator<Item = (Option<i64>, Option<Place>)>) -> Self {
        let (values, places) = values.into_iter().unzip();
        Self { name: name.into(), values, tips: Vec::new(), places }
    }
}

/// The chart of a case, or the reason why there is nothing to draw.
pub fn chart(case: &Case, id: ChartId) -> Result<Chart, &'static str> {
    match id {
        ChartId::Trend => trend(case.draft).ok_or("填了历年数据后显示"),
        ChartId::Channels => channels(case.draft).ok_or("填了公开渠道后显示"),
        ChartId::Applicants => applicants(case.draft).ok_or("填了申请数后显示"),
        ChartId::Outcomes => outcomes(case.draft).ok_or("填了办理结果后显示"),
        ChartId::Disputes => disputes(case.draft).ok_or("填了复议、诉讼数后显示"),
    }
}

/// The caption of a chart where the draft gives none.
pub fn caption(draft: &Draft, id: ChartId) -> String {
    let name = draft.office(OfficeField::Name);
    let office = name.strip_suffix("办事处").or_else(|| name.strip_suffix("人民政府")).unwrap_or(name);
    let years = draft.history().keys().next().map(|key| history_years(draft, *key)).unwrap_or_default();
    match (id, years.first(), years.last()) {
        (ChartId::Trend, Some(first), Some(last)) => format!("{office}信息公开总数{first}年—{last}年数据统计图"),
        (ChartId::Trend, ..) => format!("{office}信息公开总数统计图"),
        (ChartId::Channels, ..) => format!("{office}公开渠道统计图"),
        (ChartId::Applicants, ..) => format!("{office}政府信息公开申请人统计图"),
        (ChartId::Outcomes, ..) => format!("{office}申请办理结果统计图"),
        (ChartId::Disputes, ..) => format!("{office}行政复议、行政诉讼结果统计图"),
    }
}

/// A value that a chart can draw: counts only.
fn whole(figure: Figure) -> Option<i64> {
    figure.count().map(Count::get)
}

/// A share as a sentence has it.
fn share(part: i64, sum: i64, decimals: u32) -> String {
    share_cell(part, sum, decimals).to_string()
}

/// A rate of growth in words: 增长 95.6%.
pub(super) fn rate_words(rate: Decimal) -> String {
    match rate {
        rate if rate.is_zero() => "持平".to_owned(),
        rate if rate.is_sign_negative() => format!("下降 {}%", rate.abs()),
        rate => format!("增长 {rate}%"),
    }
}

fn trend(draft: &Draft) -> Option<Chart> {
    let key = *draft.history().keys().next()?;
    let years = history_years(draft, key);
    let values: Vec<Option<i64>> = years.iter().map(|year| whole(draft.past(key, *year)?)).collect();
    let unit = key.unit();
    let strong = years.iter().position(|year| *year == draft.year());
    let last = *years.last()?;
    let past = |year| draft.past(key, year).map(Figure::exact);
    let rate = past(last).zip(past(last - 1)).and_then(|(now, before)| growth(now, before));
    let grown = match rate {
        Some(rate) if rate.is_zero() => "，与上年持平".to_owned(),
        Some(rate) => format!("，比上年{}", rate_words(rate)),
        None => String::new(),
    };
    let what = if Named::DISCLOSED.key() == Some(key) { "主动公开".to_owned() } else { key.label() };
    let row = |(year, value): (&u16, &Option<i64>)| {
        let rate = past(*year).zip(past(year - 1)).and_then(|(now, before)| growth(now, before));
        let rate = rate.map_or_else(|| Content::text("—"), |rate| Content::Number(Number::growth(rate)));
        (format!("{year}年"), vec![count_cell(*value, unit), rate])
    };
    let rows = years.iter().zip(&values).map(row).collect();
    let table = table(ChartId::Trend, &["时间", "数量", "比上年"], rows);
    Some(Chart {
        sentence: format!("{last}年{what} {} {unit}{grown}", count_cell(past(last).and_then(to_whole), unit)),
        subtitle: format!("{}，单位：{unit}", history_title(key)),
        unit: unit.to_owned(),
        shape: Shape::Columns,
        categories: years.iter().map(|year| format!("{year}年")).collect(),
        shares: Vec::new(),
        series: vec![Series::new(
            "主动公开数",
            years.iter().zip(values).map(|(year, value)| (value, Some(Place::Past(key, *year)))),
        )],
        strong,
        table,
        note: String::new(),
    })
}

fn to_whole(value: Decimal) -> Option<i64> {
    value.try_into().ok()
}

fn channels(draft: &Draft) -> Option<Chart> {
    let sum = channel_sum(draft).and_then(to_whole).filter(|sum| *sum > 0)?;
    let all = form_channels().filter_map(|(key, label)| Some((label, whole(draft.figure(key)?)?, key)));
    let (above, zero): (Vec<_>, Vec<_>) = all.partition(|(_, value, _)| *value > 0);
    let (largest, most, _) = above.iter().copied().max_by_key(|(_, value, _)| *value)?;
    let mut note = String::new();
    if !zero.is_empty() {
        let names: Vec<&str> = zero.iter().map(|(label, ..)| *label).collect();
        note = format!("{}为 0。", names.join("、"));
    }
    if above.len() > 1 {
        note += &format!("同一条信息可经多个渠道公开，合计 {sum} 条。");
    }
    let rows = above.iter().chain(&zero).map(|(label, value, _)| {
        let part = percent((*value).into(), sum.into(), 0).map(Number::share);
        let part = part.map_or(Content::Blank, Content::Number);
        ((*label).to_owned(), vec![count_cell(Some(*value), "条"), part])
    });
    let table = table(ChartId::Channels, &["公开渠道", "数量", "百分比"], rows.collect());
    Some(Chart {
        sentence: format!("{largest}公开 {most} 条，占 {}", share(most, sum, 0)),
        subtitle: "各渠道公开数，单位：条".to_owned(),
        unit: "条".to_owned(),
        shape: Shape::Bars,
        categories: above.iter().map(|(label, ..)| (*label).to_owned()).collect(),
        shares: above.iter().map(|(_, value, _)| share(*value, sum, 0)).collect(),
        series: vec![Series::new(
            "公开条数",
            above.iter().map(|(_, value, key)| (Some(*value), Some(Place::Cell(*key)))),
        )],
        strong: above.iter().position(|(label, ..)| *label == largest),
        table,
        note,
    })
}

/// The value of a figure in a chart, totals computed.
fn count(draft: &Draft, key: Option<Key>) -> Option<i64> {
    whole(shown(draft, key?).figure?)
}

/// A chart of parts of a total, a bar each.
fn parts(
    id: ChartId,
    parts: &[(&'static str, i64, Option<Key>)],
    what: [&str; 3],
    sentence: impl Fn(i64) -> String,
) -> Option<Chart> {
    let sum: i64 = parts.iter().map(|(_, value, _)| value).sum();
    let most = parts.iter().max_by_key(|(_, value, _)| *value).filter(|(_, value, _)| *value > 0)?;
    let [subtitle, head, name] = what;
    let strong = parts.iter().position(|part| part == most);
    let row = |(label, value, _): &(&str, i64, Option<Key>)| {
        ((*label).to_owned(), vec![count_cell(Some(*value), "件"), share_cell(*value, sum, 1)])
    };
    Some(Chart {
        sentence: sentence(sum),
        subtitle: format!("{subtitle}，单位：件"),
        unit: "件".to_owned(),
        shape: Shape::Bars,
        categories: parts.iter().map(|(label, ..)| (*label).to_owned()).collect(),
        shares: parts.iter().map(|(_, value, _)| share(*value, sum, 1)).collect(),
        series: vec![Series::new(name, parts.iter().map(|(_, value, key)| (Some(*value), key.map(Place::Cell))))],
        strong,
        table: table(id, &[head, "件数", "占比"], parts.iter().map(row).collect()),
        note: String::new(),
    })
}

fn applicants(draft: &Draft) -> Option<Chart> {
    let form = draft.form()?;
    let of = |applicant| count(draft, form.application(Row::New, applicant));
    let key = |kind| form.application(Row::New, kind);
    let values: Vec<_> = form.applicants().iter().filter_map(|kind| Some((kind.label, of(kind)?, key(kind)))).collect();
    let (first, persons) = (form.applicants().first()?.label, form.applicants().first().and_then(of).unwrap_or(0));
    parts(ChartId::Applicants, &values, ["收到申请的申请人", "申请人", "收到申请"], |sum| {
        format!("收到申请 {sum} 件，{first}占 {}", share(persons, sum, 1))
    })
}

fn outcomes(draft: &Draft) -> Option<Chart> {
    let form = draft.form()?;
    shown(draft, form.application_total(Row::Total)?).figure?;
    let groups = form.groups();
    let of = |group| {
        let rows = form.results().filter(|row| row.group == group);
        let values: Vec<i64> = rows.filter_map(|row| count(draft, form.application_total(Row::Result(row)))).collect();
        (!values.is_empty()).then(|| values.iter().sum::<i64>())
    };
    // The first cell of the group: its sum is typed nowhere.
    let key = |group| {
        let first = form.results().find(|row| row.group == group)?;
        form.application(Row::Result(first), form.applicants().first()?)
    };
    let values: Vec<_> = groups.iter().filter_map(|group| Some((group.label, of(*group)?, key(*group)))).collect();
    let open: i64 = groups.iter().filter(|group| group.is_open).filter_map(|group| of(*group)).sum();
    parts(ChartId::Outcomes, &values, ["申请办理结果", "办理结果", "办理结果"], |sum| {
        format!("予以公开、部分公开占 {}", share(open, sum, 1))
    })
}

fn disputes(draft: &Draft) -> Option<Chart> {
    let form: &Form = draft.form()?;
    let at = |way: Way, outcome| count(draft, form.dispute(way, outcome));
    let sum: i64 = Way::ALL.iter().filter_map(|way| at(*way, Outcome::Total)).sum();
    if sum == 0 {
        return None;
    }
    let corrected: i64 = Way::ALL.iter().filter_map(|way| at(*way, Outcome::Corrected)).sum();
    let series = Outcome::ENDS.map(|outcome| {
        let value = |way: &Way| (at(*way, outcome), form.dispute(*way, outcome).map(Place::Cell));
        Series::new(outcome.label(), Way::ALL.iter().map(value))
    });
    let columns = || Outcome::ENDS.into_iter().chain([Outcome::Total]);
    let heads: Vec<&str> = ["类别"].into_iter().chain(columns().map(Outcome::label)).collect();
    let row = |way: Way| {
        let counts = columns().map(|outcome| count_cell(at(way, outcome), "件"));
        (way.label().to_owned(), counts.collect())
    };
    let rows = Way::ALL.into_iter().map(row).collect();
    Some(Chart {
        sentence: format!("复议、诉讼 {sum} 件，纠正 {corrected} 件"),
        subtitle: "行政复议和行政诉讼结果，单位：件".to_owned(),
        unit: "件".to_owned(),
        shape: Shape::Stacked,
        categories: Way::ALL.iter().map(|way| way.label().to_owned()).collect(),
        shares: Vec::new(),
        series: series.into(),
        strong: None,
        table: table(ChartId::Disputes, &heads, rows),
        note: String::new(),
    })
}
