//! The bytes of a file, and what a PDF is taken apart into: the same for all that reads a file.

use web_sys::File;

use crate::browser::{self, PdfStop, Ticket};
use crate::job::Progress;
use crate::read::limits::LARGEST_FILE;

/// What stops the reading of a file.
pub(in crate::session) enum Stop {
    /// The job of the reader.
    Job(Ticket),
    /// The taking apart of a PDF.
    Pdf(PdfStop),
}

impl Stop {
    /// Stops it, at once.
    pub fn stop(self) {
        match self {
            Self::Job(ticket) => browser::cancel(ticket),
            Self::Pdf(stop) => stop.stop(),
        }
    }
}

/// The bytes of a file.
///
/// # Errors
/// Where it is too large or cannot be opened: a sentence for the clerk.
pub(in crate::session) async fn bytes_of(file: &File) -> Result<Vec<u8>, String> {
    let largest = u32::try_from(LARGEST_FILE).unwrap_or(u32::MAX);
    if file.size() > f64::from(largest) {
        return Err("文件超过 20 MB，没有读入。请只留下年报本身，另存后再试。".to_owned());
    }
    let bytes = browser::read_bytes(file, largest).await;
    bytes.ok_or_else(|| "浏览器没能打开这个文件。请检查它是否还在原处，或换个位置再试。".to_owned())
}

/// What a PDF is taken apart into, as `read::read_pdf_pages` takes it. `begun` is handed what stops it, `progress` is called after each page.
///
/// # Errors
/// Where it could not be taken apart: a sentence for the clerk.
pub(in crate::session) async fn pages_of(
    pdf: &[u8],
    begun: impl FnOnce(Stop),
    progress: impl Fn(Progress) + 'static,
) -> Result<Vec<u8>, String> {
    let pages = browser::pdf_pages(pdf, progress);
    begun(Stop::Pdf(pages.stop()));
    let answer = pages.answer().await;
    answer
        .ok_or_else(|| "PDF 没有读成：读 PDF 的程序没有载入，或文件损坏。请再试一次，或换原来的 Word 文件。".to_owned())
}

/// What is said of a PDF that is still one when it was taken apart.
pub(in crate::session) const STILL_PDF: &str = "PDF 没有读成。请用原来的 Word 文件，或另存为新的 PDF 再试。";

/// What is said of an answer that is none.
pub(in crate::session) const NO_ANSWER: &str = "读到的内容没有接住，请刷新页面后再试";
