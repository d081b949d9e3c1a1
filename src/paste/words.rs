//! What the words of a pasted cell mean where a figure stands.

use crate::form::{Kind, Place};
use crate::text::ordinary;
use crate::value::{Figure, half_width};

/// What stands behind the figures of a table of the form: its measure words, and those that clerks write for them.
const MEASURES: [&str; 12] = ["件", "条", "个", "次", "人", "宗", "项", "起", "份", "篇", "家", "场"];

/// What pasted words mean in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// Nothing stands there.
    Blank,
    /// A mark that says that there is nothing: —, /, 无.
    Dash,
    /// A figure, written as the cell shows it.
    Plain(Figure),
    /// A figure once its unit, its separators or its width are put straight.
    Tidied(Figure),
    /// A number that its program did not show, as its column was too narrow: ####.
    Hidden,
    /// Anything else.
    Words,
}

/// What pasted words mean in the cell of a place.
pub fn meaning(place: Place, words: &str) -> Meaning {
    let (plain, _) = ordinary(words);
    let text = plain.trim();
    if text.is_empty() {
        return Meaning::Blank;
    }
    if is_dash(text) {
        return Meaning::Dash;
    }
    if text.chars().all(|c| matches!(c, '#' | '＃')) {
        return Meaning::Hidden;
    }
    let Some(kind) = place.kind() else { return Meaning::Words };
    let bare = without_unit(text, kind, place.unit());
    match Figure::read(kind, bare) {
        Ok(Some(figure)) if figure.to_string() == words => Meaning::Plain(figure),
        Ok(Some(figure)) => Meaning::Tidied(figure),
        Ok(None) | Err(_) => Meaning::Words,
    }
}

/// Whether words are a value rather than the label of one: a number with or without a unit, a mark for nothing, or nothing.
pub fn is_value(words: &str) -> bool {
    let (plain, _) = ordinary(words);
    let text = half_width(plain.trim());
    if text.is_empty() || is_dash(&text) || text.chars().all(|c| c == '#') {
        return true;
    }
    let number = text.trim_start_matches(['-', '+', '增', '减', '约']);
    let unit = number.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | '。' | ' '));
    // 1. and 3. number a label.
    let is_number = unit.len() < number.len() && !(unit.is_empty() && number.ends_with('.'));
    is_number && (unit.is_empty() || MEASURES.contains(&unit) || matches!(unit, "元" | "万元" | "%" | "余件" | "余条"))
}

/// The marks by which a table says that there is nothing to count. 〇 and 零 are numbers and none of these.
fn is_dash(text: &str) -> bool {
    text == "无"
        || text.chars().all(|c| matches!(c, '-' | '—' | '–' | '―' | '─' | '－' | '/' | '／' | '\\' | '＼' | '一'))
}

/// The words without the unit behind them. An amount keeps every unit but its cell's own: 元 in a cell of 万元 is another amount.
fn without_unit<'a>(text: &'a str, kind: Kind, unit: &str) -> &'a str {
    let own = || text.strip_suffix(unit).filter(|_| !unit.is_empty());
    let measure = || MEASURES.iter().find_map(|measure| text.strip_suffix(measure));
    let bare = match kind {
        Kind::Count | Kind::Change => own().or_else(measure),
        Kind::Money => own(),
    };
    bare.unwrap_or(text).trim_end()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn means(place: &str, words: &str, expected: &str) {
        let found = match meaning(place.parse().expect("a place"), words) {
            Meaning::Plain(figure) => figure.to_string(),
            Meaning::Tidied(figure) => format!("tidied {figure}"),
            other @ (Meaning::Blank | Meaning::Dash | Meaning::Hidden | Meaning::Words) => format!("{other:?}"),
        };
        assert_eq!(found, expected, "{words:?}");
    }

    #[test]
    fn what_programs_put_on_the_clipboard() {
        for (words, expected) in [
            ("27", "27"),
            ("27件", "tidied 27"),
            (" 9 件 ", "tidied 9"),
            ("２１ 件", "tidied 21"),
            ("1,234", "tidied 1234"),
            ("１，２３４", "tidied 1234"),
            ("1\u{200b}2\u{feff}", "tidied 12"),
            ("12.0", "tidied 12"),
            ("007", "tidied 7"),
            ("0件", "tidied 0"),
            ("", "Blank"),
            ("\u{a0}\r\n", "Blank"),
            ("—", "Dash"),
            ("——", "Dash"),
            ("-", "Dash"),
            ("/", "Dash"),
            ("无", "Dash"),
            ("####", "Hidden"),
            ("约20", "Words"),
            ("-3", "Words"),
            ("3.5", "Words"),
            ("3元", "Words"),
            ("50%", "Words"),
            ("2023年", "Words"),
            ("=SUM(A1:A3)", "Words"),
            ("99999999999999999999", "Words"),
        ] {
            means("applications.new.natural", words, expected);
        }
    }

    #[test]
    fn an_amount_keeps_every_unit_but_its_own() {
        means("proactive.fees.amount", "3.50", "3.50");
        means("proactive.fees.amount", "3.5万元", "tidied 3.5");
        means("proactive.fees.amount", "35000元", "Words");
    }

    #[test]
    fn labels_are_told_from_values() {
        for value in ["", "3", "３件", "1,234", "—", "无", "##", "-3", "12.5万元", "约20"] {
            assert!(is_value(value), "{value}");
        }
        for label in
            ["自然人", "3.其他", "1.", "2023年数", "（一）予以公开", "1.属于国家秘密", "一、本年新收", "合计", "第1项"]
        {
            assert!(!is_value(label), "{label}");
        }
    }
}
