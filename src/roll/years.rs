//! The years of a text moved on by one: those that mean the report's year, or that follow from it. Names keep theirs.

use std::ops::Range;

use crate::text::{Number, Reading, Sense, compact, document_numbers, has_any, near, periods};
use crate::value::Year;

/// Words right after a year that say when something came about: that year stays.
const BEGUN: [&str; 16] = [
    "修订",
    "修正",
    "起",
    "以来",
    "版",
    "颁布",
    "施行",
    "开始",
    "成立",
    "挂牌",
    "组建",
    "机构改革",
    "印发的",
    "公布的",
    "发布的",
    "出台的",
];

/// Words with which the name of a plan or a rule ends.
const NAMED: [&str; 12] =
    ["要点", "规划", "纲要", "方案", "条例", "办法", "意见", "通知", "行动", "规定", "细则", "清单"];

/// Words that say that somebody did something, so that what follows the year is no name.
const DOING: [&str; 20] = [
    "我",
    "本局",
    "本机关",
    "本单位",
    "本街道",
    "全局",
    "全区",
    "全市",
    "全县",
    "全年",
    "共",
    "制定",
    "印发",
    "出台",
    "完善",
    "落实",
    "修订",
    "按照",
    "编制",
    "公开了",
];

/// How far after a year the name of a plan may reach, in bytes.
const NAME: usize = 48;

/// How many years a sentence names that tells of a series of them.
const SERIES: usize = 3;

/// A text of last year's report for this year's: its years moved on by one.
///
/// The report's year moves, in whatever script it is written, and the year after it, of which its plans speak; the year
/// before it where the report's is compared with it; a span of two years of which one is the report's; the report's
/// period. In 《》 only the report's own title moves. What stays: document numbers, names of plans, the years of a series, since
/// when something is so, and the day or month on which something was done.
pub fn moved_on(text: &str, last: Year) -> String {
    let reading = Reading::of(text);
    let fixed: Vec<Range<usize>> = document_numbers(text).into_iter().map(|document| document.span).collect();
    let periods: Vec<Range<usize>> = periods(&reading).into_iter().map(|period| period.span).collect();
    let texts = Text { reading: &reading, last: u64::from(last), fixed, periods };
    let (mut moved, mut at) = (String::with_capacity(text.len()), 0);
    for (index, number) in reading.numbers.iter().enumerate() {
        let Some(year) = u64::try_from(number.value).ok().filter(|_| texts.moves(index, number)) else { continue };
        moved.push_str(reading.words(at..number.digits.start));
        moved.push_str(&written_like(reading.words(number.digits.clone()), year + 1));
        at = number.digits.end;
    }
    moved.push_str(reading.words(at..text.len()));
    moved
}

/// A year in the digits of another: half-width, full-width, Chinese.
fn written_like(before: &str, year: u64) -> String {
    let digits = |signs: &str| {
        let sign = |c: char| c.to_digit(10).and_then(|digit| signs.chars().nth(digit as usize)).unwrap_or(c);
        year.to_string().chars().map(sign).collect::<String>()
    };
    match before.chars().next() {
        Some('０'..='９') => digits("０１２３４５６７８９"),
        Some('0'..='9') | None => year.to_string(),
        Some(_) => {
            let nought = before.chars().find(|c| "〇零○Ｏ".contains(*c)).unwrap_or('〇');
            digits("〇一二三四五六七八九").replace('〇', &nought.to_string())
        }
    }
}

/// A text in which years are looked at.
struct Text<'a> {
    reading: &'a Reading<'a>,
    last: u64,
    fixed: Vec<Range<usize>>,
    periods: Vec<Range<usize>>,
}

fn holds(ranges: &[Range<usize>], at: usize) -> bool {
    let index = ranges.partition_point(|range| range.end <= at);
    ranges.get(index).is_some_and(|range| range.contains(&at))
}

/// How far around a year its sentence is looked at, in bytes.
const AROUND: usize = 300;

