//! What holds of every edition of the form, whichever there are. A made-up one goes through the same (`tests/edition`).

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use nianbao::block::{Block, Role};
use nianbao::calc::shown;
use nianbao::chart::{Chart, chart};
use nianbao::draft::{CellValue, ChartId, Draft, Edit, Item, Part, Place, Splice};
use nianbao::facts::{Case, Facts, Standing};
use nianbao::form::{Cell, Form, Key, Kind, Law, Outcome, Row, Source, Table, TableId, Way};
use nianbao::report::build;
use nianbao::rules::{Finding, Severity, check_all};
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
    let (grid, kinds) = ("style/grid.css", "style/kinds.css");
    let read = |path| fs::read_to_string(path).expect("a sheet");
    for form in crate::forms() {
        let Some(table) = form.table(TableId::Applications) else { continue };
        let heads = table.grid.widths.len() - form.applicants().len() - 1;
        for column in 0..=form.applicants().len() {
            let named = format!("[data-shown=\"{column}\"] .grid-applications td.c{}", column + heads);
            assert!(read(kinds).contains(&named), "{}: {kinds} lacks column {column}", form.name);
            let named = format!("&:has(.c{} > :focus)", column + heads);
            assert!(read(grid).contains(&named), "{}: {grid} lacks column {column}", form.name);
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

/// `BLESS=1` writes such a report as the program would.
#[test]
fn a_report_without_fault_is_canonical_and_draws_no_error_and_no_warning() {
    let mut failures = Vec::new();
    for form in crate::forms() {
        let (path, draft) = (clean_path(form), clean(form));
        if std::env::var_os("BLESS").is_some() {
            fs::write(&path, draft.to_json()).expect("written");
        }
        let text = fs::read_to_string(&path).expect("a report");
        assert!(draft.to_json() == text, "{} is not canonical: run it with BLESS=1", path.display());
        let today = draft.published().expect("a day");
        let found = check_all(&Case::new(&draft, today));
        let loud = found.into_iter().filter(|finding| finding.severity != Severity::Hint);
        failures.extend(loud.map(|f| format!("{}: {} {} {:?}", form.name, f.identity(), f.title, f.words)));
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

/// The sum of a chart's first series.
fn sum(chart: &Chart) -> i64 {
    chart.series.iter().flat_map(|series| series.values.iter().flatten()).sum()
}

#[test]
fn the_sum_of_a_chart_is_that_of_its_table() {
    for form in crate::forms() {
        for draft in [filled(form), clean(form)] {
            let case = Case::new(&draft, day(draft.year()));
            let drawn = |id| chart(&case, id);
            if form.table(TableId::Applications).is_none() {
                assert!(drawn(ChartId::Applicants).is_err() && drawn(ChartId::Outcomes).is_err(), "{}", form.name);
                continue;
            }
            let applicants = drawn(ChartId::Applicants).expect("applicants");
            assert_eq!(sum(&applicants), value(&draft, form.application_total(Row::New)), "{}", form.name);
            let outcomes = drawn(ChartId::Outcomes).expect("outcomes");
            assert_eq!(sum(&outcomes), value(&draft, form.application_total(Row::Total)), "{}", form.name);
            let totals = Way::ALL.map(|way| value(&draft, form.dispute(way, Outcome::Total)));
            let disputes = drawn(ChartId::Disputes).map(|chart| sum(&chart)).unwrap_or_default();
            assert_eq!(disputes, totals.iter().sum::<i64>(), "{}", form.name);
        }
    }
}

#[test]
fn the_report_prints_every_figure_of_a_part() {
    for form in crate::forms() {
        let draft = filled(form);
        let blocks = build(&Case::new(&draft, day(draft.year())));
        let printed: Vec<_> = blocks
            .iter()
            .filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None })
            .collect();
        let official: Vec<&Table> = form.tables.iter().filter(|table| table.part.is_some()).collect();
        assert_eq!(printed.len(), official.len(), "{}", form.name);
        for (printed, table) in printed.into_iter().zip(official) {
            assert_eq!(printed.id, table.id.name());
            let values = printed.rows.iter().flatten().filter(|cell| cell.role == Role::Value);
            let values: Vec<i64> = values.filter_map(|cell| cell.content.to_string().parse().ok()).collect();
            let expected: Vec<i64> = table.keys.iter().map(|key| value(&draft, Some(*key))).collect();
            assert_eq!(values, expected, "{} {}", form.name, table.id);
        }
        let headings = blocks.iter().filter(|block| matches!(block, Block::Heading(_))).count();
        assert_eq!(headings, form.headings.len(), "{}", form.name);
    }
}

/// A text that states a sum of cells: what it says, and the cells.
fn statements(form: &Form) -> Vec<String> {
    let draft = filled(form);
    let of = |key| value(&draft, key);
    let mut texts = Vec::new();
    for applicant in form.applicants() {
        for row in [Row::New, Row::Total] {
            let key = form.application(row, applicant);
            texts.push(format!("新收政府信息公开申请中，{}{}件。", applicant.label, of(key)));
        }
    }
    for row in [Row::New, Row::Total] {
        let cells =
            form.applicants().iter().filter(|kind| kind.is_organisation).map(|kind| of(form.application(row, kind)));
        texts.push(format!("新收政府信息公开申请中，法人或其他组织{}件。", cells.sum::<i64>()));
    }
    for group in form.groups() {
        let rows = form.results().filter(|row| row.group == group);
        let cells = rows.map(|row| of(form.application_total(Row::Result(row))));
        texts.push(format!("办结的政府信息公开申请中，{}{}件。", group.label, cells.sum::<i64>()));
    }
    for row in form.results() {
        let cell = of(form.application_total(Row::Result(row)));
        texts.push(format!("办结的政府信息公开申请中，{}{cell}件。", row.words()));
    }
    let about = [(Way::Review, "行政复议"), (Way::Direct, "直接起诉"), (Way::AfterReview, "复议后起诉")];
    for (way, words) in about.into_iter().filter(|(way, _)| form.dispute(*way, Outcome::Total).is_some()) {
        for outcome in Outcome::ENDS {
            let cell = of(form.dispute(way, outcome));
            texts.push(format!("因政府信息公开引发{words}案件，其中{}{cell}件。", outcome.label()));
        }
    }
    let of_courts = [("行政复议", "review"), ("行政诉讼", "lawsuit")];
    for (words, block) in of_courts.into_iter().filter(|_| form.table(TableId::Statistics).is_some()) {
        for (outcome, name) in [("结果维持", "upheld"), ("结果纠正", "corrected"), ("其他结果", "other")] {
            let cell = of(Key::parse(&format!("{block}.{name}")));
            texts.push(format!("因政府信息公开引发{words}案件，其中{outcome}{cell}件。"));
        }
    }
    for key in form.table(TableId::Statistics).into_iter().flat_map(|table| &table.keys) {
        texts.push(format!("政府信息公开方面，{}{}{}。", key.label(), of(Some(*key)), key.unit()));
    }
    texts
}

/// What a table adds up along its last row and its last column, the text can state part by part.
#[test]
fn every_part_of_a_total_is_known_to_the_claims() {
    for form in crate::forms() {
        let draft = saying(&filled(form), statements(form));
        let facts = Facts::new(Case::new(&draft, day(draft.year())));
        let stated = facts.claims().iter().filter_map(|claim| match &claim.standing {
            Standing::Agrees(count) => Some(&count.keys),
            Standing::Differs(_) | Standing::Unknown => None,
        });
        let stated: BTreeSet<Key> = stated.flatten().copied().collect();
        let totals = [Row::New, Row::Total].map(|row| form.application_total(row)).into_iter().flatten();
        let totals = totals.chain(Way::ALL.into_iter().filter_map(|way| form.dispute(way, Outcome::Total)));
        let totals: Vec<Key> = if form.applicants().is_empty() {
            form.keys().filter(|key| form.parts(*key).is_some()).collect()
        } else {
            totals.collect()
        };
        assert!(!totals.is_empty(), "{} adds nothing up", form.name);
        let parts = totals.iter().flat_map(|total| form.parts(*total).unwrap_or_default());
        let mut parts: BTreeSet<Key> = parts.map(|part| part.key).collect();
        // The results by their totals, which are what a text states.
        parts.extend(form.results().filter_map(|row| form.application_total(Row::Result(row))));
        let unknown: Vec<&Key> = parts.difference(&stated).collect();
        assert!(unknown.is_empty(), "{}: {unknown:?}", form.name);
    }
}

#[test]
fn every_applicant_has_a_column_that_is_checked() {
    for form in crate::forms() {
        for applicant in form.applicants() {
            let mut draft = filled(form);
            let key = form.application(Row::New, applicant).expect("a cell");
            let wrong = Figure::read(Kind::Count, "999999").expect("a figure").expect("a number");
            draft.apply(Edit::SetCell(Place::Cell(key), CellValue::Figure(wrong)));
            let place = format!("N01:applications.*.{}", applicant.id);
            assert!(findings(&draft).iter().any(|finding| finding.identity() == place), "{} {place}", form.name);
        }
    }
}

/// Every total that is stated wrong is found, whatever table it stands in.
#[test]
fn every_total_is_checked() {
    for form in crate::forms() {
        let draft = filled(form);
        for relation in &form.relations {
            let Law::Sum { total, .. } = &relation.law else { continue };
            let mut wrong = draft.clone();
            let sum = value(&wrong, Some(total.key)) + 1;
            let stated = Figure::read(total.key.kind(), &sum.to_string()).expect("a figure").expect("a number");
            wrong.apply(Edit::SetCell(Place::Cell(total.key), CellValue::Figure(stated)));
            let found = findings(&wrong);
            let is_found = found.iter().any(|f| f.rule == relation.rule && f.place == relation.place);
            assert!(is_found, "{} {} at {}", form.name, relation.rule, total.key);
        }
    }
}

/// The notice that gives the form may be cited, and no other's.
#[test]
fn a_report_cites_the_notice_of_its_form() {
    let numbers: Vec<(&Form, String)> =
        crate::forms().iter().filter_map(|form| Some((form, form.notice?.written()))).collect();
    assert!(!numbers.is_empty());
    for form in crate::forms() {
        for (other, number) in &numbers {
            let draft = saying(&empty(form), [format!("根据{number}编制年度报告。")]);
            let is_found = findings(&draft).iter().any(|finding| finding.rule == "F02");
            assert_eq!(is_found, other.id != form.id, "{} citing {number}", form.name);
        }
    }
}

/// The fee is asked for in the part in which the form asks for it, and nowhere else.
#[test]
fn the_fee_is_told_in_the_part_that_the_form_says() {
    for form in crate::forms() {
        let draft = empty(form);
        let found: Vec<String> = findings(&draft).iter().filter(|f| f.rule == "F10").map(Finding::identity).collect();
        let expected: Vec<String> = form
            .fee_part
            .and_then(|role| form.part_of(role))
            .map(|n| format!("F10:narrative.{n}"))
            .into_iter()
            .collect();
        assert_eq!(found, expected, "{}", form.name);
        let Some(n) = form.fee_part.and_then(|role| form.part_of(role)) else { continue };
        let mut told = draft.clone();
        let text = Item::Paragraph("本年度没有收取信息处理费。".to_owned());
        told.apply(Edit::SpliceBody(n, Splice::insert(0, vec![text])));
        assert!(findings(&told).iter().all(|f| f.rule != "F10"), "{}", form.name);
    }
}

/// The headings are asked for as the form has them, in its words.
#[test]
fn an_empty_report_has_the_headings_of_its_form() {
    for form in crate::forms() {
        let rules: BTreeSet<&str> = findings(&empty(form)).iter().map(|finding| finding.rule).collect();
        assert!(!rules.contains("F01") && !rules.contains("F06"), "{}: {rules:?}", form.name);
        assert_eq!(rules.contains("F08"), !form.topics.is_empty(), "{}", form.name);
        let mut cut = empty(form);
        cut.apply(Edit::SpliceParts(Splice::remove(form.headings.len() - 1, 1)));
        assert_eq!(findings(&cut).iter().any(|f| f.rule == "F06"), !form.topics.is_empty(), "{}", form.name);
    }
}
