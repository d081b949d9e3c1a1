//! What was copied, square by square.

use csv::ReaderBuilder;

use super::words::is_value;

/// More columns than any table has: what a page says it spans beyond is not believed.
const MOST_COLUMNS: usize = 200;
/// More squares than a table of a report has.
const MOST_SQUARES: usize = 100_000;

/// A cell as it was copied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copied {
    /// Its words.
    pub words: String,
    /// How many rows it covers.
    pub rows: usize,
    /// How many columns it covers.
    pub columns: usize,
}

/// Rows of squares, all of one length. A cell that covers several stands in its first; the others are covered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Squares {
    rows: Vec<Vec<Option<String>>>,
}

impl Squares {
    /// The squares of text with tabs between cells, as spreadsheets put it on the clipboard: a cell with a tab, a line break or a
    /// quotation mark in it is quoted.
    pub fn of_text(text: &str) -> Self {
        let mut reader =
            ReaderBuilder::new().delimiter(b'\t').has_headers(false).flexible(true).from_reader(text.as_bytes());
        let (mut record, mut rows, mut count) = (csv::StringRecord::new(), Vec::new(), 0_usize);
        while count < MOST_SQUARES && reader.read_record(&mut record).is_ok_and(|is_read| is_read) {
            let row: Vec<Option<String>> = record.iter().take(MOST_COLUMNS).map(|cell| Some(cell.to_owned())).collect();
            count += row.len().max(1);
            rows.push(row);
        }
        Self::even(rows)
    }

    /// The squares of cells that may cover several.
    pub fn of_cells(cells: &[Vec<Copied>]) -> Self {
        let mut rows: Vec<Vec<Option<Option<String>>>> = vec![Vec::new(); cells.len()];
        let mut count = 0_usize;
        for (at, row) in cells.iter().enumerate() {
            let mut column = 0;
            for cell in row {
                while rows.get(at).and_then(|row| row.get(column)).is_some_and(Option::is_some) {
                    column += 1;
                }
                let right = column.saturating_add(cell.columns.max(1)).min(MOST_COLUMNS);
                let below = at.saturating_add(cell.rows.max(1)).min(cells.len());
                for (down, covered) in rows.iter_mut().enumerate().take(below).skip(at) {
                    if covered.len() < right {
                        covered.resize(right, None);
                    }
                    for (across, square) in covered.iter_mut().enumerate().take(right).skip(column) {
                        let is_first = down == at && across == column;
                        square.get_or_insert_with(|| is_first.then(|| cell.words.clone()));
                        count += 1;
                    }
                }
                if count > MOST_SQUARES {
                    break;
                }
                column = right;
            }
        }
        let plain = |row: Vec<Option<Option<String>>>| row.into_iter().map(Option::unwrap_or_default).collect();
        Self::even(rows.into_iter().map(plain).collect())
    }

    /// Rows of one length, without empty ones below.
    fn even(mut rows: Vec<Vec<Option<String>>>) -> Self {
        let is_blank = |square: &Option<String>| square.as_ref().is_none_or(|words| words.trim().is_empty());
        while rows.len() > 1 && rows.last().is_some_and(|row| row.iter().all(is_blank)) {
            rows.pop();
        }
        let width = rows.iter().map(Vec::len).max().unwrap_or_default();
        for row in &mut rows {
            row.resize(width, None);
        }
        Self { rows }
    }

    /// How many rows and columns there are.
    pub fn size(&self) -> (usize, usize) {
        (self.rows.len(), self.rows.first().map_or(0, Vec::len))
    }

    /// The words in a square; nothing where another cell covers it, or outside.
    pub fn at(&self, row: usize, column: usize) -> Option<&str> {
        self.rows.get(row)?.get(column)?.as_deref()
    }

    /// The words in a square where they are the label of something.
    pub(super) fn label(&self, row: usize, column: usize) -> Option<&str> {
        self.at(row, column).filter(|words| !is_value(words))
    }

