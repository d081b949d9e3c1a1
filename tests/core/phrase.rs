//! Suggested sentences, put into published, faultless and made-up reports: each brings no fault, states what the tables say, and
//! is not suggested again.

use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;

use nianbao::draft::{Draft, Edit, Item, Splice};
use nianbao::facts::{Case, Facts};
use nianbao::form::Key;
use nianbao::phrase::{Suggestion, Telling, suggestions};
use nianbao::rules::{Finding, Severity, Tie, accounts, check_all};
use nianbao::value::Date;

use crate::drafts::{SEED, open};

/// A report by its name.
struct Report {
    name: String,
    draft: Draft,
}

/// The reports of a folder.
fn reports_in(folder: &str) -> Vec<Report> {
    let files = fs::read_dir(folder).expect(folder).map(|entry| entry.expect("an entry").path());
    let reports = files.filter(|path| path.to_string_lossy().ends_with(".nianbao.json"));
    let read = |path: std::path::PathBuf| {
        let json = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        Report { name: path.file_name().expect("a name").to_string_lossy().into_owned(), draft: open(&json) }
    };
    let mut reports: Vec<Report> = reports.map(read).collect();
    reports.sort_by(|a, b| a.name.cmp(&b.name));
    reports
}

/// A report with nothing under its headings.
fn without_text(mut draft: Draft) -> Draft {
    for n in 0..draft.narrative().len() {
        let remove = draft.narrative()[n].body.len();
        draft.apply(Edit::SpliceBody(n, Splice::remove(0, remove)));
    }
    draft
}

/// The stored reports, as they are, and with their headings alone, where all that their figures say is still to be said.
fn reports() -> Vec<Report> {
    let mut all = reports_in("tests/core/reports");
    all.extend(reports_in("tests/core/drafts/v1"));
    let bare = |report: &Report| Report {
        name: format!("{} without its text", report.name),
        draft: without_text(report.draft.clone()),
    };
    let bare: Vec<Report> = all.iter().map(bare).collect();
    all.extend(bare);
    all.extend(made_up());
    all
}

/// What no stored report has: nobody who applied; a figure whose growth is still to be told; results without what is carried on.
fn made_up() -> Vec<Report> {
    let mut nobody = open(include_str!("reports/clean-2024.nianbao.json"));
    let keys: Vec<Key> = Key::all().filter(|key| key.name().starts_with("applications.")).collect();
    nobody.apply(Edit::fill_zero(&keys));
    let mut grown = open(SEED);
    let said = Item::Paragraph("全年主动公开政府信息88条。".to_owned());
    let remove = grown.narrative()[1].body.len();
    grown.apply(Edit::SpliceBody(1, Splice { at: 0, remove, insert: vec![said] }));
    let mut carried = without_text(open(include_str!("reports/clean-2020.nianbao.json")));
    let said = "政府信息公开申请中，予以公开3件，部分公开1件，无法提供1件。".to_owned();
    carried.apply(Edit::SpliceBody(0, Splice::insert(0, vec![Item::Paragraph(said)])));
    let named = |name: &str, draft| Report { name: name.to_owned(), draft };
    vec![
        named("nobody applied", without_text(nobody)),
        named("more than last year", grown),
        named("carried on", carried),
    ]
}

fn case(draft: &Draft) -> Case<'_> {
    Case::new(draft, Date::new(i32::from(draft.year()) + 1, 1, 20).expect("a day"))
}

fn suggested(draft: &Draft) -> Vec<Suggestion> {
    suggestions(&Facts::new(case(draft)))
}

/// The findings above a hint, by what stays the same when paragraphs move: how often each is found.
fn faults(found: &[Finding]) -> BTreeMap<String, usize> {
    let mut faults = BTreeMap::new();
    for finding in found.iter().filter(|finding| finding.severity != Severity::Hint) {
        // Of a whole part the title says what is amiss by now, and the rule what it is.
        let words = finding.quote.as_ref().map_or("", |quote| &quote.words);
        *faults.entry(format!("{} {words}", finding.rule)).or_default() += 1;
    }
    faults
}

