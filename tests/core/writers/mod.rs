//! Reports as files of other programs: whatever a report goes out as holds the words and figures of the paper in their order, and comes back
//! in as the same report.
//!
//! `BLESS=1 cargo test --test core writers` writes the snapshots anew.

mod parts;

use std::fs;

use nianbao::block::{Block, Picture, Table, words};
use nianbao::draft::Draft;
use nianbao::facts::Case;
use nianbao::form::TableId;
use nianbao::read::understand::{Asked, understand};
use nianbao::read::{Document, Opened, finished, read_file, read_html_text};
use nianbao::value::Date;
use nianbao::write::{Format, Report, write};

use crate::drafts::{CITY, SEED, open};
use parts::parts;

/// The reports, one of each edition among them.
const REPORTS: [(&str, &str); 6] = [
    ("seed", SEED),
    ("city", CITY),
    ("national-2019", include_str!("../../files/national-2019.nianbao.json")),
    ("national-2021", include_str!("../../files/national-2021.nianbao.json")),
    ("clean-2020", include_str!("../reports/clean-2020.nianbao.json")),
    ("clean-2024", include_str!("../reports/clean-2024.nianbao.json")),
];

/// All of them, and the first with its statistic form filled in whole, which is then appended.
fn reports() -> Vec<(&'static str, String)> {
    let mut whole: serde_json::Value = serde_json::from_str(SEED).expect("JSON");
    let form = open(SEED).form().and_then(|form| form.table(TableId::Statistics)).expect("the form");
    for key in &form.keys {
        let figures = whole["figures"].as_object_mut().expect("figures");
        figures.entry(key.to_string()).or_insert(serde_json::json!(0));
    }
    let all = REPORTS.map(|(name, json)| (name, json.to_owned()));
    all.into_iter().chain([("seed with statistics", whole.to_string())]).collect()
}

/// A drawing as the page makes one.
const SVG: &[u8] =
    br#"<svg xmlns="http://www.w3.org/2000/svg" width="567" height="265"><rect width="9" height="9"/></svg>"#;
/// A picture of one white dot.
const PNG: &[u8] = include_bytes!("dot.png");

/// The report of a draft, its charts drawn.
fn report(draft: &Draft) -> Report {
    let mut report = Report::of(&Case::new(draft, Date::new(2026, 2, 10).expect("a day")));
    for block in &mut report.blocks {
        if let Block::Picture(Picture { svg, png, .. }) = block {
            (*svg, *png) = (SVG.to_vec(), PNG.to_vec());
        }
    }
    report
}

#[track_caller]
fn written(report: &Report, format: Format) -> Vec<u8> {
    write(report, format, &mut |_| {}).unwrap_or_else(|refused| panic!("{format:?}: {refused}"))
}

#[track_caller]
fn read_back(bytes: &[u8]) -> Document {
    match read_file(bytes).unwrap_or_else(|refusal| panic!("{refusal}")) {
        Opened::Document(document) => document,
        Opened::Draft(_) | Opened::Pdf => panic!("no document"),
    }
}

/// Words without white space, of which formats have their own; the blank cells of tables say nothing.
fn squeezed(words: &[String]) -> Vec<String> {
    let squeezed = words.iter().map(|piece| piece.chars().filter(|c| !c.is_whitespace()).collect::<String>());
    squeezed.filter(|piece| !piece.is_empty()).collect()
}

/// Where two lists of words first differ, with what stands around.
fn difference(paper: &[String], file: &[String]) -> Option<String> {
    let paper: String = paper.concat();
    let file: String = file.concat();
    if paper == file {
        return None;
    }
    let (paper, file): (Vec<char>, Vec<char>) = (paper.chars().collect(), file.chars().collect());
    let at = paper.iter().zip(&file).take_while(|(one, other)| one == other).count();
    let around = |text: &[char]| text.iter().skip(at.saturating_sub(20)).take(60).collect::<String>();
    Some(format!("paper …{}…\n file …{}…", around(&paper), around(&file)))
}

