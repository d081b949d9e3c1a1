//! The parts of a sheet that are no charts: head, main numbers, boxes, foot.

use super::measure::{fitting, one_line, width, wrap};
use super::pen::{Letters, Pen, letters};
use super::scale::Scale;
use super::sheet::{Anchor, Area, Ink, Item, Run};
use crate::infographic::{Infographic, MainNumber};

/// The office, the headline and the period; in a narrow sheet the period stands below.
pub(super) fn head(pen: &mut Pen, scale: &Scale, told: &Infographic, is_narrow: bool) {
    let aside = width(&told.period, scale.small, false);
    let whole = pen.width;
    let room = if is_narrow { whole } else { whole - aside - scale.space * 2 };
    let mut left = pen.part(0, room);
    left.paragraph(&told.office, letters(scale.office, true, Ink::Accent), 2);
    let size = fitting(&told.headline, scale.headline, true, room);
    left.paragraph(&told.headline, letters(size, true, Ink::First), 2);
    if is_narrow {
        left.y += scale.space / 4;
        left.paragraph(&format!("统计时间　{}", told.period), letters(scale.small, false, Ink::Second), 2);
    }
    pen.y = left.y;
    if !is_narrow {
        let mut line = |up: i64, text: &str, ink| {
            let baseline = pen.y - (Scale::line(size) - size) / 2 - size * 14 / 100 - up;
            let run = Run::new(text, scale.small, false, ink);
            pen.write(pen.x + whole, baseline, Anchor::End, vec![run]);
        };
        line(Scale::line(scale.small), "统计时间", Ink::Second);
        line(0, &told.period, Ink::First);
    }
    pen.y += scale.space / 2;
    pen.rule((scale.label / 6).max(2), Ink::Accent);
}

/// The main numbers beside each other, so many in a row.
pub(super) fn numbers(pen: &mut Pen, scale: &Scale, all: &[MainNumber], across: usize) {
    let columns = across.min(all.len());
    if columns == 0 {
        return;
    }
    let inside = insides(scale, all, columns, pen.width);
    let fits = |(at, one): (usize, &MainNumber)| {
        let unit = unit(scale, one);
        let room = inside.get(at % columns).copied().unwrap_or_default();
        fitting(&one.value.to_string(), scale.number, true, room - unit.width() - unit.gap())
    };
    let size = all.iter().enumerate().map(fits).min().unwrap_or(scale.number);
    for row in all.chunks(columns) {
        let (top, mut bottom, mut left) = (pen.y, pen.y, 0);
        for (at, (one, room)) in row.iter().zip(&inside).enumerate() {
            if at > 0 {
                left += scale.space;
            }
            let mut cell = pen.part(left, *room);
            number(&mut cell, scale, one, size);
            bottom = bottom.max(cell.y);
            left += room + scale.space;
        }
        let mut left = pen.x;
        for room in inside.iter().take(row.len().saturating_sub(1)) {
            left += room + scale.space;
            let area = Area { x: left, y: top, width: 1, height: bottom - top };
            pen.items.push(Item::Rule { area, ink: Ink::Line });
            left += scale.space;
        }
        pen.y = bottom + scale.space.max(scale.gap / 2);
    }
    pen.y -= scale.space.max(scale.gap / 2);
}

/// The room of each column of main numbers: what its words need and the same of what is left over; where they need more
/// than there is, all have the same.
fn insides(scale: &Scale, all: &[MainNumber], columns: usize, whole: i64) -> Vec<i64> {
    let free = whole - scale.space * 2 * (to(columns) - 1);
    let need = |one: &MainNumber| {
        let unit = unit(scale, one);
        let digits = width(&one.value.to_string(), scale.number, true) + unit.gap() + unit.width();
        digits.max(width(&one.name, scale.name, true)).max(width(&one.note, scale.note, false))
    };
    let of_column = |at: usize| all.iter().skip(at).step_by(columns).map(need).max().unwrap_or(0);
    let needs: Vec<i64> = (0..columns).map(of_column).collect();
    let left = free - needs.iter().sum::<i64>();
    if left < 0 {
        return vec![free / to(columns); columns];
    }
    needs.into_iter().map(|need| need + left / to(columns)).collect()
}