impl Text<'_> {
    /// Whether a number of the text is a year that moves on.
    fn moves(&self, index: usize, number: &Number) -> bool {
        let Ok(year) = u64::try_from(number.value) else { return false };
        let at = number.span.start;
        // The cheap question first: a text can name a hundred thousand years.
        if !(self.last.saturating_sub(1)..=self.last + 1).contains(&year) || number.chinese && has_ten(self, number) {
            return false;
        }
        if self.reading.in_title(at) {
            return year == self.last && number.unit.starts_with('年') && self.is_own_title(at);
        }
        if number.sense != Sense::Year || holds(&self.fixed, at) {
            return false;
        }
        if holds(&self.periods, at) {
            return true;
        }
        let words = self.words_after(number);
        if self.touches(index) || index.checked_sub(1).is_some_and(|before| self.touches(before)) {
            return self.is_pair(index) && !is_name(&words);
        }
        if number.unit.is_empty() || self.is_series(at) {
            return false;
        }
        let stays = is_event(&words) || is_name(&words) || self.is_since(number, &words) || self.is_quoted(at, &words);
        let compared = || self.is_compared(at, &words);
        !stays && (year >= self.last || compared())
    }

    /// The words right after a year, without white space, 度 left out.
    fn words_after(&self, number: &Number) -> String {
        let sentence = self.reading.sentence(number.span.start);
        let end = number.span.end;
        let after = end..near(self.reading.text, &sentence, end, AROUND).end.max(end);
        compact(self.reading.words(after)).trim_start_matches('度').to_owned()
    }

    /// The words before a position in its sentence.
    fn words_before(&self, at: usize) -> &str {
        let sentence = self.reading.sentence(at);
        self.reading.words(near(self.reading.text, &sentence, at, AROUND).start..at).trim_end()
    }

    /// 《某局2022年政府信息公开工作年度报告》 is the report itself, and no document about it.
    fn is_own_title(&self, at: usize) -> bool {
        self.reading.title_at(at).is_some_and(|title| {
            let words = self.reading.words(title.clone());
            let before = self.reading.clause_before(title.start);
            let other = has_any(before, &["根据", "按照", "依据", "参照", "上年"]);
            words.ends_with("报告》") && words.contains("信息公开") && !words.contains('关') && !other
        })
    }

    /// Whether a year and the one it is joined to follow each other, and one of them is the report's: 2022—2023年. Of three
    /// in a row none moves.
    fn is_pair(&self, index: usize) -> bool {
        let year = |index: usize| self.reading.numbers.get(index).and_then(|number| u64::try_from(number.value).ok());
        let before = index.checked_sub(1).filter(|before| self.touches(*before));
        let first = before.unwrap_or(index);
        let is_longer = first.checked_sub(1).is_some_and(|before| self.touches(before)) || self.touches(first + 1);
        let pair = year(first).zip(year(first + 1));
        !is_longer && pair.is_some_and(|(one, next)| one + 1 == next && (one == self.last || next == self.last))
    }

    /// Whether the numbers at an index and the next one are years of one span.
    fn touches(&self, index: usize) -> bool {
        let number = |index: usize| self.reading.numbers.get(index);
        let Some((one, next)) = number(index).zip(number(index + 1)) else { return false };
        let between = self.reading.words(one.span.end..next.span.start);
        let are_years = one.sense == Sense::Year && next.sense == Sense::Year;
        are_years
            && !between.is_empty()
            && between.chars().all(|c| c.is_whitespace() || "-—–－~～至到、和与及/".contains(c))
    }

    /// Whether the sentence names so many years that it tells of a series.
    fn is_series(&self, at: usize) -> bool {
        let sentence = near(self.reading.text, &self.reading.sentence(at), at, AROUND);
        let mut years: Vec<_> =
            self.reading.numbers_in(&sentence).iter().filter(|n| n.sense == Sense::Year).map(|n| n.value).collect();
        years.sort_unstable();
        years.dedup();
        years.len() >= SERIES
    }

    /// 自2022年起, 2022年5月1日起施行.
    fn is_since(&self, number: &Number, words: &str) -> bool {
        let since = self.words_before(number.span.start).ends_with(['自', '从']);
        let clause = words.split(['，', '。', '；']).next().unwrap_or_default();
        let is_period = clause.contains("12月31日") || clause.contains("12月底");
        (since && clause.contains('起') && !is_period) || BEGUN.iter().any(|word| words.starts_with(word))
    }

    /// Whether a year stands in quotation marks, of which a name is made; a part of the report named there moves.
    fn is_quoted(&self, at: usize, words: &str) -> bool {
        let before = self.words_before(at);
        let is_open = before.rfind('“').is_some_and(|open| before.rfind('”').is_none_or(|close| close < open));
        let is_part = ["重点工作安排", "工作安排", "工作计划", "工作打算"].iter().any(|part| words.starts_with(part));
        is_open && !is_part
    }

    /// Whether the report's year is compared with this one: 比2021年增加, 与2021年相比, 上年度（2021年）; or its accounts are those of
    /// the year before: 2021年部门决算.
    fn is_compared(&self, at: usize, words: &str) -> bool {
        let before = self.words_before(at).trim_end_matches(['（', '(']);
        let of_accounts = || words.split(|c: char| !c.is_alphanumeric()).next().is_some_and(|run| run.contains("决算"));
        let compares = ["比", "较", "同", "与", "上年", "上年度", "上一年", "上一年度", "去年"];
        compares.iter().any(|word| before.ends_with(word))
            || words.starts_with("相比")
            || words.starts_with("同期")
            || of_accounts()
    }
}

/// 二千零二十二年: rare, and not written digit by digit.
fn has_ten(text: &Text, number: &Number) -> bool {
    text.reading.words(number.digits.clone()).contains(['千', '十', '百'])
}

/// Whether a day or a month follows on which something was done. The first and the last day of the year are the year's.
fn is_event(words: &str) -> bool {
    let whole =
        ["1月1日", "一月一日", "12月31日", "十二月三十一日", "12月底", "1月至12月", "1至12月", "1-12月", "1—12月"];
    if whole.iter().any(|day| words.starts_with(day)) {
        return false;
    }
    let number: String =
        words.chars().take_while(|c| c.is_ascii_digit() || "一二三四五六七八九十".contains(*c)).collect();
    let rest = words.strip_prefix(number.as_str()).unwrap_or_default();
    !number.is_empty()
        && (rest.starts_with('月') || rest.starts_with(['-', '—', '至', '～', '、']) && rest.contains('月'))
}

/// Whether the name of a plan or a rule goes on after the year: 2022年政务公开工作要点.
fn is_name(words: &str) -> bool {
    let run = words.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let run = run.get(..run.floor_char_boundary(NAME)).unwrap_or_default();
    let end = NAMED.iter().filter_map(|word| run.find(word)).min();
    end.is_some_and(|end| !has_any(run.get(..end).unwrap_or_default(), &DOING))
}

#[cfg(test)]
mod tests;
