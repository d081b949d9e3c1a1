//! Where the cells of a grid lie: the cell at a place, the next one in a direction, rectangles of cells.

use crate::draft::Place;
use crate::form::{Grid, Source};

/// A rectangle of rows and columns, counted from 0; the ends lie outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Region {
    /// The first row.
    pub top: usize,
    /// The first column.
    pub left: usize,
    /// The row after the last.
    pub bottom: usize,
    /// The column after the last.
    pub right: usize,
}

impl Region {
    /// Whether the two have a row and a column in common.
    pub fn meets(self, other: Self) -> bool {
        self.top < other.bottom && other.top < self.bottom && self.left < other.right && other.left < self.right
    }

    /// The smallest rectangle around both.
    fn around(self, other: Self) -> Self {
        Self {
            top: self.top.min(other.top),
            left: self.left.min(other.left),
            bottom: self.bottom.max(other.bottom),
            right: self.right.max(other.right),
        }
    }
}

/// A cell of a grid, where it lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    /// Where it stands in `Grid::rows`: the row, and which of its cells.
    pub index: (usize, usize),
    /// The rows and columns that it covers.
    pub area: Region,
    /// What is typed into it; nothing for heads and for what follows from other cells.
    pub place: Option<Place>,
    /// Whether it shows a value, typed or not.
    pub is_value: bool,
}

/// The cells of a grid, each where it lies, from left to right and top to bottom.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    cells: Vec<Placed>,
}

/// A direction in which the caret moves from cell to cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// The row above.
    Up,
    /// The row below.
    Down,
    /// The cell to the left.
    Left,
    /// The cell to the right.
    Right,
    /// The first cell of the row.
    RowStart,
    /// The last cell of the row.
    RowEnd,
    /// The first cell of the column.
    Top,
    /// The last cell of the column.
    Bottom,
}

impl Layout {
    /// Where the cells of this grid lie.
    pub fn of(grid: &Grid) -> Self {
        let mut cells: Vec<Placed> = Vec::new();
        grid.each_cell(|cell, row, column| {
            let nth = cells.iter().rev().take_while(|before| before.index.0 == row).count();
            let (place, is_value) = match cell.source {
                Source::Place(place) => (Some(place), place.is_cell()),
                Source::Formula(_) => (None, true),
                Source::Words(_) => (None, false),
            };
            let (bottom, right) = (row + usize::from(cell.row_span), column + usize::from(cell.column_span));
            let area = Region { top: row, left: column, bottom, right };
            cells.push(Placed { index: (row, nth), area, place, is_value });
        });
        Self { cells }
    }

    /// The cells from left to right and top to bottom.
    pub fn cells(&self) -> &[Placed] {
        &self.cells
    }

    /// The cell that covers a row and a column.
    pub fn at(&self, row: usize, column: usize) -> Option<&Placed> {
        let point = Region { top: row, left: column, bottom: row + 1, right: column + 1 };
        self.cells.iter().find(|cell| cell.area.meets(point))
    }

    /// The place into which the caret moves from another; nothing at the edge. Only cells in which something is typed count.
    pub fn next(&self, from: Place, direction: Direction) -> Option<Place> {
        let typed = || self.cells.iter().filter(|cell| cell.place.is_some());
        let here = typed().find(|cell| cell.place == Some(from))?.area;
        let in_row = || typed().filter(|cell| cell.area.top == here.top);
        let in_column = || typed().filter(|cell| cell.area.left < here.right && here.left < cell.area.right);
        let found = match direction {
            Direction::Left => in_row().rfind(|cell| cell.area.left < here.left),
            Direction::Right => in_row().find(|cell| cell.area.left > here.left),
            Direction::RowStart => in_row().next(),
            Direction::RowEnd => in_row().next_back(),
            Direction::Up => in_column().rfind(|cell| cell.area.top < here.top),
            Direction::Down => in_column().find(|cell| cell.area.top > here.top),
            Direction::Top => in_column().next(),
            Direction::Bottom => in_column().next_back(),
        };
        found?.place
    }

    /// The cells that lie in a region, wholly or in part.
    pub fn within(&self, region: Region) -> impl Iterator<Item = &Placed> {
        self.cells.iter().filter(move |cell| cell.area.meets(region))
    }

    /// The region from one row and column to another, whichever comes first: it grows until it cuts no cell in two.
    pub fn region(&self, from: (usize, usize), to: (usize, usize)) -> Region {
        let point = |(row, column)| Region { top: row, left: column, bottom: row + 1, right: column + 1 };
        let mut region = point(from).around(point(to));
        loop {
            let grown = self.within(region).fold(region, |grown, cell| grown.around(cell.area));
            if grown == region {
                return region;
            }
            region = grown;
        }
    }

    /// The values of the rows that an area covers; nothing beside heads alone.
    pub fn rows(&self, of: Region) -> Option<Region> {
        self.values(|area| area.top < of.bottom && of.top < area.bottom)
    }

