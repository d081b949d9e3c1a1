//! Where everything of a 图解 stands, in whole CSS pixels.
//!
//! A page and a screen have a fixed size. Distances and bars grow and shrink with what there is; where even the least of
//! them have no room, the least important section is left out (the last by [`Topic`](super::Topic)), until the rest has.

mod blocks;
mod chart;
mod measure;
mod pen;
mod scale;
mod sheet;

use super::{Drawn, Infographic, Section, Topic};
use blocks::to;
use pen::Pen;
use scale::Scale;
pub use scale::Shape;
pub(super) use sheet::{Anchor, Area, Ink, Item, Run, Sheet, Text};

/// How generous distances may be in per cent, the most generous first.
const GENEROUS: [i64; 15] = [150, 140, 130, 120, 110, 105, 100, 95, 90, 85, 80, 70, 60, 50, 45];

/// The sheet of a 图解.
pub(super) fn sheet(told: &Infographic, shape: Shape) -> Sheet {
    let mut sections: Vec<&Section> = told.sections.iter().collect();
    loop {
        let most = sections.len();
        // A screen has its numbers in a column at the left, or, where they have no room there, in a row.
        let aside = shape == Shape::Wide && most > 0;
        let tried = [true, false].into_iter().filter(|is| aside || !is);
        for (is_aside, generous) in tried.flat_map(|is| GENEROUS.map(|generous| (is, generous))) {
            let scale = Scale::of(shape, generous);
            let drawn = draw(told, &sections, shape, &scale, is_aside);
            // Where the height follows from what stands there, the middle way is taken.
            let Some(height) = scale.height else {
                if generous == 100 {
                    return Sheet { width: scale.width, height: drawn.bottom + scale.margin, items: drawn.items };
                }
                continue;
            };
            if drawn.bottom <= drawn.limit || (most == 0 && GENEROUS.last() == Some(&generous)) {
                return Sheet { width: scale.width, height, items: drawn.items };
            }
        }
        let least = sections.iter().map(|section| section.topic).max();
        sections.retain(|section| Some(section.topic) != least);
    }
}

/// What was drawn, where it ends, and where it must end.
struct Drawing {
    items: Vec<Item>,
    bottom: i64,
    limit: i64,
}

fn draw(told: &Infographic, sections: &[&Section], shape: Shape, scale: &Scale, is_aside: bool) -> Drawing {
    let is_narrow = shape == Shape::Long;
    let mut items = Vec::new();
    let mut pen = Pen { items: &mut items, x: scale.margin, width: scale.width - scale.margin * 2, y: scale.margin };
    blocks::head(&mut pen, scale, told, is_narrow);
    pen.y += scale.space * 3 / 2;
    if is_aside {
        with_numbers_aside(&mut pen, scale, told, sections);
    } else {
        blocks::numbers(&mut pen, scale, &told.numbers, if is_narrow { 2 } else { 4 });
    }
    match shape {
        Shape::Wide if is_aside => {}
        Shape::Page => rows(&mut pen, scale, sections),
        Shape::Long => sections.iter().for_each(|section| {
            pen.y += scale.gap;
            chart::section(&mut pen, scale, section);
        }),
        Shape::Wide => {
            pen.y += scale.gap;
            beside(&mut pen, scale, sections);
        }
    }
    if !told.boxes.is_empty() {
        pen.y += scale.gap;
        blocks::boxes(&mut pen, scale, told, is_narrow);
    }
    let foot = blocks::foot_height(scale, told, is_narrow);
    let bottom = pen.y;
    let limit = scale.height.map_or(i64::MAX, |height| height - scale.margin - foot - scale.space * 3 / 2);
    pen.y = scale.height.map_or(bottom + scale.gap, |height| height - scale.margin - foot);
    blocks::foot(&mut pen, scale, told, is_narrow);
    let end = if scale.height.is_some() { bottom } else { pen.y };
    Drawing { items, bottom: end, limit }
}

/// Whether a section needs the whole width of a page.
fn is_broad(section: &Section) -> bool {
    let long = section.marks.iter().any(|mark| mark.label.chars().count() > 8);
    match section.drawn {
        Drawn::Columns => section.marks.len() > 3,
        Drawn::Bars => section.topic == Topic::Outcomes || long,
    }
}

