//! The pieces of text of a page, made upright and each taken once, and its rules.

use std::collections::HashMap;

use crate::read::{Line, Page};

/// A piece of text that stands upright. Lengths are in thousandths of a point, downwards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Where it begins.
    pub left: i64,
    /// Where it ends.
    pub right: i64,
    /// Its base line.
    pub base: i64,
    /// The size of its letters.
    pub size: i64,
    /// The words, without blanks at either end.
    pub text: String,
    /// Whether it is turned by a right angle against the rest of the page; its place is that of the box around it.
    pub is_turned: bool,
}

impl Piece {
    /// The middle of its letters, by which it is known in which cell it stands.
    pub fn middle(&self) -> (i64, i64) {
        (i64::midpoint(self.left, self.right), self.base - self.size * 35 / 100)
    }
}

/// What a page holds, upright.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// How wide it is.
    pub width: i64,
    /// How high it is.
    pub height: i64,
    /// The text.
    pub pieces: Vec<Piece>,
    /// The rules: from (x, y) to (x, y), from left to right and downwards.
    pub rules: Vec<[i64; 4]>,
    /// Words that stand aslant: stamps, watermarks, seals.
    pub aslant: Vec<String>,
}

/// How wide a letter is, in halves of its size: those of Chinese fill the square.
pub fn halves(letter: char) -> i64 {
    let is_narrow = letter < '\u{1100}' && !matches!(letter, '\u{b7}' | '\u{d7}' | '\u{f7}')
        || ('\u{ff61}'..='\u{ffdc}').contains(&letter);
    if is_narrow { 1 } else { 2 }
}

/// The width of words, in halves of their size.
pub fn width_of(words: &str) -> i64 {
    words.chars().map(halves).sum()
}

/// So many degrees beside a right angle are taken for it.
const ASIDE: i64 = 3;

fn quarter(turn: u16) -> Option<usize> {
    let turn = i64::from(turn) % 360;
    (0..=4).find(|quarter| (turn - i64::from(*quarter) * 90).abs() <= ASIDE).map(|quarter| usize::from(quarter % 4_u8))
}

/// Takes a page as it is read: where most of the text is turned by a right angle, the page is turned back.
pub fn sheet(page: &Page) -> Sheet {
    let mut letters = [0_usize; 4];
    for text in &page.texts {
        if let Some(count) = quarter(text.turn).and_then(|quarter| letters.get_mut(quarter)) {
            *count += text.text.chars().count();
        }
    }
    let most = letters.iter().copied().max().unwrap_or(0);
    let turned = letters.iter().position(|count| *count == most).unwrap_or(0);
    let (width, height) = (i64::from(page.width), i64::from(page.height));
    let place = |x: i64, y: i64| match turned {
        1 => (y, width - x),
        2 => (width - x, height - y),
        3 => (height - y, x),
        _ => (x, y),
    };
    let (new_width, new_height) = if turned % 2 == 1 { (height, width) } else { (width, height) };
    let mut sheet = Sheet { width: new_width, height: new_height, ..Sheet::default() };
    for text in &page.texts {
        if text.text.trim().is_empty() {
            continue;
        }
        let Some(quarter) = quarter(text.turn) else {
            sheet.aslant.push(text.text.trim().to_owned());
            continue;
        };
        let (x, y) = place(i64::from(text.x), i64::from(text.y));
        let (length, size) = (i64::from(text.width).max(0), i64::from(text.height).max(1));
        let piece = match (quarter + 4 - turned) % 4 {
            0 => trimmed(x, y, length, size, &text.text),
            2 => turned_piece(x - length, x, y + size, size, &text.text),
            1 => turned_piece(x - size / 5, x + size, y + length / 2 + size / 3, size, &text.text),
            _ => turned_piece(x - size, x + size / 5, y - length / 2 + size / 3, size, &text.text),
        };
        sheet.pieces.push(piece);
    }
    once(&mut sheet.pieces);
    sheet.rules = page.lines.iter().map(|line| rule(line, place)).collect();
    sheet
}

fn rule(line: &Line, place: impl Fn(i64, i64) -> (i64, i64)) -> [i64; 4] {
    let (x0, y0) = place(i64::from(line.x0), i64::from(line.y0));
    let (x1, y1) = place(i64::from(line.x1), i64::from(line.y1));
    [x0.min(x1), y0.min(y1), x0.max(x1), y0.max(y1)]
}

fn turned_piece(left: i64, right: i64, base: i64, size: i64, text: &str) -> Piece {
    Piece { left, right, base, size, text: text.trim().to_owned(), is_turned: true }
}

/// A piece without the blanks at its ends, which take their room with them.
fn trimmed(x: i64, base: i64, length: i64, size: i64, text: &str) -> Piece {
    let from_start = text.trim_start();
    let words = from_start.trim_end();
    let all = width_of(text).max(1);
    let before = all - width_of(from_start);
    let after = width_of(from_start) - width_of(words);
    let (left, right) = (x + length * before / all, x + length - length * after / all);
    Piece { left, right: right.max(left), base, size, text: without_gaps(words), is_turned: false }
}

