//! A hundred sound sentences a rule that look like its fault: the rule says nothing of them, not even a hint, and no other rule finds
//! a fault in them.

use std::collections::BTreeSet;
use std::fs;

use nianbao::calc::shown;
use nianbao::draft::{CellValue, Draft, Edit, Item, OfficeField, Place, Splice};
use nianbao::facts::Case;
use nianbao::form::{Form, Key, Row};
use nianbao::rules::{Finding, Severity, Tie, accounts, check_all};
use nianbao::value::{Count, Figure};
use serde::Deserialize;

use crate::editions::clean;

/// A sentence, and where it stands.
#[derive(Deserialize)]
#[serde(untagged)]
enum Entry {
    /// In the first part of a report of any edition.
    Plain(String),
    /// As it says.
    Placed(Placed),
}

#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
struct Placed {
    text: Text,
    /// The editions in which it can stand; all of them where none is named.
    forms: Vec<String>,
    /// The part, counted from 0.
    part: usize,
    /// Whether it stands in the place of what is in the part.
    alone: bool,
    /// The report's title.
    title: Option<String>,
}

/// A paragraph, or several.
#[derive(Deserialize)]
#[serde(untagged)]
enum Text {
    One(String),
    Several(Vec<String>),
}

impl Default for Text {
    fn default() -> Self {
        Self::Several(Vec::new())
    }
}

impl Entry {
    fn placed(self) -> Placed {
        match self {
            Self::Plain(text) => Placed { text: Text::One(text), ..Placed::default() },
            Self::Placed(placed) => placed,
        }
    }
}

impl Placed {
    fn paragraphs(&self) -> &[String] {
        match &self.text {
            Text::One(text) => std::slice::from_ref(text),
            Text::Several(texts) => texts,
        }
    }

    fn fits(&self, form: &Form) -> bool {
        self.forms.is_empty() || self.forms.iter().any(|name| name == form.draft_name)
    }

    /// The report with it; nothing where the report lacks a figure that it states.
    fn put_into(&self, report: &Draft) -> Option<Draft> {
        let paragraphs = self.paragraphs().iter().map(|text| said(report, text).map(Item::Paragraph));
        let insert: Vec<Item> = paragraphs.collect::<Option<_>>()?;
        let mut draft = report.clone();
        let before = draft.narrative().get(self.part)?.body.len();
        let (at, remove) = if self.alone { (0, before) } else { (1.min(before), 0) };
        draft.apply(Edit::SpliceBody(self.part, Splice { at, remove, insert }));
        if let Some(title) = &self.title {
            draft.apply(Edit::SetText(Place::Title, said(report, title)?));
        }
        Some(draft)
    }
}

/// A text with its own figures, years and name: `<applications.new.total>`, `<year-1>`, `<own>`.
fn said(report: &Draft, text: &str) -> Option<String> {
    let Some((before, rest)) = text.split_once('<') else { return Some(text.to_owned()) };
    let value = |name: &str| -> Option<String> {
        if name == "own" {
            return Some(report.office(OfficeField::Name).to_owned());
        }
        if let Some(more) = name.strip_prefix("year") {
            let more: i32 = if more.is_empty() { 0 } else { more.parse().ok()? };
            return Some((i32::from(report.year()) + more).to_string());
        }
        Some(shown(report, Key::parse(name)?).figure?.to_string())
    };
    let slot = rest
        .split_once('>')
        .filter(|(name, _)| *name == "own" || name.starts_with("year") || Key::parse(name).is_some());
    match slot {
        Some((name, after)) => Some([before, &value(name)?, &said(report, after)?].concat()),
        None => Some([before, "<", &said(report, rest)?].concat()),
    }
}

/// What a report draws, each by what it is known by.
fn drawn(report: &Draft) -> Vec<Finding> {
    let today = format!("{}-01-20", report.year() + 1).parse().expect("a day");
    check_all(&Case::new(report, today))
}

/// The numbers of a sentence that are held against nothing: of them one finding a part tells, so that it is asked for each.
fn untied(report: &Draft, placed: &Placed) -> Vec<String> {
    let day = format!("{}-01-20", report.year() + 1).parse().expect("a day");
    let own: Vec<String> = placed.paragraphs().iter().filter_map(|text| said(report, text)).collect();
    let all = accounts(&Case::new(report, day));
    let words = |account: &nianbao::rules::Account| {
        let text = report.text(account.place).unwrap_or_default();
        let number = text.get(account.span.clone()).unwrap_or_default().to_owned();
        own.contains(&text).then(|| format!("“{number}”: {text}"))
    };
    all.iter().filter(|account| account.tie == Tie::Untied).filter_map(words).collect()
}

