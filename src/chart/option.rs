//! A chart as an option of ECharts, built with charming: the only file that names it.
//!
//! Bars only, from zero; no grid, a base line, a value on every mark. Pale fills always carry a stroke, so that
//! neighbours differ in grey print.

use charming::component::{Aria, Axis, Grid, Legend};
use charming::datatype::{CompositeValue, DataPointItem};
use charming::element::{
    AxisLabel, AxisPointer, AxisPointerType, AxisTick, AxisType, ItemStyle, Label, LabelPosition, SplitLine, TextStyle,
    Tooltip, Trigger,
};
use charming::series::Bar;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{Chart, Shape, thin};

/// For which ground a chart is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Look {
    /// A light screen.
    Light,
    /// A dark screen.
    Dark,
    /// Paper.
    Paper,
}

/// A fill with its stroke and the ink of a figure within it.
struct Fill {
    ground: &'static str,
    stroke: &'static str,
    inside: &'static str,
}

const fn fill(ground: &'static str, stroke: &'static str, inside: &'static str) -> Fill {
    Fill { ground, stroke, inside }
}

/// The colours of a look: strong and pale bars, the four parts of a stack, ink, weaker ink, base line.
struct Colours {
    strong: Fill,
    pale: Fill,
    parts: [Fill; 4],
    ink: &'static str,
    ink_2: &'static str,
    base: &'static str,
    ground: &'static str,
}

impl Look {
    fn colours(self) -> Colours {
        let (strong, pale) = (fill("#1b5591", "#1b5591", "#ffffff"), fill("#a9cae8", "#5a8cbc", "#161d26"));
        let pending = |ground| fill(ground, "#838d99", "#434e5b");
        match self {
            Self::Light => Colours {
                parts: [
                    fill("#1b5591", "#1b5591", "#ffffff"),
                    fill("#d0761f", "#d0761f", "#161d26"),
                    fill("#a9cae8", "#5a8cbc", "#161d26"),
                    pending("#ffffff"),
                ],
                strong,
                pale,
                ink: "#161d26",
                ink_2: "#434e5b",
                base: "#828c98",
                ground: "#ffffff",
            },
            Self::Dark => Colours {
                strong: fill("#82b6ee", "#82b6ee", "#0d1a28"),
                pale: fill("#2b4a6b", "#5a8cbc", "#e7ebf0"),
                parts: [
                    fill("#82b6ee", "#82b6ee", "#0d1a28"),
                    fill("#e0995a", "#e0995a", "#0d1a28"),
                    fill("#2b4a6b", "#5a8cbc", "#e7ebf0"),
                    fill("#171c22", "#919dab", "#b3bdc9"),
                ],
                ink: "#e7ebf0",
                ink_2: "#b3bdc9",
                base: "#6d7987",
                ground: "#1e242c",
            },
            Self::Paper => Colours {
                parts: [
                    fill("#1b5591", "#1b5591", "#ffffff"),
                    fill("#d0761f", "#d0761f", "#000000"),
                    fill("#a9cae8", "#1b5591", "#000000"),
                    pending("#ffffff"),
                ],
                strong,
                pale: fill("#a9cae8", "#1b5591", "#000000"),
                ink: "#000000",
                ink_2: "#000000",
                base: "#000000",
                ground: "#ffffff",
            },
        }
    }

    /// The names stand in single quotes: a drawing as text has them in an attribute.
    fn font(self) -> &'static str {
        match self {
            Self::Light | Self::Dark => "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', system-ui, sans-serif",
            Self::Paper => "'FangSong_GB2312', '仿宋', 'FangSong', 'STFangsong', 'Noto Serif CJK SC', serif",
        }
    }
}

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
                .right(if lying { 56 } else { 8 })
                .top(if is_legend_needed(chart) { 44 } else { 28 })
                .bottom(8)
                .contain_label(true),
        )
        .legend(
            Legend::new()
                .show(is_legend_needed(chart))
                .right(0)
                .top(0)
                .item_width(12.0)
                .item_height(12.0)
                .text_style(text(colours.ink_2)),
        )
        .tooltip(
            Tooltip::new()
                .trigger(Trigger::Axis)
                .axis_pointer(AxisPointer::new().type_(AxisPointerType::None))
                .background_color(colours.ground)
                .border_color(colours.base),
        )
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

