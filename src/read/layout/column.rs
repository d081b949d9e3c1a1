//! Columns of running text beside each other, which are read one after the other.

use super::line::{Fragment, TextLine, lines};
use super::piece::Piece;

/// How often a column may have columns itself.
const DEEPEST: usize = 3;
/// So many lines each of two columns has at least.
const FEWEST: usize = 5;

/// Parts the text of a page into stretches that are read one after the other; each goes from top to bottom.
pub fn stretches(pieces: Vec<Piece>) -> Vec<Vec<TextLine>> {
    let mut all = Vec::new();
    part(pieces, DEEPEST, &mut all);
    all
}

/// Lines below each other that go over the whole width, or two columns.
enum Band {
    Across(Vec<TextLine>),
    Beside(Vec<Piece>, Vec<Piece>),
}

fn part(pieces: Vec<Piece>, depth: usize, all: &mut Vec<Vec<TextLine>>) {
    let whole = lines(pieces);
    if whole.is_empty() {
        return;
    }
    let Some(gutter) = (depth > 0).then(|| gutter(&whole)).flatten() else {
        all.push(whole);
        return;
    };
    let mut bands: Vec<Band> = Vec::new();
    for line in whole {
        let is_across = line.fragments().iter().any(|fragment| fragment.left < gutter && fragment.right > gutter);
        match (bands.last_mut(), is_across) {
            (Some(Band::Across(lines)), true) => lines.push(line),
            (Some(Band::Beside(left, right)), false) => divide(line, gutter, left, right),
            (_, true) => bands.push(Band::Across(vec![line])),
            (_, false) => {
                let (mut left, mut right) = (Vec::new(), Vec::new());
                divide(line, gutter, &mut left, &mut right);
                bands.push(Band::Beside(left, right));
            }
        }
    }
    for band in bands {
        match band {
            Band::Across(lines) => all.push(lines),
            Band::Beside(left, right) => {
                part(left, depth - 1, all);
                part(right, depth - 1, all);
            }
        }
    }
}

fn divide(line: TextLine, gutter: i64, left: &mut Vec<Piece>, right: &mut Vec<Piece>) {
    for piece in line.pieces {
        if piece.left < gutter { left.push(piece) } else { right.push(piece) }
    }
}

/// Where two columns of running text part: hardly a line goes across, and both sides have many lines of many words. Short words
/// beside each other are a table.
fn gutter(lines: &[TextLine]) -> Option<i64> {
    let rows: Vec<Vec<Fragment>> = lines.iter().map(TextLine::fragments).collect();
    let left = lines.iter().map(|line| line.left).min()?;
    let right = lines.iter().map(|line| line.right).max()?;
    let mut sizes: Vec<i64> = lines.iter().map(|line| line.size).collect();
    let middle = sizes.len() / 2;
    let size = *sizes.select_nth_unstable(middle).1;
    let mut ends: Vec<(i64, i32)> = rows.iter().flatten().flat_map(|part| [(part.left, 1), (part.right, -1)]).collect();
    ends.sort_unstable();
    let few = i32::try_from(lines.len() / 6).unwrap_or(i32::MAX);
    let mut open = 0;
    let mut widest: Option<(i64, i64)> = None;
    for pair in ends.windows(2) {
        let [(from, step), (to, _)] = *pair else { break };
        open += step;
        let at = i64::midpoint(from, to);
        let is_inside = at > left + (right - left) / 5 && at < right - (right - left) / 5;
        if open <= few && is_inside && to - from >= size && widest.is_none_or(|(width, _)| to - from > width) {
            widest = Some((to - from, at));
        }
    }
    let (_, gutter) = widest?;
    let (mut before, mut after) = (Side::default(), Side::default());
    for (line, row) in lines.iter().zip(&rows) {
        if row.iter().any(|part| part.left < gutter && part.right > gutter) {
            continue;
        }
        before.take(line.base, row.iter().filter(|part| part.right <= gutter));
        after.take(line.base, row.iter().filter(|part| part.left >= gutter));
    }
    let beside = before.bottom.min(after.bottom) - before.top.max(after.top);
    let shorter = (before.bottom - before.top).min(after.bottom - after.top);
    (before.is_prose() && after.is_prose() && beside * 2 >= shorter).then_some(gutter)
}

/// What stands on one side of a gutter.
#[derive(Debug, Default)]
struct Side {
    lines: usize,
    /// Its parts between wide gaps: one a line, unless it is a table.
    parts: usize,
    /// Its letters, without figures.
    letters: usize,
    top: i64,
    bottom: i64,
}

impl Side {
    fn take<'a>(&mut self, base: i64, parts: impl Iterator<Item = &'a Fragment>) {
        let before = self.parts;
        for part in parts {
            self.parts += 1;
            self.letters += part.text.chars().filter(|letter| letter.is_alphabetic()).count();
        }
        if self.parts == before {
            return;
        }
        if self.lines == 0 {
            self.top = base;
        }
        self.lines += 1;
        self.bottom = base;
    }

    fn is_prose(&self) -> bool {
        self.lines >= FEWEST && self.letters >= self.parts * 10
    }
}

#[cfg(test)]
mod tests {
    use super::super::piece::width_of;
    use super::*;

    fn piece(left: i64, row: i64, text: &str) -> Piece {
        let right = left + width_of(text) * 5000;
        Piece { left, right, base: row * 15_000, size: 10_000, text: text.to_owned(), is_turned: false }
    }

    fn read(pieces: Vec<Piece>) -> Vec<String> {
        stretches(pieces).iter().flatten().map(TextLine::text).collect()
    }

    #[test]
    fn columns_are_read_one_after_the_other() {
        let mut pieces = vec![piece(50_000, 0, "政府信息公开工作年度报告的标题很长要占两栏")];
        for row in 2..8 {
            pieces.push(piece(0, row, "左栏的文字一行很长足有十几字"));
            pieces.push(piece(170_000, row, "右栏的文字一行很长足有十几字"));
        }
        let lines = read(pieces);
        assert_eq!(lines.len(), 13);
        assert!(lines[1..7].iter().all(|line| line.starts_with("左栏")));
        assert!(lines[7..].iter().all(|line| line.starts_with("右栏")));
    }

    #[test]
    fn labels_with_figures_are_no_columns() {
        let pieces =
            (0..8).flat_map(|row| [piece(0, row, "其他对外管理服务事项的行政许可"), piece(200_000, row, "123")]);
        assert_eq!(read(pieces.collect())[0], "其他对外管理服务事项的行政许可 123");
        let pieces = (0..8).flat_map(|row| {
            let figures = [200_000, 250_000, 300_000].map(|left| piece(left, row, "1234567"));
            [piece(0, row, "其他对外管理服务事项的行政许可")].into_iter().chain(figures)
        });
        assert_eq!(read(pieces.collect())[0], "其他对外管理服务事项的行政许可 1234567 1234567 1234567");
    }
}