/// Sections below each other, two that are not broad beside each other.
fn rows(pen: &mut Pen, scale: &Scale, sections: &[&Section]) {
    let mut left = sections;
    while let [first, rest @ ..] = left {
        pen.y += scale.gap;
        match rest {
            [second, rest @ ..] if !is_broad(first) && !is_broad(second) => {
                let gap = scale.space * 3;
                let each = (pen.width - gap) / 2;
                let ends = [(0, first), (each + gap, second)].map(|(from, section)| {
                    let mut part = pen.part(from, each);
                    chart::section(&mut part, scale, section);
                    part.y
                });
                pen.y = ends.into_iter().max().unwrap_or(pen.y);
                left = rest;
            }
            _ => {
                chart::section(pen, scale, first);
                left = rest;
            }
        }
    }
}

/// The numbers below each other at the left, the sections in columns beside them.
fn with_numbers_aside(pen: &mut Pen, scale: &Scale, told: &Infographic, sections: &[&Section]) {
    if told.numbers.is_empty() {
        return beside(pen, scale, sections);
    }
    let (top, gap) = (pen.y, scale.margin);
    let own = (pen.width - gap * 3) / 5;
    let mut numbers = pen.part(0, own);
    blocks::numbers(&mut numbers, scale, &told.numbers, 1);
    let ends = numbers.y;
    let mut columns = pen.part(own + gap, pen.width - own - gap);
    beside(&mut columns, scale, sections);
    let bottom = ends.max(columns.y);
    let area = Area { x: pen.x + own + gap / 2, y: top, width: 1, height: bottom - top };
    pen.items.push(Item::Rule { area, ink: Ink::Line });
    pen.y = bottom;
}

/// Sections in up to three columns, read one column after the other.
fn beside(pen: &mut Pen, scale: &Scale, sections: &[&Section]) {
    let columns = sections.len().min(3);
    if columns == 0 {
        return;
    }
    let gap = scale.margin;
    let each = (pen.width - gap * (to(columns) - 1)) / to(columns);
    let height = |section: &&Section| {
        let mut items = Vec::new();
        let mut pen = Pen { items: &mut items, x: 0, width: each, y: 0 };
        chart::section(&mut pen, scale, section);
        pen.y + scale.gap
    };
    let heights: Vec<i64> = sections.iter().map(height).collect();
    let (mut from, mut bottom) = (0, pen.y);
    for (at, count) in shared_out(&heights, columns).into_iter().enumerate() {
        let mut part = pen.part((each + gap) * to(at), each);
        for (n, section) in sections.iter().skip(from).take(count).enumerate() {
            part.y += if n > 0 { scale.gap } else { 0 };
            chart::section(&mut part, scale, section);
        }
        bottom = bottom.max(part.y);
        from += count;
    }
    pen.y = bottom;
}

/// How many things of these heights each of the columns takes in their order, so that the longest column is as short as it
/// can be. No column is empty while there are things for it.
fn shared_out(heights: &[i64], columns: usize) -> Vec<usize> {
    let taken = |most: i64| {
        let (mut counts, mut sum) = (Vec::new(), 0_i64);
        for (at, height) in heights.iter().enumerate() {
            let left = heights.len() - at;
            let is_full = sum + height > most || left <= columns.saturating_sub(counts.len());
            match counts.last_mut() {
                Some(count) if !is_full => *count += 1,
                Some(_) | None => {
                    counts.push(1);
                    sum = 0;
                }
            }
            sum += height;
        }
        counts
    };
    let runs = (0..heights.len()).flat_map(|from| (from + 1..=heights.len()).map(move |to| (from, to)));
    let mut lengths: Vec<i64> = runs.filter_map(|(from, to)| Some(heights.get(from..to)?.iter().sum())).collect();
    lengths.sort_unstable();
    lengths.into_iter().map(taken).find(|counts| counts.len() <= columns).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::shared_out;

    #[test]
    fn the_longest_column_is_as_short_as_it_can_be() {
        assert_eq!(shared_out(&[30, 20, 25, 45], 3), [1, 2, 1]);
        assert_eq!(shared_out(&[10, 10, 100], 3), [1, 1, 1]);
        assert_eq!(shared_out(&[10, 10, 10, 10, 100], 3), [2, 2, 1]);
        assert_eq!(shared_out(&[10; 7], 3), [3, 3, 1]);
        assert_eq!(shared_out(&[10, 5], 2), [1, 1]);
        assert!(shared_out(&[], 3).is_empty());
    }
}