/// What is wrong with a sentence that was put in.
fn failures(before: &Draft, suggestion: &Suggestion, nth: usize) -> Vec<String> {
    let sentence = &suggestion.wordings[nth].text;
    let mut draft = before.clone();
    let edit = suggestion.edit(before, nth).expect("an edit");
    let inverse = draft.apply(edit);
    let mut failures = Vec::new();
    let (known, found) = (faults(&check_all(&case(before))), faults(&check_all(&case(&draft))));
    let new = found.iter().filter(|(fault, count)| known.get(*fault).is_none_or(|known| known < *count));
    failures.extend(new.map(|(fault, _)| format!("brings {}", fault.trim())));
    if suggested(&draft).iter().any(|other| other.telling == suggestion.telling) {
        failures.push("is suggested again".to_owned());
    }
    let text = draft.text(suggestion.place()).unwrap_or_default();
    let from = text.len().checked_sub(sentence.len()).filter(|from| text[*from..] == **sentence);
    let Some(from) = from else { return vec![format!("is not at the end of {text}")] };
    let all = accounts(&case(&draft));
    let own = all.iter().filter(|account| account.place == suggestion.place() && account.span.start >= from);
    // An amount, and by how much something grew, have no account of their own yet: they are listed as not held against anything.
    let is_free = |span: &Range<usize>| {
        text[span.clone()].ends_with('元') || ["增加", "减少"].iter().any(|word| text[..span.start].ends_with(word))
    };
    let loose = own.filter(|account| match account.tie {
        Tie::Contradicting => true,
        Tie::Untied => !is_free(&account.span),
        Tie::Cell(_) | Tie::Recomputed => false,
    });
    failures.extend(loose.map(|account| format!("{} is {:?}", &text[account.span.clone()], account.tie)));
    draft.apply(inverse);
    if draft.to_json() != before.to_json() {
        failures.push("cannot be taken back".to_owned());
    }
    failures
}

#[test]
fn a_sentence_brings_no_fault_and_is_not_suggested_again() {
    let mut faults = Vec::new();
    for Report { name, draft } in reports() {
        for suggestion in suggested(&draft) {
            for (nth, wording) in suggestion.wordings.iter().enumerate() {
                let all = failures(&draft, &suggestion, nth).into_iter();
                faults.extend(all.map(|failure| format!("{name}: {} {failure}", wording.text)));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// So that the reports leave nothing untried.
#[test]
fn the_reports_draw_suggestions_of_every_kind() {
    let mut seen: Vec<&str> =
        reports().iter().flat_map(|report| suggested(&report.draft)).map(|s| s.telling.name()).collect();
    seen.sort_unstable();
    seen.dedup();
    for telling in [
        Telling::Disclosed,
        Telling::Growth,
        Telling::Rules,
        Telling::Documents,
        Telling::Decisions,
        Telling::Channels,
        Telling::Charges,
        Telling::Received,
        Telling::Applicants,
        Telling::Results,
        Telling::CarriedOut,
        Telling::Disputes,
        Telling::Reviews,
        Telling::Suits,
        Telling::HandlingFee,
        Telling::Proposals,
    ] {
        assert!(seen.contains(&telling.name()), "{telling:?}: {seen:?}");
    }
}

/// One after the other until there is nothing more to say: no two of them contradict each other or say the same.
#[test]
fn all_of_them_go_into_one_report() {
    for Report { name, mut draft } in reports() {
        let before = faults(&check_all(&case(&draft)));
        for _ in 0..MANY {
            let Some(suggestion) = suggested(&draft).into_iter().next() else { break };
            let edit = suggestion.edit(&draft, 0).expect("an edit");
            draft.apply(edit);
        }
        let left: Vec<Telling> = suggested(&draft).into_iter().map(|suggestion| suggestion.telling).collect();
        assert!(left.is_empty(), "{name}: {left:?}");
        let after = faults(&check_all(&case(&draft)));
        let new: Vec<&String> = after.keys().filter(|fault| !before.contains_key(*fault)).collect();
        assert!(new.is_empty(), "{name}: {new:?}");
    }
}

/// More than there are kinds of suggestions.
const MANY: usize = 40;
