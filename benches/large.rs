//! How long the largest drafts take that reading accepts: `cargo bench --bench large`.

#[path = "../tests/core/large/drafts.rs"]
mod drafts;

use drafts::{LISTS, PIECES, of_list, of_piece};
use nianbao::draft::Draft;
use nianbao::facts::Case;
use nianbao::rules::check_all;
use nianbao::value::Date;

/// Nearly as many bytes as reading accepts.
const BYTES: usize = 5_000_000;

fn main() {
    divan::main();
}

fn open(json: &str) -> Draft {
    Draft::from_json(json).unwrap_or_else(|refused| panic!("{refused}")).draft
}

fn check(draft: &Draft) -> usize {
    check_all(&Case::new(draft, Date::new(2023, 1, 20).expect("a day"))).len()
}

/// One paragraph of a piece again and again.
#[divan::bench(args = PIECES, sample_count = 1, sample_size = 1)]
fn paragraph(bencher: divan::Bencher, piece: &str) {
    let draft = open(&of_piece(piece, BYTES));
    bencher.bench(|| check(&draft));
}

/// As many members of a list as 4 MB hold, read and checked.
#[divan::bench(args = LISTS, sample_count = 1, sample_size = 1)]
fn list(bencher: divan::Bencher, list: &str) {
    let each = of_list(list, 1_000).len() / 1_000;
    let json = of_list(list, 4_000_000 / each);
    bencher.bench(|| check(&open(&json)));
}
