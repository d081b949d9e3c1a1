//! Numbers in prose: digits of either width, separators, decimals, percentages, and Chinese numerals.

use std::ops::Range;

use crate::value::{Decimal, half_width};

/// A number in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// Its value; for a percentage the number before the sign.
    pub value: Decimal,
    /// The bytes of its digits, sign and separators included.
    pub digits: Range<usize>,
    /// The bytes of the number with its per cent sign or measure word.
    pub span: Range<usize>,
    /// How many decimals it is written with.
    pub decimals: u32,
    /// Whether it is a percentage.
    pub percent: bool,
    /// The measure word behind it (件, 条 …); empty when there is none.
    pub unit: &'static str,
}

/// The measure words that reports use, longer ones first.
const UNITS: [&str; 25] = [
    "人次", "余条", "余件", "万元", "条", "件", "个", "次", "篇", "部", "项", "期", "人", "份", "元", "倍", "年", "月",
    "日", "号", "家", "场", "处", "类", "名",
];

/// The numbers of a text from left to right.
pub fn numbers(text: &str) -> Vec<Number> {
    // Characters of both widths, one for one, so that a position in one is a position in the other.
    let plain: Vec<char> = half_width(text).chars().collect();
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let at = |index: usize| plain.get(index).copied().unwrap_or('\0');
    let byte = |index: usize| starts.get(index).copied().unwrap_or(text.len());
    let mut found = Vec::new();
    let mut i = 0;
    while i < plain.len() {
        let is_digit = at(i).is_ascii_digit();
        let end = if is_digit { end_of_digits(&plain, i) } else { end_of_chinese(&plain, i) };
        if end == i {
            i += 1;
            continue;
        }
        let run: String = plain.iter().skip(i).take(end - i).filter(|c| **c != ',').collect();
        let value = if is_digit { Decimal::from_str_exact(&run).ok() } else { chinese_number(&run).map(Decimal::from) };
        let signed = i > 0 && at(i - 1) == '-' && !(i > 1 && at(i - 2).is_ascii_alphanumeric());
        let from = if signed { i - 1 } else { i };
        let mut behind = end;
        while at(behind) == ' ' {
            behind += 1;
        }
        let percent = at(behind) == '%';
        let rest = text.get(byte(behind)..).unwrap_or_default();
        let unit = if percent { None } else { UNITS.into_iter().find(|unit| rest.starts_with(unit)) };
        let until = match unit {
            Some(unit) => byte(behind) + unit.len(),
            None if percent => byte(behind + 1),
            None => byte(end),
        };
        // A Chinese numeral is a number only with a measure word; 一是 and 统一 are none.
        if let Some(value) = value.filter(|_| is_digit || unit.is_some()) {
            found.push(Number {
                value: if signed { -value } else { value },
                digits: byte(from)..byte(end),
                span: byte(from)..until,
                decimals: run.split_once('.').map_or(0, |(_, d)| u32::try_from(d.len()).unwrap_or(0)),
                percent,
                unit: unit.unwrap_or_default(),
            });
        }
        i = end;
    }
    found
}

/// Where the digits that begin here end: groups of three behind commas, then one point with digits behind it.
fn end_of_digits(plain: &[char], start: usize) -> usize {
    let digit = |index: usize| plain.get(index).is_some_and(char::is_ascii_digit);
    let mut end = start;
    while digit(end) {
        end += 1;
    }
    while plain.get(end) == Some(&',') && end - start <= 3 + 4 * 6 && (1..=3).all(|k| digit(end + k)) && !digit(end + 4)
    {
        end += 4;
    }
    if plain.get(end) == Some(&'.') && digit(end + 1) {
        end += 1;
        while digit(end) {
            end += 1;
        }
    }
    end
}

const CHINESE: [(char, u64); 12] = [
    ('〇', 0),
    ('零', 0),
    ('一', 1),
    ('二', 2),
    ('两', 2),
    ('三', 3),
    ('四', 4),
    ('五', 5),
    ('六', 6),
    ('七', 7),
    ('八', 8),
    ('九', 9),
];

fn chinese_digit(c: char) -> Option<u64> {
    CHINESE.iter().find(|(sign, _)| *sign == c).map(|(_, value)| *value)
}

fn end_of_chinese(plain: &[char], start: usize) -> usize {
    let numeral = |c: &&char| chinese_digit(**c).is_some() || "十百千万".contains(**c);
    start + plain.iter().skip(start).take_while(numeral).count()
}

/// The value of a Chinese numeral: 三十二, 一百零五, 十七, 二〇一七.
pub fn chinese_number(text: &str) -> Option<u64> {
    if text.is_empty() || text.chars().count() > 12 {
        return None;
    }
    if text.chars().count() > 1 && text.chars().all(|c| chinese_digit(c).is_some()) {
        return text.chars().try_fold(0_u64, |n, c| n.checked_mul(10)?.checked_add(chinese_digit(c)?));
    }
    let (mut total, mut section, mut digit) = (0_u64, 0_u64, None);
    for c in text.chars() {
        if let Some(value) = chinese_digit(c) {
            digit = Some(value);
            continue;
        }
        let unit = match c {
            '十' => 10,
            '百' => 100,
            '千' => 1000,
            '万' => {
                total = (section + digit.take().unwrap_or(0)).checked_mul(10_000)?;
                section = 0;
                continue;
            }
            _ => return None,
        };
        section += digit.take().unwrap_or(1) * unit;
    }
    total.checked_add(section)?.checked_add(digit.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(text: &str, expected: &[&str]) {
        let shown: Vec<String> = numbers(text)
            .into_iter()
            .map(|n| format!("{}{}{} {}", n.value, if n.percent { "%" } else { "" }, n.unit, &text[n.span.clone()]))
            .collect();
        assert_eq!(shown, expected, "{text}");
    }

    #[test]
    fn digits_of_both_widths_with_separators_and_decimals() {
        reads("主动公开政府信息1,234件。", &["1234件 1,234件"]);
        reads("总数８８条，占80％", &["88条 ８８条", "80% 80％"]);
        reads("收费59,237.24元。", &["59237.24元 59,237.24元"]);
        reads("增长95.6 %", &["95.6% 95.6 %"]);
        reads("增幅为-13.3%", &["-13.3% -13.3%"]);
        reads("2013—2017年", &["2013 2013", "2017年 2017年"]);
        reads("1,2,3项", &["1 1", "2 2", "3项 3项"]);
    }

    #[test]
    fn chinese_numerals_with_a_measure_word() {
        reads("办理三十二件，其中建议十七件", &["32件 三十二件", "17件 十七件"]);
        reads("等七个部分", &["7个 七个"]);
        reads("一是统一思想，进一步加强", &[]);
    }

    #[test]
    fn numerals() {
        for (text, value) in [
            ("三十二", 32),
            ("一百零五", 105),
            ("两", 2),
            ("二〇一七", 2017),
            ("十", 10),
            ("一万二千", 12000),
            ("二十", 20),
        ] {
            assert_eq!(chinese_number(text), Some(value), "{text}");
        }
        assert_eq!(chinese_number("甲"), None);
        assert_eq!(chinese_number(""), None);
    }
}
