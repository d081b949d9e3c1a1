//! What holds of every edition of the form, whichever there are. A made-up one goes through the same (`tests/edition`).

mod grids;
mod rules;
mod shown;

use std::fs;
use std::path::PathBuf;

use nianbao::calc::shown;
use nianbao::draft::{CellValue, Draft, Edit, Item, Part, Place, Splice};
use nianbao::facts::Case;
use nianbao::form::{Form, Key};
use nianbao::rules::{Finding, check_all};
use nianbao::sheet::blanks;
use nianbao::value::{Date, Figure};

/// The draft of this text.
#[track_caller]
pub fn open(json: &str) -> Draft {
    Draft::from_json(json).unwrap_or_else(|refused| panic!("{refused}")).draft
}

/// The report without fault that stands for an edition: of each edition there is one.
pub fn clean(form: &Form) -> Draft {
    open(&fs::read_to_string(clean_path(form)).expect("a report"))
}

/// Where it stands.
fn clean_path(form: &Form) -> PathBuf {
    let files = crate::REPORTS.iter().flat_map(|folder| fs::read_dir(folder).expect("a folder"));
    let paths = files.map(|file| file.expect("a file").path());
    let is_clean = |name: &str| name.starts_with("clean-");
    let clean = paths.filter(|path| path.file_name().and_then(|name| name.to_str()).is_some_and(is_clean));
    let is_of = |path: &PathBuf| {
        let draft = open(&fs::read_to_string(path).expect("a report"));
        draft.form().map(|form| form.id) == Some(form.id)
    };
    let mut found: Vec<PathBuf> = clean.filter(is_of).collect();
    assert_eq!(found.len(), 1, "{} has no report reports/clean-*.nianbao.json, or several", form.name);
    found.remove(0)
}

fn day(year: u16) -> Date {
    Date::new(i32::from(year) + 1, 1, 20).expect("a day")
}

fn findings(draft: &Draft) -> Vec<Finding> {
    check_all(&Case::new(draft, day(draft.year())))
}

/// An empty report of an edition.
fn empty(form: &Form) -> Draft {
    Draft::new("d".to_owned(), form.years.0, "某局", "department")
}

/// A report in which every cell that is to be filled holds another number.
fn filled(form: &Form) -> Draft {
    let mut draft = empty(form);
    for table in &form.tables {
        for (index, key) in blanks(&draft, table.id).into_iter().enumerate() {
            let text = (7 * index + 11).to_string();
            let figure = Figure::read(key.kind(), &text).expect("a figure").expect("a number");
            draft.apply(Edit::SetCell(Place::Cell(key), CellValue::Figure(figure)));
        }
    }
    draft
}

fn value(draft: &Draft, key: Option<Key>) -> i64 {
    let figure = key.and_then(|key| shown(draft, key).figure);
    figure.and_then(|figure| figure.to_string().parse().ok()).unwrap_or_else(|| panic!("{key:?} is blank"))
}

/// The draft with these paragraphs in a part of its own.
fn saying(draft: &Draft, texts: impl IntoIterator<Item = String>) -> Draft {
    let mut draft = draft.clone();
    let mut part = Part::new("一、总体情况");
    part.body = texts.into_iter().map(Item::Paragraph).collect();
    let all = draft.narrative().len();
    draft.apply(Edit::SpliceParts(Splice { at: 0, remove: all, insert: vec![part] }));
    draft
}