/// Words without the blanks between a letter of Chinese and a figure or a word of Latin: programs put a gap there when they set a
/// line, and nobody typed it.
fn without_gaps(words: &str) -> String {
    let letters: Vec<char> = words.chars().collect();
    let is_gap = |at: usize| {
        let beside = at.checked_sub(1).and_then(|before| letters.get(before)).zip(letters.get(at + 1));
        letters.get(at) == Some(&' ')
            && beside.is_some_and(|(before, after)| {
                let is_wide = |letter: &char| halves(*letter) == 2;
                is_wide(before) != is_wide(after) && !before.is_whitespace() && !after.is_whitespace()
            })
    };
    (0..letters.len()).filter(|at| !is_gap(*at)).filter_map(|at| letters.get(at)).collect()
}

/// Takes what is drawn twice almost at the same place once: so programs make letters bold that have no bold face.
fn once(pieces: &mut Vec<Piece>) {
    let mut seen: HashMap<(i64, i64), Vec<usize>> = HashMap::new();
    let mut keep = vec![true; pieces.len()];
    for (index, piece) in pieces.iter().enumerate() {
        // Places by the square in which they are, as wide as such a shift at most.
        let shift = piece.size / 5 + 1;
        let (column, row) = (piece.left.div_euclid(shift), piece.base.div_euclid(shift));
        let is_again = (-1..=1).flat_map(|x| (-1..=1).map(move |y| (column + x, row + y))).any(|square| {
            // Few fit into one square, unless somebody wants it so.
            seen.get(&square).is_some_and(|others| {
                others.iter().rev().take(16).filter_map(|other| pieces.get(*other)).any(|other| {
                    (other.left - piece.left).abs() <= shift
                        && (other.base - piece.base).abs() <= shift
                        && (other.size - piece.size).abs() <= shift
                        && other.text == piece.text
                })
            })
        });
        if is_again {
            if let Some(kept) = keep.get_mut(index) {
                *kept = false;
            }
        } else {
            seen.entry((column, row)).or_default().push(index);
        }
    }
    let mut kept = keep.into_iter();
    pieces.retain(|_| kept.next().unwrap_or(true));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_beside_a_figure_is_no_blank() {
        for (words, bare) in [
            ("2024 年 1 月，GB 标准", "2024年1月，GB标准"),
            ("open data", "open data"),
            ("一 二", "一 二"),
            ("1 2 年", "1 2年"),
            ("年", "年"),
        ] {
            assert_eq!(without_gaps(words), bare);
        }
    }
    use crate::read::PlacedText;

    fn text(x: i32, y: i32, turn: u16, words: &str) -> PlacedText {
        let width = i32::try_from(width_of(words)).expect("short") * 5000;
        PlacedText { x, y, width, height: 10_000, turn, text: words.to_owned() }
    }

    fn page(texts: Vec<PlacedText>) -> Page {
        Page {
            width: 200_000,
            height: 300_000,
            texts,
            lines: vec![Line { x0: 0, y0: 50_000, x1: 100_000, y1: 50_000 }],
        }
    }

    #[test]
    fn letters_drawn_twice_are_taken_once() {
        let sheet = sheet(&page(vec![
            text(10_000, 20_000, 0, "年报"),
            text(10_300, 20_000, 0, "年报"),
            text(30_000, 20_000, 0, "0"),
            text(36_000, 20_000, 0, "0"),
        ]));
        let words: Vec<&str> = sheet.pieces.iter().map(|piece| piece.text.as_str()).collect();
        assert_eq!(words, ["年报", "0", "0"]);
    }

    #[test]
    fn a_page_on_its_side_is_turned_upright_with_its_rules() {
        let sheet = sheet(&page(vec![text(100_000, 20_000, 90, "甲乙丙"), text(80_000, 20_000, 89, "丁")]));
        assert_eq!((sheet.width, sheet.height), (300_000, 200_000));
        let places: Vec<(i64, i64)> = sheet.pieces.iter().map(|piece| (piece.left, piece.base)).collect();
        assert_eq!(places, [(20_000, 100_000), (20_000, 120_000)]);
        assert_eq!(sheet.rules, [[50_000, 100_000, 50_000, 200_000]]);
    }

    #[test]
    fn what_stands_aslant_is_no_text_of_the_page() {
        let sheet = sheet(&page(vec![text(0, 20_000, 0, "正文"), text(9_000, 90_000, 315, "内部资料")]));
        assert_eq!((sheet.pieces.len(), sheet.aslant), (1, vec!["内部资料".to_owned()]));
    }

    #[test]
    fn blanks_at_the_ends_take_their_room_with_them() {
        let sheet = sheet(&page(vec![text(0, 20_000, 0, "　　为了 ")]));
        let piece = &sheet.pieces[0];
        assert_eq!((piece.left, piece.right, piece.text.as_str()), (20_000, 40_000, "为了"));
    }
}
