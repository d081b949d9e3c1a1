//! A table line by line, for where there is no room for its grid: each line with its label, its figures, and what each is.

use super::grid::{View, grid};
use crate::block::Role;
use crate::draft::Draft;
use crate::form::{Cell, Place, ProposalField, Source, TableId};

/// A line of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it is of: the head of its row, or of its group where the row has none.
    pub label: String,
    /// What each figure is; empty where the label says it.
    pub heads: Vec<String>,
    /// The figures from left to right.
    pub places: Vec<Place>,
}

/// The lines of a table as it is printed; none where there is nothing to print. A row of several groups is a line a group.
pub fn lines(draft: &Draft, table: TableId) -> Vec<Line> {
    let Some(grid) = grid(draft, table, View::Printed) else { return Vec::new() };
    grid.rows.iter().flat_map(|row| lines_of_row(draft, row)).collect()
}

fn lines_of_row(draft: &Draft, row: &[Cell]) -> Vec<Line> {
    let places = row.iter().filter(|cell| cell.role == Role::Value).filter_map(|cell| match cell.source {
        Source::Place(place) => Some(place),
        Source::Words(_) | Source::Formula(_) => None,
    });
    let places: Vec<Place> = places.collect();
    let head = row_head(draft, row);
    let mut lines: Vec<(String, Line)> = Vec::new();
    for place in &places {
        let (group, leaf) = named(draft, *place);
        // A figure that stands alone in its row is named by the row.
        let leaf = if group.is_empty() && places.len() == 1 { String::new() } else { leaf };
        if let Some((_, line)) = lines.last_mut().filter(|(before, _)| *before == group) {
            line.heads.push(leaf);
            line.places.push(*place);
        } else {
            let label = head.clone().unwrap_or_else(|| group.clone());
            lines.push((group, Line { label, heads: vec![leaf], places: vec![*place] }));
        }
    }
    lines.into_iter().map(|(_, line)| line).collect()
}

/// The words of the last head in a row: the nearest to its figures.
fn row_head(draft: &Draft, row: &[Cell]) -> Option<String> {
    row.iter().rev().filter(|cell| cell.role == Role::RowHead).find_map(|cell| match &cell.source {
        Source::Words(words) => Some(words.trim().to_owned()),
        Source::Place(place) => draft.text(*place),
        Source::Formula(_) => None,
    })
}

/// What a figure is, in two parts: the group, and which of it.
fn named(draft: &Draft, place: Place) -> (String, String) {
    let own = if let Place::Cell(key) = place {
        draft.form().and_then(|form| form.label(key)).unwrap_or_else(|| key.label())
    } else if let Place::Past(_, year) = place {
        format!("{year}年")
    } else if let Place::Proposal(_, field) = place {
        match field {
            ProposalField::Category => "类别".to_owned(),
            ProposalField::Count => "件数".to_owned(),
            ProposalField::Closed => "办结数".to_owned(),
        }
    } else {
        String::new()
    };
    own.rsplit_once('，')
        .map_or_else(|| (String::new(), own.clone()), |(group, leaf)| (group.to_owned(), leaf.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{CellValue, Edit, FormName, Proposal, Splice};
    use crate::form::{channels, forms};
    use crate::value::Year;

    fn draft(year: Year) -> Draft {
        let mut draft = Draft::new(String::new(), year, "某局", "department");
        let form = forms().iter().find(|form| year >= form.years.0).expect("a form");
        draft.apply(Edit::SetYear(year, FormName::Known(form.id)));
        draft
    }

    fn shown(line: &Line) -> String {
        format!("{}: {}", line.label, line.heads.join(" "))
    }

    #[test]
    fn every_figure_of_an_official_table_stands_in_one_line() {
        for form in forms() {
            let draft = draft(form.years.0);
            for table in &form.tables {
                let places: Vec<Place> = lines(&draft, table.id).into_iter().flat_map(|line| line.places).collect();
                assert_eq!(places, table.keys.iter().map(|key| Place::Cell(*key)).collect::<Vec<_>>(), "{}", form.name);
            }
        }
    }

    #[test]
    fn a_row_of_three_groups_is_three_lines() {
        let disputes = lines(&draft(2023), TableId::Disputes);
        let labels: Vec<&str> = disputes.iter().map(|line| line.label.as_str()).collect();
        assert_eq!(labels.len(), 3, "{labels:?}");
        assert!(labels.iter().all(|label| !label.is_empty()));
        assert_eq!(disputes[0].heads, ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]);
    }

    #[test]
    fn the_tables_that_no_form_asks_for() {
        let mut draft = draft(2017);
        assert_eq!(lines(&draft, TableId::Proposals), []);
        draft.apply(Edit::SpliceProposals(Splice::insert(0, vec![Proposal::new("社会事业".to_owned())])));
        assert_eq!(shown(&lines(&draft, TableId::Proposals)[0]), "社会事业: 件数 办结数");
        for (key, _) in channels().take(2) {
            draft.apply(Edit::SetCell(Place::Cell(key), CellValue::typed(Place::Cell(key), "3")));
        }
        let line = &lines(&draft, TableId::Channels)[0];
        assert_eq!((line.label.as_str(), line.heads.len()), ("数量", 2));
        assert!(line.heads.iter().all(|head| !head.is_empty()));
    }
}
