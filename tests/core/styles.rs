//! The sheets: a class that begins a rule belongs to one of them, so that a name made for one screen never hits another; and
//! none is left of what is gone.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crate::tidy::{none, sources};

/// The sheets that only say how others' parts stand where the screen is narrow.
const FOR_OTHERS: [&str; 2] = ["narrow.css", "kinds.css"];

fn sheets() -> Vec<(String, String)> {
    let files = fs::read_dir("style").expect("style").filter_map(Result::ok).map(|entry| entry.path());
    let sheets = files.filter(|path| path.extension().is_some_and(|ending| ending == "css"));
    let read = |path: std::path::PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        (name, without_comments(&fs::read_to_string(path).expect("a sheet")))
    };
    sheets.map(read).collect()
}

fn without_comments(css: &str) -> String {
    let mut pieces = css.split("/*");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |text, piece| text + piece.split_once("*/").map_or("", |(_, after)| after))
}

/// The classes in a selector, in their order.
fn classes(selector: &str) -> Vec<String> {
    let is_of_a_name = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let after_dots =
        selector.split('.').skip(1).map(|rest| rest.split(|c| !is_of_a_name(c)).next().unwrap_or_default());
    after_dots.filter(|name| name.starts_with(|c: char| c.is_ascii_alphabetic())).map(str::to_owned).collect()
}

/// The selectors of the rules of a sheet that stand in no other rule.
fn outer_selectors(css: &str) -> Vec<&str> {
    let (mut depth, mut from, mut found) = (0_usize, 0, Vec::new());
    for (at, sign) in css.char_indices() {
        match sign {
            '{' => {
                let selector = css.get(from..at).unwrap_or_default().trim();
                if depth == 0 && !selector.starts_with('@') {
                    found.extend(selector.split(',').map(str::trim));
                }
                depth += 1;
                from = at + 1;
            }
            '}' => {
                depth -= 1;
                from = at + 1;
            }
            ';' => from = at + 1,
            _ => {}
        }
    }
    found
}

#[test]
fn a_class_belongs_to_one_sheet() {
    let mut owners: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (name, css) in sheets().iter().filter(|(name, _)| !FOR_OTHERS.contains(&name.as_str())) {
        // What stands in something else is that place's own: `.embed .focus-line`.
        let alone = outer_selectors(css).into_iter().filter(|selector| !selector.contains([' ', '>', '~', '+']));
        for class in alone.filter_map(|selector| classes(selector).into_iter().next()) {
            owners.entry(class).or_default().insert(name.clone());
        }
    }
    assert!(owners.len() > 60, "{}", owners.len());
    let faults = owners.iter().filter(|(_, sheets)| sheets.len() > 1);
    none(&faults.map(|(class, sheets)| format!(".{class} begins rules in {sheets:?}")).collect::<Vec<_>>());
}

#[test]
fn every_class_of_a_sheet_is_used() {
    // Whatever draws: the program, what stands by before it runs, and the page itself.
    let drawn = [sources("src", &["rs", "js"]), sources("boot.js", &["js"]), sources("index.html", &["html"])];
    let used: String = drawn.into_iter().flatten().map(|source| source.text).collect();
    let named: BTreeSet<String> =
        sheets().iter().flat_map(|(_, css)| css.split('{').flat_map(selectors_in).collect::<Vec<_>>()).collect();
    assert!(named.len() > 100, "{}", named.len());
    // Those of tables and columns are put together from their names and numbers.
    let is_column = |class: &str| class.strip_prefix('c').is_some_and(|n| n.parse::<u8>().is_ok());
    let is_made = |class: &str| class.starts_with("grid-") || is_column(class);
    let faults = named.iter().filter(|class| !used.contains(class.as_str()) && !is_made(class));
    none(&faults.map(|class| format!("nothing has the class {class}")).collect::<Vec<_>>());
}

/// The classes in what stands before a brace: the selector after the last declaration.
fn selectors_in(before: &str) -> Vec<String> {
    let selector = before.rsplit(['}', ';']).next().unwrap_or_default();
    if selector.trim_start().starts_with('@') { Vec::new() } else { classes(selector) }
}

#[test]
fn no_selector_looks_at_what_stands_within() {
    // A browser keeps one set of all `:has()`: with one whose subject has no name, every key restyles every element of the page.
    let on_screen = sheets().into_iter().filter(|(name, _)| name != "paper.css");
    none(&on_screen.filter(|(_, css)| css.contains(":has(")).map(|(name, _)| name).collect::<Vec<_>>());
}
