//! Tables without rules: short words that stand below each other in columns. Only where it is certain.

use super::line::{Fragment, TextLine};
use super::paragraph::is_numbered;
use crate::block::Table;
use crate::read::{Refusal, TableBuilder};

/// So many rows and columns such a table has at least.
const FEWEST: usize = 3;
/// The longest words of a cell, in letters.
const LONGEST: usize = 30;

/// Lines, or a table of them.
#[derive(Debug)]
pub enum Found {
    /// A line of text.
    Line(TextLine),
    /// A table, with how many places it has.
    Table(Table, usize),
}

/// Finds the tables among lines below each other.
///
/// # Errors
/// Where a table is larger than is read.
pub fn find(lines: Vec<TextLine>) -> Result<Vec<Found>, Refusal> {
    let mut found = Vec::new();
    let mut run = Run::default();
    let mut last = None;
    for line in lines {
        let parts = line.fragments();
        let is_row = parts.len() >= FEWEST && parts.iter().all(|part| part.text.chars().count() <= LONGEST);
        let beside = Beside::of(&line, parts.len());
        if !is_row || !run.take(&line, &parts) {
            run.end(Some(beside), &mut found)?;
            if is_row {
                run.before = last;
                run.take(&line, &parts);
            } else {
                found.push(Found::Line(line));
            }
        }
        if run.rows.is_empty() {
            run.before = Some(beside);
        }
        last = Some(beside);
    }
    run.end(None, &mut found)?;
    Ok(found)
}

/// A line above or below rows, which may be part of a table that is not understood: a label that is broken, a head.
#[derive(Clone, Copy, Debug)]
struct Beside {
    base: i64,
    /// Whether it is of one part, and a heading or the end of a sentence.
    is_prose: bool,
    is_single: bool,
}

impl Beside {
    fn of(line: &TextLine, parts: usize) -> Self {
        let text = line.text();
        let is_single = parts < 2;
        let is_prose = is_single && (is_numbered(&text) || text.ends_with(['。', '：', '；']));
        Self { base: line.base, is_prose, is_single }
    }

    /// Whether it is not of the rows that begin or end at a base line and are so far from each other.
    fn is_apart(self, base: i64, step: i64) -> bool {
        self.is_prose || self.is_single && (self.base - base).abs() * 2 > step * 3
    }
}

/// Rows that follow each other and stand in the same columns.
#[derive(Debug, Default)]
struct Run {
    rows: Vec<(TextLine, Vec<Fragment>)>,
    columns: Vec<(i64, i64)>,
    before: Option<Beside>,
}

impl Run {
    /// Adds a line, unless its parts stand in other columns.
    fn take(&mut self, line: &TextLine, parts: &[Fragment]) -> bool {
        if self.rows.is_empty() {
            self.columns = parts.iter().map(|part| (part.left, part.right)).collect();
        } else if !fits(&mut self.columns, parts) {
            return false;
        }
        self.rows.push((line.clone(), parts.to_vec()));
        true
    }

    /// Ends the run: a table, where nothing beside it is part of one that is not understood, and a column has figures in most rows.
    fn end(&mut self, after: Option<Beside>, found: &mut Vec<Found>) -> Result<(), Refusal> {
        let rows = std::mem::take(&mut self.rows);
        let [Some(first), Some(last)] = [rows.first(), rows.last()].map(|row| row.map(|(line, _)| line.base)) else {
            return Ok(());
        };
        let step = (last - first) / i64::try_from(rows.len()).map_or(1, |rows| (rows - 1).max(1));
        let is_whole = self.before.is_none_or(|before| before.is_apart(first, step))
            && after.is_none_or(|after| after.is_apart(last, step));
        let columns = self.columns.len();
        let figures = |column: usize| {
            rows.iter().filter(|(_, parts)| parts.get(column).is_some_and(|part| is_figure(&part.text))).count()
        };
        if !is_whole || rows.len() < FEWEST || !(1..columns).any(|column| figures(column) * 3 >= rows.len() * 2) {
            found.extend(rows.into_iter().map(|(line, _)| Found::Line(line)));
            return Ok(());
        }
        let mut table = TableBuilder::new();
        for (_, parts) in &rows {
            table.row();
            for part in parts {
                table.cell(&part.text, 1, 1)?;
            }
        }
        found.extend(table.finish()?.map(|table| Found::Table(table, rows.len() * columns)));
        Ok(())
    }
}

