//! Paragraphs, joined again from the lines into which they were broken.

use super::line::{TextLine, first_word, join};

/// A line of running text, with the room in which it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The line.
    pub line: TextLine,
    /// Where lines begin here.
    pub left: i64,
    /// Where lines end here.
    pub right: i64,
    /// Which stretch of lines below each other it is of: a column of a page.
    pub stretch: usize,
}

/// Marks that may hang out of the room of a line.
const HANGING: [char; 6] = ['，', '。', '、', '；', '：', '．'];

/// The room that lines take: where those begin that begin first, and where those end that are full.
///
/// A single line that stands out on the right is none to measure by, where others end together. Where all end far before the page
/// does, none of them is full: the text may be as far from its right side as from its left. (A `width` of 0 is not known.)
pub fn room(lines: &[TextLine], width: i64) -> Option<(i64, i64)> {
    let left = lines.iter().map(|line| line.left).min()?;
    // A mark may hang out of the room on the right.
    let end = |line: &TextLine| if line.text().ends_with(HANGING) { line.right - line.size } else { line.right };
    let mut ends: Vec<(i64, i64)> = lines.iter().map(|line| (end(line), line.size)).collect();
    ends.sort_unstable();
    let (widest, _) = ends.last().copied()?;
    let right = ends
        .windows(2)
        .rev()
        .find_map(|pair| match pair {
            [(before, _), (after, size)] if after - before <= *size => Some(*after),
            _ => None,
        })
        .unwrap_or(widest);
    let size = ends.iter().map(|(_, size)| *size).min()?;
    let is_short = width > 0 && width - right > left.max(0) + size * 6;
    Some((left, if is_short { width - left.max(0) } else { right }))
}

/// Joins lines that follow each other to paragraphs.
pub fn paragraphs(lines: &[Placed]) -> Vec<String> {
    let mut paragraphs: Vec<String> = Vec::new();
    let spacing = spacing(lines);
    let mut current = String::new();
    // How many lines the current paragraph has.
    let mut count = 0_usize;
    for (index, placed) in lines.iter().enumerate() {
        let text = placed.line.text();
        let before = index.checked_sub(1).and_then(|index| lines.get(index));
        let is_new = before.is_none_or(|before| begins(before, placed, lines.get(index + 1), &text, count, spacing));
        if is_new {
            if !current.is_empty() {
                paragraphs.push(std::mem::take(&mut current));
            }
            current = text;
            count = 1;
        } else {
            join(&mut current, &text);
            count += 1;
        }
    }
    if !current.is_empty() {
        paragraphs.push(current);
    }
    paragraphs
}

/// The usual distance of two lines; 0 where there are none.
fn spacing(lines: &[Placed]) -> i64 {
    let pairs = lines.iter().zip(lines.iter().skip(1));
    let mut steps: Vec<i64> =
        pairs.filter(|(a, b)| a.stretch == b.stretch).map(|(a, b)| b.line.base - a.line.base).collect();
    let middle = steps.len() / 2;
    if steps.is_empty() { 0 } else { *steps.select_nth_unstable(middle).1 }
}

/// Whether a line begins a paragraph, by the line before it and, where that does not tell, the one after.
fn begins(before: &Placed, placed: &Placed, after: Option<&Placed>, text: &str, count: usize, spacing: i64) -> bool {
    let size = placed.line.size;
    let is_same_size = (before.line.size - size).abs() * 7 <= before.line.size.max(size);
    let step = placed.line.base - before.line.base;
    // Words and figures beside each other are a row of a table that has no rules.
    let is_row = |placed: &Placed| placed.line.pieces.len() > 2 && placed.line.fragments().len() > 2;
    if !is_same_size
        || is_row(before)
        || is_row(placed)
        || before.stretch == placed.stretch && step > (spacing * 8 / 5).max(size * 5 / 4)
    {
        return true;
    }
    // The next word would have had room in the line before.
    let free = before.right - before.line.right;
    if free >= first_word(text, size) + size / 3 {
        return true;
    }
    // The number of an item begins one, where a letter would have had room before it.
    if is_numbered(text) && free >= size {
        return true;
    }
    let indent = |placed: &Placed| placed.line.left - placed.left;
    let is_centred = |placed: &Placed| (indent(placed) - (placed.right - placed.line.right)).abs() <= size;
    if is_centred(before) && is_centred(placed) && size > 14_000 {
        // A title that is broken once.
        return false;
    }
    if indent(placed) > size * 6 / 5 {
        let is_level = (indent(before) - indent(placed)).abs() <= size * 3 / 10;
        // A paragraph that stands further in, all of it; or short ones, each of which begins further in.
        let goes_on = is_level
            && (count > 1
                || after.is_some_and(|after| {
                    after.stretch == placed.stretch && (indent(after) - indent(placed)).abs() <= size * 3 / 10
                }));
        return !goes_on;
    }
    let ends = before.line.text().ends_with(['。', '；', '：', '！', '？', '”', '.', ';', ':']);
    ends && is_numbered(text)
}

