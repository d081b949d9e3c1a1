//! What is printed, and the exit status that follows from it.

use std::io::{ErrorKind, Write};

use nianbao::batch::Findings;

/// Prints findings and complaints, and keeps in mind what they mean for the exit status.
pub struct Printer<O, E> {
    out: O,
    err: E,
    /// Whether nobody reads the findings any more. Checking goes on, since the status still counts.
    closed: bool,
    has_errors: bool,
    has_complaints: bool,
}

impl<O: Write, E: Write> Printer<O, E> {
    /// Findings go to `out`, complaints to `err`.
    pub fn new(out: O, err: E) -> Self {
        Self { out, err, closed: false, has_errors: false, has_complaints: false }
    }

    /// Prints what was found in a report.
    pub fn findings(&mut self, findings: Option<&Findings>) {
        let Some(findings) = findings else { return };
        self.has_errors |= findings.has_errors;
        for line in &findings.lines {
            self.line(line);
        }
    }

    /// Prints a line.
    pub fn line(&mut self, line: &str) {
        if !self.closed {
            let printed = writeln!(self.out, "{line}");
            self.note(printed);
        }
    }

    /// Says that something could not be done. Where nobody listens, the status still says so.
    pub fn complain(&mut self, words: &str) {
        self.has_complaints = true;
        let _ = writeln!(self.err, "{words}");
    }

    /// 0, 1 where something 强制性 was found, 2 where something could not be done.
    pub fn status(&mut self) -> u8 {
        if !self.closed {
            let flushed = self.out.flush();
            self.note(flushed);
        }
        if self.has_complaints { 2 } else { u8::from(self.has_errors) }
    }

    /// A reader that has seen enough closes the pipe, which is no fault; all else is, a full disk for one.
    fn note(&mut self, printed: std::io::Result<()>) {
        let Err(error) = printed else { return };
        self.closed = true;
        if error.kind() != ErrorKind::BrokenPipe {
            self.complain(&format!("结果没能输出：{error}"));
        }
    }
}
