//! Which cells are selected: from the one that has the focus to the one where Shift or the mouse has come to.

use crate::draft::Place;
use crate::session::Selected;
use crate::sheet::{Direction, Layout, Region};

/// A row and a column.
pub type Point = (usize, usize);

/// What is selected of a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Range {
    /// Where it began.
    anchor: Point,
    /// Where it has come to.
    head: Point,
    /// All of it, where it has several cells.
    pub region: Option<Region>,
}

impl Range {
    /// The cell at a point, alone.
    pub fn at(point: Point) -> Self {
        Self { anchor: point, head: point, region: None }
    }

    /// From where it began to another point.
    pub fn to(self, layout: &Layout, head: Point) -> Self {
        let region = layout.region(self.anchor, head);
        let is_one = layout.at(self.anchor.0, self.anchor.1).is_some_and(|cell| cell.area == region);
        Self { head, region: (!is_one).then_some(region), ..self }
    }

    /// One step on, or as far as the values go, from where it has come to.
    pub fn step(self, layout: &Layout, direction: Direction) -> Self {
        let Some(values) = layout.all_values() else { return self };
        let (row, column) = self.head;
        let here = layout
            .at(row, column)
            .map_or(Region { top: row, left: column, bottom: row + 1, right: column + 1 }, |cell| cell.area);
        let up = here.top.saturating_sub(1).max(values.top);
        let left = here.left.saturating_sub(1).max(values.left);
        let (last_row, last_column) = (values.bottom.saturating_sub(1), values.right.saturating_sub(1));
        let head = match direction {
            Direction::Up => (up, column),
            Direction::Down => (here.bottom.min(last_row), column),
            Direction::Left => (row, left),
            Direction::Right => (row, here.right.min(last_column)),
            Direction::Top => (values.top, column),
            Direction::Bottom => (last_row, column),
            Direction::RowStart => (row, values.left),
            Direction::RowEnd => (row, last_column),
        };
        self.to(layout, head)
    }

    /// A whole row, column or table of values.
    pub fn of(region: Region) -> Self {
        let (top, left) = (region.top, region.left);
        Self {
            anchor: (top, left),
            head: (region.bottom.saturating_sub(1), region.right.saturating_sub(1)),
            region: Some(region),
        }
    }

    /// All of it: the cell alone where there is no more.
    pub fn area(self, layout: &Layout) -> Option<Region> {
        self.region.or_else(|| layout.at(self.anchor.0, self.anchor.1).map(|cell| cell.area))
    }
}

/// The cells of a region in which something is typed, row by row.
pub fn places(layout: &Layout, region: Region) -> Vec<Place> {
    layout.within(region).filter_map(|cell| cell.place).collect()
}

/// What is told of a region.
pub fn selected(layout: &Layout, region: Region) -> Selected {
    let values = |cell: &&crate::sheet::Placed| cell.place.is_some();
    let mut rows: Vec<usize> = layout.within(region).filter(values).map(|cell| cell.area.top).collect();
    let mut columns: Vec<usize> = layout.within(region).filter(values).map(|cell| cell.area.left).collect();
    for list in [&mut rows, &mut columns] {
        list.sort_unstable();
        list.dedup();
    }
    Selected { places: places(layout, region), rows: rows.len(), columns: columns.len() }
}

/// The place after another within a region, row by row or column by column; from the last to the first.
pub fn next_within(layout: &Layout, region: Region, from: Place, down: bool, back: bool) -> Option<Place> {
    let mut cells: Vec<(Point, Place)> = layout
        .within(region)
        .filter_map(|cell| Some(((cell.area.top, cell.area.left), cell.place?)))
        .map(|((row, column), place)| (if down { (column, row) } else { (row, column) }, place))
        .collect();
    cells.sort_by_key(|(point, _)| *point);
    let here = cells.iter().position(|(_, place)| *place == from)?;
    let next = if back { here.checked_sub(1).unwrap_or(cells.len() - 1) } else { (here + 1) % cells.len() };
    cells.get(next).map(|(_, place)| *place)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{FormId, TableId};

    fn three() -> Layout {
        Layout::of(&FormId::of_year(2023).form().table(TableId::Applications).expect("a table").grid)
    }

    fn edges(range: Range) -> Option<(usize, usize, usize, usize)> {
        range.region.map(|r| (r.top, r.left, r.bottom, r.right))
    }

    #[test]
    fn shift_and_arrows_stay_among_the_values() {
        let layout = three();
        let start = Range::at((3, 3));
        let right = start.step(&layout, Direction::Right);
        assert_eq!(edges(right), Some((3, 3, 4, 5)));
        assert_eq!(edges(right.step(&layout, Direction::Left)), None, "back on the first cell");
        assert_eq!(edges(start.step(&layout, Direction::Left)), None);
        assert_eq!(edges(start.step(&layout, Direction::Up)), None);
        assert_eq!(edges(start.step(&layout, Direction::Bottom)), Some((3, 3, 28, 4)));
        let corner = start.step(&layout, Direction::RowEnd).step(&layout, Direction::Bottom);
        assert_eq!(edges(corner), Some((3, 3, 28, 10)));
        assert_eq!(corner.step(&layout, Direction::Down), corner);
        assert_eq!(selected(&layout, corner.region.expect("a region")).places.len(), 175);
    }

    #[test]
    fn enter_and_tab_go_round_within_a_region() {
        let layout = three();
        let region = layout.region((3, 3), (4, 4));
        let place = |name: &str| format!("applications.{name}").parse::<Place>().expect("a place");
        let go = |from: &str, down, back| {
            next_within(&layout, region, place(from), down, back)
                .map(|place| place.to_string().replace("applications.", ""))
        };
        assert_eq!(go("new.natural", false, false).as_deref(), Some("new.business"));
        assert_eq!(go("new.business", false, false).as_deref(), Some("carried_in.natural"));
        assert_eq!(go("carried_in.business", false, false).as_deref(), Some("new.natural"));
        assert_eq!(go("new.natural", true, false).as_deref(), Some("carried_in.natural"));
        assert_eq!(go("new.natural", true, true).as_deref(), Some("carried_in.business"));
        assert_eq!(go("granted.natural", true, false), None, "outside");
    }

    #[test]
    fn a_row_of_two_bands_is_counted_by_its_cells() {
        let layout = Layout::of(&FormId::of_year(2023).form().table(TableId::Proactive).expect("a table").grid);
        let all = layout.all_values().expect("values");
        let told = selected(&layout, all);
        assert_eq!(told.places.len(), 10);
    }
}