/// Whether the parts of a line stand in the columns, which become wider by it, and none reaches into another.
fn fits(columns: &mut Vec<(i64, i64)>, parts: &[Fragment]) -> bool {
    if columns.len() != parts.len() {
        return false;
    }
    let wider: Vec<(i64, i64)> =
        columns.iter().zip(parts).map(|(column, part)| (column.0.min(part.left), column.1.max(part.right))).collect();
    let overlaps = columns.iter().zip(parts).any(|(column, part)| part.left > column.1 || part.right < column.0);
    if overlaps || wider.iter().zip(wider.iter().skip(1)).any(|(one, next)| one.1 >= next.0) {
        return false;
    }
    *columns = wider;
    true
}

fn is_figure(text: &str) -> bool {
    text.chars().any(char::is_numeric)
        && text.chars().all(|letter| letter.is_numeric() || "+-−－.,，％%".contains(letter))
}

#[cfg(test)]
mod tests {
    use super::super::line::lines;
    use super::super::piece::{Piece, width_of};
    use super::*;

    fn rows(rows: &[&[(i64, &str)]]) -> Vec<TextLine> {
        let pieces = rows.iter().zip(1..).flat_map(|(row, at)| {
            row.iter().map(move |(left, text)| Piece {
                left: left * 1000,
                right: left * 1000 + width_of(text) * 5000,
                base: at * 15_000,
                size: 10_000,
                text: (*text).to_owned(),
                is_turned: false,
            })
        });
        lines(pieces.collect())
    }

    fn shape(lines: Vec<TextLine>) -> Vec<String> {
        let found = find(lines).expect("small");
        found
            .iter()
            .map(|found| match found {
                Found::Line(line) => line.text(),
                Found::Table(table, places) => format!("{}x{}={places}", table.rows.len(), table.widths.len()),
            })
            .collect()
    }

    #[test]
    fn figures_below_each_other_are_a_table() {
        assert_eq!(
            shape(rows(&[
                &[(0, "二、主动公开政府信息情况")],
                &[(0, "名称"), (100, "制发"), (200, "废止")],
                &[(0, "规章"), (105, "3"), (205, "5")],
                &[(0, "规范性文件"), (105, "564"), (205, "98")],
                &[(0, "三、收到和处理申请情况")],
            ])),
            ["二、主动公开政府信息情况", "3x3=9", "三、收到和处理申请情况"]
        );
    }

    #[test]
    fn what_is_not_certain_stays_text() {
        let words: &[(i64, &str)] = &[(0, "甲"), (100, "乙"), (200, "丙")];
        assert_eq!(shape(rows(&[words, words, words])), ["甲 乙 丙"; 3]);
        let two: &[(i64, &str)] = &[(0, "甲"), (100, "1")];
        assert_eq!(shape(rows(&[two, two, two])), ["甲 1"; 3]);
        let figures: &[(i64, &str)] = &[(0, "甲"), (100, "1"), (200, "2")];
        assert_eq!(shape(rows(&[figures, figures])), ["甲 1 2"; 2]);
        let shifted: &[(i64, &str)] = &[(0, "甲"), (150, "1"), (250, "2")];
        assert_eq!(shape(rows(&[figures, shifted, figures])).len(), 3);
        // A line of another form beside it.
        assert_eq!(shape(rows(&[figures, figures, figures])), ["3x3=9"]);
        assert_eq!(shape(rows(&[two, figures, figures, figures])).len(), 4);
        assert_eq!(shape(rows(&[figures, figures, figures, two])).len(), 4);
        assert_eq!(shape(rows(&[figures, figures, figures, &[(0, "不计其他情形）")]])).len(), 4);
    }
}
