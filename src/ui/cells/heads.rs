//! The heads of the rows and columns in which the focus is, and the outline around what is selected: attributes of the cells that
//! change and of no others, so that a browser draws nothing else anew.

use std::collections::BTreeMap;

use web_sys::Element;

use crate::block::Role;
use crate::form::Grid;
use crate::sheet::{Layout, Region};

/// What is marked in a table, by the number of the cell.
#[derive(Default)]
pub struct Marks {
    heads: Marked,
    edges: Marked,
}

/// The cells that have an attribute, with its value.
type Marked = BTreeMap<usize, String>;

impl Marks {
    /// Marks the heads of the rows and columns of a region, and its outline where it has several cells.
    pub fn show(
        &mut self,
        cells: &[Element],
        grid: &Grid,
        layout: &Layout,
        area: Option<Region>,
        outline: Option<Region>,
    ) {
        change(cells, "data-here", &mut self.heads, area.map(|area| heads(grid, layout, area)).unwrap_or_default());
        change(cells, "data-edges", &mut self.edges, outline.map(|region| edges(layout, region)).unwrap_or_default());
    }
}

/// Brings an attribute of cells from what it was to what it is. The names are this program's own, so that none is refused.
fn change(cells: &[Element], name: &str, before: &mut Marked, now: Marked) {
    for cell in before.keys().filter(|at| !now.contains_key(at)).filter_map(|at| cells.get(*at)) {
        let _ = cell.remove_attribute(name);
    }
    for (at, value) in now.iter().filter(|(at, value)| before.get(at) != Some(value)) {
        if let Some(cell) = cells.get(*at) {
            let _ = cell.set_attribute(name, value);
        }
    }
    *before = now;
}

/// The heads of the rows and columns of a region: those that head one row, and the nearest above a column.
fn heads(grid: &Grid, layout: &Layout, area: Region) -> Marked {
    let role = |index: (usize, usize)| grid.rows.get(index.0).and_then(|row| row.get(index.1)).map(|cell| cell.role);
    let cells = layout.cells();
    let of_rows = cells.iter().enumerate().filter(|(_, cell)| {
        role(cell.index) == Some(Role::RowHead)
            && cell.index.0 >= grid.head_rows
            && cell.area.bottom - cell.area.top == 1
            && (area.top..area.bottom).contains(&cell.area.top)
    });
    let mut found: Marked = of_rows.map(|(at, _)| (at, String::new())).collect();
    for column in area.left..area.right {
        let above = cells.iter().enumerate().filter(|(_, cell)| {
            role(cell.index) == Some(Role::ColumnHead)
                && cell.area.bottom <= area.top
                && cell.area.left <= column
                && column < cell.area.right
        });
        let nearest = above.max_by_key(|(_, cell)| cell.area.bottom);
        found.extend(
            nearest.filter(|(_, cell)| cell.area.right - cell.area.left <= 2).map(|(at, _)| (at, String::new())),
        );
    }
    found
}

/// Which edges of a region each of its cells has: t, r, b, l; empty within.
fn edges(layout: &Layout, region: Region) -> Marked {
    let within = layout.cells().iter().enumerate().filter(|(_, cell)| cell.is_value && cell.area.meets(region));
    let of = |area: Region| {
        let edges = [
            (area.top <= region.top, "t"),
            (area.right >= region.right, "r"),
            (area.bottom >= region.bottom, "b"),
            (area.left <= region.left, "l"),
        ];
        edges.into_iter().filter(|(is, _)| *is).map(|(_, edge)| edge).collect::<Vec<_>>().join(" ")
    };
    within.map(|(at, cell)| (at, of(cell.area))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{FormId, Source, TableId};

    #[test]
    fn heads_and_edges_of_a_region() {
        let grid = &FormId::of_year(2023).form().table(TableId::Applications).expect("a table").grid;
        let layout = Layout::of(grid);
        let words = |at: &usize| {
            let (row, nth) = layout.cells()[*at].index;
            match &grid.rows[row][nth].source {
                Source::Words(words) => words.to_string(),
                Source::Place(_) | Source::Formula(_) => String::new(),
            }
        };
        let found: Vec<String> = heads(grid, &layout, layout.region((3, 3), (3, 4))).keys().map(words).collect();
        assert_eq!(found, ["自然人", "商业企业", "一、本年新收政府信息公开申请数量"]);
        let region = layout.region((3, 3), (5, 5));
        let edges = edges(&layout, region);
        let at = |row, column| {
            let cell = layout.cells().iter().position(|cell| (cell.area.top, cell.area.left) == (row, column));
            edges[&cell.expect("a cell")].clone()
        };
        assert_eq!((at(3, 3), at(4, 4), at(5, 5)), ("t l".to_owned(), String::new(), "r b".to_owned()));
        assert_eq!(edges.len(), 9);
    }
}
