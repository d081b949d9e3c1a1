//! 核对: a file held against the open report. Nothing of it is kept.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use web_sys::File;

use super::Session;
use super::import::{NO_ANSWER, STILL_PDF, Stop, bytes_of, pages_of};
use crate::browser;
use crate::compare::{Answer, Asked, Comparison};
use crate::job::{Job, Progress};
use crate::read::Input;
use crate::write::Report;

/// A file while it is held against the report; cloned freely, it is a handle.
#[derive(Clone, Default)]
pub struct FileCheck(Rc<Running>);

#[derive(Default)]
struct Running {
    stop: RefCell<Option<Stop>>,
    is_off: Cell<bool>,
}

impl FileCheck {
    /// Calls it off: nobody waits for what comes of it.
    pub fn stop(&self) {
        self.0.is_off.set(true);
        if let Some(stop) = self.0.stop.take() {
            stop.stop();
        }
    }

    /// Whether it was called off.
    pub fn is_off(&self) -> bool {
        self.0.is_off.get()
    }

    /// Notes what stops it now; what was called off meanwhile is stopped.
    fn runs(&self, stop: Stop) {
        self.0.stop.replace(Some(stop));
        if self.is_off() {
            self.stop();
        }
    }
}

impl Session {
    /// Holds a file against the open report. `progress` is called after each page of a PDF.
    ///
    /// # Errors
    /// Where the file cannot be read: a sentence for the clerk.
    pub async fn check_file(
        self,
        file: &File,
        check: &FileCheck,
        progress: impl Fn(Progress) + 'static,
    ) -> Result<Comparison, String> {
        let report = self.look_at_case(Report::of).ok_or_else(|| "没有打开草稿".to_owned())?;
        let today = browser::today().map(|day| day.to_string()).unwrap_or_default();
        let asked = Asked { input: Input::File, blocks: report.blocks, today };
        let bytes = bytes_of(file).await?;
        match ask(check, &asked, &bytes).await? {
            Answer::Compared(comparison) => Ok(comparison),
            Answer::Pdf => {
                let bytes = pages_of(&bytes, |stop| check.runs(stop), progress).await?;
                match ask(check, &Asked { input: Input::PdfPages, ..asked }, &bytes).await? {
                    Answer::Compared(comparison) => Ok(comparison),
                    Answer::Pdf => Err(STILL_PDF.to_owned()),
                }
            }
        }
    }
}

async fn ask(check: &FileCheck, asked: &Asked, bytes: &[u8]) -> Result<Answer, String> {
    let job = browser::ask(Job::compare(asked, bytes), |_| {});
    check.runs(Stop::Job(job.ticket()));
    let answer = job.answer().await.map_err(|failure| failure.to_string())?;
    serde_json::from_slice(&answer).map_err(|_| NO_ANSWER.to_owned())
}
