//! Lines that say something of a table or of the whole report, and the year that lines name.

use super::prose::Para;
use crate::text::compact;
use crate::value::{Date, FIRST_YEAR, LAST_YEAR, Year};

/// Whether a line is one of a table of contents: 目录, 一、总体情况……3.
pub fn is_of_contents(line: &str) -> bool {
    let line = line.trim();
    if line.chars().count() > 60 {
        return false;
    }
    let words = line.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_leader = |c: char| matches!(c, '…' | '.' | '·' | '\t' | '．');
    let leaders =
        words.chars().rev().take_while(|c| is_leader(*c) || c.is_whitespace()).filter(|c| is_leader(*c)).count();
    compact(line) == "目录" || (words.len() < line.len() && (leaders > 2 || words.ends_with('…')))
}

/// Whether a line only says what the table below counts in.
pub fn is_of_table(text: &str) -> bool {
    let plain = compact(text);
    let bare = plain.trim_matches(['（', '）', '(', ')']);
    (bare.starts_with("单位：") || bare.starts_with("单位:") || bare.starts_with("计量单位"))
        && bare.chars().count() <= 8
}

/// From so many lines on that are nothing but a figure they are of a table that lost its labels.
const FEWEST_FIGURES: usize = 3;

/// Which of these paragraphs are figures of a table that lost its labels.
pub fn are_loose_figures(paras: &[Para]) -> Vec<bool> {
    let is_figure = |para: &Para| {
        let bare = compact(&para.text);
        !bare.is_empty() && bare.chars().all(|c| c.is_ascii_digit() || ",.-—/".contains(c))
    };
    let runs = paras.chunk_by(|one, other| is_figure(one) == is_figure(other));
    runs.flat_map(|run| {
        let are = run.len() >= FEWEST_FIGURES && run.first().is_some_and(is_figure);
        std::iter::repeat_n(are, run.len())
    })
    .collect()
}

/// The year that four digits name.
pub fn year_of(text: &str) -> Option<Year> {
    text.parse().ok().filter(|year| (FIRST_YEAR..=LAST_YEAR).contains(year))
}

/// The year that the text names most, of those that have begun.
pub fn most_named<'a>(texts: impl Iterator<Item = &'a str>, today: Date) -> Option<Year> {
    let mut counts: Vec<(Year, usize)> = Vec::new();
    for text in texts {
        for (at, _) in text.match_indices('年') {
            let year = text
                .get(..at)
                .map(str::trim_end)
                .and_then(|before| year_of(before.get(before.len().checked_sub(4)?..)?));
            let Some(year) = year.filter(|year| i32::from(*year) <= today.year()) else { continue };
            match counts.iter_mut().find(|(known, _)| *known == year) {
                Some((_, count)) => *count += 1,
                None => counts.push((year, 1)),
            }
        }
    }
    counts.into_iter().max_by_key(|(year, count)| (*count, *year)).map(|(year, _)| year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_without_labels_are_of_a_table() {
        let loose = |lines: &[&str]| {
            let para = |text: &&str| Para { text: (*text).to_owned(), sources: Vec::new(), at: 0 };
            are_loose_figures(&lines.iter().map(para).collect::<Vec<_>>())
        };
        assert_eq!(loose(&["无。", "0", "1,234", "—", "其他。", "5"]), [false, true, true, true, false, false]);
        assert_eq!(loose(&["0", "0"]), [false, false]);
        assert_eq!(loose(&[]), [false; 0]);
    }
}
