//! Reading the files that came, one after the other: in the worker of the readers, and for PDF by the page's own reader first.

use std::rc::Rc;

use super::content::{NO_ANSWER, STILL_PDF, Stop, bytes_of, pages_of};
use super::file::{Content, Import, ImportState};
use crate::browser;
use crate::draft::{Draft, OfficeYear};
use crate::job::Job;
use crate::read::{Answer, Input, Question};
use crate::session::Session;
use crate::value::Year;

impl Session {
    /// Reads those that wait, one after the other.
    pub(super) fn read_imports(self) {
        if self.0.imports.is_reading.update(|is| std::mem::replace(is, true)) {
            return;
        }
        browser::spawn(async move {
            loop {
                let waiting = |file: &&Rc<Import>| matches!(file.now(), ImportState::Waiting);
                let next = self.0.imports.files.with(|files| files.iter().find(waiting).cloned());
                let Some(next) = next else { break };
                self.read_import(&next).await;
            }
            self.0.imports.is_reading.set(false);
        });
    }

    async fn read_import(self, import: &Rc<Import>) {
        import.set(ImportState::Reading("读文件", None));
        let state = match self.read_content(import).await {
            Ok(state) => state,
            Err(words) => ImportState::Refused(words),
        };
        import.stop.take();
        // To take the answer in was work, and to draw it is.
        browser::wait(0).await;
        // It may have been called off meanwhile.
        if import.is_busy() {
            import.set(state);
        }
    }

    async fn read_content(self, import: &Rc<Import>) -> Result<ImportState, String> {
        let (mut input, mut bytes) = match &import.content {
            Content::Pasted(input, bytes) => (*input, bytes.clone()),
            Content::File(file) => (Input::File, bytes_of(file).await?),
        };
        // It may have been called off while it was opened; nobody reads these words.
        if !import.is_busy() {
            return Err(String::new());
        }
        let mut answer = self.ask(import, input, &bytes, None).await?;
        if matches!(answer, Answer::Pdf) {
            input = Input::PdfPages;
            let shown = Rc::clone(import);
            let progress = move |progress| shown.set(ImportState::Reading("读 PDF", Some(progress)));
            let begun = |stop| {
                import.stop.replace(Some(stop));
            };
            bytes = pages_of(&bytes, begun, progress).await?;
            answer = self.ask(import, input, &bytes, None).await?;
        }
        match answer {
            Answer::Ledger(ledger) => Ok(ImportState::Ledger(Rc::new(*ledger))),
            Answer::Draft => {
                let text = browser::decode_text(&bytes).ok_or_else(|| crate::draft::Refused::NotText.to_string())?;
                let opened = Draft::from_json(&text).map_err(|refused| refused.to_string())?;
                Ok(ImportState::Taken(self.take_in(opened.draft)))
            }
            Answer::Report(report) => {
                // Last year's report settles what this one leaves open.
                let last =
                    (!report.understood.choices.is_empty()).then(|| self.last_of(&report.understood.draft)).flatten();
                let again = match last {
                    Some(last) => self.ask(import, input, &bytes, Some(last.to_json())).await.ok(),
                    None => None,
                };
                match again {
                    Some(Answer::Report(again)) => Ok(ImportState::Read(Rc::new(*again))),
                    Some(Answer::Ledger(_) | Answer::Draft | Answer::Pdf) | None => {
                        Ok(ImportState::Read(Rc::new(*report)))
                    }
                }
            }
            Answer::Pdf => Err(STILL_PDF.to_owned()),
        }
    }

    async fn ask(
        self,
        import: &Rc<Import>,
        input: Input,
        bytes: &[u8],
        last: Option<String>,
    ) -> Result<Answer, String> {
        let today = browser::today().map(|day| day.to_string()).unwrap_or_default();
        let beside = self.year_beside();
        let question = Question { input, today, last, year: import.year.get(), beside };
        let asked = browser::ask(Job::read(&question, bytes), |_| {});
        import.stop.replace(Some(Stop::Job(asked.ticket())));
        let answer = asked.answer().await.map_err(|failure| failure.to_string())?;
        serde_json::from_slice(&answer).map_err(|_| NO_ANSWER.to_owned())
    }

    /// Last year's report of the office of a draft, of those that are stored.
    fn last_of(self, draft: &Draft) -> Option<Draft> {
        let of = OfficeYear::of(draft)?;
        self.refresh_index();
        let id = self.0.library.index.with(|index| index.last_year_of("", &of).map(|found| found.id.clone()))?;
        self.stored_draft(&id)
    }

    /// Calls the reading of a file off.
    pub fn stop_import(self, import: &Import) {
        if !import.is_busy() {
            return;
        }
        import.set(ImportState::Stopped);
        if let Some(stop) = import.stop.take() {
            stop.stop();
        }
    }

    /// Reads a file anew, as one of another year.
    pub fn read_again(self, import: &Import, year: Option<Year>) {
        if !import.is_busy() {
            import.year.set(year);
            import.set(ImportState::Waiting);
            self.read_imports();
        }
    }
}
