//! What the sources name of the form: no edition outside `src/form/`, and no figure that is not one.

use nianbao::form::{Key, result_rows};

use crate::tidy::{Source, none, sources};

/// The files outside `src/form/` that are no tests.
fn outside() -> Vec<Source> {
    let all = sources("src", &["rs"]);
    let declared = all.iter().flat_map(|source| source.text.split("#[cfg(test)]\n").skip(1));
    let declared =
        declared.filter_map(|rest| rest.lines().next()?.strip_suffix(';')?.rsplit_once("mod ").map(|(_, name)| name));
    let tests: Vec<String> = declared.map(str::to_owned).collect();
    let is_test = |source: &Source| tests.iter().any(|name| name == source.stem());
    all.into_iter().filter(|source| !source.path.starts_with("src/form/") && !is_test(source)).collect()
}

/// The code of a file before its tests, line by line with numbers.
fn code(source: &Source) -> impl Iterator<Item = (usize, &str)> {
    source.code().take_while(|(_, line)| !line.starts_with("#[cfg(test)]"))
}

/// The texts in quotes of a line, each with what stands before it.
fn literals(line: &str) -> Vec<(&str, &str)> {
    let quotes: Vec<usize> = line.match_indices('"').map(|(at, _)| at).collect();
    quotes.chunks_exact(2).map(|pair| (&line[..pair[0]], &line[pair[0] + 1..pair[1]])).collect()
}

/// Whether a text has the shape of a figure's name, and begins as one does.
fn looks_like_a_figure(text: &str) -> bool {
    let is_piece = |piece: &str| !piece.is_empty() && piece.chars().all(|c| c.is_ascii_lowercase() || c == '_');
    let first = |name: &str| name.split('.').next().map(str::to_owned);
    text.contains('.') && text.split('.').all(is_piece) && Key::all().any(|key| first(key.name()) == first(text))
}

#[test]
fn no_edition_is_named_outside_the_form() {
    let mut faults = Vec::new();
    for source in &outside() {
        for (n, line) in code(source) {
            let is_module =
                ["national_20", "narrative_20", "statistics::INDICATORS"].iter().any(|name| line.contains(name));
            let is_name = literals(line).iter().any(|(_, text)| crate::forms().iter().any(|f| f.draft_name == *text));
            let compares = ["== 20", "!= 20", ">= 20", "<= 20", "< 20", "> 20"].iter().any(|year| {
                let after = line.split(year).nth(1).unwrap_or_default();
                after.len() >= 2 && after.chars().take(2).all(|c| c.is_ascii_digit())
            });
            if is_module || is_name || compares {
                faults.push(format!("{}:{n}: {}", source.path, line.trim()));
            }
        }
    }
    none(&faults);
}

#[test]
fn every_figure_that_is_named_is_one() {
    let mut faults = Vec::new();
    let mut named = 0;
    for source in sources("src", &["rs"]) {
        for (n, line) in source.code() {
            for (before, text) in literals(line) {
                let fault = if before.ends_with("Named::of(")
                    || before.ends_with("Self::of(") && source.path == "src/form/key.rs"
                {
                    named += 1;
                    Key::parse(text).is_none()
                } else if before.ends_with("Results::Row(") {
                    !result_rows().any(|row| row.id == text)
                } else {
                    before.ends_with("Key::parse(") && Key::parse(text).is_none() && source.path != "src/form/key.rs"
                };
                if fault {
                    faults.push(format!("{}:{n}: no edition has {text}", source.path));
                }
            }
        }
    }
    none(&faults);
    assert!(named > 20, "{named}");
}

/// A figure that is named by a plain text could be misspelt and be nothing, with no test that fails.
#[test]
fn a_figure_is_named_in_one_way() {
    let mut faults = Vec::new();
    for source in &outside() {
        for (n, line) in code(source) {
            for (before, text) in literals(line) {
                let is_resolved = before.ends_with("Named::of(") || before.ends_with("Results::Row(");
                if (looks_like_a_figure(text) && !is_resolved) || before.ends_with("Key::parse(") {
                    faults.push(format!("{}:{n}: {text}", source.path));
                }
            }
        }
    }
    none(&faults);
}
