//! The tables of a report with their titles, and where every cell of a table stands.

use crate::block::{Block, Role, Table, TableCell};

/// A table under the words that name it.
#[derive(Clone, Copy)]
pub struct Titled<'a> {
    /// The table.
    pub table: &'a Table,
    /// Its caption, or where it has none the heading under which it stands; empty where there is neither.
    pub title: &'a str,
}

/// For every block the table that it is; nothing for other blocks, nor for a table without rows.
pub fn tables(blocks: &[Block]) -> impl Iterator<Item = Option<Titled<'_>>> {
    let mut heading = "";
    blocks.iter().map(move |block| match block {
        Block::Heading(words) => {
            heading = words;
            None
        }
        Block::Table(table) => {
            let title = if table.caption.trim().is_empty() { heading } else { &table.caption };
            table.rows.iter().any(|row| !row.is_empty()).then_some(Titled { table, title })
        }
        Block::Title(_) | Block::Paragraph(_) | Block::Picture(_) | Block::Signature { .. } => None,
    })
}

/// A cell with the rows and columns that it covers.
#[derive(Clone, Copy)]
pub struct Spot<'a> {
    /// The cell.
    pub cell: &'a TableCell,
    /// Its first row, counted from 0.
    pub row: usize,
    /// Its first column, counted from 0.
    pub column: usize,
    /// How many rows it covers, all of them in the table.
    pub rows: usize,
    /// How many columns it covers, none of them covered by another cell.
    pub columns: usize,
}

/// The cells of a table, each in its place.
pub struct Placed<'a> {
    /// The cells, from left to right and top to bottom.
    pub spots: Vec<Spot<'a>>,
    /// How many columns the table has.
    pub columns: usize,
    /// By row and column which cell covers it; nothing where a row is too short.
    owners: Vec<Vec<Option<usize>>>,
}

impl<'a> Placed<'a> {
    /// Finds the place of every cell. A span ends where the table or the free room ends, and what does not fit into the columns gets one
    /// more, so that no cell is lost and none lies over another.
    pub fn new(table: &'a Table) -> Self {
        let mut columns = table.widths.len();
        let mut owners: Vec<Vec<Option<usize>>> = vec![Vec::new(); table.rows.len()];
        let mut spots: Vec<Spot> = Vec::new();
        for (row, cells) in table.rows.iter().enumerate() {
            let mut column = 0;
            for cell in cells {
                let line = owners.get(row).map(Vec::as_slice).unwrap_or_default();
                let is_free = |at: usize| line.get(at).is_none_or(Option::is_none);
                while !is_free(column) {
                    column += 1;
                }
                columns = columns.max(column + 1);
                let end = columns.min(column + usize::from(cell.column_span.max(1)));
                let end = (column..end).find(|at| !is_free(*at)).unwrap_or(end);
                let rows = usize::from(cell.row_span.max(1)).min(table.rows.len() - row);
                let id = spots.len();
                for line in owners.iter_mut().skip(row).take(rows) {
                    if line.len() < end {
                        line.resize(end, None);
                    }
                    line.iter_mut().take(end).skip(column).for_each(|owner| *owner = Some(id));
                }
                spots.push(Spot { cell, row, column, rows, columns: end - column });
                column = end;
            }
        }
        Self { spots, columns, owners }
    }

    /// How many rows the table has.
    pub fn rows(&self) -> usize {
        self.owners.len()
    }

    /// Which cell covers a place: its index in `spots`.
    pub fn owner(&self, row: usize, column: usize) -> Option<usize> {
        self.owners.get(row)?.get(column).copied().flatten()
    }

