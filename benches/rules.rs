//! How long the rules take: over figures on every edit, over text when typing pauses.
//!
//! `cargo bench --bench rules`; the figures are kept in docs/performance.md.

use nianbao::draft::{Draft, Edit, Item, Place, Splice};
use nianbao::facts::Case;
use nianbao::form::Key;
use nianbao::rules::{When, check, check_all};
use nianbao::value::Date;

const CITY: &str = include_str!("../tests/core/drafts/v1/city-2023.nianbao.json");
const PUBLISHED: &str = include_str!("../tests/core/reports/04-county-2022.nianbao.json");

fn main() {
    divan::main();
}

fn open(json: &str) -> Draft {
    Draft::from_json(json).expect("a draft").draft
}

fn today() -> Date {
    Date::new(2024, 1, 20).expect("a day")
}

/// The city's tables, without fault: what every keystroke costs.
#[divan::bench]
fn figures(bencher: divan::Bencher) {
    let draft = open(CITY);
    bencher.bench(|| check(&Case::new(divan::black_box(&draft), today()), When::EveryEdit));
}

/// The same with a cell of table three that breaks a row and a column.
#[divan::bench]
fn figures_with_a_slip(bencher: divan::Bencher) {
    let mut draft = open(CITY);
    let place = Place::Cell(Key::parse("applications.granted.natural").expect("a key"));
    let typed = format!("{}0", draft.text(place).expect("a figure"));
    draft.apply(Edit::SetCell(place, nianbao::draft::CellValue::typed(place, &typed)));
    bencher.bench(|| check(&Case::new(divan::black_box(&draft), today()), When::EveryEdit));
}

/// A published report whose text was made so long by writing its paragraphs again, each with other numbers.
fn long(characters: usize) -> Draft {
    let mut draft = open(PUBLISHED);
    let paragraphs: Vec<(usize, String)> = draft
        .narrative()
        .iter()
        .enumerate()
        .flat_map(|(n, part)| {
            part.body.iter().filter_map(Item::paragraph).map(move |text| (n, text.to_owned())).collect::<Vec<_>>()
        })
        .collect();
    let mut written: usize = paragraphs.iter().map(|(_, text)| text.chars().count()).sum();
    for (round, (n, text)) in (1_u32..).flat_map(|round| paragraphs.iter().map(move |paragraph| (round, paragraph))) {
        if written >= characters {
            break;
        }
        let text: String = text
            .chars()
            .take(characters - written)
            .map(|c| c.to_digit(10).and_then(|digit| char::from_digit((digit + round) % 10, 10)).unwrap_or(c))
            .collect();
        written += text.chars().count();
        let end = draft.narrative().get(*n).map_or(0, |part| part.body.len());
        draft.apply(Edit::SpliceBody(*n, Splice::insert(end, vec![Item::Paragraph(text)])));
    }
    draft
}

/// All rules on a report of 10,000 characters, and on four and sixteen times as many: it has to grow as they do.
#[divan::bench(args = [10_000, 40_000, 160_000])]
fn all_rules(bencher: divan::Bencher, characters: usize) {
    let draft = long(characters);
    bencher.bench(|| check_all(&Case::new(divan::black_box(&draft), today())));
}