#[test]
fn every_format_of_text_says_what_the_paper_says() {
    let mut faults = Vec::new();
    for (name, json) in reports() {
        let report = report(&open(&json));
        let paper = squeezed(&words(&report.blocks));
        for format in [Format::Docx, Format::Html, Format::Fragment] {
            let bytes = written(&report, format);
            let document = if format == Format::Fragment {
                let html = String::from_utf8(bytes).expect("UTF-8");
                finished(read_html_text(&html).expect("a page")).expect("text")
            } else {
                read_back(&bytes)
            };
            let file = squeezed(&words(&document.blocks));
            faults.extend(difference(&paper, &file).map(|difference| format!("{name} {format:?}\n{difference}")));
        }
        let text = String::from_utf8(written(&report, Format::Text)).expect("UTF-8");
        let lines: Vec<String> = text.trim_start_matches('\u{feff}').split(['\n', '\t']).map(str::to_owned).collect();
        let paper = squeezed(&with_numbers(&report.blocks));
        faults.extend(difference(&paper, &squeezed(&lines)).map(|difference| format!("{name} text\n{difference}")));
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// The words of a report in which the numbers of a chart stand in its place.
fn with_numbers(blocks: &[Block]) -> Vec<String> {
    let numbers = |block: &Block| {
        let Block::Picture(Picture { caption, numbers: Some(numbers), .. }) = block else { return block.clone() };
        Block::Table(Table { caption: caption.clone(), ..numbers.clone() })
    };
    words(&blocks.iter().map(numbers).collect::<Vec<_>>())
}

#[test]
fn excel_has_the_tables_of_the_paper() {
    let mut faults = Vec::new();
    for (name, json) in reports() {
        let report = report(&open(&json));
        let figures = |blocks: &[Block]| -> Vec<String> {
            let tables =
                blocks.iter().filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None });
            let cells = tables.flat_map(|table| table.rows.iter().flatten().map(|cell| cell.content.to_string()));
            // A workbook keeps the value of a number and not how its form writes it.
            let bare = cells.map(|cell| cell.trim_start_matches('+').replace('−', "-"));
            squeezed(&bare.collect::<Vec<_>>())
        };
        let paper = figures(&report.blocks);
        let file = figures(&read_back(&written(&report, Format::Xlsx)).blocks);
        // Every word of the paper in its order; over each table stands its title besides.
        let mut left = file.iter();
        if let Some(lacking) = paper.iter().find(|word| !left.any(|found| is_same(found, word))) {
            faults.push(format!("{name}: {lacking} is not in the workbook, or not in its place"));
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// Whether two cells say the same; 0.00 is 0 in a workbook.
fn is_same(one: &str, other: &str) -> bool {
    let value = |text: &str| text.trim_end_matches('%').parse::<f64>().ok();
    one == other || (value(one).is_some() && value(one) == value(other))
}

#[test]
fn what_went_out_comes_in_as_the_same_report() {
    let mut faults = Vec::new();
    for (name, json) in reports() {
        let draft = open(&json);
        for format in [Format::Docx, Format::Html] {
            let document = read_back(&written(&report(&draft), format));
            let today = Date::new(2026, 2, 10).expect("a day");
            let read = understand(&document, Asked { today, last: None, year: None }).draft;
            let again = report(&read);
            let (paper, file) = (squeezed(&words(&report(&draft).blocks)), squeezed(&words(&again.blocks)));
            faults.extend(difference(&paper, &file).map(|difference| format!("{name} {format:?}\n{difference}")));
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn the_same_report_is_the_same_bytes() {
    for (_, json) in reports() {
        let report = report(&open(&json));
        for format in Format::ALL {
            assert!(written(&report, format) == written(&report, format), "{format:?}");
        }
    }
}

#[test]
fn every_format_of_the_seed_is_as_before() {
    let report = report(&open(SEED));
    for format in Format::ALL {
        let name =
            if format == Format::Fragment { "fragment.html".to_owned() } else { format!("seed.{}", format.ending()) };
        let now = parts(&written(&report, format));
        let path = format!("tests/core/snapshots/writers/{name}.txt");
        if std::env::var_os("BLESS").is_some() {
            fs::create_dir_all("tests/core/snapshots/writers").expect("a folder");
            fs::write(&path, &now).expect("a file");
        }
        let before = fs::read_to_string(&path).unwrap_or_default();
        if let Some((n, (before, now))) = before.lines().zip(now.lines()).enumerate().find(|(_, (a, b))| a != b) {
            panic!("{path}:{}: BLESS=1 writes it anew\n- {before}\n+ {now}", n + 1);
        }
        assert_eq!(before.lines().count(), now.lines().count(), "{path} has another length: BLESS=1 writes it anew");
    }
}

#[test]
fn each_block_is_told_once() {
    let report = report(&open(SEED));
    for format in Format::ALL {
        let mut told = Vec::new();
        write(&report, format, &mut |done| told.push(done)).expect("a file");
        assert_eq!(told, (1..=report.blocks.len()).collect::<Vec<_>>(), "{format:?}");
    }
}

#[test]
fn a_report_without_tables_is_no_workbook() {
    let draft = open(r#"{"nianbao": 1, "form": "narrative-2008", "year": 2017, "opening": ["公开。"]}"#);
    let report = report(&draft);
    for format in Format::ALL {
        let refused = write(&report, format, &mut |_| {}).err();
        let is_of_tables = matches!(format, Format::Xlsx | Format::Csv);
        assert_eq!(
            refused.as_deref().map(|words| words.contains("没有表")),
            is_of_tables.then_some(true),
            "{format:?}"
        );
    }
}
