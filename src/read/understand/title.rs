//! The title of a report, and with it the year and the office.

use std::ops::Range;

use super::simplify::simplified;
use crate::text::chinese_number;
use crate::value::{FIRST_YEAR, LAST_YEAR, Year};

/// A title where it was found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title {
    /// Its bytes.
    pub bytes: Range<usize>,
    /// The title without white space.
    pub text: String,
    /// What stands before the year, or before 政府信息公开 where the year comes later: the office.
    pub office: String,
    /// The year that it names.
    pub year: Option<Year>,
}

/// The words that every title has, in their order.
const CORE: &str = "政府信息公开";
/// So many letters may stand between the core and the end of the title.
const TAIL: usize = 14;

/// The title with which a text begins or which it is; nothing where there is none. Letters before it are the office.
pub fn title_in(text: &str) -> Option<Title> {
    let (plain, at_byte) = compacted(text);
    let core_at = plain.match_indices(CORE).find_map(|(core, _)| {
        let behind = core + CORE.len();
        let tail: String = plain.get(behind..)?.chars().take(TAIL).collect();
        let ends = ["报告", "年报"].iter().flat_map(|word| tail.match_indices(word).map(|(at, word)| at + word.len()));
        let end = ends.filter(|end| is_tail(&tail, *end)).min()?;
        Some((core, behind + end))
    });
    let (core, end) = core_at?;
    let head = plain.get(..core)?;
    // The title begins behind the last mark before it.
    let begins = head
        .char_indices()
        .rev()
        .find(|(_, c)| "。；：，:;,>|）)】”".contains(*c))
        .map_or(0, |(at, c)| at + c.len_utf8());
    let (_, first) = year_in(plain.get(begins..end)?)?;
    let begins = name_start(&plain, &at_byte, begins, begins + first.start, text);
    let head = head.get(begins..)?;
    let (year, year_bytes) = year_in(plain.get(begins..end)?)?;
    let office = head.get(..year_bytes.start.min(head.len()))?.trim_end_matches(['(', '（', '〔', '[']);
    let office =
        office.trim_start_matches('现').trim_start_matches("关于").trim_start_matches("公布").trim_end_matches("关于");
    let office = if office.is_empty() {
        // 2022年某某局政府信息公开工作年度报告: the office stands behind the year.
        let behind = head.get(year_bytes.end.min(head.len())..).unwrap_or_default();
        behind.trim_start_matches(['年', '度', ')', '）', '〕', ']'])
    } else {
        office
    };
    let last = *at_byte.get(end.checked_sub("告".len())?)?;
    let bytes = *at_byte.get(begins)?..last + text.get(last..)?.chars().next().map_or(0, char::len_utf8);
    // As it is written, which may be in traditional letters.
    let title = text.get(bytes.clone())?.chars().filter(|c| !c.is_whitespace()).collect();
    Some(Title { bytes, text: title, office: office.to_owned(), year })
}

/// Where the name begins with which a head ends, the head cut off at blanks that stand in the text: 首页 某镇2020年. A blank right
/// before the year, or between single letters, is none.
fn name_start(plain: &str, at_byte: &[usize], begins: usize, year: usize, text: &str) -> usize {
    let is_cut = |at: usize| {
        let byte = at_byte.get(at).copied().unwrap_or_default();
        text.get(..byte).is_some_and(|before| before.ends_with(char::is_whitespace))
    };
    let head = plain.get(begins..year).unwrap_or_default();
    let cuts = head.char_indices().rev().map(|(at, _)| begins + at).filter(|at| is_cut(*at));
    let mut next = year;
    for at in cuts {
        // Single letters are spaced out.
        if plain.get(at..next).is_some_and(|piece| piece.chars().count() >= 2) {
            return at;
        }
        next = at;
    }
    begins
}

/// Whether the words between the core and 报告 are those of a title.
fn is_tail(tail: &str, end: usize) -> bool {
    let words = tail.get(..end).unwrap_or_default().trim_end_matches("报告").trim_end_matches('报');
    words.chars().all(|c| "工作年度情况的关于（）()0123456789".contains(c))
}

