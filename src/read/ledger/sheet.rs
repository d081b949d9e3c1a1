//! The tables of a file as squares: a merged cell stands in each square that it covers.

use std::borrow::Cow;

use crate::block::{Block, Content, Run, Table, unstyled};
use crate::read::Refusal;
use crate::read::limits::{MOST_CELLS, MOST_COLUMNS, too_large};

/// A table, or lines of text that are one.
#[derive(Debug)]
pub(super) struct Sheet<'a> {
    /// The line above it: the name of the sheet.
    pub caption: &'a str,
    /// Its rows from top to bottom, each as long as it has squares.
    pub rows: Vec<Vec<Square<'a>>>,
}

/// A square of a table.
#[derive(Clone, Debug)]
pub(super) struct Square<'a> {
    /// What its cell says.
    pub text: Cow<'a, str>,
    /// Whether the cell begins above.
    pub is_from_above: bool,
    /// Whether the cell begins to the left.
    pub is_from_left: bool,
}

impl<'a> Square<'a> {
    fn of(text: Cow<'a, str>) -> Self {
        Self { text, is_from_above: false, is_from_left: false }
    }
}

/// The tables of a file in their order, and lines of text whose cells are parted by the same mark.
///
/// # Errors
/// Where merged cells would make more squares than are read.
pub(super) fn sheets(blocks: &[Block]) -> Result<Vec<Sheet<'_>>, Refusal> {
    let (mut sheets, mut lines, mut left) = (Vec::new(), Vec::new(), MOST_CELLS);
    for block in blocks {
        match block {
            Block::Paragraph(runs) => lines.push(words(runs)),
            Block::Table(table) => {
                sheets.extend(parted(&std::mem::take(&mut lines), &mut left)?);
                sheets.push(Sheet { caption: &table.caption, rows: unfolded(table, &mut left)? });
            }
            Block::Title(_) | Block::Heading(_) | Block::Picture(_) | Block::Signature { .. } => {
                sheets.extend(parted(&std::mem::take(&mut lines), &mut left)?);
            }
        }
    }
    sheets.extend(parted(&lines, &mut left)?);
    Ok(sheets)
}

fn words(runs: &[Run]) -> Cow<'_, str> {
    match runs {
        [run] => Cow::Borrowed(&run.text),
        _ => Cow::Owned(unstyled(runs)),
    }
}

fn content(content: &Content) -> Cow<'_, str> {
    match content {
        Content::Blank => Cow::Borrowed(""),
        Content::Text(words) => Cow::Borrowed(words.trim()),
        Content::Number(number) => Cow::Owned(number.to_string()),
    }
}

/// Takes squares from what is left of them.
fn take(left: &mut usize, squares: usize) -> Result<(), Refusal> {
    *left = left.checked_sub(squares).ok_or_else(too_large)?;
    Ok(())
}

/// A cell that reaches below its row.
struct Cover<'a> {
    rows: usize,
    square: Square<'a>,
}

fn unfolded<'a>(table: &'a Table, left: &mut usize) -> Result<Vec<Vec<Square<'a>>>, Refusal> {
    let mut covers: Vec<Option<Cover<'a>>> = Vec::new();
    // How many columns are covered from above: where all were met and no cell is left, the row ends.
    let mut covered = 0_usize;
    let mut rows = Vec::with_capacity(table.rows.len());
    for cells in &table.rows {
        let mut squares: Vec<Square<'a>> = Vec::new();
        let (mut cells, mut met, above) = (cells.iter(), 0, covered);
        while squares.len() < MOST_COLUMNS {
            let column = squares.len();
            if let Some(slot @ Some(_)) = covers.get_mut(column)
                && let Some(cover) = slot
            {
                take(left, 1)?;
                squares.push(Square { is_from_above: true, ..cover.square.clone() });
                met += 1;
                cover.rows -= 1;
                if cover.rows == 0 {
                    *slot = None;
                    covered -= 1;
                }
                continue;
            }
            let Some(cell) = cells.next() else {
                if met == above {
                    break;
                }
                take(left, 1)?;
                squares.push(Square::of(Cow::Borrowed("")));
                continue;
            };
            let text = content(&cell.content);
            for across in 0..usize::from(cell.column_span.max(1)).min(MOST_COLUMNS - column) {
                // A cell ends where another comes from above.
                if across > 0 && covers.get(column + across).is_some_and(Option::is_some) {
                    break;
                }
                take(left, 1)?;
                let square = Square { text: text.clone(), is_from_above: false, is_from_left: across > 0 };
                if cell.row_span > 1 {
                    if covers.len() <= column + across {
                        covers.resize_with(column + across + 1, || None);
                    }
                    if let Some(slot) = covers.get_mut(column + across) {
                        *slot = Some(Cover { rows: usize::from(cell.row_span) - 1, square: square.clone() });
                        covered += 1;
                    }
                }
                squares.push(square);
            }
        }
        rows.push(squares);
    }
    Ok(rows)
}

