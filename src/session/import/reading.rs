//! Reading the files that came, one after the other: in the worker of the readers, and for PDF by the page's own reader first.

use std::rc::Rc;

use super::file::{Content, Import, ImportState, Stop};
use crate::browser;
use crate::draft::{Draft, OfficeYear};
use crate::job::Job;
use crate::read::limits::LARGEST_FILE;
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
        let largest = u32::try_from(LARGEST_FILE).unwrap_or(u32::MAX);
        let (mut input, mut bytes) = match &import.content {
            Content::Pasted(input, bytes) => (*input, bytes.clone()),
            Content::File(_) if import.size > largest => {
                return Err("文件超过 20 MB，没有读入。请只留下年报本身，另存后再试。".to_owned());
            }
            Content::File(file) => {
                let bytes = browser::read_bytes(file, largest).await;
                (
                    Input::File,
                    bytes.ok_or_else(|| "浏览器没能打开这个文件。请检查它是否还在原处，或换个位置再试。".to_owned())?,
                )
            }
        };
        // It may have been called off while it was opened; nobody reads these words.
        if !import.is_busy() {
            return Err(String::new());
        }
        let mut answer = self.ask(import, input, &bytes, None).await?;
        if matches!(answer, Answer::Pdf) {
            input = Input::PdfPages;
            bytes = self.pdf_pages(import, bytes).await?;
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
            Answer::Pdf => Err("PDF 没有读成。请用原来的 Word 文件，或另存为新的 PDF 再试。".to_owned()),
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
        serde_json::from_slice(&answer).map_err(|_| "读到的内容没有接住，请刷新页面后再试".to_owned())
    }

    async fn pdf_pages(self, import: &Rc<Import>, bytes: Vec<u8>) -> Result<Vec<u8>, String> {
        let shown = Rc::clone(import);
        let pages = browser::pdf_pages(&bytes, move |progress| {
            shown.set(ImportState::Reading("读 PDF", Some(progress)));
        });
        import.stop.replace(Some(Stop::Pdf(pages.stop())));
        let answer = pages.answer().await;
        answer.ok_or_else(|| {
            "PDF 没有读成：读 PDF 的程序没有载入，或文件损坏。请再试一次，或换原来的 Word 文件。".to_owned()
        })
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
        match import.stop.take() {
            Some(Stop::Job(ticket)) => browser::cancel(ticket),
            Some(Stop::Pdf(stop)) => stop.stop(),
            None => {}
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
