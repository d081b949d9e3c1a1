//! The tables of a page while they are read: which part ends which, and where their cells go.

use html5gum::HtmlString;

use super::open::Role;
use super::reader::Reader;
use super::style::{Attributes, Style, number};
use crate::read::Refusal;
use crate::read::grid::{Cell, Grid, Group, GroupKind};
use crate::read::limits::{DEEPEST, MOST_CELLS, too_large};
use crate::read::piece::joined;

/// A table that is open.
#[derive(Debug, Default)]
pub struct OpenTable {
    grid: Grid,
    /// The cell that is open, without its text.
    cell: Cell,
    /// Whether the last group is one that the page did not begin.
    is_implied: bool,
}

impl Reader {
    /// Opens a table or a part of one, after closing what it ends.
    pub(super) fn start_table_part(
        &mut self,
        name: HtmlString,
        attributes: &Attributes,
        style: Style,
    ) -> Result<(), Refusal> {
        match name.as_slice() {
            b"table" => self.start_table(name, style),
            b"tr" => self.start_row(name, style),
            b"td" | b"th" => self.start_cell(name, attributes, style),
            b"caption" => {
                self.back_to_table(0)?;
                self.push(name, Role::Caption, style)
            }
            group => {
                let kind = match group {
                    b"thead" => GroupKind::Head,
                    b"tfoot" => GroupKind::Foot,
                    _ => GroupKind::Body,
                };
                self.back_to_table(0)?;
                self.push(name, Role::Group, style)?;
                if self.is_shown()
                    && let Some(table) = self.tables.last_mut()
                {
                    table.grid.groups.push(Group { kind, rows: Vec::new() });
                    table.is_implied = false;
                }
                Ok(())
            }
        }
    }

    fn start_table(&mut self, name: HtmlString, style: Style) -> Result<(), Refusal> {
        let nearest = self.open.iter().rposition(|open| open.role.is_wall());
        if let Some(at) = nearest.filter(|at| self.open.get(*at).is_some_and(|open| open.role == Role::Table)) {
            // Between the cells of a table another one ends it.
            self.close_down_to(at)?;
        }
        self.close_nearest(b"p", |_| false)?;
        if self.tables.len() >= DEEPEST {
            return self.push(name, Role::Block, style);
        }
        if !self.state().is_hidden && !style.is_hidden {
            self.flow().end()?;
        }
        let open = self.open.len();
        self.push(name, Role::Table, style)?;
        if self.open.len() > open && self.is_shown() {
            self.tables.push(OpenTable::default());
        }
        Ok(())
    }

    fn start_row(&mut self, name: HtmlString, style: Style) -> Result<(), Refusal> {
        self.back_to_table(1)?;
        let is_in_group = self.open.last().is_some_and(|open| open.role == Role::Group);
        let open = self.open.len();
        self.push(name, Role::Row, style)?;
        if self.open.len() > open
            && self.is_shown()
            && let Some(table) = self.tables.last_mut()
        {
            if table.grid.groups.is_empty() || !(is_in_group || table.is_implied) {
                table.grid.groups.push(Group { kind: GroupKind::Body, rows: Vec::new() });
                table.is_implied = !is_in_group;
            }
            if let Some(group) = table.grid.groups.last_mut() {
                group.rows.push(Vec::new());
            }
        }
        Ok(())
    }

    fn start_cell(&mut self, name: HtmlString, attributes: &Attributes, style: Style) -> Result<(), Refusal> {
        self.back_to_table(2)?;
        if self.open.last().is_none_or(|open| open.role != Role::Row) {
            self.start_row(HtmlString(b"tr".to_vec()), Style::default())?;
        }
        let open = self.open.len();
        self.push(name, Role::Cell, style)?;
        if self.open.len() > open && self.is_shown() {
            self.cells += 1;
            if self.cells > MOST_CELLS {
                return Err(too_large());
            }
            if let Some(table) = self.tables.last_mut() {
                table.cell = Cell {
                    pieces: Vec::new(),
                    rows: number(attributes, "rowspan").unwrap_or(1),
                    columns: number(attributes, "colspan").unwrap_or(1),
                    overflows: style.overflows,
                };
            }
        }
        Ok(())
    }

    /// Closes what is open in the nearest table, but for so many of its parts: 1 for a group, 2 for a group and a row. Where
    /// there is no table, one begins.
    fn back_to_table(&mut self, parts: usize) -> Result<(), Refusal> {
        let Some(at) = self.open.iter().rposition(|open| open.role == Role::Table) else {
            return self.start_table(HtmlString(Vec::new()), Style::default());
        };
        let is_part = |role| (parts > 0 && role == Role::Group) || (parts > 1 && role == Role::Row);
        let kept = self.open.iter().skip(at + 1).take_while(|open| is_part(open.role)).count();
        self.close_down_to(at + 1 + kept)
    }

    /// An end tag of a table or a part of one.
    pub(super) fn end_table_part(&mut self, name: &[u8]) -> Result<(), Refusal> {
        let table = self.open.iter().rposition(|open| open.role == Role::Table);
        let at = if name == b"table" {
            table
        } else {
            let from = table.map_or(0, |table| table + 1);
            self.open.iter().skip(from).rposition(|open| open.name.as_slice() == name).map(|at| from + at)
        };
        match at {
            Some(at) => self.close_down_to(at),
            None if self.state().is_hidden => Ok(()),
            None => self.flow().end(),
        }
    }

    fn is_shown(&self) -> bool {
        !self.state().is_hidden
    }

    pub(super) fn close_cell(&mut self) -> Result<(), Refusal> {
        let mut flow = self.flows.pop().unwrap_or_default();
        flow.end()?;
        if let Some(table) = self.tables.last_mut() {
            let cell = Cell { pieces: flow.pieces, ..std::mem::take(&mut table.cell) };
            if let Some(row) = table.grid.groups.last_mut().and_then(|group| group.rows.last_mut()) {
                row.push(cell);
            }
        }
        Ok(())
    }

    pub(super) fn close_caption(&mut self) -> Result<(), Refusal> {
        let mut flow = self.flows.pop().unwrap_or_default();
        flow.end()?;
        if let Some(table) = self.tables.last_mut() {
            table.grid.caption = joined(&flow.pieces).replace('\n', " ");
        }
        Ok(())
    }

    pub(super) fn close_table(&mut self) -> Result<(), Refusal> {
        let Some(OpenTable { mut grid, .. }) = self.tables.pop() else { return Ok(()) };
        grid.finish();
        self.add(grid)
    }
}
