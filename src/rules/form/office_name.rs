//! An office's name: its short forms, names of other offices, and its place in a title.

use std::ops::Range;

use crate::text::{chinese_number, compact};

/// How a name stands to the office's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Relation {
    /// It is the name.
    Same,
    /// Some of its letters in order: 兴隆街道 of 临江市兴隆街道办事处.
    Shortened,
    /// The name with more: 某县财政局办公室.
    Extended,
    /// Neither.
    Other,
}

/// How a name stands to the office's own; white space does not count.
pub(super) fn relation(own: &str, name: &str) -> Relation {
    let (own, name) = (compact(own), compact(name));
    if own == name {
        return Relation::Same;
    }
    if is_within(&name, &own) {
        return Relation::Shortened;
    }
    // 交通局办公室 of 交通运输局: a short form with a section of the office.
    let section = ["党政办公室", "办公室", "综合科", "综合处", "秘书科", "党政办", "办"]
        .iter()
        .find_map(|tail| name.strip_suffix(tail));
    let of_section = section.is_some_and(|name| name.chars().count() >= 3 && is_within(name, &own));
    if of_section || is_within(&own, &name) { Relation::Extended } else { Relation::Other }
}

/// Whether the letters of a word stand in another in this order.
fn is_within(word: &str, whole: &str) -> bool {
    let mut letters = whole.chars();
    word.chars().all(|c| letters.any(|other| other == c))
}

/// What kind of office a name is of, by its end. Offices of different kinds stand in a report side by side: a government
/// above, an office that runs the website.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Town,
    Street,
    /// A government, by its level.
    Government(char),
    /// A department, by its last letter.
    Department(char),
}

/// Bodies to which other offices refer: they stand in a report beside its own office.
const COMMON: [&str; 14] = [
    "政府办",
    "领导小组",
    "公开办",
    "公开工作",
    "数据",
    "政务服务",
    "行政审批",
    "档案",
    "网信",
    "信息中心",
    "信息化",
    "党委",
    "党工委",
    "管委会",
];

/// Sections of offices with which a report's readers are told to speak.
const SECTIONS: [&str; 6] = ["党政综合办公室", "党政办公室", "党政办", "综合办公室", "办公室", "综合科"];

/// The kind of office of a name.
pub(super) fn class(name: &str) -> Option<Class> {
    let bare = ["人民政府", "政府"].iter().find_map(|tail| name.strip_suffix(tail));
    let level = bare.unwrap_or(name).chars().last()?;
    if matches!(level, '镇' | '乡') {
        return Some(Class::Town);
    }
    if ["街道办事处", "街道办", "街道"].iter().any(|tail| name.ends_with(tail)) {
        return Some(Class::Street);
    }
    if bare.is_some() {
        return matches!(level, '省' | '市' | '县' | '区' | '州' | '旗' | '盟').then_some(Class::Government(level));
    }
    ["局", "厅", "委员会", "院", "署", "办公室", "支队", "大队", "总队"]
        .iter()
        .any(|tail| name.ends_with(tail))
        .then_some(Class::Department(level))
}

/// Whether a name in the place of the office's own is another office's of the same kind.
pub(super) fn is_foreign(own: &str, name: &str) -> bool {
    let (own, name) = (compact(own), compact(name));
    let length = name.chars().count();
    // 建国街道党政办公室 is a section of another street.
    let section = SECTIONS.iter().find_map(|tail| name.strip_suffix(tail));
    let bare = section.filter(|bare| matches!(class(bare), Some(Class::Town | Class::Street))).unwrap_or(&name);
    let of_self = ["我", "本", "由", "各", "该"].iter().any(|word| bare.starts_with(word));
    let like = |name: &str| class(&own).is_some_and(|kind| class(name) == Some(kind));
    let other = |name: &str| relation(&own, name) == Relation::Other;
    (4..=24).contains(&length)
        && (like(&name) || like(bare))
        && !COMMON.iter().any(|word| name.contains(word))
        && bare.chars().count() >= 4
        && !of_self
        && other(&name)
        && other(bare)
}

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
        let name = rest.get(..end).unwrap_or_default().trim_start_matches(['《', '“']).to_owned();
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
    fn short_forms_and_sections_are_the_offices_own() {
        let own = "邹城市唐村镇人民政府";
        for name in ["唐村镇", "唐村镇政府", "唐村镇人民政府", "邹城市唐村镇"] {
            assert_eq!(relation(own, name), Relation::Shortened, "{name}");
        }
        assert_eq!(relation("淮安市交通运输局", "淮安市交通局办公室"), Relation::Extended);
        assert_eq!(relation("平潭综合实验区", "平潭综合实验区管委会办公室"), Relation::Extended);
        assert_eq!(relation("平潭县财政局", "平潭县经贸局"), Relation::Other);
    }

    #[test]
    fn only_offices_of_the_same_kind_are_foreign() {
        assert!(is_foreign("平潭县财政局", "平潭县经贸局"));
        assert!(is_foreign("青山县柳河镇人民政府", "青山县柳树镇人民政府"));
        assert!(is_foreign("某市兴隆街道办事处", "某市建国街道办事处"));
        assert!(!is_foreign("某市兴隆街道办事处", "我街道党政办公室"));
        for name in
            ["平潭县人民政府", "平潭县人民政府办公室", "平潭县政务服务管理局", "财政局", "综合科", "平潭县财政局办公室"]
        {
            assert!(!is_foreign("平潭县财政局", name), "{name}");
        }
    }

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
