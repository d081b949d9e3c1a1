//! Checks drafts by script: `cargo run --release --bin nianbao-check -- FILE|FOLDER…`
//!
//! Prints a JSON object a line for each finding. Exit status: 0 when nothing 强制性 was found, 1 when something was, 2 when the
//! arguments make no sense, when there is no draft, or when a file could not be read or checked. It never writes a draft.

mod arguments;
mod files;
mod printer;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::{env, io};

use arguments::{Arguments, Asked, USAGE_ERROR};
use nianbao::batch::{Batch, Findings, Report};
use nianbao::draft::{Edit, SettingName, SettingValue};
use printer::Printer;

fn main() -> ExitCode {
    let mut printer = Printer::new(io::BufWriter::new(io::stdout().lock()), io::stderr().lock());
    match arguments::parse(env::args_os()) {
        Ok(Asked::Check(arguments)) => check(&arguments, &mut printer),
        Ok(Asked::Words(words)) => printer.line(words.trim_end()),
        Err(words) => {
            printer.complain(&words);
            return ExitCode::from(USAGE_ERROR);
        }
    }
    ExitCode::from(printer.status())
}

/// Checks the drafts at these paths.
fn check(arguments: &Arguments, printer: &mut Printer<impl io::Write, impl io::Write>) {
    let pack = match arguments.pack.as_deref().map(files::read_pack).transpose() {
        Ok(pack) => pack.map(|pack| SettingValue::of_pack(&pack)),
        Err(why) => return printer.complain(&why),
    };
    let found = files::find(&arguments.paths);
    for (path, why) in found.missing {
        printer.complain(&format!("{}：{why}", path.display()));
    }
    let mut reports = Vec::new();
    for path in found.files {
        let file = path.display().to_string();
        match files::read(&path) {
            Ok(mut draft) => {
                if let Some(pack) = &pack {
                    draft.apply(Edit::SetSetting(SettingName::Pack, Some(pack.clone())));
                }
                reports.push(Report { file, draft });
            }
            Err(why) => printer.complain(&format!("{file}：{why}")),
        }
    }
    let batch = Batch::new(reports, arguments.today);
    check_each(batch.files(), |n| batch.check(n), printer);
}

/// Checks one file after the other. A check that breaks down, which is a fault of this program, does not take the other
/// files down with it.
fn check_each<'a>(
    files: impl Iterator<Item = &'a str>,
    check: impl Fn(usize) -> Option<Findings>,
    printer: &mut Printer<impl io::Write, impl io::Write>,
) {
    for (n, file) in files.enumerate() {
        match catch_unwind(AssertUnwindSafe(|| check(n))) {
            Ok(findings) => printer.findings(findings.as_ref()),
            Err(_) => printer.complain(&format!("{file}：检查时程序出错，这份草稿没有检查完。")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_check_that_breaks_down_leaves_the_other_files_theirs() {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let mut printer = Printer::new(&mut out, &mut err);
        let check = |n: usize| {
            assert_ne!(n, 1, "the second breaks down");
            Some(Findings { lines: vec![format!("found in {n}")], has_errors: true })
        };
        check_each(["a", "b", "c"].into_iter(), check, &mut printer);
        assert_eq!(printer.status(), 2);
        assert_eq!(String::from_utf8_lossy(&out), "found in 0\nfound in 2\n");
        assert_eq!(String::from_utf8_lossy(&err), "b：检查时程序出错，这份草稿没有检查完。\n");
    }

    /// A device on which there is no room.
    struct Full;

    impl io::Write for Full {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::StorageFull.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn findings_that_cannot_be_written_are_no_success() {
        let mut err = Vec::new();
        let mut printer = Printer::new(Full, &mut err);
        printer.line("a finding");
        printer.line("another");
        assert_eq!(printer.status(), 2);
        assert_eq!(String::from_utf8_lossy(&err).lines().count(), 1);
    }
}