#[test]
fn no_rule_speaks_of_them() {
    let reports: Vec<(&Form, Draft, BTreeSet<String>)> = crate::forms()
        .iter()
        .map(|form| {
            let report = clean(form);
            let before = drawn(&report).iter().map(Finding::identity).collect();
            (form, report, before)
        })
        .collect();
    let (mut told, mut tried) = (Vec::new(), 0);
    let mut files: Vec<_> =
        fs::read_dir("tests/core/sound").expect("the folder").map(|file| file.expect("a file").path()).collect();
    files.sort();
    for path in files {
        let rule = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let entries: Vec<Entry> = serde_json::from_str(&fs::read_to_string(&path).expect("text"))
            .unwrap_or_else(|error| panic!("{rule}: {error}"));
        for (n, placed) in entries.into_iter().map(Entry::placed).enumerate() {
            // One edition each, by turns.
            let fitting: Vec<_> = reports.iter().filter(|(form, ..)| placed.fits(form)).collect();
            let turns = fitting.iter().cycle().skip(n % fitting.len()).take(fitting.len());
            let Some((report, before)) =
                turns.into_iter().find_map(|(_, report, before)| Some((placed.put_into(report)?, before)))
            else {
                continue;
            };
            tried += 1;
            if rule == "N24" {
                told.extend(
                    untied(&report, &placed)
                        .into_iter()
                        .map(|words| format!("N24 {n} ({}) untied {words}", report.year())),
                );
            }
            for finding in drawn(&report) {
                let is_own = finding.rule == rule && rule != "N24";
                let is_new = !before.contains(&finding.identity());
                if is_new && (is_own || finding.severity != Severity::Hint) {
                    let Finding { rule: of, title, severity, .. } = &finding;
                    let text = placed.paragraphs().join("／");
                    let quote = finding.quote.as_ref().map(|quote| quote.words.as_str()).unwrap_or_default();
                    told.push(format!("{rule} {n} ({}) {severity:?} {of} “{quote}” {title}: {text}", report.year()));
                }
            }
        }
    }
    assert!(told.is_empty(), "{} of {tried}:\n{}", told.len(), told.join("\n"));
    assert!(tried > 3_000, "{tried} sentences were tried");
}

/// Tables that balance in another way each: one more of every kind of result, for every kind of applicant, and of every outcome.
#[test]
fn a_table_that_balances_draws_nothing() {
    const OF_TABLES: [&str; 9] = ["N01", "N02", "N03", "N04", "N06", "N07", "N09", "N23", "F11"];
    let mut tried = 0;
    for form in crate::forms() {
        let mut report = clean(form);
        // What follows from others follows by itself.
        for key in form.keys().filter(|key| form.parts(*key).is_some()) {
            report.apply(Edit::SetCell(Place::Cell(key), CellValue::Blank));
        }
        let of_tables = |report: &Draft| -> BTreeSet<String> {
            let found = drawn(report).into_iter().filter(|finding| OF_TABLES.contains(&finding.rule));
            found.filter(|finding| finding.severity != Severity::Hint).map(|finding| finding.identity()).collect()
        };
        assert_eq!(of_tables(&report), BTreeSet::new(), "{}", form.name);
        let more = |draft: &mut Draft, key: Key| {
            let value = draft.figure(key).and_then(Figure::count).map_or(0, Count::get);
            let figure = Count::new(value + 1).map(Figure::Count).expect("a count");
            draft.apply(Edit::SetCell(Place::Cell(key), CellValue::Figure(figure)));
        };
        for applicant in form.applicants() {
            let Some(new) = form.application(Row::New, applicant) else { continue };
            for row in form.results() {
                let Some(cell) = form.application(Row::Result(row), applicant) else { continue };
                let mut draft = report.clone();
                more(&mut draft, new);
                more(&mut draft, cell);
                tried += 1;
                assert_eq!(of_tables(&draft), BTreeSet::new(), "{} {}", form.name, cell.name());
            }
        }
    }
    assert!(tried > 200, "{tried} tables were tried");
}
