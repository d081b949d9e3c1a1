//! Reports as other programs write them: each file of `tests/files` gives the draft that it was made from, byte for byte, but for
//! what its kind of file cannot hold.

mod lost;

use std::fs;

use encoding_rs::GB18030;
use nianbao::block::Block;
use nianbao::draft::Draft;
use nianbao::facts::Case;
use nianbao::read::understand::Understood;
use nianbao::read::{Document, finished, read_pdf_pages, read_plain};
use nianbao::report::build;

use super::{kind_of, opened, today, understood, written};
use crate::drafts::open;
use lost::{Lost, lost, without, without_gaps};

/// The reports from which the files were made.
const REPORTS: [(&str, &str); 3] = [
    ("seed", include_str!("../../../src/ui/sample.nianbao.json")),
    ("national-2021", include_str!("../../files/national-2021.nianbao.json")),
    ("national-2019", include_str!("../../files/national-2019.nianbao.json")),
];

fn report(name: &str) -> Draft {
    let found = REPORTS.iter().find(|(report, _)| *report == name);
    open(found.unwrap_or_else(|| panic!("no report {name}")).1)
}

fn blocks(draft: &Draft) -> Vec<Block> {
    build(&Case::new(draft, today()))
}

/// What comes out of a file of this kind that was made from a report.
fn expected(report: &str, kind: &str) -> Draft {
    lost(kind).iter().fold(self::report(report), |draft, lost| without(draft, *lost))
}

/// What differs between what was expected and what was read, line by line; nothing where nothing does.
fn differences(report: &str, kind: &str, read: &Understood) -> Vec<String> {
    let is_gapless = lost(kind).iter().any(|lost| matches!(lost, Lost::Gaps));
    let draft = if is_gapless { without_gaps(&read.draft) } else { read.draft.clone() };
    let (expected, draft) = (expected(report, kind).to_json(), draft.to_json());
    let (expected, draft): (Vec<&str>, Vec<&str>) = (expected.lines().collect(), draft.lines().collect());
    let lacking = expected.iter().filter(|line| !draft.contains(line)).map(|line| format!("lacks {}", line.trim()));
    let added = draft.iter().filter(|line| !expected.contains(line)).map(|line| format!("has {}", line.trim()));
    let mut found: Vec<String> = lacking.chain(added).collect();
    if found.is_empty() && expected != draft {
        found.push("has its lines in another order".to_owned());
    }
    let open = read.choices.iter().map(|choice| format!("leaves {} open: {:?}", choice.words, choice.places));
    found.extend(open);
    found
}

/// All that is wrong with files, a line each.
#[derive(Default)]
struct Faults(Vec<String>);

impl Faults {
    fn compare(&mut self, file: &str, report: &str, kind: &str, document: &Document) {
        let read = understood(document);
        self.0.extend(differences(report, kind, &read).iter().map(|difference| format!("{file} {difference}")));
    }

    #[track_caller]
    fn none(&self) {
        assert!(self.0.is_empty(), "\n{}", self.0.join("\n"));
    }
}

/// The report and the kind of a file by its name.
fn parts(name: &str) -> (&'static str, &str) {
    let report = REPORTS.iter().map(|(report, _)| *report).find(|report| name.starts_with(report));
    (report.unwrap_or_else(|| panic!("{name} is of no report")), kind_of(name))
}

/// The files of a folder whose names end so.
fn files(folder: &str, is_wanted: impl Fn(&str) -> bool) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let name = |path: &std::path::Path| path.file_name().expect("a name").to_string_lossy().into_owned();
    let mut files: Vec<(String, std::path::PathBuf)> = entries
        .filter(|path| path.is_file())
        .map(|path| (name(&path), path))
        .filter(|(name, _)| is_wanted(name))
        .collect();
    files.sort();
    files.into_iter().map(|(name, path)| (name, fs::read(path).expect("bytes"))).collect()
}

