//! Last year beside this, and what is told of a value where it is pointed at: for the screen. On paper stand the figures of the report
//! itself, whatever other reports are at hand.

use super::series::{Chart, Series, Shape, chart, rate_words};
use super::table::count_cell;
use crate::block::{Content, Role, TableCell};
use crate::calc::growth;
use crate::draft::ChartId;
use crate::facts::Case;

/// The chart of a case with last year's values beside this year's where that report is at hand, or the reason why there is nothing to draw.
pub fn chart_beside(case: &Case, id: ChartId) -> Result<Chart, &'static str> {
    let mut drawn = chart(case, id)?;
    let last = case.last.and_then(|last| chart(&Case::new(last, case.today), id).ok());
    let (this, before) = (case.draft.year(), case.last.map(crate::draft::Draft::year));
    tell(&mut drawn, last.as_ref());
    if let (Some(last), Some(before)) = (last, before) {
        match drawn.shape {
            // The years stand side by side already.
            Shape::Columns => {}
            Shape::Bars => add_series(&mut drawn, &last, [this, before]),
            Shape::Stacked => add_rows(&mut drawn, &last, before),
        }
    }
    Ok(drawn)
}

/// The value that another chart has under the same name.
fn value_of(other: &Chart, series: usize, category: &str) -> Option<i64> {
    let at = other.categories.iter().position(|name| name == category)?;
    other.series.get(series)?.values.get(at).copied().flatten()
}

/// Says of each value what it is, its share, and how it changed.
fn tell(chart: &mut Chart, last: Option<&Chart>) {
    let is_stack = chart.shape == Shape::Stacked;
    let mut all = Vec::new();
    for (nth, series) in chart.series.iter().enumerate() {
        let mut before = None;
        let mut tips = Vec::new();
        for (at, (category, value)) in chart.categories.iter().zip(&series.values).enumerate() {
            let last = match chart.shape {
                Shape::Columns => before,
                Shape::Bars | Shape::Stacked => last.and_then(|last| value_of(last, nth, category)),
            };
            before = *value;
            let part = if is_stack { format!("，{}", series.name) } else { String::new() };
            let Some(value) = value else {
                tips.push(format!("{category}{part}：没有填"));
                continue;
            };
            let share = chart.shares.get(at).filter(|_| *value > 0).map(|share| format!("，占 {share}"));
            let share = share.unwrap_or_default();
            let changed = last.map(|last| changed(*value, last, &chart.unit)).unwrap_or_default();
            tips.push(format!("{category}{part}：{value} {}{share}{changed}", chart.unit));
        }
        all.push(tips);
    }
    for (series, tips) in chart.series.iter_mut().zip(all) {
        series.tips = tips;
    }
}

/// How a value changed, in words.
fn changed(now: i64, before: i64, unit: &str) -> String {
    let rate = growth(now.into(), before.into()).map(|rate| format!("，{}", rate_words(rate))).unwrap_or_default();
    format!("；上年 {before} {unit}{rate}")
}

/// Puts last year's values beside this year's as a second series, and as a column into the table. What last year alone had stands in no
/// row of this year's, and in none here.
fn add_series(chart: &mut Chart, last: &Chart, [this, before]: [u16; 2]) {
    let Some(first) = chart.series.first_mut() else { return };
    first.name = format!("{this}年");
    let values: Vec<Option<i64>> = chart.categories.iter().map(|category| value_of(last, 0, category)).collect();
    let tip = |(category, value): (&String, &Option<i64>)| match value {
        Some(value) => format!("{before}年{category}：{value} {}", chart.unit),
        None => format!("{before}年{category}：没有"),
    };
    let tips = chart.categories.iter().zip(&values).map(tip).collect();
    let unit = chart.unit.clone();
    for row in &mut chart.table.rows {
        let name = row.first().map(|cell| cell.content.to_string()).unwrap_or_default();
        let is_head = row.first().is_some_and(|cell| cell.role == Role::ColumnHead);
        row.push(if is_head {
            TableCell::single(Content::text(format!("{before}年")), Role::ColumnHead)
        } else {
            TableCell::single(count_cell(value_of(last, 0, &name), &unit), Role::Value)
        });
    }
    chart.table.widths.push(1);
    chart
        .series
        .push(Series { tips, ..Series::new(format!("{before}年"), values.into_iter().map(|value| (value, None))) });
}

