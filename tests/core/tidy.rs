//! The house rules, read from the sources. The words that are forbidden are put together here, so that they are not found.

use std::fs;
use std::path::Path;

/// Files longer than the rule allows, each with its reason.
const EXCEPTIONS: &[(&str, &str)] = &[];
const LONGEST: usize = 500;
const NINE_IN_TEN: usize = 300;

/// The files that may name a browser crate: those whose path starts so.
const BROWSER: [&str; 7] = [
    "src/main.rs",
    "src/bin/",
    "src/browser/",
    "src/storage/local.rs",
    "src/storage/mirror.rs",
    "src/session/",
    "src/ui/",
];

/// A source file, by its path from the root.
pub struct Source {
    pub path: String,
    pub text: String,
}

impl Source {
    /// The name without its ending.
    pub fn stem(&self) -> &str {
        let name = self.path.rsplit('/').next().unwrap_or_default();
        name.split('.').next().unwrap_or_default()
    }

    /// The module of the library in which it stands; nothing for the binaries.
    fn module(&self) -> Option<&str> {
        let rest = self.path.strip_prefix("src/").filter(|rest| !matches!(*rest, "lib.rs" | "main.rs"))?;
        let module = rest.split(['/', '.']).next()?;
        (module != "bin").then_some(module)
    }

    /// Its lines with their numbers, without what follows `//`.
    pub fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.text.lines().map(|line| line.split("//").next().unwrap_or_default());
        lines.enumerate().map(|(n, line)| (n + 1, line))
    }
}

