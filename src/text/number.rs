//! Numbers in prose: digits of either width, separators, decimals, 万 and 亿, percentages, Chinese numerals.

use std::ops::Range;

use super::letters::Letters;
use super::numeral::{chinese_number, is_numeral};
use super::sense::{self, Sense};
use crate::value::Decimal;

/// A number in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// Its value, 万 and 亿 counted in (but not those of 万元); for a percentage the number before the sign.
    pub value: Decimal,
    /// The bytes of its digits, sign and separators included, 万 and 亿 too.
    pub digits: Range<usize>,
    /// The bytes of the number with 约 or 余, its per cent sign or measure word.
    pub span: Range<usize>,
    /// How many decimals it is written with.
    pub decimals: u32,
    /// What it is a number of.
    pub sense: Sense,
    /// The measure word after it (件, 条 …); empty when there is none.
    pub unit: &'static str,
    /// Whether 余, 约, 多, 近 or 左右 makes it inexact.
    pub vague: bool,
    /// Whether it is written in Chinese numerals.
    pub chinese: bool,
}

impl Number {
    /// Whether it is a percentage.
    pub fn is_percent(&self) -> bool {
        self.sense == Sense::Percent
    }

    /// Whether it counts something.
    pub fn is_count(&self) -> bool {
        self.sense == Sense::Count
    }

    /// Whether it is a count with this measure word.
    pub fn counts(&self, unit: &str) -> bool {
        self.is_count() && self.unit == unit
    }
}

/// The measure words that reports use, longer ones first.
const UNITS: [&str; 63] = [
    "个工作日",
    "平方米",
    "条次",
    "件次",
    "人次",
    "批次",
    "万元",
    "亿元",
    "小时",
    "分钟",
    "公里",
    "年度",
    "季度",
    "条",
    "件",
    "个",
    "次",
    "篇",
    "部",
    "项",
    "期",
    "人",
    "份",
    "元",
    "倍",
    "年",
    "月",
    "日",
    "号",
    "家",
    "场",
    "处",
    "类",
    "名",
    "封",
    "册",
    "张",
    "起",
    "宗",
    "幅",
    "户",
    "位",
    "批",
    "组",
    "例",
    "笔",
    "台",
    "套",
    "天",
    "字",
    "页",
    "轮",
    "则",
    "版",
    "届",
    "层",
    "楼",
    "室",
    "栋",
    "幢",
    "辑",
    "点",
    "国",
];

/// The numbers of a text from left to right.
pub fn numbers(text: &str) -> Vec<Number> {
    let letters = Letters::of(text);
    let names = sense::names(&letters);
    let mut found: Vec<Number> = Vec::new();
    let (mut names, mut named_until) = (names.iter().peekable(), 0);
    let mut at = 0;
    while at < letters.len() {
        while let Some(name) = names.next_if(|name| name.start <= at) {
            named_until = named_until.max(name.end);
        }
        let is_digit = letters.at(at).is_ascii_digit();
        let end = if is_digit { end_of_digits(&letters, at) } else { letters.run(at, is_numeral) };
        if end == at {
            at += 1;
            continue;
        }
        if let Some(number) = read(&letters, at..end, is_digit) {
            let sense =
                if end <= named_until { Sense::Name } else { sense::of(&letters, at..end, &number, found.last()) };
            // A Chinese numeral is a number only with a measure word or as a percentage; 一是 and 统一 are none.
            if is_digit || !number.unit.is_empty() || sense == Sense::Percent {
                found.push(Number { sense, ..number });
            }
        }
        at = end;
    }
    found
}

