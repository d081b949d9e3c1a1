//! What a number in a text is a number of: a count, a percentage, a year; or part of a name, which counts nothing.

use std::ops::Range;

use super::letters::Letters;
use super::number::Number;
use crate::value::Decimal;

/// What a number is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sense {
    /// So many of something.
    Count,
    /// Per cent.
    Percent,
    /// So many times as much: 2倍.
    Times,
    /// A year of the calendar.
    Year,
    /// A day, a time of day, a duration.
    Time,
    /// Part of a name, which counts nothing: notice numbers, laws, phones, addresses, clauses, ordinals.
    Name,
}

/// The stretches, in positions, in which digits belong to names: 《…》, addresses of the web, notice numbers.
pub(super) fn names(letters: &Letters) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut opened = None;
    let mut at = 0;
    while at < letters.len() {
        match letters.at(at) {
            '《' => opened = opened.or(Some(at)),
            '》' => found.extend(opened.take().map(|from| from..at + 1)),
            '〔' | '[' | '(' | '【' if is_notice(letters, at) => {
                let number = letters.run(at + 6, |c| c == ' ');
                found.push(at..letters.run(number, |c| c.is_ascii_digit() || c == '第') + 1);
            }
            c if is_of_an_address(c) => {
                let end = letters.run(at, is_of_an_address);
                if (at..end).any(|k| letters.at(k).is_ascii_alphabetic()) {
                    found.push(at..end);
                }
                at = end;
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    found.sort_by_key(|name| name.start);
    found
}

/// A letter of an address of the web or of mail, or of a code such as A4 or 5G.
fn is_of_an_address(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '@' | '.' | '/' | ':' | '_' | '-' | '?' | '=' | '&' | '+')
}

/// Whether a bracket opens the year of a notice number: 〔2019〕60号, [2019] 60号.
fn is_notice(letters: &Letters, at: usize) -> bool {
    let year = (1..=4).all(|k| letters.at(at + k).is_ascii_digit());
    let number = letters.run(at + 6, |c| matches!(c, ' ' | '第'));
    let end = letters.run(number, |c| c.is_ascii_digit());
    year && matches!(letters.at(at + 5), '〕' | ']' | ')' | '】')
        && end > number
        && letters.at(letters.skip_blanks(end)) == '号'
}

/// Four digits between these are taken for a year where nothing else is said.
const FIRST_YEAR: u32 = 1949;
const LAST_YEAR: u32 = 2100;

/// Words after which digits are a phone, a post code, an account.
const NUMBERED: [&str; 12] =
    ["电话", "传真", "邮编", "编码", "热线", "号码", "信箱", "邮箱", "微信号", "手机", "账号", "代码"];

/// What the number whose digits stand at `run` is of, the number before it being known.
pub(super) fn of(letters: &Letters, run: Range<usize>, number: &Number, before: Option<&Number>) -> Sense {
    let Range { start, end } = run;
    let length = end - start;
    let digit = |index: usize| letters.at(index).is_ascii_digit();
    let previous = |back: usize| start.checked_sub(back).map_or('\0', |index| letters.at(index));
    let whole_year =
        number.decimals == 0 && number.value >= Decimal::from(FIRST_YEAR) && number.value <= Decimal::from(LAST_YEAR);
    if number.sense == Sense::Percent {
        return Sense::Percent;
    }
    // 第三, 第（3）项, 第十一届.
    if previous(1) == '第' || (previous(1) == '(' && previous(2) == '第') {
        return Sense::Name;
    }
    // 8:30, and the 30 after the colon.
    let clock = |index: usize| matches!(letters.at(index), ':' | '：');
    if !number.chinese
        && ((clock(end) && digit(end + 1) && length <= 2) || (start > 1 && clock(start - 1) && digit(start - 2)))
    {
        return Sense::Time;
    }
    let is_dash = |c: char| matches!(c, '-' | '—' | '~' | '～' | '至' | '/');
    if matches!(number.unit, "年" | "年度") && (length >= 4 || (number.chinese && whole_year)) {
        return Sense::Year;
    }
    if !number.chinese && length == 4 && whole_year && number.unit.is_empty() {
        return Sense::Year;
    }
    // 2024.1.15, 2024-01-15: what follows a year after a mark is its month and day.
    let follows_date = before.is_some_and(|n| matches!(n.sense, Sense::Year | Sense::Time))
        && previous(2).is_ascii_digit()
        && (is_dash(previous(1)) || previous(1) == '.');
    if length <= 2 && number.unit.is_empty() && follows_date {
        return Sense::Time;
    }
    match number.unit {
        "年" | "年度" | "月" | "日" | "天" | "小时" | "分钟" | "个工作日" | "季度" | "点" => {
            return Sense::Time;
        }
        "个" if letters.starts_with(letters.skip_blanks(end) + 1, "月") => return Sense::Time,
        "倍" => return Sense::Times,
        "号" | "楼" | "层" | "室" | "栋" | "幢" | "届" => return Sense::Name,
        _ => {}
    }
    // 热线工单5,678件 is no phone: a phone has no measure word.
    if (number.unit.is_empty() && is_phone(letters, start, end)) || is_ordinal(letters, start, end) {
        return Sense::Name;
    }
    // 2+1, 1+N and 三审三校 name ways of working.
    if number.unit.is_empty() && (letters.at(end) == '+' || previous(1) == '+') {
        return Sense::Name;
    }
    Sense::Count
}

/// How far from a number the words that name it a phone may stand, and how long one may be, in letters.
const NEAR: usize = 24;

/// Whether digits are a phone, a post code or the like.
fn is_phone(letters: &Letters, start: usize, end: usize) -> bool {
    let is_of_a_phone = |c: char| c.is_ascii_digit() || matches!(c, '-' | '—' | ' ' | '、' | '/');
    let from = letters.run_before_within(start, NEAR, is_of_a_phone);
    let to = letters.run_within(end, NEAR, is_of_a_phone);
    let digits = (from..to).filter(|k| letters.at(*k).is_ascii_digit()).count();
    let dashed = (from..to).any(|k| matches!(letters.at(k), '-' | '—'));
    let named = digits >= 3 && {
        let before = super::compact(&letters.words(from.saturating_sub(NEAR / 2)..from));
        let words = before.rsplit(['。', '，', '；', ';', ',', '(']).next().unwrap_or_default();
        NUMBERED.iter().any(|word| words.contains(word))
    };
    let alone = end - start;
    let hotline = letters.starts_with(end, "热线") || letters.starts_with(end, "政务服务");
    named
        || hotline
        || (letters.at(from) == '0' && dashed && digits >= 9)
        || (alone >= 11 && letters.at(start) == '1')
        || alone >= 15
}

/// Whether digits number a paragraph or a point: at the start of a sentence before a dot, or alone in brackets.
fn is_ordinal(letters: &Letters, start: usize, end: usize) -> bool {
    if end - start > 2 {
        return false;
    }
    let first = letters.run_before(start, |c| matches!(c, ' ' | '\u{3000}'));
    let opens = first == 0 || matches!(letters.at(first - 1), '。' | '；' | ';' | '：' | ':' | '\n' | ')');
    let dotted = matches!(letters.at(end), '.' | '、') && !letters.at(end + 1).is_ascii_digit();
    let bracketed = start > 0 && letters.at(start - 1) == '(' && letters.at(end) == ')';
    (opens && dotted) || bracketed || matches!(letters.at(end), '①'..='⑳')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::numbers;

    #[track_caller]
    fn senses(text: &str, expected: &[Sense]) {
        let found: Vec<Sense> = numbers(text).iter().map(|n| n.sense).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn what_counts() {
        senses("主动公开政府信息1,234件，占34.82%，增长2倍。", &[Sense::Count, Sense::Percent, Sense::Times]);
        senses("等六个部分", &[Sense::Count]);
        senses("收费59,237.24元", &[Sense::Count]);
        senses("12345热线工单5,678件", &[Sense::Name, Sense::Count]);
    }

    #[test]
    fn years_days_and_times() {
        senses("2013—2017年，二〇一七年", &[Sense::Year, Sense::Year, Sense::Year]);
        senses(
            "2020年1月1日起至202020年12月31日止",
            &[Sense::Year, Sense::Time, Sense::Time, Sense::Year, Sense::Time, Sense::Time],
        );
        senses("2024-01-15", &[Sense::Year, Sense::Time, Sense::Time]);
        senses("办公时间8:30—17:00", &[Sense::Time, Sense::Time, Sense::Time, Sense::Time]);
        senses("15个工作日内，3个月", &[Sense::Time, Sense::Time]);
    }

    #[test]
    fn names_count_nothing() {
        senses("《法治政府建设实施纲要（2021－2025年）》", &[Sense::Name, Sense::Name]);
        senses("国办公开办函〔2021〕30号，（国务院令第711号）", &[Sense::Name, Sense::Name, Sense::Name]);
        senses("网址：http://www.example.gov.cn:8080/a1", &[Sense::Name, Sense::Name]);
        senses("联系电话：0591-23163598，邮编350400", &[Sense::Name, Sense::Name, Sense::Name]);
        senses("第二十条第（1）项。1.主动公开。2、依申请公开", &[Sense::Name, Sense::Name, Sense::Name, Sense::Name]);
        senses("夹心路16号6楼，5G，A4", &[Sense::Name, Sense::Name, Sense::Name, Sense::Name]);
    }
}
