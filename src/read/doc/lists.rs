//! Automatic numbers: lists, their levels, and how far each has counted. Source: [MS-DOC] 2.9.131 (LFO), 2.9.147 (LSTF), 2.9.150 (LVL).

use std::collections::{HashMap, HashSet};

use super::super::bytes::{i32_at, slice_at, u8_at, u16_at, u32_at, utf16};
use super::super::number_form::NumberForm;
use super::fib::{Fib, PLF_LFO, PLF_LST};
use super::styles::InList;

/// How many levels a list has.
const LEVELS: usize = 9;
/// The most lists of a document.
const MOST_LISTS: usize = 10_000;

/// A level of a list.
#[derive(Clone, Debug, Default)]
struct Level {
    start: i32,
    /// How its number is written; nothing for a bullet.
    form: Option<NumberForm>,
    /// Whether all numbers of its text are written in Arabic digits.
    is_legal: bool,
    /// Whether it counts on where a level above has counted.
    counts_on: bool,
    /// What comes after its number: 0 a tab, 1 a blank, 2 nothing.
    follow: u8,
    /// Its text, in which the number of a level stands as a character from U+0000 to U+0008.
    text: Vec<char>,
}

/// A list with its levels.
#[derive(Debug)]
struct List {
    id: u32,
    /// The style that each level belongs to; 0x0FFF for none.
    styles: Vec<u16>,
    levels: Vec<Level>,
}

/// What paragraphs name: a list, of which some levels may be others.
#[derive(Debug, Default)]
struct Named {
    list: usize,
    /// By level: where it starts anew, and what it is instead.
    instead: Vec<(usize, Option<i32>, Option<Level>)>,
}

/// The lists of a document.
#[derive(Debug, Default)]
pub struct Lists {
    lists: Vec<List>,
    named: Vec<Option<Named>>,
}

/// How far each list has counted.
#[derive(Debug, Default)]
pub struct Counters {
    /// By list, what each level shows.
    counts: HashMap<usize, [Option<i32>; LEVELS]>,
    /// Which named lists were met, so that one starts anew once only.
    met: HashSet<(usize, usize)>,
}

impl Lists {
    /// Reads the lists, up to where they are cut.
    pub fn read(table: &[u8], fib: &Fib) -> Self {
        let mut lists = Self::default();
        // The levels stand behind the lists, outside of the part.
        if let Some((at, length)) = fib.place(PLF_LST) {
            let _ = lists.read_lists(table, at, length);
        }
        if let Some(part) = fib.part(table, PLF_LFO) {
            let _ = lists.read_named(part);
        }
        lists
    }

    fn read_lists(&mut self, table: &[u8], at: usize, length: usize) -> Option<()> {
        let count = usize::from(u16_at(table, at)?);
        let mut levels_at = at.checked_add(length)?;
        for index in 0..count.min(MOST_LISTS) {
            let list = slice_at(table, at + 2 + index * 28, 28)?;
            let styles = (0..LEVELS).filter_map(|level| u16_at(list, 8 + level * 2)).collect();
            let is_simple = u8_at(list, 26)? & 1 != 0;
            let mut levels = Vec::new();
            for _ in 0..if is_simple { 1 } else { LEVELS } {
                let (level, size) = Level::read(table.get(levels_at..)?)?;
                levels.push(level);
                levels_at += size;
            }
            self.lists.push(List { id: u32_at(list, 0)?, styles, levels });
        }
        Some(())
    }

    fn read_named(&mut self, part: &[u8]) -> Option<()> {
        let count = usize::try_from(u32_at(part, 0)?).ok()?.min(MOST_LISTS);
        let by_id: HashMap<u32, usize> = self.lists.iter().enumerate().map(|(index, list)| (list.id, index)).collect();
        let mut at = 4 + count * 16;
        for index in 0..count {
            let head = slice_at(part, 4 + index * 16, 16)?;
            let list = by_id.get(&u32_at(head, 0)?).copied();
            self.named.push(list.map(|list| Named { list, instead: Vec::new() }));
        }
        for index in 0..count {
            let others = u8_at(part, 4 + index * 16 + 12)?;
            at += 4;
            for _ in 0..others.min(9) {
                let (start, flags) = (i32_at(part, at)?, u8_at(part, at + 4)?);
                at += 8;
                let mut level = None;
                if flags & 0x20 != 0 {
                    let (read, size) = Level::read(part.get(at..)?)?;
                    at += size;
                    level = Some(read);
                }
                let start = (flags & 0x10 != 0).then_some(level.as_ref().map_or(start, |level| level.start));
                if let Some(Some(named)) = self.named.get_mut(index) {
                    named.instead.push((usize::from(flags & 0xf), start, level));
                }
            }
        }
        Some(())
    }

    fn level<'a>(&'a self, named: &'a Named, level: usize) -> Option<&'a Level> {
        let instead = named.instead.iter().find(|(of, _, other)| *of == level && other.is_some());
        match instead {
            Some((_, _, other)) => other.as_ref(),
            None => self.lists.get(named.list)?.levels.get(level),
        }
    }
}