/// The measure word of a main number.
fn unit(scale: &Scale, number: &MainNumber) -> Run {
    Run::new(number.unit, scale.name, false, Ink::First)
}

/// A number in digits of this size, its name, its note.
fn number(cell: &mut Pen, scale: &Scale, number: &MainNumber, size: i64) {
    let (digits, unit) = (number.value.to_string(), unit(scale, number));
    let baseline = cell.y + scale.number * 86 / 100;
    cell.write(cell.x, baseline, Anchor::Start, vec![Run::new(digits, size, true, Ink::Accent), unit]);
    cell.y += scale.number * 11 / 10;
    cell.paragraph(&number.name, letters(scale.name, true, Ink::First), 2);
    cell.paragraph(&number.note, letters(scale.note, false, Ink::Second), 2);
}

/// The closing boxes in one frame, beside each other or below each other.
pub(super) fn boxes(pen: &mut Pen, scale: &Scale, told: &Infographic, is_narrow: bool) {
    let all = &told.boxes;
    if all.is_empty() {
        return;
    }
    let across = if is_narrow { 1 } else { all.len() };
    let each = pen.width / to(across);
    let (top, inset) = (pen.y, scale.space);
    let mut bottom = top;
    for (at, one) in all.iter().enumerate() {
        let mut cell = pen.part(each * to(at % across) + inset, each - inset * 2);
        cell.y += inset * 3 / 4;
        cell.paragraph(&one.title, letters(scale.name, true, Ink::First), 2);
        cell.paragraph(&one.note, letters(scale.note, false, Ink::Second), 3);
        bottom = bottom.max(cell.y + inset * 3 / 4);
        if is_narrow && at + 1 < all.len() {
            pen.y = bottom;
            pen.rule(1, Ink::Line);
        }
    }
    for at in 1..across {
        let area = Area { x: pen.x + each * to(at), y: top, width: 1, height: bottom - top };
        pen.items.push(Item::Rule { area, ink: Ink::Line });
    }
    pen.items.push(Item::Frame(Area { x: pen.x, y: top, width: pen.width, height: bottom - top }));
    pen.y = bottom;
}

/// How high the foot is.
pub(super) fn foot_height(scale: &Scale, told: &Infographic, is_narrow: bool) -> i64 {
    let lines = foot_lines(scale, told, is_narrow).len() + usize::from(is_narrow);
    scale.space + 1 + Scale::line(scale.small) * to(lines.max(1))
}

/// The room of the report's name.
fn foot_lines(scale: &Scale, told: &Infographic, is_narrow: bool) -> Vec<String> {
    let whole = scale.width - scale.margin * 2;
    let aside = width(&code(told), scale.small, true) + scale.space;
    let room = if is_narrow { whole } else { whole - aside };
    wrap(&told.source, scale.small, false, room, if is_narrow { 6 } else { 3 })
}

fn code(told: &Infographic) -> String {
    format!("校验码 {}", told.code)
}

/// Which report has the same figures, and its check code.
pub(super) fn foot(pen: &mut Pen, scale: &Scale, told: &Infographic, is_narrow: bool) {
    pen.rule(1, Ink::Line);
    pen.y += scale.space;
    let code = one_line(&code(told), scale.small, true, pen.width / 2);
    if !is_narrow {
        let baseline = pen.y + (Scale::line(scale.small) - scale.small) / 2 + scale.small * 86 / 100;
        let run = Run::new(code.clone(), scale.small, true, Ink::First);
        pen.write(pen.x + pen.width, baseline, Anchor::End, vec![run]);
    }
    for line in foot_lines(scale, told, is_narrow) {
        pen.paragraph(&line, Letters { size: scale.small, is_bold: false, ink: Ink::Second }, 1);
    }
    if is_narrow {
        pen.paragraph(&code, letters(scale.small, true, Ink::First), 1);
    }
}

/// A count of things as a number of pixels can be multiplied by it.
pub(super) fn to(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
