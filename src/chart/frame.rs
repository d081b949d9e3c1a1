//! A chart that stands by itself, as a picture: the sentence and the unit over it, the note and where the numbers are from below.

use serde_json::{Value, json};

use super::option::each;
use super::{Chart, Look, option};

/// How high what stands over a chart is, in pixels: the sentence and the unit.
const ABOVE: i64 = 64;
/// How high a line below is.
const LINE: i64 = 22;

/// The option of a chart with its sentence and its unit over it, its note and the source of its numbers below.
pub fn framed(chart: &Chart, look: Look, source: &str) -> Value {
    let mut framed = option(chart, look);
    let colours = look.colours();
    let below: Vec<&str> = [chart.note.as_str(), source].into_iter().filter(|words| !words.is_empty()).collect();
    let height = i64::try_from(below.len()).unwrap_or(0) * LINE;
    let title = json!([
        {
            "text": chart.sentence, "subtext": chart.subtitle, "left": 8, "top": 4, "itemGap": 6,
            "textStyle": {"fontSize": 18, "color": colours.ink, "fontWeight": "bold", "fontFamily": look.font()},
            "subtextStyle": {"fontSize": 13, "color": colours.ink_2, "fontFamily": look.font()},
        },
        {
            "text": below.join("\n"), "left": 8, "bottom": 4,
            "textStyle": {"fontSize": 12, "lineHeight": LINE, "color": colours.ink_2, "fontWeight": "normal", "fontFamily": look.font()},
        },
    ]);
    if let Some(framed) = framed.as_object_mut() {
        framed.insert("title".to_owned(), title);
        framed.insert("backgroundColor".to_owned(), json!("#ffffff"));
        framed.remove("tooltip");
    }
    move_by(&mut framed, "/grid", "top", ABOVE);
    move_by(&mut framed, "/grid", "bottom", height + 8);
    move_by(&mut framed, "/legend", "top", ABOVE);
    framed
}

/// Moves something farther in from an edge.
fn move_by(option: &mut Value, what: &str, edge: &str, by: i64) {
    each(option, what, |one| {
        let now = one.get(edge).and_then(Value::as_i64).unwrap_or(0);
        one.insert(edge.to_owned(), json!(now + by));
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::option::tests::trend;

    #[test]
    fn a_picture_says_what_it_shows_and_where_from() {
        let chart = Chart { sentence: "2017年主动公开 88 条".to_owned(), note: "说明".to_owned(), ..trend() };
        let (plain, framed) = (option(&chart, Look::Paper), framed(&chart, Look::Paper, "来源：年报"));
        assert_eq!(framed.pointer("/title/0/text"), Some(&json!("2017年主动公开 88 条")));
        assert_eq!(framed.pointer("/title/1/text"), Some(&json!("说明\n来源：年报")));
        let top = |option: &Value| {
            option.pointer("/grid/0/top").or(option.pointer("/grid/top")).and_then(Value::as_i64).expect("a top")
        };
        assert_eq!(top(&framed) - top(&plain), ABOVE);
    }
}