    /// Whether a square holds a value that says something.
    pub(super) fn has_value(&self, row: usize, column: usize) -> bool {
        self.at(row, column).is_some_and(|words| !words.trim().is_empty() && is_value(words))
    }

    /// How many of the first columns hold labels: most of what is in each of them, in the rows that have values. What stands above
    /// those heads columns.
    pub(super) fn label_columns(&self) -> usize {
        let (rows, columns) = self.size();
        let rows: Vec<usize> =
            (0..rows).filter(|row| (0..columns).any(|column| self.has_value(*row, column))).collect();
        let is_labels = |column: usize| {
            let labels = rows.iter().filter(|row| self.label(**row, column).is_some()).count();
            let values = rows.iter().filter(|row| self.has_value(**row, column)).count();
            labels > values
        };
        // Labels may stand in columns with blank ones between them, but not behind a value.
        let has_values = |column: usize| rows.iter().any(|row| self.has_value(*row, column));
        let within = (0..columns).take_while(|column| is_labels(*column) || !has_values(*column));
        within.filter(|column| is_labels(*column)).last().map_or(0, |last| last + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(squares: &Squares) -> Vec<String> {
        let row = |row: &Vec<Option<String>>| {
            row.iter().map(|square| square.clone().unwrap_or_else(|| "·".to_owned())).collect::<Vec<_>>().join("|")
        };
        squares.rows.iter().map(row).collect()
    }

    fn cell(words: &str, rows: usize, columns: usize) -> Copied {
        Copied { words: words.to_owned(), rows, columns }
    }

    #[test]
    fn text_with_tabs_and_quotes() {
        let squares = Squares::of_text("\"商业\n企业\"\t3\t0\r\n自然人\t2\t0\r\n");
        assert_eq!(shown(&squares), ["商业\n企业|3|0", "自然人|2|0"]);
        assert_eq!(shown(&Squares::of_text("\"说\"\"好\"\"\"\t1\n")), ["说\"好\"|1"]);
        assert_eq!(shown(&Squares::of_text("1\t2\n3\n\n")), ["1|2", "3|·"]);
        assert_eq!(shown(&Squares::of_text("7")), ["7"]);
        assert_eq!(Squares::of_text("").size(), (0, 0));
    }

    #[test]
    fn cells_that_cover_several() {
        let rows = vec![
            vec![cell("不予公开", 2, 1), cell("国家秘密", 1, 1), cell("3", 1, 1)],
            vec![cell("其他", 1, 1), cell("4", 1, 1)],
            vec![cell("总计", 1, 2), cell("7", 1, 1)],
        ];
        let squares = Squares::of_cells(&rows);
        assert_eq!(shown(&squares), ["不予公开|国家秘密|3", "·|其他|4", "总计|·|7"]);
        assert_eq!(squares.label_columns(), 2);
    }

    #[test]
    fn a_span_beyond_measure_is_cut() {
        let squares = Squares::of_cells(&[vec![cell("大", 9_999_999, 9_999_999)], vec![cell("1", 1, 1)]]);
        assert_eq!(squares.size(), (1, MOST_COLUMNS), "there is no room for the 1");
        assert_eq!(Squares::of_text(&"1\t".repeat(1_000)).size(), (1, MOST_COLUMNS));
    }

    #[test]
    fn labels_stand_before_values() {
        assert_eq!(Squares::of_text("1\t2\n3\t4\n").label_columns(), 0);
        assert_eq!(Squares::of_text("予以公开\t2\n部分公开\t4\n").label_columns(), 1);
        assert_eq!(Squares::of_text("予以公开\t2\t约3\n部分公开\t4\t5\n").label_columns(), 1);
        assert_eq!(Squares::of_text("自然人\t企业\n1\t2\n3\t4\n").label_columns(), 0);
        assert_eq!(Squares::of_text("行政复议\t行政诉讼\n维持\t纠正\n其他\t未结\n3\t4\n").label_columns(), 0);
    }
}
