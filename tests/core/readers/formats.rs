//! Reports as other programs write them: each file of `tests/files` gives the draft that it was made from, byte for byte, but for
//! what its kind of file cannot hold.

use std::fs;

use encoding_rs::GB18030;
use nianbao::block::Block;
use nianbao::draft::{CellValue, Draft, Edit, Embed, Embedded, Item, OfficeField, Part, Place, SettingName, Splice};
use nianbao::facts::Case;
use nianbao::form::{TABLES, channels};
use nianbao::read::take::cells;
use nianbao::read::understand::Understood;
use nianbao::read::{Document, finished, read_pdf_pages, read_plain};
use nianbao::report::build;
use nianbao::sheet::outline;

use super::{opened, today, understood, written};
use crate::drafts::open;

/// What a kind of file cannot hold of a report.
#[derive(Clone, Copy, Debug)]
enum Lost {
    /// The id of the draft: it is given anew.
    Id,
    /// A chart is a picture. Its caption is left, as a paragraph.
    Charts,
    /// What the report does not print: figures and proposals that stand in no table, fields of the office that no sentence has.
    Unprinted,
    /// A title of its own that is printed as the one the form makes.
    Title,
    /// No-break blanks: a plain one stands in their place.
    Blanks,
    /// In what the amount of procurement is: the table does not say it, and the clerk is asked.
    Unit,
    /// Whether there is a blank or only a gap, as between a letter and a figure, or where a line ends.
    Gaps,
    /// All text but the title: opening, parts, day, how to reach the office.
    Text,
}

use Lost::{Blanks, Charts, Gaps, Id, Text, Title, Unit, Unprinted};

/// What each kind of file loses.
const LOST: &[(&[&str], &[Lost])] = &[
    (&["xls", "xlsx", "ods"], &[Id, Title, Blanks, Unit, Unprinted, Text]),
    (&["pdf", "ofd"], &[Id, Title, Blanks, Unit, Unprinted, Charts, Gaps]),
    (&["doc", "docx", "odt", "rtf", "html", "mht", "txt"], &[Id, Title, Blanks, Unit, Unprinted, Charts]),
];

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
    lost(kind).iter().fold(self::report(report), without)
}

fn lost(kind: &str) -> &'static [Lost] {
    let lost = LOST.iter().find(|(kinds, _)| kinds.contains(&kind));
    lost.unwrap_or_else(|| panic!("{kind} is not listed")).1
}

fn without(draft: Draft, lost: &Lost) -> Draft {
    let mut left = draft.clone();
    match lost {
        Lost::Id => return draft.with_id(String::new()),
        Lost::Charts => {
            let pictures = blocks(&draft).into_iter().filter(|block| matches!(block, Block::Picture(_)));
            let mut captions = pictures.flat_map(|block| written::lines(&block));
            for (n, part) in draft.narrative().iter().enumerate() {
                for (m, item) in part.body.iter().enumerate() {
                    if matches!(item, Item::Embed(Embed { what: Embedded::Chart(_), .. })) {
                        let caption = Item::Paragraph(captions.next().expect("a caption"));
                        left.apply(Edit::SpliceBody(n, Splice { at: m, remove: 1, insert: vec![caption] }));
                    }
                }
            }
        }
        Lost::Unprinted => {
            let tables = blocks(&draft).into_iter();
            let tables = tables.filter_map(|block| if let Block::Table(table) = block { Some(table.id) } else { None });
            let tables: Vec<String> = tables.collect();
            let is_printed = |name: &str| tables.iter().any(|table| name.starts_with(table.trim_end_matches('s')));
            for key in draft.form().expect("a form").keys().filter(|key| !is_printed(key.name())) {
                left.apply(Edit::SetCell(Place::Cell(key), CellValue::Blank));
            }
            // Channels of which there is nothing are not printed.
            for (key, _) in channels() {
                if draft.figure(key).is_some_and(|figure| figure.to_string() == "0") {
                    left.apply(Edit::SetCell(Place::Cell(key), CellValue::Blank));
                }
            }
            left.apply(Edit::SpliceProposals(Splice::remove(0, draft.proposals().len())));
            let text: String = blocks(&draft).iter().flat_map(written::lines).collect();
            for field in OfficeField::ALL {
                if field != OfficeField::Kind && !text.contains(draft.office(field)) {
                    left.apply(Edit::SetText(Place::Office(field), String::new()));
                }
            }
        }
        Lost::Title => {
            left.apply(Edit::SetText(Place::Title, String::new()));
            if blocks(&left).first() != blocks(&draft).first() {
                return draft;
            }
        }
        Lost::Blanks => return open(&draft.to_json().replace('\u{a0}', " ")),
        Lost::Unit => {
            left.apply(Edit::SetSetting(SettingName::ProcurementUnit, None));
        }
        Lost::Gaps => return without_gaps(&draft),
        Lost::Text => return tables_only(&draft),
    }
    left
}