/// The text without white space, simplified, and where each of its bytes stands in the text.
fn compacted(text: &str) -> (String, Vec<usize>) {
    let (mut plain, mut at_byte) = (String::new(), Vec::new());
    for (at, c) in text.char_indices().filter(|(_, c)| !c.is_whitespace()) {
        let c = simplified(c);
        plain.push(c);
        at_byte.extend(std::iter::repeat_n(at, c.len_utf8()));
    }
    at_byte.push(text.trim_end().len());
    (plain, at_byte)
}

/// The year that a title names, in figures or in Chinese numerals, and its bytes; where it names none, its end.
fn year_in(title: &str) -> Option<(Option<Year>, Range<usize>)> {
    let is_year = |year: u64| Year::try_from(year).ok().filter(|year| (FIRST_YEAR..=LAST_YEAR).contains(year));
    let letters: Vec<(usize, char)> = title.char_indices().collect();
    for window in letters.windows(5) {
        let (Some((start, _)), Some((end, next))) = (window.first(), window.last()) else { continue };
        let digits: String = window.iter().take(4).map(|(_, c)| *c).collect();
        let value = digits.parse().ok().or_else(|| chinese_number(&digits).filter(|_| digits.chars().count() == 4));
        if let Some(year) = value.and_then(is_year).filter(|_| matches!(next, '年' | '度' | ')' | '）')) {
            return Some((Some(year), *start..*end));
        }
    }
    let core = title.find(CORE)?;
    Some((None, core..core))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_in_many_builds() {
        for (text, office, year) in [
            ("平潭综合实验区2022年度政府信息公开工作年度报告", "平潭综合实验区", Some(2022)),
            ("2019年上海市人民政府办公厅政府信息公开工作年度报告", "上海市人民政府办公厅", Some(2019)),
            (
                "重庆市大足区人民政府外事办公室政府信息公开工作2022年度报告",
                "重庆市大足区人民政府外事办公室",
                Some(2022),
            ),
            ("2017年度政府信息公开年度报告", "", Some(2017)),
            ("二○一○年度某某局政府信息公开工作报告", "某某局", Some(2010)),
            ("2024 年政府信息公开工作年度报告", "", Some(2024)),
            ("首页 >> 年报 >> 某镇2020年政府信息公开年度报告", "某镇", Some(2020)),
            ("首页 政务公开 某镇政府2020年政府信息公开年度报告", "某镇政府", Some(2020)),
            ("淮安市人民政府 2024 年政府信息公开工作年度报告", "淮安市人民政府", Some(2024)),
            ("财 政 局 2020年政府信息公开年度报告", "财政局", Some(2020)),
            ("某局政府信息公开工作年度报告（2021年度）", "某局", None),
            ("標題: 某局2021年度政府信息公開工作年度報告", "某局", Some(2021)),
            ("某局2017年政府信息公开年报", "某局", Some(2017)),
            ("某局关于2021年政府信息公开工作年度报告", "某局", Some(2021)),
            ("现公布某局2021年政府信息公开工作年度报告", "某局", Some(2021)),
        ] {
            let found = title_in(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((found.office.as_str(), found.year), (office, year), "{text}");
        }
        for text in ["一、总体情况", "政府信息公开条例要求编制报告", "《中华人民共和国政府信息公开条例》"]
        {
            assert_eq!(title_in(text), None, "{text}");
        }
    }

    #[test]
    fn the_bytes_of_a_title() {
        let text = "当前位置：首页 某镇2020年政府信息公开 年度报告 来源：某镇";
        let found = title_in(text).expect("a title");
        assert_eq!(&text[found.bytes], "某镇2020年政府信息公开 年度报告");
        let found = title_in("某鎮2020年政府信息公開年度報告").expect("a title");
        assert_eq!(found.text, "某鎮2020年政府信息公開年度報告", "as it is written");
    }
}