/// Puts last year's bar below each of this year's, and its row into the table.
fn add_rows(chart: &mut Chart, last: &Chart, before: u16) {
    let own = std::mem::take(&mut chart.categories);
    for (nth, series) in chart.series.iter_mut().enumerate() {
        let values = own
            .iter()
            .zip(std::mem::take(&mut series.values))
            .flat_map(|(name, value)| [value, value_of(last, nth, name)]);
        series.values = values.collect();
        series.places = std::mem::take(&mut series.places).into_iter().flat_map(|place| [place, None]).collect();
        let tips = own.iter().zip(std::mem::take(&mut series.tips)).flat_map(|(name, tip)| {
            let value =
                value_of(last, nth, name).map_or("没有".to_owned(), |value| format!("{value} {}", chart.unit));
            [tip, format!("{before}年{name}，{}：{value}", series.name)]
        });
        series.tips = tips.collect();
    }
    // In two lines: the names are long, and the bars are to have room.
    chart.categories = own.iter().flat_map(|name| [name.clone(), format!("{before}年\n{name}")]).collect();
    let heads = chart.table.head_rows;
    let rows = std::mem::take(&mut chart.table.rows);
    for (at, row) in rows.into_iter().enumerate() {
        let name = row.first().map(|cell| cell.content.to_string()).unwrap_or_default();
        chart.table.rows.push(row);
        let of_last =
            last.table.rows.iter().find(|row| row.first().is_some_and(|cell| cell.content.to_string() == name));
        if let (true, Some(of_last)) = (at >= heads, of_last) {
            let mut of_last = of_last.clone();
            if let Some(head) = of_last.first_mut() {
                head.content = Content::text(format!("{before}年{name}"));
            }
            chart.table.rows.push(of_last);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Draft;
    use crate::value::Date;

    fn draft(year: u16, figures: &str) -> Draft {
        let json = format!(r#"{{"nianbao": 1, "form": "national-2021", "year": {year}, "figures": {{{figures}}}}}"#);
        Draft::from_json(&json).unwrap_or_else(|refused| panic!("{refused}")).draft
    }

    fn beside(id: ChartId, this: &str, last: Option<&str>) -> Chart {
        let (this, last) = (draft(2023, this), last.map(|last| draft(2022, last)));
        let today = Date::new(2024, 1, 20).expect("a day");
        let case = Case { last: last.as_ref(), ..Case::new(&this, today) };
        chart_beside(&case, id).expect("a chart")
    }

    fn table(chart: &Chart) -> Vec<String> {
        let row = |row: &Vec<TableCell>| row.iter().map(|cell| cell.content.to_string()).collect::<Vec<_>>().join(" ");
        chart.table.rows.iter().map(row).collect()
    }

    const THIS: &str = r#""applications.new.natural": 30, "applications.new.business": 10"#;

    #[test]
    fn alone_each_value_tells_itself_and_its_share() {
        let chart = beside(ChartId::Applicants, THIS, None);
        assert_eq!(chart.series.len(), 1);
        assert_eq!(chart.series[0].tips, ["自然人：30 件，占 75.0%", "商业企业：10 件，占 25.0%"]);
    }

    #[test]
    fn last_year_stands_beside_this() {
        let last = r#""applications.new.natural": 40, "applications.new.research": 2"#;
        let chart = beside(ChartId::Applicants, THIS, Some(last));
        let names: Vec<&str> = chart.series.iter().map(|series| series.name.as_str()).collect();
        assert_eq!(names, ["2023年", "2022年"]);
        assert_eq!(chart.series[1].values, [Some(40), None]);
        assert_eq!(chart.series[0].tips[0], "自然人：30 件，占 75.0%；上年 40 件，下降 25.0%");
        assert_eq!(table(&chart), ["申请人 件数 占比 2022年", "自然人 30 75.0% 40", "商业企业 10 25.0% "]);
    }

    #[test]
    fn last_years_stack_stands_below_this_years() {
        let this = r#""disputes.review.upheld": 3, "disputes.review.corrected": 1"#;
        let chart = beside(ChartId::Disputes, this, Some(r#""disputes.review.upheld": 5"#));
        assert_eq!(chart.categories[..2], ["行政复议", "2022年\n行政复议"]);
        assert_eq!(chart.series[0].values[..2], [Some(3), Some(5)]);
        assert!(chart.series[0].places[0].is_some() && chart.series[0].places[1].is_none());
        assert_eq!(chart.series[0].tips[0], "行政复议，结果维持：3 件；上年 5 件，下降 40.0%");
        let rows = table(&chart);
        assert!(rows[2].starts_with("2022年行政复议 5"), "{rows:?}");
    }
}