/// The files of other programs.
pub fn foreign_files() -> Vec<(String, Vec<u8>)> {
    files("tests/files", |name| !["json", "md", "gitattributes"].contains(&kind_of(name)))
}

#[track_caller]
fn all_of(kinds: &[&str]) {
    let mut faults = Faults::default();
    let mut count = 0;
    for (name, bytes) in foreign_files() {
        let (report, kind) = parts(&name);
        if kinds.contains(&kind) {
            faults.compare(&name, report, kind, &opened(&bytes));
            count += 1;
        }
    }
    assert!(count >= 3 * kinds.len(), "{count} files of {kinds:?}");
    faults.none();
}

#[test]
fn every_kind_of_file_is_tested_here() {
    let tested = ["doc", "docx", "odt", "rtf", "html", "xls", "xlsx", "ods", "pdf"];
    for (name, _) in foreign_files() {
        assert!(tested.contains(&parts(&name).1), "{name}");
    }
}

#[test]
fn word_documents_give_the_draft() {
    all_of(&["docx", "doc"]);
}

#[test]
fn documents_of_other_writers_give_the_draft() {
    all_of(&["odt", "rtf"]);
}

#[test]
fn web_pages_give_the_draft() {
    all_of(&["html"]);
}

#[test]
fn workbooks_give_the_draft_without_its_text() {
    all_of(&["xls", "xlsx", "ods"]);
}

#[test]
fn pages_of_pdf_give_the_draft() {
    let mut faults = Faults::default();
    let pages = files("tests/files/pages", |name| kind_of(name) == "json");
    assert!(pages.len() >= 4);
    for (name, json) in pages {
        let document = finished(read_pdf_pages(&json).expect("pages")).expect("text");
        faults.compare(&name, parts(&name).0, "pdf", &document);
    }
    faults.none();
}

#[test]
fn pages_of_ofd_give_the_draft() {
    of_blocks("ofd", written::ofd);
}

#[test]
fn a_web_page_in_one_file_gives_the_draft() {
    of_blocks("mht", |blocks| written::mht(&written::html(blocks, "utf-8")));
}

#[test]
fn web_pages_in_any_encoding_give_the_draft() {
    of_blocks("mht", |blocks| written::html(blocks, "utf-8").into_bytes());
    of_blocks("mht", |blocks| {
        let marked = format!("\u{feff}{}", written::html(blocks, "unicode"));
        marked.encode_utf16().flat_map(u16::to_le_bytes).collect()
    });
    for charset in ["gb2312", "utf-8", ""] {
        // Many pages say another encoding than theirs.
        of_blocks("mht", |blocks| GB18030.encode(&written::html(blocks, charset)).0.into_owned());
    }
}

#[test]
fn plain_text_gives_the_draft() {
    of_blocks("txt", |blocks| written::text(blocks, " ", false).into_bytes());
    of_blocks("txt", |blocks| GB18030.encode(&written::text(blocks, " ", false)).0.into_owned());
}

#[test]
fn what_a_spreadsheet_or_a_browser_copies_gives_the_draft() {
    let mut faults = Faults::default();
    for (name, _) in REPORTS {
        let blocks = blocks(&report(name));
        for is_square in [true, false] {
            let text = written::text(&blocks, "\t", is_square);
            let document = finished(read_plain(&text)).expect("text");
            faults.compare(&format!("{name} pasted, squares {is_square}:"), name, "tsv", &document);
        }
    }
    faults.none();
}

/// Writes each report as a file of this kind, and reads it.
#[track_caller]
fn of_blocks(kind: &str, write: impl Fn(&[Block]) -> Vec<u8>) {
    let mut faults = Faults::default();
    for (name, _) in REPORTS {
        let bytes = write(&blocks(&report(name)));
        faults.compare(&format!("{name}.{kind}"), name, kind, &opened(&bytes));
    }
    faults.none();
}
