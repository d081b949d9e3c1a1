//! A chart as an option of ECharts, built with charming: the only file that names it.
//!
//! Bars only, from zero; no grid, a base line, a value on every mark. Pale fills always carry a stroke, so that
//! neighbours differ in grey print.

use charming::component::{Aria, Axis, Grid, Legend};
use charming::datatype::{CompositeValue, DataPointItem};
use charming::element::{
    AxisLabel, AxisTick, AxisType, ItemStyle, Label, LabelPosition, SplitLine, TextStyle, Tooltip, Trigger,
};
use charming::series::Bar;
use serde_json::{Map, Value, json};

use super::look::{Colours, Fill};
use super::{Chart, Look, Shape, thin};

/// The option of a chart, as JSON.
pub fn option(chart: &Chart, look: Look) -> Value {
    let colours = look.colours();
    let lying = chart.shape != Shape::Columns;
    let text = |colour: &'static str| TextStyle::new().color(colour).font_family(look.font()).font_size(13.0);
    let categories = Axis::new()
        .type_(AxisType::Category)
        .data(chart.categories.clone())
        .inverse(lying)
        .axis_tick(AxisTick::new().show(false))
        .axis_label(AxisLabel::new().color(colours.ink).font_size(13.0).interval(0.0));
    let values = Axis::new().type_(AxisType::Value).show(false).min(0).split_line(SplitLine::new().show(false));
    let (x, y) = if lying { (values, categories) } else { (categories, values) };
    let mut built = charming::Chart::new()
        .aria(Aria::new().enabled(true))
        .grid(
            Grid::new()
                .left(8)
                .right(if lying { right(chart) } else { 8 })
                .top(if is_legend_needed(chart) { 44 } else { 28 })
                .bottom(8)
                .contain_label(true),
        )
        .legend(
            Legend::new()
                .show(is_legend_needed(chart))
                .right(8)
                .top(0)
                .item_width(12.0)
                .item_height(12.0)
                .text_style(text(colours.ink_2)),
        )
        .tooltip(Tooltip::new().trigger(Trigger::Item).background_color(colours.ground).border_color(colours.base))
        .x_axis(x)
        .y_axis(y);
    for (index, series) in chart.series.iter().enumerate() {
        built = built.series(bars(chart, index, series, &colours));
    }
    patched(&built, chart, look)
}

/// One series is named by the sentence over the chart.
fn is_legend_needed(chart: &Chart) -> bool {
    chart.series.len() > 1
}

/// How much stands free at the right of the longest bar, for its figure and its share.
fn right(chart: &Chart) -> i64 {
    let longest = chart.series.iter().flat_map(|series| &series.values).flatten().max().copied().unwrap_or(0);
    let digits = i64::try_from(longest.to_string().len()).unwrap_or(1) * 8;
    let share = chart.shares.iter().map(|share| share.chars().count()).max().unwrap_or(0);
    let share = i64::try_from(share).unwrap_or(0);
    (digits + if share > 0 { share * 9 + 24 } else { 16 }).max(56)
}

fn bars(chart: &Chart, index: usize, series: &super::Series, colours: &Colours) -> Bar {
    let stacked = chart.shape == Shape::Stacked;
    let part = colours.parts.get(index).filter(|_| stacked);
    let style = |fill: &Fill| ItemStyle::new().color(fill.ground).border_color(fill.stroke).border_width(1);
    let points: Vec<DataPointItem> = series
        .values
        .iter()
        .enumerate()
        .map(|(at, value)| {
            // Of two years, this one is strong; of one, the bar that the sentence names.
            let strong = if is_legend_needed(chart) { index == 0 } else { chart.strong == Some(at) };
            let fill = part.unwrap_or(if strong { &colours.strong } else { &colours.pale });
            // Of a stack, a part of 0 has no figure.
            let value = value.filter(|value| !stacked || *value > 0);
            DataPointItem::new(CompositeValue::from(value)).item_style(style(fill))
        })
        .collect();
    let label = Label::new().show(true).font_size(13.0).font_weight("bold");
    let label = match (part, chart.shape) {
        (Some(fill), _) => label.position(LabelPosition::Inside).color(fill.inside),
        (None, Shape::Columns) => label.position(LabelPosition::Top).color(colours.ink),
        (None, Shape::Bars | Shape::Stacked) => label.position(LabelPosition::Right).color(colours.ink),
    };
    let mark = part.unwrap_or(if index == 0 { &colours.strong } else { &colours.pale });
    let bar = Bar::new().name(series.name.clone()).data(points).label(label).item_style(style(mark));
    if stacked { bar.stack("总计") } else { bar }
}