    /// The cell that covers a place.
    pub fn spot(&self, row: usize, column: usize) -> Option<&Spot<'a>> {
        self.owner(row, column).and_then(|id| self.spots.get(id))
    }

    /// Whether only heads stand in a row.
    pub fn is_head_row(&self, row: usize) -> bool {
        let mut roles = (0..self.columns).filter_map(|column| Some(self.spot(row, column)?.cell.role)).peekable();
        roles.peek().is_some() && roles.all(|role| role == Role::ColumnHead)
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use crate::block::Content;
    use crate::draft::Draft;
    use crate::facts::Case;
    use crate::value::Date;
    use crate::write::Report;

    /// Reports of every form, each with its name.
    pub fn reports() -> Vec<(&'static str, Report)> {
        macro_rules! drafts {
            ($($path:literal)*) => {
                [$(($path, include_str!(concat!("../../tests/core/", $path, ".nianbao.json")))),*]
            };
        }
        let drafts = drafts!(
            "drafts/v1/seed-2017" "drafts/v1/city-2023" "drafts/v1/full-2020" "reports/04-county-2022"
            "reports/05-county-2021" "reports/12-dept-2022" "reports/20-dept-2020" "reports/21-dept-2009"
            "reports/24-province-2019" "reports/25-street-2023" "reports/31-dept-2022" "reports/35-town-2020"
            "reports/38-town-2020" "reports/55-city-2024" "reports/56-city-2024" "reports/57-city-2024"
            "reports/clean-2017" "reports/clean-2020" "reports/clean-2024"
        );
        let today = Date::new(2024, 1, 20).expect("a day");
        let report = |json: &str| {
            let draft = Draft::from_json(json).unwrap_or_else(|refused| panic!("{refused}")).draft;
            self::report(crate::report::build(&Case::new(&draft, today)))
        };
        drafts.iter().map(|(name, json)| (*name, report(json))).collect()
    }

    /// A report of these blocks.
    pub fn report(blocks: Vec<Block>) -> Report {
        let name = "某市人民政府2023年政府信息公开工作年度报告".to_owned();
        let (date, code) = ("2024-01-24".to_owned(), "3F7A-91C2".to_owned());
        Report { name, office: "某市人民政府".to_owned(), date, code, blocks }
    }

    /// A table of cells, each with its words, its role and its spans.
    pub fn table(widths: &[u16], rows: &[&[(&str, Role, u16, u16)]]) -> Table {
        let cell = |(words, role, row_span, column_span): &(&str, Role, u16, u16)| TableCell {
            row_span: *row_span,
            column_span: *column_span,
            ..TableCell::single(Content::text(*words), *role)
        };
        Table {
            id: String::new(),
            caption: String::new(),
            widths: widths.to_vec(),
            head_rows: 0,
            group_lines: Vec::new(),
            rows: rows.iter().map(|row| row.iter().map(cell).collect()).collect(),
        }
    }

    fn places(table: &Table) -> Vec<(String, [usize; 4])> {
        let placed = Placed::new(table);
        let place = |spot: &Spot| (spot.cell.content.to_string(), [spot.row, spot.column, spot.rows, spot.columns]);
        placed.spots.iter().map(place).collect()
    }

    fn named(places: &[(&str, [usize; 4])]) -> Vec<(String, [usize; 4])> {
        places.iter().map(|(words, place)| ((*words).to_owned(), *place)).collect()
    }

    #[test]
    fn cells_stand_beside_those_from_above() {
        let v = Role::Value;
        let table = table(&[1, 1, 1], &[&[("甲", v, 2, 1), ("乙", v, 1, 2)], &[("丙", v, 1, 1), ("丁", v, 1, 1)]]);
        let expected = [("甲", [0, 0, 2, 1]), ("乙", [0, 1, 1, 2]), ("丙", [1, 1, 1, 1]), ("丁", [1, 2, 1, 1])];
        assert_eq!(places(&table), named(&expected));
        let mut visited = Vec::new();
        table.each_cell(|cell, row, column| visited.push((cell.content.to_string(), row, column)));
        let placed = places(&table).into_iter().map(|(words, [row, column, ..])| (words, row, column));
        assert!(placed.eq(visited));
    }

    #[test]
    fn spans_end_where_the_room_ends() {
        let v = Role::Value;
        // Over the edge on the right and below, over a cell from above, and more cells than columns.
        let over = table(&[1, 1], &[&[("甲", v, 9, 9)]]);
        assert_eq!(places(&over), named(&[("甲", [0, 0, 1, 2])]));
        let across = table(&[1, 1, 1], &[&[("甲", v, 1, 1), ("乙", v, 2, 1)], &[("丙", v, 1, 3), ("丁", v, 0, 0)]]);
        let expected = [("甲", [0, 0, 1, 1]), ("乙", [0, 1, 2, 1]), ("丙", [1, 0, 1, 1]), ("丁", [1, 2, 1, 1])];
        assert_eq!(places(&across), named(&expected));
        let more = table(&[], &[&[("甲", v, 1, 1), ("乙", v, 1, 1)], &[("丙", v, 1, 1)]]);
        assert_eq!(places(&more), named(&[("甲", [0, 0, 1, 1]), ("乙", [0, 1, 1, 1]), ("丙", [1, 0, 1, 1])]));
        let placed = Placed::new(&more);
        assert_eq!((placed.columns, placed.rows(), placed.owner(1, 1)), (2, 2, None));
    }

    #[test]
    fn a_table_without_caption_is_named_by_its_heading() {
        let one = table(&[1], &[&[("甲", Role::Value, 1, 1)]]);
        let blocks = [
            Block::Table(one.clone()),
            Block::Heading("一、总体情况".to_owned()),
            Block::Table(Table { caption: "表1　渠道".to_owned(), ..one.clone() }),
            Block::Table(one.clone()),
            Block::Table(Table { rows: vec![Vec::new()], ..one }),
        ];
        let titles: Vec<_> = tables(&blocks).map(|table| table.map(|table| table.title)).collect();
        assert_eq!(titles, [Some(""), None, Some("表1　渠道"), Some("一、总体情况"), None]);
    }
}
