//! Tables drawn with characters: pipes between cells, or the lines of a box.

use super::{Region, table};

/// The drawn rows at the beginning of these lines; nothing where they do not begin with one.
pub fn region(lines: &[&str]) -> Option<Region> {
    let shape = [PIPES, BOX].into_iter().find(|shape| lines.first().is_some_and(|line| shape.is_part(line)))?;
    let count = lines.iter().take_while(|line| shape.is_part(line)).count();
    let lines = lines.get(..count)?;
    let mut groups: Vec<Vec<Vec<&str>>> = vec![Vec::new()];
    for line in lines {
        if shape.is_rule(line) {
            groups.push(Vec::new());
        } else if let Some(group) = groups.last_mut() {
            group.push(shape.cells(line));
        }
    }
    groups.retain(|group| !group.is_empty());
    let rows = if shape.has_walls && groups.len() > 2 {
        groups.iter().map(|group| merged(group)).collect()
    } else {
        let all = groups.into_iter().flatten();
        all.map(|row| row.into_iter().map(|cell| cell.trim().to_owned()).collect()).collect::<Vec<Vec<String>>>()
    };
    let is_even = rows.iter().all(|row| Some(row.len()) == rows.first().map(Vec::len));
    let several = rows.iter().filter(|row| row.len() > 1).count();
    // A line with a pipe between links, or a cell a line, is no row.
    let is_table = rows.len() > 1
        && several * 2 >= rows.len()
        && (is_even || (!shape.has_walls && begin_alike(&rows)))
        && !lines.iter().any(|line| shape.is_mixed(line));
    Some(Region { lines: count, table: if is_table { table(&rows) } else { None } })
}

/// Whether the figures of all rows begin in the same column. Where they do not, cells over several rows left no trace in those
/// below, so that the columns of the rows are not the table's.
fn begin_alike(rows: &[Vec<String>]) -> bool {
    let is_figure = |cell: &String| !cell.is_empty() && cell.chars().all(|c| c.is_ascii_digit() || ".,-".contains(c));
    let mut columns = rows.iter().filter_map(|row| row.iter().position(is_figure));
    columns.next().is_none_or(|first| columns.all(|column| column == first))
}

/// With what a table is drawn.
#[derive(Clone, Copy)]
struct Shape {
    walls: &'static [char],
    rules: &'static [char],
    /// Whether the walls are those of a box, of which each cell has two.
    has_walls: bool,
}

const PIPES: Shape = Shape { walls: &['|', '｜'], rules: &['-', ':', '+', '=', '—'], has_walls: false };
const BOX: Shape = Shape {
    walls: &['│', '┃', '║'],
    rules: &[
        '─', '━', '═', '┌', '┬', '┐', '├', '┼', '┤', '└', '┴', '┘', '┏', '┳', '┓', '┣', '╋', '┫', '┗', '┻', '┛', '╔',
        '╦', '╗', '╠', '╬', '╣', '╚', '╩', '╝', '┠', '┨', '┯', '┷', '┿', '╂', '╞', '╪', '╡', '╟', '╫', '╢',
    ],
    has_walls: true,
};

impl Shape {
    /// Whether a line is one of the table.
    fn is_part(self, line: &str) -> bool {
        line.contains(self.walls) || self.is_rule(line)
    }

    /// Whether a line only parts rows: at least two characters and of these only such as draw lines.
    fn is_rule(self, line: &str) -> bool {
        let drawn = |c: char| self.rules.contains(&c) || self.walls.contains(&c) || c.is_whitespace();
        let ruled = line.chars().filter(|c| self.rules.contains(c)).count();
        // A row of dashes alone is an ornament of the text.
        let is_edged = self.has_walls || line.contains(['|', '+']);
        ruled > 1 && is_edged && line.chars().all(drawn)
    }

    /// Whether a line has both words and a part of a rule, as beside a cell over several rows.
    fn is_mixed(self, line: &str) -> bool {
        self.has_walls && !self.is_rule(line) && line.contains(self.rules)
    }

    /// The cells of a line: between walls, of which those at both ends are the table's own.
    fn cells(self, line: &str) -> Vec<&str> {
        let line = line.trim();
        let line = line.strip_prefix(self.walls).unwrap_or(line);
        let line = line.strip_suffix(self.walls).unwrap_or(line);
        line.split(self.walls).collect()
    }
}

/// The lines between two rules as one row: what was wrapped stands together again.
fn merged(lines: &[Vec<&str>]) -> Vec<String> {
    let columns = lines.iter().map(Vec::len).max().unwrap_or(0);
    let cell = |column: usize| lines.iter().filter_map(|line| line.get(column)).map(|words| words.trim()).collect();
    (0..columns).map(cell).collect()
}
