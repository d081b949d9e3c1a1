//! A report's title: the office's name in it, and its years.

use std::ops::Range;

use super::office_name::{Relation, class, relation};
use crate::text::{chinese_number, compact};

/// The parts of a title: the office's name in it, and whether the year stands before it.
pub(super) struct Title {
    /// The title without white space, its year in digits.
    pub words: String,
    /// The name; empty where there is none.
    pub name: String,
    /// Whether a year stands before the name.
    pub year_first: bool,
}

impl Title {
    /// Reads a title.
    pub fn of(title: &str) -> Self {
        let words = with_digits(&compact(title));
        let start = year_at(&words).filter(|year| year.start == 0);
        let year_first = start.is_some();
        let from = start.map_or(0, |year| year.end);
        let rest = words.get(from..).unwrap_or_default();
        let rest = rest.strip_prefix('度').unwrap_or(rest);
        let ends =
            ["政府信息公开", "政务公开", "信息公开", "年度", "工作报告"].iter().filter_map(|word| rest.find(word));
        let end = ends.chain(year_at(rest).map(|year| year.start)).min().unwrap_or(0);
        let name = rest.get(..end).unwrap_or_default().trim_start_matches(['《', '“']);
        // 2022度某街道: what is left of a year is no name.
        let name = name.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches(['年', '度']).to_owned();
        Self { words, name, year_first }
    }

    /// The years in it.
    pub fn years(&self) -> Vec<&str> {
        let mut found = Vec::new();
        let mut from = 0;
        while let Some(year) = self.words.get(from..).and_then(year_at) {
            found.extend(self.words.get(from + year.start..from + year.end).map(|year| year.trim_end_matches('年')));
            from += year.end;
        }
        found
    }

    /// Whether its name is another than the office's own and looks like one: 局, 政府, 街道办事处 at its end. What is only
    /// shorter counts from the revised regulation on, where a level is dropped.
    pub fn has_other_name(&self, own: &str, revised: bool) -> bool {
        let own = compact(own);
        let is_office = class(&self.name).is_some() || class(&own).is_some() && self.is_near(&own);
        match relation(&own, &self.name) {
            Relation::Same | Relation::Extended => false,
            Relation::Shortened => revised && own.ends_with(&self.name) && class(&self.name).is_some(),
            Relation::Other => is_office,
        }
    }

    /// Whether the name has as many letters as another, and all but one of them.
    fn is_near(&self, own: &str) -> bool {
        let same_length = self.name.chars().count() == own.chars().count();
        same_length && self.name.chars().zip(own.chars()).filter(|(one, other)| one != other).count() == 1
    }
}

/// The first year of four digits with 年 after it.
fn year_at(text: &str) -> Option<Range<usize>> {
    let mut ends = text.match_indices('年').map(|(at, _)| at);
    ends.find_map(|end| {
        let start = end.checked_sub(4)?;
        let is_year = text.get(start..end)?.bytes().all(|b| b.is_ascii_digit());
        is_year.then_some(start..end + '年'.len_utf8())
    })
}

/// A title whose year is written 二〇二三年, in digits.
fn with_digits(title: &str) -> String {
    let Some((before, after)) = title.split_once('年') else { return title.to_owned() };
    let letters: Vec<(usize, char)> = before.char_indices().rev().take(4).collect();
    let start = letters.last().map_or(0, |(at, _)| *at);
    let year = before.get(start..).filter(|_| letters.len() == 4).and_then(chinese_number);
    match year.filter(|year| (1949..=2100).contains(year)) {
        Some(year) => format!("{}{year}年{after}", before.get(..start).unwrap_or_default()),
        None => title.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_read() {
        let read = |title: &str| {
            let title = Title::of(title);
            (title.name.clone(), title.year_first, title.years().join(","))
        };
        let is = |name: &str, first: bool, years: &str| (name.to_owned(), first, years.to_owned());
        assert_eq!(read("某县财政局2023年政府信息公开工作年度报告"), is("某县财政局", false, "2023"));
        assert_eq!(read("某局 二〇二三年 政府信息公开工作年度报告"), is("某局", false, "2023"));
        assert_eq!(read("2019年某市人民政府办公厅政府信息公开工作年度报告"), is("某市人民政府办公厅", true, "2019"));
        assert_eq!(read("2017年度政府信息公开年度报告"), is("", true, "2017"));
        assert_eq!(read("某局政府信息公开工作2022年度报告"), is("某局", false, "2022"));
        assert_eq!(read(""), is("", false, ""));
    }
}