/// Reads the number whose digits stand at `run`, with what stands around it.
fn read(letters: &Letters, run: Range<usize>, is_digit: bool) -> Option<Number> {
    let mut end = run.end;
    let mut digits = letters.words(run.clone());
    // 两万 of 两万元 is 两, and 三万余条 is 三 万.
    let mut unit_at = letters.skip_blanks(end);
    if !is_digit && letters.at(unit_at) == '元' && digits.ends_with(['万', '亿']) && digits.chars().count() > 1 {
        digits.pop();
        end -= 1;
        unit_at = end;
    }
    let plain: String = digits.chars().filter(|c| *c != ',').collect();
    let mut value =
        if is_digit { Decimal::from_str_exact(&plain).ok()? } else { Decimal::from(chinese_number(&plain)?) };
    let mut inexact = false;
    let mut more = |at: usize| -> usize {
        let is_more = matches!(letters.at(at), '余' | '多' | '几') && letters.at(at + 1) != '个';
        inexact |= is_more;
        if is_more { at + 1 } else { at }
    };
    unit_at = more(unit_at);
    if is_digit && matches!(letters.at(unit_at), '万' | '亿') && letters.at(unit_at + 1) != '元' {
        let scale = if letters.at(unit_at) == '万' { 10_000 } else { 100_000_000 };
        value = value.checked_mul(Decimal::from(scale))?.normalize();
        end = unit_at + 1;
        unit_at = more(end);
    }
    let signed = is_digit && is_sign(letters, run.start);
    let from = if signed { run.start - 1 } else { run.start };
    let percent = letters.at(unit_at) == '%' || letters.ends_with(run.start, "百分之");
    let unit = if percent { None } else { UNITS.into_iter().find(|unit| letters.starts_with(unit_at, unit)) };
    let until = match unit {
        Some(unit) => unit_at + unit.chars().count(),
        None if letters.at(unit_at) == '%' => unit_at + 1,
        None => end,
    };
    let about = ["约", "近", "超过", "逾", "大约", "将近"].into_iter().any(|word| letters.ends_with(from, word));
    inexact |= about || letters.starts_with(until, "左右") || letters.starts_with(until, "以上");
    let decimals = plain.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    Some(Number {
        value: if signed { -value } else { value },
        digits: letters.bytes(from..end),
        span: letters.bytes(from..until),
        decimals: u32::try_from(decimals).unwrap_or(0),
        sense: if percent { Sense::Percent } else { Sense::Count },
        unit: unit.unwrap_or_default(),
        vague: inexact,
        chinese: !is_digit,
    })
}

/// Whether the dash before a number is its sign: not one between two numbers or words.
fn is_sign(letters: &Letters, start: usize) -> bool {
    start > 0
        && letters.at(start - 1) == '-'
        && !(start > 1 && letters.at(start - 2).is_ascii_alphanumeric())
        && !is_of_date(letters, start - 1)
}

/// Whether a day or a part of one ends before this position: the dash of 1月1日-12月31日 is no sign.
fn is_of_date(letters: &Letters, end: usize) -> bool {
    let end = letters.run_before(end, |c| c == ' ');
    end > 0 && matches!(letters.at(end - 1), '年' | '月' | '日' | '度')
}

/// Where the digits that begin here end: groups of three after commas, then one point with digits after it.
fn end_of_digits(letters: &Letters, start: usize) -> usize {
    let digit = |index: usize| letters.at(index).is_ascii_digit();
    let mut end = letters.run(start, |c| c.is_ascii_digit());
    let grouped = end - start <= 3;
    while grouped && letters.at(end) == ',' && (1..=3).all(|k| digit(end + k)) && !digit(end + 4) {
        end += 4;
    }
    if letters.at(end) == '.' && digit(end + 1) {
        end = letters.run(end + 1, |c| c.is_ascii_digit());
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(text: &str, expected: &[&str]) {
        let shown: Vec<String> = numbers(text)
            .into_iter()
            .map(|n| format!("{}{}{} {}", n.value, if n.is_percent() { "%" } else { "" }, n.unit, &text[n.span]))
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
        reads("1月1日-12月31日", &["1月 1月", "1日 1日", "12月 12月", "31日 31日"]);
        reads("1,2,3项", &["1 1", "2 2", "3项 3项"]);
        reads("2022,109条", &["2022 2022", "109条 109条"]);
    }

    #[test]
    fn chinese_numerals_with_a_measure_word() {
        reads("办理三十二件，其中建议十七件", &["32件 三十二件", "17件 十七件"]);
        reads("等七个部分", &["7个 七个"]);
        reads("一是统一思想，进一步加强", &[]);
        reads("完成率达百分之八十，满意率百分之九十八", &["80% 八十", "98% 九十八"]);
    }

    #[test]
    fn scales_and_vague_numbers() {
        reads("阅读量3.5万人次，粉丝2亿", &["35000人次 3.5万人次", "200000000 2亿"]);
        reads("收费116.6万元，支出两万元", &["116.6万元 116.6万元", "2万元 两万元"]);
        let vague = |text: &str| numbers(text).iter().map(|n| (n.vague, n.unit)).collect::<Vec<_>>();
        assert_eq!(
            vague("公开信息5500余条，约20件，近3万次，10多万份"),
            [(true, "条"), (true, "件"), (true, "次"), (true, "份")]
        );
        assert_eq!(vague("公开信息5500条"), [(false, "条")]);
    }
}
