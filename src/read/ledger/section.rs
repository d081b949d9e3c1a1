//! Heads of a ledger: where they stand in a sheet, and which rows are under them.

use std::collections::HashMap;

use super::Intake;
use super::day::day;
use super::meaning::{Meaning, meaning};
use super::sheet::{Sheet, Square};
use crate::text::{compact, has_any};
use crate::value::{Year, half_width};

/// Rows under heads of the same words.
#[derive(Debug)]
pub(super) struct Section {
    /// The words of the heads of each column from top to bottom; none where the sheet has no heads.
    pub paths: Vec<Vec<String>>,
    /// The rows.
    pub rows: Vec<Row>,
}

/// A row of a section.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    /// Its index in the sheet.
    pub at: usize,
    /// The year that its days have where they name none.
    pub year: Year,
    /// What a line above it says of the year from which its requests are.
    pub intake: Option<Intake>,
}

/// The most rows of a head.
const DEEPEST: usize = 4;
/// The longest head of a column, in letters.
const LONGEST: usize = 40;

/// Whether a cell holds what no head does: a day or a long number.
fn is_datum(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let is_number = digits > 0 && text.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || c == '.');
    digits >= 7 || is_number || (text.chars().count() <= LONGEST && day(text, 2000).is_some())
}

/// The cells of a row that begin in it, with their columns, blank ones left out. One from above is among them.
fn cells<'s, 'a>(row: &'s [Square<'a>]) -> impl Iterator<Item = (usize, &'s Square<'a>)> {
    row.iter().enumerate().filter(|(_, square)| !square.is_from_left && !square.text.trim().is_empty())
}

/// What a row says when it says one thing: a title, the name of a month, a note.
fn banner<'s>(row: &'s [Square]) -> Option<&'s str> {
    let mut cells = cells(row);
    let (_, only) = cells.next()?;
    cells.next().is_none().then_some(&*only.text)
}

/// Whether a row with one filled cell is a line of a section of which nothing but a day is known: it stands in a column of its own
/// that may hold days. A month, or a day under what is filled in by hand below a table, is none.
fn is_line(section: &Section, row: &[Square]) -> bool {
    let Some((column, only)) = cells(row).next() else { return false };
    let is_sign = |c: char| c.is_ascii_digit() || "〇○零一二三四五六七八九十年月日号-/.、 ".contains(c);
    let text = half_width(only.text.trim());
    let is_day = text.chars().all(is_sign) && !text.ends_with('月') && day(&text, 2000).is_some();
    let is_merged = row.get(column + 1).is_some_and(|next| next.is_from_left) || only.is_from_above;
    let head: Vec<&str> = section.paths.get(column).into_iter().flatten().map(String::as_str).collect();
    let may_hold_days = section.paths.is_empty()
        || matches!(meaning(&head), Some(Meaning::Received(_) | Meaning::Answered(_) | Meaning::Dropped(_)));
    is_day && !is_merged && may_hold_days
}

/// Whether a row adds up others, or says who filled in the table.
fn is_foot(row: &[Square]) -> bool {
    let totals = ["合计", "总计", "小计", "累计", "共计"];
    let of_total = |text: &str| {
        let words = compact(text);
        totals.iter().any(|total| words.starts_with(total) || (words.ends_with(total) && words.chars().count() <= 6))
    };
    let of_foot = |text: &str| {
        let words = compact(text);
        let signed = ["填表", "制表", "审核", "填报", "单位负责人", "注", "说明", "备注"];
        signed.iter().any(|word| words.starts_with(word)) && words.contains(['：', ':'])
    };
    cells(row).take(3).any(|(_, square)| of_total(&square.text)) || cells(row).any(|(_, square)| of_foot(&square.text))
}

/// The year that a title names: 2022年依申请公开台账.
fn named_year(text: &str) -> Option<Year> {
    let at = text.find('年')?;
    let digits = text.get(at.checked_sub(4)?..at)?;
    digits.parse().ok().filter(|year| (2000..=2100).contains(year))
}

/// What a title says of the year from which requests are.
fn named_intake(text: &str) -> Option<Intake> {
    if has_any(text, &["上年结转", "上年度结转", "上年转结", "上一年结转", "上一年度结转"]) {
        return Some(Intake::CarriedIn);
    }
    has_any(text, &["本年新收", "本年度新收", "新收"]).then_some(Intake::New)
}

/// What single words are as heads: nothing, a tick, or the head of something else. Each is asked for once.
#[derive(Default)]
struct Known<'s>(HashMap<&'s str, Option<bool>>);

impl<'s> Known<'s> {
    fn is_tick(&mut self, text: &'s str) -> Option<bool> {
        *self.0.entry(text).or_insert_with(|| {
            meaning(&[text]).map(|meaning| matches!(meaning, Meaning::TickApplicant(_) | Meaning::TickResult(_)))
        })
    }

