//! Checks reports by script: `cargo run --release --example check -- FILE|FOLDER…`
//!
//! Prints a JSON object a line for each finding. Exit status: 0 when nothing 强制性 was found, 1 when something was,
//! 2 when a file could not be read.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};
use std::{env, fs};

use nianbao::batch::{Report, check_together};
use nianbao::draft::{Draft, Refused};
use nianbao::value::Date;

const ENDING: &str = ".nianbao.json";

fn main() -> ExitCode {
    let paths: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    let Some(today) = today().filter(|_| !paths.is_empty()) else {
        eprintln!("usage: check FILE|FOLDER…");
        return ExitCode::from(2);
    };
    let (out, err) = (io::stdout().lock(), io::stderr().lock());
    // A reader that has seen enough closes the pipe, which is no fault of the reports.
    run(&paths, today, io::BufWriter::new(out), err).map_or(ExitCode::SUCCESS, ExitCode::from)
}

/// Checks the files at these paths and gives the exit status.
pub fn run(paths: &[PathBuf], today: Date, mut out: impl Write, mut err: impl Write) -> io::Result<u8> {
    let (mut files, mut unreadable) = (Vec::new(), false);
    for path in paths {
        if let Err(error) = collect(path, true, &mut files) {
            unreadable = true;
            writeln!(err, "{}: {error}", path.display())?;
        }
    }
    files.sort();
    files.dedup();
    let mut reports = Vec::new();
    for path in files {
        let file = path.display().to_string();
        match read(&path) {
            Ok(draft) => reports.push(Report { file, draft }),
            Err(why) => {
                unreadable = true;
                writeln!(err, "{file}: {why}")?;
            }
        }
    }
    let mut errors = false;
    for found in check_together(reports, today) {
        errors |= found.has_errors;
        for line in found.lines {
            writeln!(out, "{line}")?;
        }
    }
    out.flush()?;
    Ok(if unreadable { 2 } else { u8::from(errors) })
}

/// Adds a file that was named, whatever its name, or the reports in a folder.
fn collect(path: &Path, named: bool, files: &mut Vec<PathBuf>) -> io::Result<()> {
    if fs::metadata(path)?.is_dir() {
        for entry in fs::read_dir(path)? {
            let entry = entry?;
            // A link inside a folder could lead round in a circle.
            if !entry.file_type()?.is_symlink() {
                collect(&entry.path(), false, files)?;
            }
        }
    } else if named || path.to_string_lossy().ends_with(ENDING) {
        files.push(path.to_owned());
    }
    Ok(())
}

fn read(path: &Path) -> Result<Draft, String> {
    let bytes = fs::read(path).map_err(|error| error.to_string())?;
    let text = String::from_utf8(bytes).map_err(|_| Refused::NotText.to_string())?;
    Draft::from_json(&text).map(|opened| opened.draft).map_err(|refused| refused.to_string())
}

/// Today in China.
#[expect(clippy::disallowed_methods, reason = "this program never runs in a browser")]
fn today() -> Option<Date> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs();
    let day = chrono::DateTime::from_timestamp(i64::try_from(seconds + 8 * 3600).ok()?, 0)?.date_naive();
    day.to_string().parse().ok()
}
