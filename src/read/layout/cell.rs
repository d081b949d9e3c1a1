//! The words of a cell.

use super::grid::{Cell, Grid};
use super::line::{TextLine, first_word, join, lines};

/// The words of a cell, joined where its width broke them.
pub fn text(grid: &Grid, cell: &Cell) -> String {
    let all = lines(cell.pieces.clone());
    let (left, right) = grid.sides(cell);
    let widest = all.iter().map(|line| line.right - line.left).max().unwrap_or(0);
    // What is left and right of the words within the rules is mostly 0.19 cm.
    let room = (right - left - 11_000).max(widest);
    let is_upright = all.len() > 2 && all.iter().all(|line| line.text().chars().count() <= 2 && !has_digit(line));
    let mut text = String::new();
    let mut free = 0;
    for line in &all {
        let words = line.text();
        if text.is_empty() {
            text = words;
        } else if is_upright || free < first_word(&words, line.size) + line.size / 3 {
            join(&mut text, &words);
        } else {
            text.push('\n');
            text.push_str(&words);
        }
        free = room - (line.right - line.left);
    }
    text
}

fn has_digit(line: &TextLine) -> bool {
    line.pieces.iter().any(|piece| piece.text.contains(|letter: char| letter.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::super::piece::{Piece, width_of};
    use super::*;

    /// What becomes of lines in the middle of a cell of so many letters' width.
    fn joined(width: i64, rows: &[&str]) -> String {
        let grid = Grid { xs: vec![0, width * 10_000], ..Grid::default() };
        let pieces = rows.iter().zip(1..).map(|(text, row)| {
            let (wide, middle) = (width_of(text) * 5000, width * 5000);
            let (left, right) = (middle - wide / 2, middle + wide / 2);
            Piece { left, right, base: row * 12_000, size: 10_000, text: (*text).to_owned(), is_turned: false }
        });
        text(&grid, &Cell { row: 0, row_end: 1, column: 0, column_end: 1, pieces: pieces.collect() })
    }

    #[test]
    fn a_label_written_downwards_is_one_word() {
        assert_eq!(joined(4, &["三", "、", "本", "年", "度", "办", "理", "结", "果"]), "三、本年度办理结果");
        assert_eq!(joined(9, &["结果", "维持", "情况"]), "结果维持情况");
    }

    #[test]
    fn a_label_broken_at_the_side_is_joined_and_one_broken_before_is_not() {
        assert_eq!(joined(7, &["部分公开区分", "处理的"]), "部分公开区分处理的");
        assert_eq!(joined(12, &["申请人", "单位"]), "申请人\n单位");
    }

    #[test]
    fn figures_below_each_other_are_two_unless_one_is_broken() {
        assert_eq!(joined(12, &["3", "5"]), "3\n5");
        assert_eq!(joined(4, &["1139", "88"]), "113988");
    }
}