impl Level {
    /// Reads a level, and how many bytes it takes.
    fn read(bytes: &[u8]) -> Option<(Self, usize)> {
        let flags = u8_at(bytes, 5)?;
        let text_at = 28 + usize::from(u8_at(bytes, 24)?) + usize::from(u8_at(bytes, 25)?);
        let length = usize::from(u16_at(bytes, text_at)?);
        let text = utf16(slice_at(bytes, text_at + 2, length * 2)?).chars().collect();
        let level = Self {
            start: i32_at(bytes, 0)?,
            form: NumberForm::of_code(u8_at(bytes, 4)?.into()),
            is_legal: flags & 4 != 0,
            counts_on: flags & 8 != 0,
            follow: u8_at(bytes, 15)?,
            text,
        };
        Some((level, text_at + 2 + length * 2))
    }
}

impl Counters {
    /// Counts a paragraph, and gives its number as it stands before its text; nothing for one that has none.
    pub fn next(&mut self, lists: &Lists, in_list: InList, style: u16) -> Option<String> {
        let number = usize::from(in_list.list.filter(|list| *list > 0)?).checked_sub(1)?;
        let named = lists.named.get(number)?.as_ref()?;
        let list = lists.lists.get(named.list)?;
        let of_style = || list.styles.iter().position(|known| *known == style && style != 0);
        let at = in_list.level.map(usize::from).or_else(of_style).unwrap_or(0);
        let level = lists.level(named, at)?;
        let counts = self.counts.entry(named.list).or_default();
        // A named list that starts anew does so where it is met first.
        for (of, start, _) in &named.instead {
            if let (Some(start), true) = (start, self.met.insert((number, *of)))
                && let Some(count) = counts.get_mut(*of)
            {
                *count = (*of < at).then_some(*start);
                if *of == at {
                    *count = Some(start.saturating_sub(1));
                }
            }
        }
        let count = counts.get_mut(at)?;
        *count = Some(count.map_or(level.start, |count| count.saturating_add(1)));
        for (deeper, count) in counts.iter_mut().enumerate().skip(at + 1) {
            if lists.level(named, deeper).is_none_or(|level| !level.counts_on) {
                *count = None;
            }
        }
        let mut shown = String::new();
        for c in &level.text {
            let of = usize::try_from(u32::from(*c)).unwrap_or(LEVELS);
            if of >= LEVELS {
                // A bullet's character belongs to a font of symbols as a rule, and is no number.
                shown.push(*c);
                continue;
            }
            let Some(other) = lists.level(named, of) else { continue };
            let count = counts.get(of).copied().flatten().unwrap_or(other.start);
            let form = other.form.filter(|_| !level.is_legal).unwrap_or(NumberForm::Decimal);
            shown.push_str(&u32::try_from(count).map_or_else(|_| count.to_string(), |count| form.write(count)));
        }
        let has_number = level.text.iter().any(|c| u32::from(*c) < 9);
        if level.form.is_none_or(|form| form == NumberForm::None) || !has_number {
            return None;
        }
        // A blank parts a number from words as a tab does; after 、 or a bracket there is none to be seen.
        let is_closed = shown.ends_with(|c: char| "、．。）)）〕】，：".contains(c)) || level.follow == 2;
        if !is_closed {
            shown.push(' ');
        }
        Some(shown)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn level(code: usize, text: &str) -> Level {
        Level { start: 1, form: NumberForm::of_code(code), text: text.chars().collect(), ..Level::default() }
    }

    fn lists() -> Lists {
        let levels = vec![level(37, "\u{0}、"), level(0, "\u{0}.\u{1}"), level(23, "\u{f0b7}")];
        let list = List { id: 5, styles: vec![7, 8], levels };
        let plain = Named { list: 0, instead: Vec::new() };
        let anew = Named { list: 0, instead: vec![(0, Some(1), None)] };
        Lists { lists: vec![list], named: vec![Some(plain), None, Some(anew)] }
    }

    #[test]
    fn numbers_go_on_and_deeper_ones_begin_anew() {
        let (lists, mut counters) = (lists(), Counters::default());
        let mut next = |list, level, style| counters.next(&lists, InList { list: Some(list), level }, style);
        assert_eq!(next(1, Some(0), 0).as_deref(), Some("一、"));
        assert_eq!(next(1, Some(1), 0).as_deref(), Some("一.1 "));
        assert_eq!(next(1, None, 8).as_deref(), Some("一.2 "), "the level of a style");
        assert_eq!(next(1, None, 7).as_deref(), Some("二、"));
        assert_eq!(next(1, Some(1), 0).as_deref(), Some("二.1 "));
        assert_eq!(next(1, Some(2), 0), None, "a bullet");
        assert_eq!(next(3, Some(0), 0).as_deref(), Some("一、"), "a list that starts anew");
        assert_eq!(next(3, Some(0), 0).as_deref(), Some("二、"));
        for list in [0, 2, 4, 0xf801] {
            assert_eq!(next(list, Some(0), 0), None);
        }
        assert_eq!(next(1, Some(3), 0), None);
    }

    #[test]
    fn a_level_that_starts_below_counts_from_there() {
        let (lists, mut counters) = (lists(), Counters::default());
        // The level above was never met: it shows where it would start.
        let number = counters.next(&lists, InList { list: Some(1), level: Some(1) }, 0);
        assert_eq!(number.as_deref(), Some("一.1 "));
    }
}