fn bars(chart: &Chart, index: usize, series: &super::Series, colours: &Colours) -> Bar {
    let stacked = chart.shape == Shape::Stacked;
    let part = colours.parts.get(index).filter(|_| stacked);
    let style = |fill: &Fill| ItemStyle::new().color(fill.ground).border_color(fill.stroke).border_width(1);
    let points: Vec<DataPointItem> = series
        .values
        .iter()
        .enumerate()
        .map(|(at, value)| {
            let strong = chart.strong == Some(at);
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
    let mark = part.unwrap_or(&colours.strong);
    let bar = Bar::new().name(series.name.clone()).data(points).label(label).item_style(style(mark));
    if stacked { bar.stack("总计") } else { bar }
}

/// The option as a value, with what charming cannot say: HTML tooltips would break the Content-Security-Policy, the
/// width of a bar has a limit, and so on.
fn patched(built: &charming::Chart, chart: &Chart, look: Look) -> Value {
    let mut option = serde_json::to_value(built).unwrap_or_default();
    let tooltips = option.pointer_mut("/tooltip");
    if let Some(tooltip) =
        tooltips.map(|tooltips| if tooltips.is_array() { tooltips.get_mut(0) } else { Some(tooltips) })
        && let Some(Value::Object(tooltip)) = tooltip
    {
        tooltip.insert("renderMode".to_owned(), json!("richText"));
        tooltip.insert("confine".to_owned(), json!(true));
        tooltip.insert("textStyle".to_owned(), json!({"color": look.colours().ink}));
    }
    if let Some(series) = option.pointer_mut("/series").and_then(Value::as_array_mut) {
        for bar in series.iter_mut().filter_map(Value::as_object_mut) {
            // Figures that have no room are in the table; those of a stack are listed at its end.
            bar.insert("labelLayout".to_owned(), json!({"hideOverlap": true}));
            bar.insert("barMaxWidth".to_owned(), json!(if chart.shape == Shape::Columns { 58 } else { 24 }));
        }
    }
    if chart.shape == Shape::Stacked {
        thin::list(&mut option, chart, look.colours().ink);
    }
    let along = if chart.shape == Shape::Columns { "/xAxis" } else { "/yAxis" };
    let axis = option.pointer_mut(along).and_then(|axes| if axes.is_array() { axes.get_mut(0) } else { Some(axes) });
    if let Some(axis) = axis.and_then(Value::as_object_mut) {
        axis.insert("axisLine".to_owned(), json!({"lineStyle": {"color": look.colours().base}}));
        if let Some(label) = axis.get_mut("axisLabel").and_then(Value::as_object_mut) {
            label.insert("hideOverlap".to_owned(), json!(true));
        }
    }
    if let Some(option) = option.as_object_mut() {
        option.insert("textStyle".to_owned(), json!({"fontFamily": look.font()}));
        option.insert("animation".to_owned(), json!(false));
    }
    option
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Series;
    use crate::chart::table::table;
    use crate::draft::ChartId;

    fn trend() -> Chart {
        Chart {
            sentence: String::new(),
            subtitle: String::new(),
            shape: Shape::Columns,
            categories: ["2016年", "2017年"].map(str::to_owned).to_vec(),
            series: vec![Series { name: "主动公开数".to_owned(), values: vec![Some(45), Some(88)] }],
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
    fn a_blank_is_no_bar_of_zero() {
        let mut chart = trend();
        chart.series[0].values[0] = None;
        assert_eq!(option(&chart, Look::Light).pointer("/series/0/data/0/value"), Some(&Value::Null));
    }
}
