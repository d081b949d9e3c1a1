//! A section: title, sentence, bars from zero with their values, note.

use super::blocks::to;
use super::measure::{fitting, width, wrap_evenly};
use super::pen::{Letters, Pen, letters};
use super::scale::Scale;
use super::sheet::{Anchor, Area, Ink, Item, Run};
use crate::infographic::{Drawn, Mark, Section};

/// The most lines of a bar's label.
const LABEL_LINES: usize = 2;

/// A section from its title to its note.
pub(super) fn section(pen: &mut Pen, scale: &Scale, section: &Section) {
    pen.paragraph(&section.title, letters(scale.title, true, Ink::First), 2);
    pen.paragraph(&section.sentence, letters(scale.sentence, false, Ink::Second), 6);
    pen.y += scale.space * 2 / 3;
    match section.drawn {
        Drawn::Columns => columns(pen, scale, section),
        Drawn::Bars => bars(pen, scale, section),
    }
    if !section.note.is_empty() {
        pen.y += scale.space / 3;
        pen.paragraph(&section.note, letters(scale.note, false, Ink::Third), 3);
    }
}

/// How long a bar is whose longest is `full`: at least a hair where the value is not 0.
fn length(value: i64, most: i64, full: i64) -> i64 {
    let long = i128::from(value.max(0)) * i128::from(full.max(0)) / i128::from(most.max(1));
    i64::try_from(long).unwrap_or(full).clamp(i64::from(value > 0) * 2, full.max(2))
}

/// The largest value of a section.
fn most(marks: &[Mark]) -> i64 {
    marks.iter().filter_map(|mark| mark.value).max().unwrap_or(0)
}

/// How a mark's value is written: the strong one in bold.
fn value_ink(mark: &Mark) -> (bool, Ink) {
    (mark.is_strong, Ink::First)
}

/// What is written over a column.
fn said(mark: &Mark) -> String {
    match mark.value {
        Some(0) => "没有".to_owned(),
        Some(value) => value.to_string(),
        None => "—".to_owned(),
    }
}

/// Upright bars over their years, with the growth in a row below.
fn columns(pen: &mut Pen, scale: &Scale, section: &Section) {
    let marks = &section.marks;
    let has_growth = marks.iter().any(|mark| !mark.growth.is_empty());
    let small = scale.label.max(scale.note);
    // The growth's row has its name in the first column where there is room, or else in a line of its own.
    let name = width("比上年", small, false);
    let each = pen.width / to(marks.len().max(1));
    let first = marks.first().map_or(0, |mark| width(&mark.growth, small, false));
    let is_tight = has_growth && each / 2 < name + scale.space / 2 + first / 2;
    let room = each - scale.space / 3;
    let thick = (each * 52 / 100).min(scale.plot * 9 / 10).max(4);

    let value_size = scale.label * 8 / 7;
    let base = pen.y + Scale::line(value_size) + scale.plot;
    let below = base + 2;
    // All of a row are of the size at which the widest has room.
    let fit = |size: i64, text: &dyn Fn(&Mark) -> String| {
        marks.iter().map(|mark| fitting(&text(mark), size, true, room)).min().unwrap_or(size)
    };
    let value_size = fit(value_size, &said);
    let label_size = fit(small, &|mark| mark.label.clone());
    let growth_size = fit(small, &|mark| mark.growth.clone());
    let growth = below + small * if is_tight { 19 } else { 13 } / 4;
    for (at, mark) in marks.iter().enumerate() {
        let middle = pen.x + each * to(at) + each / 2;
        let height = mark.value.map_or(0, |value| length(value, most(marks), scale.plot));
        if height > 0 {
            let area = Area { x: middle - thick / 2, y: base - height, width: thick, height };
            pen.items.push(Item::Bar { area, is_strong: mark.is_strong });
        }
        let mut line = |baseline, text: &str, size, is_bold, ink| {
            pen.write(middle, baseline, Anchor::Middle, vec![Run::new(text, size, is_bold, ink)]);
        };
        let (is_bold, ink) = value_ink(mark);
        line(base - height - value_size * 2 / 5, &said(mark), value_size, is_bold, ink);
        line(below + small * 5 / 4, &mark.label, label_size, mark.is_strong, Ink::First);
        let ink = if mark.is_strong { Ink::Accent } else { Ink::Second };
        line(growth, &mark.growth, growth_size, mark.is_strong, ink);
    }
    pen.y = base;
    pen.rule((scale.label / 12).max(1), Ink::Second);
    pen.y = below + small * 7 / 4;
    if has_growth {
        pen.rule(1, Ink::Line);
        let run = Run::new("比上年", small, false, Ink::Third);
        pen.write(pen.x, below + small * 13 / 4, Anchor::Start, vec![run]);
        pen.y = growth + small / 2;
    }
}

/// Lying bars with their labels to the left and their values at the end.
fn bars(pen: &mut Pen, scale: &Scale, section: &Section) {
    let (marks, size, gap) = (&section.marks, scale.label, scale.space * 2 / 3);
    let widest = marks.iter().map(|mark| width(&mark.label, size, false)).max().unwrap_or(0);
    let label_room = widest.min(pen.width * 36 / 100);
    let unit = |ink| Run::new(section.unit, scale.note, false, ink);
    let figure = |mark: &Mark| {
        let (is_bold, ink) = value_ink(mark);
        let value = mark.value.map_or_else(|| "—".to_owned(), |value| value.to_string());
        Run::new(value, size * 8 / 7, is_bold, ink)
    };
    let unit_width = unit(Ink::Second).width() + unit(Ink::Second).gap();
    let figures = marks.iter().map(|mark| figure(mark).width()).max().unwrap_or(0);
    let axis = pen.x + label_room + gap;
    let full = (pen.width - label_room - gap * 2 - figures - unit_width).max(scale.label);

    let top = pen.y;
    for mark in marks {
        let lines = wrap_evenly(&mark.label, size, false, label_room, LABEL_LINES);
        let line = size * 5 / 4;
        let height = scale.pitch.max(line * to(lines.len()) + size / 4);
        let middle = pen.y + height / 2;
        let look = Letters { size, is_bold: false, ink: Ink::First };
        let first = middle - line * to(lines.len()) / 2 + (line - size) / 2 + size * 86 / 100;
        for (at, text) in lines.into_iter().enumerate() {
            let run = Run::new(text, look.size, look.is_bold, look.ink);
            pen.write(axis - gap, first + line * to(at), Anchor::End, vec![run]);
        }
        let (long, thick) = (length(mark.value.unwrap_or(0), most(marks), full), scale.pitch * 3 / 5);
        if long > 0 {
            let area = Area { x: axis, y: middle - thick / 2, width: long, height: thick };
            pen.items.push(Item::Bar { area, is_strong: mark.is_strong });
        }
        let value = figure(mark);
        let baseline = middle + value.size * 36 / 100;
        pen.write(axis + long + gap, baseline, Anchor::Start, vec![value, unit(Ink::Second)]);
        pen.y += height;
    }
    let thick = (scale.label / 12).max(1);
    let area = Area { x: axis - thick, y: top, width: thick, height: pen.y - top };
    pen.items.push(Item::Rule { area, ink: Ink::Second });
}
