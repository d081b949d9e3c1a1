//! The tables of every edition, and its drafts.

use std::fs;

use nianbao::draft::{Draft, Place};
use nianbao::form::{Cell, Key, Row, Source, Table, TableId};

use super::filled;

#[test]
fn every_grid_is_whole_and_holds_each_figure_once() {
    for form in crate::forms() {
        for table in &form.tables {
            assert!(table.grid.is_rectangular(), "{} {}", form.name, table.id);
            let mut places: Vec<Place> = table.grid.places().into_iter().map(|(place, ..)| place).collect();
            places.sort();
            let mut keys: Vec<Place> = table.keys.iter().map(|key| Place::Cell(*key)).collect();
            keys.sort();
            assert_eq!(places, keys, "{} {}", form.name, table.id);
            assert!(table.part.is_none_or(|part| part < form.headings.len()), "{} {}", form.name, table.id);
        }
    }
}

/// The last figures of the rows above which a line is drawn.
fn rows_below_lines(table: &Table) -> Vec<Key> {
    let keys = table.grid.group_lines.iter().map(|row| {
        let figure = |cell: &Cell| if let Source::Place(place) = cell.source { place.figure() } else { None };
        let mut figures = table.grid.rows[*row].iter().filter_map(figure);
        figures.next_back().expect("a row of figures")
    });
    keys.collect()
}

#[test]
fn lines_are_drawn_where_the_parts_of_table_three_meet() {
    for form in crate::forms() {
        let Some(table) = form.table(TableId::Applications) else { continue };
        let first = form.results().next().expect("results");
        let expected = [Row::Result(first), Row::Total, Row::CarriedOut].map(|row| form.application_total(row));
        assert_eq!(rows_below_lines(table).into_iter().map(Some).collect::<Vec<_>>(), expected, "{}", form.name);
    }
}

/// The sheets name the columns of table three one by one, so that a phone can show one at a time.
#[test]
fn the_sheets_reach_every_column_of_table_three() {
    let kinds = fs::read_to_string("style/kinds.css").expect("a sheet");
    for form in crate::forms() {
        let Some(table) = form.table(TableId::Applications) else { continue };
        let heads = table.grid.widths.len() - form.applicants().len() - 1;
        for column in 0..=form.applicants().len() {
            let named = format!("[data-shown=\"{column}\"] .grid-applications td.c{}", column + heads);
            assert!(kinds.contains(&named), "{}: kinds.css lacks column {column}", form.name);
        }
    }
}

/// What a draft of the edition holds is written, read back and written the same, and the schema knows all of it.
#[test]
fn a_draft_goes_round_and_is_valid() {
    let forms = crate::forms();
    let schema = nianbao::draft::schema();
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    for form in forms {
        let written = filled(form).to_json();
        let opened = Draft::from_json(&written).expect("a draft");
        assert!(opened.notices.is_empty(), "{}: {:?}", form.name, opened.notices);
        assert_eq!(opened.draft.to_json(), written, "{}", form.name);
        assert_eq!(opened.draft.form().map(|form| form.id), Some(form.id));
        let json = serde_json::from_str(&written).expect("JSON");
        let errors: Vec<String> = validator.iter_errors(&json).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{}: {errors:?}", form.name);
        let known = &schema["properties"]["figures"]["properties"];
        let unknown: Vec<Key> = form.keys().filter(|key| known.get(key.name()).is_none()).collect();
        assert!(unknown.is_empty(), "{}: the schema lacks {unknown:?}", form.name);
        let forms = schema["properties"]["form"]["examples"].as_array().expect("the editions");
        assert!(forms.iter().any(|name| name == form.draft_name), "{}", form.name);
        for key in form.keys() {
            let place: Place = key.name().parse().expect("a place");
            assert_eq!(place.to_string(), key.name());
        }
        for relation in &form.relations {
            let place = relation.place;
            assert_eq!(place.to_string().parse(), Ok(place), "{}", form.name);
        }
    }
}
