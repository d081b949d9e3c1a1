//! Which heads a value has: those above it and those beside it.

use std::collections::BTreeSet;

use super::super::tables::{Placed, Spot};
use crate::block::{Content, Role};

/// A value with its heads.
pub struct Value<'a> {
    /// What the cell shows.
    pub content: &'a Content,
    /// The heads of its row, the widest first.
    pub row_heads: Vec<String>,
    /// The heads of its columns, from top to bottom.
    pub column_heads: Vec<String>,
}

/// Heads one below or beside the other with nothing between, as far as they were walked over.
#[derive(Clone, Default)]
struct Run {
    heads: Vec<usize>,
    is_open: bool,
}

impl Run {
    /// A head follows: it belongs to those before it, unless something stands between.
    fn head(&mut self, id: usize) {
        if !self.is_open {
            self.heads.clear();
        }
        self.is_open = true;
        if self.heads.last() != Some(&id) {
            self.heads.push(id);
        }
    }
}

/// The values of a table from left to right and top to bottom.
///
/// A table may be made of bands, each with heads of its own: the heads of a value are the nearest ones above it that stand together. A
/// unit beside a value has the role of a head but heads nothing, so that only rows of heads alone count.
pub fn values<'a>(placed: &Placed<'a>) -> Vec<Value<'a>> {
    let mut above = vec![Run::default(); placed.columns];
    let mut parents = Parents::default();
    let head_rows: Vec<bool> = (0..placed.rows()).map(|row| placed.is_head_row(row)).collect();
    let units = unit_columns(placed, &head_rows);
    let mut values = Vec::new();
    for (row, is_head_row) in head_rows.into_iter().enumerate() {
        let mut beside = Run::default();
        for column in 0..placed.columns {
            let found = placed.owner(row, column).and_then(|id| Some((id, placed.spots.get(id)?)));
            let Some((id, spot)) = found else {
                beside.is_open = false;
                above.iter_mut().skip(column).take(1).for_each(|run| run.is_open = false);
                continue;
            };
            let begins = spot.row == row && spot.column == column;
            if begins && spot.cell.role == Role::Value && !(units.contains(&column) && is_blank(spot)) {
                let heads = above.iter().skip(column).take(spot.columns).flat_map(|run| &run.heads);
                let heads: BTreeSet<usize> = heads.copied().collect();
                let mut row_heads = parents.of(beside.heads.first());
                row_heads.extend(texts(placed, beside.heads.iter().copied()));
                let column_heads = texts(placed, heads);
                values.push(Value { content: &spot.cell.content, row_heads, column_heads });
            }
            if begins && spot.cell.role == Role::RowHead && beside.heads.is_empty() {
                parents.add(id, &spot.cell.content.to_string());
            }
            match (spot.cell.role, above.get_mut(column)) {
                (Role::ColumnHead, Some(run)) if is_head_row => run.head(id),
                (_, Some(run)) => run.is_open = false,
                (_, None) => {}
            }
            if spot.cell.role == Role::RowHead {
                beside.head(id);
            } else {
                beside.is_open = false;
            }
        }
    }
    values
}

/// The columns in which the unit stands beside each value. Where there is none, nothing can stand in its place either.
fn unit_columns(placed: &Placed, head_rows: &[bool]) -> BTreeSet<usize> {
    let is_beside = |row: usize| head_rows.get(row) == Some(&false);
    let heads = placed.spots.iter().filter(|spot| spot.cell.role == Role::ColumnHead && is_beside(spot.row));
    heads.map(|spot| spot.column).collect()
}

fn is_blank(spot: &Spot) -> bool {
    spot.cell.content == Content::Blank
}

/// The words of heads, none of them twice in a row.
fn texts(placed: &Placed, ids: impl IntoIterator<Item = usize>) -> Vec<String> {
    let spots = ids.into_iter().filter_map(|id| placed.spots.get(id));
    let mut texts: Vec<String> = spots.map(|spot| spot.cell.content.to_string().trim().to_owned()).collect();
    texts.retain(|text| !text.is_empty());
    texts.dedup();
    texts
}

/// Heads of rows that stand under others by full-width blanks, as in 政府信息公开情况统计表: 　（一）维持… under 四、行政复议数量.
#[derive(Default)]
struct Parents {
    /// The heads under which the next may stand, each with its blanks.
    open: Vec<(usize, String)>,
    /// The last head, with those above it.
    last: Option<(usize, Vec<String>)>,
}

impl Parents {
    fn add(&mut self, id: usize, words: &str) {
        let depth = words.chars().take_while(|c| *c == '\u{3000}').count();
        self.open.retain(|(above, _)| *above < depth);
        self.last = Some((id, self.open.iter().map(|(_, words)| words.clone()).collect()));
        self.open.push((depth, words.trim().to_owned()));
    }

    /// Those above a head.
    fn of(&self, id: Option<&usize>) -> Vec<String> {
        self.last.as_ref().filter(|(last, _)| Some(last) == id).map(|(_, above)| above.clone()).unwrap_or_default()
    }
}
