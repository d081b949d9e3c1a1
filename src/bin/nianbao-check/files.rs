//! The files to check: found, read, and decoded as the page decodes them.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use encoding_rs::GB18030;
use nianbao::draft::{Draft, LARGEST_FILE, Pack, Refused};
use nianbao::read::foreign_kind;

/// How the name of a draft ends.
const ENDING: &str = ".nianbao.json";

/// What is at some paths.
#[derive(Default)]
pub struct Found {
    /// The files, in the order of their paths; each once, however many paths lead to it.
    pub files: Vec<PathBuf>,
    /// The paths with which nothing can be begun, each with the reason.
    pub missing: Vec<(PathBuf, String)>,
}

/// Finds the files that are named, whatever their names, and the drafts in the folders that are named.
pub fn find(paths: &[PathBuf]) -> Found {
    let mut found = Found::default();
    for path in paths {
        let before = (found.files.len(), found.missing.len());
        collect(path, &mut found);
        if (found.files.len(), found.missing.len()) == before {
            found.missing.push((path.clone(), format!("文件夹里没有草稿（{ENDING}）。")));
        }
    }
    found.files.sort();
    let mut seen = BTreeSet::new();
    found.files.retain(|path| seen.insert(fs::canonicalize(path).unwrap_or_else(|_| path.clone())));
    found
}

/// Adds a file that was named, or the drafts in a folder and below.
fn collect(path: &Path, found: &mut Found) {
    match fs::metadata(path) {
        Ok(metadata) if metadata.is_dir() => collect_folder(path, found),
        Ok(_) => found.files.push(path.to_owned()),
        Err(error) => found.missing.push((path.to_owned(), why(&error))),
    }
}

/// Adds the drafts in a folder and below. A folder that cannot be read does not keep the others from being read.
fn collect_folder(folder: &Path, found: &mut Found) {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => return found.missing.push((folder.to_owned(), why(&error))),
    };
    for entry in entries {
        let kind = entry.and_then(|entry| Ok((entry.path(), entry.file_type()?)));
        let (path, kind) = match kind {
            Ok(entry) => entry,
            Err(error) => {
                found.missing.push((folder.to_owned(), why(&error)));
                continue;
            }
        };
        // A link to a folder could lead round in a circle; one to a file cannot.
        if kind.is_dir() {
            collect_folder(&path, found);
        } else if path.to_string_lossy().ends_with(ENDING) && !(kind.is_symlink() && path.is_dir()) {
            collect(&path, found);
        }
    }
}

/// Reads local requirements. What is said of them names the file.
pub fn read_pack(path: &Path) -> Result<Pack, String> {
    let text = read_bytes(path).and_then(|bytes| decode(bytes).ok_or_else(|| "不是文字，读不出来。".to_owned()));
    let pack = text.and_then(|text| Pack::from_json(&text).map_err(|refused| refused.to_string()));
    pack.map_err(|why| format!("{}：{why}", path.display()))
}

/// The bytes of a file: one more than may be read tells that it is too large, without reading all of it.
fn read_bytes(path: &Path) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let limit = u64::try_from(LARGEST_FILE).unwrap_or(u64::MAX).saturating_add(1);
    let read = File::open(path).and_then(|file| file.take(limit).read_to_end(&mut bytes));
    read.map_err(|error| why(&error))?;
    Ok(bytes)
}

/// Reads a draft.
pub fn read(path: &Path) -> Result<Draft, String> {
    let bytes = read_bytes(path)?;
    if let Some(kind) = foreign_kind(&bytes) {
        return Err(Refused::Foreign(kind).to_string());
    }
    if bytes.len() > LARGEST_FILE {
        return Err(Refused::TooLarge.to_string());
    }
    let text = decode(bytes).ok_or_else(|| Refused::NotText.to_string())?;
    Draft::from_json(&text).map(|opened| opened.draft).map_err(|refused| refused.to_string())
}

/// The text of a file as in `browser/page.js`: UTF-8, or GB18030 where it is not. None for what is neither.
fn decode(bytes: Vec<u8>) -> Option<String> {
    String::from_utf8(bytes).map_or_else(
        |error| {
            let text = GB18030.decode_without_bom_handling_and_without_replacement(error.as_bytes())?;
            Some(text.into_owned())
        },
        Some,
    )
}

/// Why a path cannot be read.
#[expect(clippy::wildcard_enum_match_arm, reason = "the kinds of error are not ours, and grow")]
fn why(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "没有这个文件或文件夹。".to_owned(),
        io::ErrorKind::PermissionDenied => "没有权限读取。".to_owned(),
        _ => format!("读不出来（{error}）。"),
    }
}