    /// The values of the columns that an area covers, from it downwards; nothing below it where there are none.
    pub fn columns(&self, of: Region) -> Option<Region> {
        self.values(|area| area.top >= of.top && area.left < of.right && of.left < area.right)
    }

    /// All values of the table, as a rectangle; heads between them lie in it.
    pub fn all_values(&self) -> Option<Region> {
        self.values(|_| true)
    }

    fn values(&self, lies: impl Fn(Region) -> bool) -> Option<Region> {
        let areas = self.cells.iter().filter(|cell| cell.is_value).map(|cell| cell.area);
        areas.filter(|area| lies(*area)).reduce(Region::around)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{Form, FormId, TableId, forms};

    fn layout(table: TableId) -> Layout {
        Layout::of(&FormId::of_year(2023).form().table(table).expect("a table").grid)
    }

    #[track_caller]
    fn moves(table: TableId, from: &str, direction: Direction, to: &str) {
        let found = layout(table).next(from.parse().expect("a place"), direction);
        assert_eq!(found.map(|place| place.to_string()).unwrap_or_default(), to);
    }

    #[track_caller]
    fn is(region: Region, rows: std::ops::Range<usize>, columns: std::ops::Range<usize>) {
        assert_eq!((region.top..region.bottom, region.left..region.right), (rows, columns));
    }

    #[test]
    fn across_and_down_table_three() {
        let go = |from, direction, to| moves(TableId::Applications, from, direction, to);
        go("applications.new.natural", Direction::Right, "applications.new.business");
        go("applications.new.business", Direction::Left, "applications.new.natural");
        go("applications.new.natural", Direction::Left, "");
        go("applications.new.total", Direction::Right, "");
        go("applications.carried_in.legal", Direction::Down, "applications.granted.legal");
        go("applications.granted.legal", Direction::Up, "applications.carried_in.legal");
        go("applications.carried_out.legal", Direction::Down, "");
        go("applications.granted.legal", Direction::Top, "applications.new.legal");
        go("applications.granted.legal", Direction::Bottom, "applications.carried_out.legal");
        go("applications.granted.legal", Direction::RowStart, "applications.granted.natural");
        go("applications.granted.legal", Direction::RowEnd, "applications.granted.total");
        go("disputes.review.total", Direction::Right, "");
    }

    #[test]
    fn through_bands_of_other_widths() {
        let go = |from, direction, to| moves(TableId::Proactive, from, direction, to);
        go("proactive.normative.in_force", Direction::Down, "proactive.licences.decisions");
        go("proactive.licences.decisions", Direction::Up, "proactive.normative.in_force");
    }

    #[test]
    fn each_square_of_every_grid_has_its_one_cell() {
        for table in forms().iter().flat_map(|form: &Form| &form.tables) {
            let layout = Layout::of(&table.grid);
            for row in 0..table.grid.rows.len() {
                for column in 0..table.grid.widths.len() {
                    let cell = layout.at(row, column).unwrap_or_else(|| panic!("{} {row} {column}", table.id));
                    assert!(cell.area.top <= row && column < cell.area.right, "{cell:?}");
                    assert!(table.grid.rows[cell.index.0].get(cell.index.1).is_some(), "{cell:?}");
                }
            }
            assert_eq!(layout.at(table.grid.rows.len(), 0), None);
        }
    }

    #[test]
    fn a_region_cuts_no_cell_in_two() {
        let three = layout(TableId::Applications);
        is(three.region((3, 3), (5, 4)), 3..6, 3..5);
        is(three.region((5, 4), (3, 3)), 3..6, 3..5);
        // The heads of 申请人情况 span columns, those of the results rows.
        is(three.region((0, 4), (0, 4)), 0..1, 3..10);
        is(three.region((7, 1), (7, 1)), 7..15, 1..2);
        assert_eq!(three.within(three.region((3, 3), (4, 4))).count(), 4);
        // In table two the bands of two and of three columns share six.
        is(layout(TableId::Proactive).region((2, 1), (2, 1)), 2..3, 1..3);
        is(layout(TableId::Proactive).region((2, 1), (6, 1)), 2..7, 0..7);
    }

    #[test]
    fn a_row_and_a_column_are_their_values() {
        let three = layout(TableId::Applications);
        let at = |row, column| three.at(row, column).expect("a cell").area;
        is(three.rows(at(5, 0)).expect("rows"), 5..27, 3..10);
        is(three.rows(at(5, 5)).expect("a row"), 5..6, 3..10);
        is(three.columns(at(1, 9)).expect("a column"), 3..28, 9..10);
        is(three.columns(at(1, 4)).expect("columns"), 3..28, 4..9);
        is(three.all_values().expect("values"), 3..28, 3..10);
        assert_eq!((three.rows(at(0, 3)), three.columns(at(5, 0))), (None, None));
    }
}