/// Lines of text as a table, where most of them have several pieces with the same mark between.
fn parted<'a>(lines: &[Cow<'a, str>], left: &mut usize) -> Result<Option<Sheet<'a>>, Refusal> {
    const MARKS: [&[char]; 5] = [&['\t'], &['|', '｜'], &[',', '，'], &[';', '；'], &[' ', '\u{3000}', '\u{a0}']];
    if lines.len() < 2 {
        return Ok(None);
    }
    let parts = |mark: &[char]| lines.iter().filter(|line| line.matches(mark).count() >= 2).count() * 2 > lines.len();
    let Some(mark) = MARKS.into_iter().find(|mark| parts(mark)) else { return Ok(None) };
    let is_blank = mark.contains(&' ');
    let mut rows = Vec::new();
    for line in lines {
        let pieces = line.split(mark).map(str::trim).filter(|piece| !is_blank || !piece.is_empty());
        let squares: Vec<Square<'a>> =
            pieces.take(MOST_COLUMNS).map(|piece| Square::of(Cow::Owned(piece.to_owned()))).collect();
        take(left, squares.len())?;
        rows.push(squares);
    }
    Ok(Some(Sheet { caption: "", rows }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::{Role, Style, TableCell};

    fn cell(text: &str, row_span: u16, column_span: u16) -> TableCell {
        TableCell { row_span, column_span, ..TableCell::single(Content::text(text), Role::Value) }
    }

    fn table(rows: Vec<Vec<TableCell>>) -> Block {
        let (id, caption) = (String::new(), String::new());
        Block::Table(Table { id, caption, widths: Vec::new(), head_rows: 0, group_lines: Vec::new(), rows })
    }

    fn texts(sheet: &Sheet) -> Vec<Vec<String>> {
        sheet.rows.iter().map(|row| row.iter().map(|square| square.text.to_string()).collect()).collect()
    }

    #[test]
    fn merged_cells_stand_in_every_square() {
        let blocks = [table(vec![
            vec![cell("甲", 2, 1), cell("乙", 1, 2), cell("丁", 3, 1)],
            vec![cell("丙", 1, 1)],
            vec![cell("戊", 1, 1)],
        ])];
        let sheets = sheets(&blocks).expect("squares");
        assert_eq!(
            texts(&sheets[0]),
            [vec!["甲", "乙", "乙", "丁"], vec!["甲", "丙", "", "丁"], vec!["戊", "", "", "丁"]]
        );
        assert!(sheets[0].rows[1][0].is_from_above && sheets[0].rows[0][2].is_from_left);
    }

    #[test]
    fn spans_do_not_make_more_squares_than_are_read() {
        let wide = [table(vec![vec![cell("甲", u16::MAX, u16::MAX)]])];
        assert_eq!(sheets(&wide).expect("one row")[0].rows[0].len(), MOST_COLUMNS);
        let high = [table((0..2000).map(|_| vec![cell("甲", u16::MAX, 1)]).collect())];
        assert_eq!(sheets(&high).map(|_| ()), Err(too_large()));
        let empty = [table(vec![Vec::new(), Vec::new()])];
        assert_eq!(texts(&sheets(&empty).expect("rows")[0]), [Vec::<String>::new(), Vec::new()]);
    }

    #[test]
    fn lines_of_text_are_a_table_where_a_mark_parts_them() {
        let lines = |lines: &[&str]| -> Vec<Block> {
            let run = |text: &&str| vec![Run { text: (*text).to_owned(), style: Style::Plain }];
            lines.iter().map(run).map(Block::Paragraph).collect()
        };
        for text in [
            "个人\t2023.1.5\t予以公开",
            "个人，2023.1.5，予以公开",
            "个人  2023.1.5  予以公开",
            "个人|2023.1.5|予以公开",
        ] {
            let blocks = lines(&[text, text]);
            assert_eq!(texts(&sheets(&blocks).expect("squares")[0])[1], ["个人", "2023.1.5", "予以公开"], "{text}");
        }
        assert!(sheets(&lines(&["一句话。", "又一句话。"])).expect("nothing").is_empty());
    }
}