/// The files with these endings in a folder and below, or one file.
pub fn sources(from: &str, endings: &[&str]) -> Vec<Source> {
    let mut found = Vec::new();
    let mut left = vec![from.to_owned()];
    while let Some(path) = left.pop() {
        if Path::new(&path).is_dir() {
            let entries = fs::read_dir(&path).expect("a folder").map(|entry| entry.expect("an entry").path());
            left.extend(entries.map(|path| path.to_string_lossy().replace('\\', "/")));
        } else if endings.iter().any(|ending| path.ends_with(&format!(".{ending}"))) {
            let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
            found.push(Source { path, text });
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn all<const N: usize>(groups: [Vec<Source>; N]) -> Vec<Source> {
    groups.into_iter().flatten().collect()
}

fn rust() -> Vec<Source> {
    all([sources("src", &["rs"]), sources("tests", &["rs"])])
}

/// All that is sent to a browser.
fn sent() -> Vec<Source> {
    let made = [sources("src", &["rs", "js"]), sources("web", &["js"]), sources("style", &["css"])];
    let copied = [sources("public", &["js", "svg", "html"]), sources("boot.js", &["js"])];
    all([all(made), all(copied), sources("index.html", &["html"])])
}

fn read(path: &str) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[track_caller]
pub fn none(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// The names after each occurrence of a prefix: what `crate::` is followed by.
fn names_after<'a>(line: &'a str, prefix: &str) -> Vec<&'a str> {
    let is_of_a_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let after = line.split(prefix).skip(1);
    after.map(|rest| rest.split(|c| !is_of_a_name(c)).next().unwrap_or_default()).collect()
}

#[test]
fn a_module_uses_only_those_above_it() {
    let library = read("src/lib.rs");
    let order: Vec<&str> =
        library.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    assert!(order.len() > 5, "{order:?}");
    let rank = |module: &str| order.iter().position(|listed| *listed == module);
    let mut faults = Vec::new();
    for source in sources("src", &["rs"]) {
        let Some(module) = source.module() else { continue };
        let Some(own) = rank(module) else {
            faults.push(format!("{}: lib.rs does not list {module}", source.path));
            continue;
        };
        for (n, line) in source.code().take_while(|(_, line)| !line.starts_with("#[cfg(test)]")) {
            for used in names_after(line, "crate::") {
                if rank(used).is_none_or(|used| used > own) {
                    faults.push(format!("{}:{n}: {module} stands above {used}", source.path));
                }
            }
        }
    }
    none(&faults);
}

/// The screens, and what they share, are ordered as the rooms are: src/ui/mod.rs lists them.
#[test]
fn a_screen_uses_only_those_above_it() {
    let listed = read("src/ui/mod.rs");
    let order: Vec<&str> = listed.lines().filter_map(|line| line.strip_prefix("mod ")?.strip_suffix(';')).collect();
    assert!(order.len() > 5, "{order:?}");
    let rank = |module: &str| order.iter().position(|listed| *listed == module);
    let mut faults = Vec::new();
    for source in sources("src/ui", &["rs"]).iter().filter(|source| source.path != "src/ui/mod.rs") {
        let path: Vec<&str> = source.path.trim_start_matches("src/ui/").split(['/', '.']).collect();
        let own = rank(path.first().copied().unwrap_or_default());
        // How many steps lead out of the file's own folder.
        let up = "super::".repeat(path.len() - 1 - usize::from(path.contains(&"mod")));
        for (n, line) in source.code().take_while(|(_, line)| !line.starts_with("#[cfg(test)]")) {
            let by_name = names_after(line, "crate::ui::").into_iter();
            let by_steps = names_after(line, &up).into_iter();
            for used in by_name.chain(by_steps).filter(|used| !used.is_empty() && *used != "super") {
                // A name that is no module is a part of the file's own folder.
                let is_below = rank(used).is_some_and(|used| own.is_none_or(|own| used > own));
                if is_below || (own.is_none() && rank(used).is_some()) {
                    faults.push(format!("{}:{n}: stands above {used}", source.path));
                }
            }
            if line.contains("use crate::ui::{") || line.contains(&format!("use {up}{{")) {
                faults.push(format!("{}:{n}: name one module a line", source.path));
            }
        }
    }
    none(&faults);
}

#[test]
fn browser_crates_stay_below_the_line() {
    let crates = ["wasm_bindgen", "web_sys", "js_sys", "gloo_", "leptos"];
    let mut faults = Vec::new();
    for source in sources("src", &["rs"]) {
        let may = BROWSER.iter().any(|path| source.path.starts_with(path));
        for (n, line) in source.code() {
            if let Some(named) = crates.iter().find(|named| !may && line.contains(**named)) {
                faults.push(format!("{}:{n} names {named}", source.path));
            }
            if line.contains("charming") && source.path != "src/chart/option.rs" {
                faults.push(format!("{}:{n} names charming", source.path));
            }
        }
    }
    none(&faults);
}

#[test]
fn files_are_short() {
    let files = all([rust(), sources("style", &["css"])]);
    let mut lengths: Vec<usize> = files.iter().map(|file| file.text.lines().count()).collect();
    lengths.sort_unstable();
    let at = (lengths.len() * 9).div_ceil(10).saturating_sub(1);
    assert!(lengths[at] <= NINE_IN_TEN, "nine files in ten have up to {} lines", lengths[at]);
    let is_excepted = |file: &Source| EXCEPTIONS.iter().any(|(path, _)| *path == file.path);
    let too_long = files.iter().filter(|file| file.text.lines().count() > LONGEST && !is_excepted(file));
    none(&too_long.map(|file| format!("{} has {} lines", file.path, file.text.lines().count())).collect::<Vec<_>>());
    for (path, reason) in EXCEPTIONS {
        assert!(read(path).lines().count() > LONGEST, "{path} is no exception any more ({reason})");
    }
}

#[test]
fn nothing_is_left_undone_and_no_foreign_text_becomes_html() {
    let forbidden = [
        concat!("to", "do!"),
        concat!("unimple", "mented!"),
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("#[ig", "nore"),
        concat!("db", "g!"),
        concat!("inner", "_html"),
        concat!("insert_adjacent", "_html"),
        concat!("document", ".write"),
    ];
    // The same by its name in JavaScript, where the page's own scripts could do it.
    let forbidden_in_scripts = [concat!("inner", "HTML"), concat!("outer", "HTML"), concat!("insertAdjacent", "HTML")];
    let mut faults = Vec::new();
    for source in all([rust(), sent()]) {
        let is_script = Path::new(&source.path).extension().is_some_and(|ending| ending == "js");
        let words = forbidden.iter().chain(forbidden_in_scripts.iter().filter(|_| is_script));
        for word in words.filter(|word| source.text.contains(**word)) {
            faults.push(format!("{} contains {word}", source.path));
        }
    }
    none(&faults);
}

#[test]
fn no_file_is_named_for_nothing() {
    let empty = ["util", "utils", "helper", "helpers", "manager", "handle", "process", "data"];
    let files = all([rust(), sources("style", &["css"]), sources("src", &["js"])]);
    let is_empty = |file: &Source| file.path.split(['/', '.', '_']).any(|part| empty.contains(&part));
    none(&files.iter().filter(|file| is_empty(file)).map(|file| file.path.clone()).collect::<Vec<_>>());
}

#[test]
fn every_file_of_a_rule_is_listed() {
    let mut faults = Vec::new();
    let mut rules = 0;
    for group in ["form", "numbers", "text"] {
        let listed = read(&format!("src/rules/{group}/mod.rs"));
        for source in sources(&format!("src/rules/{group}"), &["rs"]) {
            let stem = source.stem();
            let is_rule = stem.starts_with(['f', 'n', 'q']) && stem.get(1..3).is_some_and(|n| n.parse::<u8>().is_ok());
            rules += usize::from(is_rule);
            if is_rule && !listed.contains(&format!("&{stem}::RULE")) {
                faults.push(format!("{} is not in RULES", source.path));
            }
        }
    }
    none(&faults);
    assert!(rules > 10, "{rules} rules");
}

#[test]
fn wasm_bindgen_is_pinned() {
    let cargo = read("Cargo.toml");
    assert!(cargo.lines().any(|line| line.starts_with("wasm-bindgen = \"=")), "the tool must be of the same version");
}

#[test]
fn every_file_says_what_it_is() {
    let silent = rust().into_iter().filter(|file| !file.text.starts_with("//! "));
    none(&silent.map(|file| format!("{} has no //! line", file.path)).collect::<Vec<_>>());
}

#[test]
fn the_page_runs_nothing_but_its_own_files() {
    let page = read("index.html");
    let policy = page.split("http-equiv=\"Content-Security-Policy\" content=\"").nth(1).expect("a policy");
    let policy = policy.split('"').next().unwrap_or_default();
    assert!(policy.starts_with("default-src 'none';"), "{policy}");
    let words: Vec<&str> = policy.split([' ', ';']).collect();
    for word in ["'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'", "*", "https:", "http:"] {
        assert!(!words.contains(&word), "{policy}");
    }
    assert!(!policy.contains("://"), "{policy}");
}

#[test]
fn no_source_names_another_host() {
    let loads = [
        "src", "href", "action", "fetch", "import", "from", "url", "open", "load", "Worker", "Socket", "Source",
        "Beacon",
    ];
    let mut faults = Vec::new();
    for source in sent() {
        for (n, line) in source.text.lines().enumerate() {
            for (at, _) in line.match_indices("//") {
                let (before, after) = line.split_at(at);
                // An address has a scheme, or stands in quotes or brackets; what is before those would load it.
                let is_address = before.ends_with([':', '"', '\'', '`', '(']) && after.len() > 2;
                let before = before.trim_end_matches(|c: char| c.is_ascii_lowercase() || c == ':');
                let before = before.trim_end_matches(['"', '\'', '`', '(', '{', ' ', '=', ':', '&']);
                if is_address && loads.iter().any(|word| before.ends_with(word)) {
                    faults.push(format!("{}:{}: {}", source.path, n + 1, line.trim()));
                }
            }
        }
    }
    none(&faults);
}
