//! A folder of files that other programs wrote, named by the environment variable `NIANBAO_FILES`, with `list.json` that says of each
//! what must come out, or why it is refused. Where none is named there is nothing to test, which is said.

mod shown;

use std::env;
use std::fs;
use std::path::Path;

use nianbao::read::{Opened, Refusal, read_file};
use serde::Deserialize;
use serde_json::{Map, Value};

use shown::Shown;

#[derive(Deserialize)]
struct List {
    files: Vec<Listed>,
}

#[derive(Deserialize)]
struct Listed {
    file: String,
    expect: Map<String, Value>,
}

/// Words of a reason, each with words of which a refusal for that reason has one.
const REASONS: [(&str, &[&str]); 7] = [
    ("密码", &["密码"]),
    ("口令", &["密码"]),
    ("扫描", &["图片", "扫描"]),
    ("不完整", &["不完整"]),
    ("没有可读的文字", &["没有文字", "没有可读的文字"]),
    ("没有内容", &["没有文字", "没有可读的文字"]),
    ("Works", &["Works"]),
];

#[test]
fn files_of_other_programs_give_what_is_listed() {
    let Some(folder) = env::var_os("NIANBAO_FILES") else {
        eprintln!("NIANBAO_FILES names no folder: nothing to read");
        return;
    };
    let folder = Path::new(&folder);
    let list = fs::read_to_string(folder.join("list.json")).expect("list.json");
    let list: List = serde_json::from_str(&list).expect("a list of files");
    let (mut faults, mut read, mut refused, mut pdf) = (Vec::new(), 0, 0, 0);
    for Listed { file, expect } in &list.files {
        let bytes = fs::read(folder.join(file)).expect("bytes");
        let has = |name: &str| expect.contains_key(name);
        let found = match read_file(&bytes) {
            Ok(Opened::Pdf) => {
                pdf += 1;
                Vec::new()
            }
            Ok(Opened::Draft(_)) => vec!["is no draft".to_owned()],
            Ok(Opened::Document(_)) if has("refuse") || has("refuse_or_empty") => vec!["must be refused".to_owned()],
            Ok(Opened::Document(document)) => {
                read += 1;
                Shown::of(&document).lacks(file, expect)
            }
            Err(refusal) if has("refuse") || has("refuse_or_empty") => {
                refused += 1;
                fits(&refusal, expect)
            }
            Err(_) if has("either") || has("or") => {
                refused += 1;
                Vec::new()
            }
            Err(refusal) => vec![format!("is refused: {refusal}")],
        };
        faults.extend(found.into_iter().map(|fault| format!("{file} {fault}")));
    }
    eprintln!(
        "{} files: {read} read, {refused} refused, {pdf} PDF left to the page, {} faults",
        list.files.len(),
        faults.len()
    );
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// What is wrong with a refusal: it is to fit the reason, and to be a sentence.
fn fits(refusal: &Refusal, expect: &Map<String, Value>) -> Vec<String> {
    let why = expect.get("why").and_then(Value::as_str).unwrap_or_default();
    let known: Vec<&[&str]> =
        REASONS.iter().filter(|(reason, _)| why.contains(reason)).map(|(_, words)| *words).collect();
    let is_fit = known.iter().any(|words| words.iter().any(|word| refusal.0.contains(word)));
    let is_sentence = refusal.0.ends_with('。') && refusal.0.contains("请");
    if is_fit && is_sentence { Vec::new() } else { vec![format!("says {refusal:?} where {why}")] }
}