    /// Whether a head begins in a row.
    fn is_head(&mut self, row: &'s [Square]) -> bool {
        let (mut anchors, mut ticks) = (0, 0);
        for (_, square) in cells(row) {
            if is_datum(&square.text) {
                return false;
            }
            match self.is_tick(&square.text) {
                Some(true) => ticks += 1,
                Some(false) => anchors += 1,
                None => {}
            }
        }
        anchors >= 2 || (anchors == 1 && ticks >= 2)
    }
}

/// Whether a row carries the head above it on: it fills only what stands under a cell over several columns.
fn continues(above: &[Square], row: &[Square]) -> bool {
    let text = |column: usize| above.get(column).map_or("", |square| square.text.trim());
    let is_under_several = |column: usize| {
        let beside = above.get(column + 1).is_some_and(|next| next.is_from_left || next.text.trim().is_empty());
        text(column).is_empty() || above.get(column).is_some_and(|square| square.is_from_left) || beside
    };
    let mut own = 0;
    for (column, square) in cells(row) {
        if square.is_from_above {
            continue;
        }
        if is_datum(&square.text) || square.text.chars().count() > LONGEST || !is_under_several(column) {
            return false;
        }
        own += 1;
    }
    own >= 2
}

/// Whether a row above a head names groups of its columns.
fn groups(row: &[Square]) -> bool {
    let is_group = |text: &str| !is_datum(text) && !text.contains(['：', ':']) && text.chars().count() <= 20;
    cells(row).count() >= 2 && cells(row).all(|(_, square)| is_group(&square.text))
}

/// The words over each column. A head that is not merged stands over the blanks beside it where something is under them.
fn paths(rows: &[Vec<Square>]) -> Vec<Vec<String>> {
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    let mut paths: Vec<Vec<String>> = vec![Vec::new(); width];
    for (depth, row) in rows.iter().enumerate() {
        let below = rows.get(depth + 1..).unwrap_or_default();
        let mut group = "";
        for (column, path) in paths.iter_mut().enumerate() {
            let text = row.get(column).map_or("", |square| square.text.trim());
            let has_below = below.iter().any(|row| {
                row.get(column).is_some_and(|square| !square.is_from_above && !square.text.trim().is_empty())
            });
            if !text.is_empty() {
                group = text;
            } else if !has_below {
                group = "";
            }
            if !group.is_empty() && path.last().is_none_or(|last| last != group) {
                path.push(group.to_owned());
            }
        }
    }
    paths
}

/// Whether a row repeats the head of its section.
fn repeats(paths: &[Vec<String>], row: &[Square]) -> bool {
    let mut same = 0;
    for (column, square) in cells(row) {
        if !paths.get(column).is_some_and(|path| path.iter().any(|words| words == square.text.trim())) {
            return false;
        }
        same += 1;
    }
    same >= 2
}

/// The sections of a sheet. Rows above the first head are titles.
pub(super) fn sections(sheet: &Sheet, year: Year) -> Vec<Section> {
    let mut known = Known::default();
    let mut sections: Vec<Section> = Vec::new();
    let mut by_paths: HashMap<Vec<Vec<String>>, usize> = HashMap::new();
    let (mut year, mut intake, mut current) = (named_year(sheet.caption).unwrap_or(year), None, None);
    let mut at = 0;
    while let Some(row) = sheet.rows.get(at) {
        let here = current.and_then(|index: usize| sections.get(index));
        if here.is_some_and(|section| repeats(&section.paths, row)) {
            at += 1;
            continue;
        }
        if let Some(words) = banner(row)
            && !here.is_some_and(|section| is_line(section, row))
        {
            year = named_year(words).unwrap_or(year);
            intake = named_intake(words).or(intake);
            at += 1;
            continue;
        }
        if known.is_head(row) {
            let above = at.checked_sub(1).and_then(|above| sheet.rows.get(above));
            let first = at - usize::from(by_paths.is_empty() && above.is_some_and(|row| groups(row)));
            let mut end = at + 1;
            while end - at < DEEPEST
                && let (Some(above), Some(next)) = (sheet.rows.get(end - 1), sheet.rows.get(end))
                && continues(above, next)
            {
                end += 1;
            }
            let paths = paths(sheet.rows.get(first..end).unwrap_or_default());
            let index = *by_paths.entry(paths).or_insert_with_key(|paths| {
                sections.push(Section { paths: paths.clone(), rows: Vec::new() });
                sections.len() - 1
            });
            (current, at) = (Some(index), end);
            continue;
        }
        if cells(row).next().is_some() && !is_foot(row) {
            let index = current.unwrap_or_else(|| {
                sections.push(Section { paths: Vec::new(), rows: Vec::new() });
                sections.len() - 1
            });
            current = Some(index);
            if let Some(section) = sections.get_mut(index) {
                section.rows.push(Row { at, year, intake });
            }
        }
        at += 1;
    }
    if !by_paths.is_empty() {
        sections.retain(|section| !section.paths.is_empty());
    }
    sections
}
