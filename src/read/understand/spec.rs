//! The tables of an edition as they are looked for: their labels in order, and what stands behind each.

use super::cut::Shape;
use super::label::{Label, Means, distinguish};
use super::words::Words;
use crate::block::Role;
use crate::form::{Form, Key, Place, Source, Table, TableId, other_words};

/// A table of an edition as it is looked for.
pub struct Spec {
    /// Which table.
    pub table: TableId,
    /// Its heads and the heads of its rows, in the order of the form.
    pub labels: Vec<Label>,
    /// What stands behind each label that means a row.
    pub rows: Vec<RowSpec>,
    /// Whether the rows keep the order of the form in every report. Tables of indicators do not.
    pub is_ordered: bool,
    /// The words of its heads: what may stand between the last head and the figures.
    pub heads: Words,
    /// All its words: what may stand between its figures.
    pub words: Words,
}

/// A row of a table.
pub struct RowSpec {
    /// Its figures from left to right.
    pub keys: Vec<Key>,
    /// How they add up.
    pub shape: Shape,
}

/// The tables of an edition.
pub fn specs(form: &Form) -> Vec<Spec> {
    form.tables.iter().map(|table| spec(form, table)).collect()
}

fn spec(form: &Form, table: &Table) -> Spec {
    let mut labels: Vec<Label> = Vec::new();
    let mut rows: Vec<RowSpec> = Vec::new();
    let (mut heads, mut own_words) = (Words::default(), Words::default());
    for cells in &table.grid.rows {
        let keys: Vec<Key> = cells.iter().filter_map(|cell| key_of(&cell.source)).collect();
        let words: Vec<&str> = cells.iter().filter_map(|cell| words_of(&cell.source)).collect();
        for words in &words {
            own_words.add(words);
        }
        let own = (!keys.is_empty()).then_some(rows.len());
        if !keys.is_empty() {
            let shape = shape(form, &keys);
            rows.push(RowSpec { keys: keys.clone(), shape });
        }
        let row_head =
            cells.iter().rev().filter(|cell| cell.role == Role::RowHead).find_map(|cell| words_of(&cell.source));
        for words in words.iter().filter(|words| own.is_none() || row_head.is_some_and(|head| head != **words)) {
            // The unit in a cell of its own (件) is no label.
            if words.chars().count() > 2 || own.is_none() {
                heads.add(words);
                labels.push(Label::new(&without_remark(words), Means::Head));
                // 制发件数 is written for 本年制发件数.
                labels.extend(words.strip_prefix("本年").map(|rest| Label::new(rest, Means::Head)));
            }
        }
        match (own, row_head) {
            (Some(row), Some(head)) => {
                labels.push(Label::new(&without_remark(head), Means::Row(row)));
                let first = keys.first().map_or("", |key| key.name());
                for words in other_words(first) {
                    own_words.add(words);
                    labels.push(Label::new(words, Means::Row(row)));
                }
            }
            // A row without a head of its own is read behind the last head.
            (Some(row), None) => {
                if let Some(last) = labels.last_mut() {
                    last.means = Means::Row(row);
                }
            }
            (None, _) => {}
        }
    }
    labels.retain(|label| !label.is_empty());
    distinguish(&mut labels);
    Spec { table: table.id, labels, rows, is_ordered: table.part.is_some(), heads, words: own_words }
}

fn key_of(source: &Source) -> Option<Key> {
    match source {
        Source::Place(Place::Cell(key)) => Some(*key),
        Source::Place(_) | Source::Words(_) | Source::Formula(_) => None,
    }
}

fn words_of(source: &Source) -> Option<&str> {
    match source {
        Source::Words(words) => Some(words.trim()).filter(|words| !words.is_empty()),
        Source::Place(_) | Source::Formula(_) => None,
    }
}

/// Words without the remark in brackets behind them, and without 其中 before them.
fn without_remark(words: &str) -> String {
    let plain = words.trim_start_matches("其中：");
    // What begins with a bracket is numbered, or is a remark as a whole.
    let from = plain.find('）').filter(|_| plain.starts_with('（')).map_or(0, |at| at + '）'.len_utf8());
    match plain.get(from..).and_then(|rest| rest.find('（')) {
        Some(at) if at > 0 => plain.get(..from + at).unwrap_or(plain).to_owned(),
        Some(_) | None => plain.to_owned(),
    }
}

/// How the figures of a row add up: blocks of one width, each with its sum last; or not at all.
fn shape(form: &Form, keys: &[Key]) -> Shape {
    let mut widths = Vec::new();
    let mut from = 0;
    for (at, key) in keys.iter().enumerate() {
        let own = keys.get(from..at).unwrap_or_default();
        let is_sum = form.row_parts(*key).is_some_and(|parts| !own.is_empty() && parts == own);
        if is_sum {
            widths.push(at + 1 - from);
            from = at + 1;
        }
    }
    match widths.first() {
        Some(width) if from == keys.len() && widths.iter().all(|w| w == width) => {
            Shape { width: *width, blocks: widths.len(), sums: true }
        }
        Some(_) | None => Shape { width: keys.len(), blocks: 1, sums: false },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::forms;

    #[test]
    fn every_figure_of_every_edition_stands_behind_a_label() {
        for form in forms() {
            let specs = specs(form);
            let keys: Vec<Key> = specs.iter().flat_map(|spec| &spec.rows).flat_map(|row| row.keys.clone()).collect();
            assert_eq!(keys, form.keys().collect::<Vec<_>>(), "{}", form.name);
            for spec in &specs {
                for row in 0..spec.rows.len() {
                    assert!(spec.labels.iter().any(|label| label.means == Means::Row(row)), "{} {row}", form.name);
                }
            }
        }
    }

    #[test]
    fn the_sums_of_rows_are_known() {
        let form = forms().first().expect("a form");
        let specs = specs(form);
        let shape = |table, row: usize| {
            let spec = specs.iter().find(|spec| spec.table == table).expect("the table");
            (spec.rows[row].shape.width, spec.rows[row].shape.blocks, spec.rows[row].shape.sums)
        };
        assert_eq!(shape(TableId::Applications, 0), (7, 1, true));
        assert_eq!(shape(TableId::Applications, 23), (7, 1, true), "the total of the results, along its row");
        assert_eq!(shape(TableId::Disputes, 0), (5, 3, true));
        assert_eq!(shape(TableId::Proactive, 0), (3, 1, false));
    }

    #[test]
    fn remarks_are_no_part_of_a_label() {
        assert_eq!(without_remark("（二）部分公开（区分处理的，只计这一情形）"), "（二）部分公开");
        assert_eq!(without_remark("（本列数据的勾稽关系为）"), "（本列数据的勾稽关系为）");
        assert_eq!(without_remark("其中：主动公开规范性文件数"), "主动公开规范性文件数");
    }
}
