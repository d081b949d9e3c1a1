//! Parts of a stack that are too thin for their figure: they are listed at the end of the bar.

use serde_json::{Value, json};

use super::Chart;
use super::option::each;

/// About how wide the longest bar is, in pixels.
const BAR: i64 = 360;
/// How wide a digit is, and what stands free beside a figure.
const DIGIT: i64 = 8;
const FREE: i64 = 4;
/// How wide a character of the list is.
const CHARACTER: i64 = 13;
/// The least that stands free at the right.
const LEAST: i64 = 56;

/// Whether a part is too thin for its figure.
fn is_thin(chart: &Chart, part: i64) -> bool {
    let digits = i64::try_from(part.to_string().len()).unwrap_or(1);
    part.saturating_mul(BAR) < longest(chart).saturating_mul(DIGIT * digits + FREE)
}

/// The sum of a bar.
fn sum(chart: &Chart, at: usize) -> i64 {
    chart.series.iter().filter_map(|series| series.values.get(at).copied().flatten()).sum()
}

/// The sum of the longest bar.
fn longest(chart: &Chart) -> i64 {
    (0..chart.categories.len()).map(|at| sum(chart, at)).max().unwrap_or(0)
}

/// How much must stand free at the right: a list begins where its own bar ends, so that beside a short bar there is room already.
fn right(chart: &Chart, words: &[String]) -> i64 {
    let longest = longest(chart).max(1);
    let needed = words.iter().enumerate().map(|(at, words)| {
        let width = i64::try_from(words.chars().count()).unwrap_or(0) * CHARACTER + 16;
        width - BAR * (longest - sum(chart, at)) / longest
    });
    needed.max().unwrap_or(0).max(LEAST)
}

/// Lists the thin parts of each bar at its end: 纠正 1、尚未审结 6.
pub(super) fn list(option: &mut Value, chart: &Chart, ink: &str) {
    let words: Vec<String> = (0..chart.categories.len()).map(|at| words(chart, at)).collect();
    if words.iter().all(String::is_empty) {
        return;
    }
    let point = |words: &String| {
        let label =
            json!({"show": !words.is_empty(), "position": "right", "color": ink, "formatter": words, "fontSize": 13});
        json!({"value": 0, "label": label})
    };
    let ends =
        json!({"type": "bar", "stack": "总计", "silent": true, "data": words.iter().map(point).collect::<Vec<_>>()});
    if let Some(drawn) = option.pointer_mut("/series").and_then(Value::as_array_mut) {
        for (series, drawn) in chart.series.iter().zip(drawn.iter_mut()) {
            hide(chart, &series.values, drawn);
        }
        drawn.push(ends);
    }
    let right = right(chart, &words);
    let names: Vec<&str> = chart.series.iter().map(|series| series.name.as_str()).collect();
    each(option, "/legend", |legend| {
        legend.insert("data".to_owned(), json!(names));
    });
    each(option, "/grid", |grid| {
        grid.insert("right".to_owned(), json!(right));
    });
}

/// Takes the figures of thin parts out of a series.
fn hide(chart: &Chart, values: &[Option<i64>], drawn: &mut Value) {
    let points = drawn.get_mut("data").and_then(Value::as_array_mut);
    for (value, point) in values.iter().zip(points.into_iter().flatten()) {
        if value.is_some_and(|value| value > 0 && is_thin(chart, value))
            && let Some(point) = point.as_object_mut()
        {
            point.insert("label".to_owned(), json!({"show": false}));
        }
    }
}

/// The name of a part without what all of them are: 维持, 纠正.
fn short(name: &str) -> &str {
    name.strip_prefix("结果").or(name.strip_suffix("结果")).unwrap_or(name)
}

/// The parts of a bar that are listed, in words.
fn words(chart: &Chart, at: usize) -> String {
    let parts = chart.series.iter().filter_map(|series| Some((series, series.values.get(at).copied().flatten()?)));
    let thin = parts.filter(|(_, value)| *value > 0 && is_thin(chart, *value));
    thin.map(|(series, value)| format!("{} {value}", short(&series.name))).collect::<Vec<_>>().join("、")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::table::table;
    use crate::chart::{Look, Series, Shape, option};
    use crate::draft::ChartId;

    /// The disputes of a city: 309, 17, 88, 26 against 1, 1, 16, 6.
    fn disputes() -> Chart {
        let series = |name: &str, values: [i64; 2]| Series::new(name, values.map(|value| (Some(value), None)));
        Chart {
            sentence: String::new(),
            subtitle: String::new(),
            unit: "件".to_owned(),
            shape: Shape::Stacked,
            categories: vec!["行政复议".to_owned(), "未经复议直接起诉".to_owned()],
            shares: Vec::new(),
            series: vec![
                series("结果维持", [309, 1]),
                series("结果纠正", [17, 1]),
                series("其他结果", [88, 16]),
                series("尚未审结", [26, 0]),
            ],
            strong: None,
            table: table(ChartId::Disputes, &["类别"], Vec::new()),
            note: String::new(),
        }
    }

    #[test]
    fn thin_parts_are_listed_at_the_end_and_nowhere_else() {
        let chart = disputes();
        assert_eq!(words(&chart, 0), "纠正 17");
        assert_eq!(words(&chart, 1), "维持 1、纠正 1、其他 16");
        let option = option(&chart, Look::Paper);
        assert_eq!(option.pointer("/series/4/data/1/label/formatter"), Some(&json!(words(&chart, 1))));
        assert_eq!(option.pointer("/series/1/data/0/label/show"), Some(&json!(false)));
        assert_eq!(option.pointer("/series/0/data/0/label"), None);
        assert_eq!(
            option.pointer("/legend/0/data").or(option.pointer("/legend/data")),
            Some(&json!(["结果维持", "结果纠正", "其他结果", "尚未审结"]))
        );
    }

    #[test]
    fn where_all_have_room_nothing_is_listed() {
        let mut chart = disputes();
        for series in &mut chart.series {
            series.values = vec![Some(50), Some(40)];
        }
        assert_eq!(option(&chart, Look::Light).pointer("/series/4"), None);
    }
}