/// A report without any blank in its text.
fn without_gaps(draft: &Draft) -> Draft {
    let lines = draft
        .to_json()
        .lines()
        .map(|line| {
            let text = line.trim_start();
            let (indent, name) = (line.len() - text.len(), text.find("\": \"").map_or(0, |at| at + 3));
            let (name, text) = text.split_at(name);
            format!(
                "{}{name}{}\n",
                &line[..indent],
                if text.starts_with('"') { text.replace([' ', '\u{3000}'], "") } else { text.to_owned() }
            )
        })
        .collect::<String>();
    open(&lines)
}

/// A report without its text: the parts whose headings stand over its tables; where there are none, those of the form, with the tables
/// in the last.
fn tables_only(draft: &Draft) -> Draft {
    let (name, kind) = (draft.office(OfficeField::Name), draft.office(OfficeField::Kind));
    let mut bare = Draft::new(String::new(), draft.year(), name, kind);
    bare.apply(Edit::SetText(Place::Title, draft.own_title().to_owned()));
    for (place, value) in TABLES.into_iter().flat_map(|table| cells(draft, table)) {
        bare.apply(Edit::SetCell(place, value));
    }
    let headed = outline(draft).into_iter().filter(|section| !section.tables.is_empty());
    let headed: Vec<Part> = headed.map(|section| Part::new(section.heading)).collect();
    if !headed.is_empty() {
        bare.apply(Edit::SpliceParts(Splice { at: 0, remove: bare.narrative().len(), insert: headed }));
    }
    let items = draft.narrative().iter().flat_map(|part| &part.body);
    let embedded = items.filter(|item| matches!(item, Item::Embed(Embed { what: Embedded::Table(_), .. })));
    let embedded: Vec<Item> = embedded.cloned().collect();
    bare.apply(Edit::SpliceBody(bare.narrative().len() - 1, Splice::insert(0, embedded)));
    bare
}

/// What differs between what was expected and what was read, line by line; nothing where nothing does.
fn differences(report: &str, kind: &str, read: &Understood) -> Vec<String> {
    let is_gapless = lost(kind).iter().any(|lost| matches!(lost, Gaps));
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
    (report.unwrap_or_else(|| panic!("{name} is of no report")), name.rsplit('.').next().unwrap_or_default())
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
    files("tests/files", |name| !name.ends_with(".json") && !name.starts_with('.') && name != "README.md")
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
    let pages = files("tests/files/pages", |name| name.ends_with(".json"));
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
    of_blocks("html", |blocks| written::html(blocks, "utf-8").into_bytes());
    of_blocks("html", |blocks| {
        let marked = format!("\u{feff}{}", written::html(blocks, "unicode"));
        marked.encode_utf16().flat_map(u16::to_le_bytes).collect()
    });
    for charset in ["gb2312", "utf-8", ""] {
        // Many pages say another encoding than theirs.
        of_blocks("html", |blocks| GB18030.encode(&written::html(blocks, charset)).0.into_owned());
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
            faults.compare(&format!("{name} pasted, squares {is_square}:"), name, "txt", &document);
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