/// Whether words begin with the number of a heading or of an item: 一、 （一） (1) 1. 1、 第一章, but not 第（一）项 or 1.5万.
///
/// Some files have radicals in place of the numbers (U+2F00 and so on), which look the same.
pub fn is_numbered(text: &str) -> bool {
    let text = text.trim_start();
    let is_digit = |letter: char| letter.is_ascii_digit() || "一二三四五六七八九十百〇零⼀⼆⼋⼗".contains(letter);
    if let Some(rest) = text.strip_prefix(['（', '(', '第']) {
        let after = rest.trim_start_matches(is_digit);
        return after.len() < rest.len()
            && after
                .strip_prefix(['）', ')', '章', '节'])
                .is_some_and(|after| !after.starts_with(['项', '款', '条', '目']));
    }
    let after = text.trim_start_matches(is_digit);
    after.len() < text.len()
        && after.chars().count() + 4 >= text.chars().count()
        && after.strip_prefix(['、', '.', '．']).is_some_and(|after| !after.starts_with(|c: char| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::super::line::lines;
    use super::super::piece::{Piece, width_of};
    use super::*;

    /// Lines of letters of 10 points, 20 points below each other; each with so many letters of indent.
    fn placed(rows: &[(i64, &str)]) -> Vec<Placed> {
        let pieces = rows.iter().zip(1..).map(|((indent, text), row)| Piece {
            left: indent * 10_000,
            right: indent * 10_000 + width_of(text) * 5000,
            base: row * 20_000,
            size: 10_000,
            text: (*text).to_owned(),
            is_turned: false,
        });
        let room = (0, 100_000);
        lines(pieces.collect())
            .into_iter()
            .map(|line| Placed { line, left: room.0, right: room.1, stretch: 0 })
            .collect()
    }

    #[test]
    fn full_lines_go_on_and_short_ones_end() {
        assert_eq!(
            paragraphs(&placed(&[
                (2, "中国一向是所谓闭"),
                (0, "关主义自己不去别人也"),
                (0, "不许来。"),
                (0, "另一段")
            ])),
            ["中国一向是所谓闭关主义自己不去别人也不许来。", "另一段"]
        );
    }

    #[test]
    fn a_mark_that_hangs_out_makes_no_room() {
        let rows = [
            "中国一向是所谓闭关主",
            "关主义自己不去别人也，",
            "不许来，又是一行到头",
            "不许来，又是一行到底，",
            "不许来，又是一行到底",
        ];
        let placed = placed(&rows.map(|row| (0, row)));
        let lines: Vec<TextLine> = placed.into_iter().map(|placed| placed.line).collect();
        assert_eq!(room(&lines, 0), Some((0, 100_000)));
    }

    #[test]
    fn an_indent_begins_a_paragraph_though_the_line_before_is_full() {
        assert_eq!(
            paragraphs(&placed(&[
                (2, "中国一向是所谓闭"),
                (0, "关主义自己不去别人也"),
                (2, "自从给枪炮打破了大"),
                (0, "门。")
            ])),
            ["中国一向是所谓闭关主义自己不去别人也", "自从给枪炮打破了大门。"]
        );
        assert_eq!(
            paragraphs(&placed(&[(3, "中国一向是所谓"), (3, "关主义自己不去"), (3, "不许来。")])),
            ["中国一向是所谓关主义自己不去不许来。"]
        );
    }

    #[test]
    fn a_number_begins_a_paragraph_after_the_end_of_a_sentence_only() {
        assert_eq!(
            paragraphs(&placed(&[(0, "二、主动公开情况如下："), (0, "（一）主动公开事项的数"), (0, "（二）项。")])),
            ["二、主动公开情况如下：", "（一）主动公开事项的数（二）项。"]
        );
        assert_eq!(paragraphs(&placed(&[(2, "图一没有写到底"), (0, "（三）另一")])), ["图一没有写到底", "（三）另一"]);
        assert_eq!(paragraphs(&placed(&[(2, "见条例第二十条"), (0, "（三）项")])), ["见条例第二十条（三）项"]);
        for (text, is) in [
            ("一、总体", true),
            ("（二）部分", true),
            ("12.其他", true),
            ("1.5万件", false),
            ("（五）项", false),
            ("第一章 总则", true),
            ("第（一）", false),
            ("年、月", false),
            ("2024", false),
            ("", false),
        ] {
            assert_eq!(is_numbered(text), is, "{text}");
        }
    }

    #[test]
    fn a_mark_that_would_not_have_fitted_takes_its_letter_along() {
        assert_eq!(paragraphs(&placed(&[(0, "中国一向是所谓闭关"), (0, "义，自己")])), ["中国一向是所谓闭关义，自己"]);
    }

    #[test]
    fn one_line_that_stands_out_is_not_the_measure() {
        let lines: Vec<TextLine> =
            placed(&[(0, "中国一向是所谓"), (0, "中国一向是所谓"), (0, "中国一向是所谓闭关主义")])
                .into_iter()
                .map(|placed| placed.line)
                .collect();
        assert_eq!(room(&lines, 0), Some((0, 70_000)));
        assert_eq!(room(&lines, 120_000), Some((0, 70_000)));
        assert_eq!(room(&lines, 150_000), Some((0, 150_000)));
        assert_eq!(room(&[], 0), None);
    }
}