/// The option as a value, with what charming cannot say: HTML tooltips would break the Content-Security-Policy, the
/// width of a bar has a limit, and so on.
fn patched(built: &charming::Chart, chart: &Chart, look: Look) -> Value {
    let mut option = serde_json::to_value(built).unwrap_or_default();
    each(&mut option, "/tooltip", |tooltip| {
        tooltip.insert("renderMode".to_owned(), json!("richText"));
        tooltip.insert("confine".to_owned(), json!(true));
        tooltip.insert("textStyle".to_owned(), json!({"color": look.colours().ink}));
    });
    if let Some(series) = option.pointer_mut("/series").and_then(Value::as_array_mut) {
        for bar in series.iter_mut().filter_map(Value::as_object_mut) {
            // Figures that have no room are in the table; those of a stack are listed at its end.
            bar.insert("labelLayout".to_owned(), json!({"hideOverlap": true}));
            bar.insert("barMaxWidth".to_owned(), json!(if chart.shape == Shape::Columns { 58 } else { 24 }));
            bar.insert("barGap".to_owned(), json!("10%"));
        }
        for (nth, (series, bar)) in chart.series.iter().zip(series).enumerate() {
            let points = bar.get_mut("data").and_then(Value::as_array_mut);
            for (at, point) in points.into_iter().flatten().filter_map(Value::as_object_mut).enumerate() {
                if let Some(tip) = series.tips.get(at) {
                    point.insert("tooltip".to_owned(), json!({"formatter": tip}));
                }
                if let (0, Some(value), Some(share)) =
                    (nth, series.values.get(at).copied().flatten().filter(|value| *value > 0), chart.shares.get(at))
                {
                    point.insert("label".to_owned(), shared(value, share, look));
                }
            }
        }
    }
    if chart.shape == Shape::Stacked {
        thin::list(&mut option, chart, look.colours().ink);
    }
    let along = if chart.shape == Shape::Columns { "/xAxis" } else { "/yAxis" };
    each(&mut option, along, |axis| {
        axis.insert("axisLine".to_owned(), json!({"lineStyle": {"color": look.colours().base}}));
        if let Some(label) = axis.get_mut("axisLabel").and_then(Value::as_object_mut) {
            label.insert("hideOverlap".to_owned(), json!(true));
        }
    });
    if let Some(option) = option.as_object_mut() {
        option.insert("textStyle".to_owned(), json!({"fontFamily": look.font()}));
        option.insert("animation".to_owned(), json!(false));
    }
    option
}

/// Changes a member that may stand alone or in a list.
pub(super) fn each(option: &mut Value, member: &str, change: impl Fn(&mut Map<String, Value>)) {
    match option.pointer_mut(member) {
        Some(Value::Array(all)) => all.iter_mut().filter_map(Value::as_object_mut).for_each(change),
        Some(Value::Object(one)) => change(one),
        _ => {}
    }
}

/// A figure with its share beside it.
fn shared(value: i64, share: &str, look: Look) -> Value {
    let colours = look.colours();
    json!({
        "formatter": format!("{{v|{value}}}  {{s|{share}}}"),
        "rich": {
            "v": {"color": colours.ink, "fontSize": 13, "fontWeight": "bold"},
            "s": {"color": colours.ink_2, "fontSize": 12, "fontWeight": "normal"},
        },
    })
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::chart::Series;
    use crate::chart::table::table;
    use crate::draft::ChartId;

    pub(in crate::chart) fn trend() -> Chart {
        Chart {
            sentence: String::new(),
            subtitle: String::new(),
            unit: "条".to_owned(),
            shape: Shape::Columns,
            categories: ["2016年", "2017年"].map(str::to_owned).to_vec(),
            shares: Vec::new(),
            series: vec![Series::new("主动公开数", [(Some(45), None), (Some(88), None)])],
            strong: Some(1),
            table: table(ChartId::Trend, &["时间"], Vec::new()),
            note: String::new(),
        }
    }

    #[test]
    fn this_year_is_strong_and_the_tooltip_is_no_html() {
        for look in [Look::Light, Look::Dark, Look::Paper] {
            let option = option(&trend(), look);
            let text = option.to_string();
            assert!(text.contains("\"renderMode\":\"richText\""), "{text}");
            assert!(!text.contains("function"), "{text}");
            // In a drawing as text a quotation mark would end the attribute.
            assert!(!text.contains("\\\""), "{text}");
            let fills: Vec<&Value> =
                (0..2).filter_map(|at| option.pointer(&format!("/series/0/data/{at}/itemStyle/color"))).collect();
            assert_eq!(fills.len(), 2, "{text}");
            assert_ne!(fills[0], fills[1]);
            assert_eq!(option.pointer("/series/0/data/1/value"), Some(&json!(88)));
        }
    }

    #[test]
    fn a_share_stands_beside_its_figure_and_0_has_none() {
        let bars = Chart {
            shape: Shape::Bars,
            shares: vec!["100.0%".to_owned(), "—".to_owned()],
            series: vec![Series::new("申请", [(Some(88), None), (Some(0), None)])],
            ..trend()
        };
        let option = option(&bars, Look::Paper);
        assert_eq!(option.pointer("/series/0/data/0/label/formatter"), Some(&json!("{v|88}  {s|100.0%}")));
        assert_eq!(option.pointer("/series/0/data/1/label"), None);
    }

    #[test]
    fn of_two_years_this_one_is_strong() {
        let mut bars = Chart { shape: Shape::Bars, ..trend() };
        bars.series.push(Series::new("2016年", [(Some(3), None), (Some(4), None)]));
        let option = option(&bars, Look::Light);
        let fill = |series: usize, at: usize| {
            option.pointer(&format!("/series/{series}/data/{at}/itemStyle/color")).and_then(Value::as_str)
        };
        assert_eq!([fill(0, 0), fill(0, 1)], [Some("#1b5591"); 2]);
        assert_eq!([fill(1, 0), fill(1, 1)], [Some("#a9cae8"); 2]);
        assert!(is_legend_needed(&bars));
    }

    #[test]
    fn a_blank_is_no_bar_of_zero() {
        let mut chart = trend();
        chart.series[0].values[0] = None;
        assert_eq!(option(&chart, Look::Light).pointer("/series/0/data/0/value"), Some(&Value::Null));
    }
}
